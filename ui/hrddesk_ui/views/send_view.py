"""Write a bundle: for whom, which cases, onto which stick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrddesk.actions import bundles, contacts
from hrddesk.actions.bundles import Sent
from hrddesk.bundle.contacts import Contact, ContactState
from hrddesk.errors import HrdDeskError
from hrddesk_ui import messages, theme
from hrddesk_ui.contact_words import contact_line, show_state
from hrddesk_ui.desk import Desk
from hrddesk_ui.widgets import page_layout
from hrddesk_ui.widgets.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.trouble_label import TroubleLabel
from hrddesk_ui.widgets.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.which_cases import WhichCases

SIDE_BY_SIDE = 800  # pixels from which the cases stand beside the recipients


class SendView(QWidget):
    """Only contacts whose words were compared can be ticked."""

    contacts_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.recipients = QListWidget(self)
        self.recipients.setAccessibleName(self.tr("For whom; Space ticks one"))
        self.recipients.setMinimumHeight(12 * theme.GRID)
        self.nobody = page_layout.note(
            self.tr("No contact is verified yet. Add a contact card and compare the words first."), self
        )
        self.contacts_button = QPushButton(self.tr("To the contacts"), self)
        self.contacts_button.setAccessibleName(self.contacts_button.text())
        self.contacts_button.clicked.connect(self.contacts_wanted)
        self.what = WhichCases(desk, self.tr("These cases, with all that belongs to them"), self)
        self.folder = PathEdit(self.tr("Folder for the bundle, on a stick"), Purpose.FOLDER, self)
        self.trouble = TroubleLabel(self)
        self.write_button = QPushButton(theme.icon("handoff"), self.tr("Write the bundle"), self)
        self.write_button.setAccessibleName(self.write_button.text())
        self._arrange()
        self.folder.submitted.connect(self._write)
        self.write_button.clicked.connect(self._write)
        self._fill([])

    def _arrange(self) -> None:
        for_whom = QWidget(self)
        left = QVBoxLayout(for_whom)
        left.setContentsMargins(0, 0, theme.GRID, 0)
        left.setSpacing(theme.GRID)
        left.addWidget(page_layout.heading(self.tr("For whom")))
        left.addWidget(self.nobody)
        left.addWidget(self.contacts_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.recipients, 100)
        left.addSpacing(theme.GRID)
        left.addWidget(page_layout.heading(self.tr("Where to")))
        left.addWidget(
            page_layout.note(self.tr("The file gets a name that says nothing. It is complete, or not there."))
        )
        left.addWidget(self.folder)
        left.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.trouble)  # below the button, which it must not push away under the mouse
        left.addStretch(1)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(for_whom, 2)
        panes.add(self.what, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.addWidget(panes)

    def load(self) -> None:
        """Read the contacts anew."""
        self._desk.ask(self, lambda session, job: contacts.all_contacts(session), self._fill)

    def _fill(self, found: list[Contact]) -> None:
        ticked = set(self._ticked())
        self.recipients.clear()
        for contact in found:
            verified = contact.state is ContactState.VERIFIED
            item = QListWidgetItem(contact_line(contact), self.recipients)
            show_state(item, contact.state)
            item.setData(Qt.ItemDataRole.UserRole, contact.name)
            item.setCheckState(
                Qt.CheckState.Checked if verified and contact.name in ticked else Qt.CheckState.Unchecked
            )
            if not verified:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        anybody = any(contact.state is ContactState.VERIFIED for contact in found)
        self.nobody.setVisible(not anybody)
        self.contacts_button.setVisible(not anybody)
        self.recipients.setVisible(bool(found))
        self.write_button.setEnabled(anybody)
        if anybody:
            self.recipients.setCurrentRow(
                next(row for row, contact in enumerate(found) if contact.state is ContactState.VERIFIED)
            )

    def _ticked(self) -> list[str]:
        items = (self.recipients.item(row) for row in range(self.recipients.count()))
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _write(self) -> None:
        to, folder = self._ticked(), self.folder.path
        chosen = self.what.chosen
        if not to:
            self.trouble.complain(self.tr("Tick for whom the bundle is."), self.recipients.itemChanged)
            self.recipients.setFocus()
        elif chosen == []:
            self.what.complain(self.trouble)
        elif folder is None:
            self.trouble.complain(self.tr("Say into which folder."), self.folder.changed)
            self.folder.setFocus()
        else:
            self.trouble.hush()
            self._desk.ask(
                self,
                lambda session, job: bundles.write_bundle(session, folder, to, chosen, job),
                self._written,
                failed=self._failed,
                label=self.tr("Writing the bundle"),
            )

    def _written(self, sent: Sent) -> None:
        written = sent.written
        self._desk.say(
            self.tr("The bundle was written: {path}").format(path=written.path),
            self.tr("Only those whom you ticked can open it."),
            self.tr("It holds %n case(s).", "", written.cases),
        )

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(
            messages.of(error).text, self.folder.changed, self.what.cases.changed, self.recipients.itemChanged
        )
        self.write_button.setFocus()
