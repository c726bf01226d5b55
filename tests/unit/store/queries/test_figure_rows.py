"""What figures are counted over: the rows that are read are those of the whole records."""

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.records.rules.countable import (
    DATE,
    LIFE,
    PLACE,
    SIZE,
    SOURCE,
    TERM,
    Countable,
    CountableRecords,
    Ties,
)
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

NAMES = (
    *(
        "case_status",
        "tag",
        "sex",
        "ethnicity",
        LIFE,
        SIZE,
        "occupation",
        "cause",
        "type",
        "measure",
        "facility",
        "assertion",
    ),
    *(DATE, PLACE, TERM, "charge", "penalty", "months", "dataset", SOURCE, "field:hukou"),
)
KINDS = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.CITATION)


def of_store(store: Store) -> CountableRecords:
    return CountableRecords(*(list(store.all(kind)) for kind in KINDS))


def ties(countable: Countable) -> dict[str, list[object]]:
    found = countable.ties()
    return {name: sorted(map(tuple, getattr(found, name)), key=str) for name in Ties.__slots__}


def recorded(countable: Countable) -> dict[str, list[object]]:
    return {name: sorted(countable.recorded(name), key=str) for name in NAMES}


def fill(session: Session) -> list[Record]:
    """Put records of every kind that counts, some with little in them."""
    who = Record(kind=Kind.PARTY, id=new_id()).with_fields(
        kind="group", sex="female", ethnicity="hui", size_min=3, age="40", birth="1980"
    )
    who = who.with_elements(
        "terms",
        [{"vocabulary": "occupation", "term": "lawyer", "raw": "x"}, {"vocabulary": "cause", "raw": "y"}, {}],
    )
    who = who.with_elements("values", [{"field": "hukou", "answer": "yes"}, {"field": "empty"}])
    bare = Record(kind=Kind.PARTY, id=new_id())
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(status="open")
    case = case.with_elements("tags", [{"text": "one"}, {"text": "two"}])
    case = case.with_elements(
        "parties",
        [{"party": who.id, "role": "subject"}, {"party": bare.id}, {"party": bare.id, "role": "lawyer"}],
    )
    place = Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "Willow City"})
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(
        case=case.id,
        type="sentenced",
        measure="criminal",
        facility="prison",
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
    source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(code_name="owl", type="family")
    relations = [
        Record(kind=Kind.RELATION, id=new_id()).with_fields(subject=bare.id, type=kind, object=who.id)
        for kind in ("member_of", "sibling_of")
    ]
    cited = Record(kind=Kind.CITATION, id=new_id()).with_fields(record=event.id, source=source.id)
    field = (
        Record(kind=Kind.FIELD, id=new_id())
        .with_fields(owner="party", key="hukou")
        .with_labels({"en": "Registered"})
    )
    made = [
        field,
        *(who, bare, case, place, event, source, cited, *relations),
        *(Record(kind=kind, id=new_id()) for kind in (Kind.CASE, Kind.EVENT, Kind.SOURCE)),
    ]
    with session.store.change("test.fill") as change:
        for record in made:
            change.put(record)
    return made


def test_what_the_tables_say_is_what_the_records_say(session: Session) -> None:
    made = fill(session)
    counting = session.store.counting
    assert ties(counting) == ties(of_store(session.store))
    found = recorded(counting)
    assert found == recorded(of_store(session.store))
    assert all(found.values())
    assert list(counting.ties().victims) == [(made[5].id, made[1].id)]
    assert list(counting.recorded("months")) == [(made[5].id, 12)]
    assert counting.members_of([made[1].id, made[2].id]) == {made[1].id: {made[2].id}}
    assert (made[6].id, "owl", "family") in set(counting.sources())


def test_what_was_deleted_counts_nowhere(session: Session) -> None:
    made = fill(session)
    with session.store.change("test.delete") as change:
        for record in made:
            change.delete(record.id)
    counting = session.store.counting
    assert not any(ties(counting).values())
    assert not any(recorded(counting).values())
