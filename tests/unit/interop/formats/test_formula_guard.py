"""What a spreadsheet would run is written so that it does not, and comes back as it was."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrddesk.interop.formats import csv_tables
from hrddesk.interop.formats.findings import Findings
from hrddesk.interop.formats.formula_guard import guarded, pasted, unguarded

_SIGNS = "=+-@\t\r＝＋－＠−"
_hostile = st.text(
    alphabet=st.one_of(
        st.sampled_from("'=+-@\t\r\n ＝＋－＠﹦﹢﹣﹫−\u3000\u00a0ax1"), st.characters(codec="utf-8")
    )
)  # a record holds no lone surrogates


@given(_hostile)
@example("'=1")
@example("''+x")
@example("'")
@example(" =1")
def test_reading_undoes_just_what_writing_did(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(_hostile)
def test_nothing_that_is_written_begins_as_a_formula(text: str) -> None:
    written = guarded(text)
    assert not written.startswith(tuple(_SIGNS))
    assert not written.lstrip().startswith(tuple("=+-@＝＋－＠"))


@given(st.lists(_hostile, min_size=1, max_size=3))
@example(["Vigil\t=1+1", "\n=1"])
def test_nothing_that_is_pasted_begins_a_cell_as_a_formula(cells: list[str]) -> None:
    (line,) = pasted(cells).splitlines() or [""]
    row = line.split("\t")
    assert len(row) == len(cells)
    for cell in row:
        assert not cell.startswith(tuple("=+-@＝＋－＠−"))


@pytest.mark.parametrize("text", ["", "Ji Shuo", "2020-02", "'quoted'", "a=b", "籍朔", "1954-02-29", "'"])
def test_ordinary_cells_stay_as_they_are(text: str) -> None:
    assert (guarded(text), unguarded(text)) == (text, text)


@given(st.lists(st.tuples(_hostile, _hostile), min_size=1, max_size=4))
def test_a_whole_file_comes_back_and_holds_no_formula(rows: list[tuple[str, str]]) -> None:
    clean = [tuple(cell.replace("\0", "") for cell in row) for row in rows]
    data = csv_tables.write(("key", "=column"), [(f"k{n}{row[0]}", row[1]) for n, row in enumerate(clean)])
    for record in csv.reader(io.StringIO(data.decode(), newline="")):
        assert not any(cell.startswith(tuple(_SIGNS)) for cell in record)


def test_a_file_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_bytes(csv_tables.write(("party", "names"), [("p1", "=HYPERLINK(1)"), ("'+p2", "'=x")]))
    assert b"\r\np1,'=HYPERLINK(1)\r\n''+p2,''=x" in path.read_bytes()
    table = csv_tables.read(path, "parties.csv", ("party",), Findings())
    assert table is not None
    assert [dict(row.cells) for row in table.rows] == [
        {"party": "p1", "names": "=HYPERLINK(1)"}, {"party": "'+p2", "names": "'=x"},
    ]  # fmt: skip
