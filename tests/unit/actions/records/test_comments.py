"""What colleagues ask about a record: it is added, answered, found, undone, and goes with the record."""

import pytest

from hrddesk.actions.analysis import search
from hrddesk.actions.records import cases, comments, events
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.model.field_specs import MOST_COUNTED
from hrddesk.records.model.kinds import COMMENTS
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session


@pytest.fixture
def case(session: Session) -> RecordId:
    """A case that somebody asks about."""
    return cases.create(session, {"title": "Willow Lane"}).result


def test_a_comment_is_open_until_somebody_answers(session: Session, case: RecordId) -> None:
    comments.add(session, case, "Which prison?\nThe letter names two.", by="heron")
    comments.add(session, case, "Is the day right?")
    first, second = comments.waiting(session.store)
    assert (first.text, first.by, first.state) == ("Which prison?\nThe letter names two.", "heron", "open")
    assert second.by == session.store.setting("prefix")
    act = comments.set_state(session, case, 1, "已回复").changes.act
    assert [item.state for item in comments.of_record(session.store, case)] == ["answered", "open"]
    assert comments.waiting(session.store) == [second]
    assert act is not None
    events.undo(session, act)
    assert comments.waiting(session.store) == [first, second]


def test_a_state_that_changes_is_the_same_comment(session: Session, case: RecordId) -> None:
    comments.add(session, case, "Which prison?")
    (before,) = session.store.get(case).lists[COMMENTS]
    comments.set_state(session, case, 1, "done")
    assert list(session.store.get(case).lists[COMMENTS]) == [before]


def test_a_comment_behind_the_last_number_can_be_sent(session: Session, case: RecordId) -> None:
    there = session.store.get(case)
    lists = {COMMENTS: {"x": {"pos": MOST_COUNTED, "comment": "Which prison?", "state": "open"}}}
    with session.store.change("case.edit") as change:
        change.put(Record.from_json({**there.to_json(), "lists": lists}))
    comments.add(session, case, "The second?")
    sent = Record.from_json(session.store.get(case).to_json())
    assert sorted(str(item["comment"]) for item in sent.values(COMMENTS)) == ["The second?", "Which prison?"]


def test_a_comment_is_searched_and_confidential(session: Session, case: RecordId) -> None:
    comments.add(session, case, "Which prison near the reservoir?")
    (hit,) = search.find(session.store, "reservoir")
    assert (hit.id, hit.field) == (case, COMMENTS)
    assert session.store.get(case).visibility(COMMENTS).value == "secret"


@pytest.mark.parametrize(("number", "state"), [(0, "done"), (2, "done"), (1, "perhaps")])
def test_what_is_no_comment_or_state_is_refused(
    session: Session, case: RecordId, number: int, state: str
) -> None:
    comments.add(session, case, "Which prison?")
    with pytest.raises(InvalidValue):
        comments.set_state(session, case, number, state)
    with pytest.raises(InvalidValue):
        comments.add(session, case, "  ")
    with pytest.raises(RecordNotFound):
        comments.add(session, RecordId("0" * 32), "Which prison?")
    assert len(comments.waiting(session.store)) == 1
