"""hrddesk text: what in a free text would give somebody away; confirm it for a profile."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from hrddesk.actions import texts
from hrddesk.actions.texts import Shown, TextReview
from hrddesk.cli import terminal
from hrddesk.cli.commands import Subparsers, command, group

_AROUND = 24  # characters shown on each side of an occurrence


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "text", "free texts, and which of them may be published")
    command(verbs, shared, "list", "all free texts, and for which profiles they were reviewed", _list)
    review = command(
        verbs, shared, "review", "show every known name and telling number in a text, and confirm it", _review
    )
    review.add_argument("ref", metavar="REF", help="a case (its narrative), an event (its summary)")
    review.add_argument("--profile", required=True, metavar="NAME")
    way = review.add_mutually_exclusive_group()
    way.add_argument("--show", action="store_true", help="only show; confirm nothing")
    way.add_argument("--undo", action="store_true", help="take the review back")


def _list(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        rows = texts.list_texts(session.store)
    document = [
        {
            "ref": row.ref,
            "record": row.record,
            "field": row.field,
            "length": row.length,
            "reviewed": row.states,
        }
        for row in rows
    ]
    terminal.emit(
        args,
        document,
        (
            f"{row.ref}  {row.length} characters  "
            + "  ".join(f"{name}: {state}" for name, state in row.states.items())
            for row in rows
        ),
    )
    return 0


def _review(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        if args.undo:
            texts.unreview(session, args.ref, args.profile)
            seen = texts.occurrences(session, args.ref, args.profile)
        else:
            seen = texts.occurrences(session, args.ref, args.profile)
            if not args.show:
                texts.review(session, args.ref, args.profile, seen.digest)
        state = texts.occurrences(session, args.ref, args.profile).state
    document = {
        "ref": args.ref,
        "profile": seen.profile,
        "state": state,
        "occurrences": [_document(item) for item in seen.found],
        "result": seen.result,
    }
    terminal.emit(args, document, _lines(seen, state))
    return 0


def _document(shown: Shown) -> dict[str, Any]:
    made: dict[str, Any] = {
        "start": shown.occurrence.start,
        "end": shown.occurrence.end,
        "text": shown.text,
        "kind": shown.occurrence.kind,
        "people": list(shown.people),
        "inside": list(shown.occurrence.inside) if shown.occurrence.inside else None,
        "becomes": shown.becomes,
        "decide": shown.decide,
    }
    if shown.occurrence.checked is not None:
        made["check_digit"] = shown.occurrence.checked
    return made


def _lines(seen: TextReview, state: str) -> Iterator[str]:
    for shown in seen.found:
        start, end = shown.occurrence.span
        before = seen.text[max(0, start - _AROUND) : start].replace("\n", " ")
        after = seen.text[end : end + _AROUND].replace("\n", " ")
        notes = [shown.occurrence.kind.value, *shown.people]
        if shown.occurrence.inside is not None:
            notes.append("inside a longer name")
        if shown.occurrence.checked is not None:
            notes.append("check digit right" if shown.occurrence.checked else "check digit wrong")
        fate = " -> STAYS" if shown.decide else f" -> {shown.becomes}" if shown.becomes else ""
        yield f"  {start:6}  {before}<<{shown.text}>>{after}{fate}  ({', '.join(notes)})"
    yield f"As it would be published under {seen.profile}:"
    yield from (f"  {line}" for line in seen.result.splitlines())
    open_questions = sum(shown.decide for shown in seen.found)
    if open_questions:
        yield (
            f"warning: {open_questions} place(s) marked STAYS may tell of somebody who may not be named; "
            "where one does, change the text before it goes out"
        )
    yield f"{len(seen.found)} occurrence(s); {state} for {seen.profile}"
