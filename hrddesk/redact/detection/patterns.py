"""Numbers and addresses that identify a person, recognised by their form.

Everything here prefers to find too much: a reviewer who sees a harmless number loses a second. The formats of
one country (identity numbers, telephones, plates, passports) are in the files of this country
(`records.terms.number_shapes`). This module has the formats of every country, such as bank cards (ISO/IEC
7812, Luhn).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.records.language.scripts import HAN_COUNTING, HAN_DIGITS
from hrddesk.records.terms import countries
from hrddesk.records.terms.number_shapes import NumberKind, NumberShape
from hrddesk.redact.detection.accounts import find_accounts, is_not_latin
from hrddesk.redact.passages.covered import Covered
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence

_GAP = r"[\s\-.]{0,2}"
_LATIN = "A-Za-z0-9_"  # what a number may not touch; Chinese letters, which \w holds too, it always touches
_NUMBER = f"[0-9{HAN_COUNTING}]{{1,5}}"
_PLUS_CODE = "[2-9CFGHJMPQRVWX]"


def _luhn(text: str) -> bool:
    """Tell whether the check digit of a card number is right."""
    digits = [int(c) for c in reversed(text) if c in "0123456789"]
    return sum(sum(divmod(digit * (1 + index % 2), 10)) for index, digit in enumerate(digits)) % 10 == 0


_KINDS: Final = {
    NumberKind.IDENTITY_NUMBER: IdentifierKind.IDENTITY_NUMBER,
    NumberKind.PHONE: IdentifierKind.PHONE,
    NumberKind.PLATE: IdentifierKind.PLATE,
    NumberKind.PASSPORT: IdentifierKind.PASSPORT,
}
_Check = Callable[[str], bool] | None
_Finding = tuple[tuple[IdentifierKind, re.Pattern[str]], ...]


@cache
def _said() -> _Finding:
    """Return the patterns for numbers after words such as "telephone" or "ID number", in any language."""
    phones = languages.alternatives(Wordlist.BEFORE_PHONE, fits=is_not_latin)
    latin = languages.alternatives(Wordlist.BEFORE_PHONE, fits=str.isascii)
    number, copula = _words(Wordlist.NUMBER), rf"(?:[:： ]|{_words(Wordlist.COPULAS)}){{0,3}}"
    last, postcode = _words(Wordlist.BEFORE_LAST_DIGITS), _words(Wordlist.BEFORE_POSTCODE)
    return (
        (
            IdentifierKind.PHONE,
            re.compile(
                rf"(?i:{phones}|(?<![{_LATIN}])(?:{latin}))(?: ?(?i:{number}))?\.?"
                rf"{copula}(?=[\d(])(?:[ \-]?\(?\d{{2,5}}\)?){{2,5}}(?!\d)"
            ),
        ),
        (
            IdentifierKind.IDENTITY_NUMBER,
            re.compile(
                rf"{_words(Wordlist.BEFORE_NUMBER)}{number}{copula}"
                r"[A-Za-z]{0,2}\d(?:[ \-]?\d){2,}[Xx]?(?!\d)"
                rf"|{last}{copula}\d{{3,4}}[Xx]?(?!\d)|{postcode}{copula}\d{{6}}(?!\d)"
            ),
        ),
    )


@cache
def _signs() -> re.Pattern[str]:
    """Return a pattern for signs and words that make a number of few digits a possible identifier.

    Most years have no such sign beside them. A short number without one is not searched further.
    """
    before = (Wordlist.BEFORE_PHONE, Wordlist.BEFORE_NUMBER, Wordlist.BEFORE_LAST_DIGITS, Wordlist.DEGREES)
    words = languages.alternatives(*before)
    return re.compile(rf"[0-9A-Fa-f][:.\-][0-9A-Fa-f]|[°'′’+]|[NSEW] ?\d|(?i:{words})")


def _words(*wordlists: Wordlist) -> str:
    return f"(?:{languages.alternatives(*wordlists)})"


# Tried only near digits, and the order decides between those that find the same place.
_NUMBERS: Final[tuple[tuple[IdentifierKind, re.Pattern[str], _Check], ...]] = (
    (
        IdentifierKind.PHONE,  # the end of a decimal is none: it would hide that the whole is a place
        re.compile(
            rf"(?<![{_LATIN}+])(?<!\d[.,])(?:\+|00)[1-9]\d{{0,2}}(?:[ \-]?\(?\d{{1,4}}\)?){{2,5}}(?!\d)"
            rf"|(?<![{_LATIN}+])\+[1-9]\d{{0,2}}(?:[./·]\d{{2,4}}){{2,5}}(?!\d)"
        ),
        None,
    ),
    (
        IdentifierKind.NETWORK,
        re.compile(rf"(?<![{_LATIN}.])(?:\d{{1,3}}\.){{3}}\d{{1,3}}(?:[:/]\d{{1,5}})?(?![{_LATIN}]|\.\d)"),
        None,
    ),
    (
        IdentifierKind.NETWORK,
        re.compile(
            rf"(?<![{_LATIN}:])(?:[0-9A-Fa-f]{{2}}([:\-]))(?:[0-9A-Fa-f]{{2}}\1){{4}}[0-9A-Fa-f]{{2}}(?!:?[{_LATIN}])"
        ),
        None,
    ),
    (
        IdentifierKind.NETWORK,
        re.compile(rf"(?<![{_LATIN}.])(?:[0-9A-Fa-f]{{4}}\.){{2}}[0-9A-Fa-f]{{4}}(?!\.?[{_LATIN}])"),
        None,
    ),
    (
        IdentifierKind.BANK_CARD,
        re.compile(rf"(?<!\d)[1-9]\d{{3}}(?:{_GAP}\d{{4}}){{2}}{_GAP}\d{{1,4}}(?:{_GAP}\d{{1,4}})?(?!\d)"),
        _luhn,
    ),
    (IdentifierKind.BANK_CARD, re.compile(rf"(?<!\d)[1-9]\d{{5}}{_GAP}\d{{10,13}}(?!\d)"), _luhn),
    (
        IdentifierKind.PHONE,
        re.compile(r"(?<!\d)\d{12,}(?!\d)"),
        None,
    ),  # a number that ran into others may be in it
)
_ROWS: Final = frozenset({*_KINDS.values(), IdentifierKind.BANK_CARD})
_REST: Final = re.compile(r"(?:[\-./]\d+)+")
_MANY: Final = 5  # digits that all have but networks and coordinates
_SPARSE: Final = tuple(number for number in _NUMBERS if number[0] is IdentifierKind.NETWORK)
_NEAR: Final = 24  # characters on each side of a digit that belong to the same number
_NO_DIGITS: Final = re.compile("[^0-9]+")
_DIGITS: Final = re.compile(r"[0-9](?:[^0-9]{0,8}[0-9])*")


@cache
def _coordinates() -> _Finding:
    """Return the patterns for geographical coordinates."""
    north = rf"(?:[NSEW]|{_words(Wordlist.DIRECTIONS)}) ?"
    hemisphere, joined = _words(Wordlist.HEMISPHERES), rf"--|{languages.alternatives(Wordlist.AND)}"
    degree, minute, second = (
        f"(?:[{signs}]|{_words(wordlist)})"
        for signs, wordlist in (
            ("°º", Wordlist.DEGREES),
            ("'′’", Wordlist.MINUTES),
            ('"″”', Wordlist.SECONDS),
        )
    )
    decimals = r"\d{1,2}(?:\.\d+)?"
    degrees = rf"\d{{1,3}}(?:\.\d+)? ?{degree}(?: ?{decimals} ?{minute}(?: ?{decimals} ?{second})?)?"
    latin = languages.alternatives(Wordlist.COORDINATES, fits=str.isascii)
    others = languages.alternatives(Wordlist.COORDINATES, Wordlist.HEMISPHERES, fits=is_not_latin)
    patterns = (
        re.compile(
            rf"(?<![\d.])(?:{north})?[+\-]?\d{{1,3}}\.\d{{3,}}°?(?: ?[NSEW])?"
            rf"(?:\s?[,，;；、/|]\s?|\s{{1,2}}| ?(?:{joined}) ?)"
            rf"(?:{north})?[+\-]?\d{{1,3}}\.\d{{3,}}(?:°?(?: ?[NSEW](?![A-Za-z]))|°)?"
        ),
        re.compile(  # a letter before digits belongs to what comes next
            rf"(?:{hemisphere}|(?<![{_LATIN}])[NSEW]) ?{degrees}(?: ?[NSEW](?! ?[A-Za-z0-9]))?"
            rf"|{degrees} ?[NSEW](?![A-Za-z0-9])"
            r"|\d{1,3} ?° ?\d{1,2}(?:\.\d+)? ?['′’](?: ?\d{1,2}(?:\.\d+)? ?(?:[\"″”]|''))?"
        ),
        re.compile(
            rf"(?:{others}|(?<![A-Za-z])(?i:{latin}))(?:[\s:：=]|{_words(Wordlist.COPULAS)}){{0,3}}"
            r"[+\-]?\d{1,3}\.\d+°?(?:(?: ?[,;/] ?| )[+\-]?\d{1,3}\.\d+(?!\.?\d)°?)?"
            r"|(?<![\d.])\d{1,3}\.\d+ ?[NS] ?[,; /]? ?\d{1,3}\.\d+ ?[EW](?![A-Za-z])"
            rf"|(?<![A-Za-z0-9+]){_PLUS_CODE}{{4,8}}\+{_PLUS_CODE}{{2,3}}(?![A-Za-z0-9])"
            r"|(?<![A-Za-z0-9])\d{1,2}[C-HJ-NP-X] ?(?:[A-HJ-NP-Z]{2} ?\d{3,5} ?\d{3,5}|\d{6} \d{7})"
            r"(?![A-Za-z0-9])"
        ),
    )
    return tuple((IdentifierKind.COORDINATES, pattern) for pattern in patterns)


@cache
def _house_words() -> tuple[str, str, str]:
    """Return three patterns for what may follow a number in an address.

    The first is for a word for a house, the second for a word for a part of a house. The third makes sure
    that no further part of an address follows.
    """
    house = rf"(?!{_words(Wordlist.NO_HOUSES)}){_words(Wordlist.HOUSES)}"
    behind = _words(Wordlist.BUILDINGS, Wordlist.UNITS, Wordlist.FLOORS, Wordlist.HOUSES)
    return house, _words(Wordlist.BUILDINGS, Wordlist.UNITS), rf"(?![ ,，]?{_NUMBER} ?{behind})"


def day_of_month() -> str:
    """Return a pattern for a day of a month that looks like a house number but is no part of an address."""
    house, unit, alone = _house_words()
    return rf"(?:3[01]|[12]?[0-9]|[{HAN_COUNTING}]{{1,3}})(?!{unit}){house}{alone}"


@cache
def _addresses() -> _Finding:
    """Return the patterns for house numbers in addresses, by words of any language."""
    house, unit, alone = _house_words()
    behind = _words(Wordlist.BUILDINGS, Wordlist.UNITS, Wordlist.FLOORS, Wordlist.HOUSES)
    some = rf"[{HAN_COUNTING}]{{1,2}}(?!{house}){unit}{alone}"  # one house, three rooms
    last = "".join({word[-1] for word in languages.listed(Wordlist.BUILDINGS)}) or "-"
    year = _words(Wordlist.COUNTERS)
    street = rf"(?:[A-Z][\w'\-]+ ){{1,4}}{_words(Wordlist.STREETS)}(?![A-Za-z])"
    patterns = (
        re.compile(
            rf"(?!{day_of_month()}|{some}){_NUMBER}"
            rf"(?:(?:-|{_words(Wordlist.HOUSE_BRANCHES)}){_NUMBER}){{0,3}}(?: ?{unit}|{house})"
            rf"(?:[ ,，]?{_NUMBER} ?{behind})*(?:(?<=[{last}])[ \-]?\d{{3,4}}(?!\d|{year}))?"
        ),
        re.compile(rf"No\.? ?\d{{1,5}},? {street}"),
        re.compile(rf"\d{{1,5}}[A-Za-z]?,? {street}"),
        re.compile(rf"{_words(Wordlist.ROOMS)}\b\.? ?#?\d{{1,5}}[A-Za-z]?(?![{_LATIN}])"),
    )
    return tuple((IdentifierKind.ADDRESS, pattern) for pattern in patterns)


@cache
def _spelled() -> _Finding:
    """Return the patterns for telephone numbers and coordinates in Chinese numerals."""
    numeral = f"[{HAN_COUNTING}]"
    degree, minute, second = map(_words, (Wordlist.DEGREES, Wordlist.MINUTES, Wordlist.SECONDS))
    return (
        (IdentifierKind.PHONE, re.compile(f"[{HAN_DIGITS}]{{7,}}[Xx]?")),
        (
            IdentifierKind.COORDINATES,
            re.compile(
                rf"{_words(Wordlist.HEMISPHERES)}(?:{numeral}|{_words(Wordlist.POINTS)})+{degree}"
                rf"(?:{numeral}+{minute})?(?:{numeral}+{second})?"
            ),
        ),
    )


_UNSEEN: Final = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\u20e3\ufeff\U000e0000-\U000e0fff]+"
)
"""Invisible characters; a number with such characters is read without them."""


def find_patterns(text: str) -> Iterator[Occurrence]:
    """Yield the numbers and addresses in a text; where several overlap, the longest.

    If a shorter one has letters or digits outside the longer one, these letters or digits are yielded too, so
    that nothing identifying remains.
    """
    taken = Covered(text)
    for occurrence in sorted(_placed(text), key=lambda occurrence: occurrence.start - occurrence.end):
        if not any(taken[occurrence.start : occurrence.end]):
            yield occurrence
        else:
            pieces = (
                place for place in taken.free(occurrence.span) if any(map(str.isalnum, text[slice(*place)]))
            )
            yield from (Occurrence(*place, occurrence.kind) for place in pieces)
        taken.add(occurrence.span)


def _placed(text: str) -> Iterator[Occurrence]:
    """Yield all possible numbers and addresses in a text, also overlapping ones.

    Invisible characters of the text are ignored.
    """
    if text.isascii() or not _UNSEEN.search(text):
        yield from _whole_rows(plain_digits(text))
        return
    places = [offset for offset, character in enumerate(text) if not _UNSEEN.match(character)]
    for occurrence in _whole_rows(plain_digits(_UNSEEN.sub("", text))):
        yield replace(occurrence, start=places[occurrence.start], end=places[occurrence.end - 1] + 1)


def _whole_rows(plain: str) -> Iterator[Occurrence]:
    """Yield all possible numbers and addresses.

    A number includes the digits that a sign joins to its end: "4711-88123-9".
    """
    for occurrence in _candidates(plain):
        rest = _REST.match(plain, occurrence.end) if occurrence.kind in _ROWS else None
        yield occurrence if rest is None else replace(occurrence, end=rest.end())


def _candidates(plain: str) -> Iterator[Occurrence]:
    yield from find_accounts(plain)
    for start, end, digits in _zones(plain):
        for shape in _shapes():
            for match in shape.pattern.finditer(plain, start, end) if digits >= shape.digits else ():
                right = shape.is_right(match[0])
                if right or not shape.certain:
                    yield Occurrence(*match.span(), _KINDS[shape.kind], checked=right)
        if digits < _MANY and not _signs().search(plain, start, end):
            continue
        for kind, pattern in _said():
            yield from (Occurrence(*match.span(), kind) for match in pattern.finditer(plain, start, end))
        for kind, pattern, check in _NUMBERS if digits >= _MANY else _SPARSE:
            for match in pattern.finditer(plain, start, end):
                right = check(match[0]) if check is not None else None
                yield Occurrence(*match.span(), kind, checked=right)
        for kind, pattern in _coordinates():
            yield from (Occurrence(*match.span(), kind) for match in pattern.finditer(plain, start, end))
    for kind, pattern in (*_addresses(), *_spelled()):
        yield from (Occurrence(*match.span(), kind) for match in pattern.finditer(plain))


@cache
def _shapes() -> tuple[NumberShape, ...]:
    """Return the number formats of all countries, because a text may have a number of any country."""
    return tuple(shape for country in countries.shipped().values() for shape in country.numbers)


def _zones(plain: str) -> Iterator[tuple[int, int, int]]:
    """Yield the start and end of each part of a text with several digits close together, and the number of
    digits.
    """
    for match in _DIGITS.finditer(plain):
        start, end = match.span()
        if end - start > 1:
            yield max(0, start - _NEAR), min(len(plain), end + _NEAR), len(_NO_DIGITS.sub("", match[0]))


def plain_digits(text: str) -> str:
    """Return the text with plain digits and letters in place of wide and styled ones.

    Every character keeps its place.
    """
    if text.isascii():
        return text
    return text.translate(_TABLE)


class _PlainTable(dict[int, str]):
    """A table for `str.translate` that gives the plain form of a character if this form is a single
    character.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        digit = unicodedata.digit(character, None)
        if digit is not None:
            plain = str(digit)
        elif unicodedata.category(character) == "Pd":
            plain = "-"
        elif unicodedata.category(character) == "Zs":
            plain = " "
        elif character == "º":  # typed for a degree
            plain = "°"
        self[code] = plain if len(plain) == 1 else character
        return self[code]


_TABLE: Final = _PlainTable()
