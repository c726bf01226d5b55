"""Rows that say what cannot be: each an error with its place, and nothing is taken."""

from collections.abc import Callable

import pytest

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.records.model.kinds import Kind
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]

PARTIES = "party,birth,protected,consents\n"
RELATIONS = "from,type,to,since,until\n"
QUESTIONS = "question,owner,key,type,label@en\n"
EVENTS = "event,party,type,date,answered,due\n"
EVIDENCE = f"evidence,sha256,language,about\ne1,{'a' * 64},"
_YES = "yes;purpose=with_name;given_by={};date={}"


@pytest.mark.parametrize(
    ("file", "rows", "column", "code"),
    [
        ("parties", f"{PARTIES}p1,,perhaps,\n", "protected", RemarkCode.YES_OR_NO),
        (
            "parties",
            f"{PARTIES}p1,1980,,{_YES.format('guardian', '2020')}\n",
            "consents",
            RemarkCode.CANNOT_BE,
        ),
        ("parties", f"{PARTIES}p1,,,{_YES.format('self', '2999')}\n", "consents", RemarkCode.BAD_CONSENT),
        (
            "parties",
            f"{PARTIES}p1,,,{_YES.format('self', '2020')};pictures=perhaps\n",
            "consents",
            RemarkCode.NO_CONSENT,
        ),
        ("relations", f"{RELATIONS}p1,spouse_of,p1,,\n", "to", RemarkCode.CANNOT_BE),
        ("relations", f"{RELATIONS}p1,spouse_of,p2,2020,2019\n", "until", RemarkCode.CANNOT_BE),
        ("events", f"{EVENTS}v1,p1,intervention,2024-05-01,2024-01,\n", "answered", RemarkCode.CANNOT_BE),
        ("events", f"{EVENTS}v1,p1,intervention,2024-05-01,2999,\n", "answered", RemarkCode.CANNOT_BE),
        ("events", f"{EVENTS}v1,p1,intervention,2024-05-01,,2023\n", "due", RemarkCode.CANNOT_BE),
        ("evidence", f"{EVIDENCE},depicts::evidence:e1\n", "about", RemarkCode.ABOUT_WHAT),
        ("evidence", f"{EVIDENCE}Spanish,\n", "language", RemarkCode.BAD_LANGUAGE),
        ("terms", "term,vocabulary,code,label@en\nt1,moods,x,X\n", "vocabulary", RemarkCode.ONE_OF),
        ("questions", f"{QUESTIONS}q1,nobody,own.x,text,X?\n", "owner", RemarkCode.ONE_OF),
        ("questions", f"{QUESTIONS}q1,party,own.x,poem,X?\n", "type", RemarkCode.ONE_OF),
        ("terms", "term,vocabulary,code,into,label@en\nt1,sex,x,x,X\n", "into", RemarkCode.TERM_IN_ITSELF),
        ("terms", "term,vocabulary,label@en\nt1,sex,X\n", "code", RemarkCode.KEY_MISSING),
        ("places", "place,label@en,parent\na,A,a\n", "parent", RemarkCode.PLACE_IN_ITSELF),
        ("sources", "cited,language\ns1,Spanish\n", "language", RemarkCode.BAD_LANGUAGE),
    ],
)
def test_what_cannot_be_is_an_error_with_its_place(
    desk: Desk, plan: Work, write_kit: Kit, file: str, rows: str, column: str, code: RemarkCode
) -> None:
    files = {
        "parties": "party,names\np1,Lan Example\np2,Wei Example\n",
        "sources": "cited,type\ns1,interview\n",
    }
    files |= {file: rows}
    (error,) = plan(write_kit(**files)).found.errors
    assert (error.file, error.row, error.column, error.code) == (f"{file}.csv", 2, column, code)
    assert desk.records == {}


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("parties", "party,birth,death,contradicts\np1,1999,1990,death\n"),
        (
            "parties",
            f"party,birth,consents,contradicts\np1,1980,{_YES.format('guardian', '2020')},consents\n",
        ),
        ("parties", f"party,consents,contradicts\np1,{_YES.format('self', '2999')},consents\n"),
        ("relations", "from,type,to,contradicts\np1,spouse_of,p1,to\n"),
        ("events", f"{EVENTS[:-1]},contradicts\nv1,p1,intervention,2024,2023,2022,answered|due\n"),
        ("terms", "term,vocabulary,code,into,label@en,contradicts\nt1,sex,x,x,X,into\n"),
        ("terms", "term,vocabulary,code,contradicts\nt1,sex,x,label\n"),
        (
            "questions",
            f"{QUESTIONS[:-1]},contradicts\nq1,party,own.x,text,X?,key\nq2,party,own.x,text,Y?,key\n",
        ),
        ("places", "place,label@en,parent,contradicts\na,A,b,parent\nb,B,a,parent\n"),
        ("evidence", f"evidence,sha256,derived_from,contradicts\ne1,{'a' * 64},e1,derived_from\n"),
        ("texts", "record,text,of,body,contradicts\nevent:v1,t1,t1,x,of\n"),
    ],
)
def test_a_contradiction_that_its_vault_held_is_taken_and_said(
    desk: Desk, plan: Work, write_kit: Kit, file: str, rows: str
) -> None:
    files = {
        "parties": "party,names\np1,Lan Example\np2,Wei Example\n",
        "events": f"{EVENTS}v1,p1,intervention,,,\n",
    }
    done = plan(write_kit(**(files | {file: rows})))
    kept = [item for item in done.found.warnings if item.code is RemarkCode.CONTRADICTION_KEPT]
    assert {item.file for item in kept} == {f"{file}.csv"}
    desk.take(done)
    again = plan(write_kit())
    assert (again.unchanged, again.found.errors) == (again.rows, [])


def test_a_contradiction_beside_the_one_that_is_known_is_an_error(plan: Work, write_kit: Kit) -> None:
    rows = "party,birth,death,contradicts\np1,2999,1990,death\n"
    errors = plan(write_kit(parties=rows)).found.errors
    assert [(item.column, item.code) for item in errors] == [("birth", RemarkCode.CANNOT_BE)]


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("parties", "party,names,contradicts\np1,Lan Example,party\np1,Wei Example,party\n"),
        ("terms", "term,vocabulary,code,label@en,contradicts\nt1,sex,x,X,term\nt1,sex,y,Y,term\n"),
    ],
)
def test_two_rows_of_one_key_are_no_contradiction_that_a_vault_held(
    plan: Work, write_kit: Kit, file: str, rows: str
) -> None:
    errors = plan(write_kit(**{file: rows})).found.errors
    assert [(item.row, item.code) for item in errors] == [(3, RemarkCode.KEY_TWICE)]


def test_a_basis_without_a_published_document_comes_in_and_is_said(plan: Work, write_kit: Kit) -> None:
    # A vault can hold one: its document was public when it was cited. Redaction takes no such basis.
    done = plan(
        write_kit(
            parties=f"{PARTIES}p1,,,not_asked;basis=named_by_state;source=s1\n",
            sources="cited,type\ns1,interview\n",
        )
    )
    (warning,) = done.found.warnings
    assert (warning.file, warning.row, warning.code) == ("parties.csv", 2, RemarkCode.NOT_PUBLISHED)
    assert done.found.errors == []


@pytest.mark.parametrize(
    ("file", "kind", "row"), [("reports", Kind.REPORT, "r1,T,,"), ("cases", Kind.CASE, "c1,T,,")]
)
def test_a_column_called_as_a_file_is_a_column_that_nobody_knows(
    desk: Desk, plan: Work, write_kit: Kit, file: str, kind: Kind, row: str
) -> None:
    header = {"reports": "report,title,subtitle,series", "cases": "case,title,parties,narrative"}[file]
    rows = f'{header},blocks.csv,Texts.csv\n{row},[{{}}],"[{{""id"":""ID"",""pos"":""x""}}]"\n'
    made = plan(write_kit(**{file: rows}))
    assert [(item.column, item.code) for item in made.found.warnings] == [
        ("blocks.csv", RemarkCode.UNKNOWN_COLUMN),
        ("texts.csv", RemarkCode.UNKNOWN_COLUMN),
    ]
    desk.take(made)
    (record,) = desk.records.values()
    assert (record.kind, set(record.lists)) == (kind, {"keys"})
    assert "[{}]" in record.text("note")


@pytest.mark.parametrize(
    ("file", "rows", "column", "code"),
    [
        ("terms", "term,vocabulary,code,label@en\nt1,sex,x,X\nt2,sex,x,Y\n", "code", RemarkCode.KEY_TWICE),
        (
            "questions",
            f"{QUESTIONS}q1,party,own.x,text,X?\nq2,party,own.x,text,Y?\n",
            "key",
            RemarkCode.KEY_TWICE,
        ),
    ],
)
def test_two_that_stand_in_each_others_way_are_refused_at_the_second(
    plan: Work, write_kit: Kit, file: str, rows: str, column: str, code: RemarkCode
) -> None:
    (error,) = plan(write_kit(**{file: rows})).found.errors
    assert (error.row, error.column, error.code, error.detail) == (3, column, code, "2")


def test_two_terms_with_one_word_are_remarked_on(plan: Work, write_kit: Kit) -> None:
    found = plan(write_kit(terms="term,vocabulary,code,label@en\nt1,sex,x,Both\nt2,sex,y,both\n")).found
    assert [(item.row, item.code, item.detail) for item in found.warnings] == [
        (3, RemarkCode.WORD_TWICE, "2")
    ]
