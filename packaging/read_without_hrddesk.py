"""Read a bundle or a vault of HRDDesk without HRDDesk: print as JSON what is in it, or refuse and say why.

Written from the help pages on opening a bundle and a vault without HRDDesk, and from nothing else. Needs
Python 3.11, cryptography 50 or later, and several times the memory that bundle or database take on the disk.

    python3 read_without_hrddesk.py bundle FILE.hrdb key.txt
    python3 read_without_hrddesk.py vault NAME.hrdv passphrase.txt [--keyfile FILE]
    python3 read_without_hrddesk.py vault NAME.hrdv words.txt --word-list english.txt

With `--save FOLDER` the evidence goes there, each file under its SHA-256. What comes out is not encrypted.
A bundle is proven against the keys in its own card: compare the fingerprint with what the sender tells you.
"""

import argparse
import hashlib
import hmac
import io
import json
import os
import re
import sqlite3
import struct
import sys
import tarfile
import unicodedata
import zlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ed25519, mldsa, mlkem, x25519
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PAGE, LOCK_PAGE, AGE_CHUNK, SEAL_CHUNK, TAG = 4096, 262145, 65536, 1 << 20, 16
HEAD = ("bagit.txt", "bag-info.txt", "hrddesk.json", "sender.card", "manifest-sha256.txt")
SIGNED = ("tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig", "tagmanifest-sha256.txt.mldsa65")
LINES = tuple(f"data/{name}.jsonl" for name in ("records", "contacts", "receipts", "protected", "custody"))
# Private keys, settings, contents of evidence, and what follows from the other tables.
LEFT_OUT = (
    "identity.*|organisation|setting|(state_d|case_r|person_s|(search|sqlite)_).*|(staged_)?blob|thumbnail"
)


def require(holds: object, why: str) -> None:
    if not holds:
        raise ValueError(why)


def derive(key: bytes, salt: bytes | None, info: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt, info.encode()).derive(key)


def chunks(cipher: AESGCM | ChaCha20Poly1305, file: BinaryIO, size: int, data: bytes) -> Iterator[bytes]:
    """Yield the plaintext of data encrypted in chunks; after the last chunk it is proven to be complete."""
    number, chunk = 0, file.read(size + TAG)
    while chunk or not number:
        ahead = file.read(size + TAG)
        yield cipher.decrypt(number.to_bytes(11, "big") + bytes([not ahead]), chunk, data)
        chunk, number = ahead, number + 1


def keep(parts: Iterable[bytes], size: int, sha256: str, save: Path | None) -> int:
    """Check a file of evidence, padded or not, and write it into `save`, if that is set; return its size."""
    left, digest = size, hashlib.sha256()
    with (save / sha256 if save else Path(os.devnull)).open("wb") as file:
        for part in parts:
            digest.update(part[:left])
            left -= file.write(part[:left])
    require(not left and digest.hexdigest() == sha256, f"the evidence {sha256} is not what it was")
    return size


def opened(sealed: bytes, keys: list[str]) -> bytes:
    """Return the plaintext of an age file, which is proven to be complete."""
    head, _, rest = sealed.partition(b"\n--- ")
    mac, _, payload = rest.partition(b"\n")
    require(head.startswith(b"age-encryption.org/v1\n"), "it is no bundle, or its header is damaged")
    suite = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
    for key in keys:
        # 52 digits of Bech32 hold the seed of 256 bits, from which both private keys are spread
        digits = [f"{'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.index(digit):05b}" for digit in key.lower()[19:71]]
        spread = hashlib.shake_256(int("".join(digits)[:256], 2).to_bytes(32, "big")).digest(96)
        pq, classic = mlkem.MLKEM768PrivateKey.from_seed_bytes(spread[:64]), x25519.X25519PrivateKey
        private = hpke.MLKEM768X25519PrivateKey(pq, classic.from_private_bytes(spread[64:]))
        for share, body in re.findall(rb"-> mlkem768x25519 (\S+)\n(\S+)", head):
            wrapped = b64decode(share + b"==") + b64decode(body + b"=")
            with suppress(InvalidTag):  # of another recipient
                file_key = suite.decrypt(wrapped, private, b"age-encryption.org/mlkem768x25519")
                proof = hmac.digest(derive(file_key, None, "header"), head + b"\n---", "sha256")
                require(proof == b64decode(mac + b"="), "its header was altered")
                cipher = ChaCha20Poly1305(derive(file_key, payload[:16], "payload"))
                return b"".join(chunks(cipher, io.BytesIO(payload[16:]), AGE_CHUNK, b""))
    raise ValueError("none of the keys opens it whole: it is damaged, or for somebody else")


def ssh(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def verify(ed: bytes, ml: bytes, name: str, text: bytes, armoured: bytes, raw: bytes) -> None:
    """Verify both signatures of a text; `name` is the SSH namespace and also the ML-DSA context."""
    blob, rest = b64decode(b"".join(armoured.splitlines()[1:-1])), (name.encode(), b"", b"sha512")
    head = b"SSHSIG\0\0\0\1" + ssh(ssh(b"ssh-ed25519", ed), *rest, ssh(b"ssh-ed25519", blob[-64:]))
    require(blob == head, "a signature is not of the kind or the key that it should be")
    signed = b"SSHSIG" + ssh(*rest, hashlib.sha512(text).digest())
    ed25519.Ed25519PublicKey.from_public_bytes(ed).verify(blob[-64:], signed)
    mldsa.MLDSA65PublicKey.from_public_bytes(ml).verify(raw, text, name.encode())


def read_bundle(path: Path, secret: str, save: Path | None) -> dict[str, Any]:
    """Open a bundle, check all of it, and return its content as the sender signed it."""
    inside = opened(path.read_bytes(), re.findall("AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}", secret))
    with tarfile.open(fileobj=io.BytesIO(inside), mode="r:") as archive:
        files = [(member.name, archive.extractfile(member)) for member in archive]
        require(not any(inside[archive.offset :]), "something follows its last file")
        held = {name: file.read() for name, file in files if file}
    sha256 = {name: hashlib.sha256(content).hexdigest() for name, content in held.items()}
    attached = [name for name in held if name == f"data/att/{sha256[name]}"]
    require([name for name, _ in files] == [*HEAD, *SIGNED, *LINES, *attached], "it is no bundle inside")
    card, of_card, of_card_mldsa = held["sender.card"].split(b"\n")[1:4]
    said = json.loads(card)
    ed, ml = b64decode(said["ed25519"].split()[1])[-32:], b64decode(said["mldsa65"])[-1952:]
    verify(ed, ml, "hrddesk-card-v1", card, b64decode(of_card), b64decode(of_card_mldsa))
    verify(ed, ml, "hrddesk-bundle-v1", *(held[name] for name in SIGNED))
    for manifest, names in ((SIGNED[0], HEAD), (HEAD[-1], [*LINES, *attached])):
        listed = "".join(f"{sha256[name]}  {name}\n" for name in names)
        require(listed.encode() == held[manifest], "a file is not as it was signed")
    sender = hashlib.sha256(b"hrddesk/identity/v1\0" + ed + ml).hexdigest()
    made: dict[str, Any] = {"head": json.loads(held["hrddesk.json"]), "sender": sender}
    require(made["head"]["sender"] == sender, "its sender is another than its card says")
    made |= {name[5:-6]: [json.loads(line) for line in held[name].splitlines()] for name in LINES}
    made["evidence"] = {name[9:]: keep([held[name]], len(held[name]), name[9:], save) for name in attached}
    return made


def data_key(keys: bytes, secret: str, keyfile: bytes | None, words: list[str]) -> bytes:
    """Return the data key from the keyslot that the secret opens."""
    require(keys[:12] == b"HRDVAULT\1\0\10\0", "keys.bin is damaged, or of a version that is not known here")
    for number, slot in enumerate(keys[at : at + 256] for at in range(64, 2112, 256)):
        if slot[0] != (2 if words else 3 if keyfile else 1):
            continue
        if words:
            bits = "".join(f"{words.index(word):011b}" for word in secret.split())
            kek = int(bits[:256], 2).to_bytes(32, "big")
        else:
            m, t, p = struct.unpack_from("<III", slot, 4)
            require(m <= 2 << 20 and t <= 20 and p <= 16, "a keyslot asks for too much memory or time")
            typed = unicodedata.normalize("NFC", secret).encode()
            typed += hashlib.sha256(keyfile).digest() if keyfile else b""
            kek = Argon2id(salt=slot[16:48], length=32, iterations=t, lanes=p, memory_cost=m).derive(typed)
        if derive(kek, slot[16:48], "hrddesk/slot/commit/v1") == slot[64:96]:
            wrap = AESGCM(derive(kek, slot[16:48], "hrddesk/slot/wrap/v1"))
            key = wrap.decrypt(slot[48:60], slot[96:144], keys[:32] + bytes([number]) + slot[:48])
            mac = hmac.digest(derive(key, None, "hrddesk/keys.bin/v1"), keys[:2112], "sha256")
            require(mac == keys[2112:2144], "keys.bin is damaged")
            return key
    raise ValueError("it is the wrong secret, or its keyslot is damaged")


def logged(log: bytes) -> tuple[dict[int, bytes], int]:
    """Return the pages that a write-ahead log of SQLite changes, and how many pages the database then has."""
    sums, order = [0, 0], ">II" if log[3] & 1 else "<II"

    def adds_up(data: bytes, kept: bytes) -> bool:
        for left, right in struct.iter_unpack(order, data):
            sums[0] = sums[0] + left + sums[1] & 0xFFFFFFFF
            sums[1] = sums[1] + right + sums[0] & 0xFFFFFFFF
        return struct.pack(">II", *sums) == kept

    require(adds_up(log[:24], log[24:32]), "its -wal is damaged; without that file it reads as it was before")
    changed, waiting, count = dict[int, bytes](), dict[int, bytes](), 0
    for at in range(32, len(log) - PAGE - 23, PAGE + 24):
        head, page = log[at : at + 24], log[at + 24 :][:PAGE]
        if head[8:16] != log[16:24] or not adds_up(head[:8] + page, head[16:]):
            break  # what a loss of power cut off, or left of an earlier log
        number, size = struct.unpack(">II", head[:8])
        waiting[number] = page
        if size:  # here a change is whole
            changed, waiting, count = changed | waiting, {}, size
    return changed, count


def database(path: Path, key: bytes) -> sqlite3.Connection:
    """Decrypt a database of SQLCipher 4 into a plain one in memory; the HMAC of each page is verified."""
    raw, log = path.read_bytes(), Path(f"{path}-wal")
    changed, count = logged(log.read_bytes()) if log.exists() and log.stat().st_size else ({}, 0)
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in raw[:16]), 2, 32)
    plain = bytearray()
    for number in range(1, (count or -(-len(raw) // PAGE)) + 1):
        page = changed.get(number) or raw[(number - 1) * PAGE : number * PAGE]
        begin = 16 if number == 1 else 0  # before the first page stands the salt
        mac = hmac.digest(mac_key, page[begin:-64] + struct.pack("<I", number), "sha512")
        require(mac == page[-64:] or number == LOCK_PAGE, f"page {number} of {path.name} is damaged")
        opener = Cipher(algorithms.AES256(key), modes.CBC(page[-80:-64])).decryptor()
        plain += b"SQLite format 3\0"[:begin] + opener.update(page[begin:-80]) + bytes(80)
    plain[18:20] = b"\1\1"  # a database in memory has no write-ahead log
    made = sqlite3.connect(":memory:")
    made.deserialize(bytes(plain))
    made.row_factory = sqlite3.Row
    return made


def read_vault(folder: Path, key: bytes, vault: bytes, save: Path | None) -> dict[str, Any]:
    """Read the tables and the files of evidence of a vault, as of its last complete change."""
    db = database(folder / "db.sqlite", derive(key, None, "hrddesk/sqlcipher/v1"))
    made: dict[str, Any] = {"vault": vault.hex(), "tables": {}, "evidence": {}}
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        if not re.fullmatch(LEFT_OUT, name):
            rows = db.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - as the schema itself names it
            made["tables"][name] = [dict(row) for row in rows]
    dictionaries = {row["id"]: row["words"] for row in db.execute("SELECT * FROM state_dictionary")}
    for row in made["tables"]["history_content"]:
        state = row["state"]  # a zlib stream, which names its dictionary
        stream = zlib.decompressobj(zdict=dictionaries.get(int.from_bytes(state[2:6], "big"), b""))
        row["state"] = stream.decompress(state, 64 << 20).decode()
        require(stream.eof or not state, "a state in the history is damaged")
    unwrap = AESGCM(derive(key, None, "hrddesk/evidence/v1"))
    for row in db.execute("SELECT * FROM blob"):
        size, sha256, bound = row["size"], row["sha256"], vault + bytes.fromhex(row["file_id"] or "")
        if row["content"] is not None:
            made["evidence"][sha256] = keep([row["content"]], size, sha256, save)
            continue
        with (folder / "att" / row["file_id"][:2] / row["file_id"]).open("rb") as file:
            require(file.read(16) == b"HRDSEAL\0\1" + bytes(7), f"the evidence {sha256} is damaged")
            opener = AESGCM(unwrap.decrypt(row["wrapped_key"][:12], row["wrapped_key"][12:], bound))
            made["evidence"][sha256] = keep(chunks(opener, file, SEAL_CHUNK, bound), size, sha256, save)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("what", choices=["bundle", "vault"])
    for name in ("path", "secret", "--keyfile", "--word-list", "--save"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    try:
        secret = given.secret.read_text("utf-8")
        if given.what == "bundle":
            made = read_bundle(given.path, secret, given.save)
        else:
            keys = (given.path / "keys.bin").read_bytes()
            words = given.word_list.read_text("utf-8").split() if given.word_list else []
            key = data_key(keys, secret.splitlines()[0], given.keyfile and given.keyfile.read_bytes(), words)
            made = read_vault(given.path, key, keys[16:32], given.save)
    except Exception as error:  # noqa: BLE001 - whatever cannot be read is refused
        sys.exit(f"Refused: {str(error) or 'it is damaged or was altered'} ({type(error).__name__})")
    json.dump(made, sys.stdout, ensure_ascii=False, indent=1, default=bytes.hex)


if __name__ == "__main__":
    main()
