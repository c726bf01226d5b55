"""The decrypted pages of a vault's database and of its write-ahead log, as somebody with the key sees them.

SQLCipher 4: a page of 4096 bytes is AES-256-CBC over its first 4016; then the IV (16) and an HMAC (64). The
first 16 bytes of the file are the salt and not encrypted. A frame of the log is 24 bytes and a page.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, BODY, IV = 4096, 4016, 16


def _opened(key: bytes, page: bytes, *, first: bool) -> bytes:
    start = 16 if first else 0
    cipher = Cipher(algorithms.AES256(key), modes.CBC(page[BODY : BODY + IV]))
    decryptor = cipher.decryptor()
    return bytes(start) + decryptor.update(page[start:BODY]) + decryptor.finalize()


def pages(vault: Path, key: bytes) -> Iterator[bytes]:
    """Yield every page of the database, free ones too, and every page that still lies in its log."""
    data = (vault / "db.sqlite").read_bytes()
    assert len(data) % PAGE == 0
    for at in range(0, len(data), PAGE):
        yield _opened(key, data[at : at + PAGE], first=at == 0)
    log = vault / "db.sqlite-wal"
    if log.exists():
        frames = log.read_bytes()[32:]
        for at in range(0, len(frames) - PAGE - 23, 24 + PAGE):
            number = int.from_bytes(frames[at : at + 4], "big")
            yield _opened(key, frames[at + 24 : at + 24 + PAGE], first=number == 1)


def raw(vault: Path, key: bytes) -> bytes:
    """Return all of it as one run of bytes; texts that span pages are in pieces."""
    found = list(pages(vault, key))
    assert any(page.startswith(bytes(16)) and page[16:18] == b"\x10\x00" for page in found)  # the key fits
    return b"".join(page[:BODY] for page in found)
