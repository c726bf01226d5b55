"""What can be searched in a record besides its free texts: names, which are scanned, and other words."""

from collections.abc import Iterator, Mapping
from typing import Final

from hrddesk.records.model.kinds import COMMENTS, LABELS, SPECS, Kind
from hrddesk.records.model.record import Record
from hrddesk.records.names import names

_SEPARATOR: Final = "\n"
_NAMES: Final = ("title", "original_name", "place_text", "name", "code_name")
_NAMED: Final[Mapping[Kind, tuple[str, ...]]] = {
    kind: tuple(name for name in _NAMES if spec.field(name) is not None) for kind, spec in SPECS.items()
}
_WORDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.CASE: ("status",),
    Kind.PARTY: ("age", "size", "disability", "home_text"),
    Kind.EVIDENCE: ("from_whom", "sha256"),
    Kind.CITATION: ("locator",),
    Kind.FIGURE: ("value", "denominator", "definition"),
    Kind.REPORT: ("subtitle", "series"),
}
"""The fields, by kind, whose values are searchable words; other fields have codes, dates and numbers."""
_LISTS: Final[Mapping[Kind, tuple[tuple[str, str], ...]]] = {
    Kind.CASE: (("tags", "text"), ("values", "answer")),
    Kind.PARTY: (("terms", "raw"), ("citizenships", "text"), ("values", "answer")),
    Kind.EVENT: (("charges", "raw"), ("terms", "raw"), ("penalties", "raw"), ("values", "answer")),
    Kind.PLACE: (("aliases", "text"),),
    Kind.REPORT: (("blocks", "caption"),),
}


def named_by(record: Record) -> Iterator[tuple[str, str]]:
    """Yield each name of a record as written, with the name of its field or list."""
    if record.kind is Kind.PARTY:
        for element in record.values("names"):
            yield "names", str(element.get("name", ""))
    yield from _called(record)
    yield "ref", record.text("ref")


def name_text(record: Record) -> str:
    """Return the names by which a record is found: its names in all their forms, its title, its reference."""
    forms: set[str] = set()
    for element in record.lists.get("names", {}).values():
        forms |= names.derived_forms(str(element.get("name", "")), str(element.get("script", "")))
    forms.update(names.normalise(text) for _, text in _called(record))
    forms.add(names.normalise(record.text("ref")))
    forms.discard("")
    return _SEPARATOR.join(sorted(forms))


def words_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the words by which a record is found besides its names, as written, each with its field or list.

    Titles and labels are names, too, but are repeated here: they are also found by forms derived from them,
    such as pinyin.
    """
    yield from _called(record)
    yield from _other_words(record)


def word_text(record: Record) -> str:
    """Return the forms of a record's words for the index, without titles and labels in their own form.

    `name_text` has these already.
    """
    forms = {form for _, word in _other_words(record) for form in names.spelled(word)}
    named = [text for _, text in _called(record)]
    for text in named:
        if not text.isascii():  # else it has no form but its own
            forms |= names.spelled(text)
    if forms:
        forms.difference_update(map(names.normalise, named))
    return _SEPARATOR.join(sorted(forms))


def _called(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the titles of a record, and the labels of a place or evidence in each language."""
    for field in _NAMED[record.kind]:
        if record.text(field):
            yield field, record.text(field)
    if record.kind in (Kind.PLACE, Kind.EVIDENCE):
        yield from ((LABELS, text) for text in record.labels.values())


def _other_words(record: Record) -> Iterator[tuple[str, str]]:
    for field in _WORDS.get(record.kind, ()):
        if record.text(field):
            yield field, record.text(field)
    for name, inner in (*_LISTS.get(record.kind, ()), (COMMENTS, "comment")) if record.lists else ():
        for element in record.values(name):
            if element.get(inner):
                yield name, str(element[inner])
