"""A name that overlaps itself at every letter is looked at a few times only, and goes whole."""

from hypothesis import given
from hypothesis import strategies as st

from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection.matcher import KnownName, NameIndex, _covering
from hrddesk.redact.detection.spellings import SpellingHit

A = RecordId("a" * 32)
_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8), st.sampled_from("xy")))


def _covered(hits: list[SpellingHit]) -> set[tuple[str, int]]:
    return {(hit.form, at) for hit in hits for at in range(hit.start, hit.end)}


@given(_SPANS)
def test_what_is_kept_covers_what_all_cover(spans: list[tuple[int, int, str]]) -> None:
    hits = [SpellingHit(start, start + length, form) for start, length, form in spans]
    kept = list(_covering(hits))
    assert set(kept) <= set(hits)
    assert _covered(kept) == _covered(hits)


def test_as_few_are_kept_as_the_text_is_long() -> None:
    hits = [SpellingHit(at, at + 300, "x") for at in range(19_701)]
    assert len(list(_covering(hits))) <= 2 * 20_000 // 300 + 2


def test_a_name_of_one_letter_again_and_again_goes_whole() -> None:
    text = "前" + "啊" * 2000 + "后"
    found = NameIndex([KnownName(A, "啊" * 120)]).find(text)
    assert {at for item in found for at in range(item.start, item.end)} == set(range(1, 2001))
