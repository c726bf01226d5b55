"""Records for somebody who must not learn who the sources are.

Of a source they contain only the code name, a description that may be printed, and what the note of a public
document says.

A record is sent without its hidden parts. A merge takes a missing part as unknown: a reader who has the part
keeps it, and the part can be sent later. But the version of the sent record must not claim the hidden parts.
Otherwise, a reader who confirms this version would seem to have them, and what the reader writes into them
later would seem to replace the values here. A version vector names, for each replica, only the last change
that is contained. It cannot leave out one change and contain a later one. So if a later change of the same
replica is to be sent, the hidden parts are written anew, with the same values, by a change that nobody else
has seen (`apart`). That change is stored when the bundle is written (`keep_apart`).

Other texts that name a source are found before (`actions.exchange.source_mentions`) and are not sent either.
All other words, and files of evidence, are sent as they are: only a person can tell what they reveal.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from hrddesk.records.model.kinds import ABOUT, COMMENTS, CUSTODY, PROOFS, SPECS, TEXTS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts
from hrddesk.records.rules.joining import references
from hrddesk.records.rules.sources import NOTED, Attribution, attribution_of, is_public
from hrddesk.store.records.change import Change
from hrddesk.store.records.store import Store

_ROLE: Final = "source"

_OF_SOURCE: Final = frozenset(item.name for item in SPECS[Kind.SOURCE].fields) - {"code_name", "attribution"}
_KEPT_BACK: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.SOURCE: _OF_SOURCE | {"keys", TEXTS, COMMENTS},
    Kind.CITATION: frozenset({"quote", "locator", "keys", COMMENTS}),
    Kind.EVIDENCE: frozenset(
        {"original_name", "from_whom", "metadata", "note", "others", "keys"}
        | {ABOUT, PROOFS, CUSTODY, TEXTS, COMMENTS}
    ),
}
"""Fields and lists by kind that reveal a source, except what print may say of it.

Of events and cases these are the entries of people with the role of a source.
"""
_IN_PRINT: Final = frozenset({"kind", "type", "language", *NOTED})
"""The fields of a public document that are sent."""


_ABOUT: Final = ("subject", "object", "record", "merged", "kept")
"""Fields that name the subject of a record; a witness that a citation names is not one."""


@dataclass(slots=True)
class CodeNames:
    """The records of a bundle without anything that reveals sources.

    The records in `home` are not sent: people who are only sources, and the records about them
    (`stays_home`).
    """

    records: Iterable[tuple[Record, Version]]
    home: Collection[RecordId]
    texts: Mapping[RecordId, Collection[str]] = field(default_factory=dict)
    """Further parts that name a source and are not sent, by record; `WHOLE` is the whole record."""
    mixed: set[RecordId] = field(default_factory=set)
    """Records whose hidden parts cannot be separated from the sent ones before `keep_apart`."""

    def __iter__(self) -> Iterator[tuple[Record, Version]]:
        for record, version in self.records:
            texts = self.texts.get(record.id, ())
            if record.id in self.home or WHOLE in texts:
                continue
            stripped = apart(record, version, texts)
            if stripped.is_mixed:
                self.mixed.add(record.id)
            yield stripped.record, stripped.version

    def keep_apart(self, store: Store, change: Change) -> None:
        """Write the hidden parts of sent records anew, within the caller's transaction."""
        for record_id in sorted(self.mixed):
            record, version = store.find(record_id), store.version(record_id)
            if record is not None and version is not None:
                texts = self.texts.get(record_id, ())
                change.put_version(record, written_anew(record, version, change.next_dot(), texts))


def kept_back(record: Record, version: Version, texts: Collection[str] = ()) -> set[str]:
    """Return the parts of a record that reveal a source, including removed parts and those in `texts`."""
    names = _KEPT_BACK.get(record.kind, frozenset())
    if is_public(record):
        names -= _IN_PRINT
    elif record.kind is Kind.SOURCE and attribution_of(record) is Attribution.DESCRIBED:
        names -= {"credit"}
    hidden_parts = {part for part in version.dots if part in texts or part.partition("/")[0] in names}
    if record.kind in (Kind.CASE, Kind.EVENT):
        hidden_parts |= {
            f"parties/{name}" for name, item in record.elements("parties") if item.get("role") == _ROLE
        }
    return hidden_parts


class Stripped(NamedTuple):
    """A record without the parts that reveal a source, and a version that does not claim those parts."""

    record: Record
    version: Version
    is_mixed: bool
    """Whether the version is true only after `written_anew` was stored."""


def apart(record: Record, version: Version, texts: Collection[str] = ()) -> Stripped:
    """Remove from a record and its version the parts that reveal a source."""
    hidden = set[str]() if version.deleted else kept_back(record, version, texts)
    if not hidden:
        return Stripped(record, version, is_mixed=False)
    first: dict[str, int] = {}
    for part in hidden:
        for dot in _every(version.dots[part]):
            first[dot.line] = min(dot.counter, first.get(dot.line, dot.counter))
    dots = {part: dot for part, dot in version.dots.items() if part not in hidden}
    is_mixed = any(
        dot.line in first and dot.counter >= first[dot.line] for item in dots.values() for dot in _every(item)
    )
    context = dict(version.context)
    if not is_mixed:
        context |= {line: counter - 1 for line, counter in first.items()}
    counters_by_line = {line: counter for line, counter in context.items() if counter}
    return Stripped(_without(record, hidden), Version(counters_by_line, dots), is_mixed)


def written_anew(record: Record, version: Version, dot: Dot, texts: Collection[str] = ()) -> Version:
    """Return a version that says that `dot`, a change that nobody has seen, wrote the hidden parts."""
    dots = {**version.dots, **dict.fromkeys(kept_back(record, version, texts), dot)}
    return replace(version, context={**version.context, dot.line: dot.counter}, dots=dots)


def _without(record: Record, hidden: Collection[str]) -> Record:
    lists = {
        name: {key: item for key, item in elements.items() if f"{name}/{key}" not in hidden}
        for name, elements in record.lists.items()
    }
    fields = {name: value for name, value in record.fields.items() if name not in hidden}
    stripped_record = Record(
        kind=record.kind,
        id=record.id,
        fields=fields,
        lists={name: items for name, items in lists.items() if items},
    )
    assert not parts(stripped_record).keys() & set(hidden)
    return stripped_record


def only_sources(records: Iterable[Record]) -> set[RecordId]:
    """Return the people who appear in these cases and events only as sources."""
    roles: dict[RecordId, set[object]] = {}
    for record in records:
        if record.kind in (Kind.CASE, Kind.EVENT):
            for item in record.values("parties"):
                roles.setdefault(RecordId(str(item.get("party"))), set()).add(item.get("role"))
    return {party for party, party_roles in roles.items() if party_roles == {_ROLE}}


@dataclass(frozen=True, slots=True)
class _References:
    """A record that is about other records: all that it refers to, and which of them it is about."""

    id: RecordId
    names: frozenset[RecordId]
    about: frozenset[str]


def stays_home(records: Iterable[Record]) -> set[RecordId]:
    """Return the people who are only sources in these records, and the records about nobody else.

    The latter include relations and statements about these people, and the sources of those statements. They
    also include a source, or evidence of no case, that is cited for these people alone: by itself it may
    reveal who they are.
    """
    statements, loose = list[_References](), set[RecordId]()

    def passing() -> Iterator[Record]:
        for record in records:
            if record.kind in (Kind.RELATION, Kind.CITATION, Kind.FORWARD, Kind.EVIDENCE):
                about = frozenset(record.text(name) for name in _ABOUT)
                statements.append(_References(record.id, frozenset(references(record)), about))
            if record.kind is Kind.SOURCE or (record.kind is Kind.EVIDENCE and not record.cases):
                loose.add(record.id)
            yield record

    people = only_sources(passing())
    home, before = set(people), -1
    while before != len(home):
        before = len(home)
        home |= {
            item.id
            for item in statements
            if not (people.isdisjoint(item.names) and home.isdisjoint(item.about))
        }
        needed_ids = {
            referred_id
            for item in statements
            if item.id not in home
            for referred_id in item.names - item.about
        }
        home |= {
            referred_id
            for item in statements
            if item.id in home
            for referred_id in item.names
            if referred_id in loose
        } - needed_ids
    return home


def _every(dot: Dot) -> tuple[Dot, ...]:
    return (dot, *dot.also)
