"""What a desk defines for itself, in the kit: terms, questions, places, sources, citations, searches."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.interop.findings import Code
from hrddesk.interop.kit_import import Plan
from hrddesk.records.kinds import Kind
from tests.unit.interop.conftest import Desk

Kit = Callable[..., Path]
Work = Callable[..., Plan]


def test_a_term_of_the_kit_is_known_to_the_events_of_the_kit(desk: Desk, plan: Work, write_kit: Kit) -> None:
    kit = write_kit(
        terms="term,vocabulary,code,label_en,label_zh,aliases\nt1,charge,tax_1,Tax trick,税务把戏,把戏\n",
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
        places="place,name,parent\nw,West Prison,q\nq,Quiet Province,\n",
        parties="party,names\np1,Odal Brisk\n",
        events="event,party,type,place,place_key\ne1,p1,detained,West Prison,w\ne2,p1,tried,the prison,w\n",
    )
    desk.take(plan(kit))
    west, outer = desk.keyed(Kind.PLACE, "w"), desk.keyed(Kind.PLACE, "q")
    assert west.text("parent") == outer.id
    first, second = desk.keyed(Kind.EVENT, "e1"), desk.keyed(Kind.EVENT, "e2")
    assert (first.text("place"), first.text("place_text")) == (west.id, "")  # its name is no saying
    assert (second.text("place"), second.text("place_text")) == (west.id, "the prison")


def test_a_place_that_would_lie_in_itself_is_refused(desk: Desk, plan: Work, write_kit: Kit) -> None:
    found = plan(write_kit(places="place,name,parent\na,A,b\nb,B,c\nc,C,a\nd,D,a\n")).found
    assert [(f.value, f.code) for f in found.errors] == [(key, Code.PLACE_IN_ITSELF) for key in "abc"]
    assert desk.records == {}


def test_what_cannot_be_understood_and_is_not_kept_is_said_to_be_left_out(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    kit = write_kit(
        parties="party,names,answers\np1,Odal Brisk,own.shoes=yes|nothing\n",
        questions="question,owner,key,label_en,type,position,retired,colour\n"
        "q,party,own.shoes,Shoes?,text,x,maybe,red\n",
        sources="cited,title\ns1,A letter\n",
        citations="citation,record,cited\nc1,party:p1,s1\nc2,party:none,s1\nc3,thing,s1\n",
    )
    found = plan(kit).found
    assert [(f.file, f.value, f.code) for f in found.warnings] == [
        ("questions.csv", "colour", Code.COLUMN_NOT_TAKEN),
        ("questions.csv", "x", Code.LEFT_OUT),
        ("questions.csv", "maybe", Code.LEFT_OUT),
        ("parties.csv", "nothing", Code.LEFT_OUT),
    ]
    assert [(f.value, f.code) for f in found.errors] == [
        ("none", Code.UNKNOWN_RECORD),
        ("thing", Code.UNKNOWN_RECORD),
    ]
