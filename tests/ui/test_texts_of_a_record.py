"""Texts beside the first one are written, changed and read in the window."""

from hrddesk.records.texts import texts_of
from hrddesk_ui.widgets.texts_edit import LanguageEdit, TextRow, TextsEdit
from tests.ui.casework import fill, key, page, type_
from tests.ui.driver import Driver


def test_a_translation_is_written_and_changed_in_the_form(desk: Driver) -> None:
    fill(desk, 1)
    case = page(desk).case
    case.tabs.setCurrentWidget(case.summary)
    form = case.summary.form
    (button,) = (each for each in form.page.more if each.text().startswith("Other texts"))
    desk.click(button)
    assert desk.window.desk is not None
    reader, record = desk.window.desk.reader, case.case
    assert record is not None
    desk.settled()
    rows = form.page.findChild(TextsEdit)
    assert rows is not None
    desk.click(rows.add_button)
    row = rows.rows[-1]
    assert isinstance(row, TextRow)
    row.body.setFocus()
    type_(desk, "Se fue.")
    language = row.stops()[0]
    assert isinstance(language, LanguageEdit)
    language.set_value("es")
    desk.shot("texts")
    key(desk, "Ctrl+S")
    desk.until(lambda: [text.language for text in texts_of(reader.get(record))][-1:] == ["es"])
    desk.settled()
    first = texts_of(reader.get(record))[-1]
    (row,) = rows.rows
    assert isinstance(row, TextRow)
    row.body.setFocus()
    key(desk, "Ctrl+End")
    type_(desk, " Nadie lo vio.")
    row.checked.click()
    key(desk, "Ctrl+S")
    desk.until(lambda: texts_of(reader.get(record))[-1].checked)
    changed = texts_of(reader.get(record))[-1]
    assert (changed.field, changed.body) == (first.field, "Se fue. Nadie lo vio.")
