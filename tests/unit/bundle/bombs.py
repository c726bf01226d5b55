"""Bundles that are small, or as large as they may be, and could cost much memory: they are made, then read.

`python -m tests.unit.bundle.bombs make FOLDER` writes them, `... read FOLDER` reads what is there and prints
after each the most memory, in MiB, that the process had by then, and what came of it.
"""

import hashlib
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hrddesk.bundle import canonical, read
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from tests.made import argon2id_at_no_cost, deriving_by
from tests.unit.bundle.fixed_desks import DAY, reading_desk, right
from tests.unit.bundle.hostile_signed import a_case

FULL = canonical.MAX_LINE - 1000


def _line(filling: bytes, before: bytes = b"[", after: bytes = b"]") -> bytes:
    """Return a line as long as one may be."""
    return before + b",".join([filling] * (FULL // (len(filling) + 1))) + after + b"\n"


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
        "a long title": a_case(title="x" * FULL),
        "lists in a record": case.replace(b'"a case"', _line(b"[]").rstrip()),
    }
    for name, text in texts.items():
        yield name, _sealed(name, records=text)
    dozen = b"".join(a_case(f"{number:032x}", "x" * FULL) for number in range(12))
    yield "a dozen long titles", _sealed("a dozen", records=dozen)
    yield "many empty lists as a receipt", _sealed("a receipt", receipts=texts["many empty lists"])


def _most_memory() -> int:
    """Return the most memory of this process so far, in MiB; getrusage counts what started it as well."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) // 1024


def read_all(folder: Path) -> None:
    """Read every bundle of a folder."""
    with deriving_by(argon2id_at_no_cost), tempfile.TemporaryDirectory() as name:
        session = reading_desk(Path(name) / "desk.hrdv")
        for path in sorted(folder.glob("*.hrdb")):
            said = "read"
            try:
                read.read(session, path, Job(), day=DAY)
            except HrdDeskError as error:
                said = type(error).__name__
            print(_most_memory(), said, path.stem, flush=True)
        session.close()


def main() -> None:
    """Make them or read them."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "read":
        read_all(folder)
    else:
        for name, raw in bombs():
            (folder / f"{name}.hrdb").write_bytes(raw)


if __name__ == "__main__":
    main()
