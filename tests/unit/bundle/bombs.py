"""Bundles that are small, or as large as they may be, and could cost much memory: they are made, then read.

`python -m tests.unit.bundle.bombs make FOLDER` writes them, `... notes FOLDER NAME` one with many receipts or
contacts, and `... read FOLDER` reads each that is there and prints by how many MiB the process that read it
had grown at its largest, and what came of it. `... look FOLDER` looks at it afterwards as well. `... together
FOLDER` reads all in one process, each line with what the process had grown by then. `... json` reads lines of
the first ones as somebody would who expects nothing bad.
"""

import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

from hrddesk.actions.exchange import contact_lists, receipts
from hrddesk.bundle.format import canonical
from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance, queue
from hrddesk.bundle.sending import packing
from hrddesk.bundle.trust import contact_list, contacts
from hrddesk.bundle.trust.card import Card
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests import memory_use
from tests.made import PASSPHRASE, argon2id_at_no_cost, deriving_by
from tests.unit.bundle.fixed_desks import DAY, identity_of, reading_desk, right
from tests.unit.bundle.forge import plain_json, record_line
from tests.unit.bundle.hostile_signed import a_case

FULL = canonical.MAX_LINE - 1000


def _line(filling: bytes, before: bytes = b"[", after: bytes = b"]") -> bytes:
    """Return a line as long as one may be."""
    return before + b",".join([filling] * (FULL // (len(filling) + 1))) + after + b"\n"


def _long_text(number: int = 0) -> bytes:
    """Return the line of a case with the longest text, in letters that take the most room."""
    record = Record(kind=Kind.CASE, id=RecordId(f"{number + 16:032x}")).with_fields(narrative="😀" * 500_000)
    return record_line(record)


def _sealed(name: str, **changes: bytes) -> bytes:
    identifier = hashlib.sha256(name.encode()).digest()[:16]
    return right(id=identifier, files=[], **{"records": b"", **changes}).seal()


def _texts() -> dict[str, bytes]:
    """Return by name the lines of records that each bundle has."""
    named = b",".join(b'"%06x":[0,1]' % number for number in range(FULL // 15))
    lives = b",".join(b'"%032x":1' % number for number in range(FULL // 38))
    case = a_case()
    return {
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
        "a dozen long texts": b"".join(map(_long_text, range(12))),
    }


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield bundles by name, each made only when it is wanted."""
    for name, text in _texts().items():
        yield name, _sealed(name, records=text)
    yield "many empty lists as a receipt", _sealed("a receipt", receipts=_line(b"[]"))


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


def _say(before: int, said: str, name: str) -> None:
    print((memory_use.most() - before) // memory_use.MIB, said, name, flush=True)


def look_at_everything(session: Session, review_number: int) -> None:
    """Ask all that a page or a command asks of what came, write what is to be said to it, and check."""
    store = session.store
    sender = contacts.named(store, "sender")
    receipts.last_words(store)
    receipts.what_others_have(store, Job())
    queue.waiting(session, Job())
    acceptance.review(session, review_number, Job())
    Acknowledged(store, sender).lacking([])
    assert len(list(packing.receipt(store, sender).parcel.receipt_lines)) == 1
    listed = contact_list.read(store, review_number, DAY)
    assert contact_lists.count(session, review_number) == len(listed.proposals)
    assert check(session.reader, session.alarms, Job()).ok


def _read(desk: Path, right_one: Path, bundles: Sequence[Path], looking: bool) -> None:
    with Session.open(desk, PassphraseSecret(PASSPHRASE)) as session:
        read.read(session, right_one, Job(), day=DAY)  # what any reading takes is there
        memory_use.forget_most()
        before = memory_use.now()
        for path in bundles:
            said = "read"
            try:
                number = read.read(session, path, Job(), day=DAY).review
                if looking:
                    look_at_everything(session, number)
            except HrdDeskError as error:
                said = type(error).__name__
            _say(before, said, path.stem)


def read_all(folder: Path, *, looking: bool = False, together: bool = False) -> None:
    """Read every bundle of a folder; where `looking`, look at what came, too.

    Where not `together`, each is read at a new desk and by a fresh copy of this process: what an earlier one
    left behind would hide a part of what the next one takes, or be taken for it.
    """
    with deriving_by(argon2id_at_no_cost), tempfile.TemporaryDirectory() as name:
        desk, right_one = Path(name) / "desk.hrdv", Path(name) / "right.hrdb"
        reading_desk(desk).close()
        right_one.write_bytes(right(id=b"right".ljust(16)).seal())
        every = sorted(folder.glob("*.hrdb"))
        for number, bundles in enumerate([every] if together else [[path] for path in every]):
            own = Path(shutil.copytree(desk, Path(name) / f"{number}.hrdv"))
            reader = get_context("fork").Process(target=_read, args=(own, right_one, bundles, looking))
            reader.start()
            reader.join()
            assert reader.exitcode == 0


def read_as_json() -> None:
    """Read lines of the bombs as somebody would who expects nothing bad."""
    texts = [text for text in _texts().values() if not text.startswith(b'"')]
    before = memory_use.now()
    kept = [json.loads(line) for text in texts for line in text.splitlines()]
    _say(before, "read", f"{len(kept)} lines")


def main() -> None:
    """Make them or read them."""
    what, *names = sys.argv[1:]
    if what == "json":
        read_as_json()
        return
    folder = Path(names[0])
    if what in ("read", "look", "together"):
        read_all(folder, looking=what == "look", together=what == "together")
    elif what == "notes":
        (folder / f"{names[1]}.hrdb").write_bytes(notes(names[1]))
    else:
        for name, raw in bombs():
            (folder / f"{name}.hrdb").write_bytes(raw)


if __name__ == "__main__":
    main()
