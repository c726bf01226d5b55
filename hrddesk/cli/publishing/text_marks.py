"""The places of a text that need a decision, called marks on the command line, and files that decide them.

Such a file has the content that `text review --json` prints under `marks`, with a new state for each mark:
`{"seen": HASH, "marks": [{"n": 1, "text": "Hope", "state": "stay"}]}`. The hash covers the text as it was
shown, with earlier decisions about it: the file is valid for no other text. States are `stay`, `label` (with
`label`: a party or one of the common labels), `words` (with `words`) and `open`.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.actions.content_review.texts import TextReview
from hrddesk.cli.console import decision_files
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.redact.texts.marks import MarkKind, TellingMark
from hrddesk.store.vault.session import Session

_MOST: Final = 4 << 20  # bytes of a file of decisions
_HASH_DIGITS: Final = 16
_OPEN: Final = "open"
_WORDS: Final = frozenset(word.name.lower() for word in Word)


def documents(marks: Sequence[ReviewedPlace]) -> list[dict[str, Any]]:
    """Return marks as JSON, numbered from 1 in the order of the text."""
    return [
        {
            "n": number,
            "text": mark.text,
            "reason": reason(mark),
            "state": _OPEN if mark.decision is None else mark.decision.how.value,
        }
        for number, mark in enumerate(marks, 1)
    ]


def reason(mark: ReviewedPlace) -> str:
    """Return the reason why a place is marked."""
    return "a name that is an ordinary word too" if mark.occurrence.word else mark.kind.value


def confirmed(marks: Sequence[TellingMark]) -> Iterator[str]:
    """Yield the statements that a reader makes by confirming a text; `marks` are the marks confirmed
    with it.
    """
    names = dict.fromkeys(mark.words for mark in marks if mark.kind is MarkKind.NAME)
    others = dict.fromkeys(
        f"{mark.words} ({mark.coarser})" if mark.coarser else mark.words
        for mark in marks
        if mark.kind is not MarkKind.NAME
    )
    if names or others:
        yield "if you confirm this text, you say:"
    if names:
        yield f"  none of these words is a name: {', '.join(names)}"
    if others:
        yield f"  anybody may read these, which tell more than the facts do: {', '.join(others)}"


def decide(session: Session, ref: str, profile: str, file: str) -> None:
    """Apply the decisions of a file to the marks of a text.

    Raise FileUnreadable; InvalidValue if the text is not the one that was shown, or if a mark appears twice,
    does not exist or has another text; and the errors of `text_decisions.decide`.
    """
    document, text_review = _read(Path(file)), texts.occurrences(session, ref, profile)
    if document["seen"] != hash_of(text_review):
        raise InvalidValue(field="decisions", why="they are about another text, or what was decided since")
    decisions = [_decision(session, text_review.marks, item) for item in document["marks"]]
    numbers = Counter(item["n"] for item in document["marks"])
    if twice := [number for number, times in numbers.items() if times > 1]:
        raise InvalidValue(field="decisions", why=f"mark {twice[0]} appears twice: keep one")
    for decision in decisions:
        if decision is not None:
            text_decisions.decide(session, ref, profile, decision, certain=True)


def hash_of(text_review: TextReview) -> str:
    """Return the hash of everything that the reader of a text was shown, profile included."""
    hash_source = "\0".join((text_review.record, text_review.field, text_review.profile, text_review.digest))
    return hashlib.sha256(hash_source.encode("utf-8")).hexdigest()[:_HASH_DIGITS]


def _read(path: Path) -> dict[str, Any]:
    document = decision_files.load(path, _MOST)
    if (
        not isinstance(document, dict)
        or set(document) != {"seen", "marks"}
        or not isinstance(document["marks"], list)
    ):
        raise InvalidValue(field="decisions", why='write one JSON object: {"seen": HASH, "marks": [...]}')
    return document


def _decision(session: Session, marks: Sequence[ReviewedPlace], item: Any) -> Decision | None:
    """Return the decision of one entry of the file; None if the entry leaves its mark open."""
    if not isinstance(item, dict) or not set(item) <= {"n", "text", "reason", "state", "label", "words"}:
        raise InvalidValue(field="decisions", why="a mark has n, text, state, and label or words")
    number, text, state = item.get("n"), item.get("text"), item.get("state")
    if type(number) is not int or not 1 <= number <= len(marks) or marks[number - 1].text != text:
        raise InvalidValue(field="decisions", why=f"there is no mark {number} of that text: look at it again")
    span = marks[number - 1].at
    if state == _OPEN:
        return None
    if span is None:
        raise InvalidValue(field="decisions", why=f"mark {number} stands in words that a reader put in")
    return Decision(*span, *_how(session, str(state), item))


def _how(session: Session, state: str, item: dict[str, Any]) -> tuple[How, str]:
    label, words = item.get("label"), item.get("words")
    if state == How.STAY:
        return How.STAY, ""
    if state == How.LABEL and isinstance(label, str):
        return How.LABEL, label if label in _WORDS else session.store.by_ref(label, Kind.PARTY).id
    if state == How.WORDS and isinstance(words, str):
        return How.WORDS, words
    raise InvalidValue(
        field="decisions", why="a state is stay, label with a label, words with words, or open"
    )
