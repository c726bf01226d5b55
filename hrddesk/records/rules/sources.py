"""The two kinds of sources, people and documents, and what a publication may print of each.

A person who is a source is confidential for ever: only the attribution in the record is printed. A document
may be public, and is then printed as a note.
"""

import re
import unicodedata
from enum import StrEnum
from typing import Final

from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.languages import OF_TIME, Topic
from hrddesk.records.language.scripts import normalise
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import Record
from hrddesk.records.terms import vocabulary
from hrddesk.records.texts import wordings

DOCUMENT: Final = "document"
_OF_PEOPLE: Final = frozenset({"interview", "witness", "family", "lawyer", "survivor", "own_observation"})
"""Types of sources that are people, whatever else a record says."""
PUBLISHED: Final = frozenset(
    {
        *("court_document", "official_statement", "news", "report", "un_document", "social_media", "book"),
        *("web_page", "relative_statement"),
    }
)
"""The types of documents that anybody may read."""
_DOCUMENTS: Final = PUBLISHED | {
    *("police_document", "photo", "video", "audio", "letter", "medical_record", "leak"),
}
SUPPORTING: Final = ("", "supports")
"""The stances of a citation whose source supports the claim; no stance is one of them."""
NOTED: Final = ("author", "title", "publisher", "date", "address", "archived")
"""The fields of a public document that its note may contain, in order."""
_KEPT_BACK: Final = ("title", "code_name", "means", "interviewer")
"""Fields that the words of a description may not repeat."""
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DIGITS: Final = re.compile(r"\d+")
_UNTOLD: Final = OF_TIME | {Topic.MEANS, Topic.PLACE}
"""The topics that the words of a description must not mention."""
_DATED: Final = Translatable("a description says a year at most, no month and no day")


class Attribution(StrEnum):
    """The attribution in print of a source that is not public."""

    ON_FILE = "on_file"
    DESCRIBED = "described"
    BY_NAME = "by_name"


def type_of(source: Record) -> str:
    """Return the code of the source's type if the type is shipped; otherwise return an empty text."""
    term = vocabulary.load("source_type").find(source.text("type"))
    return "" if term is None else term.code


def is_document(source: Record) -> bool:
    """Tell whether a source is a document; in doubt, a source counts as a person."""
    kind, type_code = source.text("kind"), type_of(source)
    if type_code in _OF_PEOPLE:
        return False
    return kind == DOCUMENT or (not kind and type_code in _DOCUMENTS)


def is_public(source: Record) -> bool:
    """Tell whether a source is a document that a user made public."""
    return source.kind is Kind.SOURCE and level_of(source) is Visibility.PUBLIC and is_document(source)


def is_published(source: Record | None) -> bool:
    """Tell whether a record is a document that anybody may read, by its type or its level."""
    if source is None or source.kind is not Kind.SOURCE or not is_document(source):
        return False
    return is_public(source) or type_of(source) in PUBLISHED


def level_of(source: Record) -> Visibility:
    """Return the level of a source as a whole; without a chosen level, a source is secret."""
    return source.chosen_level(WHOLE_RECORD) or Visibility.SECRET


def attribution_of(source: Record) -> Attribution:
    """Return the attribution of a source in print: the chosen one if it is allowed, else `ON_FILE`."""
    if not source.text("attribution") or refusal(source) is not None:
        return Attribution.ON_FILE
    return Attribution(source.text("attribution"))


def refusal(source: Record) -> tuple[str, str] | None:
    """Return the field because of which the chosen attribution is forbidden, and the reason.

    Return None if the attribution is allowed.
    """
    chosen, words = source.text("attribution"), source.text("credit")
    if chosen in ("", Attribution.ON_FILE):
        return None
    if chosen not in set(Attribution):
        return "attribution", Translatable("print says on file, described or by name")
    if not words.strip():
        return "credit", Translatable("write the words that print may say")
    if chosen == Attribution.DESCRIBED:
        telling = _telling(words)
        if telling:
            return "credit", telling
        if any(_holds(words, source.text(name)) for name in _KEPT_BACK):
            return "credit", Translatable("a description repeats no title, code name, means or interviewer")
        return None
    if is_document(source):
        return "attribution", Translatable("only people are called by name; make the document public instead")
    if not source.text("consented"):
        return "consented", Translatable("a name is printed only with their own consent: give its date")
    if _holds(words, source.text("code_name")):
        return "credit", Translatable("a code name is never printed")
    return None


def _telling(words: str) -> str:
    """Return the reason why a word or number of a description reveals too much; empty if none does."""
    text = unicodedata.normalize("NFKC", words)
    numbers = [
        "".join(str(unicodedata.digit(digit)) for digit in telling_words)
        for telling_words in _DIGITS.findall(text)
    ]
    if len(numbers) > 1 or not all(map(_YEAR.fullmatch, numbers)):
        return _DATED
    telling_words = wordings.find(text, _UNTOLD)
    if not telling_words:
        return ""
    first = telling_words[0]
    if first.topic in OF_TIME:
        why = Translatable("a description says a year at most: take {0} out", first.words)
    elif first.topic is Topic.PLACE:
        why = Translatable("a description names no place: take {0} out", first.words)
    else:
        why = Translatable("a description does not say how it was told: take {0} out", first.words)
    return (
        Translatable("{0}; if it means something else, write it in small letters", why)
        if first.by_capital
        else why
    )


def _holds(words: str, secret: str) -> bool:
    return bool(normalise(secret)) and normalise(secret) in normalise(words)
