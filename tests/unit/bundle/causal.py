"""What desks know of a record, told by sets of changes instead of counters: what the merge is held to.

A version vector says in a few numbers which changes were seen; here they are written down one by one, which
takes room and no thought. A change is named as the program names it, by line and counter; nothing but the
name is taken from there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from hrddesk.bundle.merging.merge import PartVerdict, Side
from hrddesk.records.model.versions import WHOLE

Event = tuple[str, int]
Events = frozenset[Event]


@dataclass(frozen=True)
class Part:
    """A field, a list element or `*`: its value, and the changes that wrote it without knowing each other."""

    changes: Events
    value: object


@dataclass(frozen=True)
class Known:
    """A record at one desk: all changes that were seen, and what stands. `*` is True where it is deleted."""

    seen: Events
    parts: Mapping[str, Part]

    @property
    def deleted(self) -> bool:
        return bool(self.parts[WHOLE].value)

    def counted(self, line: str) -> int:
        """How far a line had counted, by what was seen of it."""
        return max((counter for other, counter in self.seen if other == line), default=0)

    def without_hearsay(self, line: str, counter: int) -> "Known":
        """The same, with nothing seen of a line behind a counter."""
        return replace(self, seen=frozenset(e for e in self.seen if e[0] != line or e[1] <= counter))


@dataclass(frozen=True)
class Compared:
    """One part on both sides; `changes` stand if nobody decides against the verdict."""

    verdict: PartVerdict
    ours: object
    theirs: object
    changes: Events

    @property
    def by_itself(self) -> Side:
        return Side.THEIRS if self.verdict is PartVerdict.THEIRS else Side.OURS

    def is_decided(self, choice: Side | None) -> bool:
        """Whether a choice is a change of its own."""
        if self.verdict is PartVerdict.CONFLICT:
            return True
        return choice not in (None, self.by_itself) and self.ours != self.theirs


_NOTHING = Known(frozenset(), {})
_ABSENT = Part(frozenset(), None)


def written(known: Known | None, event: Event, seen: Events, values: Mapping[str, object]) -> Known:
    """A record after one change of its desk; `values` are the parts that it wrote, None for removed ones."""
    known = known or _NOTHING
    wrote = {name: Part(frozenset({event}), value) for name, value in values.items()}
    return Known(known.seen | seen | {event}, {**known.parts, **wrote})


def compare(mine: Known | None, his: Known) -> dict[str, Compared]:
    """Both sides, part by part, `*` first."""
    mine = mine or _NOTHING
    whole = _compare(WHOLE, mine, his)
    if mine.parts and mine.deleted != his.deleted:
        # Whoever deleted must have seen all of what it deletes.
        deleting, other = (mine, his) if mine.deleted else (his, mine)
        blind = any(part.changes - deleting.seen for part in other.parts.values())
        if blind and whole.verdict is (PartVerdict.OURS if mine.deleted else PartVerdict.THEIRS):
            whole = replace(whole, verdict=PartVerdict.CONFLICT)
    made = {WHOLE: whole}
    stands = whole.theirs if whole.by_itself is Side.THEIRS else whole.ours
    for name in sorted({*mine.parts, *his.parts} - {WHOLE}):
        if whole.verdict is PartVerdict.CONFLICT or stands:  # one decision for all
            ours, theirs = (side.parts.get(name, _ABSENT).value for side in (mine, his))
            made[name] = Compared(whole.verdict, ours, theirs, whole.changes)
        else:
            made[name] = _compare(name, mine, his)
    return made


def merged(
    mine: Known | None,
    his: Known,
    compared: Mapping[str, Compared],
    choices: Mapping[str, Side],
    new: Callable[[], Event],
    before: Callable[[Event], Events],
) -> Known:
    """What a record becomes; `new` names a decision's change, `before` tells what its line did before it."""
    for_all = choices[WHOLE] if compared[WHOLE].is_decided(choices.get(WHOLE)) else None
    event: Event | None = None
    parts = {}
    for name, part in compared.items():
        changes = part.changes
        if for_all or part.is_decided(choices.get(name)):
            event = event or new()
            changes = frozenset({event})
        side = for_all or choices.get(name, part.by_itself)
        parts[name] = Part(changes, part.theirs if side is Side.THEIRS else part.ours)
    if parts[WHOLE].value:
        parts = {name: Part(parts[WHOLE].changes, name == WHOLE or None) for name in parts}
    seen = (mine or _NOTHING).seen | his.seen
    for made in parts.values():
        for change in made.changes:
            seen |= before(change) | {change}
    return Known(seen, parts)


def _compare(name: str, mine: Known, his: Known) -> Compared:
    left, right = mine.parts.get(name), his.parts.get(name)
    if left is None or right is None:  # absence means nothing
        there = left or right or _ABSENT
        verdict = PartVerdict.OURS if left else PartVerdict.THEIRS
        return Compared(verdict, left.value if left else None, right.value if right else None, there.changes)
    # A change was overwritten where it was seen and does not stand any more.
    ours = left.changes - (his.seen - right.changes)
    theirs = right.changes - (mine.seen - left.changes)
    if left.value == right.value:
        return Compared(
            PartVerdict.SAME, left.value, right.value, ours | theirs or left.changes | right.changes
        )
    if ours and not theirs:
        return Compared(PartVerdict.OURS, left.value, right.value, ours)
    if theirs and not ours:
        return Compared(PartVerdict.THEIRS, left.value, right.value, theirs)
    return Compared(PartVerdict.CONFLICT, left.value, right.value, left.changes | right.changes)
