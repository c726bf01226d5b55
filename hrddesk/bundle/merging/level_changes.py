"""The changes in a bundle that could let more people see a record of this desk; they need a separate consent.

Accepting a bundle means accepting facts. Letting more people see what this desk holds is another decision,
and accepting facts never implies it. A level can be loosened. A record can also become visible to more people
without any change of a level: if a hidden person is removed from an event, if an event or evidence moves out
of its case, if a person is turned into an authority, or if an answer about consent allows more than ours.
Without the separate consent this desk keeps its own values, and writes them as new changes that have seen the
sender's changes. These new changes win at every desk that receives them. Later bundles do not bring the
looser level back, and all desks keep the stricter level until somebody opens the record on purpose. Parts
that the sender added are not refused for every desk: they are left out here only, and the next bundle offers
them again.

A record that was deleted here is compared with its last state: if it is restored, no more people may see it
than before.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from hrddesk.bundle.merging.merge import Merge, PartValue, Side, before, outcome, same, takes_theirs
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model import levels
from hrddesk.records.model.kinds import CASES, CONSENTS, PROTECTED, WHOLE_RECORD, Kind
from hrddesk.records.model.levels import LevelChange
from hrddesk.records.model.record import Record, canonical_json
from hrddesk.records.rules import consents
from hrddesk.records.rules.interventions import CONFIDENTIAL_UNTIL

_LIST = "visibility/"


class Regrouping(StrEnum):
    """The changes that may let more people see a record although its level stays the same."""

    CASE = Translatable("moves to another case")
    PEOPLE = Translatable("changes who is in it")
    KIND = Translatable("changes what kind of party it is")
    NAME = Translatable("takes off that the name is protected")
    CONSENT = Translatable("allows more than what somebody consented to")
    CONFIDENTIAL = Translatable("changes until when an event is confidential")


_FIELDS = {
    (Kind.EVENT, "case"): Regrouping.CASE,
    (Kind.PARTY, "kind"): Regrouping.KIND,
    (Kind.PARTY, PROTECTED): Regrouping.NAME,
    (Kind.EVENT, CONFIDENTIAL_UNTIL): Regrouping.CONFIDENTIAL,
}
_LISTS = {
    "parties": Regrouping.PEOPLE,
    CONSENTS: Regrouping.CONSENT,  # where they allow more than ours
    CASES: Regrouping.CASE,  # the file of evidence goes to whoever gets one of its cases with files
}


def loosened(
    merged: Merge, choices: Mapping[str, Side], was: Record | None = None
) -> tuple[LevelChange, ...]:
    """Return the levels of a local record that these choices would loosen.

    `was` is the last state of a record that was deleted here.
    """
    ours, result = before(merged) or was, outcome(merged, choices)
    if ours is None or result is None:
        return ()
    return levels.loosened(ours, result)


def regrouped(
    merged: Merge, choices: Mapping[str, Side], was: Record | None = None
) -> tuple[Regrouping, ...]:
    """Return the changes other than levels that may let more people see the record, in the order of
    `Regrouping`.

    `was` is the last state of a record that was deleted here.
    """
    ours, result = before(merged) or was, outcome(merged, choices)
    if ours is None or result is None:
        return ()
    regroupings = {_what(ours.kind, part) for part in _regrouping_parts(ours, result)}
    return tuple(item for item in Regrouping if item in regroupings)


def proposed(merged: Merge, was: Record | None = None) -> tuple[LevelChange, ...]:
    """Return the levels that would be loosened if the sender's side were taken in every conflict."""
    return loosened(merged, their_side(merged), was)


def brings_back(merged: Merge) -> bool:
    """Tell whether the sender's side would restore a record that was deleted here."""
    return merged.parts[0].ours is True and outcome(merged, their_side(merged)) is not None


def arrives_public(merged: Merge) -> bool:
    """Tell whether a record that does not exist here would arrive with anything public."""
    result = outcome(merged, their_side(merged))
    return before(merged) is None and result is not None and levels.is_public(result)


def keeping(merged: Merge, choices: Mapping[str, Side]) -> tuple[Merge, dict[str, Side]]:
    """Return the merge and the choices, changed so that no more people can see the record than before.

    Every conflict must have a choice. Each pass of the loop decides for more of our values: our levels, and
    the type and the terms of an event of sexual violence, because such an event is confidential even if it
    has no level. The loop ends, because once all these values are ours, nobody more can see the record.
    """
    new_choices = dict(choices)
    parts = {part.part: part for part in merged.parts}
    ours, result = before(merged), outcome(merged, new_choices)
    refused = _regrouping_parts(ours, result) if ours is not None and result is not None else set[str]()
    added = {name for name in refused if parts[name].is_new}
    new_choices |= dict.fromkeys(refused - added, Side.OURS)
    kept_parts = tuple(part for part in merged.parts if part.part not in added)
    merged, new_choices = (
        replace(merged, parts=kept_parts),
        {part: new_choices[part] for part in new_choices.keys() - added},
    )
    is_first = ours is not None and ours.is_confidential_first
    confiding = [name for name in parts if is_first and name.partition("/")[0] in ("type", "terms")]
    confiding = [name for name in confiding if parts[name].ours is not None]
    while opened := loosened(merged, new_choices):
        for item in opened:
            own = parts.get(_LIST + item.name)
            by_itself = own is not None and takes_theirs(own, new_choices)
            new_choices[_LIST + (item.name if by_itself else WHOLE_RECORD)] = Side.OURS
        new_choices |= dict.fromkeys(confiding, Side.OURS)
    return merged, new_choices


def as_closed_as(was: Record, record: Record) -> Record:
    """Return a restored record, changed so that no more people can see it than before its deletion.

    `was` is the last state before the deletion.
    """
    for name in {part.partition("/")[0] for part in _regrouping_parts(was, record)}:
        if name in _LISTS:
            others = {
                other_name: elements for other_name, elements in record.lists.items() if other_name != name
            }
            had = {name: was.lists[name]} if name in was.lists else {}
            record = replace(record, lists=others | had)
        else:
            record = record.with_fields(**{name: was.fields.get(name)})
    return levels.held_to(was, record)


def protecting(merged: Merge) -> dict[str, Side]:
    """Return the choice for a conflict about whether a name is protected: the side that protects it."""
    return {
        part.part: Side.OURS if part.ours else Side.THEIRS
        for part in merged.conflicts
        if part.part == PROTECTED
    }


def their_side(merged: Merge) -> dict[str, Side]:
    """Return the choices of the sender's side in every conflict; a protected name stays protected."""
    return {part.part: Side.THEIRS for part in merged.conflicts} | protecting(merged)


def _what(kind: Kind, part: str) -> Regrouping | None:
    return _LISTS.get(part.partition("/")[0]) or _FIELDS.get((kind, part))


def _regrouping_parts(ours: Record, result: Record) -> set[str]:
    """Return the parts that differ and may thereby let more people see the record.

    The position and the id of an element make no difference: two desks that merge the same people may keep
    one person under two ids, and each desk would refuse the other's id for ever.
    """
    left, right = _grouping(ours), _grouping(result)
    differ = {part for part in left.keys() | right.keys() if not same(left.get(part), right.get(part))}
    if right.get(PROTECTED):  # to protect a name opens nothing
        differ.discard(PROTECTED)
    if not left.get(CONFIDENTIAL_UNTIL):  # nor does it to keep an event back
        differ.discard(CONFIDENTIAL_UNTIL)
    if not consents.loosens(ours, result):
        differ = {part for part in differ if not part.startswith(CONSENTS + "/")}
    before, after = (set(map(_said, grouping.values())) for grouping in (left, right))
    return {
        part
        for part in differ
        if "/" not in part
        or _said(left.get(part)) not in {None, *after}
        or _said(right.get(part)) not in {None, *before}
    }


def _said(element: PartValue) -> bytes | None:
    return canonical_json(element) if isinstance(element, Mapping) else None


def _grouping(record: Record) -> dict[str, PartValue]:
    values_by_part: dict[str, PartValue] = {
        f"{name}/{key}": {part: value for part, value in element.items() if part != "pos"}
        for name in _LISTS.keys() & record.lists.keys()
        for key, element in record.lists[name].items()
    }
    return values_by_part | {name: record.fields.get(name) for kind, name in _FIELDS if kind is record.kind}
