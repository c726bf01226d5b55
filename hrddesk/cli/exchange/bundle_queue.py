"""The commands `hrddesk bundle read`, `queue` and `accept-plain`: read many bundles and see what needs a
decision.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hrddesk.actions.exchange import bundles, contact_lists
from hrddesk.bundle.receiving.batch import ReadResult
from hrddesk.bundle.receiving.read import ReviewSummary
from hrddesk.bundle.review.queue import Waiting
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, id_number
from hrddesk.cli.exchange import notices, receipts, reviews
from hrddesk.cli.exchange.contacts import state_text
from hrddesk.store.vault.session import Session


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add these commands to the group `bundle`."""
    read = command(verbs, shared, "read", "verify, decrypt, and put into the review queue", _read)
    read.add_argument("files", metavar="FILE", nargs="+", type=PathText, help="several, or a folder of them")
    command(verbs, shared, "queue", "what waits in all reviews, and what of it needs a look", _queue)
    plain = command(
        verbs,
        shared,
        "accept-plain",
        "merge what needs no yes of its own, of all reviews or of these",
        _plain,
    )
    plain.add_argument("reviews", metavar="ID", nargs="*", type=id_number)


def _read(args: Namespace) -> int:
    named = bundles.among([Path(text) for text in args.files])
    if named.are_several:
        return _read_several(args, named.files)
    with terminal.unlocked(args) as session:
        summary = bundles.read_bundle(session, named.files[0], terminal.job(args))
        introduced = _introduced(session, summary)
    terminal.emit(
        args,
        _document(summary, introduced),
        [
            _line(summary),
            *_notes(summary, introduced),
            _what_next(summary, introduced),
        ],
    )
    return 0


def _what_next(summary: ReviewSummary, introduced: int) -> str:
    brought = summary.new + summary.changed + summary.conflicts + summary.unchanged + introduced
    if summary.receipts is not None and not brought:
        return "It asks for no decision."
    return f"Nothing is merged yet. `bundle review {summary.review}` shows it."


def _read_several(args: Namespace, files: Sequence[Path]) -> int:
    """Read several bundles; return the exit code of the first refused bundle, or 0."""
    with terminal.unlocked(args) as session:
        outcomes = bundles.read_bundles(session, files, terminal.job(args))
        introduced = {
            each.review: _introduced(session, each.summary) for each in outcomes if each.summary is not None
        }
    terminal.emit(
        args,
        [_outcome(each, introduced) for each in outcomes],
        lambda: _outcome_lines(outcomes, introduced),
    )
    refused = (each.error for each in outcomes if each.is_refused)
    return next((error.exit_code for error in refused if error is not None), 0)


def _queue(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        waiting_reviews = bundles.waiting(session, terminal.job(args))
    lines = [line for each in waiting_reviews for line in _waiting_lines(each)] or ["Nothing waits."]
    terminal.emit(args, [_waiting(each) for each in waiting_reviews], lines)
    return 0


def _waiting(waiting_review: Waiting) -> dict[str, Any]:
    return reviews.head(waiting_review.head) | {
        "new": waiting_review.new,
        "changed": waiting_review.changed,
        "conflicts": waiting_review.conflicts,
        "deletes": waiting_review.deletes,
        "opens": waiting_review.opens,
        "brings_back": waiting_review.brings_back,
        "arrive_public": waiting_review.arrives_public,
        "asked": waiting_review.asked,
        "contacts": waiting_review.introduced,
        "here": waiting_review.here,
        "plain": waiting_review.plain,
        "needs_me": waiting_review.needs_me,
        "holds": list(waiting_review.holds),
    }


def _waiting_lines(waiting_review: Waiting) -> Iterator[str]:
    yield reviews.head_line(waiting_review.head)
    yield from reviews.counts(waiting_review)
    yield from (f"  {notices.line(notice)}" for notice in waiting_review.head.notices)


def _plain(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        taken = bundles.accept_plain(session, args.reviews or None, terminal.job(args)).result
    terminal.emit(
        args,
        [
            {
                "review": each.head.id,
                "sender": each.head.sender,
                "merged": each.taken,
                "here": each.here,
                "waiting": each.left,
            }
            for each in taken
        ],
        [
            f"Review {each.head.id}, from {each.head.sender}: {each.taken} record(s) merged,"
            f" {each.here} were here already, {each.left} need a look."
            for each in taken
        ],
    )
    return 0


def _introduced(session: Session, summary: ReviewSummary) -> int:
    """Return the number of contacts that the list in a bundle proposes."""
    return contact_lists.count(session, summary.review)


def _outcome(outcome: ReadResult, introduced: dict[int, int]) -> dict[str, Any]:
    document: dict[str, Any] = {"file": str(outcome.path), "error": None}
    if outcome.summary is not None:
        return document | _document(outcome.summary, introduced[outcome.review])
    error = outcome.error
    refusal = None if error is None else {"code": error.exit_code, "message": error.message}
    return document | {"review": outcome.review or None, "error": refusal}


def _outcome_lines(outcomes: list[ReadResult], introduced: dict[int, int]) -> Iterator[str]:
    for each in outcomes:
        if each.summary is not None:
            yield f"{each.path.name}: {_line(each.summary)}"
            yield from (f"  {line}" for line in _notes(each.summary, introduced[each.review]))
        else:
            yield f"{each.path.name}: {'' if each.error is None else each.error.message}"
    read = sum(each.summary is not None for each in outcomes)
    yield f"{read} of {len(outcomes)} read. Nothing is merged yet. `bundle list` shows what waits."


def _document(summary: ReviewSummary, introduced: int) -> dict[str, Any]:
    return {
        "review": summary.review,
        "sender": summary.sender,
        "state": summary.state.value,
        "new": summary.new,
        "changed": summary.changed,
        "conflicts": summary.conflicts,
        "unchanged": summary.unchanged,
        "loosened": summary.loosened,
        "arrive_public": summary.arrive_public,
        "deletes": summary.deletes,
        "regrouped": summary.regrouped,
        "brings_back": summary.brings_back,
        "notices": list(summary.notices),
        "contacts": introduced,
        "receipts": receipts.document(summary.receipts),
    }


def _line(summary: ReviewSummary) -> str:
    counts = (
        f"{summary.new} new, {summary.changed} changed, {summary.conflicts} in conflict, "
        f"{summary.unchanged} as here"
    )
    return f"Review {summary.review}, from {summary.sender} ({state_text(summary.state)}): {counts}."


def _notes(summary: ReviewSummary, introduced: int) -> Iterator[str]:
    yield from reviews.warnings(
        summary.loosened, summary.arrive_public, summary.deletes, summary.regrouped, summary.brings_back
    )
    yield from (notices.line(notice) for notice in summary.notices)
    yield from receipts.words(summary.receipts)
    if introduced:
        yield f"{introduced} contact(s): `contact proposals {summary.review}`."
