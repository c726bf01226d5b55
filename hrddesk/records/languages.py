"""Words of languages: months, days of the week, feasts, seasons, kin, and what a description may not say.

All of them stand in files under `resources/languages`, one folder for each language; code knows none. A text
may be in any of these languages, and is looked through for the words of all of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

FOLDER: Final = "languages"


class Topic(StrEnum):
    """What words are about."""

    MONTH = "month"
    DAY = "day"
    FEAST = "feast"
    SEASON = "season"
    MEANS = "means"
    KIN = "kin"
    PLACE = "place"


OF_TIME: Final = frozenset({Topic.MONTH, Topic.DAY, Topic.FEAST, Topic.SEASON})


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, as its file has them."""

    code: str
    months: tuple[tuple[str, ...], ...]
    """Of each month, January first, its name and what else it is called."""
    topics: Mapping[Topic, tuple[str, ...]]
    """All words by what they are about, those of months and their parts among them."""
    endings: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    """What may be written together with the word behind it."""
    capital: tuple[str, ...] = ()
    """Words that are others in small letters: May, March."""
    ordinary: tuple[str, ...] = ()
    """Words of which places are called and that mean something else more often."""
    called_after: tuple[str, ...] = ()
    """Other words that people are called after."""


@cache
def shipped() -> Mapping[str, Language]:
    """Return all languages by their codes; raise LanguageFileWrong for a file that contradicts itself."""
    from hrddesk.paths import resources
    from hrddesk.records.language_files import read

    return MappingProxyType(read(resources() / FOLDER))


@cache
def months() -> Mapping[str, int]:
    """Return the numbers of months by their names in all languages, in small letters.

    A word that is one month in one language and another one in another is none: no date is guessed.
    """
    made: dict[str, int] = {}
    doubtful = set()
    for language in shipped().values():
        for number, called in enumerate(language.months, 1):
            for name in map(str.casefold, called):
                if made.setdefault(name, number) != number:
                    doubtful.add(name)
    return MappingProxyType({name: number for name, number in made.items() if name not in doubtful})


def words(topics: frozenset[Topic]) -> Iterator[str]:
    """Yield the words of all languages that are about one of these."""
    for language in shipped().values():
        for topic in sorted(topics & set(language.topics)):
            yield from language.topics[topic]
