"""Reports: texts that a desk writes for publication, as a list of blocks. They cannot be printed yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from hrddesk.actions.records import references
from hrddesk.actions.records.editing import Fields, Lists, edited, index_of
from hrddesk.errors import AmbiguousReference, FileUnreadable, InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats import report_markdown
from hrddesk.interop.formats.report_markdown import Parts
from hrddesk.records.language.labels import chain_of, code_of
from hrddesk.records.model.kinds import BLOCKS, BLOCKS_LIST, Kind
from hrddesk.records.model.list_edits import ListEdit
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value, is_id, new_id
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.words import Words
from hrddesk.records.texts.mentions import MARK, mentions_in
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files

PARTS: Final = tuple(field.name for field in BLOCKS_LIST.fields)
"""The parts of a block. `record` is the id of the record that the block is about."""
TEXT: Final = "text"
HEADING: Final = "heading"
DRAFT: Final = "draft"
_CODES: Final = {part: vocabulary.FIELDS[f"report.{BLOCKS}.{part}"] for part in ("kind", "state")}
_IN_TEXT: Final = ("body", "caption")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report as a list row."""

    id: RecordId
    ref: str
    title: str
    series: str
    embargo: str
    blocks: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A reference in a report that leads to no record, or to several; `block` is the number of its block,
    from 1.
    """

    block: int
    ref: str


def listed(store: Store, text: str = "") -> list[ReportRow]:
    """Return reports sorted by title, only those whose title, series or reference contains the text."""
    sought = text.strip().casefold()
    rows = [
        ReportRow(
            id=item.id,
            ref=item.text("ref"),
            title=item.text("title"),
            series=item.text("series"),
            embargo=item.text("embargo"),
            blocks=len(item.lists.get(BLOCKS, ())),
        )
        for item in store.all(Kind.REPORT)
    ]
    matches = [row for row in rows if sought in f"{row.title}\n{row.series}\n{row.ref}".casefold()]
    return sorted(matches, key=lambda row: (row.title.casefold(), row.id))


def chosen(store: Store, refs: Sequence[str]) -> list[RecordId]:
    """Return the ids of the reports with these references, or of all reports if there are no references.

    Raise RecordNotFound, AmbiguousReference.
    """
    if not refs:
        return store.ids(Kind.REPORT)
    return [store.by_ref(ref, Kind.REPORT).id for ref in refs]


def missing(store: Store, report: Record) -> list[Missing]:
    """Return the references of a report that do not lead to one record; a report may be stored with them."""
    misses: dict[Missing, None] = {}
    for number, block in enumerate(report.values(BLOCKS), 1):
        about = str(block.get("record") or "")
        if about and store.find(RecordId(about)) is None:
            misses[Missing(number, about)] = None
        for name in _IN_TEXT:
            for mention in mentions_in(str(block.get(name) or "")):
                if mention.is_certain and leads_to(store, mention.ref) is None:
                    misses[Missing(number, mention.ref)] = None
    return list(misses)


def create(session: Session, fields: Fields, lists: Lists | None = None) -> Outcome[RecordId]:
    """Create a report; raise InvalidDate, ReferenceTaken, and InvalidValue if it has no title."""
    with session.store.change("report.new") as change:
        record = _edited(session.store, Record(kind=Kind.REPORT, id=new_id()), fields, lists or {})
        change.put(references.settled(session.store, change, record))
    return Outcome(record.id, change.changes)


def edit(session: Session, report: RecordId, fields: Fields, lists: Lists | None = None) -> Outcome[None]:
    """Change a report; fields that are not given stay. Raise RecordNotFound, and the errors of `create`."""
    with session.store.change("report.edit") as change:
        before = session.store.get(report)
        after = _edited(session.store, before, fields, lists or {})
        change.put(references.settled(session.store, change, after, before))
    return Outcome(None, change.changes)


def remove(session: Session, report: RecordId) -> Outcome[None]:
    """Delete a report; raise RecordNotFound."""
    with session.store.change("report.remove") as change:
        change.delete(report)
    return Outcome(None, change.changes)


def add_block(session: Session, report: RecordId, parts: Fields, number: int | None = None) -> Outcome[None]:
    """Insert a block into a report as number `number`, counted from 1; without a number, add it at the end.

    Raise RecordNotFound, InvalidValue.
    """
    record = session.store.get(report)
    blocks = _blocks(record)
    place = len(blocks) if number is None else index_of(number, len(blocks) + 1)
    author = session.store.setting("prefix") or ""
    new = {"kind": TEXT, "state": DRAFT, "by": author, **parts, "id": new_id()}
    return _stored(session, "block.add", record, [*blocks[:place], new, *blocks[place:]])


def edit_block(session: Session, report: RecordId, number: int, parts: Fields) -> Outcome[None]:
    """Change parts of a block; None clears a part. Raise RecordNotFound, InvalidValue."""
    record = session.store.get(report)
    blocks = _blocks(record)
    place = index_of(number, len(blocks))
    blocks[place] = {**blocks[place], **parts}
    return _stored(session, "block.edit", record, blocks)


def move_block(session: Session, report: RecordId, number: int, to: int) -> Outcome[None]:
    """Move a block to another number; all others keep their order. Raise RecordNotFound, InvalidValue."""
    record = session.store.get(report)
    blocks = _blocks(record)
    block = blocks.pop(index_of(number, len(blocks)))
    blocks.insert(index_of(to, len(blocks) + 1), block)
    return _stored(session, "block.move", record, blocks)


def remove_block(session: Session, report: RecordId, number: int) -> Outcome[None]:
    """Remove a block from a report; raise RecordNotFound, InvalidValue."""
    record = session.store.get(report)
    blocks = _blocks(record)
    del blocks[index_of(number, len(blocks))]
    return _stored(session, "block.remove", record, blocks)


def markdown(store: Store, report: RecordId) -> str:
    """Return a report as Markdown; raise RecordNotFound."""
    record = store.get(report)
    blocks = []
    for block in record.values(BLOCKS):
        parts = {name: str(block.get(name) or "") for name in PARTS}
        about = store.find(RecordId(parts["record"]))
        parts["record"] = (about.text("ref") if about is not None else "") or parts["record"]
        blocks.append({name: text for name, text in parts.items() if text})
    fields = {name: record.text(name) for name in report_markdown.FIELDS}
    return report_markdown.written(fields, blocks)


def export(store: Store, report: RecordId, path: Path) -> None:
    """Write a report to a new Markdown file, which is not encrypted.

    Raise RecordNotFound, TargetExists, WriteFailed, DiskFull.
    """
    data = markdown(store, report).encode("utf-8")
    with files.told(path):
        files.write_new(path, lambda file: file.write(data))


def take_in(session: Session, path: Path, into: RecordId | None = None) -> Outcome[RecordId]:
    """Create a report from a Markdown file, or replace the blocks of the report `into` by those of the file.

    Blocks with the same content keep their ids. If a new report has no title, its first heading is the title,
    or else the name of the file. A reference that leads to no record is kept as text. Raise FileUnreadable,
    InvalidValue, InvalidDate, RecordNotFound.
    """
    draft = report_markdown.read(_text_of(path))
    blocks = [_block_of(session.store, parts) for parts in draft.blocks]
    fields: dict[str, Value] = dict(draft.fields)
    if into is not None:
        return Outcome(into, edit(session, into, fields, {BLOCKS: blocks}).changes)
    author = session.store.setting("prefix") or ""
    blocks = [{"by": author, "state": DRAFT, **block} for block in blocks]
    headings = (block.get("body", "").lstrip("# ") for block in draft.blocks if block.get("kind") == HEADING)
    title = next(filter(None, headings), path.stem)
    return create(session, {"title": title, **fields}, {BLOCKS: blocks})


def _text_of(path: Path) -> str:
    try:
        return files.read_most(path, 4 * report_markdown.LONGEST + 1).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileUnreadable(path=path.name, why=Translatable("it is not text in UTF-8")) from None


def _block_of(store: Store, parts: Parts) -> Element:
    """Return a block of a file, with an id in place of the reference of the record that it is about."""
    ref = parts.get("record", "")
    if not ref:
        return {name: text for name, text in parts.items() if text}
    target = leads_to(store, ref) or ref
    if not is_id(target):
        body = "\n".join(filter(None, (parts.get("body", ""), f"{MARK}{ref}")))
        return {**parts, "kind": TEXT, "record": None, "body": body}
    return {**parts, "record": target}


def leads_to(store: Store, ref: str) -> RecordId | None:
    """Return the id of the record that a reference in a text means; None if there is none or more than
    one.
    """
    try:
        return store.by_ref(ref).id
    except (RecordNotFound, AmbiguousReference):
        return None


def _blocks(report: Record) -> list[Element]:
    return [{**block, "id": key} for key, block in report.elements(BLOCKS)]


def _stored(session: Session, act: str, record: Record, blocks: Sequence[Element]) -> Outcome[None]:
    with session.store.change(act) as change:
        change.put(_edited(session.store, record, {}, {BLOCKS: blocks}))
    return Outcome(None, change.changes)


def _edited(store: Store, record: Record, fields: Fields, lists: Lists) -> Record:
    """Return a report with the changes of a user; raise InvalidValue, InvalidDate."""
    words, values = store.words(), dict(fields)
    if values.get("languages"):
        values["languages"] = " ".join(chain_of(str(values["languages"])))
    report = edited(
        record, values, {name: _coded(record, items, words) for name, items in lists.items()}, words
    )
    if not report.text("title").strip():
        raise InvalidValue(field="title", why=Translatable("give the report a title"))
    return report


def _coded(
    record: Record, blocks: Sequence[Element] | ListEdit, words: Words
) -> Sequence[Element] | ListEdit:
    entries = blocks.entries if isinstance(blocks, ListEdit) else blocks
    checked = [_checked(record, block, words) for block in entries]
    return replace(blocks, entries=checked) if isinstance(blocks, ListEdit) else checked


def _checked(record: Record, block: Element, words: Words) -> Element:
    """Return a block with codes for its words; raise InvalidValue.

    Values that did not change are not checked, because they may have been received from another desk.
    """
    before: Mapping[str, Value] = record.lists.get(BLOCKS, {}).get(ElementId(str(block.get("id"))), {})
    checked = dict(block)
    for part, name in _CODES.items():
        typed = str(block.get(part) or "")
        if typed and typed != before.get(part):
            term = words.load(name).find(typed)
            if term is None:
                codes = ", ".join(each.code for each in words.load(name).terms)
                raise InvalidValue(field=f"{BLOCKS}.{part}", why=Translatable("choose among: {0}", codes))
            checked[part] = term.code
    if block.get("language") and block["language"] != before.get("language"):
        checked["language"] = code_of(str(block["language"]))
    return checked
