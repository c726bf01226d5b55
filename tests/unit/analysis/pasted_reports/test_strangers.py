"""Whoever the rules do not recognise is never taken for the one whom they know."""

import pytest

from hrddesk.analysis.pasted_reports.reading import read
from hrddesk.analysis.pasted_reports.strangers import strangers_of
from hrddesk.records.terms.words import Words

_TAVI = "Tavi Brask (塔维·布拉斯克)"


def _last(text: str) -> tuple[list[str], list[str]]:
    """Return to whom the last event happened for sure, and to whom it may have happened."""
    found = read(text, Words())
    event = found.happenings[-1]
    return (
        [found.people[index].name for index in event.people],
        [found.people[index].name for index in event.candidates],
    )


def test_she_behind_two_women_of_whom_one_is_her_sister_may_be_either() -> None:
    text = (
        "Sela Quen, 41, a teacher, was detained in March 2021. Her sister-in-law "
        f"{_TAVI} was detained too.\n\nShe was released in late April 2021."
    )
    found = read(text, Words())
    assert [person.name for person in found.people] == ["Sela Quen", "Tavi Brask"]
    assert found.people[0].occupations == ["teacher"]
    assert not found.people[0].is_certain
    assert _last(text) == ([], ["Sela Quen", "Tavi Brask"])


@pytest.mark.parametrize(
    "before",
    [
        f"Sela Quen was detained. Her sister-in-law {_TAVI} was detained too.\n\n",
        f"Sela Quen was detained. {_TAVI} was detained too. ",
        f"Sela was detained. {_TAVI} was detained too. ",
        f"Police detained {_TAVI}. They went on to the flat of Sela Quen. ",
        f"{_TAVI} was detained. Her sister came to ask. ",
        f"{_TAVI} was detained with her friend Sela. ",
        f"Sela Quen had been held since March in a place nobody was told of.\n{_TAVI} was detained.\n",
    ],
)
def test_a_pronoun_behind_somebody_who_is_not_recognised_is_asked(before: str) -> None:
    assert _last(before + "She was released in April 2021.") == ([], ["Tavi Brask"])
    assert _last(before + "Police took her away in April 2021.") == ([], ["Tavi Brask"])


@pytest.mark.parametrize(
    "text",
    [
        f"{_TAVI} met Sela Quen and she was arrested.",
        f"Sela was detained in May, {_TAVI} said.",
        f"Sela Quen, it is said, was detained with {_TAVI}.",
        f"{_TAVI} said that Sela Quen was arrested.",
        f"{_TAVI} was detained. Police searched the flat of Sela Quen and arrested her.",
        "教师次仁·扎西被拘留。她的妹妹到场。她被逮捕。",
        "沙拉被带走，教师次仁·扎西被拘留。她被逮捕。",
    ],
)
def test_a_stranger_nearer_to_the_word_leaves_open_whom(text: str) -> None:
    people, candidates = _last(text)
    assert people == []
    assert len(candidates) == 1


def test_a_place_with_a_number_behind_it_is_nobody() -> None:
    assert read("In Lhasa, 14, they say, were held.", Words()).people == ()
    assert _last(f"Linhai police detained {_TAVI}.") == (["Tavi Brask"], [])


@pytest.mark.parametrize(
    "before",
    [
        f"{_TAVI}, a lawyer and Tibetan teacher, was detained in Anqing by the State Security Bureau. ",
        f"On Monday, police detained {_TAVI} on charges of “Inciting Words.” Brask was not seen again. ",
        f"Harbour Watch (海港观察) wrote of it in March 2022. However, {_TAVI} was detained. ",
        "2022年3月，安庆警方拘留了教师次仁·扎西。",
    ],
)
def test_places_organisations_and_openings_of_sentences_are_nobody(before: str) -> None:
    people, candidates = _last(
        before + ("她被逮捕。" if before.endswith("。") else "She was formally arrested.")
    )
    assert len(people) == 1
    assert candidates == []


def test_whose_relative_somebody_is_is_found_in_each_language_with_possessives() -> None:
    for text in ("and her sister came", "его сестра была", "vino su madre", "是他的妻子", "其友人"):
        assert len(strangers_of(text, [], [])) == 1, text
    assert strangers_of("and a sister came", [], []) == []
