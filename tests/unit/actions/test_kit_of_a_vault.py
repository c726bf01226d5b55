"""A vault goes out as a kit and comes in whole: into itself it brings nothing, into an empty one all."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from hrddesk.actions import evidence, exports, imports
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, canonical_json
from hrddesk.session import Session
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.interop.drawn_records import KINDS, world
from tests.unit.interop.test_kit_round_trip import goes, names_of, said


def _held(session: Session) -> dict[Kind, list[Record]]:
    return {kind: list(session.store.all(kind)) for kind in KINDS}


def _all(held: Mapping[Kind, Sequence[Record]]) -> dict[Kind, Counter[bytes]]:
    """Return what all records say, of each kind, whatever the order in which they came."""
    names = dict.fromkeys(names_of(held), "a record")
    return {
        kind: Counter(canonical_json(said(record, names)) for record in found if goes(record, names))
        for kind, found in held.items()
    }


@pytest.mark.parametrize("form", exports.FORMATS)
@pytest.mark.parametrize("seed", range(3))
def test_it_comes_in_whole(session: Session, tmp_path: Path, seed: int, form: str) -> None:
    drawn = world(random.Random(f"vault {seed}"), 4)
    with session.store.change("test") as change:
        for record in (record for found in drawn.values() for record in found):
            change.put(record)
    held = _held(session)
    exports.run(session, tmp_path / "out", form, secret_files=True)
    logs = {piece.id: evidence.log(session, piece.id) for piece in held[Kind.EVIDENCE]}
    again, _ = imports.run(session, tmp_path / "out", source="kit")
    assert (again.errors, again.new, again.updated) == ((), {}, {})
    assert _held(session) == held
    assert {piece: evidence.log(session, piece) for piece in logs} == logs
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        report, _ = imports.run(other, tmp_path / "out", source="kit")
        assert report.errors == ()
        assert _all(_held(other)) == _all(held)
