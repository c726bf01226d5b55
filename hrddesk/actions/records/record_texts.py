"""The texts of a record besides its first text: translations, transcriptions and additions."""

from collections.abc import Mapping
from dataclasses import replace

from hrddesk.actions.records.editing import edited
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.labels import code_of
from hrddesk.records.model.kinds import TEXTS
from hrddesk.records.model.record import ElementId, Record, RecordId, Value, new_id
from hrddesk.records.terms.words import Words
from hrddesk.records.texts.texts import (
    FIRST,
    FIRST_LANGUAGE,
    TRANSLATION,
    Text,
    element_of,
    require_origins,
    texts_of,
)
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session

PARTS = ("body", "language", "kind", "of", "by", "checked")
"""The parts of a text. `of` is the number or name of the text of the same record that it translates or
transcribes.
"""


def named(record: Record, which: str) -> Text:
    """Return a text of a record by its name or by its number, counted from 1; raise InvalidValue."""
    texts = texts_of(record)
    fitting_text = next(
        (text for number, text in enumerate(texts, 1) if which in (str(number), text.field)), None
    )
    if fitting_text is None:
        raise InvalidValue(
            field="text", why=Translatable("the record has {0} texts, counted from 1", len(texts))
        )
    return fitting_text


def add(session: Session, record_id: RecordId, parts: Mapping[str, Value]) -> Outcome[None]:
    """Add a text to the list of a record; raise RecordNotFound, InvalidValue."""
    record = session.store.get(record_id)
    if record.spec.list(TEXTS) is None:
        raise InvalidValue(field="REF", why=Translatable("a record of this kind has no such list"))
    return _stored(session, "text.add", record, ElementId(new_id()), parts)


def translated(record: Record) -> str:
    """Return the name of the text from which a new translation is made, or "" if the record has no such text.

    This is the only text of the record that is not itself a translation; raise InvalidValue if there are
    several.
    """
    texts = [text.field for text in texts_of(record) if text.kind != TRANSLATION]
    if len(texts) > 1:
        why = Translatable(
            "the record has several: write --of NUMBER, as `text of` counts them, or --of= for none of them"
        )
        raise InvalidValue(field="--of", why=why)
    return texts[0] if texts else ""


def change(session: Session, record_id: RecordId, which: str, parts: Mapping[str, Value]) -> Outcome[None]:
    """Change parts of a text; None clears a part. Raise RecordNotFound, InvalidValue.

    Of the first text, only the words and the language can be changed.
    """
    record = session.store.get(record_id)
    field = named(record, which).field
    element = element_of(field)
    if element is not None:
        before = record.lists[TEXTS][element]
        return _stored(session, "text.set", record, element, {**before, **_coded(record, parts)})
    names = {"body": FIRST[record.kind], "language": FIRST_LANGUAGE}
    if parts.keys() - names.keys():
        raise InvalidValue(
            field="text", why=Translatable("of the first text only the body and the language can be set")
        )
    fields = {names[part]: value for part, value in _coded(record, parts).items()}
    with session.store.change("text.set") as changing:
        changing.put(edited(record, fields, {}, session.store.words()))
    return Outcome(None, changing.changes)


def remove(session: Session, record_id: RecordId, which: str) -> Outcome[None]:
    """Remove a text from the list of a record; raise RecordNotFound, InvalidValue."""
    record = session.store.get(record_id)
    element = element_of(named(record, which).field)
    if element is None:
        raise InvalidValue(
            field="text", why=Translatable("it is the first text of the record; empty it in the form")
        )
    remaining = {key: item for key, item in record.lists[TEXTS].items() if key != element}
    lists = {**record.lists, TEXTS: remaining}
    after = replace(record, lists={name: items for name, items in lists.items() if items})
    require_origins(after, record)
    with session.store.change("text.remove") as changing:
        changing.put(after)
    return Outcome(None, changing.changes)


def _stored(
    session: Session, act: str, record: Record, element: ElementId, parts: Mapping[str, Value]
) -> Outcome[None]:
    """Store one text of the list; the others are unchanged, so that a merge sees only this change."""
    edited_record = edited_text(record, element, _coded(record, parts), session.store.words())
    with session.store.change(act) as changing:
        changing.put(edited_record)
    return Outcome(None, changing.changes)


def edited_text(record: Record, element: ElementId, entry: Mapping[str, Value], words: Words) -> Record:
    """Return a record with one text of its list added or replaced; raise InvalidValue."""
    entries = [{**item, "id": key} for key, item in record.elements(TEXTS)]
    new = {**entry, "id": element}
    listed = [new if item["id"] == element else item for item in entries]
    return edited(record, {}, {TEXTS: listed if new in listed else [*listed, new]}, words)


def _coded(record: Record, parts: Mapping[str, Value]) -> dict[str, Value]:
    """Return the parts of a text as they are stored: the language as a code, the original text by its
    name.
    """
    coded_parts = dict(parts)
    if coded_parts.get("language"):
        coded_parts["language"] = code_of(str(coded_parts["language"]))
    if coded_parts.get("of"):
        coded_parts["of"] = named(record, str(coded_parts["of"])).field
    return coded_parts
