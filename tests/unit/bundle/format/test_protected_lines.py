"""Places in texts that go although they tell of somebody who stays home."""

from pathlib import Path

import pytest

from hrddesk.bundle.format.protected_lines import MAX_PLACES, Mentioned, ProtectedPlaces, decode
from hrddesk.bundle.receiving import read
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.errors import BundleTooLarge
from hrddesk.records.model.record import RecordId
from hrddesk.records.texts.questions import answer_field
from hrddesk.store.publications import protected_texts
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, case, put

TEXT = "a" * (2 * MAX_PLACES + 2)


def _given(desks: Desks, path: Path, mentioned: Mentioned) -> None:
    parcel = Parcel(records=selection.everything(desks.documenter.store), protected=mentioned)
    write.write(desks.documenter, path, [desks.to_coordinator], parcel, Job())
    read.read(desks.coordinator, path, Job())


def _every_other(count: int) -> list[tuple[int, int]]:
    return [(at, at + 1) for at in range(0, 2 * count, 2)]


def test_a_line_is_read_as_it_was_written() -> None:
    places = ProtectedPlaces(RecordId("0" * 32), "narrative", ((0, 3), (3, 4)))
    assert decode(places.line) == places
    assert places.line == b'{"field":"narrative","record":"%s","spans":[[0,3],[3,4]]}' % (b"0" * 32)


def test_as_many_places_go_as_a_reader_takes_and_no_more(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(narrative=TEXT))
    with pytest.raises(BundleTooLarge, match=f"the record {ONE[:8]}"):
        _given(desks, tmp_path / "a", {ONE: {"narrative": _every_other(MAX_PLACES + 1)}})
    assert not (tmp_path / "a").exists()
    every = _every_other(MAX_PLACES)
    _given(desks, tmp_path / "b", {ONE: {"narrative": every, "title": [(0, 1)]}})
    known = protected_texts.known(desks.coordinator.store)
    assert known.places(ONE, "narrative", TEXT) == tuple(every)
    assert known.places(ONE, "title", "a case") == ((0, 1),)


def test_places_of_a_text_that_stays_home_stay_too(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    _given(desks, tmp_path / "a", {ONE: {"narrative": [(0, 1)]}})
    assert not protected_texts.known(desks.coordinator.store).texts


def test_places_of_an_answer_go_and_are_found_again(desks: Desks, tmp_path: Path) -> None:
    answered = case().with_elements("values", [{"field": "own.who", "answer": "the neighbour"}])
    put(desks.documenter, answered)
    name = answer_field("own.who")
    _given(desks, tmp_path / "a", {ONE: {name: [(4, 13)], answer_field("own.else"): [(0, 1)]}})
    store = desks.coordinator.store
    known = protected_texts.known(store)
    assert known.texts == {(ONE, name): [("the neighbour", ((4, 13),))]}
    put(desks.coordinator, case().with_elements("values", [{"field": "own.who", "answer": "a neighbour"}]))
    with store.change("test"):
        protected_texts.forget_old(store, lambda _: True)
    assert protected_texts.known(store).places(ONE, name, "a neighbour") == ((2, 11),)
