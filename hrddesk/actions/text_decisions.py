"""Decide about places in a free text before it is published: let it stand, label it, word it otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hrddesk.actions import review_records, texts
from hrddesk.actions.profiles import key_of, profile_of
from hrddesk.actions.text_places import Shown
from hrddesk.errors import InvalidValue, MayNameSomebody
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record
from hrddesk.records.texts import text_of
from hrddesk.redact.folding import squeeze
from hrddesk.redact.wording import Decision, How, Span, Wording
from hrddesk.session import Session
from hrddesk.store.changes import Changes


def decide(session: Session, ref: str, profile: str, decision: Decision, *, certain: bool = False) -> Changes:
    """Decide what becomes of a place in a text under one profile, whatever was decided about it before.

    The record stays as it is. Only what was found can be let stand; where it may be the name of somebody who
    may not be named, only if it is `certain` that it means something else. Where the same word waits for a
    decision at other places of the text, the decision holds for these too. Raise MayNameSomebody,
    RecordNotFound, AmbiguousReference, ProfileNotFound, InvalidValue.
    """
    record, field, name, wording = _wording(session, ref, profile)
    if decision.end > len(wording.text):
        raise InvalidValue(field="place", why="the text ends before it")
    if decision.party is not None:
        session.store.by_ref(decision.party, Kind.PARTY)
    wording = wording.without(decision.span)
    seen = texts.occurrences(session, ref, name, wording).found
    if decision.how is How.STAY:
        _check_stay(seen, decision.span, certain=certain)
    for span in [decision.span, *_same_word(seen, decision)]:
        wording = wording.with_decision(replace(decision, start=span[0], end=span[1]))
    return _keep(session, record, field, name, wording)


def _check_stay(seen: Iterable[Shown], span: Span, *, certain: bool) -> None:
    places = [shown for shown in seen if shown.at == span and shown.can_be_decided]
    if not places:
        raise InvalidValue(field="place", why="nothing was found at just this place")
    if not certain and any(shown.wants_certainty for shown in places):
        raise MayNameSomebody


def _same_word(seen: Sequence[Shown], decision: Decision) -> Iterator[Span]:
    """Yield the other places that wait for the same decision: the same word, and the same people."""
    decided = [shown for shown in seen if shown.decide and shown.at == decision.span]
    for shown in seen if decision.how is not How.WORDS else ():
        word = squeeze(shown.text)
        same = any(word == squeeze(one.text) and shown.people == one.people for one in decided)
        if shown.decide and same and shown.at is not None and shown.at != decision.span:
            yield shown.at


def leave_to_profile(session: Session, ref: str, profile: str, span: Span) -> Changes:
    """Forget what was decided about a place, and about those that it touches: the profile decides again.

    Raise as `decide` does.
    """
    record, field, name, wording = _wording(session, ref, profile)
    return _keep(session, record, field, name, wording.without(span))


def take_over(session: Session, ref: str, profile: str, other: str) -> Changes:
    """Take over all that was decided about a text under another profile, in place of what was here.

    Under the new profile the text still has to be read and confirmed. Raise as `decide` does.
    """
    record, field, name, _ = _wording(session, ref, profile)
    *_, wording = _wording(session, ref, other)
    return _keep(session, record, field, name, wording)


def _wording(session: Session, ref: str, profile: str) -> tuple[Record, str, str, Wording]:
    """Return record and field, how the profile is written, and what is decided."""
    store = session.store
    record, field = texts.resolve(store, ref)
    name = profile_of(store, profile).name
    if not text_of(record, field):
        raise InvalidValue(field=field, why="there is no text yet")
    stored = review_records.of_text(store, record.id, field, key_of(store, name))
    return record, field, name, stored.wording.fit(text_of(record, field))


def _keep(session: Session, record: Record, field: str, profile: str, wording: Wording) -> Changes:
    before = review_records.of_text(session.store, record.id, field, key_of(session.store, profile))
    return review_records.keep_text(session, "text.decide", replace(before, wording=wording))
