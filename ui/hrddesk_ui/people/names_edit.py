"""The rows for the names of a party; each name has a script and a kind."""

from collections.abc import Iterable

from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.records.model.record import Value
from hrddesk.records.names import names
from hrddesk.records.names.names import Script
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.layout import boxes

HAN = frozenset({Script.HANS, Script.HANT, Script.HANI})


class NameRow(EntryRow):
    """A row for one name, its script and its kind; the script is guessed until the user chooses one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = LineEdit(self.tr("Name"), self.tr("Name as it is written"), self)
        name.textChanged.connect(self._guess_script)
        name.textEdited.connect(self._guess_script)  # so the guess is made before anybody reads the row
        self._name = self.bind("name", name)
        labels = {script.value: label for script, label in self._script_labels().items()}
        self._script = self.bind(
            "script", ChoiceEdit(self.tr("Script of the name"), labels, self, short=True)
        )
        self._script.set_value(Script.ZYYY.value)
        self._script.edited.connect(self._choose_script)
        self._script_chosen = False
        self._kind = self.bind("kind", TermEdit(self.tr("Kind of name"), "name_kind", parent=self))
        boxes.row((self._name, 5), (self._script, 2), (self._kind, 2), parent=self, spacing=6)

    def show_entry(self, entry: Entry) -> None:
        """Show a stored name with its stored script."""
        self._script_chosen = "script" in entry
        super().show_entry({"script": Script.ZYYY.value, **entry})
        self._guess_script(self._name.text())

    def entry(self) -> dict[str, Value]:
        """Return the entry of the row; it is empty if no name was typed."""
        return super().entry() if self._name.value() else {}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row; if no name was typed, only the kind of name."""
        return self.entry() or {"kind": self._kind.value()}

    def _guess_script(self, text: str) -> None:
        if not self._script_chosen:
            guess = names.script_of(text) if text.strip() else Script.ZYYY
            self._script.set_value(guess.value)

    def _choose_script(self) -> None:
        self._script_chosen = True

    def _script_labels(self) -> dict[Script, str]:
        return {
            Script.LATN: self.tr("Latin"),
            Script.HANS: self.tr("Simplified"),
            Script.HANT: self.tr("Traditional"),
            Script.HANI: self.tr("Chinese"),
            Script.ARAB: self.tr("Arabic"),
            Script.TIBT: self.tr("Tibetan"),
            Script.MONG: self.tr("Mongolian"),
            Script.CYRL: self.tr("Cyrillic"),
            Script.ZYYY: self.tr("Not told"),
        }


class NamesEdit(RowsEdit):
    """The rows of names, with a button that proposes the pinyin form of a Chinese name.

    Pinyin is never added without the user, because tables read many surnames wrongly (单 is Shan).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", NameRow, parent)
        self._add.setText(self.tr("+ Add name"))
        self._remove_text = self.tr("Remove this name")
        self._pinyin = QPushButton(self)
        self._pinyin.setObjectName("quiet")
        self._pinyin.hide()
        self._pinyin.clicked.connect(self._take_pinyin)
        self._suggested = ""
        self.foot.insertWidget(1, self._pinyin)
        QWidget.setTabOrder(self._add, self._pinyin)
        self.edited.connect(self._suggest)

    @property
    def pinyin_button(self) -> QPushButton:
        """The button that adds the proposed pinyin form; hidden if there is nothing to propose."""
        return self._pinyin

    def add_row(self, entry: Entry | None = None, *, focus: bool = False) -> EntryRow:
        """Append a row for `entry`. If it is the first row and `entry` is None, it is for the main name."""
        return super().add_row(entry if entry or self.rows else {"kind": "main"}, focus=focus)

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show a row for each of `entries`, or one empty row if there are none."""
        super().set_entries(entries)
        if not self.rows:
            self.add_row()
        self._suggest()

    def take_drafts(self, drafts: Iterable[Entry]) -> None:
        """Show the rows of a draft."""
        super().take_drafts(drafts)
        self._suggest()

    def _suggest(self) -> None:
        entries = self.entries()
        han = next((str(item["name"]) for item in entries if item.get("script") in HAN), "")
        latin = any(item.get("script") == Script.LATN.value for item in entries)
        self._suggested = names.pinyin(han) if han and not latin else ""
        self._pinyin.setVisible(bool(self._suggested))
        self._pinyin.setText(
            self.tr("+ Add “{pinyin}” (pinyin, please check)").format(
                pinyin=self._suggested.replace("&", "&&")
            )
        )

    def _take_pinyin(self) -> None:
        self.add_row({"name": self._suggested, "script": Script.LATN.value, "kind": "variant"}, focus=True)
