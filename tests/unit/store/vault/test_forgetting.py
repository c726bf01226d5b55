"""Which names tell of somebody, and which do not."""

import pytest

from hrddesk.records.model.kinds import TEXTS, Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.records.model.versions import Version
from hrddesk.store.vault.forgetting import telling
from hrddesk.store.vault.session import Session


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Gou Lanting", "the note of Gou Lanting, who"),
        ("Gou  Lanting", "the note of Gou Lanting, who"),
        ("缑岚汀", "据缑岚汀说"),
        ("缑汀", "缑汀来了"),  # most names have two characters
        ("Gou Lanting", '{"note":"on a new line\\nGou Lanting"}'),
        ("K7QX-2026-0001", "as in K7QX-2026-0001."),
        ('Ada "Owl" Inventa', '{"note":"said Ada \\"Owl\\" Inventa"}'),
        ("གངས་རི་མེ་ཏོག", "སྒྲ གངས་རི་མེ་ཏོག གླུ"),
    ],
)
def test_a_name_is_found_where_it_stands(name: str, text: str) -> None:
    assert telling([name, "Somebody else"])(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Gou Lanting", "the note of Gou Lantinger"),
        ("K7QX-2026-0001", "as in K7QX-2026-00012."),
        ("缑岚汀", "据岚汀说"),
        ("缑汀", "据岚汀说"),
    ],
)
def test_a_name_is_not_found_in_another(name: str, text: str) -> None:
    assert not telling([name])(text)


@pytest.mark.parametrize("names", [[], ["Li"], ["王"], [""]])
def test_what_stands_everywhere_tells_of_nobody(names: list[str]) -> None:
    assert not telling(names)("Li, 王芳 and nobody else")


@pytest.mark.parametrize("deleted", [False, True])
def test_a_forgotten_record_is_as_if_it_had_never_been_here(session: Session, deleted: bool) -> None:
    store, case = session.store, new_id()
    with store.change("test") as change:
        change.put(Record(kind=Kind.CASE, id=case).with_fields(title="Gou Lanting is missing"))
    if deleted:
        with store.change("test") as change:
            change.delete(case)
        assert store.tables.version(case) != Version(deleted=True)
    with store.change("test") as change:
        change.forget(case)
    assert store.tables.version(case) == Version(deleted=True)
    assert list(store.history.states(case)) == []


def test_a_forgotten_record_takes_its_texts_along(session: Session) -> None:
    store, case = session.store, new_id()
    texts = [{"body": "Se fue de la presa.", "language": "es", "by": "heron"}, {"body": "From the dam."}]
    with store.change("test") as change:
        change.put(Record(kind=Kind.CASE, id=case).with_elements(TEXTS, texts))
    assert {owner for owner, _ in store.search.by_text("presa")} == {case}
    with store.change("test") as change:
        change.forget(case)
    for table in ("case_text", "long_text", "search_text"):
        assert store.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert list(store.history.states(case)) == []
