"""Questions of a desk's own, and those of the shipped templates: what is asked, and what an answer may be.

An answer is text. For every question *unknown*, *not asked* and *none* are three different answers, and no
answer is a fourth thing: nobody has looked at the question yet.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from hrddesk.errors import InvalidValue
from hrddesk.paths import resources
from hrddesk.records import dates, labels, vocabulary
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, key_element_id
from hrddesk.records.words import Words

OWNERS: Final = (Kind.CASE, Kind.PARTY, Kind.EVENT)
"""The kinds of record that questions are asked about."""


class QuestionType(StrEnum):
    """What an answer is."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"
    VOCABULARY = "vocabulary"


YES, NO = "yes", "no"
_YES_NO: Final[Mapping[str, str]] = {
    "yes": YES, "y": YES, "true": YES, "1": YES, "是": YES, "有": YES,
    "no": NO, "n": NO, "false": NO, "0": NO, "否": NO,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `fact` names what the records answer by themselves; empty where somebody must."""

    key: str
    owner: Kind
    type: QuestionType
    en: str
    zh: str
    vocabulary: str = ""
    template: str = ""
    position: int = 0
    retired: bool = False
    fact: str = ""
    id: RecordId | None = None
    """Of the record that defines it; none for one that is shipped."""

    def label(self, language: str) -> str:
        """Return the question in "en" or "zh"."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a template."""

    en: str
    zh: str
    questions: tuple[Question, ...]

    def label(self, language: str) -> str:
        """Return the heading in "en" or "zh"."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Template:
    """A form that is shipped as data, about one person."""

    id: str
    code: str
    en: str
    zh: str
    about_en: str
    about_zh: str
    sections: tuple[Section, ...]

    def label(self, language: str) -> str:
        """Return the title in "en" or "zh"."""
        return self.zh if language == "zh" else self.en

    def about(self, language: str) -> str:
        """Return what the form is for."""
        return self.about_zh if language == "zh" else self.about_en


CODES: Final = ("detention", "wgad", "wgeid", "ill_treatment")
"""The shipped templates, in the order in which they are offered."""


@cache
def templates() -> Mapping[str, Template]:
    """Return the shipped templates by their codes."""
    return {code: _template(code) for code in CODES}


def _template(code: str) -> Template:
    data: dict[str, Any] = tomllib.loads((resources() / "templates" / f"{code}.toml").read_text("utf-8"))
    sections = tuple(
        Section(part["en"], part["zh"], tuple(_shipped(item, code) for item in part["question"]))
        for part in data["section"]
    )
    words = {name: data[name] for name in ("id", "code", "en", "zh", "about_en", "about_zh")}
    return Template(**words, sections=sections)


def _shipped(item: Mapping[str, str], code: str) -> Question:
    return Question(
        key=item["key"],
        owner=Kind.PARTY,
        type=QuestionType(item["type"]),
        en=item["en"],
        zh=item["zh"],
        vocabulary=item.get("vocabulary", ""),
        template=code,
        fact=item.get("fact", ""),
    )


def question_of(record: Record) -> Question | None:
    """Return the question that a record defines; None for one that a newer program made otherwise."""
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
        en=record.text("label_en"),
        zh=record.text("label_zh"),
        vocabulary=record.text("vocabulary"),
        template=record.text("template"),
        position=position if isinstance(position, int) else 0,
        retired=record.fields.get("retired") is True,
        id=record.id,
    )


def answers() -> Mapping[str, vocabulary.Term]:
    """Return unknown, not asked and none by their codes."""
    return {term.code: term for term in vocabulary.load("sex").answers}


def checked(question: Question, text: str, words: Words) -> str:
    """Return an answer as it is kept; raise InvalidValue, InvalidDate. Nothing typed is no answer."""
    typed = text.strip()
    if not typed or typed in answers():
        return typed
    said = {term.code: tuple(term.labels.values()) for term in answers().values()}
    short = question.type not in (QuestionType.TEXT, QuestionType.LONG)
    code = next((code for code, both in said.items() if short and typed in both), None)
    if code is not None:
        return code
    if question.type is QuestionType.DATE:
        dates.kept(typed, field=question.key)
    elif question.type is QuestionType.NUMBER:
        if not (typed.lstrip("-").isdecimal() and typed.isascii()):
            raise InvalidValue(field=question.key, why="it takes a whole number")
    elif question.type is QuestionType.YES_NO:
        found = _YES_NO.get(typed.casefold())
        if found is None:
            raise InvalidValue(field=question.key, why="it takes yes or no")
        return found
    elif question.type is QuestionType.VOCABULARY and question.vocabulary in vocabulary.PLAIN:
        return words.load(question.vocabulary).code(typed) or typed
    return typed


ANSWERS: Final = "values"
"""The list of a record that holds its answers."""
_ANSWER: Final = "answer_"


def answers_of(record: Record) -> dict[str, str]:
    """Return the answers of a record by the keys of the questions."""
    return {str(item.get("field") or ""): str(item.get("answer") or "") for item in record.values(ANSWERS)}


def answer_field(key: str) -> str:
    """Return under what name the answer to a question stands beside the fields of its record."""
    return f"{_ANSWER}{key_element_id('field', '', key)}"


def text_of(record: Record, field: str) -> str:
    """Return a field of a record, or an answer by its `answer_field`, as text; empty where there is none."""
    if not field.startswith(_ANSWER):
        return record.text(field)
    return next((text for key, text in answers_of(record).items() if answer_field(key) == field), "")


def worded(question: Question, answer: str, words: Words, language: str) -> str:
    """Return an answer as it reads in "en" or "zh"."""
    known = answers().get(answer)
    if known is not None:
        return known.label(labels.chain_for(language))
    if question.type is QuestionType.YES_NO:
        return {YES: ("Yes", "是"), NO: ("No", "否")}.get(answer, (answer, answer))[language == "zh"]
    if question.type is QuestionType.VOCABULARY and question.vocabulary in vocabulary.PLAIN:
        return words.load(question.vocabulary).label(answer, labels.chain_for(language))
    return answer
