"""Answers to a desk's own questions as they are published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hrddesk.records.language.labels import Labels


@dataclass(frozen=True, slots=True)
class PublishedAnswer:
    """A question, as the desk words it, and what is told in answer to it."""

    question: Labels
    answer: Labels


def texts_of(answers: Iterable[PublishedAnswer]) -> Iterator[Labels]:
    """Yield everything that they say."""
    for answer in answers:
        yield answer.question
        yield answer.answer
