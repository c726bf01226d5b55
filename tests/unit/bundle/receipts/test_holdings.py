"""What each contact has of each case, by its latest receipt."""

from pathlib import Path

from hrddesk.bundle.receipts import holdings
from hrddesk.bundle.receipts.holdings import CaseHolding, ContactHolding, Holding
from hrddesk.bundle.receipts.receipt_format import AcceptedChanges, Receipts, RequestKind, Seen
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending.packing import Choice
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, TWO, case, hand_over, put, send
from tests.unit.bundle.receipts.test_acknowledgement import say
from tests.unit.bundle.sending.test_packing import accepted, acknowledge

EVENT, PARTY, SOURCE, CITATION = (RecordId(digit * 32) for digit in "6789")


def ours(desks: Desks, one: RecordId | None = None) -> ContactHolding:
    (found,) = holdings.of_contacts(desks.documenter.store, Job(), one)
    return found


def of(desks: Desks, record: RecordId = ONE) -> tuple[Holding, int, int]:
    found: CaseHolding = ours(desks).cases[record]
    return found.holding, found.records, found.lacking


def test_from_not_handed_over_to_acknowledged_and_changed_since(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), Record(kind=Kind.EVENT, id=EVENT).with_fields(case=ONE, type="detained"))
    assert holdings.of_contacts(desks.documenter.store, Job()) == []
    hand_over(desks, tmp_path)
    put(desks.documenter, case(TWO))
    assert of(desks) == (Holding.WAITS, 2, 2)
    assert of(desks, TWO) == (Holding.NONE, 1, 1)
    for one in (ONE, TWO):
        assert ours(desks, one).cases[one] == ours(desks).cases[one]
    assert (ours(desks).receipt_day, ours(desks).seen, ours(desks).seen_day) == (None, None, None)
    accepted(desks, tmp_path / "a", Choice())
    acknowledge(desks, tmp_path / "b")
    assert of(desks) == (Holding.ALL, 2, 0)
    found = ours(desks)
    assert found.receipt_day == found.seen_day is not None
    assert found.seen is not None
    assert found.contact.name == "coordinator"
    put(desks.documenter, Record(kind=Kind.EVENT, id=EVENT).with_fields(case=ONE, type="released"))
    assert of(desks) == (Holding.PART, 2, 1)
    assert list(ours(desks, ONE).cases) == [ONE]
    assert ours(desks, ONE).cases[ONE] == ours(desks).cases[ONE]


def test_a_case_is_its_events_people_evidence_and_who_says_so(desks: Desks, tmp_path: Path) -> None:
    hand_over(desks, tmp_path)
    put(
        desks.documenter,
        case(),
        Record(kind=Kind.PARTY, id=PARTY),
        Record(kind=Kind.EVENT, id=EVENT).with_fields(case=ONE).with_elements("parties", [{"party": PARTY}]),
        Record(kind=Kind.SOURCE, id=SOURCE).with_fields(code_name="Magpie"),
        Record(kind=Kind.CITATION, id=CITATION).with_fields(record=EVENT, source=SOURCE),
        Record(kind=Kind.EVIDENCE, id=RecordId("a" * 32))
        .with_fields(sha256="a" * 64, size=1)
        .with_cases([ONE]),
        Record(kind=Kind.CITATION, id=RecordId("b" * 32)).with_fields(record=ONE, source=RecordId("c" * 32)),
        case(TWO).with_elements("parties", [{"party": PARTY}]),
        Record(kind=Kind.EVENT, id=RecordId("d" * 32)).with_fields(type="detained"),
    )
    assert of(desks) == (Holding.NONE, 7, 7)
    assert of(desks, TWO) == (Holding.NONE, 2, 2)


def test_what_is_asked_for_and_a_history_that_is_not_ours(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    asked = frozenset({(TWO, RequestKind.RECORD), (ONE, RequestKind.EVIDENCE)})
    seen = Seen(desks.documenter.line, 10_000, bytes(32))
    say(desks, Receipts(seen, (), asked), tmp_path / "a")
    found = ours(desks)
    assert found.asked == [(ONE, RequestKind.EVIDENCE), (TWO, RequestKind.RECORD)]
    assert (found.seen, found.seen_day) == (10_000, None)
    assert of(desks) == (Holding.NONE, 1, 1)


def test_of_one_case_is_said_what_is_said_of_it_among_all(desks: Desks, tmp_path: Path) -> None:
    """What a contact brought itself, what it claims beyond what was sent, what it has of others."""
    put(desks.coordinator, case(), case(TWO))
    back = send(desks.coordinator, desks.documenter, tmp_path)
    acceptance.accept(desks.documenter, back.review, None, Job())
    hand_over(desks, tmp_path)
    put(desks.documenter, case(TWO, title="never sent"))
    line = desks.documenter.line
    said = Receipts(Seen(line, 0, bytes(32)), [(TWO, AcceptedChanges({line: 99, "7" * 32: 1}))])
    say(desks, said, tmp_path / "a", line=desks.coordinator.line)
    every = ours(desks).cases
    assert {item.holding for item in every.values()} == {Holding.ALL, Holding.PART}
    for one in (ONE, TWO):
        assert ours(desks, one).cases[one] == every[one]
