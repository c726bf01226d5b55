"""Bundles that are small, or as large as they may be, and could cost much memory: they are made, then read.

`python -m tests.unit.bundle.bombs make FOLDER` writes them, `... notes FOLDER NAME` one with many receipts or
contacts, and `... read FOLDER` reads what is there and prints after each the most memory, in MiB, that the
process had by then, and what came of it. `... look FOLDER` looks at it afterwards as well.
"""

import hashlib
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hrddesk.actions import contact_lists, receipts
from hrddesk.bundle import canonical, contact_list, contacts, packing, queue, read, review
from hrddesk.bundle.acknowledged import Acknowledged
from hrddesk.bundle.card import Card
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.session import Session
from hrddesk.store.check import check
from tests.made import argon2id_at_no_cost, deriving_by
from tests.unit.bundle.fixed_desks import DAY, identity_of, reading_desk, right
from tests.unit.bundle.forge import plain_json, record_line
from tests.unit.bundle.hostile_signed import a_case

FULL = canonical.MAX_LINE - 1000


def _line(filling: bytes, before: bytes = b"[", after: bytes = b"]") -> bytes:
    """Return a line as long as one may be."""
    return before + b",".join([filling] * (FULL // (len(filling) + 1))) + after + b"\n"


def _long_text(number: int = 0) -> bytes:
    """Return the line of a case with the longest text, in letters that take the most room."""
    record = Record(Kind.CASE, RecordId(f"{number:032x}")).with_fields(narrative="😀" * 500_000)
    return record_line(record)


def _sealed(name: str, **changes: bytes) -> bytes:
    identifier = hashlib.sha256(name.encode()).digest()[:16]
    return right(id=identifier, files=[], **{"records": b"", **changes}).seal()


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield bundles by name, each made only when it is wanted."""
    named = b",".join(b'"%06x":[0,1]' % number for number in range(FULL // 15))
    lives = b",".join(b'"%032x":1' % number for number in range(FULL // 38))
    case = a_case()
    texts = {
        "many empty lists": _line(b"[]"),
        "many empty objects": _line(b"{}"),
        "many lists in lists": _line(b"[[[[[[]]]]]]"),
        "many texts": _line(b'"\xe4\xb8\xad"'),
        "many numbers": _line(b"1000"),
        "a text as long as a line": b'"' + b"x" * FULL + b'"\n',
        "a text longer than a line may be": b'"' + b"x" * (5 << 20) + b'"\n',
        "a text beyond the first plane": b'"' + b"x" * (FULL - 4) + "😀".encode() + b'"\n',
        "many parts": case.replace(b'"dots":{', b'"dots":{' + named + b","),
        "many lives": case.replace(b'"context":{', b'"context":{' + lives + b","),
        "a long text": _long_text(),
        "a title as long as a line": a_case(title="x" * FULL),
        "lists in a record": case.replace(b'"a case"', _line(b"[]").rstrip()),
    }
    for name, text in texts.items():
        yield name, _sealed(name, records=text)
    dozen = b"".join(map(_long_text, range(12)))
    yield "a dozen long texts", _sealed("a dozen", records=dozen)
    yield "many empty lists as a receipt", _sealed("a receipt", receipts=texts["many empty lists"])


def receipt_lines(count: int, asked: int = 0) -> bytes:
    """Return the lines of so many receipts of records that nobody has, and of what is asked for."""
    life = "5" * 32
    said = (
        b'{"context":{"%s":%d},"record":"%032x","type":"accepted"}\n' % (life.encode(), number + 1, number)
        for number in range(count)
    )
    wanted = (b'{"record":"%032x","type":"asked","what":"evidence"}\n' % number for number in range(asked))
    seen = b'{"head":"%s","line":"%s","number":1,"type":"seen"}\n' % (b"0" * 64, life.encode())
    return b"".join((*said, *wanted, seen))


def contact_lines(count: int) -> bytes:
    """Return the lines of so many contacts: one card, under names beyond the first plane."""
    card = Card.make(identity_of("someone")).raw.decode("ascii")
    return b"".join(
        plain_json({"card": card, "name": "😀" * 100 + str(number), "revoked": None}) + b"\n"
        for number in range(count)
    )


def notes(name: str) -> bytes:
    """Return a bundle of many receipts, contacts or both, by its name, or of next to nothing."""
    if name == "the most of everything":
        texts = b"".join(map(_long_text, range(12)))
        return _sealed(
            name, records=texts, receipts=receipt_lines(250_000, 10_000), contacts=contact_lines(1_000)
        )
    many = {
        "little": lambda: {"receipts": receipt_lines(1)},
        "100,000 receipts": lambda: {"receipts": receipt_lines(100_000)},
        "250,000 receipts": lambda: {"receipts": receipt_lines(250_000)},
        "250,000 asked for": lambda: {"receipts": receipt_lines(0, 250_000)},
        "1,000 contacts": lambda: {"contacts": contact_lines(1_000)},
        "16 MiB of contacts": lambda: {"contacts": contact_lines((16 << 20) // len(contact_lines(1)))},
    }
    return _sealed(name, **many[name]())


def _most_memory() -> int:
    """Return the most memory of this process so far, in MiB; getrusage counts what started it as well."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) // 1024


def look_at_everything(session: Session, review_number: int) -> None:
    """Ask all that a page or a command asks of what came, write what is to be said to it, and check."""
    store = session.store
    sender = contacts.named(store, "sender")
    receipts.last_words(store)
    receipts.what_others_have(store, Job())
    queue.waiting(session, Job())
    review.review(session, review_number, Job())
    Acknowledged(store, sender).lacking([])
    assert len(list(packing.receipt(store, sender).parcel.receipt_lines)) == 1
    listed = contact_list.read(store, review_number, DAY)
    assert contact_lists.count(session, review_number) == len(listed.proposals)
    assert check(session.reader, session.alarms, Job()).ok


def read_all(folder: Path, *, looking: bool) -> None:
    """Read every bundle of a folder; where `looking`, look at what came, too."""
    with deriving_by(argon2id_at_no_cost), tempfile.TemporaryDirectory() as name:
        session = reading_desk(Path(name) / "desk.hrdv")
        for path in sorted(folder.glob("*.hrdb")):
            said = "read"
            try:
                number = read.read(session, path, Job(), day=DAY).review
                if looking:
                    look_at_everything(session, number)
            except HrdDeskError as error:
                said = type(error).__name__
            print(_most_memory(), said, path.stem, flush=True)
        session.close()


def main() -> None:
    """Make them or read them."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what in ("read", "look"):
        read_all(folder, looking=what == "look")
    elif what == "notes":
        name = sys.argv[3]
        (folder / f"{name}.hrdb").write_bytes(notes(name))
    else:
        for name, raw in bombs():
            (folder / f"{name}.hrdb").write_bytes(raw)


if __name__ == "__main__":
    main()
