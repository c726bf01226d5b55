"""The commands `hrddesk field` and `hrddesk answer`: this desk's own questions, and answers to any
question.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from hrddesk.actions.records import questions
from hrddesk.actions.records.questions import Definition
from hrddesk.cli.console import languages, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.texts.questions import OWNERS, Question, QuestionType
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "field", "questions of the desk's own about cases, people and events")
    command(verbs, shared, "list", "the desk's own questions, retired ones too", _list)
    new = command(verbs, shared, "add", "make a question", _add)
    new.add_argument("owner", choices=[item.value for item in OWNERS], help="what it is asked about")
    new.add_argument("type", choices=[item.value for item in QuestionType], help="what an answer is")
    new.add_argument("--key", default="", help="what answers are kept under; made if it is not given")
    _say(new)
    edit = _key(command(verbs, shared, "edit", "word a question anew; answers stay", _edit))
    edit.add_argument("--type", choices=[item.value for item in QuestionType])
    _say(edit)
    _key(command(verbs, shared, "retire", "ask a question no longer; its answers stay", _retire))
    _key(command(verbs, shared, "restore", "ask a retired question again", _restore))
    answer = command(
        commands, shared, "answer", "answer questions about a case, a person or an event", _answer
    )
    answer.add_argument("ref", metavar="REF")
    answer.add_argument(
        "fields",
        nargs="+",
        metavar="KEY=ANSWER",
        help="unknown, not_asked, none are answers; empty clears",
    )


def _key(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("key", metavar="KEY")
    return parser


def _say(parser: ArgumentParser) -> None:
    languages.add_labels(parser, "the question")
    parser.add_argument("--vocabulary", metavar="NAME", help="for the type vocabulary")
    parser.add_argument("--template", metavar="FORM", help="the form in which it is asked too")
    parser.add_argument("--position", type=int, metavar="N", help="where it stands among the others")
    parser.add_argument(
        "--visibility",
        choices=[item.value for item in Visibility],
        help="who may learn of it and its answers; a new one is secret",
    )


def _definition(args: Namespace, owner: str | None) -> Definition:
    labels = languages.labels(args)
    return Definition(
        owner=owner,
        type=args.type,
        labels=labels,
        vocabulary=args.vocabulary,
        template=args.template,
        position=args.position,
        level=args.visibility,
    )


def _document(store: Store, question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "owner": question.owner.value,
        "type": question.type.value,
        "labels": dict(question.labels),
        "vocabulary": question.vocabulary or None,
        "template": question.template or None,
        "position": question.position,
        "retired": question.retired,
        "answers": questions.uses(store, question),
        "id": question.id,
    }


def _line(question: Question) -> str:
    wording = " · ".join(dict.fromkeys(question.labels.values()))
    state = "  (retired)" if question.retired else ""
    return f"{question.key}  {question.owner.value}  {question.type.value}  {wording}{state}"


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        own_questions = questions.own(session.store, retired=True)
        document = [_document(session.store, question) for question in own_questions]
    terminal.emit(args, document, map(_line, own_questions))
    return 0


def _emit(args: Namespace, session: Session, key: str) -> int:
    question = questions.find(session.store, key)
    terminal.emit(args, _document(session.store, question), [_line(question)])
    return 0


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        question = questions.add(session, _definition(args, args.owner), args.key).result
        return _emit(args, session, question)


def _edit(args: Namespace) -> int:
    return _change(args, lambda session: questions.edit(session, args.key, _definition(args, None)))


def _retire(args: Namespace) -> int:
    return _change(args, lambda session: questions.retire(session, args.key))


def _restore(args: Namespace) -> int:
    return _change(args, lambda session: questions.restore(session, args.key))


def _change(args: Namespace, work: Callable[[Session], Outcome[None]]) -> int:
    with terminal.unlocked(args) as session:
        work(session)
        return _emit(args, session, args.key)


def pairs(pair_texts: list[str]) -> dict[str, str]:
    """Return answers by key from arguments KEY=ANSWER; raise InvalidValue."""
    answers: dict[str, str] = {}
    for pair in pair_texts:
        name, sign, text = pair.partition("=")
        key = name.strip()
        if not sign or key in answers:
            raise InvalidValue(field=key, why="write KEY=ANSWER, each key once")
        answers[key] = text
    return answers


def _answer(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        questions.answer(session, record.id, pairs(args.fields))
        answers = questions.answers_of(session.store.get(record.id))
    terminal.emit(
        args, {"id": record.id, "answers": answers}, (f"{key}  {text}" for key, text in answers.items())
    )
    return 0
