"""The order of the characters of a line from left to right (UAX #9).

Printed text has no direction marks, embeddings or isolates: `Fonts.printable` removes them because they are
invisible. Rules X1 to X8 therefore do not apply, and a paragraph is a single run. The remaining rules are
those for numbers (W), brackets (N0), neutral characters (N1, N2), levels (I), line ends (L1), order (L2) and
mirrored brackets (L4).
"""

import unicodedata
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Final

_STRONG: Final = frozenset(["L", "R", "AL"])
_NEUTRAL: Final = frozenset(["B", "S", "WS", "ON"])
_TERMINATORS: Final = frozenset(["ET"])
_BRACKETS: Final = 63  # the deepest nesting that BD16 asks for
_SAME_BRACKETS: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}  # canonically equivalent
# The words for the two sides in Unicode names of brackets; the last pair is Tibetan for left and right.
_SIDES: Final = (("LEFT", "RIGHT"), ("LESS-THAN", "GREATER-THAN"), ("GYON", "GYAS"))
_TURNED: Final = (*_SIDES, *((other, side) for side, other in _SIDES))


def base_level(text: str) -> int:
    """Return the direction of a text as a bidi level: 1 from right to left, 0 from left to right.

    The level is 1 if the first directional character runs from right to left, and at least half of all
    directional characters do. Unicode looks only at the first one (P2, P3), but permits other rules (HL1).
    This rule is for lists of names in several scripts: the first name alone must not turn the whole list.
    """
    if text.isascii():
        return 0
    first = ""
    balance = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _STRONG:
            first = first or kind
            if first == "L":
                return 0
            balance += -1 if kind == "L" else 1
    return int(balance >= 0 and first != "")


def levels(text: str, base: int) -> bytes:
    """Return the bidi level of every character of a paragraph.

    Characters with an odd level run from right to left.
    """
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    indexes = [index for index, kind in enumerate(kinds) if kind != "BN"]  # X9
    resolved = _resolve([text[index] for index in indexes], [kinds[index] for index in indexes], base)
    all_levels = bytearray()
    level_by_index = dict(zip(indexes, resolved, strict=True))
    for index in range(len(text)):
        all_levels.append(level_by_index.get(index, all_levels[-1] if all_levels else base))
    return bytes(all_levels)


def ended(text: str, levels_of_line: bytes, base: int) -> bytes:
    """Return the bidi levels of a line, with those of the spaces at its end reset to `base` (L1)."""
    length = len(text)
    while length and unicodedata.bidirectional(text[length - 1]) in ("WS", "BN", "S", "B"):
        length -= 1
    return levels_of_line[:length] + bytes([base]) * (len(text) - length)


def order(levels_of_line: Sequence[int]) -> list[int]:
    """Return the positions of the characters of a line in the order from left to right (L2)."""
    places = list(range(len(levels_of_line)))
    highest = max(levels_of_line, default=0)
    lowest = min((level for level in levels_of_line if level % 2), default=highest + 1)
    for level in range(highest, lowest - 1, -1):
        start = 0
        while start < len(places):
            stop = start
            while stop < len(places) and levels_of_line[places[stop]] >= level:
                stop += 1
            places[start:stop] = places[start:stop][::-1]
            start = stop + 1
    return places


@cache
def mirrored(character: str) -> str:
    """Return the character to draw in right-to-left text: for a bracket, its mirror image (L4)."""
    if unicodedata.mirrored(character):
        name = unicodedata.name(character)
        for side, other in _TURNED:
            if side in name:
                try:
                    return unicodedata.lookup(name.replace(side, other))
                except KeyError:
                    return character
    return character


def _resolve(text: list[str], original: list[str], base: int) -> list[int]:
    outside = "R" if base else "L"
    kinds = _numbers(original, outside)
    _brackets(text, original, kinds, outside)
    _neutrals(kinds, outside)
    return [_implicit(kind, base) for kind in kinds]


def _numbers(original: list[str], outside: str) -> list[str]:
    """Resolve the kinds of combining marks, of numbers and of the signs beside numbers (W1 to W7)."""
    kinds: list[str] = []
    strong = outside
    for kind in original:
        if kind == "NSM":
            kind = kinds[-1] if kinds else outside
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds.append(kind)
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and (
            (kind == "CS" and before in ("EN", "AN")) or (kind == "ES" and before == "EN")
        ):
            kinds[index] = before
    _terminators(kinds)
    strong = outside
    for index, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _terminators(kinds: list[str]) -> None:
    """Resolve signs such as % beside a European number as if they belonged to the number (W5)."""
    for start, stop in _rows(kinds, _TERMINATORS):
        if "EN" in (kinds[start - 1] if start else "", *kinds[stop : stop + 1]):
            kinds[start:stop] = ["EN"] * (stop - start)


def _brackets(text: list[str], original: list[str], kinds: list[str], outside: str) -> None:
    """Resolve both brackets of each pair to the same direction (N0)."""
    for opening, closing in _pairs(text, kinds):
        inside = {side for kind in kinds[opening + 1 : closing] if (side := _side(kind))}
        if not inside:
            continue
        if outside in inside:
            direction = outside
        else:
            before = next((side for kind in reversed(kinds[:opening]) if (side := _side(kind))), outside)
            direction = before if before in inside else outside
        for place in (opening, closing):
            kinds[place] = direction
            follower = place + 1
            while follower < len(text) and original[follower] == "NSM":
                kinds[follower] = direction
                follower += 1


def _pairs(text: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """Return the positions of the two brackets of each pair, sorted by opening brackets (BD16)."""
    pairs: list[tuple[int, int]] = []
    open_: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if kinds[place] != "ON" or not unicodedata.mirrored(character):
            continue
        bracket = _SAME_BRACKETS.get(character, character)
        category = unicodedata.category(character)
        if category == "Ps":
            if len(open_) == _BRACKETS:
                return []
            open_.append((mirrored(bracket), place))
        elif category == "Pe":
            for depth in range(len(open_) - 1, -1, -1):
                if open_[depth][0] == bracket:
                    pairs.append((open_[depth][1], place))
                    del open_[depth:]
                    break
    return sorted(pairs)


def _side(kind: str) -> str:
    """Return the direction that a resolved kind gives to neutral characters beside it: "L", "R" or ""."""
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "EN", "AN") else ""


def _neutrals(kinds: list[str], outside: str) -> None:
    """Resolve neutral characters to the direction of their two neighbours (N1, N2).

    If the neighbours differ, the direction of the paragraph applies.
    """
    for start, stop in _rows(kinds, _NEUTRAL):
        before = _side(kinds[start - 1]) if start else outside
        after = _side(kinds[stop]) if stop < len(kinds) else outside
        kinds[start:stop] = [before if before == after else outside] * (stop - start)


def _rows(kinds: list[str], row_kinds: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield the start and the end (exclusive) of each sequence of characters whose kind is in `row_kinds`."""
    start = 0
    while start < len(kinds):
        stop = start
        while stop < len(kinds) and kinds[stop] in row_kinds:
            stop += 1
        if stop > start:
            yield start, stop
        start = max(stop, start + 1)


def _implicit(kind: str, base: int) -> int:
    """Return the bidi level of a resolved kind of character (I1, I2)."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)
