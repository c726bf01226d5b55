"""What every test of a part may use."""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final

import pytest

from hrddesk.crypto import kdf
from tests.made import argon2id, argon2id_at_no_cost, deriving_by

_HERE: Final = Path(__file__).parent
_KEYS_ARE_THE_MATTER: Final = _HERE / "crypto"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Derive keys at no cost in each test below this folder, with all its fixtures, and in no other.

    This is called for the tests of every folder; a fixture for a package would last as long as all tests.
    """
    costs = _HERE not in item.path.parents or _KEYS_ARE_THE_MATTER in item.path.parents
    with deriving_by(kdf.argon2id if costs else argon2id_at_no_cost):
        return (yield)


@pytest.fixture
def keys_for_others() -> Iterator[None]:
    """Let vaults be such that other processes open them too; to be asked for before the vault."""
    with deriving_by(argon2id):
        yield
