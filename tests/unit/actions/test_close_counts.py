"""Counts that differ by few tell of few: that is said before they are printed."""

import pytest

from hrddesk.actions import figures, publications
from hrddesk.actions.chosen_figures import CloseCounts
from hrddesk.actions.publications import PublishRequest
from hrddesk.analysis.questions import asked
from hrddesk.records.kinds import Visibility
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from tests.unit.redact.invented import Desk

PUBLIC, RESTRICTED = Visibility.PUBLIC, Visibility.RESTRICTED


@pytest.fixture
def women(session: Session) -> list[RecordId]:
    """Nine people in cases of their own; seven are women, and of two nobody may learn."""
    desk = Desk()
    cases = []
    for at in range(9):
        sex = "male" if at in (7, 8) else "female"
        person = desk.party(f"Vero Lunt {at}", sex=sex, level=RESTRICTED if at in (5, 8) else PUBLIC)
        cases.append(desk.told(person))
    with session.store.change("test") as change:
        for record in desk.records.values():
            change.put(record)
    figures.save(session, "All", asked(unit="persons", where=["type=detained"]))
    figures.save(session, "Women", asked(unit="persons", where=["sex=female"]))
    figures.save(session, "Cases", asked(unit="cases", where=["type=detained"]))
    return cases


def test_a_figure_less_another_one_or_less_the_people_beside_it(
    session: Session, women: list[RecordId]
) -> None:
    request = PublishRequest("names", figures=("All", "Women", "Cases"), count_all=True)
    assert publications.preview(session, request).close == (
        CloseCounts("All", "Women", 2),
        CloseCounts("All", "", 2),
        CloseCounts("Women", "", 1),
    )


def test_nothing_is_said_of_counts_that_lie_apart(session: Session, women: list[RecordId]) -> None:
    few = PublishRequest("names", cases=tuple(women[:2]), figures=("Women", "Cases"), count_all=True)
    assert publications.preview(session, few).close == ()
    alone = PublishRequest("names", figures=("All",), parts=frozenset(), count_all=True)
    assert publications.preview(session, alone).close == ()
