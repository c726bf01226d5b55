"""Invented people and texts that ask for them, for tests of the questions about texts."""

from collections.abc import Sequence
from typing import Final

from hrddesk.actions.records import parties
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case

SHOWN: Final = ("Odal Brisk", Visibility.PUBLIC)
FIRST: Final = "On Sunday Brisk came home. VL told us.\n\nThe market was open on Sunday, the gate in April."
SECOND: Final = "VL was seen on a Sunday, in April."


def know(desk: Driver, *names: str, case: RecordId | None = None, near: Sequence[RecordId] = ()) -> None:
    """Have people in the vault who stand in no case, or in one; some cases have to do with them."""

    def work(session: Session) -> Outcome[None]:
        changes = Changes()
        for name in names:
            person, changes = parties.create(session, {}, {"names": [{"name": name}]}, case, "subject")
            with session.store.change("test") as transaction:
                for other in near:
                    relation = Record(kind=Kind.RELATION, id=new_id())
                    transaction.put(relation.with_fields(subject=person, type="other", object=other))
        return Outcome(None, changes)

    change(desk, work)


def fill(desk: Driver) -> list[RecordId]:
    """Make two cases whose texts ask for Vero Lunt (VL), a Sunday and an April, in this order."""
    cases = [add_case(desk, narrative=text)[0] for text in (FIRST, SECOND)]
    know(desk, "Vero Lunt", case=cases[0], near=cases[1:])
    know(desk, "Ana Sunday", "Ede April", near=cases)
    return cases


def without_isolates(shown: str) -> str:
    """Return what is shown, without what keeps words of either reading direction from turning the line."""
    return shown.translate(dict.fromkeys((0x2068, 0x2069)))
