"""One box finds people, cases, events and evidence, and shows where."""

from hrddesk.actions import cases, events, parties, search
from hrddesk.records.kinds import Kind
from hrddesk.session import Session


def test_hits_say_what_they_are_and_where_to_go(session: Session) -> None:
    case, _ = cases.create(
        session, {"title": "Osprey", "narrative": "A long story. " * 9 + "The OSPREY was seen." * 3}
    )
    person, _ = parties.create(session, {}, {"names": [{"name": "Osprey Lund", "kind": "main"}]}, case)
    lone, _ = parties.create(session, {}, {"names": [{"name": "Osprey Lone", "kind": "main"}]})
    event, _ = events.add(session, case, {"type": "detained", "place_text": "Osprey pier"})
    hits = {hit.id: hit for hit in search.find(session.store, "osprey")}
    assert {hit.kind for hit in hits.values()} == {Kind.CASE, Kind.PARTY, Kind.EVENT}
    assert hits[person].text == "Osprey Lund"
    assert hits[person].case == hits[event].case == hits[case].case == case
    assert hits[lone].case is None
    assert hits[event].text == "Osprey pier"
    assert len(search.find(session.store, "osprey", limit=2)) == 2


def test_a_hit_in_a_text_shows_its_surroundings(session: Session) -> None:
    case, _ = cases.create(
        session, {"title": "x", "narrative": "words " * 30 + "a heron, standing" + " words" * 30}
    )
    hit = search.find(session.store, "heron")[0]
    assert hit.id == case
    assert "a heron, standing" in hit.text
    assert hit.text.startswith("…")
    assert hit.text.endswith("…")


def test_a_hit_by_another_form_is_shown_near_its_place(session: Session) -> None:
    cases.create(session, {"title": "x", "narrative": "words " * 30 + "the Café Ħ" + " words" * 30})
    assert "Café" in search.find(session.store, "the cafe")[0].text


def test_nothing_finds_nothing(session: Session) -> None:
    cases.create(session, {"title": "x"})
    assert search.find(session.store, "  ") == []
    assert search.find(session.store, "absent") == []
