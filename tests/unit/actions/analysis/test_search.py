"""One box finds people, cases, events and evidence, and shows where."""

from hrddesk.actions.analysis import saved_searches, search
from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.actions.records import cases, events, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.vault.session import Session


def test_hits_say_what_they_are_and_where_to_go(session: Session) -> None:
    case = cases.create(
        session, {"title": "Osprey", "narrative": "A long story. " * 9 + "The OSPREY was seen." * 3}
    ).result
    person = parties.create(
        session, {}, {"names": [{"name": "Osprey Lund", "kind": "main"}]}, case, "subject"
    ).result
    lone = parties.create(session, {}, {"names": [{"name": "Osprey Lone", "kind": "main"}]}).result
    event = events.add(session, case, {"type": "detained", "place_text": "Osprey pier"}).result
    hits = {hit.id: hit for hit in search.find(session.store, "osprey")}
    assert {hit.kind for hit in hits.values()} == {Kind.CASE, Kind.PARTY, Kind.EVENT}
    assert hits[person].text == "Osprey Lund"
    assert hits[person].case == hits[event].case == hits[case].case == case
    assert hits[lone].case is None
    assert hits[event].text == "Osprey pier"
    assert len(search.find(session.store, "osprey", limit=2)) == 2


def test_a_hit_in_a_text_shows_its_surroundings(session: Session) -> None:
    case = cases.create(
        session, {"title": "x", "narrative": "words " * 30 + "a heron, standing" + " words" * 30}
    ).result
    hit = search.find(session.store, "heron")[0]
    assert hit.id == case
    assert "a heron, standing" in hit.text
    assert hit.text.startswith("…")
    assert hit.text.endswith("…")


def test_a_hit_by_another_form_is_shown_near_its_place(session: Session) -> None:
    cases.create(session, {"title": "x", "narrative": "words " * 30 + "the Café Ħ" + " words" * 30})
    assert "Café" in search.find(session.store, "the cafe")[0].text


def test_every_word_that_was_written_is_found_with_its_place(session: Session) -> None:
    """Pinyin, aliases, narratives, evidence, custom fields and answers to forms, sources, places."""
    case = cases.create(
        session,
        {"title": "柳巷", "narrative": "昨晚在家"},
        {"tags": [{"text": "river"}], "values": [{"field": "k", "answer": "a tall wall"}]},
    ).result
    named = {"names": [{"name": "胡岚", "kind": "main"}, {"name": "Ferry Lan", "kind": "alias"}]}
    terms = {"terms": [{"vocabulary": "occupation", "raw": "摆渡人"}]}
    who = parties.create(session, {"age": "about forty"}, named | terms, case, "subject").result
    told = {"charges": [{"raw": "寻衅滋事"}], "terms": [{"raw": "hooded"}], "penalties": [{"raw": "三年"}]}
    event = events.add(session, case, {"type": "detained", "place_text": "安庆老城"}, told).result
    made = Record(kind=Kind.EVIDENCE, id=new_id()).with_cases([case])
    made = made.with_fields(
        original_name="IMG 7.png", title="the gate", from_whom="a boatman", note="seen by two"
    )
    place = Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "The mill", "zh-Hans": "磨坊"})
    place = place.with_elements("aliases", [{"text": "Old Grinder"}])
    source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(title="A letter", code_name="Osprey")
    cited = Record(kind=Kind.CITATION, id=new_id()).with_fields(
        record=who, source=source.id, quote="she rowed", locator="page 7"
    )
    with session.store.change("test") as change:
        for record in (made, place, source, cited):
            change.put(record)
    for words, found, field, marked in (
        ("liuxiang", case, "title", ""),
        ("柳", case, "title", "柳"),
        ("在家", case, "narrative", "在家"),
        ("RIVER", case, "tags", "river"),
        ("tall wall", case, "values", "tall wall"),
        ("hulan", who, "names", ""),
        ("ferrylan", who, "names", "Ferry Lan"),
        ("渡", who, "terms", "渡"),
        ("baidu", who, "terms", ""),
        ("擺渡人", who, "terms", ""),
        ("forty", who, "age", "forty"),
        ("寻衅", event, "charges", "寻衅"),
        ("xunxin", event, "charges", ""),
        ("hooded", event, "terms", "hooded"),
        ("三年", event, "penalties", "三年"),
        ("anqing", event, "place_text", ""),
        ("安慶", event, "place_text", ""),
        ("img 7", made.id, "original_name", "IMG 7"),
        ("gate", made.id, "title", "gate"),
        ("boatman", made.id, "from_whom", "boatman"),
        ("by two", made.id, "note", "by two"),
        ("mofang", place.id, "labels", ""),
        ("grinder", place.id, "aliases", "Grinder"),
        ("letter", source.id, "title", "letter"),
        ("osprey", source.id, "code_name", "Osprey"),
        ("rowed", cited.id, "quote", "rowed"),
        ("page 7", cited.id, "locator", "page 7"),
    ):
        hits = search.find(session.store, words)
        assert [hit.id for hit in hits] == [found], words
        assert hits[0].field == field, words
        assert hits[0].text[slice(*hits[0].span)] == marked, words
    assert search.find(session.store, "rowed")[0].opens == who


def test_a_saved_search_is_no_hit(session: Session) -> None:
    saved_searches.save(session, "Heron", SearchQuery(text="heron"))
    assert search.find(session.store, "heron") == []


def test_nothing_finds_nothing(session: Session) -> None:
    cases.create(session, {"title": "x"})
    assert search.find(session.store, "  ") == []
    assert search.find(session.store, "absent") == []
