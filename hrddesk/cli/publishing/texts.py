"""The commands `hrddesk text`: find what could identify people in free texts, decide about it, and confirm
texts.
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.actions.content_review.texts import TextReview, TextRow, TextState
from hrddesk.actions.publishing import publications
from hrddesk.actions.scope.labelled_people import printed_in
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.cli.console.record_output import counted
from hrddesk.cli.publishing import publication_people, text_marks, text_questions
from hrddesk.cli.records import record_texts
from hrddesk.errors import InvalidValue, TextUndecided
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.passages.wording import Decision, How, Span
from hrddesk.store.vault.session import Session

_WHICH = (
    "a case (its narrative), an event (its summary), REF:NUMBER of another text of theirs,"
    " or REF:KEY of an answer that is text"
)
_ALONE = (
    "this is the text by itself; with the cases that a publication prints, more may be asked:"
    " `text questions` asks it, and `text review` with --case or --all shows and confirms it;"
    " whoever confirms the text by itself answers for nothing of that"
)
_AROUND = 24  # characters shown on each side of an occurrence
_DECIDED = {How.STAY: "let stand", How.LABEL: "label", How.WORDS: "worded otherwise"}


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "text", "the texts of records, and which of them may be published")
    listed = command(
        verbs, shared, "list", "all free texts, and for which profiles they were reviewed", _list
    )
    listed.add_argument("--profile", metavar="NAME", help="for this profile only")
    listed.add_argument("--waiting", action="store_true", help="only those that have to be read")
    record_texts.add(verbs, shared)
    text_questions.add(verbs, shared)
    review = command(
        verbs,
        shared,
        "review",
        "show a text with all that tells of somebody; confirm what was shown",
        _review,
    )
    review.add_argument("ref", metavar="REF", help=_WHICH)
    review.add_argument("--profile", required=True, metavar="NAME")
    publication_people.add_cases(review, required=False)
    way = review.add_mutually_exclusive_group()
    way.add_argument("--show", action="store_true", help="show, and end with 0 though places wait")
    way.add_argument(
        "--seen", metavar="HASH", help="confirm the text, if it is what was shown with this hash"
    )
    way.add_argument("--undo", action="store_true", help="take the review back")
    way.add_argument(
        "--decisions", metavar="FILE", help="decide about the marks as this JSON file says, then show"
    )
    decide = command(
        verbs,
        shared,
        "decide",
        "decide what becomes of a place in a text, read by itself: what is asked where it is printed"
        " with other cases, `text questions` asks and `text review --case` shows",
        _decide,
    )
    decide.add_argument("ref", metavar="REF", help=_WHICH)
    decide.add_argument("--profile", required=True, metavar="NAME")
    decide.add_argument(
        "--at", required=True, metavar="START-END", help="the place, as `text review --show` counts"
    )
    what = decide.add_mutually_exclusive_group(required=True)
    what.add_argument("--stay", action="store_true", help="let it stand")
    what.add_argument("--label", metavar="PARTY", help="the label of a party; [person] where there is none")
    what.add_argument("--word", choices=[word.name.lower() for word in Word], help="one of the common labels")
    what.add_argument("--words", metavar="TEXT", help="other words, in place of those that were recorded")
    what.add_argument("--forget", action="store_true", help="leave it to the profile again")
    decide.add_argument(
        "--certain", action="store_true", help="with --stay: it means nobody who may not be named"
    )
    take = command(verbs, shared, "take-over", "decide as under another profile", _take_over)
    take.add_argument("ref", metavar="REF", help=_WHICH)
    take.add_argument("--profile", required=True, metavar="NAME")
    take.add_argument("--from", dest="other", required=True, metavar="NAME", help="the other profile")


def _list(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        names = publications.profile_names(session.store)
        if args.profile:
            names = [publications.profile_of(session.store, args.profile).name]
        every = texts.list_texts(session.store, names)
        case_records = (session.store.find(case) for case in {row.case for row in every} if case is not None)
        cases: dict[RecordId | None, str] = {
            case.id: case.text("ref") for case in case_records if case is not None
        }
    done = {name: [row.states[name] for row in every if name in row.states] for name in names}
    rows = [row for row in every if not args.waiting or set(row.states.values()) != {TextState.REVIEWED}]
    document = [
        {
            "ref": row.ref,
            "record": row.record,
            "field": row.field,
            "case": cases.get(row.case),
            "length": row.length,
            "reviewed": row.states,
        }
        for row in rows
    ]
    lines = [
        f"{row.ref}{_of_case(row, cases)}  {counted(row.length, 'character')}  "
        + "  ".join(f"{name}: {state}" for name, state in row.states.items())
        for row in rows
    ]
    lines += [
        f"{name}: {states.count(TextState.REVIEWED)} of {len(states)} reviewed"
        for name, states in done.items()
        if states
    ]
    terminal.emit(args, document, lines)
    return 0


def _of_case(row: TextRow, cases: Mapping[RecordId | None, str]) -> str:
    """Return the case of a text if the text's reference does not contain it, as for an event."""
    case = cases.get(row.case, "")
    return f"  of {case}" if case and not row.ref.startswith(case) else ""


def _review(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        request = publication_people.asked(session.store, args)
        printed = None if request is None else printed_in(session.store, request)
        if args.undo:
            texts.unreview(session, args.ref, args.profile)
        if args.decisions and printed is not None:
            raise InvalidValue(
                field="--decisions", why="what a publication asks is answered by `text questions --decisions`"
            )
        if args.decisions:
            text_marks.decide(session, args.ref, args.profile, args.decisions)
        seen = texts.occurrences(session, args.ref, args.profile, printed=printed)
        if args.seen is not None:
            # Only the hash below a shown text confirms it: nobody confirms a text that they did not see.
            digest = seen.digest if args.seen == text_marks.hash_of(seen) else ""
            texts.review(session, args.ref, args.profile, digest, printed)
        _tell(
            args, texts.occurrences(session, args.ref, args.profile, printed=printed), alone=printed is None
        )
        if seen.undecided and not (args.undo or args.show):  # after the places were printed, to decide about
            raise TextUndecided(count=seen.undecided)
    return 0


def _decide(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        span = _span(args.at)
        if args.forget:
            text_decisions.leave_to_profile(session, args.ref, args.profile, span)
        else:
            decision = Decision(*span, *_what(args, session))
            text_decisions.decide(session, args.ref, args.profile, decision, certain=args.certain)
        _tell(args, texts.occurrences(session, args.ref, args.profile))
    return 0


def _take_over(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        text_decisions.take_over(session, args.ref, args.profile, args.other)
        _tell(args, texts.occurrences(session, args.ref, args.profile))
    return 0


def _span(text: str) -> Span:
    match = re.fullmatch(r"([0-9]{1,9})-([0-9]{1,9})", text)
    if match is None or int(match[1]) >= int(match[2]):
        raise InvalidValue(
            field="place", why="a place is written as START-END, as `text review --show` counts"
        )
    return int(match[1]), int(match[2])


def _what(args: Namespace, session: Session) -> tuple[How, str]:
    if args.stay:
        return How.STAY, ""
    if args.label is not None:
        return How.LABEL, session.store.by_ref(args.label, Kind.PARTY).id
    return (How.LABEL, args.word) if args.word is not None else (How.WORDS, args.words)


def _tell(args: Namespace, seen: TextReview, *, alone: bool = True) -> None:
    document: dict[str, Any] = {
        "ref": args.ref,
        "profile": seen.profile,
        "state": seen.state,
        "occurrences": [_document(item) for item in seen.found],
        "marks": text_marks.documents(seen.marks),
        "told": [
            {"kind": mark.kind, "text": mark.words, "coarser": mark.coarser or None, "at": list(span)}
            for mark, span in texts.told(seen)
        ],
        "result": seen.result,
        "lost": seen.lost,
        "seen": text_marks.hash_of(seen),
    }
    if seen.reviewed is not None:
        document |= {"reviewed_by": seen.reviewed.who, "reviewed": _moment(seen.reviewed.time)}
    terminal.emit(args, document, [*([_ALONE] if alone else []), *_lines(seen)])


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")


def _document(place: ReviewedPlace) -> dict[str, Any]:
    document: dict[str, Any] = {
        "start": place.occurrence.start,
        "end": place.occurrence.end,
        "text": place.text,
        "kind": place.kind,
        "people": list(place.people),
        "inside": list(place.occurrence.inside) if place.occurrence.inside else None,
        "becomes": place.becomes,
        "decide": place.decide,
        "at": list(place.at) if place.at else None,
        "decided": place.decision.how if place.decision else None,
        "form_of": place.form_of or None,
    }
    if place.occurrence.checked is not None:
        document["check_digit"] = place.occurrence.checked
    return document


def _place(span: Span | None) -> str:
    return f"{'in your words' if span is None else '{}-{}'.format(*span):>13}"


def _around(seen: TextReview, span: Span | None) -> tuple[str, str]:
    """Return the original text before and after a place; two empty strings for a place in a reader's own
    words.
    """
    if span is None:
        return "", ""
    before, after = seen.text[max(0, span[0] - _AROUND) : span[0]], seen.text[span[1] : span[1] + _AROUND]
    return before.replace("\n", " "), after.replace("\n", " ")


def _lines(seen: TextReview) -> Iterator[str]:
    for place in seen.found:
        before, after = _around(seen, place.at)
        form = [f"a form of {place.form_of}"] if place.form_of else []
        notes = [text_marks.reason(place), *form, *place.people]
        if place.occurrence.inside is not None:
            notes.append("inside a longer name")
        if place.occurrence.checked is not None:
            notes.append("check digit right" if place.occurrence.checked else "check digit wrong")
        if place.decision is not None:
            notes.append(f"decided: {_DECIDED[place.decision.how]}")
        fate = "" if place.becomes is None else f" -> {place.becomes}"
        if place.decide:
            fate = f"{fate}: DECIDE" if fate else " -> STAYS"
        yield f"  {_place(place.at)}  {before}<<{place.text}>>{after}{fate}  ({', '.join(notes)})"
    for mark, span in texts.told(seen):
        before, after = _around(seen, span)
        words = f"{before}<<{mark.words}>>{after}"
        yield f"  {_place(span)}  {words}  ({mark.kind}: stays if you confirm the text)"
    yield f"As it would be published under {seen.profile}:"
    yield from (f"  {line}" for line in seen.result.splitlines())
    open_questions = sum(place.decide for place in seen.found)
    if open_questions:
        yield (
            f"warning: {open_questions} place(s) marked STAYS or DECIDE may tell of somebody; decide about "
            "each (`text decide`, or `text review --decisions FILE`): the text waits until then"
        )
    if seen.lost:
        lost = f"{seen.lost} decision(s) or protected place(s)"
        yield f"warning: {lost} were about words that are no longer in the text"
    row = seen.reviewed
    by = "" if row is None else f" (reviewed by {row.who}, {_moment(row.time)})"
    yield f"{len(seen.found)} occurrence(s); {seen.state} for {seen.profile}{by}"
    if not open_questions and seen.state != TextState.REVIEWED:
        yield from text_marks.confirmed(seen.marked)
        yield f"confirm just this, if anybody may read it: --seen {text_marks.hash_of(seen)}"
