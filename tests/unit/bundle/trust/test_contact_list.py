"""Contacts on a coordinator's word: proposed, taken one by one, and never verified by that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import packing, selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.trust import contact_list, contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk.bundle.trust.contact_list import News
from hrddesk.bundle.trust.identity import Identity
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import (
    BundleContactsTooMany,
    BundleTooLarge,
    ContactKeyChanged,
    ContactLineMissing,
    ContactNotVerified,
    NotACoordinator,
    ReviewClosed,
    ReviewNotFound,
)
from hrddesk.records.model.record import canonical_json
from hrddesk.system.jobs import Cancelled, Job
from tests.unit.bundle.forge import Desks, forge_between, take, traces
from tests.unit.bundle.hands import ONE, case, content, give, put, stopped

DAY = own_identity.today()
Hand = Callable[..., int]


def new_identity() -> Identity:
    return identity.generate(DAY.toordinal())


def words(of: Identity) -> str:
    return " ".join(identity.words12(of.fingerprint))


def line(of: Identity | Card, name: str = "wren", revoked: str | None = None) -> bytes:
    card = of if isinstance(of, Card) else Card.make(of)
    return canonical_json({"card": card.raw.decode("ascii"), "name": name, "revoked": revoked})


@pytest.fixture
def hand(desks: Desks, tmp_path: Path) -> Hand:
    """Let the documenter read a list of the coordinator's, who is called one; return the review."""
    contacts.set_coordinator(desks.documenter.store, "coordinator", is_one=True)

    def made(*lines: bytes) -> int:
        content = b"".join(item + b"\n" for item in lines)
        bundle = forge_between(desks.coordinator, desks.documenter, contacts=content)
        return take(desks.documenter, bundle.seal(), tmp_path / "list").review

    return made


def news(desks: Desks, number: int) -> list[News]:
    return [item.news for item in contact_list.read(desks.documenter.store, number, DAY).proposals]


def taken(desks: Desks, number: int, *numbers: int) -> list[Contact]:
    return contact_list.take(desks.documenter.store, number, numbers or None, DAY)


def know(desks: Desks, of: Identity, name: str = "wren", *, verified: bool = True) -> Contact:
    made = contacts.add(desks.documenter.store, Card.make(of), name, DAY)
    return contacts.verify(desks.documenter.store, name, words(of), DAY) if verified else made


def test_whom_a_desk_knows_goes_from_one_to_the_other(desks: Desks, tmp_path: Path) -> None:
    store, other = desks.coordinator.store, desks.documenter.store
    wren, owl = new_identity(), new_identity()
    for of, name in ((wren, "wren"), (owl, "owl")):
        contacts.add(store, Card.make(of), name, DAY)
    with pytest.raises(ContactNotVerified):
        contact_list.lines([contacts.named(store, "wren")])
    contacts.verify(store, "wren", words(wren), DAY)
    contacts.revoke(store, "owl", DAY - timedelta(days=3), DAY)
    lines = contact_list.lines([contacts.named(store, name) for name in ("wren", "owl")])
    write.write(
        desks.coordinator,
        tmp_path / "x.hrdb",
        [desks.to_documenter],
        Parcel(records=(), contact_lines=lines),
        Job(),
    )
    found = take(desks.documenter, (tmp_path / "x.hrdb").read_bytes(), tmp_path / "y")
    assert news(desks, found.review) == [News.NEW, News.REVOKED]
    with pytest.raises(NotACoordinator):
        taken(desks, found.review)
    contacts.set_coordinator(other, "coordinator", is_one=True)
    (introduced,) = taken(desks, found.review, 1)
    assert acceptance.all_heads(other)[0].state == "open"
    (revoked,) = taken(desks, found.review)
    assert acceptance.all_heads(other)[0].state == "accepted"  # nothing of it waits any more
    assert (introduced.name, introduced.state, introduced.introducer) == (
        "wren", ContactState.INTRODUCED, "coordinator"
    )  # fmt: skip
    contacts.require_readable(introduced)
    with pytest.raises(ContactNotVerified):
        contacts.require_writable(introduced, DAY)
    assert (revoked.name, revoked.state, revoked.since) == (
        "owl", ContactState.REVOKED, DAY - timedelta(days=3)
    )  # fmt: skip
    assert news(desks, found.review) == [News.NOTHING, News.NOTHING]
    assert taken(desks, found.review) == []
    assert contacts.verify(other, "wren", words(wren), DAY).state is ContactState.VERIFIED


def test_taking_contacts_of_an_accepted_bundle_keeps_what_undoes_its_acceptance(
    desks: Desks, tmp_path: Path
) -> None:
    contacts.set_coordinator(desks.documenter.store, "coordinator", is_one=True)
    put(desks.coordinator, case())
    parcel = Parcel(
        records=selection.everything(desks.coordinator.store), contact_lines=[line(new_identity())]
    )
    path = write.write(desks.coordinator, tmp_path / "x", [desks.to_documenter], parcel, Job()).path
    number, before = read.read(desks.documenter, path, Job()).review, content(desks.documenter)
    acceptance.accept(desks.documenter, number, None, Job())
    assert [item.name for item in taken(desks, number)] == ["wren"]
    assert acceptance.all_heads(desks.documenter.store)[0].state == "accepted"
    assert acceptance.undo(desks.documenter, number).changes.cases == {ONE}
    assert content(desks.documenter) == before


def test_all_who_can_go_along_are_known_by_this_desk_itself(desks: Desks) -> None:
    know(desks, new_identity())
    know(desks, new_identity(), "owl", verified=False)
    know(desks, new_identity(), "lark")
    store = desks.documenter.store
    contacts.revoke(store, "lark", DAY, DAY)
    going = contact_list.chosen(store, [desks.to_coordinator], None)
    assert [contact.name for contact in going] == ["lark", "wren"]
    assert [contact.name for contact in contact_list.chosen(store, [], ["owl"])] == ["owl"]


def test_lines_are_taken_one_by_one(desks: Desks, hand: Hand) -> None:
    number = hand(line(new_identity(), "a"), line(new_identity(), "b"), line(new_identity(), "c"))
    assert [contact.name for contact in taken(desks, number, 2)] == ["b"]
    assert news(desks, number) == [News.NEW, News.NOTHING, News.NEW]
    for missing in (0, 4, -1):
        with pytest.raises(ContactLineMissing):
            taken(desks, number, 1, missing)
    assert [contact.name for contact in taken(desks, number)] == ["a", "c"]
    assert acceptance.all_heads(desks.documenter.store)[0].state == "open"  # a record still waits


def test_a_coordinator_who_is_not_verified_any_more_introduces_nobody(desks: Desks, hand: Hand) -> None:
    number = hand(line(new_identity()))
    with pytest.raises(ContactKeyChanged, match="another key"):
        contacts.add(desks.documenter.store, Card.make(new_identity()), "coordinator", DAY)
    with pytest.raises(NotACoordinator):
        taken(desks, number)
    assert len(contacts.everybody(desks.documenter.store)) == 1


def test_a_newer_card_and_a_rotation_of_a_contact_are_followed(desks: Desks, hand: Hand) -> None:
    wren = new_identity()
    know(desks, wren)
    newer = replace(wren, serial=7)
    rotated = identity.rotated(newer, DAY.toordinal())
    number = hand(line(wren), line(newer, "heron"), line(rotated, "heron"))
    assert news(desks, number) == [News.NOTHING, News.NEWER_CARD, News.ROTATED]
    made = taken(desks, number)
    assert [(item.name, item.card.serial) for item in made] == [("wren", 7), ("wren", 8)]
    assert made[1].state is ContactState.ROTATED
    assert news(desks, number) == [News.UNUSABLE, News.UNUSABLE, News.NOTHING]


@pytest.mark.parametrize("by_key", [True, False])
def test_another_key_for_a_contact_is_shown_and_blocks_it_when_taken(
    desks: Desks, hand: Hand, *, by_key: bool
) -> None:
    wren, other = new_identity(), new_identity()
    know(desks, wren)
    if by_key:
        seeds = wren.signing.ed25519_seed, other.signing.mldsa_seed
        other = replace(other, signing=SigningKeys.from_seeds(*seeds))
    number = hand(
        line(other, "somebody" if by_key else "wren"), line(identity.rotated(wren, DAY.toordinal()))
    )
    assert news(desks, number) == [News.CHANGED, News.ROTATED]
    assert contacts.named(desks.documenter.store, "wren").state is ContactState.VERIFIED
    (blocked,) = taken(desks, number, 1)
    assert (blocked.name, blocked.state) == ("wren", ContactState.CHANGED)
    assert news(desks, number) == [News.NOTHING, News.UNUSABLE]
    after = contacts.dismiss(desks.documenter.store, "wren").state
    assert after is (ContactState.FIRST_USE if by_key else ContactState.VERIFIED)


def test_a_name_that_is_taken_by_nobody_alive_and_one_that_cannot_be_seen(desks: Desks, hand: Hand) -> None:
    know(desks, new_identity())
    contacts.revoke(desks.documenter.store, "wren", DAY, DAY)
    hidden = new_identity()
    number = hand(line(new_identity()), line(hidden, "a\u202eb"))
    assert [contact.name for contact in taken(desks, number)] == [
        "wren-2", "-".join(identity.words12(hidden.fingerprint)[:3])
    ]  # fmt: skip


def test_a_revocation_reaches_whom_it_is_about(desks: Desks, hand: Hand) -> None:
    wren, owl, lark = new_identity(), new_identity(), new_identity()
    know(desks, wren)
    know(desks, owl, "owl")
    know(desks, lark, "lark")
    since = (DAY - timedelta(days=9)).isoformat()
    store = desks.documenter.store
    owls_next = identity.rotated(owl, DAY.toordinal())
    contacts.add(store, Card.make(owls_next), None, DAY)  # not verified since
    larks_next = identity.rotated(lark, DAY.toordinal())
    contacts.add(store, Card.make(larks_next), None, DAY)
    contacts.verify(store, "lark", words(larks_next), DAY)
    stranger = identity.rotated(wren, DAY.toordinal())  # made by whoever has wren's laptop
    number = hand(*(line(of, "x", since) for of in (owl, lark, stranger, wren)))
    assert news(desks, number) == [News.REVOKED, News.NOTHING, News.REVOKED, News.REVOKED]
    made = taken(desks, number)
    assert [(item.name, item.state, item.since.isoformat()) for item in made] == [
        ("owl", ContactState.REVOKED, since),
        ("x", ContactState.REVOKED, since),
        ("wren", ContactState.REVOKED, since),
    ]
    assert contacts.named(store, "lark").state is ContactState.VERIFIED


def test_a_day_to_come_is_today(desks: Desks, hand: Hand) -> None:
    know(desks, wren := new_identity())
    (gone,) = taken(desks, hand(line(wren, "wren", "2999-01-01")))
    assert gone.since == DAY


def test_what_cannot_be_used_is_shown_as_such(desks: Desks, hand: Hand) -> None:
    own = own_identity.own_card(desks.documenter.store, DAY)
    old = identity.generate(DAY.toordinal() - 400)
    number = hand(line(own), line(old))
    assert news(desks, number) == [News.UNUSABLE, News.UNUSABLE]
    assert taken(desks, number) == []
    assert taken(desks, number, 1, 2) == []


def test_a_list_that_is_read_again_after_a_rejection_stands_there_once(desks: Desks, tmp_path: Path) -> None:
    contacts.set_coordinator(desks.documenter.store, "coordinator", is_one=True)
    content = line(new_identity()) + b"\n"
    bundle = forge_between(desks.coordinator, desks.documenter, contacts=content).seal()
    number = take(desks.documenter, bundle, tmp_path / "list").review
    acceptance.reject(desks.documenter, number)
    assert take(desks.documenter, bundle, tmp_path / "list").review == number
    assert news(desks, number) == [News.NEW]


def test_a_list_of_a_rejected_bundle_is_closed(desks: Desks, hand: Hand) -> None:
    number = hand(line(new_identity()))
    acceptance.reject(desks.documenter, number)
    with pytest.raises(ReviewClosed):
        taken(desks, number)
    with pytest.raises(ReviewNotFound):
        contact_list.read(desks.documenter.store, 99, DAY)


def test_a_bundle_without_a_list_proposes_nothing(desks: Desks, tmp_path: Path) -> None:
    found = take(
        desks.coordinator, give(desks.documenter, desks.coordinator, tmp_path).read_bytes(), tmp_path / "x"
    )
    assert contact_list.read(desks.coordinator.store, found.review, date(2026, 1, 1)).proposals == ()


def test_what_one_line_brought_the_next_ones_know(desks: Desks, hand: Hand) -> None:
    wren = new_identity()
    once = identity.rotated(wren, DAY.toordinal())
    twice = identity.rotated(replace(once, previous=None), DAY.toordinal())
    number = hand(line(wren), line(once, "heron"), line(twice, "owl"), line(wren, "lark"))
    assert news(desks, number) == [News.NEW] * 4
    found = taken(desks, number)
    assert [contact.num for contact in found] == [found[0].num] * 3
    assert contacts.numbered(desks.documenter.store, found[0].num).card.keys == Card.make(twice).keys
    assert news(desks, number) == [News.UNUSABLE, News.UNUSABLE, News.NOTHING, News.UNUSABLE]


def test_a_long_list_is_taken_without_reading_all_contacts_for_each(
    desks: Desks, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = hand(*(line(new_identity(), f"heron {number}") for number in range(20)))
    parse, parsed = Card.parse, list[bytes]()

    def counted(raw: bytes) -> Card:
        parsed.append(raw)
        return parse(raw)

    monkeypatch.setattr(Card, "parse", counted)
    assert len(taken(desks, number)) == 20
    assert len(parsed) < 8 * 20


def test_a_long_list_can_be_cancelled_at_each_of_its_parts(desks: Desks, tmp_path: Path) -> None:
    same = line(new_identity()) + b"\n"
    before = traces(desks.documenter)
    told: dict[int, int] = {}
    for count in (1, 65):  # 16 lines are a part
        bundle = forge_between(desks.coordinator, desks.documenter, contacts=same * count).seal()
        for steps in range(200):
            try:
                take(desks.documenter, bundle, tmp_path / "list", stopped(steps))
            except Cancelled:
                assert traces(desks.documenter) == before
            else:
                break
        told[count] = steps
        before = traces(desks.documenter)
    assert told[65] - told[1] >= 4


def test_a_list_that_nobody_can_look_through_is_refused_and_not_written(
    desks: Desks, hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipt_format, "MAX_CONTACTS", 2)
    every = [line(new_identity(), name) for name in ("wren", "owl", "lark")]
    with pytest.raises(BundleContactsTooMany, match="more than 2 contacts"):
        hand(*every)
    assert acceptance.all_heads(desks.documenter.store) == []
    with pytest.raises(BundleTooLarge, match="the list of contacts"):
        write.write(
            desks.coordinator,
            tmp_path / "x",
            [desks.to_documenter],
            Parcel(records=(), contact_lines=every),
            Job(),
        )
    assert len(news(desks, hand(*every[:2]))) == 2


def test_a_receipt_that_brings_contacts_along_waits_for_a_decision(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    brought = take(
        desks.coordinator, give(desks.documenter, desks.coordinator, tmp_path).read_bytes(), tmp_path / "x"
    )
    acceptance.accept(desks.coordinator, brought.review, None, Job())
    contacts.set_coordinator(desks.documenter.store, "coordinator", is_one=True)
    receipt = packing.receipt(desks.coordinator.store, desks.to_documenter).parcel
    both = replace(receipt, contact_lines=[line(new_identity())])
    path = tmp_path / "both.hrdb"
    write.write(desks.coordinator, path, [desks.to_documenter], both, Job())
    found = read.read(desks.documenter, path, Job())
    assert found.receipts is not None
    assert acceptance.all_heads(desks.documenter.store)[0].state == "open"
    assert news(desks, found.review) == [News.NEW]
