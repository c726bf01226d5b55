"""Rows that follow from others are written whole or not at all."""

import pytest

from hrddesk.store.database import derived_rows, settings
from hrddesk.store.vault.session import Session


def _write_and_fail(session: Session) -> None:
    with derived_rows.writing(session.store.db):
        settings.save(session.store.db, "probe", "half")
        raise ZeroDivisionError


def test_what_fails_on_the_way_leaves_nothing(session: Session) -> None:
    with derived_rows.writing(session.store.db):
        settings.save(session.store.db, "probe", "whole")
    with pytest.raises(ZeroDivisionError):
        _write_and_fail(session)
    assert session.store.setting("probe") == "whole"
    assert not session.store.db.in_transaction
