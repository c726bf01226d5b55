"""hrddesk bundle estimate, receipt, ask, status, and the choices of write: as two people type them."""

from pathlib import Path
from typing import Any

from hrddesk.errors import (
    ContactNotFound,
    ContactRevoked,
    InvalidValue,
    NothingToAcknowledge,
    RecordNotFound,
    ReviewClosed,
    ReviewNotFound,
    WriteFailed,
)
from tests.unit.cli.conftest import Desk
from tests.unit.cli.exchange.test_bundles import other as other  # the second desk


def hand_over(desk: Desk, other: Desk, path: Path, *words: str) -> dict[str, Any]:
    """Write all for the coordinator, read and accept it there; return what `write` said."""
    written = desk.json("bundle", "write", str(path), "--to", "coordinator", "--all", *words)
    review = other.json("bundle", "read", str(path))["review"]
    other.json("bundle", "accept", str(review))
    return dict(written)


def test_a_receipt_and_then_only_what_changed(desk: Desk, other: Desk, tmp_path: Path) -> None:
    first = desk.json("case", "new", "--title", "The mill")["ref"]
    desk.json("case", "new", "--title", "The bridge")
    out = str(tmp_path / "r")
    other.run("bundle", "receipt", "documenter", out, code=NothingToAcknowledge.exit_code)
    other.run("bundle", "receipt", "nobody", out, code=ContactNotFound.exit_code)
    whole = hand_over(desk, other, tmp_path / "a", "--delta")
    assert (whole["kind"], whole["unacknowledged"], whole["cases"]) == ("whole", ["coordinator"], 2)
    assert "no receipt yet" in desk.run("bundle", "status")
    receipt = other.json("bundle", "receipt", "documenter", out)
    assert receipt["size"] == Path(out).stat().st_size
    found = desk.json("bundle", "read", out)
    assert (found["receipts"]["accepted"], found["receipts"]["asked"]) == (2, [])
    assert found["new"] == found["changed"] == 0
    (status,) = desk.json("bundle", "status")
    assert {case["holding"] for case in status["cases"]} == {"all"}
    assert status["seen"]["number"] == found["receipts"]["seen"]
    desk.json("case", "edit", first, "status=open")
    estimate = desk.json("bundle", "estimate", "--to", "coordinator", "--all", "--delta")
    assert (estimate["records"], estimate["kind"]) == (1, "delta")
    (one,) = desk.json("bundle", "status", "--case", first)
    assert [(case["ref"], case["holding"], case["lacking"]) for case in one["cases"]] == [(first, "part", 1)]
    lines = desk.run("bundle", "status")
    assert f"{first}  has it; 1 of 1 record(s) changed since, or were not sent in full" in lines
    assert "saw your history up to row" in lines
    words = desk.run("bundle", "write", str(tmp_path / "b"), "--to", "coordinator", "--all", "--delta")
    assert "it holds the whole" in words
    size = (tmp_path / "b").stat().st_size
    assert size == estimate["size"]
    assert other.json("bundle", "read", str(tmp_path / "b"))["changed"] == 1
    assert "asks for 0" in desk.run("bundle", "review", str(found["review"]))


def test_what_is_asked_for_is_seen_by_the_other_and_comes_with_a_delta(
    desk: Desk, other: Desk, tmp_path: Path
) -> None:
    case = desk.json("case", "new", "--title", "The mill")["ref"]
    (tmp_path / "paper").write_bytes(b"a paper")
    evidence = desk.json("evidence", "add", case, str(tmp_path / "paper"))["ref"]
    written = hand_over(desk, other, tmp_path / "a", "--evidence", "hashes")
    assert written["cases"] == 1
    assert other.json("bundle", "ask", "documenter") == []
    assert "Nothing is asked" in other.run("bundle", "ask", "documenter")
    refused = ("bundle", "ask", "documenter", case, "--what", "evidence")
    other.run(*refused, code=InvalidValue.exit_code)
    other.run("bundle", "ask", "documenter", "ZZZZ-1", code=RecordNotFound.exit_code)
    other.json("bundle", "ask", "documenter", "e" * 32)
    asked = other.json("bundle", "ask", "documenter", evidence, "--what", "evidence")
    assert sorted((item["ref"], item["what"]) for item in asked) == [("", "record"), (evidence, "evidence")]
    left = other.json("bundle", "ask", "documenter", "e" * 32, "--withdraw")
    assert [(item["ref"], item["what"]) for item in left] == [(evidence, "evidence")]
    other.json("bundle", "receipt", "documenter", str(tmp_path / "r"))
    desk.json("bundle", "read", str(tmp_path / "r"))
    (status,) = desk.json("bundle", "status")
    assert [(item["ref"], item["what"]) for item in status["asked"]] == [(evidence, "evidence")]
    assert f"asks for: evidence {evidence}" in desk.run("bundle", "status")
    estimate = desk.json("bundle", "estimate", "--to", "coordinator", "--all", "--delta")
    assert (estimate["records"], estimate["files"], estimate["files_size"]) == (1, 1, 7)
    hand_over(desk, other, tmp_path / "b", "--delta")
    assert other.json("bundle", "ask", "documenter") == []
    other.run("bundle", "ask", "documenter", evidence, "--what", "evidence", code=InvalidValue.exit_code)


def test_sources_as_code_names_and_receipts_along_the_way(desk: Desk, other: Desk, tmp_path: Path) -> None:
    desk.json("source", "new", "--title", "the neighbour", "code_name=Magpie")
    assert "Nothing was handed over yet" in desk.run("bundle", "status")
    arguments = ("bundle", "estimate", "--to", "coordinator", "--all", "--sources", "code-names")
    assert "it holds the code names" in desk.run(*arguments)
    desk.json("case", "new", "--title", "The mill", "narrative=Tamsin Quell said so.")
    desk.json("source", "new", "--title", "Tamsin Quell", "code_name=Wren", "type=interview")
    estimate = desk.json("bundle", "estimate", "--to", "coordinator", "--all")  # code names for a start
    assert estimate["contents"] | {"mentions": []} == {
        "cases": 1,
        "people": 0,
        "secret": 0,
        "sources": 2,
        "sources_named": False,
        "files": 0,
        "logs": 0,
        "reports": 0,
        "terms": 0,
        "mentions": [],
        "mentions_left_out": True,
    }
    (mention,) = estimate["contents"]["mentions"]
    assert (mention["field"], mention["words"]) == ("narrative", "Tamsin Quell")
    printed = desk.run("bundle", "estimate", "--to", "coordinator", "--all")
    assert "To coordinator: 1 case(s), 0 people (0 secret), 2 source(s) by code name, 0 file(s)," in printed
    assert "narrative names a source (Tamsin Quell): stays here\n" in printed
    hand_over(desk, other, tmp_path / "a")
    assert "Quell" not in other.run("case", "show", other.json("case", "list")[0]["ref"])
    shown = other.run("source", "list")
    assert "Magpie" in shown
    assert "neighbour" not in shown
    sent = ("bundle", "estimate", "--to", "coordinator", "--all", "--mentions", "send")
    assert "narrative names a source (Tamsin Quell): GOES AS IT IS; covered" in desk.run(*sent)
    desk.json("term", "add", "cause", "--label", "en=Friends of Tamsin Quell")
    stays = "text names a source (Tamsin Quell): stays here with the whole record"
    assert stays in desk.run("bundle", "estimate", "--to", "coordinator", "--all")
    uncovered = "text names a source (Tamsin Quell): GOES AS IT IS; publications there do not cover it"
    assert uncovered in desk.run(*sent)
    replacing = ("--to", "coordinator", "--all", "--mentions", "replace")
    desk.run("bundle", "write", str(tmp_path / "whole"), *replacing, "--sources", "whole")
    assert "Quell" in desk.run("case", "show", desk.json("case", "list")[0]["ref"])
    desk.run("bundle", "write", str(tmp_path / "replaced"), *replacing, "--sources", "code-names")
    assert "Wren said so." in desk.run("case", "show", desk.json("case", "list")[0]["ref"])
    written = other.json("bundle", "write", str(tmp_path / "b"), "--to", "documenter", "--all")
    assert written["receipts"] is True
    assert desk.json("bundle", "read", str(tmp_path / "b"))["receipts"]["accepted"] == 3
    without = ("bundle", "write", str(tmp_path / "c"), "--to", "documenter", "--all", "--no-receipts")
    assert other.json(*without)["receipts"] is False
    assert "says what came from the recipient" in other.run(
        "bundle", "estimate", "--to", "documenter", "--all"
    )


def test_everybody_of_whom_something_was_accepted_gets_a_receipt_in_one_go(
    desk: Desk, other: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert other.json("bundle", "receipts", str(stick)) == []
    assert "Nobody waits for a receipt" in other.run("bundle", "receipts", str(stick))
    desk.json("case", "new", "--title", "The mill")
    hand_over(desk, other, tmp_path / "a")
    other.run("bundle", "receipts", str(tmp_path / "gone"), code=WriteFailed.exit_code)
    (written,) = other.json("bundle", "receipts", str(stick))
    assert (written["contact"], written["error"]) == ("documenter", None)
    assert desk.json("bundle", "read", written["file"])["receipts"]["accepted"] == 1
    assert other.json("bundle", "receipts", str(stick)) == []  # it was said
    desk.json("case", "new", "--title", "The bridge")
    hand_over(desk, other, tmp_path / "b")
    other.run("contact", "revoke", "documenter", "--since", "2026-01-31")
    said = other.run("bundle", "receipts", str(stick), code=ContactRevoked.exit_code)
    assert said.startswith("documenter: ")
    assert len(list(stick.iterdir())) == 1


def test_the_queue_is_shown_and_what_is_plain_accepted(desk: Desk, other: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill")["ref"]
    hand_over(desk, other, tmp_path / "a")
    desk.json("case", "edit", case, "title=The old mill")
    other.json("case", "edit", case, "title=The new mill")
    desk.json("case", "new", "--title", "The bridge")
    desk.json("bundle", "write", str(tmp_path / "b"), "--to", "coordinator", "--all")
    number = other.json("bundle", "read", str(tmp_path / "b"))["review"]
    (found,) = other.json("bundle", "queue")
    assert (found["review"], found["new"], found["conflicts"]) == (number, 1, 1)
    assert (found["plain"], found["needs_me"]) == (1, 1)
    assert "1 new, 1 in conflict, 1 plain, 1 need a look" in other.run("bundle", "queue")
    assert "1 new, 1 in conflict, 1 plain, 1 need a look" in other.run("bundle", "review", str(number))
    other.run("bundle", "accept-plain", "99", code=ReviewNotFound.exit_code)
    other.run("bundle", "accept-plain", "1", code=ReviewClosed.exit_code)
    assert (
        f"Review {number}, from documenter: 1 record(s) merged, 0 were here already, 1 need a look."
        in other.run("bundle", "accept-plain")
    )
    assert [row["title"] for row in other.json("case", "list")] == ["The new mill", "The bridge"]
