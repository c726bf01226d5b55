"""Each way in which a bundle can be wrong for this desk has an error, a code and words that no other has."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from hrddesk.bundle.format import archive
from hrddesk.bundle.receiving import read
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import (
    BundleCardExpired,
    BundleCardUnproven,
    BundleError,
    BundleMalformed,
    BundleNotAddressedToMe,
    BundleOfThisDesk,
    BundleRecordUnknown,
    BundleSignatureBad,
    BundleSignatureMisshapen,
    BundleSignatureMissing,
    BundleSignatureOfAnother,
    BundleTooNew,
    CardExpired,
    CardTooNew,
    ContactRevoked,
)
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import (
    Desks,
    Forge,
    a_case,
    forge_between,
    introduce,
    new_session,
    record_line,
    traces,
    two_desks,
)
from tests.unit.bundle.refusals import refused

SIGNATURES = [(archive.SSH_SIGNATURE, "Ed25519"), (archive.MLDSA_SIGNATURE, "ML-DSA-65")]


@dataclass
class Three:
    """A documenter, a coordinator, and a third who knows both."""

    two: Desks
    third: Session

    @property
    def reader(self) -> Session:
        return self.two.coordinator

    def forge(self, **changes: Any) -> Forge:
        return forge_between(self.two.documenter, self.two.coordinator, **changes)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    folder = tmp_path_factory.mktemp("three")
    made = Three(two_desks(folder), new_session(folder / "third.hrdv"))
    introduce(made.third, made.two.documenter, "documenter")
    introduce(made.third, made.two.coordinator, "coordinator")
    introduce(made.two.coordinator, made.third, "third")
    yield made
    for session in (made.third, made.two.documenter, made.two.coordinator):
        session.close()


def resealed(made: Forge, *readers: Session) -> bytes:
    """Seal what a recipient decrypted to others, changing nothing of it."""
    inside = made.inside()
    owners = [own_identity.own_identity(reader.store, own_identity.today()) for reader in readers]
    return replace(
        made, recipients=[(owner.fingerprint, owner.current.key.recipient) for owner in owners]
    ).seal(inside)


def test_what_a_recipient_passes_on_was_not_addressed_to_the_next(three: Three, tmp_path: Path) -> None:
    refused(three.third, resealed(three.forge(), three.third), tmp_path / "a", BundleNotAddressedToMe)
    both = resealed(three.forge(), three.third, three.two.documenter)
    refused(three.third, both, tmp_path / "b", BundleNotAddressedToMe)


def test_an_address_that_was_put_in_by_who_passes_it_on_breaks_what_was_signed(
    three: Three, tmp_path: Path
) -> None:
    made = three.forge()
    owner = own_identity.own_identity(three.third.store, own_identity.today())
    addressed = replace(made, recipients=[(owner.fingerprint, owner.current.key.recipient)])
    altered = replace(addressed, after={archive.ENVELOPE: addressed.envelope()})
    texts = dict(made.members())
    signed = {name: texts[name] for name in (*archive.SIGNED, archive.TAG_MANIFEST, *archive.SIGNATURES)}
    altered.after = signed | altered.after
    refused(three.third, altered.seal(), tmp_path / "a", BundleMalformed)


def test_what_was_addressed_to_two_and_sealed_again_to_one_does_not_fit(three: Three, tmp_path: Path) -> None:
    owner = own_identity.own_identity(three.third.store, own_identity.today())
    mine = (owner.fingerprint, owner.current.key.recipient)
    made = three.forge()
    made.recipients.append(mine)
    refused(three.third, resealed(made, three.third), tmp_path / "a", BundleMalformed)


def test_what_comes_back_to_its_writer_is_named(three: Three, tmp_path: Path) -> None:
    sent_back = resealed(three.forge(), three.two.documenter)
    refused(three.two.documenter, sent_back, tmp_path / "a", BundleOfThisDesk)


def test_a_card_with_one_of_our_own_keys_proves_nothing(three: Three, tmp_path: Path) -> None:
    ours, theirs = own_identity.known_identity(three.reader.store), three.forge().sender
    assert ours is not None
    mixed = replace(theirs, signing=SigningKeys(ours.signing.ed25519_seed, theirs.signing.mldsa_seed))
    refused(three.reader, three.forge(sender=mixed).seal(), tmp_path / "a", BundleCardUnproven)


@pytest.mark.parametrize("days", [0, 400])
def test_a_revoked_sender_is_named_with_the_day_whatever_day_it_was_signed_on(
    tmp_path: Path, days: int
) -> None:
    desks = two_desks(tmp_path)
    since = own_identity.today() - timedelta(days=10)
    written = (since - timedelta(days=days)).isoformat()
    raw = forge_between(desks.documenter, desks.coordinator, head={"created": written}).seal()
    contacts.revoke(desks.coordinator.store, "documenter", since, own_identity.today())
    refused(desks.coordinator, raw, tmp_path / "a", ContactRevoked)
    with pytest.raises(ContactRevoked, match=since.isoformat()):
        read.read(desks.coordinator, tmp_path / "a", Job())
    desks.documenter.close()
    desks.coordinator.close()


@pytest.mark.parametrize(("name", "which"), SIGNATURES)
def test_a_signature_of_another_bundle_of_the_same_sender(
    three: Three, tmp_path: Path, name: str, which: str
) -> None:
    other = dict(three.forge(records=record_line(a_case())).members())[name]
    _refused_with(three, three.forge(after={name: other}), tmp_path, BundleSignatureBad, which)


@pytest.mark.parametrize(
    ("name", "which", "error"),
    [(*SIGNATURES[0], BundleSignatureOfAnother), (*SIGNATURES[1], BundleSignatureBad)],
)
def test_a_signature_of_another_sender(
    three: Three, tmp_path: Path, name: str, which: str, error: type[BundleError]
) -> None:
    """Only the Ed25519 signature says by which key it claims to be."""
    third = own_identity.own_identity(three.third.store, own_identity.today())
    made = three.forge()
    signed = dict(made.members())[archive.TAG_MANIFEST]
    theirs = replace(made, sender=third, texts={archive.TAG_MANIFEST: signed})
    _refused_with(three, replace(made, after={name: dict(theirs.members())[name]}), tmp_path, error, which)


@pytest.mark.parametrize(("name", "which"), SIGNATURES)
def test_a_signature_that_is_missing_as_a_file_or_empty(
    three: Three, tmp_path: Path, name: str, which: str
) -> None:
    def without(files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
        return [item for item in files if item[0] != name]

    _refused_with(three, three.forge(arrange=without), tmp_path, BundleSignatureMissing, which)
    _refused_with(three, three.forge(after={name: b""}), tmp_path, BundleSignatureMissing, which)


@pytest.mark.parametrize(("name", "which"), SIGNATURES)
def test_a_signature_of_another_length(three: Three, tmp_path: Path, name: str, which: str) -> None:
    right = dict(three.forge().members())[name]
    for text in (right[:-1], right + b"\n", b"none"):
        made = three.forge(after={name: text})
        _refused_with(three, made, tmp_path, BundleSignatureMisshapen, which)


def test_versions_of_tomorrow_ask_for_an_update(three: Three, tmp_path: Path) -> None:
    card = Card.make(three.forge().sender).raw.replace(b"-v1", b"-v12", 1)
    line = record_line(a_case(title="a case"))
    for made, error, words in (
        (three.forge(head={"v": 2}), BundleTooNew, "The bundle was written in a newer format .version 2"),
        (three.forge(card=card), CardTooNew, "The contact card was written in a newer format .version 12"),
        (three.forge(records=line.replace(b'"case"', b'"dream"')), BundleRecordUnknown, "a kind of record"),
        (
            three.forge(records=line.replace(b'"title"', b'"tithe"')),
            BundleRecordUnknown,
            "a field of a record",
        ),
    ):
        found = _refused_with(three, made, tmp_path, error, words)
        assert "Update HRDDesk" in found.message
    with pytest.raises(CardTooNew):
        Card.parse(card)


def test_an_expired_card_of_the_sender_is_another_thing_than_one_of_the_recipient(
    three: Three, tmp_path: Path
) -> None:
    later = own_identity.today() + timedelta(days=271)
    (tmp_path / "a").write_bytes(three.forge().seal())
    before = traces(three.reader)
    with pytest.raises(BundleCardExpired) as reading:
        read.read(three.reader, tmp_path / "a", Job(), day=later)
    assert traces(three.reader) == before
    with pytest.raises(CardExpired) as writing:
        contacts.require_writable(three.two.to_coordinator, later)
    assert type(writing.value) is not type(reading.value)
    assert writing.value.exit_code != reading.value.exit_code
    assert writing.value.details == reading.value.details


def test_no_two_of_them_have_the_same_words() -> None:
    every = {
        ContactRevoked,
        BundleNotAddressedToMe,
        BundleOfThisDesk,
        BundleSignatureBad,
        BundleSignatureMissing,
        BundleSignatureMisshapen,
        BundleSignatureOfAnother,
        BundleCardUnproven,
        BundleTooNew,
        CardTooNew,
        BundleRecordUnknown,
        BundleCardExpired,
        CardExpired,
    }
    assert len({error.what for error in every}) == len({error.exit_code for error in every}) == len(every)
    assert all(issubclass(error, BundleError) for error in every)


def _refused_with(
    three: Three, made: Forge, folder: Path, error: type[BundleError], words: str
) -> BundleError:
    """Require that it is refused without a trace by this very class, with these words."""
    (folder / "a").write_bytes(made.seal())
    before = traces(three.reader)
    with pytest.raises(error, match=words) as caught:
        read.read(three.reader, folder / "a", Job())
    assert type(caught.value) is error
    assert traces(three.reader) == before
    return caught.value
