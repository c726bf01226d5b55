"""The button that sends the selected contact a bundle with the list of known contacts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrddesk.actions.exchange import contact_lists
from hrddesk.bundle.sending.write import WrittenBundle
from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk.errors import HrdDeskError
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes


class ShareContacts(QWidget):
    """The button that sends the list of contacts, after a question that says what will be sent."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name, self._others = "", 0
        self.button = boxes.button(self.tr("Send my list of contacts …"), self._ask, self, icon="handoff")
        self.button.setAccessibleName(self.button.text())
        self.confirm = ConfirmBar(self)
        self.trouble = TroubleLabel(self)
        boxes.column((self.button, 0, Qt.AlignmentFlag.AlignLeft), self.confirm, self.trouble, parent=self)

    def show_contact(self, contact: Contact, others: int) -> None:
        """Show the button for a verified contact; `others` is the number of contacts that can be sent.

        The button is hidden if `others` is 0 or `contact` is not verified.
        """
        if (contact.name, others) != (self._name, self._others):  # the question is about another contact
            self.confirm.withdraw()
            self.trouble.hush()
        self._name, self._others = contact.name, others
        self.setVisible(contact.state is ContactState.VERIFIED and others > 0)

    def _ask(self) -> None:
        self.confirm.ask(
            self.tr(
                "%n contact(s) that you verified or revoked go along, with the names that you gave them. "
                "Whoever opens the bundle reads these names. Write it?",
                "",
                self._others,
            ),
            self.tr("Choose the folder …"),
            self.tr("Leave it"),
            self._choose,
            self.button,
        )

    def _choose(self) -> None:
        choose_path(self, self.tr("Folder for the bundle, on a stick"), Purpose.FOLDER, self.share)

    def share(self, folder: Path) -> None:
        """Write the bundle with the list of contacts into `folder`."""
        name = self._name
        self._desk.ask(
            self,
            lambda session, job: contact_lists.share(session, folder, [name], None, job),
            self._shared,
            failed=self._failed,
            label=self.tr("Writing the bundle"),
        )

    def _shared(self, shared: tuple[WrittenBundle, int]) -> None:
        written, count = shared
        self._desk.say(
            self.tr("The list of contacts was written: {path}").format(path=written.path),
            self.tr("Only the contact that you chose can open it."),
            self.tr("It holds %n contact(s).", "", count),
        )

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.button.pressed)
