"""The commands `hrddesk bundle`: send records to contacts, and accept received records after a review."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hrddesk.actions.exchange import bundles
from hrddesk.actions.exchange.bundles import Contents, LastSources
from hrddesk.actions.exchange.source_mentions import SourceMention
from hrddesk.actions.records import reports
from hrddesk.actions.scope import profiles
from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.review.review_items import Review
from hrddesk.bundle.sending.packing import Choice, Packed, SourceChoice
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group, id_number
from hrddesk.cli.exchange import bundle_queue, receipts, reviews
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "bundle", "hand records over in a sealed file, take them over after a review")
    write = command(verbs, shared, "write", "seal records for verified contacts", _write)
    write.add_argument(
        "file", metavar="FILE", type=PathText, help="a folder gives it a name that says nothing"
    )
    estimate = command(verbs, shared, "estimate", "what a bundle would hold, and how large it is", _estimate)
    _add_choice(write, ("leave-out", "replace", "send"))
    _add_choice(estimate, ("leave-out", "send"))
    receipts.add(verbs, shared)
    inspect = command(verbs, shared, "inspect", "what anybody can see of a bundle, without a vault", _inspect)
    inspect.add_argument("file", metavar="FILE", type=PathText)
    bundle_queue.add(verbs, shared)
    command(verbs, shared, "list", "all reviews", _list)
    review = command(verbs, shared, "review", "what a bundle would change", _review)
    accept = command(verbs, shared, "accept", "merge what waits into the records", _accept)
    which = accept.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="all that waits (also without it)")
    which.add_argument(
        "--record", nargs="+", action="extend", metavar="R", help="these, and new ones that they refer to"
    )
    accept.add_argument("--take", choices=[side.value for side in Side], help="whose value a conflict gets")
    accept.add_argument(
        "--field",
        nargs="+",
        action="extend",
        default=[],
        metavar="R:NAME=SIDE",
        help="theirs or ours for one field of a record, as the review names it; a list, or all, for several",
    )
    accept.add_argument(
        "--loosen",
        action="store_true",
        help="also take levels, people, cases and kinds of party that let more people see what is here",
    )
    reject = command(verbs, shared, "reject", "drop what waits", _reject)
    undo = command(verbs, shared, "undo", "take the acceptance of a bundle back", _undo)
    for verb in (review, accept, reject, undo):
        verb.add_argument("review", metavar="ID", type=id_number)


def _add_choice(verb: ArgumentParser, mentions: Sequence[str]) -> None:
    """Add the options for a bundle's recipients and contents, and the options `mentions` about texts that
    name a source.
    """
    verb.add_argument("--to", nargs="+", action="extend", required=True, metavar="NAME")
    what = verb.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--case", nargs="+", action="extend", metavar="REF", help="these cases and what belongs to them"
    )
    what.add_argument("--all", action="store_true", help="every record")
    verb.add_argument(
        "--delta", action="store_true", help="only what changed since the last receipts of all of them"
    )
    verb.add_argument(
        "--evidence",
        choices=[choice.value for choice in EvidenceChoice],
        default=EvidenceChoice.FILES.value,
        help="the files of evidence (also without it), or their hashes only",
    )
    verb.add_argument(
        "--sources",
        choices=[choice.value for choice in SourceChoice],
        help="all that is known of sources, or their code names only; without it as in the last bundle for"
        " them, code names for a start",
    )
    verb.add_argument(
        "--mentions",
        choices=mentions,
        default="leave-out",
        help="with code names: whatever names a source stays home (also without it), gets the code name here"
        " first, where there is one and words can be changed, or goes as it is",
    )
    verb.add_argument(
        "--contacts",
        nargs="*",
        action="extend",
        metavar="NAME",
        help="cards of these contacts, or of all that are verified or revoked, with your names for them",
    )
    verb.add_argument(
        "--profiles",
        nargs="*",
        action="extend",
        metavar="NAME",
        help="these publication profiles, or all of this desk's own",
    )
    verb.add_argument(
        "--reports",
        nargs="*",
        action="extend",
        metavar="REF",
        help="these reports, or all of them; what they refer to does not go along by that",
    )
    verb.add_argument(
        "--no-receipts", action="store_true", help="do not say what came from the recipient and was accepted"
    )


def _choice(args: Namespace, store: Store) -> Choice:
    return Choice(
        delta=args.delta,
        evidence=EvidenceChoice(args.evidence),
        sources=_sources(args, store),
        receipts=not args.no_receipts,
        contacts=() if args.contacts is None else args.contacts or None,
        profiles=() if args.profiles is None else profiles.ids(store, args.profiles or None),
        reports=() if args.reports is None else reports.chosen(store, args.reports),
    )


def _sources(args: Namespace, store: Store) -> SourceChoice:
    if args.sources:
        return SourceChoice(args.sources)
    last = bundles.last_sources(store, args.to)
    terminal.say(args, [_last_words(last)])
    return last.choice


def _last_words(last: LastSources) -> str:
    """Explain which details of sources a bundle contains when `--sources` is not given."""
    if last.choice is SourceChoice.WHOLE:
        return f"Sources in full, as last time for {', '.join(last.whole)}."
    if last.code_names:
        sentence = f"Sources by code name, as last time for {', '.join(last.code_names)}."
    else:
        sentence = f"Sources by code name: first bundle for {', '.join(last.nothing)}."
    if not last.whole:
        return sentence
    more = f"{', '.join(last.whole)} received full details last time. The more protective choice counts."
    return f"{sentence} {more}"


def _cases(args: Namespace, session: Session) -> list[RecordId] | None:
    return None if args.all else [session.store.by_ref(ref, Kind.CASE).id for ref in args.case]


def _write(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        cases, choice = _cases(args, session), _choice(args, session.store)
        if args.mentions == "replace" and choice.sources is SourceChoice.CODE_NAMES:
            count, changes = bundles.replace_names(session, cases, choice)
            terminal.say(args, [_replaced(count, changes)])
        sent = bundles.write_bundle(
            session,
            Path(args.file),
            args.to,
            cases,
            terminal.job(args),
            choice,
            leave_texts=args.mentions != "send",
            tell=lambda contents: terminal.say(args, _told(args, contents)),
        )
    written = sent.written
    terminal.emit(
        args,
        {"bundle": written.id, "file": str(written.path), "cases": written.cases, "size": written.size}
        | {"contents": _contents(sent.contents)}
        | _packed(sent.packed),
        [
            f"Wrote {written.path}: {written.cases} case(s), {written.size} bytes.",
            *_words(sent.packed, sent.contents),
        ],
    )
    return 0


def _replaced(count: int, changes: Changes) -> str:
    back = f"; `history undo {changes.act}` brings the names back" if count else ""
    return f"Code names were put in {count} text(s){back}."


def _estimate(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        estimate = bundles.estimate(
            session.store,
            args.to,
            _cases(args, session),
            terminal.job(args),
            _choice(args, session.store),
            leave_texts=args.mentions == "leave-out",
        )
    size = estimate.measured
    terminal.emit(
        args,
        {
            "size": size.size,
            "records": size.records,
            "cases": size.cases,
            "files": size.files,
            "files_size": size.files_size,
            "contents": _contents(estimate.contents),
        }
        | _packed(estimate.packed),
        [
            (
                f"{size.size} bytes: {size.records} record(s), {size.cases} case(s) among them,"
                f" {size.files} file(s) of evidence."
            ),
            *_told(args, estimate.contents),
            *_words(estimate.packed, estimate.contents),
        ],
    )
    return 0


def _contents(contents: Contents) -> dict[str, Any]:
    return {
        "cases": contents.cases,
        "people": contents.people,
        "secret": contents.secret,
        "sources": contents.sources,
        "sources_named": contents.named,
        "files": contents.files,
        "logs": contents.logs,
        "reports": contents.reports,
        "terms": contents.terms,
        "mentions": [
            {"ref": item.ref, "record": item.record, "field": item.field, "words": item.words}
            for item in contents.mentions
        ],
        "mentions_left_out": contents.leaves_texts,
    }


def _told(args: Namespace, contents: Contents) -> Iterator[str]:
    """Yield lines that summarise a bundle before it is written."""
    sources = "with names" if contents.named else "by code name"
    yield (
        f"To {', '.join(args.to)}: {contents.cases} case(s), {contents.people} people"
        f" ({contents.secret} secret), {contents.sources} source(s) {sources}, {contents.files} file(s),"
        f" {contents.reports} report(s), {contents.terms} own term(s),"
        f" {contents.logs} custody log(s): what was done with evidence, when, by which desk."
    )
    for item in contents.mentions:
        fate = _fate(item, leaves=contents.leaves_texts)
        words = f"maybe, as {item.same_as} does: {item.words}" if item.same_as else item.words
        yield f"  {item.ref} {item.field} names a source ({words}): {fate}"


def _fate(item: SourceMention, *, leaves: bool) -> str:
    """Describe whether a text that names a source is sent, and whether it is covered in publications."""
    if leaves:
        return "stays here with the whole record" if item.stays_whole else "stays here"
    if item.protected_as:
        return "GOES AS IT IS; covered in publications there until a reader decides"
    return "GOES AS IT IS; publications there do not cover it"


def _packed(packed: Packed) -> dict[str, Any]:
    return {
        "kind": packed.parcel.kind.value,
        "receipts": packed.has_receipts,
        "unacknowledged": list(packed.unacknowledged),
    }


def _words(packed: Packed, contents: Contents) -> Iterator[str]:
    """Yield notes for the user about how the choice of contents was applied."""
    if packed.unacknowledged:
        who = ", ".join(packed.unacknowledged)
        yield f"Nothing was acknowledged yet by {who}: it is whole, not only what changed."
    elif packed.parcel.kind is BundleKind.DELTA:
        yield "Of every record that changed since the last receipts it holds the whole."
    if not contents.named:
        yield "Of sources it holds the code names. Other texts and files go as they are: read them yourself."
    if packed.has_receipts:
        yield "It also says what came from the recipient, what was accepted, and what is asked for."
    if packed.keeps_receipts:
        yield "It says nothing of what came from the recipients: that is for each of them alone."


def _inspect(args: Namespace) -> int:
    inspection = bundles.inspect(Path(args.file))
    terminal.emit(
        args,
        {"recipients": inspection.recipients, "size": inspection.size},
        [f"At most {inspection.recipients} recipient(s), {inspection.size} bytes."],
    )
    return 0


def _list(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        heads = bundles.all_reviews(session)
    lines = [reviews.head_line(head) for head in heads] or ["No bundle was read yet."]
    terminal.emit(args, [reviews.head(head) for head in heads], lines)
    return 0


def _review(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        review = bundles.review_bundle(session, args.review, terminal.job(args))
    terminal.emit(args, reviews.document(review), lambda: reviews.lines(review))
    return 0


def _accept(args: Namespace) -> int:
    job = terminal.job(args)
    with terminal.unlocked(args) as session:
        records, choices = None, None
        if args.record or args.field:
            review = bundles.review_bundle(session, args.review, job)
            records = bundles.find_records(review, args.record) if args.record else None
            choices = bundles.find_choices(review, args.field)
            if records is not None and choices.keys() - set(records):
                raise InvalidValue(field="--field", why="it names a record that --record does not")
        take = Side(args.take) if args.take else None
        changes = bundles.accept(
            session, args.review, records, job, take=take, choices=choices, loosen=args.loosen
        )
        review_after = bundles.review_bundle(session, args.review, job)
    number = sum(map(len, (changes.cases, changes.parties, changes.events, changes.others)))
    text = f"{number} record(s) merged"
    if changes.kept:
        what = "a stricter level, their people, case or kind"
        text += f"; {changes.kept} of them kept {what} (--loosen takes theirs)"
    if changes.beside:
        text += (
            f"; {changes.beside} of them stay beside the record that they were merged into, for a text of"
            " both would be too long: once one of the two is shorter, they become one"
        )
    counts = {"merged": number, "kept_stricter": changes.kept, "stay_beside": changes.beside}
    return _after(args, review_after, text, counts)


def _reject(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        bundles.reject(session, args.review)
        review = bundles.review_bundle(session, args.review, terminal.job(args))
    return _after(args, review, "Dropped what was waiting", {})


def _undo(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        job = terminal.job(args)
        changes = bundles.undo(session, args.review, job).changes
        review = bundles.review_bundle(session, args.review, job)
    number = sum(map(len, (changes.cases, changes.parties, changes.events, changes.others)))
    return _after(args, review, f"{number} record(s) are as they were", {"restored": number})


def _after(args: Namespace, review: Review, text: str, more: dict[str, Any]) -> int:
    terminal.emit(args, reviews.head(review.head) | more, [f"{text}. {reviews.head_line(review.head)}"])
    return 0
