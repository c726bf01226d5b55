"""Findings that are put aside, and the limits that a desk may change."""

import pytest

from hrddesk.actions import checks, events, parties
from hrddesk.analysis import limits
from hrddesk.errors import FindingNotFound, InvalidValue
from hrddesk.records.kinds import Kind
from hrddesk.records.record import new_id
from hrddesk.session import Session
from hrddesk.store import forgetting


def conflicting(session: Session) -> str:
    """Make a conflict; return its key."""
    who, _ = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]})
    for kind in ("detained", "missing"):
        events.add(session, None, {"type": kind}, {"parties": [{"party": who, "role": "victim"}]})
    (finding,) = checks.run(session.store)
    return finding.key


def test_a_finding_is_put_aside_with_its_reason_and_comes_back(session: Session) -> None:
    key = conflicting(session)
    with pytest.raises(InvalidValue):
        checks.dismiss(session, key, "  ")
    with pytest.raises(FindingNotFound):
        checks.dismiss(session, "0" * 32, "why")
    with pytest.raises(FindingNotFound):
        checks.dismiss(session, key[:7], "too short to be sure")
    checks.dismiss(session, key[:8], " both are true ")
    aside = checks.dismissals(session.store)
    assert [item.reason for item in aside.values()] == ["both are true"]
    assert list(aside) == [key]
    assert [item.key for item in checks.run(session.store)] == [key]
    checks.bring_back(session, key)
    assert checks.dismissals(session.store) == {}
    with pytest.raises(FindingNotFound):
        checks.bring_back(session, key)


def test_limits_are_the_desks_own(session: Session) -> None:
    assert checks.caps(session.store) == limits.DEFAULTS
    checks.set_caps(session, {"administrative": 20})
    assert checks.caps(session.store)["administrative"] == 20
    checks.set_caps(session, {"administrative": limits.DEFAULTS["administrative"]})
    assert session.store.setting("limits") == "{}"
    for name, days in (("administrative", 0), ("administrative", 99_999), ("other", 5)):
        with pytest.raises(InvalidValue):
            checks.set_caps(session, {name: days})


def test_what_was_put_aside_goes_with_the_people_it_was_about(session: Session) -> None:
    key, other = conflicting(session), new_id()
    checks.dismiss(session, key, "both are true")
    with session.store.change("test") as change:
        change.set_dismissal(other, "{}")
        gone = forgetting.Scope(frozenset(session.store.ids(Kind.PARTY)), [], [], everything=False)
        forgetting.erase(session.store, change, gone)
    assert list(session.store.dismissals()) == [other]
    with session.store.change("test") as change:
        forgetting.erase(session.store, change, forgetting.Scope(frozenset(), [], [], everything=True))
    assert session.store.dismissals() == {}
