"""A question whose answer is a figure: what is counted, under which conditions, and how it is split."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Self

from hrddesk.analysis.figures.dimensions import (
    CUSTOM,
    PART,
    SHIPPED,
    Dimension,
    Level,
    Sort,
    settled,
    values_meant,
)
from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.model import codec
from hrddesk.records.model.codec import ShapeError
from hrddesk.records.terms.words import SHIPPED as SHIPPED_WORDS
from hrddesk.records.terms.words import Words


class CountedUnit(StrEnum):
    """The kind of unit that is counted."""

    PERSONS = "persons"
    CASES = "cases"
    EVENTS = "events"


class Of(StrEnum):
    """The units that make 100 %: all counted ones, or only those whose dimensions in the table are known."""

    ALL = "all"
    KNOWN = "known"


Bands = tuple[int, ...]
"""The starts of bands, ascending: each band ends before the next start, the last has no end."""

DEFAULT_BANDS: Final[Mapping[str, Bands]] = {
    "months": (0, 12, 36, 60, 120, 180, 240),
    "term": (0, 12, 36, 60, 120, 180, 240),
    "age": (0, 14, 18, 30, 45, 60, 75),
}
UNKNOWN: Final = "unknown"
_RANGE: Final = re.compile(r"(\d{0,9})\.\.(=?)(\d{0,9})")
_CONDITION: Final = re.compile(r"\s*([a-z_]+|field:[^=!]+?)\s*(!?=)\s*(.*?)\s*", re.DOTALL)
_MOST: Final = 64  # conditions, values and bands of one question; more is no question of a person


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition that a dimension has one of `values`.

    If `negated`, the condition is that the dimension is known and has none of `values`.
    """

    dimension: Dimension
    values: tuple[str, ...]
    negated: bool = False

    @property
    def text(self) -> str:
        """The condition in its written form: `measure=administrative|rsdl`."""
        return f"{self.dimension.name}{'!=' if self.negated else '='}{'|'.join(self.values)}"

    @classmethod
    def parse(cls, text: str, words: Words = SHIPPED_WORDS) -> Self:
        """Parse a condition: `FIELD=VALUE` or `FIELD!=VALUE`, with `|` between several values.

        Numbers are ranges: `120..300` is 120 and more and less than 300; `..=300` includes 300. Raise
        InvalidValue or InvalidDate for a faulty condition.
        """
        match = _CONDITION.fullmatch(text)
        if match is None:
            raise InvalidValue(
                field="where", why=Translatable("write FIELD=VALUE, for example type=detained")
            )
        dimension = named(match[1])
        values = _split(dimension, match[3], words)
        if not values or len(values) > _MOST:
            raise InvalidValue(
                field=dimension.name, why=Translatable("give one value or a few, with | between them")
            )
        for value in values:
            _check(dimension, value)
        return cls(dimension, values, match[2] == "!=")

    def settled(self, words: Words) -> Self:
        """Return the condition with the codes that figures use today."""
        if not self.dimension.vocabulary:
            return self
        values = (settled(self.dimension.vocabulary, value, words) for value in self.values)
        return replace(self, values=tuple(dict.fromkeys(values)))


def named(name: str) -> Dimension:
    """Return the dimension with this code; raise InvalidValue if there is none."""
    code = name.strip()
    if code.startswith(CUSTOM) and code != CUSTOM:
        return Dimension(name=code, level=Level.CASE, sort=Sort.TEXT)
    dimension = SHIPPED.get(code)
    if dimension is None:
        raise InvalidValue(
            field=code or "by",
            why=Translatable("there is no such field; those are {0}, {1}KEY", ", ".join(SHIPPED), CUSTOM),
        )
    return dimension


def _split(dimension: Dimension, text: str, words: Words) -> tuple[str, ...]:
    parts = [part.strip() for part in text.split("|") if part.strip()]
    if dimension.vocabulary and any(
        "," in part and values_meant(dimension, part, words) == (part,) for part in parts
    ):
        parts = [piece.strip() for part in parts for piece in part.split(",") if piece.strip()]
    return tuple(dict.fromkeys(code for part in parts for code in values_meant(dimension, part, words)))


def _check(dimension: Dimension, value: str) -> None:
    if value == UNKNOWN:
        return
    if dimension.sort is Sort.NUMBER:
        range_of(dimension.name, value)
    elif dimension.sort is Sort.TIME:
        period = dates.parse(value, field=dimension.name)
        if period.doubtful:
            raise InvalidDate(
                field=dimension.name, why=Translatable("give a period such as 2020 or 2020-01/2020-06")
            )


def range_of(name: str, text: str) -> tuple[int, int | None]:
    """Return the first number of a range and the first number after it (None for an open range).

    Raise InvalidValue if the text is no number and no range.
    """
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text), int(text) + 1
    match = _RANGE.fullmatch(text)
    if match is None or not (match[1] or match[3]):
        raise InvalidValue(
            field=name, why=Translatable("write a number, or a range such as 120..300 or 180..")
        )
    first = int(match[1] or 0)
    end = int(match[3]) + bool(match[2]) if match[3] else None
    if end is not None and end <= first:
        raise InvalidValue(field=name, why=Translatable("the range ends before it begins"))
    return first, end


Group = tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureQuestion:
    """What a figure counts, under which conditions, and how it is split.

    A counted `unit` meets all conditions of `where` and all conditions of at least one group in `any_of`, but
    not all conditions of any group in `without`. With a `part`, the figure tells how many of these units, and
    what percentage, also meet the conditions of `part`. Otherwise the figure is split by the dimensions in
    `by`. A question never has both a `part` and a `by`.

    `as_of` and `known_on` are days: an empty `as_of` counts everything, an empty `known_on` means today.
    `at_least` says that not everything was recorded. Counts below `suppress` are hidden, with other counts by
    which they could be computed; 0 hides nothing.
    """

    unit: CountedUnit = CountedUnit.CASES
    where: Group = ()
    any_of: tuple[Group, ...] = ()
    without: tuple[Group, ...] = ()
    part: Group = ()
    by: tuple[Dimension, ...] = ()
    of: Of = Of.ALL
    bands: Mapping[str, Bands] = field(default_factory=dict)
    as_of: str = ""
    known_on: str = ""
    at_least: bool = False
    suppress: int = 0

    def bands_of(self, dimension: Dimension) -> Bands:
        """Return the numbers at which the bands of a dimension begin."""
        return self.bands.get(dimension.name) or DEFAULT_BANDS[dimension.name]

    @property
    def columns(self) -> tuple[Dimension, ...]:
        """The dimensions of the table: those in `by`, or `PART` if the question has a part."""
        return (PART,) if self.part else self.by

    @property
    def conditions(self) -> Iterable[Condition]:
        """Every condition of the question."""
        yield from self.where
        yield from self.part
        for groups in (self.any_of, self.without):
            for group in groups:
                yield from group

    @property
    def dimensions(self) -> Iterable[Dimension]:
        """Every dimension in the conditions and in `by`."""
        yield from (condition.dimension for condition in self.conditions)
        yield from self.by

    def to_json(self) -> dict[str, Any]:
        """Return the question as JSON values."""
        values: dict[str, Any] = codec.write(self._written())
        return values

    @property
    def text(self) -> str:
        """The canonical text of the question, for saving it."""
        return codec.canonical(self._written()).decode("utf-8")

    def _written(self) -> "_Written":
        return _Written(
            unit=self.unit,
            where=_texts(self.where),
            any_of=tuple(map(_texts, self.any_of)),
            without=tuple(map(_texts, self.without)),
            part=_texts(self.part),
            by=tuple(dimension.name for dimension in self.by),
            of=self.of,
            bands=self.bands,
            as_of=self.as_of,
            known_on=self.known_on,
            at_least=self.at_least,
            suppress=self.suppress,
        )

    def settled(self, words: Words) -> Self:
        """Return what the figure asks, with merged terms replaced by the terms that stand for them now."""

        def now(group: Group) -> Group:
            return tuple(condition.settled(words) for condition in group)

        return replace(
            self,
            where=now(self.where),
            any_of=tuple(map(now, self.any_of)),
            without=tuple(map(now, self.without)),
            part=now(self.part),
        )

    def at(self, *, as_of: str = "", known_on: str = "") -> Self:
        """Return the question for other days; an empty text keeps the day that the question has.

        Raise InvalidDate for a text that is not one certain day.
        """
        return replace(
            self,
            as_of=_day(as_of, "as of") or self.as_of,
            known_on=_day(known_on, "known on") or self.known_on,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A question as it is saved, with conditions and dimensions as they are typed."""

    unit: CountedUnit
    where: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    part: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    of: Of
    bands: Mapping[str, Bands] = field(default_factory=dict)
    as_of: str = ""
    known_on: str = ""
    at_least: bool
    suppress: int


def parse(text: str) -> FigureQuestion:
    """Return the question from its saved text, which any desk may have written.

    Raise InvalidValue or InvalidDate for a faulty text.
    """
    try:
        saved = codec.load(_Written, text, "question")
    except ShapeError as error:
        raise InvalidValue(field="figure", why=Translatable("at {0}: {1}", error.path, error.why)) from None
    return asked(
        unit=saved.unit,
        where=saved.where,
        any_of=saved.any_of,
        without=saved.without,
        part=saved.part,
        by=saved.by,
        of=saved.of,
        bands=saved.bands,
        as_of=saved.as_of,
        known_on=saved.known_on,
        at_least=saved.at_least,
        suppress=saved.suppress,
    )


def asked(
    *,
    unit: str = CountedUnit.CASES.value,
    where: Sequence[str] = (),
    any_of: Sequence[Sequence[str]] = (),
    without: Sequence[Sequence[str]] = (),
    part: Sequence[str] = (),
    by: Sequence[str] = (),
    of: str = Of.ALL.value,
    bands: Mapping[str, Sequence[object]] | None = None,
    as_of: str = "",
    known_on: str = "",
    at_least: bool = False,
    suppress: int = 0,
    words: Words = SHIPPED_WORDS,
) -> FigureQuestion:
    """Return the question from typed texts in the words of the desk; raise InvalidValue or InvalidDate."""

    def group_of(conditions: Sequence[str]) -> Group:
        return tuple(Condition.parse(text, words) for text in conditions)

    if unit not in set(CountedUnit):
        raise InvalidValue(field="unit", why=Translatable("it is persons, cases or events"))
    if of not in set(Of):
        raise InvalidValue(field="of", why=Translatable("it is all or known"))
    dimensions = tuple(named(name) for name in by)
    if len(dimensions) > 2 or len(set(dimensions)) < len(dimensions):
        raise InvalidValue(field="by", why=Translatable("a table has one dimension or two different ones"))
    if part and by:
        raise InvalidValue(
            field="part", why=Translatable("a figure is of a part or split by something, not both")
        )
    if any(dimension.name == "date" for dimension in dimensions):
        raise InvalidValue(field="by", why=Translatable("split by month or year"))
    if not 0 <= suppress <= 1000:
        raise InvalidValue(field="suppress", why=Translatable("it is a whole number from 0 to 1000"))
    groups = (where, part, *any_of, *without)
    if sum(map(len, groups)) > _MOST or not all((*any_of, *without, True)):
        raise InvalidValue(
            field="where", why=Translatable("give at most {0} conditions, and at least one in a group", _MOST)
        )
    return FigureQuestion(
        unit=CountedUnit(unit),
        where=group_of(where),
        any_of=tuple(map(group_of, any_of)),
        without=tuple(map(group_of, without)),
        part=group_of(part),
        by=dimensions,
        of=Of(of),
        bands={name: _bands(name, starts) for name, starts in (bands or {}).items()},
        as_of=_day(as_of, "as of"),
        known_on=_day(known_on, "known on"),
        at_least=at_least,
        suppress=suppress,
    )


def _day(text: str, name: str) -> str:
    day = dates.parse(text, field=name)
    if text.strip() and (day.doubtful or day.earliest is None or day.earliest != day.latest):
        raise InvalidDate(field=name, why=Translatable("one certain day is needed, such as 2020-12-31"))
    return "" if day.earliest is None else day.earliest.isoformat()


def _bands(name: str, starts: Sequence[object]) -> Bands:
    if named(name).sort is not Sort.NUMBER:
        raise InvalidValue(field=name, why=Translatable("only numbers have bands"))
    band_starts = tuple(start for start in starts if isinstance(start, int) and 0 <= start < 10**9)
    if (
        len(band_starts) != len(starts)
        or not 0 < len(band_starts) <= _MOST
        or list(band_starts) != sorted(set(band_starts))
    ):
        raise InvalidValue(
            field=name, why=Translatable("bands begin at whole numbers, the smaller ones first")
        )
    return band_starts


def _texts(group: Group) -> tuple[str, ...]:
    return tuple(condition.text for condition in group)
