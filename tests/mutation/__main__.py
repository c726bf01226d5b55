"""Put small faults into the modules that nobody may get wrong, and see whether the tests notice.

    python -m tests.mutation --count 150 --seed 1 --out mutants.jsonl

Works on a copy of the checkout. Each mutant meets the tests that mirror its module, and where it survives
them, the rest of its package. Every mutant is one line of JSON in the file; those that are there are not run
again. `--seconds` ends a run early; the same command goes on with it. What survives is either untested or
changes nothing: a person decides.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.mutation import mutants

ROOT: Final = Path(__file__).resolve().parents[2]
SECONDS: Final = 60
"""What the mirrored tests may take beyond four times what they take without a fault."""
WIDER_SECONDS: Final = 240

MODULES: Final[Mapping[str, Sequence[str]]] = {
    "crypto/age": ["crypto/**/test_age*.py"],
    "crypto/age_header": ["crypto/test_age_header.py"],
    "crypto/age_payload": ["crypto/**/test_age*.py"],
    "crypto/keyslots": ["crypto/**/test_keyslots*.py"],
    "crypto/evidence_stream": ["crypto/test_evidence_stream.py"],
    "bundle/merging/merge": ["bundle/**/test_merge*.py"],
    "bundle/receiving/read": ["bundle/**/test_read*.py"],
    "bundle/receiving/enclosures": [
        "bundle/**/test_read*.py",
        "bundle/format/test_protected_lines.py",
        "bundle/format/test_custody_lines.py",
    ],
    "bundle/receiving/bundle_file": [
        "bundle/test_opened.py",
        "bundle/**/test_read*.py",
        "bundle/receiving/test_batch.py",
    ],
    "bundle/review/queue": ["bundle/review/test_queue.py"],
    "bundle/merging/level_changes": ["bundle/merging/test_level_changes.py"],
    "store/database/history": [
        "store/database/test_history.py",
        "store/records/test_store.py",
        "store/vault/test_folder.py",
    ],
    "store/vault/forgetting": [
        "store/vault/test_forgetting.py",
        "bundle/test_forgotten_along.py",
        "bundle/test_hand_off.py",
        "bundle/test_kept_once.py",
        "actions/test_people_across_publications.py",
    ],
    "store/records/change": ["store/records/test_store.py", "store/database/test_ledger.py"],
    "redact/detection/matcher": ["redact/detection/test_matcher.py", "redact/test_names_in_texts.py"],
    "redact/texts/censor": [
        "redact/texts/test_censor.py",
        "redact/test_ordinary_words.py",
        "redact/publication/test_redaction.py",
        "redact/test_names_in_texts.py",
        "redact/test_decided_texts.py",
        "redact/detection/test_givers.py",
        "redact/risks/test_secrets.py",
    ],
    "redact/texts/asking": [
        "redact/texts/test_censor.py",
        "redact/test_ordinary_words.py",
        "redact/test_names_in_texts.py",
        "redact/test_decided_texts.py",
        "redact/test_printed_together.py",
    ],
    "redact/people/standing": [
        "redact/people/test_standing.py",
        "redact/test_who_appears.py",
        "redact/risks/test_secrets.py",
    ],
    "redact/people/labels": ["redact/people/test_labels.py"],
    "analysis/status/status": ["analysis/**/test_status*.py"],
    "analysis/overview/clocks": ["analysis/overview/test_clocks.py"],
    "records/dates/dates": ["records/**/test_dates*.py"],
    "records/dates/phrases": ["records/dates/test_phrases.py"],
    "publish/audit/audit": ["publish/**/test_audit*.py", "publish/test_pictures.py"],
}
"""Each module with the tests that mirror it, in tests/unit."""

WIDER: Final[Mapping[str, Sequence[str]]] = {
    "store": [
        "store/**/test_*.py",
        "bundle/test_hand_off.py",
        "bundle/test_kept_once.py",
        "actions/records/test_history.py",
    ]
}
"""What is tried next, where it is not the package alone: forgetting is used by the exchange."""


def main() -> int:
    """Run the mutants and print the table; 1 where a test fails without any fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--count", type=int, default=150, help="how many mutants, over all modules")
    parser.add_argument("--seed", default="1", help="which ones")
    parser.add_argument("--out", type=Path, required=True, help="the file of results, which is gone on with")
    parser.add_argument("--module", action="append", choices=list(MODULES), help="only of this module")
    parser.add_argument("--kind", action="append", help="only of this kind, such as `operand`")
    parser.add_argument("--mirrored", action="store_true", help="leave the wider tests out")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no mutant after so many")
    args = parser.parse_args()
    end = time.monotonic() + args.seconds
    chosen = args.module or list(MODULES)
    done = _results(args.out)
    with tempfile.TemporaryDirectory(prefix="hrddesk-mutants-") as name:
        copy = _copy(Path(name))
        for at, module in enumerate(chosen):
            count = args.count // len(chosen) + (at < args.count % len(chosen))
            path = copy / "hrddesk" / f"{module}.py"
            every = [
                each for each in mutants.find(path.read_bytes()) if each.kind in (args.kind or [each.kind])
            ]
            drawn = mutants.choose(every, count, f"{args.seed} {module}")
            for result in _try(copy, module, drawn, done, wider=not args.mirrored):
                with args.out.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(result, ensure_ascii=False) + "\n")
                print(f"{result['outcome']:9} {module}:{result['what']}", flush=True)
                if time.monotonic() > end:
                    print("Not all were run: the same command goes on.")
                    return 2
    _table(_results(args.out), chosen)
    return 0


def _results(path: Path) -> list[dict[str, str]]:
    """Return the last result of each mutant."""
    rows = map(json.loads, path.read_text("utf-8").splitlines() if path.exists() else [])
    return list({(row["module"], row["what"]): row for row in rows}.values())


def _copy(place: Path) -> Path:
    """Copy what git tracks into `checkout`, with `shared` beside it as it lies beside the checkout."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        target = place / "checkout" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, target)
    (place / "shared").symlink_to(ROOT.parent / "shared")
    return place / "checkout"


def _try(
    copy: Path,
    module: str,
    drawn: Sequence[mutants.Mutant],
    done: Sequence[Mapping[str, str]],
    *,
    wider: bool,
) -> Iterator[dict[str, str]]:
    path = copy / "hrddesk" / f"{module}.py"
    source = path.read_bytes()
    known = {(row["module"], row["what"]): row for row in done}
    mirrored, rest = _tests(copy, module)
    seconds = 0.0
    for mutant in drawn:
        what = mutant.describe(source)
        before = known.get((module, what))
        if before is not None and (before["outcome"] != "mirrored" or not wider):
            continue
        if not seconds:
            started = time.monotonic()
            if _run(copy, mirrored, 600) != "survived":
                raise SystemExit(f"{module}: its tests fail without any fault")
            seconds = SECONDS + 4 * (time.monotonic() - started)
        path.write_bytes(mutant.apply(source))
        try:
            outcome = _run(copy, mirrored, seconds)
            if outcome == "survived":
                outcome = _wider(_run(copy, rest, WIDER_SECONDS)) if wider else "mirrored"
        finally:
            path.write_bytes(source)
        yield {"module": module, "what": what, "outcome": outcome}


def _wider(outcome: str) -> str:
    """Return the outcome of wider tests; that they had not ended in time says nothing."""
    return {"killed": "wider", "timeout": "survived"}.get(outcome, outcome)


def _tests(copy: Path, module: str) -> tuple[list[str], list[str]]:
    """Return the tests that mirror a module, and those that are tried next, nearest first."""
    unit, package = copy / "tests" / "unit", module.split("/")[0]

    def named(patterns: Sequence[str]) -> list[str]:
        return [str(path) for pattern in patterns for path in sorted(unit.glob(pattern))]

    mirrored = list(dict.fromkeys(named(MODULES[module])))
    rest = [path for path in named(WIDER.get(package, [f"{package}/**/test_*.py"])) if path not in mirrored]
    name = module.rpartition("/")[2]
    return mirrored, sorted(rest, key=lambda path: name not in Path(path).read_text("utf-8"))


def _run(copy: Path, tests: Sequence[str], seconds: float) -> str:
    """Run tests until one fails: killed, survived, or timeout."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=no", *tests]
    paths = os.pathsep.join(map(str, (copy, copy / "ui")))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        command, cwd=copy, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            return "killed" if process.wait(seconds) else "survived"
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return "timeout"


def _table(results: Sequence[Mapping[str, str]], chosen: Sequence[str]) -> None:
    names = ("killed", "timeout", "wider", "mirrored", "survived")
    print(f"\n{'':22} " + " ".join(f"{name:>8}" for name in names))
    for module in chosen:
        counts = Counter(row["outcome"] for row in results if row["module"] == module)
        print(f"{module:22} " + " ".join(f"{counts[name]:8}" for name in names))


if __name__ == "__main__":
    sys.exit(main())
