"""Require that bundles are refused without a trace."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pytest

from hrddesk.errors import BundleError
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from tests.unit.bundle.forge import Desks, Forge, forge_between, take, traces

ZERO: Final = RecordId("0" * 32)
CHUNK: Final = 65536 + 16


def forge(desks: Desks, **changes: Any) -> Forge:
    return forge_between(desks.documenter, desks.coordinator, **changes)


def refused(
    session: Session,
    raw: bytes,
    path: Path,
    kinds: type[Exception] | tuple[type[Exception], ...] = BundleError,
) -> Exception:
    """Require that the bundle is refused and that nothing of it is in the vault; return what refused it."""
    before = traces(session)
    with pytest.raises(kinds) as caught:
        take(session, raw, path)
    assert traces(session) == before
    return caught.value


def all_refused(
    session: Session,
    raws: Iterable[bytes],
    path: Path,
    kinds: type[Exception] | tuple[type[Exception], ...] = BundleError,
) -> None:
    """Require the same of many, looking for traces once: none of them could remove another's."""
    before = traces(session)
    for raw in raws:
        with pytest.raises(kinds):
            take(session, raw, path)
    assert traces(session) == before
