"""The building blocks that turn columns of the kit into fields, lists and labels of any kind of record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.errors import InvalidDate
from hrddesk.interop.columns import cells
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.dates import dates
from hrddesk.records.language import languages
from hrddesk.records.language.labels import is_code
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Value

FieldBuilder = Callable[[Cells, RowContext], Mapping[str, Value]]
ListBuilder = Callable[[Cells, RowContext], Sequence[Element]]


@dataclass(frozen=True, slots=True)
class FieldPart:
    """Columns that set fields of a record.

    `build` returns a value for each field that the columns set, None for an empty one.
    """

    columns: tuple[str, ...]
    build: FieldBuilder


@dataclass(frozen=True, slots=True)
class ListPart:
    """Columns that set one list of a record."""

    columns: tuple[str, ...]
    name: str
    build: ListBuilder


@dataclass(frozen=True, slots=True)
class LabelPart:
    """A column that sets the label of a record (its name for readers) in one language."""

    columns: tuple[str]
    language: str

    def build(self, row: Cells, _: RowContext) -> Mapping[str, Value]:
        """Return the label under its language, or None under its language if the cell is empty."""
        return {self.language: cell_at(row, self.columns[0]).strip() or None}


Part = FieldPart | ListPart | LabelPart


def cell_at(row: Cells, column: str) -> str:
    """Return the cell as typed, or an empty text if it is blank or missing."""
    text = row.get(column, "")
    return text if text.strip() else ""


def as_text(column: str, field: str = "") -> FieldPart:
    """Return the `FieldPart` of a column whose text is the value of a field.

    The field has the name of the column unless `field` gives another.
    """
    name = field or column
    return FieldPart((column,), lambda row, _: {name: cell_at(row, column) or None})


def as_texts(column: str) -> ListPart:
    """Return the `ListPart` of a column that holds a list of texts; the list has the name of the column."""
    return ListPart(
        (column,), column, lambda row, _: [{"text": item} for item in cells.split(row.get(column, ""))]
    )


def as_date(column: str) -> FieldPart:
    """Return the `FieldPart` of a column that holds a date; a date that is not understood is kept as
    typed.
    """

    def build(row: Cells, reader: RowContext) -> Mapping[str, Value]:
        return {column: checked_date(column, cell_at(row, column), reader) or None}

    return FieldPart((column,), build)


def checked_date(column: str, text: str, reader: RowContext) -> str:
    """Return the text of a date unchanged; add a warning if it is not understood as a date."""
    try:
        dates.parse(text)
    except InvalidDate as error:
        reader.warn(column, text, RemarkCode.DATE_NOT_UNDERSTOOD, error.details["why"])
    return text


def as_term(column: str, words: str) -> FieldPart:
    """Return the `FieldPart` of a column that holds a term of the vocabulary `words`."""
    return FieldPart(
        (column,), lambda row, reader: {column: coded(column, cell_at(row, column), words, reader)}
    )


def coded(column: str, text: str, name: str, reader: RowContext) -> str | None:
    """Return the code of a term; for a term that the vocabulary lacks, add a warning and return the text.

    An empty text gives None.
    """
    if not text:
        return None
    code = reader.words.load(name).code(text)
    if code is None:
        reader.warn(column, text, RemarkCode.UNKNOWN_TERM, name)
    return code or text


def as_flag(column: str, *, decides: bool = False) -> FieldPart:
    """Return the `FieldPart` of a column that holds yes, no or nothing.

    Any other word is ignored with a warning. `decides` marks a column that decides whether a name may be
    printed: there, any other word is an error.
    """

    def build(row: Cells, reader: RowContext) -> Mapping[str, Value]:
        word = cell_at(row, column).strip().casefold()
        answer = languages.yes_or_no(word)
        if word and answer is None:
            remark = reader.error if decides else reader.warn
            remark(column, word, RemarkCode.YES_OR_NO if decides else RemarkCode.LEFT_OUT)
        return {column: answer or None}

    return FieldPart((column,), build)


def as_language(column: str) -> FieldPart:
    """Return the `FieldPart` of a column that holds a language code."""

    def build(row: Cells, reader: RowContext) -> Mapping[str, Value]:
        code = cell_at(row, column).strip()
        if code and not is_code(code):
            reader.error(column, code, RemarkCode.BAD_LANGUAGE)
        return {column: code or None}

    return FieldPart((column,), build)


def as_number(column: str) -> FieldPart:
    """Return the `FieldPart` of a column that holds a whole number."""

    def build(row: Cells, reader: RowContext) -> Mapping[str, Value]:
        text = cell_at(row, column).strip()
        is_one = text.isascii() and text.removeprefix("-").isdecimal() and len(text) < _MOST_DIGITS
        if text and not is_one:
            reader.warn(column, text, RemarkCode.LEFT_OUT)
        return {column: int(text) if is_one else None}

    return FieldPart((column,), build)


_MOST_DIGITS: Final = 18  # what is shorter fits into 63 bits


def people_of(items: Iterable[str], column: str, roles: str, reader: RowContext) -> list[Element]:
    """Read items `key` or `key:role`; the role is of the vocabulary `roles`, the key may contain colons."""
    people: list[Element] = []
    for item in items:
        key, role = item.strip(), ""
        if not reader.is_party(key) and ":" in key:
            key, _, role = key.rpartition(":")
        party = reader.by_key(Kind.PARTY, column, key)
        if party is not None:
            people.append({"party": party, "role": coded(column, role, roles, reader)})
    return people


def _answers(row: Cells, reader: RowContext) -> Sequence[Element]:
    """Read items `key=answer`."""
    answers: list[Element] = []
    for item in cells.split(row.get("answers", "")):
        key, sign, answer = item.partition("=")
        if sign and key.strip() and answer:
            answers.append({"field": key.strip(), "answer": answer})
        else:
            reader.warn("answers", item, RemarkCode.LEFT_OUT)
    return answers


ANSWERS: Final = ListPart(("answers",), "values", _answers)


def remark_on_unknown(column: str, element: Element, name: str, called: str, reader: RowContext) -> None:
    """Add a warning if the vocabulary `name` does not have the code of an entry.

    If the entry has no code, its words are looked up instead. `called` names the vocabulary in the warning.
    """
    text = str(element.get("term") or element["raw"])
    if reader.words.load(name).code(text) is None:
        reader.warn(column, text, RemarkCode.UNKNOWN_TERM, called)
