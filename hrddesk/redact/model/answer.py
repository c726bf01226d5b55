"""Published answers to a desk's own questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hrddesk.records.language.labels import Labels


@dataclass(frozen=True, slots=True)
class PublishedAnswer:
    """A question of the desk, in the desk's words, with its published answer."""

    question: Labels
    answer: Labels


def texts_of(answers: Iterable[PublishedAnswer]) -> Iterator[Labels]:
    """Yield the words of all questions and answers."""
    for answer in answers:
        yield answer.question
        yield answer.answer
