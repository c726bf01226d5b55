"""Figures of a desk: demand 7 of the record of what happened, statistics."""

import csv
import datetime
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hrddesk.actions.analysis import figures
from hrddesk.actions.analysis.figure_reader import FigureReader
from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, events, history, parties, terms
from hrddesk.actions.records.terms import TermWording
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.analysis.figures.figure_tables import percent_text
from hrddesk.errors import AmbiguousReference, InvalidDate, InvalidValue, RecordNotFound, TargetExists
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.vault.session import Session
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.actions.published_desk import Maker, Plan, questions

OF_THE_REPORT = Plan(
    netizens=897,
    pretext=834,
    platform_known=219,
    wechat=206,
    administrative=166,
    prisoners=1021,
    reprieve={"uyghur": 3, "tibetan": 1, "": 5},
    life={"uyghur": 6, "tibetan": 7, "han": 6},
    long_terms=132,
    pretrial=126,
    others_list=169,
    released=35,
    in_both=400,
    disappeared=41,
    rsdl=19,
)
ANOTHER = Plan(
    netizens=311,
    pretext=100,
    platform_known=64,
    wechat=21,
    administrative=200,
    prisoners=260,
    reprieve={"uyghur": 1, "tibetan": 4, "han": 2},
    life={"uyghur": 9, "tibetan": 2, "": 3},
    long_terms=51,
    pretrial=77,
    others_list=80,
    released=12,
    in_both=31,
    disappeared=13,
    rsdl=29,
    seed=7,
)


@contextmanager
def desk_of(plan: Plan, folder: Path) -> Iterator[Session]:
    """Make a desk that holds a plan, with the questions saved."""
    with Session.open(new_vault(folder / "figures.hrdv", "empty"), SECRET) as session:
        with session.store.change("test.fill") as change:
            Maker(plan, change).fill()
        for name, question in questions().items():
            figures.save(session, name, question)
        yield session


def test_demand_7_every_computed_figure_of_the_report_comes_out(shared: Path, tmp_path: Path) -> None:
    """Rows of figures.csv whose kind is `computed`; those of others are only shown beside ours."""
    kit = tmp_path / "kit"
    kit.mkdir()
    table = (shared / "data" / "report2020" / "figures.csv").read_text("utf-8")
    (kit / "figures.csv").write_text(table, "utf-8")
    rows = {row["figure"]: row for row in csv.DictReader(table.splitlines())}
    with desk_of(OF_THE_REPORT, tmp_path) as session:
        imports.run(session, kit, source="report2020")
        found = {item.name: item for item in figures.compare(session.store)}
    assert set(found) == set(rows)
    for name, row in rows.items():
        if row["kind"] == "external":
            assert found[name].ours is None
            continue
        ours = found[name].ours
        assert ours is not None
        assert found[name].agrees is True, (name, ours.count, ours.percent)
        assert ours.figure.question.unit.value == row["unit"]
        if row["denominator"]:
            assert ours.denominator == int(row["denominator"])
        assert ours.figure.question.as_of == row["as_of"]


def test_demand_7_a_desk_with_other_numbers_gives_other_figures(tmp_path: Path) -> None:
    plan = ANOTHER
    expected = {
        "netizens_punished": (311, 311, None),
        "pretext_disorder": (100, 311, "32.2"),
        "platform_known": (64, 311, "20.6"),
        "platform_wechat": (21, 64, "32.8"),
        "administrative_detention": (200, 311, "64.3"),
        "prisoners_of_conscience": (260, 260, None),
        "death_with_reprieve": (7, 260, "2.7"),
        "life": (14, 260, "5.4"),
        "ten_to_25_years": (51, 260, "19.6"),
        "pretrial": (77, 260, "29.6"),
        "combined_total": (340, 340, None),
        "enforced_disappearance": (13, 13, None),
        "rsdl": (29, 29, None),
        "state_enforced_disappearances": (42, 42, None),
        "reprieve_uyghur": (1, 7, "14.3"),
        "reprieve_tibetan": (4, 7, "57.1"),
        "life_uyghur": (9, 14, "64.3"),
        "life_tibetan": (2, 14, "14.3"),
    }
    with desk_of(plan, tmp_path) as session:
        for name, (count, denominator, percent) in expected.items():
            table = figures.ask(session.store, figures.find(session.store, name)[1])
            assert (table.count, table.denominator) == (count, denominator), name
            if percent is None:
                assert table.percent is None
            else:
                assert percent_text(table.percent) == f"{percent} %", name


def test_a_figure_that_differs_from_a_published_one_is_told(session: Session) -> None:
    cases.create(session, {"title": "one"})
    figures.save(session, "All cases", asked())
    told = {"1": True, "2": False, "100%": None, "1.5": None, "about one": None, "": None}
    for value, agrees in told.items():
        with session.store.change("test.figure") as change:
            record = Record(kind=Kind.FIGURE, id=new_id()).with_fields(
                name="ALL cases", value=value, as_of="spring"
            )
            change.put(record)
        (found,) = figures.compare(session.store, ["all cases"])
        assert found.agrees is agrees, value
        with session.store.change("test.figure") as change:
            change.delete(record.id)
    figures.save(session, "share", asked(part=["case_status=open"]))
    with session.store.change("test.figure") as change:
        for value in ("0%", "3 %", "0.00%"):
            change.put(Record(kind=Kind.FIGURE, id=new_id()).with_fields(name="share", value=value))
    assert [item.agrees for item in figures.compare(session.store)] == [True, False, True]


def test_a_question_is_kept_changed_run_again_and_deleted(session: Session) -> None:
    cases.create(session, {"title": "one"})
    record = figures.save(session, " Cases ", asked(by=["tag"])).result
    again, changes = figures.save(session, "cases", asked(unit="events"))
    assert again == record
    assert changes.act is not None
    (kept,) = figures.saved(session.store)
    assert (kept.name, kept.question) == ("cases", asked(unit="events"))
    first = figures.ask(session.store, figures.find(session.store, "CASES")[1])
    assert first.to_json() == figures.ask(session.store, kept.question or asked()).to_json()
    history.undo(session, changes.act)
    assert figures.find(session.store, "cases") == ("Cases", asked(by=["tag"]))
    figures.remove(session, "CASES")
    with pytest.raises(RecordNotFound):
        figures.find(session.store, "cases")
    with pytest.raises(InvalidValue):
        figures.save(session, "  ", asked())


def test_what_a_newer_program_saved_is_shown_and_not_run(session: Session) -> None:
    with session.store.change("test.query") as change:
        for text in ('{"unit": "lawyers"}', "[]", '{"unit": "cases", "by": [1]}', '{"flavour": 1}', "{"):
            change.put(
                Record(kind=Kind.QUERY, id=new_id()).with_fields(name="odd", asks="figure", query=text)
            )
        change.put(
            Record(kind=Kind.QUERY, id=new_id()).with_fields(name="a search", asks="search", query="x")
        )
    assert [item.question for item in figures.saved(session.store)] == [None] * 5
    with pytest.raises(AmbiguousReference):
        figures.find(session.store, "odd")


def test_figures_follow_every_change_and_can_be_asked_as_they_were_known(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime.datetime(2026, 3, 1, 12).astimezone()
    now = [noon.timestamp()]
    monkeypatch.setattr(time, "time", lambda: now[0])
    who = parties.create(session, {"sex": "female"}, {}).result
    victim = {"parties": [{"party": who, "role": "victim"}]}
    events.add(session, None, {"type": "detained", "date": "2020-03"}, victim)
    question = asked(unit="persons", where=["status=in_custody"], by=["sex"], as_of="2020-12-31")
    store = session.store
    reader = FigureReader(store=store)
    assert reader.ask(question).counts == {("female",): 1}
    with closing(session.reader()) as other:
        assert figures.ask(other, question.at(as_of="2019-01-01")).total == 0
    now[0] += 86_400
    events.add(session, None, {"type": "released", "date": "2020-05"}, victim)
    assert reader.ask(question).total == 0
    before = question.at(known_on="2026-03-01")
    assert reader.ask(before).counts == {("female",): 1}
    assert figures.ask(store, before).figure.day == datetime.date(2020, 12, 31)
    assert figures.ask(store, question).total == 0
    with pytest.raises(InvalidDate):
        question.at(as_of="2020")


def test_a_figure_of_a_record_that_names_what_is_gone(session: Session) -> None:
    gone = RecordId("0" * 32)
    with session.store.change("test.odd") as change:
        event = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="detained", case=gone, place=gone)
        change.put(event.with_elements("parties", [{"party": gone, "role": "victim"}, {"role": "victim"}]))
    assert figures.ask(session.store, asked(unit="events", by=["place"])).counts == {("",): 1}
    assert figures.ask(session.store, asked(unit="persons")).total == 0


def test_a_desks_own_words_are_asked_and_a_merged_term_counts_as_what_it_was_merged_with(
    session: Session,
) -> None:
    made = terms.add(
        session, "event_type", TermWording({"en": "Held at the school", "zh-Hans": "关押于学校"})
    ).result
    who = parties.create(session, {}, {}).result
    victim = {"parties": [{"party": who, "role": "victim"}]}
    for words in ("Held at the school", "detained"):
        events.add(session, None, {"type": words, "date": "2020"}, victim)
    store = session.store
    own = store.get(made).text("code")
    question = asked(unit="events", where=["type=关押于学校"], words=store.words())
    assert question.where[0].values == (own,)
    assert figures.ask(store, question).total == 1
    assert "Held at the school" in figures.ask(store, question).to_json()["definition"]
    terms.merge(session, "event_type", own, "detained")
    assert figures.ask(store, question).total == 2
    assert figures.ask(store, asked(unit="events", by=["type"])).counts == {("detained",): 2}


def test_a_table_is_written_for_spreadsheets_and_runs_nothing(session: Session, tmp_path: Path) -> None:
    for tag in ("=1+1", "tag, with comma"):
        cases.create(session, {"title": "one"}, {"tags": [{"text": tag}]})
    table = figures.ask(session.store, asked(by=["tag"]))
    path = tmp_path / "table.csv"
    figures.write_table(table, path, "en", "=Tags")
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    assert rows[0] == ["tag of the case", "Number", "Possible besides", "Per cent"]
    assert rows[1] == ["'=1+1", "1", "0", "50.0 %"]
    assert ["Name", "'=Tags"] in rows
    assert [row[0] for row in rows if row][-1] == "Definition"
    before = path.read_bytes()
    with pytest.raises(TargetExists):
        figures.write_table(table, path, "zh")
    assert path.read_bytes() == before
    book = tmp_path / "table.xlsx"
    figures.write_table(table, book, "en", "=Tags", as_workbook=True)
    sheet = load_workbook(book).worksheets[0]
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found[1] == ["=1+1", 1, 0, "50.0 %"]
    assert ["Name", "=Tags", None, None] in found
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}


def test_answers_to_a_desks_own_question_are_asked_for_and_shown_by_their_labels(session: Session) -> None:
    own = terms.add(session, "occupation", TermWording({"en": "Beekeeper", "zh-Hans": "养蜂人"})).result
    store = session.store
    code = store.get(own).text("code")
    job = (
        Record(kind=Kind.FIELD, id=new_id())
        .with_fields(owner="party", key="job", type="vocabulary", vocabulary="occupation")
        .with_labels({"en": "Job", "zh-Hans": "工作"})
    )
    bees = (
        Record(kind=Kind.FIELD, id=new_id())
        .with_fields(owner="case", key="bees", type="yes_no")
        .with_labels({"en": "Bees"})
    )
    people = [Record(kind=Kind.PARTY, id=new_id()).with_fields(kind="person") for _ in range(3)]
    said = (code, "lawyer", "odd words")
    with store.change("test.answers") as change:
        change.put(job)
        change.put(bees)
        for who, answer in zip(people, said, strict=True):
            change.put(who.with_elements("values", [{"field": "job", "answer": answer}]))
        case = Record(kind=Kind.CASE, id=new_id()).with_elements(
            "parties", [{"party": who.id, "role": "subject"} for who in people]
        )
        change.put(case.with_elements("values", [{"field": "bees", "answer": "yes"}]))
    table = figures.ask(store, asked(unit="persons", by=["field:job"]))
    assert table.counts == {(code,): 1, ("lawyer",): 1, ("odd words",): 1}
    assert [table.label(0, value, "en") for value in said] == ["Beekeeper", "Lawyer", "odd words"]
    assert [table.label(0, value, "zh") for value in said] == ["养蜂人", "律师", "odd words"]
    by_label = figures.ask(store, asked(unit="persons", where=["field:job=养蜂人"], by=["field:bees"]))
    assert by_label.total == 1
    assert by_label.to_json("zh")["rows"][0]["label"] == "是"
    by_code = figures.ask(store, asked(unit="persons", where=[f"field:job={code}"]))
    assert "Job is Beekeeper" in by_code.to_json()["definition"]
    terms.merge(session, "occupation", code, "lawyer")
    assert figures.ask(store, asked(unit="persons", by=["field:job"])).counts[("lawyer",)] == 2
