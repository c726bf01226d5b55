"""Free texts: what in them would give somebody away, and which were read and may be published."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, reduce

from hrddesk.actions import labelled_people, review_records
from hrddesk.actions.known_names import KnownNames
from hrddesk.actions.profiles import key_of, listed, profile_names, profile_of
from hrddesk.actions.publication_request import PublishRequest
from hrddesk.actions.text_places import Shown, TextOnPaper
from hrddesk.actions.vault_words import VaultWords
from hrddesk.errors import InvalidValue, TextUndecided
from hrddesk.jobs import Job, silent
from hrddesk.records import people
from hrddesk.records.kinds import Kind
from hrddesk.records.questions import Question, answer_field
from hrddesk.records.record import Record, RecordId
from hrddesk.records.texts import FIRST, Text, text_of, texts_of
from hrddesk.redact.answers import texts_in
from hrddesk.redact.censor import Censor
from hrddesk.redact.facts import Facts
from hrddesk.redact.involved import involved_in
from hrddesk.redact.marks import Mark, marks
from hrddesk.redact.own_fields import asked_fields
from hrddesk.redact.printed import Printed
from hrddesk.redact.profiles import Profile
from hrddesk.redact.reviewed_text import ReviewedText
from hrddesk.redact.texts import Reading, reopened, still_vouched_for, vouched_for
from hrddesk.redact.wording import Wording
from hrddesk.session import Session
from hrddesk.store import protected_texts
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store


class State(StrEnum):
    """Whether a text may go out under a profile."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    CHANGED = "changed"  # since it was reviewed: it, its original, who is known in it, or who may be named


@dataclass(frozen=True, slots=True)
class TextRow:
    """One free text that could be published; `ref` is what `resolve` takes."""

    record: RecordId
    field: str
    ref: str
    case: RecordId | None
    length: int
    states: dict[str, State]
    """By profile; an answer has none under a profile that does not let its question out."""
    question: Question | None = None
    """What it answers; None for any other text."""
    text: Text | None = None
    """The text of the record that it is, with its language; None for an answer."""


@dataclass(frozen=True, slots=True)
class TextReview:
    """A text with all that was found in it, and what it would read like."""

    record: RecordId
    field: str
    profile: str
    text: str
    """The original."""
    wording: Wording
    """What was decided about places in it."""
    found: tuple[Shown, ...]
    result: str
    """What is published; a question mark stands for the letter of a label."""
    state: State
    digest: str
    """What a review confirms, see `redact.texts`."""
    reviewed: ReviewedText | None = None
    """Who reviewed it, and when, whether that still holds or not."""
    lost: int = 0
    """How many decisions and protected places have no place in the text any more, which changed since."""
    labelled: tuple[tuple[RecordId, str], ...] = ()
    """Who has a label under the profile, of those whom the text has to do with, by display name."""
    decided_for: tuple[str, ...] = ()
    """The other profiles for which something was decided about places in the text."""
    marked: tuple[Mark, ...] = ()
    """What may tell more than the rest of a publication; whoever confirms the text confirms it too."""
    reopened: bool = False
    """Whether a decision to let words stand counts no more: they may mean somebody who was not known then."""

    @property
    def marks(self) -> list[Shown]:
        """The places that a reader has to decide about or decided about, in the order of the text."""
        return [shown for shown in self.found if shown.decide or shown.decision is not None]

    @property
    def undecided(self) -> int:
        """How many places a reader has to decide about before the text may go out."""
        return sum(shown.decide for shown in self.found)


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text that waits for its review, or had it, among all texts of a publication."""

    ref: str
    review: TextReview
    people: Mapping[RecordId, str]
    """Who stands in its case, by display name."""
    printed: Printed
    """Whom the publication is about, and whom it does not name: `occurrences` and `review` take it."""


def list_texts(store: Store, profiles: Sequence[str] | None = None) -> list[TextRow]:
    """Return all free texts that some profile lets out once they were reviewed, with their states.

    None asks about all profiles. Raise ProfileNotFound.
    """
    asked = [profile_of(store, name) for name in (profile_names(store) if profiles is None else profiles)]
    known = _Known(store, asked)
    return [
        replace(row, states={name: known.state(record, row.field, name) for name in row.states})
        for record, row in _rows(store, asked)
    ]


def _rows(store: Store, profiles: Sequence[Profile]) -> Iterator[tuple[Record, TextRow]]:
    """Yield the free texts that some of these profiles let out, with their records, as if none was read."""
    every = dict.fromkeys((profile.name for profile in profiles), State.UNREVIEWED)
    for kind in FIRST:
        for record in store.all(kind):
            for text in texts_of(record):
                ref, case = _ref(record, text.field), _case_of(record) or None
                yield record, TextRow(record.id, text.field, ref, case, len(text.body), every, text=text)
    yield from _answers(store, profiles)


def _answers(store: Store, profiles: Sequence[Profile]) -> Iterator[tuple[Record, TextRow]]:
    """Yield the free texts in answer to the desk's own questions that some of these profiles let out."""
    named = {field for profile in profiles for field in profile.own}
    every = asked_fields(store.all(Kind.FIELD)) if named else {}
    asked = {(one.question.owner, one.field.key): one for field, one in every.items() if field in named}
    for kind in dict.fromkeys(owner for owner, _ in asked):
        for record in store.all(kind):
            for field, one in texts_in(record, asked):
                names = (profile.name for profile in profiles if one.field in profile.own)
                states = dict.fromkeys(names, State.UNREVIEWED)
                ref, case = _ref(record, one.field.key), _case_of(record) or None
                length = len(text_of(record, field))
                yield record, TextRow(record.id, field, ref, case, length, states, one.question)


def resolve(store: Store, ref: str) -> tuple[Record, str]:
    """Return record and field of `REF` or `REF:FIELD`; a case means its narrative, an event its summary.

    In place of a field the number or name of a text of theirs may stand, or the key of a question that a free
    text answers.
    Raise RecordNotFound, AmbiguousReference, InvalidValue.
    """
    name, _, field = ref.partition(":")
    record = store.by_ref(name)
    first = FIRST.get(record.kind, "")
    field = field or first
    if field and field == first:
        return record, field
    texts = texts_of(record) if first else []
    for number, text in enumerate(texts, 1):
        if field in (text.field, str(number)):
            return record, text.field
    for asked in asked_fields(store.all(Kind.FIELD)):
        answered = answer_field(asked.key)
        if asked.is_text and asked.owner == record.kind and field in (asked.key, answered):
            return record, answered
    raise InvalidValue(field=field or "text", why="no profile ever publishes this text")


def ref_of(records: Iterable[Record], record: Record, field: str) -> str:
    """Return how a text is named where people type it: an answer by the key of its question."""
    keys = (asked.key for asked in asked_fields(records))
    return _ref(record, next((key for key in keys if answer_field(key) == field), field))


def occurrences(
    session: Session,
    ref: str,
    profile: str,
    wording: Wording | None = None,
    printed: Printed | None = None,
) -> TextReview:
    """Return everything in a text that may give somebody away, and what would become of it.

    `wording` are decisions to look at in place of those that were made. `printed` tells of the publication in
    which the text will be printed: what goes only there is asked about, too. Without it the text is read by
    itself. Raise ProfileNotFound, RecordNotFound, AmbiguousReference, InvalidValue.
    """
    store = session.store
    record, field = resolve(store, ref)
    chosen = profile_of(store, profile)
    if not text_of(record, field):
        raise InvalidValue(field=field, why="there is no text yet")
    return _Known(store, [chosen], record, printed).review(record, field, chosen, wording)


def read_all(store: Store, request: PublishRequest, job: Job | None = None) -> list[ReadText]:
    """Return all texts that a publication takes once they were reviewed, with what is in them.

    What is asked follows from whom all its cases are about, and who is named in it. Steps of `job` are texts.
    Raise ProfileNotFound, InvalidValue, Cancelled.
    """
    chosen, job = profile_of(store, request.profile), job or silent()
    known, made = _Known(store, [chosen]), list[ReadText]()
    printed = known.print_as(request, chosen)
    rows = [(record, row) for record, row in _rows(store, [chosen]) if row.states]
    for number, (record, row) in enumerate(rows):
        job.step(number, len(rows))
        if request.cases is None or not known.cases_of(record).isdisjoint(request.cases):
            review = known.review(record, row.field, chosen)
            made.append(ReadText(row.ref, review, known.people_beside(record), printed))
    return made


def review(
    session: Session,
    ref: str,
    profile: str,
    digest: str | None = None,
    printed: Printed | None = None,
) -> tuple[TextReview, Changes]:
    """Confirm that a text was read and may go out under a profile, as `occurrences` showed it.

    `digest` is that of what the reader saw, `printed` as there. Raise InvalidValue when the text, or who is
    known in it, changed since, TextUndecided while a place waits for a decision, and what `occurrences`
    raises.
    """
    seen = occurrences(session, ref, profile, printed=printed)
    if digest is not None and digest != seen.digest:
        raise InvalidValue(field=seen.field, why="it changed while it was being read; read it again")
    if seen.undecided:
        raise TextUndecided(count=seen.undecided)
    made = ReviewedText(
        record=seen.record,
        field=seen.field,
        profile=key_of(session.store, seen.profile),
        wording=seen.wording,
        vouched=seen.digest,
        time=int(time.time()),
        who=session.prefix,
    )
    return seen, review_records.keep_text(session, "text.review", made)


def unreview(session: Session, ref: str, profile: str) -> Changes:
    """Take a review back; what was decided about places in the text stays.

    Raise RecordNotFound, AmbiguousReference, ProfileNotFound, InvalidValue.
    """
    record, field = resolve(session.store, ref)
    key = key_of(session.store, profile_of(session.store, profile).name)
    before = review_records.of_text(session.store, record.id, field, key)
    return review_records.keep_text(session, "text.unreview", replace(before, vouched="", time=0, who=""))


class _Known:
    """The names of the vault, ready to be looked for."""

    def __init__(
        self,
        store: Store,
        profiles: list[Profile],
        about: Record | None = None,
        printed: Printed | None = None,
    ) -> None:
        """Learn what there is to know about one text, or about all of them; `printed` as in `occurrences`."""
        names = KnownNames.of(store)
        if about is None:
            others = [record for kind in (*FIRST, Kind.CITATION) for record in store.all(kind)]
        else:
            case = _case_of(about)
            found = store.find(case) if case else None
            others = [about] if found is None else [about, found, *store.events_of_case(found.id)]
        self._facts = Facts.of([*names.records, *others])
        protected = protected_texts.known(store)
        self._names = names
        self._censors = {profile.name: names.censor(profile).protecting(protected) for profile in profiles}
        self._printing: dict[str, Censor] = {}  # by profile, where the texts are read for a publication
        if printed is not None:
            self._printing = {profile.name: names.printing(profile, printed) for profile in profiles}
        self._store, self._words = store, VaultWords(store)
        self._keys = {profile.name: key_of(store, profile.name) for profile in profiles}
        self._every = None
        if about is None:
            self._every = {name: review_records.of_texts(store, key) for name, key in self._keys.items()}

    def _censor(self, record: Record, profile: str) -> Censor:
        """Return the censor that a publication of the record's case would have, or a milder one."""
        case = self._facts.records.get(_case_of(record), record)
        near = involved_in(self._facts, (case, record))
        return self._censors[profile].about(near, case.id, self._words, self._printing.get(profile))

    def print_as(self, request: PublishRequest, profile: Profile) -> Printed:
        """Ask about all texts as they are printed in a publication; return what that makes of people."""
        facts = Facts.of(self._facts.records.values(), request.cases)
        printed = labelled_people.printed(self._store, facts, profile, request)
        self._printing = {profile.name: self._names.printing(profile, printed)}
        return printed

    def cases_of(self, record: Record) -> frozenset[RecordId]:
        """Return the cases that a text has to do with: of a person all in which they stand."""
        if record.kind is not Kind.PARTY:
            return frozenset((_case_of(record),))
        return frozenset(self._cases_by_person.get(record.id, ()))

    @cached_property
    def _cases_by_person(self) -> dict[RecordId, list[RecordId]]:
        made: dict[RecordId, list[RecordId]] = {}
        for case in self._facts.all(Kind.CASE):
            for party in self._facts.people_of(case):
                made.setdefault(party.id, []).append(case.id)
        return made

    def people_beside(self, record: Record) -> dict[RecordId, str]:
        """Return who stands in the case of a text, by display name."""
        case = self._facts.records.get(_case_of(record), record)
        parties = [record] if record.kind is Kind.PARTY else self._facts.people_of(case)
        return {party.id: people.display_name(party) for party in parties}

    def _stored(self, record: Record, field: str, profile: str) -> ReviewedText:
        key = self._keys[profile]
        if self._every is None:
            return review_records.of_text(self._store, record.id, field, key)
        nothing = ReviewedText(record=record.id, field=field, profile=key)
        return self._every[profile].get((record.id, field), nothing)

    def state(self, record: Record, field: str, profile: str) -> State:
        """Tell whether a text was reviewed for a profile, and is still told as its reader saw it."""
        stored = self._stored(record, field, profile)
        if not stored.vouched:
            return State.UNREVIEWED
        censor, wording = self._censor(record, profile), stored.wording.fit(text_of(record, field))
        return _state(stored, censor, Reading.of(wording, censor, text=(record, field)))

    def review(
        self, record: Record, field: str, profile: Profile, wording: Wording | None = None
    ) -> TextReview:
        """Return what a reviewer sees."""
        name, text = profile.name, text_of(record, field)
        censor, stored = self._censor(record, name), self._stored(record, field, name)
        fitting = stored.wording.fit(text)
        reading = Reading.of(wording or fitting, censor, text=(record, field))
        if again := [] if wording else reopened(stored.vouched, censor, reading):
            standing = reduce(Wording.without, again, fitting)
            reading = Reading.of(standing, censor, text=(record, field))
        shown = TextOnPaper(self._facts, censor, reading)
        return TextReview(
            record.id,
            field,
            name,
            text,
            reading.wording,
            tuple(shown.places()),
            shown.result,
            _state(stored, censor, reading),
            vouched_for(censor, reading),
            stored if stored.vouched else None,
            len(stored.wording.decided)
            - len(fitting.decided)
            + censor.protected.lost(record.id, field, text),
            tuple(self._labelled(censor, record, reading)),
            tuple(self._decided_for(record, field, besides=name)),
            marks(reading, censor),
            bool(again),
        )

    def _decided_for(self, record: Record, field: str, *, besides: str) -> Iterator[str]:
        """Yield the profiles for which something is decided about a text, but for one."""
        for row in listed(self._store):
            stored = review_records.of_text(self._store, record.id, field, row.key)
            if row.name != besides and stored.wording.decided:
                yield row.name

    def _labelled(self, censor: Censor, record: Record, reading: Reading) -> Iterator[tuple[RecordId, str]]:
        case = self._facts.records.get(_case_of(record), record)
        near = set(involved_in(self._facts, (case, record)))
        near.update(owner for item in reading.found for owner in (*item.owners, *item.partly))
        parties = [party for one in near if (party := self._facts.party(one)) is not None]
        for name, one in sorted((people.display_name(party), party.id) for party in parties):
            if censor.standing[one].has_label:
                yield one, name


def _state(stored: ReviewedText, censor: Censor, reading: Reading) -> State:
    if not stored.vouched:
        return State.UNREVIEWED
    same = still_vouched_for(stored.vouched, censor, reading)
    return State.REVIEWED if same else State.CHANGED


def _case_of(record: Record) -> RecordId:
    """Return the case that a text belongs to; empty for that of an event without one."""
    return record.id if record.kind is Kind.CASE else RecordId(record.text("case"))


def _ref(record: Record, field: str) -> str:
    return f"{record.text('ref') or record.id}:{field}"
