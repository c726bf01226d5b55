"""The key that signs publications, which is the desk's own or that of an organisation.

An organisation's key can be made, handed to other desks, replaced and removed here.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hrddesk.actions.exchange import contacts, organisation
from hrddesk.actions.exchange.organisation import OrganisationShown
from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk.errors import HrdDeskError
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.buttons.once_button import OnceButton
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_row import TurningRow


class OrganisationView(QWidget):
    """The page for the key of the organisation.

    Only its public part is shown. The secret part leaves the desk only when it is sealed to a verified
    contact.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = page_layout.column(self)
        layout.addWidget(
            page_layout.words(
                self.tr(
                    "Each publication is signed. Where several desks publish as one organisation, give them "
                    "one key: readers then check everything by the same file."
                )
            )
        )
        self.state = page_layout.words("", self)
        page_layout.make_selectable(self.state)
        self.state.setAccessibleName(self.tr("Which key signs"))
        layout.addWidget(self.state)
        self.signers_button = self._button(self.tr("Save the public keys for readers …"))
        layout.addWidget(self.signers_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the organisation; readers see it"))
        self.name.setPlaceholderText(self.name.accessibleName())
        self.make_button = self._button(self.tr("Make a key for it"))
        self.to = StillComboBox(self, name=self.tr("Verified contact who shall have the key too"))
        self.hand_button = self._button(self.tr("Hand on the key …"))
        self.take_button = self._button(self.tr("Take over a key …"))
        self.replace_button = self._button(self.tr("Replace the key …"))
        self.lost_button = self._button(self.tr("The key was lost or stolen …"))
        self.remove_button = self._button(self.tr("Remove the key from this desk …"))
        boxes.add(
            layout,
            page_layout.heading(self.tr("Key of an organisation")),
            TurningRow(self.name, self.make_button, parent=self),
            TurningRow(self.to, self.hand_button, parent=self),
            (self.take_button, 0, Qt.AlignmentFlag.AlignLeft),
            TurningRow(self.replace_button, self.lost_button, self.remove_button, parent=self),
        )
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        self.confirm = ConfirmBar(self)
        page_layout.add_below(self, self.confirm)
        self._connect()

    def _button(self, text: str) -> QPushButton:
        button = OnceButton(text, self)
        button.setAccessibleName(text)
        return button

    def _connect(self) -> None:
        self.make_button.clicked.connect(self._make)
        self.signers_button.clicked.connect(
            lambda: choose_path(
                self,
                self.tr("Where to put the public keys"),
                Purpose.SAVE_FILE,
                self.save_signers,
                name="allowed_signers",
            )
        )
        self.hand_button.clicked.connect(
            lambda: choose_path(
                self,
                self.tr("Where to put the key"),
                Purpose.SAVE_FILE,
                self.hand_on,
                pattern=self.tr("Keys of organisations (*.orgkey)"),
                suffix="orgkey",
                name="organisation.orgkey",
            )
        )
        self.take_button.clicked.connect(
            lambda: choose_path(
                self,
                self.tr("Choose the key"),
                Purpose.OPEN_FILE,
                self.take,
                pattern=self.tr("Keys of organisations (*.orgkey)"),
            )
        )
        self.replace_button.clicked.connect(lambda: self._ask_to_replace(is_lost=False))
        self.lost_button.clicked.connect(lambda: self._ask_to_replace(is_lost=True))
        self.remove_button.clicked.connect(self._ask_to_remove)

    # --- showing ---

    def load(self) -> None:
        """Show which key signs publications, and to which contacts it can be given."""
        self._desk.ask(self, lambda session, job: organisation.state(session), self._show)
        self._desk.ask(self, lambda session, job: contacts.all_contacts(session), self._list)

    def _show(self, own_organisation: OrganisationShown) -> None:
        has_one = bool(own_organisation.name)
        if has_one:
            sentence = self.tr("Publications are signed by the key of {name}, since {day}.")
            lines = [
                sentence.format(
                    name=own_organisation.name,
                    day="" if own_organisation.since is None else own_organisation.since.isoformat(),
                )
            ]
        else:
            lines = [self.tr("Publications are signed by this desk's own key, that of your contact card.")]
        lines += [
            own_organisation.ssh_fingerprint,
            " ".join(own_organisation.shown.words),
            "  ".join(own_organisation.shown.words_zh),
        ]
        if own_organisation.former:
            lines.append(self.tr("Keys of before that are still good: %n", "", own_organisation.former))
        self.state.setText("\n".join(lines))
        for part in (self.name, self.make_button):
            part.setEnabled(not has_one)
        for button in (self.replace_button, self.lost_button, self.remove_button):
            button.setEnabled(has_one)
        self.hand_button.setEnabled(has_one and self.to.count() > 0)

    def _list(self, contact_rows: list[Contact]) -> None:
        names = [contact.name for contact in contact_rows if contact.state is ContactState.VERIFIED]
        chosen = self.to.currentText()
        self.to.clear()
        self.to.addItems(names)
        self.to.setPlaceholderText(self.tr("No contact is verified yet"))
        self.to.setCurrentIndex(names.index(chosen) if chosen in names else min(0, len(names) - 1))
        self.to.setEnabled(bool(names))
        self.hand_button.setEnabled(self.replace_button.isEnabled() and self.to.count() > 0)

    # --- doing ---

    def _make(self) -> None:
        name = self.name.text()
        self.trouble.hush()
        self._desk.ask(
            self, lambda session, job: organisation.make(session, name), self._changed, failed=self._failed
        )

    def _changed(self, own_organisation: OrganisationShown) -> None:
        self._show(own_organisation)
        self._desk.say(
            self.tr("From now on this key signs what is published."),
            self.tr("What was published before stays as it is."),
            self.tr("Save the public keys, and give readers the new file."),
        )

    def save_signers(self, path: Path) -> None:
        """Write the public keys to a new file, for readers."""
        self.trouble.hush()
        self._desk.ask(
            self,
            lambda session, job: organisation.write_signers(session, path),
            lambda _: self._desk.say(
                self.tr("The public keys were saved: {path}").format(path=path),
                self.tr("They hold no secret."),
                self.tr("Readers need the file before they get a publication, and over another way."),
            ),
            failed=self._failed,
        )

    def hand_on(self, path: Path) -> None:
        """Write the key, sealed to the chosen contact, to a new file."""
        name = self.to.currentText()
        self.trouble.hush()
        self._desk.ask(
            self,
            lambda session, job: organisation.hand_on(session, path, [name]),
            lambda file_name: self._desk.say(
                self.tr("The key was written: {path}").format(path=file_name),
                self.tr("It is sealed to {name}, and nobody else can open it.").format(name=name),
                self.tr("Give it on a stick; the other desk takes it over on this same page."),
            ),
            failed=self._failed,
        )

    def take(self, path: Path, *, replaces: bool = False) -> None:
        """Take over a key from a file; if this desk already has one, replace it only if `replaces` is set."""
        self.trouble.hush()

        def failed(error: HrdDeskError) -> None:
            self._failed(error)
            if self.replace_button.isEnabled() and not replaces:
                self.confirm.ask(
                    self.tr("Take over this key in place of the one that is here?"),
                    self.tr("Take it over"),
                    self.tr("Leave it"),
                    lambda: self.take(path, replaces=True),
                    self.take_button,
                )

        self._desk.ask(
            self,
            lambda session, job: organisation.take(session, path, replaces=replaces),
            lambda outcome: self._changed(outcome[0]),
            failed=failed,
        )

    def _ask_to_replace(self, *, is_lost: bool) -> None:
        if is_lost:
            question = self.tr(
                "Make a new key, and call the old ones bad? What they signed can no longer be checked. "
                "It is right where somebody else may have the key."
            )
        else:
            question = self.tr(
                "Make a new key? What the old one signed stays good. Hand the new one on to the other desks."
            )
        button = self.lost_button if is_lost else self.replace_button
        self.confirm.ask(
            question, self.tr("Make a new key"), self.tr("Leave it"), lambda: self._replace(is_lost), button
        )

    def _replace(self, is_lost: bool) -> None:
        self.trouble.hush()
        self._desk.ask(
            self,
            lambda session, job: organisation.replace(session, is_lost=is_lost),
            self._changed,
            failed=self._failed,
        )

    def _ask_to_remove(self) -> None:
        self.confirm.ask(
            self.tr(
                "Erase the key of the organisation from this desk? "
                "If no other desk has it, it is gone for ever."
            ),
            self.tr("Erase it"),
            self.tr("Leave it"),
            self._remove,
            self.remove_button,
        )

    def _remove(self) -> None:
        def failed(error: HrdDeskError) -> None:
            self.load()
            self._failed(error)

        self.remove_button.setEnabled(False)  # at once: a second press would ask about a key that is gone
        self._desk.ask(
            self, lambda session, job: organisation.remove(session), lambda _: self.load(), failed=failed
        )

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.name.textChanged)
