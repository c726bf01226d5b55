"""Search for Chinese words that may be names of people whom the vault does not know."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import ReportList, Wordlist
from hrddesk.records.language.scripts import is_han, to_simplified
from hrddesk.records.terms import countries
from hrddesk.records.texts import wordings
from hrddesk.redact.passages.covered import Covered
from hrddesk.redact.passages.wording import Span

Places = Callable[[Iterable[wordings.About]], Iterator[Span]]
"""Yields the places of words of some kinds."""

_LETTERS: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]+")
_COMMON: Final = 100  # surnames of a country
_CALLED: Final = (ReportList.ALIASES, ReportList.PEN_NAMES, ReportList.REAL_NAMES)
_LEAST_SOUNDS: Final = 3  # characters of a name of another language


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A place in a text that may be the name of a person whom the vault does not know."""

    start: int
    end: int
    titled: bool = False
    """Whether a title or a word of kinship precedes it, which makes it more probably a name."""
    beside_title: bool = False
    """Whether a title or a word of kinship is beside it while it may also be another word."""

    @property
    def span(self) -> Span:
        """The start and the end of the place."""
        return self.start, self.end


def chinese_names(
    text: str, places: Places, about_nobody: Collection[wordings.About], known_characters: bytearray
) -> Iterator[UnknownName]:
    """Yield possible Chinese names: a surname beside a title, or a surname with characters of given names.

    A word of two or more characters on a topic of `about_nobody` is no part of a name. `known_characters` has
    a byte for each character of the text; if it is not 0, the character counts as one used in given names.
    """
    letters = to_simplified(text)
    titles = {start for start, _ in places((Wordlist.TITLES, Wordlist.NAME_PRECEDES))}
    behind = {end for _, end in places((Wordlist.NAME_FOLLOWS,))}
    no_surnames = {start for start, _ in places((Wordlist.NO_NAMES,))}
    words = (span for span in places(about_nobody) if span[1] - span[0] > 1)
    nobody = Covered(text, words)  # a character alone may be part of a given name
    common = frozenset(languages.listed(Wordlist.COMMON_NAMES))
    given_characters = bytearray(
        letter in common or mark for letter, mark in zip(letters, known_characters, strict=True)
    )
    yield from (UnknownName(*one.span(1), titled=True) for one in _nicknames().finditer(letters))
    for run in _LETTERS.finditer(letters):
        offset = run.start()
        while offset < run.end():
            one = _of_another_language(letters, offset, run.end(), offset in behind, nobody)
            if one is None and letters[offset] in _before_surnames() and not any(nobody[offset : offset + 2]):
                one = _familiar(letters, offset, run.end(), offset in behind)
            if one is None and offset not in no_surnames:
                one = _chinese_name(letters, offset, run.end(), titles, behind, given_characters, nobody)
            if one is None and offset in behind:
                one = _without_surname(letters, offset, run.end(), given_characters, nobody)
            if one is not None:
                yield one
            offset = one.end if one is not None else offset + 1


def _of_another_language(
    letters: str, offset: int, until: int, titled: bool, nobody: bytearray
) -> UnknownName | None:
    """Return the foreign name that begins at `offset`, or None if there is none.

    A foreign name is recognised by listed words and by the characters that are used for foreign sounds.
    `nobody` has a byte for each character: not 0 in words that name nobody. The characters are no name if the
    first one is in such a word, or if they are only two and one of them is in such a word.
    """
    match = _foreign().match(letters, offset, until)
    if (
        match is None
        or nobody[offset]
        or (len(match[0]) < _LEAST_SOUNDS and any(nobody[slice(*match.span())]))
    ):
        return None
    return UnknownName(*match.span(), titled)


def _familiar(letters: str, offset: int, until: int, titled: bool) -> UnknownName | None:
    """Return a word of familiar address with the surname after it, or None if no surname follows."""
    is_surname = letters[offset + 1 : min(offset + 2, until)] in _surnames(common=not titled)
    return UnknownName(offset, offset + 2, titled) if is_surname else None


def _without_surname(
    letters: str, offset: int, until: int, given_characters: bytearray, nobody: bytearray
) -> UnknownName | None:
    """Return two characters as a given name without a surname, or None.

    Both must be characters of given names, or they must be the same character.
    """
    two = letters[offset : min(offset + 2, until)]
    is_given = all(given_characters[offset : offset + 2]) or two[0] == two[-1]
    if len(two) == 2 and not any(nobody[offset : offset + 2]) and is_given:
        return UnknownName(offset, offset + 2)
    return None


def _chinese_name(
    letters: str,
    offset: int,
    until: int,
    titles: Collection[int],
    behind: Collection[int],
    given_characters: bytearray,
    nobody: bytearray,
) -> UnknownName | None:
    """Return the longest possible name whose surname begins at `offset`, or None if there is none.

    If the name is between two titles, it has all characters between them.
    """
    for length in (2, 1):
        surname = letters[offset : offset + length]
        if offset + length > until or surname not in _surnames() or nobody[offset]:
            continue
        first = offset + length
        named = given_characters[first : min(first + 2, until)]
        titled, is_frequent = offset in behind, surname in _surnames(common=True)
        if first in titles:
            return UnknownName(offset, first, titled=is_frequent)
        for end in (first + 1, first + 2) if titled else ():
            if end in titles and not any(nobody[offset:end]):
                return UnknownName(offset, end, titled=True)
        for count in (2, 1):
            end = first + count
            is_word = any(nobody[offset:end]) and not (titled and count == 2)  # a given name is often one
            if end > until or is_word:
                continue
            is_followed = _is_followed(letters, end)
            is_apart = count == 2 or titled or end in titles or (is_followed and _opens(letters, offset))
            is_likely = is_followed if titled else is_frequent and (is_followed or count == 2)
            is_likely = is_likely and any(named[:count]) and not _is_followed(letters, end - 1)
            if (all(named[:count]) and is_apart) or is_likely:
                return UnknownName(offset, end, titled=titled or end in titles)
        if titled and not any(nobody[first : first + 1]):
            return UnknownName(offset, min(first + 2, until))
    return None


def _opens(letters: str, start: int) -> bool:
    """Tell whether a name can begin at `start`.

    It can if the character before `start` is not Chinese or is the last character of a listed word.
    """
    return start == 0 or not is_han(letters[start - 1]) or letters[start - 1] in _words_before()


def _is_followed(letters: str, end: int) -> bool:
    """Tell whether a name can end at `end`.

    It can if no Chinese character follows, or if a word follows for what people do or say.
    """
    return end == len(letters) or not is_han(letters[end]) or _behind().match(letters, end) is not None


@cache
def _foreign() -> re.Pattern[str]:
    """Return a pattern for names of other languages in Chinese characters."""
    sound, least = f"[{''.join(languages.listed(Wordlist.TRANSLITERATED))}]", f"{{{_LEAST_SOUNDS}}}"
    listed = (word for row in languages.listed(Wordlist.WRITINGS) for word in row.split() if is_han(word[0]))
    words = "|".join(map(re.escape, (*listed, *languages.listed(Wordlist.FOREIGN_NAMES))))
    return re.compile(f"(?:{sound}{{0,6}}(?:{words})|{sound}{least})(?:{words}|{sound}){{0,9}}")


@cache
def _nicknames() -> re.Pattern[str]:
    """Return a pattern for nicknames in quotation marks."""
    before = languages.alternatives(*_CALLED)
    return re.compile(rf"(?:{before})[:：]?\s?[“「『\"]([^”」』\"\n]{{1,8}})[”」』\"]")


@cache
def _before_surnames() -> frozenset[str]:
    listed = (Wordlist.FAMILIAR_BEFORE, Wordlist.SURNAME_SAID)
    return frozenset(word for one in listed for word in languages.listed(one))


@cache
def _words_before() -> frozenset[str]:
    listed = (*languages.listed(ReportList.PASSIVE), *languages.listed(Wordlist.AND))
    return frozenset(word[-1] for word in listed)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(languages.alternatives(ReportList.DONE_TO, ReportList.BEHIND_NAMES))


def has_surname(name: str) -> bool:
    """Tell whether a Chinese name begins with a common surname."""
    return len(name) > 1 and to_simplified(name[0]) in _surnames(common=True)


@cache
def _surnames(*, common: bool = False) -> frozenset[str]:
    return frozenset(
        to_simplified(name)
        for country in countries.shipped().values()
        for name in (country.surnames[:_COMMON] if common else country.surnames)
        if all(map(is_han, name))
    )
