"""Fields by themselves: dates, names, terms, charges, penalties."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hrddesk.errors import InvalidDate
from hrddesk.records.dates import dates
from hrddesk.records.model.record import Element, RecordId, Value
from hrddesk_ui.events.penalties_edit import PenaltiesEdit
from hrddesk_ui.people.names_edit import NamesEdit
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.buttons.key_button import KeyButton
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.rows_edit import EntryRow, RowsEdit
from hrddesk_ui.widgets.forms.visibility_edit import VisibilityEdit
from hrddesk_ui.widgets.forms.words_edit import WordsEdit
from hrddesk_ui.widgets.lists.ticks import Ticks
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit
from hrddesk_ui.words.language import isolated, language_name, other_language, shown_language
from hrddesk_ui.words.penalty_words import penalty_words
from hrddesk_ui.words.vocabularies import term_label
from tests.ui.composing import compose
from tests.ui.texts import records


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Speak English and look like the program."""
    QLocale.setDefault(QLocale("en"))
    theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[QWidget], QWidget]]:
    """Show a field between two others, so that Tab can come and go."""
    kept: list[QWidget] = []

    def show(field: QWidget) -> QWidget:
        page = QWidget()
        kept.append(page)
        layout = QVBoxLayout(page)
        layout.addWidget(LineEdit("before"))
        layout.addWidget(field)
        layout.addWidget(LineEdit("after"))
        qtbot.addWidget(page)
        page.resize(700, 400)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    kept.clear()


Shown = Callable[[QWidget], QWidget]


def _focus() -> QWidget:
    """Return where a key goes: to a list that is open, which hands it on, else to the field."""
    focus = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert focus is not None
    return focus


# --- dates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2020", "2020 · 2020年"),
        ("2020-02", "February 2020 · 2020年2月"),
        (
            "early February 2020",
            "1 February 2020 to 10 February 2020 · 2020年2月1日至2020年2月10日",
        ),
        ("since early March 2021", "from early March 2021 · 2021年3月上旬起"),
        (
            "2020年2月底?",
            ("21 February 2020 to 29 February 2020 (uncertain) · 2020年2月21日至2020年2月29日（不确定）"),
        ),
    ],
)
def test_demand_2_a_date_stays_as_typed_and_is_echoed_in_both_languages(
    qtbot: QtBot, shown: Shown, typed: str, words: str
) -> None:
    echo = "✓ " + records.DATE_UNDERSTOOD.format(words)
    edit = PartialDateEdit("When")
    shown(edit)
    edit.setFocus()
    if typed.isascii():
        qtbot.keyClicks(_focus(), typed)
    else:
        compose(edit.line, typed)
    assert edit.value() == typed
    assert edit.echo() == echo
    assert edit.problem() == ""
    assert edit.line.accessibleDescription() == echo.removeprefix("✓ ")
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    assert edit.value() == typed  # nothing is completed to a day


def test_a_chinese_date_is_composed(qtbot: QtBot, shown: Shown) -> None:
    edit = PartialDateEdit("When")
    shown(edit)
    compose(edit.line, "2020年2月", letters="2020nian2yue")
    assert edit.value() == "2020年2月"
    assert "February 2020" in edit.echo()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1954-02-29", records.NO_SUCH_DAY.format("1954-02-29")),
        ("2020-05/2020-02", records.ENDS_BEFORE_BEGINNING.format("2020-05/2020-02")),
        ("03/04/2020", records.DAY_OR_MONTH),
    ],
)
def test_a_date_that_is_none_says_why(qtbot: QtBot, shown: Shown, typed: str, why: str) -> None:
    edit = PartialDateEdit("When")
    shown(edit)
    edit.setFocus()
    qtbot.keyClicks(_focus(), typed)
    assert edit.problem().startswith(why)
    qtbot.waitUntil(lambda: edit.echo().startswith("⚠ " + why))  # after a moment, without leaving the field
    edit.set_value("")
    assert edit.echo() == records.DATE_HINT
    qtbot.keyClicks(_focus(), typed)
    assert not edit.echo().startswith("⚠")
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    assert edit.echo().startswith("⚠ " + why)  # at once on leaving
    assert edit.value() == typed


@pytest.mark.parametrize(
    "typed", ["unknown", "around Chinese New Year 2021", "one week after the arrest", '"3/5/2021"']
)
def test_words_that_nobody_can_place_are_kept_and_block_nothing(
    qtbot: QtBot, shown: Shown, typed: str
) -> None:
    edit = PartialDateEdit("When")
    shown(edit)
    edit.setFocus()
    qtbot.keyClicks(_focus(), typed)
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    assert (edit.value(), edit.problem()) == (typed, "")
    assert edit.echo() == records.DATE_KEPT_AS_WORDS


def test_the_window_words_every_reason_of_the_core() -> None:
    """The reasons of the core are English; the field recognises them by their ends."""
    for text, end in (("1954-02-29", " does not exist"), ("2020-05/2020-02", " ends before it begins")):
        with pytest.raises(InvalidDate) as caught:
            dates.parse(text)
        assert caught.value.details["why"].endswith(end)
    with pytest.raises(InvalidDate) as caught:
        dates.parse("03/04/2020")
    assert caught.value.details["why"] == "day and month could be read two ways"


def test_dates_are_worded_in_the_window_s_language(qtbot: QtBot, shown: Shown) -> None:
    QLocale.setDefault(QLocale("zh_CN"))
    assert (shown_language(), other_language()) == ("zh", "en")
    edit = PartialDateEdit("When")
    shown(edit)
    edit.set_value("2020-02")
    assert "2020年2月" in edit.echo()


# --- terms ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Taken away", "taken_away", "TAKEN AWAY"])
def test_a_term_is_found_by_its_words(qtbot: QtBot, shown: Shown, typed: str) -> None:
    edit = TermEdit("What happened", "event_type")
    shown(edit)
    edit.setFocus()
    qtbot.keyClicks(_focus(), typed)
    assert edit.value() == "taken_away"
    assert edit.is_known()
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    assert edit.currentText() == records.TAKEN_AWAY  # what it was recognised as
    assert edit.value() == "taken_away"


def test_a_chinese_word_finds_the_term_in_the_list(qtbot: QtBot, shown: Shown) -> None:
    edit = TermEdit("What happened", "event_type")
    shown(edit)
    edit.setFocus()
    line = edit.lineEdit()
    assert line is not None
    compose(line, "批捕")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edit.value() == "arrested"
    assert edit.currentText() == term_label(("event_type",), "arrested")


def test_words_of_ones_own_are_kept(qtbot: QtBot, shown: Shown) -> None:
    edit = TermEdit("What happened", "event_type")
    shown(edit)
    edit.setFocus()
    qtbot.keyClicks(_focus(), "asked to move house")
    qtbot.keyClick(_focus(), Qt.Key.Key_Escape)
    assert edit.value() == "asked to move house"
    assert not edit.is_known()
    edit.set_value("arrested")
    assert edit.value() == "arrested"
    edit.set_value("")
    assert edit.value() == ""
    assert edit.currentText() == ""


def test_unknown_not_asked_and_none_are_three_values(qtbot: QtBot) -> None:
    edit = TermEdit("Sex", "sex")
    qtbot.addWidget(edit)
    for code in ("unknown", "not_asked", "none"):
        edit.set_value(code)
        assert edit.value() == code
        assert edit.currentText() not in ("", code)


def test_the_wheel_never_changes_a_fact(qtbot: QtBot, shown: Shown) -> None:
    edit = TermEdit("What happened", "event_type")
    picker = PartyPicker("Who", [PartyChoice(RecordId("1" * 32), "Orla Fenwick  (X)")], lambda _: [])
    for field in (edit, picker):
        shown(field)
        field.setCurrentIndex(0)
        before = field.currentText()
        centre = field.rect().center()
        turn = QWheelEvent(
            centre.toPointF(),
            field.mapToGlobal(centre).toPointF(),
            centre,
            centre * -120,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
        assert field.currentText() == before


# --- rows -----------------------------------------------------------------------------------------------


def test_names_get_their_script_and_pinyin_is_only_offered(qtbot: QtBot, shown: Shown) -> None:
    edit = NamesEdit()
    shown(edit)
    edit.set_entries([])
    edit.rows[0].stops()[0].setFocus()
    compose(_focus(), "谭若岚")
    assert edit.entries() == [{"name": "谭若岚", "script": "Hans", "kind": "main"}]
    assert edit.pinyin_button.isVisible()
    assert "Tan Ruolan" in edit.pinyin_button.text()
    qtbot.mouseClick(edit.pinyin_button, Qt.MouseButton.LeftButton)
    assert edit.entries()[1]["name"] == "Tan Ruolan"
    assert edit.entries()[1]["kind"] == "variant"
    assert not edit.pinyin_button.isVisible()
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)  # the next name
    compose(_focus(), "བསྟན་འཛིན་")
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    compose(_focus(), "ئايگۈل")
    assert [entry["script"] for entry in edit.entries()] == ["Hans", "Latn", "Tibt", "Arab"]


def test_a_script_that_was_chosen_is_not_guessed_again(qtbot: QtBot, shown: Shown) -> None:
    edit = NamesEdit()
    shown(edit)
    edit.set_entries([{"name": "胡岚", "script": "Hani", "kind": "main", "pos": 0}])
    edit.rows[0].stops()[0].setFocus()
    compose(_focus(), "诗")
    assert edit.entries()[0]["script"] == "Hani"
    edit.set_entries([])
    edit.rows[0].stops()[0].setFocus()
    qtbot.keyClicks(_focus(), "Orla")
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(_focus(), "C")  # opens the list
    popup = QApplication.activePopupWidget()
    assert popup is not None
    open_list = popup.focusWidget()
    qtbot.keyClicks(open_list, "yr")
    qtbot.keyClick(open_list, Qt.Key.Key_Return)
    qtbot.keyClick(_focus(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(_focus(), "x")
    assert edit.entries()[0]["script"] == "Cyrl"


def test_rows_come_and_go_by_keyboard(qtbot: QtBot, shown: Shown) -> None:
    edit = WordsEdit("Charge", "+ Add charge", "Remove this charge", "charge")
    page = shown(edit)
    edit.add_button.setFocus()
    qtbot.keyClick(_focus(), Qt.Key.Key_Space)
    qtbot.keyClicks(_focus(), "provoking trouble")
    qtbot.keyClick(_focus(), Qt.Key.Key_Escape)
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    qtbot.keyClicks(_focus(), "words that nobody listed")
    assert edit.entries() == [
        {"raw": "provoking trouble", "term": "picking_quarrels"},
        {"raw": "words that nobody listed"},
    ]
    order: list[str] = []
    edit.rows[0].stops()[0].setFocus()
    for _ in range(5):
        order.append(_focus().accessibleName() or "add")
        qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    assert order == ["Charge", "Remove this charge", "Charge", "Remove this charge", "add"]
    assert _focus().accessibleName() == "after"  # Tab leaves the rows
    qtbot.mouseClick(page.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert edit.entries() == [{"raw": "words that nobody listed"}]
    edit.rows[0].stops()[0].setFocus()
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    assert edit.entries() == []


def test_what_a_row_does_not_show_comes_back() -> None:
    edit = WordsEdit("Charge", "+", "-", "charge")
    stored: Element = {"raw": "寻滋", "term": "picking_quarrels", "stage": "indictment", "pos": 0}
    edit.set_entries([stored])
    assert edit.entries() == [{"raw": "寻滋", "term": "picking_quarrels", "stage": "indictment"}]
    plain = RowsEdit("+", "-", EntryRow)
    plain.set_entries([stored])
    assert plain.entries() == [{"raw": "寻滋", "term": "picking_quarrels", "stage": "indictment"}]
    assert plain.problems() == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("3 years 6 months", {"raw": "fixed:3 years 6 months", "kind": "fixed", "months": 42}),
        ("48months", {"raw": "fixed:48months", "kind": "fixed", "months": 48}),
        ("50000 CNY", {"raw": "fixed:50000 CNY", "kind": "fixed", "amount": 50000, "currency": "CNY"}),
        ("a long time", {"raw": "fixed:a long time", "kind": "fixed"}),
    ],
)
def test_a_penalty_is_read_from_words(qtbot: QtBot, shown: Shown, typed: str, kept: dict[str, Value]) -> None:
    edit = PenaltiesEdit()
    shown(edit)
    edit.add_button.setFocus()
    qtbot.keyClick(_focus(), Qt.Key.Key_Space)
    qtbot.keyClicks(_focus(), "Fixed-term imprisonment")
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(_focus(), typed)
    assert edit.entries() == [kept]
    again = PenaltiesEdit()
    again.set_entries([{**kept, "pos": 0}])
    assert again.entries() == [kept]
    assert penalty_words(kept).startswith(records.FIXED_TERM)


def test_a_penalty_in_raw_words_alone_stays_raw() -> None:
    edit = PenaltiesEdit()
    edit.set_entries([{"raw": "removed from the list of lawyers", "pos": 0}])
    assert edit.entries() == [{"raw": "removed from the list of lawyers"}]
    assert penalty_words(edit.entries()[0]) == "removed from the list of lawyers"


# --- people ---------------------------------------------------------------------------------------------


def test_only_a_person_who_was_chosen_counts(qtbot: QtBot, shown: Shown) -> None:
    near = PartyChoice(RecordId("1" * 32), "Orla Fenwick  (X-P0001)")
    far = PartyChoice(RecordId("2" * 32), "Orla Fenwick  (X-P0002)")
    asked: list[str] = []

    def find(text: str) -> list[PartyChoice]:
        asked.append(text)
        return [near, far]

    picker = PartyPicker("Who", [near], find)
    shown(picker)
    picker.setFocus()
    qtbot.keyClicks(_focus(), "orla")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert asked == ["orla"]  # once, after the typing
    assert picker.value() is None
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert picker.value() == far.id
    qtbot.keyClicks(_focus(), "x")
    assert picker.value() is None  # the words no longer say whom
    assert picker.typed()
    picker.set_choice(None)
    assert picker.typed() == ""


def test_names_do_not_turn_the_line() -> None:
    assert isolated("ئايگۈل / Aygül") == "\u2068ئايگۈل\u2069 / \u2068Aygül\u2069"
    assert isolated("Hu Lan / 胡岚; 热依拉·阿布来提") == (
        "\u2068Hu Lan\u2069 / \u2068胡岚\u2069; \u2068热依拉·阿布来提\u2069"
    )
    # What turns by itself, or ends the isolation early, is shown where it stands and turns nothing.
    assert isolated("a\u202egpj.exe\u2069") == "\u2068a�gpj.exe�\u2069"


def test_a_pasted_line_ending_is_no_part_of_a_passphrase(shown: Shown) -> None:
    field = SecretEdit("passphrase")
    shown(field)
    for pasted, meant in (("two words\n", "two words"), (" 密\r\n", " 密"), ("\n", "")):
        field.clear()
        QApplication.clipboard().setText(pasted)
        field.field.paste()
        assert field.text == meant
    QApplication.clipboard().clear()


def test_no_input_method_learns_a_passphrase_that_is_shown(shown: Shown) -> None:
    field = SecretEdit("passphrase")
    shown(field)
    for _ in range(2):
        hints = field.field.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText
        field.show_button.toggle()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("transf", "transferred"), ("transferred", "transferred"), ("arres", "arrested"), ("拘留", "detained")],
)
def test_the_first_suggestion_is_the_term_that_was_typed(
    qtbot: QtBot, shown: Shown, typed: str, code: str
) -> None:
    edit = TermEdit("What happened", "event_type")
    shown(edit)
    edit.setFocus()
    line = edit.lineEdit()
    assert line is not None
    compose(line, typed)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edit.value() == code
    edit.set_value("released")
    assert edit.value() == "released"


def test_the_beginning_of_a_term_is_asked_about_until_it_is_chosen_or_kept(
    qtbot: QtBot, shown: Shown
) -> None:
    edit = TermEdit("What happened", "event_type")
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(edit)
    column.addWidget(edit.echo)
    shown(holder)
    edit.setFocus()
    qtbot.keyClicks(_focus(), "transf")
    assert edit.problem()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert records.TERM_BEGINNING in edit.echo.words
    assert edit.echo.buttons[0].text().startswith(records.TRANSFERRED)
    qtbot.mouseClick(edit.echo.buttons[-1], Qt.MouseButton.LeftButton)
    assert (edit.problem(), edit.value()) == ("", "transf")
    qtbot.keyClicks(_focus(), "e")  # other words are asked about anew
    assert edit.problem()
    qtbot.mouseClick(edit.echo.buttons[0], Qt.MouseButton.LeftButton)
    assert edit.value() == "transferred"
    assert edit.echo.words.startswith(f"✓ {records.TERM_RECOGNISED.format(records.TRANSFERRED)} · ")


@pytest.mark.parametrize("name", ["Down", "Up", "PageDown", "PageUp", "Home", "End", "P", "Z"])
def test_a_fixed_choice_changes_only_by_what_is_chosen_from_its_open_list(
    qtbot: QtBot, shown: Shown, name: str
) -> None:
    levels = VisibilityEdit()
    shown(levels)
    levels.setFocus()
    for is_chosen in (False, True):
        levels.setCurrentIndex(0)
        qtbot.keyClick(levels, getattr(Qt.Key, f"Key_{name}"))
        popup = QApplication.activePopupWidget()
        assert popup is not None
        assert levels.currentIndex() == 0
        if name == "P":  # a letter goes to what begins with it
            assert levels.view().currentIndex().row() == 1
        else:
            qtbot.keyClick(levels.view(), Qt.Key.Key_Down)
        qtbot.keyClick(levels.view(), Qt.Key.Key_Return if is_chosen else Qt.Key.Key_Escape)
        assert QApplication.activePopupWidget() is None
        assert levels.currentIndex() == (1 if is_chosen else 0)


def test_shortcuts_and_tab_pass_a_fixed_choice_with_its_list_closed(qtbot: QtBot, shown: Shown) -> None:
    levels = VisibilityEdit()
    shown(levels)
    levels.setFocus()
    for pressed in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete):
        qtbot.keyClick(levels, pressed)
        assert QApplication.activePopupWidget() is None
    qtbot.keyClick(levels, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activePopupWidget() is None
    assert levels.currentIndex() == 0


@pytest.mark.parametrize("name", ["Down", "Up", "PageDown", "PageUp"])
def test_arrow_keys_change_nothing_while_no_list_is_open(qtbot: QtBot, shown: Shown, name: str) -> None:
    near = [PartyChoice(RecordId(str(number) * 32), f"Somebody {number}") for number in (1, 2)]
    picker = PartyPicker("Who", near, lambda _: [])
    term = TermEdit("What happened", "event_type")
    term.set_value("arrested")
    shown(picker)
    picker.setFocus()
    qtbot.keyClicks(_focus(), "Ghulja County PSB")
    for field in (picker, term):
        shown(field)
        field.setFocus()
        before = field.currentText()
        qtbot.keyClick(_focus(), getattr(Qt.Key, f"Key_{name}"))
        popup = QApplication.activePopupWidget()
        if popup is not None:
            qtbot.keyClick(popup, Qt.Key.Key_Escape)
        assert field.currentText() == before


def test_a_double_click_removes_one_row(qtbot: QtBot, shown: Shown) -> None:
    edit = NamesEdit()
    edit.set_entries([{"name": name, "script": "Latn", "kind": "main"} for name in ("Ada", "Bo", "Cy")])
    shown(edit)
    first, second, _ = (button for button in edit.findChildren(KeyButton) if button.text() == "✕")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    again = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(5, 5),
        second.mapToGlobal(QPointF(5, 5)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(second, again)  # the second row lies below the mouse now
    qtbot.mouseRelease(second, Qt.MouseButton.LeftButton)
    assert [entry["name"] for entry in edit.entries()] == ["Bo", "Cy"]


def test_a_click_anywhere_in_a_line_ticks_it_once(qtbot: QtBot, shown: Shown) -> None:
    ticks = Ticks("People")
    ticks.show_lines([("a", "Orla Fenwick"), ("b", "Odal Brisk")])
    shown(ticks)
    told: list[list[str]] = []
    ticks.changed.connect(lambda: told.append(ticks.ticked))
    line = ticks.visualItemRect(ticks.item(1))
    for place in (line.center(), line.topLeft() + QPoint(10, line.height() // 2)):  # the words, the box
        qtbot.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [["b"], []]


def test_a_field_of_two_lines_is_as_high_as_these(qtbot: QtBot) -> None:
    low, high = TextEdit("Citizenship", lines=2), TextEdit("Summary", lines=4)
    for edit in (low, high):
        qtbot.addWidget(edit)
    assert low.sizeHint().height() == low.minimumHeight()
    assert high.sizeHint().height() > high.minimumHeight() > low.minimumHeight()


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("es", "español"), ("ug", "ئۇيغۇرچە"), ("x-none", "x-none")]
)
def test_a_language_is_called_after_no_country(code: str, name: str) -> None:
    assert language_name(code) == name
