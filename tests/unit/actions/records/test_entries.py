"""Entries of lists are added, changed and taken out one by one; what says nothing is refused."""

import pytest

from hrddesk.actions.records import cases, entries, events, parties
from hrddesk.errors import InvalidDate, InvalidValue, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session

Made = tuple[RecordId, RecordId, RecordId, RecordId]


@pytest.fixture
def made(session: Session) -> Made:
    """A case, its person, and two events of that person."""
    case = cases.create(session, {"title": "Willow Lane"}).result
    party = parties.create(session, {}, {"names": [{"name": "Wei Tong"}]}, case, "subject").result
    first = events.add(session, case, {"type": "detained"}).result
    second = events.add(session, case, {"type": "family_reprisal"}).result
    return case, party, first, second


def test_an_event_is_linked_and_unlinked(session: Session, made: Made) -> None:
    _, _, first, second = made
    entries.add(session, second, "links", {"event": first, "type": "报复"})
    assert entries.listed(session.store.get(second), "links") == [{"event": first, "type": "reprisal_for"}]
    entries.edit(session, second, "links", 1, {"type": "follows"})
    assert entries.listed(session.store.get(second), "links") == [{"event": first, "type": "follows"}]
    entries.edit(session, second, "links", 1, {"type": "in words of our own"})
    act = entries.remove(session, second, "links", 1).changes.act
    assert entries.listed(session.store.get(second), "links") == []
    assert act is not None
    events.undo(session, act)
    assert len(entries.listed(session.store.get(second), "links")) == 1


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("links", {"type": "follows"}),
        ("links", {"event": "second", "type": "follows"}),
        ("links", {"event": "party"}),
        ("charges", {}),
        ("charges", {"raw": ""}),
        ("colours", {"raw": "red"}),
        ("values", {"field": "own.x", "answer": "y"}),
        ("penalties", {"months": "many"}),
    ],
)
def test_what_says_nothing_or_names_nothing_is_refused(
    session: Session, made: Made, name: str, entry: dict[str, str]
) -> None:
    _, party, _, second = made
    real = {"second": second, "party": party}
    with pytest.raises(InvalidValue):
        entries.add(
            session, second, name, {key: real.get(value, RecordId(value)) for key, value in entry.items()}
        )


def test_records_that_are_not_there_and_numbers_that_no_entry_has(session: Session, made: Made) -> None:
    case, party, _, second = made
    with pytest.raises(RecordNotFound):
        entries.add(session, second, "links", {"event": "f" * 32})
    for number in (0, 2, -1):
        with pytest.raises(InvalidValue):
            entries.remove(session, party, "names", number)
    with pytest.raises(InvalidDate):
        entries.add(session, party, "terms", {"vocabulary": "cause", "raw": "land", "since": "1954-02-29"})
    with pytest.raises(InvalidValue):
        entries.add(session, party, "terms", {"raw": "land"})
    assert entries.list_names(Kind.SOURCE) == []
    source = Record(kind=Kind.SOURCE, id=RecordId("a" * 32)).with_fields(title="Letter")
    with session.store.change("test") as change:
        change.put(source)
    with pytest.raises(InvalidValue):
        entries.listed(source, "names")
    assert [item["party"] for item in entries.listed(session.store.get(case), "parties")] == [party]


def test_words_get_their_codes(session: Session, made: Made) -> None:
    case, party, first, _ = made
    entries.add(session, first, "charges", {"raw": "寻衅滋事", "stage": "indicted"})
    assert entries.listed(session.store.get(first), "charges") == [
        {"raw": "寻衅滋事", "term": "picking_quarrels", "stage": "indicted"}
    ]
    entries.edit(session, first, "charges", 1, {"raw": "something unheard of"})
    assert entries.listed(session.store.get(first), "charges") == [
        {"raw": "something unheard of", "stage": "indicted"}
    ]
    entries.add(session, first, "parties", {"party": party, "role": "受害人"})
    assert entries.listed(session.store.get(first), "parties") == [{"party": party, "role": "victim"}]
    entries.add(session, party, "names", {"name": "谭若岚"})
    assert entries.listed(session.store.get(party), "names")[1] == {
        "name": "谭若岚", "script": "Hans", "kind": "main"
    }  # fmt: skip
    entries.add(session, party, "terms", {"vocabulary": "occupation", "raw": "律师", "since": "2010"})
    entries.add(session, party, "terms", {"vocabulary": "occupation", "raw": "bell founder"})
    assert [item.get("term") for item in entries.listed(session.store.get(party), "terms")] == [
        "lawyer",
        None,
    ]
    entries.add(session, case, "tags", {"text": "urgent"})
    assert entries.listed(session.store.get(case), "tags") == [{"text": "urgent"}]


def test_a_name_that_is_corrected_stays_of_its_kind_and_is_in_the_script_that_it_is_written_in(
    session: Session, made: Made
) -> None:
    _, party, _, _ = made
    parties.edit(
        session, party, {}, {"names": [{"name": "Wei Tong", "kind": "main"}, {"name": "Little Wei"}]}
    )
    entries.edit(session, party, "names", 2, {"name": "小伟"})
    assert entries.listed(session.store.get(party), "names")[1] == {"name": "小伟", "script": "Hans"}
    entries.edit(session, party, "names", 2, {"name": "Xiao Wei", "kind": "variant"})
    entries.add(session, party, "names", {"name": "Wei T."})
    second, third = entries.listed(session.store.get(party), "names")[1:]
    assert second == {"name": "Xiao Wei", "script": "Latn", "kind": "variant"}
    assert third["kind"] == "main"
