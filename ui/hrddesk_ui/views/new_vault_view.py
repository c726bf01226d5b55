"""Make a vault: where, with which passphrase, and the recovery words, shown once and proven by three."""

import secrets
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrddesk.actions import passphrases, vaults
from hrddesk.actions.vaults import NewVault
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk_ui import messages, theme
from hrddesk_ui.passphrase_words import verdict
from hrddesk_ui.runner import Runner
from hrddesk_ui.widgets import heights, page_layout
from hrddesk_ui.widgets.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.secret_edit import SecretEdit
from hrddesk_ui.widgets.trouble_label import TroubleLabel

_ASKED = 3  # recovery words that are typed to show that they were written down


class NewVaultView(QWidget):
    """Three steps; only the second makes anything."""

    opening = Signal()
    opened = Signal(object)  # Session
    back_wanted = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.session: Session | None = None
        layout = page_layout.column(self, 84, centred=True)
        layout.addSpacing(4 * theme.GRID)  # no stretch: what appears below moves nothing above it
        box, inside = page_layout.card(self)
        layout.addWidget(box)
        layout.addStretch(2)
        self._steps = QStackedWidget(box)
        inside.addWidget(self._steps)
        self.choice = _ChoiceStep(self)
        self.words = _WordsStep(self)
        self.proof = _ProofStep(self)
        for step in (self.choice, self.words, self.proof):
            self._steps.addWidget(step)
        self.choice.back_button.clicked.connect(self._leave)
        self.choice.wanted.connect(self._create)
        self.words.next_button.clicked.connect(self._ask_words)
        self.proof.back_button.clicked.connect(self._show_words)
        self.proof.passed.connect(self._finish)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._steps.currentIndex()

    def begin(self) -> None:
        """Begin anew, with another generated passphrase."""
        self._steps.setCurrentWidget(self.choice)
        self.choice.begin()

    def _leave(self) -> None:
        self.choice.forget()
        self.back_wanted.emit()

    def _create(self, folder: Path, passphrase: str) -> None:
        def work(job: Job) -> NewVault:
            return vaults.create(folder, passphrase)

        self.choice.set_busy(True)
        self.opening.emit()
        self._runner.run(
            self,
            work,
            self._created,
            failed=self._failed,
            label=self.tr("Making the vault"),
            can_cancel=False,
        )

    def _failed(self, error: HrdDeskError) -> None:
        self.choice.set_busy(False)
        self.choice.trouble.complain(messages.of(error).text, self.choice.path_edit.changed)

    def _created(self, made: NewVault) -> None:
        self.session, words = made.session, list(made.recovery_words)
        self.choice.set_busy(False)
        self.choice.forget()
        self.words.fill(words)
        self.proof.fill(words)
        self._show_words()

    def _show_words(self) -> None:
        self._steps.setCurrentWidget(self.words)
        self.words.next_button.setFocus()

    def _ask_words(self) -> None:
        self._steps.setCurrentWidget(self.proof)
        self.proof.arrive()

    def _finish(self) -> None:
        self.words.fill([])
        self.proof.fill([])
        session, self.session = self.session, None
        assert session is not None
        self.opened.emit(session)


class _ChoiceStep(QWidget):
    """Where the vault lies and how it opens."""

    wanted = Signal(Path, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * theme.GRID)
        layout.addWidget(page_layout.title(self.tr("New vault")))
        layout.addWidget(page_layout.note(self.tr("A vault is a new folder whose name ends in .hrdv.")))
        self.path_edit = PathEdit(self.tr("Folder of the new vault"), Purpose.SAVE_FILE, self, suffix="hrdv")
        layout.addWidget(self.path_edit)

        self.generated = QRadioButton(self.tr("Use these six words as the passphrase (recommended)"), self)
        self.generated.setAccessibleName(self.generated.text())
        self.phrase = QLineEdit(self)
        self.phrase.setReadOnly(True)
        self.phrase.setAccessibleName(self.tr("Generated passphrase"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.1)
        self.phrase.setFont(font)
        self.phrase.setMinimumHeight(heights.field(self.phrase))
        self.another_button = QPushButton(self.tr("Other words"), self)
        self.another_button.setAccessibleName(self.another_button.text())
        words = QHBoxLayout()
        words.setSpacing(theme.GRID)
        words.addWidget(self.phrase, 1)
        words.addWidget(self.another_button)
        self._on_paper = page_layout.note(
            self.tr("Write them on paper, keep the paper away from this computer, and type them below.")
        )
        self.typed = SecretEdit(self.tr("Type the six words"), self)
        again = page_layout.Fields()
        self._typed_label = again.add(self.tr("Type the six words"), self.typed)
        self.own = QRadioButton(self.tr("Type a passphrase of my own"), self)
        self.own.setAccessibleName(self.own.text())
        self._hint = page_layout.note("")
        layout.addWidget(self.generated)
        layout.addLayout(words)
        layout.addWidget(self._on_paper)
        layout.addLayout(again)
        layout.addWidget(self.own)
        layout.addWidget(self._hint)
        self.passphrase = SecretEdit(self.tr("Passphrase"), self)
        self.repeated = SecretEdit(self.tr("Passphrase, once more"), self)
        form = page_layout.Fields()
        self._first_label = form.add(self.tr("Passphrase"), self.passphrase)
        self._again_label = form.add(self.tr("Passphrase, once more"), self.repeated)
        layout.addLayout(form)

        self.create_button = QPushButton(self.tr("Make the vault"), self)
        self.create_button.setAccessibleName(self.create_button.text())
        self.create_button.setDefault(True)
        self.back_button = QPushButton(self.tr("Back"), self)
        self.back_button.setAccessibleName(self.tr("Back"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.create_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        layout.addLayout(buttons)
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)

        self.another_button.clicked.connect(self._draw)
        self.generated.toggled.connect(self._switch)
        self.passphrase.changed.connect(self._judge)
        self.typed.submitted.connect(self._submit)
        self.repeated.submitted.connect(self._submit)
        self.create_button.clicked.connect(self._submit)

    def begin(self) -> None:
        self.forget()
        self._draw()
        self.generated.setChecked(True)
        self._switch()
        self.trouble.hush()
        if self.path_edit.path is None:
            self.path_edit.set_path(Path.home() / "desk.hrdv")
        self.path_edit.setFocus()
        self.path_edit.field.selectAll()

    def forget(self) -> None:
        self.phrase.setText("")
        for field in (self.typed, self.passphrase, self.repeated):
            field.clear()

    def _draw(self) -> None:
        self.phrase.setText(passphrases.generate())
        self.phrase.setCursorPosition(0)

    def _switch(self) -> None:
        """Let only the part be filled in that belongs to what is chosen; both stay where they are."""
        generated = self.generated.isChecked()
        for part in (self.phrase, self.another_button, self._on_paper, self._typed_label, self.typed):
            part.setEnabled(generated)
        own = (self._hint, self._first_label, self.passphrase, self._again_label, self.repeated)
        for part in own:
            part.setEnabled(not generated)
        self.typed.clear()
        self.repeated.clear()
        self._judge()

    def _judge(self) -> None:
        self._hint.setText(verdict(self.passphrase.text))

    def _submit(self) -> None:
        folder = self.path_edit.path
        generated = self.generated.isChecked()
        passphrase = self.phrase.text() if generated else self.passphrase.text
        fields = (self.typed, self.passphrase, self.repeated)
        typed_anew = (*(field.changed for field in fields), self.generated.toggled)
        typed = " ".join(self.typed.text.split()) if generated else self.repeated.text
        if folder is None:
            self.trouble.complain(self.tr("Say where the vault shall lie."), self.path_edit.changed)
            self.path_edit.setFocus()
        elif not passphrase:
            self.trouble.complain(self.tr("Type a passphrase."), *typed_anew)
            self.passphrase.setFocus()
        elif typed != passphrase:
            self.trouble.complain(
                self.tr("What you typed differs from the six words. Nothing was made.")
                if generated
                else self.tr("The two passphrases differ. Nothing was made."),
                *typed_anew,
            )
            (self.typed if generated else self.repeated).setFocus()
        elif not generated and passphrases.judge(passphrase) is passphrases.Strength.WEAK:
            self.trouble.complain(
                self.tr("This passphrase is too weak. Take a longer one, or the six words."), *typed_anew
            )
            self.passphrase.setFocus()
        else:
            self.trouble.hush()
            name = folder if folder.suffix == ".hrdv" else folder.with_name(folder.name + ".hrdv")
            self.wanted.emit(name, passphrase)

    def set_busy(self, busy: bool) -> None:
        self.setEnabled(not busy)


class _WordsStep(QWidget):
    """The recovery words, numbered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * theme.GRID)
        layout.addWidget(page_layout.title(self.tr("Recovery words")))
        layout.addWidget(
            page_layout.words(
                self.tr(
                    "These 24 words open the vault when the passphrase is lost. They are shown only here, "
                    "until three of them are typed on the next page, and never after that. Write them on "
                    "paper and keep it where nobody looks; who has them has the vault."
                )
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.1)
        self.labels: list[QLabel] = []
        for place in range(24):
            label = QLabel(self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font)
            self._grid.addWidget(label, place % 6, place // 6)
            self.labels.append(label)
        layout.addLayout(self._grid)
        self.next_button = QPushButton(self.tr("I have written them down"), self)
        self.next_button.setAccessibleName(self.next_button.text())
        layout.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def fill(self, words: list[str]) -> None:
        for place, label in enumerate(self.labels):
            label.setText(f"{place + 1:2}  {words[place]}" if words else "")


class _ProofStep(QWidget):
    """Three of the words are typed."""

    passed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.places: list[int] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * theme.GRID)
        layout.addWidget(page_layout.title(self.tr("Recovery words")))
        layout.addWidget(page_layout.words(self.tr("Type three of them from your paper.")))
        form = page_layout.Fields()
        self.fields: list[QLineEdit] = []
        self._labels: list[QLabel] = []
        for _ in range(_ASKED):
            field = QLineEdit(self)
            field.setMinimumHeight(heights.field(field))
            self.fields.append(field)
            self._labels.append(form.add("", field))
        layout.addLayout(form)
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)
        self.check_button = QPushButton(self.tr("Open the vault"), self)
        self.check_button.setAccessibleName(self.check_button.text())
        self.check_button.setDefault(True)
        self.back_button = QPushButton(self.tr("Show the words again"), self)
        self.back_button.setAccessibleName(self.back_button.text())
        buttons = QHBoxLayout()
        buttons.addWidget(self.check_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.check_button.clicked.connect(self._check)
        for field in self.fields:
            field.returnPressed.connect(self._check)

    def fill(self, words: list[str]) -> None:
        self._words = words
        self.places = sorted(secrets.SystemRandom().sample(range(24), _ASKED))
        for field, label, place in zip(self.fields, self._labels, self.places, strict=True):
            label.setText(self.tr("Word {number}").format(number=place + 1))
            field.setAccessibleName(label.text())
            field.setText("")
        self.trouble.hush()

    def arrive(self) -> None:
        self.fields[0].setFocus()

    def _check(self) -> None:
        for field, place in zip(self.fields, self.places, strict=True):
            if field.text().strip().casefold() != self._words[place]:
                text = self.tr("Word {number} is another one.").format(number=place + 1)
                self.trouble.complain(text, field.textChanged)
                field.setFocus()
                field.selectAll()
                return
        self.passed.emit()
