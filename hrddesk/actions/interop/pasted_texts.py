"""Records from the text of a pasted report. Each is stored only after the user accepted it.

The report becomes a source. Every record from it cites it with the passage as the quote. An accepted proposal
is recognised by the text and by its place in the text, so that nothing is stored twice.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.actions.records import citations
from hrddesk.actions.records.cases import with_party
from hrddesk.actions.records.citations import SourceStatement
from hrddesk.actions.records.editing import edited
from hrddesk.actions.records.place_links import linked
from hrddesk.analysis.pasted_reports import reading
from hrddesk.analysis.pasted_reports.happenings import ReportedEvent
from hrddesk.analysis.pasted_reports.passages import QuotedPassage
from hrddesk.analysis.pasted_reports.people import ReportedPerson
from hrddesk.analysis.pasted_reports.reading import ReportReading
from hrddesk.errors import FileUnreadable, InvalidValue, PastedPersonMissing
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.columns.cells import occupation_of
from hrddesk.interop.kit.row_application import ImportKey, RowRecord, with_key
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, key_element_id, new_id
from hrddesk.records.names import display_names as people
from hrddesk.records.names import names
from hrddesk.records.names.display_names import names_together
from hrddesk.records.terms.roles import SUBJECT, usual_role
from hrddesk.records.terms.words import Words
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files

_SOURCE: Final = "pasted report"
"""The source that the keys of accepted records belong to."""
_REPORT, _PERSON, _CASE, _EVENT = "report", "report person", "report case", "report event"
_LONGEST_TITLE: Final = 200
_LONGEST_BYTES: Final = 4 * reading.LONGEST


@dataclass(frozen=True, slots=True)
class PastedText:
    """A pasted text with the records that are proposed from it."""

    title: str
    text: str
    reading: ReportReading

    @property
    def mark(self) -> str:
        """The hash by which the text is recognised when it is pasted again."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Likely:
    """A person in the vault who may be the same as a person in the report."""

    id: RecordId
    ref: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedEvent:
    """A proposed event with the user's corrections, as typed.

    If the text leaves open to whom it happened, `who` is the proposal of the person ("p1") whom the user
    chose.
    """

    type: str
    date: str = ""
    place: str = ""
    charges: Sequence[str] = ()
    who: str = ""

    @classmethod
    def of(cls, proposed: ReportedEvent) -> "CorrectedEvent":
        """Return a proposed event without corrections."""
        return cls(
            type=proposed.type,
            date=proposed.date.value if proposed.date else "",
            place=proposed.place.value if proposed.place else "",
            charges=tuple(fact.value for fact in proposed.charges),
        )


@dataclass(frozen=True, slots=True)
class Filed:
    """The case of an event, and those of its people who are in other cases only."""

    ref: str
    title: str
    elsewhere: tuple[str, ...]
    """The names of people of the event who have other cases only; these cases do not list the event."""


def read(store: Store | None, title: str, text: str, year: int | None = None) -> PastedText:
    """Read a text and propose records; `year` is the year of dates without one.

    Without a store, only shipped charges are known. Raise InvalidValue for too long a text or a wrong year.
    """
    if len(text) > reading.LONGEST:
        raise InvalidValue(
            field="text", why=Translatable("a report has at most {0} characters", f"{reading.LONGEST:,}")
        )
    if year is not None and not 1 <= year <= 9999:
        raise InvalidValue(field="year", why=Translatable("a year has one to four digits"))
    return PastedText(title, text, reading.read(text, store.words() if store else Words(), year))


def text_of(path: Path) -> str:
    """Return the text of a file; raise FileUnreadable."""
    try:
        return files.read_most(path, _LONGEST_BYTES + 1).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileUnreadable(path=path.name, why=Translatable("it is not text in UTF-8")) from None


def taken(store: Store, report: PastedText) -> dict[str, RecordId]:
    """Return the proposals of a report that were accepted, each with the id of its record."""
    records_by_proposal: dict[str, RecordId] = {}
    for number, person in enumerate(report.reading.people, 1):
        stored = _live(store, _PERSON, _key_of_person(report, person))
        if stored is not None:
            records_by_proposal[f"p{number}"] = stored
    for number, event in enumerate(report.reading.happenings, 1):
        stored = _live(store, _EVENT, _key_of_event(report, event))
        if stored is not None:
            records_by_proposal[f"e{number}"] = stored
    return records_by_proposal


def filed(store: Store, event_id: RecordId) -> Filed | None:
    """Return the case of an event if some of its people are in other cases only; otherwise None."""
    event = store.get(event_id)
    parties = dict.fromkeys(RecordId(str(item.get("party"))) for item in event.values("parties"))
    cases = {party: store.cases_of_party(party) for party in parties}
    apart = [party for party, case_ids in cases.items() if case_ids and event.text("case") not in case_ids]
    if not event.text("case") or not apart:
        return None
    case = store.get(event.text("case"))
    return Filed(
        case.text("ref"),
        case.text("title"),
        tuple(people.display_name(party) for party in store.many(Kind.PARTY, apart)),
    )


def likely(
    store: Store, person: ReportedPerson, name_elements: Sequence[Element] | None = None
) -> list[Likely]:
    """Return the people of the vault who have one of these names in any script, for the user to choose."""
    people_by_id: dict[RecordId, Record] = {}
    for element in name_elements or person.names:
        forms = names.derived_forms(str(element["name"]), str(element.get("script") or ""))
        for party in store.search.by_name(str(element["name"]), Kind.PARTY):
            record = store.get(party)
            theirs = {
                form
                for item in record.values("names")
                for form in names.derived_forms(str(item["name"]), str(item.get("script") or ""))
            }
            if forms & theirs:
                people_by_id[party] = record
    return [
        Likely(record.id, record.text("ref"), people.display_name(record)) for record in people_by_id.values()
    ]


def take_person(
    session: Session,
    report: PastedText,
    proposal: str,
    *,
    known: RecordId | None = None,
    wanted: Sequence[Element] | None = None,
    one_case: bool = False,
) -> Outcome[RecordId]:
    """Store a proposed person as a new one with a case, or add the names to an existing person (`known`).

    `wanted` are the corrected names. With `one_case` all people of the report are added to one case,
    otherwise each gets a separate case. A person accepted before is not stored again, but gets names that are
    new. Raise KeyError for an unknown proposal, RecordNotFound, InvalidValue.
    """
    person = report.reading.person(proposal)
    given_names = [element for element in wanted or person.names if str(element.get("name") or "").strip()]
    if not given_names:
        raise InvalidValue(field="names", why=Translatable("a person has a name"))
    key = _key_of_person(report, person)
    stored = known or _live(session.store, _PERSON, key)
    with session.store.change("paste.take") as change:
        party = _take(session.store, change, report, person, stored, given_names, one_case)
    return Outcome(party, change.changes)


def _take(
    store: Store,
    change: Change,
    report: PastedText,
    person: ReportedPerson,
    stored: RecordId | None,
    given_names: Sequence[Element],
    one_case: bool,
) -> RecordId:
    key, source = _key_of_person(report, person), _source(store, change, report)
    before = None if stored is None else store.get(stored)
    party = before or Record(kind=Kind.PARTY, id=new_id()).with_fields(kind="person")
    party = _with_key(_with_names(party, given_names), _PERSON, key)
    if before is None:
        party = _with_occupations(party, person)
        party = party.with_fields(ref=change.next_ref(Kind.PARTY))
    change.put(party)
    if before is None:
        _into_case(store, change, party, report.mark if one_case else key, _role_of(report, person))
    _cite(store, change, party, source, "names", person.passages[0])
    return party.id


def take_event(
    session: Session,
    report: PastedText,
    proposal: str,
    wanted: CorrectedEvent | None = None,
    *,
    one_case: bool = False,
) -> Outcome[RecordId]:
    """Store a proposed event with its people, unchanged or with the corrections `wanted`.

    A person who may already be in the vault must be accepted first, because only the user knows. Each part
    cites its words in the report. Raise PastedPersonMissing, InvalidDate or InvalidValue, also if the user
    did not choose among several people to whom it may have happened. Raise KeyError for an unknown proposal.
    """
    event = report.reading.happening(proposal)
    fields_to_take = wanted or CorrectedEvent.of(event)
    happened_to = _people_of(report, event, fields_to_take.who)
    new = _missing(session.store, report, happened_to)
    key = _key_of_event(report, event)
    stored = _live(session.store, _EVENT, key)
    with session.store.change("paste.take") as change:
        source = _source(session.store, change, report)
        for person in new:
            _take(session.store, change, report, person, None, person.names, one_case)
        involved = _parties_of(session.store, report, happened_to)
        if event.candidates:
            _as_subject(session.store, change, involved[0])
        before = None if stored is None else session.store.get(stored)
        record = before or Record(kind=Kind.EVENT, id=new_id()).with_fields(assertion="reported")
        cases = session.store.cases_of_party(involved[0])
        fields: Mapping[str, str] = {
            "type": fields_to_take.type,
            "date": fields_to_take.date,
            "place_text": fields_to_take.place,
        }
        role = usual_role(session.store.words(), fields_to_take.type)
        lists: Mapping[str, Sequence[Element]] = {
            "parties": [{"party": party, "role": role} for party in involved],
            "charges": [{"raw": charge} for charge in fields_to_take.charges],
        }
        record = edited(record, fields, lists, session.store.words())
        record = linked(session.store, change, before, record)
        if before is None and cases:
            record = record.with_fields(case=cases[0])
        record = _with_key(record, _EVENT, key)
        change.put(record)
        _cite_event(session.store, change, record, source, event)
    return Outcome(record.id, change.changes)


def _live(store: Store, file: str, key: str) -> RecordId | None:
    """Return the record that was stored under a key, or None if there is none or it was deleted."""
    stored = store.by_key(_SOURCE, file, key)
    return stored if stored is not None and store.find(stored) is not None else None


def _people_of(report: PastedText, event: ReportedEvent, who: str) -> list[ReportedPerson]:
    """Return the people to whom an event happened; raise InvalidValue if the user must choose and did not."""
    if event.people:
        return [report.reading.people[index] for index in event.people]
    offered = {f"p{index + 1}": report.reading.people[index] for index in event.candidates}
    if who not in offered:
        raise InvalidValue(field="who", why=Translatable("say to whom it happened: {0}", ", ".join(offered)))
    return [offered[who]]


def _parties_of(store: Store, report: PastedText, people: Sequence[ReportedPerson]) -> list[RecordId]:
    party_ids = [_live(store, _PERSON, _key_of_person(report, person)) for person in people]
    return list(dict.fromkeys(party for party in party_ids if party is not None))


def _missing(store: Store, report: PastedText, people: Sequence[ReportedPerson]) -> list[ReportedPerson]:
    """Return the people who were not accepted yet; raise PastedPersonMissing if one may be in the vault."""
    new = [each for each in people if _live(store, _PERSON, _key_of_person(report, each)) is None]
    for person in new:
        if likely(store, person):
            raise PastedPersonMissing(person=names_together(str(name["name"]) for name in person.names))
    return new


def _source(store: Store, change: Change, report: PastedText) -> RecordId:
    """Return the source record of the report; create it when the first record is taken from the report."""
    stored = _live(store, _REPORT, report.mark)
    if stored is not None:
        return stored
    title = report.title.strip() or _first_line(report)
    # Without its text: whoever is handed one case must not learn of everybody else in the report.
    fields = {"title": title, "type": "report"}
    record = _with_key(
        edited(Record(kind=Kind.SOURCE, id=new_id()), fields, {}, store.words()), _REPORT, report.mark
    )
    change.put(record)
    return record.id


def _first_line(report: PastedText) -> str:
    """Return a title for a report without one: its first line, unless this line names a person."""
    line = report.text.strip().split("\n", 1)[0].strip()
    called = [str(element["name"]) for person in report.reading.people for element in person.names]
    if not line or len(line) > _LONGEST_TITLE or any(name in line for name in called):
        return f"Report {report.mark[:8]}"
    return line


def _role_of(report: PastedText, person: ReportedPerson) -> str:
    """Return a person's role in the case: subject if something happened to the person in the text, or ""."""
    number = report.reading.people.index(person)
    return SUBJECT if any(number in happening.people for happening in report.reading.happenings) else ""


def _as_subject(store: Store, change: Change, party: RecordId) -> None:
    """Make a party the person concerned in its cases from reports, where it has no role yet.

    The user has just said that the event happened to this person.
    """
    for case in map(store.get, store.cases_of_party(party)):
        silent = any(item.get("party") == party and not item.get("role") for item in case.values("parties"))
        if silent and any(item.get("file") == _CASE for item in case.values("keys")):
            change.put(with_party(case, party, SUBJECT, store.words()))


def _cite_event(store: Store, change: Change, record: Record, source: RecordId, event: ReportedEvent) -> None:
    """Cite the report for each part of an event that was stored, with the words of that part."""
    _cite(store, change, record, source, "type", event.sentence)
    for field, fact in (("date", event.date), ("place_text", event.place)):
        if fact is not None and record.text(field):
            _cite(store, change, record, source, field, fact.quote)
    charges = {charge.get("raw") for charge in record.values("charges")}
    for fact in event.charges:
        if fact.value in charges:
            _cite(store, change, record, source, "charges", fact.quote)


def _into_case(store: Store, change: Change, party: Record, key: str, role: str) -> None:
    """Add a person to the case with this key; create the case if there is none."""
    stored = _live(store, _CASE, key)
    if stored is not None:
        change.put(with_party(store.get(stored), party.id, role, store.words()))
        return
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(
        title=people.display_name(party), ref=change.next_ref(Kind.CASE)
    )
    case = case.with_elements("parties", [{"party": party.id, "role": role}])
    change.put(_with_key(case, _CASE, key))


def _with_names(party: Record, given_names: Sequence[Element]) -> Record:
    stored_names = party.values("names")
    forms = {names.normalise(str(element["name"])) for element in stored_names}
    new = [element for element in given_names if names.normalise(str(element["name"])) not in forms]
    bare = [{name: value for name, value in element.items() if name != "pos"} for element in stored_names]
    return party.with_elements("names", [*bare, *new])


def _with_occupations(party: Record, person: ReportedPerson) -> Record:
    return party.with_elements("terms", map(occupation_of, dict.fromkeys(person.occupations)))


def _cite(
    store: Store, change: Change, record: Record, source: RecordId, field: str, quote: QuotedPassage
) -> None:
    """Cite the report for a field, unless the same passage is already cited for it."""
    locator = f"{quote.start}-{quote.end}"
    for citation in citations.of_record(store, record.id):
        if (citation.text("source"), citation.text("field"), citation.text("locator")) == (
            source,
            field,
            locator,
        ):
            return
    statement = SourceStatement(source=source, field=field, quote=quote.text, locator=locator)
    citations.settle(store, change, record, citations.CitationEdits(put=[statement]))


def _with_key(record: Record, file: str, key: str) -> Record:
    if key_element_id(_SOURCE, file, key) in record.lists.get("keys", {}):
        return record
    return with_key(
        record, RowRecord(key=ImportKey(_SOURCE, file, key), id=record.id, before=None, base=None)
    )


def _key_of_person(report: PastedText, person: ReportedPerson) -> str:
    return f"{report.mark}:{person.passages[0].start}"


def _key_of_event(report: PastedText, event: ReportedEvent) -> str:
    who = ",".join(str(index) for index in event.named)
    return f"{report.mark}:{event.word.start}:{who}"
