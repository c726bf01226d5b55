"""An act of undo or redo leads back to the act where it began."""

import pytest

from hrddesk.actions.content_review import texts
from hrddesk.actions.records import cases, entries, history, parties
from hrddesk.actions.records.history import origin, target
from hrddesk.actions.scope import profiles
from hrddesk.records.model.list_edits import ListEdit
from hrddesk.records.model.record import RecordId, Value
from hrddesk.store.vault.session import Session


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
    case = cases.create(session, {"title": "The mill", "narrative": "It stood still."}).result
    texts.review(session, case, "2024")
    history.undo(session)
    history.redo(session)
    assert texts.occurrences(session, case, "2024").state is texts.TextState.REVIEWED
    last = session.store.history.of_record(case)[-1]
    assert last.what.startswith("redo ")
    assert origin(session.store, last.act) == f"text.review {profiles.ids(session.store)[0]}"
    assert origin(session.store, last.act + 1000) == ""


def _dots(session: Session, party: RecordId) -> dict[str, object]:
    version = session.store.version(party)
    assert version is not None
    return {part: dot for part, dot in version.dots.items() if part.startswith("names/")}


def test_undo_takes_back_the_entry_that_a_form_changed_and_no_other(session: Session) -> None:
    names: list[dict[str, Value]] = [{"name": name, "kind": "main"} for name in ("Odal", "Brisk", "Tarn")]
    party = parties.create(session, {}, {"names": names}).result
    opened = session.store.get(party)
    first, second, third = (key for key, _ in opened.elements("names"))
    entries.edit(session, party, "names", 3, {"name": "Tarn of the Hill"})
    entries.add(session, party, "names", {"name": "Odal the Elder"})
    before, dots = session.store.get(party), _dots(session, party)
    mine = [{**names[1], "name": "Brisque", "id": second}, {**names[2], "id": third}]
    parties.edit(session, party, {}, {"names": ListEdit(mine, opened.lists["names"])})
    after = session.store.get(party)
    assert [item["name"] for item in after.values("names")] == [
        "Brisque",
        "Tarn of the Hill",
        "Odal the Elder",
    ]
    changed = {part for part, dot in _dots(session, party).items() if dots[part] != dot}
    assert changed == {f"names/{first}", f"names/{second}"}
    history.undo(session)
    assert session.store.get(party) == before
