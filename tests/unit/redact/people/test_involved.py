"""Who has to do with a case or an event."""

from hrddesk.records.model.kinds import Kind
from hrddesk.redact.people.involved import involved_in
from tests.unit.redact.invented import Desk


def test_who_takes_part_and_who_is_related_to_them_is_involved(desk: Desk) -> None:
    person, lawyer, wife, sister, other = (
        desk.party(text) for text in ("Vero", "Odal", "Isolt", "Una", "Quell")
    )
    case, elsewhere = desk.case(person), desk.case(other)
    event = desk.event(case, "tried", (lawyer, "lawyer"))
    desk.other(Kind.RELATION, subject=wife, type="spouse_of", object=person)
    desk.other(Kind.RELATION, subject=wife, type="sibling_of", object=sister)
    desk.other(Kind.RELATION, subject=lawyer, type="other", object=elsewhere)
    facts = desk.facts()
    assert involved_in(facts, [desk.records[case]]) == {person, lawyer, wife}
    assert involved_in(facts, [desk.records[event]]) == {lawyer}
    assert involved_in(facts, [desk.records[elsewhere]]) == {other, lawyer}
    assert involved_in(facts, []) == set()
