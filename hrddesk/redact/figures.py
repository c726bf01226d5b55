"""Figures on their way into a publication: what they ask must be allowed, what they say passes the censor.

A figure counts records, and so do not those alone that the profile lets out. What it is split by and which
conditions it has is held to the allow-list: nobody learns of ages by a figure where ages are held back.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from hrddesk.analysis.dimensions import CUSTOM, PART, Dimension, Sort
from hrddesk.analysis.figure_card import FIGURE_TITLE, card, number_words, value_words
from hrddesk.analysis.figure_tables import Line, Table, percent_text
from hrddesk.analysis.questions import UNKNOWN
from hrddesk.analysis.verdicts import is_unknown
from hrddesk.errors import FigureNotPublishable
from hrddesk.records.kinds import Kind
from hrddesk.records.names import normalise
from hrddesk.records.record import RecordId
from hrddesk.redact.bilingual import Bilingual
from hrddesk.redact.censor import Censor
from hrddesk.redact.chapters import ChartKind, FigureRow, FigureTable, Part, PrintedFigure
from hrddesk.redact.facts import Facts
from hrddesk.redact.pieces import Called, Phrase, Pieces
from hrddesk.redact.places import names_told
from hrddesk.redact.profiles import AgeDetail, DateDetail, PlaceDetail, Profile
from hrddesk.redact.terms import Terms

LEAST: Final = 5
"""Smaller counts are hidden in whatever is published."""
OTHER_WORDS: Final = Bilingual("other words", "其他说法")
_NUMBER: Final = (Bilingual("Number", "数目"), Bilingual("Per cent", "百分比"))
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "type": ("event.type",),
    "form": ("event.form",),
    "charge": ("event.charges",),
    "penalty": ("event.penalties",),
    "months": ("event.penalties",),
    **dict.fromkeys(("platform", "method", "denial", "circumstance"), ("event.terms",)),
    "assertion": ("event.assertion",),
    **dict.fromkeys(("place", "province", "prefecture"), ("event.place",)),
    **dict.fromkeys(("date", "month", "year"), ("event.date",)),
    **dict.fromkeys(("status", "reason", "stage"), ("event.type", "event.date")),
    "custody": ("event.type", "event.date", "event.form"),
    **dict.fromkeys(("sentence", "term"), ("event.type", "event.date", "event.penalties")),
    **{name: (f"party.{name}",) for name in ("sex", "ethnicity", "age")},
    **{name: (f"party.terms.{name}",) for name in ("occupation", "cause", "religion")},
}
"""What a profile must let out for a figure to ask for something. What is not here is in no publication: tags,
sources, data sets and a desk's own fields are words for the desk alone."""
_COARSE: Final = frozenset(PlaceDetail) - {PlaceDetail.NONE}
_PLACES: Final = {
    "province": _COARSE,
    "prefecture": _COARSE - {PlaceDetail.PROVINCE},
    "place": frozenset({PlaceDetail.AS_RECORDED}),
}
"""By what detail of places a profile lets out that a figure goes by them."""
_DIGITS: Final = {DateDetail.NONE: 0, DateDetail.YEAR: 4, DateDetail.MONTH: 7, DateDetail.DAY: 10}


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """A figure that somebody chose, and its answer; small counts must be hidden in that."""

    name: str
    table: Table


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A figure as it will be published, except that nobody is called anything yet."""

    name: Phrase
    value: Bilingual
    card: tuple[tuple[Bilingual, Phrase], ...]
    columns: tuple[Phrase, ...]
    rows: tuple[tuple[tuple[Phrase, ...], int | None], ...]
    chart: ChartKind

    def phrases(self) -> Iterator[Phrase]:
        """Yield everything in which somebody may be mentioned."""
        yield self.name
        yield from (words for _, words in self.card)
        yield from self.columns
        for cells, _ in self.rows:
            yield from cells

    def said(self, called: Called) -> PrintedFigure:
        """Return the figure as published."""
        rows = tuple(
            FigureRow(tuple(cell.said(called) for cell in cells), count) for cells, count in self.rows
        )
        table = FigureTable(tuple(column.said(called) for column in self.columns), rows) if rows else None
        return PrintedFigure(
            self.name.said(called),
            self.value,
            tuple((title, words.said(called)) for title, words in self.card),
            table,
            self.chart if table is not None else ChartKind.NONE,
        )


class FigureDrafter:
    """Makes drafts of figures after one profile."""

    def __init__(self, facts: Facts, profile: Profile, censor: Censor) -> None:
        self._facts = facts
        self._profile = profile
        self._censor = censor
        self._terms = Terms(facts)

    @cached_property
    def _told_places(self) -> frozenset[str]:
        places = self._facts.all(Kind.PLACE)
        return frozenset(normalise(name) for place in places for name in names_told(place, self._profile))

    def drafts(self, figures: Iterable[AskedFigure], parts: Collection[Part]) -> tuple[DraftFigure, ...]:
        """Return the drafts in their order; raise FigureNotPublishable."""
        return tuple(self._draft(figure, charts=Part.CHARTS in parts) for figure in figures)

    def _draft(self, asked: AskedFigure, *, charts: bool) -> DraftFigure:
        table = asked.table
        question = table.figure.question
        if question.suppress < LEAST:
            raise ValueError("a figure that is published hides small counts")
        self._check(asked)
        lines = self._ordered(table)
        columns = [
            self._phrase(table.title(at, "en"), table.title(at, "zh")) for at in range(len(question.columns))
        ]
        rows = tuple((self._cells(table, line), line.count) for line in lines)
        chart = ChartKind.NONE
        if charts and len(question.columns) == 1 and sum(line.known for line in lines) > 1:
            chart = ChartKind.LINE if question.columns[0].sort is Sort.TIME else ChartKind.BARS
        return DraftFigure(
            Phrase.same(self._censor.redact(asked.name)),
            Bilingual(value_words(table, "en"), value_words(table, "zh")),
            tuple(self._card(table)),
            (*columns, *map(Phrase.plain, _NUMBER)) if rows else (),
            rows,
            chart,
        )

    def _card(self, table: Table) -> Iterator[tuple[Bilingual, Phrase]]:
        for (title, words), (title_zh, words_zh) in zip(card(table, "en"), card(table, "zh"), strict=True):
            if title != FIGURE_TITLE:
                yield Bilingual(title, title_zh), self._phrase(words, words_zh)

    # --- what may be asked ---

    def _check(self, asked: AskedFigure) -> None:
        question = asked.table.figure.question
        for dimension in question.dimensions:
            needed = _NEEDED.get(dimension.name)
            if dimension.name.startswith(CUSTOM) or needed is None or not self._lets_out(dimension, needed):
                raise FigureNotPublishable(figure=asked.name, field=dimension.name)
        for condition in question.conditions:
            if not all(self._may_say(condition.dimension, value) for value in condition.values):
                raise FigureNotPublishable(figure=asked.name, field=condition.dimension.name)

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
        """Tell whether a condition may be put in words: what is typed freely may hold anything."""
        if value == UNKNOWN or dimension.sort is Sort.NUMBER:
            return True
        if dimension.sort is Sort.TIME:
            return all(len(end) <= _DIGITS[self._profile.event_dates] for end in value.split("/"))
        if dimension.sort is Sort.PLACE:
            return normalise(value) in self._told_places
        return not dimension.vocabulary or self._terms.find(dimension.vocabulary, value) is not None

    # --- what is said ---

    def _cells(self, table: Table, line: Line) -> tuple[Phrase, ...]:
        number = Bilingual(number_words(line.count, "en"), number_words(line.count, "zh"))
        percent = percent_text(line.percent)
        labels = [self._label(table, at, value) for at, value in enumerate(line.key)]
        return (*labels, Phrase.plain(number), Phrase.plain(Bilingual(percent, percent)))

    def _label(self, table: Table, at: int, value: str) -> Phrase:
        dimension = table.figure.question.columns[at]
        said = table.label(at, value, "en"), table.label(at, value, "zh")
        if is_unknown(value) or _has_order(dimension):
            return self._phrase(*said)
        if dimension.sort is Sort.PLACE:
            return self._place(value) or Phrase.plain(OTHER_WORDS)
        if dimension.vocabulary:
            term = self._terms.find(dimension.vocabulary, value)
            return Phrase.plain(OTHER_WORDS) if term is None else self._phrase(term[1].en, term[1].zh)
        return self._phrase(*said)

    def _place(self, value: str) -> Phrase | None:
        """Return the name of a place that may be told; None for another, and for words that are no place."""
        place = self._facts.records.get(RecordId(value))
        if place is None or place.kind is not Kind.PLACE:
            return None
        names = names_told(place, self._profile)
        return self._phrase(names[0], names[-1]) if names else None

    def _phrase(self, en: str, zh: str) -> Phrase:
        return Phrase(self._censor.redact(en), self._censor.redact(zh))

    def _ordered(self, table: Table) -> list[Line]:
        """Return the lines in an order that follows from what is printed: never from ids or hidden counts."""
        columns = table.figure.question.columns
        largest_first = len(columns) == 1 and not _has_order(columns[0])

        def order(line: Line) -> tuple[object, ...]:
            count = (line.count is None, -(line.count or 0))
            unknown = len(columns) == 1 and not line.known
            labels = [self._order_of(table, at, value) for at, value in enumerate(line.key)]
            return unknown, count if largest_first else (), *labels, count

        return sorted(table.lines, key=order)

    def _order_of(self, table: Table, at: int, value: str) -> tuple[bool, int, str, str]:
        if _has_order(table.figure.question.columns[at]):
            return is_unknown(value), table.values(at).index(value), "", ""
        phrase = self._label(table, at, value)
        return is_unknown(value), 0, _plain(phrase.en), _plain(phrase.zh)


def _has_order(dimension: Dimension) -> bool:
    return dimension is PART or dimension.sort in (Sort.NUMBER, Sort.TIME)


def _plain(pieces: Pieces) -> str:
    return "".join(piece if isinstance(piece, str) else "?" for piece in pieces)
