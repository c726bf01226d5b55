"""The printed form of a figure: its lines in order and its sums, some of them hidden."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise, product
from typing import Any, Final

from hrddesk.analysis.figures import suppression
from hrddesk.analysis.figures.dimensions import IN_PART, Dimension, Sort, labels_of, value_label
from hrddesk.analysis.figures.figure_questions import Of
from hrddesk.analysis.figures.figure_words import definition, dimension_words, not_known, range_words
from hrddesk.analysis.figures.figures import Figure
from hrddesk.analysis.figures.verdicts import NOT_RECORDED, Key, is_unknown
from hrddesk.records.language.labels import chain_for

NO_ANSWER: Final = "not_recorded"
"""The key of values that nobody recorded; *unknown* and *not asked* are answers of their own."""
_MOST_PERIODS: Final = 2400
_PLACES: Final = 4  # decimals of a per cent for programs: enough to round it anew


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The line of a table for one value or for a pair of values.

    `count` is None if it is hidden. `percent` is None if there is no percentage. `possible` is the greatest
    number of further units, None without an upper bound or if hidden.
    """

    key: Key
    count: int | None
    possible: int | None
    percent: Fraction | None

    @property
    def known(self) -> bool:
        """Whether all values of the line are known."""
        return not any(map(is_unknown, self.key))


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many counts of a table are hidden: small counts, other counts that protect them, and sums."""

    small: int = 0
    others: int = 0
    sums: int = 0
    itself: bool = False
    """Whether the total of the figure itself is hidden."""

    def __bool__(self) -> bool:
        return bool(self.small or self.others or self.sums)


@dataclass(frozen=True, kw_only=True)
class CountTable:
    """The lines and sums of a figure; a hidden number is None everywhere."""

    figure: Figure
    lines: tuple[FigureLine, ...]
    total: int | None
    known: int | None
    unknown: int | None
    sums: tuple[Mapping[str, int | None], Mapping[str, int | None]]
    """The sums of a cross table, by the values of the first and of the second dimension; empty if values
    overlap.
    """
    hidden: Hidden = Hidden()

    @property
    def denominator(self) -> int | None:
        """The number of units that counts as 100 %; None if it is hidden."""
        by_known = self.figure.question.of is Of.KNOWN and self.figure.question.columns
        return self.known if by_known else self.total

    @property
    def count(self) -> int | None:
        """The figure itself: the total, or the number in the requested part."""
        return self._part.count if self.figure.question.part else self.total

    @property
    def percent(self) -> Fraction | None:
        """The percentage of the requested part.

        None if no part is requested, if the percentage is hidden, or if there are no units.
        """
        return self._part.percent if self.figure.question.part else None

    @property
    def _part(self) -> FigureLine:
        nothing = FigureLine((IN_PART,), 0, 0, Fraction(0) if self.denominator else None)
        return next((line for line in self.lines if line.key == (IN_PART,)), nothing)

    @property
    def at_least(self) -> bool:
        """Whether there may be more units than `total`."""
        return self.figure.question.at_least or self.figure.all.at_least

    @property
    def hides(self) -> bool:
        """Whether any number of the table is hidden."""
        return self.total is None or any(line.count is None for line in self.lines)

    @cached_property
    def counts(self) -> Mapping[Key, int | None]:
        """The count of each line by its key, which has the values of the line; None for a hidden count."""
        return {line.key: line.count for line in self.lines}

    def label(self, position: int, value: str, language: str) -> str:
        """Return the label of a value of the dimension at `position`."""
        return label_of(self.figure, self.figure.question.columns[position], value, language)

    def title(self, position: int, language: str) -> str:
        """Return the title of the dimension at `position`."""
        return dimension_words(self.figure.question.columns[position], language, self.figure.labels)

    def values(self, position: int) -> list[str]:
        """Return the values of the dimension at `position` in order, unknown values last."""
        column_values = list(dict.fromkeys(line.key[position] for line in self.lines))
        if position == 0:
            return column_values
        first = {value: number for number, value in enumerate(column_values)}
        return sorted(
            column_values,
            key=lambda value: (is_unknown(value), *_number(self, position, value), first[value]),
        )

    def to_json(self, language: str = "en") -> dict[str, Any]:
        """Return the table as the command line prints it."""
        question = self.figure.question
        one = len(question.columns) == 1
        document: dict[str, Any] = {
            "unit": question.unit.value,
            "count": self.count,
            "percent": None if self.percent is None else rounded(self.percent, _PLACES),
            "total": self.total,
            "possible": self._possible(),
            "at_least": self.at_least,
            "of": question.of.value,
            "denominator": self.denominator,
            "known": self.known,
            "unknown": self.unknown,
            "as_of": question.as_of or None,
            "known_on": question.known_on or None,
            "day": self.figure.day.isoformat(),
            "by": [dimension.name for dimension in question.by],
            "rows": [self._row(line, language) for line in self.lines if line.known or not one],
            "definition": definition(self.figure, language),
            "question": question.to_json(),
        }
        if one:
            document["unknown_as"] = {
                line.key[0] or NO_ANSWER: line.count for line in self.lines if not line.known
            }
        elif question.columns and self.sums[0]:
            document["sums"] = [
                {key or NO_ANSWER: count for key, count in sums.items()} for sums in self.sums
            ]
        return document

    def _possible(self) -> int | None:
        return None if self.figure.question.suppress else self.figure.all.possible

    def _row(self, line: FigureLine, language: str) -> dict[str, Any]:
        keys = [value or NO_ANSWER for value in line.key]
        labels = [self.label(position, value, language) for position, value in enumerate(line.key)]
        one = len(keys) == 1
        return {
            "key": keys[0] if one else keys,
            "label": labels[0] if one else labels,
            "count": line.count,
            "possible": line.possible,
            "percent": None if line.percent is None else rounded(line.percent, _PLACES),
        }


def rounded(percent: Fraction, digits: int) -> float:
    """Return a percentage with this number of decimals, a half rounded up."""
    return float(_decimal(percent, digits))


def percent_text(percent: Fraction | None, digits: int = 1) -> str:
    """Return a percentage as text, such as `18.5 %`; a dash for None."""
    return "–" if percent is None else f"{_decimal(percent, digits)} %"


def _decimal(percent: Fraction, digits: int) -> Decimal:
    exact = Decimal(percent.numerator) / Decimal(percent.denominator)
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def table_of(figure: Figure) -> CountTable:
    """Return the printed form of a figure, with small counts hidden if its question asks for this."""
    lines = _filled(figure)
    below = figure.question.suppress
    if below:
        lines = _one_unknown(lines)
    counts = {line.key: line.count or 0 for line in lines}
    crossed = len(figure.question.columns) == 2 and not figure.overlaps
    sums = _sums(counts, crossed)
    if not below:
        return CountTable(
            figure=figure,
            lines=tuple(lines),
            total=figure.all.count,
            known=figure.known,
            unknown=figure.unknown,
            sums=sums,
        )
    names = _hidden(figure, counts, crossed)
    lines = [
        FigureLine(item.key, None if item.key in names else item.count, 0, item.percent)
        for item in (*lines, *_hidden_zeros(counts, names))
    ]
    if crossed:
        lines.sort(key=_grouped(lines))
    total = None if None in names or (None, None) in names else figure.all.count
    any_hidden = any(line.count is None for line in lines)
    if len(figure.question.columns) == 2:
        known_count = None if any_hidden else figure.known
    else:
        known_count = None if total is None or (NOT_RECORDED,) in names else figure.known
    unknown = None if known_count is None else figure.unknown
    denominator = known_count if figure.question.of is Of.KNOWN and figure.question.columns else total
    lines = [_without_percent(line) if denominator is None or line.count is None else line for line in lines]
    hidden_sums = (
        {key: None if (key, None) in names else count for key, count in sums[0].items()},
        {key: None if (None, key) in names else count for key, count in sums[1].items()},
    )
    cells = [counts.get(line.key, 0) for line in lines if line.count is None]
    added = [figure.all.count] if total is None else []
    for shown_sums, true in zip(hidden_sums, sums, strict=True):
        added += [true[key] or 0 for key, count in shown_sums.items() if count is None]
    itself = (IN_PART,) in names if figure.question.part else total is None
    hidden = _how_many_hidden(cells, added, below, itself=itself)
    return CountTable(
        figure=figure,
        lines=tuple(lines),
        total=total,
        known=known_count,
        unknown=unknown,
        sums=hidden_sums,
        hidden=hidden,
    )


def _how_many_hidden(cells: Sequence[int], sums: Sequence[int], below: int, *, itself: bool) -> Hidden:
    small = [sum(0 < count < below for count in counts) for counts in (cells, sums)]
    return Hidden(sum(small), len(cells) - small[0], len(sums) - small[1], itself)


def _without_percent(line: FigureLine) -> FigureLine:
    return FigureLine(line.key, line.count, line.possible, None)


def _hidden(figure: Figure, counts: Mapping[Key, int], crossed: bool) -> frozenset[object]:
    below = figure.question.suppress
    if 0 < figure.all.count < below:
        return frozenset(
            [None, *counts, *((key[0], None) for key in counts), *((None, key[-1]) for key in counts)]
        )
    if crossed:
        cells = suppression.table({(key[0], key[1]): count for key, count in counts.items()})
    else:
        cells = suppression.line(counts, figure.all.count)
    return suppression.hidden(cells, below)


def _hidden_zeros(counts: Mapping[Key, int], names: frozenset[object]) -> Iterable[FigureLine]:
    """Yield a line with a hidden count for each pair of values that no unit has and that must be hidden.

    Without this line, readers would know that the count is 0, and could compute other hidden counts.
    """
    firsts, seconds = ([*dict.fromkeys(key[position] for key in counts)] for position in (0, -1))
    for key in product(firsts, seconds):
        if key in names and key not in counts:
            yield FigureLine(key, None, 0, None)


def _grouped(lines: Iterable[FigureLine]) -> Callable[[FigureLine], int]:
    """Return a sort key that puts lines with the same first value together, in their present order."""
    order = {value: number for number, value in enumerate(dict.fromkeys(line.key[0] for line in lines))}
    return lambda line: order[line.key[0]]


def _sums(counts: Mapping[Key, int], crossed: bool) -> tuple[dict[str, int | None], dict[str, int | None]]:
    sums: tuple[dict[str, int | None], dict[str, int | None]] = ({}, {})
    if crossed:
        for key, count in counts.items():
            for position in (0, 1):
                sums[position][key[position]] = (sums[position].get(key[position]) or 0) + count
    return sums


def _one_unknown(lines: Iterable[FigureLine]) -> list[FigureLine]:
    """Return the lines with all kinds of unknown values combined into one value.

    If each kind kept its own line, the printed number of unknown units would be the sum of these lines. With
    this sum, readers could compute hidden counts.
    """
    lines_by_key: dict[Key, FigureLine] = {}
    for line in lines:
        key = tuple(NOT_RECORDED if is_unknown(value) else value for value in line.key)
        before = lines_by_key.get(key)
        if before is None:
            lines_by_key[key] = FigureLine(key, line.count, line.possible, line.percent)
        else:
            lines_by_key[key] = FigureLine(key, (before.count or 0) + (line.count or 0), 0, None)
    return list(lines_by_key.values())


def _filled(figure: Figure) -> list[FigureLine]:
    """Return the lines of a figure; a trend also has lines with the count 0 for months or years between."""
    lines = [
        FigureLine(cell.key, cell.counted.count, cell.counted.possible, figure.percent(cell))
        for cell in figure.cells
    ]
    if len(figure.question.columns) != 1 or figure.question.columns[0].sort is not Sort.TIME:
        return lines
    known_lines = [line for line in lines if line.known]
    all_lines: list[FigureLine] = known_lines[:1]
    nothing = Fraction(0) if figure.denominator else None
    for before, after in pairwise(known_lines):
        missing = list(_between(before.key[0], after.key[0]))
        if len(missing) <= _MOST_PERIODS:
            all_lines += [FigureLine((period,), 0, 0, nothing) for period in missing]
        all_lines.append(after)
    return all_lines + [line for line in lines if not line.known]


def _between(first: str, last: str) -> Iterable[str]:
    if len(first) == 4:
        return (f"{year:04d}" for year in range(int(first) + 1, int(last)))
    start, end = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
    return (f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(start + 1, end))


def label_of(figure: Figure, dimension: Dimension, value: str, language: str) -> str:
    """Return the label of a value of a dimension, also for an unknown value."""
    if is_unknown(value):
        return not_known(value, language, certain=dimension.sort in (Sort.TIME, Sort.NUMBER))
    own = labels_of(dimension, value, figure.labels)
    if own is not None:
        return own.text(chain_for(language))
    if dimension.sort is Sort.NUMBER:
        return range_words(dimension, value, language)
    return value_label(dimension, value, language, figure.words)


def _number(table: CountTable, position: int, value: str) -> tuple[int, ...]:
    dimension = table.figure.question.columns[position]
    if dimension.sort is not Sort.NUMBER or is_unknown(value):
        return (0,)
    return (int(value.partition("..")[0]),)
