"""The records of a bundle that a person must look at. Only an addition of a value that was never here is
plain.

So a record needs a look if it changes or removes a value that is here, or restores a value that was removed
here. A few first values need a look, too: those that say what evidence is, which can falsify a court's file;
those that turn the meaning of a local record into its opposite; and those that decide what publications say
and who may read them.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from hrddesk.bundle.merging.merge import Merge, PartMerge, PartValue, Side, before, outcome
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import ABOUT, CONSENTS, Kind
from hrddesk.records.model.record import Record
from hrddesk.records.rules.sources import NOTED


class ReviewReason(StrEnum):
    """The reasons why a record needs a look."""

    CHANGED = Translatable("changes or removes what was here")
    FILE = Translatable("says what a file of evidence is, its dates, or where it came from")
    NAMED_FILE = Translatable("names a file that is here under another record")
    CUSTODY = Translatable("the sender's custody log leaves out what it said before, or says otherwise")
    TERM = Translatable("brings or changes a term")
    QUESTION = Translatable("brings or changes a question")
    SEARCH = Translatable("brings or changes a saved search or a profile")
    PLACE = Translatable("says what kind of place it is, or what it lies in")
    NAME = Translatable("adds a main name where one stands already")
    FACT = Translatable("says how sure an event is")
    LAW = Translatable("says which country's law applies")
    SOURCE = Translatable("says what a source is, how reliable, or what print may say of it")
    CITED = Translatable("cites a source for what is here")
    LEVEL = Translatable("says who may learn of it")
    CONSENT = Translatable("says what a person consents to")
    SHOWN = Translatable("says whom evidence shows, or whether others are seen in it")
    PUBLIC = Translatable("arrives as public")
    WITH = Translatable("refers to a record that came with it and needs a look")


_KINDS: Final[Mapping[Kind, ReviewReason]] = {
    Kind.TERM: ReviewReason.TERM,
    Kind.FIELD: ReviewReason.QUESTION,
    Kind.QUERY: ReviewReason.SEARCH,
}
_FIRST_VALUES: Final[Mapping[Kind, Mapping[str, ReviewReason]]] = {
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
        ReviewReason.FILE,
    )
    | {"others": ReviewReason.SHOWN, ABOUT: ReviewReason.SHOWN},
    # "refuted" takes an event out of statuses, counts and publications.
    Kind.EVENT: {"assertion": ReviewReason.FACT, "country": ReviewReason.LAW},
    Kind.CASE: {"country": ReviewReason.LAW},
    Kind.PLACE: {"kind": ReviewReason.PLACE, "parent": ReviewReason.PLACE},
    Kind.CITATION: dict.fromkeys(("record", "source", "stance"), ReviewReason.CITED),
    Kind.SOURCE: dict.fromkeys(
        ("kind", "type", "code_name", "reliability", "attribution", "credit", "consented", *NOTED),
        ReviewReason.SOURCE,
    ),
}
"""Fields of local records of which even the first value needs a look."""
_CONTENT: Final = ("sha256", "size")


def looks(merged: Merge, *, cites_here: bool = False) -> tuple[ReviewReason, ...]:
    """Return the reasons why a record of a bundle needs a look, in the order of `ReviewReason`.

    There are none if it only adds. `cites_here` says that the record is a citation of a source for a record
    of this vault. A new citation of this kind does more than add: a public source, or a second person as a
    source, ends the warning that only one person told a fact.
    """
    changes = merged.changes
    if not changes:
        return ()
    reasons = {_KINDS[merged.kind]} if merged.kind in _KINDS else set[ReviewReason]()
    ours = before(merged)
    if ours is None and cites_here:
        reasons.add(ReviewReason.CITED)
    if ours is not None and merged.parts[0] not in changes:  # a deletion has a place of its own
        reasons.update(look for part in changes if (look := _look(ours, part)) is not None)
    return tuple(look for look in ReviewReason if look in reasons)


def _look(ours: Record, part: PartMerge) -> ReviewReason | None:
    """Return the reason why a part of a local record needs a look, or None if the part only adds."""
    name = part.part.partition("/")[0]
    if not part.is_new:
        return ReviewReason.CHANGED
    if name == "visibility":
        return ReviewReason.LEVEL
    if name == CONSENTS:
        return ReviewReason.CONSENT
    if name == "names" and _is_main(part.theirs) and any(map(_is_main, ours.values("names"))):
        return ReviewReason.NAME
    return _FIRST_VALUES.get(ours.kind, {}).get(name)


def _is_main(name: PartValue) -> bool:
    """Tell whether a name is a main name of a person (in any script), according to the sender."""
    return isinstance(name, Mapping) and name.get("kind") in (None, "main")


def keeping_content(merged: Merge, choices: Mapping[str, Side]) -> dict[str, Side]:
    """Return the choices, changed so that a local record of evidence keeps the file that it names.

    Every conflict must have a choice. Another file belongs into another record of evidence; no file is ever
    replaced.
    """
    sides = dict(choices)
    ours, result = before(merged), outcome(merged, sides)
    if merged.kind is not Kind.EVIDENCE or ours is None or result is None or not ours.text("sha256"):
        return sides
    if ours.text("sha256") != result.text("sha256"):
        sides |= dict.fromkeys((part.part for part in merged.parts if part.part in _CONTENT), Side.OURS)
    return sides
