"""The preparation of pictures for publication: boxes over what nobody may see, alternative text, caption,
review.
"""

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from hrddesk.actions.content_review import picture_burning
from hrddesk.actions.content_review.known_names import KnownNames
from hrddesk.actions.content_review.text_places import TextOnPaper
from hrddesk.actions.records import evidence
from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.profiles import key_of, profile_names, profile_of
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.publish.images.burning import Burnt
from hrddesk.records.model.kinds import ABOUT, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names
from hrddesk.redact.drafting.boxes import MOST_BOXES, Box, in_order
from hrddesk.redact.drafting.pictures import (
    COVERED,
    MOST_WORDS,
    PictureState,
    Retouched,
    are_others_open,
    captured_as,
    cases_in,
    faces_in,
    may_show,
    read,
)
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.censor import Censor
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.files import NewFile
from hrddesk.system.jobs import Job

_DRAW: Final = "picture.draw"
OTHERS_OPEN: Final = Translatable(
    "others may be seen in it: cover them or ask them, and say so of the evidence"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """A piece of evidence that could be published as a picture, with its cases."""

    record: RecordId
    ref: str
    title: str
    cases: tuple[RecordId, ...]
    states: dict[str, PictureState]
    """The states by profile."""


@dataclass(frozen=True, slots=True)
class DepictedPerson:
    """A person whom a picture shows, according to the evidence."""

    party: RecordId
    name: str
    """The name; empty if the record was deleted."""
    is_named: bool
    """Whether the profile names the person; otherwise the boxes must cover the face."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """What a reviewer sees of a picture under one profile; `alt` and `caption` are in their published
    form.
    """

    record: RecordId
    profile: str
    kept: Retouched
    state: PictureState
    alt: str
    caption: str
    date: str
    """The time at which the picture was taken, as far as the profile prints it."""
    doubts: int
    """The number of places in `alt` and `caption` that stay and may mean a person who may not be named."""
    taken: bool
    """Whether the profile allows this picture at all after a review."""
    faces: tuple[DepictedPerson, ...] = ()
    others_covered: bool = False
    """Whether the evidence says that others were covered, which a review confirms."""


def list_pictures(store: Store) -> list[PictureRow]:
    """Return a row for each piece of evidence that is a picture, with its state under each profile."""
    profiles = [profile_of(store, name) for name in profile_names(store)]
    known_pictures = _PictureReviews(store, profiles)
    rows = []
    for record in store.all(Kind.EVIDENCE):
        if record.text("media_type") in evidence.PICTURES:
            states = {profile.name: known_pictures.state(record, profile.name) for profile in profiles}
            title = record.text("title") or record.text("original_name")
            rows.append(
                PictureRow(
                    record=record.id, ref=record.text("ref"), title=title, cases=record.cases, states=states
                )
            )
    return rows


def look(session: Session, record_id: RecordId, profile: str) -> PictureView:
    """Return a picture with its stored boxes and words under a profile; raise RecordNotFound,
    ProfileNotFound.
    """
    chosen, record = profile_of(session.store, profile), session.store.get(record_id)
    return _PictureReviews(session.store, [chosen], record).view(record, chosen)


def original(session: Session, record_id: RecordId, job: Job) -> Burnt:
    """Return a picture without boxes, for this desk only.

    Raise RecordNotFound, PictureUnfit, EvidenceMissing, EvidenceDamaged, Cancelled.
    """
    return picture_burning.burn(session, session.store.get(record_id), (), job)


def as_published(session: Session, record_id: RecordId, boxes: Sequence[Box], job: Job) -> Burnt:
    """Return a picture exactly as it would be published with these boxes; the errors are those of
    `original`.
    """
    return picture_burning.burn(session, session.store.get(record_id), in_order(boxes), job)


def save_as_published(session: Session, record_id: RecordId, profile: str, path: Path, job: Job) -> Burnt:
    """Write a picture to a file as it would be published under a profile, with the boxes burned in.

    Raise TargetExists, DiskFull, WriteFailed, and the errors of `original`.
    """
    _, retouching = _kept(session, record_id, profile)
    burnt = as_published(session, record_id, retouching.boxes, job)
    with files.told(path), NewFile(path) as new:
        new.file.write(burnt.image.jpeg)
        new.put_in_place()
    return burnt


def keep(session: Session, record_id: RecordId, profile: str, edits: Retouched) -> Outcome[None]:
    """Store the boxes, alternative text and caption of `edits` in one transaction.

    It raises the errors of `draw` and `describe`.
    """
    boxes = _within(edits.boxes, edits.size)
    alt, caption = _words(edits.alt, edits.caption)
    key, before = _kept(session, record_id, profile)
    retouching = replace(before, size=edits.size, boxes=boxes, alt=alt, caption=caption)
    return review_records.keep_picture(session, _DRAW, record_id, key, retouching)


def draw(
    session: Session, record_id: RecordId, profile: str, boxes: Sequence[Box], size: tuple[int, int]
) -> Outcome[None]:
    """Store the boxes of a picture for a profile, replacing the earlier boxes.

    `size` is the size of the upright original, in pixels. Boxes are cut at the edges of the picture. Raise
    InvalidValue for a box outside the picture, or for too many boxes.
    """
    key, before = _kept(session, record_id, profile)
    retouching = replace(before, size=size, boxes=_within(boxes, size))
    return review_records.keep_picture(session, _DRAW, record_id, key, retouching)


def _within(boxes: Sequence[Box], size: tuple[int, int]) -> tuple[Box, ...]:
    if len(boxes) > MOST_BOXES:
        raise InvalidValue(field="boxes", why=Translatable("{0} boxes at most", MOST_BOXES))
    within = [box.within(size) for box in boxes]
    if None in within:
        raise InvalidValue(
            field="box", why=Translatable("it lies beside the picture of {0} x {1} pixels", size[0], size[1])
        )
    return in_order([box for box in within if box is not None])


def describe(session: Session, record_id: RecordId, profile: str, alt: str, caption: str) -> Outcome[None]:
    """Store the caption and the alternative text (`alt`, for readers who do not see the picture).

    Raise InvalidValue if one of them is too long.
    """
    alt, caption = _words(alt, caption)
    key, before = _kept(session, record_id, profile)
    retouching = replace(before, alt=alt, caption=caption)
    return review_records.keep_picture(session, "picture.describe", record_id, key, retouching)


def _words(*texts: str) -> list[str]:
    if max(map(len, texts)) > MOST_WORDS:
        raise InvalidValue(field="caption", why=Translatable("{0} characters at most", MOST_WORDS))
    return [" ".join(text.split()) for text in texts]


def review(
    session: Session,
    record_id: RecordId,
    profile: str,
    digest: str | None = None,
    *,
    covered: Collection[RecordId] = (),
    others: bool = False,
) -> Outcome[PictureView]:
    """Confirm that a picture may be published under a profile, with its boxes, alternative text and caption.

    `digest` is the hash of what was reviewed. `covered` are the people in the picture whose faces the boxes
    cover. `others` says that the boxes cover everybody else who is visible. Raise InvalidValue if something
    changed since, or if there is no alternative text. Raise InvalidValue if somebody may be visible who is
    not named, not covered, and did not consent.
    """
    record, chosen = session.store.get(record_id), profile_of(session.store, profile)
    known_pictures = _PictureReviews(session.store, [chosen], record)
    view = known_pictures.view(record, chosen)
    if digest is not None and digest != view.kept.digest():
        raise InvalidValue(
            field="picture", why=Translatable("it changed while it was being looked at; look at it again")
        )
    if are_others_open(record, view.kept.boxes):
        raise InvalidValue(field="others", why=OTHERS_OPEN)
    if not view.alt.strip():
        raise InvalidValue(field="alt", why=Translatable("say in words what the picture shows"))
    if not all(view.kept.size):
        raise InvalidValue(field="boxes", why=Translatable("draw boxes first, or say that it takes none"))
    _require_covered(view, covered, others)
    censor = known_pictures.censor(record, chosen.name)
    now = replace(view.kept, file=record.text("sha256")).reviewed(
        censor, int(time.time()), session.prefix, covered, others=others
    )
    changes = review_records.keep_picture(
        session, "picture.review", record_id, key_of(session.store, chosen.name), now
    ).changes
    return Outcome(look(session, record_id, profile), changes)


def _require_covered(view: PictureView, covered: Collection[RecordId], others: bool) -> None:
    """Raise InvalidValue if somebody who is not named stays uncovered, or if a statement cannot be true.

    A statement cannot be true if it calls people covered whom the picture does not show, or if there is no
    box.
    """
    if not {face.party for face in view.faces}.issuperset(covered):
        raise InvalidValue(
            field="covered", why=Translatable("the evidence does not say that it shows this person")
        )
    if (covered or others) and not view.kept.boxes:
        raise InvalidValue(field="covered", why=Translatable("no box covers anybody"))
    open_faces = any(not face.is_named and face.party not in covered for face in view.faces)
    if open_faces or (view.others_covered and not others):
        why = Translatable("confirm of everybody who is shown and not named that the boxes cover them")
        raise InvalidValue(field="covered", why=why)


def unreview(session: Session, record_id: RecordId, profile: str) -> Outcome[None]:
    """Remove the review of a picture; its boxes and words stay."""
    key, retouching = _kept(session, record_id, profile)
    return review_records.keep_picture(
        session, "picture.unreview", record_id, key, replace(retouching, review=None)
    )


def take_over(session: Session, record_id: RecordId, profile: str, other_profile: str) -> Outcome[None]:
    """Copy the boxes and words of a picture from another profile; they still need a review under this one."""
    _, theirs = _kept(session, record_id, other_profile)
    key, ours = _kept(session, record_id, profile)
    retouching = replace(theirs, review=ours.review)
    return review_records.keep_picture(session, _DRAW, record_id, key, retouching)


def _kept(session: Session, record_id: RecordId, profile: str) -> tuple[str, Retouched]:
    """Return the key of a profile, and the stored boxes and words for it; raise RecordNotFound,
    ProfileNotFound.
    """
    store = session.store
    key, record = key_of(store, profile_of(store, profile).name), store.get(record_id)
    retouching = review_records.of_picture(store, record_id, key) or _untouched(record)
    return key, retouching.of_evidence(record)


def _untouched(record: Record) -> Retouched:
    return Retouched(file=record.text("sha256"), size=(0, 0))


class _PictureReviews:
    """The states of pictures under some profiles, and the censors for their captions and other words."""

    def __init__(self, store: Store, profiles: Sequence[Profile], about: Record | None = None) -> None:
        """Read the boxes and words of the picture `about`, or of all pictures if `about` is None."""
        self._store, self._about = store, about
        self._profiles = {profile.name: profile for profile in profiles}
        self._keys = {name: key_of(store, name) for name in self._profiles}
        if about is None:
            self._drawn = review_records.of_pictures(store)
        else:
            drawn_by_key = (
                (key, review_records.of_picture(store, about.id, key)) for key in self._keys.values()
            )
            self._drawn = {(about.id, key): drawn for key, drawn in drawn_by_key if drawn is not None}

    def state(self, record: Record, profile: str) -> PictureState:
        """Return whether a picture may be published under a profile."""
        retouching = self._drawn.get((record.id, self._keys[profile]))
        if retouching is None:
            return PictureState.NOT_READY
        if retouching.review is None and not are_others_open(record, retouching.boxes):
            return PictureState.UNREVIEWED  # nobody's name has to be looked for
        return retouching.state(record, self.censor(record, profile))

    def view(self, record: Record, profile: Profile) -> PictureView:
        """Return what a reviewer sees of a picture under a profile."""
        drawn = self._drawn.get((record.id, self._keys[profile.name])) or _untouched(record)
        retouching = drawn.of_evidence(record)
        censor = self.censor(record, profile.name)
        redacted_texts, doubts = [], 0
        for text in (retouching.alt, retouching.caption):
            reading = read(text, censor)
            redacted_texts.append(TextOnPaper(self.facts, censor, reading).result)
            doubts += len(list(censor.open(reading.worded, reading.found)))
        state = self.state(record, profile.name)
        taken = may_show(self.facts, profile, record) and bool(record.cases)
        return PictureView(
            record=record.id,
            profile=profile.name,
            kept=retouching,
            state=state,
            alt=redacted_texts[0],
            caption=redacted_texts[1],
            date=captured_as(record, profile),
            doubts=doubts,
            taken=taken,
            faces=tuple(self._faces(record, censor)),
            others_covered=record.text("others") == COVERED,
        )

    def _faces(self, record: Record, censor: Censor) -> Iterator[DepictedPerson]:
        for one in faces_in(self.facts, record):
            party = self.facts.party(one)
            name = "" if party is None else display_names.display_name(party)
            yield DepictedPerson(one, name, censor.standing.get(one) is PartyStanding.NAMED)

    @cached_property
    def _names(self) -> KnownNames:
        return KnownNames.of(self._store)

    @cached_property
    def facts(self) -> Facts:
        """All records with names, and the cases of the pictures with their events; read on first use."""
        if self._about is None:
            near = [record for kind in (Kind.CASE, Kind.EVENT) for record in self._store.all(kind)]
        else:
            subject_ids = (RecordId(str(item.get("record"))) for item in self._about.values(ABOUT))
            cases = self._store.many(Kind.CASE, list(self._about.cases))
            near = [*cases, *(event for case in cases for event in self._store.events_of_case(case.id))]
            near += filter(None, map(self._store.find, subject_ids))
        return Facts.of([*self._names.records, *near])

    def censor(self, record: Record, profile: str) -> Censor:
        """Return the censor for the caption and alternative text of a picture, under a profile.

        The censor removes as much as a publication of the picture's cases would remove, or less.
        """
        near = involved_in(self.facts, cases_in(self.facts, record))
        return self._names.censor(self._profiles[profile]).about(near)
