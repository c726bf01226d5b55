"""The words for records of any kind, their fields and their values."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.records.dates import dates
from hrddesk.records.model import coordinates
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, RecordId, Value
from hrddesk.records.names import display_names, titles
from hrddesk.store.records import forwarding
from hrddesk.store.records.store import Store
from hrddesk_ui.words.field_words import field_word as field_word
from hrddesk_ui.words.language import shown_chain, shown_language, unturned
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.penalty_words import penalty_words
from hrddesk_ui.words.relation_words import relation_sentence
from hrddesk_ui.words.vocabularies import shown_words

KINDS: Final[Mapping[Kind, str]] = {
    Kind.CASE: QT_TRANSLATE_NOOP("Records", "Case"),
    Kind.PARTY: QT_TRANSLATE_NOOP("Records", "Person or group"),
    Kind.EVENT: QT_TRANSLATE_NOOP("Records", "Event"),
    Kind.RELATION: QT_TRANSLATE_NOOP("Records", "Relation"),
    Kind.PLACE: QT_TRANSLATE_NOOP("Records", "Place"),
    Kind.SOURCE: QT_TRANSLATE_NOOP("Records", "Source"),
    Kind.EVIDENCE: QT_TRANSLATE_NOOP("Records", "Evidence"),
    Kind.CITATION: QT_TRANSLATE_NOOP("Records", "Citation"),
    Kind.FIGURE: QT_TRANSLATE_NOOP("Records", "Figure"),
    Kind.TERM: QT_TRANSLATE_NOOP("Records", "Term"),
    Kind.FIELD: QT_TRANSLATE_NOOP("Records", "Custom field"),
    Kind.QUERY: QT_TRANSLATE_NOOP("Records", "Saved search, figure or profile"),
    Kind.REPORT: QT_TRANSLATE_NOOP("Records", "Report"),
    Kind.FORWARD: QT_TRANSLATE_NOOP("Records", "Merge"),
    Kind.CONSENT_NOTE: QT_TRANSLATE_NOOP("Records", "Note on informed consent"),
    Kind.TEXT_REVIEW: QT_TRANSLATE_NOOP("Records", "Review of a text"),
    Kind.PICTURE_REVIEW: QT_TRANSLATE_NOOP("Records", "Review of a picture"),
}

LEVELS: Final[Mapping[str, str]] = {
    "public": QT_TRANSLATE_NOOP("Records", "public"),
    "restricted": QT_TRANSLATE_NOOP("Records", "restricted"),
    "secret": QT_TRANSLATE_NOOP("Records", "secret"),
}

SCRIPTS: Final[Mapping[str, str]] = {
    "Latn": QT_TRANSLATE_NOOP("Records", "Latin"),
    "Hans": QT_TRANSLATE_NOOP("Records", "Chinese, simplified"),
    "Hant": QT_TRANSLATE_NOOP("Records", "Chinese, traditional"),
    "Hani": QT_TRANSLATE_NOOP("Records", "Chinese"),
    "Arab": QT_TRANSLATE_NOOP("Records", "Arabic (Uyghur, Kazakh)"),
    "Tibt": QT_TRANSLATE_NOOP("Records", "Tibetan"),
    "Mong": QT_TRANSLATE_NOOP("Records", "Mongolian"),
    "Cyrl": QT_TRANSLATE_NOOP("Records", "Cyrillic"),
}

# Which vocabulary words a value, by kind, then field or list and its part.
_VOCABULARIES: Final[Mapping[tuple[Kind, str], tuple[str, ...]]] = {
    (Kind.CASE, "country"): ("country",),
    (Kind.EVENT, "country"): ("country",),
    (Kind.REPORT, "blocks.kind"): ("block_kind",),
    (Kind.REPORT, "blocks.state"): ("block_state",),
    (Kind.EVENT, "type"): ("event_type",),
    (Kind.EVENT, "measure"): ("measure",),
    (Kind.EVENT, "facility"): ("place_kind",),
    (Kind.EVENT, "assertion"): ("assertion",),
    (Kind.EVENT, "parties.role"): ("role",),
    (Kind.EVENT, "terms.term"): ("event_term",),
    (Kind.EVENT, "charges.term"): ("charge",),
    (Kind.EVENT, "penalties.kind"): ("penalty",),
    (Kind.EVENT, "links.type"): ("event_link",),
    (Kind.CASE, "parties.role"): ("case_role",),
    (Kind.PARTY, "kind"): ("party_kind",),
    (Kind.PARTY, "sex"): ("sex",),
    (Kind.PARTY, "ethnicity"): ("ethnicity",),
    (Kind.PARTY, "names.kind"): ("name_kind",),
    (Kind.PARTY, "consents.consent"): ("consent",),
    (Kind.PARTY, "consents.purpose"): ("consent_purpose",),
    (Kind.PARTY, "consents.given_by"): ("consent_giver",),
    (Kind.PARTY, "consents.basis"): ("consent_basis",),
    (Kind.PARTY, "terms.term"): ("occupation", "cause", "religion"),
    (Kind.RELATION, "type"): ("relation",),
    (Kind.RELATION, "assertion"): ("assertion",),
    (Kind.PLACE, "kind"): ("place_kind",),
    (Kind.SOURCE, "type"): ("source_type",),
    (Kind.SOURCE, "reliability"): ("reliability",),
    (Kind.SOURCE, "kind"): ("source_kind",),
    (Kind.SOURCE, "knowledge"): ("knowledge",),
    (Kind.SOURCE, "attribution"): ("attribution",),
    (Kind.CITATION, "stance"): ("stance",),
}


def kind_word(kind: Kind) -> str:
    """Return the kind of a record in words."""
    return QCoreApplication.translate("Records", KINDS[kind])


def level_word(level: str) -> str:
    """Return the word for a visibility level."""
    return QCoreApplication.translate("Records", LEVELS.get(level, level))


class RecordWords:
    """Makes the titles of records and the words for their values.

    A record is looked up in the vault and in a given set of records, for example those of a bundle.
    """

    def __init__(
        self, reader: Store, at_hand: Mapping[RecordId, Record] | None = None, *, stored_first: bool = False
    ) -> None:
        """Prepare the words; `at_hand` are records that count before those of the vault.

        With `stored_first`, a record of the vault counts before the one in `at_hand`.
        """
        self._reader = reader
        self._at_hand = at_hand or {}
        self._stored_first = stored_first

    def stored_first(self) -> "RecordWords":
        """Return an object for the same records that takes a record from the vault first."""
        return RecordWords(self._reader, self._at_hand, stored_first=True)

    def title(self, record: Record) -> str:
        """Return the title of a record."""
        if record.kind is Kind.PARTY:
            return unturned(display_names.display_name(record) or record.text("ref") or record.id[:8])
        if record.kind is Kind.EVENT:
            parts = [_day(record.text("date")), self.value(record.kind, "type", record.text("type"))]
            parts.append(record.text("place_text") or self.reference(record.text("place")))
        elif record.kind is Kind.RELATION:
            sides = (self.reference(record.text(side)) for side in ("subject", "object"))
            parts = [relation_sentence(next(sides), record.text("type"), next(sides))]
        elif record.kind is Kind.FORWARD and record.text("merged"):  # one that was taken back names nobody
            parts = [self._merge(RecordId(record.text("merged")), RecordId(record.text("kept")))]
        elif record.kind is Kind.TEXT_REVIEW:
            parts = [self.reference(record.text("record")), field_word(record.text("field"))]
        elif record.kind is Kind.SOURCE:
            parts = [titles.called(record)]
        elif record.kind is Kind.CONSENT_NOTE:
            parts = [self.reference(record.text("party"))]
        elif record.kind is Kind.PICTURE_REVIEW:
            parts = [self.reference(record.text("evidence"))]
        else:
            names = ("title", "name", "original_name", "quote", "code")
            labels = record.labels.text(shown_chain())
            called = labels or next((record.text(name) for name in names if record.text(name)), "")
            parts = [record.text("ref"), called]
        return unturned(" · ".join(part for part in parts if part) or record.id[:8])

    def title_in_case(self, record: Record) -> str:
        """Return the title of a record, for a list over several cases.

        The title of an event then begins with the reference of its case.
        """
        case = self._find(RecordId(record.text("case"))) if record.kind is Kind.EVENT else None
        return " · ".join([*([] if case is None else [case.text("ref")]), self.title(record)])

    def _merge(self, merged: RecordId, kept_id: RecordId) -> str:
        """Return a sentence that says which record is merged into which.

        After the merge, the title of the merged record is read from the history.
        """
        merged_record = self._find(merged) or forwarding.last_state(self._reader, merged)
        described = merged_record or self._find(kept_id)
        sentence = QCoreApplication.translate("Records", "{merged} becomes a part of {kept}").format(
            merged=merged[:8] if merged_record is None else self.title(merged_record),
            kept=self.reference(kept_id),
        )
        return sentence if described is None else f"{kind_word(described.kind)}: {sentence}"

    def _find(self, record_id: RecordId) -> Record | None:
        at_hand = self._at_hand.get(record_id)
        if at_hand is not None and not self._stored_first:
            return at_hand
        return self._reader.find(record_id) or at_hand

    def reference(self, record_id: str) -> str:
        """Return the title of the record with this id; if there is none, return the beginning of the id."""
        if not record_id:
            return ""
        record = self._find(RecordId(record_id))
        return self.title(record) if record is not None else record_id[:8]

    def value(self, kind: Kind, part: str, value: Value | Mapping[str, Value]) -> str:
        """Return in words the value of a field, or an element of a list; "" for an empty value."""
        name = part.partition("/")[0]
        if isinstance(value, Mapping) and name == "penalties":
            both = (str(value.get("raw") or ""), penalty_words(value))
            return " · ".join(dict.fromkeys(word for word in both if word))
        if isinstance(value, Mapping):
            listed = SPECS[kind].list(name)
            order = listed.by_name if listed is not None else value
            words = [self.value(kind, f"{name}.{inner}", value.get(inner)) for inner in order]
            return " · ".join(word for word in words if word)
        if value is None or name.endswith(".pos"):
            return ""
        if name == "texts.of":
            return field_word(str(value))
        if isinstance(value, bool):
            translate = QCoreApplication.translate
            if name == "texts.checked":
                return translate("Records", "checked")
            if name == "consents.pictures":
                yes, no = translate("Records", "pictures: yes"), translate("Records", "pictures: no")
                return yes if value else no
            return translate("Records", "yes") if value else translate("Records", "no")
        text = str(value)
        if _is_a(FieldType.RECORD, kind, name):
            return self.reference(text)
        if _is_a(FieldType.DATE, kind, name):
            return unturned(_day(text))
        if _is_a(FieldType.POINT, kind, name):
            return unturned(coordinates.shown(text))
        if name == "visibility.level":
            return level_word(text)
        if name == "names.script" and text in SCRIPTS:
            return QCoreApplication.translate("Records", SCRIPTS[text])
        vocabularies = ("comment_state",) if name == "comments.state" else _VOCABULARIES.get((kind, name), ())
        for words_of in vocabularies:
            term = shown_words().load(words_of).find(text)
            if term is not None:
                return term.label(shown_chain())
        return unturned(text)


def _day(text: str) -> str:
    return dates.as_typed(dates.read(text), shown_language())


def _is_a(field_type: FieldType, kind: Kind, name: str) -> bool:
    spec = SPECS[kind]
    outer, _, inner = name.partition(".")
    if inner:
        listed = spec.list(outer)
        field = listed.by_name.get(inner) if listed is not None else None
    else:
        field = spec.field(outer)
    return field is not None and field.type is field_type
