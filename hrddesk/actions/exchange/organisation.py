"""The signing key of an organisation: create, show, hand to another desk, replace.

It also writes the file with which readers check signatures.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.actions.exchange.identity import IdentityShown, shown
from hrddesk.bundle.sending.target_file import TargetFile, place
from hrddesk.bundle.trust import contacts, organisation_key, own_identity
from hrddesk.bundle.trust.organisation_key import OrganisationKey
from hrddesk.crypto.signatures import SigningKeys, ssh_fingerprint, ssh_public_line
from hrddesk.errors import InvalidValue, OrganisationKeyUnreadable
from hrddesk.errors.translatable import Translatable
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files

NAMESPACE: Final = "hrddesk-publication-v1"
"""The namespace of signatures: the argument `-n` of `ssh-keygen -Y verify`."""
SUFFIX: Final = ".orgkey"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationShown:
    """The key that signs publications, without its secret part. `name` is empty for the desk's own key."""

    name: str
    shown: IdentityShown
    ssh_fingerprint: str
    """The fingerprint in the form of `ssh-keygen -l`."""
    since: datetime.date | None
    former: int
    """The number of earlier keys that are still valid."""


def state(session: Session) -> OrganisationShown:
    """Return the key that signs publications: the organisation's, or the desk's own if there is none."""
    key = organisation_key.known(session.store)
    if key is not None:
        return _shown(key)
    owner = own_identity.own_identity(session.store, own_identity.today())
    return OrganisationShown(
        name="",
        shown=shown(owner.fingerprint),
        ssh_fingerprint=ssh_fingerprint(owner.signing.public),
        since=None,
        former=0,
    )


def signing(store: Store) -> SigningKeys:
    """Return the keys that sign publications now: the organisation's, or the desk's own if there are none."""
    key = organisation_key.known(store)
    return own_identity.own_identity(store, own_identity.today()).signing if key is None else key.signing


def make(session: Session, name: str) -> OrganisationShown:
    """Create a key for an organisation; raise InvalidValue, also if this desk already has one."""
    return _shown(organisation_key.make(session.store, name, own_identity.today()))


def replace(session: Session, *, is_lost: bool) -> OrganisationShown:
    """Create a new key for the organisation under the same name; the old one stays valid unless it `is_lost`.

    Raise InvalidValue if there is no key.
    """
    return _shown(organisation_key.replace_key(session.store, own_identity.today(), is_lost=is_lost))


def remove(session: Session) -> None:
    """Erase the organisation's key from this desk; raise InvalidValue if there is none."""
    organisation_key.remove(session.store)


def hand_on(session: Session, path: Path, to: Sequence[str]) -> Path:
    """Write the organisation's key to a new file that only these verified contacts can open; return its path.

    Raise ContactNotFound, ContactNotVerified, ContactRevoked, ContactKeyChanged, CardExpired, TargetExists,
    DiskFull or WriteFailed. Raise InvalidValue if there is no key.
    """
    target = place(path, SUFFIX)
    recipients = [contacts.named(session.store, name) for name in to]
    _write(target, organisation_key.sealed(session.store, recipients, own_identity.today()))
    return target


def take(session: Session, path: Path, *, replaces: bool = False) -> tuple[OrganisationShown, str]:
    """Read and store an organisation's key that another desk handed on.

    Return the key with the name of the contact who signed the file. Raise FileUnreadable,
    OrganisationKeyUnreadable, OrganisationKeyNotForMe or OrganisationKeyUnproven. If the contact is not
    verified, raise the errors of `contacts.require_verified`. Raise InvalidValue if this desk has another key
    and `replaces` is false.
    """
    data = files.read_most(path, organisation_key.MOST_BYTES + 1)
    if len(data) > organisation_key.MOST_BYTES:
        raise OrganisationKeyUnreadable
    key, sender = organisation_key.opened(session.store, data, own_identity.today())
    here = organisation_key.known(session.store)
    if here is not None and here.signing != key.signing and not replaces:
        raise InvalidValue(
            field="organisation", why=Translatable("this desk has another key; say that it is replaced")
        )
    organisation_key.take(session.store, key)
    return _shown(key), sender.name


def write_signers(session: Session, path: Path) -> int:
    """Write the file with which readers check signatures (`allowed_signers`); return its number of keys.

    It has the organisation's key and the earlier ones that are still valid, or the desk's key if there is no
    organisation. Raise TargetExists, DiskFull, WriteFailed.
    """
    key = organisation_key.known(session.store)
    if key is None:
        lines, comment = [ssh_public_line(signing(session.store).public, "")], ""
    else:
        lines, comment = [key.public_line, *key.former], key.name
    text = organisation_key.allowed_signers(lines, NAMESPACE, comment)
    _write(path, text.encode("utf-8"))
    return len(lines)


def _shown(key: OrganisationKey) -> OrganisationShown:
    return OrganisationShown(
        name=key.name,
        shown=shown(key.fingerprint),
        ssh_fingerprint=key.ssh_fingerprint,
        since=key.since,
        former=len(key.former),
    )


def _write(target: Path, content: bytes) -> None:
    with TargetFile(target) as file:
        file.write(lambda sink: sink.write(content))
        file.put_in_place()
        file.keep()
