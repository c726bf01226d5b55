"""Demand 11: any CSV or XLSX by mapping columns, and a public list by a shipped mapping."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from hrddesk.actions.interop import exports, imports, mappings
from hrddesk.actions.records import citations, parties, sources
from hrddesk.actions.records.citations import SourceStatement
from hrddesk.errors import (
    ImportLeavesOut,
    ImportRefused,
    InvalidValue,
    NoMappingFits,
    UndoNotPossible,
    UnknownFormat,
)
from hrddesk.interop.mapping.column_mapping import ColumnMapping, ColumnRule
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session

LIST = (
    "Name,Gender,Date of Birth,Date of Death,Place,Sentence,Source\n"
    "籍朔,male,1954-02-29,,Heyang,2031-05,https://a.example/1\n"
    "庞苏禾（苏苏）,female,1970,,,life,https://a.example/2 https://a.example/3\n"
    "籍朔,female,,2019?,,unknown,https://a.example/4\n"
    "宁澈•艾尼,male,,,Wusu,detention,https://a.example/2\n"
)


def _counts(session: Session) -> dict[str, int]:
    counted = {kind.value: len(session.store.ids(kind)) for kind in Kind}
    return {kind: count for kind, count in counted.items() if count}


def _everything(session: Session) -> list[object]:
    return [record.to_json() for kind in Kind for record in session.store.all(kind)]


def _table(folder: Path, text: str = LIST, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_demand_11_the_public_list_is_imported_by_the_shipped_mapping(session: Session, shared: Path) -> None:
    path = shared / "data" / "prisoner-list" / "list-300.csv"
    planned = imports.run(session, path, dry_run=True).result
    assert _counts(session) == {}
    report = imports.run(session, path).result
    new = {"party": 300, "case": 300, "event": 291, "source": 301, "citation": 592}
    assert (report.rows, report.new, report.errors) == (300, new, ())
    assert (planned.new, planned.warnings) == (report.new, report.warnings)
    assert _counts(session) == {**new, "place": 171}  # where people are from, and what that lies in
    assert report.counted == {"word-for-date": 34, "date-not-understood": 1, "same-name": 1}
    dated = next(item for item in report.warnings if item.name == "date-not-understood")
    assert (dated.row, dated.column) == (6, "Date of Birth")
    namesake = next(item for item in report.warnings if item.name == "same-name")
    assert (namesake.row, namesake.column, namesake.detail) == (150, "Name", "5")

    before = _everything(session)
    again, changes = imports.run(session, path)
    assert (again.new, again.updated, again.unchanged, again.id) == ({}, {}, 300, None)
    assert (changes.act, _everything(session)) == (None, before)

    assert report.id is not None
    imports.undo(session, report.id)
    assert _counts(session) == {}
    third = imports.run(session, path).result
    assert third.new == new


def test_every_word_of_the_list_is_kept(session: Session, shared: Path) -> None:
    path = shared / "data" / "prisoner-list" / "list-300.csv"
    imports.run(session, path)
    kept = json.dumps(_everything(session), ensure_ascii=False)
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:], 2):
        for cell in line.split(","):
            for word in cell.replace("（", " ").replace("）", " ").split():
                assert word in kept, f"row {number} lost a cell"


def test_a_list_of_the_same_form_is_read_row_by_row(session: Session, tmp_path: Path) -> None:
    report = imports.run(session, _table(tmp_path)).result
    assert report.new == {"party": 4, "case": 4, "event": 3, "source": 4, "citation": 9}
    people = {
        tuple(e["name"] for e in party.values("names")): party for party in session.store.all(Kind.PARTY)
    }
    assert set(people) == {("籍朔",), ("庞苏禾", "苏苏"), ("宁澈•艾尼",)}  # two of them are called alike
    first, second = (p for p in session.store.all(Kind.PARTY) if p.values("names")[0]["name"] == "籍朔")
    assert {first.text("birth"), second.text("birth")} == {"1954-02-29", ""}
    assert {first.text("sex"), second.text("sex")} == {"male", "female"}
    assert "Sentence: unknown" in (first.text("note"), second.text("note"))
    sisters = people["庞苏禾", "苏苏"]
    assert [e["kind"] for e in sisters.values("names")] == ["main", "alias"]
    (event,) = session.store.events_of_party(sisters.id)
    assert (event.text("type"), event.values("penalties")[0]["kind"]) == ("sentenced", "life")
    cited = [c for c in session.store.all(Kind.CITATION) if c.text("record") == event.id]
    titles = {session.store.get(c.text("source")).text("title") for c in cited}
    assert titles == {"https://a.example/2", "https://a.example/3"}
    assert [(item.row, item.column, item.name) for item in report.warnings] == [
        (2, "Date of Birth", "date-not-understood"), (3, "Sentence", "word-for-date"),
        (4, "Sentence", "word-for-date"), (4, "Name", "same-name"), (5, "Sentence", "word-for-date"),
    ]  # fmt: skip


def test_a_row_that_changed_changes_just_that(session: Session, tmp_path: Path) -> None:
    imports.run(session, _table(tmp_path))
    report = imports.run(session, _table(tmp_path, LIST.replace("Wusu", "Kuytun"))).result
    assert (report.new, report.updated, report.unchanged) == ({}, {"party": 1}, 3)
    assert any(party.text("home_text") == "Kuytun" for party in session.store.all(Kind.PARTY))


def test_a_source_that_was_deleted_here_does_not_come_back(session: Session, tmp_path: Path) -> None:
    imports.run(session, _table(tmp_path))
    source = next(s for s in session.store.all(Kind.SOURCE) if s.text("title") == "https://a.example/4")
    with session.store.change("source.remove") as change:
        for citation in list(session.store.all(Kind.CITATION)):
            if citation.text("source") == source.id:
                change.delete(citation.id)
        change.delete(source.id)
    report = imports.run(session, _table(tmp_path)).result
    assert (report.new, report.counted["deleted-here"]) == ({}, 1)


def test_people_that_are_here_already_are_named_and_never_merged(session: Session, tmp_path: Path) -> None:
    imports.run(session, _table(tmp_path))
    other = _table(tmp_path, LIST.splitlines()[0] + "\n庞 苏禾,female,,,,life,https://b.example\n", "b.csv")
    report = imports.run(session, other).result
    assert report.new["party"] == 1
    (known,) = [item for item in report.warnings if item.name == "name-known"]
    assert session.store.by_ref(known.detail).values("names")[0]["name"] == "庞苏禾"


def test_a_mapping_is_remembered_by_the_header_in_whatever_order(session: Session, tmp_path: Path) -> None:
    path = _table(
        tmp_path, "Wer;Wann;Was\nJi Shuo;3.7.2021;beaten\nPang Suhe;31.2.2021;shouted at\n", "d.csv"
    )
    with pytest.raises(NoMappingFits):
        imports.run(session, path)
    rules = (
        ColumnRule(column="Wer", to="party.names"),
        ColumnRule(column="Wann", to="event.date", order="dmy"),
        ColumnRule(column="Was", to="event.summary"),
    )
    mapping = ColumnMapping(name="", columns=rules, keys=("Wer",), always={"event.type": "other"})
    mappings.save(session, mapping, "Deutsch")
    report = imports.run(session, path).result
    assert report.new == {"party": 2, "case": 2, "event": 2}
    assert {event.text("date") for event in session.store.all(Kind.EVENT)} == {"2021-07-03", "2021-02-31"}
    assert report.counted == {"date-not-understood": 1}
    turned = _table(tmp_path, "was,WER,Wann\nbeaten,Ji Shuo,3.7.2021\n", "d.csv")
    again = imports.run(session, turned).result
    assert (again.new, again.unchanged) == ({}, 1)


def test_two_rows_of_one_key_that_differ_are_an_error(session: Session, tmp_path: Path) -> None:
    path = _table(tmp_path, "n,d\nJi Shuo,2020\nJi Shuo,2021\nJi Shuo,2020\n")
    mapping = ColumnMapping(
        name="m",
        columns=(ColumnRule(column="n", to="party.names"), ColumnRule(column="d", to="party.birth")),
        keys=("n",),
    )
    with pytest.raises(ImportRefused):
        imports.run(session, path, mapping=mapping)
    report = imports.attempt(session, path, mapping=mapping).result
    assert report.counted == {"same-key": 1, "said-twice": 1}
    assert _counts(session) == {}
    whole = ColumnMapping(
        name="m", columns=mapping.columns
    )  # without keys, only the whole row tells two people apart
    report = imports.run(session, path, mapping=whole).result
    assert (report.new["party"], report.counted) == (2, {"said-twice": 1, "same-name": 1})


def test_what_has_no_field_is_kept_in_the_note(session: Session, tmp_path: Path) -> None:
    path = _table(tmp_path, "n,colour,x\nJi Shuo,blue,1\n")
    mapping = ColumnMapping(
        name="m", columns=(ColumnRule(column="n", to="party.names"), ColumnRule(column="x", to="-"))
    )
    report = imports.run(session, path, mapping=mapping).result
    (party,) = session.store.all(Kind.PARTY)
    assert party.text("note") == "colour: blue"
    assert report.counted == {"unmapped-column": 1}


def test_what_is_no_table_is_said(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"\0\1\2")
    with pytest.raises(UnknownFormat):
        imports.run(session, path)
    with pytest.raises(UnknownFormat):
        imports.run(session, path, "nonsense")


def test_an_import_is_not_taken_back_while_somebody_cites_or_is_cited_by_what_it_brought(
    session: Session, tmp_path: Path
) -> None:
    report = imports.run(session, _table(tmp_path)).result
    assert report.id is not None
    (party, *_), (source, *_) = session.store.ids(Kind.PARTY), session.store.ids(Kind.SOURCE)
    own = sources.create(session, {"title": "a letter"}).result
    other = parties.create(session, {}, {"names": [{"name": "Ning Che"}]}).result
    for record, said in ((party, SourceStatement(source=own)), (other, SourceStatement(source=source))):
        citation = citations.cite(session, record, said).result
        with pytest.raises(UndoNotPossible):
            imports.undo(session, report.id)
        citations.remove(session, citation)
    imports.undo(session, report.id)
    assert _counts(session) == {"party": 1, "source": 1}


def test_demand_11_an_export_holds_no_formula_and_comes_back_as_it_was(
    session: Session, tmp_path: Path
) -> None:
    names = ["=cmd|' /C calc'!A0", "+86", "-", "@SUM(1)", "\tx", "＝1", "'=1", "O'Neill", "=1|=2"]
    for name in names:
        parties.create(
            session, {"note": name, "age": name}, {"names": [{"name": name.strip(), "script": "Latn"}]}
        )
    before = [record.to_json() for record in session.store.all(Kind.PARTY)]
    exports.run(session, tmp_path / "out", "kit")
    text = (tmp_path / "out" / "parties.csv").read_text("utf-8")
    assert "\n=" not in text
    assert ",=" not in text
    assert ',"=' not in text
    again = imports.run(session, tmp_path / "out").result
    assert (again.new, again.updated) == ({}, {})
    assert [record.to_json() for record in session.store.all(Kind.PARTY)] == before


def test_demand_11_a_workbook_is_imported_by_the_mapping_of_its_header(
    session: Session, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Name", "Born", "Sum"],
        ["籍朔", date(1970, 2, 1), "=1+1"],
        ["Pang Suhe", "1954-02-29", 7],
    ):
        sheet.append(row)
    sheet["B2"].number_format = "mmm-yy"
    book.create_sheet("Others").append(["x"])
    book.save(tmp_path / "people.xlsx")
    rules = (
        ColumnRule(column="Name", to="party.names"),
        ColumnRule(column="Born", to="party.birth"),
        ColumnRule(column="Sum", to="-"),
    )
    mappings.save(session, ColumnMapping(name="", columns=rules, keys=("Name",), cases=False), "people")
    with pytest.raises(ImportLeavesOut):
        imports.run(session, tmp_path / "people.xlsx")
    assert session.store.ids(Kind.PARTY) == []
    for sheet_name, new in (("", {"party": 2}), ("Sheet", {})):
        report = imports.run(session, tmp_path / "people.xlsx", sheet=sheet_name, partly=True).result
        assert (report.new, report.left_out) == (new, 1)
    report = imports.attempt(session, tmp_path / "people.xlsx", dry_run=True).result
    assert report.counted == {"formula": 1, "sheet-not-read": 1}
    assert {party.text("birth") for party in session.store.all(Kind.PARTY)} == {"1970-02", "1954-02-29"}
    with pytest.raises(NoMappingFits):
        imports.run(session, tmp_path / "people.xlsx", sheet="Others")


def test_a_table_that_cannot_be_read_is_a_report_of_errors(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    report, changes = imports.attempt(session, path)
    assert (report.counted, report.rows, changes.act) == ({"broken-workbook": 1}, 0, None)
    with pytest.raises(ImportRefused):
        imports.run(session, path)


def test_a_vault_keeps_so_many_mappings_and_gives_one_name_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapping = ColumnMapping(name="", columns=(ColumnRule(column="n", to="party.names"),))
    monkeypatch.setattr(mappings, "MOST_KEPT", 2)
    for name in ("One", "ONE", "two"):
        mappings.save(session, mapping, name)
    assert [item.mapping.name for item in mappings.all_of(session.store)] == ["ONE", "two", "prisoner-list"]
    for name in ("three", "", "x" * 101):
        with pytest.raises(InvalidValue):
            mappings.save(session, mapping, name)
