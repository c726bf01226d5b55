"""Row 17: to preview a publication of 50 cases of many, beside the same 50 in a vault of their own.

Each is measured in a process of its own, whose growth is what the preview takes: `publishing_cost.py VAULT`.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import library
from table import Row, compare, milliseconds

from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session

_PUBLISHED, _MOST_SECONDS, _MOST_GROWTH = 50, 3, 250 << 20
_ROUNDS = 3


def rows(sizes: list[int], keep: Path | None) -> Iterator[Row]:
    """Measure at each number of cases."""
    with nullcontext(keep) if keep is not None else tempfile.TemporaryDirectory() as name:
        own = _ready(Path(name), _PUBLISHED)
        for cases in sizes:
            grown = list[int]()
            measured = partial(_measured, _ready(Path(name), cases), grown)
            ours, alone = compare(measured, lambda: _measured(own, []), _ROUNDS)
            growth = max(grown)
            yield Row(
                17,
                f"{_PUBLISHED} of {cases:,} cases: preview",
                f"{milliseconds(ours)}, +{growth >> 20} MiB",
                milliseconds(alone),
                ours / alone,
                f"<= {_MOST_SECONDS} s, +{_MOST_GROWTH >> 20} MiB",
                ours <= _MOST_SECONDS and growth <= _MOST_GROWTH,
            )


def _ready(folder: Path, cases: int) -> Path:
    """Return a vault with so many cases, the first of which may be told under labels."""
    vault = library.make(folder, cases).vault
    with _open(vault) as session, session.store.change("bench") as change:
        for case in _chosen(session):
            for record in (session.store.get(case), *session.store.events_of_case(case)):
                change.put(record.with_visibility(Visibility.PUBLIC))
    return vault


def _open(vault: Path) -> Session:
    return Session.open(vault, PassphraseSecret(library.PASSPHRASE))


def _chosen(session: Session) -> list[RecordId]:
    return session.store.ids(Kind.CASE)[:_PUBLISHED]


def _measured(vault: Path, grown: list[int]) -> float:
    """Return the seconds of CPU that a preview takes; note by how many bytes the process grew."""
    command = [sys.executable, __file__, str(vault)]
    made = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, growth = json.loads(made.stdout)
    grown.append(growth)
    return float(seconds)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


if __name__ == "__main__":
    with _open(Path(sys.argv[1])) as desk:
        request = PublishRequest(profile="labels", cases=tuple(_chosen(desk)))
        begin, small = time.process_time(), _peak()
        publications.preview(desk, request)
        print(json.dumps([time.process_time() - begin, _peak() - small]))
