"""Free texts: their matches that could identify a person, and the reviews that let them be published."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hrddesk.actions.content_review.known_texts import KnownTexts, case_of
from hrddesk.actions.content_review.known_texts import TextReview as TextReview
from hrddesk.actions.content_review.known_texts import TextState as TextState
from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.labelled_people import printed_in
from hrddesk.actions.scope.profiles import key_of, profile_names, profile_of
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.errors import InvalidValue, TextUndecided
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.questions import Question, answer_field
from hrddesk.records.texts.texts import FIRST, Text, fits, text_of, texts_of
from hrddesk.redact.drafting.answers import texts_in
from hrddesk.redact.passages.wording import Span, TextDecisions
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.own_fields import asked_fields
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.marks import TellingMark
from hrddesk.redact.texts.reviewed_text import ReviewedText
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """One free text that could be published; `ref` is the reference that `resolve` accepts."""

    record: RecordId
    field: str
    ref: str
    case: RecordId | None
    length: int
    states: dict[str, TextState]
    """The states by profile; an answer has none under a profile that does not print its question."""
    question: Question | None = None
    """The question that the text answers; None for any other text."""
    text: Text | None = None
    """The text of the record, with its language; None for an answer."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text of a publication as it was read, with its matches and the people of its case."""

    ref: str
    review: TextReview
    people: Mapping[RecordId, str]
    """The display names of the people of its case."""


def list_texts(store: Store, profiles: Sequence[str] | None = None) -> list[TextRow]:
    """Return all free texts that one of the profiles would print after a review, with their states.

    If `profiles` is None, all profiles are meant. Raise ProfileNotFound.
    """
    chosen_profiles = [
        profile_of(store, name) for name in (profile_names(store) if profiles is None else profiles)
    ]
    known_texts = KnownTexts(store, chosen_profiles)
    return [
        replace(row, states={name: known_texts.state(record, row.field, name) for name in row.states})
        for record, row in _rows(store, chosen_profiles)
    ]


def _rows(store: Store, profiles: Sequence[Profile]) -> Iterator[tuple[Record, TextRow]]:
    """Yield the free texts that some of the profiles print, each with its record. All states are
    UNREVIEWED.
    """
    every = dict.fromkeys((profile.name for profile in profiles), TextState.UNREVIEWED)
    for kind in FIRST:
        for record in store.all(kind):
            for text in texts_of(record):
                ref, case = _ref(record, text.field), case_of(record) or None
                yield (
                    record,
                    TextRow(
                        record=record.id,
                        field=text.field,
                        ref=ref,
                        case=case,
                        length=len(text.body),
                        states=every,
                        text=text,
                    ),
                )
    yield from _answers(store, profiles)


def _answers(store: Store, profiles: Sequence[Profile]) -> Iterator[tuple[Record, TextRow]]:
    """Yield the free texts that answer the desk's own questions, if some of the profiles print these
    questions.
    """
    named = {field for profile in profiles for field in profile.own}
    every = asked_fields(store.all(Kind.FIELD)) if named else {}
    fields_asked = {
        (one.question.owner, one.field.key): one for field, one in every.items() if field in named
    }
    for kind in dict.fromkeys(owner for owner, _ in fields_asked):
        for record in store.all(kind):
            for field, one in texts_in(record, fields_asked):
                names = (profile.name for profile in profiles if one.field in profile.own)
                states = dict.fromkeys(names, TextState.UNREVIEWED)
                ref, case = _ref(record, one.field.key), case_of(record) or None
                length = len(text_of(record, field))
                yield (
                    record,
                    TextRow(
                        record=record.id,
                        field=field,
                        ref=ref,
                        case=case,
                        length=length,
                        states=states,
                        question=one.question,
                    ),
                )


def resolve(store: Store, ref: str) -> tuple[Record, str]:
    """Return the record and the field that `REF` or `REF:FIELD` names.

    Without FIELD, it is the narrative of a case or the summary of an event. FIELD can also be the number or
    the name of a text, or the key of a question that is answered by a free text. Raise RecordNotFound,
    AmbiguousReference, InvalidValue.
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
    for asked_field in asked_fields(store.all(Kind.FIELD)):
        answered = answer_field(asked_field.key)
        if asked_field.is_text and asked_field.owner == record.kind and field in (asked_field.key, answered):
            return record, answered
    raise InvalidValue(field=field or "text", why=Translatable("no profile ever publishes this text"))


def ref_of(records: Iterable[Record], record: Record, field: str) -> str:
    """Return the reference of a text that users see; for an answer it contains the key of the question."""
    keys = (asked_field.key for asked_field in asked_fields(records))
    return _ref(record, next((key for key in keys if answer_field(key) == field), field))


def occurrences(
    session: Session,
    ref: str,
    profile: str,
    wording: TextDecisions | None = None,
    printed: PeopleInPrint | None = None,
) -> TextReview:
    """Return everything in a text that may identify a person, and its replacements.

    `wording` are decisions to try in place of the stored ones. `printed` are the people of the publication
    that will print the text: words that only this publication would remove are asked about, too. Without
    `printed` the text is read by itself. Raise ProfileNotFound, RecordNotFound, AmbiguousReference,
    InvalidValue.
    """
    store = session.store
    record, field = resolve(store, ref)
    chosen = profile_of(store, profile)
    if not text_of(record, field):
        raise InvalidValue(field=field, why=Translatable("there is no text yet"))
    return KnownTexts(store, [chosen], record, printed).review(record, field, chosen, wording)


def read_all(store: Store, request: PublishRequest, job: Job | None = None) -> list[ReadText]:
    """Return all texts that a publication would print after a review, with their matches.

    A text is matched with the people of all cases of the publication, and with those whom the publication
    names. If the request names languages, texts in other languages are left out. `job` reports progress per
    text. Raise ProfileNotFound, InvalidValue, Cancelled.
    """
    chosen, job = profile_of(store, request.profile), job or silent()
    known_texts, read_texts = (
        KnownTexts(store, [chosen], printed=printed_in(store, request)),
        list[ReadText](),
    )
    rows = [
        (record, row)
        for record, row in _rows(store, [chosen])
        if row.states and (row.text is None or not request.languages or fits(row.text, request.languages))
    ]
    for number, (record, row) in enumerate(rows):
        job.step(number, len(rows))
        if request.cases is None or not known_texts.cases_of(record).isdisjoint(request.cases):
            review = known_texts.review(record, row.field, chosen)
            read_texts.append(ReadText(row.ref, review, known_texts.people_beside(record)))
    return read_texts


def review(
    session: Session,
    ref: str,
    profile: str,
    digest: str | None = None,
    printed: PeopleInPrint | None = None,
) -> Outcome[TextReview]:
    """Confirm that a text was read and may be published under a profile, as `occurrences` showed it.

    `digest` is the hash of what the reader saw; `printed` is as in `occurrences`. A valid earlier review is
    kept, because it may confirm more than this one, as for a publication of several cases. Raise
    InvalidValue if the text changed since, or if the people known in it changed. Raise TextUndecided while a
    place needs a decision. Raise also the errors of `occurrences`.
    """
    seen = occurrences(session, ref, profile, printed=printed)
    if digest is not None and digest != seen.digest:
        raise InvalidValue(
            field=seen.field, why=Translatable("it changed while it was being read; read it again")
        )
    if seen.undecided:
        raise TextUndecided(count=seen.undecided)
    if seen.state is TextState.REVIEWED:
        return Outcome(seen, Changes())
    reviewed_text = ReviewedText(
        record=seen.record,
        field=seen.field,
        profile=key_of(session.store, seen.profile),
        wording=seen.wording,
        vouched=seen.digest,
        time=int(time.time()),
        who=session.prefix,
    )
    return Outcome(seen, review_records.keep_text(session, "text.review", reviewed_text).changes)


def unreview(session: Session, ref: str, profile: str) -> Outcome[None]:
    """Remove the review of a text; the decisions about places in the text stay.

    Raise RecordNotFound, AmbiguousReference, ProfileNotFound, InvalidValue.
    """
    record, field = resolve(session.store, ref)
    key = key_of(session.store, profile_of(session.store, profile).name)
    before = review_records.of_text(session.store, record.id, field, key)
    return review_records.keep_text(session, "text.unreview", replace(before, vouched="", time=0, who=""))


def told(review: TextReview) -> Iterator[tuple[TellingMark, Span]]:
    """Yield the marks that are confirmed with a text, with their places in the original.

    Marks in words that a reader wrote are left out.
    """
    read = review.wording.read()
    for mark in review.marked:
        original_span = read.original((mark.start, mark.end))
        if original_span is not None:
            yield mark, original_span


def _ref(record: Record, field: str) -> str:
    return f"{record.text('ref') or record.id}:{field}"
