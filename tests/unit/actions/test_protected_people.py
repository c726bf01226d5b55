"""A name that is protected stands under a label wherever the record goes, until somebody says why not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.interop import exports, imports
from hrddesk.actions.publishing import publications
from hrddesk.actions.records import history, parties
from hrddesk.actions.scope.held_labels import TakenOff, Why
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.bundle.merging.merge import Side
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import InvalidValue, UndoNotPossible
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.actions.conftest import Publish
from tests.unit.actions.test_people_across_publications import add, words

DAY = date(2021, 6, 1)
REQUEST = PublishRequest(profile="names", as_of=DAY)


@pytest.fixture
def other(session: Session, tmp_path: Path) -> Iterator[Session]:
    """A second desk; the two verified each other."""
    made = Session.create(tmp_path / "other.hrdv", "granite lantern orbit velvet", FLOOR)[0]
    for left, right in (session, made), (made, session):
        contacts.add(left, identity.write_card(right, tmp_path), "them")
        contacts.verify(left, "them", " ".join(identity.show(right).words))
    yield made
    made.close()


def hand_over(sender: Session, reader: Session, folder: Path, *, loosen: bool = False) -> None:
    written = bundles.write_bundle(sender, folder, ["them"], None, Job())
    review = bundles.read_bundle(reader, written.path, Job()).review
    bundles.accept(reader, review, None, Job(), take=Side.THEIRS, loosen=loosen)


def is_protected(session: Session, who: RecordId) -> bool:
    return bool(session.store.get(who).fields.get("protected"))


def test_who_was_given_a_label_by_choice_has_one_at_the_next_desk(
    session: Session, other: Session, tmp_path: Path, publish: Publish
) -> None:
    vero, odal = add(session, "Vero Lunt"), add(session, "Odal Brisk")
    publish(PublishRequest(profile="names", label=frozenset([vero]), as_of=DAY))
    assert (is_protected(session, vero), is_protected(session, odal)) == (True, False)
    hand_over(session, other, tmp_path)
    shown = publications.preview(other, REQUEST)
    assert "Vero Lunt" not in words(shown.model)
    assert "Odal Brisk" in words(shown.model)
    (row,) = shown.held
    assert (row.party, row.publication, row.why) == (vero, 0, Why.MARK)
    assert [label.party for label in shown.labels] == [vero]
    for tied in ({vero: TakenOff(1, "why")}, {vero: TakenOff(0, " ")}, {odal: TakenOff(0, "why")}):
        with pytest.raises(InvalidValue):
            publications.preview(other, PublishRequest(profile="names", as_of=DAY, labels_off=tied))


def test_taking_it_off_in_a_publication_asks_why_and_keeps_it(session: Session, publish: Publish) -> None:
    vero, tamsin = add(session, "Vero Lunt"), add(session, "Tamsin Quell")
    for who in (vero, tamsin):
        parties.protect(session, who)
    off = {vero: TakenOff(0, " she spoke to the press ")}
    made = publish(PublishRequest(profile="names", as_of=DAY, labels_off=off))
    assert "Vero Lunt" in words(made.preview.model)
    assert "Tamsin Quell" not in words(made.preview.model)
    assert session.store.get(vero).text("unprotected") == "she spoke to the press"
    assert (is_protected(session, vero), is_protected(session, tamsin)) == (False, True)
    assert "press" not in words(made.preview.model)
    parties.protect(session, vero)
    assert not session.store.get(vero).text("unprotected")


def test_what_was_done_before_is_undone_and_leaves_it(session: Session, publish: Publish) -> None:
    vero = add(session, "Vero Lunt")
    done = parties.edit(session, vero, {"sex": "f"}).changes
    publish(PublishRequest(profile="names", label=frozenset([vero]), as_of=DAY))
    history.undo(session, done.act)
    assert not session.store.get(vero).text("sex")
    assert is_protected(session, vero)


def test_nothing_but_a_step_of_its_own_takes_it_off(session: Session) -> None:
    vero, twin = add(session, "Vero Lunt"), add(session, "Vero Lunt")
    marked = parties.protect(session, vero).changes
    with pytest.raises(InvalidValue, match="by itself"):
        parties.edit(session, vero, {"protected": None})
    with pytest.raises(UndoNotPossible, match="protected"):
        history.undo(session, marked.act)
    history.restore(session, vero, 1)
    assert is_protected(session, vero)
    duplicates.merge(session, twin, vero)
    assert is_protected(session, twin)
    with pytest.raises(InvalidValue, match="why"):
        parties.unprotect(session, twin, "  ")
    parties.unprotect(session, twin, "she asks for it")
    assert session.store.get(twin).text("unprotected") == "she asks for it"
    with pytest.raises(InvalidValue, match="not protected"):
        parties.unprotect(session, twin, "again")


def test_it_wins_every_merge(session: Session, other: Session, tmp_path: Path) -> None:
    vero = add(session, "Vero Lunt")
    parties.protect(session, vero)
    hand_over(session, other, tmp_path)
    parties.unprotect(other, vero, "a mistake")
    parties.edit(other, vero, {"sex": "f"})
    hand_over(other, session, tmp_path)
    assert is_protected(session, vero)
    assert session.store.get(vero).text("sex") == "female"
    hand_over(session, other, tmp_path)  # and so it comes back to who took it off
    assert is_protected(other, vero)
    parties.unprotect(other, vero, "she spoke herself")
    hand_over(other, session, tmp_path, loosen=True)
    assert not is_protected(session, vero)
    assert session.store.get(vero).text("unprotected") == "she spoke herself"


@pytest.mark.parametrize("takes_off", [True, False])
def test_where_both_changed_it_the_one_that_protects_counts(
    session: Session, other: Session, tmp_path: Path, takes_off: bool
) -> None:
    vero = add(session, "Vero Lunt")
    parties.protect(session, vero)
    hand_over(session, other, tmp_path)
    again, off = (session, other) if takes_off else (other, session)
    parties.unprotect(again, vero, "a mistake")
    parties.protect(again, vero)
    parties.unprotect(off, vero, "she spoke herself")
    hand_over(off, again, tmp_path, loosen=True)
    hand_over(again, off, tmp_path, loosen=True)
    assert is_protected(session, vero)
    assert is_protected(other, vero)


def test_a_kit_brings_it_and_takes_it_off_nowhere(session: Session, other: Session, tmp_path: Path) -> None:
    vero, odal = add(session, "Vero Lunt"), add(session, "Odal Brisk")
    parties.protect(session, vero)
    parties.protect(session, odal)
    parties.unprotect(session, odal, "named by a court")
    exports.run(session, tmp_path / "kit", "kit")
    imports.run(other, tmp_path / "kit")
    marks = {
        str(party.values("names")[0]["name"]): (party.fields.get("protected"), party.text("unprotected"))
        for party in other.store.all(Kind.PARTY)
    }
    assert marks == {"Vero Lunt": (True, ""), "Odal Brisk": (None, "named by a court")}
    rows = (tmp_path / "kit" / "parties.csv").read_text("utf-8")
    (tmp_path / "kit" / "parties.csv").write_text(rows.replace(",yes,", ",no,"), "utf-8")
    imports.run(other, tmp_path / "kit")
    assert any(party.fields.get("protected") for party in other.store.all(Kind.PARTY))


def test_a_namesake_of_a_protected_person_is_asked_about(session: Session) -> None:
    parties.protect(session, add(session, "Vero Lunt"))
    twin = add(session, "Vero Lunt")
    shown = publications.preview(session, REQUEST)
    assert [risk.party for risk in shown.risks if risk.kind == "namesake"] == [twin]


def test_a_deleted_person_comes_back_protected(session: Session, other: Session, tmp_path: Path) -> None:
    vero = add(session, "Vero Lunt")
    hand_over(session, other, tmp_path)
    parties.protect(other, vero)
    parties.remove(other, vero)
    parties.edit(session, vero, {"sex": "f"})
    hand_over(session, other, tmp_path)
    assert is_protected(other, vero)
