"""The contact card: public keys with a proof that they belong together, and no data about a person.

Four lines of ASCII, each ended by a line feed; six after a change of identity:

1. `hrddesk-card-v1`
2. canonical JSON: v, ed25519 (as OpenSSH writes it), mldsa65 (base64 of the DER public key), age, serial,
   issued, expires (days), previous (null, or the ed25519 and mldsa65 of the identity that this one replaces)
3. base64 of the SSHSIG over line 2 without its line feed, namespace `hrddesk-card-v1`
4. base64 of the ML-DSA-65 signature over the same, context `hrddesk-card-v1`
5. and 6. the same two signatures by the previous keys, only if `previous` is not null

`resources/help/` shows how to check a card with ssh-keygen and openssl.
"""

import base64
import datetime
import re
from dataclasses import dataclass
from typing import Any, Final, Self

from hrddesk.bundle.format import canonical
from hrddesk.bundle.trust import identity
from hrddesk.crypto import signatures
from hrddesk.crypto.age import AgeRecipient
from hrddesk.crypto.signatures import SigningKeys, VerifyKeys
from hrddesk.errors import BundleMalformed, CardExpired, CardInvalid, CardTooNew
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import canonical_json

MAX_BYTES: Final = 32 * 1024

_TITLE: Final = "hrddesk-card-v1"
_VERSION: Final = 1
_LATER: Final = re.compile(rb"hrddesk-card-v([2-9]|[1-9][0-9]{1,3})")
_DER: Final = bytes.fromhex("308207b2300b0609608648016503040312038207a100")  # RFC 9881, ML-DSA-65
_SSH: Final = bytes.fromhex("0000000b7373682d6564323535313900000020")
_KEYS: Final = {"v", "ed25519", "mldsa65", "age", "serial", "issued", "expires", "previous"}
_MAX_SERIAL: Final = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card whose signatures are valid. `raw` is the file, byte for byte."""

    keys: VerifyKeys
    age: AgeRecipient
    serial: int
    issued: datetime.date
    expires: datetime.date
    previous: VerifyKeys | None
    raw: bytes

    @property
    def fingerprint(self) -> bytes:
        """The fingerprint of the card's identity."""
        return identity.fingerprint(self.keys)

    @classmethod
    def make(cls, owner: identity.Identity, previous: SigningKeys | None = None) -> Self:
        """Write and sign the card of an identity.

        The card is valid from the day on which the current encryption key was made, as long as that key is
        kept. The owner's previous signing keys sign the card too; if `previous` is given, those keys sign it
        instead.
        """
        if previous is None and owner.previous is not None:
            previous = owner.previous.signing
        issued = datetime.date.fromordinal(owner.current.since)
        keys = owner.signing.public
        body = canonical_json(
            {
                "v": _VERSION,
                **_public(keys),
                "age": owner.current.key.recipient.to_string(),
                "serial": owner.serial,
                "issued": issued.isoformat(),
                "expires": datetime.date.fromordinal(owner.current.good_until).isoformat(),
                "previous": None if previous is None else _public(previous.public),
            }
        )
        signers = [owner.signing] if previous is None else [owner.signing, previous]
        lines = [_TITLE.encode("ascii"), body]
        for signer in signers:
            lines.append(base64.b64encode(signatures.sshsig_sign(signer, _TITLE, body).encode("ascii")))
            lines.append(base64.b64encode(signatures.mldsa_sign(signer, _TITLE.encode("ascii"), body)))
        return cls.parse(b"".join(line + b"\n" for line in lines))

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Read a card and check its signatures; raise CardInvalid, CardTooNew. An expired card is
        accepted.
        """
        if len(raw) > MAX_BYTES or not raw.endswith(b"\n") or not raw.isascii():
            raise CardInvalid(why=Translatable("this is not a contact card"))
        title, *rest = raw[:-1].split(b"\n")
        later = _LATER.fullmatch(title)
        if later is not None:
            raise CardTooNew(version=later[1].decode("ascii"))
        if title != _TITLE.encode("ascii"):
            raise CardInvalid(why=Translatable("this is not a contact card of version 1"))
        if len(rest) not in (3, 5):
            raise CardInvalid(why=Translatable("lines are missing or too many"))
        body, *proofs = rest
        try:
            card = cls._from_body(canonical.decode(body, Translatable("the card")), raw)
        except (BundleMalformed, ValueError):
            raise CardInvalid(why=Translatable("its content breaks the rules of the format")) from None
        signers = [card.keys] if card.previous is None else [card.keys, card.previous]
        if len(proofs) != 2 * len(signers):
            raise CardInvalid(why=Translatable("the proof by the previous keys is missing or too many"))
        for number, signer in enumerate(signers):
            _check(signer, body, proofs[2 * number], proofs[2 * number + 1])
        return card

    def require_valid(self, today: datetime.date) -> None:
        """Raise CardExpired if the card's last day is before `today`."""
        if today > self.expires:
            raise CardExpired(day=self.expires.isoformat())

    @classmethod
    def _from_body(cls, body: Any, raw: bytes) -> Self:
        body = canonical.exactly(body, _KEYS)
        canonical.integer(body["v"], _VERSION, _VERSION)
        previous = body["previous"]
        if previous is not None:
            previous = canonical.exactly(previous, {"ed25519", "mldsa65"})
        issued, expires = canonical.day(body["issued"]), canonical.day(body["expires"])
        if expires < issued:
            raise ValueError("days")
        return cls(
            keys=_keys(body),
            age=AgeRecipient.from_string(canonical.text(body["age"])),
            serial=canonical.integer(body["serial"], 1, _MAX_SERIAL),
            issued=issued,
            expires=expires,
            previous=None if previous is None else _keys(previous),
            raw=raw,
        )


def _check(signer: VerifyKeys, body: bytes, ssh: bytes, mldsa: bytes) -> None:
    try:
        armoured, raw = _decoded(ssh).decode("ascii"), _decoded(mldsa)
    except ValueError:
        raise CardInvalid(why=Translatable("a signature is not base64")) from None
    if not signatures.sshsig_verify(signer, _TITLE, body, armoured):
        raise CardInvalid(why=Translatable("the Ed25519 signature does not hold"))
    if not signatures.mldsa_verify(signer, _TITLE.encode("ascii"), body, raw):
        raise CardInvalid(why=Translatable("the ML-DSA-65 signature does not hold"))


def _public(keys: VerifyKeys) -> dict[str, str]:
    return {
        "ed25519": signatures.ssh_public_line(keys, ""),
        "mldsa65": base64.b64encode(_DER + keys.mldsa65).decode("ascii"),
    }


def _keys(body: dict[str, Any]) -> VerifyKeys:
    kind, _, ssh = canonical.text(body["ed25519"]).partition(" ")
    ed25519 = _decoded(ssh.encode("ascii"))
    mldsa65 = _decoded(canonical.text(body["mldsa65"]).encode("ascii"))
    if kind != "ssh-ed25519" or not ed25519.startswith(_SSH) or not mldsa65.startswith(_DER):
        raise ValueError("keys")
    return VerifyKeys(ed25519[len(_SSH) :], mldsa65[len(_DER) :])


def _decoded(encoded: bytes) -> bytes:
    """Decode base64; raise ValueError for any encoding but the canonical one."""
    raw = base64.b64decode(encoded, validate=True)
    if base64.b64encode(raw) != encoded:
        raise ValueError("base64")
    return raw
