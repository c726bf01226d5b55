"""What is proposed becomes records one by one, each with a citation whose quote is the passage."""

from pathlib import Path

import pytest

from hrddesk.actions.interop import pasted_texts
from hrddesk.actions.interop.pasted_texts import CorrectedEvent, PastedText
from hrddesk.actions.records import citations, history, parties
from hrddesk.actions.records.cases import with_party
from hrddesk.bundle.sending.selection import of_cases
from hrddesk.errors import (
    FileUnreadable,
    InvalidDate,
    InvalidValue,
    PastedPersonMissing,
    RecordNotFound,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session

TEXT = (
    "A report of 2023\n\nPoet Ji Shuo (籍朔) was taken away by police in Anqing on March 9. Ji was formally"
    " arrested on April 14, 2023 on charges of “inciting subversion of state power.”\nPang Suhe (庞苏禾) was"
    " detained with Ji Shuo (籍朔) in May 2023.\n"
)


@pytest.fixture
def report(session: Session) -> PastedText:
    return pasted_texts.read(session.store, "Yearly report", TEXT)


def _cited(session: Session, record: str) -> list[tuple[str, str, str]]:
    return [
        (item.text("field"), item.text("quote"), item.text("locator"))
        for item in citations.of_record(session.store, session.store.get(record).id)
    ]


def test_nothing_is_taken_by_reading(session: Session, report: PastedText) -> None:
    assert [person.name for person in report.reading.people] == ["Ji Shuo", "Pang Suhe"]
    assert not [record for kind in Kind for record in session.store.all(kind)]
    assert pasted_texts.taken(session.store, report) == {}


def test_a_person_is_taken_with_a_case_and_a_citation(session: Session, report: PastedText) -> None:
    party, changes = pasted_texts.take_person(session, report, "p1")
    record = session.store.get(party)
    assert [(e["name"], e["script"], e["kind"]) for e in record.values("names")] == [
        ("Ji Shuo", "Latn", "main"), ("籍朔", "Hani", "main"),
    ]  # fmt: skip
    assert [(e["raw"], e["term"]) for e in record.values("terms")] == [("Poet", "poet")]
    (case,) = changes.cases
    assert session.store.get(case).text("title").startswith("Ji Shuo")
    assert session.store.cases_of_party(party) == [case]
    start = TEXT.index("Ji Shuo")
    assert _cited(session, party) == [("names", "Ji Shuo (籍朔)", f"{start}-{start + 12}")]
    (source,) = session.store.all(Kind.SOURCE)
    assert (source.text("title"), source.text("type"), source.text("note")) == ("Yearly report", "report", "")
    assert pasted_texts.taken(session.store, report) == {"p1": party}


def test_taking_twice_takes_once(session: Session, report: PastedText) -> None:
    party = pasted_texts.take_person(session, report, "p1").result
    again, changes = pasted_texts.take_person(session, report, "p1")
    assert (again, changes.act) == (party, None)
    event = pasted_texts.take_event(session, report, "e1").result
    twice, changes = pasted_texts.take_event(session, report, "e1")
    assert (twice, changes.act) == (event, None)
    assert len(session.store.ids(Kind.PARTY)) == len(session.store.ids(Kind.CASE)) == 1


def test_an_event_is_taken_with_what_the_text_says_and_a_quote_for_each_part(
    session: Session, report: PastedText
) -> None:
    event = pasted_texts.take_event(session, report, "e2").result
    party = pasted_texts.taken(session.store, report)["p1"]  # comes with it
    record = session.store.get(event)
    assert (record.text("type"), record.text("date"), record.text("assertion")) == (
        "arrested", "2023-04-14", "reported",
    )  # fmt: skip
    assert [e["term"] for e in record.values("charges")] == ["inciting_subversion"]
    assert [(e["party"], e["role"]) for e in record.values("parties")] == [(party, "victim")]
    assert session.store.get(record.text("case")).kind is Kind.CASE
    quotes = {field: quote for field, quote, _ in _cited(session, event)}
    assert quotes["date"] == "April 14, 2023"
    assert quotes["charges"] == "inciting subversion of state power"
    assert quotes["type"].startswith("Ji was formally arrested")
    assert all(
        TEXT[int(at.split("-")[0]) : int(at.split("-")[1])] == q for _, q, at in _cited(session, event)
    )


def test_a_person_corrects_before_taking(session: Session, report: PastedText) -> None:
    pasted_texts.take_person(
        session, report, "p1", wanted=[{"name": "Ji Shuo", "script": "Latn", "kind": "pen"}]
    )
    with pytest.raises(InvalidDate):
        pasted_texts.take_event(session, report, "e1", CorrectedEvent(type="taken_away", date="2023-02-30"))
    assert session.store.ids(Kind.EVENT) == []
    event = pasted_texts.take_event(
        session,
        report,
        "e1",
        CorrectedEvent(type="带走", date="2023-03", place="", charges=["theft of words"]),
    ).result
    record = session.store.get(event)
    assert (record.text("type"), record.text("date"), record.text("place_text")) == (
        "taken_away",
        "2023-03",
        "",
    )
    assert {field for field, _, _ in _cited(session, event)} == {"type", "date"}
    with pytest.raises(InvalidValue):
        pasted_texts.take_person(session, report, "p2", wanted=[{"name": " "}])


def test_somebody_who_is_here_already_is_offered_and_never_taken_for_granted(
    session: Session, report: PastedText
) -> None:
    there = parties.create(
        session, {}, {"names": [{"name": "籍朔", "script": "Hans", "kind": "main"}]}
    ).result
    other = parties.create(
        session, {}, {"names": [{"name": "籍朔明", "script": "Hans", "kind": "main"}]}
    ).result
    offered = pasted_texts.likely(session.store, report.reading.person("p1"))
    assert [item.id for item in offered] == [there]
    assert other not in [item.id for item in offered]
    made = pasted_texts.take_person(session, report, "p1").result  # without a word it is another person
    assert made != there
    with pytest.raises(RecordNotFound):
        pasted_texts.take_person(session, report, "p2", known=RecordId(made[:-1] + "x"))


def test_the_person_who_is_here_gets_the_name_and_the_citation(session: Session, report: PastedText) -> None:
    there = parties.create(
        session, {}, {"names": [{"name": "籍朔", "script": "Hans", "kind": "main"}]}
    ).result
    made = pasted_texts.take_person(session, report, "p1", known=there).result
    assert made == there
    assert [e["name"] for e in session.store.get(there).values("names")] == ["籍朔", "Ji Shuo"]
    assert session.store.ids(Kind.CASE) == []
    assert len(_cited(session, there)) == 1
    event = pasted_texts.take_event(session, report, "e1").result
    assert session.store.get(event).values("parties")[0]["party"] == there


def test_what_was_taken_can_be_undone_and_taken_again(session: Session, report: PastedText) -> None:
    party, changes = pasted_texts.take_person(session, report, "p1")
    assert changes.act is not None
    history.undo(session, changes.act)
    assert session.store.find(party) is None
    assert pasted_texts.taken(session.store, report) == {}
    assert pasted_texts.take_person(session, report, "p1").result != party


def test_an_event_of_two_people_waits_for_both(session: Session, report: PastedText) -> None:
    pasted_texts.take_person(session, report, "p2")
    last = f"e{len(report.reading.happenings)}"
    assert report.reading.happening(last).people == (1,)
    event = pasted_texts.take_event(session, report, last).result
    assert session.store.get(event).text("date") == "2023-05"


def test_what_is_no_report_is_refused(session: Session, tmp_path: Path) -> None:
    for text, year in (("x" * 2_000_001, None), ("x", 0), ("x", 10_000)):
        with pytest.raises(InvalidValue):
            pasted_texts.read(session.store, "", text, year)
    path = tmp_path / "report.txt"
    with pytest.raises(FileUnreadable):
        pasted_texts.text_of(path)
    path.write_bytes(b"\xff\xfe\0")
    with pytest.raises(FileUnreadable):
        pasted_texts.text_of(path)
    path.write_text("\ufeffJi Shuo (籍朔)", "utf-8")
    assert pasted_texts.text_of(path) == "Ji Shuo (籍朔)"


def test_who_is_handed_one_case_learns_of_nobody_else_in_the_report(
    session: Session, report: PastedText
) -> None:
    changes = pasted_texts.take_person(session, report, "p1").changes
    pasted_texts.take_event(session, report, "e1")
    pasted_texts.take_person(session, report, "p2")
    along = "".join(record.canonical().decode() for record, _ in of_cases(session.store, changes.cases))
    assert "Ji Shuo" in along
    assert "Yearly report" in along
    assert "Pang Suhe" not in along


def test_a_report_without_a_title_is_called_by_its_first_line_unless_that_names_somebody(
    session: Session,
) -> None:
    for text, title in ((TEXT, "A report of 2023"), (TEXT.split("\n")[2], "Report ")):
        report = pasted_texts.read(session.store, " ", text)
        party = pasted_texts.take_person(session, report, "p1").result
        (citation,) = citations.of_record(session.store, party)
        called = session.store.get(citation.text("source")).text("title")
        assert called.startswith(title)
        assert "Ji Shuo" not in called


def test_an_event_of_somebody_who_may_be_here_waits_until_a_person_says_so(
    session: Session, report: PastedText
) -> None:
    there = parties.create(
        session, {}, {"names": [{"name": "籍朔", "script": "Hans", "kind": "main"}]}
    ).result
    with pytest.raises(PastedPersonMissing) as caught:
        pasted_texts.take_event(session, report, "e1")
    assert "Ji Shuo / 籍朔" in str(caught.value)
    assert session.store.ids(Kind.EVENT) == session.store.ids(Kind.CASE) == []
    pasted_texts.take_person(session, report, "p1", known=there)
    event = pasted_texts.take_event(session, report, "e1").result
    assert [item["party"] for item in session.store.get(event).values("parties")] == [there]


def test_everybody_of_a_report_comes_into_one_case_where_that_is_said(
    session: Session, report: PastedText
) -> None:
    first = pasted_texts.take_person(session, report, "p1", one_case=True).result
    second = pasted_texts.take_person(session, report, "p2", one_case=True).result
    (case,) = session.store.all(Kind.CASE)
    assert [item["party"] for item in case.values("parties")] == [first, second]


EITHER = (
    "Ji Shuo (籍朔) and Pang Suhe (庞苏禾) were detained in May 2022."
    " She was formally arrested in June 2022.\n"
)


def test_whom_it_happened_to_is_said_by_a_person(session: Session) -> None:
    report = pasted_texts.read(session.store, "Yearly report", EITHER)
    for who in ("", "p3"):
        with pytest.raises(InvalidValue, match="p1, p2"):
            pasted_texts.take_event(
                session, report, "e2", CorrectedEvent(type="arrested", date="2022-06", who=who)
            )
    assert session.store.ids(Kind.EVENT) == session.store.ids(Kind.PARTY) == []
    event = pasted_texts.take_event(
        session, report, "e2", CorrectedEvent(type="arrested", date="2022-06", who="p2")
    ).result
    party = pasted_texts.taken(session.store, report)["p2"]
    assert [item["party"] for item in session.store.get(event).values("parties")] == [party]
    assert set(pasted_texts.taken(session.store, report)) == {"p2", "e2"}


@pytest.mark.parametrize("one_case", [True, False])
def test_who_was_chosen_is_a_subject_of_the_case_unless_their_role_is_stated(
    session: Session, one_case: bool
) -> None:
    text = "Ji Shuo (籍朔) met Pang Suhe (庞苏禾) and she was arrested in May 2022.\n"
    report = pasted_texts.read(session.store, "Yearly report", text)
    first = pasted_texts.take_person(session, report, "p1", one_case=one_case).result
    second = pasted_texts.take_person(session, report, "p2", one_case=one_case).result
    (case,) = session.store.cases_of_party(second)
    assert _role(session, case, second) is None
    pasted_texts.take_event(
        session, report, "e1", CorrectedEvent(type="arrested", who="p2"), one_case=one_case
    )
    assert _role(session, case, second) == "subject"
    assert _role(session, session.store.cases_of_party(first)[0], first) is None
    with session.store.change("test") as change:
        change.put(with_party(session.store.get(case), second, "lawyer", session.store.words()))
    pasted_texts.take_event(
        session, report, "e1", CorrectedEvent(type="arrested", date="2022", who="p2"), one_case=one_case
    )
    assert _role(session, case, second) == "lawyer"


def _role(session: Session, case: str, party: str) -> object:
    (found,) = (item for item in session.store.get(case).values("parties") if item["party"] == party)
    return found.get("role")


def test_where_an_event_of_several_cases_is_filed_is_said(session: Session) -> None:
    report = pasted_texts.read(session.store, "Yearly report", EITHER)
    event = pasted_texts.take_event(session, report, "e1").result
    found = pasted_texts.filed(session.store, event)
    case = session.store.get(session.store.get(event).text("case"))
    assert found == pasted_texts.Filed(case.text("ref"), case.text("title"), ("Pang Suhe / 庞苏禾",))
    assert case.text("title") == "Ji Shuo / 籍朔"
    alone = pasted_texts.take_event(session, report, "e2", CorrectedEvent(type="arrested", who="p2")).result
    assert pasted_texts.filed(session.store, alone) is None


def test_an_event_of_one_case_is_filed_there(session: Session) -> None:
    report = pasted_texts.read(session.store, "Yearly report", EITHER)
    event = pasted_texts.take_event(session, report, "e1", one_case=True).result
    assert pasted_texts.filed(session.store, event) is None
