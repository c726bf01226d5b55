"""Translators get the texts of the window as a spreadsheet; their answer is taken whole or not at all."""

import csv
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]
VIEW = """class View(QWidget):
    def x(self):
        self.tr('Save {name}')
        self.tr('%n case(s)', '', 2)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "view.py").write_text(VIEW, "utf-8")
    (tmp_path / "hrddesk").mkdir()
    (tmp_path / "resources" / "i18n").mkdir(parents=True)
    return tmp_path


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_a_new_language_goes_out_and_comes_back(script: Load, checkout: Path, tmp_path: Path) -> None:
    translators, table = script("translators"), tmp_path / "de.csv"
    assert translators.write_table("de", table, checkout) == 3
    rows = _rows(table)
    assert [(row["text"], row["form"]) for row in rows] == [
        ("Save {name}", ""),
        ("%n case(s)", "1"),
        ("%n case(s)", "2"),
    ]
    for row, words in zip(rows, ("{name} sichern", "ein Fall", "%n Fälle"), strict=True):
        row["translation"] = words
    _write(table, rows)
    assert translators.read_table("de", table, checkout) == []
    checks = script("check_translations")
    assert checks.incomplete(checkout / "resources" / "i18n" / "hrddesk_de.ts") == []
    assert checks.stale(checkout) == []
    assert translators.write_table("de", table, checkout) == 0
    assert [row["translation"] for row in _rows(table)] == ["{name} sichern", "ein Fall", "%n Fälle"]


def test_a_wrong_row_refuses_the_table(script: Load, checkout: Path, tmp_path: Path) -> None:
    translators, table = script("translators"), tmp_path / "de.csv"
    translators.write_table("de", table, checkout)
    before = (checkout / "resources" / "i18n" / "hrddesk_de.ts").read_bytes()
    rows = _rows(table)
    rows[0]["translation"] = "sichern"
    rows[1]["text"] = "%n people"
    rows[2]["translation"] = "%n Fälle"
    _write(table, rows)
    problems = translators.read_table("de", table, checkout)
    assert [problem.partition(":")[0] for problem in problems] == ["row 2", "row 3"]
    assert (checkout / "resources" / "i18n" / "hrddesk_de.ts").read_bytes() == before
