"""Lists of contacts: send contacts of this desk to others, and take over the list of a coordinator."""

from collections.abc import Collection, Sequence
from pathlib import Path

from hrddesk.bundle.sending import write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.sending.write import WrittenBundle
from hrddesk.bundle.trust import contact_list, contacts, own_identity
from hrddesk.bundle.trust.contact import Contact
from hrddesk.bundle.trust.contact_list import ContactList
from hrddesk.store.exchange import bundle_lines
from hrddesk.store.exchange.bundle_lines import About
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job


def share(
    session: Session, path: Path, to: Sequence[str], names: Sequence[str] | None, job: Job
) -> tuple[WrittenBundle, int]:
    """Write a bundle that has only contacts, and return it with the number of contacts.

    `names` are the contacts to send. If it is None, all verified and revoked contacts except the recipients
    are sent. The names that this desk gave the contacts are included. Raise ContactNotFound,
    ContactNotVerified, and the errors of `write.write`.
    """
    store = session.store
    recipients = [contacts.named(store, name) for name in to]
    lines = contact_list.lines(contact_list.chosen(store, recipients, names))
    return write.write(session, path, recipients, Parcel(records=(), contact_lines=lines), job), len(lines)


def read(session: Session, review: int) -> ContactList:
    """Return the list of contacts in a bundle, compared with the contacts of this desk; raise
    ReviewNotFound.
    """
    return contact_list.read(session.store, review, own_identity.today())


def count(session: Session, review: int) -> int:
    """Return the number of lines of the list of contacts in a bundle."""
    return sum(map(len, bundle_lines.lines(session.store.db, review, About.CONTACTS)))


def take(session: Session, review: int, numbers: Collection[int] | None) -> list[Contact]:
    """Take over lines of a list of contacts and return the contacts that changed.

    `numbers` are the lines; None means all lines with something new. Raise ReviewNotFound, ReviewClosed,
    NotACoordinator, ContactLineMissing; then nothing is taken over.
    """
    return contact_list.take(session.store, review, numbers, own_identity.today())
