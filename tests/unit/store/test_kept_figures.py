"""What figures are counted over is kept, found whole, and never believed where it was altered."""

from collections.abc import Iterator

import pytest

from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk.store import kept_figures
from hrddesk.store.check import check
from hrddesk.store.kept_figures import Columns, FiguresAltered

COLUMNS = {"type": ('["a"]', b"\x05"), "list:owners": ("", b"x" * 16)}
OTHERS = {"type": ('["b"]', b"\x02")}


def is_whole(session: Session) -> bool:
    return check(session.reader, [], Job(), with_evidence=False).ok


def test_what_is_kept_is_found_and_replaced(session: Session) -> None:
    figures = session.store.kept_figures
    assert figures.of("cases") is None
    head = session.store.history.head()
    figures.replace("cases", 7, [(3, COLUMNS), (2, OTHERS)])
    figures.replace("people", 7, [(3, COLUMNS)])
    kept = figures.of("cases")
    assert kept is not None
    assert (kept.history, [part.size for part in kept.parts], kept.parts[0].dead) == (7, [3, 2], 0)
    assert figures.column(kept, kept.parts[0], "type") == COLUMNS["type"]
    assert figures.column(kept, kept.parts[1], "list:owners") is None
    assert session.store.history.head() == head
    assert is_whole(session)
    figures.replace("cases", 8, [(1, OTHERS)])
    with pytest.raises(FiguresAltered):
        figures.column(kept, kept.parts[0], "type")
    there = session.store.db.execute("SELECT count(*) FROM figure_column").fetchone()
    assert there == (3,)
    assert is_whole(session)


def test_parts_are_added_and_rows_go(session: Session) -> None:
    figures = session.store.kept_figures
    figures.replace("cases", 7, [(12, COLUMNS)])
    first = figures.of("cases")
    assert first is not None
    figures.add(first, 9, [0b100000000001], [(3, OTHERS)])
    second = figures.of("cases")
    assert second is not None
    assert (second.history, [part.dead for part in second.parts]) == (9, [0b100000000001, 0])
    assert figures.column(second, second.parts[0], "type") == COLUMNS["type"]
    figures.add(first, 10, [1], [])  # that is not kept any more
    assert figures.of("cases") == second
    figures.add(second, 11, [0b10, 0b1], [])
    third = figures.of("cases")
    assert third is not None
    assert [part.dead for part in third.parts] == [0b100000000011, 1]
    assert is_whole(session)


def test_columns_are_added_in_place_of_others(session: Session) -> None:
    figures = session.store.kept_figures
    figures.replace("cases", 7, [(3, COLUMNS), (3, COLUMNS)])
    kept = figures.of("cases")
    assert kept is not None
    figures.add_columns(kept, kept.parts[1].num, OTHERS, lambda _: ["list:owners"])
    now = figures.of("cases")
    assert now is not None
    assert (now.parts[0], now.parts[1].names) == (kept.parts[0], ("type",))
    assert figures.column(now, now.parts[1], "type") == OTHERS["type"]
    figures.add(now, 9, [0b1, 0b10], [])
    figures.add_columns(kept, kept.parts[0].num, OTHERS, lambda _: [])  # of the same making
    later = figures.of("cases")
    assert later is not None
    assert [(part.dead, part.names) for part in later.parts] == [(1, ("list:owners", "type")), (2, ("type",))]
    assert is_whole(session)
    figures.replace("cases", 9, [(3, COLUMNS)])
    figures.add_columns(kept, kept.parts[0].num, OTHERS, lambda _: [])
    with session.store.change("test"):
        figures.forget()
    figures.add_columns(kept, kept.parts[0].num, OTHERS, lambda _: [])
    assert figures.of("cases") is None
    assert is_whole(session)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE figure_column SET said = '[\"c\"]' WHERE name = 'type'",
        "UPDATE figure_column SET data = x'07' WHERE name = 'type'",
        "UPDATE figure_column SET mac = zeroblob(32) WHERE name = 'type'",
        "DELETE FROM figure_column WHERE name = 'type'",
        "UPDATE figure_column SET name = 'form' WHERE name = 'type'",
    ],
)
def test_a_column_that_was_altered_is_not_believed(session: Session, sql: str) -> None:
    figures = session.store.kept_figures
    figures.replace("cases", 7, [(3, COLUMNS)])
    session.store.db.execute(sql)
    kept = figures.of("cases")
    assert kept is not None
    with pytest.raises(FiguresAltered):
        figures.column(kept, kept.parts[0], "type")
    assert not is_whole(session)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE figure_kept SET told = replace(told, '7', '6')",
        "UPDATE figure_kept SET dead = x'01'",
        "UPDATE figure_kept SET owners = 'people'",
        "DELETE FROM figure_kept",
    ],
)
def test_a_list_of_parts_that_was_altered_is_not_believed(session: Session, sql: str) -> None:
    figures = session.store.kept_figures
    figures.replace("cases", 7, [(3, COLUMNS)])
    session.store.db.execute(sql)
    assert figures.of("cases") is None
    assert figures.of("people") is None
    assert not is_whole(session)
    figures.replace("people", 8, [(3, COLUMNS)])
    assert is_whole(session)


def test_what_another_form_of_the_program_kept_is_made_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = session.store.kept_figures
    figures.replace("cases", 7, [(3, COLUMNS)])
    monkeypatch.setattr(kept_figures, "_FORM", kept_figures._FORM + 1)
    assert figures.of("cases") is None
    assert is_whole(session)
    figures.replace("cases", 8, [(3, COLUMNS)])
    assert figures.of("cases") is not None
    assert is_whole(session)


def test_nothing_is_kept_of_what_fails_halfway(session: Session) -> None:
    figures = session.store.kept_figures
    figures.replace("cases", 7, [(3, COLUMNS)])
    kept = figures.of("cases")

    def parts(*, ended: bool) -> Iterator[tuple[int, Columns]]:
        yield 3, OTHERS
        if ended:  # as SQLite itself ends a transaction for which there is no room
            session.store.db.execute("ROLLBACK")
        raise KeyError

    for ended in (True, False):
        with pytest.raises(KeyError):
            figures.replace("cases", 8, parts(ended=ended))  # type: ignore[arg-type]  # none that is whole
        assert figures.of("cases") == kept
    assert is_whole(session)
