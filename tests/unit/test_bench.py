"""What the bench measures is of today's kinds, columns and codes. The bench itself fails for nobody."""

import importlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from hrddesk.actions.analysis import duplicate_search, figures
from hrddesk.actions.records import cases
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.records.terms import vocabulary
from hrddesk.store.database.record_tables import Tables
from hrddesk.store.vault import opening

_BENCH = Path(__file__).resolve().parents[1] / "bench"
_FEW = 20
Script = Callable[[str], Any]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Script:
    monkeypatch.syspath_prepend(str(_BENCH))
    return importlib.import_module


def test_every_question_counts_something(script: Script, tmp_path: Path) -> None:
    bench = script("figures_cost")
    with bench._filled(tmp_path, _FEW) as session:
        counts = {what: figures.ask(session.store, asked).count for what, asked in bench._QUESTIONS.items()}
    assert all(counts.values()), counts


def test_who_is_there_twice_can_be_looked_for(script: Script, tmp_path: Path) -> None:
    with script("duplicates_cost")._filled(tmp_path, _FEW) as session:
        assert duplicate_search.candidates(session.store)


def test_a_list_is_as_long_as_it_shall_be(script: Script, tmp_path: Path) -> None:
    with script("million")._filled(tmp_path / "list.hrdv", _FEW) as session:
        assert len(cases.list_ids(session.store, cases.CaseQuery())) == _FEW


def test_the_library_holds_what_a_desk_may_record(script: Script) -> None:
    library, fill = script("library").Library(_FEW), script("set_wise").fill
    records = [record for made in library.cases() for record in made]
    assert [Record.from_json(record.to_json()) for record in records] == records
    types = {record.text("type") for record in records if record.kind is Kind.EVENT}
    assert not [code for code in types if vocabulary.load("event_type").exact(code) is None]
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as db:
        opening.first_rows(db, generation=1)
        fill(db, library.cases())
        assert Tables(db).count(Kind.EVENT) == 4 * _FEW
