"""The figures of a desk: compute a figure, save its question, compare it with published figures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.analysis.figure_reader import FigureReader
from hrddesk.actions.records.editing import edited
from hrddesk.analysis.figures import figure_questions
from hrddesk.analysis.figures.figure_card import card, number_words
from hrddesk.analysis.figures.figure_questions import FigureQuestion
from hrddesk.analysis.figures.figure_tables import CountTable, percent_text
from hrddesk.errors import AmbiguousReference, HrdDeskError, InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats import csv_tables, workbook_writing
from hrddesk.interop.formats.workbook_writing import Cell
from hrddesk.records.language.captions import said
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job, silent

ASKS: Final = "figure"
"""The value of `asks` in saved queries for figures."""
_NUMBER: Final = re.compile(r"([0-9][0-9,]{0,18}(\.[0-9]{1,6})?)\s*(%?)")


@dataclass(frozen=True, slots=True)
class Saved:
    """A question saved under a name. `question` is None if a newer program wrote it in a form unknown
    here.
    """

    id: RecordId
    name: str
    question: FigureQuestion | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure beside the desk's own figure of the same name; `ours` is None if there is none."""

    name: str
    published: Record
    ours: CountTable | None

    @property
    def agrees(self) -> bool | None:
        """Whether both figures are equal at the precision of the published one.

        A published `93%` agrees with every percentage that rounds to 93. None if one of the figures is not a
        number or is hidden.
        """
        match = _NUMBER.fullmatch(self.published.text("value").strip())
        if match is None or self.ours is None:
            return None
        printed_number, decimals = match[1].replace(",", ""), len(match[2] or ".") - 1
        if match[3]:
            percent = self.ours.percent
            return None if percent is None else percent_text(percent, decimals) == f"{printed_number} %"
        return None if self.ours.count is None or decimals else self.ours.count == int(printed_number)


def ask(store: Store, question: FigureQuestion, job: Job | None = None) -> CountTable:
    """Return the table of counts that answers a question, in printed form.

    `job` reports progress while statuses are computed.
    """
    return FigureReader(store=store, job=job or silent()).ask(question)


def write_table(
    table: CountTable, path: Path, language: str, name: str = "", *, as_workbook: bool = False
) -> None:
    """Write a table and its card to a new file for spreadsheet programs, as CSV or XLSX; it is not encrypted.

    Raise TargetExists, DiskFull, WriteFailed, TooLargeForWorkbook.
    """
    columns = [table.title(column, language) for column in range(len(table.figure.question.columns))]
    columns += [said(f"figure.table.{code}", language) for code in ("count", "possible", "percent")]
    rows: list[list[Cell]] = [
        [
            *(table.label(position, value, language) for position, value in enumerate(line.key)),
            _as_number(number_words(line.count, language).replace(",", "")),
            "" if line.possible is None else line.possible,
            percent_text(line.percent) if line.percent is not None else "",
        ]
        for line in table.lines
    ]
    rows.append([])
    rows += [[title, words] for title, words in card(table, language, name)]
    if as_workbook:
        data = workbook_writing.write([("figure", [columns, *rows])])
    else:
        data = csv_tables.write(columns, [list(map(str, row)) for row in rows])
    with files.told(path):
        files.write_new(path, lambda file: file.write(data))


def _as_number(words: str) -> Cell:
    """Return a printed count as a number, or unchanged if it is no number, such as a hidden count."""
    return int(words) if words.isascii() and words.isdecimal() else words


def save(session: Session, name: str, question: FigureQuestion) -> Outcome[RecordId]:
    """Save a question under a name, replacing one of the same name; raise InvalidValue."""
    called = name.strip()
    if not called:
        raise InvalidValue(field="name", why=Translatable("give the figure a name"))
    with session.store.change("figure.save") as change:
        same_named = _with_name(session.store, called)
        before = same_named[0] if same_named else Record(kind=Kind.QUERY, id=new_id())
        fields = {"name": called, "asks": ASKS, "query": question.text}
        record = edited(before, fields, {}, session.store.words())
        change.put(record)
    return Outcome(record.id, change.changes)


def saved(store: Store) -> list[Saved]:
    """Return the saved questions, by name."""
    saved_figures = [Saved(item.id, item.text("name"), _question(item)) for item in _all(store)]
    return sorted(saved_figures, key=lambda item: (item.name.casefold(), item.id))


def find(store: Store, name: str) -> tuple[str, FigureQuestion]:
    """Return the name of a saved question, as it was saved, and the question.

    Raise RecordNotFound or AmbiguousReference. Raise InvalidValue for a question that a newer program wrote.
    """
    record = _one(store, name)
    return record.text("name"), figure_questions.parse(record.text("query"))


def remove(session: Session, name: str) -> Outcome[None]:
    """Delete the saved question with a given name; raise RecordNotFound, AmbiguousReference."""
    with session.store.change("figure.remove") as change:
        change.delete(_one(session.store, name).id)
    return Outcome(None, change.changes)


def _one(store: Store, name: str) -> Record:
    same_named = _with_name(store, name.strip())
    if not same_named:
        raise RecordNotFound(ref=name)
    if len(same_named) > 1:
        raise AmbiguousReference(ref=name, count=len(same_named))
    return same_named[0]


def compare(store: Store, names: Iterable[str] = (), job: Job | None = None) -> list[Comparison]:
    """Return the published figures, each beside the desk's own figure of the same name.

    If `names` are given, only the published figures with these names are returned.
    """
    reader = FigureReader(store=store, job=job or silent())
    wanted_names = {name.casefold() for name in names}
    ours = {item.name.casefold(): item.question for item in saved(store) if item.question is not None}
    comparisons = []
    for published in store.all(Kind.FIGURE):
        name = published.text("name")
        if wanted_names and name.casefold() not in wanted_names:
            continue
        question = ours.get(name.casefold())
        if question is not None and not question.as_of:
            question = _as_of(question, published.text("as_of"))
        comparisons.append(Comparison(name, published, None if question is None else reader.ask(question)))
    return comparisons


def published_document(record: Record) -> dict[str, Any]:
    """Return a published figure as JSON values."""
    return {
        name: record.text(name) or None
        for name in ("name", "value", "unit", "denominator", "as_of", "definition", "kind")
    }


def _all(store: Store) -> Iterable[Record]:
    return (item for item in store.all(Kind.QUERY) if item.text("asks") == ASKS)


def _with_name(store: Store, name: str) -> list[Record]:
    return [item for item in _all(store) if item.text("name").casefold() == name.casefold()]


def _as_of(question: FigureQuestion, text: str) -> FigureQuestion:
    try:
        return question.at(as_of=text)
    except HrdDeskError:
        return question  # others may say "spring 2020"


def _question(record: Record) -> FigureQuestion | None:
    try:
        return figure_questions.parse(record.text("query"))
    except HrdDeskError:
        return None
