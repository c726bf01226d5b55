"""keys.bin: its bytes, and what opens it."""

import base64
import struct
import unicodedata
import zlib
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hrddesk.crypto import kdf, keyslots
from hrddesk.crypto.kdf import CAP, FLOOR, Argon2Params
from hrddesk.crypto.keyslots import (
    KeyPurpose,
    KeySlot,
    KeySlots,
    PassphraseSecret,
    RecoverySecret,
    Secret,
    SlotInfo,
    SlotType,
)
from hrddesk.errors import (
    SecretUnreadable,
    VaultHeaderDamaged,
    WrongSecret,
)
from tests.unit.crypto.keys_bin_sample import (
    DEK,
    KEYFILE,
    PASSPHRASE,
    RECOVERY,
    VAULT_ID,
    argon2id_once,
    put,
    slot_at,
)

pytestmark = pytest.mark.usefixtures("argon2_once")


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
        0: argon2id_once(typed, passphrase.salt, FLOOR),
        3: RECOVERY.entropy,
        7: argon2id_once(typed + KEYFILE.keyfile_digest, keyfile.salt, FLOOR),
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
    kek = argon2id_once(composed.encode("utf-8"), made.slots[0].salt, FLOOR)
    assert made.slots[0].commitment == kdf.hkdf(kek, made.slots[0].salt, b"hrddesk/slot/commit/v1")


def test_characters_that_only_look_alike_stay_different() -> None:
    ligature = PassphraseSecret("o\ufb03ce ２")  # NFKC, unlike NFC, would make it plain letters and a digit
    made = keyslots.with_slot(keyslots.new(VAULT_ID), 0, ligature, DEK, FLOOR)
    assert keyslots.unlock(made, made.to_bytes(DEK), ligature) == DEK
    with pytest.raises(WrongSecret):
        keyslots.unlock(made, made.to_bytes(DEK), PassphraseSecret("office 2"))


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
    assert fewer.slots[3] == KeySlot()
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
    keys = {label: keyslots.derive(DEK, label) for label in KeyPurpose}
    assert len(set(keys.values())) == len(KeyPurpose) == 5
    assert keys[KeyPurpose.SQLCIPHER] == kdf.hkdf(DEK, None, b"hrddesk/sqlcipher/v1")
    assert keyslots.derive(DEK, "hrddesk/evidence/v1") == keys[KeyPurpose.EVIDENCE]


def test_new_recovery_words_take_the_place_of_the_old_ones_wherever_they_are(made: KeySlots) -> None:
    """A vault of another program may keep them in any slot: the old words must open nothing any more."""
    at = keyslots.recovery_slot(made)
    assert at == 3
    new = RecoverySecret(bytes(range(32)))
    changed = keyslots.with_slot(made, at, new, DEK, None)
    data = changed.to_bytes(DEK)
    assert keyslots.unlock(changed, data, new) == DEK
    with pytest.raises(WrongSecret):
        keyslots.unlock(changed, data, RECOVERY)
    bare = keyslots.without_slot(made, 3)
    assert keyslots.recovery_slot(bare) == 1  # the first that is empty
    rotated = keyslots.rotated(made, {0: PASSPHRASE}, new, DEK)
    assert [slot.type for slot in rotated.slots].count(SlotType.RECOVERY) == 1


def test_an_empty_slot_is_read_as_one_that_nobody_filled(data: bytes) -> None:
    assert keyslots.parse(data).slots[1] == KeySlot()
    assert len(KeySlot().to_bytes()) == 256


@pytest.mark.parametrize(("kind", "params"), [(SlotType.SECURITY_KEY, FLOOR), (SlotType.SHARED, None)])
def test_a_slot_of_a_later_version_is_named_and_stays_as_it_is(
    made: KeySlots, kind: SlotType, params: Argon2Params | None
) -> None:
    later = KeySlot(
        type=kind,
        params=params,
        salt=b"s" * 32,
        nonce=b"n" * 12,
        commitment=b"c" * 32,
        wrapped=b"w" * 48,
        particulars=b"p" * 112,
    )
    written = replace(made, slots=(*made.slots[:5], later, *made.slots[6:])).to_bytes(DEK)
    parsed = keyslots.parse(written)
    assert parsed.to_bytes(DEK) == written
    assert SlotInfo(5, kind, params) in keyslots.describe(parsed)
    for secret in (PASSPHRASE, RECOVERY, KEYFILE):
        assert keyslots.unlock(parsed, written, secret) == DEK
    changed = keyslots.with_slot(parsed, 0, PassphraseSecret("another one"), DEK, FLOOR)
    assert changed.slots[5] == later


def test_a_slot_of_a_later_version_alone_opens_nothing(made: KeySlots) -> None:
    later = KeySlot(type=SlotType.SHARED, particulars=b"p" * 112)
    two = replace(keyslots.new(VAULT_ID), slots=(made.slots[0], later, *[KeySlot()] * 6))
    with pytest.raises(ValueError, match="never opens again"):
        keyslots.without_slot(two, 0)


def test_a_slot_of_this_version_has_no_particulars(data: bytes) -> None:
    with pytest.raises(VaultHeaderDamaged):
        keyslots.parse(put(data, slot_at(0) + 144, b"p"))
