"""The command `hrddesk text questions`: all questions about the texts of a publication in one list, and the
answers.

A file of answers has numbers of questions and references of texts, but no words of any text: `{"seen": HASH,
"answers": {"1": "keep", "2": {"REF:narrative": "cover"}}}`. An answer applies to all texts with the question,
or to the named texts. The hash covers the list as it was shown; the file is valid for no other list.
"""

import hashlib
import shlex
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.content_review import text_questions, texts
from hrddesk.actions.content_review.text_questions import Group, TextQuestion
from hrddesk.actions.content_review.texts import ReadText
from hrddesk.cli.console import decision_files, terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.cli.publishing import publication_people
from hrddesk.errors import InvalidValue, TextUndecided
from hrddesk.records.names.display_names import people_together
from hrddesk.redact.passages.wording import How
from hrddesk.redact.profile.profile_settings import languages_of
from hrddesk.store.vault.session import Session

_MOST: Final = 1 << 20  # bytes of a file of answers
_HASH_DIGITS: Final = 16
_HOW: Final = {"keep": How.STAY, "cover": How.LABEL}
_GROUPS: Final = {
    Group.PROTECTED: "May be people who may not be named",
    Group.UNKNOWN: "May be unknown names, numbers or addresses",
    Group.WORD: "Ordinary words",
}
_STATES: Final = {how: word for word, how in _HOW.items()}
_END: Final = "q"


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(
        verbs, shared, "questions", "all questions about the texts of a publication, in one list", _questions
    )
    parser.add_argument("--profile", required=True, metavar="NAME")
    publication_people.add_cases(parser, required=True)
    parser.add_argument(
        "--language", metavar="CODES", help="of texts in these languages alone, as `publish` takes them"
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--decisions", metavar="FILE", help="answer as this JSON file says, then show what is left"
    )
    way.add_argument("--ask", action="store_true", help="ask one after the other, and read answers as lines")


def _questions(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        request = publication_people.asked(session.store, args)
        assert request is not None  # `--case` or `--all` is required
        languages = languages_of(args.language) if args.language else ()
        request = replace(request, languages=languages)
        read = texts.read_all(session.store, request, terminal.job(args))
        if args.decisions:
            read = _answer(session, read, args.decisions)
        elif args.ask:
            read = _ask(session, read)
        listed = text_questions.questions(read)
        document = {
            "profile": request.profile,
            "seen": _hash_of(read),
            "questions": [_document(number, question) for number, question in enumerate(listed, 1)],
            "to_review": [text.ref for text in text_questions.waiting(read)],
        }
        terminal.emit(args, document, _lines(listed, read, " ".join(publication_people.typed(args))))
        if open_count := sum(len(question.waiting) for question in listed):
            raise TextUndecided(count=open_count)
    return 0


def _hash_of(read: Sequence[ReadText]) -> str:
    """Return the hash of everything that was shown, profile included."""
    text_lines = (f"{text.ref}\0{text.review.profile}\0{text.review.digest}" for text in read)
    return hashlib.sha256("\n".join(text_lines).encode("utf-8")).hexdigest()[:_HASH_DIGITS]


def _document(number: int, question: TextQuestion) -> dict[str, Any]:
    return {
        "n": number,
        "group": question.group,
        "text": question.words,
        "people": list(question.people),
        "others": question.others,
        "places": [
            {
                "ref": place.ref,
                "at": list(place.span),
                "sentence": place.sentence,
                "state": "open" if place.decision is None else _STATES[place.decision.how],
            }
            for place in question.places
        ],
    }


def _lines(listed: Sequence[TextQuestion], read: Sequence[ReadText], publication: str) -> Iterator[str]:
    """Yield the open questions, and the commands that confirm the texts as the `publication` prints them."""
    group = None
    for number, question in enumerate(listed, 1):
        if question.waiting:
            if group != question.group:
                group = question.group
                yield f"{_GROUPS[group]}:"
            yield from _told(number, question)
    open_count = sum(bool(question.waiting) for question in listed)
    yield f"{open_count} of {len(listed)} question(s) open; answers for just this list: {_hash_of(read)}"
    for text in text_questions.waiting(read):
        review = f"text review {text.ref} --profile {shlex.quote(text.review.profile)} {publication}"
        yield f"nothing is asked about it any more: {review}"


def _told(number: int, question: TextQuestion) -> Iterator[str]:
    """Yield a question, then each sentence with a place of the question that is not decided yet."""
    yield f"  {number}. {question.words}: {_meaning(question)}"
    for place in question.waiting:
        start, end = place.within
        marked = f"{place.sentence[:start]}<<{place.sentence[start:end]}>>{place.sentence[end:]}"
        yield f"       {place.ref}: {marked}"


def _meaning(question: TextQuestion) -> str:
    """Return the possible meanings of the words; only people of the cases are named."""
    if question.form is not None:
        return question.form.value
    others = ["somebody else who may not be named" if question.people else "somebody who may not be named"]
    named = [people_together(question.people)] if question.people else []
    return f"may mean {' or '.join(named + (others if question.others else []))}"


def _answer(session: Session, read: list[ReadText], file: str) -> list[ReadText]:
    """Apply the answers of a file; raise FileUnreadable, InvalidValue."""
    document = decision_files.load(Path(file), _MOST)
    if (
        not isinstance(document, dict)
        or document.keys() != {"seen", "answers"}
        or not isinstance(document["answers"], dict)
    ):
        raise InvalidValue(field="decisions", why='write one JSON object: {"seen": HASH, "answers": {...}}')
    if document["seen"] != _hash_of(read):
        raise InvalidValue(field="decisions", why="they are about another list, or what was decided since")
    listed = {str(number): one for number, one in enumerate(text_questions.questions(read), 1)}
    answers = list[tuple[TextQuestion, How]]()
    for number, answer in document["answers"].items():
        if number not in listed:
            raise InvalidValue(field="decisions", why="there is no question of that number: look again")
        answers += _each(answer, listed[number])
    return _with(session, read, answers)


def _each(answer: object, question: TextQuestion) -> Iterator[tuple[TextQuestion, How]]:
    """Yield the decision of one answer, for each text to which it applies."""
    by_text = dict.fromkeys(question.refs, answer) if isinstance(answer, str) else answer
    if not isinstance(by_text, Mapping) or not by_text.keys() <= set(question.refs):
        raise InvalidValue(field="decisions", why="answer keep or cover, or one of them for each text")
    for ref, word in by_text.items():
        if word not in list(_HOW):
            raise InvalidValue(field="decisions", why="answer keep or cover, or one of them for each text")
        yield question.within([ref]), _HOW[word]


def _with(
    session: Session, read: list[ReadText], answers: Sequence[tuple[TextQuestion, How]]
) -> list[ReadText]:
    text_questions.answer(session, read, answers)
    return text_questions.renewed(session, read, {ref for one, _ in answers for ref in one.refs})


def _ask(session: Session, read: list[ReadText]) -> list[ReadText]:
    """Ask the questions one by one until each is answered or postponed, or the user ends the dialogue."""
    put_off = set[object]()  # by words and meaning: answers may move numbers
    while waits := [one for one in _open(read) if _asked_of(one[1]) not in put_off]:
        number, question = waits[0]
        for line in _told(number, question):
            sys.stderr.write(f"{terminal.printable(line)}\n")
        sys.stderr.write("k keep, c cover, in this text; K, C in all texts; s later, q end: ")
        sys.stderr.flush()
        answer = (sys.stdin.readline() or _END).strip()
        how = {"k": How.STAY, "c": How.LABEL}.get(answer.lower())
        if how is not None:
            waiting = dict.fromkeys(place.ref for place in question.waiting)
            narrowed_question = question.within(list(waiting)[: None if answer.isupper() else 1])
            read = _with(session, read, [(narrowed_question, how)])
        elif answer.lower() == "s":
            put_off.add(_asked_of(question))
        elif answer.lower() == _END:
            break
        else:
            sys.stderr.write(
                f'"{terminal.printable(answer)}" is none of k, c, K, C, s, q: nothing was decided\n'
            )
    return read


def _asked_of(question: TextQuestion) -> object:
    return question.words, question.people, question.others


def _open(read: Sequence[ReadText]) -> list[tuple[int, TextQuestion]]:
    """Return the open questions with their numbers in the list."""
    return [one for one in enumerate(text_questions.questions(read), 1) if one[1].waiting]
