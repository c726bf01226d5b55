"""Say what came and what is wanted; see what others said."""

from collections.abc import Sequence
from pathlib import Path

from hrddesk.actions.bundles import Sent
from hrddesk.bundle import answers, contacts, holdings, packing, write
from hrddesk.bundle.holdings import ContactHolding
from hrddesk.bundle.receipts import Wanted
from hrddesk.errors import InvalidValue, NothingToAcknowledge
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId, is_id
from hrddesk.session import Session
from hrddesk.store.acknowledged import Ask
from hrddesk.store.store import Store


def write_receipt(session: Session, path: Path, to: str, job: Job) -> Sent:
    """Write a small bundle that says to a contact what came from there, and holds no record.

    Raise as `bundle.write.write` does, ContactNotFound, NothingToAcknowledge.
    """
    contact = contacts.named(session.store, to)
    packed = packing.receipt(session.store, contact)
    if not packed.has_receipts:
        raise NothingToAcknowledge
    return Sent(write.write(session, path, [contact], packed.parcel, job), packed)


def ask(session: Session, to: str, record: RecordId, what: Wanted) -> list[Ask]:
    """Ask a contact for a record, or the file of evidence, in the next receipt; return all that is asked.

    Raise ContactNotFound, InvalidValue for a file that is here or of a record that can have none.
    """
    store, contact = session.store, contacts.named(session.store, to)
    if what is Wanted.EVIDENCE:
        found = store.get(record)
        if found.kind is not Kind.EVIDENCE or store.blobs.known(found.text("sha256")):
            raise InvalidValue(field="evidence", why="evidence whose file is not here")
    with store.change("bundle.asked"):
        answers.ask(store, contact, record, what)
    return answers.open_asks(store, contact)


def withdraw(session: Session, to: str, record: RecordId) -> list[Ask]:
    """Ask a contact for nothing of a record any more; return what is still asked. Raise ContactNotFound."""
    store, contact = session.store, contacts.named(session.store, to)
    with store.change("bundle.asked"):
        answers.withdraw(store, contact, record)
    return answers.open_asks(store, contact)


def asked_of(session: Session, to: str) -> list[Ask]:
    """Return what a contact is asked for and has not brought; raise ContactNotFound."""
    return answers.open_asks(session.store, contacts.named(session.store, to))


def what_others_have(store: Store, job: Job, case: RecordId | None = None) -> Sequence[ContactHolding]:
    """Return what every contact has of a case, or of each, by its latest receipt."""
    return holdings.of_contacts(store, job, case)


def find_record(session: Session, ref: str) -> RecordId:
    """Return a record by its reference or its whole id, which need not be here; raise RecordNotFound."""
    wanted = ref.strip().lower()
    return RecordId(wanted) if is_id(wanted) else session.store.by_ref(ref).id
