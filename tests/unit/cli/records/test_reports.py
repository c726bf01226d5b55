"""report on the command line."""

from pathlib import Path

import pytest

from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import InvalidValue, RecordNotFound, TargetExists
from hrddesk.store.vault.session import Session
from tests.unit.cli.conftest import PASSPHRASE, Desk


def test_a_report_is_written_block_by_block(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "Willow Lane")["ref"]
    made = desk.json("report", "add", "The river towns", "series=Rivers", "embargo=2026-10")
    ref = made["ref"]
    assert (made["series"], made["embargo"], made["missing"]) == ("Rivers", "2026-10", [])
    desk.run("report", "block", "add", ref, f"As @{case} says.", "--by", "owl")
    said = desk.json(
        "report", "block", "add", ref, "Who", "--kind", "heading", "--at", "1", "--language", "en"
    )
    assert [block["kind"] for block in said["blocks"]] == ["heading", "text"]
    assert said["blocks"][1]["body"] == f"As @{case} says."
    said = desk.json("report", "block", "edit", ref, "2", "--record", case, "--body", f"@@{case}", "--by=")
    assert "by" not in said["blocks"][1]
    assert (said["blocks"][1]["body"], len(said["blocks"][1]["record"])) == (f"@{case}", 32)
    desk.run("report", "block", "edit", ref, "2", "--body", "@@ZZZZ-2026-0009 " + "long " * 30)
    shown = desk.run("report", "show", ref)
    assert shown.splitlines()[0] == f"{ref}  The river towns"
    assert shown.splitlines()[1:3] == ["series: Rivers", "embargo: 2026-10"]
    assert f"2  text  draft  {case}  Willow Lane  @ZZZZ-2026-0009 long" in shown
    assert shown.splitlines()[-1] == "Block 2: ZZZZ-2026-0009 leads to no record, or to several."
    said = desk.json("report", "block", "move", ref, "2", "1")
    assert said["missing"] == [{"block": 1, "ref": "ZZZZ-2026-0009"}]
    desk.run("report", "block", "remove", ref, "1")
    assert desk.run("report", "list", "--text", "river") == f"{ref}  The river towns  Rivers  1 block\n"
    assert desk.json("report", "list", "--text", "mill") == []
    assert "embargo" not in desk.json("report", "edit", ref, "embargo=")
    assert "Deleted" in desk.run("report", "remove", ref)
    desk.run("report", "show", ref, code=RecordNotFound.exit_code)


def test_what_is_wrong_has_a_code(desk: Desk) -> None:
    ref = desk.json("report", "add", "The river towns")["ref"]
    case = desk.json("case", "new", "--title", "Willow Lane")["ref"]
    desk.run("report", "show", case, code=RecordNotFound.exit_code)
    desk.run("report", "block", "add", ref, "x", "--kind", "ode", code=InvalidValue.exit_code)
    desk.run("report", "block", "add", ref, "x", "--record", "ZZZZ-2026-0001", code=RecordNotFound.exit_code)
    desk.run("report", "block", "edit", ref, "1", "--body", "x", code=InvalidValue.exit_code)
    assert "blocks" not in desk.json("report", "show", ref)


def test_a_report_goes_out_as_markdown_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("# Who\n\nThey were *taken*.\n\n> All night.\n", encoding="utf-8")
    first = desk.json("report", "import", str(path))
    assert [block["kind"] for block in first["blocks"]] == ["heading", "text", "quotation"]
    assert first["title"] == "Who"
    desk.run("report", "export", first["ref"], str(path), code=TargetExists.exit_code)
    out = tmp_path / "out.md"
    desk.run("report", "export", first["ref"], str(out))
    second = desk.json("report", "import", str(out))
    assert second["blocks"] == first["blocks"]
    out.write_text(out.read_text("utf-8").replace("All night.", "All day."), "utf-8")
    third = desk.json("report", "import", str(out), "--into", second["ref"])
    assert (third["ref"], third["blocks"][2]["body"]) == (second["ref"], "All day.")


@pytest.mark.parametrize(("options", "count"), [([], 0), (["--reports", "REF"], 1), (["--reports"], 1)])
def test_a_report_goes_along_when_it_is_named(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], count: int
) -> None:
    Session.create(tmp_path / "other.hrdv", PASSPHRASE, FLOOR)[0].close()
    other = Desk(tmp_path / "other.hrdv", desk.secret, capsys)
    for left, right, name in ((desk, other, "other"), (other, desk, "desk")):
        card = str(tmp_path / f"{name}.card")
        right.json("identity", "card", card)
        left.json("contact", "add", card, "--name", name)
        left.json("contact", "verify", name, "--words", " ".join(right.json("identity", "show")["words"]))
    case = desk.json("case", "new", "--title", "Willow Lane")["ref"]
    ref = desk.json("report", "add", "The river towns")["ref"]
    said = [ref if option == "REF" else option for option in options]
    path = tmp_path / "b.hrdb"
    party = desk.json("party", "new", "--name", "Odal Brisk")["ref"]
    raid = desk.json("term", "add", "event_type", "--label", "en=Raid")["code"]
    desk.json("event", "add", case, raid, "--party", party)
    chosen = ("--to", "other", "--case", case, *said)
    assert f" {count} report(s), 1 own term(s)," in desk.run("bundle", "estimate", *chosen)
    sent = desk.json("bundle", "write", str(path), *chosen)["contents"]
    assert (sent["reports"], sent["terms"]) == (count, 1)
    other.run("bundle", "accept", str(other.json("bundle", "read", str(path))["review"]))
    assert len(other.json("report", "list")) == count


@pytest.mark.parametrize(
    ("text", "title"), [("Before.\n\n## The river\n\n# Later\n", "The river"), ("Before.\n", "r")]
)
def test_a_report_without_a_title_is_called_by_its_first_heading(
    desk: Desk, tmp_path: Path, text: str, title: str
) -> None:
    (tmp_path / "r.md").write_text(text, encoding="utf-8")
    assert desk.json("report", "import", str(tmp_path / "r.md"))["title"] == title
