"""Demand 3, sources: any field can be cited, for and against, with the words and their place."""

from pathlib import Path

import pytest

from hrddesk.actions.analysis import checks
from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, citations, events, evidence, parties, sources
from hrddesk.actions.records.citations import CONTRADICTS, SUPPORTS, CitationEdits, SourceStatement
from hrddesk.analysis.consistency.findings import Check
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId, new_id
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job


@pytest.fixture
def case(session: Session) -> RecordId:
    return cases.create(session, {"title": "The mill"}).result


@pytest.fixture
def letter(session: Session) -> RecordId:
    return sources.create(session, {"title": "A letter from the mill"}).result


@pytest.mark.parametrize("kind", [Kind.CASE, Kind.PARTY, Kind.EVENT])
def test_demand_3_every_field_can_be_cited(session: Session, letter: RecordId, kind: Kind) -> None:
    record = {
        Kind.CASE: lambda: cases.create(session, {"title": "A case"}).result,
        Kind.PARTY: lambda: parties.create(session, {}, {"names": [{"name": "Wei Tong"}]}).result,
        Kind.EVENT: lambda: events.add(session, None, {"type": "detained"}).result,
    }[kind]()
    for field in ["", *citations.fields_of(kind)]:
        citations.cite(
            session,
            record,
            SourceStatement(source=letter, field=field, stance=CONTRADICTS, quote="not so", locator="page 2"),
        )
    found = [citations.said_by(item) for item in citations.of_record(session.store, record)]
    assert [said.field for said in found] == ["", *citations.fields_of(kind)]
    assert {(said.stance, said.quote, said.locator) for said in found} == {(CONTRADICTS, "not so", "page 2")}
    assert "visibility" not in citations.fields_of(kind)
    with pytest.raises(InvalidValue):
        citations.cite(session, record, SourceStatement(source=letter, field="shoe_size"))


def test_what_is_cited_and_how_is_checked(session: Session, case: RecordId, letter: RecordId) -> None:
    with pytest.raises(InvalidValue):
        citations.cite(session, case, SourceStatement(source=letter, stance="wonders"))
    with pytest.raises(InvalidValue):
        citations.cite(session, case, SourceStatement(source=case))
    with pytest.raises(RecordNotFound):
        citations.cite(session, case, SourceStatement(source=new_id()))
    with pytest.raises(InvalidValue):
        citations.cite(session, letter, SourceStatement(source=letter))
    assert citations.of_record(session.store, case) == []


def test_evidence_is_a_source_too(session: Session, case: RecordId, tmp_path: Path) -> None:
    scan = tmp_path / "notice.txt"
    scan.write_text("an invented notice", "utf-8")
    added = evidence.add(session, case, scan, Job()).result
    citations.cite(session, case, SourceStatement(source=added.id, field="narrative"))
    assert citations.of_record(session.store, case)[0].text("source") == added.id


def test_a_citation_can_be_changed_and_taken_back(session: Session, case: RecordId, letter: RecordId) -> None:
    citation = citations.cite(
        session, case, SourceStatement(source=letter, field="title", quote="so it was")
    ).result
    citations.cite(
        session,
        case,
        SourceStatement(source=letter, field="narrative", stance=CONTRADICTS, citation=citation),
    )
    (left,) = citations.of_record(session.store, case)
    assert citations.said_by(left) == SourceStatement(
        source=letter, field="narrative", stance=CONTRADICTS, citation=citation
    )
    citations.remove(session, citation)
    assert citations.of_record(session.store, case) == []
    assert session.store.find(letter) is not None


def test_a_form_saves_its_record_and_who_says_so_in_one_act(session: Session, case: RecordId) -> None:
    new = new_id()
    told = CitationEdits(
        [
            SourceStatement(source=new, new_title="A neighbour"),
            SourceStatement(source=new, new_title="A neighbour"),
        ]
    )
    dated = CitationEdits([SourceStatement(source=new, field="date", new_title="A neighbour"), *told.put[1:]])
    event = events.add(session, case, {"type": "detained", "date": "2020-02"}, None, dated).result
    assert sources.list_ids(session.store) == [new]
    first, second = citations.of_record(session.store, event)
    assert (first.text("field"), second.text("field"), first.text("stance")) == ("date", "", SUPPORTS)
    gone = new_id()  # deleted meanwhile by somebody else
    edits = CitationEdits(
        [SourceStatement(source=new, field="measure", citation=first.id)], [second.id, gone]
    )
    events.edit(session, event, {"measure": "criminal"}, None, edits)
    assert [item.text("field") for item in citations.of_record(session.store, event)] == ["measure"]
    person = parties.create(
        session, {}, {"names": [{"name": "Wei Tong"}]}, case, "subject", cited=told
    ).result
    parties.edit(
        session, person, {"birth": "1970"}, None, CitationEdits([SourceStatement(source=new, field="birth")])
    )
    cases.edit(session, case, {"title": "The old mill"}, None, told)
    other = cases.create(session, {"title": "Another"}, None, told).result
    assert len(citations.of_records(session.store, [person, case, other])) == 7
    act = parties.edit(session, person, {"birth": "1971"}, None, told).changes.act
    assert act is not None
    events.undo(session, act)
    assert len(citations.of_record(session.store, person)) == 3


def test_demand_3_on_the_real_report_claims_stand_side_by_side_with_their_sources(
    session: Session, shared: Path
) -> None:
    """Rows e005 and e006 tell differently of one person; e047 is called confirmed and cites nothing."""
    imports.run(session, shared / "data" / "report2020", source="report2020")
    rows = {row: session.store.by_key("report2020", "events.csv", row) for row in ("e005", "e006", "e047")}
    one = sources.create(session, {"title": "One invented report", "type": "report"}).result
    other = sources.create(session, {"title": "Another", "type": "news", "reliability": "doubtful"}).result

    def found(check: Check) -> list[tuple[RecordId, ...]]:
        return [tuple(item.records) for item in checks.run(session.store) if item.check is check]

    assert any(rows["e047"] in records for records in found(Check.CONFIRMED_WITHOUT_CITATION))
    for row, source in (("e005", one), ("e006", other), ("e047", one)):
        event = rows[row]
        assert event is not None
        citations.cite(
            session,
            event,
            SourceStatement(source=source, field="date", quote="invented words", locator="p. 3"),
        )
    assert found(Check.CONFIRMED_WITHOUT_CITATION) == []
    both = next(records for records in found(Check.CONFLICTING_CLAIMS) if rows["e005"] in records)
    told = {item.text("source") for item in citations.of_records(session.store, both)}
    assert told == {one, other}
