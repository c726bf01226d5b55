"""Pictures as a profile shows them: the boxes over a picture, the words beside it, and its review.

A review confirms the file, every box, and the words beside the picture as the reviewer read them. For
these words it confirms the known names and the decision about each name, as for other texts (`texts`). The
review also says whose faces the boxes cover, because only a person who looks at the picture knows that.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from hmac import compare_digest
from typing import Final, Self

from hrddesk.records.model import codec
from hrddesk.records.model.kinds import ABOUT, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value, canonical_json
from hrddesk.records.terms.roles import PEOPLE
from hrddesk.records.terms.vocabulary import NONE
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.facts import terms
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.passages.pieces import Pieces
from hrddesk.redact.passages.wording import TextDecisions
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.texts import ExaminedText, still_vouched_for, vouched_for

COVERED: Final = "covered"
"""The value in the evidence that says that other people in a picture were covered."""
MOST_WORDS: Final = 1000
"""The greatest number of characters of a caption or an alternative text."""


class PictureState(StrEnum):
    """The states of a picture under a profile; only a reviewed picture may be published."""

    NOT_READY = "not ready"  # nobody drew or said anything for this profile
    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    CHANGED = "changed"  # since it was reviewed: boxes, words, whom it shows, who is known by a name in them
    OPEN = "others visible"  # who else is seen in it was neither covered nor asked, or nobody said


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureReview:
    """A reviewer's confirmation of a picture; `time` is in seconds since 1970, UTC.

    `of` is the hash of everything that the reviewer saw. `alt` and `caption` are the confirmations of the
    alternative text and of the caption.
    """

    of: str
    alt: str
    caption: str
    time: int
    who: str
    covered: tuple[RecordId, ...] = ()
    """The people whose faces the boxes cover, among those whom the picture is known to show."""
    others: bool = False
    """Whether the boxes cover everybody else who is visible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retouched:
    """A picture as one profile shows it: the file, the boxes over it, the words beside it and the review.

    `size` is the size of the upright original, in whose pixels the boxes are measured.
    """

    file: str
    size: tuple[int, int]
    boxes: tuple[Box, ...] = ()
    alt: str = ""
    caption: str = ""
    review: PictureReview | None = None
    told: str = ""
    """The captions of the evidence when this was stored."""
    shown: str = ""
    """The hash of whom the picture showed according to the evidence when this was stored."""

    def digest(self) -> str:
        """Return the hash of everything that the reviewer sees: the file, the boxes, the words and who is
        shown.
        """
        boxes, words = list(map(codec.write, self.boxes)), (self.alt, self.caption, self.told)
        seen = [self.file, *self.size, boxes, *words, self.shown]
        return hashlib.sha256(canonical_json(seen)).hexdigest()

    def of_evidence(self, evidence: Record) -> Self:
        """Return the picture with what the evidence states now: the people shown, and the captions.

        A caption that somebody wrote for this profile is kept.
        """
        label_text = ""
        for text in evidence.labels.values():
            label_text = (
                longer
                if len(longer := f"{label_text} / {text}" if label_text else text) <= MOST_WORDS
                else label_text
            )
        description = [
            evidence.text("others"),
            dict(evidence.labels),
            sorted(map(canonical_json, _about(evidence))),
        ]
        digest = hashlib.sha256(repr(description).encode()).hexdigest()
        caption = label_text if self.caption == self.told else self.caption
        return replace(self, caption=caption, told=label_text, shown=digest)

    def reviewed(
        self, censor: Censor, time: int, who: str, covered: Collection[RecordId] = (), *, others: bool = False
    ) -> Self:
        """Return the picture with a new review.

        `who` saw the picture as it is now, and stated whose faces the boxes cover.
        """
        alt, caption = (vouched_for(censor, read(text, censor)) for text in (self.alt, self.caption))
        seen = PictureReview(
            of=self.digest(),
            alt=alt,
            caption=caption,
            time=time,
            who=who,
            covered=tuple(sorted(covered)),
            others=others,
        )
        return replace(self, review=seen)

    def covers(self, party: RecordId) -> bool:
        """Tell whether a reviewer confirmed that the face of a party is covered."""
        return self.review is not None and party in self.review.covered

    def state(self, evidence: Record, censor: Censor) -> PictureState:
        """Return the state of the picture under the profile.

        It counts as changed if anything changed since its review, also what the evidence states about it.
        """
        if are_others_open(evidence, self.boxes):
            return PictureState.OPEN
        review, now = self.review, self.of_evidence(evidence)
        if review is None:
            return PictureState.UNREVIEWED
        same = self.file == evidence.text("sha256") and compare_digest(review.of, now.digest())
        same = same and (review.others or evidence.text("others") != COVERED)
        words = ((review.alt, now.alt), (review.caption, now.caption))
        if same and all(still_vouched_for(seen, censor, read(text, censor)) for seen, text in words):
            return PictureState.REVIEWED
        return PictureState.CHANGED

    def to_record(self, record_id: RecordId, evidence: RecordId, profile: str) -> Record:
        """Return the record that stores these boxes, words and review of a picture for a profile."""
        width, height = self.size
        seen = self.review
        review_record = Record(kind=Kind.PICTURE_REVIEW, id=record_id).with_fields(
            evidence=evidence,
            profile=profile,
            file=self.file,
            width=width,
            height=height,
            alt=self.alt,
            caption=self.caption,
            told=self.told,
            shown=self.shown,
            vouched="" if seen is None else seen.of,
            alt_vouched="" if seen is None else seen.alt,
            caption_vouched="" if seen is None else seen.caption,
            time=None if seen is None else seen.time,
            who="" if seen is None else seen.who,
            others_covered=True if seen is not None and seen.others else None,
        )
        boxes: dict[ElementId, Element] = {
            ElementId(str(pos)): {"pos": pos} | asdict(box) for pos, box in enumerate(self.boxes)
        }
        covered: dict[ElementId, Element] = {
            ElementId(party): {"pos": pos, "party": party}
            for pos, party in enumerate(() if seen is None else seen.covered)
        }
        lists = {name: items for name, items in (("boxes", boxes), ("covered", covered)) if items}
        return Record(kind=review_record.kind, id=review_record.id, fields=review_record.fields, lists=lists)

    @classmethod
    def of(cls, record: Record) -> Self | None:
        """Read a picture from its record.

        Return None if a box fits no picture: then the picture must be reviewed again.
        """
        try:
            boxes = tuple(
                Box(*(_number(box, side) for side in ("left", "top", "width", "height")))
                for box in record.values("boxes")
            )
        except ValueError:
            return None
        seen = record.text("vouched")
        review = PictureReview(
            of=seen,
            alt=record.text("alt_vouched"),
            caption=record.text("caption_vouched"),
            time=_number(record.fields, "time"),
            who=record.text("who"),
            covered=tuple(RecordId(str(item.get("party"))) for item in record.values("covered")),
            others=record.fields.get("others_covered") is True,
        )
        return cls(
            file=record.text("file"),
            size=(_number(record.fields, "width"), _number(record.fields, "height")),
            boxes=boxes,
            alt=record.text("alt"),
            caption=record.text("caption"),
            review=review if seen else None,
            told=record.text("told"),
            shown=record.text("shown"),
        )


def _number(values: Mapping[str, Value], name: str) -> int:
    return int(values.get(name) or 0)


def may_show(facts: Facts, profile: Profile, evidence: Record) -> bool:
    """Tell whether a profile allows a picture after its review: by the levels of its evidence and cases."""
    return profile.admits_picture(evidence) and all(map(profile.admits, cases_in(facts, evidence)))


def are_others_open(evidence: Record, boxes: Collection[Box]) -> bool:
    """Tell whether a picture may show other people who neither are covered nor consented.

    Without a statement about other people the answer is yes. The statement that they are covered counts only
    if the picture has a box: people who are covered in the file itself are not visible at all.
    """
    others = evidence.text("others")
    return others not in (NONE, "consented") and not (others == COVERED and boxes)


def depicted_in(facts: Facts, evidence: Record) -> list[Record]:
    """Return the people and groups that a picture shows according to the evidence."""
    seen_parties = (
        facts.party(RecordId(str(item.get("record")))) for item in evidence.values(ABOUT) if _is_seen(item)
    )
    return [party for party in seen_parties if party is not None]


def faces_in(facts: Facts, evidence: Record) -> list[RecordId]:
    """Return the people whose faces a picture shows, including people whose record was removed."""
    seen_ids = (RecordId(str(item.get("record"))) for item in evidence.values(ABOUT) if _is_seen(item))
    return [one for one in dict.fromkeys(seen_ids) if _is_person(facts.records.get(one))]


def _is_person(record: Record | None) -> bool:
    return record is None or (record.kind is Kind.PARTY and record.text("kind") in PEOPLE)


def _is_seen(about: Element) -> bool:
    return about.get("how") not in ("mentions", "signed_by")


def _about(evidence: Record) -> Iterator[Element]:
    return ({key: value for key, value in item.items() if key != "pos"} for item in evidence.values(ABOUT))


def cases_in(facts: Facts, evidence: Record) -> list[Record]:
    """Return all cases of a picture.

    The reviewer of the picture was asked about the names in all of these cases, not only in published ones.
    """
    return [facts.records[case] for case in evidence.cases if case in facts.records]


def captured_as(evidence: Record, profile: Profile) -> str:
    """Return the time at which a picture was taken, as precisely as the profile prints the dates of events.

    Return "" if the time may not be printed.
    """
    if not evidence.text("captured") or not profile.admits_captured(evidence):
        return ""
    return terms.published_date(evidence.text("captured"), profile.event_dates)


def read(text: str, censor: Censor) -> ExaminedText:
    """Examine the words beside a picture for everything that may identify a person."""
    return ExaminedText.of(TextDecisions(text), censor, asking=False)


def pieces(text: str, censor: Censor) -> Pieces:
    """Return the words beside a picture as they may be printed."""
    return read(text, censor).pieces(censor)
