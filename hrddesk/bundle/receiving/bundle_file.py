"""The opening of a bundle up to its payload: one check after the other, and any failure refuses the bundle.

The order is that of `resources/help/en/open-a-bundle.md`. Until both signatures are valid, nothing in the
bundle is trusted; limits on size keep the work small.
"""

import datetime
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from hrddesk.bundle.format import archive, bag
from hrddesk.bundle.format.archive import ArchiveReader
from hrddesk.bundle.format.bag import Payload
from hrddesk.bundle.format.envelope import Address, Envelope
from hrddesk.bundle.trust import contacts, identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.card_owner import CardOwner, Proof
from hrddesk.bundle.trust.contact import Contact
from hrddesk.bundle.trust.identity import Identity
from hrddesk.crypto import age, signatures
from hrddesk.crypto.age import AgeFailure, AgeReader, NoMatch, PayloadFailure
from hrddesk.crypto.age_header import VERSION_LINE, BufferedSource
from hrddesk.errors import (
    BundleCardExpired,
    BundleCardUnproven,
    BundleDamaged,
    BundleMalformed,
    BundleMediumGone,
    BundleNotAddressedToMe,
    BundleNotForMe,
    BundleOfThisDesk,
    BundleSenderUnknown,
    BundleSignatureBad,
    BundleSignatureMisshapen,
    BundleSignatureMissing,
    BundleSignatureOfAnother,
    BundleTooLarge,
    CardExpired,
    CardInvalid,
    CardTooNew,
    FileUnreadable,
    NotABundle,
    OwnCard,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.store.records.store import Store
from hrddesk.system import files

MAX_BYTES: Final = 9 << 30
"""The most bytes of a file: the limits on its content, rounded up and encrypted, come to less."""


class Stick:
    """A file on a medium that may be pulled out at any time."""

    def __init__(self, file: BufferedSource, name: str, size: int = 0) -> None:
        """Wrap an open file with its size at opening, 0 if unknown."""
        self._file = file
        self._name = name
        self._size = size
        self.done = 0

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, fewer only at the end; raise BundleMediumGone."""
        with self._still_there():
            data = self._file.read(size)
        self._count(len(data), is_short=len(data) < size)
        return data

    def readline(self, size: int, /) -> bytes:
        """Return up to `size` bytes of the next line; raise BundleMediumGone."""
        with self._still_there():
            data = self._file.readline(size)
        self._count(len(data), is_short=len(data) < size and not data.endswith(b"\n"))
        return data

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill `buffer`, less only at the end; return the number of bytes. Raise BundleMediumGone."""
        with self._still_there():
            size = self._file.readinto(buffer) or 0
        self._count(size, is_short=size < len(buffer))
        return size

    @contextmanager
    def _still_there(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BundleMediumGone(path=self._name, why=error.strerror) from None

    def _count(self, size: int, *, is_short: bool) -> None:
        self.done += size
        if is_short and self.done < self._size:
            raise BundleMediumGone(path=self._name, why=Translatable("it became shorter"))


class Inside:
    """The decrypted stream of a bundle; its failures are raised as BundleDamaged."""

    def __init__(self, reader: AgeReader) -> None:
        self._reader = reader

    def read(self, size: int, /) -> bytes:
        """Return `size` bytes, fewer only at the proven end; raise BundleDamaged."""
        with _damage_told():
            return self._reader.read(size)

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill `buffer`, less only at the proven end; return the number of bytes. Raise BundleDamaged."""
        with _damage_told():
            return self._reader.readinto(buffer)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedBundle:
    """A bundle for this desk with valid signatures; `archive` is positioned before the payload."""

    found: CardOwner
    card: Card
    envelope: Envelope
    me: bytes
    """The fingerprint of this desk to which the bundle is addressed."""
    address: Address
    payload: Payload
    archive: ArchiveReader

    @property
    def sender(self) -> Contact:
        """The contact who signed the bundle, as this desk knows it so far."""
        assert self.found.contact is not None
        return self.found.contact


@dataclass(frozen=True, slots=True)
class Glance:
    """The position of a bundle among those of a contact, as its sender signed it; used for sorting only."""

    sender: Contact
    serial: int
    """The serial of the card in the bundle: every restored vault begins with a newer one."""
    seq: int


@contextmanager
def opened_file(path: Path) -> Iterator[tuple[Stick, int]]:
    """Open a file that may be a bundle; yield the file and its size in bytes.

    Raise FileUnreadable, NotABundle, BundleTooLarge.
    """
    with _readable(path.name):
        file = files.open_regular(path)
    with file:
        stick = Stick(file, path.name)
        size = os.fstat(file.fileno()).st_size
        if stick.read(len(VERSION_LINE)) != VERSION_LINE:
            raise NotABundle
        if size > MAX_BYTES:
            raise BundleTooLarge(what_part=Translatable("the file"))
        file.seek(0)
        yield Stick(file, path.name, size), size


def stanzas(stick: Stick) -> int:
    """Return the number of recipients in the header of a bundle, dummies included; raise BundleDamaged."""
    try:
        return age.stanza_count(stick)
    except AgeFailure:
        raise BundleDamaged(where=Translatable("its header")) from None


def open_bundle(stick: Stick, store: Store, owner: Identity | None, day: datetime.date) -> VerifiedBundle:
    """Open a bundle up to its payload.

    Raise BundleError, FileUnreadable. If the sender's card claims a contact's keys without proof, block that
    contact and raise ContactKeyChanged.
    """
    if owner is None:
        raise BundleNotForMe
    reader, inside, texts = _unsealed(stick, owner)
    card = _proven_card(texts[archive.CARD])
    standing = _met(store, card)
    _check_signatures(card, texts)
    if standing.contact is None:
        raise BundleSenderUnknown(words=" ".join(identity.words12(card.fingerprint)))
    if standing.proof not in (Proof.SAME, Proof.SUCCESSOR):
        contacts.refuse(store, standing, card, day)
    contacts.require_readable(standing.contact)
    head = Envelope.parse(texts[archive.ENVELOPE])
    _require_valid(card, day)
    if head.sender != card.fingerprint:
        raise BundleMalformed(why=Translatable("its head is of another sender"))
    me, address = _my_address(owner, head)
    if len(head.to) != reader.stanza_count:
        raise BundleMalformed(why=Translatable("its head does not fit its seal"))
    if texts[archive.BAGIT] != bag.BAGIT_TEXT:
        raise BundleMalformed(why="bagit.txt")
    payload = bag.read_payload(texts[archive.BAG_INFO], texts[archive.MANIFEST])
    return VerifiedBundle(
        found=standing, card=card, envelope=head, me=me, address=address, payload=payload, archive=inside
    )


def glance(stick: Stick, store: Store, owner: Identity | None) -> Glance | None:
    """Return the position of a bundle among those of its sender, or None if the sender is no contact.

    Nothing is changed. The envelope is parsed only after the signatures are valid, and only for a contact's
    bundle. Raise the errors of `open_bundle` if the position cannot be read.
    """
    if owner is None:
        raise BundleNotForMe
    texts = _unsealed(stick, owner).texts
    card = _proven_card(texts[archive.CARD])
    sender = _met(store, card).contact
    _check_signatures(card, texts)
    if sender is None:
        return None
    _, address = _my_address(owner, Envelope.parse(texts[archive.ENVELOPE]))
    return Glance(sender, card.serial, address.seq)


class _Unsealed(NamedTuple):
    """The decrypted stream, the archive in it, and its raw tag files by name."""

    reader: AgeReader
    archive: ArchiveReader
    texts: dict[str, bytes]


def _unsealed(stick: Stick, owner: Identity) -> _Unsealed:
    try:
        reader = AgeReader(stick, [epoch.key for epoch in owner.epochs])
    except NoMatch:
        raise BundleNotForMe from None
    except AgeFailure:
        raise BundleDamaged(where=Translatable("its header")) from None
    inside = ArchiveReader(Inside(reader))
    texts = {name: inside.next(name, archive.MAX_TAG_FILE).read() for name in archive.TAG_FILES}
    return _Unsealed(reader, inside, texts)


def _my_address(owner: Identity, head: Envelope) -> tuple[bytes, Address]:
    """Return the fingerprint and the address of this desk in a bundle.

    The bundle may still be addressed to earlier keys of this desk.
    """
    for signing in owner.all_signing:
        fingerprint = identity.fingerprint(signing.public)
        address = head.address_of(fingerprint)
        if address is not None:
            return fingerprint, address
    raise BundleNotAddressedToMe


def _proven_card(raw: bytes) -> Card:
    try:
        return Card.parse(raw)
    except CardTooNew:
        raise
    except CardInvalid as error:
        raise BundleCardUnproven(**error.details) from None


def _met(store: Store, card: Card) -> CardOwner:
    try:
        return contacts.met(store, card)
    except OwnCard:
        raise BundleOfThisDesk from None
    except CardInvalid as error:  # it has one of this desk's own keys
        raise BundleCardUnproven(**error.details) from None


def _require_valid(card: Card, day: datetime.date) -> None:
    try:
        card.require_valid(day)
    except CardExpired as error:
        raise BundleCardExpired(**error.details) from None


def _check_signatures(card: Card, texts: dict[str, bytes]) -> None:
    signed = texts[archive.TAG_MANIFEST]
    for name, which in archive.SIGNATURES.items():
        if not texts[name]:
            raise BundleSignatureMissing(which=which)
    armoured = texts[archive.SSH_SIGNATURE].decode("ascii", "replace")
    signer = signatures.sshsig_signer(bag.NAMESPACE, armoured)
    if signer is None:
        raise BundleSignatureMisshapen(which="Ed25519")
    if signer != card.keys.ed25519:
        raise BundleSignatureOfAnother(which="Ed25519")
    if not signatures.sshsig_verify(card.keys, bag.NAMESPACE, signed, armoured):
        raise BundleSignatureBad(which="Ed25519")
    mldsa = texts[archive.MLDSA_SIGNATURE]
    if len(mldsa) != signatures.MLDSA_BYTES:
        raise BundleSignatureMisshapen(which="ML-DSA-65")
    if not signatures.mldsa_verify(card.keys, bag.NAMESPACE.encode("ascii"), signed, mldsa):
        raise BundleSignatureBad(which="ML-DSA-65")
    hashes = {name: hashlib.sha256(texts[name]).hexdigest() for name in archive.SIGNED}
    bag.check_tag_manifest(signed, hashes)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except PayloadFailure:
        raise BundleDamaged(where=Translatable("its content")) from None


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnreadable(path=name, why=error.strerror) from None
