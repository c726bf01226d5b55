"""Replaced passages, extended to whole words; neighbours with the same replacement become one gap."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from hrddesk.redact.detection.ordinary import is_unspaced
from hrddesk.redact.passages.covered import Covered
from hrddesk.redact.passages.occurrences import BY_NAME, Occurrence, in_order
from hrddesk.redact.passages.pieces import NameSlot, Piece, Word
from hrddesk.redact.passages.wording import Span

_BETWEEN_NAMES: Final = " \t\u00a0·•‧・-\u2010\u2011"
_MARK: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670]")

_SYLLABLE: Final = re.compile("(?<=[\u0f40-\u0fbc])[\u0f40-\u0fbc]+")
"""The remainder of a Tibetan syllable, which may be a case letter that depends on the end of the name."""
_ENDING: Final = re.compile("['\u2019][^\\W\\d_]{1,4}(?![^\\W\\d_])")


def joined(
    text: str, taken: Iterable[tuple[int, int, Piece]], occurrences: Iterable[Occurrence]
) -> Iterator[tuple[int, int, Piece]]:
    """Yield the replaced passages, extended to whole words and merged with neighbours that have the same
    replacement.

    A remaining ending would reveal the case, number and gender of a name; adjacent gaps would reveal its
    number of words.
    """
    by_name = {item.span for item in occurrences if item.kind in BY_NAME}
    last: tuple[int, int, Piece] | None = None
    for start, end, piece in taken:
        first, until = whole_word(text, start, end) if (start, end) in by_name else (start, end)
        if last is None:
            last = first, until, piece
            continue
        near = not text[last[1] : first].strip(_BETWEEN_NAMES)
        if near and piece == last[2] and (isinstance(piece, NameSlot) or piece is Word.PERSON):
            last = last[0], max(last[1], until), piece
            continue
        if until > last[1]:  # else the word that goes already holds it
            yield last
            last = max(first, last[1]), until, piece
    if last is not None:
        yield last


def whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage extended to the whole word around it, in scripts that separate words by spaces.

    In Tibetan the passage is extended to the end of its last syllable. A capital inside a word begins a new
    word: "#FreeLunt". An apostrophe may precede an ending: "Lunt's".
    """
    while end < len(text) and _goes_on(text, end - 1, end):
        end += 1
    if syllable := _SYLLABLE.match(text, end):
        end = syllable.end()
    if _is_letter(text[end - 1]) and (ending := _ENDING.match(text, end)):
        end = ending.end()
    while start > 0 and _goes_on(text, start - 1, start):
        start -= 1
    return start, end


def _goes_on(text: str, position: int, behind: int) -> bool:
    """Tell whether two neighbouring characters belong to the same word."""
    one, next_character = text[position], text[behind]
    if not (_is_letter(one) and _is_letter(next_character)):
        return False
    return one.isupper() or not next_character.isupper()


def _is_letter(character: str) -> bool:
    return (character.isalpha() or _MARK.match(character) is not None) and not is_unspaced(character)


def sticking_out(text: str, removed_spans: Covered, place: Span) -> Iterator[Span]:
    """Yield the spans of a passage that are not removed yet, without the separators at their ends."""
    for first, last in removed_spans.free(place):
        while first < last and _separates(text[first]):
            first += 1
        while first < last and _separates(text[last - 1]):
            last -= 1
        if first < last:
            yield first, last


def _separates(character: str) -> bool:
    return unicodedata.category(character)[0] in "PZ"


def one_question(
    occurrences: Sequence[Occurrence], goes: Callable[[Occurrence], bool]
) -> Sequence[Occurrence]:
    """Return the occurrences, with overlapping ones merged into one question to the user.

    Two separate answers about overlapping passages could contradict each other; and a passage cannot be kept
    if it overlaps a name that is removed.
    """
    merged_occurrences: list[Occurrence] = []
    for item in in_order(occurrences):
        before = next(
            (one for one in merged_occurrences if _runs_into(one, item) and _are_one(one, item, goes)), None
        )
        if before is None:
            merged_occurrences.append(item)
            continue
        question = before if before.asked else item
        people = tuple(sorted({*before.people, *item.people}))
        word = before.word and item.word
        merged_occurrences[merged_occurrences.index(before)] = replace(
            question, start=before.start, end=item.end, owners=(), maybe=people, word=word
        )
    return (
        one_question(merged_occurrences, goes)
        if len(merged_occurrences) < len(occurrences)
        else merged_occurrences
    )


def _are_one(one: Occurrence, second: Occurrence, goes: Callable[[Occurrence], bool]) -> bool:
    """Tell whether two occurrences need a common question.

    At least one of them has a question, and the other has one too or is a name that is removed.
    """
    if not (one.asked or second.asked):
        return False
    return all(item.asked or (item.kind in BY_NAME and goes(item)) for item in (one, second))


def _runs_into(one: Occurrence, second: Occurrence) -> bool:
    return one.start < second.start < one.end < second.end
