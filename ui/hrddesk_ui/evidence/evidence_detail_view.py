"""The details of one piece of evidence: the properties of the file, and its custody log."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal, SignalInstance
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QListWidget,
    QWidget,
)

from hrddesk.actions.records.evidence import CustodyEntry
from hrddesk.publish.images.thumbnail import Thumbnail
from hrddesk.records.model.kinds import PROOFS
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.texts import texts_of
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.act_words import act_word, utc
from hrddesk_ui.words.language import unturned
from hrddesk_ui.words.record_words import field_word

_HASH_GROUP = 8  # digits; a hash is compared by eye in groups


def size_in_words(size: int) -> str:
    """Return a size in bytes in readable units, followed by the exact number of bytes if it was rounded."""
    size_text = QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeIecFormat)
    return size_text if size < 1024 else f"{size_text} ({QLocale().toString(size)} B)"


class EvidenceDetailView(QWidget):
    """The details of the selected file, shown beside the list of evidence."""

    save_wanted = Signal(str)
    lend_wanted = Signal(str)
    derive_wanted = Signal(str)
    describe_wanted = Signal(str)
    read_wanted = Signal(str)
    ask_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: RecordId | None = None
        self._values: dict[str, Label] = {}
        facts = QFormLayout()
        facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        facts.setHorizontalSpacing(2 * tokens.GRID)
        facts.setVerticalSpacing(tokens.GRID)
        for name, caption in (
            ("ref", self.tr("Reference")),
            ("title", self.tr("What it is")),
            ("original_name", self.tr("Name of the file")),
            ("media_type", self.tr("Type, by its content")),
            ("size", self.tr("Size")),
            ("sha256", self.tr("SHA-256")),
            ("captured", self.tr("Captured")),
            ("acquired", self.tr("Acquired")),
            ("from_whom", self.tr("From")),
            ("proofs", self.tr("Proofs")),
            ("original", self.tr("Made from")),
            ("copies", self.tr("Made from it")),
        ):
            value = page_layout.words("", self)
            page_layout.make_selectable(value)
            value.setAccessibleName(caption)
            self._values[name] = value
            facts.addRow(page_layout.note(caption, self), value)
        self._facts = facts
        self.log = QListWidget(self)
        self.log.setAccessibleName(self.tr("Custody log"))
        self.log.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.log.setWordWrap(True)
        self.log.setMinimumHeight(4 * heights.line(self.log))
        self.picture = Label(parent=self)
        self.picture.setAccessibleName(self.tr("Small picture of the image"))
        self.picture.hide()
        self.derive_button = boxes.button(
            self.tr("Add what was made from it …"), lambda: self._emit(self.derive_wanted), self
        )
        self.describe_button = boxes.button(
            self.tr("Describe …"), lambda: self._emit(self.describe_wanted), self, icon="edit"
        )
        self.describe_button.setToolTip(Shortcut.EDIT.shown)
        self.read_button = boxes.button(self.tr("Read its texts"), lambda: self._emit(self.read_wanted), self)
        self.lend_button = boxes.button(
            self.tr("Look at it outside …"), lambda: self._emit(self.lend_wanted), self
        )
        self.save_button = boxes.button(self.tr("Save a copy …"), self._on_save, self)
        self.ask_button = boxes.button(self.tr("Ask for the file"), lambda: self._emit(self.ask_wanted), self)
        self.ask_button.setAccessibleName(self.ask_button.text())
        self.close_button = boxes.button(self.tr("Close"), self.closed, self)
        self.close_button.setToolTip("Esc")
        below = boxes.row(
            self.describe_button, self.read_button, self.derive_button, self.ask_button, 1, spacing=-1
        )
        self._content = QWidget(self)
        boxes.column(
            self.picture,
            facts,
            below,
            page_layout.heading(self.tr("Custody log"), self),
            (self.log, 1),
            parent=self._content,
            margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID),
        )
        self._foot = boxes.row(
            1,
            self.close_button,
            self.lend_button,
            self.save_button,
            margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID),
        )
        boxes.column((page_layout.scrolling(self._content, self), 1), self._foot, parent=self, spacing=0)

    def whole_height(self, width: int) -> int:
        """Return the height in pixels with which no part of the details needs to scroll."""
        content = self._content
        needed = content.heightForWidth(width) if content.hasHeightForWidth() else 0
        return max(needed, content.sizeHint().height()) + self._foot.sizeHint().height()

    def show_record(
        self, record: Record, original: str = "", copies: Sequence[str] = (), *, can_ask: bool = False
    ) -> None:
        """Show the properties of a file, the name of the file it was made from, and the names of files made
        from it.

        `can_ask` is True if the file is not in the vault and a contact can be asked for it.
        """
        self.ask_button.setVisible(can_ask)
        self.read_button.setVisible(bool(texts_of(record)))
        if self.shown != record.id:
            self.log.clear()
            self.picture.hide()
        self.shown = record.id
        for name, label in self._values.items():
            texts_by_field = {"original": original, "copies": "\n".join(copies), "proofs": _proofs(record)}
            text = texts_by_field.get(name) or record.text(name)
            size = record.fields.get("size")
            if name == "size" and isinstance(size, int):
                text = size_in_words(size)
            if name == "sha256":
                text = " ".join(
                    text[start : start + _HASH_GROUP] for start in range(0, len(text), _HASH_GROUP)
                )
            label.setText(unturned(text))
            self._facts.setRowVisible(label, bool(text))

    def show_picture(self, record_id: RecordId, small: Thumbnail | None) -> None:
        """Show a small picture of the file `record_id`, unless another file is shown by now."""
        if record_id != self.shown or small is None:
            return
        self.picture.setPixmap(pixmap_of(small))
        self.picture.show()

    def show_log(
        self, record_id: RecordId, entries: Sequence[CustodyEntry], called: Mapping[str, str]
    ) -> None:
        """Show the custody log of the file `record_id`, unless another file is shown by now.

        `called` has the names of publication profiles by their ids.
        """
        if record_id != self.shown:
            return
        words = {
            "evidence.added": self.tr("taken into the vault"),
            "evidence.exported": self.tr("a copy was saved outside the vault"),
            "evidence.viewed": self.tr("looked at"),
            "evidence.removed": self.tr("removed"),
            "evidence.edit": self.tr("description changed"),
        }
        self.log.clear()
        for entry in entries:
            done = words.get(entry.what, act_word(entry.what, called))
            if entry.is_received and " " in entry.what:  # what somebody wrote, and no act of the program
                done = entry.what
            lines = [f"{utc(entry.time)}   {done}   {entry.who}   #{entry.number}"]
            if entry.is_received:
                origin = self.tr("says another desk's log")
                if entry.says:
                    origin = self.tr("says the log of {contact}").format(contact=entry.says)
                lines = [unturned(f"{utc(entry.time)}   {done}   {entry.who}   ({origin})")]
            for change in entry.changed:
                nothing = self.tr("nothing")
                old, new = (nothing if value is None else str(value) for value in (change.old, change.new))
                lines.append(f"    {field_word(change.field)}: {old} → {new}")
            self.log.addItem("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the details when Escape is pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _on_save(self) -> None:
        self._emit(self.save_wanted)

    def _emit(self, signal: SignalInstance) -> None:
        if self.shown is not None:
            signal.emit(self.shown)


def _proofs(record: Record) -> str:
    """Return the proofs of a file as text, one on each line: kind, date, SHA-256 hash."""
    parts = ("kind", "date", "sha256")
    return "\n".join(
        " ".join(str(proof.get(part) or "") for part in parts) for proof in record.values(PROOFS)
    )


def pixmap_of(small: Thumbnail) -> QPixmap:
    """Return a small picture as Qt paints it."""
    image = QImage(small.pixels, small.width, small.height, 3 * small.width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image)
