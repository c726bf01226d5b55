"""Marks, which show further words to the reader of a text; no decision about them is necessary.

A mark says that words may reveal more than the rest of a publication: an unknown name, a date finer than
those of the facts, a person's family, age or sex. The confirmation of a text includes its marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import CounterUnit, ReportList, Topic, Wordlist
from hrddesk.records.language.scripts import HAN_COUNTING, normalise
from hrddesk.records.texts import wordings
from hrddesk.redact.detection.patterns import plain_digits
from hrddesk.redact.detection.text_dates import coarser, dates
from hrddesk.redact.detection.villages import villages
from hrddesk.redact.passages.wording import Span
from hrddesk.redact.profile.profiles import AgeDetail, DateDetail, Profile

if TYPE_CHECKING:
    from hrddesk.redact.texts.censor import Censor
    from hrddesk.redact.texts.texts import ExaminedText

_KIN: Final = frozenset({Topic.KIN})
_SEXED: Final = frozenset({Wordlist.SEXED})
_MOST_WORDS: Final = 5  # of the name of a place
_MOST_HAN: Final = 8
_BAND: Final = 10  # years
_LONGEST_TERM: Final = 25  # years of prison


class MarkKind(StrEnum):
    """The kinds of detail that words may reveal."""

    NAME = "name"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    PLACE = "place"
    FAMILY = "family"
    SEX = "sex"


@dataclass(frozen=True, slots=True)
class TellingMark:
    """Words from `start` to `end` of a text that may reveal more than the rest of a publication."""

    kind: MarkKind
    start: int
    end: int
    words: str
    coarser: str = ""
    """Words for the same that reveal no more than the rest of a publication; "" if there are none."""


def marks(reading: "ExaminedText", censor: "Censor") -> tuple[TellingMark, ...]:
    """Return the marks of a text, in order; none is inside a place about which a reader decided."""
    text, forms = reading.worded.text, censor.on_record.forms
    finer = Finer(censor.profile)
    all_marks = [TellingMark(MarkKind.NAME, *span, text[slice(*span)]) for span in reading.may_be_names]
    all_marks += finer.dates(text)
    all_marks += (
        TellingMark(MarkKind.FAMILY, one.start, one.end, one.words)
        for one in wordings.find_each(text, _KIN, forms)
    )
    if censor.profile.labels_people:
        all_marks += finer.ages(text)
        all_marks += (
            TellingMark(MarkKind.TIME, *match.span(), text[slice(*match.span())])
            for match in _hours().finditer(plain_digits(text))
        )
        all_marks += (
            TellingMark(MarkKind.PLACE, *span, text[slice(*span)]) for span in _places(text, censor)
        )
    if censor.hides_sex:
        all_marks += (
            TellingMark(MarkKind.SEX, one.start, one.end, one.words)
            for one in wordings.find_each(text, _SEXED, forms)
        )
    open_marks = (one for one in all_marks if not reading.decides(one.start, one.end))
    return tuple(sorted(dict.fromkeys(open_marks), key=lambda one: (one.start, one.end, one.kind)))


class Finer:
    """Finds dates and ages that are more precise than a profile prints them."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._dates = profile.event_dates if "event.date" in profile.fields else DateDetail.NONE

    def dates(self, text: str) -> Iterator[TellingMark]:
        """Yield dates that are more precise than printed dates of events, each with its coarser words."""
        pattern = dates(self._dates)
        for match in pattern.finditer(plain_digits(text)) if pattern is not None else ():
            words = text[slice(*match.span())]
            yield TellingMark(MarkKind.DATE, *match.span(), words, coarser(words, self._dates))

    def ages(self, text: str) -> Iterator[TellingMark]:
        """Yield ages in years, each with its band of ten years."""
        if self._profile.ages is AgeDetail.EXACT:
            return
        plain = plain_digits(text)
        for match in _ages().finditer(plain):
            number = re.search(r"\d+", match[0])
            if _is_term(plain, match, 0 if number is None else int(number[0])):
                continue
            words = ""
            if number is not None and self._profile.ages is AgeDetail.BAND:
                first = int(number[0]) - int(number[0]) % _BAND
                words = f"{match[0][: number.start()]}{first}–{first + _BAND - 1}{match[0][number.end() :]}"
            yield TellingMark(MarkKind.AGE, *match.span(), text[slice(*match.span())], words)


@cache
def _hours() -> re.Pattern[str]:
    spaced, unspaced = languages.spaced_and_chinese(Wordlist.HOUR_WORDS)
    number = rf"(?:\d{{1,2}}|[{HAN_COUNTING}]{{1,3}})"
    before, hour_phrases = (
        languages.alternatives(Wordlist.BEFORE_HOUR),
        languages.alternatives(Wordlist.HOURS),
    )
    return re.compile(
        rf"(?<![\d:.])\d{{1,2}}:[0-5]\d(?![\d:])|(?<!\d)\d{{1,2}}\s?(?i:{spaced})(?!\w)|{number}(?:{unspaced})"
        rf"|(?<!\w)(?i:{before})[ \u0f0b]\d{{1,2}}(?!\d)|(?<!\w)(?i:{hour_phrases})(?!\w)"
    )


@cache
def _ages() -> re.Pattern[str]:
    """Return a pattern for ages; years without a word for age are in the groups `bare`, `said` and `of`."""
    spaced, unspaced = languages.spaced_and_chinese(Wordlist.AGE_WORDS, ReportList.AGES)
    several = languages.alternatives(
        Wordlist.AGE_WORDS, fits=lambda word: re.search("[ -]", word) is not None
    )
    phrases = (word.split(" ", 1) for word in languages.listed(Wordlist.AGE_WORDS) if " " in word)
    around = "|".join(rf"{re.escape(first)} \d{{1,3}} {re.escape(rest)}" for first, rest in phrases)
    numbers, word = languages.alternatives(Wordlist.AGE_NUMBERS), f"{wordings.LETTER}+"
    between = "[\\s\\-\u200c\u0f0b]"
    particle_pattern = rf"(?:(?:{languages.alternatives(Wordlist.DATE_PARTICLES)})\s)?"
    return re.compile(
        rf"\b(?i:{spaced})[\s:\u0f0b]{{1,2}}{particle_pattern}\d{{1,3}}(?!\d)(?:\s(?i:{spaced})(?!\w))?"
        rf"|(?<!\d)\d{{1,3}}[\s\-]{{0,2}}(?:(?i:{several})|(?P<bare>(?i:{spaced})))(?!\w)"
        rf"|\b(?P<of>(?i:{around}))(?!\w)"
        rf"|(?<!\w)(?i:{numbers})(?:{between}{word}){{0,2}}{between}"
        rf"(?:(?i:{several})|(?P<said>(?i:{spaced})))(?!\w)"
        rf"|(?<!\w)(?i:{spaced}){between}(?i:{numbers})(?!\w)(?:{between}{word})?"
        rf"|(?:\d{{1,3}}|[{HAN_COUNTING}]{{1,3}})(?:{unspaced})|(?:{unspaced})[:：]\s?\d{{1,3}}(?!\d)"
    )


def _is_term(plain: str, age: re.Match[str], years: int) -> bool:
    """Tell whether years without a word for age are a prison term: words for prison must follow them.

    The years must also be few enough, and must not follow a word for a person, as in "a woman of 41 years".
    """
    is_term = age["bare"] or age["said"] or age["of"]
    if years > _LONGEST_TERM or not is_term or not _prison().match(plain, age.end()):
        return False
    before = wordings.word_before(plain, age.start())
    return not (age["of"] and before and before[0].casefold() in _people())


@cache
def _prison() -> re.Pattern[str]:
    joined, months = languages.alternatives(Wordlist.AND), languages.alternatives(CounterUnit.MONTH)
    prison = languages.alternatives(Wordlist.PRISON_TERMS)
    return re.compile(rf"['’]?(?:\s(?i:{joined})\s\d{{1,2}}\s(?i:{months})['’]?)?\s(?i:{prison})(?!\w)")


@cache
def _people() -> frozenset[str]:
    """Return words for people, after which years are an age."""
    listed = (*languages.listed(Wordlist.SEXED), *languages.listed(Wordlist.NAME_FOLLOWS))
    return frozenset(map(str.casefold, (*listed, *languages.words(_KIN))))


def _places(text: str, censor: "Censor") -> Iterator[Span]:
    """Yield the names of recorded places that the profile does not print, and names of villages."""
    yield from (match.span() for match in villages().finditer(text))
    finer = censor.on_record.finer
    if not finer:
        return
    forms = censor.on_record.forms
    words = [(*match.span(), forms[match[0]][0]) for match in wordings.WORD.finditer(text)]
    for index, (start, _, _) in enumerate(words):
        name = ""
        for _, end, word in words[index : index + _MOST_WORDS]:
            name += word
            if name in finer:
                yield start, end
    for run in re.finditer("[\u3400-\u9fff]+", text):
        for start in range(*run.span()):
            for end in range(start + 2, min(start + _MOST_HAN, run.end()) + 1):
                if normalise(text[start:end]) in finer:
                    yield start, end
