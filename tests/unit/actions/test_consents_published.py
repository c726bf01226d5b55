"""A publication obeys what people answered: no decision on the way out overrules it."""

from datetime import timedelta
from pathlib import Path

import pytest

from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publication_risks import RiskKind
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, consents, events, parties
from hrddesk.actions.scope import profiles
from hrddesk.actions.scope.held_labels import Why
from hrddesk.bundle.trust import own_identity
from hrddesk.errors import NothingToPublish
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId, Value
from hrddesk.redact.profile.profile_settings import changed
from hrddesk.store.vault.session import Session

TODAY = own_identity.today()
YES: dict[str, Value] = {
    "consent": "yes",
    "purpose": "with_name",
    "given_by": "self",
    "date": (TODAY - timedelta(days=30)).isoformat(),
}


@pytest.fixture
def ids(session: Session) -> dict[str, RecordId]:
    """A public case with two people who may be named."""
    case = cases.create(session, {"title": "The mill"}).result
    made = {"case": case}
    for name in ("Odal Brisk", "Vero Lunt"):
        party = parties.create(session, {}, {"names": [{"name": name}]}, case, "subject").result
        made[name.split()[0]] = party
    people = [{"party": made[name], "role": "victim"} for name in ("Odal", "Vero")]
    event = events.add(session, case, {"type": "detained", "date": "2020-02-06"}, {"parties": people}).result
    with session.store.change("test") as change:
        for record in (*made.values(), event):
            change.put(session.store.get(record).with_visibility(Visibility.PUBLIC))
    return made


def request(ids: dict[str, RecordId], target: Path | None = None) -> PublishRequest:
    return PublishRequest(
        profile="names",
        target=target,
        cases=(ids["case"],),
        languages=("en",),
        accept_all="for the test",
        as_of=TODAY,
    )


def printed(session: Session, ids: dict[str, RecordId]) -> str:
    return publications.preview(session, request(ids)).model.canonical().decode()


def test_refused_withdrawn_and_expired_are_never_named(session: Session, ids: dict[str, RecordId]) -> None:
    consents.add(session, ids["Vero"], YES)
    assert "Vero Lunt" in printed(session, ids)
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    for entry in (
        {**YES, "date": (TODAY - timedelta(days=20)).isoformat(), "until": yesterday},
        {"consent": "withdrawn", "given_by": "self", "date": yesterday},
        {"consent": "refused", "given_by": "self", "date": TODAY.isoformat()},
    ):
        consents.add(session, ids["Vero"], entry)
        shown = printed(session, ids)
        assert "Lunt" not in shown
        assert "Odal Brisk" in shown
    consents.add(session, ids["Odal"], {**YES, "purpose": "inside"})
    with pytest.raises(NothingToPublish):
        publications.preview(session, request(ids))


def test_nobody_asked_is_one_counted_risk(session: Session, ids: dict[str, RecordId]) -> None:
    def asked() -> list[object]:
        risks = publications.preview(session, request(ids)).risks
        return [risk.about for risk in risks if risk.kind is RiskKind.WITHOUT_CONSENT]

    (both,) = asked()
    assert sorted(getattr(both, "names", ())) == ["Odal Brisk", "Vero Lunt"]
    consents.add(session, ids["Vero"], YES)
    (one,) = asked()
    assert getattr(one, "people", None) == (ids["Odal"],)
    consents.add(session, ids["Odal"], YES)
    assert asked() == []


def test_a_profile_that_wants_consent_labels_whom_nobody_asked(
    session: Session, ids: dict[str, RecordId]
) -> None:
    profiles.copy(session, "names", "strict")
    profiles.change(session, "strict", lambda profile: changed(profile, {"consent-needed": "yes"}))
    consents.add(session, ids["Vero"], YES)
    shown = publications.preview(session, PublishRequest(profile="strict", target=None, cases=(ids["case"],)))
    assert [row.party for row in shown.labels] == [ids["Odal"]]
    assert RiskKind.WITHOUT_CONSENT not in {risk.kind for risk in shown.risks}


def test_a_label_by_consent_holds_as_one_by_choice(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    consents.add(session, ids["Vero"], {**YES, "purpose": "without_name"})
    publications.publish(session, request(ids, tmp_path / "a.pdf"))
    consents.add(session, ids["Vero"], {**YES, "date": TODAY.isoformat()})
    shown = publications.preview(session, request(ids))
    assert [(row.party, row.why) for row in shown.held] == [(ids["Vero"], Why.CHOICE)]
    assert "Vero Lunt" not in shown.model.canonical().decode()
