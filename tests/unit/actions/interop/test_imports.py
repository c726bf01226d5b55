"""An import is all or nothing, tells what it does, changes nothing twice, and is taken back as a whole."""

import csv
import json
from pathlib import Path

import pytest

from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import cases, events, evidence, history, parties
from hrddesk.errors import (
    FileUnreadable,
    ImportRefused,
    InvalidValue,
    UndoNotPossible,
    UnknownFormat,
)
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent
from hrddesk.system.paths import resources
from tests.real_report import as_the_kit_has_it

PARTIES = "party,names\np1,Ji Shuo@Latn:main|籍朔@Hans:main\np2,Pang Suhe\n"
EVENTS = "event,party,type,date\ne1,p1,detained,2022-03\ne2,p2,tried,1954-02-29\n"


def _kit(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def _counts(session: Session) -> dict[str, int]:
    counted = {kind.value: len(session.store.ids(kind)) for kind in Kind}
    return {kind: count for kind, count in counted.items() if count}


def _everything(session: Session) -> list[object]:
    return [record.to_json() for kind in Kind for record in session.store.all(kind)]


def test_the_real_report_goes_in_and_out_with_the_same_facts(
    session: Session, shared: Path, tmp_path: Path
) -> None:
    folder = shared / "data" / "report2020"
    report, changes = imports.run(session, folder)
    counts = {"party": 74, "case": 73, "event": 137, "relation": 8, "figure": 20}
    found = report.to_json()
    assert [warning["column"] for warning in found.pop("warnings")] == ["pregnant"]
    assert found.pop("places")["linked"] == 32
    assert found == {
        "rows": 239, "new": counts, "updated": {}, "unchanged": 0, "errors": [],
        "counted": {"unknown-column": 1}, "left_out": 0,
        "without_role": 0, "made_concerned": 73, "import": report.id,
        "levels": {"tightened": 0, "loosened": 0, "kept_stricter": 0},
    }  # fmt: skip
    places = {"place": len(session.store.ids(Kind.PLACE))}
    assert _counts(session) == counts | places
    assert (len(changes.cases), len(changes.parties), len(changes.events)) == (73, 74, 137)
    exports.run(session, tmp_path / "out", "kit")
    for file, key in (
        ("parties.csv", "party"), ("events.csv", "event"), ("figures.csv", "figure"), ("relations.csv", None),
    ):  # fmt: skip
        rows = []
        for where in (folder, tmp_path / "out"):
            with (where / file).open(encoding="utf-8", newline="") as stream:
                rows.append(
                    {(row[key] if key else tuple(row.values())): row for row in csv.DictReader(stream)}
                )
        for row in rows[1].values():
            row.pop("place_key", None)  # the place that the words were linked to
        rows[0] = {key: as_the_kit_has_it(row) for key, row in rows[0].items()}
        assert rows[0].keys() == rows[1].keys()
        assert [k for k, row in rows[0].items() if row != rows[1][k]] == []


def test_demand_2_a_day_that_does_not_exist_is_kept_raw_with_a_warning(
    session: Session, tmp_path: Path
) -> None:
    report = imports.run(session, _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)).result
    assert [(w.row, w.column, w.value) for w in report.warnings] == [(3, "date", "1954-02-29")]
    tried = next(event for event in session.store.all(Kind.EVENT) if event.text("type") == "tried")
    assert tried.text("date") == "1954-02-29"
    assert session.store.db.execute(
        "SELECT date_first, date_last FROM event WHERE id = ?", (tried.id,)
    ).fetchone() == (None, None)


def test_a_dry_run_changes_nothing(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)
    head = session.store.history.head()
    report, changes = imports.run(session, folder, dry_run=True)
    assert report.new == {"party": 2, "case": 2, "event": 2}
    assert report.id is None
    assert not changes
    assert _counts(session) == {}
    assert session.store.history.head() == head
    assert imports.all_imports(session.store) == []
    again = imports.run(session, folder).result
    assert (again.new, again.warnings) == (report.new, report.warnings)


def test_twice_changes_nothing(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)
    first = imports.run(session, folder).result
    before, head = _everything(session), session.store.history.head()
    second, changes = imports.run(session, folder)
    assert (second.new, second.updated, second.unchanged, second.id) == ({}, {}, 4, None)
    assert not changes
    assert _everything(session) == before
    assert session.store.history.head() == head
    assert [item.act for item in imports.all_imports(session.store)] == [first.id]


def test_changed_rows_are_updated(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)
    imports.run(session, folder)
    _kit(folder, events=EVENTS.replace("2022-03", "2022-03-05") + "e3,p1,released,\n")
    report, changes = imports.run(session, folder)
    assert (report.new, report.updated, report.unchanged) == ({"event": 1}, {"event": 1}, 3)
    assert len(changes.events) == 2
    assert sorted(event.text("date") for event in session.store.all(Kind.EVENT)) == [
        "",
        "1954-02-29",
        "2022-03-05",
    ]


def test_a_date_that_does_not_exist_is_kept_with_a_warning(session: Session, tmp_path: Path) -> None:
    report = imports.run(session, _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)).result
    (warning,) = report.to_json()["warnings"]
    assert (warning["file"], warning["row"], warning["column"]) == ("events.csv", 3, "date")
    assert warning["value"] == "1954-02-29"
    assert "does not exist" in warning["message"]
    assert "1954-02-29" in [event.text("date") for event in session.store.all(Kind.EVENT)]


def test_one_error_imports_nothing_and_quotes_nothing(session: Session, tmp_path: Path) -> None:
    folder = _kit(
        tmp_path / "summer", parties=PARTIES, events=EVENTS + "e3,Zi Muyang,tried,\ne4,Jie Wangting,tried,\n"
    )
    report = imports.run(session, folder, dry_run=True).result
    assert [(f.row, f.column, f.value) for f in report.errors] == [
        (4, "party", "Zi Muyang"),
        (5, "party", "Jie Wangting"),
    ]
    with pytest.raises(ImportRefused) as caught:
        imports.run(session, folder)
    assert caught.value.details == {"count": "2", "first": "events.csv, row 4, column party"}
    assert "Muyang" not in str(caught.value)
    assert _counts(session) == {}
    assert session.store.setting("ref.case.2026") is None


@pytest.mark.parametrize(
    ("file", "data", "where"),
    [
        ("parties.csv", b"", "parties.csv, row 1"),
        ("parties.csv", b"nothing,known\n1,2\n", "parties.csv, row 1"),
        ("parties.csv", b"party\np1\np1\n", "parties.csv, row 3, column party"),
        ("parties.csv", b"party,names\np1,\x00\n", "parties.csv, row 2, column names"),
        ("parties.csv", b"party,names\np1,\xed\xa0\x80\n", "parties.csv, row 2"),
        ("parties.csv", "party,names\np1,籍朔\n".encode("gb18030"), "parties.csv, row 2"),
        ("parties.csv", "party,names\np1,籍朔\n".encode("utf-16"), "parties.csv"),
        ("parties.csv", b"party,names\np1," + b"x" * (1 << 20), "parties.csv, row 2, column names"),
        ("parties.csv", b'party,names\np1,"x\n', "parties.csv, row 2"),
        ("events.csv", b"event,party\ne1,p1\n", "events.csv, row 2, column party"),
        ("events.csv", b"event,case\ne1,none\n,none\n", "events.csv, row 3, column event"),
        ("parties.csv", b"party,=cmd()\np1,x\np1,x\n", "parties.csv, row 3, column party"),
        ("parties.csv", b"party,Gou Lanting,Gou Lanting\np1,x,y\n", "parties.csv, row 1"),
    ],
)
def test_hostile_files_are_refused_with_the_row(
    session: Session, tmp_path: Path, file: str, data: bytes, where: str
) -> None:
    (tmp_path / "summer").mkdir()
    (tmp_path / "summer" / file).write_bytes(data)
    with pytest.raises(ImportRefused) as caught:
        imports.run(session, tmp_path / "summer")
    assert caught.value.details["first"] == where
    report = imports.run(session, tmp_path / "summer", dry_run=True).result
    json.dumps(report.to_json()).encode("utf-8")
    assert _counts(session) == {}


def test_undo_is_as_if_it_had_not_been(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)
    first = imports.run(session, folder).result
    before = _everything(session)
    _kit(folder, events=EVENTS.replace("tried", "released") + "e3,p1,released,\n")
    second = imports.run(session, folder).result
    assert second.id is not None
    assert first.id is not None
    changes = imports.undo(session, second.id).changes
    assert len(changes.events) == 2
    assert _everything(session) == before
    again = imports.run(session, folder).result
    assert (again.new, again.updated) == ({"event": 1}, {"event": 1})
    assert again.id is not None
    imports.undo(session, again.id)
    imports.undo(session, first.id)
    assert _counts(session) == {}
    fresh = imports.run(session, folder).result
    assert fresh.new == {"party": 2, "case": 2, "event": 3}


def test_undo_that_is_not_possible(session: Session, tmp_path: Path) -> None:
    report = imports.run(session, _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)).result
    assert report.id is not None
    with pytest.raises(UndoNotPossible, match="no import of that number"):
        imports.undo(session, report.id + 1)
    edited = session.store.ids(Kind.EVENT)[0]
    events.edit(session, edited, {"assertion": "confirmed"})
    before = _everything(session)
    with pytest.raises(UndoNotPossible):
        imports.undo(session, report.id)
    assert _everything(session) == before


@pytest.mark.parametrize("what", ["event", "evidence", "case", "relation"])
def test_undo_never_leaves_a_record_that_names_what_is_gone(
    session: Session, tmp_path: Path, what: str
) -> None:
    report = imports.run(session, _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)).result
    assert report.id is not None
    case, party = session.store.ids(Kind.CASE)[0], session.store.ids(Kind.PARTY)[0]
    if what == "event":
        made = events.add(session, case, {"type": "tried"}).result
    elif what == "evidence":
        made = evidence.add(session, case, tmp_path / "summer" / "events.csv", silent()).result.id
    elif what == "case":
        made = cases.create(session, {}, {"parties": [{"party": party, "role": "subject"}]}).result
    else:
        made = new_id()
        with session.store.change("test") as change:
            change.put(
                Record(kind=Kind.RELATION, id=made).with_fields(subject=party, type="friend_of", object=party)
            )
    before = _everything(session)
    with pytest.raises(UndoNotPossible, match="refer"):
        imports.undo(session, report.id)
    assert _everything(session) == before
    with session.store.change("test") as change:
        change.delete(made)
    imports.undo(session, report.id)
    assert _counts(session) == {}


_TERMS = "term,vocabulary,code,label@en\nt1,event_type,x.vigil,Vigil\n"
_QUESTIONS = "question,owner,key,label@en,type\nq1,case,hearing,Was there a hearing?,text\n"


@pytest.mark.parametrize("what", ["link", "term", "question"])
def test_undo_never_takes_an_event_or_words_that_other_cases_use(
    session: Session, tmp_path: Path, what: str
) -> None:
    kit = _kit(tmp_path / "k", parties=PARTIES, events=EVENTS, terms=_TERMS, questions=_QUESTIONS)
    case = cases.create(session, {"title": "Ours"}).result
    before_import = _everything(session)
    report = imports.run(session, kit).result
    assert report.id is not None
    if what == "question":
        cases.edit(session, case, {}, {"values": [{"field": "hearing", "answer": "none"}]})
    else:
        links = [{"type": "follows", "event": session.store.ids(Kind.EVENT)[0]}]
        told = {"type": "x.vigil" if what == "term" else "tried"}
        events.add(session, case, told, {"links": links} if what == "link" else {})
    before = _everything(session)
    with pytest.raises(UndoNotPossible, match="refer"):
        imports.undo(session, report.id)
    assert _everything(session) == before
    history.undo(session)
    imports.undo(session, report.id)
    assert _everything(session) == before_import


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.SOURCE])
def test_undo_never_takes_a_place_or_source_that_others_use(
    session: Session, tmp_path: Path, kind: Kind
) -> None:
    kit = _kit(tmp_path / "k", places="place,label@en\nx1,Camp Nine\n", sources="cited,title\ns1,A letter\n")
    report = imports.run(session, kit).result
    assert report.id is not None
    shared, made = session.store.ids(kind)[0], new_id()
    who = parties.create(session, {}, {"names": [{"name": "Ji Shuo"}]}).result
    with session.store.change("test") as change:
        if kind is Kind.PLACE:
            change.put(
                Record(kind=Kind.PLACE, id=made).with_labels({"en": "Block Two"}).with_fields(parent=shared)
            )
        else:
            cites = {"record": who, "source": shared, "field": "names", "stance": "supports"}
            change.put(Record(kind=Kind.CITATION, id=made).with_fields(**cites))
    before = _everything(session)
    with pytest.raises(UndoNotPossible, match="refer"):
        imports.undo(session, report.id)
    assert _everything(session) == before
    with session.store.change("test") as change:
        change.delete(made)
    imports.undo(session, report.id)
    assert session.store.ids(kind) == []


def test_undo_twice(session: Session, tmp_path: Path) -> None:
    report = imports.run(session, _kit(tmp_path / "summer", parties=PARTIES)).result
    assert report.id is not None
    imports.undo(session, report.id)
    with pytest.raises(UndoNotPossible, match="undone before"):
        imports.undo(session, report.id)
    assert [item.undone for item in imports.all_imports(session.store)] == [True]


def test_an_import_keeps_what_the_desk_changed_and_deleted(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)
    imports.run(session, folder)
    first, second = session.store.ids(Kind.EVENT)
    events.edit(session, first, {"date": "2022-03-05"})
    events.remove(session, second)
    report = imports.run(session, folder).result
    assert (report.new, report.updated, report.unchanged) == ({}, {}, 4)
    assert session.store.get(first).text("date") == "2022-03-05"
    assert session.store.ids(Kind.EVENT) == [first]


def test_a_row_may_be_a_record_of_this_desk(session: Session, tmp_path: Path) -> None:
    party = parties.create(
        session, {}, {"names": [{"name": "Ji Shuo", "script": "Latn", "kind": "main"}]}
    ).result
    ref = session.store.get(party).text("ref")
    text = f"party,age\n{ref},29\n{'0' * 32},30\nABCD-2026-P0009,31\n"
    report = imports.run(session, _kit(tmp_path / "summer", parties=text)).result
    assert (report.new, report.updated) == ({"party": 2}, {"party": 1})
    assert session.store.get(party).text("age") == "29"


def test_the_beginning_of_an_id_is_no_key(session: Session, tmp_path: Path) -> None:
    party = parties.create(session, {}).result
    report = imports.run(session, _kit(tmp_path / "summer", parties=f"party,age\n{party[:10]},29\n")).result
    assert report.new == {"party": 1}
    assert session.store.get(party).text("age") == ""


def test_a_key_in_a_record_of_another_kind_is_no_row(session: Session, tmp_path: Path) -> None:
    odd = Record(kind=Kind.CASE, id=new_id()).with_elements(
        "keys", [{"source": "summer", "file": "parties.csv", "key": "p1"}]
    )
    with session.store.change("test") as change:
        change.put(odd)
    report = imports.run(session, _kit(tmp_path / "summer", parties=PARTIES)).result
    assert report.new == {"party": 2}
    assert session.store.get(odd.id) == odd


def test_relations_that_are_there_are_not_made_again(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES, relations="from,type,to\np1,friend_of,p2\n")
    imports.run(session, folder)
    relation = next(session.store.all(Kind.RELATION))
    with session.store.change("test") as change:
        change.put(relation.with_elements("keys", []))
    other = _kit(tmp_path / "winter", relations="from,type,to\np1,friend_of,p2\n")
    report = imports.run(session, other, source="summer").result
    assert report.new == {}
    assert len(session.store.ids(Kind.RELATION)) == 1


def test_the_source_is_the_name_of_the_folder_unless_given(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES)
    imports.run(session, folder)
    assert session.store.by_key("summer", "parties.csv", "p1") is not None
    imports.run(session, folder, source="other")
    assert session.store.by_key("other", "parties.csv", "p1") is not None
    assert _counts(session) == {"party": 4}
    imports.run(session, folder / "parties.csv")
    assert session.store.by_key("parties", "parties.csv", "p1") is not None


def test_visibility(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES)
    imports.run(session, folder, visibility="public")
    assert {p.visibility("names") for p in session.store.all(Kind.PARTY)} == {Visibility.PUBLIC}
    report, changes = imports.run(session, folder, visibility="secret")
    assert (report.updated, report.tightened, report.loosened, report.kept_stricter) == (
        {"party": 2},
        2,
        0,
        0,
    )
    assert len(changes.parties) == 2
    report = imports.run(session, folder, visibility="public").result
    assert (report.updated, report.kept_stricter) == ({}, 2)
    report = imports.run(session, folder, visibility="public", loosen=True).result
    assert (report.updated, report.loosened, report.kept_stricter) == ({"party": 2}, 2, 0)
    assert report.to_json()["levels"] == {"tightened": 0, "loosened": 2, "kept_stricter": 0}
    with pytest.raises(InvalidValue):
        imports.run(session, folder, visibility="everybody")


def test_what_is_no_kit(session: Session, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    for path in (tmp_path / "empty", tmp_path / "a.pdf"):
        with pytest.raises(UnknownFormat):
            imports.run(session, path)
    with pytest.raises(UnknownFormat):
        imports.run(session, _kit(tmp_path / "summer", parties=PARTIES), format="hologram")
    with pytest.raises(FileUnreadable):
        imports.run(session, tmp_path / "missing")
    report = imports.run(session, tmp_path / "summer", "kit").result
    assert report.rows == 2


def test_cancelling_leaves_no_trace(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "summer", parties=PARTIES, events=EVENTS)
    head = session.store.history.head()
    steps = 0

    def step(_: int, __: int) -> None:
        nonlocal steps
        steps += 1
        if steps == 12:  # past the files and the rows of the plan: records are being stored
            job.cancel()

    job = Job(step)
    with pytest.raises(Cancelled):
        imports.run(session, folder, job=job)
    assert steps == 12
    assert _counts(session) == {}
    assert session.store.history.head() == head


def test_the_sample_covers_what_the_program_is_about(session: Session) -> None:
    report = imports.run(session, resources() / "sample").result
    assert report.errors == ()
    people = [p for p in session.store.all(Kind.PARTY) if p.text("kind") == "person"]
    assert len(people) == 26
    assert len(session.store.ids(Kind.EVENT)) >= 60
    scripts = {str(e["script"]) for p in people for e in p.values("names")}
    assert scripts >= {"Latn", "Hans", "Hant", "Arab", "Tibt"}
    assert sum(len({e["script"] for e in p.values("names")}) > 1 for p in people) > 20
    names = [str(e["name"]) for p in people for e in p.values("names")]
    twice = {name for name in names if names.count(name) > 1}
    assert twice  # two people with one name
    assert any(a != b and a in b for a in names for b in names if len(a) == 2)  # a name inside a longer one
    texts = " ".join(case.text("narrative") for case in session.store.all(Kind.CASE))
    aliases = [str(e["name"]) for p in people for e in p.values("names") if e["kind"] == "alias"]
    assert all(alias in texts for alias in aliases)
    short = [name for name in names if len(name) == 2 and name in texts]
    assert any(texts[texts.index(n) - 1].isalnum() and texts[texts.index(n) + 2].isalnum() for n in short)
    levels = {level for p in people for level in (p.visibility("names"),)}
    assert levels == set(Visibility)
    assert {kind for kind in SPECS if session.store.ids(kind)} == {
        Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.RELATION, Kind.FIGURE, Kind.SOURCE, Kind.CITATION, Kind.PLACE,
        Kind.REPORT,
    }  # fmt: skip
    assert {case.text("country") for case in session.store.all(Kind.CASE)} >= {"", "HK"}
    assert len([f for f in (resources() / "sample" / "evidence").iterdir() if f.suffix != ".md"]) == 4
