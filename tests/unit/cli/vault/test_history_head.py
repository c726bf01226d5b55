"""hrddesk vault head: to write down, and to compare."""

from hrddesk.errors import HistoryNotAsNoted, InvalidValue
from tests.unit.cli.conftest import Desk


def test_the_head_is_printed_and_compared(desk: Desk) -> None:
    desk.run("case", "new", "--title", "one")
    shown = desk.json("vault", "head")
    assert shown["count"] == 1
    assert shown["head"] == desk.json("vault", "check")["history"]["head"]
    assert len(shown["words"]) == len(shown["words_zh"]) == 12
    assert " ".join(shown["words"]) in desk.run("vault", "head", "--quiet")
    desk.run("case", "new", "--title", "two")
    noted = ("--number", "1", "--words", " ".join(shown["words"]))
    after = desk.json("vault", "head", *noted)
    assert (after["noted"], after["count"]) == (1, 2)
    assert "holds what was written down for number 1" in desk.run("vault", "head", *noted)


def test_what_was_written_down_and_is_not_there_has_its_own_exit_code(desk: Desk) -> None:
    words = " ".join(desk.json("vault", "head")["words"])
    desk.run("vault", "head", "--number", "7", "--words", words, code=HistoryNotAsNoted.exit_code)
    assert "older copy" in desk.complaint
    desk.run("vault", "head", "--number", "0", "--words", "other", code=HistoryNotAsNoted.exit_code)
    desk.run("vault", "head", "--number", "0", code=InvalidValue.exit_code)
