"""What has changed since the issue before, by what was published of everybody then and is now.

What was published of somebody is kept in the vault beside the publication, by the id of the person. Of those
who bear a label in either issue nothing is compared. Who was not named before is listed only in a series in
which no label was ever printed, and never in a correction: else the list would hold just those whose label is
gone, or tell of them by leaving them out. Both are plain to every reader. What other people have to do with
it is left aside, so that no label and no numbering of labels makes a change.
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
    """What a publication tells of somebody: of a label only that there is one."""

    named: bool
    band: Band = Band.NONE
    turns: frozenset[Turn] = frozenset()
    told: str = ""
    """A hash of the person's own names and facts, and of the events."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everybody in a publication, by id; it never leaves the vault. `basis` stands for profile and parts."""

    basis: str
    people: Mapping[RecordId, PersonDisclosure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """The issue before: what its file is, and what it told."""

    before: Before
    snapshot: Snapshot
    corrects: bool = False
    labels: Mapping[RecordId, PersonLabel] = field(default_factory=dict)
    """Who bore which label in any issue of the series, the latest of each."""
    used: frozenset[PersonLabel] = frozenset()
    """All labels that were printed in the series."""
    told: tuple[Profile, ...] = ()
    """By which profiles, their coarser steps taken, the issues of the series told of people."""

    @property
    def lists_new(self) -> bool:
        """Whether the issue may list who was not named before."""
        return not self.corrects and not self.used and not self.labels


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Gathers what is told of one person, case by case."""

    named: bool
    places: list[tuple[int, int]] = field(default_factory=list)
    band: Band = Band.NONE
    turns: set[Turn] = field(default_factory=set)
    told: list[object] = field(default_factory=list)

    def shown(self) -> PersonDisclosure:
        """Return it as it is kept."""
        if not self.named:
            return PersonDisclosure(named=False)
        parts = sorted(canonical_json(part) for part in self.told)
        digest = hashlib.sha256(b"\n".join(parts)).hexdigest()
        return PersonDisclosure(True, self.band, frozenset(self.turns), digest)


NOBODY: Final = Snapshot("", {})


def basis_of(profile: Profile, parts: Iterable[str]) -> str:
    """Return what stands for a profile and the printed parts: with others, other things are told."""
    return hashlib.sha256(canonical_json([codec.write(profile), sorted(parts)])).hexdigest()


def issue_of(follows: Follows, now: Snapshot, places: Mapping[RecordId, tuple[int, int]]) -> Issue:
    """Return the issue that follows; `places` are case and person in the model of those who are named."""
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
