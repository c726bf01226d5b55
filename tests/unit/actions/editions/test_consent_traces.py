"""Whoever refuses or withdraws is followed: where they were named, and who has the record."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hrddesk.actions.analysis import checks
from hrddesk.actions.editions import consent_traces, publication_exports
from hrddesk.actions.editions.publication_exports import ExportForm
from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.publishing import publications
from hrddesk.actions.records import consents
from hrddesk.actions.scope.publication_request import following
from hrddesk.analysis.consistency.findings import Check, Finding
from hrddesk.errors import InvalidValue
from hrddesk.records.model.record import RecordId
from hrddesk.records.rules.consents import ConsentState
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.actions.test_consents_published import TODAY, YES, ids, request

__all__ = ["ids"]


def tasks(session: Session) -> list[Finding]:
    return [finding for finding in checks.run(session.store) if finding.check is Check.CONSENT_REFUSED]


def withdraw(session: Session, party: RecordId) -> None:
    day = (TODAY - timedelta(days=1)).isoformat()
    consents.add(session, party, {"consent": "withdrawn", "given_by": "self", "date": day})


def test_a_withdrawal_opens_a_task_and_the_correction_leaves_the_person_out(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    consents.add(session, ids["Vero"], YES)
    made = publications.publish(session, request(ids, tmp_path / "a.pdf")).result
    assert tasks(session) == []
    publication_exports.write(session.store, made.number, ExportForm.CSV, tmp_path / "before")
    withdraw(session, ids["Vero"])
    with pytest.raises(InvalidValue):  # nor does another form of it go out again
        publication_exports.write(session.store, made.number, ExportForm.CSV, tmp_path / "after")
    assert not (tmp_path / "after").exists()
    (task,) = tasks(session)
    assert (task.records, task.first, task.second) == ((ids["Vero"],), str(made.number), "")
    day = (TODAY - timedelta(days=1)).isoformat()
    assert task.message == (
        f"Vero Lunt withdrew consent on {day}. To correct, publications: {made.number}."
        " No contact has the record."
    )
    assert task.name == "Vero Lunt"
    correction = following(session.store, made.number, corrects=True)
    shown = publications.preview(session, correction).model.canonical().decode()
    assert "Lunt" not in shown
    assert "Odal Brisk" in shown
    checks.put_aside(session, task, "Corrected in publication 2")
    assert task.key in checks.dismissals(session.store)


def test_no_other_form_goes_out_of_somebody_who_stood_under_a_label_and_refuses(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    asked = replace(request(ids, tmp_path / "a.pdf"), label=frozenset([ids["Vero"]]))
    made = publications.publish(session, asked).result
    withdraw(session, ids["Vero"])
    with pytest.raises(InvalidValue):
        publication_exports.write(session.store, made.number, ExportForm.CSV, tmp_path / "after")


def test_who_stands_nowhere_opens_no_task(session: Session, ids: dict[str, RecordId]) -> None:
    withdraw(session, ids["Vero"])
    assert tasks(session) == []
    assert consent_traces.trace(session.store, session.store.get(ids["Vero"])).is_empty


def test_contacts_that_have_the_record_are_named(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        for left, right, name in ((session, other, "coordinator"), (other, session, "documenter")):
            contacts.add(left, identity.write_card(right, tmp_path), name)
            contacts.verify(left, name, " ".join(identity.show(right).words))
        bundles.write_bundle(session, tmp_path, ["coordinator"], None, Job())
    withdraw(session, ids["Vero"])
    found = consent_traces.trace(session.store, session.store.get(ids["Vero"]))
    assert (found.held_by, found.perhaps_held_by) == ((), ("coordinator",))
    assert [task.second for task in tasks(session)] == ["coordinator (?)"]
    (task,) = tasks(session)
    assert task.message.endswith("No publication names them. To tell, contacts: coordinator (?)")
    party = session.store.get(ids["Vero"])
    refused = {"consent": "refused", "given_by": "self", "date": TODAY.isoformat()}
    consents.add(session, party.id, refused)
    (task,) = tasks(session)
    assert task.message.startswith(f"Vero Lunt refused consent on {TODAY.isoformat()}. No")
    less = replace(task, answer=ConsentState.YES)
    assert less.message.startswith(f"Vero Lunt agreed to no publication (answer of {TODAY.isoformat()}). No")
