"""The main job on real data, by the command line as a person types it: record, hand over, review, publish.

People of the real data are cited by the keys of their rows, never by name.
"""

import csv
import hashlib
import os
import re
import unicodedata
from pathlib import Path

import pypdf
import pytest

from tests.e2e.typed import Desk
from tests.real_report import as_the_kit_has_it

FILES = ("parties", "events", "relations", "figures")
LABELLED_ROWS = (1, 5, 9)  # of parties.csv, counted from 0
PUBLISHED = 10
NARRATIVE_ROW = 5


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _same_facts(ours: Path, theirs: Path) -> None:
    """Compare cell by cell, row by row, in their order."""
    for name in FILES:
        first = _rows(ours / f"{name}.csv")
        second = list(map(as_the_kit_has_it, _rows(theirs / f"{name}.csv")))
        columns = set(second[0]) if second else set()
        kept = [{column: row.get(column, "") for column in columns} for row in first]
        assert list(map(_cells, kept)) == list(map(_cells, second)), name


def _cells(row: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(row.items())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if not character.isspace() and character not in "-·")


@pytest.mark.timeout(420)
def test_the_main_job_on_real_data(shared: Path, tmp_path: Path) -> None:
    report = shared / "data" / "report2020"
    documenter, coordinator = Desk(tmp_path, "documenter"), Desk(tmp_path, "coordinator")

    # Record
    imported = documenter.run("import", report)
    assert imported["new"] == {"party": 74, "case": 73, "event": 137, "relation": 8, "figure": 20}
    assert imported["errors"] == []
    assert documenter.run("import", report)["import"] is None
    documenter.run("export", tmp_path / "out", "--format", "kit")
    _same_facts(tmp_path / "out", report)
    parties = _rows(report / "parties.csv")
    cases = documenter.run("case", "list")
    small, large = tmp_path / "notice.txt", tmp_path / "recording.bin"
    small.write_bytes(b"a notice of detention, invented\n")
    large.write_bytes(os.urandom(1_500_000))
    added = [documenter.run("evidence", "add", cases[0]["ref"], path) for path in (small, large)]
    assert added[1]["sha256"] == hashlib.sha256(large.read_bytes()).hexdigest()
    names = _names(parties[NARRATIVE_ROW])
    narrative = f"It is said that {names[0]} was seen at the gate. {names[-1]}被带走。Nobody else was there."
    documenter.run("case", "edit", cases[NARRATIVE_ROW]["ref"], f"narrative={narrative}")

    # Meet: a card on a stick, twelve words by voice
    for desk, other, name in (
        (documenter, coordinator, "coordinator"),
        (coordinator, documenter, "documenter"),
    ):
        other.run("identity", "card", tmp_path / f"{name}.card")
        desk.run("contact", "add", tmp_path / f"{name}.card", "--name", name)
    desk_words = coordinator.run("identity", "show")["words"]
    documenter.run("contact", "verify", "coordinator", "--words", " ".join(reversed(desk_words)), code=53)
    documenter.run("bundle", "write", tmp_path / "a.hrdb", "--to", "coordinator", "--all", code=54)
    assert not (tmp_path / "a.hrdb").exists()
    documenter.run("contact", "verify", "coordinator", "--words", " ".join(desk_words))
    words = documenter.run("identity", "show")["words"]
    coordinator.run("contact", "verify", "documenter", "--words", " ".join(words))

    # Hand over, review, accept
    written = documenter.run("bundle", "write", tmp_path / "a.hrdb", "--to", "coordinator", "--all")
    assert written["cases"] == 73
    assert written["size"] == (tmp_path / "a.hrdb").stat().st_size
    found = coordinator.run("bundle", "read", tmp_path / "a.hrdb")
    assert found["new"] == 74 + 73 + 137 + 8 + 20 + 2 + 26  # of these, places that imported words meant
    assert (found["sender"], found["state"]) == ("documenter", "verified")
    assert coordinator.run("case", "list") == []
    review = coordinator.run("bundle", "review", found["review"])
    assert {item["state"] for item in review["items"]} == {"new"}
    coordinator.run("bundle", "accept", found["review"], "--all")
    coordinator.run("bundle", "read", tmp_path / "a.hrdb", code=69)
    coordinator.run("export", tmp_path / "taken", "--format", "kit")
    _same_facts(tmp_path / "taken", report)
    checked = coordinator.run("vault", "check")
    assert (checked["ok"], checked["parties"], checked["events"], checked["evidence"]) == (True, 74, 137, 2)
    coordinator.run("evidence", "save", added[1]["ref"], tmp_path / "copy.bin")
    assert (tmp_path / "copy.bin").read_bytes() == large.read_bytes()

    # Publish ten cases, three people labelled, one narrative reviewed
    by_key = {party["keys"][0]["key"]: party["ref"] for party in coordinator.run("party", "list")}
    assert coordinator.run("import", report)["unchanged"] == 239  # the keys came along
    labelled = [by_key[parties[row]["party"]] for row in LABELLED_ROWS]
    # Titles and texts are secret and facts restricted: what a desk publishes by name is made public first.
    chosen = [case["ref"] for case in cases[:PUBLISHED]]
    public = coordinator.run("import", report, "--visibility", "public")
    assert public["errors"] == []
    review = ("text", "review", chosen[NARRATIVE_ROW], "--profile", "names")
    coordinator.run(*review, "--seen", coordinator.run(*review)["seen"])
    published = coordinator.run(
        *("publish", tmp_path / "report.pdf", "--profile", "names", "--language", "en,zh-Hans"),
        *("--accept-all-risks", "for the test"),
        *("--case", *chosen, "--label", *labelled),
    )
    assert published["labels"] >= len(LABELLED_ROWS)
    assert not [item for item in published["audit"] if item["severity"] == "error"]
    assert coordinator.run("pdf", "check", tmp_path / "report.pdf")["ok"] is True
    text = _folded("".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "report.pdf").pages))
    for row, party in enumerate(parties[:PUBLISHED]):
        for name in _names(party):
            assert (_folded(name) in text) == (row not in LABELLED_ROWS), f"row {row} of parties.csv"
    assert "nobodyelsewasthere" in text
    assert "itissaidthatperson" in text
    assert re.search(r"person[abc]", text)
    for party in parties[PUBLISHED:]:
        assert not [name for name in _names(party)[:1] if _folded(name) in text and len(_folded(name)) > 6]


def _names(party: dict[str, str]) -> list[str]:
    return [name.partition("@")[0] for name in party["names"].split("|")]
