"""hrddesk bundle read, queue, accept-plain: many bundles, from the stick to what needs a look."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hrddesk.actions.exchange import bundles, contact_lists
from hrddesk.bundle.receiving.batch import Outcome
from hrddesk.bundle.receiving.read import ReviewSummary
from hrddesk.bundle.review.queue import Waiting
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, id_number
from hrddesk.cli.exchange import notices, receipts, reviews
from hrddesk.cli.exchange.contacts import state_text
from hrddesk.store.vault.session import Session


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command to the group `bundle`."""
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
        found = bundles.read_bundle(session, named.files[0], terminal.job(args))
        introduced = _introduced(session, found)
    terminal.emit(
        args,
        _document(found, introduced),
        [
            _line(found),
            *_notes(found, introduced),
            _what_next(found, introduced),
        ],
    )
    return 0


def _what_next(found: ReviewSummary, introduced: int) -> str:
    brought = found.new + found.changed + found.conflicts + found.unchanged + introduced
    if found.receipts is not None and not brought:
        return "It asks for no decision."
    return f"Nothing is merged yet. `bundle review {found.review}` shows it."


def _read_several(args: Namespace, files: Sequence[Path]) -> int:
    """Read what there is; the exit code is that of the first that was refused."""
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
        found = bundles.waiting(session, terminal.job(args))
    shown = [line for each in found for line in _waiting_lines(each)] or ["Nothing waits."]
    terminal.emit(args, [_waiting(each) for each in found], shown)
    return 0


def _waiting(found: Waiting) -> dict[str, Any]:
    return reviews.head(found.head) | {
        "new": found.new,
        "changed": found.changed,
        "conflicts": found.conflicts,
        "deletes": found.deletes,
        "opens": found.opens,
        "brings_back": found.brings_back,
        "arrive_public": found.arrives_public,
        "asked": found.asked,
        "contacts": found.introduced,
        "here": found.here,
        "plain": found.plain,
        "needs_me": found.needs_me,
        "holds": list(found.holds),
    }


def _waiting_lines(found: Waiting) -> Iterator[str]:
    yield reviews.head_line(found.head)
    yield from reviews.counts(found)
    yield from (f"  {notices.line(notice)}" for notice in found.head.notices)


def _plain(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        taken, _ = bundles.accept_plain(session, args.reviews or None, terminal.job(args))
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


def _introduced(session: Session, found: ReviewSummary) -> int:
    """Return how many contacts a list in the bundle proposes."""
    return contact_lists.count(session, found.review)


def _outcome(found: Outcome, introduced: dict[int, int]) -> dict[str, Any]:
    document: dict[str, Any] = {"file": str(found.path), "error": None}
    if found.summary is not None:
        return document | _document(found.summary, introduced[found.review])
    error = found.error
    refusal = None if error is None else {"code": error.exit_code, "message": error.message}
    return document | {"review": found.review or None, "error": refusal}


def _outcome_lines(outcomes: list[Outcome], introduced: dict[int, int]) -> Iterator[str]:
    for each in outcomes:
        if each.summary is not None:
            yield f"{each.path.name}: {_line(each.summary)}"
            yield from (f"  {line}" for line in _notes(each.summary, introduced[each.review]))
        else:
            yield f"{each.path.name}: {'' if each.error is None else each.error.message}"
    read = sum(each.summary is not None for each in outcomes)
    yield f"{read} of {len(outcomes)} read. Nothing is merged yet. `bundle list` shows what waits."


def _document(found: ReviewSummary, introduced: int) -> dict[str, Any]:
    return {
        "review": found.review,
        "sender": found.sender,
        "state": found.state.value,
        "new": found.new,
        "changed": found.changed,
        "conflicts": found.conflicts,
        "unchanged": found.unchanged,
        "loosened": found.loosened,
        "arrive_public": found.arrive_public,
        "deletes": found.deletes,
        "regrouped": found.regrouped,
        "brings_back": found.brings_back,
        "notices": list(found.notices),
        "contacts": introduced,
        "receipts": receipts.document(found.receipts),
    }


def _line(found: ReviewSummary) -> str:
    counts = (
        f"{found.new} new, {found.changed} changed, {found.conflicts} in conflict, {found.unchanged} as here"
    )
    return f"Review {found.review}, from {found.sender} ({state_text(found.state)}): {counts}."


def _notes(found: ReviewSummary, introduced: int) -> Iterator[str]:
    yield from reviews.warnings(
        found.loosened, found.arrive_public, found.deletes, found.regrouped, found.brings_back
    )
    yield from (notices.line(notice) for notice in found.notices)
    yield from receipts.words(found.receipts)
    if introduced:
        yield f"{introduced} contact(s): `contact proposals {found.review}`."
