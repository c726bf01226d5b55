"""The lines of `custody.jsonl`: the sender's custody log of the evidence in a bundle.

Each entry of a log has the number of its row in the history of the desk that wrote it, the time in seconds,
the action, and the prefix of that desk's references. No entry can contain a name, or words that somebody
wrote. If sources are sent as code names, the sender's copies of other desks' logs are not sent. The lines of
the file are sorted by record, and the entries of the sender's own log by row number.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.bundle.format import canonical, record_lines
from hrddesk.errors import BundleMalformed
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value, canonical_json
from hrddesk.records.model.versions import Version
from hrddesk.records.rules import custody
from hrddesk.records.rules.custody import MOST_LINES
from hrddesk.store.evidence import custody as logs
from hrddesk.store.exchange import reviews
from hrddesk.store.records.store import Store

_ID_BYTES: Final = 16
_LATEST: Final = 253_402_300_799  # the last second of the year 9999
_NEWEST: Final = 2**63 - 1
_PARTS: Final = 4
_ACT: Final = re.compile(r"[a-z][a-z0-9.-]{0,63}")
_DESK: Final = re.compile(r"[0-9A-Z]{4}")


@dataclass(frozen=True, slots=True)
class Log:
    """The sender's own log of a piece of evidence, and its copies of other desks' logs."""

    record: RecordId
    own: Sequence[Element]
    others: Sequence[Element] = ()

    @property
    def line(self) -> bytes:
        """The line as canonical JSON, without a line feed."""
        body = {"record": self.record, "log": custody.packed(self.own), "others": custody.packed(self.others)}
        return canonical_json(body)


def is_of(record: Record, version: Version) -> bool:
    """Tell whether a bundle has a custody log for this record: only evidence that was not deleted has one."""
    return record.kind is Kind.EVIDENCE and not version.deleted


def log_of(store: Store, record: Record, version: Version, *, with_others: bool) -> Iterator[Log]:
    """Yield the custody log of a record, up to MOST_LINES entries, if the record is evidence that was not
    deleted.
    """
    if not is_of(record, version):
        return
    own = logs.log(store.db, record.id)[:MOST_LINES]
    claims = logs.claims(store.db, record.id) if with_others else ()
    yield Log(record.id, own, custody.besides(own, claims)[: MOST_LINES - len(own)])


def lacking(store: Store, review: int) -> frozenset[RecordId]:
    """Return the evidence in a bundle whose log omits or contradicts entries of the sender's earlier bundles.

    Evidence that the sender deleted has no log and is not returned.
    """
    suspected = logs.lacking(store.db, review)
    came = {record_id: reviews.line_of(store.db, review, record_id) for record_id in suspected}
    return frozenset(record_id for record_id, line in came.items() if is_of(*record_lines.decode_text(line)))


def decode(line: bytes, newest: int) -> Log:
    """Return the custody log in a line, which is given without its line feed; raise BundleMalformed.

    `newest` is the number of the latest row of the sender's history.
    """
    body = canonical.decode(line, "a custody log")
    try:
        body = canonical.exactly(body, {"log", "others", "record"})
        canonical.hexadecimal(body["record"], _ID_BYTES)
        own = custody.unpacked(_rows(body["log"], newest))
        others = custody.unpacked(_rows(body["others"]))
        if len(own) + len(others) > MOST_LINES:
            raise ValueError("too many lines")
        numbers = [number for number, *_ in body["log"]]
        if any(a >= b for a, b in itertools.pairwise(numbers)):
            raise ValueError("not ascending")
    except ValueError:
        raise BundleMalformed(why=Translatable("a line of custody logs")) from None
    return Log(RecordId(body["record"]), own, others)


def _rows(value: Any, newest: int = _NEWEST) -> Iterator[Sequence[Value]]:
    if not isinstance(value, list):
        raise ValueError("no lines")
    for row in value:
        if not isinstance(row, list) or len(row) != _PARTS:
            raise ValueError("no line")
        number, time, act, by = row
        if not _ACT.fullmatch(canonical.text(act)) or not _DESK.fullmatch(canonical.text(by)):
            raise ValueError("words")
        yield canonical.integer(number, 1, newest), canonical.integer(time, 0, _LATEST), act, by
