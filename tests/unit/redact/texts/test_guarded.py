"""Places that another desk protects in a text go, and the text waits until a reader decided about each."""

from dataclasses import replace

import pytest

from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from hrddesk.redact.profile.profiles import NAMES, PlaceDetail, UnknownWords
from tests.unit.redact.invented import PUBLIC, SECRET, WIDE, Desk, all_text

TEXT = "Vero Lunt hid. Tamsin Quell told us."
NAME = "Tamsin Quell"
WAITS = {LeftOut.CHANGED_TEXT: 1, LeftOut.MARK: 1}


def _case(desk: Desk, text: str = TEXT, protected: str = NAME) -> RecordId:
    """Make a case with a reviewed text in which another desk protects some words."""
    case = desk.told(desk.party("Vero Lunt"), text=text)
    start = text.index(protected)
    desk.protected[case, "narrative"] = [(text, ((start, start + len(protected)),))]
    desk.review(case, "narrative")
    return case


def _decide(desk: Desk, case: RecordId, words: str, how: How, instead: str = "") -> None:
    text = desk.records[case].text("narrative")
    before = desk.wordings.get((case, "narrative"), TextDecisions(text))
    start = text.index(words)
    made = before.with_decision(Decision(start, start + len(words), how, instead))
    desk.wordings[case, "narrative"] = made
    desk.review(case, "narrative")


def _told(desk: Desk) -> tuple[str, ...]:
    return desk.model().cases[0].texts


def test_a_text_waits_until_the_place_is_decided(desk: Desk) -> None:
    case = _case(desk)
    made = desk.redact()
    assert (made.model.cases[0].texts, made.left_out) == ((), WAITS)
    _decide(desk, case, NAME, How.LABEL, "person")
    assert _told(desk) == ("Vero Lunt hid. [person] told us.",)
    _decide(desk, case, NAME, How.STAY)
    assert _told(desk) == (TEXT,)


def test_a_review_from_before_the_place_was_known_holds_no_more(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text=TEXT)
    assert _told(desk) == (TEXT,)
    desk.protected[case, "narrative"] = [(TEXT, ((15, 27),))]
    assert desk.redact().left_out == WAITS
    desk.protected[case, "narrative"] = [("Quell came.", ((0, 5),))]  # in an earlier text
    assert desk.redact().left_out == {**WAITS, LeftOut.MARK: 2}  # about the other half of the name, too


def test_what_is_left_of_a_place_beside_words_of_a_reader_is_still_protected(desk: Desk) -> None:
    case = _case(desk)
    _decide(desk, case, "Tamsin", How.WORDS, "Somebody called")
    assert desk.redact().left_out == WAITS
    _decide(desk, case, "Quell", How.LABEL, "person")
    assert _told(desk) == ("Vero Lunt hid. Somebody called [person] told us.",)
    _decide(desk, case, "hid. Tamsin Quell told", How.WORDS, "hid, as somebody told")
    assert _told(desk) == ("Vero Lunt hid, as somebody told us.",)
    _decide(desk, case, NAME, How.WORDS, "A neighbour")
    assert _told(desk) == ("Vero Lunt hid. A neighbour told us.",)


def test_words_before_it_move_the_place_along(desk: Desk) -> None:
    case = _case(desk)
    _decide(desk, case, "hid", How.WORDS, "was in hiding")
    _decide(desk, case, "us", How.WORDS, "everybody")
    assert desk.redact().left_out == WAITS
    _decide(desk, case, NAME, How.LABEL, "person")
    assert _told(desk) == ("Vero Lunt was in hiding. [person] told everybody.",)


def test_spaces_and_signs_around_a_name_stay(desk: Desk) -> None:
    case = _case(desk, protected=". Tamsin Quell ")
    _decide(desk, case, NAME, How.LABEL, "person")
    assert _told(desk) == ("Vero Lunt hid. [person] told us.",)
    desk.protected[case, "narrative"] = [(TEXT, ((13, 15),))]  # a sign and a space tell nothing
    desk.wordings.clear()
    desk.review(case, "narrative")
    assert _told(desk) == (TEXT,)


def test_a_name_that_goes_anyway_asks_for_nothing(desk: Desk) -> None:
    hidden = desk.party(NAME, level=SECRET)
    desk.near(_case(desk), hidden)
    assert _told(desk) == ("Vero Lunt hid. [person] told us.",)


def test_a_name_that_is_told_or_only_a_part_of_the_place_is_not_enough(desk: Desk) -> None:
    known = desk.party(NAME)
    case = _case(desk)
    assert desk.redact().left_out == WAITS
    desk.records[known] = desk.records[known].with_elements("names", [{"name": "Quell"}])
    desk.set_level(known, SECRET, "record")
    desk.review(case, "narrative")
    assert desk.redact().left_out == WAITS
    _decide(desk, case, NAME, How.LABEL, "person")
    assert _told(desk) == ("Vero Lunt hid. [person] told us.",)


def test_a_name_that_runs_into_the_place_goes_whole(desk: Desk) -> None:
    hidden = desk.party("Quell Marsh", level=SECRET)
    case = _case(desk, "Vero Lunt hid. Tamsin Quell Marsh told us.")
    desk.near(case, hidden)
    _decide(desk, case, NAME, How.LABEL, "person")
    assert _told(desk) == ("Vero Lunt hid. [person] told us.",)
    _decide(desk, case, NAME, How.STAY)
    assert desk.redact().left_out == WAITS  # it does not stand into which another name runs


@pytest.mark.parametrize("field", ["place_text", "measure", "facility", "type", "assertion"])
def test_a_field_of_one_line_with_such_a_place_is_not_told(desk: Desk, field: str) -> None:
    profile = replace(WIDE, places=PlaceDetail.AS_RECORDED, unknown_words=UnknownWords.MATCHED)
    words = "at Quell's mill"
    person = desk.party("Vero Lunt")
    event = desk.event(desk.case(person), "detained", person, level=PUBLIC, lists=None)
    desk.set(event, **{field: words})
    assert words in all_text(desk.redact(profile).model)
    desk.protected[event, field] = [(words, ((3, 8),))]
    made = desk.redact(profile)
    assert "Quell" not in all_text(made.model)
    assert made.left_out[LeftOut.WORDS] == 1


def test_nor_is_one_about_a_person(desk: Desk) -> None:
    profile = replace(NAMES, unknown_words=UnknownWords.MATCHED)
    person = desk.party("Vero Lunt", ethnicity="of the Quells")
    desk.told(person)
    assert "of the Quells" in all_text(desk.redact(profile).model)
    desk.protected[person, "ethnicity"] = [("of the Quells", ((7, 13),))]
    made = desk.redact(profile)
    assert "Quells" not in all_text(made.model)
    assert made.left_out[LeftOut.WORDS] == 1


def test_where_all_of_a_text_is_one_place_a_kept_word_lets_no_name_go(desk: Desk) -> None:
    text = "Vero Lunt hid with Odal Brisk at the mill"
    hidden = desk.party("Odal Brisk", level=SECRET)
    desk.party("Vero Lunt")
    case = _case(desk, text, text)
    desk.near(case, hidden)
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1, LeftOut.MARK: 2}
    for words in ("hid with", "at the mill"):
        _decide(desk, case, words, How.STAY)
    assert _told(desk) == ("Vero Lunt hid with [person] at the mill",)
