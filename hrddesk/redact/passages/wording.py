"""A reader's decisions about places in a free text: keep, replace by a label, or replace by other words.

Decisions belong to one text and one profile. The text itself stays unchanged. A publication uses the text
with the new words in it, and names are searched in the new words as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from hrddesk.records.model.record import Element, ElementId, RecordId, canonical_json, is_id
from hrddesk.records.texts.text_versions import Span as Span
from hrddesk.records.texts.text_versions import kept_parts
from hrddesk.redact.passages.pieces import Word

_WORD_NAMES: Final = frozenset(word.name.lower() for word in Word)


class How(StrEnum):
    """The kinds of decision about a place."""

    STAY = "stay"  # although it looks like a name or a number: here it is none
    LABEL = "label"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about the characters of a text from `start` to `end`, which is excluded."""

    start: int
    end: int
    how: How
    instead: str = ""
    """With WORDS the new words, or ""; with LABEL a party's id or the name of a `Word` in lower case."""

    def __post_init__(self) -> None:
        """Raise ValueError for an impossible decision, such as an empty place or a label without a party."""
        if not 0 <= self.start < self.end:
            raise ValueError("a decision needs a place")
        if self.how is How.LABEL and self.instead not in _WORD_NAMES and not is_id(self.instead):
            raise ValueError("a label is a party's or one of a few words")
        if self.how is How.STAY and self.instead:
            raise ValueError("what stays has nothing in its stead")

    @property
    def span(self) -> Span:
        """The start and the end of the place."""
        return self.start, self.end

    @property
    def word(self) -> Word | None:
        """The common word, such as "person", that replaces the place; None if no such word does."""
        named = self.how is How.LABEL and self.instead in _WORD_NAMES
        return Word[self.instead.upper()] if named else None

    @property
    def party(self) -> RecordId | None:
        """The party whose label replaces the place; None if no party's label does."""
        return RecordId(self.instead) if self.how is How.LABEL and self.word is None else None


@dataclass(frozen=True, slots=True)
class Worded:
    """A text after a reader's words were put in; all spans are places in this new text, not in the
    original.
    """

    text: str
    stays: tuple[Span, ...] = ()
    labels: tuple[tuple[Span, Decision], ...] = ()
    written: tuple[tuple[Span, Decision], ...] = ()
    """The places with other words than the original."""

    def original(self, span: Span) -> Span | None:
        """Return the place in the original text that corresponds to a span of the new text.

        Return None if the span includes words that a reader wrote.
        """
        shift = 0
        for (start, end), decision in self.written:
            if start < span[1] and span[0] < end:
                return None
            if end <= span[0]:
                shift += (decision.end - decision.start) - (end - start)
        return span[0] + shift, span[1] + shift

    def left_of(self, span: Span) -> list[Span]:
        """Return the parts of a place in the original that no new words replace, as spans of the new text."""
        spans, position, shift = list[Span](), span[0], 0
        for (start, end), decision in self.written:
            if decision.end > position and decision.start < span[1]:
                spans.append((position + shift, decision.start + shift))
                position = decision.end
            if decision.start < span[1]:
                shift += (end - start) - (decision.end - decision.start)
        spans.append((position + shift, span[1] + shift))
        return [(start, end) for start, end in spans if start < end]


@dataclass(frozen=True, slots=True)
class TextDecisions:
    """All decisions about one text, in order; no decision overlaps another."""

    text: str
    """The text for which the decisions were made."""
    decided: tuple[Decision, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError for decisions that overlap or are outside the text."""
        ends = [0, *(decision.end for decision in self.decided)]
        if any(one.start < end for one, end in zip(self.decided, ends, strict=False)):
            raise ValueError("decisions overlap or are in no order")
        if ends[-1] > len(self.text):
            raise ValueError("a decision lies outside of its text")

    def at(self, span: Span) -> Decision | None:
        """Return the decision about exactly this place, or None."""
        return next((decision for decision in self.decided if decision.span == span), None)

    def with_decision(self, new_decision: Decision) -> "TextDecisions":
        """Return the decisions with a new one, which replaces all decisions that overlap with it."""
        untouched = [
            decision
            for decision in self.decided
            if decision.end <= new_decision.start or new_decision.end <= decision.start
        ]
        return TextDecisions(
            self.text, tuple(sorted([*untouched, new_decision], key=lambda item: item.start))
        )

    def without(self, span: Span) -> "TextDecisions":
        """Return the decisions without those that overlap with a place."""
        untouched = (
            decision for decision in self.decided if decision.end <= span[0] or span[1] <= decision.start
        )
        return TextDecisions(self.text, tuple(untouched))

    def read(self) -> Worded:
        """Return the text as a publication uses it, with the reader's words in it."""
        parts: list[str] = []
        position = length = 0
        stays: list[Span] = []
        labels, written = list[tuple[Span, Decision]](), list[tuple[Span, Decision]]()
        for decision in self.decided:
            before = self.text[position : decision.start]
            is_written = decision.how is How.WORDS
            words = decision.instead if is_written else self.text[decision.start : decision.end]
            start = length + len(before)
            position, length = decision.end, start + len(words)
            parts += [before, words]
            if is_written:
                written.append(((start, length), decision))
            elif decision.how is How.LABEL:
                labels.append(((start, length), decision))
            else:
                stays.append((start, length))
        parts.append(self.text[position:])
        return Worded("".join(parts), tuple(stays), tuple(labels), tuple(written))

    def fit(self, text: str) -> "TextDecisions":
        """Return the decisions moved to their places in a changed text.

        A decision is dropped if the characters at its place are not all the same in the changed text.
        """
        if text == self.text or not self.decided:
            return replace(self, text=text)
        shifts = dict[int, int]()  # of each character that is in both, by how much it moved
        for old, new, length in kept_parts(self.text, text):
            shifts |= dict.fromkeys(range(old, old + length), new - old)
        fitting_decisions = []
        for decision in self.decided:
            moved = {shifts.get(position) for position in range(*decision.span)}
            shift = moved.pop()
            if not moved and shift is not None:
                fitting_decisions.append(
                    replace(decision, start=decision.start + shift, end=decision.end + shift)
                )
        return TextDecisions(text, tuple(fitting_decisions))

    def plain(self) -> list[list[int | str]]:
        """Return the decisions, without the text, as JSON values."""
        return [[item.start, item.end, item.how.value, item.instead] for item in self.decided]

    def canonical(self) -> bytes:
        """Return the decisions as canonical JSON, without the text; a review confirms these bytes."""
        return canonical_json(self.plain())

    def elements(self) -> dict[ElementId, Element]:
        """Return the decisions as elements of a list of a record; the id of each element is its start."""
        elements: dict[ElementId, Element] = {}
        for item in self.decided:
            element = {"pos": item.start, "start": item.start, "end": item.end, "how": item.how.value}
            elements[ElementId(str(item.start))] = element | (
                {"instead": item.instead} if item.instead else {}
            )
        return elements

    @classmethod
    def of(cls, text: str, elements: Iterable[Element]) -> Self:
        """Return the decisions about a text that are stored as `elements`.

        Raise ValueError if the decisions are impossible.
        """
        decided = (
            Decision(
                int(item.get("start") or 0),
                int(item.get("end") or 0),
                How(str(item.get("how"))),
                str(item.get("instead") or ""),
            )
            for item in elements
        )
        return cls(text, tuple(decided))
