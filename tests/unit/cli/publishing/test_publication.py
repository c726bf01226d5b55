"""hrddesk publication: as a person types it."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from hrddesk.errors import (
    CountNotVerified,
    FileUnreadable,
    InvalidValue,
    PublicationNotFound,
    TargetExists,
)
from hrddesk.interop.formats import workbook
from hrddesk.interop.formats.findings import Findings
from hrddesk.system.jobs import silent
from tests.unit.cli.conftest import Desk


@pytest.fixture
def desk_that_published(desk: Desk, tmp_path: Path) -> Desk:
    """Seven cases of one person each, a figure of them, and publication 1 in which one has a label."""
    refs = []
    for number in range(7):
        case = desk.json("case", "new", "--title", f"case {number}")["ref"]
        name = "=cmd|'/c calc'!A1" if number == 6 else f"Orvel Tannik{number}"
        who = desk.json("party", "new", "sex=female", "--name", name, "--case", case, "--role", "victim")[
            "ref"
        ]
        event = desk.json("event", "add", case, "detained", "--party", who, "--date", f"2020-0{number + 1}")[
            "ref"
        ]
        for ref in (case, who, event):
            desk.run("visibility", ref, "public")
        refs.append(who)
    desk.run("figure", "save", "Women held", "--unit", "persons", "--where", "sex=female")
    desk.run("figure", "save", "Few", "--unit", "persons", "--where", "month=2020-01")
    desk.run(
        *("publish", str(tmp_path / "1.pdf"), "--profile", "names", "--all", "--label", refs[0]),
        *("--accept-all-risks", "for the test"),
        *("--figure", "Women held", "Few"),
    )
    return desk


def test_the_record_says_what_was_decided_and_who_is_who(desk_that_published: Desk, tmp_path: Path) -> None:
    desk = desk_that_published
    (row,) = desk.json("publication", "list")
    assert (row["publication"], row["file"], row["profile"], row["issue"]) == (1, "1.pdf", "names", 1)
    shown = desk.json("publication", "show", "1")
    assert [item["name"] for item in shown["labels"]] == ["Orvel Tannik0"]
    assert shown["signed_by"] == desk.json("organisation", "show")["ssh_fingerprint"]
    assert len(shown["cases"]) == 7
    printed = desk.run("publication", "show", "1")
    assert "is Orvel Tannik0" in printed
    assert "figure 1: Women held" in printed
    desk.run(
        "publish",
        str(tmp_path / "2.pdf"),
        "--profile",
        "names",
        "--all",
        "--correct",
        "1",
        "--accept-all-risks",
        "for the test",
    )
    assert "issue 2, corrects publication 1" in desk.run("publication", "show", "2")
    desk.run("publication", "show", "3", code=PublicationNotFound.exit_code)
    secret = json.loads(json.dumps(shown))
    assert "counted" not in json.dumps(secret)


def test_it_is_written_as_tables_that_run_nothing(desk_that_published: Desk, tmp_path: Path) -> None:
    desk = desk_that_published
    made = desk.json("publication", "export", "1", str(tmp_path / "csv"), "--as", "csv")
    assert made["files"] == ["people.csv", "events.csv", "figures.csv"]
    with (tmp_path / "csv" / "people.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 8
    text = "".join((tmp_path / "csv" / name).read_text("utf-8") for name in made["files"])
    assert "Orvel Tannik0" not in text
    assert "Person A" in text
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert any("cmd" in cell for row in rows for cell in row)
    desk.run("publication", "export", "1", str(tmp_path / "t.xlsx"), "--as", "xlsx")
    sheets = workbook.sheets_of((tmp_path / "t.xlsx").read_bytes(), "t", Findings(), silent())
    assert list(sheets or {}) == ["people", "events", "figures"]
    desk.run(
        "publication", "export", "1", str(tmp_path / "t.xlsx"), "--as", "xlsx", code=TargetExists.exit_code
    )
    desk.run(
        "publication", "export", "9", str(tmp_path / "u"), "--as", "csv", code=PublicationNotFound.exit_code
    )


def test_it_is_written_as_a_monthly_list(desk_that_published: Desk, tmp_path: Path) -> None:
    desk = desk_that_published
    desk.run("publication", "export", "1", str(tmp_path / "a.md"), "--as", "monthly", "--month", "2020-03")
    text = (tmp_path / "a.md").read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        "- **Orvel Tannik2** — March 2020; Detained; Claim: Reported"
    ]
    wrong = ("publication", "export", "1", str(tmp_path / "b.md"), "--as", "monthly", "--month", "2020-13")
    desk.run(*wrong, code=InvalidValue.exit_code)
    assert not (tmp_path / "b.md").exists()


def test_a_reviewer_verifies_a_count_without_the_list(desk_that_published: Desk, tmp_path: Path) -> None:
    desk = desk_that_published
    desk.run("publication", "export", "1", str(tmp_path / "cards"), "--as", "cards")
    card, few = (json.loads((tmp_path / "cards" / f"figure-{n}.json").read_text("utf-8")) for n in (1, 2))
    assert card["commitment"]["count"] == 7
    assert "commitment" not in few  # its count is hidden
    opening, path = tmp_path / "opening.json", str(tmp_path / "cards" / "figure-1.json")
    assert "7, from 7 record(s)" in desk.run("publication", "opening", "1", "1", str(opening))
    for figure in ("0", "2", "3"):
        desk.run("publication", "opening", "1", figure, str(tmp_path / "no"), code=InvalidValue.exit_code)
    told = opening.read_text("utf-8") + json.dumps(card)
    for who in desk.json("party", "list"):
        assert who["ref"] not in told
        assert who["id"] not in told
    assert desk.json("publication", "verify", path, "--opening", str(opening)) == {
        "ok": True,
        "count": 7,
        "records": 7,
        "proven": [],
    }
    proven = desk.json("publication", "prove", "1", "1", "3")
    assert proven["ref"] in [who["ref"] for who in desk.json("party", "list")]
    printed = desk.run("publication", "verify", path, "--opening", str(opening), "--proof", proven["proof"])
    assert "The record is entry 3." in printed
    desk.run("publication", "prove", "1", "1", "8", code=InvalidValue.exit_code)
    wrong = ("publication", "verify", path, "--opening", str(opening), "--proof", "x")
    desk.run(*wrong, code=InvalidValue.exit_code)
    (tmp_path / "changed.json").write_text(opening.read_text("utf-8").replace(": 1,\n", ": 2,\n", 1), "utf-8")
    changed = ("publication", "verify", path, "--opening", str(tmp_path / "changed.json"))
    desk.run(*changed, code=CountNotVerified.exit_code)
    desk.run("publication", "verify", path, "--opening", path, code=FileUnreadable.exit_code)
    desk.run(
        "publication", "verify", path, "--opening", str(tmp_path / "gone"), code=FileUnreadable.exit_code
    )


def test_without_figures_there_are_no_cards(desk_that_published: Desk, tmp_path: Path) -> None:
    desk = desk_that_published
    desk.run(
        "publish",
        str(tmp_path / "2.pdf"),
        "--profile",
        "names",
        "--all",
        "--accept-all-risks",
        "for the test",
    )
    wrong = ("publication", "export", "2", str(tmp_path / "cards"), "--as", "cards")
    desk.run(*wrong, code=InvalidValue.exit_code)
    assert not (tmp_path / "cards").exists()


def test_a_secret_record_between_two_issues_changes_no_byte(
    desk_that_published: Desk, tmp_path: Path
) -> None:
    """Readers of both subtract: where all records are counted, the one more has to be accepted."""
    desk = desk_that_published
    first = desk.vault
    second = first.with_name("second.hrdv")
    shutil.copytree(first, second)
    case = desk.json("case", "list")[0]["ref"]
    woman = desk.json("party", "new", "sex=female", "--name", "Sunday", "--case", case, "--role", "victim")
    desk.run("event", "add", case, "arrested", "--party", woman["ref"], "--date", "2020-01")
    issue = ["--since", "1", "--figure", "Women held", "Few", "--as-of", "2026-01-01"]
    counted = desk.run("publish", str(tmp_path / "all.pdf"), *issue, "--count-all", "--preview")
    assert "figure Women held: 1 count(s) differ by 1 to 4 from publication 1" in counted
    made = []
    for vault in (first, second):
        desk.vault = vault
        target = tmp_path / f"{vault.stem}.pdf"
        shown = desk.run("publish", str(target), *issue, "--accept-all-risks", "for the test")
        assert "counts-differ" not in shown
        made.append(target.read_bytes())
    assert made[0] == made[1]
