"""The description of a kit holds for its tables, by a validator written from the rules of the W3C's standard.

"Metadata Vocabulary for Tabular Data" and "Model for Tabular Data and Metadata on the Web", 17 December 2015.
"""

import csv
import json
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.interop import exports, imports
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.export import from_records
from hrddesk.interop.kit.metadata import NAME, metadata
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from hrddesk.system.paths import resources
from tests.unit.interop.drawn_records import world

_VARIABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]*")  # of URI templates; none begins with a low line
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")  # of BCP 47, what we use
_INTEGER = re.compile(r"[+-]?[0-9]+")


class Invalid(Exception):
    """The tables are not as the description says, or that is none."""


def _require(holds: object, why: str) -> None:
    if not holds:
        raise Invalid(why)


def _validate(folder: Path) -> dict[str, list[dict[str, str | None]]]:
    """Return the rows of each table, None for null, after checking them; raise Invalid."""
    document = json.loads((folder / NAME).read_bytes())
    _require(document["@context"] == "http://www.w3.org/ns/csvw", "the context")
    _require(document.get("dialect", {}).get("commentPrefix", "#") is None, "rows would be comments")
    tables = {table["url"]: table["tableSchema"] for table in document["tables"]}
    _require(len(tables) == len(document["tables"]) > 0, "a table stands there once, and some do")
    _require({path.name for path in folder.glob("*.csv")} == set(tables), "other tables")
    rows = {url: _rows(folder / url, schema) for url, schema in tables.items()}
    for url, schema in tables.items():
        _check_keys(url, schema, tables, rows)
    return rows


def _rows(path: Path, schema: dict[str, Any]) -> list[dict[str, str | None]]:
    columns = schema["columns"]
    names = [column["name"] for column in columns]
    _require(len(set(names)) == len(names), "two columns have one name")
    _require(all(map(_VARIABLE.fullmatch, names)), f"names of {path.name}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *records = csv.reader(file, strict=True)
    _require(header == [column["titles"] for column in columns], f"the header of {path.name}")
    for column in columns:
        unknown = set(column) - {"name", "titles", "datatype", "lang", "null", "required"}
        _require(not unknown, f"properties {unknown}")
        _require(_LANGUAGE.fullmatch(column.get("lang", "en")), f"the language {column.get('lang')}")
    made = []
    for record in records:
        _require(len(record) == len(columns), f"cells of a row of {path.name}")
        made.append({c["name"]: _value(c, text) for c, text in zip(columns, record, strict=True)})
    return made


def _value(column: dict[str, Any], text: str) -> str | None:
    if text in column.get("null", [""]):
        _require(not column.get("required"), f"{column['name']} is required")
        return None
    kind = column["datatype"]
    if kind == "integer":
        _require(_INTEGER.fullmatch(text), f"{column['name']} is a number")
    elif kind != "string":
        _require(
            kind["base"] == "boolean" and text in kind["format"].split("|"), f"{column['name']} is a flag"
        )
    return text


def _check_keys(url: str, schema: dict[str, Any], tables: dict[str, Any], rows: dict[str, Any]) -> None:
    if "primaryKey" in schema:
        keys = [row[schema["primaryKey"]] for row in rows[url]]
        _require(len(set(keys)) == len(keys), f"two rows of {url} have one key")
    for foreign in schema.get("foreignKeys", ()):
        to = foreign["reference"]
        _require(to["resource"] in tables, f"there is no {to['resource']}")
        known = {row[to["columnReference"]] for row in rows[to["resource"]]}
        said = {row[foreign["columnReference"]] for row in rows[url]} - {None}
        _require(said <= known, f"{url} refers to what is not in {to['resource']}")


def _write(seed: int, folder: Path) -> Path:
    for name, content in exports.file_contents(
        from_records(world(random.Random(seed), 4)), kit.FORMAT
    ).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("seed", range(8))
def test_a_validator_finds_a_kit_as_it_is_described(seed: int, tmp_path: Path) -> None:
    rows = _validate(_write(seed, tmp_path))
    assert all(rows[file.name] for file in map(Path, rows) if file.name != kit.ABOUT)


def test_every_reference_to_one_table_is_described(tmp_path: Path) -> None:
    """What refers to rows of several tables, or of a list of them, is none to the standard."""
    found = set()
    for seed in range(16):
        folder = tmp_path / str(seed)
        folder.mkdir()
        _write(seed, folder)
        for table in json.loads((folder / NAME).read_bytes())["tables"]:
            for foreign in table["tableSchema"].get("foreignKeys", ()):
                to = foreign["reference"]["resource"]
                found.add((table["url"], foreign["columnReference"], to))
    assert found == {
        ("blocks.csv", "report", "reports.csv"),
        ("custody.csv", "evidence", "evidence.csv"),
        ("events.csv", "case", "cases.csv"),
        ("events.csv", "party", "parties.csv"),
        ("events.csv", "place_key", "places.csv"),
        ("evidence.csv", "derived_from", "evidence.csv"),
        ("evidence.csv", "place", "places.csv"),
        ("parties.csv", "home_key", "places.csv"),
        ("places.csv", "parent", "places.csv"),
        ("relations.csv", "from", "parties.csv"),
        ("relations.csv", "to", "parties.csv"),
    }


@pytest.mark.parametrize(
    ("file", "was", "now"),
    [
        ("events.csv", "party", "person"),
        (NAME, '"places.csv"', '"cases.csv"'),
        (NAME, '"datatype": "string"', '"datatype": "integer"'),
        (NAME, '"lang": "', '"lang": "a language: '),
    ],
)
def test_the_validator_finds_what_does_not_hold(file: str, was: str, now: str, tmp_path: Path) -> None:
    path = _write(0, tmp_path) / file
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8", newline="")
    with pytest.raises(Invalid):
        _validate(tmp_path)


def test_a_description_has_nothing_of_the_rows() -> None:
    files = from_records(world(random.Random(3)))
    empty = [replace(file, rows=()) for file in files]
    assert metadata(files) == metadata(empty)


def test_an_export_has_a_description_and_an_import_passes_it_by(session: Session, tmp_path: Path) -> None:
    imports.run(session, resources() / "sample", source="sample")
    report = exports.run(session, tmp_path / "out", kit.FORMAT)
    assert NAME in report.files
    rows = _validate(tmp_path / "out")
    assert len(rows["events.csv"]) > 10
    again = imports.run(session, tmp_path / "out", source="sample").result
    assert (again.new, again.updated, again.left_out) == ({}, {}, 0)
    assert not [item for item in kit.read_kit(tmp_path / "out", silent()).found.warnings if item.file == NAME]
    exports.run(session, tmp_path / "book", exports.XLSX)
    assert not (tmp_path / "book" / NAME).exists()  # it describes tables, and there is one workbook
