"""What each type of event says about a person's liberty, and the day on which it may have happened."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from hrddesk.records import dates
from hrddesk.records.dates import PartialDate
from hrddesk.records.record import Element, Record
from hrddesk.records.roles import VICTIM


class Answer(StrEnum):
    """Where somebody is, as far as the records say."""

    FREE = "free"
    CUSTODY = "in_custody"
    RELEASED = "released"
    DISAPPEARED = "disappeared"
    DEAD = "dead"
    UNDETERMINED = "undetermined"


class Effect(StrEnum):
    """What an event does to a person's liberty."""

    ENTERS = "enters"  # in custody from here on
    LEAVES = "leaves"
    VANISHES = "vanishes"
    DIES = "dies"
    FREE = "free"  # says that the person is at large
    UNGROUNDED = "ungrounded"  # ends the ground for custody, and says nothing of a release
    DOUBTED = "doubted"  # may have killed, or shows somebody who had vanished


ENTERING: Final = frozenset(
    ["taken_away", "detained", "arrested", "imprisoned", "house_arrest_began", "sent_to_camp", "transferred"]
)
LEAVING: Final = frozenset(["released", "bail", "medical_parole", "parole"])
VANISHING: Final = frozenset(["disappeared", "missing", "whereabouts_unknown"])
DYING: Final = frozenset(["died", "died_in_custody", "killed", "executed"])
_UNGROUNDING: Final = frozenset(["acquitted", "not_prosecuted", "case_dropped", "arrest_refused", "deported"])
_DOUBTING: Final = frozenset(["suicide", "sighting"])
SENTENCING: Final = frozenset(["sentenced", "sentence_changed"])
CUSTODIAL: Final = frozenset(["fixed", "life", "death", "death_reprieve", "criminal_detention"])
_DAYS_KINDS: Final = frozenset(["admin_detention", "judicial_detention"])
_OPEN_PENALTIES: Final = frozenset(["suspended", "control", "exempt"])

FORM_OF_TYPE: Final = {
    "arrested": "arrested_custody",
    "imprisoned": "prison",
    "house_arrest_began": "house_arrest",
    "sent_to_camp": "re_education_camp",
}
STAGE_OF_TYPE: Final = {
    "taken_away": "detained",
    "detained": "detained",
    "arrested": "arrested",
    "charged": "charged",
    "indicted": "indicted",
    "tried": "tried",
    "convicted": "sentenced",
    "sentenced": "sentenced",
    "sentence_changed": "sentenced",
    "appealed": "sentenced",
    "imprisoned": "sentenced",
}
"""How far a case has come, by event; later stages stand later in `STAGES`."""
STAGES: Final = ("detained", "arrested", "charged", "indicted", "tried", "sentenced")
_DOUBTFUL_ASSERTIONS: Final = frozenset({"alleged", "disputed"})
REFUTED: Final = "refuted"


@dataclass(frozen=True, slots=True)
class Claim:
    """One event of a person, with the day on which it happened.

    Events are recorded after they happened. So a date without a last day ("after summer 2022") ends on the
    day on which the event was recorded. A plan for a later day has no such end.
    """

    event: Record
    day: PartialDate
    effect: Effect | None

    @property
    def type(self) -> str:
        """The code of the event's type."""
        return self.event.text("type")

    @property
    def form(self) -> str:
        """The form of custody that the event names or implies."""
        return self.event.text("form") or FORM_OF_TYPE.get(self.type, "")

    @property
    def begin(self) -> PartialDate:
        """The day on which it happened; for "since March" without an end, the day on which it began."""
        is_since = self.day.lasted and self.day.edtf.endswith("/") and self.day.edtf != self.day.text.strip()
        return dates.start_of(self.day) if is_since else self.day

    @property
    def latest(self) -> date | None:
        """The last day on which it can have happened; None where that is not known."""
        return self.event.recorded if self.undated else self.day.latest

    @property
    def undated(self) -> bool:
        """Whether the date has neither a first nor a last day."""
        return self.day.earliest is None and self.day.latest is None

    @property
    def alleged(self) -> bool:
        """Whether the claim itself is alleged or disputed: it never makes anything certain."""
        return self.event.text("assertion") in _DOUBTFUL_ASSERTIONS


def custodial(event: Record) -> list[Element]:
    """Return the penalties of an event that mean custody."""
    return [item for item in event.values("penalties") if _is_custodial(item)]


def _is_custodial(item: Element) -> bool:
    return item.get("kind") in CUSTODIAL or item.get("kind") in _DAYS_KINDS


_EFFECTS: Final = {
    kind: effect
    for effect, types in (
        (Effect.ENTERS, ENTERING),
        (Effect.LEAVES, LEAVING),
        (Effect.VANISHES, VANISHING),
        (Effect.DIES, DYING),
        (Effect.UNGROUNDED, _UNGROUNDING),
        (Effect.DOUBTED, _DOUBTING),
        (Effect.FREE, ("fled",)),
    )
    for kind in types
}


def effect_of(event: Record) -> Effect | None:
    """Return what an event says about liberty; None for one that says nothing."""
    effect = _EFFECTS.get(event.text("type"))
    return effect if effect is not None or "penalties" not in event.lists else _effect_of_penalties(event)


def _effect_of_penalties(event: Record) -> Effect | None:
    kinds = {item.get("kind") for item in event.values("penalties")}
    if kinds & _OPEN_PENALTIES:
        return Effect.UNGROUNDED
    return Effect.ENTERS if custodial(event) else None


_read = lru_cache(maxsize=16_384)(dates.read)
"""Lists ask again and again for the same days, and reading one takes longer than all else here."""


def claims_of(party: Record, events: Iterable[Record]) -> list[Claim]:
    """Return what the events say of a person to whom they happened; refuted ones say nothing."""
    return [
        Claim(event, _ended(_read(event.text("date")), event.recorded), effect_of(event))
        for event in events
        if event.text("assertion") != REFUTED and concerns(party, event)
    ]


def _ended(day: PartialDate, recorded: date | None) -> PartialDate:
    """Return a date without a last day as one that ends when it was recorded, if it had begun by then."""
    if recorded is None or day.latest is not None or day.earliest is None or day.earliest > recorded:
        return day
    return replace(day, latest=recorded)


def concerns(party: Record, event: Record) -> bool:
    """Tell whether an event happened to a party."""
    roles = event.lists.get("parties", {})
    return any(item.get("party") == party.id and item.get("role") == VICTIM for item in roles.values())
