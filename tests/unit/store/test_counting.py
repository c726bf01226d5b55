"""What figures are counted over: the rows that are read are those of the whole records."""

from collections.abc import Iterable

from hrddesk.records.countable import Countable, of_records
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, new_id
from hrddesk.session import Session
from hrddesk.store.store import Store

KINDS = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.RELATION, Kind.PLACE, Kind.SOURCE, Kind.CITATION, Kind.FIELD)


def rows(told: Countable) -> dict[str, list[object]]:
    made = {}
    for name, found in vars(told).items():
        assert isinstance(found, Iterable)
        made[name] = sorted((tuple(item) if isinstance(item, tuple) else item.id for item in found), key=str)
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
        [{"party": who.id, "role": "victim"}, {"party": bare.id}, {"party": bare.id, "role": "lawyer"}],
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
        "parties", [{"party": who.id}, {"role": "victim"}, {"party": bare.id, "role": "judge"}]
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
    field = Record(Kind.FIELD, new_id()).with_fields(owner="party", key="hukou", label_en="Registered")
    made = [
        field,
        *(who, bare, case, place, event, source, cited, *relations),
        *(Record(kind, new_id()) for kind in (Kind.CASE, Kind.EVENT, Kind.SOURCE)),
    ]
    with session.store.change("test.fill") as change:
        for record in made:
            change.put(record)
    return made


def test_the_rows_of_the_tables_are_those_of_the_records(session: Session) -> None:
    made = fill(session)
    store = session.store
    assert rows(store.counting.read()) == rows(of_store(store))
    told = rows(store.counting.read())
    assert (made[5].id, made[1].id) in told["event_victims"]
    assert len(told["event_victims"]) == 1
    assert (made[5].id, "fixed", 12) in told["penalties"]
    assert (made[1].id, made[2].id) in told["members"]
    assert (made[6].id, "owl") in told["sources"]


def test_what_was_deleted_counts_nowhere(session: Session) -> None:
    made = fill(session)
    with session.store.change("test.delete") as change:
        for record in made:
            change.delete(record.id)
    assert not any(rows(session.store.counting.read()).values())
