"""The identity of this desk in its vault: made when first needed, and renewed when due."""

import datetime

from hrddesk.bundle.trust import identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.identity import Epoch, Identity, Previous
from hrddesk.crypto.age import AgeIdentity
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import InvalidValue, RotatedBefore
from hrddesk.errors.translatable import Translatable
from hrddesk.store.exchange import identities
from hrddesk.store.exchange.identities import EpochRow, IdentityRow, PreviousRow
from hrddesk.store.records.store import Store
from hrddesk.store.vault import backup_list


def today() -> datetime.date:
    """Return the present day in UTC, which does not reveal the time zone of the desk."""
    return datetime.datetime.now(tz=datetime.UTC).date()


def known_identity(store: Store) -> Identity | None:
    """Return the stored identity, without renewing it, or None if none was made yet."""
    row = identities.load(store.db)
    return None if row is None else _from_row(row)


def own_identity(store: Store, day: datetime.date) -> Identity:
    """Return the identity that is due on a day; make or renew it in a transaction of its own."""
    present_identity = known_identity(store)
    restored = bool(store.setting(backup_list.RENEW_IDENTITY))
    days = epoch_days(store)
    if present_identity is None:
        due_identity = identity.generate(day.toordinal(), days)
    elif restored:
        due_identity = identity.after_restore(present_identity, day.toordinal(), days)
    else:
        due_identity = identity.renewed(present_identity, day.toordinal(), days)
    if due_identity != present_identity:
        with store.change("identity.make" if present_identity is None else "identity.renew") as change:
            identities.save(store.db, _to_row(due_identity))
            if restored:
                change.set_setting(backup_list.RENEW_IDENTITY, "")
    return due_identity


def renew(store: Store, day: datetime.date) -> None:
    """Erase expired keys and make the keys that are due, if this desk has an identity."""
    if known_identity(store) is not None:
        own_identity(store, day)


def own_card(store: Store, day: datetime.date) -> Card:
    """Return the contact card that others should have on that day."""
    return Card.make(own_identity(store, day))


def rotate(store: Store, day: datetime.date) -> Identity:
    """Replace the signing keys; the old keys prove the new ones for 180 days and are then erased.

    Raise RotatedBefore during those 180 days: a contact who missed the first proof could not accept a second
    one.
    """
    present_identity = own_identity(store, day)
    if present_identity.previous is not None:
        last = present_identity.previous.since + identity.KEPT_DAYS
        raise RotatedBefore(day=datetime.date.fromordinal(last).isoformat())
    new_identity = identity.rotated(present_identity, day.toordinal(), epoch_days(store))
    with store.change("identity.rotate"):
        identities.save(store.db, _to_row(new_identity))
    return new_identity


def replace_lost(store: Store, day: datetime.date) -> Identity:
    """Start a new identity without any proof by the old one, whose keys are erased."""
    new_identity = identity.generate(day.toordinal(), epoch_days(store))
    with store.change("identity.lost") as change:
        identities.save(store.db, _to_row(new_identity))
        change.set_setting(backup_list.RENEW_IDENTITY, "")
    return new_identity


def epoch_days(store: Store) -> int:
    """Return the time of use, in days, of an encryption key that is made now."""
    return int(store.setting(identities.EPOCH_DAYS) or identity.EPOCH_DAYS)


def set_epoch_days(store: Store, days: int) -> None:
    """Set the time of use, in days, of future encryption keys; raise InvalidValue.

    The present key stays valid as long as its card promises.
    """
    shortest, longest = identity.SHORTEST_EPOCH, identity.LONGEST_EPOCH
    if not shortest <= days <= longest:
        raise InvalidValue(field="days", why=Translatable("{0} to {1} days", shortest, longest))
    with store.change("identity.epoch") as change:
        change.set_setting(identities.EPOCH_DAYS, str(days))


def _from_row(row: IdentityRow) -> Identity:
    epochs = tuple(Epoch(AgeIdentity.from_seed(epoch.seed), epoch.since, epoch.days) for epoch in row.epochs)
    before = row.previous
    previous = None
    if before is not None:
        previous = Previous(SigningKeys.from_seeds(before.ed25519, before.mldsa65), before.since)
    return Identity(SigningKeys.from_seeds(row.ed25519, row.mldsa65), epochs, row.serial, previous)


def _to_row(owner: Identity) -> IdentityRow:
    epochs = tuple(EpochRow(epoch.since, epoch.key.seed, epoch.days) for epoch in owner.epochs)
    before = owner.previous
    previous = None
    if before is not None:
        previous = PreviousRow(before.signing.ed25519_seed, before.signing.mldsa_seed, before.since)
    return IdentityRow(
        ed25519=owner.signing.ed25519_seed,
        mldsa65=owner.signing.mldsa_seed,
        serial=owner.serial,
        epochs=epochs,
        previous=previous,
    )
