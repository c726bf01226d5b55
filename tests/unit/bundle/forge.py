"""Two desks that know each other, and a forge that makes bundles by hand, right or wrong in one place."""

import hashlib
import io
import json
import secrets
import shutil
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hrddesk.bundle.receiving import read
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.identity import Identity
from hrddesk.crypto import kdf, signatures
from hrddesk.crypto.age import AgeRecipient, Writer
from hrddesk.crypto.evidence_stream import padme
from hrddesk.crypto.kdf import FLOOR, hmac_sha256
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE, Derive

LINES = ("records", "contacts", "receipts", "protected", "custody")


def new_session(path: Path) -> Session:
    return Session.create(path, PASSPHRASE, FLOOR)[0]


@dataclass
class Desks:
    """A documenter and a coordinator, each verified at the other."""

    documenter: Session
    coordinator: Session

    @property
    def to_coordinator(self) -> contacts.Contact:
        return contacts.named(self.documenter.store, "coordinator")

    @property
    def to_documenter(self) -> contacts.Contact:
        return contacts.named(self.coordinator.store, "documenter")


def introduce(left: Session, right: Session, name: str) -> None:
    """Let `left` know and verify `right`."""
    day = own_identity.today()
    card = own_identity.own_card(right.store, day)
    contacts.add(left.store, card, name, day)
    contacts.verify(left.store, name, " ".join(identity.words12(card.fingerprint)), day)


def two_desks(folder: Path) -> Desks:
    """Open copies of two desks that have met; they were made once for the process."""
    secret = PassphraseSecret(PASSPHRASE)
    for name in ("documenter.hrdv", "coordinator.hrdv"):
        shutil.copytree(_met(kdf.argon2id)[1] / name, folder / name)
    return Desks(
        Session.open(folder / "documenter.hrdv", secret), Session.open(folder / "coordinator.hrdv", secret)
    )


@cache
def _met(derive: Derive) -> tuple[TemporaryDirectory[str], Path]:
    place = TemporaryDirectory()  # goes with the process
    folder = Path(place.name)
    made = Desks(new_session(folder / "documenter.hrdv"), new_session(folder / "coordinator.hrdv"))
    introduce(made.documenter, made.coordinator, "coordinator")
    introduce(made.coordinator, made.documenter, "documenter")
    made.documenter.close()
    made.coordinator.close()
    return place, folder


def plain_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def record_line(record: Record, line: str = "5" * 32, counter: int = 1, **changes: Any) -> bytes:
    """The line of a record that one desk wrote at once; `changes` replace names of it."""
    names = [WHOLE, *parts(record)]
    body = {
        "context": {line: counter},
        "deleted": False,
        "dots": {name: [0, counter] for name in names},
        "record": record.to_json(),
    }
    return plain_json(body | changes) + b"\n"


def ustar(path: str, content: bytes) -> bytes:
    """A file in an archive, as Python's own tarfile writes it."""
    info = tarfile.TarInfo(path)
    info.size, info.mode, info.mtime = len(content), 0o600, 0
    header = bytearray(info.tobuf(tarfile.USTAR_FORMAT))
    # tarfile leaves the device numbers of a file empty, POSIX and GNU tar write zeros
    header[329:345] = b"0000000\0" * 2
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + content + bytes(-len(content) % 512)


@dataclass
class Forge:
    """Makes a bundle step by step; every step can be replaced."""

    sender: Identity
    recipients: list[tuple[bytes, AgeRecipient]]
    records: bytes = b""
    contacts: bytes = b""
    receipts: bytes = b""
    protected: bytes = b""
    custody: bytes = b""
    files: list[bytes] = field(default_factory=list)
    head: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)
    """Tag files that are put in place of what they should be, signed as they are."""
    after: dict[str, bytes] = field(default_factory=dict)
    """The same, but put in after the signatures were made."""
    payload: dict[str, bytes] = field(default_factory=dict)
    """Payload files that are not what the manifest says."""
    seq: int = 1
    id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    card: bytes | None = None
    arrange: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]] = list

    def payload_files(self) -> dict[str, bytes]:
        made = {f"data/{name}.jsonl": getattr(self, name) for name in LINES}
        attached = {"data/att/" + hashlib.sha256(file).hexdigest(): file for file in self.files}
        return made | {path: attached[path] for path in sorted(attached)}

    def envelope(self) -> bytes:
        to = [
            {
                "tag": hmac_sha256(self.id, fingerprint)[:16].hex(),
                "seq": self.seq,
                "prev": hmac_sha256(self.id, b"prev" + fingerprint)[:16].hex(),
            }
            for fingerprint, _ in self.recipients
        ]
        body = {
            "type": "hrddesk-bundle",
            "v": 1,
            "id": self.id.hex(),
            "sender": self.sender.fingerprint.hex(),
            "line": "5" * 32,
            "to": sorted(to, key=lambda item: str(item["tag"])),
            "created": own_identity.today().isoformat(),
            "kind": "whole",
            "history": {"number": 0, "head": "0" * 64},
            "app": "HRDDesk 0.1.0",
        }
        return plain_json(body | self.head)

    def members(self) -> list[tuple[str, bytes]]:
        data = self.payload_files()
        lines = "".join(f"{hashlib.sha256(text).hexdigest()}  {path}\n" for path, text in data.items())
        tags = {
            "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bag-info.txt": b"Payload-Oxum: %d.%d\n" % (sum(map(len, data.values())), len(data)),
            "hrddesk.json": self.envelope(),
            "sender.card": self.card or Card.make(self.sender).raw,
            "manifest-sha256.txt": lines.encode("ascii"),
        }
        tags |= {name: text for name, text in self.texts.items() if name in tags}
        signed = "".join(f"{hashlib.sha256(text).hexdigest()}  {path}\n" for path, text in tags.items())
        signed_text = self.texts.get("tagmanifest-sha256.txt", signed.encode("ascii"))
        tags["tagmanifest-sha256.txt"] = signed_text
        name = "hrddesk-bundle-v1"
        tags["tagmanifest-sha256.txt.sig"] = signatures.sshsig_sign(
            self.sender.signing, name, signed_text
        ).encode("ascii")
        tags["tagmanifest-sha256.txt.mldsa65"] = signatures.mldsa_sign(
            self.sender.signing, name.encode("ascii"), signed_text
        )
        return self.arrange([*(tags | self.after).items(), *(data | self.payload).items()])

    def inside(self) -> bytes:
        return self.inside_of(self.members())

    def inside_of(self, members: list[tuple[str, bytes]]) -> bytes:
        plain = b"".join(ustar(path, text) for path, text in members) + bytes(1024)
        return plain + bytes(max(65536, padme(len(plain))) - len(plain))

    def seal(self, inside: bytes | None = None) -> bytes:
        target = io.BytesIO()
        with Writer(target, [recipient for _, recipient in self.recipients]) as sealed:
            sealed.write(self.inside() if inside is None else inside)
        return target.getvalue()


def a_case(**fields: str) -> Record:
    return Record(kind=Kind.CASE, id=RecordId(secrets.token_hex(16))).with_fields(
        **{"title": "a case", **fields}
    )


def a_version(record: Record, line: str = "5" * 32, counter: int = 1) -> Version:
    return Version({line: counter}, dict.fromkeys([WHOLE, *parts(record)], Dot(line, counter)))


def forge_between(writer: Session, reader: Session, **changes: Any) -> Forge:
    """A forge for bundles from one desk to another; by itself it makes a right one with one case."""
    owner, other = own_identity.known_identity(writer.store), own_identity.known_identity(reader.store)
    assert owner is not None
    assert other is not None
    made: dict[str, Any] = {
        "sender": owner,
        "recipients": [(other.fingerprint, other.current.key.recipient)],
        "records": record_line(a_case()),
    }
    return Forge(**(made | changes))


def traces(session: Session) -> object:
    """All that reading a bundle may leave in a vault."""
    db = session.store.db
    tables = ("bundle", "review", "review_item", "staged_blob", "contact_key", "record", "history", "blob")
    counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    files = sorted(path.name for path in (session.folder / "att").glob("*/*"))
    return counts, files, session.store.history.head()


def evidence_lines(*files: bytes) -> bytes:
    made = []
    for number, content in enumerate(files):
        sha256 = hashlib.sha256(content).hexdigest()
        record = Record(kind=Kind.EVIDENCE, id=RecordId(f"{number:032x}")).with_fields(
            sha256=sha256, size=len(content)
        )
        made.append(record_line(record))
    return b"".join(made)


def take(session: Session, raw: bytes, path: Path, job: Job | None = None) -> read.ReviewSummary:
    path.write_bytes(raw)
    return read.read(session, path, job or Job())
