"""The texts of a record: its first text, and further texts that translate, transcribe or supplement it.

The first text is the narrative of a case or the summary of an event; the field `text_language` has its
language. All other texts are elements of the list `texts`, which sources and evidence have as well. Reviews,
protected places, citations and searches name a text as if it were a field of its record.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.labels import WRONG, Chain, is_code
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import BLOCKS, TEXTS, Kind
from hrddesk.records.model.record import ElementId, Record
from hrddesk.records.texts.excerpts import span_of
from hrddesk.records.texts.questions import answer_of

FIRST: Final[Mapping[Kind, str]] = MappingProxyType({Kind.CASE: "narrative", Kind.EVENT: "summary"})
"""The field that holds the first text of a record."""
FIRST_LANGUAGE: Final = "text_language"
"""The field with the language of the first text."""
WRITTEN: Final = "written"
TRANSLATION: Final = "translation"
OF_A_PART: Final = "part"
"""The origin of a text that was made of an original which was later joined with another: a part of the first
text.
"""
_NAMED: Final = f"{TEXTS}/"
"""As `versions.parts` names the elements of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a record; `language` is empty if it was not stated."""

    field: str
    """The name of the text beside the fields of the record: "narrative", or the result of `text_field` for
    its element.
    """
    body: str
    language: str = ""
    kind: str = WRITTEN
    of: str = ""
    """The name of the text of the same record that it translates or transcribes; empty for none."""
    by: str = ""
    checked: bool = False


def text_field(element: str) -> str:
    """Return the name by which a text of the list is addressed like a field of its record."""
    return f"{_NAMED}{element}"


def element_of(field: str) -> ElementId | None:
    """Return the id of the list element whose text `field` names; None if `field` names no such text."""
    return ElementId(field.removeprefix(_NAMED)) if field.startswith(_NAMED) else None


def bodies(record: Record) -> dict[str, str]:
    """Return the free texts of a record by name; the store keeps them apart from the other fields."""
    fields = (spec.name for spec in record.spec.fields if spec.type is FieldType.LONG)
    bodies_by_field = {name: text for name in fields if (text := record.text(name))}
    for name in (TEXTS, BLOCKS):
        for key, item in record.lists.get(name, {}).items():
            if item.get("body"):
                bodies_by_field[f"{name}/{key}"] = str(item["body"])
    return bodies_by_field


def text_of(record: Record, field: str) -> str:
    """Return the text with this name: a field, the body of a list element or an answer; empty if missing."""
    name, _, element = field.partition("/")
    if name in (TEXTS, BLOCKS):
        return str(record.lists.get(name, {}).get(ElementId(element), {}).get("body") or "")
    answer = answer_of(record, field)
    return record.text(field) if answer is None else answer


def texts_of(record: Record) -> list[Text]:
    """Return the texts of a record that are not empty: the first one, then the list in order."""
    record_texts = []
    first = FIRST.get(record.kind, "")
    if record.text(first):
        record_texts.append(Text(field=first, body=record.text(first), language=record.text(FIRST_LANGUAGE)))
    for element_id, item in record.elements(TEXTS):
        if item.get("body"):
            parts = {name: str(item.get(name) or "") for name in ("body", "language", "of", "by")}
            kind = str(item.get("kind") or WRITTEN)
            record_texts.append(
                Text(field=text_field(element_id), kind=kind, checked=item.get("checked") is True, **parts)
            )
    return record_texts


def families(texts: Sequence[Text]) -> list[list[Text]]:
    """Return the texts in families: an original with all texts made from it, directly or in steps."""
    origins = _origins({text.field: text for text in texts})
    families_by_origin: dict[str, list[Text]] = {}
    for text in texts:
        families_by_origin.setdefault(origins[text.field], []).append(text)
    return list(families_by_origin.values())


def saying_the_same(texts: Sequence[Text], fields: Collection[str]) -> list[Text]:
    """Return the texts that may have the content of a text named in `fields`.

    These are the texts of its family, and the texts of unknown origin.
    """
    matching_families = [
        family for family in families(texts) if not {text.field for text in family}.isdisjoint(fields)
    ]
    same = [text for family in matching_families for text in family]
    same_fields = {text.field for text in same}
    return (
        [*same, *(text for text in of_unknown_origin(texts) if text.field not in same_fields)] if same else []
    )


def of_unknown_origin(texts: Sequence[Text]) -> list[Text]:
    """Return the texts that were made from another text which the record does not name or no longer has."""
    fields = {text.field for text in texts}
    return [text for text in texts if text.of not in fields and (text.of or text.kind == TRANSLATION)]


def originals(record: Record, field: str) -> list[str]:
    """Return the bodies of all texts from which a text was made, directly or in steps.

    If an origin is unknown, return the bodies of all other texts.
    """
    texts = texts_of(record)
    by_field = {text.field: text for text in texts}
    path, field_name = dict[str, Text](), field
    while field_name in by_field and field_name not in path:
        path[field_name] = by_field[field_name]
        field_name = by_field[field_name].of
    is_lost = any(text.field in path for text in of_unknown_origin(texts))
    return [text.body for text in (texts if is_lost else path.values()) if text.field != field]


def _origins(by_field: Mapping[str, Text]) -> dict[str, str]:
    """Return the original of each text, from which it was made directly or in steps.

    If texts are made from each other in a circle, the first text of the circle is the original.
    """
    places = {field: place for place, field in enumerate(by_field)}
    origin_by_field: dict[str, str] = {}
    for text in by_field:
        path, field_name = dict[str, int](), text
        while field_name in by_field and field_name not in origin_by_field and field_name not in path:
            path[field_name] = len(path)
            field_name = by_field[field_name].of
        last = list(path)[path.get(field_name, -1) :]  # a circle, or one that is made of none
        origin_by_field |= dict.fromkeys(
            path, origin_by_field.get(field_name) or min(last, key=places.__getitem__, default=field_name)
        )
    return origin_by_field


def _leads_back(text: Text, by_field: Mapping[str, Text]) -> bool:
    """Tell whether a text is made from itself, in one or more steps."""
    seen, field_name = set[str](), text.of
    while field_name in by_field and field_name not in seen and field_name != text.field:
        seen.add(field_name)
        field_name = by_field[field_name].of
    return field_name == text.field


def in_languages(
    texts: Sequence[Text], languages: Chain, stands: Callable[[Text], bool] = lambda text: True
) -> tuple[list[Text], list[Text]]:
    """Return the texts for a reader of these languages, and the originals that fit none of the languages.

    From each family one text is chosen for each language. The texts are tried in this order: exactly this
    language, another script or region of it, no stated language; of two alike, a checked text comes first.
    The first text that `stands` accepts is chosen, or the first of all if `stands` accepts none. From a
    family with a partial translation, which would look complete, nothing is chosen; its original is missing.
    """
    taken, missing = [], []
    for family in families(texts):
        if any(text.of == OF_A_PART for text in family):
            missing += family[:1]
            continue
        fitting_fields = dict.fromkeys(
            text.field for code in languages if (text := _fitting(family, code, stands))
        )
        taken += [text for text in family if text.field in fitting_fields]
        missing += [] if fitting_fields else family[:1]
    return taken, missing


def fits(text: Text, languages: Chain) -> bool:
    """Tell whether a text is in one of these languages, or has no stated language."""
    return any(_rank(text.language, code) for code in languages)


def _fitting(family: Sequence[Text], code: str, stands: Callable[[Text], bool]) -> Text | None:
    ranked = sorted(
        (rank, not text.checked, place)
        for place, text in enumerate(family)
        if (rank := _rank(text.language, code))
    )
    fitting = [family[place] for _, _, place in ranked]
    standing = filter(stands, fitting) if len(fitting) > 1 else iter(fitting)
    return next(standing, fitting[0] if fitting else None)


def _rank(language: str, code: str) -> int:
    """Return a rank for how well `language` fits the wanted `code`: 1 is the best, 0 means no fit."""
    if language == code:
        return 1
    if language.partition("-")[0] == code.partition("-")[0]:
        return 2
    return 0 if language else 3


def quoted_at(record: Record, quote: str) -> tuple[int, int, int] | None:
    """Return the number of the first text that contains a quote, and the start and end of the quote.

    Texts are counted from 1. Return None if no text contains the quote. The quote is compared as in searches,
    ignoring spaces and letter case.
    """
    for number, text in enumerate(texts_of(record), 1):
        span = span_of(text.body, quote)
        if span is not None:
            return number, *span
    return None


def require_origins(record: Record, before: Record) -> None:
    """Raise InvalidValue if a text was removed from which a remaining text was made."""
    removed_fields = {text.field for text in texts_of(before)} - {text.field for text in texts_of(record)}
    if any(text.of in removed_fields for text in texts_of(record)):
        why = Translatable(
            "another text is made of it: remove that one first, or say that it is made of another"
        )
        raise InvalidValue(field="text", why=why)


def require_sound(record: Record, before: Record) -> None:
    """Raise InvalidValue if a text of the list is empty, in no known language, or has a wrong origin.

    The origin of a text is wrong if it is not in the record, or if it was itself made from this text. An
    origin that was the same in `before` is accepted: a merge of two desks can cause both faults.
    """
    by_field = {text.field: text for text in texts_of(record)}
    was = {text.field: text for text in texts_of(before)}
    for element_id in record.lists.get(TEXTS, {}):
        text = by_field.get(text_field(element_id))
        if text is None or not text.body.strip():
            raise InvalidValue(field="body", why=Translatable("a text without words says nothing"))
        if text.language and not is_code(text.language):
            raise InvalidValue(field="language", why=WRONG)
        if text.of and (text.field not in was or was[text.field].of != text.of):
            if text.of not in by_field:
                raise InvalidValue(field="of", why=Translatable("the record has no such text"))
            if _leads_back(text, by_field):
                raise InvalidValue(field="of", why=Translatable("a text cannot be made of itself"))
