"""Relations are made, changed, cited and deleted; one that says nothing is refused."""

import pytest

from hrddesk.actions.records import citations, parties, relations, sources
from hrddesk.actions.records.citations import CitationEdits, SourceStatement
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session


@pytest.fixture
def two(session: Session) -> tuple[RecordId, RecordId]:
    """Two people."""
    names = ("Wei Tong", "Ji Shuo")
    one, other = (parties.create(session, {}, {"names": [{"name": name}]}).result for name in names)
    return one, other


def test_a_relation_is_made_cited_changed_and_deleted(
    session: Session, two: tuple[RecordId, RecordId]
) -> None:
    one, other = two
    source = sources.create(session, {"title": "A letter"}).result
    cited = CitationEdits((SourceStatement(source=source, field="type"),))
    made = relations.create(session, {"subject": one, "type": "Spouse of", "object": other}, cited).result
    assert session.store.get(made).text("type") == "spouse_of"
    assert [item.text("field") for item in citations.of_record(session.store, made)] == ["type"]
    assert [item.id for item in relations.of_parties(session.store, [one, other])] == [made]
    relations.edit(session, made, {"note": "since their youth"})
    assert session.store.get(made).text("note") == "since their youth"
    relations.remove(session, made)
    assert relations.of_parties(session.store, [one]) == []


def test_one_that_says_nothing_is_refused(session: Session, two: tuple[RecordId, RecordId]) -> None:
    one, other = two
    source = sources.create(session, {"title": "A letter"}).result
    for fields in (
        {"subject": one, "object": other},
        {"subject": one, "type": "kin"},
        {"type": "kin", "object": other},
        {"subject": one, "type": "kin", "object": one},
        {"subject": one, "type": "kin", "object": other, "since": "2020", "until": "2019"},
        {"subject": one, "type": "kin", "object": source},
    ):
        with pytest.raises(InvalidValue):
            relations.create(session, fields)
    with pytest.raises(RecordNotFound):
        relations.create(session, {"subject": one, "type": "kin", "object": "f" * 32})
    assert session.store.ids(Kind.RELATION) == []


def test_its_words_change_although_a_side_is_not_here(
    session: Session, two: tuple[RecordId, RecordId]
) -> None:
    one, other = two
    made = relations.create(session, {"subject": one, "type": "kin", "object": other}).result
    with session.store.change("test") as change:
        change.put(session.store.get(made).with_fields(object="f" * 32))  # as a bundle may bring it
    relations.edit(session, made, {"type": "spouse_of"})
    assert session.store.get(made).text("type") == "spouse_of"
