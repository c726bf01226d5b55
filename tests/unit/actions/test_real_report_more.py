"""What the real report says of roles, documents, statements and pictures goes through the kit."""

import csv
import hashlib
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from hrddesk.actions.interop import exports, imports
from hrddesk.interop.columns import cells
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session

Row = Mapping[str, str]
_PUBLIC = ("public statement of a relative", "own public statement")


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


def _items(cell: str) -> list[str]:
    return [item for item in cell.split("|") if item]


def as_kit(report: Path, folder: Path) -> Path:
    """Write the report and what lies beside it as one kit: each subject has a case, pictures have no file."""
    folder.mkdir()
    for name in ("parties", "events", "relations", "figures"):
        shutil.copy(report / f"{name}.csv", folder)
    more = {path.stem: _rows(path) for path in (report / "more").glob("*.csv")}
    people: dict[str, list[str]] = {}
    for row in more["roles"]:
        people.setdefault(row["of"] or row["party"], []).append(f"{row['party']}:{row['role']}")
    titled = (("case", "title", "parties"), ((key, key, "|".join(who)) for key, who in people.items()))
    _write(folder / "cases.csv", *titled)
    documents = [
        (row["document"], "document", row["about"], row["publisher"], row["date"], "", "public")
        for row in more["documents"]
    ]
    told = [
        (row["attribution"], kind, row["what"], "", "", "on_file", "")
        for row in more["attributions"]
        for kind in ["document" if row["kind"] in _PUBLIC else "person"]
    ]
    columns = ("cited", "kind", "title", "publisher", "date", "attribution", "visibility")
    _write(folder / "sources.csv", columns, (*documents, *told))
    cited = [(f"figure:{of}", row["document"]) for row in more["documents"] for of in _items(row["figures"])]
    cited += [(f"party:{row['party']}", row["attribution"]) for row in more["attributions"]]
    _write(
        folder / "citations.csv",
        ("citation", "record", "cited", "stance"),
        ((f"q{number}", record, source, "supports") for number, (record, source) in enumerate(cited)),
    )
    shown = []
    for row in more["captions"]:
        depicted = _items(row["depicts"])
        about = cells.join(f"depicts::party:{key}" for key in depicted)
        sha256 = hashlib.sha256(row["caption"].encode()).hexdigest()
        shown.append((row["caption"], "|".join(depicted), sha256, about, row["as_printed"]))
    _write(folder / "evidence.csv", ("evidence", "cases", "sha256", "about", "label@en"), shown)
    return folder


def test_roles_documents_statements_and_captions_of_the_real_report_come_in_and_go_out(
    session: Session, shared: Path, tmp_path: Path
) -> None:
    report = shared / "data" / "report2020"
    made = as_kit(report, tmp_path / "report")
    done = imports.run(session, made).result
    assert done.errors == ()
    assert (done.new["case"], done.new["source"], done.new["evidence"]) == (73, 23, 18)
    roles = [item.get("role") for case in session.store.all(Kind.CASE) for item in case.values("parties")]
    assert (roles.count("subject"), roles.count("relative"), len(roles)) == (73, 1, 74)
    keys = {
        str(item["key"]): record
        for kind in (Kind.PARTY, Kind.EVIDENCE, Kind.FIGURE)
        for record in session.store.all(kind)
        for item in record.values("keys")
    }
    for row in _rows(report / "more" / "captions.csv"):
        picture, depicted = keys[row["caption"]], _items(row["depicts"])
        assert picture.labels["en"] == row["as_printed"]
        assert [item["record"] for item in picture.values("about")] == [keys[key].id for key in depicted]
        assert {item["how"] for item in picture.values("about")} == {"depicts"}
        assert len(picture.cases) == len(depicted)
    assert len(keys["c16"].cases) == 3
    cited = {citation.text("record") for citation in session.store.all(Kind.CITATION)}
    on_documents = [of for row in _rows(report / "more" / "documents.csv") for of in _items(row["figures"])]
    assert {keys[of].id for of in on_documents} <= cited
    exports.run(session, tmp_path / "out", "kit")
    again = imports.run(session, tmp_path / "out", source="report").result
    assert (again.new, again.updated, again.errors) == ({}, {}, ())
