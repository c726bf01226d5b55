"""Findings that were put aside, in their tables."""

from hrddesk.store.queries import dismissals
from hrddesk.store.queries.dismissals import Dismissal
from hrddesk.store.vault.session import Session


def test_a_finding_is_put_aside_again_and_brought_back(session: Session) -> None:
    db, one = session.store.db, "1" * 32
    for aside in (
        Dismissal("both are true", "2026-01-31", (one, "2" * 32)),
        Dismissal("as it is", "2026-02-01"),
    ):
        dismissals.save(db, "a", aside)
        assert dismissals.every(db) == {"a": aside}
    dismissals.save(db, "b", Dismissal("as it is", "2026-02-02", (one,)))
    dismissals.remove(db, "a")
    dismissals.remove(db, "a")
    assert dismissals.every(db) == {"b": Dismissal("as it is", "2026-02-02", (one,))}
