"""The records of a review by cases."""

import os
from pathlib import Path

from hrddesk.bundle.review import acceptance
from hrddesk.bundle.review.grouping import by_case, content
from hrddesk.bundle.review.review_items import EvidenceContent
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, evidence_lines, forge_between, record_line, take
from tests.unit.bundle.hands import ONE, TWO, case, delete, hand_over, put


def _groups(desks: Desks, number: int) -> list[tuple[RecordId | None, list[RecordId]]]:
    shown = acceptance.review(desks.coordinator, number, Job())
    return [(group.case, [item.record.id for item in group.items]) for group in by_case(shown.items)]


def test_a_case_comes_with_its_people_events_and_sources(desks: Desks, tmp_path: Path) -> None:
    ids = dict(zip("pqxeswrcot", (new_id() for _ in range(10)), strict=True))

    def made(kind: Kind, letter: str, **fields: str) -> Record:
        return Record(kind=kind, id=ids[letter]).with_fields(**fields)

    place, parent = made(Kind.PLACE, "w", parent=ids["o"]), made(Kind.PLACE, "o", note="x")
    event = made(Kind.EVENT, "e", case=ONE, place=ids["w"])
    put(
        desks.documenter,
        made(Kind.TERM, "t", code="x"),
        parent,
        place,
        made(Kind.SOURCE, "s", title="a letter"),
        made(Kind.CITATION, "c", record=ids["e"], source=ids["s"]),
        made(Kind.RELATION, "r", subject=ids["q"], object=ids["p"]),
        event.with_elements("parties", [{"party": ids["q"], "role": "witness"}]),
        made(Kind.PARTY, "q", sex="m"),
        case(TWO).with_elements("parties", [{"party": ids["x"]}, {"party": ids["p"]}]),
        case(ONE).with_elements("parties", [{"party": ids["p"]}]),
        made(Kind.PARTY, "p", sex="f"),
        made(Kind.PARTY, "x", sex="f"),
    )
    found = _groups(desks, hand_over(desks, tmp_path).review)
    assert found == [
        (ONE, [ONE, ids["q"], ids["e"], ids["r"], ids["s"], ids["c"], ids["o"], ids["w"]]),
        (TWO, [TWO, ids["p"], ids["x"]]),
        (None, [ids["t"]]),
    ]


def test_an_event_of_a_case_that_did_not_come_and_a_deletion_have_their_case(
    desks: Desks, tmp_path: Path
) -> None:
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(case=ONE, type="detained")
    put(desks.documenter, event, case(TWO))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    delete(desks.documenter, event.id, TWO)
    number = hand_over(desks, tmp_path).review
    assert _groups(desks, number) == [(ONE, [event.id]), (TWO, [TWO])]
    shown = acceptance.review(desks.coordinator, number, Job())
    assert content(shown.items[0]) == event
    delete(desks.coordinator, event.id)
    assert content(acceptance.review(desks.coordinator, number, Job()).items[0]).fields == {}


def test_evidence_says_where_its_file_is(desks: Desks, tmp_path: Path) -> None:
    small, large = b"small", os.urandom(100_000)
    none = record_line(Record(kind=Kind.EVIDENCE, id=RecordId("f" * 32)).with_fields(title="no file"))
    lines = evidence_lines(small, large) + none
    made = forge_between(desks.documenter, desks.coordinator, records=lines, files=[small])
    number = take(desks.coordinator, made.seal(), tmp_path / "a").review

    def contents() -> list[EvidenceContent | None]:
        return [item.content for item in acceptance.review(desks.coordinator, number, Job()).items]

    assert contents() == [EvidenceContent.IN_BUNDLE, EvidenceContent.MISSING, None]
    acceptance.accept(desks.coordinator, number, None, Job())
    assert contents() == [EvidenceContent.HERE, EvidenceContent.MISSING, None]
