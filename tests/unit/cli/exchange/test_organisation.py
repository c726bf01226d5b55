"""hrddesk organisation: as a person types it."""

from pathlib import Path

from hrddesk.actions.exchange import organisation
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import ContactNotFound, InvalidValue, OrganisationKeyUnreadable
from hrddesk.store.vault.session import Session
from tests.unit.bundle.forge import introduce, new_session
from tests.unit.cli.conftest import PASSPHRASE, Desk


def test_a_key_is_made_shown_replaced_and_removed(desk: Desk, tmp_path: Path) -> None:
    assert desk.json("organisation", "show")["name"] is None
    assert "signed by this desk's own key" in desk.run("organisation", "show")
    made = desk.json("organisation", "make", "The Reed Archive")
    assert (made["name"], made["former"], len(made["words"])) == ("The Reed Archive", 0, 12)
    assert made["ssh_fingerprint"].startswith("SHA256:")
    printed = desk.run("organisation", "replace")
    assert "signed by the key of The Reed Archive, since 2" in printed
    assert "1 key(s) of before are still good." in printed
    signers = tmp_path / "signers"
    assert "2 public key(s)" in desk.run("organisation", "signers", str(signers))
    assert [line.split()[-3:] for line in signers.read_text("utf-8").splitlines()] == [
        ["The", "Reed", "Archive"]
    ] * 2
    assert desk.json("organisation", "replace", "--lost")["former"] == 0
    assert desk.json("organisation", "remove", "--yes")["name"] is None
    desk.run("organisation", "remove", "--yes", code=InvalidValue.exit_code)


def test_it_goes_to_another_desk_in_a_file(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(b"noise")
    desk.run("organisation", "take", str(tmp_path / "noise"), code=OrganisationKeyUnreadable.exit_code)
    desk.run("organisation", "make", "The Reed Archive")
    path = tmp_path / "to.orgkey"
    desk.run("organisation", "hand-on", str(path), "--to", "nobody", code=ContactNotFound.exit_code)
    other = new_session(tmp_path / "other.hrdv")
    try:
        with Session.open(desk.vault, PassphraseSecret(PASSPHRASE)) as session:
            introduce(session, other, "other")
            introduce(other, session, "here")
            organisation.make(other, "The Reed Archive")
        assert "sealed to other" in desk.run("organisation", "hand-on", str(path), "--to", "other")
        back = organisation.hand_on(other, tmp_path / "back.orgkey", ["here"])
        theirs = organisation.state(other)
    finally:
        other.close()
    desk.run("organisation", "take", str(back), code=InvalidValue.exit_code)
    assert "Taken over from other." in desk.run("organisation", "take", str(back), "--replace")
    assert desk.json("organisation", "show")["fingerprint"] == theirs.shown.fingerprint
