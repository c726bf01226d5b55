"""The figures that somebody chose for a publication, asked as they were saved but for small counts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import permutations

from hrddesk.actions import figures
from hrddesk.actions.figure_book import FigureBook
from hrddesk.analysis.questions import Unit
from hrddesk.jobs import Job
from hrddesk.records.record import RecordId
from hrddesk.redact.figure_values import ToldValues
from hrddesk.redact.figures import LEAST, AskedFigure
from hrddesk.store.store import Store


@dataclass(frozen=True, slots=True)
class CloseCounts:
    """Two counts that are printed and differ by so few that these would be hidden: readers subtract.

    All that `other` counts is in `figure` as well. `other` is empty for the people that are printed.
    """

    figure: str
    other: str
    by: int


def ask(
    store: Store, names: Iterable[str], told: ToldValues, job: Job, *, titled: bool = False
) -> tuple[AskedFigure, ...]:
    """Return the answers to saved figures in this order, counts below five hidden with what gives them away.

    What is not `told` is counted together. `titled`: they are printed under the names that they have here.
    Raise RecordNotFound, AmbiguousReference, and InvalidValue for one that a newer program wrote.
    """
    book, made = FigureBook(), []
    for name in dict.fromkeys(names):
        called, question = figures.find(store, name)
        hiding = replace(question, suppress=max(question.suppress, LEAST))
        made.append(AskedFigure(called, book.ask(store, hiding, job, told.apart), titled))
    return tuple(made)


def counted(store: Store, asked: Iterable[AskedFigure]) -> list[dict[RecordId, int] | None]:
    """Return of each answer which records it counts, each with how many; None where the count is hidden."""
    book = FigureBook()
    return [
        None if figure.table.count is None else book.counted(store, figure.table.figure.question)
        for figure in asked
    ]


def close(store: Store, asked: Iterable[AskedFigure], people: Collection[RecordId]) -> list[CloseCounts]:
    """Return which counts of figures tell, one less the other, of fewer than are counted anywhere.

    `people` are those that are printed beside the figures.
    """
    figures_asked = tuple(asked)
    found: list[tuple[str, Unit, Mapping[RecordId, int]]] = [
        (figure.name, figure.table.figure.question.unit, of)
        for figure, of in zip(figures_asked, counted(store, figures_asked), strict=True)
        if of is not None
    ]
    return [*_of_two(found), *_of_people(found, people)]


def _of_two(found: Iterable[tuple[str, Unit, Mapping[RecordId, int]]]) -> Iterator[CloseCounts]:
    for (name, unit, of), (other, other_unit, less) in permutations(found, 2):
        by = sum(of.values()) - sum(less.values())
        if unit is other_unit and 0 < by < LEAST and all(of.get(key, 0) >= n for key, n in less.items()):
            yield CloseCounts(name, other, by)


def _of_people(
    found: Iterable[tuple[str, Unit, Mapping[RecordId, int]]], people: Collection[RecordId]
) -> Iterator[CloseCounts]:
    for name, unit, of in found:
        by = sum(count for key, count in of.items() if key not in people)
        if unit is Unit.PERSONS and people and 0 < by < LEAST:
            yield CloseCounts(name, "", by)
