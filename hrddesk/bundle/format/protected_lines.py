"""The lines of `protected.jsonl`: places in sent texts that mention somebody who is not sent.

A line says neither who is mentioned nor why the place is protected. Lines are sorted by record and field, the
places within one text by their start.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.bundle.format import canonical
from hrddesk.errors import BundleMalformed, BundleTooLarge
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.record import Record, RecordId, canonical_json
from hrddesk.records.texts.protected_places import Protected, merged
from hrddesk.records.texts.questions import answer_field, answers_of
from hrddesk.records.texts.text_versions import Span
from hrddesk.records.texts.texts import bodies, text_of

MAX_PLACES: Final = 1_000
"""The most places in one text."""

_ID_BYTES: Final = 16
_TEXTS: Final = (FieldType.TEXT, FieldType.LONG)

Mentioned = Mapping[RecordId, Mapping[str, Sequence[Span]]]
"""Places that this desk protects, by record and field."""


@dataclass(frozen=True, slots=True)
class ProtectedPlaces:
    """The protected places of one text."""

    record: RecordId
    field: str
    """A field of the record, or a text of its list or an answer by its name (`texts.text_of`)."""
    spans: tuple[Span, ...]

    @property
    def line(self) -> bytes:
        """The line as canonical JSON, without a line feed."""
        spans = [list(span) for span in self.spans]
        return canonical_json({"record": self.record, "field": self.field, "spans": spans})

    def text_in(self, record: Record) -> str:
        """Return the text of `record` in which the places are; raise BundleMalformed if there is none or it
        is too short.
        """
        text = text_of(record, self.field) if self.field in _named(record) else ""
        if self.spans[-1][1] > len(text):
            raise BundleMalformed(why=Translatable("a line of protected places"))
        return text


def places_in(record: Record, mentioned: Mentioned, stored_places: Protected) -> Iterator[ProtectedPlaces]:
    """Yield the protected places in the texts of a record: this desk's own, and those that came with the
    texts.

    Raise BundleTooLarge for more than MAX_PLACES in one text.
    """
    here = mentioned.get(record.id, {})
    if not here and not stored_places.texts:
        return
    for name in sorted(_named(record)):
        text = text_of(record, name)
        spans = merged([*here.get(name, ()), *stored_places.places(record.id, name, text)]) if text else ()
        if len(spans) > MAX_PLACES:
            raise BundleTooLarge(what_part=Translatable("the record {0}", record.id[:8]))
        if spans:
            yield ProtectedPlaces(record.id, name, spans)


def _named(record: Record) -> set[str]:
    """Return the names of all texts of a record: its text fields, the entries of its list of texts, its
    answers.
    """
    fields = {spec.name for spec in record.spec.fields if spec.type in _TEXTS}
    return fields.union(bodies(record), map(answer_field, answers_of(record)))


def decode(line: bytes) -> ProtectedPlaces:
    """Return the protected places in a line, which is given without its line feed; raise BundleMalformed."""
    body = canonical.decode(line, "protected places")
    try:
        body = canonical.exactly(body, {"field", "record", "spans"})
        canonical.hexadecimal(body["record"], _ID_BYTES)
        return ProtectedPlaces(
            RecordId(body["record"]), canonical.text(body["field"]), tuple(_spans(body["spans"]))
        )
    except ValueError:
        raise BundleMalformed(why=Translatable("a line of protected places")) from None


def _spans(value: Any) -> Iterator[Span]:
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_PLACES:
        raise ValueError("places")
    last = 0
    for pair in value:
        if not isinstance(pair, list) or len(pair) != 2:
            raise ValueError("a place")
        start = canonical.integer(pair[0], last)
        last = canonical.integer(pair[1], start + 1)
        yield start, last
