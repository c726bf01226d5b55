"""The merge rule: what becomes of a record that two desks changed without talking.

Every part of a record (a field, a list element, the record as a whole) carries the dot of its last change.
The record carries a context: for each replica, the highest counter that was seen. A change is newer if its
author had seen ours. If neither author had seen the other's change, two different values are a conflict and
two equal values become one. Absence means nothing; only a tombstone deletes. The result depends on what was
received, never on the order.

Dotted version vectors: Preguica, Baquero, Almeida, Fonte, Goncalves, "Dotted Version Vectors", 2010. If two
desks wrote the same value, all dots are kept (`Dot.also`), as in their sets. With only one of these dots, a
third desk that had seen just one of the writers would win or not depending on whose bundle came first.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value
from hrddesk.records.model.versions import WHOLE, Dot, Version

PartValue = Value | Element
"""The value of a part: a field value, a list element, or None if it is unset or removed."""


class Side(StrEnum):
    """The side whose value the user chose."""

    OURS = "ours"
    THEIRS = "theirs"


class MergeState(StrEnum):
    """The relation of a received record to this vault."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    CONFLICT = "conflict"


class PartVerdict(StrEnum):
    """The result of comparing one part."""

    SAME = "same"
    OURS = "ours"
    THEIRS = "theirs"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMerge:
    """The values of one part on both sides. For the part `*` the value is True if the record is deleted."""

    part: str
    verdict: PartVerdict
    ours: PartValue
    theirs: PartValue
    dot: Dot
    """The dot of the result, unless the user chooses against the verdict."""
    is_new: bool = False
    """Whether our side never had the part, not even as removed."""
    came: bool = True
    """Whether their side says anything about the part, including its removal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The comparison of a record on both sides. `parts` begins with `*`; the others are sorted by name."""

    kind: Kind
    id: RecordId
    state: MergeState
    parts: tuple[PartMerge, ...]
    context: Mapping[str, int]
    learns: bool
    """Whether accepting stores anything: an unchanged record may still extend the version vector."""

    @property
    def conflicts(self) -> tuple[PartMerge, ...]:
        """The parts that only a person can decide; `*` alone where the record was deleted on one side."""
        conflict_parts = tuple(part for part in self.parts if part.verdict is PartVerdict.CONFLICT)
        return tuple(part for part in conflict_parts if part.part == WHOLE) or conflict_parts

    @property
    def changes(self) -> tuple[PartMerge, ...]:
        """The parts whose value would change if the sender's side were accepted."""
        return tuple(
            part
            for part in self.parts
            if part.verdict is PartVerdict.THEIRS and not same(part.ours, part.theirs)
        )


@dataclass(frozen=True, slots=True)
class _Side:
    """One side: its context and its parts. A deletion is a tombstone of every part, all with one dot."""

    context: Mapping[str, int]
    deleted: bool = False
    values: Mapping[str, PartValue] = field(default_factory=dict)
    dots: Mapping[str, frozenset[Dot]] = field(default_factory=dict)

    def unseen(self, dots: frozenset[Dot]) -> frozenset[Dot]:
        return frozenset(dot for dot in dots if self.context.get(dot.line, 0) < dot.counter)


_NO_DOTS: Final[frozenset[Dot]] = frozenset()
_NOTHING: Final = _Side({})


def merge(
    ours: tuple[Record, Version] | None,
    theirs: tuple[Record, Version],
    believed: Mapping[str, int] | None = None,
) -> Merge:
    """Compare a received record with ours, which is None if this vault never had it.

    `believed` replaces the context of our version if this desk believes less than that version claims
    (`version_bounds`). Raise ValueError if the two are of different kinds: one of the desks is broken or
    lies.
    """
    record = theirs[0]
    if ours is not None and (ours[0].kind, ours[0].id) != (record.kind, record.id):
        raise ValueError("two records of one id and different kinds")
    left = _NOTHING if ours is None else _side(*ours)
    right = _side(*theirs)
    known_context = left.context
    if believed is not None:
        left = replace(left, context=believed)
    compared = _compare_all(left, right)
    context = _union(left.context, right.context)
    stands = {part.part: _every(part.dot) for part in compared}
    covering = _covering(context, (part.dot for part in compared))
    learns = ours is None or dict(known_context) != covering or dict(left.dots) != stands
    state = _state(ours is None, compared)
    return Merge(
        kind=record.kind,
        id=record.id,
        state=state,
        parts=compared,
        context=context,
        learns=learns or state is MergeState.CONFLICT,
    )


def resolve(merged: Merge, choices: Mapping[str, Side], new_dot: Callable[[], Dot]) -> tuple[Record, Version]:
    """Return the merged record and its version.

    `choices` names a side for each conflict, and may name a side for any other part against the verdict. A
    choice in a conflict or against the verdict becomes a new change with the dot `new_dot()`, which is called
    at most once. The context of the result covers both sides, so that every desk sees the new change as
    newer. A choice between a record and its deletion applies to all its parts. Raise ValueError if a conflict
    has no choice.
    """
    for_all = _decides(merged.parts[0], choices)
    fresh_dot: Dot | None = None
    dots: dict[str, Dot] = {}
    for part in merged.parts:
        dots[part.part] = part.dot
        if for_all or _decides(part, choices):
            fresh_dot = fresh_dot or new_dot()
            dots[part.part] = fresh_dot
    context = _covering(merged.context, dots.values())
    record = outcome(merged, choices)
    if record is None:
        return Record(kind=merged.kind, id=merged.id), Version(
            context, dict.fromkeys(dots, dots[WHOLE]), True
        )
    return record, Version(context, dots)


def before(merged: Merge) -> Record | None:
    """Return our side of a record, or None if the record is deleted or was never here."""
    if merged.parts[0].ours is not False:
        return None
    return _record(merged, {part.part: part.ours for part in merged.parts[1:]})


def outcome(merged: Merge, choices: Mapping[str, Side]) -> Record | None:
    """Return the content that the choices of `resolve` lead to, or None for a deletion."""
    for_all = choices[WHOLE] if _decides(merged.parts[0], choices) else None
    values: dict[str, PartValue] = {}
    for part in merged.parts:
        side = for_all or choices.get(part.part, _natural(part))
        values[part.part] = part.theirs if side is Side.THEIRS else part.ours
    return None if values.pop(WHOLE) else _record(merged, values)


def takes_theirs(part: PartMerge, choices: Mapping[str, Side]) -> bool:
    """Tell whether a part would change to the sender's value, if the record itself is not deleted."""
    return choices.get(part.part, _natural(part)) is Side.THEIRS and not same(part.ours, part.theirs)


def same(left: PartValue, right: PartValue) -> bool:
    """Tell whether two values are equal; True does not equal 1."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(same(left[name], right[name]) for name in left)
    return type(left) is type(right) and left == right


def _natural(part: PartMerge) -> Side:
    return Side.THEIRS if part.verdict is PartVerdict.THEIRS else Side.OURS


def _decides(part: PartMerge, choices: Mapping[str, Side]) -> bool:
    """Tell whether the choice of the user creates a new change of this part."""
    choice = choices.get(part.part)
    if part.verdict is PartVerdict.CONFLICT:
        if choice is None:
            raise ValueError("a conflict without a choice")
        return True
    return choice is not None and choice is not _natural(part) and not same(part.ours, part.theirs)


def _side(record: Record, version: Version) -> _Side:
    if version.deleted:
        dots_of_deletion = _every(version.dots[WHOLE])
        return _Side(version.context, True, {WHOLE: True}, dict.fromkeys(version.dots, dots_of_deletion))
    values: dict[str, PartValue] = {WHOLE: False, **record.fields}
    for name, elements in record.lists.items():
        values.update({f"{name}/{element_id}": element for element_id, element in elements.items()})
    return _Side(version.context, False, values, {part: _every(dot) for part, dot in version.dots.items()})


def _compare_all(left: _Side, right: _Side) -> tuple[PartMerge, ...]:
    whole_part = _compare_whole(left, right)
    others = sorted({*left.dots, *right.dots} - {WHOLE})
    deleted = whole_part.ours if _natural(whole_part) is Side.OURS else whole_part.theirs
    if whole_part.verdict is PartVerdict.CONFLICT or deleted:
        # One decision for all: the parts stand here to be shown, and to get the dot of the deletion.
        part_merges = [
            PartMerge(
                part=name,
                verdict=whole_part.verdict,
                ours=left.values.get(name),
                theirs=right.values.get(name),
                dot=whole_part.dot,
            )
            for name in others
        ]
    else:
        part_merges = [_compare(name, left, right) for name in others]
    return (whole_part, *part_merges)


def _compare_whole(left: _Side, right: _Side) -> PartMerge:
    compared = _compare(WHOLE, left, right)
    if compared.verdict is PartVerdict.SAME or not left.dots:
        return compared
    # A deletion must have seen every part that it deletes, not only the record's beginning.
    blind = left.unseen(_all(right)) if left.deleted else right.unseen(_all(left))
    wins = compared.verdict is (PartVerdict.OURS if left.deleted else PartVerdict.THEIRS)
    if wins and blind:
        return replace(compared, verdict=PartVerdict.CONFLICT)
    return compared


def _compare(part: str, left: _Side, right: _Side) -> PartMerge:
    mine, his = left.dots.get(part, _NO_DOTS), right.dots.get(part, _NO_DOTS)
    ours, theirs = left.values.get(part), right.values.get(part)
    if not mine or not his:  # absence means nothing
        verdict = PartVerdict.OURS if mine else PartVerdict.THEIRS
        return PartMerge(
            part=part,
            verdict=verdict,
            ours=ours,
            theirs=theirs,
            dot=_dot(mine or his),
            is_new=not mine,
            came=bool(his),
        )
    shared = mine & his
    new_mine, new_his = right.unseen(mine), left.unseen(his)
    if same(ours, theirs):
        return PartMerge(
            part=part,
            verdict=PartVerdict.SAME,
            ours=ours,
            theirs=theirs,
            dot=_dot(shared | new_mine | new_his or mine | his),
        )
    if not shared and new_mine and not new_his:
        return PartMerge(part=part, verdict=PartVerdict.OURS, ours=ours, theirs=theirs, dot=_dot(new_mine))
    if not shared and new_his and not new_mine:
        return PartMerge(part=part, verdict=PartVerdict.THEIRS, ours=ours, theirs=theirs, dot=_dot(new_his))
    # Neither has seen the other's; or one dot stands for two values, by a copied vault or a lie.
    return PartMerge(part=part, verdict=PartVerdict.CONFLICT, ours=ours, theirs=theirs, dot=_dot(mine | his))


def _state(unknown: bool, compared: tuple[PartMerge, ...]) -> MergeState:
    if unknown:
        return MergeState.UNCHANGED if compared[0].theirs is True else MergeState.NEW
    if any(part.verdict is PartVerdict.CONFLICT for part in compared):
        return MergeState.CONFLICT
    if any(part.verdict is PartVerdict.THEIRS and not same(part.ours, part.theirs) for part in compared):
        return MergeState.CHANGED
    return MergeState.UNCHANGED


def _record(merged: Merge, values: Mapping[str, PartValue]) -> Record:
    fields: dict[str, Value] = {}
    lists: dict[str, dict[ElementId, Element]] = {}
    for part, value in values.items():
        list_name, _, element_id = part.partition("/")
        if isinstance(value, Mapping):
            lists.setdefault(list_name, {})[ElementId(element_id)] = value
        elif value is not None:
            fields[part] = value
    return Record(kind=merged.kind, id=merged.id, fields=fields, lists=lists)


def _every(dot: Dot) -> frozenset[Dot]:
    return frozenset({Dot(dot.line, dot.counter), *dot.also})


def _all(side: _Side) -> frozenset[Dot]:
    return frozenset[Dot]().union(*side.dots.values())


def _dot(dots: frozenset[Dot]) -> Dot:
    *others, last = sorted(dots, key=lambda dot: (dot.line, dot.counter))
    return Dot(last.line, last.counter, tuple(others))


def _covering(context: Mapping[str, int], dots: Iterable[Dot]) -> dict[str, int]:
    """Return a context that covers all dots of the result.

    The given `context` may cover fewer dots, because only a part of our context may be believed.
    """
    covering_context = dict(context)
    for dot in frozenset[Dot]().union(*map(_every, dots)):
        covering_context[dot.line] = max(covering_context.get(dot.line, 0), dot.counter)
    return covering_context


def _union(left: Mapping[str, int], right: Mapping[str, int]) -> dict[str, int]:
    return {line: max(left.get(line, 0), right.get(line, 0)) for line in {**left, **right}}
