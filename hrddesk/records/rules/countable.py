"""The data that figures count: relations between records, and the values of each record by name.

A figure reads single values by name, not whole records, which would include texts and levels.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.terms.roles import OWN, SUBJECT

Item = str | int | tuple["str | int | None", ...]
"""One recorded value: words, a code, a number, or several of these that belong together."""
DATE, LIFE, SIZE, PLACE, TERM, SOURCE = "date", "life", "size", "place", "event_term", "source"
FACILITY: Final = "facility"
"""The kind of facility in the words of the source, and the place, whose kind may also be a facility."""
OF_PARTY: Final = ("occupation", "cause", "religion")
"""The vocabularies of the terms of a person that are counted."""
CUSTOM: Final = "field:"
"""The prefix of the names of answers to the desk's own questions."""
GROUP, FIXED = "group", "fixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The relations between cases, events and parties.

    `events` has the id, the case and the assertion of each event, `parties` the id and kind of each party.
    """

    cases: Iterable[RecordId]
    parties: Iterable[tuple[RecordId, str]]
    events: Iterable[tuple[RecordId, RecordId, str]]
    victims: Iterable[tuple[RecordId, RecordId]]
    """Pairs of an event and a person to whom it happened, or whom a statement or an appeal concerns."""
    subjects: Iterable[tuple[RecordId, RecordId]]
    """Pairs of a case and a person whom it is about."""


class Countable(Protocol):
    """The interface through which figures read cases, parties and events."""

    def ties(self) -> Ties:
        """Return the relations between cases, events and parties."""

    def recorded(self, name: str) -> Iterable[tuple[RecordId, Item]]:
        """Return the values with this name, each with the id of its record.

        Empty values are left out, except the date of an event: every event happened on some day.
        """


class CountableRecords:
    """A `Countable` made from complete records, such as the records as they were on an earlier day."""

    def __init__(
        self,
        cases: Iterable[Record],
        parties: Iterable[Record],
        events: Iterable[Record],
        citations: Iterable[Record] = (),
    ) -> None:
        self._cases, self._parties, self._events = list(cases), list(parties), list(events)
        self._citations = list(citations)

    def ties(self) -> Ties:
        """Return the relations between cases, events and parties."""
        return Ties(
            cases=[case.id for case in self._cases],
            parties=[(party.id, party.text("kind")) for party in self._parties],
            events=[
                (event.id, RecordId(event.text("case")), event.text("assertion")) for event in self._events
            ],
            victims=[(event.id, party) for event in self._events for party in _in_role(event, OWN)],
            subjects=[(case.id, party) for case in self._cases for party in _in_role(case, {SUBJECT})],
        )

    def recorded(self, name: str) -> Iterator[tuple[RecordId, Item]]:
        """Yield the values with this name, each with the id of its record, as `Countable.recorded` does."""
        if name == SOURCE:
            yield from ((RecordId(item.text("record")), item.text("source")) for item in self._citations)
            return
        for record in (*self._cases, *self._parties, *self._events):
            for item in _items(record, name):
                if item != "" or name == DATE:
                    yield record.id, item


def word_of(item: Element) -> str:
    """Return the code of the term in a list element, or the raw words if there is no code."""
    return _text(item, "term") or _text(item, "raw")


def _in_role(record: Record, roles: Collection[str]) -> list[RecordId]:
    parties = (item for item in record.values("parties") if item.get("role") in roles)
    return [RecordId(str(item["party"])) for item in parties if item.get("party")]


def _items(record: Record, name: str) -> Iterable[Item]:
    if name.startswith(CUSTOM):
        key = name.removeprefix(CUSTOM)
        return (_text(item, "answer") for item in record.values("values") if item.get("field") == key)
    if name == "dataset":
        return (_text(item, "source") for item in record.values("keys"))
    read = _ITEMS[record.kind].get(name)
    return () if read is None else read(record)


def _text(item: Element, name: str) -> str:
    return str(item.get(name) or "")


def _field(name: str) -> Callable[[Record], Iterable[Item]]:
    return lambda record: (record.text(name),)


def _words(name: str) -> Callable[[Record], Iterable[Item]]:
    return lambda record: map(word_of, record.values(name))


def _terms(vocabulary: str) -> Callable[[Record], Iterable[Item]]:
    return lambda party: (
        word_of(item) for item in party.values("terms") if item.get("vocabulary") == vocabulary
    )


def _fields(*names: str) -> Callable[[Record], Iterable[Item]]:
    """Return a reader of fields that belong together; it reads nothing if the first two fields are empty."""
    return lambda record: (tuple(map(record.text, names)),) if any(map(record.text, names[:2])) else ()


def _size(party: Record) -> Iterable[Item]:
    if party.text("kind") == GROUP:
        least, most = (party.fields.get(name) for name in ("size_min", "size_max"))
        yield (least if isinstance(least, int) else None, most if isinstance(most, int) else None)


def _months(event: Record) -> Iterable[Item]:
    for item in event.values("penalties"):
        months = item.get("months")
        if item.get("kind") == FIXED and isinstance(months, int):
            yield months


_ITEMS: Final[Mapping[Kind, Mapping[str, Callable[[Record], Iterable[Item]]]]] = {
    Kind.CASE: {
        "case_status": _field("status"),
        "tag": lambda case: (_text(item, "text") for item in case.values("tags")),
    },
    Kind.PARTY: {
        "sex": _field("sex"),
        "ethnicity": _field("ethnicity"),
        LIFE: _fields("birth", "age", "age_day"),
        SIZE: _size,
        **{name: _terms(name) for name in OF_PARTY},
    },
    Kind.EVENT: {
        **{name: _field(name) for name in ("type", "measure", "assertion", DATE)},
        PLACE: _fields("place", "place_text"),
        FACILITY: _fields("facility", "place"),
        TERM: _words("terms"),
        "charge": _words("charges"),
        "penalty": lambda event: (
            _text(item, "kind") or _text(item, "raw") for item in event.values("penalties")
        ),
        "months": _months,
    },
}
