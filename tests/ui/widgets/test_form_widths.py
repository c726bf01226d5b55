"""A form with a row in each of its lists fits beside a list of a window of 1366 pixels."""

import pytest
from pytestqt.qtbot import QtBot

from hrddesk.records.model.kinds import Kind
from hrddesk_ui.widgets.forms.rows_edit import RowsEdit
from tests.ui.test_every_field_in_the_window import OTHER_KINDS, forms_of_kinds

_IN_A_CASE, _ELSEWHERE = 500, 600
"""Pixels that are left for a form beside the lists of its page, at the usual size of letters."""
_KINDS_IN_A_CASE = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.RELATION, Kind.EVIDENCE)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in OTHER_KINDS])
def test_no_row_makes_a_form_wider_than_its_place(qtbot: QtBot, kind: Kind) -> None:
    form = forms_of_kinds()[kind]
    qtbot.addWidget(form)
    form.begin()
    for more in form.page.more:
        more.set_open(True)
    for rows in form.page.findChildren(RowsEdit):
        rows.add_row()
    form.show()
    width = form.page.minimumSizeHint().width()
    assert width <= (_IN_A_CASE if kind in _KINDS_IN_A_CASE else _ELSEWHERE), f"{kind}: {width}"
