"""Who is called alike, without comparing each with each: against a comparison of all pairs."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.analysis.duplicates import closeness
from hrddesk.records.model.record import RecordId
from hrddesk.system.jobs import silent

_ONE, _TWO, _THREE = (RecordId(letter * 32) for letter in "123")


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("wengar", "wangar", True),
        ("wengar", "wengr", True),
        ("wengar", "wengara", True),
        ("wengar", "wengar", False),
        ("wengar", "wnegar", False),
        ("wengar", "weng", False),
        ("wang", "weng", False),  # too short to be told from another name
        ("letter3", "letter4", False),
        ("letter", "letter2", False),
        ("欧阳清", "欧阳青", True),
        ("王伟", "王卫", False),
    ],
)
def test_one_letter_apart(a: str, b: str, apart: bool) -> None:
    assert closeness.is_one_apart(a, b) is closeness.is_one_apart(b, a) is apart


@given(st.lists(st.text("abc", min_size=4, max_size=7), max_size=5, unique=True))
def test_what_is_close_is_what_comparing_all_pairs_finds(names: list[str]) -> None:
    ids = [RecordId(f"{number:032x}") for number in range(len(names))]
    listed = [(record, [name]) for record, name in zip(ids, names, strict=True)]
    found = closeness.close(listed, listed, silent()).pairs
    wanted = {
        (ids[i], ids[j])
        for i, j in combinations(range(len(names)), 2)
        if closeness.is_one_apart(names[i], names[j])
    }
    # Of more than four names alike but for one letter none is a slip: here there are five at most.
    assert found == wanted or (found < wanted and len(names) == 5)


def test_bearers_of_one_name_are_pairs_or_a_crowd() -> None:
    few = [(_ONE, ["wei"]), (_TWO, ["wei", "lan"]), (_THREE, ["lan", "lan"])]
    found = closeness.close(few, [], silent())
    assert found.pairs == {(_ONE, _TWO), (_TWO, _THREE)}
    assert (found.crowds, found.everything) == ((), [_ONE, _TWO, _THREE])
    many = tuple(RecordId(f"{number:032x}") for number in range(13))
    found = closeness.close([(record, ["wei"]) for record in many], [], silent())
    assert (found.pairs, found.crowds, found.everything) == (frozenset(), (many,), sorted(many))


def test_of_a_crowd_those_are_pairs_that_share_a_mark_with_few() -> None:
    many = [RecordId(f"{number:032x}") for number in range(13)]
    crowd = [(record, ["everybody", f"half {number // 2}"]) for number, record in enumerate(many)]
    assert closeness.sharing(crowd) == {(many[n], many[n + 1]) for n in range(0, 12, 2)}


def test_names_that_make_a_pattern_are_no_slips() -> None:
    letters = "abcde"
    listed = [(RecordId(f"{number:032x}"), [f"tarn{letter}fold"]) for number, letter in enumerate(letters)]
    assert closeness.close(listed, listed, silent()).pairs == frozenset()
    assert len(closeness.close(listed[:4], listed[:4], silent()).pairs) == 6


def test_what_is_too_long_for_a_name_is_left_out_and_costs_nothing() -> None:
    long = "a" * 1_000_000
    assert list(closeness.one_letter_apart([long, long + "b"], silent())) == []
    assert not closeness.is_one_apart(long, long + "b")
    name = "a" * 100
    assert closeness.is_one_apart(name[:-1] + "b", name)
    assert not closeness.is_one_apart(name, name + "b")
