"""The figures chosen for a publication: answers to their saved questions, with small counts hidden."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from hrddesk.actions.analysis import figures
from hrddesk.actions.analysis.figure_reader import FigureReader
from hrddesk.analysis.figures.figure_questions import CountedUnit
from hrddesk.analysis.figures.figure_tables import Hidden
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.figures.figure_values import ToldValues
from hrddesk.redact.figures.figures import LEAST, AskedFigure
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job


@dataclass(frozen=True, slots=True)
class CloseCounts:
    """Two printed counts of which readers could compute the difference, although so small a count is hidden.

    `figure` and `other` are the names of two figures; `figure` counts everything that `other` counts, and
    `by` units more. If `other` is empty, the second count is the number of people who are printed.
    """

    figure: str
    other: str
    by: int


Admits = Callable[[Record], Record | None]


def ask(
    store: Store,
    names: Iterable[str],
    told_values: ToldValues,
    job: Job,
    *,
    today: date | None = None,
    admits: Admits | None = None,
    titled: bool = False,
    small: bool = False,
) -> tuple[AskedFigure, ...]:
    """Return the answers to saved figures in the order of `names`.

    Counts below five are hidden unless `small` is true, and so are other counts that would reveal them.
    Values that `told_values` does not allow in print are counted together as one. `admits` returns the part
    of a record that may be counted, or None. `today` is the day as of which statuses and ages are computed.
    With `titled`, figures are printed under their saved names. Raise RecordNotFound, AmbiguousReference, and
    InvalidValue for a figure that a newer program wrote.
    """
    reader, asked_figures = FigureReader(store=store, admits=admits, today=today, job=job), []
    for name in dict.fromkeys(names):
        called, question = figures.find(store, name)
        hiding = replace(question, suppress=0 if small else max(question.suppress, LEAST))
        asked_figures.append(AskedFigure(called, reader.ask(hiding, told_values.apart), titled, small))
    return tuple(asked_figures)


def counted(
    store: Store, figures_asked: Iterable[AskedFigure], hidden: Iterable[Hidden], admits: Admits | None = None
) -> list[dict[RecordId, int] | None]:
    """Return for each answer the counted records with their numbers of units, or None if its count is hidden.

    `hidden` says for each printed figure which of its counts are hidden in print. The figure's own table may
    hide fewer: which counts are hidden to protect small ones depends on the order of lines. Figures published
    by others are last in `hidden` and are not counted here.
    """
    return [
        None
        if in_print.itself
        else FigureReader(store=store, admits=admits, today=figure.table.figure.day).counted(
            figure.table.figure.question
        )
        for figure, in_print in zip(figures_asked, hidden, strict=False)
    ]


def close(
    store: Store,
    asked: Iterable[AskedFigure],
    hidden: Iterable[Hidden],
    people: Collection[RecordId],
    admits: Admits | None = None,
) -> list[CloseCounts]:
    """Return the pairs of printed counts whose difference is smaller than any count that may be printed.

    `hidden` is as in `counted`. `people` are the people who are printed beside the figures.
    """
    figures_asked = tuple(asked)
    counts_by_figure: list[tuple[str, CountedUnit, Mapping[RecordId, int]]] = [
        (figure.name, figure.table.figure.question.unit, counts)
        for figure, counts in zip(figures_asked, counted(store, figures_asked, hidden, admits), strict=True)
        if counts is not None
    ]
    return [*_of_two(counts_by_figure), *_of_people(counts_by_figure, people)]


def _of_two(
    counts_by_figure: Iterable[tuple[str, CountedUnit, Mapping[RecordId, int]]],
) -> Iterator[CloseCounts]:
    for (name, unit, counts), (other_name, other_unit, less) in permutations(counts_by_figure, 2):
        by = sum(counts.values()) - sum(less.values())
        if unit is other_unit and 0 < by < LEAST and all(counts.get(key, 0) >= n for key, n in less.items()):
            yield CloseCounts(name, other_name, by)


def _of_people(
    counts_by_figure: Iterable[tuple[str, CountedUnit, Mapping[RecordId, int]]], people: Collection[RecordId]
) -> Iterator[CloseCounts]:
    for name, unit, counts in counts_by_figure:
        by = sum(count for key, count in counts.items() if key not in people)
        if unit is CountedUnit.PERSONS and people and 0 < by < LEAST:
            yield CloseCounts(name, "", by)
