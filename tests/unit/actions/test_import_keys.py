"""A record that another desk gave the key of our row is not our row."""

import csv
from pathlib import Path

import pytest

from hrddesk.actions.interop import exports, imports
from hrddesk.errors import ImportRefused
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.vault.session import Session

PARTIES = "party,sex,age\np1,f,29\np2,m,30\n"


def _kit(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def _key(key: str) -> dict[str, str]:
    return {"source": "summer", "file": "parties.csv", "key": key}


@pytest.fixture
def stranger(session: Session) -> Record:
    """A record that came in a bundle and has the key of a row that is not imported yet."""
    record = Record(kind=Kind.PARTY, id=new_id()).with_fields(age="70").with_elements("keys", [_key("p1")])
    with session.store.change("bundle.accepted") as change:
        change.put(record)
    return record


def test_an_import_leaves_the_stranger_alone_and_loses_nothing(
    session: Session, stranger: Record, tmp_path: Path
) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES)
    report = imports.run(session, folder).result
    assert report.new == {"party": 2}
    assert [(item.row, item.code) for item in report.warnings] == [(2, RemarkCode.KEY_TAKEN_TOO)]
    assert session.store.get(stranger.id) == stranger
    assert [party.text("age") for party in session.store.all(Kind.PARTY)] == ["70", "29", "30"]
    again = imports.run(session, _kit(folder, parties=PARTIES.replace("29", "31"))).result
    assert (again.new, again.updated, again.warnings) == ({}, {"party": 1}, ())
    assert session.store.get(stranger.id) == stranger


def test_a_key_that_a_bundle_put_into_our_record_does_not_bring_another_row_into_it(
    session: Session, tmp_path: Path
) -> None:
    imports.run(session, _kit(tmp_path / "summer", parties="party,age\np2,30\n"))
    (ours,) = session.store.all(Kind.PARTY)
    with session.store.change("bundle.accepted") as change:
        change.put(ours.with_elements("keys", [*ours.values("keys"), _key("p1")]))
    report = imports.run(session, _kit(tmp_path / "summer", parties=PARTIES)).result
    assert (report.new, report.updated) == ({"party": 1}, {"party": 1})
    assert [party.text("age") for party in session.store.all(Kind.PARTY)] == ["30", "29"]


def test_an_event_is_not_given_to_the_stranger(session: Session, stranger: Record, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", events="event,party,type\ne1,p1,detained\n")
    with pytest.raises(ImportRefused):
        imports.run(session, folder)
    report = imports.run(session, folder, dry_run=True).result
    assert [item.code for item in report.errors] == [RemarkCode.KEY_OF_ANOTHER]
    _kit(folder, events=f"event,party,type\ne1,{stranger.id},detained\n")
    imports.run(session, folder)
    (victim,) = next(session.store.all(Kind.EVENT)).values("parties")
    assert victim["party"] == stranger.id


def test_an_export_gives_a_key_to_ours_so_that_it_can_be_imported_again(
    session: Session, stranger: Record, tmp_path: Path
) -> None:
    imports.run(session, _kit(tmp_path / "summer", parties=PARTIES))
    ours = list(session.store.all(Kind.PARTY))[1:]
    with session.store.change("bundle.accepted") as change:  # and p2 gets our own p1, first in order
        keys = [_key("p1"), *ours[1].values("keys")]
        change.put(ours[1].with_elements("keys", keys))
    before = list(session.store.all(Kind.PARTY))
    exports.run(session, tmp_path / "out", "kit")
    with (tmp_path / "out" / "parties.csv").open(encoding="utf-8", newline="") as stream:
        written = {row["party"]: row["age"] for row in csv.DictReader(stream)}
    assert written == {"p1": "29", "p2": "30", stranger.id: "70"}
    imports.run(session, tmp_path / "out")
    assert [party.text("age") for party in session.store.all(Kind.PARTY)] == ["70", "29", "30"]
    assert [party.id for party in session.store.all(Kind.PARTY)] == [party.id for party in before]
