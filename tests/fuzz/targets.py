"""What a fuzzer calls with bytes: the readers of what comes from outside. Whatever else they raise is a bug.

Nothing here needs the fuzzer, so that what it found is tried again by every run of the tests.
"""

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final

from hrddesk.bundle.format import record_lines
from hrddesk.bundle.format.archive import SIGNED
from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.trust.card import Card
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import BundleError, HrdDeskError
from hrddesk.records.model.record import canonical_json
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE, argon2id_at_no_cost, deriving_by
from tests.unit.actions.every_field import one_of_each
from tests.unit.bundle.fixed_desks import SENDER, forge, reading_desk, take
from tests.unit.bundle.forge import evidence_lines, record_line, traces

_EVIDENCE: Final = b"x" * 300


def line(data: bytes) -> None:
    """Read bytes as a line of records, of contacts and of receipts.

    What is taken for a record must come out as the same bytes: the format has one spelling for each.
    """
    with suppress(BundleError):
        record, version = record_lines.decode_record(data)
        if record_lines.encode_record(record, version) != data + b"\n":
            raise AssertionError("a line that is taken and would be written in another way")
    for check in (receipt_format.check_contact, receipt_format.check_receipt):
        with suppress(BundleError):
            check(data)


_VALUES: Final[tuple[Any, ...]] = (
    *(
        None,
        True,
        0,
        1,
        -1,
        2**63 - 1,
        -(2**63),
        "",
        "x",
        "*",
        "0" * 32,
        "5" * 32,
        "f" * 64,
        [],
        {},
        [[]],
        [{}],
    ),
    *([0, 1], [0, 1, 0, 1], [1, 1], [0, 2], {"pos": 0}, {"pos": -1}, {"level": "public", "pos": 0}, {"": ""}),
    *(
        "2026",
        "2026-02-30",
        "../../x",
        "\u202egpj.exe",
        "\0",
        "\n",
        "x" * 5000,
        "\U0001f600",
        "names/0",
        "case",
    ),
)


def record(data: bytes) -> None:
    """Change a record by what the bytes say, write it in its one spelling, and read that as a line.

    The first byte chooses the record; of three further ones each, the first says which value is meant, the
    second what happens to it, and the third by what it is replaced.
    """
    lines_of = seeds()["line"]
    body = json.loads(lines_of[data[0] % len(lines_of)] if data else lines_of[0])
    for at in range(1, len(data) - 2, 3):
        places = list(_places(body))
        if not places:
            break
        where, key = places[data[at] % len(places)]
        value = deepcopy(_VALUES[data[at + 2] % len(_VALUES)])
        if data[at + 1] % 4 == 0:
            del where[key]
        elif data[at + 1] % 4 == 1 and isinstance(where, dict):
            where[str(value)] = where.pop(key)
        elif data[at + 1] % 4 == 2 and isinstance(where[key], dict):
            where[key][str(value)] = value
        else:
            where[key] = value
    line(canonical_json(body))


def _places(body: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every list or object within a document with each of its indexes or names."""
    for key in body if isinstance(body, dict) else range(len(body)) if isinstance(body, list) else ():
        yield body, key
        yield from _places(body[key])


class Reader:
    """Reads bundles that are made from bytes: the first says where they go in, the rest what is put there.

    Outside, or inside and sealed again by a recipient, they are patches of a right bundle; as text of a file
    they are put in its place and signed as its sender would who means harm.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with deriving_by(argon2id_at_no_cost):
            reading_desk(folder / "kept.hrdv").close()
        self._session: Session | None = None
        base = forge(id=bytes(16), records=evidence_lines(_EVIDENCE), files=[_EVIDENCE])
        self._outside, self._inside = base.seal(), base.inside()
        self._base = base
        self._card = Card.make(SENDER).raw  # made once: its proofs cost more than all the rest
        self._texts = dict(base.members())

    def __call__(self, data: bytes) -> None:
        """Read one bundle; raise whatever is no refusal of a bundle, or leaves something behind."""
        session = self._open()
        before = traces(session)
        try:
            found = take(session, self._made(data), self._folder / "a.hrdb")
        except BundleError:
            if traces(session) != before:
                raise AssertionError("something is left of a bundle that was refused") from None
            return
        if data[-1:] < b"\x10":  # a sixteenth of them, since the desk must be made anew
            with suppress(HrdDeskError):  # a conflict, say; what waits for a person can be decided on
                acceptance.accept(session, found.review, None, Job())
            self.close()

    def close(self) -> None:
        """Let the next bundle find the desk as it was."""
        if self._session is not None:
            self._session.close()
            self._session = None
            shutil.rmtree(self._folder / "desk.hrdv")

    def _open(self) -> Session:
        if self._session is None:
            shutil.copytree(self._folder / "kept.hrdv", self._folder / "desk.hrdv")
            with deriving_by(argon2id_at_no_cost):
                self._session = Session.open(self._folder / "desk.hrdv", PassphraseSecret(PASSPHRASE))
        return self._session

    def _made(self, data: bytes) -> bytes:
        where, rest = data[:1] or b"\0", data[1:]
        number = where[0] % (4 + len(SIGNED))
        if number == 0:
            return _patched(self._outside, rest)
        if number == 1:
            return self._base.seal(_patched(self._inside, rest))
        identifier = hashlib.sha256(data).digest()[:16]
        if number == 2:
            return forge(id=identifier, card=self._card, records=rest).seal()
        if number == 3:
            return forge(id=identifier, card=self._card, records=b"", contacts=rest, receipts=rest).seal()
        name = SIGNED[number - 4]
        return forge(id=identifier, card=self._card, texts={name: _patched(self._texts[name], rest)}).seal()


def _patched(base: bytes, patches: bytes) -> bytes:
    """Apply patches of 4 bytes and more: where (3 bytes), how much goes (1), and what comes up to a 0xff."""
    made = bytearray(base)
    for patch in patches.split(b"\xff"):
        at = int.from_bytes(patch[:3], "big") % (len(made) + 1)
        made[at : at + (patch[3] if len(patch) > 3 else 0)] = patch[4:]
    return bytes(made)


@cache
def seeds() -> dict[str, list[bytes]]:
    """Return what a fuzzer begins with, by target."""
    records = [record_line(record)[:-1] for record in one_of_each().values()]
    accepted = b'{"context":{"%s":1},"record":"%s","type":"accepted"}' % (b"5" * 32, b"0" * 32)
    asked = b'{"record":"%s","type":"asked","what":"evidence"}' % (b"0" * 32)
    seen = b'{"head":"%s","line":"%s","number":3,"type":"seen"}' % (b"0" * 64, b"5" * 32)
    notes = [accepted, asked, seen]
    heads = [bytes([4 + number]) for number in range(len(SIGNED))]
    outside = [b"\0", b"\0\0\0\x05\x01x", b"\1", b"\1\0\0\x10\1x\xff\0\2\0\1y"]
    signed = [b"\2" + record + b"\n" for record in records] + [b"\3" + note + b"\n" for note in notes]
    changed = [bytes([number, number, 3, number]) for number in range(len(records + notes))]
    return {"line": records + notes, "record": changed, "reader": [*outside, *heads, *signed]}


def targets() -> dict[str, Callable[[bytes], None]]:
    """Return the targets by name; they write into a folder in memory, where there is one."""
    shared = Path("/dev/shm")  # a test of what is read, not of the disk
    folder = tempfile.mkdtemp(dir=shared if shared.is_dir() else None)
    reading = Reader(Path(folder))
    return {"line": timed(line, 0.5), "record": timed(record, 0.5), "reader": timed(reading, 5.0)}


def timed(target: Callable[[bytes], None], seconds: float) -> Callable[[bytes], None]:
    """Return a target that takes no more of the processor than this for any input: work that grows faster
    than its input stops the lock, and is a bug like a crash."""

    def within(data: bytes) -> None:
        start = time.process_time()
        target(data)
        taken = time.process_time() - start
        if taken > seconds:
            raise AssertionError(f"{len(data)} bytes took {taken:.1f} seconds")

    return within
