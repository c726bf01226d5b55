"""The desk's own questions that a profile prints.

A profile names a question by its record, together with its subject, key and type of answer at that time. So a
question that was deleted and made again under the same name is not in an older profile. Nor is a question
that was changed into another one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.questions import Question, QuestionType, question_of, templates

_TEXTS: Final = (QuestionType.TEXT, QuestionType.LONG)
_NAMED: Final = ".answer."


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class OwnField:
    """A question that a profile prints, as it was when a user added it to the profile."""

    owner: str
    key: str
    id: RecordId
    type: QuestionType
    vocabulary: str = ""

    @classmethod
    def of(cls, question: Question) -> "OwnField":
        """Return the entry in a profile for a question of the desk; raise ValueError for a shipped
        question.
        """
        if question.id is None:
            raise ValueError("a shipped question is none of the desk's own")
        return cls(
            owner=question.owner.value,
            key=question.key,
            id=question.id,
            type=question.type,
            vocabulary=question.vocabulary,
        )

    @property
    def name(self) -> str:
        """The name of the question that users type, such as `party.answer.KEY`."""
        return f"{self.owner}{_NAMED}{self.key}"

    @property
    def is_text(self) -> bool:
        """Whether the answers are free texts, which need a review."""
        return self.type in _TEXTS


@dataclass(frozen=True, slots=True)
class AskedField:
    """A question of this desk that a profile can print, with its visibility."""

    field: OwnField
    question: Question
    level: Visibility | None
    """The level that a user gave the question; None for the default, which is secret."""

    def order(self) -> tuple[object, ...]:
        """Return a sort key for questions that does not depend on their keys or ids."""
        return self.question.position, *sorted(self.question.labels.items())

    def admitted(self, levels: Iterable[Visibility]) -> bool:
        """Tell whether the question is visible enough for one of the levels.

        A question without a chosen level is visible enough only if its answers are free texts, which are
        reviewed.
        """
        if self.level is None:
            return self.field.is_text
        return self.level in levels


def asked_fields(records: Iterable[Record]) -> Mapping[OwnField, AskedField]:
    """Return the desk's own questions, each under the entry that stands for it in a profile.

    Questions with the same key, or with the key of a shipped question, are left out: an answer with that key
    may belong to the other question.
    """
    shipped = {q.key for item in templates().values() for part in item.sections for q in part.questions}
    question_records = [
        (question, record)
        for record in records
        if record.kind is Kind.FIELD and (question := question_of(record)) is not None
    ]
    keys = Counter(question.key for question, _ in question_records)
    unique_fields = [
        AskedField(OwnField.of(question), question, record.chosen_level(WHOLE_RECORD))
        for question, record in question_records
        if keys[question.key] == 1 and question.key not in shipped
    ]
    return {
        asked_field.field: asked_field
        for asked_field in sorted(unique_fields, key=lambda asked_field: asked_field.order())
    }
