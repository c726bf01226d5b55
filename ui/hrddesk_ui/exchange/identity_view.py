"""The identity of this desk: fingerprint, contact card, and the change of keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrddesk.actions.exchange import identity
from hrddesk.actions.exchange.identity import IdentityShown, IdentityState
from hrddesk.bundle.trust.identity import LONGEST_EPOCH, SHORTEST_EPOCH
from hrddesk.errors import HrdDeskError
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.exchange.qr_code import LargeQrCode, QrCode
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillSpinBox
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout

CODE = 26 * tokens.GRID  # pixels of the QR code in the page: six for each square


class IdentityView(QWidget):
    """The tab with the fingerprint of this desk: as words in two languages, as digits and as a QR code.

    Nothing in the tab is secret.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = page_layout.column(self)
        layout.addWidget(
            page_layout.words(
                self.tr(
                    "Whoever wants to send you a bundle needs your contact card. Give it away on a stick, "
                    "and read these twelve words to the person yourself, so that both of you know that "
                    "nobody swapped the card on the way."
                )
            )
        )
        self.save_button = boxes.button(self.tr("Save my contact card …"), self._choose, self)
        self.save_button.setAccessibleName(self.save_button.text())
        layout.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.words = self._shown(layout, self.tr("The twelve words"))
        self.words_zh = self._shown(layout, self.tr("The same in Chinese"))
        self.digits = self._shown(layout, self.tr("The same as sixty digits"))
        self._add_code(layout)
        self._add_keys(layout)
        layout.addStretch(1)
        self.confirm = ConfirmBar(self)
        page_layout.add_below(self, self.confirm)

    # --- making ---

    def _shown(self, layout: QVBoxLayout, text: str) -> Label:
        layout.addWidget(page_layout.heading(text))
        label = page_layout.words("", self)
        page_layout.make_selectable(label)
        label.setAccessibleName(text)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies([font.family(), *self.font().families()])
        font.setPixelSize(heights.scaled(tokens.HEADING))
        label.setFont(font)
        label.setContentsMargins(0, 0, 0, tokens.GRID)
        layout.addWidget(label)
        return label

    def _add_code(self, layout: QVBoxLayout) -> None:
        layout.addWidget(page_layout.heading(self.tr("For a phone")))
        layout.addWidget(
            page_layout.note(
                self.tr(
                    "The QR code holds the sixty digits and nothing else. A phone's camera shows them; the "
                    "person types them where the words are typed. Return shows the code large."
                )
            )
        )
        self.code = QrCode(self.tr("QR code of the sixty digits; Return shows it large"), CODE, self)
        self.code.pressed.connect(self._enlarge)
        layout.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_keys(self, layout: QVBoxLayout) -> None:
        layout.addWidget(page_layout.heading(self.tr("Keys")))
        self.days_told = page_layout.words("", self)
        layout.addWidget(self.days_told)
        self.epoch = StillSpinBox(self)
        self.epoch.setRange(SHORTEST_EPOCH, LONGEST_EPOCH)
        self.epoch.setAccessibleName(self.tr("Days that each encryption key to come serves"))
        self.epoch.setMinimumHeight(heights.field(self.epoch))
        self.epoch_button = boxes.button(self.tr("Set"), self._set_epoch, self)
        self.epoch_button.setAccessibleName(self.tr("Set how many days each encryption key serves"))
        label = page_layout.plain(self.tr("Days for each encryption key to come"), self)
        label.setBuddy(self.epoch)
        row = boxes.row(label, self.epoch, self.epoch_button, 1)
        layout.addLayout(row)
        self.rotate_button = boxes.button(self.tr("Replace my keys …"), self._ask_to_rotate, self)
        self.lost_button = boxes.button(
            self.tr("The keys were lost or stolen …"), self._ask_whether_lost, self
        )
        buttons = boxes.row()
        for button in (self.rotate_button, self.lost_button):
            button.setAccessibleName(button.text())
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)

    # --- showing ---

    def load(self) -> None:
        """Read and show the identity; create it if this vault has none yet."""
        self._desk.ask(self, lambda session, job: identity.state(session), self._fill)

    def _fill(self, state: IdentityState) -> None:
        fingerprint = state.shown
        half = len(fingerprint.words) // 2
        lines = (fingerprint.words[:half], fingerprint.words[half:])
        self.words.setText("\n".join(" ".join(line) for line in lines))
        self.words_zh.setText("  ".join(fingerprint.words_zh))
        groups = fingerprint.digits.split()
        half = len(groups) // 2
        self.digits.setText("\n".join(" ".join(line) for line in (groups[:half], groups[half:])))
        self.code.show_code(fingerprint.code)
        sentences = [
            self.tr("The encryption key is replaced on {day}, under the same words.").format(
                day=state.next_key.isoformat()
            )
        ]
        if state.proves_until is not None:
            sentences.append(
                self.tr("Until {day} your cards and bundles carry the proof by the keys of before.").format(
                    day=state.proves_until.isoformat()
                )
            )
        self.days_told.setText("\n".join(sentences))
        self.epoch.setValue(state.epoch_days)

    def _enlarge(self) -> None:
        if self.code.code:
            LargeQrCode(self.code.code, self.code)

    # --- doing ---

    def _choose(self) -> None:
        choose_path(
            self,
            self.tr("Where to put the contact card"),
            Purpose.SAVE_FILE,
            self.save,
            pattern=self.tr("Contact cards (*.card)"),
            suffix="card",
        )

    def save(self, path: Path) -> None:
        """Write the contact card of this desk to `path`."""
        self._desk.ask(self, lambda session, job: identity.write_card(session, path), self._saved)

    def _saved(self, path: Path) -> None:
        self._desk.say(
            self.tr("The contact card was saved: {path}").format(path=path),
            self.tr("It holds no name and no secret."),
            self.tr("Give it away, and compare the words."),
        )

    def _set_epoch(self) -> None:
        days = self.epoch.value()
        self._desk.ask(
            self, lambda session, job: identity.set_epoch_days(session, days), lambda _: self._epoch_set()
        )

    def _epoch_set(self) -> None:
        self._desk.say(
            self.tr("It applies from the next encryption key on."),
            self.tr("The present one stays as long as your card says."),
        )
        self.load()

    def _ask_to_rotate(self) -> None:
        self.confirm.ask(
            self.tr(
                "Replace your keys? The old ones prove the new for 180 days. Everybody has to compare your "
                "new words before they send you anything. "
                "If somebody else may have your keys, this does not help."
            ),
            self.tr("Replace them"),
            self.tr("Leave it"),
            self._rotate,
            self.rotate_button,
        )

    def _rotate(self) -> None:
        self.trouble.hush()
        self._desk.ask(
            self, lambda session, job: identity.rotate(session), self._rotated, failed=self._failed
        )

    def _rotated(self, _shown: IdentityShown) -> None:
        self._desk.say(
            self.tr("Your keys were replaced."),
            self.tr("Bundles on their way to the old keys can still be opened."),
            self.tr("Give everybody the new card, and compare the new words."),
        )
        self.load()

    def _ask_whether_lost(self) -> None:
        self.confirm.ask(
            self.tr(
                "Begin a new identity? Nothing will prove that it is yours, and the old keys are erased: "
                "what is on its way to them can never be opened. "
                "It is right where somebody else may have the keys."
            ),
            self.tr("Begin a new identity"),
            self.tr("Leave it"),
            self._replace_lost,
            self.lost_button,
        )

    def _replace_lost(self) -> None:
        self.trouble.hush()
        self._desk.ask(self, lambda session, job: identity.replace_lost(session), self._replaced)

    def _replaced(self, _shown: IdentityShown) -> None:
        self._desk.say(
            self.tr("You have a new identity, and the old keys are erased."),
            self.tr("Your records and contacts stay."),
            self.tr("Give everybody the new card under your name, and let them hear the new words from you."),
        )
        self.load()

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.epoch.valueChanged)
