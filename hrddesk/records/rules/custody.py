"""Custody log lines from other desks: their claims about the handling of a piece of evidence.

Such a line is a claim: no hash chain of this vault confirms it. Lines from an import kit are kept in the
record, and are sent, merged and forgotten with the record. Lines from a bundle, from the log of its sender,
are kept outside the record (`store.evidence.custody`). Inside, they would count as a change by this desk, and
the evidence would be sent back to the sender.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from hrddesk.records.model.kinds import CUSTODY
from hrddesk.records.model.record import Element, ElementId, Record, Value, key_element_id

MOST_LINES: Final = 10_000
"""The greatest number of lines in one record; that many still fit in one line of a bundle."""
_PACKED: Final = ("number", "time", "what", "by")
_Line = tuple[int, str, int, str]


def line(time: int, number: int, what: str, by: str) -> Element:
    """Return a line of a log; `time` is in seconds since 1970, UTC.

    Only the first word of `what`, the name of the act, is kept: the rest is an id of this vault.
    """
    return {"time": time, "number": number, "what": what.partition(" ")[0], "by": by}


def received(record: Record, own: Iterable[Element], claims: Iterable[Element] = ()) -> list[Element]:
    """Return the lines from other desks, by time: those in the record, and the `claims`.

    Lines that this vault's `own` log has are left out. Of equal lines only the last is returned.
    """
    return besides(own, (*record.values(CUSTODY), *claims))


def besides(log: Iterable[Element], claims: Iterable[Element]) -> list[Element]:
    """Return the claims that the log does not contain, each once, by time."""
    lines = {_said(item): item for item in claims}
    return [lines[line_key] for line_key in sorted(lines.keys() - {*map(_said, log)})]


def lacks(log: Iterable[Element], earlier: Iterable[Element], until: int) -> bool:
    """Tell whether `log` omits or contradicts one of the `earlier` lines with a number up to `until`."""
    now = {*map(_said, log)}
    return any(_said(item) not in now for item in earlier if int(item.get("number") or 0) <= until)


def packed(lines: Iterable[Element]) -> list[list[Value]]:
    """Return lines as rows: number, time, act, desk."""
    return [[item.get(name) for name in _PACKED] for item in lines]


def unpacked(rows: Iterable[Sequence[Value]]) -> list[Element]:
    """Return the lines from rows that `packed` returned."""
    return [dict(zip(_PACKED, row, strict=True)) for row in rows]


def in_order(record: Record, own: Iterable[Element]) -> list[Element]:
    """Return the lines of all desks, including this vault's `own`, by time."""
    its = list(own)
    return sorted([*received(record, its), *its], key=_said)


def grown(record: Record, lines: Iterable[Element], own: Iterable[Element]) -> Record:
    """Return the record with those `lines` added that neither the record nor the vault's `own` log has.

    A line has the same id on every desk and no position, so that merging it never causes a conflict.
    """
    known_lines = {*map(_said, own), *map(_said, record.values(CUSTODY))}
    new = {_id(item): {**item, "pos": 0} for item in lines if _said(item) not in known_lines}
    stored_elements = record.lists.get(CUSTODY, {})
    return replace(record, lists={**record.lists, CUSTODY: {**stored_elements, **new}}) if new else record


def _said(item: Element) -> _Line:
    time, number = (int(item.get(name) or 0) for name in ("time", "number"))
    return time, str(item.get("by") or ""), number, str(item.get("what") or "")


def _id(item: Element) -> ElementId:
    time, by, number, what = _said(item)
    return key_element_id(CUSTODY, by, f"{time} {number} {what}")
