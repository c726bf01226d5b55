"""This desk's identity in its vault: made at the first need, renewed in time."""

import datetime

from hrddesk.bundle import identity
from hrddesk.bundle.card import Card
from hrddesk.bundle.identity import Epoch, Identity
from hrddesk.crypto.age import AgeIdentity
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.store import copies, identities
from hrddesk.store.identities import IdentityRow
from hrddesk.store.store import Store


def today() -> datetime.date:
    """Return the day, in UTC, so that it tells nothing of where a desk is."""
    return datetime.datetime.now(tz=datetime.UTC).date()


def known_identity(store: Store) -> Identity | None:
    """Return the identity as it stands, or None before the first need."""
    row = identities.load(store.db)
    return None if row is None else _from_row(row)


def own_identity(store: Store, day: datetime.date) -> Identity:
    """Return the identity as it should be on that day; make or renew it in a transaction of its own."""
    known = known_identity(store)
    restored = bool(store.setting(copies.RENEW_IDENTITY))
    if known is None:
        wanted = identity.generate(day.toordinal())
    elif restored:
        wanted = identity.after_restore(known, day.toordinal())
    else:
        wanted = identity.renewed(known, day.toordinal())
    if wanted != known:
        with store.change("identity.make" if known is None else "identity.renew") as change:
            identities.save(store.db, _to_row(wanted))
            if restored:
                change.set_setting(copies.RENEW_IDENTITY, "")
    return wanted


def own_card(store: Store, day: datetime.date) -> Card:
    """Return the contact card that others should have on that day."""
    return Card.make(own_identity(store, day))


def _from_row(row: IdentityRow) -> Identity:
    epochs = tuple(Epoch(AgeIdentity.from_seed(seed), since) for since, seed in row.epochs)
    return Identity(SigningKeys.from_seeds(row.ed25519, row.mldsa65), epochs, row.serial)


def _to_row(made: Identity) -> IdentityRow:
    epochs = tuple((epoch.since, epoch.key.seed) for epoch in made.epochs)
    return IdentityRow(made.signing.ed25519_seed, made.signing.mldsa_seed, made.serial, epochs)
