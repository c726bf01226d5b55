"""The command `hrddesk publish`: write a redacted PDF of some cases, audited and signed."""

import datetime
import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hrddesk.actions.analysis import published_figures
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import Preview, PublishRequest
from hrddesk.actions.scope import publication_request
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, id_number
from hrddesk.cli.publishing import publication_people, risks
from hrddesk.errors import InvalidDate, InvalidValue, RisksUnanswered
from hrddesk.publish.exports.plain_text import read_out
from hrddesk.records.language.labels import EN, Labels
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.profile_settings import languages_of
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    publish = command(
        commands, shared, "publish", "print a redacted PDF of some cases, and sign it", _publish
    )
    publish.add_argument(
        "target", metavar="FILE.pdf", type=PathText, nargs="?", help="a new file; a preview needs none"
    )
    publish.add_argument(
        "--profile", metavar="NAME", help="names, labels, or one of your own; that of the issue before"
    )
    which = publish.add_mutually_exclusive_group()
    which.add_argument("--case", nargs="+", action="extend", metavar="REF", help="the cases to publish")
    which.add_argument("--all", action="store_true", help="all cases")
    publication_people.add(publish)
    publish.add_argument(
        "--language",
        metavar="CODES",
        help="one, as zh-Hans, or several side by side, as en,zh-Hans; those of the profile if not given",
    )
    publish.add_argument(
        "--coarser",
        nargs="*",
        action="extend",
        choices=[step.value for step in Coarser],
        help="tell less than the profile does, in this publication alone",
    )
    publish.add_argument("--as-of", metavar="DAY", help="the day on the title page; today if not given")
    publish.add_argument("--title", metavar="TEXT", help="what stands on the title page")
    publish.add_argument(
        "--figure",
        nargs="*",
        action="extend",
        metavar="NAME",
        help="print these saved figures, with their definitions; counts below five are hidden",
    )
    publish.add_argument(
        "--published",
        nargs="*",
        action="extend",
        metavar="NAME",
        help="print these figures of others as they were published, with who published them",
    )
    publish.add_argument(
        "--figure-names",
        action="store_true",
        help="head figures by the names that they were saved under, not by what they are of",
    )
    publish.add_argument(
        "--count-all",
        action="store_true",
        help="let figures count all records, not only what the profile lets out",
    )
    publish.add_argument(
        "--small-counts",
        default="",
        metavar="WHY",
        help="print counts below five: everybody counted is named in it, or all of it is public; say which",
    )
    publish.add_argument(
        "--leave-out",
        nargs="*",
        action="extend",
        choices=[part.value for part in Chapter],
        help="parts that are not printed: charts, the list by sentence, the case sheets, the timeline",
    )
    series = publish.add_mutually_exclusive_group()
    series.add_argument(
        "--since",
        type=id_number,
        metavar="N",
        help="the next issue after publication N, with its settings where none are given; says what changed",
    )
    series.add_argument(
        "--correct",
        type=id_number,
        metavar="N",
        help="an issue that corrects publication N, with its settings",
    )
    answers = publish.add_mutually_exclusive_group()
    answers.add_argument(
        "--decisions",
        type=PathText,
        metavar="FILE",
        help="JSON: answers, a reason for each kind or key of risk; labels_off, one for each key of a label",
    )
    answers.add_argument(
        "--accept-all-risks",
        default="",
        metavar="REASON",
        help="accept every risk, for this reason; labels of earlier publications stay",
    )
    publish.add_argument(
        "--preview", action="store_true", help="only say what would be published, word for word"
    )
    publish.add_argument(
        "--seen",
        default="",
        metavar="HASH",
        help="publish only if it is what a preview with this hash said, and nothing has changed since",
    )


def _publish(args: Namespace) -> int:
    if args.target is None and not args.preview:
        raise InvalidValue(field="FILE.pdf", why="say where the PDF goes, or ask for a --preview")
    with terminal.unlocked(args) as session:
        request = _request(args, session)
        refs = {
            item.id: item.text("ref") for kind in (Kind.CASE, Kind.PARTY) for item in session.store.all(kind)
        }
        if args.preview:
            preview = publications.preview(session, request)
            document = {
                "seen": preview.seen,
                "labels": len(preview.labels),
                "model": codec.write(preview.model),
            }
            document |= _notes(preview, refs) | risks.documents(preview, refs)
            pages = (f"| {line}".rstrip() for line in read_out(preview.model))
            lines = [
                *pages,
                *_lines(preview),
                *risks.lines(preview, refs),
                *_next(args, request, preview, refs),
            ]
            terminal.emit(args, document, [*lines, f"publish just this: --seen {preview.seen}"])
            return 0
        try:
            publication = publications.publish(session, request, terminal.job(args)).result
        except RisksUnanswered:
            preview = publications.preview(session, request, terminal.job(args))
            terminal.emit(args, risks.documents(preview, refs), risks.lines(preview, refs))
            raise
    document = {
        "pages": publication.pages,
        "labels": len(publication.preview.labels),
        "audit": [
            {"code": item.code, "severity": item.severity, "page": item.page, "message": item.message}
            for item in publication.audit
        ],
        "publication": publication.number,
        "signature": publication.signature.name,
    } | _notes(publication.preview, refs)
    lines = [
        (
            f"{publication.path}: {publication.pages} page(s), {len(publication.preview.labels)} "
            "label(s), audit passed"
        ),
        f"{publication.signature}: the signature",
        *(f"audit: {item.message}" for item in publication.audit),
        "read all pages as a stranger would, before you pass them on",
    ]
    document |= risks.documents(publication.preview, refs)
    terminal.emit(
        args, document, [*lines, *_lines(publication.preview), *risks.lines(publication.preview, refs)]
    )
    return 0


def _next(
    args: Namespace, request: PublishRequest, preview: Preview, refs: Mapping[RecordId, str]
) -> Iterator[str]:
    """Yield commands that show the texts and pictures to be reviewed before they can be published."""
    if preview.left_out.keys() & {LeftOut.TEXT, LeftOut.CHANGED_TEXT, LeftOut.NEWER_TEXT}:
        words = ["--profile", shlex.quote(request.profile), *publication_people.typed(args)]
        if args.correct is not None:
            words += ["--since", str(args.correct)]
        if not (args.all or args.case):  # an issue takes the cases of the one before
            case_refs = [refs[case] for case in request.cases or () if case in refs]
            words += ["--all"] if request.cases is None else ["--case", *case_refs]
        words += ["--language", ",".join(request.languages)] if request.languages else []
        yield f"texts to read: text questions {' '.join(words)}; help texts"
    if preview.left_out.keys() & {LeftOut.PICTURE, LeftOut.CHANGED_PICTURE, LeftOut.FACE, LeftOut.OTHERS}:
        yield "pictures to look at: picture list; help pictures"


def _request(args: Namespace, session: Session) -> PublishRequest:
    """Return the requested publication: the settings of the previous issue, overridden by the given
    arguments.
    """
    store = session.store
    number = args.since if args.correct is None else args.correct
    if number is not None:
        request = publication_request.following(store, number, corrects=args.correct is not None)
    elif args.profile is None:
        raise InvalidValue(field="--profile", why="say what may leave: names, labels, or one of your own")
    elif not args.all and not args.case:
        raise InvalidValue(field="--case", why="name the cases to publish, or take them --all")
    else:
        request = PublishRequest(profile=args.profile)
    answers, off = risks.read(store, args.decisions)
    overrides: dict[str, Any] = {
        "profile": args.profile,
        "target": None if args.target is None else Path(args.target),
        "languages": languages_of(args.language) if args.language else None,
        "as_of": _day(args.as_of) if args.as_of else None,
        "title": Labels.same(args.title) if args.title else None,
        "parts": None
        if args.leave_out is None
        else frozenset(Chapter) - frozenset(map(Chapter, args.leave_out)),
        "figures": None if args.figure is None else tuple(args.figure),
        "published": None
        if args.published is None
        else tuple(published_figures.find(store, name) for name in args.published),
        "coarser": None if args.coarser is None else frozenset(map(Coarser, args.coarser)),
        "figure_names": args.figure_names or None,
        "count_all": args.count_all or None,
        "small_counts": args.small_counts or None,
    }
    if args.case:
        overrides["cases"] = tuple(store.by_ref(ref, Kind.CASE).id for ref in args.case)
    request = replace(request, **{name: value for name, value in overrides.items() if value is not None})
    return replace(
        request,
        cases=None if args.all else request.cases,
        **publication_people.of(store, args, request),
        seen=args.seen,
        answers=answers,
        labels_off=off,
        accept_all=args.accept_all_risks,
    )


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise InvalidDate(field="as-of", why="write a day as YYYY-MM-DD") from None


def _notes(preview: Preview, refs: Mapping[Any, str]) -> dict[str, Any]:
    return {
        "label_map": [
            {"party": row.party, "name": row.name, "label": codec.write(row.label)} for row in preview.labels
        ],
        "left_out": {why.name.lower(): count for why, count in preview.left_out.items()},
        "where": {why.name.lower(): list(places) for why, places in preview.where.items()},
        "without_font": [
            {"character": gap.number, "name": gap.name, "times": gap.times, "words": gap.words}
            for gap in preview.gaps
        ],
        "scripts_without_font": [codec.write(gap) for gap in preview.scripts],
        "hidden": [
            {
                "figure": item.figure,
                "small": item.hidden.small,
                "others": item.hidden.others,
                "sums": item.hidden.sums,
            }
            for item in preview.hidden
        ],
        "close": [{"figure": item.figure, "other": item.other, "by": item.by} for item in preview.close],
        "warnings": [
            {
                "label": item.label.said(EN),
                "case": refs.get(item.case, ""),
                "traits": list(item.traits),
                "fits": item.fits,
                "coarser": list(item.coarser),
            }
            for item in preview.combinations.rare
        ],
        "remain": {step.value: count for step, count in preview.combinations.remain.items()},
        "telling": [
            {
                "text": telling_text.ref,
                "case": telling_text.case,
                "tells": telling_text.tells,
                "words": list(telling_text.words),
            }
            for telling_text in preview.telling
        ],
    }


def _lines(preview: Preview) -> Iterator[str]:
    languages = preview.model.languages
    for row in preview.labels:
        yield f"  {' / '.join(row.label.within(languages).together(languages))} is {row.name}"
    for one in preview.hidden:
        counts = one.hidden
        yield (
            f"figure {one.figure}: {counts.small} small count(s) hidden, and {counts.others} other(s) and "
            f"{counts.sums} sum(s) from which these could be computed"
        )
    rare, remain = preview.combinations.rare, preview.combinations.remain
    for step, remaining_count in remain.items():
        yield f"--coarser {step.value}: then {remaining_count} of {len(rare)} remain"
