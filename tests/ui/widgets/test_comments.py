"""A comment is written in the form of a record, behind a button that opens by itself when there is one."""

from hrddesk.actions.records import comments
from tests.ui.casework import fill, key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def test_a_comment_is_written_and_answered_in_the_form(desk: Driver) -> None:
    fill(desk, 1)
    CasesPage(desk).show_summary()
    button = CasesPage(desk).summary.more(records.COMMENTS)
    desk.click(button)
    type_(desk, "Which prison?")
    key(desk, "Tab")
    type_(desk, "heron")
    desk.shot("comment")
    key(desk, "Ctrl+S")
    reader = desk.frame.desk.reader
    desk.until(lambda: len(comments.waiting(reader)) == 1)
    desk.settled()
    (comment,) = comments.waiting(reader)
    assert (comment.text, comment.by) == ("Which prison?", "heron")
    assert not button.isVisible()  # what it hid has come forward
