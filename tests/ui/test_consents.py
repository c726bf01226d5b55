"""What a person agreed to is written in the form, behind a button that opens when something is there."""

from hrddesk.actions import consents
from hrddesk.records.consents import State
from hrddesk.records.kinds import Kind
from hrddesk_ui.widgets.consents_edit import ConsentRow
from tests.ui.casework import fill, key, page, person_form, say_subject, stored, type_
from tests.ui.driver import Driver


def test_an_answer_is_written_and_what_is_missing_is_said(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    form = person_form(desk)
    say_subject(desk)
    type_(desk, "Lan Example")
    (button,) = (each for each in form.page.more if each.text() == "Informed consent")
    desk.click(button)
    form.consents.add_button.setFocus()
    key(desk, "Space")
    (row,) = form.consents.rows
    assert isinstance(row, ConsentRow)
    answer, purpose, giver, pictures, date, *_ = row.stops()
    answer.setFocus()
    desk.pick("Down")
    key(desk, "Ctrl+S")
    assert "say who gave the answer" in form.problem_text
    for stop, where in ((purpose, "End"), (giver, "Down"), (pictures, "End")):
        stop.setFocus()
        desk.pick(where)
    date.setFocus()
    type_(desk, "2026-03-05")
    desk.shot("consent")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.until(lambda: page(desk).case.people.form is None)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    found = consents.of_party(reader, reader.ids(Kind.PARTY)[-1]).current
    assert (found.state, found.purpose, found.pictures) == (State.YES, "with_name", True)
