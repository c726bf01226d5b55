"""`reports.csv` and `blocks.csv`: each row of the latter a block of a report of the same kit."""

from collections.abc import Callable

import pytest

from hrddesk.interop.findings import Code
from hrddesk.interop.kit_import import Plan
from hrddesk.records.kinds import BLOCKS, Kind
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., Plan]

CASES = "case,title,parties,narrative\nc1,Willow Lane,,\n"
REPORTS = "report,title,subtitle,series\nr1,The river towns,,Rivers\nr2,Beside it,,\n"
HEADER = "report,block,kind,language,body,record,caption,by,state\n"
BLOCKS_CSV = HEADER + (
    "r1,b1,heading,en,Who was taken,,,heron,draft\n"
    "r1,b2,entry,en,,case:c1,One of them,heron,draft\n"
    "r1,b3,Box,zh-Hans,附记,report:r1,,,Facts checked\n"
)


def test_blocks_come_to_their_report_in_their_order(desk: Desk, plan: Work, write_kit: Kit) -> None:
    done = desk.take(plan(write_kit(cases=CASES, reports=REPORTS, blocks=BLOCKS_CSV)))
    assert not done.found.errors
    assert not done.found.warnings
    report = desk.keyed(Kind.REPORT, "r1")
    first, second, third = report.values(BLOCKS)
    assert (report.text("series"), first["body"], first["by"]) == ("Rivers", "Who was taken", "heron")
    assert second["record"] == desk.keyed(Kind.CASE, "c1").id
    assert (third["kind"], third["state"], third["record"]) == ("box", "facts_checked", report.id)
    assert not desk.keyed(Kind.REPORT, "r2").lists.get(BLOCKS)


def test_a_changed_row_changes_its_block_and_a_row_that_is_gone_removes_it(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    desk.take(plan(write_kit(cases=CASES, reports=REPORTS, blocks=BLOCKS_CSV)))
    before = desk.keyed(Kind.REPORT, "r1").lists[BLOCKS]
    again = desk.take(plan(write_kit(cases=CASES, reports=REPORTS, blocks=BLOCKS_CSV)))
    assert again.unchanged == again.rows
    changed = BLOCKS_CSV.replace("One of them", "The first")
    desk.take(plan(write_kit(cases=CASES, reports=REPORTS, blocks=changed)))
    after = desk.keyed(Kind.REPORT, "r1").lists[BLOCKS]
    assert [key for key in before if before[key] != after[key]] == [list(before)[1]]
    desk.take(plan(write_kit(reports=REPORTS, blocks=HEADER)))
    assert BLOCKS not in desk.keyed(Kind.REPORT, "r1").lists


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("r9,b1,text,,x,,,,", "report", Code.BLOCK_OF_NOTHING),
        ("r1,,text,,x,,,,", "block", Code.KEY_MISSING),
        ("r1,b1,text,,x,,,,\nr1,b1,text,,y,,,,", "block", Code.KEY_TWICE),
        ("r1,b1,text,Spanish,x,,,,", "language", Code.BAD_LANGUAGE),
        ("r1,b1,entry,,,case:c9,,,", "record", Code.UNKNOWN_RECORD),
        ("r1,b1,entry,,,nobody,,,", "record", Code.UNKNOWN_RECORD),
    ],
)
def test_what_is_no_block_is_an_error_and_nothing_is_taken(
    plan: Work, write_kit: Kit, row: str, column: str, code: Code
) -> None:
    done = plan(write_kit(cases=CASES, reports=REPORTS, blocks=HEADER + row + "\n"))
    (error,) = done.found.errors
    assert (error.column, error.code) == (column, code)


def test_blocks_without_reports_and_unknown_words_are_said(plan: Work, write_kit: Kit) -> None:
    alone = plan(write_kit(cases=CASES, blocks=HEADER + "r1,b1,text,,x,,,,\n"))
    assert [error.code for error in alone.found.errors] == [Code.BLOCK_OF_NOTHING]
    odd = plan(write_kit(reports=REPORTS, blocks=HEADER.replace("\n", ",pos\n") + "r1,b1,ode,,x,,,,sung,9\n"))
    assert not odd.found.errors
    assert {found.code for found in odd.found.warnings} == {Code.UNKNOWN_TERM, Code.COLUMN_NOT_TAKEN}
