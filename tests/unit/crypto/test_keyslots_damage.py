"""keys.bin: what every kind of damage and forgery is called."""

import struct
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrddesk.crypto import kdf, keyslots
from hrddesk.crypto.kdf import CAP, FLOOR, Argon2Params
from hrddesk.crypto.keyslots import (
    KeySlot,
    KeySlots,
    PassphraseSecret,
    Secret,
)
from hrddesk.errors import (
    HrdDeskError,
    KdfTooCostly,
    NotAVault,
    SlotDamaged,
    VaultHeaderDamaged,
    VaultTooNew,
    WrongSecret,
)
from tests.unit.crypto.keys_bin_sample import (
    COMMITMENT,
    DEK,
    NONCE,
    PASSPHRASE,
    RECOVERY,
    SALT,
    VAULT_ID,
    WRAPPED,
    put,
    slot_at,
)

pytestmark = pytest.mark.usefixtures("argon2_once")


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
    12: KdfTooCostly,  # p = 5
    13: KdfTooCostly,
    14: KdfTooCostly,
    15: KdfTooCostly,
}


@pytest.mark.parametrize(("secret", "own"), [(PASSPHRASE, 0), (RECOVERY, 3)])
def test_every_flipped_byte_has_its_error_and_never_a_wrong_key(
    data: bytes, secret: Secret, own: int
) -> None:
    wrong: dict[int, tuple[type[HrdDeskError] | None, type[HrdDeskError]]] = {}
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
    ("slot", "offset", "new"),
    [
        (1, 0, b"\6"),  # no such type
        (1, 0, b"\1"),  # a passphrase without Argon2id
        (3, 1, b"\1"),  # recovery words with Argon2id
        (0, 1, b"\2"),  # no such KDF
        (0, 4, struct.pack("<III", 65535, 3, 4)),
        (0, 4, struct.pack("<III", 65536, 2, 4)),
        (0, 4, struct.pack("<III", 65536, 3, 3)),
        (0, 4, bytes(12)),
    ],
)
def test_a_slot_that_makes_no_sense_is_damage(data: bytes, slot: int, offset: int, new: bytes) -> None:
    with pytest.raises(VaultHeaderDamaged, match=f"slot {slot} makes no sense"):
        keyslots.parse(put(data, slot_at(slot) + offset, new))


def test_something_in_an_empty_slot_is_damage(data: bytes) -> None:
    with pytest.raises(VaultHeaderDamaged, match="bytes are set that have no meaning"):
        keyslots.parse(put(data, slot_at(1) + 20, b"\1"))


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


def test_planted_slots_cost_no_more_than_the_dearest_guess(
    made: KeySlots, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seven slots at the cap would else take seven times as long, for every passphrase that is tried."""
    monkeypatch.setattr(keyslots, "CAP", FLOOR)
    planted = replace(made, slots=(made.slots[0],) * 7 + (KeySlot(),))
    data = (planted.body() + bytes(32)).ljust(4096, b"\0")
    costs: list[int] = []
    argon2id = kdf.argon2id

    def counted(secret: bytes, salt: bytes, params: Argon2Params) -> bytes:
        costs.append(params.m_kib)
        return argon2id(secret, salt, params)

    monkeypatch.setattr(kdf, "argon2id", counted)
    with pytest.raises(KdfTooCostly, match="its slots together more than 64 MiB"):
        keyslots.unlock(keyslots.parse(data), data, PassphraseSecret("wrong"))
    assert costs == [FLOOR.m_kib]


def test_slots_cannot_be_dropped_swapped_or_turned_back_without_the_key(made: KeySlots, data: bytes) -> None:
    mac = data[2112:2144]

    def forged(changed: KeySlots) -> bytes:
        return (changed.body() + mac).ljust(4096, b"\0")

    fewer = replace(made, slots=(*made.slots[:7], KeySlot()))
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
        slots, unlocked = keyslots.salvage(damaged, RECOVERY)
        assert (slots.vault_id, unlocked.dek, unlocked.index) == (VAULT_ID, DEK, 3)


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
