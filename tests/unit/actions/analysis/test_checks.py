"""Findings that are put aside, and the limits that a desk may change."""

import pytest

from hrddesk.actions.analysis import checks, countries
from hrddesk.actions.records import events, parties
from hrddesk.errors import FindingNotFound, InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.terms.countries import shipped
from hrddesk.store.queries import dismissals
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.session import Session

CHINA = shipped()["CN"]


def conflicting(session: Session) -> str:
    """Make a conflict; return its key."""
    who = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}).result
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
    assert countries.limits(session.store, countries.usual(session.store)) == CHINA.days({})
    countries.set_limits(session, CHINA, {"administrative": 20})
    assert countries.limits(session.store, countries.usual(session.store))["administrative"] == 20
    countries.set_limits(session, CHINA, {"administrative": CHINA.days({})["administrative"]})
    assert session.store.settings_of("limit") == {}
    for name, days in (("administrative", 0), ("administrative", 99_999), ("other", 5)):
        with pytest.raises(InvalidValue):
            countries.set_limits(session, CHINA, {name: days})


def test_what_was_put_aside_goes_with_the_people_it_was_about(session: Session) -> None:
    key, other = conflicting(session), new_id()
    checks.dismiss(session, key, "both are true")
    store = session.store
    with store.change("test") as change:
        dismissals.save(store.db, other, dismissals.Dismissal("as it is", "2026-01-31"))
        gone = forgetting.Scope(frozenset(session.store.ids(Kind.PARTY)), [], [], everything=False)
        forgetting.erase(session.store, change, gone)
    assert list(dismissals.every(store.db)) == [other]
    with session.store.change("test") as change:
        forgetting.erase(session.store, change, forgetting.Scope(frozenset(), [], [], everything=True))
    assert dismissals.every(store.db) == {}


def cite(session: Session, record: RecordId, stance: str, title: str) -> None:
    with session.store.change("test") as change:
        source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(title=title)
        change.put(source)
        change.put(
            Record(kind=Kind.CITATION, id=new_id()).with_fields(
                record=record, source=source.id, stance=stance
            )
        )


def test_both_claims_come_with_their_sources(session: Session) -> None:
    key = conflicting(session)
    seen = checks.look(session.store)
    (finding,) = seen.findings.values()
    assert (finding.key, seen.aside) == (key, {})
    assert set(seen.records) == set(finding.records)
    cite(session, finding.sides[1], "supports", "the family")
    first, second = checks.sides(session.store, finding)
    assert (first.record.text("type"), first.cited) == ("detained", ())
    ((citation, source),) = second.cited
    assert source is not None
    assert (second.record.text("type"), citation.text("stance")) == ("missing", "supports")
    assert source.text("title") == "the family"


def test_one_claim_that_a_source_contradicts_stands_against_itself(session: Session) -> None:
    who = parties.create(session, {}, {}).result
    held = events.add(
        session, None, {"type": "detained"}, {"parties": [{"party": who, "role": "victim"}]}
    ).result
    for stance in ("supports", "contradicts"):
        cite(session, held, stance, stance)
    (finding,) = checks.run(session.store)
    assert finding.is_disputed
    told = [
        [citation.text("stance") for citation, _ in side.cited]
        for side in checks.sides(session.store, finding)
    ]
    assert told == [["supports"], ["contradicts"]]


def test_what_names_one_record_has_one_side(session: Session) -> None:
    who = parties.create(session, {}, {}).result
    events.add(session, None, {"type": "sentenced"}, {"parties": [{"party": who, "role": "victim"}]})
    with session.store.change("test") as change:  # as another desk can send it
        change.put(
            Record(kind=Kind.PARTY, id=new_id()).with_fields(kind="person", birth="1970", death="1960")
        )
    kinds = [
        [side.record.kind for side in checks.sides(session.store, item)] for item in checks.run(session.store)
    ]
    assert kinds == [[Kind.EVENT], [Kind.PARTY]]
