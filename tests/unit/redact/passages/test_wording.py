"""What a reader decided about places in a text, and what is read with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.records.model.record import new_id
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.passages.wording import Decision, How, TextDecisions

TEXT = "Odal Brisk saw VL at the mill in Lower Quarry."


def _place(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _decided() -> TextDecisions:
    made = TextDecisions(TEXT)
    made = made.with_decision(Decision(*_place("Lower Quarry"), How.WORDS, "a village"))
    made = made.with_decision(Decision(*_place("VL"), How.STAY))
    return made.with_decision(Decision(*_place("Odal Brisk"), How.LABEL, "person"))


def test_other_words_stand_in_the_text_that_is_read_and_places_are_counted_in_it() -> None:
    worded = _decided().with_decision(Decision(*_place("saw"), How.WORDS, "has seen")).read()
    assert worded.text == "Odal Brisk has seen VL at the mill in a village."
    assert [worded.text[slice(*span)] for span in worded.stays] == ["VL"]
    assert [worded.text[slice(*span)] for span, _ in worded.labels] == ["Odal Brisk"]
    assert [worded.text[slice(*span)] for span, _ in worded.written] == ["has seen", "a village"]
    assert worded.original(worded.stays[0]) == _place("VL")
    assert worded.original(_place("Odal Brisk")) == _place("Odal Brisk")
    assert worded.original(_place("seen VL", worded.text)) is None
    assert TextDecisions(TEXT).read().text == TEXT


def test_the_latest_decision_about_a_place_is_the_one_that_counts() -> None:
    made = _decided()
    again = made.with_decision(Decision(*_place("VL at"), How.WORDS, "somebody at"))
    assert again.at(_place("VL")) is None
    assert again.at(_place("VL at")) is not None
    assert again.without(_place("at")) == made.without(_place("VL"))
    assert len(again.without((0, len(TEXT))).decided) == 0


def test_a_decision_is_about_a_place_and_a_label_about_somebody() -> None:
    person = new_id()
    assert Decision(0, 1, How.LABEL, person).party == person
    assert Decision(0, 1, How.LABEL, "place").word is Word.PLACE
    assert Decision(0, 1, How.STAY).party is None
    for wrong in (
        (3, 3, How.STAY, ""),
        (-1, 2, How.STAY, ""),
        (0, 1, How.LABEL, "Odal"),
        (0, 1, How.STAY, "x"),
    ):
        with pytest.raises(ValueError, match=r"place|label|stead"):
            Decision(*wrong)


def test_decisions_that_overlap_or_lie_outside_are_none() -> None:
    one, two = Decision(0, 4, How.STAY), Decision(3, 6, How.STAY)
    with pytest.raises(ValueError, match="overlap"):
        TextDecisions(TEXT, (one, two))
    with pytest.raises(ValueError, match="overlap"):
        TextDecisions(TEXT, (two, Decision(0, 1, How.STAY)))
    with pytest.raises(ValueError, match="outside"):
        TextDecisions("ab", (one,))


def test_decisions_move_with_the_words_that_they_are_about() -> None:
    changed = "Yesterday Odal Brisk saw VL near the mill in Upper Quarry."
    fitted = _decided().fit(changed)
    assert [changed[slice(*decision.span)] for decision in fitted.decided] == ["Odal Brisk", "VL"]
    assert fitted.text == changed
    assert _decided().fit(TEXT) == _decided()
    assert _decided().fit("").decided == ()
    split = _decided().fit(TEXT.replace("Odal Brisk", "Odal or Brisk"))
    assert split.at(_place("VL", split.text)) is not None
    assert len(split.decided) == 2


def test_of_a_long_text_that_changed_in_many_places_the_beginning_and_the_end_are_compared() -> None:
    middle = " ".join(f"w{number}" for number in range(3000))
    text = f"VL came. {middle} VL left."
    made = TextDecisions(text).with_decision(Decision(0, 2, How.STAY))
    made = made.with_decision(Decision(len(text) - 8, len(text) - 6, How.STAY))
    changed = text.replace("w7 ", "x ").replace("w2990 ", "y ")
    fitted = made.fit(changed)
    assert [changed[slice(*decision.span)] for decision in fitted.decided] == ["VL", "VL"]


def test_it_is_read_as_it_was_written_and_nothing_else() -> None:
    made = _decided()
    elements = made.elements()
    assert TextDecisions.of(TEXT, elements.values()) == made
    (first, *_) = elements.values()
    for wrong in ({"how": "other"}, {"how": None}, {"end": 1000}, {"start": 20}, {"end": None}):
        with pytest.raises(ValueError, match=r"place|outside|overlap|valid How"):
            TextDecisions.of(TEXT, [{**first, **wrong}])
    assert made.canonical() != made.without(_place("VL")).canonical()


@given(
    text=st.text("ab ", min_size=1, max_size=30),
    changed=st.text("ab ", max_size=30),
    places=st.lists(
        st.tuples(st.integers(0, 29), st.integers(1, 5), st.sampled_from(list(How)), st.text("xy"))
    ),
)
def test_decisions_never_overlap_and_keep_their_words_when_a_text_changes(
    text: str, changed: str, places: list[tuple[int, int, How, str]]
) -> None:
    made = TextDecisions(text)
    for start, length, how, words in places:
        if start < len(text):
            instead = {How.STAY: "", How.LABEL: "person", How.WORDS: words}[how]
            made = made.with_decision(Decision(start, min(start + length, len(text)), how, instead))
    worded = made.read()
    for (start, end), decision in (*worded.labels, *worded.written):
        kept = decision.instead if decision.how is How.WORDS else text[slice(*decision.span)]
        assert worded.text[start:end] == kept
    fitted = made.fit(changed)
    before = [text[slice(*decision.span)] for decision in made.decided]
    for decision in fitted.decided:
        assert changed[slice(*decision.span)] in before
