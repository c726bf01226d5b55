"""The drafts: unsaved contents of forms, kept on the disk and offered until they are saved or discarded."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from hrddesk.actions.interop import forms
from hrddesk.bundle.merging.merge import Side
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, is_id
from hrddesk.records.terms.vocabulary import PLAIN
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.pages.draft_keeper import DraftKeeper
from hrddesk_ui.widgets.forms.form_edit import Draft, FormEdit

_ABOUT = "drafts"  # what a complaint about the disk is about
_ASIDE_SECONDS = 10.0  # how long to wait for the disk


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKey:
    """What identifies a draft: the case, the kind and the id of its record (None: a new record)."""

    case: RecordId | None
    kind: Kind
    record: RecordId | None
    template: str = ""
    """The code of a template whose questions are about the record; "" for the record's own form."""
    group: str = ""
    """The vocabulary of a term; "" for every other kind of record."""
    review: int = 0
    """The number of the review whose decisions are the draft; 0 for the draft of a form."""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The content of a form, the record as it was when the form was opened, and the time of the
    last typing.
    """

    typed: Draft
    base: Record | None
    letters: tuple[Any, ...] = field(default=())
    time: int = 0


def review_key(review: int) -> DraftKey:
    """Return the key of the draft that keeps the decisions of a review."""
    return DraftKey(case=None, kind=Kind.CASE, record=None, review=review)


class Since(StrEnum):
    """What happened to the record of a draft since its form was opened."""

    SAME = "same"
    CHANGED = "changed"
    DELETED = "deleted"
    NO_CASE = "no case"  # the case that the form belongs to is gone


class Drafts(QObject):
    """All drafts of an open vault."""

    changed = Signal()
    _said = Signal(object)  # from the keeper's thread: what went wrong, None once it is well

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: dict[DraftKey, FormDraft] = {}
        self._keeper = DraftKeeper(desk.session.drafts, self._said.emit)
        self._saved: set[DraftKey] = set()
        desk.discard_wanted.connect(self.drop)
        desk.changed.connect(self._drop_forgotten)
        self._said.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def of(cls, desk: Desk) -> "Drafts":
        """Return the drafts of the desk; every page gets the same object."""
        child = desk.findChild(cls)
        return child if isinstance(child, cls) else cls(desk)

    # --- the disk ---

    def load(self) -> None:
        """Load the drafts that are on the disk, however the vault was closed."""
        loaded = self._desk.session.drafts.load()
        for written in loaded.drafts:
            try:
                key, draft = _read(written)
            except (KeyError, TypeError, ValueError):
                continue  # of a kind that this version does not know; the others are not lost with it
            self._kept[key] = draft
        if loaded.trouble is not None:
            self._desk.said.emit(messages.of(loaded.trouble), "warn", None)

    def _drop_forgotten(self) -> None:
        """Drop the drafts about records that were erased by "hand off and forget", also from open forms."""
        file = self._desk.session.drafts
        purged_keys = [key for key, draft in self._kept.items() if file.is_purged(_written(key, draft))]
        for key in purged_keys:
            self._desk.discard_wanted.emit(key)
        if purged_keys:
            self._put()  # so that nothing older waits to be written
        file.end_purge()

    def hurry(self) -> None:
        """Write the drafts that wait for writing at once: the vault is about to be closed."""
        self._keeper.hurry()

    def finish(self, seconds: float) -> bool:
        """Write the unwritten drafts before the vault is closed; return whether that was done within
        `seconds`.

        Runs in the vault's thread, after the last change: content that was saved is no draft any more, even
        if the window was not notified of it.
        """
        unsaved = {key: draft for key, draft in self._kept.items() if key not in self._saved}
        if len(unsaved) < len(self._kept):
            self._keeper.put([_written(key, draft) for key, draft in unsaved.items()])
        return self._keeper.stop(seconds)

    def set_aside(self) -> None:
        """Write the unwritten drafts, and then nothing until `take_up`: the drafts on the disk are about to
        change.

        Runs in the vault's thread.
        """
        self._keeper.stop(_ASIDE_SECONDS)

    def take_up(self) -> None:
        """Replace all drafts in memory by those that are on the disk now."""
        self._kept.clear()
        self._saved.clear()
        self._desk.session.drafts.end_purge()
        self._keeper = DraftKeeper(self._desk.session.drafts, self._said.emit)
        self.load()
        self._desk.unsaved_changed.emit(len(self._kept))
        self.changed.emit()

    def note_saved(self, key: DraftKey) -> None:
        """Note, in the vault's thread, that the content of the draft `key` was saved."""
        self._saved.add(key)

    def _put(self) -> None:
        self._keeper.put([_written(key, draft) for key, draft in self._kept.items()])
        self._desk.unsaved_changed.emit(len(self._kept))
        self.changed.emit()

    def _tell(self, error: BaseException | None) -> None:
        if error is None:
            self._desk.mended.emit(_ABOUT)
        elif isinstance(error, HrdDeskError):
            message = messages.of(error)
            words = self.tr("What you type cannot be kept until you save it: {why}").format(why=message.what)
            self._desk.said.emit(replace(message, what=words, safe=""), "warn", _ABOUT)
        else:
            self._desk.runner.crashed.emit(error)

    # --- the forms ---

    def keep(self, key: DraftKey, form: FormEdit, draft: Draft) -> None:
        """Keep the content of a form as a draft."""
        self.keep_typed(key, draft, form.stored, form.letters())

    def keep_typed(
        self, key: DraftKey, typed: Draft, base: Record | None, letters: tuple[Any, ...] = ()
    ) -> None:
        """Keep `typed` as a draft; `base` is the record as it was when its form was opened.

        `letters` are the exact texts of the form's lines (see `form_letters`); () if there are none.
        """
        self._saved.discard(key)
        before = self._kept.get(key)
        same = before is not None and before.typed == typed and before.letters == letters
        when = before.time if before is not None and same else int(time.time())
        self._kept[key] = FormDraft(typed, base, letters, when)
        self._put()

    def drop(self, key: DraftKey) -> None:
        """Delete a draft, because its content was saved or discarded."""
        self._saved.discard(key)
        if self._kept.pop(key, None) is not None:
            self._put()

    def give_back(self, key: DraftKey, form: FormEdit) -> None:
        """Show a draft in its form, and say what happened to the record since the draft was typed."""
        draft = self._kept.get(key)
        if draft is None:
            return
        if form.restore(draft.typed, draft.base, draft.letters):
            self.tell_since(key, form)
        else:
            form.show_notice(self.tr("What was left here was typed in another version and cannot be shown."))

    def tell_since(self, key: DraftKey, form: FormEdit) -> None:
        """Say in a form what happened to the record since its draft was typed; say nothing if it is
        unchanged.
        """
        if key in self._kept:
            form.show_notice(self.words_since(key))

    def words_since(self, key: DraftKey) -> str:
        """Return a sentence that the record was changed or deleted since its draft was typed; "" if it was
        not.
        """
        words = {
            Since.CHANGED: self.tr(
                "The record was changed since you typed this."
                " Saving writes what you changed here and leaves the rest."
            ),
            Since.DELETED: self.tr(
                "The record was deleted since you typed this. Bring it back first, then save."
            ),
        }
        return words.get(self.since(key), "")

    def since(self, key: DraftKey) -> Since:
        """Return what happened to the record of a draft since its form was opened."""
        reader = self._desk.reader
        if key.case is not None and key.case != key.record and reader.find(key.case) is None:
            return Since.NO_CASE
        if key.record is None:
            return Since.SAME
        live, base = reader.find(key.record), self._kept[key].base
        if live is None:  # a term as it is shipped is no record yet
            return Since.SAME if base is None and key.kind is Kind.TERM else Since.DELETED
        return Since.SAME if base is None or base == live else Since.CHANGED

    def keys(self) -> list[DraftKey]:
        """Return the keys of all drafts, the one with the latest typing first."""
        return sorted(self._kept, key=lambda key: self._kept[key].time, reverse=True)

    def get(self, key: DraftKey) -> FormDraft | None:
        """Return the draft of this key; None if there is none."""
        return self._kept.get(key)

    def of_case(self, case: RecordId | None, kind: Kind) -> list[RecordId | None]:
        """Return the records of one kind in a case whose own form has a draft.

        None in the result means a new record. Drafts of templates and of reviews are left out.
        """
        return [
            key.record
            for key in self._kept
            if key.case == case and key.kind is kind and not key.template and not key.review
        ]


def _written(key: DraftKey, draft: FormDraft) -> dict[str, Any]:
    return {
        "case": key.case,
        "kind": key.kind.value,
        "record": key.record,
        "template": key.template,
        "group": key.group,
        "review": key.review,
        "typed": dict(draft.typed),
        "base": None if draft.base is None else draft.base.to_json(),
        "letters": list(draft.letters),
        "time": draft.time,
    }


def _read(written: Mapping[str, Any]) -> tuple[DraftKey, FormDraft]:
    """Return a draft and its key from JSON; raise KeyError, TypeError, ValueError if the JSON is invalid."""
    template = str(written.get("template", ""))
    if template and template not in (form.code for form in forms.listed()):
        raise ValueError("not the code of a template")
    group = str(written.get("group", ""))
    if group and group not in PLAIN:
        raise ValueError("not a vocabulary")
    review = int(written.get("review", 0))
    key = DraftKey(
        case=_id(written["case"]),
        kind=Kind(written["kind"]),
        record=_id(written["record"]),
        template=template,
        group=group,
        review=review,
    )
    if review:
        for chosen in written["typed"].values():
            for _, side in chosen.values():
                Side(side)
    base = None if written["base"] is None else Record.from_json(written["base"])
    return key, FormDraft(dict(written["typed"]), base, tuple(written["letters"]), int(written["time"]))


def _id(text: str | None) -> RecordId | None:
    if text is not None and not is_id(text):
        raise ValueError("not the id of a record")
    return None if text is None else RecordId(text)
