"""Changes since the previous issue, found by comparing what each issue published about a person.

For each publication, the vault stores what was published about each person, by the person's id. People with a
label in either issue are not compared. People who are named for the first time are listed as new only in a
series in which no label was ever printed. In other series the list would show whose label was removed. A
correction lists no new people either. Facts about other people are ignored: if the label of somebody else
changes, this counts as no change.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId, canonical_json
from hrddesk.redact.model.chapters import Band
from hrddesk.redact.model.issue import Before, Issue, IssueChange, Turn
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.profile.profiles import Profile

_TURNS: Final = (Turn.DIED, Turn.RELEASED)


@dataclass(frozen=True, slots=True)
class PersonDisclosure:
    """What a publication says about a person; for a person with a label, only that `named` is false."""

    named: bool
    band: Band = Band.NONE
    turns: frozenset[Turn] = frozenset()
    told: str = ""
    """A hash of the person's own names and facts, and of the events."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one publication says about each person, by the person's id; it never leaves the vault.

    `basis` is a hash of the profile and of the printed parts.
    """

    basis: str
    people: Mapping[RecordId, PersonDisclosure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """The previous issue and what it said about people, for a publication that follows it."""

    before: Before
    snapshot: Snapshot
    corrects: bool = False
    labels: Mapping[RecordId, PersonLabel] = field(default_factory=dict)
    """The latest label of each person who had one in an issue of the series."""
    used: frozenset[PersonLabel] = frozenset()
    """All labels that were printed in the series."""
    told: tuple[Profile, ...] = ()
    """The profiles of all issues of the series, after their coarser steps."""

    @property
    def lists_new(self) -> bool:
        """Whether the issue may list people who were not named before."""
        return not self.corrects and not self.used and not self.labels


@dataclass(slots=True, kw_only=True)
class Gathered:
    """A collector of what is published about one person, case by case."""

    named: bool
    places: list[tuple[int, int]] = field(default_factory=list)
    band: Band = Band.NONE
    turns: set[Turn] = field(default_factory=set)
    told: list[object] = field(default_factory=list)

    def shown(self) -> PersonDisclosure:
        """Return the collected data in the form that the vault stores."""
        if not self.named:
            return PersonDisclosure(named=False)
        parts = sorted(canonical_json(part) for part in self.told)
        digest = hashlib.sha256(b"\n".join(parts)).hexdigest()
        return PersonDisclosure(True, self.band, frozenset(self.turns), digest)


NOBODY: Final = Snapshot("", {})


def basis_of(profile: Profile, parts: Iterable[str]) -> str:
    """Return a hash of a profile and the printed parts.

    Issues with different hashes cannot be compared in detail.
    """
    return hashlib.sha256(canonical_json([codec.write(profile), sorted(parts)])).hexdigest()


def issue_of(follows: Follows, now: Snapshot, places: Mapping[RecordId, tuple[int, int]]) -> Issue:
    """Return the data of the next issue, with the changes since the previous one.

    `places` gives, for each named person, the numbers of the case and of the person in the model.
    """
    changes = []
    same_basis = follows.snapshot.basis == now.basis
    for party, place in places.items():
        turn = _turn(follows.snapshot.people.get(party), now.people[party], same_basis=same_basis)
        if turn is not None and (turn is not Turn.NEW or follows.lists_new):
            changes.append(IssueChange(turn, *place))
    ordered = sorted(changes, key=lambda item: (list(Turn).index(item.turn), item.case, item.person))
    number = follows.before.number + 1
    return Issue(number, follows.before, follows.corrects, tuple(ordered))


def _turn(before: PersonDisclosure | None, now: PersonDisclosure, *, same_basis: bool) -> Turn | None:
    if before is None or not before.named:
        return Turn.NEW
    for turn in _TURNS:
        if turn in now.turns - before.turns:
            return turn
    if not same_basis:
        return None  # more or less would be told of everybody
    if before.band is not now.band:
        return Turn.SENTENCE
    return Turn.CHANGED if before.told != now.told else None
