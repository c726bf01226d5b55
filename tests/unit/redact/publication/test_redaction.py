"""The order of a publication, and what stops one."""

import gc

import pytest

from hrddesk.errors import AuditFailed
from hrddesk.redact.detection.matcher import NameIndex
from hrddesk.redact.passages.pieces import Pieces
from hrddesk.redact.passages.wording import Worded
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.redact.publication import redaction
from hrddesk.redact.publication.redaction import Request
from hrddesk.redact.texts import censor
from hrddesk.system.jobs import without_dead_cycles
from tests.unit.redact.invented import AS_OF, Desk, all_text


def test_everything_is_in_the_order_of_what_is_published(desk: Desk) -> None:
    late, early, none = (desk.party(text) for text in ("Aaron Lunt", "Zeno Quell", "Moss Brisk"))
    for person, day in ((late, "2021"), (none, ""), (early, "2019-03")):
        case = desk.case(person)
        desk.event(case, "sentenced", person, date=day)
        desk.event(case, "tried", person, date=day)
        desk.event(case, "released", person)
    model = desk.model()
    assert [case.people[0].name[0].text for case in model.cases] == ["Zeno Quell", "Aaron Lunt", "Moss Brisk"]
    for told in model.cases[:2]:
        assert [event.type.text(("en",)) for event in told.events] == ["Tried", "Sentenced", "Released"]


def test_named_people_stand_before_labelled_ones(desk: Desk) -> None:
    one, two, three = desk.party("Aaron Lunt"), desk.party("Moss Brisk"), desk.party("Zeno Quell")
    case = desk.case(one, two, three)
    desk.event(case, "detained", three, two, one, (one, "organiser"), (one, "organiser"), date="2020")
    made = desk.redact(label=[one, two]).model.cases[0]
    assert [person.name[0].text for person in made.people] == ["Zeno Quell", "Person A", "Person B"]
    shown = [f"{part.role.text(('en',))}: {part.name.text(('en',))}" for part in made.events[0].who]
    assert shown[:3] == ["Victim: Zeno Quell", "Victim: Person A", "Victim: Person B"]
    assert len(shown) == 4


def test_a_name_that_slips_through_the_censor_stops_the_publication(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = desk.party("缪屿")
    desk.told(person, text="昨天缪屿走了。")

    def nothing(_self: censor.Censor, worded: Worded, _found: object) -> Pieces:
        return (worded.text,)

    monkeypatch.setattr(censor.Censor, "redact_found", nothing)
    with pytest.raises(AuditFailed) as caught:
        desk.redact(label=[person])
    assert "缪屿" not in str(caught.value)
    assert redaction.redact(desk.facts(), Request(profile=NAMES, as_of=AS_OF)).model.summary.people == 1


def test_the_body_of_an_intervention_is_printed_in_its_role() -> None:
    desk = Desk()
    who, body = desk.party("Ansel Public"), desk.party("The Working Group", kind="organisation")
    desk.event(desk.case(who), "intervention", who, (body, "addressee"), date="2021")
    printed = all_text(desk.model())
    assert "The Working Group" in printed
    assert "Addressee" in printed


def test_an_intervention_is_not_printed_before_its_day() -> None:
    desk = Desk()
    who = desk.party("Ansel Public")
    case = desk.case(who)
    desk.event(case, "detained", who, date="2021")
    asked = desk.event(case, "intervention", who, date="2021", addressee="The working group", asked="release")
    printed = desk.model()
    assert len(printed.cases[0].events) == 2
    assert "working group" not in all_text(printed)
    desk.set(asked, confidential_until="2999")
    kept_back = desk.model()
    assert [event.type.text(("en",)) for event in kept_back.cases[0].events] == ["Detained"]
    desk.set(asked, confidential_until="2021-05")
    assert desk.model().canonical() == printed.canonical()


def test_all_names_of_a_vault_are_gone_once_a_publication_is_made(desk: Desk) -> None:
    desk.case(desk.party("Odalba Brisken"))
    with without_dead_cycles():  # whatever is in one would wait for somebody to look for such
        before = _kept(NameIndex)
        assert desk.redact().model.cases
        assert _kept(NameIndex) == before


def _kept(of: type) -> int:
    return sum(type(each) is of for each in gc.get_objects())
