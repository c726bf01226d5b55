"""Changes in a bundle that a person must look at. Plain is only what adds.

A change of what evidence is falsifies a court's file; a term, a question, a profile or the kind of a place
decides what publications say; a removed name is no longer found in texts. So a person looks at each.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from hrddesk.bundle.merge import Merge, PartMerge, Side, before, outcome
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId


class Look(StrEnum):
    """Why a record needs a look."""

    FILE = "changes what a file of evidence is, its dates, or where it came from"
    NAMED_FILE = "names a file that did not come with it and that is here under another record"
    TERM = "brings or changes a term"
    QUESTION = "brings or changes a question"
    SEARCH = "brings or changes a saved search or a profile"
    PLACE = "changes the kind of a place, or what it lies in"
    NAME = "changes or removes a name"
    SOURCE = "changes the type, code name or reliability of a source"
    TEXT = "changes a text that was reviewed for publication"
    LEVEL = "changes who may learn of it"


_KINDS: Final[Mapping[Kind, Look]] = {
    Kind.TERM: Look.TERM,
    Kind.FIELD: Look.QUESTION,
    Kind.QUERY: Look.SEARCH,
}
_PARTS: Final[Mapping[Kind, Mapping[str, Look]]] = {
    Kind.EVIDENCE: dict.fromkeys(
        (
            "sha256",
            "size",
            "media_type",
            "original_name",
            "captured",
            "acquired",
            "from_whom",
            "derived_from",
            "metadata",
        ),
        Look.FILE,
    ),
    Kind.PLACE: {"kind": Look.PLACE, "parent": Look.PLACE},
    Kind.SOURCE: dict.fromkeys(("type", "code_name", "reliability"), Look.SOURCE),
}
_NAMES: Final = {
    (Kind.PARTY, "names"),
    (Kind.PLACE, "aliases"),
    (Kind.PLACE, "name"),
    (Kind.PLACE, "name_zh"),
    (Kind.SOURCE, "title"),  # that of a person, whom no text may name
}
_CONTENT: Final = ("sha256", "size")

Reviewed = Collection[tuple[RecordId, str]]
"""Records and fields whose text was reviewed for publication."""


def looks(merged: Merge, reviewed: Reviewed) -> tuple[Look, ...]:
    """Return why what came of a record needs a look, in the order of `Look`; nothing where it only adds."""
    changes = merged.changes
    if not changes:
        return ()
    found = {_KINDS[merged.kind]} if merged.kind in _KINDS else set[Look]()
    ours = before(merged)
    if ours is not None:
        for part in changes:
            name = part.part.partition("/")[0]
            look = _PARTS.get(merged.kind, {}).get(name)
            if look is not None:
                found.add(look)
            if (merged.kind, name) in _NAMES and (part.ours is not None or _is_second_main(ours, part)):
                found.add(Look.NAME)
            if (merged.id, name) in reviewed:
                found.add(Look.TEXT)
            if name == "visibility":
                found.add(Look.LEVEL)
    return tuple(look for look in Look if look in found)


def _is_second_main(ours: Record, part: PartMerge) -> bool:
    """Tell whether a name that is new would be printed beside, or before, the one that stands here."""
    element = part.theirs
    if ours.kind is not Kind.PARTY or not isinstance(element, Mapping):
        return False
    mains = [item for item in (*ours.values("names"), element) if item.get("kind") in (None, "main")]
    return element in mains and [item.get("script") for item in mains].count(element.get("script")) > 1


def keeping_content(merged: Merge, choices: Mapping[str, Side]) -> dict[str, Side]:
    """Return the choices, changed so that evidence that is here stays the file that it is.

    Every conflict must have a choice. Another file is another record of evidence; nobody replaces one.
    """
    kept = dict(choices)
    ours, result = before(merged), outcome(merged, kept)
    if merged.kind is not Kind.EVIDENCE or ours is None or result is None or not ours.text("sha256"):
        return kept
    if ours.text("sha256") != result.text("sha256"):
        kept |= dict.fromkeys((part.part for part in merged.parts if part.part in _CONTENT), Side.OURS)
    return kept
