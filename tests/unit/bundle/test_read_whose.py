"""Whose bundle it is, and for whom: by its keys, its card and its signatures. Threats T5 and T6."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hrddesk.bundle.format import archive
from hrddesk.bundle.receiving import read
from hrddesk.bundle.receiving.bundle_file import Glance, glance, opened_file
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.crypto.age import AgeIdentity
from hrddesk.errors import (
    BundleDamaged,
    BundleMalformed,
    BundleNotAddressedToMe,
    BundleNotForMe,
    BundleSenderUnknown,
    BundleSignatureBad,
    BundleSignatureMissing,
    CardExpired,
    ContactKeyChanged,
    ContactRevoked,
)
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import (
    Desks,
    forge_between,
    introduce,
    new_session,
    traces,
)
from tests.unit.bundle.refusals import forge, refused


def test_an_unknown_sender_is_not_read(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    own_identity.own_identity(third.store, own_identity.today())
    refused(
        desks.coordinator, forge_between(third, desks.coordinator).seal(), tmp_path / "a", BundleSenderUnknown
    )
    third.close()


def test_of_a_stranger_nothing_is_parsed_but_the_card_whose_fingerprint_is_shown(
    desks: Desks, tmp_path: Path
) -> None:
    third = new_session(tmp_path / "third.hrdv")
    owner = own_identity.own_identity(third.store, own_identity.today())
    wrong = {archive.ENVELOPE: b"[" * 17, archive.MANIFEST: b"no manifest", archive.BAG_INFO: b"no bag"}
    raw = forge_between(third, desks.coordinator, texts=wrong).seal()
    told = refused(desks.coordinator, raw, tmp_path / "a", BundleSenderUnknown)
    assert " ".join(identity.words12(owner.fingerprint)) in str(told)
    assert _glance(desks.coordinator, tmp_path / "a") is None
    third.close()


def test_a_stranger_whose_signatures_do_not_hold_is_no_sender(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    own_identity.own_identity(third.store, own_identity.today())
    raw = forge_between(third, desks.coordinator, after={archive.ENVELOPE: b"[" * 17}).seal()
    refused(desks.coordinator, raw, tmp_path / "a", BundleMalformed)
    raw = forge_between(third, desks.coordinator, after={archive.TAG_MANIFEST: b"another"}).seal()
    refused(desks.coordinator, raw, tmp_path / "a", BundleSignatureBad)
    third.close()


def test_what_orders_bundles_looks_into_none_whose_signatures_do_not_hold(
    desks: Desks, tmp_path: Path
) -> None:
    right = forge(desks).seal()
    (tmp_path / "a").write_bytes(right)
    seen = _glance(desks.coordinator, tmp_path / "a")
    assert seen is not None
    assert seen.sender.name == "documenter"
    (tmp_path / "a").write_bytes(
        forge(desks, after={archive.TAG_MANIFEST: b"x", archive.ENVELOPE: b"x"}).seal()
    )
    with pytest.raises(BundleSignatureBad):
        _glance(desks.coordinator, tmp_path / "a")


def _glance(session: Session, path: Path) -> Glance | None:
    with opened_file(path) as (stick, _):
        return glance(stick, session.store, own_identity.known_identity(session.store))


def test_a_revoked_or_blocked_sender_is_not_read(desks: Desks, tmp_path: Path) -> None:
    raw = forge(desks).seal()
    store = desks.coordinator.store
    contacts.revoke(store, "documenter", own_identity.today(), own_identity.today())
    refused(desks.coordinator, raw, tmp_path / "a", ContactRevoked)
    with store.change("test"):
        store.db.execute("UPDATE contact SET state = 'changed'")
    refused(desks.coordinator, raw, tmp_path / "a", ContactKeyChanged)


def test_an_expired_card_is_not_read(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(forge(desks).seal())
    before = traces(desks.coordinator)
    with pytest.raises(CardExpired):
        read.read(desks.coordinator, tmp_path / "a", Job(), day=own_identity.today() + timedelta(days=271))
    assert traces(desks.coordinator) == before


def test_a_bundle_forwarded_by_its_recipient_is_refused(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    introduce(third, desks.documenter, "documenter")
    owner = own_identity.own_identity(third.store, own_identity.today())
    made = forge(desks)
    inside = made.inside()
    made.recipients = [(owner.fingerprint, owner.current.key.recipient)]
    refused(third, made.seal(inside), tmp_path / "a", BundleNotAddressedToMe)
    third.close()


def test_a_bundle_for_others_is_not_opened(desks: Desks, session: Session, tmp_path: Path) -> None:
    raw = forge(desks).seal()
    refused(desks.documenter, raw, tmp_path / "a", BundleNotForMe)
    refused(session, raw, tmp_path / "a", BundleNotForMe)  # it has no identity yet


def test_one_changed_recipient_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    desks = still_desks
    made = forge(desks)
    third = AgeIdentity.generate()
    one, two = made.seal(), replace(made, recipients=[(bytes(32), third.recipient)]).seal()
    end = one.index(b"\n--- ")
    refused(desks.coordinator, two[: two.index(b"\n--- ")] + one[end:], tmp_path / "a", BundleNotForMe)
    added = one[:end] + two[two.index(b"\n-> ") : two.index(b"\n--- ")] + one[end:]
    refused(desks.coordinator, added, tmp_path / "a", BundleDamaged)
    mine = made.recipients[0]
    inside = made.inside()
    both = replace(made, recipients=[mine, (bytes(32), third.recipient)])
    refused(desks.coordinator, both.seal(inside), tmp_path / "a", BundleMalformed)
    refused(desks.coordinator, made.seal(both.inside()), tmp_path / "a", BundleMalformed)


def test_each_signature_must_hold(still_desks: Desks, tmp_path: Path) -> None:
    desks = still_desks
    made, other = forge(desks), forge(desks)
    texts, others = dict(made.members()), dict(other.members())
    ssh, mldsa = archive.SSH_SIGNATURE, archive.MLDSA_SIGNATURE
    for name in (ssh, mldsa):
        for text in (b"", others[name], texts[name] + b"\n", b"\xff" + texts[name], texts[name][:-1]):
            bad = replace(made, after={name: text})
            refused(desks.coordinator, bad.seal(), tmp_path / "a", BundleSignatureBad)
    swapped = replace(made, after={ssh: texts[mldsa], mldsa: texts[ssh]})
    refused(desks.coordinator, swapped.seal(), tmp_path / "a", BundleSignatureBad)
    reader = own_identity.known_identity(desks.coordinator.store)
    assert reader is not None
    by_me = dict(replace(made, sender=reader).members())
    for name in (ssh, mldsa):
        refused(
            desks.coordinator,
            replace(made, after={name: by_me[name]}).seal(),
            tmp_path / "a",
            BundleSignatureBad,
        )


def test_a_missing_signature_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    for name in (archive.SSH_SIGNATURE, archive.MLDSA_SIGNATURE):
        made = forge(
            still_desks, arrange=lambda files, name=name: [item for item in files if item[0] != name]
        )
        refused(still_desks.coordinator, made.seal(), tmp_path / "a", BundleSignatureMissing)


def test_a_card_that_does_not_prove_itself_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    made = forge(still_desks)
    card = Card.make(made.sender).raw
    for bad in (b"", card[:-1], card.replace(b'"serial":1', b'"serial":2')):
        refused(
            still_desks.coordinator,
            replace(made, texts={archive.CARD: bad}).seal(),
            tmp_path / "a",
            BundleSignatureBad,
        )


def test_a_card_of_another_than_the_signer_is_refused(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    introduce(desks.coordinator, third, "third")
    card = own_identity.own_card(third.store, own_identity.today()).raw
    refused(desks.coordinator, forge(desks, card=card).seal(), tmp_path / "a", BundleSignatureBad)
    own = forge_between(third, desks.coordinator, head={"sender": forge(desks).sender.fingerprint.hex()})
    refused(desks.coordinator, own.seal(), tmp_path / "a", BundleMalformed)
    third.close()
