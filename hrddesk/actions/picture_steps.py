"""What was drawn over a picture and said of it for a profile, as the vault keeps it, and the steps there.

A step is one act: of drawing, of describing, of a review or of taking it back. Undo takes a step back as it
takes back what was done to records; since what is drawn is no record, the steps themselves are kept here.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.actions import profiles
from hrddesk.actions.undoing import MOST_STEPS, noted, origin
from hrddesk.errors import UndoNotPossible
from hrddesk.records.record import RecordId, canonical_json
from hrddesk.redact.pictures import Retouched
from hrddesk.session import Session
from hrddesk.store import pictures
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store

DRAW: Final = "picture.draw"
DESCRIBE: Final = "picture.describe"
REVIEW: Final = "picture.review"
UNREVIEW: Final = "picture.unreview"
_ABOUT_PICTURES: Final = frozenset({DRAW, DESCRIBE, REVIEW, UNREVIEW})


@dataclass(frozen=True, slots=True)
class _Step:
    """What one act changed; None where nothing was kept."""

    act: int
    before: Retouched | None
    after: Retouched | None


def kept(store: Store, record: RecordId, profile: str) -> Retouched | None:
    """Return what is kept of a picture for a profile; None where that is nothing."""
    body = pictures.load(store.db, record, profile)
    return None if body is None else _read(body)[0]


def everything(store: Store) -> dict[tuple[RecordId, str], Retouched]:
    """Return what is kept of all pictures, by picture and profile."""
    found = ((key, _read(body)[0]) for key, body in pictures.everything(store.db).items())
    return {key: now for key, now in found if now is not None}


def step(session: Session, record: RecordId, profile: str, what: str, after: Retouched) -> Changes:
    """Keep something in place of what was kept, as an act of that name; no act where nothing changes."""
    return _step(session, record, profile, what, after)


def take_back(session: Session, act: int, name: str) -> Changes | None:
    """Take back what one act did to a picture, as an act of that name; None where it was about none.

    Raise UndoNotPossible when something else was drawn or said since.
    """
    store = session.store
    if origin(store, act).partition(" ")[0] not in _ABOUT_PICTURES:
        return None
    touched = {entry.record for entry in store.history.of_act(act)}
    for (record, profile), body in pictures.everything(store.db).items():
        if record not in touched:
            continue
        now, steps = _read(body)
        found = next((step for step in steps if step.act == act), None)
        if found is None:
            continue
        if now != found.after:
            raise UndoNotPossible(why="something else was drawn over the picture or said of it since")
        if store.find(record) is None:
            raise UndoNotPossible(why="its record was deleted since")
        return _step(session, record, profile, name, found.before, instead=found)
    raise UndoNotPossible(why="too much was drawn over the picture or said of it since")


def _step(
    session: Session,
    record: RecordId,
    profile: str,
    name: str,
    after: Retouched | None,
    instead: _Step | None = None,
) -> Changes:
    store = session.store
    body = pictures.load(store.db, record, profile)
    before, steps = (None, []) if body is None else _read(body)
    if before == after:
        return Changes()
    with store.change(name) as change:
        change.note(record, noted(name, profiles.name_in_history(store, profile)))
        assert change.act is not None
        made = [step for step in steps if step != instead]
        made = [*made, _Step(change.act, before, after)][-MOST_STEPS:]
        pictures.save(store.db, record, profile, _body(after, made))
    return change.changes


def _body(now: Retouched | None, steps: list[_Step]) -> str:
    def plain(state: Retouched | None) -> object:
        return None if state is None else state.to_json()

    made = [[step.act, plain(step.before), plain(step.after)] for step in steps]
    return canonical_json({"now": plain(now), "steps": made}).decode("utf-8")


def _read(body: str) -> tuple[Retouched | None, list[_Step]]:
    """Read what the vault keeps; raise ValueError where a later version wrote it."""

    def state(found: Any) -> Retouched | None:
        return None if found is None else Retouched.from_json(found)

    read = json.loads(body)
    steps = [_Step(act, state(before), state(after)) for act, before, after in read["steps"]]
    return state(read["now"]), steps
