"""A contact who is called nearly as another one: readers take them for the same, so it is said."""

from pathlib import Path

import pytest

from hrddesk.actions.exchange import contact_lists
from hrddesk.actions.exchange import contacts as contact_actions
from hrddesk.bundle.receiving import read
from hrddesk.bundle.sending import write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.trust import contact_list, contacts, own_identity
from hrddesk.bundle.trust.contact import alike
from hrddesk.records.language.lookalikes import skeleton
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, introduce, new_session


@pytest.mark.parametrize("other", ["\u0430nna", "Anna", "ANNA", "ａｎｎａ", "\u0391NN\u0391"])
def test_names_that_look_the_same_are_told(other: str) -> None:
    assert alike("anna", ["anna", other, "hanna", "ana"]) == (other,)
    assert skeleton(other) == "anna"


def test_a_name_is_not_like_itself_nor_like_another() -> None:
    assert alike("anna", ["anna", "berta", "安娜"]) == ()
    assert alike("安娜", ["安那"]) == ()


def test_a_list_of_contacts_says_whom_a_new_one_looks_like(desks: Desks, tmp_path: Path) -> None:
    third, fourth = new_session(tmp_path / "third.hrdv"), new_session(tmp_path / "fourth.hrdv")
    day = own_identity.today()
    for session in (third, fourth):
        own_identity.own_identity(session.store, day)
    introduce(desks.documenter, third, "anna")
    introduce(desks.coordinator, fourth, "\u0430nna")
    contact_actions.set_coordinator(desks.documenter, "coordinator", is_one=True)
    going = [contacts.named(desks.coordinator.store, "\u0430nna")]
    path = tmp_path / "list.hrdb"
    parcel = Parcel(records=[], contact_lines=contact_list.lines(going))
    write.write(desks.coordinator, path, [desks.to_documenter], parcel, Job())
    number = read.read(desks.documenter, path, Job()).review
    (proposal,) = contact_lists.read(desks.documenter, number).proposals
    assert (proposal.news, proposal.alike) == (contact_list.News.NEW, ("anna",))
    third.close()
    fourth.close()
