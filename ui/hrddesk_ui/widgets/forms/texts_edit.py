"""The further texts of a record, such as translations: each with its language, its kind and its origin."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from hrddesk.records.model.field_specs import ListSpec
from hrddesk.records.model.record import Record, Value
from hrddesk.records.texts.texts import OF_A_PART, Text, element_of, texts_of
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsBinding, RowsEdit
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.field_words import field_word
from hrddesk_ui.words.language import label_languages, language_name

_LANGUAGES: Final = (
    *("zh-Hans", "zh-Hant", "en", "ug", "bo", "mn", "kk", "yue"),
    *("es", "fr", "de", "ja", "ar", "ru"),
)
"""The languages that are offered besides the languages of the desk."""
_WORDS_SHOWN: Final = 40


class LanguageEdit(ChoiceEdit):
    """A field for the language of a text, which may be unknown."""

    def __init__(self, name: str, parent: QWidget | None = None, *, short: bool = False) -> None:
        codes = dict.fromkeys((*label_languages(), *_LANGUAGES))
        nothing = QCoreApplication.translate("TextsEdit", "Language not stated")
        super().__init__(
            name, {"": nothing, **{code: language_name(code) for code in codes}}, parent, short=short
        )

    def words(self, value: str) -> str:
        """Return the name of a language that is not among the choices."""
        return language_name(value)


class TextEntryRow(EntryRow):
    """A row for one text; the fields for its language, kind, origin and author are above it."""

    def __init__(self, origins: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Make the row; `origins` maps each possible original text (its `Text.field`) to words for it."""
        super().__init__(parent)
        language = self.bind("language", LanguageEdit(self.tr("Language of the text"), self, short=True))
        kind = self.bind("kind", TermEdit(self.tr("Kind of text"), "text_kind", parent=self))
        kind.set_placeholder(self.tr("Written, transcript, translation …"))
        of_which = {"": self.tr("Made of no other"), **origins}
        origin = self.bind("of", _OriginEdit(self.tr("Made of"), of_which, self, short=True))
        by = self.bind("by", LineEdit(self.tr("Written by"), self.tr("An alias"), self))
        self.checked = QCheckBox(self.tr("Checked"), self)
        self.checked.setToolTip(self.tr("Somebody compared it with what it was made of"))
        self.checked.clicked.connect(self.edited)
        self.body = TextEdit(self.tr("Words of the text"), self.tr("The text itself"), lines=6, parent=self)
        self.bind("body", self.body)
        about = boxes.row((language, 1), (kind, 1), (origin, 1), spacing=6)
        whose = boxes.row((by, 1), self.checked, spacing=6)
        layout = boxes.column(about, whose, parent=self, spacing=4)
        boxes.add(layout, (self.body, 1))

    def show_entry(self, entry: Entry) -> None:
        """Show a stored text."""
        super().show_entry(entry)
        self.checked.setChecked(bool(entry.get("checked")))

    def entry(self) -> dict[str, Value]:
        """Return the text with its properties; an empty dictionary if nothing was typed."""
        values = {**super().entry(), "checked": self.checked.isChecked() or None}
        return {name: value for name, value in values.items() if value not in (None, "")}

    def stops(self) -> list[QWidget]:
        """Return the controls in the order of Tab; the text is the last one."""
        *about, body = super().stops()
        return [*about, self.checked, body]

    def words(self) -> str:
        """Return the beginning of the text, in one line."""
        text = " ".join(self.body.value().split())
        return text[:_WORDS_SHOWN] + ("…" if len(text) > _WORDS_SHOWN else "")

    def problem(self) -> str:
        """Return a message if something else was typed but the text is missing; otherwise ""."""
        return self.tr("Type the text, or remove this one.") if self.entry() and not self.body.value() else ""

    def wrong(self) -> QWidget:
        """Return the field of the text."""
        return self.body


class _OriginEdit(ChoiceEdit):
    """The choice of the text from which this text was made, such as the original of a translation."""

    def words(self, value: str) -> str:
        """Return the words for an origin that is not among the choices, such as a deleted text."""
        return self.tr("A part of the joined text") if value == OF_A_PART else field_word(value)


class TextsEdit(RowsEdit):
    """The texts that a record has beside its fields, such as translations, one in each row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.origins: Mapping[str, str] = {}
        super().__init__("", "", lambda: TextEntryRow(self.origins), parent)
        self._add.setText(self.tr("+ Add text"))
        self._remove_text = self.tr("Remove this text")
        self.adds_by_return = False


class ListedTextsBinding(RowsBinding):
    """Binds the list of further texts of a record to its form."""

    def __init__(self, spec: ListSpec, rows: TextsEdit) -> None:
        super().__init__(spec, rows)
        self._texts = rows

    def show(self, record: Record) -> None:
        """Show the texts; each may be chosen as the origin of another one."""
        self._texts.origins = {text.field: text_words(text, number) for number, text in numbered(record)}
        super().show(record)


def numbered(record: Record) -> Iterable[tuple[int, Text]]:
    """Return the texts of a record, each with its number; the first is 1."""
    return enumerate(texts_of(record), 1)


def text_words(text: Text, number: int) -> str:
    """Return words that identify a text within its record: its number, field, language and beginning."""
    named = field_word(text.field) if element_of(text.field) is None else ""
    language = language_name(text.language) if text.language else ""
    return " · ".join(filter(None, (str(number), named, language, text.body[:_WORDS_SHOWN].strip())))
