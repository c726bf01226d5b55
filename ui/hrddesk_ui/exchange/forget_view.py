"""The steps of handing off and forgetting: choose, read the consequences, confirm an emergency."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from hrddesk.actions.exchange import contacts
from hrddesk.actions.vault import backups, forgetting, keys
from hrddesk.actions.vault.forgetting import Outlook
from hrddesk.bundle.trust import own_identity
from hrddesk.bundle.trust.contacts import Contact, ContactState
from hrddesk.errors import CardTooShort, HrdDeskError
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.exchange.case_scope import WhichCases
from hrddesk_ui.exchange.contact_words import show_state, state_word
from hrddesk_ui.exchange.forgotten_view import ForgottenView, Wish
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit
from hrddesk_ui.words.record_words import kind_word

_IN_LETTERS = ("emergency", "jinji")
"""The words that confirm an emergency on a keyboard without an input method, so that no time is lost."""
SIDE_BY_SIDE = 800  # pixels from which the cases stand beside the contacts


class ForgetView(QWidget):
    """The first two steps of the hand-off.

    The third step, `ForgottenView`, takes the whole window, because no page may read the vault during it.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.choice = _ForgetChoiceStep(desk, self)
        self.outlook = _OutlookStep(self)
        self._steps = QStackedWidget(self)
        self._steps.addWidget(self.choice)
        self._steps.addWidget(self.outlook)
        boxes.column(self._steps, parent=self)
        self.choice.wanted.connect(self._look)
        self.outlook.back_button.clicked.connect(self._back)
        self.outlook.wanted.connect(self._begin)
        self._wish: Wish | None = None

    @property
    def step(self) -> int:
        """The number of the step that is shown, counted from 0."""
        return self._steps.currentIndex()

    def load(self) -> None:
        """Read the contacts again."""
        self._desk.ask(self, lambda session, job: contacts.all_contacts(session), self.choice.fill)

    def _look(self, wish: Wish) -> None:
        self._wish = wish
        self._desk.ask(
            self,
            lambda session, job: forgetting.look(session.store, wish.cases, wish.to),
            self._show,
            failed=self.choice.complain,
            label=self.tr("Looking what would go"),
        )

    def _show(self, outlook: Outlook) -> None:
        assert self._wish is not None
        self._wish = replace(self._wish, emergency=bool(outlook.unacknowledged))
        if self._wish.emergency and self._wish.folder is None:
            self.choice.ask_for_folder(self._wish.to, outlook.unacknowledged or 0)
            return
        self.outlook.fill(self._wish, outlook, keys.needs_keyfile(keys.slots(self._desk.session)))
        self._steps.setCurrentWidget(self.outlook)
        self.outlook.arrive()

    def _back(self) -> None:
        self.outlook.forget()
        self._steps.setCurrentWidget(self.choice)
        self.choice.contacts.setFocus()

    def _begin(self, passphrase: str, keyfile: Path | None) -> None:
        assert self._wish is not None
        self.outlook.forget()
        self._desk.alone_wanted.emit(ForgottenView(self._desk, self._wish, passphrase, keyfile))


class _ForgetChoiceStep(QWidget):
    """The first step: the choice of cases, recipient, and folder on a stick."""

    wanted = Signal(object)  # Wish

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.contacts = QListWidget(self)
        self.contacts.setAccessibleName(self.tr("The coordinator"))
        self.contacts.setMinimumHeight(10 * tokens.GRID)
        self.what = WhichCases(desk, self.tr("These cases, with all that only they have to do with"), self)
        self.folder = PathEdit(self.tr("Folder for the bundle, on a stick"), Purpose.FOLDER, self)
        self.look_button = boxes.button(self.tr("Show what would go"), self._submit, self)
        self.look_button.setAccessibleName(self.look_button.text())
        self.trouble = TroubleLabel(self)
        self._arrange()
        self.folder.submitted.connect(self._submit)

    def _arrange(self) -> None:
        for_whom = QWidget(self)
        boxes.column(
            page_layout.heading(self.tr("Hand off and forget")),
            page_layout.note(
                self.tr(
                    "The cases go to a coordinator in a bundle that you cannot open, and then nothing of them"
                    " is left here. Whoever forces you to unlock then sees that something was recorded, and"
                    " not what. Old backups still have them. Nothing happens before you have seen what"
                    " would go."
                )
            ),
            page_layout.heading(self.tr("For whom")),
            (self.contacts, 100),
            page_layout.heading(self.tr("Where to")),
            page_layout.note(
                self.tr("Not needed where the coordinator's receipts say that all of it is there.")
            ),
            self.folder,
            (self.look_button, 0, Qt.AlignmentFlag.AlignLeft),
            self.trouble,
            1,
            parent=for_whom,
            margin=(0, 0, tokens.GRID, 0),
        )
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(page_layout.scrolling(for_whom, self), 2)
        panes.add(self.what, 3)
        boxes.column(panes, parent=self, margin=2 * tokens.GRID)

    def fill(self, all_contacts: list[Contact]) -> None:
        """List the contacts; only a verified contact whose card is valid long enough can be chosen."""
        self.contacts.clear()
        first = None
        for contact in all_contacts:
            why = self._refused(contact, own_identity.today())
            item = ListItem(f"{contact.name} — {why or state_word(contact.state)}", self.contacts)
            item.setData(Qt.ItemDataRole.UserRole, contact.name)
            show_state(item, contact.state)
            if why:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            elif first is None:
                first = item
        if first is not None:
            self.contacts.setCurrentItem(first)

    def _refused(self, contact: Contact, day: datetime.date) -> str:
        if contact.state is not ContactState.VERIFIED:
            return state_word(contact.state)
        try:
            forgetting.require_lasting(contact, day)
        except CardTooShort:
            text = self.tr("card valid until {day}: ask for a fresh one")
            return text.format(day=contact.card.expires.isoformat())
        return ""

    def complain(self, error: HrdDeskError) -> None:
        """Show an error until the user changes the cases or the folder."""
        self.trouble.complain(messages.of(error).text, self.what.cases.changed, self.folder.changed)

    def ask_for_folder(self, name: str, count: int) -> None:
        """Ask for a folder, because the contact `name` has not acknowledged `count` records yet."""
        text = self.tr("{name} has not acknowledged %n record(s) of it: say into which folder.", "", count)
        self.trouble.complain(text.format(name=name), self.folder.changed)
        self.folder.setFocus()

    def _submit(self) -> None:
        row, folder = self.contacts.currentRow(), self.folder.path
        picked = self.what.chosen
        if row < 0:
            self.trouble.complain(
                self.tr("No contact is verified with a card that lasts for 180 days."),
                self.contacts.currentItemChanged,
            )
            self.contacts.setFocus()
        elif picked == []:
            self.what.complain(self.trouble)
        else:
            self.trouble.hush()
            name = str(self.contacts.item(row).data(Qt.ItemDataRole.UserRole))
            self.wanted.emit(Wish(name, None if picked is None else tuple(picked), folder))


class _OutlookStep(QWidget):
    """The second step: the user reads the consequences and confirms with the passphrase.

    In an emergency, the user must also type a word.
    """

    wanted = Signal(str, object)  # the passphrase, the keyfile or None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.word = self.tr("EMERGENCY")
        self._by_keyfile = False
        self._is_emergency = True
        self.heading = page_layout.heading("", self)
        self.meaning = page_layout.words("", self)
        self.where = page_layout.words("", self)
        self.goes = WrappedList(self.tr("What goes and what stays"), self)
        self.goes.setMinimumHeight(22 * tokens.GRID)
        self.typed = LineEdit(self.tr("The word {word}").format(word=self.word), "", self)
        self.passphrase = SecretEdit(self.tr("Passphrase"), self)
        self.keyfile = PathEdit(self.tr("Keyfile"), Purpose.OPEN_FILE, self)
        self.go_button = boxes.button(self.tr("Hand off and forget now"), self._submit, self, icon="handoff")
        self.back_button = QPushButton(self.tr("Back"), self)
        for button in (self.go_button, self.back_button):
            button.setAccessibleName(button.text())
        self.trouble = TroubleLabel(self)
        layout = page_layout.column(self, 110)
        layout.setSpacing(tokens.GRID)
        boxes.add(layout, self.heading, self.meaning, self.where, (self.goes, 1))
        fields = page_layout.Fields()
        self._typed_label = fields.add(self.tr("Type {word}").format(word=self.word), self.typed)
        fields.add(self.tr("Passphrase"), self.passphrase)
        self._keyfile_label = fields.add(self.tr("Keyfile"), self.keyfile)
        layout.addLayout(fields)
        layout.addWidget(self.trouble)
        buttons = boxes.row(self.go_button, 1, self.back_button, spacing=-1)
        layout.addLayout(buttons)
        self.typed.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.submitted.connect(self._submit)
        self.keyfile.submitted.connect(self._submit)

    def fill(self, wish: Wish, outlook: Outlook, by_keyfile: bool) -> None:
        """Show the consequences; with `by_keyfile`, also ask for the keyfile, which the vault then needs."""
        self._by_keyfile = by_keyfile
        for part in (self._keyfile_label, self.keyfile):
            part.setVisible(by_keyfile)
        self._is_emergency = wish.emergency
        self._typed_label.setVisible(wish.emergency)
        self.typed.setVisible(wish.emergency)
        if wish.emergency:
            self.heading.setText(self.tr("This is an emergency"))
            self.meaning.setText(
                self.tr(
                    "%n record(s) of it are not acknowledged. If this bundle is lost, they are lost:"
                    " there is no way back, and you cannot open it yourself. Do this only where keeping them"
                    " is the greater danger.",
                    "",
                    outlook.unacknowledged or 0,
                )
            )
        else:
            self.heading.setText(self.tr("All of it is acknowledged"))
            self.meaning.setText(
                self.tr(
                    "{name} has every record that goes, by the receipts. That the person keeps them, no"
                    " receipt can tell."
                ).format(name=wish.to)
            )
        going = self.tr("Forget now") if wish.folder is None else self.tr("Hand off and forget now")
        self.go_button.setText(going)
        self.go_button.setAccessibleName(going)
        if wish.folder is None:
            self.where.setText(self.tr("Nothing is written; it is only forgotten here."))
        else:
            self.where.setText(
                self.tr("For {name} alone, into {folder}").format(name=wish.to, folder=str(wish.folder))
            )
        self.goes.clear()
        for line in self._lines(outlook):
            self.goes.addItem(ListItem(line))

    def _lines(self, outlook: Outlook) -> Iterator[str]:
        counts = ", ".join(f"{kind_word(kind)}: {count}" for kind, count in outlook.goes.items())
        yield self.tr("Goes: {counts}").format(counts=counts)
        yield self.tr(
            "With them go earlier versions, drafts, imported cells, publications and their labels,"
            " evidence files, and what search knows."
        )
        if outlook.reviews:
            yield self.tr("%n record(s) of bundles that you read go too.", "", outlook.reviews)
        if outlook.staying:
            names = "; ".join(outlook.staying)
            yield self.tr("These people stay, since other cases have them too: {names}").format(names=names)
        if outlook.telling:
            refs = ", ".join(outlook.telling)
            text = self.tr("These stay, but name somebody who goes. Go back and change them first: {refs}")
            yield "⚠ " + text.format(refs=refs)
        yield self.tr(
            "Stays: that and when something was recorded, without content; your contacts; that a bundle went."
        )
        yield self.tr(
            "The vault gets a new key and new recovery words. What a solid-state disk keeps in spare"
            " blocks, and every backup made before, still opens with your passphrase of today."
        )

        for row in outlook.backups:
            yield self.tr("To be destroyed by you, the backup of {day}: {path}").format(
                day=backups.day_of(row).isoformat(), path=row.path
            )

    def arrive(self) -> None:
        """Focus the field for the word in an emergency, and otherwise the field for the passphrase."""
        (self.typed if self._is_emergency else self.passphrase).setFocus()

    def forget(self) -> None:
        """Empty all fields, among them the passphrase."""
        self.typed.clear()
        self.passphrase.clear()
        self.keyfile.set_path(None)
        self.trouble.hush()

    def _submit(self) -> None:
        meant = self.typed.text().strip().casefold() in (self.word.casefold(), *_IN_LETTERS)
        if self._is_emergency and not meant:
            text = self.tr("Type the word {word} to say that you mean it.").format(word=self.word)
            self.trouble.complain(text, self.typed.textChanged)
            self.typed.setFocus()
        elif not self.passphrase.text:
            self.trouble.complain(self.tr("Type the passphrase."), self.passphrase.changed)
            self.passphrase.setFocus()
        elif self._by_keyfile and self.keyfile.path is None:
            self.trouble.complain(self.tr("Choose the keyfile."), self.keyfile.changed)
            self.keyfile.setFocus()
        else:
            self.wanted.emit(self.passphrase.text, self.keyfile.path if self._by_keyfile else None)
