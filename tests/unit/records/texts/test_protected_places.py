"""Where a protected place is once the text is another one."""

import pytest

from hrddesk.records.model.record import RecordId
from hrddesk.records.texts.protected_places import Protected, merged

ONE, TWO = RecordId("1" * 32), RecordId("2" * 32)
SENT = "Vero hid at the mill. Tamsin Quell told us, then 塔姆辛 fled."
AT = tuple((SENT.index(words), SENT.index(words) + len(words)) for words in ("Tamsin Quell", "塔姆辛"))
KNOWN = Protected({(ONE, "narrative"): [(SENT, AT)]})


def _covered(text: str, known: Protected = KNOWN) -> list[str]:
    return [text[slice(*span)] for span in known.places(ONE, "narrative", text)]


def test_a_text_as_it_came_has_just_the_places_that_came_with_it() -> None:
    assert KNOWN.places(ONE, "narrative", SENT) == AT
    assert KNOWN.lost(ONE, "narrative", SENT) == 0
    twice = "Tamsin Quell, Tamsin Quell"  # the sender knows which of them is meant
    assert Protected({(ONE, "narrative"): [(twice, ((0, 12),))]}).places(ONE, "narrative", twice) == (
        (0, 12),
    )


def test_other_fields_and_records_have_none() -> None:
    assert KNOWN.places(ONE, "note", SENT) == KNOWN.places(TWO, "narrative", SENT) == ()
    assert KNOWN.lost(TWO, "narrative", "another text") == 0


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("It is said that Tamsin Quell told us. 昨天塔姆辛走了。", ["Tamsin Quell", "塔姆辛"]),
        (
            "Tamsin Quell told us. Vero hid. 塔姆辛 fled, and Tamsin Quell",
            ["Tamsin Quell", "塔姆辛", "Tamsin Quell"],
        ),
        ("Vero hid at the mill. Tamsin Quel told us, then 塔姆辛 fled.", ["Tamsin Quel", "塔姆辛"]),
        (
            "Vero hid at the mill. Tamsin (“Tam”) Quell told us, then 塔辛 fled.",
            ["Tamsin (“Tam”) Quell", "塔辛"],
        ),
        ("Vero hid at the mill. A neighbour told us, then she fled.", ["A neighbour", "she"]),
        ("Vero hid at the mill. Tamsin Quells told us, then 塔姆辛 fled.", ["Tamsin Quells", "塔姆辛"]),
    ],
)
def test_a_place_goes_with_its_words_and_with_its_neighbours(text: str, covered: list[str]) -> None:
    assert _covered(text) == covered
    assert KNOWN.lost(ONE, "narrative", text) == 0


def test_one_of_two_equal_places_that_was_altered_is_found_too() -> None:
    sent = "Quell came. Then Quell fled, and Quell hid."
    spans = tuple((at, at + 5) for at in (0, 17, 33))
    known = Protected({(ONE, "narrative"): [(sent, spans)]})
    altered = "Quell came. Then Kwell fled, and Quell hid."
    assert _covered(altered, known) == ["Quell", "Kwell", "Quell"]
    fewer = "Quell came. Then the one of whom we spoke above, and whom nobody names, fled, and Quell hid."
    assert _covered(fewer, known) == ["Quell", "Quell"]
    assert known.lost(ONE, "narrative", fewer) == 1


def test_what_is_there_no_longer_is_counted() -> None:
    gone = "Vero hid at the mill.  told us, then 塔姆辛 fled."
    assert (_covered(gone), KNOWN.lost(ONE, "narrative", gone)) == (["塔姆辛"], 1)
    rewritten = "这里的一切都改写了，" * 6
    assert (_covered(rewritten), KNOWN.lost(ONE, "narrative", rewritten)) == ([], 2)


def test_words_of_every_text_that_came_are_protected_and_the_latest_counts() -> None:
    later = "Odal told us."
    known = Protected({(ONE, "narrative"): [(SENT, AT), (later, ((0, 4),))]})
    both = "Tamsin Quell and Odal told us."
    assert _covered(both, known) == ["Tamsin Quell", "Odal"]
    assert known.lost(ONE, "narrative", later) == 0
    assert known.lost(ONE, "narrative", "They told us.") == 0  # what stands in its stead is covered
    assert known.lost(ONE, "narrative", "told us.") == 1


def test_a_short_name_is_not_found_within_words() -> None:
    known = Protected({(ONE, "narrative"): [("Li told.", ((0, 2),))]})
    assert _covered("Li lived in the Library.", known) == ["Li"]


def test_places_that_touch_are_one() -> None:
    assert merged([(4, 8), (0, 2), (2, 3), (5, 6)]) == ((0, 3), (4, 8))
