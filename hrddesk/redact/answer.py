"""Answers to a desk's own questions as they are published.

JSON: `[{"question": {"en", "zh"}, "answer": {"en", "zh"}}]` under `answers`, only where there is one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hrddesk.redact import shapes
from hrddesk.redact.bilingual import Bilingual

ANSWERS: Final = "answers"


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, as the desk words it, and what is told in answer to it."""

    question: Bilingual
    answer: Bilingual

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"question": self.question.to_json(), "answer": self.answer.to_json()}

    @classmethod
    def from_json(cls, value: object, where: str = "answer") -> "Answer":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "question", "answer")
        return cls(
            Bilingual.from_json(found["question"], f"{where}.question"),
            Bilingual.from_json(found["answer"], f"{where}.answer"),
        )


def in_json(answers: Iterable[Answer]) -> dict[str, object]:
    """Return what an object says of its answers: without any nothing, as before there were answers."""
    told = [answer.to_json() for answer in answers]
    return {ANSWERS: told} if told else {}


def from_fields(found: Mapping[str, object], where: str) -> tuple[Answer, ...]:
    """Read the answers among the values of an object; raise ValueError on any other shape."""
    if ANSWERS not in found:
        return ()
    told = shapes.items(found[ANSWERS], f"{where}.answers")
    if not told:  # one model has one form
        raise ValueError(f"{where}.answers: empty")
    return tuple(Answer.from_json(item, f"{where}.answers") for item in told)


def texts_of(answers: Iterable[Answer]) -> Iterator[Bilingual]:
    """Yield everything that they say."""
    for answer in answers:
        yield answer.question
        yield answer.answer
