"""Words that mean one place put an event there; what may mean several, or none, stays words.

Rows of real data are cited by their ids only.
"""

from pathlib import Path

import pytest

from hrddesk.actions.analysis import figures
from hrddesk.actions.interop import exports, imports
from hrddesk.actions.publishing import publications
from hrddesk.actions.records import cases, events, history, parties, places
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import shipped_places
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.store.vault.session import Session
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.actions.test_people_across_publications import words

KARAKAX = "China › Xinjiang › Hotan › Karakax County"


def _path(session: Session, event: RecordId) -> str:
    place = session.store.get(event).text("place")
    row = Gazetteer(session.store).row(RecordId(place)) if place else None
    return "" if row is None else row.path()


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("墨玉县", KARAKAX),
        ("Karakax", KARAKAX),
        ("Georgia", ""),
        ("朝阳", ""),
        ("his shop", ""),
        ("", ""),
    ],
)
def test_typed_words_are_linked_where_they_mean_one_place(session: Session, said: str, path: str) -> None:
    case = cases.create(session, {"title": "x"}).result
    event, changes = events.add(session, case, {"type": "detained", "place_text": said})
    assert (_path(session, event), session.store.get(event).text("place_text")) == (path, said)
    assert changes.act is not None
    session.store.undo(changes.act, "undo")
    assert session.store.ids(Kind.PLACE) == []


def test_a_place_follows_the_words_that_it_was_linked_by_and_no_others(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    event = events.add(session, case, {"type": "detained", "place_text": "Wuhan"}).result
    events.edit(session, event, {"note": "seen"})
    assert _path(session, event) == "China › Hubei › Wuhan"
    events.edit(session, event, {"place_text": "Hefei"})
    assert _path(session, event) == "China › Anhui › Hefei"
    events.edit(session, event, {"place_text": "the quarry"})
    assert _path(session, event) == ""
    prison = places.create(session, {"en": "West Prison"}).result
    events.edit(session, event, {"place": prison})
    events.edit(session, event, {"place_text": "Wuhan"})
    assert _path(session, event) == "West Prison"  # which somebody chose


EVENTS = """event,party,type,place
e1,p1,detained,Wuhan
e2,p1,tried,朝阳
e3,p1,tried,the quarry
e4,p1,released,
"""


def _kit(folder: Path, events_csv: str = EVENTS) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "parties.csv").write_text("party,names\np1,Odal Brisk\n", "utf-8")
    (folder / "events.csv").write_text(events_csv, "utf-8")
    return folder


def test_an_import_says_how_many_it_linked_and_which_words_stay(session: Session, tmp_path: Path) -> None:
    kit = _kit(tmp_path / "kit")
    said = {"said": 3, "linked": 1, "ambiguous": {"朝阳": 1}, "unknown": {"the quarry": 1}}
    tried = imports.run(session, kit, dry_run=True).result
    assert tried.to_json()["places"] == said
    assert session.store.ids(Kind.PLACE) == []
    report = imports.run(session, kit).result
    assert report.to_json()["places"] == said
    assert report.new == tried.new
    again = imports.run(session, kit).result
    assert again.to_json()["places"] == {"said": 0, "linked": 0, "ambiguous": {}, "unknown": {}}
    imports.run(session, _kit(tmp_path / "kit", EVENTS.replace("Wuhan", "Hefei")))
    (event,) = (item for item in session.store.all(Kind.EVENT) if item.text("type") == "detained")
    assert _path(session, event.id) == "China › Anhui › Hefei"


def test_words_mean_the_places_that_come_with_them(session: Session, tmp_path: Path) -> None:
    kit = _kit(tmp_path / "kit")
    (kit / "places.csv").write_text(
        "place,kind,parent,label@en,aliases\np1,county,,Brisk Moor,\np2,village,p1,Lower End,the quarry\n",
        "utf-8",
    )
    tried = imports.run(session, kit, dry_run=True).result
    report = imports.run(session, kit).result
    assert tried.to_json()["places"] == report.to_json()["places"]
    (event,) = (item for item in session.store.all(Kind.EVENT) if item.text("place_text") == "the quarry")
    assert _path(session, event.id) == "Brisk Moor › Lower End"


def test_undo_of_an_import_leaves_a_shipped_place_that_others_use(session: Session, tmp_path: Path) -> None:
    report = imports.run(session, _kit(tmp_path / "kit")).result
    assert report.id is not None
    case = cases.create(session, {"title": "x"}).result
    event = events.add(session, case, {"type": "detained", "place_text": "武汉"}).result
    imports.undo(session, report.id)
    assert _path(session, event) == "China › Hubei › Wuhan"
    assert session.store.ids(Kind.PARTY) == []


def test_the_kit_brings_words_and_places_back_as_they_were(session: Session, tmp_path: Path) -> None:
    imports.run(session, _kit(tmp_path / "summer"))
    exports.run(session, tmp_path / "kit", "kit")
    again = imports.run(session, tmp_path / "kit", source="summer").result
    assert (again.new, again.updated) == ({}, {})


def test_a_shipped_place_has_one_id_on_every_desk(session: Session, tmp_path: Path) -> None:
    imports.run(session, _kit(tmp_path))
    shipped = set(session.store.ids(Kind.PLACE))
    assert shipped <= shipped_places.listed().keys()
    exports.run(session, tmp_path / "out", "kit")
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        imports.run(other, tmp_path / "out", source="a desk")
        assert set(other.store.ids(Kind.PLACE)) == shipped
        exports.run(other, tmp_path / "back", "kit")
        again = imports.run(session, tmp_path / "back", source="another desk", dry_run=True).result
        assert ("place" in again.new, "place" in again.updated) == (False, False)
        case = cases.create(other, {"title": "x"}).result
        events.add(other, case, {"type": "detained", "place_text": "Hefei"})
        assert len({p.labels["en"] for p in other.store.all(Kind.PLACE)}) == len(other.store.ids(Kind.PLACE))


@pytest.fixture
def real(session: Session, shared: Path) -> Session:
    """A vault that holds the report."""
    report = imports.run(session, shared / "data" / "report2020", source="report2020").result
    told = report.to_json()["places"]
    assert (told["said"], told["linked"], told["ambiguous"]) == (43, 32, {})
    assert sum(told["unknown"].values()) == 11  # courts and other facilities, and one at sea
    return session


@pytest.mark.parametrize(
    ("row", "path"),
    [("e001", "China › Hubei › Wuhan")],
)
def test_the_real_report_links_its_places(real: Session, row: str, path: str) -> None:
    event = real.store.by_key("report2020", "events.csv", row)
    assert event is not None
    assert _path(real, event) == path


def test_figures_of_the_real_report_answer_by_province(real: Session) -> None:
    table = figures.ask(real.store, asked(unit="events", by=["province"]))
    assert table.counts[shipped_places.id_of("420000"),] == 4
    assert sum(count or 0 for (province,), count in table.counts.items() if province) == 32


def test_a_labelled_publication_of_the_real_report_prints_provinces(real: Session) -> None:
    request = PublishRequest(profile="labels", coarser=frozenset({Coarser.PROVINCES}))
    told = words(publications.preview(real, request).model)
    assert all(province in told for province in ("Hubei", "Shandong", "Hunan"))
    assert "Wuhan" not in told


def test_where_people_are_from_is_linked_too(session: Session, shared: Path) -> None:
    party = parties.create(session, {"home_text": "墨玉县"}, {"names": [{"name": "Odal Brisk"}]}).result
    home = session.store.get(party).text("home")
    assert home == shipped_places.id_of("653222")
    parties.edit(session, party, {"home_text": "the quarry"})
    assert session.store.get(party).text("home") == ""
    parties.edit(session, party, {"home_text": "", "home": shipped_places.id_of("653000")})
    assert session.store.find(shipped_places.id_of("653000")) is not None
    report = imports.run(session, shared / "data" / "prisoner-list" / "list-300.csv").result
    told = report.to_json()["places"]
    assert (told["said"], told["linked"]) == (300, 292)


def test_undoing_what_took_a_place_in_leaves_it_to_others_that_use_it(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    first, changes = events.add(session, case, {"type": "detained", "place_text": "Hefei"})
    second = events.add(session, case, {"type": "released", "place_text": "Hefei"}).result
    assert changes.act is not None
    history.undo(session, changes.act)
    assert session.store.find(first) is None
    assert _path(session, second) == "China › Anhui › Hefei"
