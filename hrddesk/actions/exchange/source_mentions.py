"""The strings of a bundle with code names that name a source or a person who gave evidence.

Code names withhold the records of sources. A narrative with "his sister Odal told us" names her anyway, and
so does a tag or an answer. Every string that is sent is searched. A string that names such a person is
withheld too, unless the user replaces the name by a code name or sends the string unchanged. Strings with the
same content in other words, above all translations, are withheld as well: they may have the name in an
unknown spelling.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from hrddesk.actions.records.editing import edited
from hrddesk.bundle.sending.code_names import CodeNames, stays_home
from hrddesk.bundle.sending.packing import selected
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import BLOCKS, LABELS, TEXTS, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId
from hrddesk.records.model.versions import WHOLE
from hrddesk.records.names.titles import called
from hrddesk.records.texts.questions import ANSWERS, answer_field
from hrddesk.records.texts.strings import String, strings
from hrddesk.records.texts.text_versions import Span
from hrddesk.records.texts.texts import of_unknown_origin, saying_the_same, text_field, texts_of
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.givers import names_of_givers, names_typed
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_DEFINING: Final = (Kind.TERM, Kind.FIELD, Kind.QUERY)
"""Kinds of records that other records or the program depend on: they are sent whole or not at all."""
_COVERED: Final = (Kind.CASE, Kind.EVENT, Kind.PARTY, Kind.RELATION)
"""Kinds of records in whose fields and answers publications cover the passages that another desk protects."""
_SAME: Final = {LABELS: (LABELS, "aliases"), "aliases": ("aliases",), "names": ("names",)}
"""Lists whose entries name one thing in several languages: if one entry names a person, the others do as
well.
"""
_SAYING: Final = {
    TEXTS: ("body",),
    LABELS: ("text",),
    BLOCKS: ("body", "caption"),
    "aliases": ("text",),
    "names": ("name",),
}
"""For each of these lists, the fields of an entry that have words in a language."""
_KEPT, _SHORT = 4_096, 100
"""The number of strings, and their greatest length, whose matches are cached: tags and words of vocabularies
are in many records.
"""


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """The place of a person's name in a text, from character `start` up to `end`."""

    start: int
    end: int
    code_name: str
    """The code name of the named person; empty if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention:
    """A string that names a source or a giver of evidence whose record is left out of the bundle."""

    record: RecordId
    """The record that has the string; empty if the string is the name of a contact that is sent."""
    at: String
    ref: str
    """The reference of the record, or of its case; otherwise its title."""
    words: str
    """The names that were found, for this desk only."""
    places: tuple[MentionPlace, ...] = ()
    """The places of names in the text, in order; none overlaps another."""

    stays_whole: bool = False
    """Whether the whole record is withheld, because it is useless without the string."""
    protected_as: str = ""
    """The field of the record under which the places are protected; empty if no publication covers them."""
    same_as: str = ""
    """The part of the record that names a person, if this string has the same content but no known name."""
    has_unread: bool = False
    """Whether another part has the same content but no known name.

    If the names were replaced in this string alone, the other part would be sent.
    """

    @property
    def field(self) -> str:
        """The field of the string, after the name of its list: "narrative", "tags.text"."""
        return f"{self.at.list}.{self.at.field}" if self.at.list else self.at.field

    @property
    def can_be_replaced(self) -> bool:
        """Whether code names can replace the names in the string.

        A named person must have a code name, and the words must be changeable. If the record has the same
        content in other words, these words must name a person, too.
        """
        has_code_name = any(place.code_name for place in self.places)
        return self.at.can_be_worded and has_code_name and not self.has_unread


def mentions(
    store: Store,
    cases: Collection[RecordId] | None,
    besides: Collection[RecordId],
    contacts: Iterable[str] = (),
) -> list[SourceMention]:
    """Return the strings of some cases, or of all cases for None, that name a source who is left out.

    `besides` are other records to send with these cases. `contacts` are the names of contacts to send; these
    names are searched as well. Raise RecordNotFound.
    """
    chosen = list(selected(store, cases, besides))
    records = [record for record, version in chosen if not version.deleted]
    home = stays_home(records)
    ids = {record.id for record in records}
    records_and_sources = [*records, *(source for source in store.all(Kind.SOURCE) if source.id not in ids)]
    known_names = list(_names(records_and_sources, home))
    search = _MentionSearch(store, NameIndex(known_names), _code_names(records_and_sources, known_names))
    going = (record for record, _ in CodeNames(chosen, home))
    return [*search.records(going), *search.contacts(contacts)]


def replace_names(
    session: Session, cases: Collection[RecordId] | None, besides: Collection[RecordId]
) -> Outcome[int]:
    """Replace the names of sources by code names in all strings that `mentions` returns for these arguments.

    Return the number of changed strings; all are changed in one transaction. A source without a code name
    stays named, and so does a source in a string that cannot be changed. The earlier words stay in the
    history, and undo restores them. Raise RecordNotFound, and InvalidValue for a text that grows too long.
    """
    store = session.store
    mentions_by_record: dict[RecordId, list[SourceMention]] = {}
    for mention in mentions(store, cases, besides):
        if mention.can_be_replaced:
            mentions_by_record.setdefault(mention.record, []).append(mention)
    if not mentions_by_record:
        return Outcome(0, Changes())
    with store.change("text.code-names") as change:
        for record_id, named in mentions_by_record.items():
            record = store.get(record_id)
            fields = {item.field: _worded(item) for item in named if not item.at.list}
            change.put(edited(record, fields, _lists(record, named), store.words()))
    return Outcome(sum(map(len, mentions_by_record.values())), change.changes)


def _lists(record: Record, named: Iterable[SourceMention]) -> Mapping[str, Sequence[Element]]:
    """Return the lists of a record whose entries name a person, with code names in place of the names."""
    elements_by_list: dict[str, dict[str, Element]] = {}
    for item in named:
        if item.at.list:
            entries = elements_by_list.setdefault(item.at.list, {})
            entries[item.at.element] = {**entries.get(item.at.element, {}), item.at.field: _worded(item)}
    return {
        name: [
            {**element, **entries.get(element_id, {}), "id": element_id}
            for element_id, element in record.elements(name)
        ]
        for name, entries in elements_by_list.items()
    }


def _worded(mention: SourceMention) -> str:
    text = mention.at.text
    for place in reversed(mention.places):
        text = text[: place.start] + (place.code_name or text[place.start : place.end]) + text[place.end :]
    return text


def parts_of(mention_list: Iterable[SourceMention]) -> Mapping[RecordId, frozenset[str]]:
    """Return the parts to withhold of each record; `WHOLE` means the whole record."""
    parts_by_record: dict[RecordId, frozenset[str]] = {}
    for mention in mention_list:
        part = WHOLE if mention.stays_whole else mention.at.part
        parts_by_record[mention.record] = parts_by_record.get(mention.record, frozenset()) | {part}
    return parts_by_record


def spans_of(mention_list: Iterable[SourceMention]) -> Mapping[RecordId, Mapping[str, Sequence[Span]]]:
    """Return the places that name a withheld person, by record and by field of the record."""
    spans_by_record: dict[RecordId, dict[str, Sequence[Span]]] = {}
    for mention in mention_list:
        if mention.protected_as:
            spans = [(item.start, item.end) for item in mention.places]
            spans_by_record.setdefault(mention.record, {})[mention.protected_as] = spans
    return spans_by_record


def _names(records: Iterable[Record], home: Collection[RecordId]) -> Iterator[KnownName]:
    """Yield the names of everybody who is left out of the bundle; `home` are the records that are left out.

    Code names, and names that somebody in the bundle also has, are not yielded.
    """
    going, staying = set[str](), list[KnownName]()
    for record in records:
        if record.kind is Kind.PARTY:
            names = [str(element.get("name", "")) for element in record.values("names")]
            if record.id in home:
                staying += [KnownName(record.id, name) for name in names]
            else:
                going.update(map(squeeze, names))
        elif record.kind in (Kind.SOURCE, Kind.EVIDENCE):
            for typed in names_typed(record):
                staying += [
                    KnownName(record.id, name, "", IdentifierKind.SOURCE) for name in names_of_givers(typed)
                ]
            going.add(squeeze(record.text("code_name")))
    yield from (name for name in staying if squeeze(name.text) and squeeze(name.text) not in going)


def _code_names(records: Iterable[Record], known_names: Iterable[KnownName]) -> Mapping[RecordId, str]:
    """Return the code name of each named person who has one.

    A source has its own code name. Any other person gets the code name of the source with the same name,
    unless sources with different code names have this name.
    """
    own = {record.id: code for record in records if (code := record.text("code_name").strip())}
    by_name: dict[str, set[str]] = {}
    names = list(known_names)
    for name in names:
        if name.owner in own:
            by_name.setdefault(squeeze(name.text), set()).add(own[name.owner])
    code_names = dict(own)
    for name in names:
        meant = by_name.get(squeeze(name.text), set())
        if name.owner not in own and len(meant) == 1:
            code_names[name.owner] = next(iter(meant))
    return code_names


class _MentionSearch:
    """Searches the records and contacts that are sent for the names of withheld people."""

    def __init__(self, store: Store, index: NameIndex, code_names: Mapping[RecordId, str]) -> None:
        self._store, self._index, self._code_names = store, index, code_names
        self._find_again = lru_cache(_KEPT)(self._find)

    def records(self, going: Iterable[Record]) -> Iterator[SourceMention]:
        for record in going:
            named = [
                SourceMention(
                    record=record.id,
                    at=string,
                    ref=_ref(self._store, record),
                    words=_words(string.text, places),
                    places=places,
                    stays_whole=record.kind in _DEFINING,
                    protected_as=_protected_as(record, string),
                )
                for string in strings(record)
                if (places := self._places(string.text))
            ]
            yield from _with_same(record, named) if named else ()

    def contacts(self, names: Iterable[str]) -> Iterator[SourceMention]:
        for name in names:
            if places := self._places(name):
                string = String(
                    list="", element=ElementId(""), field="contact", text=name, can_be_worded=False
                )
                yield SourceMention(
                    record=RecordId(""), at=string, ref=name, words=_words(name, places), places=places
                )

    def _places(self, text: str) -> tuple[MentionPlace, ...]:
        return self._find_again(text) if len(text) <= _SHORT else self._find(text)

    def _find(self, text: str) -> tuple[MentionPlace, ...]:
        whole_names = (
            item
            for item in self._index.find(text)
            if item.kind in (IdentifierKind.NAME, IdentifierKind.SOURCE)
        )
        return tuple(_places(whole_names, self._code_names))


def _with_same(record: Record, named: Iterable[SourceMention]) -> Iterator[SourceMention]:
    """Yield the parts of a record that name a person, and the parts with the same content in other words."""
    worded = {string.part: string for string in strings(record) if _is_worded(string)}
    by_part = {item.at.part: item for item in named if _is_worded(item.at)}
    unread: dict[str, str] = {}
    telling = set[str]()
    for part, item in by_part.items():
        same = {other for other in _same(record, item.at) if other in worded and other not in by_part}
        unread |= dict.fromkeys(same, part)
        telling |= {part} if same else set()
    for item in named:
        yield replace(item, has_unread=item.at.part in telling)
    for part, origin in unread.items():
        item, string = by_part[origin], worded[part]
        yield replace(
            item,
            at=string,
            places=(MentionPlace(0, len(string.text), ""),),
            protected_as=_protected_as(record, string),
            same_as=origin,
        )


def _is_worded(string: String) -> bool:
    """Tell whether a string is a text or a name that the record may also have in another language."""
    return not string.list or string.field in _SAYING.get(string.list, ())


def _same(record: Record, string: String) -> Iterator[str]:
    """Yield the parts of a record that have the same content as one of its strings, in other words."""
    texts = texts_of(record)
    may_be_of_any = string.part in (text.field for text in of_unknown_origin(texts))
    yield from (text.field for text in (texts if may_be_of_any else saying_the_same(texts, (string.part,))))
    for name in _SAME.get(string.list, ()):
        yield from (f"{name}/{element}" for element, _ in record.elements(name))
    if string.list == BLOCKS:  # nobody says which block of a report is a translation of which
        blocks = record.lists[BLOCKS]
        language = blocks[string.element].get("language")
        yield from (f"{BLOCKS}/{key}" for key, item in blocks.items() if item.get("language") != language)


def _protected_as(record: Record, string: String) -> str:
    if record.kind not in _COVERED:
        return ""
    if string.list == ANSWERS and string.field == "answer":
        return answer_field(str(record.lists[ANSWERS][string.element].get("field") or ""))
    if string.list == TEXTS and string.field == "body":
        return text_field(string.element)
    return "" if string.list else string.field


def _words(text: str, places: Iterable[MentionPlace]) -> str:
    return ", ".join(dict.fromkeys(text[place.start : place.end] for place in places))


def _places(occurrences: Iterable[Occurrence], code_names: Mapping[RecordId, str]) -> Iterator[MentionPlace]:
    """Yield the places of names in a text; names that overlap become one place."""
    waiting: MentionPlace | None = None
    for item in occurrences:
        names = {code_names.get(owner, "") for owner in item.owners}
        place = MentionPlace(item.start, item.end, names.pop() if len(names) == 1 else "")
        if waiting is not None and place.start < waiting.end:
            waiting = replace(waiting, end=max(waiting.end, place.end))
            continue
        if waiting is not None:
            yield waiting
        waiting = place
    if waiting is not None:
        yield waiting


def _ref(store: Store, record: Record) -> str:
    case = next(filter(None, map(store.find, record.cases)), None)
    names = (record.text("name"), record.labels.text(ENGLISH), record.text("code"), record.text("key"))
    of_case = case.text("ref") if case is not None else ""
    return record.text("ref") or of_case or called(record) or next(filter(None, names), record.id[:8])
