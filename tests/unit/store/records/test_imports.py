"""What was imported when, and the rows of it."""

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, key_element_id, new_id
from hrddesk.store.records.imports import IMPORT, Imports
from hrddesk.store.vault.session import Session


def test_rows_are_those_of_the_last_import_that_stands(session: Session) -> None:
    imports = Imports(session.store.db)
    with session.store.change("test"):
        for act, cells in ((1, {"party": "p1", "age": "29"}), (5, {"party": "p1", "age": "30"})):
            imports.add(act, "summer", "kit", 1)
            imports.remember(act, "summer", "parties.csv", "p1", cells)
    assert imports.last_rows("summer", "parties.csv") == {"p1": {"party": "p1", "age": "30"}}
    assert imports.last_rows("winter", "parties.csv") == {}
    with session.store.change("test"):
        imports.mark_undone(5)
    assert imports.last_rows("summer", "parties.csv") == {"p1": {"party": "p1", "age": "29"}}
    assert [(item.act, item.source, item.format, item.rows, item.undone) for item in imports.all()] == [
        (1, "summer", "kit", 1, False),
        (5, "summer", "kit", 1, True),
    ]
    assert imports.find(5) == imports.all()[1]
    assert imports.find(7) is None


def test_a_row_is_kept_once_for_each_import(session: Session) -> None:
    imports = Imports(session.store.db)
    with session.store.change("test"):
        imports.add(1, "s", "kit", 2)
        imports.remember(1, "s", "f", "k", {"a": "1"})
        imports.remember(1, "s", "f", "k", {"a": "籍朔"})
    assert imports.last_rows("s", "f") == {"k": {"a": "籍朔"}}


def _keyed(key: str, kind: Kind = Kind.PARTY) -> Record:
    return Record(kind=kind, id=new_id()).with_elements("keys", [{"source": "s", "file": "f", "key": key}])


def test_keys_lead_to_the_oldest_live_record(session: Session) -> None:
    first, twin, gone, odd = _keyed("k"), _keyed("k"), _keyed("g"), _keyed("o", Kind.CASE)
    for record in (first, twin, gone, odd):
        with session.store.change(IMPORT) as change:
            change.put(record)
    with session.store.change("test") as change:
        change.delete(gone.id)
    imports = Imports(session.store.db)
    assert imports.owners(Kind.PARTY, "s", "f") == {"k": first.id}
    assert imports.owners(Kind.PARTY, "s", "g") == {}
    assert imports.of_others(Kind.PARTY, "s", "f") == {}


def test_a_key_is_ours_only_where_our_import_made_the_record_with_it(session: Session) -> None:
    ours, theirs = _keyed("mine"), _keyed("theirs")
    with session.store.change(IMPORT) as change:
        change.put(ours)
    with session.store.change("bundle.accepted") as change:
        change.put(theirs)
        keys = [*ours.values("keys"), {"source": "s", "file": "f", "key": "put in"}]
        change.put(ours.with_elements("keys", keys))
    with session.store.change(IMPORT) as change:  # an import may touch either later on
        change.put(theirs.with_fields(sex="f"))
        change.put(session.store.get(ours.id).with_fields(sex="f"))
    imports = Imports(session.store.db)
    assert imports.owners(Kind.PARTY, "s", "f") == {"mine": ours.id}
    assert imports.own_keys() == {(ours.id, key_element_id("s", "f", "mine"))}
    assert imports.of_others(Kind.PARTY, "s", "f") == {"theirs": theirs.id, "put in": ours.id}
