"""The output of a review: all received records, case by case, compared with those in this vault."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from typing import Any

from hrddesk.bundle.merging.merge import MergeState, PartMerge, PartValue, PartVerdict, before
from hrddesk.bundle.review.grouping import by_case, content
from hrddesk.bundle.review.queue import Waiting
from hrddesk.bundle.review.review_items import Review, ReviewHead, ReviewItem
from hrddesk.cli.console import record_output
from hrddesk.cli.exchange import receipts
from hrddesk.cli.exchange.contacts import state_text
from hrddesk.records.language.labels import DEFAULT
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.records.terms.vocabulary import load
from hrddesk.records.texts.texts import element_of, texts_of

_INDENT = "    "
_APART = ("visibility", "keys")  # shown last, and the keys, which only imports need, behind all


def document(review: Review) -> dict[str, Any]:
    """Return a review as one JSON object, with its records in the order of their cases.

    A change has a `base` if this vault knows the value that both sides had before; null means that they had
    none.
    """
    groups = by_case(review.items)
    return head(review.head) | {
        "receipts": receipts.document(review.receipts),
        "loosened": review.loosened,
        "arrive_public": review.arrives_public,
        "deletes": review.deletes,
        "regrouped": review.regrouped,
        "needs_me": review.needs_me,
        "holds": list(review.holds),
        "brings_back": review.brings_back,
        "items": [_item(item, group.case) for group in groups for item in group.items],
    }


def lines(review: Review) -> Iterator[str]:
    """Yield the lines of a review."""
    names = {item.record.id: record_output.heading(content(item)) for item in review.items}
    yield head_line(review.head)
    if review.head.waiting:
        yield from counts(Waiting.of(review))
    yield from receipts.words(review.receipts)
    yield from warnings(
        review.loosened,
        review.arrives_public,
        review.deletes,
        review.regrouped,
        review.brings_back,
    )
    for group in by_case(review.items):
        yield ""
        if group.case is None:
            yield "In no case:"
        else:
            yield f"Case {names.get(group.case, group.case[:8] + ', which did not come')}:"
        for item in group.items:
            yield from _lines(item, ChainMap(_texts(item), names))


def head(review_head: ReviewHead) -> dict[str, Any]:
    """Return the general data of a review, without its records, as JSON."""
    return {
        "review": review_head.id,
        "state": review_head.state,
        "sender": review_head.sender,
        "sender_state": review_head.sender_state.value,
        "bundle": review_head.bundle,
        "day": review_head.day,
        "waiting": review_head.waiting,
        "notices": list(review_head.notices),
        "is_receipt": review_head.is_receipt,
    }


def head_line(review_head: ReviewHead) -> str:
    """Return the general data of a review on one line."""
    state = "receipt" if review_head.is_receipt else review_head.state
    return (
        f"Review {review_head.id} ({state}), from {review_head.sender} "
        f"({state_text(review_head.sender_state)}),"
        f" written {review_head.day}: {review_head.waiting} record(s) wait."
    )


def counts(waiting_review: Waiting) -> Iterator[str]:
    """Yield how many records wait, by type, and the reasons, if any, why no record may be accepted unseen."""
    numbers = [
        (waiting_review.new, "new"),
        (waiting_review.changed, "changed"),
        (waiting_review.conflicts, "in conflict"),
        (waiting_review.deletes, "deleted by the sender"),
        (waiting_review.opens, "would open something"),
        (waiting_review.brings_back, "would come back"),
        (waiting_review.arrives_public, "arrive as public"),
        (waiting_review.asked, "asked for"),
        (waiting_review.introduced, "contact(s) introduced"),
        (waiting_review.here, "here already"),
        (waiting_review.plain, "plain"),
        (waiting_review.needs_me, "need a look"),
    ]
    yield f"{_INDENT[:2]}{', '.join(f'{number} {what}' for number, what in numbers if number)}"
    yield from (f"{_INDENT[:2]}Nothing of it is plain: {hold.value}." for hold in waiting_review.holds)


def warnings(loosened: int, public: int, deletes: int, regrouped: int, brings_back: int) -> list[str]:
    """Return the warnings that a user should read before accepting the whole review.

    Each parameter is a number of records; see `ReviewItem` for its meaning.
    """
    warning_lines = []
    if deletes:
        warning_lines.append(
            f"{deletes} record(s) that are here would be deleted, as the sender deleted them."
        )
    if loosened:
        warning_lines.append(
            f"{loosened} would let more people see what is here. They keep the level that they have here,"
            " unless you accept with --loosen."
        )
    if regrouped:
        warning_lines.append(
            f"{regrouped} would change who is in what is here, its case, or what kind of party it is;"
            " that can open it. It stays as it is here, unless you accept with --loosen."
        )
    if brings_back:
        warning_lines.append(f"{brings_back} would come back, though deleted here; no more open than before.")
    if public:
        warning_lines.append(f"{public} arrive as public: what is public of them, anybody may read.")
    return warning_lines


def _item(item: ReviewItem, case: str | None) -> dict[str, Any]:
    record = content(item)
    item_document = {
        "record": item.record.id,
        "case": case,
        "kind": item.record.kind.value,
        "ref": record.text("ref"),
        "title": record_output.heading(record),
        "state": item.merged.state.value,
        "deleted": item.deleted,
        "accepted": item.accepted,
        "taken": item.taken,
        "arrives_public": item.arrives_public,
        "brings_back": item.brings_back,
        "deleted_here": item.deleted_here,
        "merged_into": item.merged_into,
        "regrouped": [change.value for change in item.regrouped],
        "needs_look": [look.value for look in item.looks],
        "loosened": [
            {"name": level.name, "ours": level.before.value, "theirs": level.after.value}
            for level in item.loosened
        ],
        "parts": [
            {
                "part": part.part,
                "verdict": part.verdict.value,
                "ours": _plain(part.ours),
                "theirs": _plain(part.theirs),
            }
            | ({"base": _plain(item.bases[part.part])} if part.part in item.bases else {})
            for part in item.differing
        ],
        "content": record_output.as_document(item.record),
    }
    return item_document if item.content is None else item_document | {"evidence": item.content.value}


def _lines(item: ReviewItem, names: Mapping[Any, str]) -> Iterator[str]:
    state = MergeState.UNCHANGED if item.accepted else item.merged.state
    mark = "accepted" if item.taken else state.value
    heading = _heading(content(item), names)
    yield f"{mark:9}  {item.record.kind.value:8}  {item.record.id}  {heading}"
    if item.deleted:
        yield f"{_INDENT}the sender deleted it"
    if item.merged_into is not None:
        yield f"{_INDENT}MERGED HERE into {item.merged_into}: what is new of it reaches that one"
    elif item.deleted_here and not item.brings_back:
        yield f"{_INDENT}deleted here: it stays so"
    if item.merged.state.value in ("changed", "conflict"):
        for part in item.differing:
            yield f"{_INDENT}{part.part}" + (f": {names[part.part]}" if part.part in names else "")
            if part.part in item.bases and part.verdict is PartVerdict.CONFLICT:
                base = item.bases[part.part]
                yield from _indented("  before: ", _word(item.record, part, base, names))
            yield from _indented("  ours:   ", _word(item.record, part, part.ours, names))
            yield from _indented("  theirs: ", _word(item.record, part, part.theirs, names))
    else:
        yield from _content(item.record, names)
    if item.content is not None:
        yield f"{_INDENT}file: {item.content.value}"
    if item.brings_back:
        yield f"{_INDENT}BRINGS BACK what was deleted here"
    for look in item.looks:
        yield f"{_INDENT}NEEDS A LOOK: {look.value}"
    for change in item.regrouped:
        yield f"{_INDENT}CAN OPEN IT: {change.value}"
    for level in item.loosened:
        yield f"{_INDENT}LETS MORE PEOPLE SEE {level.name}: {level.before.value} -> {level.after.value}"


def _heading(record: Record, names: Mapping[Any, str]) -> str:
    """Return one line that names a record; for a merge of records, which record becomes part of which."""
    if record.kind is not Kind.FORWARD:
        return record_output.heading(record)
    merged, kept_id = (record.text(side) for side in ("merged", "kept"))
    return f"{names.get(merged, merged)} becomes a part of {names.get(kept_id, kept_id)}"


def _content(record: Record, names: Mapping[Any, str]) -> Iterator[str]:
    """Yield the whole content of a record; its visibility levels and import keys are last."""
    for name, value in record.fields.items():
        field = record.spec.field(name)
        named = field is not None and field.type is FieldType.RECORD
        yield from _indented(f"{name}: ", names.get(value, str(value)) if named else _flag_or_text(value))
    for item in record.spec.lists:
        if item.name not in _APART:
            for element in record.values(item.name):
                yield from _indented(f"{item.name}: ", _element(element, names))
    levels = [f"{name} {item['level']}" for name, item in record.elements("visibility")]
    if levels:
        yield f"{_INDENT}visibility: {', '.join(levels)}"
    for element in record.values("keys"):
        yield from _indented("import key: ", _element(element, names))


def _element(element: Mapping[str, Any], names: Mapping[Any, str]) -> str:
    return ", ".join(
        f"{name}: {_flag_or_text(value)}" if isinstance(value, bool) else f"{name} {names.get(value, value)}"
        for name, value in element.items()
        if name != "pos"
    )


def _flag_or_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _texts(item: ReviewItem) -> dict[Any, str]:
    """Return a description of each text of a record on both sides, by the id of the text.

    Translations name their original by this id.
    """
    kinds = load("text_kind")
    return {
        text.field: f"the text ({', '.join(filter(None, (text.language, kinds.label(text.kind, DEFAULT))))})"
        for record in (before(item.merged), item.record)
        if record is not None
        for text in texts_of(record)
        if element_of(text.field) is not None
    }


def _word(record: Record, part: PartMerge, value: PartValue, names: Mapping[Any, str]) -> str:
    if part.part == "*":
        return "deleted" if value else "kept"
    if value is None:
        return "-"
    if isinstance(value, Mapping):
        return _element(value, names)
    field = record.spec.field(part.part)
    named = field is not None and field.type is FieldType.RECORD
    return names.get(value, str(value)) if named else _flag_or_text(value)


def _indented(label: str, text: str) -> Iterator[str]:
    """Yield the lines of a text with indentation, so that none of them looks like a line of the review."""
    first, *others = text.splitlines() or [""]
    yield f"{_INDENT}{label}{first}"
    yield from (f"{_INDENT}{' ' * len(label)}{line}" for line in others)


def _plain(value: PartValue) -> object:
    return value if value is None or isinstance(value, str | int) else dict(value)
