"""Answers to a desk's own questions as they are published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hrddesk.redact.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, as the desk words it, and what is told in answer to it."""

    question: Bilingual
    answer: Bilingual


def texts_of(answers: Iterable[Answer]) -> Iterator[Bilingual]:
    """Yield everything that they say."""
    for answer in answers:
        yield answer.question
        yield answer.answer
