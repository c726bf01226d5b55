"""Contact cards: that they prove themselves, to us, to ssh-keygen and to openssl, and only in one form."""

import base64
import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from hrddesk.bundle.trust import identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.identity import Epoch, Identity
from hrddesk.crypto import signatures
from hrddesk.crypto.age import AgeIdentity
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import CardExpired, CardInvalid
from tests.unit.bundle.forge import plain_json

DAY = date(2026, 3, 1)
OWNER = Identity(
    SigningKeys.from_seeds(bytes(32), bytes([1]) * 32),
    (Epoch(AgeIdentity.from_seed(bytes([2]) * 32), DAY.toordinal()),),
    7,
)
OLD = SigningKeys.from_seeds(bytes([3]) * 32, bytes([4]) * 32)
TITLE = "hrddesk-card-v1"


def signed(body: bytes, *signers: SigningKeys) -> bytes:
    lines = [TITLE.encode("ascii"), body]
    for signer in signers or (OWNER.signing,):
        lines.append(base64.b64encode(signatures.sshsig_sign(signer, TITLE, body).encode("ascii")))
        lines.append(base64.b64encode(signatures.mldsa_sign(signer, TITLE.encode("ascii"), body)))
    return b"".join(line + b"\n" for line in lines)


def test_a_card_says_what_it_is_made_of_and_nothing_else() -> None:
    card = Card.make(OWNER)
    assert card == Card.parse(card.raw)
    assert card.fingerprint == OWNER.fingerprint
    assert card.age == OWNER.current.key.recipient
    assert (card.serial, card.issued, card.expires) == (7, DAY, DAY + timedelta(days=270))
    assert card.previous is None
    assert set(json.loads(card.raw.split(b"\n")[1])) == {
        *("v", "ed25519", "mldsa65", "age", "serial", "issued", "expires", "previous")
    }


def test_a_card_ends_with_its_last_day() -> None:
    card = Card.make(OWNER)
    card.require_valid(card.expires)
    with pytest.raises(CardExpired, match=card.expires.isoformat()):
        card.require_valid(card.expires + timedelta(days=1))


def test_a_rotation_is_signed_by_the_old_keys_too() -> None:
    card = Card.make(OWNER, OLD)
    assert card.previous == OLD.public
    lines = card.raw.split(b"\n")
    for wrong in (
        b"\n".join([*lines[:4], b""]),
        b"\n".join([*lines[:4], *lines[2:4], b""]),
        b"\n".join([*lines[:2], *lines[4:6], *lines[2:4], b""]),
        b"\n".join([*lines[:5], lines[3], b""]),
    ):
        with pytest.raises(CardInvalid):
            Card.parse(wrong)
    with pytest.raises(CardInvalid, match="previous"):
        Card.parse(signed(Card.make(OWNER).raw.split(b"\n")[1], OWNER.signing, OLD))


@pytest.mark.no_cover
def test_every_changed_byte_is_refused() -> None:
    good = Card.make(OWNER).raw
    lengths = [len(line) + 1 for line in good.split(b"\n")]
    body_end = lengths[0] + lengths[1]
    # All of the title, the names and the short values; a part of what is only base64.
    places = {*range(120), *range(120, body_end - 90, 37), *range(body_end - 90, body_end + 60)}
    places |= {*range(body_end + 60, len(good) - 20, 37), *range(len(good) - 20, len(good))}
    for place in sorted(places):
        bad = bytearray(good)
        bad[place] ^= 1 << place % 7
        with pytest.raises(CardInvalid):
            Card.parse(bytes(bad))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"hrddesk-card-v1\n",
        b"hrddesk-card-v2\n{}\nAA==\nAA==\n",
        Card.make(OWNER).raw[:-1],
        Card.make(OWNER).raw + b"\n",
        Card.make(OWNER).raw.replace(b"\n", b"\r\n"),
        b" " + Card.make(OWNER).raw,
        "hrddesk-card-v1 维\n".encode(),
        Card.make(OWNER).raw + bytes(32 * 1024) + b"\n",
    ],
)
def test_other_files_are_no_cards(raw: bytes) -> None:
    with pytest.raises(CardInvalid):
        Card.parse(raw)


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"v": True},
        {"more": 1},
        {"serial": 0},
        {"serial": 2**31},
        {"serial": "7"},
        {"issued": "2026-13-01"},
        {"issued": "2027-01-01", "expires": "2026-12-31"},
        {"expires": None},
        {"age": 7},
        {"age": "age1pq1qqqq"},
        {"age": "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"},
        {"ed25519": None},
        {"ed25519": "ssh-rsa AAAA"},
        {"ed25519": "ssh-ed25519 AAAA"},
        {"ed25519": signatures.ssh_public_line(OWNER.signing.public, "") + " comment"},
        {"mldsa65": "AAAA"},
        {"mldsa65": base64.b64encode(bytes.fromhex("308207b2300b0609608648016503040312038207a100")).decode()},
        {"previous": {}},
        {"previous": {"ed25519": "x", "mldsa65": "y"}},
        {"previous": "nobody"},
    ],
    ids=str,
)
def test_a_body_that_breaks_the_rules_is_refused_though_it_is_signed(change: dict[str, object]) -> None:
    body = json.loads(Card.make(OWNER).raw.split(b"\n")[1])
    with pytest.raises(CardInvalid):
        Card.parse(signed(plain_json(body | change)))
    assert Card.parse(signed(plain_json(body))).serial == 7


def test_keys_of_small_order_and_bodies_in_other_forms_are_refused() -> None:
    body = json.loads(Card.make(OWNER).raw.split(b"\n")[1])
    weak = base64.b64encode(bytes.fromhex("0000000b7373682d6564323535313900000020") + bytes(32)).decode()
    with pytest.raises(CardInvalid):
        Card.parse(signed(plain_json(body | {"ed25519": f"ssh-ed25519 {weak}"})))
    with pytest.raises(CardInvalid):
        Card.parse(signed(json.dumps(body).encode("ascii")))
    with pytest.raises(CardInvalid):
        Card.parse(signed(b"[]"))


def test_signatures_in_other_spellings_or_by_others_are_refused() -> None:
    good = Card.make(OWNER).raw
    title, body, ssh, mldsa, _ = good.split(b"\n")
    other = signed(body, OLD).split(b"\n")
    for wrong in (
        [title, body, other[2], mldsa],
        [title, body, ssh, other[3]],
        [title, body, mldsa, ssh],
        [title, body, ssh + b"\t", mldsa],
        [title, body, ssh, mldsa[:-1] + b"*"],
        [title, body, base64.b64encode(b"\xff"), mldsa],
        [title, body, ssh, b"QR=="],
        [title, body, base64.b64encode(base64.b64decode(ssh) + b"\n"), mldsa],
    ):
        with pytest.raises(CardInvalid):
            Card.parse(b"".join(line + b"\n" for line in wrong))


def test_ssh_keygen_and_openssl_accept_a_card(tmp_path: Path) -> None:
    """As `resources/help` tells it."""
    (tmp_path / "sender.card").write_bytes(Card.make(OWNER).raw)
    script = """
        sed -n 2p sender.card | tr -d '\\n' > body
        sed -n 3p sender.card | base64 -d > body.sig
        sed -n 4p sender.card | base64 -d > body.mldsa65
        sed 's/.*"ed25519":"\\([^"]*\\)".*/sender \\1/' body > allowed
        sed 's/.*"mldsa65":"\\([^"]*\\)".*/\\1/' body | base64 -d > sender.der
        ssh-keygen -Y verify -f allowed -I sender -n hrddesk-card-v1 -s body.sig < body
        openssl pkeyutl -verify -pubin -keyform DER -inkey sender.der -rawin -in body \\
            -sigfile body.mldsa65 -pkeyopt context-string:hrddesk-card-v1
    """
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Good" in done.stdout
    assert "Signature Verified Successfully" in done.stdout


def test_an_identity_of_two_keys_has_one_fingerprint() -> None:
    assert Card.make(OWNER).fingerprint == identity.fingerprint(OWNER.signing.public)
