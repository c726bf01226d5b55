"""The records that store decisions and confirmations about texts and pictures, one for each text or picture
and profile.

The id of such a record follows from the text or picture and the profile. The record never leaves the vault;
the history and its undo cover it. `profile` is a profile's key everywhere here (`profiles.key_of`).
"""

from collections.abc import Iterable, Sequence

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.drafting.pictures import Retouched
from hrddesk.redact.facts.facts import TextKey
from hrddesk.redact.texts.reviewed_text import ReviewedText
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


def of_text(store: Store, record: RecordId, field: str, profile: str) -> ReviewedText:
    """Return the stored review of a text for a profile; a review without decisions if none was stored."""
    review_record = store.find(_text_id(store, record, field, profile))
    return (
        ReviewedText(record=record, field=field, profile=profile)
        if review_record is None
        else ReviewedText.of(review_record)
    )


def of_texts(store: Store, profile: str) -> dict[TextKey, ReviewedText]:
    """Return the stored data of all texts for a profile, by record and field."""
    records = (item for item in store.all(Kind.TEXT_REVIEW) if item.text("profile") == profile)
    return {(item.record, item.field): item for item in map(ReviewedText.of, records)}


def of_picture(store: Store, evidence: RecordId, profile: str) -> Retouched | None:
    """Return the stored boxes and words of a picture for a profile, or None if there are none."""
    review_record = store.find(_picture_id(store, evidence, profile))
    return None if review_record is None else Retouched.of(review_record)


def of_pictures(store: Store) -> dict[tuple[RecordId, str], Retouched]:
    """Return the stored boxes and words of all pictures, by evidence and profile."""
    return {
        (RecordId(item.text("evidence")), item.text("profile")): retouching
        for item in store.all(Kind.PICTURE_REVIEW)
        if (retouching := Retouched.of(item)) is not None
    }


def keep_text(session: Session, act: str, reviewed_text: ReviewedText) -> Outcome[None]:
    """Replace the stored data of a text in a transaction called `act`."""
    return keep_texts(session, act, [reviewed_text])


def keep_texts(session: Session, act: str, reviewed_texts: Sequence[ReviewedText]) -> Outcome[None]:
    """Replace the stored data of texts that were read for one profile, in one transaction called `act`."""
    put = []
    for text in reviewed_texts:
        key = (text.record, text.field, text.profile)
        text_id, before = _text_id(session.store, *key), of_text(session.store, *key)
        put.append((text.record, before.to_record(text_id), text.to_record(text_id)))
    return _keep(session, f"{act} {reviewed_texts[0].profile}" if reviewed_texts else act, put)


def keep_picture(
    session: Session, act: str, evidence: RecordId, profile: str, retouching: Retouched
) -> Outcome[None]:
    """Replace the stored boxes and words of a picture in a transaction called `act`."""
    picture_id = _picture_id(session.store, evidence, profile)
    before, after = session.store.find(picture_id), retouching.to_record(picture_id, evidence, profile)
    return _keep(session, f"{act} {profile}", [(evidence, before, after)])


def _keep(session: Session, act: str, put: Iterable[tuple[RecordId, Record | None, Record]]) -> Outcome[None]:
    """Store the records that changed, and note the transaction in the history of the records that they are
    about.

    Each tuple has the id of the record that the stored record is about, the previous state, and the new
    state. The name `act` ends with the profile, because a text or picture may be fit for one profile only.
    """
    changed = [(about, after) for about, before, after in put if before != after]
    if not changed:
        return Outcome(None, Changes())
    with session.store.change(act) as change:
        for about, after in changed:
            change.note(about)
            change.put(after)
    return Outcome(None, change.changes)


def _text_id(store: Store, record: RecordId, field: str, profile: str) -> RecordId:
    return store.own_id(Kind.TEXT_REVIEW, record, field, profile)


def _picture_id(store: Store, evidence: RecordId, profile: str) -> RecordId:
    return store.own_id(Kind.PICTURE_REVIEW, evidence, profile)
