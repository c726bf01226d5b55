"""An act of undo or redo leads back to the act where it began."""

import pytest

from hrddesk.actions import cases, history, profiles, texts
from hrddesk.actions.history import origin, target
from hrddesk.session import Session


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("undo 12", 12),
        ("redo 3", 3),
        ("undo", None),
        ("text.review 2024", None),
        ("undo x", None),
        ("", None),
    ],
)
def test_only_undo_and_redo_name_an_act(name: str, number: int | None) -> None:
    assert target(name) == number


def test_an_act_is_followed_through_what_took_it_back(session: Session) -> None:
    profiles.copy(session, "labels", "2024")
    case, _ = cases.create(session, {"title": "The mill", "narrative": "It stood still."})
    texts.review(session, case, "2024")
    history.undo(session)
    history.redo(session)
    assert texts.occurrences(session, case, "2024").state is texts.State.REVIEWED
    last = session.store.history.of_record(case)[-1]
    assert last.what.startswith("redo ")
    assert origin(session.store, last.act) == f"text.review {profiles.ids(session.store)[0]}"
    assert origin(session.store, last.act + 1000) == ""
