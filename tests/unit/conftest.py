"""What every test of a part may use."""

from collections.abc import Iterator

import pytest

from tests.made import argon2id, argon2id_at_no_cost, deriving_by


@pytest.fixture(scope="package", autouse=True)
def _keys() -> Iterator[None]:
    with deriving_by(argon2id_at_no_cost):
        yield


@pytest.fixture
def keys_for_others() -> Iterator[None]:
    """Let vaults be such that other processes open them too; to be asked for before the vault."""
    with deriving_by(argon2id):
        yield
