"""Where somebody is, held against every order of days that the records allow.

A world gives each event one of the days that its date allows. Whoever is in one and the same state in every
world is said to be in it; whoever is not, is not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.analysis.overview.clocks import clock_of
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.spans import DaySpan
from hrddesk.analysis.status.status import status_of
from hrddesk.records.model.record import Record
from tests.unit.analysis.people import event, person

HAN: Final = person()
FIRST: Final = date(2020, 1, 1)
DAYS: Final = 7
"""Days on which something can happen; what may be later than all of them happens on one more."""
STATES: Final = {
    "detained": Answer.CUSTODY,
    "released": Answer.RELEASED,
    "missing": Answer.DISAPPEARED,
}


def on(day: int) -> date:
    return FIRST + timedelta(day)


@dataclass(frozen=True)
class Told:
    """One event as it was told, with the days on which it can have happened."""

    type: str
    words: str
    first: int
    last: int | None
    recorded: int | None
    length: int = 0
    """The days of a sentence."""

    @property
    def days(self) -> range:
        return self._days(self.last)

    @property
    def heard(self) -> range:
        """The days on which it was heard of: what is told with "since" was still so afterwards."""
        return self._days(None if self.words.startswith("since") else self.last)

    def _days(self, last: int | None) -> range:
        if last is None:
            last = self.recorded if self.recorded is not None and self.recorded >= self.first else DAYS + 1
        return range(self.first, last + 1)

    @property
    def record(self) -> Record:
        made = event(HAN, self.type, self.words, f"admin_detention:{self.length}days" if self.length else "")
        return replace(made, recorded=None if self.recorded is None else on(self.recorded))


def words_of(how: str, a: int, b: int) -> tuple[str, int, int | None]:
    """Return how a date is said, and the days that it allows."""
    one, other = (f"{on(day).day} January 2020" for day in sorted((a, b)))
    return {
        "exact": (on(a).isoformat(), a, a),
        "since": (f"since {one}", min(a, b), min(a, b)),
        "after": (f"after {one}", min(a, b) + 1, None),
        "between": (f"between {one} and {other}", min(a, b), max(a, b)),
        "before": (f"before {other}", 0, max(a, b) - 1),
    }[how]


@st.composite
def lives(draw: st.DrawFn) -> tuple[Told, ...]:
    made = [Told("detained", on(0).isoformat(), 0, 0, None)]  # so that something is certain
    for _ in range(draw(st.integers(1, 3))):
        how = draw(st.sampled_from(("exact", "since", "after", "after", "between", "before")))
        a, b = draw(st.integers(1, DAYS - 2)), draw(st.integers(2, DAYS - 1))
        kind, recorded = draw(st.sampled_from(sorted(STATES))), draw(st.sampled_from((None, 0, 3, DAYS)))
        words, first, last = words_of(how, a, b)
        made.append(Told(kind, words, first, last, recorded))
    return tuple(made)


def states_of(told: Sequence[Told], day: int) -> Iterator[Answer]:
    """Yield in what state somebody may be as of a day: of two events on one day either may be the last."""
    for world in product(*(each.days for each in told)):
        happened = [(when, STATES[each.type]) for when, each in zip(world, told, strict=True) if when <= day]
        latest = max(when for when, _ in happened)
        yield from (state for when, state in happened if when == latest)


@settings(max_examples=500, deadline=None)
@given(lives(), st.integers(0, DAYS))
def test_a_state_is_told_if_it_is_the_one_of_every_world(life: tuple[Told, ...], day: int) -> None:
    status = status_of(HAN, [each.record for each in life], on(day))
    states = set(states_of(life, day))
    if len(states) == 1:
        assert status.answer is states.pop()
    else:
        assert (status.answer, set(status.possible)) == (Answer.UNDETERMINED, states)


@settings(max_examples=300, deadline=None)
@given(lives(), st.integers(0, DAYS), st.sampled_from((None, 0, 3, DAYS)))
def test_no_silence_is_longer_than_in_the_worst_world(
    life: tuple[Told, ...], day: int, undated: int | None
) -> None:
    telling = [each for each in life if each.type != "missing"]
    events = [each.record for each in telling]
    other = event(HAN, "lawyer_met", "around the Spring Festival")
    events.append(replace(other, recorded=None if undated is None else on(undated)))
    made = clock_of(HAN, events, on(day), {})
    if made is None:
        return
    last = DAYS if undated is None else undated
    worlds = product(*(each.heard for each in telling), range(last + 1))
    latest = [max(when for when in world if when <= day) for world in worlds]
    assert made.silent.least == day - max(latest)


SHORT: Final = {"detention_to_arrest": 2}
SPELLS: Final = ("detained", "taken_away", "taken_away", "released", "sentenced")


@st.composite
def custodies(draw: st.DrawFn) -> tuple[Told, ...]:
    """Draw a life in and out of custody, with one sentence at the most."""
    made = [Told("detained", on(0).isoformat(), 0, 0, None)]
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(SPELLS))
        rough = kind in ("detained", "released")
        how = draw(st.sampled_from(("exact", "between"))) if rough else "exact"
        a, b = draw(st.integers(1, DAYS - 2)), draw(st.integers(2, DAYS - 1))
        words, first, last = words_of(how, a, b)
        if kind != "sentenced" or all(each.type != kind for each in made):
            length = draw(st.integers(1, DAYS)) if kind == "sentenced" else 0
            made.append(Told(kind, words, first, last, None, length))
    return tuple(made)


@dataclass(frozen=True)
class Held:
    """Since when somebody is held in one world, and until when the sentence runs that is served."""

    since: int
    until: int | None


def _next(held: Held | None, each: Told, day: int) -> Held | None:
    """Return what an event makes of it: who is arrested was at large, unless a sentence ran that day."""
    if each.type == "released":
        return None
    if each.type == "sentenced":
        since = day if held is None else held.since
        return Held(since, since + each.length)
    if held is None or (held.until is not None and held.until <= day):
        return Held(day, None)
    return Held(day, None) if each.type == "taken_away" and held.until is None else held


def held_in(told: Sequence[Told], day: int) -> Iterator[Held | None]:
    """Yield what is so as of a day in each world in which no two things happen on one day."""
    for world in product(*(each.days for each in told)):
        happened = sorted(item for item in zip(world, range(len(told)), strict=True) if item[0] <= day)
        if len({when for when, _ in happened}) == len(happened):
            held: Held | None = None
            for when, at in happened:
                held = _next(held, told[at], when)
            yield held


@settings(max_examples=400, deadline=None)
@given(custodies(), st.integers(0, DAYS))
def test_an_arrest_is_no_new_custody_in_a_world_where_a_sentence_runs(
    life: tuple[Told, ...], day: int
) -> None:
    made = clock_of(HAN, [each.record for each in life], on(day), {"CN": SHORT})
    if made is None or made.status.answer is not Answer.CUSTODY:
        return
    worlds = set(held_in(life, day))
    for world in worlds:
        assert world is not None
        assert (made.held.least or 0) <= day - world.since
        assert made.held.most is None or day - world.since <= made.held.most
        if made.status.sentence:
            assert world.until is not None
            first, last = made.status.ends
            assert first is None or first <= on(world.until)
            assert last is None or on(world.until) <= last
        if made.is_over():
            assert world.until is None
            assert day - world.since > 2
    judged = [each.first for each in life if each.type == "sentenced"]
    credited = [each for each in life if each.type == "released" and any(each.first < day for day in judged)]
    # What is certain is said. How many days before a release count towards a later sentence nobody says.
    if worlds and all(each.first == each.last for each in life) and not credited:
        (world,) = worlds
        assert world is not None
        assert made.held == DaySpan(day - world.since, day - world.since)
        assert bool(made.status.sentence) == (world.until is not None)


MEASURES: Final = ("rsdl", "criminal", "administrative")


@st.composite
def measured(draw: st.DrawFn) -> tuple[tuple[Told, str], ...]:
    """Draw a life under measures, each event with the measure that it names; some name a facility alone."""
    life = [(Told("detained", on(0).isoformat(), 0, 0, None), draw(st.sampled_from(MEASURES)))]
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(("detained", "transferred", "transferred", "sentenced", "released")))
        how = draw(st.sampled_from(("exact", "between"))) if kind != "sentenced" else "exact"
        a, b = draw(st.integers(1, DAYS - 2)), draw(st.integers(2, DAYS - 1))
        words, first, last = words_of(how, a, b)
        named = draw(st.sampled_from(("", *MEASURES))) if kind in ("detained", "transferred") else ""
        life.append((Told(kind, words, first, last, None, 99 if kind == "sentenced" else 0), named))
    return tuple(life)


def measures_in(life: Sequence[tuple[Told, str]], day: int) -> Iterator[tuple[str, int] | None]:
    """Yield under what somebody is held, and since when, in each world without two events on one day.

    A sentence is served under another measure than the one before, which has no name here.
    """
    for world in product(*(each.days for each, _ in life)):
        happened = sorted(item for item in zip(world, range(len(life)), strict=True) if item[0] <= day)
        if len({when for when, _ in happened}) < len(happened):
            continue
        held: tuple[str, int] | None = None
        for when, index in happened:
            each, named = life[index]
            if each.type == "released":
                held = None
            elif each.type == "sentenced" or held is None or named not in ("", held[0]):
                held = named, when
        yield held


@settings(max_examples=500, deadline=None)
@given(measured(), st.integers(0, DAYS))
def test_a_measure_lasts_until_another_one_or_the_end_of_custody_in_every_world(
    life: tuple[tuple[Told, str], ...], day: int
) -> None:
    events = [
        each.record.with_fields(measure=named, facility="" if each.type == "sentenced" else "hospital")
        for each, named in life
    ]
    clock = clock_of(HAN, events, on(day), {"CN": dict.fromkeys(("rsdl", "administrative"), 2) | SHORT})
    if clock is None or clock.status.answer is not Answer.CUSTODY:
        return
    worlds = set(measures_in(life, day))
    for world in worlds:
        assert world is not None
        if clock.status.measure:
            assert world[0] == clock.status.measure
            assert (clock.in_measure.least or 0) <= day - world[1]
            assert clock.in_measure.most is None or day - world[1] <= clock.in_measure.most
        if clock.is_over() and clock.rule is not None:
            assert world[0] in clock.rule.measures
            assert clock.rule.until or day - world[1] > 2
    if worlds and all(each.first == each.last for each, _ in life):
        ((measure, since),) = {world for world in worlds if world is not None}
        assert clock.status.measure == measure
        if measure:
            assert clock.in_measure == DaySpan(day - since, day - since)
