"""The contacts that a bundle contains; the user can accept some or all of them.

This is possible only if the sender is a verified contact whom the user marked as coordinator.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from hrddesk.actions.exchange import contact_lists
from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk.bundle.trust.contact_list import ContactList, News, Proposal
from hrddesk.errors import HrdDeskError
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.exchange.contact_words import show_state
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

WORDS: Final[dict[News, tuple[str, ContactState | None]]] = {
    News.NEW: (QT_TRANSLATE_NOOP("ContactLists", "new: would be introduced"), ContactState.INTRODUCED),
    News.NEWER_CARD: (QT_TRANSLATE_NOOP("ContactLists", "a newer card"), None),
    News.ROTATED: (
        QT_TRANSLATE_NOOP("ContactLists", "new keys, signed by the old ones"),
        ContactState.ROTATED,
    ),
    News.CHANGED: (
        QT_TRANSLATE_NOOP("ContactLists", "other keys without proof: would block the contact"),
        ContactState.CHANGED,
    ),
    News.REVOKED: (
        QT_TRANSLATE_NOOP("ContactLists", "revoked: would be trusted no more, for ever"),
        ContactState.REVOKED,
    ),
    News.NOTHING: (QT_TRANSLATE_NOOP("ContactLists", "as it is here"), None),
    News.UNUSABLE: (
        QT_TRANSLATE_NOOP("ContactLists", "of no use: the card expired, or its keys were given up"),
        ContactState.UNKNOWN,
    ),
}
"""The words for each kind of news about a contact, and the state that gives the line its icon and colour.

None means the icon and the colour of the present state of the contact.
"""


class ContactListView(QWidget):
    """The list of contacts in a bundle; at first, no contact is ticked.

    The list is hidden if the bundle has no contacts.
    """

    taken = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self.note = page_layout.note("", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Contacts that came with the bundle; Space ticks one"))
        self.list.setMinimumHeight(8 * tokens.GRID)
        self.list.setMaximumHeight(20 * tokens.GRID)
        self.ticked_button = boxes.button(self.tr("Take what is ticked"), self._take_ticked, self)
        self.all_button = boxes.button("", lambda: self._take(None), self, icon="done")
        self.ticked_button.setAccessibleName(self.tr("Take the contacts that are ticked"))
        self.trouble = TroubleLabel(self)
        boxes.column(
            page_layout.heading(self.tr("Contacts that came with the bundle")),
            self.note,
            self.list,
            boxes.row(self.all_button, self.ticked_button, 1),
            self.trouble,
            parent=self,
            margin=(2 * tokens.GRID, 2 * tokens.GRID, 2 * tokens.GRID, 0),
        )
        self.hide()

    def load(self, number: int) -> None:
        """Read the contact list in the bundle of a review, and compare it with the known contacts."""
        self._number = number
        self.hide()
        self._desk.ask(self, lambda session, job: contact_lists.read(session, number), self._fill)

    def _fill(self, contact_list: ContactList) -> None:
        self.trouble.hush()
        can_take = contact_list.is_open and contact_list.is_coordinator
        if can_take:
            self.note.setText(
                self.tr("You take contacts on this one's word. Whom you take is introduced, not verified.")
            )
        else:
            self.note.setText(
                self.tr("None can be taken: only a verified contact marked as coordinator introduces others.")
            )
        self.list.clear()
        news = {item.number for item in contact_list.news}
        for item in contact_list.proposals:
            self._add(item, can_take=can_take and item.number in news)
        count = len(news)
        self.all_button.setText(self.tr("Take all (%n)", "", count))
        self.all_button.setAccessibleName(self.tr("Take all contacts that bring news (%n)", "", count))
        for button in (self.all_button, self.ticked_button):
            button.setEnabled(can_take and bool(news))
        self.list.setCurrentRow(0)
        self.setVisible(bool(contact_list.proposals))

    def _add(self, item: Proposal, *, can_take: bool) -> None:
        word, state = WORDS[item.news]
        text = f"{isolated(item.name)} — {QCoreApplication.translate('ContactLists', word)}"
        if item.contact is not None and item.contact.name != item.name:
            text += " · " + self.tr("here: {name}").format(name=isolated(item.contact.name))
        if item.alike:
            names = ", ".join(map(isolated, item.alike))
            text += " · " + self.tr("looks like {names}").format(names=names)
        if item.revoked is not None:
            text += " · " + self.tr("since {day}").format(day=item.revoked.isoformat())
        line = ListItem(text, self.list)
        line.setData(Qt.ItemDataRole.UserRole, item.number)
        own = item.contact.state if item.contact is not None else ContactState.UNKNOWN
        show_state(line, state or own)
        if can_take:
            line.setCheckState(Qt.CheckState.Unchecked)

    def _take_ticked(self) -> None:
        lines = (self.list.item(row) for row in range(self.list.count()))
        numbers = [
            int(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.data(Qt.ItemDataRole.CheckStateRole) is not None
            and line.checkState() is Qt.CheckState.Checked
        ]
        if not numbers:
            self.trouble.complain(self.tr("Tick whom to take."), self.list.itemChanged)
            self.list.setFocus()
            return
        self._take(numbers)

    def _take(self, numbers: list[int] | None) -> None:
        number = self._number
        self._desk.ask(
            self,
            lambda session, job: contact_lists.take(session, number, numbers),
            self._was_taken,
            failed=self._failed,
        )

    def _was_taken(self, changed: list[Contact]) -> None:
        self._desk.say(
            self.tr("Contacts that were added or changed: %n", "", len(changed)),
            self.tr("Nobody was verified by this."),
            self.tr("Compare the words with each of them before you send anything."),
        )
        self.load(self._number)
        self.taken.emit()

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.list.itemChanged)
