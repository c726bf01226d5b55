"""What goes with a case, and what a case that stays keeps."""

import json
from pathlib import Path

import pytest

from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import handoff, selection
from hrddesk.bundle.sending.handoff import Leaving
from hrddesk.errors import RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, Value
from hrddesk.store.exchange import reviews
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import delete, hand_over, put

KINDS = {kind.value: kind for kind in Kind}


def rid(name: str) -> RecordId:
    return RecordId(name.encode().hex().ljust(32, "0")[:32])


def made(kind: str, name: str, parties: tuple[str, ...] = (), **fields: Value) -> Record:
    """A record whose id follows from its name; fields that end in an underscore name another record."""
    shown = {
        key.rstrip("_"): rid(str(value)) if key.endswith("_") else value for key, value in fields.items()
    }
    record = Record(kind=KINDS[kind], id=rid(name))
    if kind == "evidence":
        record = record.with_cases(map(rid, str(fields.get("case_", "")).split()))
        shown.pop("case", None)
    record = record.with_fields(**shown)
    return record.with_elements("parties", [{"party": rid(party), "role": "victim"} for party in parties])


def person(name: str, **fields: Value) -> Record:
    record = Record(kind=Kind.PARTY, id=rid(name)).with_fields(**{"kind": "person", **fields})
    return record.with_elements("names", [{"name": f"{name.title()} of Invention", "kind": "main"}])


def going(session: Session, *cases: str) -> tuple[Leaving, set[str]]:
    found = handoff.of_cases(session.store, [rid(case) for case in cases])
    along = {RecordId(item) for item in found.bundle.ids}
    live = {record for record in found.scope.records if session.store.find(record) is not None}
    assert live <= along  # nothing goes that is not handed over
    named = {bytes.fromhex(record).rstrip(b"\0").decode() for record in found.scope.records}
    return found, named


def test_a_case_takes_its_events_evidence_and_people(session: Session) -> None:
    put(
        session,
        person("ada"),
        person("ben"),
        person("eve"),
        person("fay"),
        made("case", "one", ("ada", "ben")),
        made("case", "two", ("ben",)),
        made("event", "e1", ("ada", "eve"), case_="one"),
        made("event", "e2", ("eve",), case_="two"),
        made("event", "e3", ("fay",), case_="two"),
        made("evidence", "v1", case_="one"),
        made("evidence", "v2", derived_from_="v1"),
        made("evidence", "v3", derived_from_="v1", case_="two"),
    )
    found, named = going(session, "one")
    assert named == {"one", "ada", "e1", "v1", "v2"}
    assert set(found.staying) == {rid("ben"), rid("eve")}
    assert found.counts == {Kind.CASE: 1, Kind.PARTY: 1, Kind.EVENT: 1, Kind.EVIDENCE: 2}
    assert rid("ben") in found.bundle.ids  # the case at the coordinator's names them


def test_evidence_of_several_cases_is_handed_over_and_goes_with_the_last_of_them(session: Session) -> None:
    put(
        session,
        *(made("case", name) for name in ("one", "two", "old")),
        made("evidence", "film", case_="one two"),
        made("evidence", "cut", derived_from_="film", case_="one"),
        made("evidence", "letter", case_="one old"),
        made("evidence", "still", derived_from_="film", case_="two one"),
    )
    delete(session, rid("old"))
    found, named = going(session, "one")
    assert named == {"one", "old", "cut", "letter"}
    assert {rid("film"), rid("still")} <= set(found.bundle.ids)
    assert going(session, "one", "two")[1] == {"one", "two", "old", "film", "cut", "letter", "still"}


def test_both_cases_take_whom_they_share(session: Session) -> None:
    put(session, person("ada"), made("case", "one", ("ada",)), made("case", "two", ("ada",)))
    assert going(session, "one", "two")[1] == {"one", "two", "ada"}


def test_relatives_go_unless_they_are_known_for_somebody_who_stays(session: Session) -> None:
    put(
        session,
        *(person(name) for name in ("ada", "ben", "sis", "aunt", "mum")),
        made("case", "one", ("ada",)),
        made("case", "two", ("ben",)),
        made("relation", "r1", subject_="sis", object_="ada"),
        made("relation", "r2", subject_="sis", object_="aunt"),
        made("relation", "r3", subject_="mum", object_="ada"),
        made("relation", "r4", subject_="mum", object_="ben"),
        made("relation", "r5", subject_="ada", object_="ben"),
    )
    found, named = going(session, "one")
    assert named == {"one", "ada", "sis", "aunt", "r1", "r2", "r3", "r5"}
    assert {rid("mum"), rid("ben")} <= set(found.bundle.ids)  # the other end of what is handed over


def test_events_of_no_case_go_with_their_people(session: Session) -> None:
    put(
        session,
        *(person(name) for name in ("ada", "ben", "cy")),
        made("case", "one", ("ada",)),
        made("case", "two", ("ben",)),
        made("case", "old"),
        made("event", "e1", ("ada", "cy")),
        made("event", "e2", ("ada",), case_="old"),
        made("event", "e3", ("ben",)),
    )
    delete(session, rid("old"))
    assert going(session, "one")[1] == {"one", "ada", "cy", "e1", "e2", "old"}


def test_sources_places_and_loose_files_go_when_nothing_else_uses_them(session: Session) -> None:
    put(
        session,
        made("case", "one"),
        made("case", "two"),
        made("event", "e1", case_="one", place_="cell"),
        made("event", "e2", case_="two", place_="town"),
        made("place", "cell", parent_="jail"),
        made("place", "jail", parent_="town"),
        made("place", "town", parent_="land"),
        made("place", "land"),
        made("source", "s1"),
        made("source", "s2"),
        made("source", "s3"),
        made("evidence", "loose"),
        made("evidence", "shared"),
        made("citation", "c1", record_="e1", source_="s1"),
        made("citation", "c2", record_="one", source_="s2"),
        made("citation", "c3", record_="e2", source_="s2"),
        made("citation", "c4", record_="s1", source_="s3"),
        made("citation", "c5", record_="one", source_="loose"),
        made("citation", "c6", record_="one", source_="shared"),
        made("citation", "c7", record_="two", source_="shared"),
    )
    found, named = going(session, "one")
    assert named == {
        "one", "e1", "cell", "jail", "s1", "s3", "loose", "c1", "c2", "c4", "c5", "c6",
    }  # fmt: skip
    assert {rid("town"), rid("s2"), rid("shared")} <= set(found.bundle.ids)


def _kept(record: str, name: str, query: str, asks: str = "search") -> Record:
    return Record(kind=Kind.QUERY, id=rid(record)).with_fields(name=name, asks=asks, query=query)


def _asks(record: str, **asked: str) -> Record:
    return _kept(record, f"Kept {record}", json.dumps(asked))


def test_saved_searches_that_tell_of_whom_goes_go_too(session: Session) -> None:
    stays = person("other").with_elements("names", [{"name": "Ode Brill", "kind": "main"}])
    chinese = person("goes").with_elements("names", [{"name": "胡若岚", "kind": "main"}])
    put(
        session,
        made("case", "one", ref="KX7Q-2026-0001").with_elements("parties", [{"party": rid("goes")}]),
        made("case", "two").with_elements("parties", [{"party": rid("other")}]),
        chinese,
        stays,
        _asks("q1", text="胡若岚"),
        _asks("q2", text="hu ruolan"),
        _asks("q3", text="若岚", kind="party"),
        _asks("q4", text="where is Hu Ruolan?"),
        _asks("q5", text="kx7q 2026 0001"),
        _asks("q6", text="岚"),
        _asks("q7", text="ode brill"),
        _asks("q8", text="hu"),
        _asks("q9", status="in_custody"),
        _kept("q10", "胡若岚", "where type=detained", "figure"),
        _kept("q11", "Held", "not JSON", "figure"),
        _kept("q12", "Held", "[1]"),
    )
    assert going(session, "one")[1] == {"one", "goes", "q1", "q2", "q3", "q4", "q5", "q10"}


def test_words_of_the_desk_go_when_only_what_goes_uses_them(session: Session) -> None:
    put(
        session,
        made("case", "one"),
        made("case", "two"),
        made("event", "e1", case_="one", type="raided_choir", measure="cellar"),
        made("event", "e2", case_="two", type="other", measure="cellar"),
        made("term", "t1", code="raided_choir"),
        made("term", "t2", code="cellar"),
        made("term", "t3", code="unused"),
    )
    assert going(session, "one")[1] == {"one", "e1", "t1"}


def test_what_was_taken_out_or_deleted_is_followed(session: Session) -> None:
    put(
        session,
        *(person(name) for name in ("ada", "out", "gone", "far")),
        made("case", "one", ("ada", "out", "gone")),
        made("case", "two", ("far",)),
        made("event", "e1", ("ada",), case_="one"),
        made("event", "e2", ("far",), case_="two"),
    )
    put(session, made("case", "one", ("ada",)))
    delete(session, rid("gone"), rid("e1"), rid("e2"))
    assert going(session, "one")[1] == {"one", "ada", "out", "gone", "e1"}


def test_an_import_that_was_undone_is_followed_by_key_and_by_name(session: Session) -> None:
    key = {"source": "list", "file": "events.csv", "key": "s1"}
    put(
        session,
        person("ada"),
        made("case", "one", ("ada",)),
        made("event", "e1", case_="one").with_elements("keys", [key]),
        made("event", "again").with_elements("keys", [key]),
        Record(kind=Kind.PARTY, id=rid("twin")).with_elements("names", [{"name": "Ada of Invention"}]),
        Record(kind=Kind.PARTY, id=rid("other")).with_elements("names", [{"name": "Adam of Invention"}]),
        made("event", "e9", ("twin",)),
    )
    delete(session, rid("again"), rid("twin"), rid("other"), rid("e9"))
    assert going(session, "one")[1] == {"one", "ada", "e1", "again", "twin", "e9"}


def test_a_case_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(RecordNotFound):
        handoff.of_cases(session.store, [rid("none")])


def test_names_of_offices_tell_of_nobody(session: Session) -> None:
    office = person("bureau", kind="authority", ref="K7QX-2026-P0009")
    put(session, office, person("ada"), made("case", "one", ("ada", "bureau"), ref="K7QX-2026-0001"))
    found, _ = going(session, "one")
    assert found.scope.names == {"Ada of Invention", "K7QX-2026-P0009", "K7QX-2026-0001"}


def test_records_that_wait_in_a_review_go_with_what_they_belong_to(desks: Desks, tmp_path: Path) -> None:
    desk = desks.coordinator
    put(desks.documenter, person("ada"), person("new"), person("both"), person("far"))
    put(desks.documenter, made("case", "one", ("ada",)), made("case", "two", ("far", "both")))
    first = hand_over(desks, tmp_path)
    acceptance.accept(desk, first.review, None, Job())
    put(desks.documenter, made("event", "e1", ("ada", "new", "both"), case_="one"))
    put(desks.documenter, made("event", "e2", ("far", "both"), case_="two"))
    second = hand_over(desks, tmp_path)
    found, _ = going(desk, "one")
    assert found.scope.items == {
        (first.review, rid("one")),
        (first.review, rid("ada")),
        (second.review, rid("one")),
        (second.review, rid("ada")),
        (second.review, rid("e1")),
    }
    everything = handoff.of_everything(desk.store)
    assert everything.scope.everything
    assert len(everything.scope.items) == sum(1 for _ in reviews.every_item(desk.store.db))
    assert everything.counts == {Kind.CASE: 2, Kind.PARTY: 4}


def test_custom_fields_that_only_they_answer_go_too_and_what_was_merged_into_them(session: Session) -> None:
    asked = [{"field": "x_boat", "answer": "green"}, {"field": "x_river", "answer": "none"}]
    put(
        session,
        person("ada").with_elements("values", asked),
        person("ben").with_elements("values", asked[1:]),
        person("twin"),
        made("case", "one", ("ada",)),
        made("case", "two", ("ben",)),
        made("field", "boat", key="x_boat"),
        made("field", "river", key="x_river"),
        made("field", "unused", key="x_unused"),
        made("forward", "fwd", merged_="twin", kept_="ada"),
        made("forward", "other", merged_="gone", kept_="ben"),
    )
    assert going(session, "one")[1] == {"one", "ada", "boat", "fwd", "twin"}


def test_who_is_merely_seen_in_evidence_stays_unless_nothing_else_knows_them(session: Session) -> None:
    seen = [{"record": rid(name), "how": "depicts"} for name in ("ben", "sis")]
    put(
        session,
        *(person(name) for name in ("ada", "ben", "sis")),
        made("case", "one", ("ada",)),
        made("case", "two", ("ben",)),
        made("evidence", "v1", case_="one").with_elements("about", seen),
    )
    assert not {rid("ben"), rid("sis")} & set(selection.of_cases(session.store, [rid("one")]).ids)
    found, named = going(session, "one")
    assert named == {"one", "ada", "v1", "sis"}
    assert found.staying == (rid("ben"),)
