"""What figures are counted over: the rows that are read are those of the whole records."""

from collections.abc import Iterable

from hrddesk.records.countable import Countable, of_records
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, new_id
from hrddesk.session import Session
from hrddesk.store.store import Store

KINDS = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.CITATION)


def rows(told: Countable) -> dict[str, list[tuple[object, ...]]]:
    made = {}
    for name, found in vars(told).items():
        assert isinstance(found, Iterable)
        made[name] = sorted(map(tuple, found), key=str)
    return made


def of_store(store: Store) -> Countable:
    return of_records(*(list(store.all(kind)) for kind in KINDS))


def fill(session: Session) -> list[Record]:
    """Put records of every kind that counts, some with little in them."""
    who = Record(Kind.PARTY, new_id()).with_fields(
        kind="group", sex="female", size_min=3, age="40", birth="1980"
    )
    who = who.with_elements(
        "terms",
        [{"vocabulary": "occupation", "term": "lawyer", "raw": "x"}, {"vocabulary": "cause", "raw": "y"}, {}],
    )
    who = who.with_elements("values", [{"field": "hukou", "answer": "yes"}, {"field": "empty"}])
    bare = Record(Kind.PARTY, new_id())
    case = Record(Kind.CASE, new_id()).with_fields(status="open")
    case = case.with_elements("tags", [{"text": "one"}, {"text": "two"}])
    case = case.with_elements(
        "parties",
        [{"party": who.id, "role": "subject"}, {"party": bare.id}, {"party": bare.id, "role": "lawyer"}],
    )
    place = Record(Kind.PLACE, new_id()).with_fields(name="Willow City")
    event = Record(Kind.EVENT, new_id()).with_fields(
        case=case.id,
        type="sentenced",
        form="prison",
        date="2020?",
        place=place.id,
        place_text="there",
        assertion="alleged",
    )
    event = event.with_elements(
        "parties",
        [{"party": who.id, "role": "victim"}, {"role": "victim"}, {"party": bare.id, "role": "judge"}],
    )
    event = event.with_elements("charges", [{"raw": "odd"}, {"raw": "x", "term": "insult"}])
    event = event.with_elements("penalties", [{"kind": "fixed", "months": 12}, {"raw": "a talk"}])
    event = event.with_elements("terms", [{"raw": "odd"}, {"term": "beating"}])
    event = event.with_elements("keys", [{"source": "list", "file": "f", "key": "1"}])
    source = Record(Kind.SOURCE, new_id()).with_fields(code_name="owl", type="family")
    relations = [
        Record(Kind.RELATION, new_id()).with_fields(subject=bare.id, type=kind, object=who.id)
        for kind in ("member_of", "sibling_of")
    ]
    cited = Record(Kind.CITATION, new_id()).with_fields(record=event.id, source=source.id)
    field = (
        Record(Kind.FIELD, new_id()).with_fields(owner="party", key="hukou").with_labels({"en": "Registered"})
    )
    made = [
        field,
        *(who, bare, case, place, event, source, cited, *relations),
        *(Record(kind, new_id()) for kind in (Kind.CASE, Kind.EVENT, Kind.SOURCE)),
    ]
    with session.store.change("test.fill") as change:
        for record in made:
            change.put(record)
    return made


def all_of(store: Store) -> Countable:
    return store.counting.read(*(store.ids(kind) for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT)))


def test_the_rows_of_the_tables_are_those_of_the_records(session: Session) -> None:
    made = fill(session)
    store = session.store
    told = rows(all_of(store))
    assert told == rows(of_store(store))
    assert (made[5].id, made[1].id) in told["event_victims"]
    assert len(told["event_victims"]) == 1
    assert (made[5].id, "fixed", 12) in told["penalties"]
    assert store.counting.members_of([made[1].id, made[2].id]) == {made[1].id: {made[2].id}}
    assert (made[6].id, "owl", "family") in set(store.counting.sources())


def test_of_some_records_what_belongs_to_them_is_read(session: Session) -> None:
    _, who, bare, case, _, event, *_, alone, lonely, _ = fill(session)
    counting = session.store.counting
    of_case, of_person = rows(counting.of_cases([case.id])), rows(counting.of_people([who.id]))
    assert [item[0] for item in of_case["events"]] == [event.id]
    assert {item[0] for item in of_case["parties"]} == {who.id}
    assert of_person["case_subjects"] == [(case.id, who.id)]
    assert [item[0] for item in of_person["events"]] == [event.id]
    assert of_person["cases"] == [(case.id, "open")]
    beside = rows(counting.of_people([bare.id]))  # a lawyer here, a judge there, and once nobody said what
    assert (beside["case_subjects"], beside["events"], beside["cases"]) == ([], [], [])
    assert rows(counting.of_events([lonely.id]))["events"][0][0] == lonely.id
    assert counting.page("events", "", 9) == [lonely.id]
    assert counting.page("cases", "", 1) == [min(case.id, alone.id)]
    assert counting.page("cases", min(case.id, alone.id), 9) == [max(case.id, alone.id)]
    assert set(counting.page("people", "", 9)) == {who.id, bare.id}


def test_what_was_deleted_counts_nowhere(session: Session) -> None:
    made = fill(session)
    with session.store.change("test.delete") as change:
        for record in made:
            change.delete(record.id)
    assert not any(rows(all_of(session.store)).values())
    assert not any(session.store.counting.page(of, "", 9) for of in ("cases", "people", "events"))
