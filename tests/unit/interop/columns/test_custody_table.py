"""`custody.csv`: what logs of other desks say of evidence comes to it, once, and is never taken back."""

from collections.abc import Callable

import pytest

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.records.model.kinds import CUSTODY, Kind
from hrddesk.records.rules import custody
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]

EVIDENCE = f"evidence,sha256,title\ne1,{'ab' * 32},The gate\ne2,{'cd' * 32},The road\n"
HEADER = "evidence,when,what,by,number\n"
LOG = HEADER + (
    "e1,2026-05-01T09:30:00Z,evidence.added,K7QX,12\n"
    "e1,2026-05-02T17:30:00+08:00,given to the notary,K7QX,\n"
    "e2,2026-05-01T09:31:00Z,evidence.added,K7QX,13\n"
)


def _lines(desk: Desk, key: str) -> list[tuple[object, ...]]:
    found = custody.received(desk.keyed(Kind.EVIDENCE, key), ())
    return [tuple(item.get(name) for name in ("time", "number", "what", "by")) for item in found]


def test_lines_come_to_their_evidence_and_an_import_anew_adds_nothing(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    done = desk.take(plan(write_kit(evidence=EVIDENCE, custody=LOG)))
    assert not done.found.errors
    assert {found.code for found in done.found.warnings} == {RemarkCode.NO_FILE}
    expected = [
        (1777627800, 12, "evidence.added", "K7QX"),
        (1777714200, None, "given to the notary", "K7QX"),
    ]
    assert _lines(desk, "e1") == expected
    assert _lines(desk, "e2") == [(1777627860, 13, "evidence.added", "K7QX")]
    again = plan(write_kit(evidence=EVIDENCE, custody=LOG))
    assert again.unchanged == again.rows
    # What a later kit leaves out stays, and what it has beside comes.
    desk.take(plan(write_kit(evidence=EVIDENCE, custody=HEADER + "e1,2026-04-01T00:00:00Z,found,heron,\n")))
    assert _lines(desk, "e1") == [(1775001600, None, "found", "heron"), *expected]


def test_lines_of_our_own_log_are_not_taken(desk: Desk, plan: Work, write_kit: Kit) -> None:
    desk.take(plan(write_kit(evidence=EVIDENCE)))
    desk.logs[desk.keyed(Kind.EVIDENCE, "e1").id] = [custody.line(1777627800, 12, "evidence.added", "K7QX")]
    desk.take(plan(write_kit(evidence=EVIDENCE, custody=LOG)))
    assert [what for _, _, what, _ in _lines(desk, "e1")] == ["given to the notary"]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("e9,2026-05-01T09:30:00Z,seen,heron,", "evidence", RemarkCode.LOG_OF_NOTHING),
        (",2026-05-01T09:30:00Z,seen,heron,", "evidence", RemarkCode.LOG_OF_NOTHING),
        ("e1,last spring,seen,heron,", "when", RemarkCode.BAD_TIME),
        ("e1,2026-05-01T09:30:00,seen,heron,", "when", RemarkCode.BAD_TIME),
        ("e1,1777627800,seen,heron,", "when", RemarkCode.BAD_TIME),
        ("e1,1969-12-31T23:59:59Z,seen,heron,", "when", RemarkCode.BAD_TIME),
        ("e1,0001-01-01T00:00:00+08:00,seen,heron,", "when", RemarkCode.BAD_TIME),
        ("e1,,seen,heron,", "when", RemarkCode.BAD_TIME),
        ("e1,2026-05-01T09:30:00Z,,heron,", "what", RemarkCode.NO_WORDS),
        ("e1,2026-05-01T09:30:00Z,seen,,", "by", RemarkCode.NO_WORDS),
        (f"e1,2026-05-01T09:30:00Z,{'seen' * 51},heron,", "what", RemarkCode.TOO_LONG),
    ],
)
def test_what_is_no_line_is_an_error_and_nothing_is_taken(
    plan: Work, write_kit: Kit, row: str, column: str, code: RemarkCode
) -> None:
    done = plan(write_kit(evidence=EVIDENCE, custody=HEADER + row + "\n"))
    (error,) = done.found.errors
    assert (error.file, error.column, error.code) == ("custody.csv", column, code)


def test_a_log_without_evidence_is_an_error(plan: Work, write_kit: Kit) -> None:
    parties = "party,kind,size,names,occupations,ethnicity,age,disability\np1,person,,Odal,,,,\n"
    done = plan(write_kit(parties=parties, custody=LOG))
    assert {error.code for error in done.found.errors} == {RemarkCode.LOG_OF_NOTHING}


def test_a_time_ahead_and_odd_cells_are_said_and_kept(desk: Desk, plan: Work, write_kit: Kit) -> None:
    rows = "e1,9999-12-31T23:59:59Z,seen  by\ttwo,heron,many,x\n"
    done = desk.take(plan(write_kit(evidence=EVIDENCE, custody=HEADER.replace("\n", ",pos\n") + rows)))
    found = {item.code for item in done.found.warnings if item.file == "custody.csv"}
    assert found == {RemarkCode.TIME_AHEAD, RemarkCode.LEFT_OUT, RemarkCode.COLUMN_NOT_TAKEN}
    assert _lines(desk, "e1") == [(253402300799, None, "seen by two", "heron")]


def test_a_log_of_too_many_lines_is_refused(desk: Desk, plan: Work, write_kit: Kit) -> None:
    rows = "".join(f"e1,2026-05-01T09:30:00Z,seen,heron,{number}\n" for number in range(100_000))
    done = plan(write_kit(evidence=EVIDENCE, custody=HEADER + rows))
    (error,) = done.found.errors
    assert (error.file, error.code) == ("custody.csv", RemarkCode.LOG_TOO_LONG)
    assert all(CUSTODY not in item.record.lists for item in done.planned)
