"""The application of a row of a kit to its record.

Only values that are new or have changed since the last import are applied, so that changes made on the desk
remain.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from hrddesk.interop.columns import cells as cell
from hrddesk.interop.columns.column_types import FieldPart, LabelPart, ListPart, Part
from hrddesk.interop.columns.reader import RowContext
from hrddesk.interop.columns.visibility import visibility_of
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model import levels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import BLOCKS, TEXTS, WHOLE_RECORD, Kind
from hrddesk.records.model.record import (
    Element,
    Record,
    RecordId,
    Value,
    canonical_json,
    key_element_id,
    natural_id,
)
from hrddesk.records.terms.vocabulary import FIELDS
from hrddesk.records.terms.words import Words


@dataclass(frozen=True, slots=True)
class ImportKey:
    """The key of an imported record, by which a second import of the same row finds the record."""

    source: str
    file: str
    key: str


@dataclass(slots=True, kw_only=True)
class RowRecord:
    """The record that a row describes: a new or a stored one."""

    key: ImportKey
    id: RecordId
    before: Record | None
    base: Mapping[str, str] | None
    is_anothers: bool = False
    """Whether `before` has the row's key from another desk; the match is valid only while their contents
    agree.
    """


_IN_WORDS: Final[Mapping[str, Callable[[Element], str]]] = {
    "terms": cell.words_of,
    "charges": cell.words_of,
    "penalties": cell.words_of_penalty,
}
"""The lists whose entries are identified by their words, each with a function that returns these words."""
_FOLLOWS: Final = frozenset({"term", *cell.MEANING})
"""The fields of such an entry whose values are derived from the words."""


def says_the_same(
    record: Record, parts: Iterable[Part], cells: Mapping[str, str], silent: RowContext
) -> bool:
    """Tell whether a record contains everything in a row; the record may contain more."""
    for part in parts:
        if isinstance(part, ListPart):
            stored = _elements(record, part.name)
            new = [_bare(element) for element in part.build(cells, silent)]
            stored_keys = {_said(part.name, element) for element in stored}
            if any(_said(part.name, element) not in stored_keys for element in new):
                return False
            if _with_codes(record.kind, part.name, (), new, stored, silent.words) != stored:
                return False
        else:
            stored_values = _values(record, part)
            row_values = part.build(cells, silent).items()
            if any(value not in (None, stored_values.get(name)) for name, value in row_values):
                return False
    return True


def _values(record: Record, part: FieldPart | LabelPart) -> Mapping[str, Value]:
    return record.labels if isinstance(part, LabelPart) else record.fields


def _with_values(record: Record, part: FieldPart | LabelPart, values: Mapping[str, Value]) -> Record:
    if isinstance(part, LabelPart):
        return record.with_labels({code: str(text or "") for code, text in values.items()})
    return record.with_fields(**values)


def _changed(columns: Sequence[str], cells: Mapping[str, str], base: Mapping[str, str]) -> bool:
    return any(c in cells and cells[c] != base.get(c, "") for c in columns)


def applied(
    record: Record,
    part: Part,
    cells: Mapping[str, str],
    known_row: RowRecord,
    reader: RowContext,
    silent: RowContext,
) -> Record:
    """Return the record with the values of the row that are new or have changed since the last import."""
    base = None if known_row.before is None else known_row.base
    if base is not None and not _changed(part.columns, cells, base):
        return record
    if isinstance(part, ListPart):
        old = [] if base is None else [_bare(element) for element in part.build(base, silent)]
        new = [_bare(element) for element in part.build(cells, reader)]
        if base is None and not new:
            return record
        stored = _elements(record, part.name)
        if base is None:  # as with fields, what an empty cell does not say stays
            same = {element["id"]: element for element in stored if "id" in element}
            new = [{**same.get(element.get("id"), {}), **element} for element in new]
        for code in _conflicts(part.name, old, new, stored):
            is_folded = part.name in (TEXTS, BLOCKS)  # as a column stands their file
            column = part.columns[0].lower() if is_folded else part.columns[0]
            reader.warn(column, "" if is_folded else cells.get(column, ""), code)
        coded = _with_codes(record.kind, part.name, old, new, stored, reader.words)
        if not _bring_anything(part.name, old, new, stored, is_first=base is None):  # nor another order
            return record if coded == stored else record.with_elements(part.name, coded)
        return record.with_elements(part.name, _merged(part.name, old, new, coded))
    values = part.build(cells, reader)
    if base is None:
        row_values = {name: value for name, value in values.items() if value is not None}
        return _with_values(record, part, row_values) if row_values else record
    before = part.build(base, silent)
    for name, value in values.items():
        current = _values(record, part).get(name)
        if current not in (before.get(name), value):
            reader.warn(part.columns[0], cells.get(part.columns[0], ""), RemarkCode.CHANGED_HERE_TOO)
    return _with_values(record, part, values)


def _elements(record: Record, name: str) -> list[Element]:
    """Return the entries of a list as `build` returns them from a row; texts and blocks include their id."""
    if name in (TEXTS, BLOCKS):
        return [{**_bare(element), "id": key} for key, element in record.elements(name)]
    return [_bare(element) for element in record.values(name)]


def _bare(element: Element) -> Element:
    return {name: value for name, value in element.items() if value not in (None, "") and name != "pos"}


def _typed(name: str, element: Element) -> Element:
    """Return an entry without its codes and numbers, which are derived from its words.

    An entry that a user chose in a form has no words of its own: it gets the words that an export would
    write. Only the lists in `_IN_WORDS` have such entries; an entry of any other list is unchanged.
    """
    if name not in _IN_WORDS:
        return element
    return {
        **{part: value for part, value in element.items() if part not in _FOLLOWS},
        "raw": _IN_WORDS[name](element),
    }


def _said(name: str, element: Element) -> bytes:
    """Return the words of an entry as bytes, by which entries are compared."""
    return canonical_json(_typed(name, element))


def _numbered(name: str, elements: Iterable[Element]) -> dict[tuple[bytes, int], Element]:
    """Return the entries by their words and by how many earlier entries have the same words."""
    counted = Counter[bytes]()
    numbered: dict[tuple[bytes, int], Element] = {}
    for element in elements:
        key = _said(name, element)
        numbered[key, counted[key]] = element
        counted[key] += 1
    return numbered


def _with_codes(
    kind: Kind,
    name: str,
    old: Iterable[Element],
    new: Iterable[Element],
    stored: Sequence[Element],
    words: Words,
) -> list[Element]:
    """Return the stored entries, with the codes that the file has changed since the last import.

    For an entry that is not in the last import (`old`), only a code that differs from the one that follows
    from the words of the entry counts as changed.
    """
    if name not in _IN_WORDS:
        return [*stored]
    former = _numbered(name, old)
    chosen: dict[tuple[bytes, int], Element] = {}
    for key, element in _numbered(name, new).items():
        before = _codes(former[key]) if key in former else _following(kind, name, element, words)
        if _codes(element) != before:
            chosen[key] = _codes(element)
    return [
        {**{part: item for part, item in element.items() if part not in _FOLLOWS}, **chosen[key]}
        if key in chosen
        else element
        for key, element in _numbered(name, stored).items()
    ]


def _codes(element: Element) -> Element:
    """Return the codes and numbers of an entry, without its words."""
    return {part: item for part, item in _bare(element).items() if part in _FOLLOWS}


def _following(kind: Kind, name: str, element: Element, words: Words) -> Element:
    """Return the codes and numbers that are derived from the words of an entry."""
    if name == "penalties":
        return _codes(cell.penalty_of(cell.words_of_penalty(element), words)[0])
    vocabulary = FIELDS.get(f"{kind}.{name}.term") or str(element.get("vocabulary") or "")
    return _bare({"term": cell.follows_from(element, vocabulary, words)})


def _merged(
    name: str, old: Sequence[Element], new: Sequence[Element], stored: Sequence[Element]
) -> list[Element]:
    """Return the entries of the file without those that the desk removed, followed by those that the desk
    added.

    Of two entries that exclude each other, such as two answers to one question, the file's entry wins.
    """
    key_of = partial(_said, name)
    ours, former = _numbered(name, stored), {*map(key_of, old)}
    removed_keys = former - {*map(key_of, stored)}
    merged = [ours.get(key, item) for key, item in _numbered(name, new).items() if key[0] not in removed_keys]
    taken, brought = {_which(name, element) for element in merged} - {None}, former.union(map(key_of, new))
    return merged + [
        element for element in stored if key_of(element) not in brought and _which(name, element) not in taken
    ]


def _bring_anything(
    name: str, old: Sequence[Element], new: Sequence[Element], stored: Sequence[Element], *, is_first: bool
) -> bool:
    """Tell whether the file adds, removes or reorders entries; a first import removes and reorders none."""
    former, theirs, ours = ([_said(name, element) for element in each] for each in (old, new, stored))
    brought, stored_keys = frozenset(theirs), frozenset(ours)
    if not brought <= stored_keys:
        return True
    moved = [key for key in ours if key in brought] != theirs
    return not is_first and (moved or not stored_keys.isdisjoint(frozenset(former) - brought))


def _conflicts(
    name: str, old: Sequence[Element], new: Sequence[Element], stored_entries: Sequence[Element]
) -> Iterable[RemarkCode]:
    """Yield the code of the warning if the file and the desk changed the same earlier entry differently."""
    former = {_said(name, element) for element in old}
    theirs, ours = ({_said(name, element): element for element in each} for each in (new, stored_entries))
    if former <= theirs.keys() | ours.keys():
        return
    put_in, own = theirs.keys() - former, ours.keys() - former
    if put_in == own:
        return
    single = {_which(name, theirs[key]) for key in put_in} & {_which(name, ours[key]) for key in own}
    yield RemarkCode.CHANGED_HERE_TOO if single - {None} else RemarkCode.ENTRY_CHANGED_HERE_TOO


def _which(name: str, element: Element) -> str | None:
    """Return the identity of an entry that can occur only once in its list; None for other entries."""
    return str(element["id"]) if "id" in element else natural_id(name, element)


def with_levels(
    record: Record, cells: Mapping[str, str], known_row: RowRecord, reader: RowContext, silent: RowContext
) -> Record:
    """Return the record with the visibility levels of the row.

    If the row no longer states a level that it stated in the last import, the default level returns
    only if the stated level was public: an omitted word must never make confidential content visible.
    """
    base = None if known_row.before is None else known_row.base
    if base is not None and not _changed(("visibility",), cells, base):
        return record
    new = visibility_of(cells, record.kind, reader)
    old = {} if base is None else visibility_of(base, record.kind, silent)
    dropped = {name for name, level in old.items() if level is Visibility.PUBLIC and name not in new}
    kept_levels = {
        name: element
        for name, element in record.lists.get("visibility", {}).items()
        if name not in dropped or element.get("level") != Visibility.PUBLIC
    }
    lists = {**record.lists, "visibility": kept_levels}
    record = replace(record, lists={name: elements for name, elements in lists.items() if elements})
    for name, level in new.items():
        record = record.with_visibility(level, name)
    return record


@dataclass(frozen=True, slots=True)
class WholeLevel:
    """The visibility level for a whole import; `level` is None if the user chose none."""

    level: Visibility | None = None
    loosen: bool = False
    """Whether the level may also make stored records more visible."""

    def given(self, record: Record, before: Record | None, levelled_fields: Collection[str]) -> Record:
        """Return the record with the level of the whole import.

        Nothing changes if the row states a level for the record. Otherwise a record without a level gets this
        level. A stored record (`before`) that has a level gets this one if it is stricter, or if `loosen` is
        set. In a stored record, a field with a looser level also gets this level, unless the row states the
        level of the field. `levelled_fields` are the fields, or `WHOLE_RECORD`, for which the row states one.
        """
        if self.level is None or WHOLE_RECORD in levelled_fields:
            return record
        named = record.lists.get("visibility", {})
        record_level = record.visibility(WHOLE_RECORD)
        if WHOLE_RECORD not in named and record_level is not self.level:
            record = record.with_visibility(self.level)
        if before is None:
            return record
        if levels.is_stricter(self.level, record_level) or (self.loosen and record_level is not self.level):
            record = record.with_visibility(self.level)
        for name in named:
            if name not in levelled_fields and levels.is_stricter(self.level, record.visibility(name)):
                record = record.with_visibility(self.level, name)
        return record

    def held_to(self, record: Record, row_levels: Mapping[str, Visibility]) -> Record:
        """Return a record of another desk with levels at least as strict as if this import had created it."""
        floor = Record(kind=record.kind, id=record.id)
        if self.level is not None:
            floor = floor.with_visibility(self.level)
        for name, level in row_levels.items():
            floor = floor.with_visibility(level, name)
        return levels.held_to(floor, record)

    def is_looser_than(self, record: Record) -> bool:
        """Tell whether the level of the whole import is looser than that of the record."""
        return self.level is not None and levels.is_stricter(record.visibility(WHOLE_RECORD), self.level)


def with_key(record: Record, known_row: RowRecord) -> Record:
    """Return the record with the import key of its row.

    A stored record that the row names by its reference or id gets no key.
    """
    key = known_row.key
    if known_row.before is not None and known_row.base is None and not _has_key(known_row.before, key):
        return record
    if _has_key(record, key):
        return record
    key_entries = [_bare(element) for element in record.values("keys")]
    return record.with_elements(
        "keys", [*key_entries, {"source": key.source, "file": key.file, "key": key.key}]
    )


def _has_key(record: Record, key: ImportKey) -> bool:
    return key_element_id(key.source, key.file, key.key) in record.lists.get("keys", {})
