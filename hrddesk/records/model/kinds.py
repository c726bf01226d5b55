"""The single description of every kind of record, its fields and its lists.

The database schema, the bundle parser, the digests of the history and the allow-lists of publications all
derive from these tables: a field that is not named here cannot be stored, sent or published.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec, Visibility


class Kind(StrEnum):
    """The kinds of records."""

    CASE = "case"
    PARTY = "party"
    EVENT = "event"
    RELATION = "relation"
    PLACE = "place"
    SOURCE = "source"
    EVIDENCE = "evidence"
    CITATION = "citation"
    FIGURE = "figure"
    TERM = "term"
    FIELD = "field"  # a desk's own question: the definition of a custom field
    QUERY = "query"  # a saved search or statistic, or a publication profile
    REPORT = "report"  # what a desk writes to be published, in blocks
    FORWARD = "forward"  # a record that was merged into another, which is found under both ids
    TEXT_REVIEW = "text_review"  # what was decided about a text for a profile, and who confirmed it
    PICTURE_REVIEW = "picture_review"  # the same of a picture: boxes and words
    CONSENT_NOTE = "consent_note"  # who was asked whether a person consents, and how


@dataclass(frozen=True, slots=True)
class KindSpec:
    """The fields and lists of one kind of record."""

    kind: Kind
    fields: tuple[FieldSpec, ...]
    lists: tuple[ListSpec, ...]
    travels: bool = True
    """Whether records of this kind may leave the vault: in a bundle, a kit or a publication."""

    def field(self, name: str) -> FieldSpec | None:
        """Return the field with this name, or None if the kind has none."""
        return next((field for field in self.fields if field.name == name), None)

    def list(self, name: str) -> ListSpec | None:
        """Return the list with this name, or None if the kind has none."""
        return next((spec for spec in self.lists if spec.name == name), None)


_DATE, _NUMBER, _FLAG, _RECORD = FieldType.DATE, FieldType.NUMBER, FieldType.FLAG, FieldType.RECORD
_LONG = FieldType.LONG

ASKS_PROFILE = "profile"
"""The value of `asks` in a saved query that is a publication profile."""

SEXUAL_VIOLENCE: Final = frozenset({"sexual_violence", "sexual_abuse", "strip_search"})
"""The types and terms of events that are confidential until a user chooses a visibility level."""

WHOLE_RECORD = "record"
"""The element id in the `visibility` list for the record as a whole."""

VISIBILITY_LIST = ListSpec("visibility", (FieldSpec("level"),))
KEYS_LIST = ListSpec("keys", (FieldSpec("source"), FieldSpec("file"), FieldSpec("key")))
COMMENTS: Final = "comments"
"""The list of questions from colleagues about a record; `state` is open, answered or done."""
COMMENTS_LIST = ListSpec(
    COMMENTS,
    (FieldSpec("comment", most=10_000), FieldSpec("by", most=200), FieldSpec("state", most=64)),
    Visibility.SECRET,
)
TEXTS: Final = "texts"
"""The list of further texts of a record, after its first text, see `texts.texts`."""
TEXTS_LIST = ListSpec(
    TEXTS,
    (
        FieldSpec("language", most=35),
        FieldSpec("kind", most=64),
        FieldSpec("of", most=80),
        FieldSpec("by", visibility=Visibility.SECRET, most=200),
        FieldSpec("checked", FieldType.FLAG),
        FieldSpec("body", FieldType.LONG),
    ),
    Visibility.SECRET,
)
COMMON_LISTS = (VISIBILITY_LIST, KEYS_LIST, COMMENTS_LIST)
CONSENTS: Final = "consents"
"""The list of consents that a person gave, refused or withdrew, see `rules.consents`."""
OFFICES: Final = ("authority", "organisation")
"""The kinds of parties that are not people, so no consent is needed from them."""

CONSENTS_LIST = ListSpec(
    CONSENTS,
    (
        *(FieldSpec(name, most=64) for name in ("consent", "purpose", "given_by", "basis")),
        FieldSpec("pictures", FieldType.FLAG),
        FieldSpec("date", FieldType.DATE),
        FieldSpec("until", FieldType.DATE),
        FieldSpec("source", FieldType.RECORD),
    ),
    Visibility.SECRET,
)
BLOCKS: Final = "blocks"
"""The list of the text blocks of a report, in order, see `model.places_in_order`."""
BLOCKS_LIST = ListSpec(
    BLOCKS,
    (
        FieldSpec("kind", most=64),
        FieldSpec("language", most=35),
        FieldSpec("body", FieldType.LONG),
        FieldSpec("record", FieldType.RECORD),
        FieldSpec("caption", most=1_000),
        FieldSpec("by", most=200),
        FieldSpec("state", most=64),
    ),
    Visibility.SECRET,
    is_spaced=True,
)
VALUES_LIST = ListSpec("values", (FieldSpec("field"), FieldSpec("answer")), Visibility.SECRET)
"""The answers to custom fields and template fields: the key of the field, and the answer as typed."""

PROOFS: Final = "proofs"
PROOFS_LIST = ListSpec(
    PROOFS,
    (FieldSpec("kind", most=64), FieldSpec("sha256"), FieldSpec("date", FieldType.DATE)),
    Visibility.SECRET,
)
"""The time stamps and signatures of a file, each with the hash of the time stamp or signature file."""

CUSTODY: Final = "custody"
CUSTODY_LIST = ListSpec(
    CUSTODY,
    (
        FieldSpec("time", FieldType.NUMBER),
        FieldSpec("number", FieldType.NUMBER),
        FieldSpec("what", most=200),
        FieldSpec("by", most=200),
    ),
    Visibility.SECRET,
)
"""The entries on a piece of evidence from the custody logs of other desks, see `rules.custody`."""

CASES: Final = "cases"
"""The list of the cases to which a piece of evidence belongs, without duplicates."""

PROTECTED: Final = "protected"
"""The field of a person who gets a label in every publication, until a user lifts this with a reason."""

ABOUT: Final = "about"
"""The list of the people and events that evidence depicts or mentions, its signers, and the origin of each
entry.
"""

LABELS: Final = "labels"
"""The list of the labels of a record, one element for each language."""

LANGUAGES: Final = frozenset({"language", "text_language"})
"""The fields that contain a language code: any code of the right shape, known to this version or not."""


def _labels(visibility: Visibility = Visibility.RESTRICTED) -> ListSpec:
    return ListSpec(LABELS, (FieldSpec("language", most=35), FieldSpec("text", most=300)), visibility)


def _fields(*specs: str | tuple[str, FieldType]) -> tuple[FieldSpec, ...]:
    """Make field specs from names; a trailing `*` makes a field secret by default."""
    field_specs = []
    for spec in specs:
        name, kind = (spec, FieldType.TEXT) if isinstance(spec, str) else spec
        level = Visibility.SECRET if name.endswith("*") else Visibility.RESTRICTED
        field_specs.append(FieldSpec(name.rstrip("*"), kind, level))
    return tuple(field_specs)


def _kind(kind: Kind, fields: tuple[FieldSpec, ...], *lists: ListSpec, travels: bool = True) -> KindSpec:
    common = COMMON_LISTS if travels else tuple(item for item in COMMON_LISTS if item.name != COMMENTS)
    return KindSpec(kind, fields, lists + common, travels)


_ALL = (
    _kind(
        Kind.CASE,
        _fields(
            "ref", "title*", "status", "country", ("narrative*", _LONG), ("note*", _LONG), "text_language*"
        ),
        ListSpec("parties", _fields(("party", _RECORD), "role")),
        ListSpec("tags", _fields("text")),
        TEXTS_LIST,
        VALUES_LIST,
    ),
    _kind(
        Kind.PARTY,
        _fields(
            "ref",
            "kind",
            "size",
            ("size_min", _NUMBER),
            ("size_max", _NUMBER),
            "sex",
            ("birth", _DATE),
            ("death", _DATE),
            "age",
            ("age_day", _DATE),
            "ethnicity",
            ("home", _RECORD),  # the county that the person is from
            "home_text",
            "disability",
            ("protected*", _FLAG),  # under a label in every publication
            "unprotected*",  # why that was taken off
            ("note*", _LONG),
        ),
        ListSpec("names", _fields("name", "script", "kind")),
        ListSpec("terms", _fields("vocabulary", "raw", "term", ("since", _DATE), ("until", _DATE))),
        ListSpec("citizenships", _fields("text")),
        CONSENTS_LIST,
        VALUES_LIST,
    ),
    _kind(
        Kind.EVENT,
        _fields(
            ("case", _RECORD),
            "country",  # whose law it falls under, where it is in no case
            "type",
            "measure",
            "facility",  # the kind of place in which people are held, where it has no name
            ("date", _DATE),
            ("place", _RECORD),
            "place_text",
            "assertion",
            ("summary*", _LONG),
            ("note*", _LONG),
            "text_language*",
            *("addressee*", "reference*", "asked*", ("due*", _DATE)),  # of an intervention
            *(("confidential_until*", _DATE), ("answered*", _DATE), "outcome*"),
        ),
        ListSpec("parties", _fields(("party", _RECORD), "role")),
        ListSpec("terms", _fields("raw", "term")),
        ListSpec("charges", _fields("raw", "term", "stage")),
        ListSpec(
            "penalties",
            _fields(
                "raw",
                "kind",
                ("months", _NUMBER),
                "ends",
                ("amount", _NUMBER),
                "currency",
                ("quantity", _NUMBER),
                "unit",
            ),
        ),
        ListSpec("links", _fields(("event", _RECORD), "type")),
        TEXTS_LIST,
        VALUES_LIST,
    ),
    _kind(
        Kind.RELATION,
        _fields(
            ("subject", _RECORD),
            "type",
            ("object", _RECORD),
            ("since", _DATE),
            ("until", _DATE),
            "assertion",
            ("note*", _LONG),
        ),
    ),
    _kind(
        Kind.PLACE,
        _fields("kind", ("parent", _RECORD), ("coordinates*", FieldType.POINT), ("note*", _LONG)),
        _labels(),
        ListSpec("aliases", _fields("text"), Visibility.SECRET),
    ),
    _kind(
        Kind.SOURCE,
        _fields(
            *("kind*", "type*", "title*", "reliability*", "code_name*", ("date*", _DATE), "language*"),
            *("knowledge*", "means*", "interviewer*"),  # of a person
            *("author*", "publisher*", "address*", "archived*"),  # of a document
            *("attribution*", "credit*", ("consented*", _DATE), ("note*", _LONG)),
        ),
        TEXTS_LIST,
    ),
    _kind(
        Kind.EVIDENCE,
        _fields(
            "ref",
            "original_name*",
            "title*",
            "media_type*",
            ("size*", _NUMBER),
            "sha256*",
            "captured*",
            "acquired*",
            "from_whom*",  # a code name
            "others*",  # who else a picture shows: nobody, covered, consented, open; empty means open
            "language*",
            ("place*", _RECORD),
            ("derived_from*", _RECORD),
            ("metadata*", _LONG),
            ("note*", _LONG),
        ),
        ListSpec(CASES, _fields(("case", _RECORD)), Visibility.SECRET),
        PROOFS_LIST,
        CUSTODY_LIST,
        TEXTS_LIST,
        ListSpec(ABOUT, _fields(("record", _RECORD), "how", "by"), Visibility.SECRET),
        _labels(Visibility.SECRET),  # its captions
    ),
    _kind(
        Kind.CITATION,
        _fields(
            ("record*", _RECORD), "field*", ("source*", _RECORD), "stance*", ("quote*", _LONG), "locator*"
        ),
    ),
    _kind(
        Kind.FIGURE,
        _fields(
            "name", "value", "unit", "denominator", ("as_of", _DATE), "definition", "kind", ("note*", _LONG)
        ),
    ),
    _kind(
        Kind.TERM,
        _fields("vocabulary", "code", "map", ("retired", _FLAG), "into"),
        _labels(),
        ListSpec("aliases", _fields("text")),
    ),
    _kind(
        Kind.FIELD,
        _fields(
            "owner*",
            "key*",
            "type*",
            "vocabulary*",
            "template*",
            ("position*", _NUMBER),
            ("retired*", _FLAG),
        ),
        _labels(Visibility.SECRET),
    ),
    _kind(Kind.QUERY, _fields("name*", "asks*", ("query*", _LONG))),
    _kind(
        Kind.REPORT,
        _fields(
            *("ref*", "title*", "subtitle*", "series*", "template*", "languages*"),
            *(("as_of*", _DATE), ("embargo*", _DATE), ("note*", _LONG)),
        ),
        BLOCKS_LIST,
    ),
    _kind(Kind.FORWARD, _fields(("merged*", _RECORD), ("kept*", _RECORD))),
    _kind(
        Kind.TEXT_REVIEW,
        _fields(
            ("record*", _RECORD), "field*", "profile*", "original*", "vouched*", ("time*", _NUMBER), "who*"
        ),
        ListSpec(
            "decisions",
            _fields(("start*", _NUMBER), ("end*", _NUMBER), "how*", "instead*"),
            Visibility.SECRET,
        ),
        travels=False,
    ),
    _kind(
        Kind.PICTURE_REVIEW,
        _fields(
            ("evidence*", _RECORD),
            "profile*",
            "file*",
            ("width*", _NUMBER),
            ("height*", _NUMBER),
            "alt*",
            "caption*",
            "told*",
            "shown*",
            "vouched*",
            "alt_vouched*",
            "caption_vouched*",
            ("time*", _NUMBER),
            "who*",
            ("others_covered*", _FLAG),  # whoever else is seen, by who reviewed it
        ),
        ListSpec("covered", _fields("party*"), Visibility.SECRET),  # whose face is covered, by the same
        ListSpec(
            "boxes",
            _fields(("left*", _NUMBER), ("top*", _NUMBER), ("width*", _NUMBER), ("height*", _NUMBER)),
            Visibility.SECRET,
        ),
        travels=False,
    ),
    _kind(Kind.CONSENT_NOTE, _fields(("party*", _RECORD), ("note*", _LONG)), travels=False),
)

SPECS: Mapping[Kind, KindSpec] = MappingProxyType({spec.kind: spec for spec in _ALL})

TRAVELLING: Final = tuple(kind for kind in Kind if SPECS[kind].travels)
AT_HOME: Final = tuple(kind for kind in Kind if not SPECS[kind].travels)
"""The kinds whose records never leave the vault; `TRAVELLING` has the other kinds."""
