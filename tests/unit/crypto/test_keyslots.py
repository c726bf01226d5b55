"""keys.bin: its bytes, what opens it, and what every kind of damage is called."""

import base64
import hashlib
import struct
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrddesk.crypto import kdf, keyslots
from hrddesk.crypto.kdf import CAP, FLOOR, Argon2Params
from hrddesk.crypto.keyslots import (
    KeySlots,
    Label,
    PassphraseSecret,
    RecoverySecret,
    Secret,
    Slot,
    SlotInfo,
    SlotType,
)
from hrddesk.errors import (
    HrdDeskError,
    KdfTooCostly,
    NotAVault,
    SecretUnreadable,
    SlotDamaged,
    VaultHeaderDamaged,
    VaultTooNew,
    WrongSecret,
)

VAULT_ID = bytes(range(0x40, 0x50))
DEK = bytes(range(32))
PASSPHRASE = PassphraseSecret("correct horse battery staple")
RECOVERY = RecoverySecret(bytes(range(0x80, 0xA0)))
KEYFILE = PassphraseSecret("correct horse battery staple", hashlib.sha256(b"a keyfile").digest())
SALT, NONCE, COMMITMENT, WRAPPED = (16, 48), (48, 60), (64, 96), (96, 144)  # within a slot


@pytest.fixture(autouse=True)
def _argon2_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run Argon2id once for each input: the same bytes come out, the suite stays short."""
    monkeypatch.setattr(kdf, "argon2id", _ONCE)


_ONCE: Callable[[bytes, bytes, Argon2Params], bytes] = lru_cache(maxsize=None)(kdf.argon2id)


@pytest.fixture(scope="module")
def made() -> KeySlots:
    """A file with one slot of each type, in places 0, 3 and 7."""
    made = keyslots.with_slot(keyslots.new(VAULT_ID), 0, PASSPHRASE, DEK, FLOOR)
    made = keyslots.with_slot(made, 3, RECOVERY, DEK, None)
    return keyslots.with_slot(made, 7, KEYFILE, DEK, FLOOR)


@pytest.fixture(scope="module")
def data(made: KeySlots) -> bytes:
    return made.to_bytes(DEK)


def slot_at(index: int) -> int:
    return 64 + 256 * index


def put(data: bytes, offset: int, new: bytes) -> bytes:
    return data[:offset] + new + data[offset + len(new) :]


def by_hand(generation: int, slots: dict[int, tuple[int, Argon2Params | None, bytes, bytes, bytes]]) -> bytes:
    """Build the file from the table of the format, with nothing of the code under test but the KDFs."""
    out = bytearray(4096)
    out[0:8] = b"HRDVAULT"
    out[8:12] = struct.pack("<HH", 1, 8)
    out[16:32] = VAULT_ID
    out[32:40] = struct.pack("<Q", generation)
    for index, (kind, params, kek, salt, nonce) in slots.items():
        at = slot_at(index)
        out[at] = kind
        if params is not None:
            out[at + 1] = 1
            out[at + 4 : at + 16] = struct.pack("<III", params.m_kib, params.t, params.p)
        out[at + 16 : at + 48] = salt
        out[at + 48 : at + 60] = nonce
        out[at + 64 : at + 96] = kdf.hkdf(kek, salt, b"hrddesk/slot/commit/v1")
        aad = bytes(out[0:32]) + bytes([index]) + bytes(out[at : at + 48])
        wrap = AESGCM(kdf.hkdf(kek, salt, b"hrddesk/slot/wrap/v1"))
        out[at + 96 : at + 144] = wrap.encrypt(nonce, DEK, aad)
    mac_key = kdf.hkdf(DEK, None, b"hrddesk/keys.bin/v1")
    out[2112:2144] = kdf.hmac_sha256(mac_key, bytes(out[:2112]))
    return bytes(out)


def test_the_file_is_byte_for_byte_the_table_of_the_format(made: KeySlots, data: bytes) -> None:
    typed = b"correct horse battery staple"
    passphrase, recovery, keyfile = made.slots[0], made.slots[3], made.slots[7]
    assert KEYFILE.keyfile_digest is not None
    keks = {
        0: _ONCE(typed, passphrase.salt, FLOOR),
        3: RECOVERY.entropy,
        7: _ONCE(typed + KEYFILE.keyfile_digest, keyfile.salt, FLOOR),
    }
    expected = by_hand(
        3,
        {
            0: (1, FLOOR, keks[0], passphrase.salt, passphrase.nonce),
            3: (2, None, keks[3], recovery.salt, recovery.nonce),
            7: (3, FLOOR, keks[7], keyfile.salt, keyfile.nonce),
        },
    )
    assert data == expected
    assert len(data) == keyslots.SIZE == 4096


# Written by the first version of this code: passphrase in slot 0 at the floor, recovery words in slot 1.
GOLDEN = (
    "c-r#_atU(`^$B5Q;9vj&2S+Do7gslT4^J;|A74LzCI<X~kr7NXFat>zAl@Ww@nD*gg0qdcs>0d8)|&Pxb+Mawu3!6@"
    "KB42zc{7ej2OsaXnUZwa%0*`iNawWs!Fm&p@2OGV((NQ3`e*X1N9K!f-sns5%8tpHmpRws=kE8)I!V8e$L;FaDSUsH"
    "lVc|D#Hh1hm+Vo$VjuABnJs(O>>ywFwOz%p9@W(9w1+a#8K8%c(4iGptD~kpue@{6yu9Ph^9uofCaU|F&gr=Ecc&uf"
    "lj?|?FML-v?vAT@|6CNL{;AhaM~f2{A@Api9ot@dy(N706vLw1=R*>fG8x1x*{z!W*n5Bd4ynGH<=4vY${9a9e5W^k"
    "1!v)Zn~QdZX&d%Vvb?Jn?KeSXY5Wz*!iQB)pE8VsQ7{Td!6+C7bO38lF$De%zR~0I^~{;JqiRnktcaf=nN!ud-t<c3"
    "R3V?Wqaid3M!_f;1*2dT3_bt=`AL}m"
)


def test_the_golden_file_opens_for_ever() -> None:
    data = zlib.decompress(base64.b85decode(GOLDEN))
    parsed = keyslots.parse(data)
    assert parsed.vault_id == VAULT_ID
    assert parsed.generation == 2
    assert keyslots.unlock(parsed, data, PASSPHRASE) == DEK
    assert keyslots.unlock(parsed, data, RECOVERY) == DEK
    assert parsed.to_bytes(DEK) == data


def test_each_secret_opens_its_own_slot(made: KeySlots, data: bytes) -> None:
    parsed = keyslots.parse(data)
    assert parsed == made
    for secret, index in ((PASSPHRASE, 0), (RECOVERY, 3), (KEYFILE, 7)):
        unlocked = keyslots.unlock_slot(parsed, data, secret)
        assert (unlocked.dek, unlocked.index) == (DEK, index)
        assert keyslots.unlock(parsed, data, secret) == DEK


@pytest.mark.parametrize(
    "secret",
    [
        PassphraseSecret("correct horse battery stapl"),
        PassphraseSecret(""),
        PassphraseSecret("correct horse battery staple", bytes(32)),
        RecoverySecret(bytes(32)),
    ],
)
def test_any_other_secret_is_wrong(data: bytes, secret: Secret) -> None:
    with pytest.raises(WrongSecret):
        keyslots.unlock(keyslots.parse(data), data, secret)


def test_a_secret_without_a_slot_of_its_type_is_wrong() -> None:
    made = keyslots.with_slot(keyslots.new(VAULT_ID), 0, RECOVERY, DEK, None)
    data = made.to_bytes(DEK)
    with pytest.raises(WrongSecret):
        keyslots.unlock(made, data, PASSPHRASE)


def test_a_passphrase_is_the_same_however_its_accents_are_composed() -> None:
    composed = unicodedata.normalize("NFC", "crème brûlée འོད")
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    made = keyslots.with_slot(keyslots.new(VAULT_ID), 0, PassphraseSecret(decomposed), DEK, FLOOR)
    assert keyslots.unlock(made, made.to_bytes(DEK), PassphraseSecret(composed)) == DEK
    assert keyslots.unlock(made, made.to_bytes(DEK), PassphraseSecret(decomposed)) == DEK
    kek = _ONCE(composed.encode("utf-8"), made.slots[0].salt, FLOOR)
    assert made.slots[0].commitment == kdf.hkdf(kek, made.slots[0].salt, b"hrddesk/slot/commit/v1")


def test_a_passphrase_that_is_no_text_is_said_to_be_so(data: bytes) -> None:
    undecoded = b"\xff\xfe".decode("utf-8", "surrogateescape")
    with pytest.raises(SecretUnreadable) as refused:
        keyslots.unlock(keyslots.parse(data), data, PassphraseSecret(undecoded))
    assert undecoded not in str(refused.value)


def test_a_passphrase_of_characters_that_unicode_may_still_define_is_not_taken() -> None:
    with pytest.raises(SecretUnreadable, match="does not know"):
        keyslots.with_slot(keyslots.new(VAULT_ID), 0, PassphraseSecret("word \U000e0fff"), DEK, FLOOR)
    for text in ("密码", "འོད་ཟེར", "ئۇيغۇر", "🔑 key", "a\tb"):
        made = keyslots.with_slot(keyslots.new(VAULT_ID), 0, PassphraseSecret(text), DEK, FLOOR)
        assert keyslots.unlock(made, made.to_bytes(DEK), PassphraseSecret(text)) == DEK


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    noise=st.binary(max_size=64),
    changes=st.lists(st.tuples(st.integers(0, 4095), st.integers(0, 255)), max_size=8),
)
def test_no_bytes_crash_the_parser_or_open(data: bytes, noise: bytes, changes: list[tuple[int, int]]) -> None:
    altered = bytearray(data)
    for offset, value in changes:
        altered[offset] = value
    for file in (noise, b"HRDVAULT" + noise, bytes(altered)):
        if file == data:
            continue
        with pytest.raises(HrdDeskError):
            keyslots.unlock(keyslots.parse(file), file, RECOVERY)


def expected_after_flip(offset: int, own: int, *, argon2: bool) -> type[HrdDeskError]:
    """Return what the lowest bit of a byte being wrong is called, by the secret of slot `own`."""
    inside = offset - slot_at(own)
    if offset < 8:
        return NotAVault
    if offset == 9:  # version 257
        return VaultTooNew
    if 16 <= offset < 32:  # the vault id is bound to the wrap
        return SlotDamaged
    if not 0 <= inside < 256:
        return VaultHeaderDamaged
    if inside == 7 and argon2:
        return KdfTooCostly
    if inside in (4, 5, 8, 9, 10, 11, 12, 13, 14, 15) and argon2:
        return PARAMETER_FLIPS.get(inside, WrongSecret)
    if SALT[0] <= inside < SALT[1] or COMMITMENT[0] <= inside < COMMITMENT[1]:
        return WrongSecret
    if NONCE[0] <= inside < NONCE[1] or WRAPPED[0] <= inside < WRAPPED[1]:
        return SlotDamaged
    return VaultHeaderDamaged


# m = 65536, t = 3, p = 4, each in four bytes: what one flipped lowest bit makes of them
PARAMETER_FLIPS: dict[int, type[HrdDeskError]] = {
    8: VaultHeaderDamaged,  # t = 2, below the floor
    9: KdfTooCostly,
    10: KdfTooCostly,
    11: KdfTooCostly,
    13: KdfTooCostly,
    14: KdfTooCostly,
    15: KdfTooCostly,
}


@pytest.mark.parametrize(("secret", "own"), [(PASSPHRASE, 0), (RECOVERY, 3)])
def test_every_flipped_byte_has_its_error_and_never_a_wrong_key(
    data: bytes, secret: Secret, own: int
) -> None:
    wrong = {}
    for offset in range(len(data)):
        damaged = put(data, offset, bytes([data[offset] ^ 1]))
        expected = expected_after_flip(offset, own, argon2=own == 0)
        try:
            keyslots.unlock(keyslots.parse(damaged), damaged, secret)
        except HrdDeskError as error:
            if type(error) is not expected:
                wrong[offset] = (type(error), expected)
        else:
            wrong[offset] = (None, expected)
    assert wrong == {}


@pytest.mark.parametrize("mask", [0x80, 0xFF])
def test_other_flips_never_open_anything(data: bytes, mask: int) -> None:
    for offset in range(len(data)):
        damaged = put(data, offset, bytes([data[offset] ^ mask]))
        with pytest.raises(HrdDeskError):
            keyslots.unlock(keyslots.parse(damaged), damaged, RECOVERY)


@pytest.mark.parametrize("length", [0, 1, 7, 8, 2144, 4095, 4097, 8192])
def test_a_file_of_another_length_is_no_vault_or_damaged(data: bytes, length: int) -> None:
    cut = (data * 2)[:length]
    with pytest.raises(NotAVault if length < 8 else VaultHeaderDamaged):
        keyslots.parse(cut)


def test_a_newer_version_is_refused_by_its_number(data: bytes) -> None:
    with pytest.raises(VaultTooNew, match="format 2"):
        keyslots.parse(put(data, 8, b"\2\0"))


@pytest.mark.parametrize(
    ("offset", "new"),
    [
        (slot_at(1), b"\4"),  # no such type
        (slot_at(1), b"\1"),  # a passphrase without Argon2id
        (slot_at(3) + 1, b"\1"),  # recovery words with Argon2id
        (slot_at(0) + 1, b"\2"),  # no such KDF
        (slot_at(1) + 20, b"\1"),  # something in an empty slot
        (slot_at(0) + 4, struct.pack("<III", 65535, 3, 4)),
        (slot_at(0) + 4, struct.pack("<III", 65536, 2, 4)),
        (slot_at(0) + 4, struct.pack("<III", 65536, 3, 3)),
        (slot_at(0) + 4, bytes(12)),
    ],
)
def test_a_slot_that_makes_no_sense_is_damage(data: bytes, offset: int, new: bytes) -> None:
    with pytest.raises(VaultHeaderDamaged):
        keyslots.parse(put(data, offset, new))


@pytest.mark.parametrize("params", [(CAP.m_kib + 1, 3, 4), (65536, CAP.t + 1, 4), (65536, 3, CAP.p + 1)])
def test_a_slot_above_the_cap_is_refused_unless_another_opens(
    made: KeySlots, data: bytes, params: tuple[int, int, int]
) -> None:
    altered = put(data, slot_at(0) + 4, struct.pack("<III", *params))
    parsed = keyslots.parse(altered)
    with pytest.raises(KdfTooCostly):
        keyslots.unlock(parsed, altered, PASSPHRASE)
    # the same secret in a later slot is still found; then the MAC shows that the file was altered
    twice = keyslots.with_slot(made, 5, PASSPHRASE, DEK, FLOOR).to_bytes(DEK)
    altered = put(twice, slot_at(0) + 4, struct.pack("<III", *params))
    with pytest.raises(VaultHeaderDamaged):
        keyslots.unlock(keyslots.parse(altered), altered, PASSPHRASE)


def test_slots_cannot_be_dropped_swapped_or_turned_back_without_the_key(made: KeySlots, data: bytes) -> None:
    mac = data[2112:2144]

    def forged(changed: KeySlots) -> bytes:
        return (changed.body() + mac).ljust(4096, b"\0")

    fewer = replace(made, slots=(*made.slots[:7], Slot()))
    older = replace(made, generation=made.generation - 1)
    for changed in (fewer, older):
        with pytest.raises(VaultHeaderDamaged):
            keyslots.unlock(changed, forged(changed), RECOVERY)
    swapped = replace(made, slots=(*made.slots[:3], made.slots[4], made.slots[3], *made.slots[5:]))
    with pytest.raises(SlotDamaged):  # the wrap is bound to its place
        keyslots.unlock(swapped, forged(swapped), RECOVERY)


def test_a_slot_of_another_vault_does_not_open_here(made: KeySlots) -> None:
    other = replace(made, vault_id=bytes(16))
    with pytest.raises(SlotDamaged):
        keyslots.unlock(other, other.to_bytes(DEK), RECOVERY)


def test_a_file_sealed_under_another_key_is_damage(made: KeySlots) -> None:
    data = made.to_bytes(bytes(32))
    with pytest.raises(VaultHeaderDamaged, match="seal"):
        keyslots.unlock(keyslots.parse(data), data, RECOVERY)


def test_damage_elsewhere_can_be_salvaged(data: bytes) -> None:
    for offset in (33, 50, slot_at(1) + 30, slot_at(0), slot_at(0) + 7, 2112, 4095):
        damaged = put(data, offset, bytes([data[offset] ^ 0xFF]))
        unlocked = keyslots.salvage(damaged, RECOVERY)
        assert (unlocked.dek, unlocked.index) == (DEK, 3)


@pytest.mark.parametrize(
    ("offset", "error"),
    [
        (0, NotAVault),
        (9, VaultTooNew),
        (16, SlotDamaged),
        (slot_at(3), WrongSecret),
        (slot_at(3) + SALT[0], WrongSecret),
        (slot_at(3) + COMMITMENT[0], WrongSecret),
        (slot_at(3) + WRAPPED[0], SlotDamaged),
    ],
)
def test_damage_to_the_slot_itself_cannot_be_salvaged(
    data: bytes, offset: int, error: type[HrdDeskError]
) -> None:
    damaged = put(data, offset, bytes([data[offset] ^ 1]))
    with pytest.raises(error):
        keyslots.salvage(damaged, RECOVERY)


def test_describe_tells_types_and_costs_without_a_secret(data: bytes) -> None:
    assert keyslots.describe(keyslots.parse(data)) == (
        SlotInfo(0, SlotType.PASSPHRASE, FLOOR),
        SlotInfo(3, SlotType.RECOVERY, None),
        SlotInfo(7, SlotType.KEYFILE, FLOOR),
    )
    assert keyslots.describe(keyslots.new(VAULT_ID)) == ()


def test_a_new_passphrase_replaces_the_old_one_and_raises_the_generation(made: KeySlots) -> None:
    new = PassphraseSecret("another passphrase altogether")
    changed = keyslots.with_slot(made, 0, new, DEK, FLOOR)
    data = changed.to_bytes(DEK)
    assert changed.generation == made.generation + 1
    assert changed.slots[1:] == made.slots[1:]
    assert keyslots.unlock(changed, data, new) == DEK
    with pytest.raises(WrongSecret):
        keyslots.unlock(changed, data, PASSPHRASE)


def test_an_emptied_slot_no_longer_opens(made: KeySlots) -> None:
    fewer = keyslots.without_slot(made, 3)
    assert fewer.generation == made.generation + 1
    assert fewer.slots[3] == Slot()
    with pytest.raises(WrongSecret):
        keyslots.unlock(fewer, fewer.to_bytes(DEK), RECOVERY)
    assert keyslots.unlock(fewer, fewer.to_bytes(DEK), PASSPHRASE) == DEK


def test_the_last_slot_stays() -> None:
    only = keyslots.with_slot(keyslots.new(VAULT_ID), 2, RECOVERY, DEK, None)
    with pytest.raises(ValueError, match="never opens again"):
        keyslots.without_slot(only, 2)


def test_the_same_secret_gives_another_slot_each_time() -> None:
    empty = keyslots.new(VAULT_ID)
    one, two = (keyslots.with_slot(empty, 0, RECOVERY, DEK, None).slots[0] for _ in range(2))
    assert {one.salt, one.nonce, one.commitment, one.wrapped}.isdisjoint(
        {two.salt, two.nonce, two.commitment, two.wrapped}
    )


@pytest.mark.parametrize(
    ("index", "secret", "dek", "params"),
    [
        (0, PASSPHRASE, DEK[:31], FLOOR),
        (8, PASSPHRASE, DEK, FLOOR),
        (-1, PASSPHRASE, DEK, FLOOR),
        (0, PASSPHRASE, DEK, None),
        (0, RECOVERY, DEK, FLOOR),
        (0, PASSPHRASE, DEK, Argon2Params(8, 1, 1)),
        (0, PASSPHRASE, DEK, Argon2Params(CAP.m_kib + 1, 3, 4)),
    ],
)
def test_what_no_file_may_hold_is_not_made(
    index: int, secret: Secret, dek: bytes, params: Argon2Params | None
) -> None:
    with pytest.raises(ValueError, match=r"bytes|parameters"):
        keyslots.with_slot(keyslots.new(VAULT_ID), index, secret, dek, params)


def test_values_of_the_wrong_length_are_no_values() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        keyslots.new(bytes(15))
    with pytest.raises(ValueError, match="32 bytes"):
        PassphraseSecret("passphrase", bytes(31))
    with pytest.raises(ValueError, match="32 bytes"):
        RecoverySecret(bytes(16))


def test_secrets_and_keys_do_not_show_in_their_repr(data: bytes) -> None:
    unlocked = keyslots.unlock_slot(keyslots.parse(data), data, RECOVERY)
    shown = repr((PASSPHRASE, KEYFILE, RECOVERY, unlocked))
    assert "horse" not in shown
    assert "\\x" not in shown


def test_every_label_gives_its_own_key() -> None:
    keys = {label: keyslots.derive(DEK, label) for label in Label}
    assert len(set(keys.values())) == len(Label) == 5
    assert keys[Label.SQLCIPHER] == kdf.hkdf(DEK, None, b"hrddesk/sqlcipher/v1")
    assert keyslots.derive(DEK, "hrddesk/evidence/v1") == keys[Label.EVIDENCE]
