"""Reasons and counts of what a publication withholds, for the person who publishes; they are never
printed.
"""

from collections import Counter
from enum import StrEnum

from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import Record, RecordId


class LeftOut(StrEnum):
    """Why something is not in the publication."""

    CASE = Translatable("cases that are not visible enough for this profile")
    PERSON = Translatable("people who may not appear")
    BESIDE = Translatable(
        "people left out by their role: only persons concerned, those in office and public lawyers appear"
    )
    EVENT = Translatable("events that are not visible enough, or concern nobody who may appear")
    REFUTED = Translatable("events that were found untrue, since this profile does not say so of events")
    SENSITIVE = Translatable("facts of sensitive topics, which this profile does not publish")
    DATE = Translatable("dates that are not understood")
    WORDS = Translatable("words that no vocabulary knows, printed as “Other” or left out")
    ROLE = Translatable("parts in a role that no vocabulary knows; choose a term for them to appear")
    NAME = Translatable("names that contain one that may not be told; a label takes their place")
    TEXT = Translatable("free texts that were not reviewed for this profile")
    LANGUAGE = Translatable("free texts that are in no language of this publication")
    MARK = Translatable("places in texts that may name a person: decide about each")
    PICTURE = Translatable("pictures that were not reviewed for this profile")
    CHANGED_PICTURE = Translatable(
        "pictures of which the boxes or the words changed since they were reviewed"
    )
    UNPICTURED = Translatable("pictures of cases in which somebody did not agree to pictures")
    FACE = Translatable(
        "pictures that show somebody who stands without a name here: cover the face, and confirm it"
    )
    OTHERS = Translatable(
        "pictures in which others may be seen: cover them or ask them, and say so of the evidence"
    )
    ANSWER = Translatable("answers to the desk's own questions that are not visible enough for this profile")
    QUESTION = Translatable(
        "questions of the desk's own that are gone or asked otherwise since they were let out"
    )
    CHANGED_TEXT = Translatable(
        "free texts that changed since they were reviewed, or whose original did,"
        " or of which more would now be told"
    )
    NEWER_TEXT = Translatable(
        "newer texts that were not reviewed as they are now: a reviewed one that says the same is printed"
    )


class Left:
    """Counts the withheld parts of one publication."""

    def __init__(self) -> None:
        self.counted: Counter[LeftOut] = Counter()
        self.where: dict[LeftOut, dict[RecordId, None]] = {}
        """The records about which the user can decide so that less is withheld."""

    def count(self, why: LeftOut) -> None:
        """Count a withheld part that stays withheld, whatever the user decides."""
        self.counted[why] += 1

    def count_decidable(self, why: LeftOut, record: Record, number: int = 1) -> None:
        """Count withheld parts of a record that would be printed after a decision of the user."""
        self.counted[why] += number
        self.where.setdefault(why, {})[record.id] = None
