"""What was imported when, and the rows of it."""

from hrddesk.session import Session
from hrddesk.store.imports import Imports


def test_rows_are_those_of_the_last_import_that_stands(session: Session) -> None:
    imports = Imports(session.store.db)
    with session.store.change("test"):
        for act, cells in ((1, {"party": "p1", "age": "29"}), (5, {"party": "p1", "age": "30"})):
            imports.add(act, "summer", "kit", 1)
            imports.remember(act, "summer", "parties.csv", "p1", cells)
    assert imports.last_row("summer", "parties.csv", "p1") == {"party": "p1", "age": "30"}
    assert imports.last_row("winter", "parties.csv", "p1") is None
    with session.store.change("test"):
        imports.mark_undone(5)
    assert imports.last_row("summer", "parties.csv", "p1") == {"party": "p1", "age": "29"}
    assert [(item.act, item.source, item.format, item.rows, item.undone) for item in imports.all()] == [
        (1, "summer", "kit", 1, False),
        (5, "summer", "kit", 1, True),
    ]
    assert imports.find(5) == imports.all()[1]
    assert imports.find(7) is None


def test_a_row_is_kept_once_for_each_import(session: Session) -> None:
    imports = Imports(session.store.db)
    with session.store.change("test"):
        imports.add(1, "s", "kit", 2)
        imports.remember(1, "s", "f", "k", {"a": "1"})
        imports.remember(1, "s", "f", "k", {"a": "籍朔"})
    assert imports.last_row("s", "f", "k") == {"a": "籍朔"}
