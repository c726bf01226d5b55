"""A country that nobody shipped, from files alone: the main job is done by its law."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hrddesk.store.vault.session import Session
from tests.unit.cli.conftest import PASSPHRASE, words_of

ROOT = Path(__file__).resolve().parents[2]
COUNTRY = """
format = "hrddesk-country"
version = 1
code = "ZZ"
labels = { en = "Zedland", zh-Hans = "泽德兰" }
surnames = ["Quill", "磨坊"]

[[stages]]
code = "summoned"
labels = { en = "summoned to the mill" }

[[stages]]
code = "milled"
after = "summoned"
never_before = "summoned"
labels = { en = "held at the mill" }

[[stages]]
code = "sentenced"
after = "milled"
needs = ["milled"]
labels = { en = "sentenced" }

[[limits]]
code = "summons_to_mill"
days = 3
stage = "summoned"
until = "milled"
facilities = [""]
labels = { en = "Summons until the mill" }
ground = { en = "Mill Act, section 4." }

[[numbers]]
kind = "identity_number"
shape = "99-[QZ]A-999"

[events]
taken_away = { effect = "enters", stage = "summoned", traits = ["begins", "at_large"] }
detained = { effect = "enters", stage = "summoned", traits = ["begins"] }
arrested = { effect = "enters", stage = "summoned", traits = ["begins"] }
detained_again = { effect = "enters", stage = "summoned", traits = ["begins"] }
milled = { effect = "enters", stage = "milled" }
let_out = { effect = "leaves" }
charged = { stage = "milled" }
indicted = { stage = "milled" }
tried = { stage = "milled" }

[penalties]
custodial = ["turning_the_wheel"]
"""
VOCABULARIES = {
    "event_type": "id,code,label@en,label@zh-Hans,aliases,map\n1,milled,Put to the mill,上磨坊,mill,\n"
    "2,let_out,Let out of the mill,出磨坊,,\n",
    "charge": "id,code,label@en,label@zh-Hans,aliases,map,article\n3,idleness,Idleness,游惰罪,,,MA 7\n",
    "penalty": "id,code,label@en,label@zh-Hans,aliases,map\n4,turning_the_wheel,Turning the wheel,推磨,,\n",
}


class Program:
    """The program with the files of one more country, and a vault that goes by its law."""

    def __init__(self, folder: Path, vault: Path) -> None:
        self.folder = folder
        self.vault = vault
        (folder / "resources").mkdir(parents=True)
        (folder / "hrddesk").symlink_to(ROOT / "hrddesk")
        for shipped in (ROOT / "resources").iterdir():
            if shipped.name != "countries":
                (folder / "resources" / shipped.name).symlink_to(shipped)
        countries = folder / "resources" / "countries"
        countries.mkdir()
        for code in (ROOT / "resources" / "countries").iterdir():
            (countries / code.name).symlink_to(code)
        self.country = countries / "ZZ"
        (self.country / "vocabularies").mkdir(parents=True)
        (self.country / "country.toml").write_text(COUNTRY, "utf-8")
        for name, rows in VOCABULARIES.items():
            (self.country / "vocabularies" / f"{name}.csv").write_text(rows, "utf-8")
        (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", "utf-8")

    def run(self, *words: str, code: int = 0) -> Any:
        """Run a command and return its JSON, or what it complains of where it fails."""
        secret = str(self.folder / "passphrase.txt")
        options = ("--vault", str(self.vault), "--passphrase-file", secret, "--json")
        done = subprocess.run(
            [sys.executable, "-B", "-m", "hrddesk", *words, *options],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=100,
            check=False,
        )
        assert done.returncode == code, done.stderr.decode()
        return json.loads(done.stdout) if code == 0 else done.stderr.decode()


@pytest.fixture
def program(session: Session, tmp_path: Path) -> Program:
    """The program with an empty vault."""
    session.close()
    return Program(tmp_path / "program", session.folder)


@pytest.mark.timeout(400)
def test_a_country_from_files_alone_does_the_main_job(program: Program, tmp_path: Path) -> None:
    run, kit = program.run, tmp_path / "kit"
    kit.mkdir()
    (kit / "parties.csv").write_text(
        "party,kind,names\np1,person,Ada Quill@Latn:main\np2,person,Bo Wren@Latn:main\n", "utf-8"
    )
    (kit / "cases.csv").write_text(
        "case,title,parties,country\nc1,The mill,p1:subject|p2:subject,Zedland\n", "utf-8"
    )
    (kit / "events.csv").write_text(
        "event,case,party,type,date,charges\n"
        "e1,c1,p1,arrested,2020-03-01,idleness\n"
        "e2,c1,p2,Put to the mill,2020-02-01,\n"
        "e4,c1,p2,detained,2020-03-01,\n"
        "e3,c1,p1,let_out,2020-03-20,\n",
        "utf-8",
    )
    run("import", str(kit), "--visibility", "public")
    party = next(row for row in run("party", "list") if "Ada" in row["name"])

    def status(day: str) -> dict[str, Any]:
        found: dict[str, Any] = run("party", "show", party["ref"], "--as-of", day)["status"]
        return {name: found[name] for name in ("answer", "stage") if name in found}

    assert status("2020-03-04") == {"answer": "in_custody", "stage": "summoned"}
    assert status("2020-03-21") == {"answer": "released"}
    assert [found["check"] for found in run("check-facts")] == ["stage-out-of-order"]
    assert run("limits", "--country", "ZZ", "summons_to_mill=5") == {"silence": 90, "summons_to_mill": 5}
    clock = next(row for row in run("clocks", "--as-of", "2020-03-09") if "Ada" in row["name"])
    assert (clock["cap"], clock["limit"], clock["passed"]) == ("summons_to_mill", 5, "yes")
    table = run("figure", "table", "--unit", "events", "--where", "type=arrested", "--by", "charge")
    assert "Idleness" in json.dumps(table)
    target = tmp_path / "mill.pdf"
    run("publish", str(target), "--all", "--profile", "labels", "--accept-all-risks", "for the test")
    assert "Put to the mill" in words_of(target)


def test_a_country_that_contradicts_itself_opens_nothing(program: Program) -> None:
    wrong = COUNTRY.replace('code = "summoned"', 'code = "summoned"\nafter = "sentenced"')
    (program.country / "country.toml").write_text(wrong, "utf-8")
    complaint = program.run("limits", code=203)
    assert "country ZZ contradict themselves" in complaint
    assert "they name each other" in complaint


def test_surnames_and_numbers_of_a_country_are_marked_in_texts(program: Program, tmp_path: Path) -> None:
    run, kit = program.run, tmp_path / "kit"
    kit.mkdir()
    (kit / "parties.csv").write_text("party,kind,names\np1,person,磨坊达@Hans:main\n", "utf-8")
    (kit / "cases.csv").write_text(
        "case,title,parties,country,narrative\n"
        "c1,The mill,p1:subject,Zedland,磨坊住在河边。证件 77-QX-123。\n",
        "utf-8",
    )
    run("import", str(kit), "--visibility", "public")
    (case,) = run("case", "list")
    shown = run("text", "review", case["ref"], "--profile", "labels", "--show")
    marks = {place["text"]: place["kind"] for place in shown["occurrences"]}
    assert marks == {"磨坊": "part of a name", "77-QX-123": "identity number"}
    report = tmp_path / "report.txt"
    report.write_text("On 6 February 2020 Ada Quill was arrested in Anqing. Ada Wren was there.\n", "utf-8")
    told = json.dumps(run("paste", "read", str(report)))
    assert "Ada Quill" in told
    assert "Ada Wren" not in told
