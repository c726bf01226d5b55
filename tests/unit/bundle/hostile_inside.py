"""What somebody can do to the archive in a bundle to whom it was sealed, and how each is refused."""

import hashlib
from pathlib import PurePath
from typing import Final

from hrddesk.errors import (
    BundleCardUnproven,
    BundleDamaged,
    BundleMalformed,
    BundleSignatureBad,
    BundleSignatureMisshapen,
    BundleTooLarge,
    HrdDeskError,
)
from tests.unit.bundle.fixed_desks import right
from tests.unit.bundle.forge import ustar
from tests.unit.bundle.hostile_outside import flipped

_KINDS: Final = {
    "hard-link": b"1",
    "symbolic-link": b"2",
    "character-device": b"3",
    "block-device": b"4",
    "folder": b"5",
    "pipe": b"6",
    "contiguous-file": b"7",
    "sparse-file": b"S",
    "long-name-of-gnu": b"L",
    "pax-of-one-file": b"x",
    "pax-of-all": b"g",
    "file-of-the-old-form": b"\0",
}
_NAMES: Final = {
    "that-leads-up": b"../bagit.txt",
    "that-is-absolute": b"/bagit.txt",
    "in-a-folder": b"data/bagit.txt",
    "written-from-right-to-left": "\u202etxt.tigab".encode(),
    "of-no-character": b"",
    "in-capitals": b"BAGIT.TXT",
    "with-a-backslash": b"..\\bagit.txt",
    "with-a-line-feed": b"bagit\n.txt",
}


def _summed(header: bytes) -> bytes:
    """Return the header of an archive with its checksum made anew."""
    made = bytearray(header)
    made[148:156] = b" " * 8
    made[148:156] = b"%06o\0 " % sum(made)
    return bytes(made)


def _with(header: bytes, at: int, new: bytes, size: int = 0) -> bytes:
    field = new.ljust(size, b"\0") if size else new
    return _summed(header[:at] + field + header[at + len(field) :])


def _first(inside: bytes, header: bytes) -> bytes:
    """Put another header first; what follows is cut off, since it is never reached."""
    return header + inside[512:2048]


def found_at(inside: bytes, name: str) -> int:
    """Return where the header of a file stands."""
    return next(
        at for at in range(0, len(inside), 512) if inside[at : at + 100].rstrip(b"\0") == name.encode()
    )


def _in(inside: bytes, name: str, distance: int = 40) -> bytes:
    """Flip a bit in the content of a file."""
    return flipped(inside, found_at(inside, name) + 512 + distance)


def inside() -> dict[str, tuple[type[HrdDeskError], bytes]]:
    """Return what can be done to the archive by somebody to whom it was sealed."""
    made = right()
    plain = made.inside()
    first, end = plain[:512], sum(len(ustar(*member)) for member in made.members())
    records = found_at(plain, "data/records.jsonl")
    attached = f"data/att/{hashlib.sha256(b'x' * 300).hexdigest()}"
    files = {
        "bagit.txt": BundleMalformed,
        "bag-info.txt": BundleMalformed,
        "hrddesk.json": BundleMalformed,
        "sender.card": BundleCardUnproven,
        "manifest-sha256.txt": BundleMalformed,
        "tagmanifest-sha256.txt": BundleSignatureBad,
        "tagmanifest-sha256.txt.sig": BundleSignatureMisshapen,
        "tagmanifest-sha256.txt.mldsa65": BundleSignatureBad,
        "data/records.jsonl": BundleDamaged,
        attached: BundleDamaged,
    }
    huge = b"%011o\0" % (2 << 30)
    kinds = {f"a-{kind}": _with(first, 156, flag) for kind, flag in _KINDS.items()}
    names = {f"a-name-{how}": _with(first, 0, name, 100) for how, name in _NAMES.items()}
    return {
        **{name: (BundleMalformed, _first(plain, header)) for name, header in (kinds | names).items()},
        **{f"flipped-{PurePath(path).name[:34]}": (error, _in(plain, path)) for path, error in files.items()},
        "another-mode": (BundleMalformed, _first(plain, _with(first, 100, b"0000777\0"))),
        "another-owner": (BundleMalformed, _first(plain, _with(first, 108, b"0001750\0"))),
        "another-time": (BundleMalformed, _first(plain, _with(first, 136, b"15000000000\0"))),
        "another-magic": (BundleMalformed, _first(plain, _with(first, 257, b"ustar  \0"))),
        "another-checksum": (BundleMalformed, _first(plain, flipped(first, 150))),
        "a-name-of-an-owner": (BundleMalformed, _first(plain, _with(first, 265, b"root", 32))),
        "a-target-of-a-link": (BundleMalformed, _first(plain, _with(first, 157, b"/etc/passwd", 100))),
        "a-prefix-of-the-name": (BundleMalformed, _first(plain, _with(first, 345, b"..", 155))),
        "a-size-of-two-gibibytes": (BundleTooLarge, _with(first, 124, huge) + bytes(512)),
        "a-size-of-two-gibibytes-of-records": (
            BundleTooLarge,
            plain[:records] + _with(plain[records : records + 512], 124, huge) + bytes(512),
        ),
        "a-binary-size": (BundleMalformed, _first(plain, _with(first, 124, b"\x80" + bytes(10) + b"7"))),
        "a-binary-size-beyond": (BundleTooLarge, _first(plain, _with(first, 124, b"\x80" + b"\xff" * 11))),
        "a-negative-size": (BundleMalformed, _first(plain, _with(first, 124, b"\xff" * 12))),
        "a-size-that-is-too-small": (BundleMalformed, _with(first, 124, b"%011o\0" % 10) + plain[512:2048]),
        "a-size-that-is-too-large": (BundleMalformed, _with(first, 124, b"%011o\0" % 600) + plain[512:2048]),
        "no-files": (BundleMalformed, bytes(65536)),
        "no-inside": (BundleDamaged, b""),
        "cut-inside-a-header": (BundleDamaged, plain[:100]),
        "cut-inside-a-file": (BundleDamaged, plain[:530]),
        "cut-before-the-records": (BundleDamaged, plain[:records]),
        "cut-in-the-padding": (BundleDamaged, plain[:-1]),
        "longer-inside": (BundleMalformed, plain + bytes(512)),
        "a-byte-behind-a-file": (BundleMalformed, flipped(plain, found_at(plain, "bag-info.txt") - 1)),
        "a-byte-in-the-padding": (BundleMalformed, flipped(plain, end + 2000)),
        "a-last-byte": (BundleMalformed, flipped(plain, len(plain) - 1)),
        "a-file-behind-the-end": (BundleMalformed, plain[:end] + ustar("x", b"x") + plain[end + 1024 :]),
    }  # fmt: skip
