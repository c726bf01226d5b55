"""The reasons for and against two records being the same place, source or case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, Self

from hrddesk.analysis.duplicates.closeness import is_one_apart
from hrddesk.analysis.duplicates.duplicate_pairs import PairReason
from hrddesk.analysis.duplicates.duplicate_people import plain_forms
from hrddesk.records.language import languages, scripts
from hrddesk.records.language.languages import ReportList
from hrddesk.records.names import names

_KINDS_LATIN: Final = re.compile(
    r"(?<=\w)\s+(?:province|autonomous region|prefecture|city|district|county|township|town|village)$",
    re.IGNORECASE,
)


@cache
def _kinds_han() -> re.Pattern[str]:
    """Return a pattern for the word at the end of a place name that tells its kind, as in Chinese (县)."""
    return re.compile(f"(?<=..)(?:{languages.alternatives(ReportList.KINDS_OF_PLACES)})$")


@dataclass
class ComparedPlace:
    """The compared facts of a place: its names, its kind, and the places that contain it, nearest first."""

    called: tuple[str, ...]
    kind: str = ""
    within: tuple[tuple[str, frozenset[str]], ...] = ()
    """The id and names of each place that contains the place."""
    id: str = ""

    @cached_property
    def plain(self) -> frozenset[str]:
        """The normalised names and aliases."""
        return plain_forms(self.called)

    @cached_property
    def forms(self) -> frozenset[str]:
        """All forms by which the place is found: other spellings, and names without the kind of place."""
        return self._spelt | self._bare

    def marks(self) -> Iterator[object]:
        """Yield the ids of the places that contain this place."""
        yield from (outer for outer, _ in self.within)

    def reasons(self, counterpart: Self) -> Iterator[PairReason]:
        """Yield the reasons for and against the two records being the same place."""
        if self.plain & counterpart.plain:
            yield PairReason.SAME_NAME
        elif self._spelt & counterpart._spelt:
            yield PairReason.SAME_SPELLING
        elif self.forms & counterpart.forms:
            yield PairReason.BUT_FOR_ITS_KIND
        elif any(is_one_apart(a, b) for a in self.plain for b in counterpart.plain):
            yield PairReason.ONE_LETTER
        yield from self._by_where(counterpart)
        if self.kind and counterpart.kind:
            yield PairReason.SAME_KIND if self.kind == counterpart.kind else PairReason.KIND_DIFFERS

    def _by_where(self, counterpart: Self) -> Iterator[PairReason]:
        mine, theirs = [outer for outer, _ in self.within], [outer for outer, _ in counterpart.within]
        if self.id in theirs or counterpart.id in mine:
            yield PairReason.ONE_IN_THE_OTHER
        elif not mine or not theirs:
            return  # nobody said where one of them lies
        elif mine[0] == theirs[0] or self.within[0][1] & counterpart.within[0][1]:
            yield PairReason.SAME_PARENT
        elif mine[0] in theirs or theirs[0] in mine:
            yield PairReason.PARENT_FITS
        else:
            yield PairReason.PARENT_DIFFERS

    @cached_property
    def _spelt(self) -> frozenset[str]:
        return self.plain.union(*map(names.derived_forms, self.called))

    @cached_property
    def _bare(self) -> frozenset[str]:
        """The names that end with a kind of place, such as 县, in all forms, without this ending."""
        bare = {_KINDS_LATIN.sub("", _kinds_han().sub("", name.strip())) for name in self.called}
        return frozenset().union(*map(names.derived_forms, bare - set(self.called)))


@dataclass(kw_only=True)
class ComparedSource:
    """The compared facts of a source: its title and type, and its citations."""

    title: str = ""
    code_name: str = ""
    type: str = ""
    cited_for: frozenset[tuple[str, str]] = frozenset()
    """The record and the field of each citation."""
    quotes: frozenset[tuple[str, str]] = frozenset()
    """The record and the normalised quote of each citation with a quote."""

    @property
    def plain(self) -> frozenset[str]:
        """The normalised title."""
        return plain_forms([self.title])

    @property
    def forms(self) -> frozenset[str]:
        """The title in simplified characters, and the code name with a prefix that no title has."""
        code = names.normalise(self.code_name)
        return frozenset([*map(scripts.to_simplified, self.plain), *([f"\0{code}"] if code else ())])

    @cached_property
    def _folded(self) -> str:
        return _fold(self.title)

    def marks(self) -> Iterator[object]:
        """Yield the record and the field of each citation."""
        yield from self.cited_for

    def reasons(self, counterpart: Self) -> Iterator[PairReason]:
        """Yield the reasons for and against the two records being the same source."""
        yield from _by_title(self._folded, counterpart._folded)
        code = names.normalise(self.code_name)
        if code and code == names.normalise(counterpart.code_name):
            yield PairReason.SAME_CODE_NAME
        if self.quotes & counterpart.quotes:
            yield PairReason.SAME_QUOTE
        elif self.cited_for & counterpart.cited_for:
            yield PairReason.CITED_ALIKE
        if self.type and counterpart.type:
            yield PairReason.SAME_KIND if self.type == counterpart.type else PairReason.KIND_DIFFERS


@dataclass
class ComparedCase:
    """The compared facts of a case: its title, its people and its events."""

    title: str = ""
    people: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    """The normalised names of these people."""
    days: frozenset[tuple[str, int]] = frozenset()
    """The type and the day, as an ordinal, of each event with an exact day."""

    @cached_property
    def _folded(self) -> str:
        return _fold(self.title)

    def marks(self) -> Iterator[object]:
        """Yield the ids of the people, and the types and days of events."""
        yield from self.people
        yield from self.days

    def reasons(self, counterpart: Self) -> Iterator[PairReason]:
        """Yield the reasons for and against the two records being the same case."""
        yield from _by_title(self._folded, counterpart._folded)
        if self.people & counterpart.people:
            yield PairReason.SAME_PERSON
        elif self.named & counterpart.named:
            yield PairReason.PEOPLE_OF_ONE_NAME
        elif self.people and counterpart.people:
            yield PairReason.NOBODY_IN_COMMON
        if self.days & counterpart.days:
            yield PairReason.SAME_EVENT


def _by_title(one: str, other_title: str) -> Iterator[PairReason]:
    """Yield the reason that follows from two titles, which are results of `_fold`."""
    if one and one == other_title:
        yield PairReason.SAME_TITLE
    elif is_one_apart(one, other_title):
        yield PairReason.TITLE_ONE_LETTER


def _fold(title: str) -> str:
    """Return a title in normalised form and in simplified characters."""
    return scripts.to_simplified(names.normalise(title))
