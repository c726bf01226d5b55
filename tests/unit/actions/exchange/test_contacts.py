"""Taking cards from files, and what a person types."""

from datetime import date
from pathlib import Path

import pytest

from hrddesk.actions.exchange import contacts, identity
from hrddesk.bundle.trust.contacts import ContactState
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import CardInvalid, ContactNotFound, FileUnreadable, InvalidDate, WrongWords
from hrddesk.store.vault.session import Session


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """The card of another desk, with its words beside it."""
    with Session.create(tmp_path / "other.hrdv", "granite lantern orbit velvet", FLOOR)[0] as other:
        (tmp_path / "words").write_text(" ".join(identity.show(other).words), "utf-8")
        return identity.write_card(other, tmp_path / "other.card")


def test_a_contact_from_card_to_revocation(session: Session, card: Path) -> None:
    added = contacts.add(session, card, "desk two")
    assert contacts.all_contacts(session) == [added]
    with pytest.raises(WrongWords):
        contacts.verify(session, "desk two", "one two three")
    words = card.with_name("words").read_text("utf-8")
    assert contacts.verify(session, "desk two", words).state is ContactState.VERIFIED
    with pytest.raises(InvalidDate):
        contacts.revoke(session, "desk two", "31.1.2026")
    assert contacts.revoke(session, "desk two", "2026-01-31").since == date(2026, 1, 31)


def test_files_that_are_no_cards(session: Session, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 100_000)
    with pytest.raises(CardInvalid):
        contacts.add(session, tmp_path / "large")
    for path in (tmp_path / "gone", tmp_path):
        with pytest.raises(FileUnreadable):
            contacts.add(session, path)
    with pytest.raises(ContactNotFound):
        contacts.revoke(session, "desk two", "2026-01-31")
