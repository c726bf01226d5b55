"""The tab of contacts: add a card, compare the twelve words, withdraw the trust."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from hrddesk.actions.exchange import contacts
from hrddesk.bundle.trust.contact import alike
from hrddesk.bundle.trust.contacts import Contact, ContactState
from hrddesk.errors import ContactKeyChanged, HrdDeskError
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.exchange.contact_words import (
    contact_line,
    show_mark,
    show_state,
    state_advice,
    state_tone,
    state_word,
)
from hrddesk_ui.exchange.share_contacts import ShareContacts
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.day_edit import DayEdit
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem

SIDE_BY_SIDE = 800  # pixels from which a contact stands beside the list


class ContactsView(QWidget):
    """The list of contacts on the left, the selected contact beside it, and a field to add a card below."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contacts: list[Contact] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Contacts"))
        self.list.setUniformItemSizes(True)
        self.list.currentRowChanged.connect(self._show)
        self.empty = page_layout.note(
            self.tr("No contacts yet. Ask for the person's contact card and add it here."), self
        )
        contacts_pane = QWidget(self)
        boxes.column(
            self.empty,
            (self.list, 100),
            self._new_card(),
            1,
            parent=contacts_pane,
            margin=(0, 0, tokens.GRID, 0),
        )
        self.list.setMinimumHeight(12 * tokens.GRID)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(contacts_pane, 1)
        panes.add(self._contact_pane(), 1)
        boxes.column(panes, parent=self, margin=2 * tokens.GRID)
        self._fill([])

    # --- making ---

    def _new_card(self) -> QWidget:
        box, layout = page_layout.card(self)
        layout.setContentsMargins(*[2 * tokens.GRID] * 4)
        layout.setSpacing(tokens.GRID)
        layout.addWidget(page_layout.heading(self.tr("Add a card")))
        fields = page_layout.Fields()
        self.card = PathEdit(
            self.tr("Contact card"), Purpose.OPEN_FILE, self, pattern=self.tr("Contact cards (*.card)")
        )
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the contact, for yourself"))
        self.name.setPlaceholderText(self.tr("a name that only you need to understand"))
        self.name.setMinimumHeight(heights.field(self.name))
        fields.add(self.tr("Contact card"), self.card)
        fields.add(self.tr("Name"), self.name)
        layout.addLayout(fields)
        self.card_trouble = TroubleLabel(self)
        self.add_button = boxes.button(self.tr("Add the contact"), self._add, self, icon="new")
        self.add_button.setAccessibleName(self.add_button.text())
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.card_trouble)
        self.card.submitted.connect(self.name.setFocus)
        self.name.returnPressed.connect(self._add)
        return box

    def _contact_pane(self) -> QWidget:
        self.pane = QWidget(self)
        layout = boxes.column(parent=self.pane, margin=(tokens.GRID, 0, 0, 0))
        self.who = page_layout.title("", self.pane)
        self.state = page_layout.words("", self.pane)
        self.advice = page_layout.words("", self.pane)
        self.mark = Label(parent=self.pane)
        state = boxes.row((self.mark, 0, Qt.AlignmentFlag.AlignTop), (self.state, 1))
        boxes.add(layout, self.who, state, self.advice)
        layout.addSpacing(tokens.GRID)
        layout.addWidget(self._words_part())
        self.coordinator = QCheckBox(self.tr("Take lists of contacts from this one"), self.pane)
        self.coordinator.setAccessibleName(self.coordinator.text())
        self.share = ShareContacts(self._desk, self.pane)
        self.again_button = boxes.button(self.tr("Compare the words again"), self._compare_again, self.pane)
        self.dismiss_button = boxes.button(
            self.tr("That card was somebody else's …"), self._ask_to_dismiss, self.pane
        )
        self.revoke_button = boxes.button(self.tr("Trust no more …"), self._ask_to_revoke, self.pane)
        for button in (self.again_button, self.dismiss_button, self.revoke_button):
            button.setAccessibleName(button.text())
        self.since_label = page_layout.plain(self.tr("since"), self.pane)
        self.since = DayEdit(self.tr("Since which day not to trust"), self.tr("today"), self.pane)
        self.since_label.setBuddy(self.since)
        self.revoke_trouble = TroubleLabel(self.pane)
        boxes.add(
            layout,
            self.coordinator,
            self.share,
            (self.again_button, 0, Qt.AlignmentFlag.AlignLeft),
            (self.dismiss_button, 0, Qt.AlignmentFlag.AlignLeft),
        )
        revoking = boxes.row(self.revoke_button, self.since_label, self.since, 1)
        layout.addLayout(revoking)
        layout.addWidget(self.revoke_trouble)
        self.confirm = ConfirmBar(self.pane)
        layout.addWidget(self.confirm)
        layout.addStretch(1)
        self.heard.returnPressed.connect(self._verify)
        self.verify_button.clicked.connect(self._verify)
        self.coordinator.clicked.connect(self._set_coordinator)
        return self.pane

    def _words_part(self) -> QWidget:
        self.words = QWidget(self.pane)
        layout = boxes.column(
            page_layout.heading(self.tr("Compare the words")),
            page_layout.note(
                self.tr(
                    "Call or meet the person. They read the twelve words of their own page, or the digits; "
                    "you type what you hear."
                )
            ),
            parent=self.words,
            margin=(0, 0, 0, tokens.GRID),
        )
        self.heard = QLineEdit(self.words)
        self.heard.setAccessibleName(self.tr("The twelve words that the person reads to you"))
        self.heard.setMinimumHeight(heights.field(self.heard))
        layout.addWidget(self.heard)
        self.verify_button = QPushButton(theme.icon("done"), self.tr("Verify"), self.words)
        self.verify_button.setAccessibleName(self.tr("Verify the contact by these words"))
        layout.addWidget(self.verify_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.trouble = TroubleLabel(self.words)
        layout.addWidget(self.trouble)
        return self.words

    def _compare_again(self) -> None:
        self.words.show()
        self.again_button.hide()
        self.heard.setFocus()

    # --- showing ---

    def load(self) -> None:
        """Read the contacts again."""
        self._desk.ask(self, lambda session, job: contacts.all_contacts(session), self._fill)

    @property
    def contact(self) -> Contact | None:
        """The contact that is shown, or None."""
        row = self.list.currentRow()
        return self._contacts[row] if 0 <= row < len(self._contacts) else None

    def _fill(self, all_contacts: list[Contact]) -> None:
        current = self.contact
        self._contacts = all_contacts
        self.list.clear()
        for contact in all_contacts:
            show_state(ListItem(contact_line(contact), self.list), contact.state)
        self.empty.setVisible(not all_contacts)
        self.list.setVisible(bool(all_contacts))
        rows = [
            row
            for row, contact in enumerate(all_contacts)
            if current is not None and contact.num == current.num
        ]
        if all_contacts:
            self.list.setCurrentRow(rows[0] if rows else 0)
        self._show()

    def _show(self) -> None:
        contact = self.contact
        self.pane.setVisible(contact is not None)
        self.trouble.hush()
        self.heard.setText("")
        if contact is None:
            return
        tone = state_tone(contact.state)
        self.who.setText(contact.name)
        since = self.tr("{state}, since {day}")
        state_words = since.format(state=state_word(contact.state), day=contact.since.isoformat())
        if contact.introducer:
            state_words += "\n" + self.tr("Introduced by: {name}").format(name=contact.introducer)
        self.state.setText(state_words)
        theme.set_role(self.state, tone)
        show_mark(self.mark, contact.state)
        self.advice.setText(state_advice(contact.state))
        open_to_words = contact.state is not ContactState.REVOKED
        verified = contact.state is ContactState.VERIFIED
        self.words.setVisible(open_to_words and not verified)
        self.again_button.setVisible(verified)
        self.heard.setEnabled(open_to_words)
        self.verify_button.setEnabled(open_to_words)
        can_be_revoked = contact.state is not ContactState.REVOKED
        for part in (self.revoke_button, self.since_label, self.since):
            part.setVisible(can_be_revoked)
        self.since.set_day(None)
        self.dismiss_button.setVisible(contact.state is ContactState.CHANGED)
        states = (ContactState.VERIFIED, ContactState.REVOKED)
        others = sum(each.state in states and each.num != contact.num for each in self._contacts)
        self.share.show_contact(contact, others)
        self.coordinator.setVisible(verified)
        self.coordinator.setChecked(contact.is_coordinator)

    # --- doing ---

    def _add(self) -> None:
        path, name = self.card.path, self.name.text().strip() or None
        if path is None:
            self.card_trouble.complain(self.tr("Choose the file with the contact card."), self.card.changed)
            self.card.setFocus()
            return
        self._desk.ask(
            self,
            lambda session, job: contacts.add(session, path, name),
            self._added,
            failed=self._not_added,
        )

    def _not_added(self, error: HrdDeskError) -> None:
        self.card_trouble.complain(messages.of(error).text, self.card.changed, self.name.textChanged)
        if isinstance(error, ContactKeyChanged):
            self.load()  # the contact is blocked now
            self.changed.emit()

    def _added(self, contact: Contact) -> None:
        self.card_trouble.hush()
        self.card.set_path(None)
        self.name.setText("")
        self._after(contact)
        self.heard.setFocus()
        self._desk.say(
            self.tr("The contact was added: {name}").format(name=contact.name),
            todo=messages.one_line(*self._looks(contact), state_advice(contact.state)),
            tone="warn" if contact.state is not ContactState.VERIFIED else "good",
            about=("contact", contact.num),
        )

    def _looks(self, contact: Contact) -> list[str]:
        """Return a warning about known contacts whose names look like that of `contact`.

        The list has one sentence, or none if no name is similar.
        """
        names = alike(contact.name, [each.name for each in self._contacts])
        sentence = self.tr("It looks like {names}: make sure whose card it is before you verify it.")
        return [sentence.format(names=", ".join(names))] if names else []

    def _after(self, contact: Contact) -> None:
        self._contacts = [each for each in self._contacts if each.num != contact.num] + [contact]
        self._contacts.sort(key=lambda each: each.name)
        listed = self._contacts
        self._fill(listed)
        self.list.setCurrentRow(next(row for row, each in enumerate(listed) if each.num == contact.num))
        self.changed.emit()

    def _verify(self) -> None:
        contact, words = self.contact, self.heard.text()
        if contact is None:
            return
        if not words.strip():
            self.trouble.complain(
                self.tr("Type the words that the person reads to you."), self.heard.textChanged
            )
            self.heard.setFocus()
            return
        self._desk.ask(
            self,
            lambda session, job: contacts.verify(session, contact.name, words),
            self._verified,
            failed=self._refused,
        )

    def _verified(self, contact: Contact) -> None:
        self._desk.mended.emit(("contact", contact.num))
        self._after(contact)
        self._desk.say(self.tr("The words match. The contact is verified: {name}").format(name=contact.name))
        self.list.setFocus()

    def _refused(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.heard.textChanged)
        self.heard.setFocus()
        self.heard.selectAll()

    def _set_coordinator(self, is_one: bool) -> None:
        contact = self.contact
        if contact is not None:
            self._desk.ask(
                self,
                lambda session, job: contacts.set_coordinator(session, contact.name, is_one=is_one),
                self._after,
                failed=self._refused,
            )

    def _ask_to_dismiss(self) -> None:
        contact = self.contact
        if contact is None:
            return
        self.confirm.ask(
            self.tr(
                "Was the card with the other key somebody else's, given under this name by mistake? "
                "If you are not sure, leave it, and compare the words: {name}"
            ).format(name=contact.name),
            self.tr("It was somebody else's"),
            self.tr("Leave it"),
            lambda: self._dismiss(contact),
            self.list,
        )

    def _dismiss(self, contact: Contact) -> None:
        self._desk.ask(self, lambda session, job: contacts.dismiss(session, contact.name), self._dismissed)

    def _dismissed(self, contact: Contact) -> None:
        self._desk.mended.emit(("contact", contact.num))
        self._after(contact)
        self._desk.say(self.tr("The contact keeps the key that you know: {name}").format(name=contact.name))

    def _ask_to_revoke(self) -> None:
        contact = self.contact
        if contact is None:
            return
        if self.since.wrong:
            self.since.setFocus()
            return
        day = (self.since.day or datetime.datetime.now(tz=datetime.UTC).date()).isoformat()
        self.confirm.ask(
            self.tr(
                "Trust this contact no more, since {day}? Nothing is sent to it and nothing taken from it. "
                "Nothing takes that back: {name}"
            ).format(name=contact.name, day=day),
            self.tr("Trust no more"),
            self.tr("Leave it"),
            lambda: self._revoke(contact, day),
            self.list,
        )

    def _revoke(self, contact: Contact, day: str) -> None:
        self._desk.ask(
            self,
            lambda session, job: _revoke(session, contact.name, day),
            self._revoked,
            failed=lambda error: self.revoke_trouble.complain(
                messages.of(error).text, self.since.textChanged
            ),
        )

    def _revoked(self, revoked: tuple[Contact, list[int]]) -> None:
        contact, accepted = revoked
        self._desk.mended.emit(("contact", contact.num))
        self._after(contact)
        look = self.tr("Accepted from it since that day, and to be looked through: review {numbers}.")
        self._desk.say(
            self.tr("The contact is not trusted any more: {name}").format(name=contact.name),
            todo=look.format(numbers=", ".join(map(str, accepted))) if accepted else "",
        )


def _revoke(session: Session, name: str, day: str) -> tuple[Contact, list[int]]:
    contact = contacts.revoke(session, name, day)
    return contact, contacts.accepted_since(session, contact)
