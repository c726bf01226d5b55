"""Pictures of evidence: what is drawn over one and said of it for a profile, and what a review vouches for.

A review vouches for the file, for every box over it, and for the words beside it as they were read: whose
names are known in them and what becomes of each, as with other texts (`texts`).

JSON, as the vault keeps it: `{"v": 1, "file": SHA-256, "size": [width, height], "boxes": [[left, top, width,
height]], "alt": str, "caption": str, "review": null | {"of": hash, "alt": str, "caption": str, "time": n,
"who": str}}`.
"""

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from hmac import compare_digest
from typing import Any, Final, Self

from hrddesk.records.record import Record, canonical_json
from hrddesk.redact import terms
from hrddesk.redact.boxes import Box
from hrddesk.redact.censor import Censor
from hrddesk.redact.pieces import Pieces
from hrddesk.redact.profiles import Profile
from hrddesk.redact.texts import Reading, still_vouched_for, vouched_for
from hrddesk.redact.wording import Wording

_VERSION: Final = 1


class PictureState(StrEnum):
    """Whether a picture may go out under a profile."""

    NOT_READY = "not ready"  # nobody drew or said anything for this profile
    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    CHANGED = "changed"  # since it was reviewed: the boxes, the words, or who is known by a name in them


@dataclass(frozen=True, slots=True)
class PictureReview:
    """What somebody confirmed; `time` is in seconds since 1970, UTC."""

    of: str
    alt: str
    caption: str
    time: int
    who: str


@dataclass(frozen=True, slots=True)
class Retouched:
    """A picture as one profile has it. `size` is that of the upright original, in which boxes are counted."""

    file: str
    size: tuple[int, int]
    boxes: tuple[Box, ...] = ()
    alt: str = ""
    caption: str = ""
    review: PictureReview | None = None

    def digest(self) -> str:
        """Return the hash of all that a person looks at: file, boxes, words."""
        seen = [self.file, *self.size, [box.to_json() for box in self.boxes], self.alt, self.caption]
        return hashlib.sha256(canonical_json(seen)).hexdigest()

    def reviewed(self, censor: Censor, time: int, who: str) -> Self:
        """Return it with a review by somebody who saw it as it is."""
        alt, caption = (vouched_for(censor, read(text, censor)) for text in (self.alt, self.caption))
        return replace(self, review=PictureReview(self.digest(), alt, caption, time, who))

    def state(self, file: str, censor: Censor) -> PictureState:
        """Tell whether it was reviewed and is still as it was seen; `file` is the hash of the evidence."""
        review = self.review
        if review is None:
            return PictureState.UNREVIEWED
        same = self.file == file and compare_digest(review.of, self.digest())
        words = ((review.alt, self.alt), (review.caption, self.caption))
        if same and all(still_vouched_for(seen, censor, read(text, censor)) for seen, text in words):
            return PictureState.REVIEWED
        return PictureState.CHANGED

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object."""
        review = self.review
        return {
            "v": _VERSION,
            "file": self.file,
            "size": list(self.size),
            "boxes": [box.to_json() for box in self.boxes],
            "alt": self.alt,
            "caption": self.caption,
            "review": None
            if review is None
            else {
                "of": review.of,
                "alt": review.alt,
                "caption": review.caption,
                "time": review.time,
                "who": review.who,
            },
        }

    @classmethod
    def from_json(cls, kept: Any) -> Self:
        """Read the JSON object, which the vault kept; raise ValueError where a later version wrote it."""
        if kept["v"] != _VERSION:
            raise ValueError("a picture of another version")
        width, height = kept["size"]
        review = kept["review"]
        return cls(
            kept["file"],
            (width, height),
            tuple(Box.from_json(box) for box in kept["boxes"]),
            kept["alt"],
            kept["caption"],
            None if review is None else PictureReview(**review),
        )


def captured_as(evidence: Record, profile: Profile) -> str:
    """Return when a picture was captured, as precisely as the profile tells of events; "" for nothing."""
    if not evidence.text("captured") or not profile.admits_captured(evidence):
        return ""
    return terms.published_date(evidence.text("captured"), profile.event_dates)


def read(text: str, censor: Censor) -> Reading:
    """Look in words beside a picture for everything that may give somebody away."""
    return Reading.of(Wording(text), censor, asking=False)


def pieces(text: str, censor: Censor) -> Pieces:
    """Return what may stay of words beside a picture."""
    return read(text, censor).pieces(censor)
