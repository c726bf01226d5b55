"""What was decided about a free text for a profile, as the vault keeps it, and the steps that led there.

A step is a decision, a review, or the taking back of either. Undo takes a step back as it takes back what was
done to records; since texts that were reviewed are no records, the steps themselves are kept here.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from hrddesk.actions import profiles
from hrddesk.actions.undoing import MOST_STEPS, noted, origin
from hrddesk.errors import UndoNotPossible
from hrddesk.records.questions import text_of
from hrddesk.records.record import Record, RecordId, canonical_json
from hrddesk.redact.facts import TextKey
from hrddesk.redact.wording import Wording
from hrddesk.session import Session
from hrddesk.store import publications
from hrddesk.store.changes import Changes
from hrddesk.store.publications import ReviewRow
from hrddesk.store.store import Store

_DECIDE, _REVIEW, _UNREVIEW = "text.decide", "text.review", "text.unreview"
_ABOUT_TEXTS: Final = frozenset({_DECIDE, _REVIEW, _UNREVIEW})


@dataclass(frozen=True, slots=True)
class State:
    """What holds of a text for a profile: the decisions, none where there are none, and the review."""

    wording: Wording | None = None
    review: ReviewRow | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What one act changed."""

    act: int
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class _About:
    """Which text, for which profile."""

    record: RecordId
    field: str
    profile: str


def wording_of(store: Store, record: Record, field: str, profile: str) -> Wording:
    """Return the decisions about a text as it stands: of one that changed, those that still have a place."""
    text = text_of(record, field)
    kept = _now(store, _About(record.id, field, profile)).wording
    return Wording(text) if kept is None else kept.fit(text)


def lost(store: Store, record: Record, field: str, profile: str) -> int:
    """Return how many decisions have no place in a text any more, which changed since."""
    kept = _now(store, _About(record.id, field, profile)).wording
    return 0 if kept is None else len(kept.decided) - len(kept.fit(text_of(record, field)).decided)


def wordings(store: Store, profile: str, about: RecordId | None = None) -> dict[TextKey, Wording]:
    """Return the decisions about all texts, or those of one record, for a profile, each as it was made."""
    made = {}
    for record, field, of, body in publications.wordings(store.db, about):
        found = _steps(_About(record, field, of), body)[0] if of == profile else None
        if found is not None:
            made[record, field] = found
    return made


def decided_for(store: Store, record: Record, field: str, *, besides: str) -> tuple[str, ...]:
    """Return the profiles for which something is decided about a text, but for one."""
    found = []
    for of, name, profile, body in publications.wordings(store.db, record.id):
        decided = name == field and _steps(_About(of, name, profile), body)[0] is not None
        if decided and profile != besides:
            found.append(profile)
    return tuple(found)


def decide(session: Session, record: Record, field: str, profile: str, wording: Wording) -> Changes:
    """Keep decisions in place of all before."""
    about = _About(record.id, field, profile)
    kept = wording if wording.decided else None
    return _step(session, about, _DECIDE, replace(_now(session.store, about), wording=kept))


def review(session: Session, record: Record, field: str, wording: Wording, row: ReviewRow) -> Changes:
    """Keep the decisions as they were read, and a review of them."""
    about = _About(record.id, field, row.profile)
    return _step(session, about, _REVIEW, State(wording if wording.decided else None, row))


def unreview(session: Session, record: Record, field: str, profile: str) -> Changes:
    """Take a review back, if there is one."""
    about = _About(record.id, field, profile)
    return _step(session, about, _UNREVIEW, replace(_now(session.store, about), review=None))


def take_back(session: Session, act: int, name: str) -> Changes | None:
    """Take back what one act did to a text, as an act of that name; None where it was about none.

    Raise UndoNotPossible when something else was decided since.
    """
    store = session.store
    if origin(store, act).partition(" ")[0] not in _ABOUT_TEXTS:
        return None
    for record in dict.fromkeys(entry.record for entry in store.history.of_act(act)):
        for of, field, profile, body in publications.wordings(store.db, record):
            about = _About(of, field, profile)
            step = next((step for step in _steps(about, body)[1] if step.act == act), None)
            if step is None:
                continue
            if _now(store, about) != step.after:
                raise UndoNotPossible(why="something else was decided about the text since")
            if store.find(of) is None:
                raise UndoNotPossible(why="its record was deleted since")
            return _step(session, about, name, step.before, instead=step)
    raise UndoNotPossible(why="too much was decided about the text since")


def _step(session: Session, about: _About, name: str, after: State, instead: Step | None = None) -> Changes:
    """Bring about a state in a transaction of its own, maybe `instead` of a step, which it takes back."""
    store = session.store
    before = _now(store, about)
    if before == after:
        return Changes()
    db, text = store.db, (about.record, about.field, about.profile)
    with store.change(name) as change:
        body = publications.wording(db, *text)
        steps = [] if body is None else _steps(about, body)[1]
        change.note(about.record, noted(name, profiles.name_in_history(store, about.profile)))
        assert change.act is not None
        kept = [step for step in steps if step != instead]
        steps = [*kept, Step(change.act, before, after)][-MOST_STEPS:]
        publications.save_wording(db, *text, _body(after.wording, steps))
        if after.review is None:
            publications.remove_review(db, *text)
        else:
            publications.put_review(db, after.review)
    return change.changes


def _now(store: Store, about: _About) -> State:
    body = publications.wording(store.db, about.record, about.field, about.profile)
    row = publications.review(store.db, about.record, about.field, about.profile)
    return State(None if body is None else _steps(about, body)[0], row)


# --- as it is kept: every text that was decided about once, and wordings by the number of theirs ---


def _body(wording: Wording | None, steps: list[Step]) -> str:
    texts: dict[str, int] = {}

    def numbered(found: Wording | None) -> dict[str, object] | None:
        if found is None:
            return None
        return found.to_json() | {"text": texts.setdefault(found.text, len(texts))}

    def state(found: State) -> list[object]:
        row = found.review
        return [numbered(found.wording), None if row is None else [row.digest, row.time, row.who]]

    body = {
        "v": 1,
        "wording": numbered(wording),
        "steps": [[step.act, state(step.before), state(step.after)] for step in steps],
    }
    return canonical_json(body | {"texts": list(texts)}).decode("utf-8")


def _steps(about: _About, body: str) -> tuple[Wording | None, list[Step]]:
    kept: dict[str, Any] = json.loads(body)

    def numbered(found: Any) -> Wording | None:
        return None if found is None else Wording.from_json(found | {"text": kept["texts"][found["text"]]})

    def state(found: Any) -> State:
        wording, row = found
        review = None if row is None else ReviewRow(about.record, about.field, about.profile, *row)
        return State(numbered(wording), review)

    def steps() -> Iterator[Step]:
        for act, before, after in kept["steps"]:
            yield Step(act, state(before), state(after))

    return numbered(kept["wording"]), list(steps())
