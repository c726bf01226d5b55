"""Words of languages: months, weekdays, feasts, seasons, kin, and words forbidden in a description.

All words are in files under `resources/languages`, one folder per language; none is in the code. A text may
be in any of these languages and is searched for the words of all of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from hrddesk.records.language.scripts import Script, is_chinese, letters_of

FOLDER: Final = "languages"


class Topic(StrEnum):
    """The subjects by which words of a language are grouped."""

    MONTH = "month"
    DAY = "day"
    FEAST = "feast"
    SEASON = "season"
    MEANS = "means"
    KIN = "kin"
    PLACE = "place"
    FEW = "few"  # numbers below five


class Wordlist(StrEnum):
    """The word lists of a language, besides the words by topic and the lists for reports."""

    ENDINGS = "endings"
    PROCLITICS = "proclitics"  # may be written together with the word behind them
    CAPITAL = "capital"  # others in small letters: May, March
    ORDINARY = "ordinary"  # places are called so, and mostly something else is meant
    CALLED_AFTER = "called_after"  # other words that people are called after
    TITLES = "titles"  # stand before a name; in Chinese behind a surname
    ADDRESS = "address"  # stand before a name that is a word besides: Uncle He
    DOUBTFUL_TITLES = "doubtful_titles"  # parts of other words as well
    NO_PARTS = "no_parts"  # begin sentences, and are parts of names too
    NO_NICKNAMES = "no_nicknames"  # words of many texts that look like a nickname
    BEFORE_PHONE = "before_phone"  # a telephone number follows
    BEFORE_NUMBER = "before_number"  # of a passport, an account, a prisoner, and the like
    POSSESSIVES = "possessives"  # his, her: before kin and who else is related
    RELATED = "related"  # friends, lawyers and the like
    COUNTERS = "counters"  # of dates that are written from year to day, each behind its number
    SOURCES = "sources"  # who gives evidence and what it comes from: words that name nobody
    BESIDE = "beside"  # in a name: whose relative, friend or the like somebody is
    MASKS = "masks"  # for a part of a name that is kept back
    SURNAME_SAID = "surname_said"  # before a Chinese surname
    FAMILIAR_BEFORE = "familiar_before"  # before a Chinese surname, or the last character of a name
    GIVEN_BEFORE = "given_before"  # before the last character of a name
    GIVEN_BEHIND = "given_behind"  # behind it
    DOUBTFUL_BEFORE = "doubtful_before"  # before surname or last character; of other words as well
    DOUBTFUL_FIRST = "doubtful_first"  # before the first character of a given name
    PLACE_WORDS = "place_words"  # behind a word that is the name of a place then, and not of somebody
    VILLAGES = "villages"  # behind the name of a village
    BEFORE_VILLAGES = "before_villages"  # before the name of a village
    NO_VILLAGE_BEFORE = "no_village_before"  # letters before such a word that make another one of it
    NO_VILLAGE_BEHIND = "no_village_behind"
    NUMBER = "number"  # between what a number is of and the number: no.
    COPULAS = "copulas"  # is
    BEFORE_LAST_DIGITS = "before_last_digits"
    BEFORE_POSTCODE = "before_postcode"
    STREETS = "streets"  # behind the name of a street
    HOUSES = "houses"  # behind the number of a house
    NO_HOUSES = "no_houses"  # begin like them
    BUILDINGS = "buildings"  # behind the number of a building; the number of a room may follow
    UNITS = "units"  # behind other numbers of an address
    FLOORS = "floors"  # behind a number that follows one of these
    HOUSE_BRANCHES = "house_branches"  # between two numbers of a house
    ROOMS = "rooms"  # before the number of a room, a flat, a post box
    DIRECTIONS = "directions"  # north
    HEMISPHERES = "hemispheres"  # north latitude
    COORDINATES = "coordinates"  # latitude
    DEGREES = "degrees"
    MINUTES = "minutes"
    SECONDS = "seconds"
    POINTS = "points"  # dot
    AT_SIGNS = "at_signs"
    ACCOUNTS = "accounts"  # services on which people have accounts
    ACCOUNT_WORDS = "account_words"  # between such a service and the account
    AND = "and"
    PLATFORM = "platform"  # before the name of a platform, with a colon
    YES = "yes"
    NO = "no"
    NAME_ENDINGS = "name_endings"  # behind a name in Latin letters: Lunts, Yasinjan, Tenzinla
    NAME_FOLLOWS = "name_follows"  # before a name: a title, an office, a trade, "called"
    NAME_PRECEDES = "name_precedes"  # behind a name: "called", a title; Chinese titles are in `titles`
    TRANSLITERATED = "transliterated"  # Chinese characters by which names of other languages are written
    FOREIGN_NAMES = "foreign_names"  # words of names of other languages, in Chinese characters
    COMMON_NAMES = "common_names"  # that many people bear; in Chinese characters of given names
    NAME_LINKS = "name_links"  # between two words of a name: bin
    FAMILY_NAMES = "family_names"  # how they begin or end, with a hyphen for the rest: al-
    WRITINGS = "writings"  # each a word of names in one script, then in others: Sonam 索南
    CAPITALISED = "capitalised"  # within a sentence, and name nobody: God, Internet
    NO_NAMES = "no_names"  # are none where a name might stand: he, and, said
    DATE_PARTICLES = "date_particles"  # between the parts of a date, or in what a street is called: of
    MONTH_WORDS = "month_words"  # beside the number of a month
    DAY_WORDS = "day_words"  # beside the number of a day
    DAY_NUMBERS = "day_numbers"  # numbers of days, of some months too, in words: third, twenty-first
    ARTICLES = "articles"  # numbers that mean some: "Friday, a man"
    HOUR_WORDS = "hour_words"  # behind the number of an hour
    BEFORE_HOUR = "before_hour"  # before the number of an hour
    HOURS = "hours"  # of the day, in words: four o'clock
    AGE_NUMBERS = "age_numbers"  # in words, from ten on, with the smaller numbers behind them: thirty-four
    AGE_WORDS = "age_words"  # beside a number of years of life, two words around it too: of 41 years
    PRISON_TERMS = "prison_terms"  # behind a number of years that somebody is sentenced to: of imprisonment
    DWELLINGS = "dwellings"  # beside a number where somebody lives: street, house, flat
    SEXED = "sexed"  # tell somebody's sex: he, her


OF_TIME: Final = frozenset({Topic.MONTH, Topic.DAY, Topic.FEAST, Topic.SEASON})


class ReportList(StrEnum):
    """The word lists by which the reader of reports finds names, places and events."""

    TITLED = "titled"  # behind the name of somebody
    BEHIND_NAMES = "behind_names"  # behind a name that a role stands before
    DONE_TO = "done_to"  # behind a name: something was done to somebody
    ALIASES = "aliases"  # before another name of somebody
    REAL_NAMES = "real_names"  # before a name
    PEN_NAMES = "pen_names"  # before a name
    FORMER_NAMES = "former_names"  # before a name
    AGES = "ages"  # years old, behind their number
    BEYOND = "beyond"  # before, after: behind a date
    PARTS_OF_MONTHS = "parts_of_months"  # behind a month: its beginning
    PARTS_OF_YEARS = "parts_of_years"  # behind a year
    ACCUSING = "accusing"  # before a charge
    BEFORE_PLACES = "before_places"  # letters in no name of a place
    AREAS = "areas"  # behind the name of an area
    REGIONS = "regions"  # behind that of a large one
    DISTRICTS = "districts"  # behind that of one within it
    KINDS_OF_PLACES = "kinds_of_places"  # behind any, which may be left out
    INSTITUTIONS = "institutions"  # behind the name of an institution
    OFFICES = "offices"  # of those that act, and are not where it happens
    ENDS_OF_NO_NAME = "ends_of_no_name"  # what ends so is nobody's name
    DENIED = "denied"  # before what did not happen
    PRONOUNS = "pronouns"  # he, she
    PLURALS = "plurals"  # behind them: they
    BOTH_PEOPLE = "both_people"  # two people
    WHOSE = "whose"  # his, her
    PASSIVE = "passive"  # something is done to somebody
    LOCATED = "located"  # before a place
    ARRESTED = "arrested"
    TAKEN_AWAY = "taken_away"
    DETAINED = "detained"
    DISAPPEARED = "disappeared"
    MISSING = "missing"
    CHARGED = "charged"
    INDICTED = "indicted"
    TRIED = "tried"
    SENTENCED = "sentenced"
    BAIL = "bail"
    RELEASED = "released"
    TORTURED = "tortured"
    SUMMONED = "summoned"
    DIED = "died"
    LICENCE_REVOKED = "licence_revoked"


HAPPENINGS: Final = tuple(ReportList)[tuple(ReportList).index(ReportList.ARRESTED) :]
"""The word lists of events, in order of precedence for a text that matches several."""


class CounterUnit(StrEnum):
    """The units of amounts, each with a list of words."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"
    BOOK = "book"
    COPY = "copy"
    ITEM = "item"
    PERSON = "person"
    BLOW = "blow"


class DateForm(StrEnum):
    """The meanings of date forms; a language has a list of forms for each meaning."""

    DATES = "dates"  # a day, a month or a year
    ON = "on"  # the date itself, with a word before it: on, in
    ABOUT = "about"  # approximate
    PERHAPS = "perhaps"  # uncertain
    BETWEEN = "between"  # on some day between the two
    LASTED = "lasted"  # from one to the other
    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"
    BEFORE = "before"
    BEFORE_IN_YEAR = "before_in_year"  # the months of a year before one of them
    AFTER_IN_YEAR = "after_in_year"
    EARLY = "early"
    START = "start"
    MID = "mid"
    LATE = "late"
    END = "end"
    FIRST_TEN = "first_ten"  # days of a month
    SECOND_TEN = "second_ten"
    LAST_TEN = "last_ten"
    H1 = "h1"  # the first half of a year
    H2 = "h2"
    Q1 = "q1"  # the first quarter of a year
    Q2 = "q2"
    Q3 = "q3"
    Q4 = "q4"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    DECADE = "decade"


PARTS: Final = tuple(DateForm)[tuple(DateForm).index(DateForm.EARLY) :]
"""The forms that name a period of a month or a year, or a decade."""


AnyList = Wordlist | ReportList | CounterUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language, as read from its file."""

    code: str
    months: tuple[tuple[str, ...], ...]
    """The names of each month, from January: the usual name first, then the others."""
    topics: Mapping[Topic, tuple[str, ...]]
    """All words by subject, including the names of months and of their periods."""
    lists: Mapping[AnyList, tuple[str, ...]]
    dates: Mapping[DateForm, tuple[str, ...]]
    """The forms of dates, in the notation of `date_forms`."""


@cache
def shipped() -> Mapping[str, Language]:
    """Return all languages by code; raise LanguageFileWrong if a file is inconsistent."""
    from hrddesk.records.language.language_files import read
    from hrddesk.system.paths import resources

    return MappingProxyType(read(resources() / FOLDER))


@cache
def months() -> Mapping[str, int]:
    """Return the numbers of months by their names in all languages, in lower case.

    A word that means different months in different languages is left out, so that no date is guessed.
    """
    numbers: dict[str, int] = {}
    doubtful = set()
    for language in shipped().values():
        for number, called in enumerate(language.months, 1):
            for name in map(str.casefold, called):
                if numbers.setdefault(name, number) != number:
                    doubtful.add(name)
    return MappingProxyType({name: number for name, number in numbers.items() if name not in doubtful})


def words(topics: frozenset[Topic]) -> Iterator[str]:
    """Yield the words of all languages on any of these subjects."""
    for language in shipped().values():
        for topic in sorted(topics & set(language.topics)):
            yield from language.topics[topic]


def alternatives(*wordlists: AnyList, fits: Callable[[str], bool] = bool) -> str:
    """Return a regular expression of the words of all languages in these lists, longest first.

    `fits` selects the words. Without any words the expression matches nothing.
    """
    words = {word for wordlist in wordlists for word in listed(wordlist) if fits(word)}
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def spaced_and_chinese(*wordlists: AnyList) -> tuple[str, str]:
    """Return two regular expressions of the words in these lists: of space-separated words and of Chinese
    words.
    """
    spaced = alternatives(*wordlists, fits=lambda word: not is_chinese(word))
    return spaced, alternatives(*wordlists, fits=is_chinese)


def inflected(words_of: Callable[[Language], Iterable[str]], *, latin: bool = True) -> str:
    """Return a regular expression of words of all languages, longest first, each with the endings of its
    language.

    If `latin` is False, no ending is added to the words of languages that use Latin letters.
    """
    patterns = []
    for one in shipped().values():
        if words := sorted(words_of(one), key=len, reverse=True):
            has_endings = latin or letters_of(words[0]) is not Script.LATN
            parts = (words, one.lists[Wordlist.ENDINGS] if has_endings else ())
            patterns.append("(?:{})(?:{})?".format(*("|".join(map(re.escape, part)) for part in parts)))
    return f"(?:{'|'.join(patterns)})"


def counters(first: int, last: int | None = None) -> str:
    """Return a regular expression of the counter words of dates from index `first` to `last` (exclusive).

    Index 0 is the counter word of the year.
    """
    lists = (one.lists[Wordlist.COUNTERS][first:last] for one in shipped().values())
    return "|".join(sorted({re.escape(word) for words in lists for word in words})) or "(?!)"


def yes_or_no(typed: str) -> bool | None:
    """Parse an answer in any language; return None if the answer is not a plain yes or no."""
    word = typed.strip().casefold()
    return True if word in listed(Wordlist.YES) else False if word in listed(Wordlist.NO) else None


@cache
def listed(wordlist: AnyList) -> tuple[str, ...]:
    """Return the words of all languages in a list, without duplicates."""
    return tuple(dict.fromkeys(word for one in shipped().values() for word in one.lists[wordlist]))
