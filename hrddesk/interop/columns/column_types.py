"""What one column of the kit makes of a record, whatever kind of record it is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.errors import InvalidDate
from hrddesk.interop.columns import cells as cell
from hrddesk.interop.columns.reader import Cells, ColumnReader
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.dates import dates
from hrddesk.records.language import languages
from hrddesk.records.language.labels import is_code
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Value

FieldBuilder = Callable[[Cells, ColumnReader], Mapping[str, Value]]
ListBuilder = Callable[[Cells, ColumnReader], Sequence[Element]]


@dataclass(frozen=True, slots=True)
class FieldPart:
    """Columns that make fields; the builder names every field that it governs, None where it is unset."""

    columns: tuple[str, ...]
    build: FieldBuilder


@dataclass(frozen=True, slots=True)
class ListPart:
    """Columns that make one list."""

    columns: tuple[str, ...]
    name: str
    build: ListBuilder


@dataclass(frozen=True, slots=True)
class LabelPart:
    """A column that makes the label of one language; the builder names that language."""

    columns: tuple[str]
    language: str

    def build(self, row: Cells, _: ColumnReader) -> Mapping[str, Value]:
        """Return the label, None where the cell is empty."""
        return {self.language: cell_at(row, self.columns[0]).strip() or None}


Part = FieldPart | ListPart | LabelPart


def cell_at(row: Cells, column: str) -> str:
    """Return a cell, empty when it is blank; what is not blank stays as it was typed."""
    text = row.get(column, "")
    return text if text.strip() else ""


def as_text(column: str, field: str = "") -> FieldPart:
    """Return the part of a column whose words are a field, of the same name where none is given."""
    name = field or column
    return FieldPart((column,), lambda row, _: {name: cell_at(row, column) or None})


def as_texts(column: str) -> ListPart:
    """Return the part of a column that holds a list of words, of the same name."""
    return ListPart(
        (column,), column, lambda row, _: [{"text": item} for item in cell.split(row.get(column, ""))]
    )


def as_date(column: str) -> FieldPart:
    """Return the part of a column that holds a date; one that is not understood stays as it was typed."""

    def build(row: Cells, reader: ColumnReader) -> Mapping[str, Value]:
        return {column: checked_date(column, cell_at(row, column), reader) or None}

    return FieldPart((column,), build)


def checked_date(column: str, text: str, reader: ColumnReader) -> str:
    """Return the words of a date, with a remark where they are none."""
    try:
        dates.parse(text)
    except InvalidDate as error:
        reader.warn(column, text, RemarkCode.DATE_NOT_UNDERSTOOD, error.details["why"])
    return text


def as_term(column: str, words: str) -> FieldPart:
    """Return the part of a column that holds a word of the vocabulary `words`."""
    return FieldPart(
        (column,), lambda row, reader: {column: coded(column, cell_at(row, column), words, reader)}
    )


def coded(column: str, text: str, name: str, reader: ColumnReader) -> str | None:
    """Return the code of a word, or the word itself, with a remark, where its vocabulary has no such one."""
    if not text:
        return None
    code = reader.words.load(name).code(text)
    if code is None:
        reader.warn(column, text, RemarkCode.UNKNOWN_TERM, name)
    return code or text


def as_flag(column: str, *, decides: bool = False) -> FieldPart:
    """Return the part of a column that says yes or nothing.

    Another word is left out with a remark; where it `decides` about a name, it is an error.
    """

    def build(row: Cells, reader: ColumnReader) -> Mapping[str, Value]:
        word = cell_at(row, column).strip().casefold()
        answer = languages.yes_or_no(word)
        if word and answer is None:
            remark = reader.error if decides else reader.warn
            remark(column, word, RemarkCode.YES_OR_NO if decides else RemarkCode.LEFT_OUT)
        return {column: answer or None}

    return FieldPart((column,), build)


def as_language(column: str) -> FieldPart:
    """Return the part of a column that holds the code of a language."""

    def build(row: Cells, reader: ColumnReader) -> Mapping[str, Value]:
        code = cell_at(row, column).strip()
        if code and not is_code(code):
            reader.error(column, code, RemarkCode.BAD_LANGUAGE)
        return {column: code or None}

    return FieldPart((column,), build)


def as_number(column: str) -> FieldPart:
    """Return the part of a column that holds a whole number."""

    def build(row: Cells, reader: ColumnReader) -> Mapping[str, Value]:
        text = cell_at(row, column).strip()
        is_one = text.isascii() and text.removeprefix("-").isdecimal() and len(text) < _MOST_DIGITS
        if text and not is_one:
            reader.warn(column, text, RemarkCode.LEFT_OUT)
        return {column: int(text) if is_one else None}

    return FieldPart((column,), build)


_MOST_DIGITS: Final = 18  # what is shorter fits into 63 bits


def people_of(items: Iterable[str], column: str, roles: str, reader: ColumnReader) -> list[Element]:
    """Read items `key` or `key:role`, a role of the vocabulary `roles`; a key may hold a colon itself."""
    people: list[Element] = []
    for item in items:
        key, role = item.strip(), ""
        if not reader.is_party(key) and ":" in key:
            key, _, role = key.rpartition(":")
        party = reader.by_key(Kind.PARTY, column, key)
        if party is not None:
            people.append({"party": party, "role": coded(column, role, roles, reader)})
    return people


def _answers(row: Cells, reader: ColumnReader) -> Sequence[Element]:
    """Read items `key=answer`."""
    answers: list[Element] = []
    for item in cell.split(row.get("answers", "")):
        key, sign, answer = item.partition("=")
        if sign and key.strip() and answer:
            answers.append({"field": key.strip(), "answer": answer})
        else:
            reader.warn("answers", item, RemarkCode.LEFT_OUT)
    return answers


ANSWERS: Final = ListPart(("answers",), "values", _answers)


def remark_on_unknown(column: str, element: Element, name: str, called: str, reader: ColumnReader) -> None:
    """Remark on an entry whose code, or whose words without one, the vocabulary `name` does not have."""
    text = str(element.get("term") or element["raw"])
    if reader.words.load(name).code(text) is None:
        reader.warn(column, text, RemarkCode.UNKNOWN_TERM, called)
