"""Patterns for dates in texts (day, month or year), as they are written in all shipped languages."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Language, Topic, Wordlist
from hrddesk.records.language.scripts import HAN_COUNTING, is_han
from hrddesk.redact.detection.patterns import day_of_month
from hrddesk.redact.profile.profiles import DateDetail

_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_HAN: Final = f"[{HAN_COUNTING}]{{1,3}}"
_STOP: Final = r"(?:\.(?=\s*\d))?"  # of a month cut short, not of a sentence
_OF_YEAR: Final = r"(?:,?\s+\d{4}\b)?"
_LAST: Final = r"(?<!\d)\d{1,2}(?!\d)(?:st|nd|rd|th)?"  # a day that ends a date; a stop ends its sentence
_DAY: Final = rf"{_LAST}\.?"
_BETWEEN: Final = r"[\s,.،\-'’\u0f0b\u202f]{0,2}"
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LEAST_LETTERS: Final = 2  # of a word for a month, or those beside the numbers of month and day
_EDGES: Final = " \t\n,.،-–/'’\u0f0b\u202f"


@cache
def dates(finer_than: DateDetail) -> re.Pattern[str] | None:
    """Return a pattern for dates that are finer than `finer_than`, in a text of plain digits.

    Return None if `finer_than` is the finest detail: then no date is finer.
    """
    return _dates().get(finer_than)


def any_date() -> re.Pattern[str]:
    """Return a pattern for every date in a text of plain digits, including bare years."""
    return _dates()[DateDetail.NONE]


@cache
def _dates() -> Mapping[DateDetail, re.Pattern[str]]:
    doubtful = frozenset(map(str.casefold, languages.listed(Wordlist.CAPITAL)))
    sure = _months(lambda word: word.casefold() not in doubtful)
    capital = _months(lambda word: word.casefold() in doubtful)
    month = rf"(?:(?i:{sure})|{capital})"
    years, months, days = (languages.counters(first, last) for first, last in ((0, 1), (1, 2), (2, None)))
    counted = rf"(?:\d{{4}}(?:{years}))?(?:\d{{1,2}}|{_HAN})(?:{months})"
    particle = rf"(?:(?:{languages.alternatives(Wordlist.DATE_PARTICLES)})\b{_BETWEEN})?"
    numbered = with_endings(Wordlist.MONTH_WORDS)
    spelled = rf"(?<!\w)(?i:{with_endings(Wordlist.DAY_NUMBERS)})(?!\w)"
    articles = rf"(?i:{with_endings(Wordlist.ARTICLES)})(?!\w)"
    first, last = rf"(?:{_DAY}|{spelled})", rf"(?:{_LAST}|{spelled})"
    at_month = rf"{_BETWEEN}{particle}(?:{month}|{numbered})(?!\w)"
    day = (
        rf"{first}{_BETWEEN}{particle}{numbered}{_BETWEEN}{particle}{last}"
        rf"|{numbered}{_BETWEEN}{first}{_BETWEEN}{particle}{with_endings(Wordlist.DAY_WORDS)}{_BETWEEN}{last}"
        rf"|{first}{_BETWEEN}{particle}{month}(?!\w)(?:{_BETWEEN}{particle}\d{{4}}\b)?"
        rf"|\b{month}{_BETWEEN}(?:{_NUMBER}|{particle}{spelled})(?!\w){_OF_YEAR}"
        rf"|\b{_weekdays()}{_BETWEEN}{particle}(?!{articles}){last}(?![:.]?\d|{at_month})"
        r"|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"
        rf"|{counted}(?:\d{{1,2}}|{_HAN})(?:{days})|(?<![\d{HAN_COUNTING}\-]){day_of_month()}"
    )
    # "May" and "March" are other words too, unless a year or a word of time stands beside them.
    some_month = (
        rf"{day}|\b(?i:{sure})(?!\w){_OF_YEAR}|\b{capital},?\s+\d{{4}}\b"
        rf"|\b(?:in|since|until|by|of)\s+{capital}\b|\b\d{{4}}[-/.]\d{{1,2}}\b"
        rf"|{counted}|{_DAY}{_BETWEEN}{particle}{numbered}|{numbered}{_BETWEEN}{_LAST}"
    )
    year = rf"{some_month}|\b(?:1[34]|19|20)\d\d\b|(?:19|20)\d\d(?:{years})"
    return {
        DateDetail.MONTH: re.compile(day),
        DateDetail.YEAR: re.compile(some_month),
        DateDetail.NONE: re.compile(year),
    }


def _weekdays() -> str:
    """Return a pattern for the days of the week in all languages but Chinese, with and without a capital."""
    return languages.inflected(
        lambda one: {form for word in _spaced(one, Topic.DAY) for form in (word, word.capitalize())}
    )


def _months(fits: Callable[[str], bool]) -> str:
    """Return a pattern for the names of months that fulfil `fits`, in all languages but Chinese.

    The pattern consists of lists of words, and so is matched in linear time.
    """
    return languages.inflected(lambda one: filter(fits, _spaced(one, Topic.MONTH)), latin=False) + _STOP


def _spaced(language: Language, topic: Topic) -> list[str]:
    """Return the words of a language about a topic, without those in Chinese characters."""
    return [word for word in language.topics[topic] if not is_han(word[0])]


def with_endings(wordlist: Wordlist) -> str:
    """Return a pattern for the words of a list in all languages, with the endings of each language."""
    return languages.inflected(lambda one: one.lists[wordlist])


def coarser(words: str, detail: DateDetail) -> str:
    """Return the words of a date with no more than `detail`; "" if that cannot be determined."""
    if detail is DateDetail.MONTH:
        small = [match.span() for match in _small().finditer(words)]
        named = sum(map(str.isalpha, words)) >= _LEAST_LETTERS
        if named and small:
            start, end = small[0] if len(small) == 1 else small[-1]
            return " ".join(filter(None, map(_trimmed, (words[:start], words[end:]))))
        if len(small) == 2 and (match := re.match(r"\d{4}\D{1,2}\d{1,2}", words)) is not None:
            return match[0]
    year = _YEAR.search(words) if detail is not DateDetail.NONE else None
    return "" if year is None else year[0]


@cache
def _small() -> re.Pattern[str]:
    """Return a pattern for the numbers of day and month within a date: one or two digits, or a word for the
    day.
    """
    return re.compile(rf"{_DAY}|(?<!\w)(?i:{with_endings(Wordlist.DAY_NUMBERS)})(?!\w)")


def _trimmed(words: str) -> str:
    """Return the rest of a date, without words at its beginning and end that belonged to the removed day."""
    rest = words.strip(_EDGES)
    while (less := _beside().sub("", rest).strip(_EDGES)) != rest:
        rest = less
    return rest


@cache
def _beside() -> re.Pattern[str]:
    """Return a pattern for words beside the number of a day that belong to it, such as a weekday."""
    listed = languages.alternatives(Wordlist.DATE_PARTICLES, Wordlist.DAY_WORDS)
    words = f"(?:{listed}|{_weekdays()})"
    return re.compile(rf"\A{words}(?!\w)|(?<!\w){words}\Z")
