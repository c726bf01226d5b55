"""The key with which several desks of one organisation sign their publications.

Between desks the key is sent as an age file, encrypted to verified contacts and signed by the sending desk.
The file is a canonical JSON object with `body` and `ssh`: the armoured SSHSIG over `body` in its canonical
form, namespace `hrddesk-organisation-key-v1`.
"""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, ClassVar, Final, Self

from hrddesk.bundle.format import canonical
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.contact import Contact
from hrddesk.crypto.age import AgeFailure, AgeIdentity, AgeReader, NoMatch, Writer
from hrddesk.crypto.signatures import (
    SigningKeys,
    ssh_fingerprint,
    ssh_public_line,
    sshsig_sign,
    sshsig_verify,
)
from hrddesk.errors import (
    BundleMalformed,
    InvalidValue,
    OrganisationKeyNotForMe,
    OrganisationKeyUnproven,
    OrganisationKeyUnreadable,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model import codec, requirements
from hrddesk.records.model.record import canonical_json
from hrddesk.store.exchange import identities
from hrddesk.store.exchange.identities import OrganisationRow
from hrddesk.store.records.store import Store

MOST_BYTES: Final = 64 * 1024
LONGEST_NAME: Final = 100
PRINCIPAL: Final = "publisher"
"""The identity that readers give to `ssh-keygen -Y verify -I`, the same for every publisher."""

_TITLE: Final = "hrddesk-organisation-key-v1"
_MOST_FORMER: Final = 100
_PRINTED: Final = requirements.Requirement(Translatable("not printable"), str.isprintable)


@dataclass(frozen=True, slots=True)
class _Body:
    """The secret key as it is sent; the seeds are in hexadecimal."""

    CONSTANTS: ClassVar = {"v": 1}

    name: Annotated[
        str, requirements.Requirement(Translatable("not a name"), lambda name: _clean(name) == name)
    ]
    ed25519: requirements.Hex32 = field(repr=False)
    mldsa65: requirements.Hex32 = field(repr=False)
    since: datetime.date
    former: Annotated[
        tuple[
            Annotated[
                str, requirements.matching("ssh-ed25519 .*", Translatable("not a public key")), _PRINTED
            ],
            ...,
        ],
        requirements.up_to(_MOST_FORMER),
    ] = ()


@dataclass(frozen=True, slots=True)
class OrganisationKey:
    """The secret key of an organisation.

    `former` are the public keys, in the form of OpenSSH, that were replaced and are still valid.
    """

    name: str
    signing: SigningKeys = field(repr=False)
    since: datetime.date
    former: tuple[str, ...] = ()

    @property
    def body(self) -> dict[str, Any]:
        """The key as a JSON object, which contains the secret seeds."""
        seeds = (self.signing.ed25519_seed.hex(), self.signing.mldsa_seed.hex())
        body: dict[str, Any] = codec.write(_Body(self.name, *seeds, self.since, self.former))
        return body

    @classmethod
    def from_body(cls, value: object) -> Self:
        """Return the key in a JSON object such as `body`; raise ValueError if the object has another form."""
        body = codec.read(_Body, value, "organisation")
        seeds = (bytes.fromhex(body.ed25519), bytes.fromhex(body.mldsa65))
        return cls(body.name, SigningKeys.from_seeds(*seeds), body.since, body.former)

    @property
    def public_line(self) -> str:
        """The public key in the form of OpenSSH, without a comment."""
        return ssh_public_line(self.signing.public, "")

    @property
    def fingerprint(self) -> bytes:
        """The 32 bytes that two people compare as words, like the fingerprint of a desk."""
        return identity.fingerprint(self.signing.public)

    @property
    def ssh_fingerprint(self) -> str:
        """The fingerprint of the key as `ssh-keygen -l` shows it."""
        return ssh_fingerprint(self.signing.public)


def known(store: Store) -> OrganisationKey | None:
    """Return the key of the organisation, or None if this desk has none."""
    row = identities.load_organisation(store.db)
    if row is None:
        return None
    keys = SigningKeys.from_seeds(row.ed25519, row.mldsa65)
    return OrganisationKey(row.name, keys, datetime.date.fromisoformat(row.since), row.former)


def make(store: Store, name: str, day: datetime.date) -> OrganisationKey:
    """Generate a key for an organisation; raise InvalidValue if there is a key already or the name is
    invalid.
    """
    if known(store) is not None:
        raise InvalidValue(
            field="organisation", why=Translatable("this desk has a key already; replace or remove it")
        )
    return _keep(store, OrganisationKey(_named(name), SigningKeys.generate(), day), "organisation.make")


def replace_key(store: Store, day: datetime.date, *, is_lost: bool) -> OrganisationKey:
    """Generate a new key for the same name; signatures by the old key stay valid unless it `is_lost`.

    If the old key is lost, the keys that it replaced become invalid, too, since a vault contains all of them.
    Raise InvalidValue if there is no key.
    """
    before = _required(store)
    former = () if is_lost else (before.public_line, *before.former)[:_MOST_FORMER]
    new_key = replace(before, signing=SigningKeys.generate(), since=day, former=former)
    return _keep(store, new_key, "organisation.replace")


def remove(store: Store) -> None:
    """Erase the key from this desk; raise InvalidValue if there is no key.

    From then on the desk signs with its own key.
    """
    _required(store)
    with store.change("organisation.remove"):
        identities.save_organisation(store.db, None)


def sealed(store: Store, to: Sequence[Contact], day: datetime.date) -> bytes:
    """Return the file that transfers the key to these contacts, who must be verified.

    Raise InvalidValue if there is no key, and the errors of `contacts.require_writable`.
    """
    key = _required(store)
    for contact in to:
        contacts.require_writable(contact, day)
    owner = own_identity.own_identity(store, day)
    body = key.body
    signature = sshsig_sign(owner.signing, _TITLE, canonical_json(body))
    sink = io.BytesIO()
    with Writer(sink, [contact.card.age for contact in to]) as writer:
        writer.write(canonical_json({"body": body, "ssh": signature}))
    return sink.getvalue()


def opened(store: Store, data: bytes, day: datetime.date) -> tuple[OrganisationKey, Contact]:
    """Return the key in a transfer file, and the verified contact who signed it, without storing them.

    Raise OrganisationKeyUnreadable, OrganisationKeyNotForMe, OrganisationKeyUnproven, and the errors of
    `contacts.require_verified`.
    """
    owner = own_identity.own_identity(store, day)
    plain = _plain(data, [epoch.key for epoch in owner.epochs])
    try:
        key_document = canonical.exactly(canonical.decode(plain, "the key"), {"body", "ssh"})
        key, signature = OrganisationKey.from_body(key_document["body"]), canonical.text(key_document["ssh"])
    except (BundleMalformed, ValueError):
        raise OrganisationKeyUnreadable from None
    signed = canonical_json(key_document["body"])
    for contact in contacts.everybody(store):
        if sshsig_verify(contact.card.keys, _TITLE, signed, signature):
            contacts.require_verified(contact)
            return key, contact
    raise OrganisationKeyUnproven


def take(store: Store, key: OrganisationKey) -> None:
    """Store a received key in place of any earlier one."""
    _keep(store, key, "organisation.take")


def allowed_signers(lines: Sequence[str], namespace: str, comment: str = "") -> str:
    """Return the allowed-signers file for `ssh-keygen`, with one line for each public key.

    The public keys are in `lines`, the newest first.
    """
    signer_lines = (f'{PRINCIPAL} namespaces="{namespace}" {line} {comment}'.rstrip() for line in lines)
    return "".join(line + "\n" for line in signer_lines)


def _plain(data: bytes, keys: Sequence[AgeIdentity]) -> bytes:
    try:
        plain = AgeReader(io.BytesIO(data), keys).read(MOST_BYTES + 1)
    except NoMatch:
        raise OrganisationKeyNotForMe from None
    except AgeFailure:
        raise OrganisationKeyUnreadable from None
    return plain


def _keep(store: Store, key: OrganisationKey, act: str) -> OrganisationKey:
    seeds = key.signing
    row = OrganisationRow(
        name=key.name,
        ed25519=seeds.ed25519_seed,
        mldsa65=seeds.mldsa_seed,
        since=key.since.isoformat(),
        former=tuple(key.former),
    )
    with store.change(act):
        identities.save_organisation(store.db, row)
    return key


def _required(store: Store) -> OrganisationKey:
    key = known(store)
    if key is None:
        raise InvalidValue(field="organisation", why=Translatable("this desk has no key of an organisation"))
    return key


def _named(name: str) -> str:
    cleaned = _clean(name)
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable():
        raise InvalidValue(
            field="name",
            why=Translatable("give the organisation a name of 1 to {0} characters", LONGEST_NAME),
        )
    return cleaned


def _clean(name: str) -> str:
    return " ".join(name.split())
