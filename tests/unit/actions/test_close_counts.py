"""Counts that differ by few tell of few: that is said before they are printed."""

from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.actions.analysis import figures
from hrddesk.actions.editions import publication_decisions
from hrddesk.actions.publishing import chosen_figures, publications
from hrddesk.actions.publishing.chosen_figures import CloseCounts
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.scope.publication_request import following
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.analysis.figures.figure_tables import Hidden
from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.redact.figures.figure_values import ToldValues
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.store.publications import publications as printed
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
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
    request = PublishRequest(profile="names", figures=("All", "Women", "Cases"), count_all=True)
    assert publications.preview(session, request).close == (
        CloseCounts("All", "Women", 2),
        CloseCounts("All", "", 2),
        CloseCounts("Women", "", 1),
    )


def test_what_print_hides_is_not_counted_though_an_answer_hides_less(
    session: Session, women: list[RecordId]
) -> None:
    told = ToldValues(Desk().facts(), NAMES)
    asked_figures = chosen_figures.ask(session.store, ["All", "Women"], told, silent())
    hidden = Hidden(small=1, sums=1, itself=True), Hidden(small=1)
    counts = chosen_figures.counted(session.store, asked_figures, hidden)
    assert [one is None for one in counts] == [True, False]
    assert chosen_figures.close(session.store, asked_figures, hidden, ()) == []


def test_nothing_is_said_of_counts_that_lie_apart(session: Session, women: list[RecordId]) -> None:
    few = PublishRequest(profile="names", cases=tuple(women[:2]), figures=("Women", "Cases"), count_all=True)
    assert publications.preview(session, few).close == ()
    alone = PublishRequest(profile="names", figures=("All",), parts=frozenset(), count_all=True)
    assert publications.preview(session, alone).close == ()


def test_small_counts_are_printed_where_somebody_says_why_and_that_is_kept(
    session: Session, women: list[RecordId], tmp_path: Path
) -> None:
    figures.save(session, "Men", asked(unit="persons", where=["sex=male"]))
    request = PublishRequest(profile="names", figures=("Men",), accept_all="a test")
    (shown,) = publications.preview(session, request).model.chapters.figures
    assert "1" not in shown.value["en"]
    decided = replace(request, small_counts="Both are named in it.", target=tmp_path / "a.pdf")
    with pytest.raises(InvalidValue, match="what the profile lets out"):
        publications.preview(session, replace(decided, count_all=True))
    (shown,) = publications.preview(session, decided).model.chapters.figures
    assert shown.value["en"].startswith("1")
    publications.publish(session, decided)
    (row,) = printed.everything(session.store.db)
    assert publication_decisions.of(row).small_counts == "Both are named in it."
    assert not following(session.store, row.num).small_counts  # asked again for every issue
