"""Levels of visibility that come with a bundle: opening what is kept closed here takes a yes of its own.

Whoever accepts a bundle accepts facts. That more people may see what this desk holds is another decision,
and it is never a part of the first one: without a yes the levels stay as they are here, by changes of this
desk that have seen the sender's. So they win at every desk that gets them, later bundles do not bring the
looser level back, and all desks end with the stricter one until somebody opens it again on purpose.
"""

from collections.abc import Mapping

from hrddesk.bundle.merge import Merge, Side, before, outcome, takes_theirs
from hrddesk.records import levels
from hrddesk.records.kinds import WHOLE_RECORD
from hrddesk.records.levels import LevelChange

_LIST = "visibility/"


def loosened(merged: Merge, choices: Mapping[str, Side]) -> tuple[LevelChange, ...]:
    """Return what more people might see of a record that is here, if these choices were carried out."""
    ours, result = before(merged), outcome(merged, choices)
    if ours is None or result is None:
        return ()
    return levels.loosened(ours, result)


def proposed(merged: Merge) -> tuple[LevelChange, ...]:
    """Return the same for one who takes their side wherever both sides changed."""
    return loosened(merged, _their_side(merged))


def arrives_public(merged: Merge) -> bool:
    """Tell whether a record that is not here would come with something that anybody may read."""
    result = outcome(merged, _their_side(merged))
    return before(merged) is None and result is not None and levels.is_public(result)


def keeping(merged: Merge, choices: Mapping[str, Side]) -> dict[str, Side]:
    """Return the choices, changed so that no more people may see the record than now.

    Every conflict must have a choice. Each turn keeps one more of our levels; with all of them kept nothing
    is loosened, so it ends.
    """
    wanted = dict(choices)
    parts = {part.part: part for part in merged.parts}
    while opened := loosened(merged, wanted):
        for item in opened:
            own = parts.get(_LIST + item.name)
            by_itself = own is not None and takes_theirs(own, wanted)
            wanted[_LIST + (item.name if by_itself else WHOLE_RECORD)] = Side.OURS
    return wanted


def _their_side(merged: Merge) -> dict[str, Side]:
    return {part.part: Side.THEIRS for part in merged.conflicts}
