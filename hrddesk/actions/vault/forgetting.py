"""Hand off and forget: cases are sent and then erased, so that a person forced to unlock cannot reveal them.

First the coordinator must have the cases: by a bundle that was written and read back from its medium, or by
the coordinator's receipts. Then everything about the cases is erased in one transaction. Then files, free
pages and drafts are cleaned, and the data key is rotated. If the process is killed before the transaction,
the cases remain, and perhaps the bundle; after the transaction, the next opening completes the cleaning.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.actions.analysis import countries
from hrddesk.actions.vault import backups, keys
from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.receiving import readback
from hrddesk.bundle.sending import handoff, write
from hrddesk.bundle.sending.handoff import Leaving
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.sending.write import WrittenBundle
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.crypto import keyslots
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    CardTooShort,
    DiskFailing,
    DiskFull,
    ForgettingUnfinished,
    HrdDeskError,
    NewKeyUnfinished,
    PassphraseNeeded,
    ReceiptMissing,
    RoomMissing,
    VaultInUse,
    WriteFailed,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.backup_list import BackupRow
from hrddesk.store.vault.session import Secret, Session
from hrddesk.system import files
from hrddesk.system.interruption import held
from hrddesk.system.jobs import Job, silent

CARD_DAYS: Final = 180
"""The number of days for which the coordinator's key must still be valid if no receipt confirms the
bundle.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The effects of a hand-off, shown before it is done."""

    goes: dict[Kind, int]
    """The number of records of each kind that would be erased."""
    reviews: int
    """The number of records from bundles, pending or accepted in a review, that would be erased, too."""
    staying: tuple[str, ...]
    """The people of these cases who stay because they are also in other cases."""
    telling: tuple[str, ...]
    """References of records that stay although they contain the name of an erased person."""
    backups: tuple[BackupRow, ...]
    """Backups that may still exist, latest first; each of them contains the cases."""
    unacknowledged: int | None = None
    """The number of records that the coordinator has not acknowledged; None without a coordinator."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The result of erasing cases: the number of erased records by kind, and what the user has to do."""

    forgotten: dict[Kind, int]
    backups: tuple[BackupRow, ...]
    """Backups that the user has to destroy, because each of them still contains the cases."""
    recovery_words: tuple[str, ...]
    """The new recovery words, shown only now; empty if the key could not be rotated for lack of disk space.

    Until `keys.note_words` stores that they were shown, the vault warns at each opening.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOff(Forgotten):
    """The result of erasing cases, with the bundle that was written before."""

    bundle: WrittenBundle
    same_disk: bool
    """Whether the bundle is on the same disk as the vault, so that a thief of the disk gets both."""


def look(store: Store, cases: Sequence[RecordId] | None, to: str | None = None) -> Outlook:
    """Return the effects of handing off some cases, or all records if `cases` is None.

    `to` is the coordinator whose receipts are compared. Raise RecordNotFound, ContactNotFound.
    """
    leaving = _leaving(store, cases)
    staying = (store.get(party) for party in leaving.staying)
    telling = (store.get(record) for record in forgetting.still_telling(store, leaving.scope))
    return Outlook(
        goes=leaving.counts,
        reviews=len(leaving.scope.items),
        staying=tuple(display_names.display_name(party) or party.text("ref") for party in staying),
        telling=tuple(dict.fromkeys(_ref(store, record) for record in telling)),
        backups=backups.listed(store),
        unacknowledged=None
        if to is None
        else len(_unacknowledged(store, contacts.named(store, to), leaving)),
    )


def hand_off(
    session: Session,
    path: Path,
    to: str,
    cases: Sequence[RecordId] | None,
    kept_secrets: Sequence[Secret],
    job: Job,
    *,
    emergency: bool,
    day: datetime.date | None = None,
) -> Outcome[HandedOff]:
    """Write a bundle for one verified contact, read it back, and erase the cases in it, or all if `cases` is
    None.

    If the contact's receipts do not cover all records to erase, the caller must say that this is an
    `emergency`. `kept_secrets` are the secrets that open the vault afterwards; one must be a passphrase. All
    readers must be closed. `job` reports progress in bytes. Raise ReceiptMissing, PassphraseNeeded,
    WrongSecret, CardTooShort or ContactNotFound. Raise WriteFailed for a path inside the vault, and the
    errors of writing and reading a bundle. After all these errors nothing is erased. Raise
    ForgettingUnfinished if only the cleaning failed; the next opening of the vault completes it.
    """
    store, day = session.store, day or own_identity.today()
    _require_opening(session, kept_secrets)
    contact = contacts.named(store, to)
    contacts.require_writable(contact, day)
    leaving = _leaving(store, cases)
    if emergency:
        require_lasting(contact, day)
    else:
        _require_acknowledged(store, contact, leaving)
    _require_outside(session, path)
    countries.say_of(session, cases)
    written = write.write(session, path, [contact], Parcel(records=leaving.bundle), job, day=day)
    readback.read_back(written, job)
    words, changes = _forget(session, leaving, kept_secrets)
    same_disk = _same_disk(session, written.path)
    return Outcome(
        HandedOff(
            forgotten=leaving.counts,
            backups=backups.known(session),
            recovery_words=words,
            bundle=written,
            same_disk=same_disk,
        ),
        changes,
    )


def forget(
    session: Session,
    to: str,
    cases: Sequence[RecordId] | None,
    kept_secrets: Sequence[Secret],
    *,
    day: datetime.date | None = None,
) -> Outcome[Forgotten]:
    """Erase some cases, or all if `cases` is None; the receipts of the verified contact `to` must cover them.

    No bundle is written; everything else is as in `hand_off`. Raise ReceiptMissing, PassphraseNeeded,
    WrongSecret, ContactNotFound, ContactNotVerified, ContactRevoked, CardExpired, RecordNotFound: then
    nothing is erased.
    """
    store = session.store
    _require_opening(session, kept_secrets)
    contact = contacts.named(store, to)
    contacts.require_writable(contact, day or own_identity.today())
    leaving = _leaving(store, cases)
    _require_acknowledged(store, contact, leaving)
    words, changes = _forget(session, leaving, kept_secrets)
    return Outcome(Forgotten(leaving.counts, backups.known(session), words), changes)


def _forget(session: Session, leaving: Leaving, kept_secrets: Sequence[Secret]) -> Outcome[tuple[str, ...]]:
    """Erase the records, clean the files and rotate the key; return the new recovery words and the
    changes.
    """
    session.send_guests_away()
    with held():  # from here on a kill alone stops it, and the next opening goes on
        with session.store.change(forgetting.FORGOTTEN) as change:
            forgetting.erase(session.store, change, leaving.scope)
        clean(session, leaving.scope)
        return Outcome(_rotated(session, kept_secrets), change.changes)


def _require_acknowledged(store: Store, contact: Contact, leaving: Leaving) -> None:
    missing = len(_unacknowledged(store, contact, leaving))
    if missing:
        raise ReceiptMissing(count=missing)


def _unacknowledged(store: Store, contact: Contact, leaving: Leaving) -> set[RecordId]:
    """Return those records to erase that the receipts of the contact do not fully cover.

    Records that are never sent, such as reviews of texts, do not count. A file of evidence counts as received
    if a bundle for this contact contained it and the latest receipt confirms it.
    """
    who = Acknowledged(store, contact)
    every = (store.find(record_id) for record_id in leaving.scope.records)
    live = [record for record in every if record is not None and record.spec.travels]
    missing = set(who.unsaid([record.id for record in live]))
    for record in live:
        is_here = record.kind is Kind.EVIDENCE and store.blobs.known(record.text("sha256"))
        if is_here and not who.has_file(record.id):
            missing.add(record.id)
    return missing


def clean(session: Session, scope: forgetting.Scope | None = None) -> None:
    """Remove what is left of erased records in files and free pages; raise ForgettingUnfinished."""
    try:
        forgetting.finish(session.store, session.drafts, scope)
    except HrdDeskError:
        raise ForgettingUnfinished from None


def _rotated(session: Session, kept_secrets: Sequence[Secret]) -> tuple[str, ...]:
    try:
        return tuple(keys.rotate(session, kept_secrets, silent()))
    except NewKeyUnfinished:  # the session can only be closed: nothing more can be told of the vault
        raise
    except (
        RoomMissing,
        DiskFull,
        DiskFailing,
        WriteFailed,
        VaultInUse,
    ):  # the vault says at every opening that it is due
        return ()


def _require_opening(session: Session, kept_secrets: Sequence[Secret]) -> None:
    """Raise WrongSecret if a kept secret does not open the vault, and PassphraseNeeded if none is a
    passphrase.
    """
    data = vault.read_keys(session.folder)
    slots = keyslots.parse(data)
    if not any(isinstance(secret, PassphraseSecret) for secret in kept_secrets):
        raise PassphraseNeeded
    for secret in kept_secrets:
        keyslots.unlock_slot(slots, data, secret)


def require_lasting(contact: Contact, day: datetime.date) -> None:
    """Raise CardTooShort if the contact's key expires too soon for a bundle that may arrive months later."""
    if (contact.card.expires - day).days < CARD_DAYS:
        raise CardTooShort(day=contact.card.expires.isoformat(), days=CARD_DAYS)


def _leaving(store: Store, cases: Sequence[RecordId] | None) -> Leaving:
    return handoff.of_everything(store) if cases is None else handoff.of_cases(store, cases)


def _require_outside(session: Session, path: Path) -> None:
    """Raise WriteFailed for a path inside the folder of the vault."""
    folder, place = files.real(session.folder), files.real(path)
    if folder in (place, *place.parents):
        raise WriteFailed(path=path.name, why=Translatable("it lies in the vault; take a stick"))


def _same_disk(session: Session, path: Path) -> bool:
    return session.folder.stat().st_dev == path.stat().st_dev


def _ref(store: Store, record: Record) -> str:
    """Return the reference of a record, or that of its case, or the beginning of its id."""
    case = next(filter(None, map(store.find, record.cases)), None)
    return record.text("ref") or (case.text("ref") if case is not None else "") or record.id[:8]
