"""Decisions about places in a free text before publication: keep the words, or replace them by a label or
other words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hrddesk.actions.content_review import texts
from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.actions.content_review.texts import TextReview
from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.profiles import key_of
from hrddesk.errors import InvalidValue, MayNameSomebody
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.redact.passages.covered import runs_into
from hrddesk.redact.passages.wording import Decision, How, Span, TextDecisions
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.texts.reviewed_text import ReviewedText
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


def decide(
    session: Session,
    ref: str,
    profile: str,
    decision: Decision,
    *,
    certain: bool = False,
    printed: PeopleInPrint | None = None,
) -> Outcome[None]:
    """Store a reader's decision about a place in a text under one profile, replacing any earlier one.

    The record is unchanged. A decision to keep the words is possible only where the program found a possible
    identifier. If these words may be the name of a person who may not be named, the reader must also be
    `certain` that they mean something else. If the same word needs a decision at other places of the text,
    this decision counts for these places too. `printed` is as in `texts.occurrences`; it must be the value
    with which the reader saw the text. Raise MayNameSomebody, RecordNotFound, AmbiguousReference,
    ProfileNotFound, InvalidValue.
    """

    def read(wording: TextDecisions | None = None) -> TextReview:
        return texts.occurrences(session, ref, profile, wording, printed)

    before = read()
    if decision.end > len(before.text):
        raise InvalidValue(field="place", why=Translatable("the text ends before it"))
    if decision.party is not None:
        session.store.by_ref(decision.party, Kind.PARTY)
    wording = before.wording.with_decision(decision)
    if decision.how is How.WORDS:
        _check_words(read(wording), decision)
        return _keep(session, before, wording)
    open_again = before.wording.without(decision.span)
    seen = before if open_again == before.wording else read(open_again)
    if decision.how is How.STAY:
        _check_stay(seen.found, decision.span, certain=certain)
    for start, end in _same_word(seen.found, decision):
        wording = wording.with_decision(replace(decision, start=start, end=end))
    return _keep(session, before, wording)


def _check_words(seen: TextReview, decision: Decision) -> None:
    """Raise InvalidValue if the words that a reader wrote may name somebody.

    Such words would need another decision, but no decision is possible about words that a reader wrote.
    """
    written = [span for span, written_decision in seen.wording.read().written if written_decision == decision]
    if any(runs_into(place.occurrence.span, written) for place in seen.found if place.decide):
        raise InvalidValue(
            field="words", why=Translatable("these words may name somebody; write other words")
        )


def _check_stay(seen: Iterable[ReviewedPlace], span: Span, *, certain: bool) -> None:
    places = [place for place in seen if place.at == span and place.can_be_decided]
    if not places:
        raise InvalidValue(field="place", why=Translatable("nothing was found at just this place"))
    if not certain and any(place.wants_certainty for place in places):
        raise MayNameSomebody


def _same_word(seen: Sequence[ReviewedPlace], decision: Decision) -> Iterator[Span]:
    """Yield the other places of the text that need the same decision."""
    decided = {place.asks for place in seen if place.decide and place.at == decision.span}
    for place in seen:
        same = place.asks in decided
        if place.decide and same and place.at is not None and place.at != decision.span:
            yield place.at


def leave_to_profile(
    session: Session, ref: str, profile: str, span: Span, printed: PeopleInPrint | None = None
) -> Outcome[None]:
    """Delete the decision about a place and all decisions that overlap it, so that the profile decides again.

    It raises the errors of `decide`.
    """
    before = texts.occurrences(session, ref, profile, printed=printed)
    return _keep(session, before, before.wording.without(span))


def take_over(
    session: Session, ref: str, profile: str, other_profile: str, printed: PeopleInPrint | None = None
) -> Outcome[None]:
    """Copy all decisions about a text from another profile, replacing the decisions under this profile.

    The text must still be read and confirmed under this profile. It raises the errors of `decide`.
    """
    before = texts.occurrences(session, ref, profile, printed=printed)
    return _keep(session, before, texts.occurrences(session, ref, other_profile).wording)


def decided(store: Store, before: TextReview, wording: TextDecisions) -> ReviewedText:
    """Return the data to store for a text: its present data, with the decisions `wording`.

    If the text was confirmed with a decision that no longer counts, its review is removed. Otherwise the same
    question would be asked again.
    """
    stored = review_records.of_text(store, before.record, before.field, key_of(store, before.profile))
    reviewed_text = replace(stored, wording=wording)
    return replace(reviewed_text, vouched="", time=0, who="") if before.reopened else reviewed_text


def _keep(session: Session, before: TextReview, wording: TextDecisions) -> Outcome[None]:
    return review_records.keep_text(session, "text.decide", decided(session.store, before, wording))
