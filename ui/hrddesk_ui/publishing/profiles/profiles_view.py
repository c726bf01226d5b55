"""The page for publication profiles, where they are read, copied, changed, and written to or
read from files.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from hrddesk.actions.scope import profiles
from hrddesk.actions.scope.profiles import ProfileRow
from hrddesk.errors import HrdDeskError, InvalidValue
from hrddesk.redact.profile.own_fields import AskedField
from hrddesk.redact.profile.profile_settings import check_visible
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.history import undoing
from hrddesk_ui.publishing.profiles.profile_edit import ProfileEdit
from hrddesk_ui.publishing.profiles.publish_words import profile_words
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.growing_area import GrowingArea
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem

_SIDE_BY_SIDE: Final = 800  # pixels


class ProfilesView(QWidget):
    """A list of profiles, and the settings of the chosen one.

    The profiles that came with the program cannot be changed.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[ProfileRow] = []
        self._asked: list[AskedField] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Profiles"))
        self.name = LineEdit(self.tr("Name of the profile"), self.tr("New name"), self)
        self.copy_button = boxes.button(self.tr("Copy"), self._copy, self)
        self.rename_button = boxes.button(self.tr("Rename"), self._rename, self)
        self.remove_button = DeleteButton(None, self.tr("Delete"), self.list, self)
        self.export_button = boxes.button(self.tr("Write to a file …"), self._choose_target, self)
        self.import_button = boxes.button(self.tr("Take from a file …"), self._choose_file, self)
        self.edit = ProfileEdit(self)
        self.save_button = boxes.button(self.tr("Save the profile"), self._save, self)
        for button in self._buttons():
            button.setAccessibleName(button.text())
        self.trouble = TroubleLabel(self)
        self.says = page_layout.note("", self)
        self._arrange()
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.name.returnPressed.connect(self._copy)
        self.name.textChanged.connect(lambda _: self._enable())
        self.remove_button.clicked.connect(self._remove)
        self.edit.changed.connect(self._enable)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.copy_button,
            self.rename_button,
            self.remove_button,
            self.export_button,
            self.import_button,
            self.save_button,
        )

    def _arrange(self) -> None:
        left_pane, right = QWidget(self), QWidget(self)
        column = boxes.column((self.list, 1), self.name, parent=left_pane, margin=2 * tokens.GRID)
        for buttons in (self._buttons()[:3], self._buttons()[3:5]):
            line = boxes.row()
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(self.trouble)
        column = boxes.column(
            self.says,
            (GrowingArea(self.edit, 25 * tokens.GRID, right), 1),
            parent=right,
            margin=2 * tokens.GRID,
        )
        line = boxes.row(self.save_button, 1, spacing=-1)
        column.addLayout(line)
        panes = TurningSplitter(_SIDE_BY_SIDE, self)
        panes.add(left_pane, 1)
        panes.add(right, 2)
        boxes.column(panes, parent=self)

    # --- choosing ---

    def load(self, chosen: str = "") -> None:
        """List the profiles and select `chosen`, or else the profile that was selected before.

        If no profile changed, do nothing, so that unsaved settings stay.
        """
        rows, asked_fields = profiles.listed(self._desk.reader), profiles.asked(self._desk.reader)
        if (rows, asked_fields) == (self._rows, self._asked):
            return
        self._rows, self._asked, chosen = rows, asked_fields, chosen or self.current
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = ListItem(row.name, self.list)
            item.setToolTip(profile_words(row.name))
        names = [row.name for row in rows]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.list.blockSignals(False)
        self._show()

    def choose(self, name: str) -> None:
        """Show the profile `name`; do nothing if there is none of that name."""
        names = [row.name for row in self._rows]
        if name in names and name != self.current:
            self.list.setCurrentRow(names.index(name))

    @property
    def current(self) -> str:
        """The name of the chosen profile; "" if none is chosen."""
        row = self._row()
        return "" if row is None else row.name

    def _row(self) -> ProfileRow | None:
        index = self.list.currentRow()
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def _show(self) -> None:
        self.trouble.hush()
        row = self._row()
        if row is not None and row.profile is not None:
            self.edit.show_profile(row.profile, self._asked, editable=row.id is not None)
        self.edit.setVisible(row is not None and row.profile is not None)
        if row is not None and row.profile is None:
            says = self.tr("A newer program made this profile. It can be deleted here, not used.")
        elif row is not None and row.id is None:
            says = self.tr(
                "This profile is shipped and stays as it is. Type a name and copy it, to change the copy."
            )
        else:
            says = self.tr(
                "What was reviewed for a profile stays reviewed unless the change would tell more."
            )
        self.says.setText(says)
        self._enable()

    def _enable(self) -> None:
        row = self._row()
        own, named = row is not None and row.id is not None, bool(self.name.text().strip())
        readable = row is not None and row.profile is not None
        self.copy_button.setEnabled(named and readable)
        self.rename_button.setEnabled(named and own)
        self.remove_button.setEnabled(own)
        self.export_button.setEnabled(readable)
        self.save_button.setEnabled(own and row is not None and self.edit.profile != row.profile)

    # --- changing ---

    def _copy(self) -> None:
        old, new = self.current, self.name.text().strip()
        self._change(lambda s: profiles.copy(s, old, new), self.tr("The profile was copied."), new)

    def _rename(self) -> None:
        old, new = self.current, self.name.text().strip()
        self._change(lambda s: profiles.rename(s, old, new), self.tr("The profile has another name."), new)

    def _remove(self) -> None:
        name = self.current
        self._change(
            lambda s: profiles.remove(s, name), self.tr("Profile “{name}” deleted.").format(name=name), ""
        )

    def _save(self) -> None:
        row, profile = self._row(), self.edit.profile
        if row is None or row.profile is None or profile is None:
            return
        name, more = row.name, profile.own - row.profile.own
        try:
            check_visible([asked_field for asked_field in self._asked if asked_field.field in more], profile)
        except InvalidValue as error:
            self._failed(error)
            return
        self._change(
            lambda s: profiles.change(s, name, lambda _: profile), self.tr("The profile is kept."), name
        )

    def _change(self, work: Callable[[Session], Outcome[object]], sentence: str, then: str) -> None:
        """Run a change, show `sentence` as its report with the offer to undo it, and choose the profile
        `then`.
        """

        def done() -> None:
            self.name.setText("")
            self.load(then)

        undoing.change(self._desk, self, work, sentence, done, self._failed)

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.name.textEdited, self.list.currentRowChanged)

    # --- files ---

    def _choose_target(self) -> None:
        choose_path(
            self,
            self.tr("Where to put the profile"),
            Purpose.SAVE_FILE,
            self.write,
            pattern=self.tr("Files of profiles (*.json)"),
            suffix="json",
        )

    def write(self, target: Path) -> None:
        """Write the chosen profile to a new file."""
        name = self.current
        self._desk.ask(
            self,
            lambda session, job: profiles.export(session.store, target, [name]),
            lambda names: self._desk.say(self.tr("The profile was written: {path}").format(path=target)),
            failed=self._failed,
        )

    def _choose_file(self) -> None:
        pattern = self.tr("Files of profiles (*.json)")
        choose_path(self, self.tr("A file of profiles"), Purpose.OPEN_FILE, self.take_in, pattern=pattern)

    def take_in(self, path: Path) -> None:
        """Add the profiles of a file.

        If the file has only one profile, it gets the name in the field `name`, unless the field is empty.
        """
        name = self.name.text().strip()
        self._change(
            lambda session: profiles.take_in(session, path, name),
            self.tr("The profiles of the file are kept."),
            name,
        )
