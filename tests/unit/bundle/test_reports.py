"""Reports between desks: they go when somebody chose them, and two desks write different blocks of one."""

from pathlib import Path

import pytest

from hrddesk.actions.exchange import source_mentions
from hrddesk.actions.records import reports
from hrddesk.bundle.format.protected_lines import Mentioned
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import handoff
from hrddesk.bundle.sending.packing import Choice, selected
from hrddesk.records.model.kinds import BLOCKS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle import hands
from tests.unit.bundle.forge import Desks


def _bodies(session: Session, report: RecordId) -> list[str]:
    return [str(block["body"]) for block in session.store.get(report).values(BLOCKS)]


def _shared(desks: Desks, folder: Path, *bodies: str) -> RecordId:
    ours, theirs = desks.documenter, desks.coordinator
    blocks = [{"kind": "text", "body": body} for body in bodies]
    report = reports.create(ours, {"title": "The river towns"}, {BLOCKS: blocks}).result
    acceptance.accept(theirs, hands.send(ours, theirs, folder).review, None, Job())
    return report


def test_two_desks_that_write_different_blocks_have_no_conflict(desks: Desks, tmp_path: Path) -> None:
    ours, theirs = desks.documenter, desks.coordinator
    report = _shared(desks, tmp_path, "one", "two", "three", "four")
    reports.edit_block(ours, report, 2, {"body": "two, by us"})
    reports.move_block(ours, report, 4, 1)
    reports.edit_block(theirs, report, 3, {"body": "three, by them"})
    reports.add_block(theirs, report, {"body": "new"}, 2)
    reports.remove_block(theirs, report, 1)
    back = hands.send(theirs, ours, tmp_path)
    assert back.conflicts == 0
    acceptance.accept(ours, back.review, None, Job())
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    for desk in (ours, theirs):
        assert _bodies(desk, report) == ["four", "new", "two, by us", "three, by them"]


def test_two_desks_that_write_one_block_have_a_conflict(desks: Desks, tmp_path: Path) -> None:
    report = _shared(desks, tmp_path, "one", "two")
    reports.edit_block(desks.documenter, report, 2, {"body": "by us"})
    reports.edit_block(desks.coordinator, report, 2, {"body": "by them"})
    assert hands.send(desks.coordinator, desks.documenter, tmp_path).conflicts == 1


def test_a_report_goes_when_it_is_chosen_and_takes_nothing_along(session: Session) -> None:
    hands.put(
        session, hands.case(), Record(kind=Kind.PARTY, id=hands.TWO), Record(kind=Kind.SOURCE, id=hands.THREE)
    )
    about = [{"kind": "entry", "record": record} for record in (hands.ONE, hands.TWO, hands.THREE)]
    report = reports.create(session, {"title": "x"}, {BLOCKS: about}).result
    assert report not in selected(session.store, [hands.ONE]).ids
    with_it = {*selected(session.store, [hands.ONE]).ids, report}
    assert set(selected(session.store, [hands.ONE], Choice(reports=[report]).besides).ids) == with_it
    assert report in selected(session.store, None).ids


def test_a_block_that_names_a_source_is_shown_before_it_goes(session: Session) -> None:
    with session.store.change("test") as change:
        change.put(hands.case().with_elements("parties", [{"party": hands.TWO, "role": "source"}]))
        change.put(
            Record(kind=Kind.PARTY, id=hands.TWO).with_elements(
                "names", [{"name": "Odal Veriska", "script": "Latn"}]
            )
        )
    report = reports.create(
        session, {"title": "x"}, {BLOCKS: [{"kind": "text", "body": "Odal Veriska saw it.", "caption": "c"}]}
    ).result
    (found,) = source_mentions.mentions(session.store, [hands.ONE], [report])
    assert (found.record, found.field, found.words) == (report, "blocks.body", "Odal Veriska")
    spans: Mentioned = source_mentions.spans_of([found])
    assert spans == {}  # no publication prints it


def test_a_report_that_tells_of_who_leaves_is_said(session: Session) -> None:
    hands.put(session, hands.case(ref="ONE1-2026-0001"))
    report = reports.create(
        session, {"title": "x"}, {BLOCKS: [{"kind": "text", "body": "See @ONE1-2026-0001."}]}
    ).result
    found = handoff.of_cases(session.store, [hands.ONE])
    assert report not in found.scope.records
    assert forgetting.still_telling(session.store, found.scope) == [report]


@pytest.mark.parametrize("kind", [Kind.SOURCE, Kind.EVIDENCE, Kind.PLACE])
def test_what_a_report_that_stays_is_about_stays(session: Session, kind: Kind) -> None:
    hands.put(session, hands.case(), Record(kind=kind, id=hands.TWO))
    cited = {"record": hands.ONE, "source": hands.TWO}
    hands.put(session, Record(kind=Kind.CITATION, id=hands.THREE).with_fields(**cited))
    reports.create(session, {"title": "x"}, {BLOCKS: [{"kind": "entry", "record": hands.TWO}]})
    assert hands.TWO not in handoff.of_cases(session.store, [hands.ONE]).scope.records
