"""`texts.csv`: each row a text of a record of the same kit."""

from collections.abc import Callable

import pytest

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.records.model.kinds import TEXTS, Kind
from hrddesk.records.texts.texts import texts_of
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]

CASES = "case,title,parties,narrative,text_language\nc1,Willow Lane,,He left.,en\nc2,The mill,,,\n"
HEADER = "record,text,language,kind,of,by,checked,body\n"
TEXTS_CSV = HEADER + "case:c1,t1,es,译文,narrative,heron,yes,Se fue.\ncase:c1,t2,es,,t1,,,Se marchó.\n"


def test_texts_come_to_the_record_that_they_name(desk: Desk, plan: Work, write_kit: Kit) -> None:
    done = desk.take(plan(write_kit(cases=CASES, texts=TEXTS_CSV)))
    assert not done.found.errors
    assert not done.found.warnings
    first, second, third = texts_of(desk.keyed(Kind.CASE, "c1"))
    assert (first.body, first.language) == ("He left.", "en")
    assert (second.language, second.kind, second.of, second.by) == ("es", "translation", "narrative", "heron")
    assert (second.checked, third.checked, third.of) == (True, False, second.field)
    assert not texts_of(desk.keyed(Kind.CASE, "c2"))


def test_the_same_rows_change_nothing_and_a_changed_one_only_itself(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    desk.take(plan(write_kit(cases=CASES, texts=TEXTS_CSV)))
    before = desk.keyed(Kind.CASE, "c1").lists[TEXTS]
    again = desk.take(plan(write_kit(cases=CASES, texts=TEXTS_CSV)))
    assert again.unchanged == 2
    desk.take(plan(write_kit(cases=CASES, texts=TEXTS_CSV.replace("Se fue.", "Partió."))))
    after = desk.keyed(Kind.CASE, "c1").lists[TEXTS]
    assert list(before) == list(after)
    assert [item["body"] for item in after.values()] == ["Partió.", "Se marchó."]
    desk.take(plan(write_kit(cases=CASES, texts=HEADER)))
    assert TEXTS not in desk.keyed(Kind.CASE, "c1").lists


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("case:c9,t1,,,,,,x", "record", RemarkCode.TEXT_OF_NOTHING),
        ("c1,t1,,,,,,x", "record", RemarkCode.TEXT_OF_NOTHING),
        (",t1,,,,,,x", "record", RemarkCode.TEXT_OF_NOTHING),
        ("case:c1,,,,,,,x", "text", RemarkCode.KEY_MISSING),
        ("case:c1,t1,,,,,,x\ncase:c1,t1,,,,,,y", "text", RemarkCode.KEY_TWICE),
        ("case:c1,t1,,,,,, ", "body", RemarkCode.NO_WORDS),
        ("case:c1,t1,Spanish,,,,,x", "language", RemarkCode.BAD_LANGUAGE),
        ("case:c1,t1,,,t1,,,x", "of", RemarkCode.TEXT_OF_ITSELF),
    ],
)
def test_what_is_no_text_is_an_error_and_nothing_is_taken(
    plan: Work, write_kit: Kit, row: str, column: str, code: RemarkCode
) -> None:
    (error,) = plan(write_kit(cases=CASES, texts=HEADER + row + "\n")).found.errors
    assert (error.file, error.column, error.code) == ("texts.csv", column, code)


def test_a_circle_of_texts_is_an_error_and_what_leads_into_it_is_none(plan: Work, write_kit: Kit) -> None:
    rows = "case:c1,t1,,,t2,,,x\ncase:c1,t2,,,t1,,,y\ncase:c1,t3,,,t1,,,z\n"
    errors = plan(write_kit(cases=CASES, texts=HEADER + rows)).found.errors
    assert [(item.row, item.column, item.code) for item in errors] == [
        (2, "of", RemarkCode.TEXT_OF_ITSELF),
        (3, "of", RemarkCode.TEXT_OF_ITSELF),
    ]


def test_what_is_not_understood_is_told(desk: Desk, plan: Work, write_kit: Kit) -> None:
    row = "case:c1,t1,es,poem,t7,,perhaps,x,y\n"
    done = desk.take(plan(write_kit(cases=CASES, texts=HEADER.replace("body", "body,mood") + row)))
    warned = {(item.column, item.code) for item in done.found.warnings}
    assert warned == {
        ("of", RemarkCode.NOT_UNDERSTOOD),
        ("checked", RemarkCode.LEFT_OUT),
        ("mood", RemarkCode.COLUMN_NOT_TAKEN),
        ("kind", RemarkCode.UNKNOWN_TERM),
    }
    text = texts_of(desk.keyed(Kind.CASE, "c1"))[1]
    assert (text.kind, text.of, text.checked) == ("poem", "t7", False)


def test_a_language_of_a_narrative_that_is_none_is_an_error(plan: Work, write_kit: Kit) -> None:
    (error,) = plan(write_kit(cases=CASES.replace(",en", ",English"))).found.errors
    assert (error.file, error.column, error.code) == ("cases.csv", "text_language", RemarkCode.BAD_LANGUAGE)
