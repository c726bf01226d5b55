"""Free texts: what in them would give somebody away, and which were read and may be published."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hrddesk.actions.publications import profile_names, profile_of
from hrddesk.errors import InvalidValue
from hrddesk.records import people
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.censor import Censor, named_in
from hrddesk.redact.facts import Facts
from hrddesk.redact.found import Found, Occurrence
from hrddesk.redact.involved import involved_in
from hrddesk.redact.labels import blank
from hrddesk.redact.matcher import find_all
from hrddesk.redact.model import Bilingual, Language
from hrddesk.redact.pieces import Slot, Word, reads_chinese, said
from hrddesk.redact.profiles import Profile
from hrddesk.redact.texts import still_vouched_for, vouched_for
from hrddesk.session import Session
from hrddesk.store import publications
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store

_MAIN_FIELDS = {Kind.CASE: "narrative", Kind.EVENT: "summary"}


class State(StrEnum):
    """Whether a text may go out under a profile."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    CHANGED = "changed"  # since it was reviewed: the text, who is known by a name in it, or who may be named


@dataclass(frozen=True, slots=True)
class TextRow:
    """One free text that could be published; `ref` is what `resolve` takes."""

    record: RecordId
    field: str
    ref: str
    case: RecordId | None
    length: int
    states: dict[str, State]
    """By profile."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One occurrence in a text as a reviewer sees it."""

    occurrence: Occurrence
    text: str
    people: tuple[str, ...]
    """The display names of those whose name it is or may be."""
    becomes: str | None
    """What will stand there instead; None where it stays, or goes with a longer one that it lies in."""
    decide: bool = False
    """Whether it stays although it may tell of these people, who may not be named: only a reader knows."""


@dataclass(frozen=True, slots=True)
class TextReview:
    """A text with all that was found in it, and what it would read like."""

    record: RecordId
    field: str
    profile: str
    text: str
    found: tuple[Shown, ...]
    result: str
    state: State
    digest: str
    """What a review confirms, see `redact.texts`."""


def list_texts(store: Store) -> list[TextRow]:
    """Return all free texts that some profile lets out once they were reviewed."""
    profiles = profile_names(store)
    known = _Known(store, [profile_of(store, name) for name in profiles])
    rows = []
    for kind, field in _MAIN_FIELDS.items():
        for record in store.all(kind):
            text = record.text(field)
            if text:
                states = {name: known.state(record, field, text, name) for name in profiles}
                rows.append(
                    TextRow(
                        record.id, field, _ref(record, field), _case_of(record) or None, len(text), states
                    )
                )
    return rows


def resolve(store: Store, ref: str) -> tuple[Record, str]:
    """Return record and field of `REF` or `REF:FIELD`; a case means its narrative, an event its summary.

    Raise RecordNotFound, AmbiguousReference, InvalidValue.
    """
    name, _, field = ref.partition(":")
    record = store.by_ref(name)
    field = field or _MAIN_FIELDS.get(record.kind, "")
    if _MAIN_FIELDS.get(record.kind) != field:
        raise InvalidValue(field=field or "text", why="no profile ever publishes this text")
    return record, field


def occurrences(session: Session, ref: str, profile: str) -> TextReview:
    """Return everything in a text that may give somebody away, and what would become of it.

    Raise ProfileNotFound, RecordNotFound, AmbiguousReference, InvalidValue.
    """
    store = session.store
    record, field = resolve(store, ref)
    chosen = profile_of(store, profile)
    known = _Known(store, [chosen], record)
    text = record.text(field)
    if not text:
        raise InvalidValue(field=field, why="there is no text yet")
    return known.review(record, field, text, chosen)


def review(session: Session, ref: str, profile: str, digest: str | None = None) -> tuple[TextReview, Changes]:
    """Confirm that a text was read and may go out under a profile, as `occurrences` showed it.

    `digest` is that of what the reader saw. Raise InvalidValue when the text, or who is known in it, changed
    since, and what `occurrences` raises.
    """
    seen = occurrences(session, ref, profile)
    if digest is not None and digest != seen.digest:
        raise InvalidValue(field=seen.field, why="it changed while it was being read; read it again")
    with session.store.change("text.review") as change:
        publications.save_review(
            session.store.db, seen.record, seen.field, profile, seen.digest, session.prefix
        )
        change.note(seen.record, "text.review")
    return seen, change.changes


def unreview(session: Session, ref: str, profile: str) -> Changes:
    """Take a review back."""
    record, field = resolve(session.store, ref)
    with session.store.change("text.unreview") as change:
        if publications.remove_review(session.store.db, record.id, field, profile):
            change.note(record.id, "text.unreview")
    return change.changes


class _Known:
    """The names of the vault, ready to be looked for."""

    def __init__(self, store: Store, profiles: list[Profile], about: Record | None = None) -> None:
        """Learn what there is to know about one text, or about all of them."""
        near = (Kind.PARTY, Kind.SOURCE, Kind.PLACE, Kind.RELATION)
        kinds = near if about is not None else (*near, Kind.CASE, Kind.EVENT)
        records = [record for kind in kinds for record in store.all(kind)]
        if about is not None:
            case = _case_of(about)
            found = store.find(case) if case else None
            records += [about] if found is None else [about, found, *store.events_of_case(found.id)]
        self._facts = Facts.of(records)
        # A reader sees the most that may be told: all whom a publication may decide to name are named.
        everybody = [party.id for party in self._facts.all(Kind.PARTY)]
        self._censors = {
            profile.name: Censor(self._facts, profile, (), (), everybody) for profile in profiles
        }
        self._reviews = {
            (row.record, row.field, row.profile): row.digest
            for profile in profiles
            for row in publications.reviews(store.db, profile.name)
        }

    def _censor(self, record: Record, profile: str) -> Censor:
        """Return the censor that a publication of the record's case would have, or a milder one."""
        case = self._facts.records.get(_case_of(record), record)
        return self._censors[profile].about(involved_in(self._facts, (case, record)))

    def state(self, record: Record, field: str, text: str, profile: str) -> State:
        """Tell whether a text was reviewed for a profile, and is still told as its reader saw it."""
        vouched = self._reviews.get((record.id, field, profile))
        if vouched is None:
            return State.UNREVIEWED
        censor = self._censor(record, profile)
        same = still_vouched_for(vouched, censor, text, find_all(text, censor.index))
        return State.REVIEWED if same else State.CHANGED

    def review(self, record: Record, field: str, text: str, profile: Profile) -> TextReview:
        """Return what a reviewer sees."""
        censor = self._censor(record, profile.name)
        found = find_all(text, censor.index)
        pieces = censor.redact_found(text, found)
        chinese = reads_chinese(pieces, Language.BOTH)
        return TextReview(
            record.id,
            field,
            profile.name,
            text,
            tuple(self._shown(censor, text, found, chinese=chinese)),
            said(pieces, self._called, chinese=chinese),
            self.state(record, field, text, profile.name),
            vouched_for(censor, text, found),
        )

    def _shown(self, censor: Censor, text: str, found: list[Occurrence], *, chinese: bool) -> Iterator[Shown]:
        here = named_in(found)
        for item in found:
            piece = censor.instead(text, item, here) if item.inside is None else None
            owners = (*item.owners, *item.partly)
            decide = False
            if item.inside is None and piece is None and item.kind in (Found.PART, Found.INITIALS):
                owners = censor.may_mean(item, here)
                decide = bool(owners)
                if not decide:
                    continue  # a part of names that may be published
            becomes = None
            if isinstance(piece, Word):
                becomes = piece.value.zh if chinese else piece.value.en
            elif isinstance(piece, Slot):
                called = self._called(piece.party)
                becomes = called.zh if chinese else called.en
            names = (self._facts.party(owner) for owner in owners)
            people_meant = tuple(people.display_name(party) for party in names if party is not None)
            yield Shown(item, text[item.start : item.end], people_meant, becomes, decide)

    def _called(self, party: RecordId) -> Bilingual:
        """Return a label without its letter, which only a publication deals."""
        return blank(self._facts.records[party].text("kind"))


def _case_of(record: Record) -> RecordId:
    """Return the case that a text belongs to; empty for that of an event without one."""
    return record.id if record.kind is Kind.CASE else RecordId(record.text("case"))


def _ref(record: Record, field: str) -> str:
    return f"{record.text('ref') or record.id}:{field}"
