"""The list of cases is in the order asked for and always current."""

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.queries.case_list import CaseQuery, CaseRow
from hrddesk.store.vault.session import Session


def _party(*given_names: str) -> Record:
    return Record(kind=Kind.PARTY, id=new_id()).with_elements(
        "names", [{"name": name, "kind": "main"} for name in given_names]
    )


def _case(ref: str, title: str, *people: Record) -> Record:
    entries = [{"party": party.id, "role": "subject"} for party in people]
    return (
        Record(kind=Kind.CASE, id=new_id())
        .with_fields(ref=ref, title=title)
        .with_elements("parties", entries)
    )


def _event(case: Record, date: str, place: str = "") -> Record:
    return Record(kind=Kind.EVENT, id=new_id()).with_fields(case=case.id, date=date, place_text=place)


def _put(session: Session, *records: Record) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(record)


def _refs(session: Session, query: CaseQuery) -> list[str]:
    ids = session.store.listing.ids(query)
    return [row.ref for row in session.store.listing.rows(ids)]


def test_a_row_shows_people_and_the_last_event(session: Session) -> None:
    who = _party("Hu Lan", "胡岚")
    case = _case("A-1", "Mill", who)
    _put(
        session,
        who,
        case,
        _event(case, "2020-02"),
        _event(case, "2019"),
        _event(case, ""),
        _event(case, "bad"),
    )
    assert session.store.listing.rows([case.id]) == [
        CaseRow(case.id, "A-1", "Mill", "Hu Lan / 胡岚", "2020-02")
    ]


def test_a_row_follows_every_change(session: Session) -> None:
    who = _party("Before")
    case, other = _case("A-1", "Mill", who), _case("A-2", "Dam")
    event = _event(case, "2020")
    _put(session, who, case, other, event)
    _put(
        session,
        who.with_elements("names", [{"name": "After", "kind": "main"}]),
        event.with_fields(case=other.id),
    )
    first, second = session.store.listing.rows([case.id, other.id])
    assert (first.people, first.last_event) == ("After", "")
    assert second.last_event == "2020"
    with session.store.change("test") as change:
        change.delete(case.id)
        change.delete(event.id)
    assert [row.last_event for row in session.store.listing.rows([case.id, other.id])] == [""]


def test_many_people_are_cut_short(session: Session) -> None:
    people = [_party(f"P{n}") for n in range(6)]
    case = _case("A-1", "", *people)
    _put(session, *people, case)
    assert session.store.listing.rows([case.id])[0].people == "P0; P1; P2; P3 …"


def test_every_order_and_its_reverse(session: Session) -> None:
    zoe, ann = _party("zoe"), _party("Ann")
    first, second = _case("A-1", "b", zoe), _case("A-2", "a", ann)
    _put(session, zoe, ann, first, second, _event(first, "2019"), _event(second, "2020"))
    for sort, expected in {
        "ref": ["A-1", "A-2"],
        "title": ["A-2", "A-1"],
        "people": ["A-2", "A-1"],
        "last_event": ["A-1", "A-2"],
    }.items():
        assert _refs(session, CaseQuery(sort=sort)) == expected
        assert _refs(session, CaseQuery(sort=sort, descending=True)) == expected[::-1]


def test_a_filter_looks_at_people_titles_places_evidence_and_texts(session: Session) -> None:
    who = _party("Wanted").with_fields(note="secretwords")
    made = [_case(f"A-{n}", "", *([who] if n == 1 else [])) for n in range(8)]
    made[0] = made[0].with_fields(title="wanted")
    made[4] = made[4].with_fields(narrative="the wanted one")
    evidence = (
        Record(kind=Kind.EVIDENCE, id=new_id())
        .with_fields(original_name="wanted.png")
        .with_cases([made[3].id])
    )
    event = _event(made[5], "").with_fields(summary="most wanted")
    _put(session, who, *made, _event(made[2], "", "Wanted town"), evidence, event)
    assert _refs(session, CaseQuery("WANTED")) == [f"A-{n}" for n in range(6)]
    assert _refs(session, CaseQuery("secretwords")) == ["A-1"]
    assert _refs(session, CaseQuery("nowhere")) == []


def test_a_case_that_is_gone_has_no_row(session: Session) -> None:
    assert session.store.listing.rows([RecordId("0" * 32)]) == []


def test_a_list_that_is_not_what_the_records_make_it_is_told(session: Session) -> None:
    who, other = _party("Hu Lan"), _party("Bo Mei")
    case = _case("A-1", "Mill", who, other)
    _put(session, who, other, case, _event(case, "2020-02"), _event(case, "2019"), _case("A-2", "Empty"))
    looked: list[int] = []
    assert session.store.listing.is_as_made(lambda: looked.append(1))
    assert len(looked) == 2
    db = session.store.db
    for change, back in (
        (
            "UPDATE case_row SET people = 'x' WHERE ref = 'A-1'",
            "UPDATE case_row SET people = 'Hu Lan; Bo Mei'",
        ),
        ("DELETE FROM case_row", ""),
    ):
        db.execute(change)
        assert not session.store.listing.is_as_made(lambda: None), back
        if back:
            db.execute(back + " WHERE ref = 'A-1'")
            assert session.store.listing.is_as_made(lambda: None)


def test_a_row_of_no_case_is_told(session: Session) -> None:
    session.store.db.execute("PRAGMA foreign_keys = OFF")
    session.store.db.execute("INSERT INTO case_row VALUES (?, '', '', '', '', '', 0)", (new_id(),))
    assert not session.store.listing.is_as_made(lambda: None)


def test_the_first_rows_are_those_of_the_whole_list_in_every_order(session: Session) -> None:
    who = _party("Hu Lan", "胡岚")
    cases = [_case(f"A-{number}", f"Mill {-number}", *([who] if number % 2 else [])) for number in range(5)]
    _put(session, who, *cases, _event(cases[3], "2020"), _event(cases[1], "2019"))
    listing = session.store.listing
    for sort in ("ref", "title", "people", "last_event"):
        for descending in (False, True):
            query = CaseQuery("Hu", sort, descending)  # a text changes nothing: it is for who looks for it
            everything = listing.rows(listing.ids(CaseQuery("", sort, descending)))
            assert listing.first(query, 3) == everything[:3]
            assert listing.first(query, 9) == everything


def test_the_first_rows_of_the_list_are_read_from_its_index(session: Session) -> None:
    asked: list[str] = []
    session.store.db.set_trace_callback(asked.append)
    session.store.listing.first(CaseQuery(), 9)
    session.store.db.set_trace_callback(None)
    plan = " ".join(row[3] for row in session.store.db.execute(f"EXPLAIN QUERY PLAN {asked[0]}"))
    assert "USING COVERING INDEX case_row_in_order" in plan  # else each case is one more page to decrypt
