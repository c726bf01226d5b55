"""Look for bytes that break a reader: `python -m tests.fuzz TARGET SECONDS FOLDER`.

Guided by the coverage of our code (atheris, requirements-fuzz.txt). FOLDER keeps what reached something new,
so that the next run goes on from there. What breaks a reader is written there, too, as `TARGET-crash-...`: it
belongs into tests/data/bundles/found.
"""

import sys
from pathlib import Path

import atheris

OURS = [
    f"hrddesk.{name}"
    for name in ("bundle", "crypto.age", "crypto.age_header", "records", "store.vault.ustar")
]
with atheris.instrument_imports(include=OURS):
    from tests import memory_locks
    from tests.fuzz import targets

LONGEST = {"line": 32_000, "record": 6_000, "reader": 6_000}
"""Bytes of an input. On a few thousand no pattern takes long, however it grows."""
KINDS = b"context deleted dots record fields lists kind id pos type what line number head card name revoked"


def main() -> None:
    """Run one target for some seconds."""
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    memory_locks.in_name_only()
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.seeds()[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = folder / f"{name}.words"
    words.write_bytes(b"".join(b'"\\"%s\\":"\n' % word for word in KINDS.split()))
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST[name]}", "-timeout=10", "-rss_limit_mb=2048"]
    places = [f"-dict={words}", f"-artifact_prefix={folder}/{name}-", str(corpus)]
    atheris.Setup([sys.argv[0], *options, *places], targets.targets()[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
