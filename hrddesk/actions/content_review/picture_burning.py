"""The images of the pictures in a publication, with boxes burned in. A separate process makes each image."""

from collections.abc import Mapping, Sequence
from typing import Final

from hrddesk.actions.records import evidence
from hrddesk.actions.scope import review_records
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.publish.images.burning import Burnt
from hrddesk.publish.process import press
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.drafting.pictures import Retouched, may_show
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.model.picture import Image
from hrddesk.redact.profile.profiles import Profile
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

MOST_TOGETHER: Final = 64 << 20
"""The greatest number of bytes of all images of a publication; the model has them, and the vault stores the
model.
"""


def drawn_for(store: Store, profile: str) -> dict[RecordId, Retouched]:
    """Return the stored boxes, alternative text and caption of each picture under a profile.

    `profile` is the key of the profile.
    """
    every = review_records.of_pictures(store).items()
    return {evidence: drawn for (evidence, key), drawn in every if key == profile}


def burn_all(
    session: Session, facts: Facts, profile: Profile, drawn: Mapping[RecordId, Retouched], job: Job
) -> dict[RecordId, Image]:
    """Return the images of all reviewed pictures of the chosen cases; `job` reports progress per picture.

    Raise PictureUnfit, EvidenceMissing, EvidenceDamaged or Cancelled. Raise InvalidValue if all images
    together are too large.
    """
    chosen = frozenset(facts.chosen)
    pictures = []
    for record_id, retouching in drawn.items():
        record = facts.records.get(record_id)
        if record is None or chosen.isdisjoint(record.cases):
            continue
        if retouching.review is not None and may_show(facts, profile, record):
            pictures.append((record, retouching))
    images, size = dict[RecordId, Image](), 0
    for done, (record, retouching) in enumerate(pictures):
        job.step(done, len(pictures))
        within = Job(lambda *_, done=done: job.step(done, len(pictures)))  # bytes and looks are no pictures
        images[record.id] = burn(session, record, retouching.boxes, within).image
        size += len(images[record.id].jpeg)
        if size > MOST_TOGETHER:
            raise InvalidValue(
                field="pictures", why=Translatable("together they are larger than 64 MiB; choose fewer cases")
            )
    return images


def burn(session: Session, record: Record, boxes: Sequence[Box], job: Job) -> Burnt:
    """Return one picture as it would be published with these boxes.

    Raise PictureUnfit, EvidenceMissing, EvidenceDamaged, Cancelled.
    """
    content = evidence.content(session, record, job)
    return press.burnt_picture(content, boxes, job, record.text("ref") or record.id[:8])
