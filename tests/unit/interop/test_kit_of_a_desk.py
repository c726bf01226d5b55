"""What a desk defines for itself, in the kit: terms, questions, places, sources, citations, searches."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.records.model.kinds import Kind
from tests.unit.interop.conftest import Desk

Kit = Callable[..., Path]
Work = Callable[..., ImportPlan]


def test_a_term_of_the_kit_is_known_to_the_events_of_the_kit(desk: Desk, plan: Work, write_kit: Kit) -> None:
    kit = write_kit(
        terms="term,vocabulary,code,label@en,label@zh-Hans,aliases\n"
        "t1,charge,tax_1,Tax trick,税务把戏,把戏\n",
        parties="party,names\np1,Odal Brisk\n",
        events="event,party,type,charges\ne1,p1,charged,把戏\n",
    )
    done = desk.take(plan(kit))
    assert done.found.warnings == []
    assert desk.keyed(Kind.EVENT, "e1").values("charges")[0]["term"] == "tax_1"


def test_places_refer_to_each_other_in_any_order_and_an_event_to_them(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    kit = write_kit(
        places="place,label@en,parent\nw,West Prison,q\nq,Quiet Province,\n",
        parties="party,names\np1,Odal Brisk\n",
        events="event,party,type,place,place_key\ne1,p1,detained,West Prison,w\ne2,p1,tried,the prison,w\n",
    )
    desk.take(plan(kit))
    west, outer = desk.keyed(Kind.PLACE, "w"), desk.keyed(Kind.PLACE, "q")
    assert west.text("parent") == outer.id
    first, second = desk.keyed(Kind.EVENT, "e1"), desk.keyed(Kind.EVENT, "e2")
    assert (first.text("place"), first.text("place_text")) == (west.id, "West Prison")
    assert (second.text("place"), second.text("place_text")) == (west.id, "the prison")


def test_a_place_that_would_lie_in_itself_is_refused(desk: Desk, plan: Work, write_kit: Kit) -> None:
    found = plan(write_kit(places="place,label@en,parent\na,A,b\nb,B,c\nc,C,a\nd,D,a\n")).found
    assert [(f.value, f.code) for f in found.errors] == [(key, RemarkCode.PLACE_IN_ITSELF) for key in "abc"]
    assert desk.records == {}


def test_what_cannot_be_understood_and_is_not_kept_is_said_to_be_left_out(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    kit = write_kit(
        parties="party,names,answers\np1,Odal Brisk,own.shoes=yes|nothing\n",
        questions="question,owner,key,label@en,type,position,retired,colour\n"
        "q,party,own.shoes,Shoes?,text,x,maybe,red\n",
        sources="cited,title\ns1,A letter\n",
        citations="citation,record,cited\nc1,party:p1,s1\nc2,party:none,s1\nc3,thing,s1\n",
    )
    found = plan(kit).found
    assert [(f.file, f.value, f.code) for f in found.warnings] == [
        ("questions.csv", "colour", RemarkCode.COLUMN_NOT_TAKEN),
        ("questions.csv", "x", RemarkCode.LEFT_OUT),
        ("questions.csv", "maybe", RemarkCode.LEFT_OUT),
        ("parties.csv", "nothing", RemarkCode.LEFT_OUT),
    ]
    assert [(f.value, f.code) for f in found.errors] == [
        ("none", RemarkCode.UNKNOWN_RECORD),
        ("thing", RemarkCode.UNKNOWN_RECORD),
    ]


def test_a_term_has_a_column_for_each_language(desk: Desk, plan: Work, write_kit: Kit) -> None:
    head = "term,vocabulary,code,Label@EN,label@zh-hant,label@ug\n"
    desk.take(plan(write_kit(terms=head + "t1,charge,tax_1,Tax trick,稅務把戲,باج\n")))
    term = desk.keyed(Kind.TERM, "t1")
    assert term.labels == {"en": "Tax trick", "zh-Hant": "稅務把戲", "ug": "باج"}
    assert set(term.lists["labels"]) == {"en", "zh_hant", "ug"}
    # What the file changes is taken, what it does not name stays, what it empties goes.
    desk.take(plan(write_kit(terms="term,vocabulary,code,label@en,label@ug\nt1,charge,tax_1,Tax ploy,\n")))
    assert desk.keyed(Kind.TERM, "t1").labels == {"en": "Tax ploy", "zh-Hant": "稅務把戲"}
    assert plan(write_kit(terms=head + "t1,charge,tax_1,Tax ploy,稅務把戲,\n")).found.errors == []


def test_a_label_that_was_changed_here_too_is_said(desk: Desk, plan: Work, write_kit: Kit) -> None:
    head = "term,vocabulary,code,label@en\n"
    desk.take(plan(write_kit(terms=head + "t1,charge,tax_1,Tax trick\n")))
    term = desk.keyed(Kind.TERM, "t1")
    desk.records[term.id] = term.with_labels({"en": "Tax ruse"})
    found = plan(write_kit(terms=head + "t1,charge,tax_1,Tax ploy\n")).found
    assert [(f.column, f.code) for f in found.warnings] == [("label@en", RemarkCode.CHANGED_HERE_TOO)]


def test_labels_in_no_language_are_refused(desk: Desk, plan: Work, write_kit: Kit) -> None:
    kit = write_kit(
        terms="term,vocabulary,code,label@english,label@en,label@\nt1,charge,tax_1,Tax trick,,x\n",
        questions="question,owner,key,type\nq,party,own.shoes,text\n",
    )
    found = plan(kit).found
    assert sorted((f.file, f.row, f.column, f.code) for f in found.errors) == [
        ("questions.csv", 2, "label", RemarkCode.NO_LABEL),
        ("terms.csv", 1, "label@", RemarkCode.BAD_LANGUAGE),
        ("terms.csv", 1, "label@english", RemarkCode.BAD_LANGUAGE),
        ("terms.csv", 2, "label", RemarkCode.NO_LABEL),
    ]
    assert desk.records == {}
