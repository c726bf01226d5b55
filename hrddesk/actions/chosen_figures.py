"""The figures that somebody chose for a publication, asked as they were saved but for small counts."""

from collections.abc import Iterable
from dataclasses import replace

from hrddesk.actions import figures
from hrddesk.actions.figure_book import FigureBook
from hrddesk.jobs import Job
from hrddesk.records.record import RecordId
from hrddesk.redact.figure_values import ToldValues
from hrddesk.redact.figures import LEAST, AskedFigure
from hrddesk.store.store import Store


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
