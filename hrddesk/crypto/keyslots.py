"""The file `keys.bin`, which contains the keyslots of a vault, in version 1 of the vault format.

A slot wraps the data key (DEK) under a key that is derived from one secret. A commitment to the derived key
is checked first, since AES-GCM alone would allow a slot that several keys open. A MAC under a key derived
from the DEK covers all slots, so that nobody without a secret can add, remove or alter a slot unnoticed.
"""

import hmac
import secrets
import struct
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import CAP, FLOOR, Argon2Params
from hrddesk.errors import (
    HrdDeskError,
    KdfTooCostly,
    KeyfileNeeded,
    KeyfileNotUsed,
    NotAVault,
    SecretUnreadable,
    SlotDamaged,
    VaultHeaderDamaged,
    VaultTooNew,
    WrongSecret,
)
from hrddesk.errors.translatable import Translatable

SIZE = 4096
SLOTS = 8
DEK_BYTES = 32

MAGIC = b"HRDVAULT"
"""The first eight bytes of `keys.bin`."""

_VERSION = 1
_HEADER = struct.Struct("<8sHH4x16sQ24x")
_SLOT = struct.Struct("<BB2xIII32s12s4x32s48s112s")
_BODY_BYTES = _HEADER.size + SLOTS * _SLOT.size  # 2112, what the MAC covers
_MAC_BYTES = 32
_AAD_HEADER, _AAD_SLOT = 32, 48  # header: magic to vault id, without generation; slot: type to salt
_COMMIT = b"hrddesk/slot/commit/v1"
_WRAP = b"hrddesk/slot/wrap/v1"


class KeyPurpose(StrEnum):
    """The purposes of the keys that are derived from the DEK; each value is the HKDF info."""

    SQLCIPHER = "hrddesk/sqlcipher/v1"
    EVIDENCE = "hrddesk/evidence/v1"
    KEYS = "hrddesk/keys.bin/v1"
    HEAD = "hrddesk/head.bin/v1"
    DRAFTS = "hrddesk/drafts/v1"


class SlotType(IntEnum):
    """The kinds of secret that open a slot; the values are the numbers written in the file."""

    EMPTY = 0
    PASSPHRASE = 1
    RECOVERY = 2
    KEYFILE = 3  # passphrase and keyfile together
    SECURITY_KEY = 4  # passphrase and the hmac-secret of a FIDO2 security key together
    SHARED = 5  # recovery words that several people hold in shares


RESERVED = frozenset({SlotType.SECURITY_KEY, SlotType.SHARED})
"""The slot types that are reserved for a later version.

This version knows their names and keeps their bytes, but cannot open such slots.
"""

_WITH_ARGON2 = frozenset({SlotType.PASSPHRASE, SlotType.KEYFILE, SlotType.SECURITY_KEY})


@dataclass(frozen=True, slots=True)
class PassphraseSecret:
    """A passphrase as typed, and the SHA-256 of the keyfile if the slot needs one."""

    passphrase: str = field(repr=False)
    keyfile_digest: bytes | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.keyfile_digest is not None and len(self.keyfile_digest) != 32:
            raise ValueError("a keyfile digest is 32 bytes")


@dataclass(frozen=True, slots=True)
class RecoverySecret:
    """The 32 bytes that the recovery words encode."""

    entropy: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.entropy) != 32:
            raise ValueError("recovery entropy is 32 bytes")


Secret = PassphraseSecret | RecoverySecret


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySlot:
    """One slot of the file; `params` is set exactly if the slot uses Argon2id."""

    type: SlotType = SlotType.EMPTY
    params: Argon2Params | None = None
    salt: bytes = bytes(32)
    nonce: bytes = bytes(12)
    commitment: bytes = bytes(32)
    wrapped: bytes = bytes(48)
    particulars: bytes = bytes(112)
    """The additional data of a reserved type, such as the credential of a security key; else zeros."""

    def to_bytes(self) -> bytes:
        """Return the 256 bytes of the slot as written to the file."""
        m, t, p = (self.params.m_kib, self.params.t, self.params.p) if self.params else (0, 0, 0)
        uses_argon2 = 0 if self.params is None else 1
        return _SLOT.pack(
            self.type,
            uses_argon2,
            m,
            t,
            p,
            self.salt,
            self.nonce,
            self.commitment,
            self.wrapped,
            self.particulars,
        )


@dataclass(frozen=True, slots=True)
class KeySlots:
    """The content of `keys.bin` without its MAC."""

    vault_id: bytes
    generation: int
    slots: tuple[KeySlot, ...]

    def to_bytes(self, dek: bytes) -> bytes:
        """Return the 4096 bytes of the file, with the MAC computed from `dek`."""
        body = self.body()
        return (body + _mac(dek, body)).ljust(SIZE, b"\0")

    def body(self) -> bytes:
        """Return the 2112 bytes that the MAC covers."""
        header = _HEADER.pack(MAGIC, _VERSION, SLOTS, self.vault_id, self.generation)
        return header + b"".join(slot.to_bytes() for slot in self.slots)


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """The type and the cost of a slot in use, which can be read without a secret."""

    index: int
    type: SlotType
    params: Argon2Params | None


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The DEK, the index of the slot that contained it, and the seconds that Argon2id took.

    The seconds are 0 for a slot without Argon2id.
    """

    dek: bytes = field(repr=False)
    index: int
    seconds: float = 0.0


def new(vault_id: bytes) -> KeySlots:
    """Return key slots of generation 0, all eight empty.

    Raise ValueError unless the vault id has 16 bytes.
    """
    if len(vault_id) != 16:
        raise ValueError("a vault id is 16 bytes")
    return KeySlots(vault_id, 0, (KeySlot(),) * SLOTS)


def parse(data: bytes) -> KeySlots:
    """Read `keys.bin` strictly: every unused byte must be zero, and every slot in use must be well formed.

    Raise `NotAVault`, `VaultTooNew` or `VaultHeaderDamaged`. The MAC is checked later, by `unlock`.
    """
    keyslots = _read(data)
    if keyslots.body() != data[:_BODY_BYTES] or any(data[_BODY_BYTES + _MAC_BYTES :]):
        raise VaultHeaderDamaged(why=Translatable("bytes are set that have no meaning"))
    return keyslots


def describe(keyslots: KeySlots) -> tuple[SlotInfo, ...]:
    """Return the slots in use with their types and costs; no secret is needed."""
    return tuple(
        SlotInfo(index, slot.type, slot.params)
        for index, slot in enumerate(keyslots.slots)
        if slot.type is not SlotType.EMPTY
    )


def with_slot(
    keyslots: KeySlots, index: int, secret: Secret, dek: bytes, params: Argon2Params | None
) -> KeySlots:
    """Return the key slots with `secret` in slot `index`, replacing its content; the generation rises by one.

    `params` are required for passphrases and None for recovery words. Raise ValueError for a programming
    error, `SecretUnreadable` for a passphrase that is not valid text or contains characters unknown to this
    program's version of Unicode, and `KdfTooCostly` if the machine does not have enough memory.
    """
    if len(dek) != DEK_BYTES or not 0 <= index < SLOTS:
        raise ValueError("a DEK is 32 bytes, and slots count from 0 to 7")
    if isinstance(secret, RecoverySecret) != (params is None):
        raise ValueError("passphrases need Argon2id parameters, recovery words have none")
    if params is not None and not (FLOOR.within(params) and params.within(CAP)):
        raise ValueError("the parameters are outside what a reader takes")
    if isinstance(secret, PassphraseSecret) and any(map(_is_unassigned, secret.passphrase)):
        raise SecretUnreadable(why=Translatable("it holds a character that this program does not know"))
    bare = KeySlot(
        type=_type_of(secret), params=params, salt=secrets.token_bytes(32), nonce=secrets.token_bytes(12)
    )
    kek = _kek(secret, bare)
    aad = _aad(keyslots, index, bare)
    wrapped = AESGCM(kdf.hkdf(kek, bare.salt, _WRAP)).encrypt(bare.nonce, dek, aad)
    slot = replace(bare, commitment=kdf.hkdf(kek, bare.salt, _COMMIT), wrapped=wrapped)
    return _replaced(keyslots, index, slot)


def without_slot(keyslots: KeySlots, index: int) -> KeySlots:
    """Return the key slots with slot `index` empty; the generation rises by one.

    Raise ValueError if no slot would remain that this version can open.
    """
    emptied = _replaced(keyslots, index, KeySlot())
    if RESERVED.issuperset(slot.type for slot in describe(emptied)):
        raise ValueError("a vault without any slot never opens again")
    return emptied


def main_slot(keyslots: KeySlots) -> int:
    """Return the index of the first slot with a passphrase (and keyfile), else of the first empty slot."""
    types = [slot.type for slot in keyslots.slots]
    passphrase_types = (SlotType.PASSPHRASE, SlotType.KEYFILE)
    slot_indexes = [index for index, kind in enumerate(types) if kind in passphrase_types]
    return slot_indexes[0] if slot_indexes else types.index(SlotType.EMPTY)


def recovery_slot(keyslots: KeySlots) -> int:
    """Return the index of the slot with recovery words; if there is none, of the first empty slot."""
    types = [slot.type for slot in keyslots.slots]
    return types.index(SlotType.RECOVERY if SlotType.RECOVERY in types else SlotType.EMPTY)


def rotated(
    keyslots: KeySlots, secrets_by_slot: Mapping[int, PassphraseSecret], words: RecoverySecret, dek: bytes
) -> KeySlots:
    """Return key slots for a new DEK, one generation higher.

    They contain the passphrases of `secrets_by_slot` with the costs of their old slots, and new recovery
    words. All other slots are empty.
    """
    new_slots = new(keyslots.vault_id)
    for index, secret in secrets_by_slot.items():
        new_slots = with_slot(new_slots, index, secret, dek, keyslots.slots[index].params)
    new_slots = with_slot(new_slots, recovery_slot(keyslots), words, dek, None)
    return replace(new_slots, generation=keyslots.generation + 1)


def unlock(keyslots: KeySlots, data: bytes, secret: Secret) -> bytes:
    """Return the DEK from the slot that `secret` opens; raise the errors of `unlock_slot`."""
    return unlock_slot(keyslots, data, secret).dek


def unlock_slot(keyslots: KeySlots, data: bytes, secret: Secret) -> Unlocked:
    """Return the DEK and the index of the slot that `secret` opens.

    `data` are the bytes from which `keyslots` was parsed. Raise:
    - `WrongSecret` if no commitment matches and none of the next three errors applies
    - `KdfTooCostly` if no commitment matches and a slot was skipped, because it needs more memory than the
      machine has, or exceeds the cap, alone or together with the slots before it
    - `KeyfileNeeded` if `secret` has no keyfile and every passphrase slot needs one
    - `KeyfileNotUsed` if `secret` has a keyfile and no passphrase slot needs one
    - `SlotDamaged` if the commitment matches but the wrapped key cannot be decrypted
    - `VaultHeaderDamaged` if the DEK was unwrapped but the MAC does not match
    """
    unlocked = _try_slots(keyslots, secret)
    mac = data[_BODY_BYTES : _BODY_BYTES + _MAC_BYTES]
    if not hmac.compare_digest(_mac(unlocked.dek, keyslots.body()), mac):
        raise VaultHeaderDamaged(why=Translatable("its seal does not fit its content"))
    return unlocked


def salvage(data: bytes, secret: Secret) -> tuple[KeySlots, Unlocked]:
    """Return the slots and the DEK of a damaged `keys.bin` whose slot for `secret` is intact.

    The MAC is not checked. DEK and vault id are authentic, since the wrapping binds the DEK to the secret and
    to the vault id; the generation and the other slots are not verified. Use the result only to open a vault
    for reading, and never write these slots to a file. Raise the errors of `unlock_slot` except that of the
    MAC, and `NotAVault`, `VaultTooNew` or `VaultHeaderDamaged`.
    """
    slots = _read(data, lenient=True)
    return slots, _try_slots(slots, secret)


def derive(dek: bytes, label: str) -> bytes:
    """Derive the 32-byte key for one purpose from the DEK; see `KeyPurpose`."""
    return kdf.hkdf(dek, None, label.encode("ascii"))


def _read(data: bytes, *, lenient: bool = False) -> KeySlots:
    if data[: len(MAGIC)] != MAGIC:
        raise NotAVault(path=Translatable("This folder"))
    if len(data) != SIZE:
        raise VaultHeaderDamaged(why=Translatable("it has {0} bytes, not {1}", len(data), SIZE))
    _, version, _, vault_id, generation = _HEADER.unpack_from(data)
    if version > _VERSION:
        raise VaultTooNew(version=version)
    slots = []
    for index in range(SLOTS):
        slot = _read_slot(data, _HEADER.size + index * _SLOT.size)
        if slot is None and not lenient:
            raise VaultHeaderDamaged(why=Translatable("slot {0} makes no sense", index))
        slots.append(slot or KeySlot())
    return KeySlots(vault_id, generation, tuple(slots))


def _read_slot(data: bytes, offset: int) -> KeySlot | None:
    kind, uses_argon2, m, t, p, salt, nonce, commitment, wrapped, particulars = _SLOT.unpack_from(
        data, offset
    )
    if kind > SlotType.SHARED or uses_argon2 != (kind in _WITH_ARGON2):
        return None
    if kind == SlotType.EMPTY:
        return KeySlot()
    params = Argon2Params(m, t, p) if uses_argon2 else None
    if params is not None and not FLOOR.within(params):  # this program never writes such a slot
        return None
    slot = KeySlot(
        type=SlotType(kind), params=params, salt=salt, nonce=nonce, commitment=commitment, wrapped=wrapped
    )
    return replace(slot, particulars=particulars) if slot.type in RESERVED else slot


def _try_slots(keyslots: KeySlots, secret: Secret) -> Unlocked:
    costly: KdfTooCostly | None = None
    memory_left = CAP.m_kib  # for all slots together: a planted file could have seven costly slots
    for index, slot in enumerate(keyslots.slots):
        if slot.type is not _type_of(secret):
            continue
        memory = slot.params.m_kib if slot.params else 0
        start = time.perf_counter()
        try:
            if memory_left < memory <= CAP.m_kib:
                raise KdfTooCostly(
                    why=Translatable("its slots together more than {0} MiB", CAP.m_kib // 1024)
                )
            kek = _kek(secret, slot)
        except KdfTooCostly as refused:
            costly = refused  # another slot may still open
            continue
        memory_left -= memory
        seconds = time.perf_counter() - start if slot.params else 0.0
        if not hmac.compare_digest(kdf.hkdf(kek, slot.salt, _COMMIT), slot.commitment):
            continue
        cipher = AESGCM(kdf.hkdf(kek, slot.salt, _WRAP))
        try:
            dek = cipher.decrypt(slot.nonce, slot.wrapped, _aad(keyslots, index, slot))
        except InvalidTag:
            raise SlotDamaged from None
        return Unlocked(dek, index, seconds)
    raise costly or _mismatch(keyslots, secret) or WrongSecret()


def _mismatch(keyslots: KeySlots, secret: Secret) -> HrdDeskError | None:
    """Return the error for a missing keyfile, or for a keyfile that this vault does not use; else None.

    Only the types of the slots are compared; no key is derived.
    """
    types = {slot.type for slot in keyslots.slots}
    secret_type = _type_of(secret)
    if secret_type is SlotType.PASSPHRASE and secret_type not in types and SlotType.KEYFILE in types:
        return KeyfileNeeded()
    if secret_type is SlotType.KEYFILE and secret_type not in types and SlotType.PASSPHRASE in types:
        return KeyfileNotUsed()
    return None


def _is_unassigned(character: str) -> bool:
    # Unicode keeps NFC stable for assigned characters only: a later version might compose this one
    # otherwise, and the passphrase would no longer open
    return unicodedata.category(character) == "Cn"


def _type_of(secret: Secret) -> SlotType:
    if isinstance(secret, RecoverySecret):
        return SlotType.RECOVERY
    return SlotType.PASSPHRASE if secret.keyfile_digest is None else SlotType.KEYFILE


def _kek(secret: Secret, slot: KeySlot) -> bytes:
    if isinstance(secret, RecoverySecret):
        return secret.entropy
    assert slot.params is not None
    # NFC: keyboards and systems disagree on whether an accent is a character of its own
    try:
        typed = unicodedata.normalize("NFC", secret.passphrase).encode("utf-8")
    except UnicodeEncodeError:
        raise SecretUnreadable(why=Translatable("it holds bytes that are no text")) from None
    return kdf.argon2id(typed + (secret.keyfile_digest or b""), slot.salt, slot.params)


def _aad(keyslots: KeySlots, index: int, slot: KeySlot) -> bytes:
    return keyslots.body()[:_AAD_HEADER] + bytes([index]) + slot.to_bytes()[:_AAD_SLOT]


def _mac(dek: bytes, body: bytes) -> bytes:
    return kdf.hmac_sha256(derive(dek, KeyPurpose.KEYS), body)


def _replaced(keyslots: KeySlots, index: int, slot: KeySlot) -> KeySlots:
    slots = (*keyslots.slots[:index], slot, *keyslots.slots[index + 1 :])
    return KeySlots(keyslots.vault_id, keyslots.generation + 1, slots)
