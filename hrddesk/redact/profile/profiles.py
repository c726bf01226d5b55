"""Publication profiles: allow-lists of what is published; anything that a profile does not name is withheld.

A profile names single fields, as `kind.field`. A field that is added to the program later is in no profile
until somebody puts it there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from hrddesk.errors import ProfileNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.labels import EN
from hrddesk.records.model.codec import ShapeError
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import SPECS, TRAVELLING, WHOLE_RECORD, Kind
from hrddesk.records.model.kinds import TEXTS as TEXTS_LIST
from hrddesk.records.model.record import ElementId, Record
from hrddesk.records.rules.interventions import is_confidential
from hrddesk.records.rules.sources import NOTED
from hrddesk.records.texts.questions import ANSWERS
from hrddesk.records.texts.texts import FIRST, element_of
from hrddesk.redact.model.model import Languages
from hrddesk.redact.profile.own_fields import AskedField, OwnField
from hrddesk.redact.profile.sensitive import TOPICS, topic_of


class NameRule(StrEnum):
    """The rule for the names of people and other parties."""

    AS_IS = "as is"
    LABEL = "label"
    OMIT = "omit"


class DateDetail(StrEnum):
    """The precision of published dates."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class PlaceDetail(StrEnum):
    """The precision of published places."""

    AS_RECORDED = "as recorded"
    COUNTY = "county"
    PREFECTURE = "prefecture"
    PROVINCE = "province"
    NONE = "none"


class AgeDetail(StrEnum):
    """The precision of published ages."""

    EXACT = "exact"
    BAND = "band"
    NONE = "none"


class UnknownWords(StrEnum):
    """The treatment of words that no vocabulary knows, which may contain anything."""

    MATCHED = "matched"  # published, after every known name in them was replaced
    OTHER = "other"  # published as "other"


PERSON_KINDS: Final = ("person", "group", "organisation", "authority")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The rules for what may leave the vault, and in which detail."""

    name: str
    levels: frozenset[Visibility]
    fields: frozenset[str]
    """Structured fields and lists as `kind.field`; a party's terms by vocabulary: `party.terms.religion`."""
    texts: frozenset[str]
    """The free texts that may be published after a review for this profile."""
    name_rules: Mapping[str, NameRule]
    """The rule by kind of party; a party of unknown kind counts as a person."""
    name_kinds: frozenset[str]
    event_dates: DateDetail = DateDetail.DAY
    life_dates: DateDetail = DateDetail.NONE
    places: PlaceDetail = PlaceDetail.AS_RECORDED
    ages: AgeDetail = AgeDetail.NONE
    unknown_words: UnknownWords = UnknownWords.OTHER
    withheld_roles: frozenset[str] = frozenset({"source"})
    """The roles in which nobody is ever shown."""
    languages: Languages = (EN,)
    """The default languages of a publication."""
    pictures: bool = False
    """Whether pictures of evidence may be published after they were prepared and reviewed for this
    profile.
    """
    consent_needed: bool = False
    """Whether people who were never asked have a label unless a public document names them.

    Otherwise everybody whose name is visible enough is named, because it is public.
    """
    sensitive: frozenset[str] = frozenset()
    """The topics of `sensitive.TOPICS` that may be printed."""
    own: frozenset[OwnField] = frozenset()
    """The desk's own questions whose answers may be published; free texts among these after a review."""

    def __post_init__(self) -> None:
        """Raise ShapeError for unknown names, so that a misspelt field is not silently withheld."""
        specs = [SPECS[kind] for kind in TRAVELLING]
        known_fields = {f"{spec.kind.value}.{field.name}" for spec in specs for field in spec.fields}
        known_fields |= {f"{spec.kind.value}.{item.name}" for spec in specs for item in spec.lists}
        unknown = {name for name in self.fields if ".".join(name.split(".")[:2]) not in known_fields}
        if unknown or not self.texts <= known_fields:
            raise ShapeError(Translatable("a field that does not exist"), "fields" if unknown else "texts")
        if not self.sensitive <= TOPICS.keys():
            raise ShapeError(Translatable("a topic that does not exist"), "sensitive")
        if set(self.name_rules) != set(PERSON_KINDS):
            raise ShapeError(Translatable("not one rule for each kind of party"), "name_rules")

    def allows(self, record: Record, field: str, name: str = "") -> bool:
        """Tell whether a structured field may be published: the record and the field must be visible enough.

        `name` is the name under which the profile lists the field, if it differs from the field's own name.
        """
        return (
            f"{record.kind.value}.{name or field}" in self.fields
            and self.admits(record)
            and record.visibility(field) in self.levels
        )

    def tells(self, vocabulary: str, code: str) -> bool:
        """Tell whether a term may be published: its topic must not be one that the profile leaves out."""
        topic = topic_of(vocabulary, code)
        return topic is None or topic in self.sensitive

    def admits(self, record: Record) -> bool:
        """Tell whether the record as a whole is visible enough.

        A case without a chosen level is visible: the records in it have their own levels. An event that is
        confidential until a certain day is withheld until then, whatever its level.
        """
        if record.kind is Kind.EVENT and is_confidential(record):
            return False
        levels = record.lists.get("visibility", {})
        if record.kind is Kind.CASE and ElementId(WHOLE_RECORD) not in levels:
            return True
        return record.visibility(WHOLE_RECORD) in self.levels

    def admits_text(self, record: Record, field: str) -> bool:
        """Tell whether a free text may be published after a review.

        If a record has a list of further texts, they follow the rule for the record's first text. Free text
        is secret by default, but the review overrules this default. A level that a user chose for the text is
        always respected.
        """
        listed = element_of(field) is not None
        name = FIRST.get(record.kind) if listed else field
        if f"{record.kind.value}.{name}" not in self.texts or not self.admits(record):
            return False
        parts = (TEXTS_LIST, str(name)) if listed else (field,)
        return all(self._own_level_allows(record, part) for part in parts)

    def admits_answer(self, record: Record, asked_field: AskedField) -> bool:
        """Tell whether an answer in a record may be published; a free text also needs a review.

        Answers are secret by default. A level that a user gave the question overrules the default, and the
        answers of one record may have a level of their own.
        """
        own = record.chosen_level(ANSWERS)
        return (
            asked_field.field in self.own
            and self.admits(record)
            and asked_field.admitted(self.levels)
            and (own is None or own in self.levels)
        )

    def admits_picture(self, evidence: Record) -> bool:
        """Tell whether a piece of evidence may be published as a picture after a review.

        Evidence is secret by default, but the review overrules this default, as for free text. A level that a
        user chose for the evidence is always respected.
        """
        return self.pictures and self._own_level_allows(evidence, WHOLE_RECORD)

    def admits_captured(self, evidence: Record) -> bool:
        """Tell whether the time of a published picture may be printed."""
        return "evidence.captured" in self.fields and self._own_level_allows(evidence, "captured")

    def admits_citation(self, citation: Record) -> bool:
        """Tell whether a note may name the source of a citation.

        Only a level that a user chose for the citation can forbid it, not the default level.
        """
        return "citation.source" in self.fields and self._own_level_allows(citation, WHOLE_RECORD)

    def admits_figure(self, figure: Record) -> bool:
        """Tell whether a figure that others published may be printed.

        Only a level that a user chose for the figure can forbid it, not the default level.
        """
        return "figure.value" in self.fields and self._own_level_allows(figure, WHOLE_RECORD)

    def admits_note(self, source: Record, field: str) -> bool:
        """Tell whether the note of a public document may include a field."""
        return f"source.{field}" in self.fields and self._own_level_allows(source, field)

    def _own_level_allows(self, record: Record, element: str) -> bool:
        own = record.lists.get("visibility", {}).get(ElementId(element))
        return own is None or Visibility(str(own["level"])) in self.levels

    def shows(self, party: Record) -> bool:
        """Tell whether a party may appear at all, by name or under a label."""
        return self.allows(party, "names") and self.rule_for(party) is not NameRule.OMIT

    @property
    def labels_people(self) -> bool:
        """Whether the profile gives people a label, unless the user decides otherwise for somebody."""
        return self.name_rules["person"] is NameRule.LABEL

    def rule_for(self, party: Record) -> NameRule:
        """Return the rule for the names of a party."""
        return self.name_rules.get(party.text("kind"), self.name_rules["person"])


def _fields(kind: Kind, names: str) -> frozenset[str]:
    return frozenset(f"{kind.value}.{name}" for name in names.split())


_STRUCTURED: Final = (
    _fields(Kind.CASE, "parties")
    | _fields(
        Kind.PARTY,
        "names kind size size_min size_max sex birth death age ethnicity terms.occupation terms.cause",
    )
    | _fields(
        Kind.EVENT, "type measure facility date place place_text assertion parties terms charges penalties"
    )
    | _fields(Kind.PLACE, "labels")
    | _fields(Kind.CITATION, "source")
    | _fields(Kind.FIGURE, "value")
    | _fields(Kind.SOURCE, " ".join(NOTED))
)
_NEVER_BY_DEFAULT: Final = _fields(Kind.PARTY, "disability terms.religion terms.vulnerability") | {
    "evidence.captured"
}
PUBLISHABLE: Final = _STRUCTURED | _NEVER_BY_DEFAULT
"""All structured fields that a publication can contain; a desk's own questions are named by their records."""
TEXTS: Final = frozenset({"case.narrative", "event.summary"})
"""All free texts that can be reviewed for a publication."""
# A name beside the main one tells whoever knows only that name who its bearer is.
_NAME_KINDS: Final = frozenset({"main"})

NAMES: Final = Profile(
    name="names",
    levels=frozenset({Visibility.PUBLIC}),
    fields=_STRUCTURED,
    texts=TEXTS,
    name_rules=MappingProxyType(dict.fromkeys(PERSON_KINDS, NameRule.AS_IS)),
    name_kinds=_NAME_KINDS,
    life_dates=DateDetail.YEAR,
    ages=AgeDetail.EXACT,
    unknown_words=UnknownWords.MATCHED,
)
"""Public structured facts; names people."""

LABELS: Final = Profile(
    name="labels",
    levels=frozenset({Visibility.PUBLIC, Visibility.RESTRICTED}),
    # A typed place is free words that nobody reviewed: "in the shop of his brother". A place record is not.
    fields=_STRUCTURED - {"event.place_text"},
    texts=TEXTS,
    name_rules=MappingProxyType({**dict.fromkeys(PERSON_KINDS, NameRule.LABEL), "authority": NameRule.AS_IS}),
    name_kinds=_NAME_KINDS,
    event_dates=DateDetail.MONTH,
    ages=AgeDetail.BAND,
)
"""Public and restricted structured facts; labels every person. Dates by the month, ages by bands of ten; of
places only those that are records of their own."""

SHIPPED: Final = MappingProxyType({profile.name: profile for profile in (NAMES, LABELS)})


def shipped(name: str) -> Profile:
    """Return a shipped profile; raise ProfileNotFound if there is none with this name."""
    try:
        return SHIPPED[name]
    except KeyError:
        raise ProfileNotFound(profile=name) from None
