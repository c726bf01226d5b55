"""What tests of the page of publishing have in common: invented people and their cases."""

from typing import Final

from hrddesk.actions.publishing.publications import profile_names
from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.records.editing import Lists
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId, Value
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from tests.reading_through import read_through
from tests.ui.casework import change
from tests.ui.driver import Driver

CONSENT: Final[dict[str, Value]] = {
    "consent": "yes",
    "purpose": "with_name",
    "pictures": True,
    "given_by": "self",
    "date": "2021-05-01",
}


def set_level(session: Session, level: Visibility, *records: RecordId) -> Outcome[None]:
    """Say who may learn of records."""
    with session.store.change("test") as made:
        for record_id in records:
            made.put(session.store.get(record_id).with_visibility(level))
    return Outcome(None, made.changes)


def add_case(desk: Driver, *people: tuple[str, Visibility], narrative: str = "") -> list[RecordId]:
    """Make a public case with an event to each of these people; return the case and then the people."""
    made: list[RecordId] = []

    def work(session: Session) -> Outcome[None]:
        case = cases.create(session, {"title": "Willow Lane", "narrative": narrative}).result
        made.append(case)
        happened = []
        for number, (name, level) in enumerate(people, 1):
            names = [{"name": name, "kind": "main"}]
            lists: Lists = {"names": names, "consents": [CONSENT]}
            who = parties.create(session, {"kind": "person"}, lists, case, "subject").result
            event = events.add(
                session,
                case,
                {"type": "detained", "date": f"2021-0{number}"},
                {"parties": [{"party": who, "role": "victim"}]},
            ).result
            made.append(who)
            happened.append(event)
            set_level(session, level, who)
        changes = set_level(session, Visibility.PUBLIC, case, *happened).changes
        return Outcome(
            None, Changes(cases=changes.cases | {case}, parties=frozenset(made[1:]), events=changes.events)
        )

    change(desk, work)
    return made


def edit_narrative(desk: Driver, case: RecordId, narrative: str) -> None:
    """Change the text of a case from elsewhere."""
    change(desk, lambda session: cases.edit(session, case, {"narrative": narrative}))


def vouch(desk: Driver, case: RecordId) -> None:
    """Confirm the text of a case for every profile."""

    def work(session: Session) -> Outcome[None]:
        changes = Changes()
        for profile in profile_names(session.store):
            changes = read_through(session, session.store.get(case).text("ref"), profile).changes
        return Outcome(None, changes)

    change(desk, work)
