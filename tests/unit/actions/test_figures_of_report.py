"""All 20 figures of the real report come out of its imported records, in a publication (PDF).

None of them is a count over the people whom the report lists one by one: they are kept as they were
published, with unit, denominator, day and who published them, and are printed so. Rows are cited by their
ids. What the records themselves give is counted: the rows of `events.csv` hold 13 fixed terms, three of them
of ten years or longer.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from hrddesk.actions.analysis import figures
from hrddesk.actions.interop import imports
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.cli import main
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session
from tests.conftest import PASSPHRASE
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.actions.published_desk import questions
from tests.unit.actions.test_real_report_more import as_kit

Row = dict[str, str]
_DAYS = {"2020-02-21": "21 February 2020", "2020-12-31": "31 December 2020"}
_HEAD = re.compile(r"Page \d+ ?Documented cases ?")
SMALL = {"reprieve_uyghur": "3 persons", "reprieve_tibetan": "1 person"}
# e063; e015, e019, e021, e080, and perhaps e025, which has no date, and e066, which has no end
GIVEN = {"enforced_disappearance": (1, 0), "rsdl": (4, 2), "state_enforced_disappearances": (5, 2)}
TERMS = "Terms of ten years or longer"


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def vault(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    path = new_vault(folder / "report.hrdv", "empty")
    with Session.open(path, SECRET) as session:
        kit = as_kit(shared / "data" / "report2020", folder / "kit")
        done = imports.run(session, kit, source="report2020").result
        assert done.errors == ()
        figures.save(session, TERMS, asked(unit="persons", where=["months=120.."]))
    return path


@pytest.fixture
def report(vault: Path) -> Iterator[Session]:
    with Session.open(vault, SECRET) as session:
        yield session


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[str, Row]:
    return {row["figure"]: row for row in _rows(shared / "data" / "report2020" / "figures.csv")}


@pytest.fixture(scope="module")
def published_by(shared: Path) -> dict[str, Row]:
    """The document that a figure rests on."""
    documents = _rows(shared / "data" / "report2020" / "more" / "documents.csv")
    return {figure: row for row in documents for figure in row["figures"].split("|") if figure}


def _printed(vault: Path, folder: Path, names: list[str], *more: str) -> str:
    """Print figures by the command line; return the text of the PDF in a line, without page heads."""
    secret, target = folder / "passphrase.txt", folder / "report.pdf"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    opened = ["--vault", str(vault), "--passphrase-file", str(secret)]
    risks = ["--accept-all-risks", "It is public", "--leave-out", "sheets", "timeline", "list", "charts"]
    what = ["publish", str(target), "--profile", "labels", "--all", "--figure", TERMS, "--figure-names"]
    assert main([*what, "--published", *names, *risks, *more, *opened]) == 0
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(target).pages).split())
    return _HEAD.sub("", text)


def _in_words(row: Row, value: str) -> str:
    """Return a value as it is printed: a count with its unit, a share as it stands."""
    return value if value.endswith("%") else f"{int(value):,} {row['unit']}"


def test_what_the_report_counts_is_not_listed_in_it_one_by_one(report: Session, rows: dict[str, Row]) -> None:
    for name, question in questions().items():
        ours, row = figures.ask(report.store, question), rows[name]
        assert (ours.figure.question.unit.value, ours.figure.question.as_of) == (row["unit"], row["as_of"])
        assert (ours.count, ours.figure.all.possible) == GIVEN.get(name, (0, 0)), name
        assert row["kind"] == "computed"
    assert {name for name, row in rows.items() if row["kind"] == "external"} == rows.keys() - questions()
    kept = {figure.text("name"): figure for figure in report.store.all(Kind.FIGURE)}
    for name, row in rows.items():
        columns = ("value", "unit", "denominator", "as_of", "definition", "kind")
        assert {column: kept[name].text(column) for column in columns}.items() <= row.items()


def test_all_20_figures_are_printed_with_what_belongs_to_them_and_small_counts_by_choice(
    vault: Path, rows: dict[str, Row], published_by: dict[str, Row], tmp_path: Path
) -> None:
    text = _printed(vault, tmp_path, list(rows), "--small-counts", "All of it is public")
    assert len(rows) == 20
    for name, row in rows.items():
        value = SMALL.get(name) or _in_words(row, row["value"])
        of = f" Denominator {_in_words(row, row['denominator'])}" if row["denominator"] else ""
        day = f" As of {_DAYS[row['as_of']]}" if row["as_of"] else ""
        document = published_by.get(name)
        by = f" Sources “{document['about']}”, {document['publisher']}" if document else ""
        assert f"{row['definition']} {value} Unit {row['unit']}{of}{day}{by}" in text, name
    assert f"{TERMS} 3 persons" in text
    assert "Counts below five are printed" in text


def test_the_two_sentences_are_not_in_it_without_the_choice(
    vault: Path, rows: dict[str, Row], tmp_path: Path
) -> None:
    text = _printed(vault, tmp_path, [*SMALL, "life_uyghur", "life_tibetan"])
    for name, value in SMALL.items():
        assert f"{rows[name]['definition']} hidden" in text
        assert value not in text
    assert f"{rows['life_uyghur']['definition']} 6 persons" in text
    assert f"{TERMS} hidden" in text
    assert "Counts below five are hidden" in text
