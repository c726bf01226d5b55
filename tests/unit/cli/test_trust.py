"""Contacts and identities that change, as two people type it: nothing passes silently."""

import os
import pty
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from hrddesk.bundle.trust.contact import ContactState
from hrddesk.cli.console import terminal
from hrddesk.cli.exchange import contacts as contact_commands
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import (
    BundleSenderUnknown,
    ContactKeyChanged,
    ContactKeyGivenUp,
    ContactLineMissing,
    ContactNotClaimed,
    ContactNotVerified,
    ContactRevoked,
    InvalidDate,
    InvalidValue,
    NotACoordinator,
    RotatedBefore,
    WrongWords,
)
from hrddesk.store.vault.session import Session
from tests.unit.cli.conftest import PASSPHRASE, Desk


@pytest.fixture
def other(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A second desk, which `desk` has verified under the name wren."""
    Session.create(tmp_path / "other.hrdv", PASSPHRASE, FLOOR)[0].close()
    made = Desk(tmp_path / "other.hrdv", desk.secret, capsys)
    desk.run("contact", "add", card(made, tmp_path / "first.card"), "--name", "wren")
    desk.run("contact", "verify", "wren", "--words", words(made))
    return made


def card(of: Desk, path: Path) -> str:
    return str(of.json("identity", "card", str(path))["file"])


def words(of: Desk) -> str:
    return " ".join(of.json("identity", "show")["words"])


def state(desk: Desk) -> str:
    return str(desk.json("contact", "list")[0]["state"])


def test_a_rotation_is_followed_and_verified_again_by_digits(desk: Desk, other: Desk, tmp_path: Path) -> None:
    before = words(other)
    printed = other.run("identity", "rotate")
    shown = other.json("identity", "show")
    assert shown["digits"] in printed
    assert " ".join(shown["words"]) != before
    assert shown["proves_until"] in other.run("identity", "show")
    other.run("identity", "rotate", code=RotatedBefore.exit_code)
    rotated = desk.json("contact", "add", card(other, tmp_path / "second.card"))
    assert (rotated["name"], rotated["state"]) == ("wren", "rotated")
    desk.run("contact", "verify", "wren", "--words", before, code=WrongWords.exit_code)
    assert "* rotated  wren" in desk.run("contact", "list")
    desk.run(
        "bundle", "write", str(tmp_path / "b"), "--to", "wren", "--all", code=ContactNotVerified.exit_code
    )
    assert desk.json("contact", "verify", "wren", "--words", shown["digits"])["state"] == "verified"
    desk.run("contact", "add", str(tmp_path / "first.card"), code=ContactKeyGivenUp.exit_code)
    assert state(desk) == "verified"


def test_a_lost_identity_blocks_until_its_words_are_heard(desk: Desk, other: Desk, tmp_path: Path) -> None:
    desk.run("contact", "dismiss", "wren", code=ContactNotClaimed.exit_code)
    with pytest.raises(SystemExit):  # it must be meant
        other.run("identity", "lost")
    other.run("identity", "lost", "--yes")
    second = card(other, tmp_path / "second.card")
    other.run("contact", "add", card(desk, tmp_path / "desk.card"), "--name", "desk")
    other.run("contact", "verify", "desk", "--words", words(desk))
    other.run("bundle", "write", str(tmp_path / "b.hrdb"), "--to", "desk", "--all")
    desk.run("bundle", "read", str(tmp_path / "b.hrdb"), code=BundleSenderUnknown.exit_code)
    assert " ".join(words(other).split()) in desk.complaint
    desk.run("contact", "add", second, "--name", "wren", code=ContactKeyChanged.exit_code)
    assert "blocked" in desk.complaint
    listed = desk.json("contact", "list")[0]
    assert listed["state"] == "changed"
    assert listed["claimed"] == other.json("identity", "show")["fingerprint"]
    assert "! changed  wren" in desk.run("contact", "list")
    desk.run(
        "bundle", "write", str(tmp_path / "c"), "--to", "wren", "--all", code=ContactKeyChanged.exit_code
    )
    desk.run("bundle", "read", str(tmp_path / "b.hrdb"), code=ContactKeyChanged.exit_code)
    assert desk.json("contact", "verify", "wren", "--words", words(other))["claimed"] is None
    assert "+ verified" in desk.run("bundle", "read", str(tmp_path / "b.hrdb"))


def test_a_card_that_was_somebody_elses_is_dismissed(
    desk: Desk, other: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Session.create(tmp_path / "third.hrdv", PASSPHRASE, FLOOR)[0].close()
    third = card(Desk(tmp_path / "third.hrdv", desk.secret, capsys), tmp_path / "third.card")
    desk.run("contact", "add", third, "--name", "wren", code=ContactKeyChanged.exit_code)
    assert "+ verified" in desk.run("contact", "dismiss", "wren")
    assert "~ first-use" in desk.run("contact", "add", third, "--name", "owl")


def test_nothing_takes_a_revocation_back(desk: Desk, other: Desk, tmp_path: Path) -> None:
    desk.run("contact", "revoke", "wren", "--since", "2999-01-01", code=InvalidDate.exit_code)
    assert "x revoked  wren  since 2026-01-31" in desk.run(
        "contact", "revoke", "wren", "--since", "2026-01-31"
    )
    desk.run("contact", "verify", "wren", "--words", words(other), code=ContactRevoked.exit_code)
    desk.run("contact", "add", str(tmp_path / "first.card"), code=ContactRevoked.exit_code)
    other.run("identity", "rotate")
    desk.run("contact", "add", card(other, tmp_path / "rotated.card"), code=ContactRevoked.exit_code)
    other.run("identity", "lost", "--yes")
    fresh = card(other, tmp_path / "fresh.card")
    assert desk.json("contact", "add", fresh, "--name", "wren anew")["state"] == "first-use"


def test_what_was_accepted_since_the_day_of_a_revocation_is_named(
    desk: Desk, other: Desk, tmp_path: Path
) -> None:
    other.run("contact", "add", card(desk, tmp_path / "desk.card"), "--name", "desk")
    other.run("contact", "verify", "desk", "--words", words(desk))
    other.run("case", "new", "--title", "The mill")
    for number in ("1", "2"):
        bundle = str(tmp_path / f"{number}.hrdb")
        other.run("bundle", "write", bundle, "--to", "desk", "--all")
        desk.run("bundle", "read", bundle)
    desk.run("bundle", "accept", "1", "--all")
    assert desk.json("contact", "revoke", "wren", "--since", "2026-01-31")["accepted_since"] == [1]
    assert "by review: 1." in desk.run("contact", "revoke", "wren", "--since", "2026-01-31")
    desk.run("bundle", "accept", "2", "--all", code=ContactRevoked.exit_code)


def test_a_coordinator_is_one_whose_words_were_compared(desk: Desk, other: Desk, tmp_path: Path) -> None:
    assert "lists of contacts" in desk.run("contact", "coordinator", "wren")
    assert desk.json("contact", "list")[0]["coordinator"]
    assert not desk.json("contact", "coordinator", "wren", "--off")["coordinator"]
    other.run("contact", "add", card(desk, tmp_path / "desk.card"), "--name", "desk")
    other.run("contact", "coordinator", "desk", code=ContactNotVerified.exit_code)


def test_the_time_of_a_key_is_chosen(desk: Desk) -> None:
    first = desk.json("identity", "show")
    assert (first["epoch_days"], first["proves_until"]) == (90, None)
    assert "serve 30 days" in desk.run("identity", "epoch", "30")
    assert desk.json("identity", "epoch", "60") == {**first, "epoch_days": 60}
    desk.run("identity", "epoch", "120", code=InvalidValue.exit_code)


def test_the_fingerprint_is_shown_as_a_code_for_a_phone(desk: Desk) -> None:
    plain, with_code = (desk.run("identity", "show", *more) for more in ((), ("--qr",)))
    drawn = [line for line in with_code.splitlines() if line not in plain.splitlines()]
    assert len(drawn) == 17
    assert {len(line) for line in drawn} == {33}
    assert "█" in drawn[0]


def test_every_state_has_a_mark_and_a_colour_of_its_own() -> None:
    marks = contact_commands.MARKS
    assert set(marks) == set(ContactState)
    assert len({mark for mark, _ in marks.values()}) == len({colour for _, colour in marks.values()}) == 7


@pytest.mark.parametrize("wanted", [True, False])
def test_a_terminal_shows_the_colour(monkeypatch: pytest.MonkeyPatch, *, wanted: bool) -> None:
    reader, writer = pty.openpty()
    monkeypatch.setattr(sys, "stdout", os.fdopen(writer, "w"))
    monkeypatch.setenv("NO_COLOR", "" if wanted else "1")
    terminal.emit(Namespace(json=False, quiet=False), {}, [terminal.Coloured("+ x\x1b", 32)])
    shown = os.read(reader, 100).decode()
    os.close(reader)
    sys.stdout.close()
    assert shown.rstrip() == ("\x1b[32m+ x�\x1b[0m" if wanted else "+ x�")


def test_a_list_of_contacts_goes_from_a_coordinator_to_a_desk(
    desk: Desk, other: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other.run("contact", "add", card(desk, tmp_path / "desk.card"), "--name", "desk")
    other.run("contact", "verify", "desk", "--words", words(desk))
    Session.create(tmp_path / "third.hrdv", PASSPHRASE, FLOOR)[0].close()
    third = Desk(tmp_path / "third.hrdv", desk.secret, capsys)
    other.run("contact", "add", card(third, tmp_path / "third.card"), "--name", "lark")
    share = ("contact", "share", str(tmp_path / "list.hrdb"), "--to", "desk")
    other.run(*share, "--contact", "lark", code=ContactNotVerified.exit_code)
    other.run("contact", "verify", "lark", "--words", words(third))
    assert "1 contact(s)" in other.run(*share, "--all")
    read = desk.json("bundle", "read", str(tmp_path / "list.hrdb"))
    assert read["contacts"] == 1
    review = str(read["review"])
    printed = desk.run("contact", "proposals", review)
    assert "1  lark" in printed
    assert "no coordinator" in printed
    take = ("contact", "proposals", review, "--take-all")
    desk.run(*take, code=NotACoordinator.exit_code)
    desk.run("contact", "coordinator", "wren")
    desk.run("contact", "proposals", review, "--take", "2", code=ContactLineMissing.exit_code)
    found = desk.json("contact", "proposals", review, "--take", "1")
    assert (found["taken"], found["proposals"][0]["news"]) == (1, "nothing")
    assert "> introduced  lark" in desk.run("contact", "list")
    assert ", by wren" in desk.run("contact", "list")
    assert "here" in desk.run(*take)
    other.run("contact", "revoke", "lark", "--since", "2026-01-31")
    other.run("contact", "share", str(tmp_path / "next.hrdb"), "--to", "desk", "--contact", "lark")
    review = "2"
    assert "1 contact(s): `contact proposals 2`" in desk.run("bundle", "read", str(tmp_path / "next.hrdb"))
    assert "since 2026-01-31: revoked" in desk.run("contact", "proposals", review)
    assert "Took 1" in desk.run("contact", "proposals", review, "--take-all")
    assert "x revoked  lark  since 2026-01-31" in desk.run("contact", "list")
    write = ("bundle", "write", "--to", "desk", "--all")
    for name, more in (("all", []), ("one", ["lark"])):
        other.run(*write, str(tmp_path / f"{name}.hrdb"), "--contacts", *more)
        review = str(desk.json("bundle", "read", str(tmp_path / f"{name}.hrdb"))["review"])
        assert len(desk.json("contact", "proposals", review)["proposals"]) == 1
    other.run(*write, str(tmp_path / "plain.hrdb"))
    review = str(desk.json("bundle", "read", str(tmp_path / "plain.hrdb"))["review"])
    assert "No contacts" in desk.run("contact", "proposals", review)
