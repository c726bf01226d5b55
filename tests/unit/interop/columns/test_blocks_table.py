"""`reports.csv` and `blocks.csv`: each row of the latter a block of a report of the same kit."""

from collections.abc import Callable

import pytest

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.records.model.kinds import BLOCKS, Kind
from hrddesk.records.model.record import Record, new_id
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]

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
        ("r9,b1,text,,x,,,,", "report", RemarkCode.BLOCK_OF_NOTHING),
        ("r1,,text,,x,,,,", "block", RemarkCode.KEY_MISSING),
        ("r1,b1,text,,x,,,,\nr1,b1,text,,y,,,,", "block", RemarkCode.KEY_TWICE),
        ("r1,b1,text,Spanish,x,,,,", "language", RemarkCode.BAD_LANGUAGE),
        ("r1,b1,entry,,,case:c9,,,", "record", RemarkCode.UNKNOWN_RECORD),
        ("r1,b1,entry,,,nobody,,,", "record", RemarkCode.UNKNOWN_RECORD),
    ],
)
def test_what_is_no_block_is_an_error_and_nothing_is_taken(
    plan: Work, write_kit: Kit, row: str, column: str, code: RemarkCode
) -> None:
    done = plan(write_kit(cases=CASES, reports=REPORTS, blocks=HEADER + row + "\n"))
    (error,) = done.found.errors
    assert (error.column, error.code) == (column, code)


def test_a_text_mentions_the_same_record_by_the_reference_that_it_has_here(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    stranger = Record(kind=Kind.CASE, id=new_id()).with_fields(ref="K7QX-2026-0001")
    desk.records[stranger.id] = stranger
    header = HEADER.replace("\n", ",cites\n")
    cites = "K7QX-2026-0001=case:c2|k7qx-2026-0002=case:c1|0123456789=figure:f1"
    rows = header + (
        f'r1,b1,text,,"@K7QX-2026-0001, @k7qx-2026-0002, @K7QX-2026-0003",,@0123456789{{}},,,{cites}\n'
    )
    files = {
        "cases": "case,title,parties,narrative\nc1,One,,\nc2,Two,,\n",
        "figures": "figure,value,unit,denominator,as_of,definition,kind\nf1,3,,,,,\n",
        "reports": REPORTS,
    }
    path = write_kit(**files, blocks=rows.format(""))
    desk.take(plan(path))
    one, two = (desk.keyed(Kind.CASE, key).text("ref") for key in ("c1", "c2"))
    figure = desk.keyed(Kind.FIGURE, "f1").id
    assert _texts(desk) == (f"@{two}, @{one}, @K7QX-2026-0003", f"@{figure}")
    assert "K7QX" not in one + two
    again = desk.take(plan(path))
    assert again.unchanged == again.rows
    write_kit(blocks=rows.format(" stands"))
    done = desk.take(plan(path))
    assert done.found.warnings == []
    assert _texts(desk) == (f"@{two}, @{one}, @K7QX-2026-0003", f"@{figure} stands")


def _texts(desk: Desk) -> tuple[str, str]:
    (block,) = desk.keyed(Kind.REPORT, "r1").values(BLOCKS)
    return str(block["body"]), str(block["caption"])


def test_what_mentions_a_row_that_is_not_there_is_refused(plan: Work, write_kit: Kit) -> None:
    rows = HEADER.replace("\n", ",cites\n") + "r1,b1,text,,@K7QX-2026-0001,,,,,K7QX-2026-0001=case:c9\n"
    (error,) = plan(write_kit(reports=REPORTS, blocks=rows)).found.errors
    assert (error.column, error.code) == ("cites", RemarkCode.UNKNOWN_RECORD)


def test_blocks_without_reports_and_unknown_words_are_said(plan: Work, write_kit: Kit) -> None:
    alone = plan(write_kit(cases=CASES, blocks=HEADER + "r1,b1,text,,x,,,,\n"))
    assert [error.code for error in alone.found.errors] == [RemarkCode.BLOCK_OF_NOTHING]
    odd = plan(write_kit(reports=REPORTS, blocks=HEADER.replace("\n", ",pos\n") + "r1,b1,ode,,x,,,,sung,9\n"))
    assert not odd.found.errors
    assert {found.code for found in odd.found.warnings} == {
        RemarkCode.UNKNOWN_TERM,
        RemarkCode.COLUMN_NOT_TAKEN,
    }
