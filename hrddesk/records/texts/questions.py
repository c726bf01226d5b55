"""The desk's own questions, the questions of the shipped templates, and the answers that each one allows.

An answer is text. For every question *unknown*, *not asked* and *none* are three different answers; an empty
answer is a fourth state: nobody has considered the question yet.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.language import languages
from hrddesk.records.language.captions import caption
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, key_element_id
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.words import Words
from hrddesk.system.paths import resources

OWNERS: Final = (Kind.CASE, Kind.PARTY, Kind.EVENT)
"""The kinds of record that questions are asked about."""


class QuestionType(StrEnum):
    """The type of an answer."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"
    VOCABULARY = "vocabulary"


YES, NO = "yes", "no"
_IN_DIGITS: Final[Mapping[str, bool]] = {"1": True, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    `fact` names the fact in the records from which the program itself answers the question. It is empty if a
    user must answer.
    """

    key: str
    owner: Kind
    type: QuestionType
    labels: Labels
    vocabulary: str = ""
    template: str = ""
    position: int = 0
    retired: bool = False
    fact: str = ""
    id: RecordId | None = None
    """The id of the record that defines the question; None for a shipped one."""

    def label(self, chain: Chain) -> str:
        """Return the question in the first language of a chain that has it; its key if none has."""
        return self.labels.text(chain) or self.key


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A part of a template."""

    labels: Labels
    questions: tuple[Question, ...]

    def label(self, chain: Chain) -> str:
        """Return the heading in the first language of a chain that has it."""
        return self.labels.text(chain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A form that is shipped as data, about one person."""

    id: str
    code: str
    labels: Labels
    purpose: Labels
    sections: tuple[TemplateSection, ...]
    consent: str = ""
    """The rung of `consents.LADDER` that is needed before the form is sent; empty for none."""

    def label(self, chain: Chain) -> str:
        """Return the title in the first language of a chain that has it."""
        return self.labels.text(chain)

    def about(self, chain: Chain) -> str:
        """Return the purpose of the form in the first language of a chain that has it."""
        return self.purpose.text(chain)


CODES: Final = ("detention", "wgad", "wgeid", "ill_treatment")
"""The codes of the shipped templates, in the order in which they are offered."""


@cache
def templates() -> Mapping[str, Template]:
    """Return the shipped templates by code."""
    return {code: _template(code) for code in CODES}


def _template(code: str) -> Template:
    data: dict[str, Any] = tomllib.loads((resources() / "templates" / f"{code}.toml").read_text("utf-8"))
    sections = tuple(
        TemplateSection(Labels(part["label"]), tuple(_shipped(item, code) for item in part["question"]))
        for part in data["section"]
    )
    about, consent = Labels(data["about"]), data.get("consent", "")
    return Template(
        id=data["id"],
        code=data["code"],
        labels=Labels(data["label"]),
        purpose=about,
        sections=sections,
        consent=consent,
    )


def _shipped(item: Mapping[str, Any], code: str) -> Question:
    return Question(
        key=item["key"],
        owner=Kind.PARTY,
        type=QuestionType(item["type"]),
        labels=Labels(item["label"]),
        vocabulary=item.get("vocabulary", ""),
        template=code,
        fact=item.get("fact", ""),
    )


def question_of(record: Record) -> Question | None:
    """Return the question that a record defines.

    Return None if the record has no key, or has an owner or type that only a newer program knows.
    """
    owner, kind = record.text("owner"), record.text("type")
    if (
        owner not in {item.value for item in OWNERS}
        or kind not in set(QuestionType)
        or not record.text("key")
    ):
        return None
    position = record.fields.get("position")
    return Question(
        key=record.text("key"),
        owner=Kind(owner),
        type=QuestionType(kind),
        labels=record.labels,
        vocabulary=record.text("vocabulary"),
        template=record.text("template"),
        position=position if isinstance(position, int) else 0,
        retired=record.fields.get("retired") is True,
        id=record.id,
    )


def answers() -> Mapping[str, vocabulary.Term]:
    """Return the answers unknown, not asked and none by code."""
    return {term.code: term for term in vocabulary.load("sex").answers}


def checked(question: Question, text: str, words: Words) -> str:
    """Return an answer in its stored form; an empty text means that there is no answer.

    Raise InvalidValue or InvalidDate if the question does not allow the answer.
    """
    typed = text.strip()
    if not typed or typed in answers():
        return typed
    labels_by_code = {term.code: tuple(term.labels.values()) for term in answers().values()}
    short = question.type not in (QuestionType.TEXT, QuestionType.LONG)
    code = next((code for code, both in labels_by_code.items() if short and typed in both), None)
    if code is not None:
        return code
    if question.type is QuestionType.DATE:
        dates.kept(typed, field=question.key)
    elif question.type is QuestionType.NUMBER:
        if not (typed.lstrip("-").isdecimal() and typed.isascii()):
            raise InvalidValue(field=question.key, why=Translatable("it takes a whole number"))
    elif question.type is QuestionType.YES_NO:
        answer = _IN_DIGITS.get(typed, languages.yes_or_no(typed))
        if answer is None:
            raise InvalidValue(field=question.key, why=Translatable("it takes yes or no"))
        return YES if answer else NO
    elif question.type is QuestionType.VOCABULARY and question.vocabulary in vocabulary.PLAIN:
        return words.load(question.vocabulary).code(typed) or typed
    return typed


ANSWERS: Final = "values"
"""The list of a record that has its answers."""
_ANSWER: Final = "answer_"


def answers_of(record: Record) -> dict[str, str]:
    """Return the answers of a record by the keys of the questions."""
    return {str(item.get("field") or ""): str(item.get("answer") or "") for item in record.values(ANSWERS)}


def answer_field(key: str) -> str:
    """Return the name by which the answer to a question is addressed like a field of its record."""
    return f"{_ANSWER}{key_element_id('field', '', key)}"


def answer_of(record: Record, field: str) -> str | None:
    """Return the answer with the name `field`, empty if there is none.

    Return None if `field` is not a result of `answer_field`.
    """
    if not field.startswith(_ANSWER):
        return None
    return next((text for key, text in answers_of(record).items() if answer_field(key) == field), "")


def worded(question: Question, answer: str, words: Words, chain: Chain) -> str:
    """Return a stored answer in words, in the first language of a chain that has them."""
    term = answers().get(answer)
    if term is not None:
        return term.label(chain)
    if question.type is QuestionType.YES_NO:
        return caption(f"term.{answer}").text(chain) if answer in (YES, NO) else answer
    if question.type is QuestionType.VOCABULARY and question.vocabulary in vocabulary.PLAIN:
        return words.load(question.vocabulary).label(answer, chain)
    return answer
