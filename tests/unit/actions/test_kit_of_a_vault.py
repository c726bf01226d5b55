"""A vault goes out whole and comes in whole, by a kit and by a bundle; its own kit brings it nothing."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from hrddesk.actions import bundles, contacts, evidence, exports, identity, imports
from hrddesk.jobs import Job
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


def _fill(session: Session, seed: int) -> None:
    drawn = world(random.Random(f"vault {seed}"), 4)
    with session.store.change("test") as change:
        for record in (record for found in drawn.values() for record in found):
            change.put(record)


@pytest.mark.parametrize("form", exports.FORMATS)
@pytest.mark.parametrize("seed", range(3))
def test_it_comes_in_whole(session: Session, tmp_path: Path, seed: int, form: str) -> None:
    _fill(session, seed)
    exports.run(session, tmp_path / "out", form, secret_files=True)
    held = _held(session)  # what leaves says its country
    logs = {piece.id: evidence.log(session, piece.id) for piece in held[Kind.EVIDENCE]}
    again, _ = imports.run(session, tmp_path / "out", source="kit")
    assert (again.errors, again.new, again.updated) == ((), {}, {})
    assert _held(session) == held
    assert {piece: evidence.log(session, piece) for piece in logs} == logs
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        report, _ = imports.run(other, tmp_path / "out", source="kit")
        assert report.errors == ()
        assert _all(_held(other)) == _all(held)


@pytest.mark.parametrize("seed", range(2))
def test_a_bundle_brings_an_empty_vault_the_same_records(session: Session, tmp_path: Path, seed: int) -> None:
    _fill(session, seed)
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        for left, right, name in ((session, other, "coordinator"), (other, session, "documenter")):
            contacts.add(left, identity.write_card(right, tmp_path), name)
            contacts.verify(left, name, " ".join(identity.show(right).words))
        written = bundles.write_bundle(session, tmp_path, ["coordinator"], None, Job())
        bundles.accept(other, bundles.read_bundle(other, written.path, Job()).review, None, Job())
        ours, theirs = (
            {record.id: record for found in _held(desk).values() for record in found}
            for desk in (session, other)
        )
        assert theirs == ours
