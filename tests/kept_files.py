"""A vault and a bundle that are kept in `tests/data/kept`: what this version wrote, later ones have to open.

`python -m tests.kept_files` makes them anew; until the first release that is right whenever a format changed.

An empty database of SQLCipher takes more than half a megabyte that nothing compresses. So it is kept as its
plain pages, compressed, with what was random when they were sealed: `unpack` seals them again, byte for byte.
"""

import datetime
import hashlib
import hmac
import lzma
import shutil
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.records import cases, evidence
from hrddesk.crypto import keyslots
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.database import schema
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.actions.every_field import one_of_each

FOLDER: Final = Path(__file__).parent / "data" / "kept"
PASSPHRASE: Final = "the reeds bend 芦苇 é"
TITLE: Final = "What came along in a bundle"
CONTENT: Final = bytes(range(256)) * 260
"""A file of evidence that lies beside the database."""
_PAGE, _TAIL, _IV, _SALT = 4096, 80, 16, 16
_LOCAL: Final = ("keys.bin", "head.bin")


def tables() -> str:
    """Return the digest of the tables: where it changes, the files have to be made anew."""
    return hashlib.sha256("\n".join(schema.statements()).encode()).hexdigest()


def make(folder: Path) -> None:
    """Make the files in place of those that are there."""
    with TemporaryDirectory() as name:
        work, made = Path(name), Path(name) / "made"
        made.mkdir()
        kept, _ = Session.create(work / "kept.hrdv", PASSPHRASE, FLOOR)
        sender, _ = Session.create(work / "sender.hrdv", PASSPHRASE, FLOOR)
        for left, right in (kept, sender), (sender, kept):
            contacts.add(left, identity.write_card(right, work), "them")
            contacts.verify(left, "them", " ".join(identity.show(right).words))
        with kept.store.change("test") as change:
            for record in one_of_each().values():
                change.put(record)
        (work / "file").write_bytes(CONTENT)
        evidence.add(kept, cases.create(kept, {"title": "A case"}).result, work / "file", Job())
        evidence.add(sender, cases.create(sender, {"title": TITLE}).result, work / "file", Job())
        bundles.write_bundle(sender, made / "bundle.hrdb", ["them"], None, Job())
        for session in (kept, sender):
            session.close()
        _pack(work / "kept.hrdv", made)
        (made / "made.txt").write_text(f"{datetime.datetime.now(tz=datetime.UTC).date()} {tables()}\n")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)


def unpack(folder: Path, path: Path) -> None:
    """Make the kept vault, as it was, at a path."""
    shutil.copytree(folder / "att", path / "att")
    path.chmod(0o700)
    for name in _LOCAL:
        shutil.copyfile(folder / name, path / name)
    held = lzma.decompress((folder / "pages.xz").read_bytes())
    salt, held = held[:_SALT], held[_SALT:]
    size = _IV + _PAGE - _TAIL
    count = (len(held) + _SALT) // size
    ivs, plain = held[: _IV * count], bytes(_SALT) + held[_IV * count :]
    key = _key(path)
    sealed = bytearray(salt)
    for number in range(count):
        body = plain[number * (_PAGE - _TAIL) :][: _PAGE - _TAIL][0 if number else _SALT :]
        iv = ivs[number * _IV :][:_IV]
        sealer = Cipher(algorithms.AES256(key), modes.CBC(iv)).encryptor()
        page = sealer.update(body) + iv
        sealed += page + _mac(key, salt, page, number + 1)
    (path / "db.sqlite").write_bytes(sealed)


def _pack(path: Path, folder: Path) -> None:
    """Keep a closed vault as `unpack` reads it, and require that it does."""
    shutil.copytree(path / "att", folder / "att")
    for name in _LOCAL:
        shutil.copyfile(path / name, folder / name)
    raw, key = (path / "db.sqlite").read_bytes(), _key(path)
    ivs, plain = bytearray(), bytearray()
    for number, page in enumerate(_pages(raw)):
        begin, iv = 0 if number else _SALT, page[-_TAIL:][:_IV]
        ivs += iv
        opener = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
        plain += opener.update(page[begin:-_TAIL])
    (folder / "pages.xz").write_bytes(lzma.compress(raw[:_SALT] + ivs + plain, preset=9))
    with TemporaryDirectory() as name:
        unpack(folder, Path(name) / "again")
        if (Path(name) / "again" / "db.sqlite").read_bytes() != raw:
            raise AssertionError("the database does not come back as it was")


def _pages(raw: bytes) -> Iterator[bytes]:
    return (raw[at : at + _PAGE] for at in range(0, len(raw), _PAGE))


def _key(path: Path) -> bytes:
    """Return the key of the database of a vault."""
    data = (path / "keys.bin").read_bytes()
    dek = keyslots.unlock(keyslots.parse(data), data, PassphraseSecret(PASSPHRASE))
    return keyslots.derive(dek, keyslots.KeyPurpose.SQLCIPHER)


def _mac(key: bytes, salt: bytes, page: bytes, number: int) -> bytes:
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    return hmac.digest(mac_key, page + struct.pack("<I", number), "sha512")


if __name__ == "__main__":
    make(FOLDER)
    found = sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file())
    sys.stdout.write(f"{FOLDER}: {found} bytes\n")
