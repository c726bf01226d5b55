"""Places of a text that a reader is asked about: long numbers, addresses, names with titles.

They are found without the names in the vault.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import ReportList, Wordlist
from hrddesk.records.language.scripts import is_han
from hrddesk.records.texts import wordings
from hrddesk.redact.detection.patterns import plain_digits
from hrddesk.redact.detection.spellings import SPACED
from hrddesk.redact.detection.text_dates import any_date
from hrddesk.redact.detection.unknown_chinese import UnknownName
from hrddesk.redact.passages.covered import Covered
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence
from hrddesk.redact.passages.wording import Span

_LEAST: Final = 6  # digits of a number that may point to somebody
_LEAST_MIXED: Final = 3  # letters, and digits, of one that has both
_DIGITS: Final = re.compile(r"[0-9](?:(?:[ \u00a0\-.)]{0,2}|/)[0-9])*")
_MIXED: Final = re.compile(rf"(?:{SPACED})+")
_PLATE: Final = re.compile(rf"(?<!{SPACED})((?:(?!\d){SPACED}){{2,3}})[ \u00a0\-]?[0-9]{{3,}}(?:{SPACED})*")
"""Two or three letters and three digits or more; a number plate or permit if the letters are capitals."""
_CAPITALS: Final = rf"{wordings.CAPITAL}{{1,3}}"
_FEW_DIGITS: Final = "[0-9]{1,4}(?![0-9])"
_TURN: Final = rf"{_CAPITALS}[ \u00a0\-]?{_FEW_DIGITS}"
_ROW: Final = re.compile(
    rf"(?<!{SPACED})(?:{_FEW_DIGITS}[ \u00a0\-]?)?{_TURN}(?:[ \u00a0\-]?{_TURN}){{0,2}}"
    rf"(?:[ \u00a0\-]?{_CAPITALS})?(?!{SPACED})"
)
"""Capitals and digits by turns, as on number plates: А 447 КТ 05, 34 KT 4471."""
_LEAST_TURNS: Final = 3
_LEAST_SIGNS: Final = 7
_DWELLINGS: Final = frozenset({Wordlist.DWELLINGS, Wordlist.STREETS, Wordlist.ROOMS})
_BETWEEN: Final = frozenset({Wordlist.NUMBER, Wordlist.DATE_PARTICLES})
_SIGNS: Final = r"[\s,،.:#№º°\u0f0b\-–]"
_CALLED: Final = rf"((?:{_SIGNS}{{1,3}}(?:(?![\dº]){wordings.LETTER}){{1,30}}){{0,4}}){_SIGNS}{{0,3}}"
_NUMBER: Final = "(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{1,5}(?![0-9])"  # of a house: no year
_BEHIND: Final = re.compile(rf"{_CALLED}({_NUMBER})")
_BEFORE: Final = re.compile(rf"{_NUMBER}(?:-?[^\W\d]{{1,3}})?{_CALLED}\Z")
_NEAR: Final = 40  # characters around a number that may belong to one date with it
_REACH: Final = 50  # characters before such a word in which its number stands
_MOST_WORDS: Final = 3  # of what a street is called
_MOST_HAN: Final = 3  # characters of what a street is called


def asked(
    text: str, taken: Collection[Span], names: Iterable[UnknownName], forms: wordings.Forms | None = None
) -> list[Occurrence]:
    """Return the places that a reader is asked about, in the order of the text.

    Only what lies outside the `taken` places is returned. `names` are possible names of unknown people; the
    reader is asked about those with a title.
    """
    plain = plain_digits(text)
    occurrences = [Occurrence(*name.span, IdentifierKind.UNKNOWN) for name in names if name.titled]
    if any(map(str.isdigit, plain)):
        occurrences += (Occurrence(*span, IdentifierKind.DWELLING) for span in _dwellings(plain, forms))
        occurrences += (Occurrence(*span, IdentifierKind.LONG_NUMBER) for span in _long_numbers(plain))
    covered_text, free_places = Covered(text, taken), []
    for item in occurrences:
        for start, end in covered_text.free(item.span):
            telling = str.isdigit if item.kind is IdentifierKind.LONG_NUMBER else str.isalnum
            if any(map(telling, text[start:end])):  # what is left of a number that goes in part tells, too
                free_places.append(replace(item, start=start, end=end))
        covered_text.add(item.span)
    return sorted(free_places, key=lambda item: item.start)


def _long_numbers(plain: str) -> Iterator[Span]:
    """Yield the places of rows of six digits or more and of numbers like those of plates and permits.

    Words with at least three letters and three digits are yielded, too. Dates are left out.
    """
    number_spans = [match.span() for match in _DIGITS.finditer(plain) if _count_digits(match[0]) >= _LEAST]
    mixed = [match.span() for match in _ROW.finditer(plain) if _is_row(match[0])]
    mixed += [match.span() for match in _PLATE.finditer(plain) if match[1].isupper()]
    mixed += [match.span() for match in _MIXED.finditer(plain) if _is_mixed(match[0])]
    near = ((max(0, start - _NEAR), end + _NEAR) for start, end in (*number_spans, *mixed))
    dates = (match.span() for span in near for match in any_date().finditer(plain, *span))
    dated = Covered(plain, dates)
    yield from ((start, end) for start, end in mixed if not any(dated[start:end]))
    for start, end in number_spans:
        if not all(dated[position] for position in range(start, end) if plain[position].isdigit()):
            yield _whole(plain, start, end)


def _count_digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _is_mixed(word: str) -> bool:
    letters = sum(letter.isascii() or letter.isupper() for letter in word if letter.isalpha())
    return min(letters, _count_digits(word)) >= _LEAST_MIXED


def _is_row(words: str) -> bool:
    turns = re.findall(r"\d+|[^\W\d]+", words)
    long = sum(map(len, turns)) >= _LEAST_SIGNS and _count_digits(words) >= _LEAST_MIXED
    return long and len(turns) >= _LEAST_TURNS


def _whole(plain: str, start: int, end: int) -> Span:
    """Return the place of a number with the letters directly before and after it.

    Letters without a capital form, such as Chinese ones, are not included.
    """
    while start > 0 and plain[start - 1].isalpha() and plain[start - 1].upper() != plain[start - 1].lower():
        start -= 1
    while end < len(plain) and plain[end].isalpha() and plain[end].upper() != plain[end].lower():
        end += 1
    return start, end


def _dwellings(plain: str, forms: wordings.Forms | None) -> Iterator[Span]:
    """Yield the places of words such as street or house, each with the number after or before it."""
    address_words = wordings.find_each(plain, _DWELLINGS | _BETWEEN, forms)
    word_starts = {one.start for one in address_words}
    numbers = {one.start for one in address_words if one.topic is Wordlist.NUMBER}
    dwellings = (one for one in address_words if one.topic in _DWELLINGS)
    yield from _joined(span for one in dwellings for span in _numbered(plain, one, word_starts, numbers))


def _numbered(
    plain: str, one: wordings.ListedWords, word_starts: Collection[int], numbers: Collection[int]
) -> Iterator[Span]:
    """Yield the place from a word such as street or house to its number, with the words between them.

    `word_starts` has the offsets at which known words of addresses begin; `numbers` has the offsets at which
    words for "number" begin.
    """
    is_street = one.topic is Wordlist.STREETS
    behind = _BEHIND.match(plain, one.end)
    names = [word for word in _called(behind) if word.start() not in word_starts] if behind else []
    if behind and not any(name[0][0].islower() or _opens(plain, one.end, name) for name in names):
        start = _of_street(plain, one.start) if is_street and not names else _of_chinese(plain, one.start)
        yield start, behind.end() if names else _last(plain, behind)
    before = _BEFORE.search(plain, max(0, one.start - _REACH), one.start)
    if before is None or any_date().match(plain, before.start()):
        return
    if all(word.start() in numbers or (is_street and word[0][0].isupper()) for word in _called(before)):
        yield before.start(), one.end


def _last(plain: str, match: re.Match[str]) -> int:
    """Return the end of an address.

    A street may be named after a day; then the address ends with the house number after this day: "ул. 8
    Марта, д. 5".
    """
    day = any_date().match(plain, match.start(2))
    if day is None or day.end() <= match.end():
        return match.end()
    house = _BEHIND.match(plain, day.end())
    return day.end() if house is None else house.end()


@cache
def _no_names() -> frozenset[str]:
    return frozenset(map(str.casefold, languages.listed(Wordlist.NO_NAMES)))


def _opens(plain: str, start: int, word: re.Match[str]) -> bool:
    """Tell whether `word` begins a new sentence, such as "On" in "the house. On 5 May".

    A full stop must precede it, and it must be in a list of words that are no names.
    """
    return "." in plain[start : word.start()] and word[0].casefold() in _no_names()


def _called(match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Return the words between a word such as "street" and the number of the house."""
    return wordings.WORD.finditer(match.string, *match.span(1))


def _of_street(plain: str, start: int) -> int:
    """Return the start of a street name whose words precede the word for "street" at `start`.

    The name consists of capitalised words. In a script without capitals only its last word is certain.
    """
    for count in range(_MOST_WORDS):
        before = wordings.word_before(plain, start)
        if before is None or plain[before.end() : start] != " " or before[0].casefold() in _no_names():
            break
        if before[0][0].islower() or (count and not before[0][0].isupper()):
            break
        start = before.start()
    return start


def _of_chinese(plain: str, start: int) -> int:
    """Return the start of a Chinese street name; the word for "street" is at `start`.

    If the name of a village precedes the street name, the start of the village name is returned.
    """
    end, characters_left = start, _MOST_HAN if is_han(plain[start]) else 0
    while characters_left and start and is_han(before := plain[start - 1]) and before not in _no_street():
        if before in _areas() and end - start > 1:
            break  # 市 in 市府路 is no city
        start -= 1
        characters_left = _MOST_HAN if plain[start] in _smaller() else characters_left - 1
    return start


@cache
def _smaller() -> frozenset[str]:
    """Return the words that end names of villages and houses; a larger place may precede such a name."""
    return frozenset(languages.listed(Wordlist.VILLAGES) + languages.listed(Wordlist.DWELLINGS))


@cache
def _no_street() -> frozenset[str]:
    return frozenset(languages.listed(ReportList.BEFORE_PLACES))


@cache
def _areas() -> frozenset[str]:
    return frozenset(languages.listed(ReportList.AREAS))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for start, end in sorted(spans):
        if last is not None and start <= last[1] + 2:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last
