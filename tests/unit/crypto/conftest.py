"""What the tests of the crypto layer share."""

import pytest

from hrddesk.crypto import kdf, keyslots
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import KeySlots
from tests.unit.crypto.keys_bin_sample import DEK, KEYFILE, PASSPHRASE, RECOVERY, VAULT_ID, argon2id_once


@pytest.fixture
def argon2_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run Argon2id once for each input: the same bytes come out, the suite stays short."""
    monkeypatch.setattr(kdf, "argon2id", argon2id_once)


@pytest.fixture(scope="module")
def made() -> KeySlots:
    """A keys.bin with one slot of each type, in places 0, 3 and 7."""
    made = keyslots.with_slot(keyslots.new(VAULT_ID), 0, PASSPHRASE, DEK, FLOOR)
    made = keyslots.with_slot(made, 3, RECOVERY, DEK, None)
    return keyslots.with_slot(made, 7, KEYFILE, DEK, FLOOR)


@pytest.fixture(scope="module")
def data(made: KeySlots) -> bytes:
    """The bytes of that file."""
    return made.to_bytes(DEK)
