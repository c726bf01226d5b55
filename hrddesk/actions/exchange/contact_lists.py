"""Lists of contacts: hand on whom this desk knows, and take whom a coordinator knows."""

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
    """Write a bundle that holds nothing but contacts, by name, or all that can go for None; return how many.

    Those that are verified, and those that are revoked, can go; the recipients themselves need not. The names
    that this desk gave them go along. Raise ContactNotFound, ContactNotVerified, and as `write.write` does.
    """
    store = session.store
    recipients = [contacts.named(store, name) for name in to]
    lines = contact_list.lines(contact_list.chosen(store, recipients, names))
    return write.write(session, path, recipients, Parcel(records=(), contact_lines=lines), job), len(lines)


def read(session: Session, review: int) -> ContactList:
    """Return the list of contacts that came with a bundle, beside what is here; raise ReviewNotFound."""
    return contact_list.read(session.store, review, own_identity.today())


def count(session: Session, review: int) -> int:
    """Return how many lines the list of contacts has that came with a bundle."""
    return sum(map(len, bundle_lines.lines(session.store.db, review, About.CONTACTS)))


def take(session: Session, review: int, numbers: Collection[int] | None) -> list[Contact]:
    """Take lines of a list by their numbers, or all that bring news for None; return whom that changed.

    Raise ReviewNotFound, ReviewClosed, NotACoordinator, ContactLineMissing; then nothing was taken.
    """
    return contact_list.take(session.store, review, numbers, own_identity.today())
