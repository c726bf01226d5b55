"""A vault goes out whole and comes in whole, by a kit and by a bundle; its own kit brings it nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import evidence, parties
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, canonical_json
from hrddesk.records.rules import custody
from hrddesk.store.evidence import custody as own_custody
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests import campaigns
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.interop.drawn_records import KINDS, world
from tests.unit.interop.test_kit_round_trip import goes, names_of, naming_ids, said


def _held(session: Session) -> dict[Kind, list[Record]]:
    return {kind: list(session.store.all(kind)) for kind in KINDS}


def _all(held: Mapping[Kind, Sequence[Record]]) -> dict[Kind, Counter[bytes]]:
    """Return what all records say, of each kind, whatever the order in which they came."""
    every = names_of(held)
    going = naming_ids({kind: [r for r in found if goes(r, every)] for kind, found in held.items()})
    names = dict.fromkeys(names_of(going), "a record")
    return {
        kind: Counter(canonical_json(said(record, names)) for record in found)
        for kind, found in going.items()
    }


def _with_logs(session: Session, held: Mapping[Kind, Sequence[Record]]) -> dict[Kind, Sequence[Record]]:
    """Return the records as another desk has them, to which this vault's log of evidence is one of others."""
    logs = own_custody.logs(session.store.db)
    return {
        **held,
        Kind.EVIDENCE: [custody.grown(piece, logs[piece.id], ()) for piece in held[Kind.EVIDENCE]],
    }


def _fill(session: Session, seed: int) -> None:
    drawn = world(campaigns.chance(f"vault {seed}"), 4)
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
    whole = _all(_with_logs(session, held))
    again = imports.run(session, tmp_path / "out", source="kit").result
    assert (again.errors, again.new, again.updated) == ((), {}, {})
    assert _held(session) == held
    assert {piece: evidence.log(session, piece) for piece in logs} == logs
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        report = imports.run(other, tmp_path / "out", source="kit").result
        assert report.errors == ()
        assert _all(_held(other)) == whole


def test_a_log_goes_out_and_comes_back(session: Session, tmp_path: Path) -> None:
    (tmp_path / "gate.txt").write_text("a gate", "utf-8")
    (tmp_path / "road.txt").write_text("a road", "utf-8")
    evidence.add(session, None, tmp_path / "road.txt", Job())
    added = evidence.add(session, None, tmp_path / "gate.txt", Job()).result
    evidence.edit(session, added.id, {"from_whom": "Odal Brisk"})
    evidence.edit(session, added.id, {"from_whom": "heron"})
    evidence.save(session, added.id, tmp_path / "copy", Job())
    exports.run(session, tmp_path / "there", secret_files=True, format="kit")
    text = (tmp_path / "there" / "custody.csv").read_text("utf-8")
    assert "Odal Brisk" not in text  # what was corrected stays at home
    before = evidence.log(session, added.id)
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        imports.run(other, tmp_path / "there", source="kit")
        again = imports.run(other, tmp_path / "there", source="kit").result
        assert again.id is None
        (piece,) = (
            item for item in other.store.all(Kind.EVIDENCE) if item.text("original_name") == "gate.txt"
        )
        log = evidence.log(other, piece.id)
        assert [entry.is_received for entry in log] == [True] * 4 + [False]
        assert [_done(entry) for entry in log[:4]] == [_done(entry) for entry in before[:4]]
        evidence.edit(other, piece.id, {"note": "looked at"})
        exports.run(other, tmp_path / "back", secret_files=True, format="kit")
        theirs = [_done(entry) for entry in evidence.log(other, piece.id) if not entry.is_received]
        sent = {line for line in text.splitlines() if line.startswith(added.ref)}
    back = (tmp_path / "back" / "custody.csv").read_text("utf-8")
    assert sent <= set(back.splitlines())
    imports.run(session, tmp_path / "back", source="kit")
    after = evidence.log(session, added.id)
    own = [entry for entry in after if not entry.is_received]
    assert own[: len(before)] == before
    assert [_done(entry) for entry in after if entry.is_received] == theirs[:-1]
    assert not session.store.history.broken_links()


def _done(entry: evidence.CustodyEntry) -> tuple[int, int, str, str]:
    return entry.time, entry.number, entry.what, entry.who


def test_what_two_desks_contradict_each_other_in_comes_in_whole(session: Session, tmp_path: Path) -> None:
    party = parties.create(session, {"kind": "person", "birth": "1985"}).result
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        _know_each_other(session, other, tmp_path)
        _send(session, other, "coordinator", tmp_path)
        parties.edit(session, party, {"birth": "1995"})
        parties.edit(other, party, {"death": "1990"})
        _send(other, session, "documenter", tmp_path)
    person = session.store.get(party)
    assert (person.text("birth"), person.text("death")) == ("1995", "1990")
    exports.run(session, tmp_path / "out", "kit")
    with Session.open(new_vault(tmp_path / "empty.hrdv", "empty"), SECRET) as empty:
        report = imports.run(empty, tmp_path / "out").result
        assert [item.code for item in report.warnings] == [RemarkCode.CONTRADICTION_KEPT]
        (person,) = empty.store.all(Kind.PARTY)
        assert (person.text("birth"), person.text("death")) == ("1995", "1990")


def _know_each_other(session: Session, other: Session, folder: Path) -> None:
    for left, right, name in ((session, other, "coordinator"), (other, session, "documenter")):
        contacts.add(left, identity.write_card(right, folder), name)
        contacts.verify(left, name, " ".join(identity.show(right).words))


def _send(session: Session, other: Session, name: str, folder: Path) -> None:
    written = bundles.write_bundle(session, folder, [name], None, Job())
    bundles.accept(other, bundles.read_bundle(other, written.path, Job()).review, None, Job())


@pytest.mark.parametrize("seed", range(2))
def test_a_bundle_brings_an_empty_vault_the_same_records(session: Session, tmp_path: Path, seed: int) -> None:
    _fill(session, seed)
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        _know_each_other(session, other, tmp_path)
        _send(session, other, "coordinator", tmp_path)
        ours, theirs = (
            {record.id: record for found in _held(desk).values() for record in found}
            for desk in (session, other)
        )
        assert theirs == ours
