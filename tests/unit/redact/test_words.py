"""Places, titles, and words that somebody typed."""

import re

import pytest

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms import vocabulary
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.redact.publication.redaction import Request, redact
from tests.languages import both
from tests.unit.redact.invented import AS_OF, PUBLIC, SECRET, WIDE, Desk, all_text, name, who


def test_a_place_is_told_by_its_record_if_that_is_visible(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.case(person)
    place = desk.other(Kind.PLACE, PUBLIC, {"en": "Heron Prison", "zh-Hans": "鹭监狱"})
    hidden = desk.other(Kind.PLACE, None, {"en": "Owl House"})
    desk.event(case, "imprisoned", person, date="2019", place=place, place_text="typed")
    desk.event(case, "imprisoned", person, date="2020", place=hidden, place_text="near Owl House")
    desk.event(case, "imprisoned", person, date="2021", place_text="near Owl House, with Vero Lunt")
    desk.event(case, "imprisoned", person, date="2022", place=person)
    kept = desk.event(case, "imprisoned", person, date="2023", place=place)
    desk.set_level(kept, SECRET, "place")
    places = [event.place for event in desk.redact(label=[person]).model.cases[0].events]
    assert places == ["Heron Prison 鹭监狱", "", "near [place], with Person A", "", ""]


def test_a_desks_own_terms_are_words_like_any_other(desk: Desk) -> None:
    person = desk.party("Vero Lunt", terms=[{"vocabulary": "occupation", "term": "x_owl"}])
    case = desk.case(person)
    desk.event(case, "x_visit", person, date="2020")
    desk.event(case, "x_visit_zh", person, date="2021")
    desk.other(
        Kind.TERM,
        vocabulary="occupation",
        code="x_owl",
        labels={"en": "Friend of Vero Lunt", "zh-Hans": "猫头鹰"},
    )
    desk.other(Kind.TERM, vocabulary="event_type", code="x_visit", labels={"en": "Visited"})
    desk.other(Kind.TERM, vocabulary="event_type", code="x_visit_zh", labels={"zh-Hans": "探访"})
    desk.other(Kind.TERM, SECRET, vocabulary="event_type", code="x_hidden", labels={"en": "Hidden"})
    desk.other(Kind.TERM, vocabulary="event_type")
    (made,) = desk.redact(label=[person]).model.cases
    assert [fact.value for fact in made.people[0].facts] == [both("Friend of Person A", "Friend of 人员A")]
    assert [event.type for event in made.events] == [
        both("Visited", "Visited"),
        both("探访", "探访"),
    ]


def test_a_term_with_secret_labels_is_secret_as_a_whole(desk: Desk) -> None:
    person = desk.party("Vero Lunt", terms=[{"vocabulary": "occupation", "term": "x_owl"}])
    desk.told(person)
    term = desk.other(
        Kind.TERM, PUBLIC, vocabulary="occupation", code="x_owl", labels={"en": "Keeper", "zh-Hans": "守夜人"}
    )
    (fact,) = desk.model().cases[0].people[0].facts
    assert fact.value == both("Keeper", "守夜人")
    desk.set_level(term, SECRET, "labels")
    assert desk.model().cases[0].people[0].facts == ()


@pytest.mark.parametrize("level", [PUBLIC, SECRET])
def test_no_place_or_word_says_by_a_gap_what_somebody_is_called(desk: Desk, level: Visibility) -> None:
    """Who is called by the name of a town must not be known by the towns that are missing."""
    person = desk.party("Vero Lunt", terms=[{"vocabulary": "occupation", "term": "x_owl"}])
    other = desk.party("Odal Brisk", name("Saltford", "alias"), name("Owl", "alias"), level=level)
    desk.other(
        Kind.TERM, PUBLIC, vocabulary="occupation", code="x_owl", labels={"en": "Owl", "zh-Hans": "猫头鹰"}
    )
    case = desk.case(person)
    for year, called in enumerate(("Saltford", "Saltford Court"), 2019):
        place = desk.other(Kind.PLACE, PUBLIC, {"en": called, "zh-Hans": "盐渡"})
        desk.event(case, "imprisoned", person, date=str(year), place=place)
    desk.event(case, "imprisoned", person, date="2021", place_text="Saltford")
    desk.event(case, "x", person, date="2022", lists={"charges": [{"raw": "Owl"}]})
    made = desk.redact(label=[other])
    (told,) = made.model.cases
    assert [event.place for event in told.events] == ["", "", "", ""]
    assert told.people[0].facts == ()
    assert [charge.text(("en",)) for charge in told.events[3].charges] == ["Other"]
    assert made.left_out[LeftOut.WORDS] == 5
    assert not re.search(r"Person A|\[person|猫头鹰|盐渡", all_text(made.model))


def test_a_labelled_name_is_taken_out_of_every_word_that_was_typed(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", ethnicity="of the Lunt Vero clan", age="as old as Vero Lunt", size="about 3"
    )
    firm = desk.party("Quell and Sons", kind="organisation")
    case = desk.case(person, firm)
    desk.event(
        case, "Vero Lunt was seen", person, (firm, "owner of Vero Lunt"), measure="Vero Lunt's way",
        facility="at Vero Lunt's", date="2020",
        place_text="Vero Lunt's house", assertion="says Vero Lunt",
        lists={
            "charges": [{"raw": "being Vero Lunt"}],
            "terms": [{"raw": "as VeroLunt"}],
            "penalties": [
                {"raw": "no more Vero Lunt"},
                {"kind": "fine", "quantity": 2, "unit": "Vero Lunts of Vero Lunt"},
            ],
        },
    )  # fmt: skip
    model = desk.redact(label=[person]).model
    text = all_text(model)
    assert "Lunt" not in text
    assert "Fine, 2 Person A of Person A" in text
    assert [part.role.text(("en",)) for part in model.cases[0].events[0].who] == ["Victim"]
    title = Request(
        profile=NAMES,
        as_of=AS_OF,
        label=frozenset([person]),
        languages=("en", "zh-Hans"),
        title=both("On Vero Lunt", "缪屿"),
    )
    assert redact(desk.facts(), title).model.title == both("On Person A", "缪屿")


def test_a_title_names_whom_the_profile_names_beside_whom_it_labels() -> None:
    desk = Desk()
    hidden, named = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    desk.case(hidden, named)
    title = Request(
        profile=NAMES,
        as_of=AS_OF,
        label=frozenset([hidden]),
        languages=("en", "zh-Hans"),
        title=both("Vero Lunt, Odal Brisk", "缪屿"),
    )
    assert redact(desk.facts(), title).model.title == both("Person A, Odal Brisk", "缪屿")


def test_a_disability_that_somebody_does_not_have_is_no_fact(desk: Desk) -> None:
    person = desk.party("Vero Lunt", disability="no")
    desk.case(person, RecordId("f" * 32))
    assert desk.redact(WIDE).model.cases[0].people[0].facts == ()


def test_what_is_not_understood_or_not_known_is_left_out(desk: Desk) -> None:
    person = desk.party("Vero Lunt", disability="不知道", sex="unknown", birth="at dawn", age="")
    case = desk.case(person, RecordId("f" * 32))
    desk.event(
        case,
        "",
        person,
        RecordId("e" * 32),
        date="the day of the feast",
        measure="not_asked",
        assertion="none",
    )
    desk.event(case, "detained", (person, ""), date="1954-02-29")
    made = desk.redact(WIDE)
    assert [fact.value.text(("en",)) for fact in made.model.cases[0].people[0].facts] == ["不知道"]
    first, second = sorted(made.model.cases[0].events, key=lambda event: event.type.text(("en",)))
    assert (first.type.text(("en",)), first.date, who(first)) == ("Detained", "", ["Participant: Vero Lunt"])
    assert (second.type.text(("en",)), second.measure, second.assertion) == ("Other", None, None)
    assert made.left_out == {LeftOut.DATE: 2, LeftOut.PERSON: 2}


def test_a_shipped_term_is_printed_in_its_shipped_words_however_a_record_words_it(desk: Desk) -> None:
    desk.other(
        Kind.TERM, vocabulary="event_type", code="detained", labels={"en": "Locked up", "zh-Hans": "关押"}
    )
    desk.other(
        Kind.TERM, vocabulary="event_type", code="x_rest", labels={"en": "Released", "zh-Hans": "released"}
    )
    words = Terms(desk.facts())
    for text in ("detained", "Locked up"):
        assert words.find("event_type", text) == ("detained", _shipped_words("detained"))
        assert not words.is_own("event_type", text)
    found = words.find("event_type", "Released")
    assert found is not None
    assert found[0] == "released"
    assert not words.is_own("event_type", "Released")
    assert words.find("event_type", "x_rest") == ("x_rest", both("Released", "released"))


def test_a_shipped_term_that_was_merged_into_another_keeps_its_words_in_print(desk: Desk) -> None:
    merged = (("detained", "x_free"), ("taken_away", "released"), ("x_led", "detained"), ("x_free", None))
    for code, into in merged:
        said = {"into": into, "retired": into is not None or None}
        desk.other(Kind.TERM, None, {"en": "Free again"}, vocabulary="event_type", code=code, **said)
    words = Terms(desk.facts())
    for code in ("detained", "taken_away"):
        assert words.find("event_type", code) == (code, _shipped_words(code))
    assert words.find("event_type", "x_led") == ("x_led", _shipped_words("detained"))


def _shipped_words(code: str) -> Labels:
    term = vocabulary.load("event_type").exact(code)
    assert term is not None
    return term.labels


@pytest.mark.parametrize("of", ["charge", "platform"])
def test_the_code_of_a_secret_term_is_no_word_to_print(of: str) -> None:
    """It is made of the words for it; profiles that print what nobody knows would tell them."""
    desk = Desk()
    code = "seen_by_the_nurse_1a2b"
    desk.other(Kind.TERM, SECRET, vocabulary=of, code=code, labels={"en": "Seen by the nurse"})
    where, term = ("charges", code) if of == "charge" else ("terms", f"platform:{code}")
    person = desk.party("Ansel")
    typed = desk.case(person)
    desk.event(typed, "detained", person, lists={where: [{"term": term}, {"raw": "the mill"}]})
    assert "nurse" not in all_text(desk.model())
    assert {"Other", "the mill"} <= set(all_text(desk.model()).splitlines())
