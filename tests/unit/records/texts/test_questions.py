"""Questions of templates are data with fixed ids; an answer is one of three words, or says something."""

import hashlib

import pytest

from hrddesk.analysis.overview.person_facts import FACTS
from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.records.language.labels import CHINESE, EN, ENGLISH, ZH, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.records.terms.vocabulary import PLAIN
from hrddesk.records.terms.words import SHIPPED
from hrddesk.records.texts import questions
from hrddesk.records.texts.questions import CODES, Question, QuestionType, checked, question_of, worded
from hrddesk.system.paths import resources


def _question(kind: QuestionType, vocabulary: str = "") -> Question:
    return Question(
        key="q", owner=Kind.PARTY, type=kind, labels=Labels({EN: "Asked", ZH: "问"}), vocabulary=vocabulary
    )


def test_every_file_is_a_template_with_a_fixed_id_in_two_languages() -> None:
    assert {path.stem for path in (resources() / "templates").glob("*.toml")} == set(CODES)
    keys = []
    for code, template in questions.templates().items():
        # The rule that made the id; it stays when the template is worded anew.
        assert template.id == hashlib.sha256(f"hrddesk/template/{code}".encode()).hexdigest()[:32]
        assert template.code == code
        assert all({EN, ZH} <= set(labels) for labels in (template.labels, template.purpose))
        for section in template.sections:
            assert section.label(ENGLISH) != section.label(CHINESE)
            for question in section.questions:
                keys.append(question.key)
                assert question.key.startswith(f"{code}.")
                assert question.label(ENGLISH) != question.label(CHINESE)
                assert question.fact == "" or question.fact in FACTS, question.key
                assert (question.type is QuestionType.VOCABULARY) == (question.vocabulary in PLAIN)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", list(QuestionType))
def test_unknown_not_asked_and_none_are_three_answers_of_every_type(kind: QuestionType) -> None:
    question = _question(kind, "religion" if kind is QuestionType.VOCABULARY else "")
    kept = [checked(question, code, SHIPPED) for code in ("unknown", "not_asked", "none", "")]
    assert kept == ["unknown", "not_asked", "none", ""]
    assert len({worded(question, answer, SHIPPED, CHINESE) for answer in kept}) == 4


@pytest.mark.parametrize(
    ("kind", "vocabulary", "typed", "kept", "reads"),
    [
        (QuestionType.TEXT, "", " as said ", "as said", "as said"),
        (QuestionType.TEXT, "", "无", "无", "无"),  # words of a person are left as they are
        (QuestionType.DATE, "", "2020-02?", "2020-02?", "2020-02?"),
        (QuestionType.DATE, "", "不详", "unknown", "不详"),
        (QuestionType.NUMBER, "", "-3", "-3", "-3"),
        (QuestionType.NUMBER, "", "Not asked", "not_asked", "未询问"),
        (QuestionType.YES_NO, "", "Yes", "yes", "是"),
        (QuestionType.YES_NO, "", "否", "no", "否"),
        (QuestionType.VOCABULARY, "religion", "islam", "islam", "伊斯兰教"),
        (QuestionType.VOCABULARY, "religion", "of the river", "of the river", "of the river"),
    ],
)
def test_an_answer_is_kept_and_read(
    kind: QuestionType, vocabulary: str, typed: str, kept: str, reads: str
) -> None:
    question = _question(kind, vocabulary)
    assert checked(question, typed, SHIPPED) == kept
    assert worded(question, kept, SHIPPED, CHINESE) == reads


@pytest.mark.parametrize(
    ("kind", "typed", "error"),
    [
        (QuestionType.DATE, "1954-02-29", InvalidDate),
        (QuestionType.NUMBER, "three", InvalidValue),
        (QuestionType.NUMBER, "٣", InvalidValue),
        (QuestionType.YES_NO, "perhaps", InvalidValue),
    ],
)
def test_what_is_no_answer_is_refused(kind: QuestionType, typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        checked(_question(kind), typed, SHIPPED)


def test_a_record_that_defines_no_question_is_none() -> None:
    record = (
        Record(kind=Kind.FIELD, id=new_id())
        .with_fields(owner="party", type="text", key="own.1")
        .with_labels({"zh-Hans": "问"})
    )
    made = question_of(record)
    assert made is not None
    assert (made.label(ENGLISH), made.position, made.id) == ("问", 0, record.id)
    for name, value in (("owner", "bundle"), ("type", "hologram"), ("key", None)):
        assert question_of(record.with_fields(**{name: value})) is None
