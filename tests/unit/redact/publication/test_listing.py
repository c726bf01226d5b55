"""The list by sentence, and what stays of a case where its sheet is not printed."""

import dataclasses
from collections.abc import Mapping

import pytest

from hrddesk.errors import NothingToPublish
from hrddesk.publish.content.printed_parts import as_printed, penalties_of
from hrddesk.records.model.record import RecordId, Value
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.facts.bands import band_of
from hrddesk.redact.model.chapters import Band, Chapter
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.profile.profiles import LABELS, NAMES
from tests.unit.redact.invented import SECRET, Desk, all_text


def fixed(months: int | None) -> dict[str, Value]:
    return {"kind": "fixed"} if months is None else {"kind": "fixed", "months": months}


def sentence(
    desk: Desk,
    case: RecordId,
    penalty: Mapping[str, Value],
    *people: RecordId,
    date: str = "2020",
    what: str = "sentenced",
) -> RecordId:
    return desk.event(case, what, *people, date=date, lists={"penalties": [penalty]})


def told(model: RedactedModel) -> list[tuple[str, Band, str]]:
    """Return who is listed, where, and what for."""
    made = []
    for entry in model.chapters.listed:
        case = model.cases[entry.case]
        event = None if entry.event is None else case.events[entry.event]
        penalties = (
            "" if event is None else "; ".join(penalty.text(("en",)) for penalty in penalties_of(entry, case))
        )
        made.append((case.people[entry.person].name[0].text, entry.band, penalties))
    return made


@pytest.mark.parametrize(
    ("penalties", "band"),
    [
        ([], None),
        ([("fixed", 120)], Band.TEN_YEARS),
        ([("fixed", 119)], Band.FIVE_YEARS),
        ([("fixed", 60)], Band.FIVE_YEARS),
        ([("fixed", 59)], Band.SHORTER),
        ([("fixed", None)], Band.UNKNOWN),
        ([("fixed", 0)], Band.UNKNOWN),
        ([("fixed", True)], Band.UNKNOWN),
        ([("fine", None), ("fixed", 18)], Band.SHORTER),
        ([("fixed", 36), ("fixed", 12)], Band.SHORTER),
        ([("fixed", 36), ("fixed", 24)], Band.UNKNOWN),
        ([("fixed", 84), ("fixed", 60)], Band.UNKNOWN),
        ([("fixed", 120), ("fixed", 60)], Band.TEN_YEARS),
        ([("fixed", 36), ("fixed", None)], Band.UNKNOWN),
        ([("fixed", 120), ("fixed", None)], Band.TEN_YEARS),
        ([("", None)], Band.OTHER),
        ([("fine", None), ("admin_detention", None)], Band.DETENTION),
        ([("criminal_detention", 6), ("fixed", None)], Band.UNKNOWN),
        ([("fixed", 240), ("life", None)], Band.LIFE),
        ([("death_reprieve", None)], Band.REPRIEVE),
        ([("death", None), ("life", None)], Band.DEATH),
    ],
)
def test_the_longest_penalty_decides(penalties: list[tuple[str, object]], band: Band | None) -> None:
    assert band_of(penalties) is band


def test_everybody_once_under_the_latest_sentence_the_longest_bands_first(desk: Desk) -> None:
    one, two, three = desk.party("Aaron Lunt"), desk.party("Moss Brisk"), desk.party("Zeno Quell")
    case = desk.case(one, two, three)
    sentence(desk, case, fixed(132), one, date="2019-05")
    sentence(desk, case, fixed(48), one, date="2020-05", what="sentence_reduced")
    sentence(desk, case, {"kind": "life"}, one, date="")  # nobody knows when: what is dated counts
    sentence(desk, case, fixed(72), two, date="2018")
    later = desk.case(two)
    sentence(desk, later, {"kind": "life"}, two, date="2021")
    desk.event(desk.case(two), "tried", two, date="2022")
    assert told(desk.model()) == [
        ("Moss Brisk", Band.LIFE, "Life imprisonment"),
        ("Aaron Lunt", Band.SHORTER, "4 years in prison"),
        ("Zeno Quell", Band.NONE, ""),
    ]


def test_what_is_less_grave_hides_no_sentence_and_stands_beside_it(desk: Desk) -> None:
    held, jailed, other = desk.party("Aaron Lunt"), desk.party("Moss Brisk"), desk.party("Zeno Quell")
    case = desk.case(held, jailed, other)
    sentence(desk, case, {"kind": "admin_detention", "quantity": 10, "unit": "day"}, held, date="2019")
    sentence(desk, case, {"kind": "confiscation"}, held, date="2020")
    sentence(desk, case, {"kind": "fine"}, jailed, date="2018")
    sentence(desk, case, fixed(132), jailed, date="2019")
    sentence(desk, case, fixed(72), jailed, date="2020", what="sentence_reduced")
    sentence(desk, case, {"kind": "criminal_detention", "months": 6}, jailed, date="2021")
    later = desk.case(jailed)
    sentence(desk, later, {"kind": "confiscation"}, jailed, date="2022")
    sentence(desk, case, {"kind": "fine"}, other, date="2019")
    sentence(desk, case, {"kind": "confiscation"}, other, date="2020")
    made = {name: (band, penalties.split("; ")) for name, band, penalties in told(desk.model())}
    assert made["Moss Brisk"][0] is Band.FIVE_YEARS
    assert (
        made["Moss Brisk"][1][0] == "6 years in prison"
    )  # the reduction replaces, all else stands beside it
    assert len(made["Moss Brisk"][1]) == 3
    assert "11 years in prison" not in made["Moss Brisk"][1]
    assert made["Aaron Lunt"][0] is Band.DETENTION
    assert len(made["Aaron Lunt"][1]) == 2
    assert (made["Zeno Quell"][0], len(made["Zeno Quell"][1])) == (Band.OTHER, 2)


@pytest.mark.parametrize(
    ("how", "wanted"),
    [("", ["3 years in prison", "6 years in prison"]),
     ("served_after", ["3 years in prison", "6 years in prison"]),
     ("replaces", ["3 years in prison"]), ("changed", ["3 years in prison"])],
)  # fmt: skip
def test_a_second_sentence_replaces_the_first_only_where_the_record_says_so(
    desk: Desk, how: str, wanted: list[str]
) -> None:
    person = desk.party("Aaron Lunt")
    case = desk.case(person)
    first = sentence(desk, case, fixed(72), person, date="2019")
    lists: dict[str, list[dict[str, Value]]] = {
        "penalties": [fixed(36)],
        "links": [{"event": first, "type": how}],
    }
    desk.event(
        case, "sentence_changed" if how == "changed" else "sentenced", person, date="2020", lists=lists
    )
    ((_, band, penalties),) = told(desk.model())
    assert (band, penalties.split("; ")) == (Band.SHORTER, wanted)


def test_the_list_alone_tells_all_that_stands_beside_a_sentence(desk: Desk) -> None:
    person = desk.party("Aaron Lunt")
    case = desk.case(person)
    sentence(desk, case, fixed(72), person, date="2019")
    sentence(desk, case, {"kind": "confiscation"}, person, date="2020")
    for parts in ([Chapter.LIST], [Chapter.LIST, Chapter.TIMELINE]):
        shown = as_printed(desk.redact(parts=parts).model)
        wanted = [2] if len(parts) == 1 else [1, 1]
        assert [len(event.penalties) for event in shown.cases[0].events] == wanted
        assert len(told(shown)[0][2].split("; ")) == 2


def test_within_a_band_by_the_day_of_the_sentence(desk: Desk) -> None:
    people = [desk.party(name) for name in ("Aaron Lunt", "Moss Brisk", "Zeno Quell")]
    for person, day in zip(people, ("2021", "2019", "2020"), strict=True):
        sentence(desk, desk.case(person), fixed(72), person, date=day)
    assert [name for name, _, _ in told(desk.model())] == ["Moss Brisk", "Zeno Quell", "Aaron Lunt"]


def test_an_event_without_victims_is_about_the_one_person_of_a_case(desk: Desk) -> None:
    alone = desk.party("Aaron Lunt")
    sentence(desk, desk.case(alone), fixed(24))
    both = desk.party("Moss Brisk"), desk.party("Zeno Quell")
    sentence(desk, desk.case(*both), fixed(24))
    assert [band for _, band, _ in told(desk.model())] == [Band.SHORTER, Band.NONE, Band.NONE]


def test_what_is_not_told_is_in_no_band(desk: Desk) -> None:
    person = desk.party("Aaron Lunt")
    case = desk.case(person)
    refuted = sentence(desk, case, fixed(24), person)
    desk.set(refuted, assertion="refuted")
    hidden = sentence(desk, case, fixed(24), person)
    desk.set_level(hidden, SECRET, "penalties")
    sentence(desk, case, {"kind": "unknown"}, person)
    sentence(desk, case, {"raw": " "}, person)
    assert told(desk.model()) == [("Aaron Lunt", Band.NONE, "")]


def test_a_refuted_sentence_is_published_only_together_with_that_word(desk: Desk) -> None:
    person = desk.party("Aaron Lunt")
    case = desk.case(person)
    sentence(desk, case, fixed(24), person)
    refuted = sentence(desk, case, fixed(240), person)
    desk.set(refuted, assertion="refuted", date="2021", summary="He got twenty years.")
    desk.review(refuted, "summary")
    shown = desk.redact(parts=[Chapter.LIST, Chapter.TIMELINE])
    assert [event.assertion and event.assertion.text(("en",)) for event in shown.model.cases[0].events] == [
        None,
        "Refuted",
    ]
    assert told(shown.model)[0][1] is Band.SHORTER
    silent = dataclasses.replace(NAMES, fields=NAMES.fields - {"event.assertion"})
    desk.review(refuted, "summary", silent)
    for made in (desk.redact(silent), desk.redact(silent, parts=[Chapter.LIST, Chapter.TIMELINE])):
        assert len(made.model.cases[0].events) == 1
        assert not made.model.cases[0].texts
        assert made.left_out == {LeftOut.REFUTED: 1}
    desk.set_level(refuted, SECRET, "assertion")
    assert desk.redact().left_out == {LeftOut.REFUTED: 1}


def test_no_list_where_the_profile_lets_no_penalties_out(desk: Desk) -> None:
    person = desk.party("Aaron Lunt")
    sentence(desk, desk.case(person), fixed(24), person)
    profile = dataclasses.replace(NAMES, name="bare", fields=NAMES.fields - {"event.penalties"})
    model = desk.redact(profile).model
    assert Chapter.LIST not in model.chapters.parts
    assert model.chapters.listed == ()


def test_without_sheets_only_what_list_and_timeline_say_is_in_the_model(desk: Desk) -> None:
    one, two = desk.party("Aaron Lunt", sex="male"), desk.party("Moss Brisk")
    case = desk.case(one, narrative="It began at the mill.")
    desk.review(case, "narrative")
    desk.event(case, "detained", one, (two, "witness"), date="2020-02", measure="criminal")
    sentence(desk, case, fixed(24), one, date="2020-12")
    made = desk.redact(parts={Chapter.LIST, Chapter.TIMELINE})
    (shown,) = made.model.cases
    assert shown.texts == ()
    assert shown.people[0].facts == ()
    assert [event.type.text(("en",)) for event in shown.events] == ["Detained", "Sentenced"]
    assert [event.measure for event in shown.events] == [None, None]
    assert "Moss Brisk" not in all_text(made.model)
    assert LeftOut.TEXT not in made.left_out

    (listed,) = desk.redact(parts={Chapter.LIST}).model.cases
    assert [event.type.text(("en",)) for event in listed.events] == ["Sentenced"]
    (dated,) = desk.redact(parts={Chapter.TIMELINE}).model.cases
    assert [event.penalties for event in dated.events] == [(), ()]
    with pytest.raises(NothingToPublish):
        desk.redact(parts={Chapter.CHARTS})


def test_without_sheets_only_who_is_listed_has_a_label(desk: Desk) -> None:
    listed = desk.party("Aaron Lunt")
    witness = desk.party("Moss Brisk")
    case = desk.case(listed)
    desk.event(case, "tried", listed, (witness, "witness"), date="2020")
    assert len(desk.redact(LABELS, added=[witness]).labels) == 2
    made = desk.redact(LABELS, parts={Chapter.LIST}, added=[witness])
    assert set(made.labels) == {listed}
    assert told(made.model) == [("Person A", Band.NONE, "")]
    nobody = desk.case(level=None)
    desk.event(nobody, "sighting", date="2020")
    assert len(desk.redact(LABELS, parts={Chapter.LIST}).model.cases) == 1


def test_a_text_that_was_not_reviewed_is_not_missing_where_no_sheet_is_printed(desk: Desk) -> None:
    person = desk.party("Aaron Lunt")
    case = desk.case(person, narrative="Nobody read this.")
    desk.event(case, "tried", person, date="2020")
    whole, timeline = desk.redact(), desk.redact(parts={Chapter.TIMELINE})
    assert (whole.left_out, whole.where) == ({LeftOut.TEXT: 1}, {LeftOut.TEXT: (case,)})
    assert (timeline.left_out, timeline.where) == ({}, {})


def test_a_term_of_no_months_is_printed_without_a_length(desk: Desk) -> None:
    one = desk.party("Aaron Lunt")
    sentence(desk, desk.case(one), fixed(0), one)
    (event,) = desk.model().cases[0].events
    assert [words.text(("en",)) for words in event.penalties] == ["Fixed-term imprisonment"]
