"""Where a person is as of a day: computed from events, never typed and never guessed.

An event has certainly happened when its latest day has come and nothing about it is doubted. It has possibly
happened when its earliest day has come. If its date has no latest day, the day of recording is the latest
day. A state lasts until an event ends it. Every event that can be the last one to change a person's liberty
is a candidate. If all candidates give the same answer, this is the answer. Otherwise the answer is
undetermined, with the reason as a code and the events behind it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from hrddesk.analysis.status.liberty import Answer, Claim, claims_of, is_without_custody
from hrddesk.analysis.status.measures import current_measure
from hrddesk.analysis.status.prison_sentences import SentenceTerm, leaves_sentences
from hrddesk.analysis.status.spells import Past, Spell, current_spell, past_of, precedes
from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms.countries import Country, Effect, EventTrait


class UnknownReason(StrEnum):
    """The reasons why a status is undetermined."""

    NO_EVENTS = "no_events"
    NOTHING_ON_LIBERTY = "nothing_on_liberty"
    UNDATED_EVENTS = "undated_events"
    UNCERTAIN_DATES = "uncertain_dates"
    CONFLICTING_CLAIMS = "conflicting_claims"
    DOUBTED_CLAIMS = "doubted_claims"
    SENTENCE_ENDED = "sentence_ended"
    SENTENCE_MAY_HAVE_ENDED = "sentence_may_have_ended"
    GROUND_GONE = "ground_gone"
    NO_CUSTODY = "no_sentence_of_custody"
    SIGHTED_ONLY = "sighted_only"
    PERHAPS_DEAD = "perhaps_dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The situation of a person as of a day.

    `stage`, `sentence`, `measure` and `facility` are set for a person in custody, as far as they are certain.
    For a person who is not in custody, `type` is that of the event by which the person is free, released or
    gone.

    `since` is the date, as it was typed, of the event on which the answer is based. `possible` has the
    possible answers of an undetermined status. `ends` are the first and last day on which the sentence can
    end.
    """

    answer: Answer
    as_of: date
    measure: str = ""
    facility: str = ""
    type: str = ""
    stage: str = ""
    sentence: tuple[str, ...] = ()
    since: str = ""
    ends: tuple[date | None, date | None] = (None, None)
    reason: UnknownReason | None = None
    possible: tuple[Answer, ...] = ()
    events: tuple[RecordId, ...] = ()
    """The events on which the answer, or the doubt, is based."""
    penalties: tuple[str, ...] = ()
    """The codes of the sentence in custody, for counting; `sentence` has its words."""
    months: tuple[int, ...] = ()
    """For each of `penalties`, the months of a fixed term; 0 if it is none or its length is unknown."""
    fixed: tuple[tuple[int, int], ...] = ()
    """For each judgment, the smallest and the greatest number of months of fixed terms; for counting."""
    country: str = ""
    """The country whose law applies to the events of the answer."""
    may_end: date | None = None
    """The day from which the sentence may be over, if another sentence may have replaced it."""

    @property
    def custody(self) -> str:
        """The kind of custody on which limits depend: the measure or, without one, the facility."""
        return self.measure or self.facility

    @property
    def least_days(self) -> int | None:
        """The fewest days from `since` to `as_of`, if `since` is a roughly known date; otherwise None."""
        since = dates.read(self.since)
        if since.doubtful or since.latest is None or since.earliest == since.latest:
            return None
        return max(0, (self.as_of - since.latest).days)

    def to_json(self) -> dict[str, Any]:
        """Return the status as JSON values; empty values are left out."""
        values: dict[str, Any] = {"answer": self.answer.value, "as_of": self.as_of.isoformat()}
        for name in ("measure", "facility", "type", "stage", "since"):
            if getattr(self, name):
                values[name] = getattr(self, name)
        if self.stage:
            values["country"] = self.country
        if self.least_days is not None:
            values["least_days"] = self.least_days
        if self.sentence:
            values["sentence"] = list(self.sentence)
        if self.ends != (None, None):
            values["ends"] = [None if day is None else day.isoformat() for day in self.ends]
        if self.reason is not None:
            values["reason"] = self.reason.value
            values["possible"] = [answer.value for answer in self.possible]
        values["events"] = list(self.events)
        return values


_ANSWERS: Final = {
    Effect.ENTERS: Answer.CUSTODY,
    Effect.LEAVES: Answer.RELEASED,
    Effect.VANISHES: Answer.DISAPPEARED,
    Effect.DIES: Answer.DEAD,
    Effect.FREE: Answer.FREE,
}


def status_of(party: Record, events: Iterable[Record], day: date) -> Status:
    """Return where a person is as of the end of a day, from all the events of that person."""
    death = dates.read(party.text("death"))
    if party.text("death") and dates.certainly_by(death, day):
        return Status(answer=Answer.DEAD, as_of=day, since=death.text)
    status = _of_claims(claims_of(party, events), day)
    if not party.text("death") or not dates.possibly_by(death, day) or status.answer is Answer.DEAD:
        return status
    possible = _in_order({status.answer, *status.possible, Answer.DEAD})
    return Status(
        answer=Answer.UNDETERMINED,
        as_of=day,
        sentence=status.sentence,
        ends=status.ends,
        may_end=status.may_end,
        reason=UnknownReason.PERHAPS_DEAD,
        possible=possible,
        events=status.events,
    )


def _of_claims(claims: Sequence[Claim], day: date) -> Status:
    past = _without_idle(past_of([claim for claim in claims if claim.effect is not None], day))
    candidates = last_ones(past)
    if not past.certain:
        return _nothing_certain(claims, past, candidates, day)
    answers = {_answer(claim) for claim in candidates}
    if len(answers) == 1:
        return _settled(claims, past, candidates, answers.pop(), day)
    return Status(
        answer=Answer.UNDETERMINED,
        as_of=day,
        reason=_why(past, candidates),
        possible=_in_order(answers),
        events=tuple(claim.event.id for claim in candidates),
    )


def last_ones(past: Past) -> list[Claim]:
    """Return every claim that may be the last to change a person's liberty.

    If a death is certain, return only the certain deaths.
    """
    dead = [claim for claim in past.certain if claim.effect is Effect.DIES]
    if dead:
        return dead
    everything = past.all
    return [
        claim
        for claim in everything
        if not any(later is not claim and precedes(claim, later, everything) for later in past.certain)
    ]


def _without_idle(past: Past) -> Past:
    """Return `past` without events that end the ground of a custody but certainly changed nothing.

    They changed nothing if the person had been released before, or was serving another sentence.
    """
    idle = [
        claim
        for claim in past.all
        if claim.effect is Effect.UNGROUNDED and (_had_left(claim, past) or _serves_another(claim, past))
    ]
    certain, possible = (
        [item for item in part if item not in idle] for part in (past.certain, past.possible)
    )
    return Past(tuple(certain), tuple(possible), past.later)


def _had_left(claim: Claim, past: Past) -> bool:
    """Tell whether the person had certainly been released before the day of a claim or on that day."""
    by_then = [
        [
            item
            for item in part
            if item.effect is not Effect.UNGROUNDED and not dates.certainly_before(claim.day, item.day)
        ]
        for part in (past.certain, past.possible)
    ]
    last = last_ones(Past(tuple(by_then[0]), tuple(by_then[1]), ()))
    return bool(by_then[0]) and all(item.effect is Effect.LEAVES for item in last)


def _serves_another(claim: Claim, past: Past) -> bool:
    """Tell whether a judgment was given while the person served another sentence, and does not replace it."""
    if not leaves_sentences(claim) or claim.latest is None:
        return False
    before = [item for item in past.certain if precedes(item, claim, past.all)]
    term = current_spell(Past(tuple(before), (), ())).term
    return term is not None and term.runs(claim.latest)


def conflicting(first: Claim, second: Claim) -> bool:
    """Tell whether two claims contradict each other: one of custody, one of unknown whereabouts.

    A dated detention and an undated "whereabouts unknown" can both be true. Two claims that are both dated or
    both undated contradict each other if they may mean the same day.
    """
    entering_claim, vanishing_claim = (first, second) if first.effect is Effect.ENTERS else (second, first)
    if (
        entering_claim.effect is not Effect.ENTERS
        or vanishing_claim.effect is not Effect.VANISHES
        or entering_claim.has(EventTrait.AT_LARGE)
    ):
        return False
    if entering_claim.undated or vanishing_claim.undated:
        return entering_claim.undated and vanishing_claim.undated
    return not dates.certainly_before(entering_claim.day, vanishing_claim.day) and not dates.certainly_before(
        vanishing_claim.day, entering_claim.day
    )


def _answer(claim: Claim) -> Answer:
    assert claim.effect is not None
    return _ANSWERS.get(claim.effect, Answer.UNDETERMINED)


def _in_order(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    named = set(answers) - {Answer.UNDETERMINED}
    return tuple(answer for answer in Answer if answer in named)


def _why(past: Past, candidates: Sequence[Claim]) -> UnknownReason:
    pairs = [(a, b) for a in past.all for b in past.all if a is not b]
    if any(conflicting(a, b) for a, b in pairs if a in candidates and b in candidates):
        return UnknownReason.CONFLICTING_CLAIMS
    if any(claim.undated for claim in candidates):
        return UnknownReason.UNDATED_EVENTS
    if any(claim.alleged for claim in candidates):
        return UnknownReason.DOUBTED_CLAIMS
    return UnknownReason.UNCERTAIN_DATES


def _nothing_certain(claims: Sequence[Claim], past: Past, candidates: Sequence[Claim], day: date) -> Status:
    if past.possible:
        return Status(
            answer=Answer.UNDETERMINED,
            as_of=day,
            reason=_why(past, candidates),
            possible=_in_order(map(_answer, candidates)),
            events=tuple(claim.event.id for claim in candidates),
        )
    first = _first_of(past.later)
    if first and all(claim.effect in (Effect.ENTERS, Effect.VANISHES) for claim in first):
        # Who is taken away on a later day was at large until then.
        return Status(answer=Answer.FREE, as_of=day, events=tuple(claim.event.id for claim in first))
    reason = UnknownReason.NOTHING_ON_LIBERTY if claims else UnknownReason.NO_EVENTS
    return Status(answer=Answer.UNDETERMINED, as_of=day, reason=reason)


def _first_of(later: Sequence[Claim]) -> list[Claim]:
    """Return the claims in `later`, after the day of the status, that may be the first about liberty.

    Return none if one of them is doubted, or does not tell that the person was taken away or disappeared
    then. A transfer, for example, implies that custody began before.
    """
    first = [
        claim for claim in later if not any(dates.certainly_before(item.day, claim.day) for item in later)
    ]
    return first if all(_tells_beginning(claim) and not claim.alleged for claim in first) else []


def _tells_beginning(claim: Claim) -> bool:
    return claim.has(EventTrait.BEGINS) or claim.effect is Effect.VANISHES


def _settled(
    claims: Sequence[Claim], past: Past, candidates: Sequence[Claim], answer: Answer, day: date
) -> Status:
    ids = tuple(claim.event.id for claim in candidates)
    certain = [claim for claim in candidates if claim in past.certain] or candidates
    since = certain[-1].day.text
    if answer is Answer.UNDETERMINED:
        return Status(
            answer=answer, as_of=day, reason=_doubt(certain[-1]), possible=_around(past), events=ids
        )
    if answer is not Answer.CUSTODY:
        return Status(answer=answer, as_of=day, type=certain[-1].type, since=since, events=ids)
    everything = past_of(claims, day)
    spell = current_spell(everything)
    term = spell.term
    over = _is_over(term, day)
    status = Status(
        answer=Answer.CUSTODY,
        as_of=day,
        measure=current_measure(spell, everything),
        facility=_agreed(claim.facility for claim in candidates),
        stage=_stage(everything, spell.claims, certain[-1].country),
        sentence=term.penalties if term else (),
        since=_since(spell) or since,
        ends=(term.earliest, term.latest) if term else (None, None),
        events=ids,
        country=certain[-1].country.code,
        penalties=term.kinds if term else (),
        months=term.months if term else (),
        fixed=term.fixed if term else (),
        may_end=term.may_end if term else None,
    )
    if over is None:
        return status
    return Status(
        answer=Answer.UNDETERMINED,
        as_of=day,
        sentence=status.sentence,
        ends=status.ends,
        may_end=status.may_end,
        reason=over,
        possible=(Answer.CUSTODY, Answer.RELEASED),
        events=ids,
    )


def _doubt(claim: Claim) -> UnknownReason:
    if claim.has(EventTrait.SEEN):
        return UnknownReason.SIGHTED_ONLY
    if is_without_custody(claim.event):
        return UnknownReason.NO_CUSTODY
    return UnknownReason.PERHAPS_DEAD if claim.has(EventTrait.MAY_HAVE_DIED) else UnknownReason.GROUND_GONE


def _around(past: Past) -> tuple[Answer, ...]:
    return _in_order(_answer(claim) for claim in past.all)


def _is_over(term: SentenceTerm | None, day: date) -> UnknownReason | None:
    if term is None or not term.may_be_over(day):
        return None
    return UnknownReason.SENTENCE_ENDED if term.is_over(day) else UnknownReason.SENTENCE_MAY_HAVE_ENDED


def _since(spell: Spell) -> str:
    """Return the date by which the custody had begun, as it was typed; for a period, its start.

    The result is `/DATE`, "on this day or earlier", if an earlier claim may belong to the custody, or if an
    event of an earlier stage may precede the date. An event of the same stage with a rougher date is taken as
    the same beginning, recorded twice.
    """
    if not spell.claims:
        return ""
    starts = [(dates.start_of(claim.day), claim) for claim in spell.claims]
    start, begun = min(starts, key=lambda item: (item[0].latest or date.max, item[0].earliest or date.min))
    if spell.earlier and start.latest:
        return f"/{start.latest.isoformat()}"
    first = start.earliest or date.min
    for begin, claim in starts:
        if claim.step < begun.step and (begin.earliest or date.min) < first and start.latest:
            return f"/{start.latest.isoformat()}"
    return start.text if begun.day.lasted else begun.day.text


def _agreed(codes: Iterable[str]) -> str:
    """Return the code on which all claims agree, otherwise an empty text; empty codes are ignored."""
    named = set(codes) - {""}
    return named.pop() if len(named) == 1 else ""


def _stage(past: Past, spell: Sequence[Claim], country: Country) -> str:
    """Return the last stage of the country's proceedings that was certainly reached in this custody."""
    begun = min((claim.day.earliest for claim in spell if claim.day.earliest), default=date.min)
    reached = [
        claim.step
        for claim in past.certain
        if claim.rule.stage and claim.country is country and (claim.day.latest or date.max) >= begun
    ]
    return country.stages[max(reached)].code if reached else ""
