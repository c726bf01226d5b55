"""Informed consent: what a person, or somebody for that person, agreed to, and which answer counts today.

The list `consents` of a person has every answer with its date; no answer is overwritten. `current` returns
the answer that counts. Who was asked, and how, is in a record that never leaves the vault
(`Kind.CONSENT_NOTE`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import CONSENTS
from hrddesk.records.model.record import Element, Record, RecordId, Value
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.vocabulary import NOT_ASKED, Term

YES, REFUSED, CANNOT_BE_ASKED, WITHDRAWN = "yes", "refused", "cannot_be_asked", "withdrawn"
ANSWERS: Final = (YES, REFUSED, WITHDRAWN)
"""The entries that are answers. "Not asked" and "cannot be asked" are no answers and replace no answer."""
INSIDE, CONFIDENTIAL, STATE, WITHOUT_NAME, WITH_NAME = LADDER = (
    "inside",
    "confidential",
    "state",
    "without_name",
    "with_name",
)
"""The uses to which a person can agree; each rung includes all before it."""
GUARDIAN, SELF = "guardian", "self"
OF_AGE: Final = 18
VOCABULARIES: Final[Mapping[str, str]] = {
    "consent": "consent",
    "purpose": "consent_purpose",
    "given_by": "consent_giver",
    "basis": "consent_basis",
}
"""The parts of an entry that are codes, each with its vocabulary; no other code is accepted."""


class ConsentState(StrEnum):
    """The state of a person's consent on a day."""

    YES = "yes"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    MISSING = "missing"
    """There is no answer, or the day of every yes is in the future."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The consent that counts for a person: the state, its extent, and the entry that decides."""

    state: ConsentState = ConsentState.MISSING
    purpose: str = ""
    """The highest rung of LADDER that was agreed to, even if the agreement expired or is in the future; else
    empty.
    """
    pictures: bool = False
    given_by: str = ""
    date: str = ""
    until: str = ""
    bases: tuple[RecordId, ...] = ()
    """The public documents that allow naming the person although there is no answer."""

    @property
    def is_unanswered(self) -> bool:
        """Whether there is no answer; a yes with a future day is an answer, but allows nothing yet."""
        return self.state is ConsentState.MISSING and not self.purpose

    @property
    def refuses(self) -> bool:
        """Whether the person must not be named, whatever a user decides; only a newer answer changes this."""
        return self.state in (ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.EXPIRED)

    def reaches(self, purpose: str) -> bool:
        """Tell whether the person agreed to the use `purpose`, one of LADDER, and the agreement is valid."""
        return self.state is ConsentState.YES and LADDER.index(self.purpose) >= LADDER.index(purpose)


def keeps_out(party: Record) -> bool:
    """Tell whether a person must not be published at all, not even under a label.

    This is true for a person who refused, withdrew, or agreed to less than publication under a label. An
    agreement that has expired counts as if it were still valid.
    """
    if CONSENTS not in party.lists:
        return False
    consent = current(party, date.min)
    below = bool(consent.purpose) and LADDER.index(consent.purpose) < LADDER.index(WITHOUT_NAME)
    return consent.state in (ConsentState.REFUSED, ConsentState.WITHDRAWN) or below


def current(party: Record, today: date) -> Consent:
    """Return the consent that counts for a person on a day.

    The latest answers are those after which no other answer certainly came: several, if they are of one day
    or their dates overlap. The strictest of them counts, but pictures are allowed only if each of them allows
    pictures. An answer with a future day is always one of the latest, and replaces no other answer. If all
    latest answers have a future day, a yes allows nothing.
    """
    entries = party.values(CONSENTS)
    answers = [entry for entry in entries if entry.get("consent") not in (NOT_ASKED, CANNOT_BE_ASKED)]
    if not answers:
        cited = (entry.get("source") for entry in entries if entry.get("basis"))
        return Consent(bases=tuple(dict.fromkeys(RecordId(str(item)) for item in cited if item)))
    latest = [entry for entry in answers if not any(_follows(later_entry, entry) for later_entry in answers)]
    counting = [_read(entry, today) for entry in latest]
    strictest = replace(min(counting, key=_openness), pictures=all(item.pictures for item in counting))
    if strictest.state is ConsentState.YES and all(map(lies_ahead, latest)):
        return replace(strictest, state=ConsentState.MISSING, pictures=False)
    return strictest


def loosens(ours: Record, theirs: Record) -> bool:
    """Tell whether the consent in `theirs` allows more than in `ours`, another state of the same person.

    The result is False if `ours` has no answer, and True if only `ours` has one. Agreements are compared as
    if none had expired yet. An agreement with a later end allows more, and so does an answer by a guardian
    instead of the person.
    """
    before, after = current(ours, date.min), current(theirs, date.min)
    if before.is_unanswered:
        return False
    if after.is_unanswered:
        return True
    rungs = [_openness(item)[:3] for item in (before, after)]
    return (
        rungs[1] > rungs[0]
        or (after.pictures and not before.pictures)
        or (after.state is ConsentState.YES and _last_day(after.until) > _last_day(before.until))
        or (after.given_by == GUARDIAN and before.given_by != GUARDIAN)
    )


def checked(entry: Element) -> dict[str, Value]:
    """Return an entry of the list `consents` in its stored form.

    Words of the vocabularies become codes. Raise InvalidValue or InvalidDate for a faulty entry. The caller
    must check whether the cited source is public.
    """
    checked_entry: dict[str, Value] = {
        name: value for name, value in entry.items() if value not in (None, "", False)
    }
    checked_entry.pop("pos", None)
    for name, vocabulary_name in VOCABULARIES.items():
        if name in checked_entry:
            term = vocabulary.load(vocabulary_name).find(str(checked_entry[name]))
            if term is None or term not in choices(name):
                codes = ", ".join(each.code for each in choices(name))
                raise InvalidValue(field=name, why=Translatable("choose among: {0}", codes))
            checked_entry[name] = term.code
    days = {name: dates.parse(str(checked_entry.get(name) or ""), field=name) for name in ("date", "until")}
    for fault, name, why in _faults(checked_entry):
        if fault:
            raise InvalidValue(field=name, why=why)
    for name, day in days.items():
        if day.text and (day.earliest is None or day.latest is None):
            raise InvalidDate(field=name, why=Translatable("it takes a day, a month or a year"))
    dates.require_begun(days["date"].text, "date")
    begins, ends = days["date"].earliest, days["until"].latest
    if begins is not None and ends is not None and ends < begins:
        raise InvalidValue(field="until", why=Translatable("it lies before the date"))
    return checked_entry


def choices(name: str) -> tuple[Term, ...]:
    """Return the terms that are allowed in the part `name` of a consent entry.

    `name` is a key of VOCABULARIES.
    """
    shipped = vocabulary.load(VOCABULARIES[name])
    own = tuple(term for term in shipped.answers if term.code == NOT_ASKED and name == "consent")
    return shipped.terms + own


def _faults(entry: Element) -> Iterable[tuple[bool, str, str]]:
    answer = entry.get("consent")
    answered, based = answer in ANSWERS, "basis" in entry
    yield answer is None, "consent", Translatable("say what was answered, or that nobody was asked")
    yield answered and "given_by" not in entry, "given_by", Translatable("say who gave the answer")
    yield (
        answered and "date" not in entry,
        "date",
        Translatable("say when the answer was given: the latest one counts"),
    )
    yield answer == YES and "purpose" not in entry, "purpose", Translatable("say to what the person agrees")
    yield answer != YES and "purpose" in entry, "purpose", Translatable("only a yes has one")
    yield answer != YES and "until" in entry, "until", Translatable("only a yes ends")
    yield not answered and "given_by" in entry, "given_by", Translatable("nobody answered")
    yield not answered and "pictures" in entry, "pictures", Translatable("nobody answered")
    yield answered and based, "basis", Translatable("an answer needs none, and none overrules an answer")
    yield (
        based != ("source" in entry),
        "source",
        Translatable("a basis without consent cites a public document"),
    )


def _read(entry: Element, today: date) -> Consent:
    """Return the consent that an entry gives on a day; an unknown answer counts as a refusal."""
    answer, purpose = entry.get("consent"), str(entry.get("purpose") or "")
    until = str(entry.get("until") or "")
    state = ConsentState.WITHDRAWN if answer == WITHDRAWN else ConsentState.REFUSED
    if answer == YES:
        state = ConsentState.YES if today <= _last_day(until) else ConsentState.EXPIRED
        purpose = purpose if purpose in LADDER else INSIDE
    return Consent(
        state=state,
        purpose=purpose if answer == YES else "",
        pictures=state is ConsentState.YES and entry.get("pictures") is True,
        given_by=str(entry.get("given_by") or ""),
        date=str(entry.get("date") or ""),
        until=until,
    )


def _openness(consent: Consent) -> tuple[int, int, bool, bool, date, str]:
    """Return a sort key that is smaller for a stricter consent.

    The last part of the key only makes the order unambiguous.
    """
    states = (
        ConsentState.WITHDRAWN,
        ConsentState.REFUSED,
        ConsentState.EXPIRED,
        ConsentState.MISSING,
        ConsentState.YES,
    )
    rung = LADDER.index(consent.purpose) + 1 if consent.purpose else 0
    state = states.index(consent.state)
    refuses = state < states.index(ConsentState.YES)
    return (
        0 if refuses else 1,
        rung,
        consent.pictures,
        consent.given_by == GUARDIAN,
        _last_day(consent.until),
        f"{state}{consent.given_by}{consent.date}",
    )


def _last_day(until: str) -> date:
    """Return the last day of an answer: the last of all days if it has no end, the first of all days if the
    end cannot be read.
    """
    if not until:
        return date.max
    day = dates.read(until)
    return day.earliest or date.min if day.latest is None else day.latest


def _follows(entry: Element, earlier: Element) -> bool:
    """Tell whether `entry` is certainly later than `earlier`; False if its day is in the future."""
    one, two = (dates.read(str(item.get("date") or "")) for item in (entry, earlier))
    return dates.certainly_before(two, one) and not lies_ahead(entry)


def lies_ahead(entry: Element) -> bool:
    """Tell whether the day of an answer is in the future. Forms refuse such an answer, but another desk may
    send one.
    """
    return dates.is_to_come(dates.read(str(entry.get("date") or "")), dates.newest_day())
