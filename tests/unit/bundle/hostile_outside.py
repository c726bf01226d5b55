"""What whoever finds the stick can do to a bundle, without any key, and how each is refused."""

from typing import Final

import pyrage

from hrddesk.crypto.age import AgeIdentity
from hrddesk.errors import BundleDamaged, BundleNotForMe, HrdDeskError, NotABundle
from tests.unit.bundle.fixed_desks import READER, right
from tests.unit.bundle.forge import evidence_lines

CHUNK: Final = 65536 + 16
VERSION_LINE: Final = b"age-encryption.org/v1\n"


def flipped(raw: bytes, at: int, bit: int = 1) -> bytes:
    """Return the bytes with one bit flipped."""
    made = bytearray(raw)
    made[at] ^= bit
    return bytes(made)


def _other_letter(raw: bytes, at: int) -> bytes:
    """Return the bytes with another letter at a place in base64."""
    return raw[:at] + (b"B" if raw[at : at + 1] == b"A" else b"A") + raw[at + 1 :]


def header_size(raw: bytes) -> int:
    """Return the size of an age header, its last line feed included."""
    return raw.index(b"\n--- ") + 5 + 43 + 1


def chunks(raw: bytes) -> tuple[bytes, list[bytes]]:
    """Split a sealed bundle into what stands before its chunks, and those."""
    begin = header_size(raw) + 16
    return raw[:begin], [raw[at : at + CHUNK] for at in range(begin, len(raw), CHUNK)]


def _ordered(raw: bytes, *order: int) -> bytes:
    head, parts = chunks(raw)
    return head + b"".join(parts[number] for number in order)


def _mixed() -> bytes:
    identity = pyrage.x25519.Identity.generate()
    return bytes(pyrage.encrypt(b"x" * 70_000, [identity.to_public()]))


def _repeated(raw: bytes, many: int) -> bytes:
    stanza = raw[len(VERSION_LINE) : raw.index(b"\n--- ") + 1]
    return raw.replace(stanza, stanza * many, 1)


def outside() -> dict[str, tuple[type[HrdDeskError], bytes]]:
    """Return what can be done without any key."""
    raw = right().seal()
    large = right(records=evidence_lines(bytes(140_000)), files=[bytes(140_000)]).seal()
    head, end = header_size(raw), len(raw)
    share = len(VERSION_LINE) + len(b"-> mlkem768x25519 ")
    stranger = AgeIdentity.from_seed(bytes(32)).recipient
    return {
        "empty": (NotABundle, b""),
        "cut-in-the-first-line": (NotABundle, raw[:10]),
        "cut-after-the-first-line": (BundleDamaged, raw[: len(VERSION_LINE)]),
        "cut-in-a-stanza": (BundleDamaged, raw[: share + 100]),
        "cut-before-the-mac": (BundleDamaged, raw[: head - 44]),
        "cut-after-the-header": (BundleDamaged, raw[:head]),
        "cut-in-the-nonce": (BundleDamaged, raw[: head + 15]),
        "cut-after-the-nonce": (BundleDamaged, raw[: head + 16]),
        "cut-in-a-chunk": (BundleDamaged, raw[: head + 1000]),
        "cut-between-chunks": (BundleDamaged, _ordered(large, 0, 1)),
        "cut-by-a-byte": (BundleDamaged, raw[:-1]),
        "longer-by-a-byte": (BundleDamaged, raw + b"\0"),
        "longer-by-a-chunk": (BundleDamaged, raw + bytes(CHUNK)),
        "flipped-first-byte": (NotABundle, flipped(raw, 0)),
        "another-version": (NotABundle, raw.replace(b"/v1", b"/v2", 1)),
        "armoured": (NotABundle, b"-----BEGIN AGE ENCRYPTED FILE-----\n"),
        "flipped-kind-of-stanza": (BundleDamaged, flipped(raw, len(VERSION_LINE) + 5)),
        "flipped-share": (BundleNotForMe, _other_letter(raw, share + 50)),
        "flipped-mac": (BundleDamaged, flipped(raw, head - 20)),
        "flipped-nonce": (BundleDamaged, flipped(raw, head + 3)),
        "flipped-content": (BundleDamaged, flipped(raw, head + 1000)),
        "flipped-last-byte": (BundleDamaged, flipped(raw, end - 1)),
        "chunks-reordered": (BundleDamaged, _ordered(large, 1, 0, 2)),
        "chunk-doubled": (BundleDamaged, _ordered(large, 0, 0, 1, 2)),
        "chunk-dropped": (BundleDamaged, _ordered(large, 0, 2)),
        "classical-recipient": (BundleDamaged, _mixed()),
        "thirty-three-stanzas": (BundleDamaged, _repeated(raw, 33)),
        "long-line-in-the-header": (BundleDamaged, raw[:share] + b"A" * 9000 + raw[share:]),
        "long-header": (
            BundleDamaged,
            VERSION_LINE + b"-> mlkem768x25519 x\n\n" * 3500 + raw[share : share + 2000],
        ),
        "for-somebody-else": (BundleNotForMe, right(recipients=[(READER.fingerprint, stranger)]).seal()),
    }
