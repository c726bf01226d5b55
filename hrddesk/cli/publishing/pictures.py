"""The commands `hrddesk picture`: cover areas of evidence pictures with boxes, describe the pictures, and
review them.
"""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.content_review import pictures
from hrddesk.actions.content_review.pictures import DepictedPerson, PictureView
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group, whole_number
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.drafting.pictures import PictureState
from hrddesk.store.vault.session import Session

_OTHERS: Final = "others"


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "picture", "pictures of evidence, and which of them may be published")
    command(verbs, shared, "list", "all pictures, and for which profiles they are ready", _list)
    show = command(verbs, shared, "show", "the boxes and words of a picture for a profile", _show)
    box = command(verbs, shared, "box", "add, change, remove boxes that cover a part of a picture", _box)
    describe = command(
        verbs, shared, "describe", "say what a picture shows, and what stands below", _describe
    )
    take = command(verbs, shared, "take-over", "take boxes and words over from another profile", _take_over)
    save = command(verbs, shared, "save", "write a picture to a file as it would be published", _save)
    review = command(verbs, shared, "review", "confirm that a picture may go out as it is now", _review)
    for parser in (show, box, describe, take, save, review):
        parser.add_argument("ref", metavar="REF", help="the reference of a piece of evidence")
        parser.add_argument("--profile", required=True, metavar="NAME")
    way = box.add_mutually_exclusive_group(required=True)
    place = "LEFT,TOP,WIDTH,HEIGHT"
    way.add_argument(
        "--add", metavar=place, nargs="+", type=_rectangle, help="in pixels, from the upper left"
    )
    way.add_argument("--change", nargs=2, metavar=("N", place), help="put box N of `picture show` elsewhere")
    way.add_argument("--remove", metavar="N", nargs="+", help="remove boxes, as `show` counts them")
    way.add_argument("--none", action="store_true", help="remove all: the picture goes out as a whole")
    describe.add_argument("--alt", metavar="TEXT", help="what is to be seen, for those who do not see it")
    describe.add_argument("--caption", metavar="TEXT", help="what stands below the picture")
    take.add_argument("--from", dest="other", required=True, metavar="NAME", help="the other profile")
    save.add_argument("path", metavar="FILE.jpg", type=PathText)
    review.add_argument(
        "--covers",
        metavar="REF",
        nargs="+",
        default=[],
        help=f"whose faces the boxes cover: people whom it shows, and `{_OTHERS}` for everybody else",
    )
    review.add_argument("--undo", action="store_true", help="take the review back")


def _rectangle(text: str) -> Box:
    try:
        left_edge, top, width, height = map(int, text.split(","))
        return Box(left_edge, top, width, height)
    except ValueError:
        raise argparse.ArgumentTypeError("write LEFT,TOP,WIDTH,HEIGHT in pixels") from None


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        rows = pictures.list_pictures(session.store)
        cases = {case.id: case.text("ref") for case in session.store.all(Kind.CASE)}
    document, lines = [], []
    for row in rows:
        case_refs = [cases[case] for case in row.cases if case in cases]
        document.append({"ref": row.ref, "title": row.title, "cases": case_refs, "states": row.states})
        states = "  ".join(f"{name}: {state}" for name, state in row.states.items())
        lines.append(f"{row.ref}  {row.title}  {' '.join(case_refs)}  {states}")
    terminal.emit(args, document, lines)
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        view = pictures.look(session, _evidence(args, session).id, args.profile)
    return _emit(args, view)


def _box(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = _evidence(args, session)
        picture_edits = pictures.look(session, record.id, args.profile).kept
        size = picture_edits.size
        if not all(size):
            size = pictures.original(session, record.id, terminal.job(args)).original
        boxes = list(picture_edits.boxes)
        if args.none:
            boxes = []
        elif args.add:
            boxes += args.add
        elif args.change:
            boxes[_place(args.change[0], boxes)] = _asked(args.change[1])
        else:
            removed_positions = {_place(number, boxes) for number in args.remove}
            boxes = [box for position, box in enumerate(boxes) if position not in removed_positions]
        pictures.draw(session, record.id, args.profile, boxes, size)
        view = pictures.look(session, record.id, args.profile)
    return _emit(args, view)


def _asked(text: str) -> Box:
    try:
        return _rectangle(text)
    except argparse.ArgumentTypeError as error:
        raise InvalidValue(field="box", why=str(error)) from None


def _place(digits: str, boxes: list[Box]) -> int:
    """Return the index of a box from its number, which counts from 1; raise InvalidValue."""
    number = whole_number(digits)
    if number is None or not 1 <= number <= len(boxes):
        raise InvalidValue(field="box", why="there is no box of that number")
    return number - 1


def _describe(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = _evidence(args, session)
        picture_edits = pictures.look(session, record.id, args.profile).kept
        alt = picture_edits.alt if args.alt is None else args.alt
        caption = picture_edits.caption if args.caption is None else args.caption
        pictures.describe(session, record.id, args.profile, alt, caption)
        view = pictures.look(session, record.id, args.profile)
    return _emit(args, view)


def _take_over(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = _evidence(args, session)
        pictures.take_over(session, record.id, args.profile, args.other)
        view = pictures.look(session, record.id, args.profile)
    return _emit(args, view)


def _save(args: Namespace) -> int:
    with terminal.readable(args) as session:
        record = _evidence(args, session)
        burnt = pictures.save_as_published(
            session, record.id, args.profile, Path(args.path), terminal.job(args)
        )
    image = burnt.image
    document = {
        "ref": record.text("ref"),
        "width": image.width,
        "height": image.height,
        "sha256": image.sha256,
        "size": len(image.jpeg),
    }
    line = f"{args.path}: {image.width} x {image.height} pixels, as it would be published"
    terminal.emit(args, document, [line, "The copy is not encrypted: whoever finds it can look at it."])
    return 0


def _review(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = _evidence(args, session)
        if args.undo:
            pictures.unreview(session, record.id, args.profile)
        else:
            names = [ref for ref in args.covers if ref != _OTHERS]
            covered = [session.store.by_ref(ref, Kind.PARTY).id for ref in names]
            others = _OTHERS in args.covers
            pictures.review(session, record.id, args.profile, covered=covered, others=others)
        view = pictures.look(session, record.id, args.profile)
    return _emit(args, view)


def _evidence(args: Namespace, session: Session) -> Record:
    return session.store.by_ref(args.ref, Kind.EVIDENCE)


def _emit(args: Namespace, view: PictureView) -> int:
    document: dict[str, Any] = {
        "ref": args.ref,
        "profile": view.profile,
        "state": view.state,
        "taken": view.taken,
        "size": list(view.kept.size),
        "boxes": [astuple(box) for box in view.kept.boxes],
        "alt": view.alt,
        "caption": view.caption,
        "captured": view.date,
        "doubts": view.doubts,
        "faces": [
            {
                "party": face.party,
                "name": face.name,
                "named": face.is_named,
                "covered": _is_covered(view, face),
            }
            for face in view.faces
        ],
    }
    terminal.emit(args, document, _lines(args.ref, view))
    return 0


def _is_covered(view: PictureView, face: DepictedPerson) -> bool:
    return view.state is PictureState.REVIEWED and view.kept.covers(face.party)


def _lines(ref: str, view: PictureView) -> Iterator[str]:
    width, height = view.kept.size
    if width:
        yield f"  {width} x {height} pixels as it is looked at"
    for number, box in enumerate(view.kept.boxes, 1):
        yield f"  box {number}: {box.left},{box.top},{box.width},{box.height}"
    for face in view.faces:
        fate = "named" if face.is_named else "not named: confirm that the face is covered"
        fate = "covered, as was confirmed" if _is_covered(view, face) else fate
        yield f"  {face.name or face.party}: {fate}"
    yield f"  shows: {view.alt}"
    yield f"  below: {view.caption}" + (f" ({view.date})" if view.date else "")
    if view.doubts:
        yield f"warning: {view.doubts} place(s) in the words may tell of somebody who may not be named"
    if not view.taken:
        yield f"warning: the profile {view.profile} does not take this picture"
    yield f"{ref}: {view.state} for {view.profile}"
