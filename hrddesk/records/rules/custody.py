"""Lines of custody logs that came from other desks: what they say was done with a piece of evidence.

Such a line is a claim: nothing chains it to this vault. What a kit brings is kept in the record, so that it
travels with it, is merged and is forgotten with it. What a bundle says of its sender's log is kept beside the
record (`store.evidence.custody`): to enter it would be a change of this desk, which would send the
evidence back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from hrddesk.records.model.kinds import CUSTODY
from hrddesk.records.model.record import Element, ElementId, Record, Value, key_element_id

MOST_LINES: Final = 10_000
"""In one record; those of so many go as one line of a bundle."""
_PACKED: Final = ("number", "time", "what", "by")
_Line = tuple[int, str, int, str]


def line(time: int, number: int, what: str, by: str) -> Element:
    """Return a line of a log; `time` is in seconds since 1970, UTC.

    Of an act only its name: what else it carries is the id of something at home.
    """
    return {"time": time, "number": number, "what": what.partition(" ")[0], "by": by}


def received(record: Record, own: Iterable[Element], claims: Iterable[Element] = ()) -> list[Element]:
    """Return the lines that came from other desks, by their time, without those of this vault's `own` log.

    They are those in the record and these `claims`, each once; of equal ones the last stands.
    """
    return besides(own, (*record.values(CUSTODY), *claims))


def besides(log: Iterable[Element], claims: Iterable[Element]) -> list[Element]:
    """Return the claims that the log does not hold, each once, by their time."""
    lines = {_said(item): item for item in claims}
    return [lines[line_key] for line_key in sorted(lines.keys() - {*map(_said, log)})]


def lacks(log: Iterable[Element], earlier: Iterable[Element], until: int) -> bool:
    """Tell whether a log leaves out an earlier line, or has another one; up to the number `until`."""
    now = {*map(_said, log)}
    return any(_said(item) not in now for item in earlier if int(item.get("number") or 0) <= until)


def packed(lines: Iterable[Element]) -> list[list[Value]]:
    """Return lines as rows: number, time, act, desk."""
    return [[item.get(name) for name in _PACKED] for item in lines]


def unpacked(rows: Iterable[Sequence[Value]]) -> list[Element]:
    """Return the lines that `packed` made rows of."""
    return [dict(zip(_PACKED, row, strict=True)) for row in rows]


def in_order(record: Record, own: Iterable[Element]) -> list[Element]:
    """Return the lines of all desks, this vault's `own` among them, by their time."""
    its = list(own)
    return sorted([*received(record, its), *its], key=_said)


def grown(record: Record, lines: Iterable[Element], own: Iterable[Element]) -> Record:
    """Return the record with those of the lines that neither it nor this vault's `own` log holds.

    A line has the same id on every desk, and no place of its own, so that a merge finds nothing to decide.
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
