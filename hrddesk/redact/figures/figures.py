"""Drafts of the figures in a publication, after checking that the profile allows each figure.

A column or condition of a figure is allowed only if the profile prints the fields that it uses: nobody learns
ages from a figure if ages are withheld. Words that were typed are redacted. The module `admitted` decides
which records are counted.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from hrddesk.analysis.figures.dimensions import CUSTOM, IN_PART, KINDS_OF_PLACE, OTHERS, PART, Dimension, Sort
from hrddesk.analysis.figures.figure_card import FIGURE, lines, number_words, title, value_words
from hrddesk.analysis.figures.figure_questions import UNKNOWN, range_of
from hrddesk.analysis.figures.figure_tables import CountTable, FigureLine, Hidden, percent_text, table_of
from hrddesk.analysis.figures.figure_words import heading
from hrddesk.analysis.figures.figures import Figure
from hrddesk.analysis.figures.verdicts import Key, is_unknown
from hrddesk.errors import FigureNotPublishable
from hrddesk.records.language.captions import in_each, said
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.figures.compared_counts import PrintedCounts, printed_counts
from hrddesk.redact.figures.figure_order import Order, in_printed_order
from hrddesk.redact.figures.figure_values import ConditionWords, Values, is_word
from hrddesk.redact.model.chapters import Chapter, ChartKind, FigureRow, FigureTable, PrintedFigure
from hrddesk.redact.model.source_note import Note
from hrddesk.redact.passages.pieces import Called, Phrase
from hrddesk.redact.profile.profiles import AgeDetail, DateDetail, PlaceDetail, Profile
from hrddesk.redact.texts.censor import Censor

LEAST: Final = 5
"""Smaller counts are hidden in whatever is published."""
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "type": ("event.type",),
    "measure": ("event.measure",),
    "facility": ("event.facility", "event.place"),
    "charge": ("event.charges",),
    "penalty": ("event.penalties",),
    "months": ("event.penalties",),
    **dict.fromkeys(("platform", "condition", "method", "denial", "circumstance"), ("event.terms",)),
    "assertion": ("event.assertion",),
    **dict.fromkeys(("place", "province", "prefecture"), ("event.place",)),
    **dict.fromkeys(("date", "month", "year"), ("event.date",)),
    **dict.fromkeys(("status", "reason", "stage"), ("event.type", "event.date")),
    "custody": ("event.type", "event.date", "event.measure"),
    "held_in": ("event.type", "event.date", "event.facility", "event.place"),
    **dict.fromkeys(("sentence", "term"), ("event.type", "event.date", "event.penalties")),
    **{name: (f"party.{name}",) for name in ("sex", "ethnicity", "age")},
    **{name: (f"party.terms.{name}",) for name in ("occupation", "cause", "religion")},
}
"""The fields that a profile must print before a figure may ask for each dimension. A dimension that is
missing here is in no publication: tags, sources, data sets and a desk's own fields are words for the desk
alone.
"""
_COARSE: Final = frozenset(PlaceDetail) - {PlaceDetail.NONE}
_PLACES: Final = {
    "province": _COARSE,
    "prefecture": _COARSE - {PlaceDetail.PROVINCE},
    "place": frozenset({PlaceDetail.AS_RECORDED}),
}
"""The detail of places that a profile must allow before a figure may use each kind of place."""
_DIGITS: Final = {DateDetail.NONE: 0, DateDetail.YEAR: 4, DateDetail.MONTH: 7, DateDetail.DAY: 10}


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """A figure that the user chose, with its counts; small counts are hidden unless the user decided
    otherwise.
    """

    name: str
    table: CountTable
    titled: bool = False
    """Whether the figure is printed under its saved name; otherwise its heading describes it."""
    small: bool = False
    """Whether the user decided that the figure prints small counts."""


def places_by_kind(figures: Iterable[AskedFigure]) -> set[str]:
    """Return the places that have a line of their own in a figure because of their kind, such as provinces.

    A figure asks for all places of this kind, so each of them is printed.
    """
    return {
        line.key[position]
        for asked_figure in figures
        for position, column in enumerate(asked_figure.table.figure.question.columns)
        if column.name in KINDS_OF_PLACE
        for line in asked_figure.table.lines
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFigure:
    """A figure as it will be published, except that people have no names or labels yet."""

    name: Phrase
    value: Phrase
    card: tuple[tuple[Labels, Phrase], ...]
    free: tuple[Phrase, ...]
    """The words that were typed at the desk, wherever they are in the figure."""
    hidden: Hidden
    """The number of hidden counts, for the person who publishes."""
    columns: tuple[Labels, ...] = ()
    rows: tuple[tuple[tuple[Phrase, ...], int | None], ...] = ()
    chart: ChartKind = ChartKind.NONE
    counts: PrintedCounts | None = None
    """Every printed count, for comparison with other issues; it never leaves the vault."""
    published: bool = False
    """Whether others published the figure before, so that it is not counted here."""
    sources: tuple[Note, ...] = ()
    """The publisher of the figure."""

    def phrases(self) -> Iterator[Phrase]:
        """Yield all phrases that may mention a person by a label; the rows of the table never do."""
        yield from (self.name, self.value)
        yield from (words for _, words in self.card)

    def said(self, called: Called, languages: Chain) -> PrintedFigure:
        """Return the figure as published; `called` gives the published name of a party."""
        rows = tuple(
            FigureRow(tuple(cell.said(called, languages) for cell in cells), count)
            for cells, count in self.rows
        )
        table = FigureTable(self.columns, rows) if rows else None
        return PrintedFigure(
            name=self.name.said(called, languages),
            value=self.value.said(called, languages),
            card=tuple((title, words.said(called, languages)) for title, words in self.card),
            table=table,
            chart=self.chart if table is not None else ChartKind.NONE,
            published=self.published,
            sources=self.sources,
        )


class FigureDrafter:
    """Drafts figures under one profile."""

    def __init__(self, facts: Facts, profile: Profile, languages: Chain, censor: Censor) -> None:
        self._profile, self._languages = profile, languages
        self._censor = censor
        self._values = Values(facts, profile, languages, censor)

    def drafts(self, figures: Iterable[AskedFigure], parts: Collection[Chapter]) -> tuple[DraftFigure, ...]:
        """Return the drafts of the figures in the same order.

        Raise FigureNotPublishable if a figure asks for what the profile withholds.
        """
        return tuple(self._draft(figure, charts=Chapter.CHARTS in parts) for figure in figures)

    def _draft(self, asked_figure: AskedFigure, *, charts: bool) -> DraftFigure:
        question = asked_figure.table.figure.question
        if question.suppress < LEAST and not asked_figure.small:
            raise ValueError("a figure that is published hides small counts")
        self._check(asked_figure)
        if not all(
            self._stands_apart(question.columns, cell.key) for cell in asked_figure.table.figure.cells
        ):
            raise ValueError("a figure that is published counts together what may not be told")
        conditions = ConditionWords(question.conditions, self._values)
        table = self._as_printed(asked_figure.table.figure, conditions)
        rows = tuple((self._cells(table, line), line.count) for line in self._ordered(table))
        titles = [self._in_each(partial(table.title, position)) for position in range(len(question.columns))]
        titles += [self._in_each(partial(said, f"figure.table.{code}")) for code in ("count", "percent")]
        chart = ChartKind.NONE
        if charts and len(question.columns) == 1 and sum(line.known for line in table.lines) > 1:
            chart = ChartKind.LINE if question.columns[0].sort is Sort.TIME else ChartKind.BARS
        name = conditions.put_into(self._in_each(partial(heading, table.figure)))
        if asked_figure.titled:
            name = Phrase.same(self._censor.redact(asked_figure.name))
        free = (*conditions.free, *self._free(table), *((name,) if asked_figure.titled else ()))
        return DraftFigure(
            name=name,
            value=Phrase.of(self._in_each(partial(value_words, table))),
            card=tuple(self._card(table, conditions)),
            free=free,
            hidden=table.hidden,
            columns=tuple(titles) if rows else (),
            rows=rows,
            chart=chart,
            counts=printed_counts(table),
        )

    def _as_printed(self, figure: Figure, conditions: ConditionWords) -> CountTable:
        """Compute the table again from its cells in printed order.

        Otherwise an order that readers must not learn could decide which counts are hidden.
        """
        columns = figure.question.columns

        def order_of(position: int, value: str) -> Order:
            return self._order_of(columns[position], value)

        cells = in_printed_order(figure.cells, order_of)
        return table_of(replace(figure, cells=cells, labels=conditions.labels))

    def _stands_apart(self, columns: Iterable[Dimension], key: Key) -> bool:
        values = zip(columns, key, strict=True)
        return all(
            value == OTHERS or self._values.told.apart(dimension, value) for dimension, value in values
        )

    # --- what may be asked ---

    def _check(self, asked_figure: AskedFigure) -> None:
        question = asked_figure.table.figure.question
        for dimension in question.dimensions:
            needed = _NEEDED.get(dimension.name)
            if dimension.name.startswith(CUSTOM) or needed is None or not self._lets_out(dimension, needed):
                raise FigureNotPublishable(figure=asked_figure.name, field=dimension.name)
        for condition in question.conditions:
            if not all(self._may_say(condition.dimension, value) for value in condition.values):
                raise FigureNotPublishable(figure=asked_figure.name, field=condition.dimension.name)

    def _lets_out(self, dimension: Dimension, needed: Iterable[str]) -> bool:
        profile = self._profile
        if dimension.sort is Sort.PLACE and profile.places not in _PLACES[dimension.name]:
            return False
        if dimension.name == "age" and profile.ages is AgeDetail.NONE:
            return False
        precise = {"year": 4, "month": 7}.get(dimension.name, 1)
        if dimension.sort is Sort.TIME and precise > _DIGITS[profile.event_dates]:
            return False
        return profile.fields.issuperset(needed)

    def _may_say(self, dimension: Dimension, value: str) -> bool:
        """Tell whether a value of a condition may be printed; typed text may not: it may contain anything."""
        if value == UNKNOWN or dimension.sort is Sort.NUMBER:
            return True
        if dimension.sort is Sort.TIME:
            return all(len(end) <= _DIGITS[self._profile.event_dates] for end in value.split("/"))
        return self._values.may_be_asked(dimension, value)

    # --- what is said ---

    def _cells(self, table: CountTable, line: FigureLine) -> tuple[Phrase, ...]:
        number = self._in_each(partial(number_words, line.count))
        labels = [self._label(table, position, value) for position, value in enumerate(line.key)]
        return (*labels, Phrase.of(number), Phrase.plain(percent_text(line.percent)))

    def _in_each(self, write: Callable[[str], str]) -> Labels:
        return in_each(self._languages, write)

    def _card(self, table: CountTable, conditions: ConditionWords) -> Iterator[tuple[Labels, Phrase]]:
        lines_by_language = {language: dict(lines(table, language)) for language in self._languages}
        for code in next(iter(lines_by_language.values())):
            if code != FIGURE:
                line = Labels((language, words[code]) for language, words in lines_by_language.items())
                yield self._in_each(partial(title, code)), conditions.put_into(line)

    def _label(self, table: CountTable, position: int, value: str) -> Phrase:
        dimension = table.figure.question.columns[position]
        if is_word(dimension, value):
            return self._values.in_table(dimension, value).phrase
        return Phrase.of(self._in_each(partial(table.label, position, value)))

    def _free(self, table: CountTable) -> Iterator[Phrase]:
        """Yield the words in the table that somebody typed at the desk."""
        for position, dimension in enumerate(table.figure.question.columns):
            for value in {
                line.key[position] for line in table.lines if is_word(dimension, line.key[position])
            }:
                printed = self._values.in_table(dimension, value)
                if printed.free:
                    yield printed.phrase

    def _ordered(self, table: CountTable) -> list[FigureLine]:
        """Return the lines in an order that follows from printed words, and never from ids or hidden
        counts.
        """
        columns = table.figure.question.columns
        largest_first = len(columns) == 1 and not _has_order(columns[0])

        def order(line: FigureLine) -> tuple[object, ...]:
            count = (line.count is None, -(line.count or 0))
            unknown = len(columns) == 1 and not line.known
            labels = [self._order_of(columns[position], value) for position, value in enumerate(line.key)]
            return unknown, count if largest_first else (), tuple(labels), count

        return sorted(table.lines, key=order)

    def _order_of(self, dimension: Dimension, value: str) -> Order:
        if is_word(dimension, value):
            return False, 0, self._values.in_table(dimension, value).phrase.order()
        if is_unknown(value):
            return True, 0, (value,)
        if dimension is PART:
            return False, int(value != IN_PART), ()
        number = range_of(dimension.name, value)[0] if dimension.sort is Sort.NUMBER else 0
        return False, number, (value,)


def _has_order(dimension: Dimension) -> bool:
    return dimension is PART or dimension.sort in (Sort.NUMBER, Sort.TIME)
