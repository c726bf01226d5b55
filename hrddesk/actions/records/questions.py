"""A desk's own questions, the answers to them, and the answers to questions of the shipped forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hrddesk.actions.records.visibility import level_of
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value, new_id
from hrddesk.records.terms.vocabulary import PLAIN
from hrddesk.records.texts import questions
from hrddesk.records.texts.questions import ANSWERS as ANSWERS
from hrddesk.records.texts.questions import OWNERS, Question, QuestionType, question_of
from hrddesk.records.texts.questions import answers_of as answers_of
from hrddesk.store.queries import referrers
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_LONGEST: Final = 300  # characters of a question


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The definition of a question; None keeps the present value."""

    owner: str | None = None
    type: str | None = None
    labels: Mapping[str, str | None] = field(default_factory=dict)
    """The question by language; languages that are not given stay, an empty text removes a language."""
    vocabulary: str | None = None
    template: str | None = None
    """The code of a shipped form that includes the question; empty for no form."""
    position: int | None = None
    level: str | None = None


def own(store: Store, owner: Kind | None = None, *, retired: bool = False) -> list[Question]:
    """Return the desk's own questions in their order; retired questions only with `retired`."""
    own_questions = [
        question for record in store.all(Kind.FIELD) if (question := question_of(record)) is not None
    ]
    fitting_questions = [
        q for q in own_questions if (owner is None or q.owner is owner) and (retired or not q.retired)
    ]
    return sorted(fitting_questions, key=lambda question: (question.position, question.key))


def find(store: Store, key: str) -> Question:
    """Return a question, the desk's own or a shipped one, by its key or id; raise RecordNotFound."""
    mine = own(store, retired=True)
    shipped = [q for item in questions.templates().values() for part in item.sections for q in part.questions]
    question = next((q for q in (*mine, *shipped) if key in (q.key, q.id)), None)
    if question is None:
        raise RecordNotFound(ref=key)
    return question


def uses(store: Store, question: Question) -> int:
    """Return the number of records that answer a question."""
    return len(referrers.of_field(store.db, question.key))


def add(session: Session, definition: Definition, key: str = "") -> Outcome[RecordId]:
    """Create a question; raise InvalidValue. Its key never changes afterwards, because answers refer to
    it.
    """
    record = Record(kind=Kind.FIELD, id=new_id())
    with session.store.change("field.new") as change:
        if definition.position is None:
            last = max((q.position for q in own(session.store, retired=True)), default=0)
            record = record.with_fields(position=last + 1)
        record = record.with_fields(key=key.strip() or f"own.{record.id[:12]}")
        if any(q.key == record.text("key") for q in own(session.store, retired=True)):
            raise InvalidValue(field="key", why=Translatable("another question has it"))
        change.put(_defined(record, definition))
    return Outcome(record.id, change.changes)


def edit(session: Session, key: str, definition: Definition) -> Outcome[None]:
    """Change a question; the answers to it stay. Raise RecordNotFound, InvalidValue."""
    return _changed(session, key, "field.edit", definition, {})


def retire(session: Session, key: str) -> Outcome[None]:
    """Stop asking a question; answers to it stay and are still shown."""
    return _changed(session, key, "field.retire", Definition(), {"retired": True})


def restore(session: Session, key: str) -> Outcome[None]:
    """Ask a retired question again."""
    return _changed(session, key, "field.restore", Definition(), {"retired": None})


def move(session: Session, key: str, by: int) -> Outcome[None]:
    """Move a question by `by` places, later if it is positive, among the questions about the same kind of
    record.

    All of these questions are numbered again in one transaction. Raise RecordNotFound, InvalidValue.
    """
    question_id, question = _own_one(session.store, key)
    others = own(session.store, question.owner, retired=True)
    order = [sibling.id for sibling in others if sibling.id is not None]
    index = order.index(question_id)
    order.insert(max(0, index + by), order.pop(index))
    with session.store.change("field.edit") as change:
        for position, sibling in enumerate(order, 1):
            change.put(session.store.get(sibling).with_fields(position=position))
    return Outcome(None, change.changes)


def _own_one(store: Store, key: str) -> tuple[RecordId, Question]:
    question = find(store, key)
    if question.id is None:
        raise InvalidValue(field="key", why=Translatable("this question is shipped and is not changed"))
    return question.id, question


def _changed(
    session: Session, key: str, act: str, definition: Definition, fields: Mapping[str, Value]
) -> Outcome[None]:
    question_id, _ = _own_one(session.store, key)
    with session.store.change(act) as change:
        change.put(_defined(session.store.get(question_id), definition).with_fields(**fields))
    return Outcome(None, change.changes)


def _defined(record: Record, definition: Definition) -> Record:
    defined_fields: dict[str, Value] = {
        "owner": definition.owner,
        "type": definition.type,
        "vocabulary": definition.vocabulary,
        "template": definition.template,
        "position": definition.position,
    }
    unchanged_fields = {
        name: v.strip() if isinstance(v, str) else v for name, v in defined_fields.items() if v is not None
    }
    record = record.with_fields(**unchanged_fields).with_labels(labels.written(definition.labels))
    if definition.level is not None:
        record = record.with_visibility(level_of(definition.level))
    if not record.labels or max(map(len, record.labels.values())) > _LONGEST:
        why = Translatable("ask it in at least one language, in up to {0} characters", _LONGEST)
        raise InvalidValue(field="label", why=why)
    if record.text("owner") not in [item.value for item in OWNERS]:
        raise InvalidValue(field="owner", why=Translatable("it is asked about a case, a party or an event"))
    if record.text("type") not in set(QuestionType):
        raise InvalidValue(field="type", why=Translatable("the types are {0}", ", ".join(QuestionType)))
    is_of_vocabulary = record.text("type") == QuestionType.VOCABULARY
    if is_of_vocabulary != (record.text("vocabulary") in PLAIN):
        raise InvalidValue(
            field="vocabulary", why=Translatable("name one that exists, and only for this type")
        )
    template = record.text("template")
    if template and (template not in questions.CODES or record.text("owner") != Kind.PARTY):
        raise InvalidValue(
            field="template", why=Translatable("name a shipped form, for a question about a person")
        )
    return record


# --- answers --------------------------------------------------------------------------------------------


def shown_for(store: Store, kind: Kind, record: Record | None = None) -> list[tuple[Question, str]]:
    """Return the desk's own questions about a record, each with its answer; `record` is None for a new
    record.

    Retired questions are included only if they were answered.
    """
    answers_by_key = {} if record is None else answers_of(record)
    own_questions = own(store, kind, retired=True)
    return [
        (q, answers_by_key.get(q.key, "")) for q in own_questions if not q.retired or q.key in answers_by_key
    ]


def answer(session: Session, record_id: RecordId, answers: Mapping[str, str]) -> Outcome[None]:
    """Store answers to questions about a record, by the keys of the questions; "" removes an answer.

    Raise RecordNotFound for an unknown question; InvalidValue, InvalidDate for an invalid answer, or a
    question about another kind of record.
    """
    with session.store.change("answers.edit") as change:
        record = session.store.get(record_id)
        change.put(record.with_elements(ANSWERS, merged(session.store, record, answers)))
    return Outcome(None, change.changes)


def merged(store: Store, record: Record, answers: Mapping[str, str]) -> Sequence[Element]:
    """Return the answers of a record with new answers merged in; the errors are those of `answer`."""
    words, stored_answers = store.words(), answers_of(record)
    for key, text in answers.items():
        question = find(store, key)
        if question.owner is not record.kind:
            raise InvalidValue(field=key, why=Translatable("it is asked about a {0}", question.owner.value))
        stored_answers[key] = questions.checked(question, text, words)
    return [{"field": key, "answer": text} for key, text in stored_answers.items() if text]
