"""Computed lists in sections: only what is shown is put into words."""

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from hrddesk_ui.widgets.lists.rows_table_model import Row
from hrddesk_ui.widgets.lists.section_lists import MOST_SHOWN, ListSection, Sections


def shown(count: int, name: str, made: list[str]) -> ListSection:
    def make(keys: Sequence[str]) -> list[Row]:
        made.extend(keys)
        return [Row(key, (f"text of {key}",)) for key in keys]

    keys = tuple(f"{name}{number}" for number in range(count))
    return ListSection(key=name, title=name, headings=("Text",), keys=keys, make=make, nothing=f"no {name}")


def test_only_the_section_that_is_shown_is_put_into_words(qtbot: QtBot) -> None:
    made: list[str] = []
    widget = Sections("Parts")
    qtbot.addWidget(widget)
    many = MOST_SHOWN + 50
    widget.show_sections([shown(0, "a", made), shown(many, "b", made), shown(2, "c", made)])
    assert widget.section == "b"  # the first with anything in it
    assert widget.list.item(1).text() == f"b ({many})"
    assert len(made) == MOST_SHOWN
    assert widget.more.text() == "50 more"
    assert widget.go_to(f"b{many - 1}")  # beyond what is shown
    assert widget.current == f"b{many - 1}"
    assert widget.rows.rowCount() == MOST_SHOWN
    assert widget.go_to("c1")
    assert (widget.section, widget.current) == ("c", "c1")
    assert not widget.go_to("d")


def test_the_place_is_kept_when_the_rows_change(qtbot: QtBot) -> None:
    widget = Sections("Parts")
    qtbot.addWidget(widget)
    widget.show_sections([shown(3, "a", []), shown(3, "b", [])])
    widget.go_to("b2")
    widget.show_sections([shown(3, "a", []), shown(2, "b", [])])
    assert widget.current == "b1"  # the row is gone; the one that came nearest is selected
    widget.show_sections([shown(3, "a", []), shown(0, "b", [])])
    assert widget.current == ""
    assert widget.nothing.text() == "no b"
