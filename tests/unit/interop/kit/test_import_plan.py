"""Rows become records: each once, with all that was typed, and never over what the desk knows better."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.interop.kit.row_application import WholeLevel
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.system.jobs import Cancelled, Job
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]

PARTIES = "party,names,kind\np1,Gou Lanting|缑岚汀,person\np2,Ji Shuo@Latn:main,person\np3,Ji Shuo,person\n"
EVENTS = (
    "event,party,type,date,place,charges\ne1,p2,detained,2022-03,Qinglu,寻衅滋事|reading\ne2,p1,带走,,,\n"
)


def _warned(plan: ImportPlan) -> list[tuple[str, int, str, str, RemarkCode]]:
    return [(f.file, f.row, f.column, f.value, f.code) for f in plan.found.warnings]


def _errors(plan: ImportPlan) -> list[tuple[str, int, str, RemarkCode]]:
    return [(f.file, f.row, f.column, f.code) for f in plan.found.errors]


def test_a_row_becomes_a_record_as_it_was_typed(desk: Desk, plan: Work, write_kit: Kit) -> None:
    done = desk.take(plan(write_kit(parties=PARTIES, events=EVENTS)))
    assert done.rows == 5
    event = desk.keyed(Kind.EVENT, "e1")
    assert {k: v for k, v in event.fields.items() if k != "case"} == {
        "type": "detained", "date": "2022-03", "place_text": "Qinglu",
    }  # fmt: skip
    charges = [(e["raw"], e.get("term")) for e in event.values("charges")]
    assert charges == [("寻衅滋事", "picking_quarrels"), ("reading", None)]
    assert [(e["party"], e["role"]) for e in event.values("parties")] == [
        (desk.keyed(Kind.PARTY, "p2").id, "victim")
    ]
    assert desk.keyed(Kind.EVENT, "e2").fields["type"] == "taken_away"
    assert _warned(done) == [("events.csv", 2, "charges", "reading", RemarkCode.UNKNOWN_TERM)]
    keys = desk.keyed(Kind.PARTY, "p1").values("keys")
    assert [(e["source"], e["file"], e["key"]) for e in keys] == [("summer", "parties.csv", "p1")]


def test_equal_names_never_merge(desk: Desk, plan: Work, write_kit: Kit) -> None:
    desk.take(plan(write_kit(parties=PARTIES)))
    desk.take(plan(write_kit("winter", parties=PARTIES)))
    assert len(desk.all(Kind.PARTY)) == 6


def test_a_kit_without_cases_gives_one_to_each_who_has_events_in_the_order_of_rows(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    desk.take(plan(write_kit(parties=PARTIES, events=EVENTS)))
    assert [case.text("title") for case in desk.all(Kind.CASE)] == ["Gou Lanting / 缑岚汀", "Ji Shuo"]
    for event in desk.all(Kind.EVENT):
        victim = event.values("parties")[0]["party"]
        case = desk.get(RecordId(event.text("case")))
        assert [(e["party"], e["role"]) for e in case.values("parties")] == [(victim, "subject")]


def test_the_same_again_changes_nothing(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(parties=PARTIES, events=EVENTS, relations="from,type,to\np1,friend_of,p2\n")
    desk.take(plan(path))
    before = dict(desk.records)
    again = desk.take(plan(path))
    assert again.unchanged == again.rows == 6
    assert not any(item.is_changed or item.remember for item in again.planned)
    assert desk.records == before


def test_only_the_cells_that_changed_are_taken(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(parties=PARTIES, events=EVENTS)
    desk.take(plan(path))
    event = desk.keyed(Kind.EVENT, "e1")
    ours = event.with_fields(place_text="Qinglu District", assertion="confirmed").with_elements(
        "charges", [{"raw": "寻衅滋事", "term": "picking_quarrels"}, {"raw": "added here"}]
    )
    desk.records[event.id] = ours
    write_kit(events=EVENTS.replace("2022-03", "2022-03-05").replace("reading", "writing"))
    changed = desk.take(plan(path))
    after = desk.keyed(Kind.EVENT, "e1")
    assert (after.text("date"), after.text("place_text")) == ("2022-03-05", "Qinglu District")
    assert after.text("assertion") == "confirmed"
    assert [e["raw"] for e in after.values("charges")] == ["寻衅滋事", "writing", "added here"]
    assert changed.unchanged == 4
    assert [item.record.kind for item in changed.planned if item.is_changed] == [Kind.EVENT]


def test_a_cell_that_changed_on_both_sides_is_taken_and_said(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(parties=PARTIES, events=EVENTS)
    desk.take(plan(path))
    event = desk.keyed(Kind.EVENT, "e1")
    desk.records[event.id] = event.with_fields(place_text="elsewhere", date="2022-03-05")
    write_kit(events=EVENTS.replace("Qinglu", "Yunmo").replace("2022-03", "2022-03-05"))
    done = desk.take(plan(path))
    assert desk.keyed(Kind.EVENT, "e1").text("place_text") == "Yunmo"
    assert _warned(done) == [("events.csv", 2, "place", "Yunmo", RemarkCode.CHANGED_HERE_TOO)]


def test_a_cell_that_was_emptied_clears_and_a_column_that_is_gone_does_not(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    path = write_kit(parties=PARTIES, events=EVENTS)
    desk.take(plan(path))
    write_kit(events="event,party,type,date,charges\ne1,p2,detained,,\ne2,p1,带走,,\n")
    desk.take(plan(path))
    event = desk.keyed(Kind.EVENT, "e1")
    assert (event.text("date"), event.text("place_text")) == ("", "Qinglu")
    assert "charges" not in event.lists
    again = desk.take(plan(path))
    assert again.unchanged == again.rows


def test_what_the_desk_deleted_does_not_come_back(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(
        parties=PARTIES, events=EVENTS + "e3,p2,released,,,\n", relations="from,type,to\np1,friend_of,p2\n"
    )
    desk.take(plan(path))
    gone = [desk.keyed(Kind.PARTY, "p2"), desk.keyed(Kind.EVENT, "e1"), desk.keyed(Kind.CASE, "p2")]
    gone += desk.all(Kind.RELATION)
    for record in gone:
        del desk.records[record.id]
    write_kit(events=EVENTS + "e3,p2,released,2022,,\ne4,p2,tried,,,\n")
    done = desk.take(plan(path))
    assert not set(desk.records) & {record.id for record in gone}
    assert desk.keyed(Kind.EVENT, "e3").text("date") == "2022"
    assert "parties" not in desk.keyed(Kind.EVENT, "e4").lists
    said = [(file, row, code) for file, row, _, _, code in _warned(done)]
    assert ("parties.csv", 3, RemarkCode.DELETED_HERE) in said
    assert ("events.csv", 2, RemarkCode.DELETED_HERE) in said
    assert ("events.csv", 5, RemarkCode.DELETED_HERE) in said
    assert ("relations.csv", 2, RemarkCode.DELETED_HERE) in said


def test_a_deleted_case_of_its_own_does_not_come_back(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(parties=PARTIES, events=EVENTS)
    desk.take(plan(path))
    del desk.records[desk.keyed(Kind.CASE, "p1").id]
    write_kit(events=EVENTS + "e3,p1,tried,,,\n")
    done = desk.take(plan(path))
    assert len(desk.all(Kind.CASE)) == 1
    assert _warned(done) == [("events.csv", 4, "party", "p1", RemarkCode.NO_CASE)]


def test_rows_refer_to_earlier_imports_of_the_same_source(desk: Desk, plan: Work, write_kit: Kit) -> None:
    desk.take(plan(write_kit(parties=PARTIES, events=EVENTS)))
    more = write_kit("later", events="event,party,type\ne9,p1,tried\ne8,p3,tried\n")
    assert _errors(plan(more)) == [
        ("events.csv", 2, "party", RemarkCode.UNKNOWN_PARTY),
        ("events.csv", 3, "party", RemarkCode.UNKNOWN_PARTY),
    ]
    desk.take(plan(more, source="summer"))
    assert len(desk.all(Kind.CASE)) == 3
    assert desk.keyed(Kind.EVENT, "e9").fields["case"] == desk.keyed(Kind.CASE, "p1").id
    assert desk.keyed(Kind.EVENT, "e8").fields["case"] == desk.keyed(Kind.CASE, "p3").id


def test_a_party_that_is_in_a_case_already_gets_no_other(desk: Desk, plan: Work, write_kit: Kit) -> None:
    desk.take(plan(write_kit(parties=PARTIES, cases="case,parties\nc1,p1:victim\n")))
    desk.take(plan(write_kit("later", events="event,party,type\ne9,p1,tried\n"), source="summer"))
    assert desk.keyed(Kind.EVENT, "e9").fields["case"] == desk.keyed(Kind.CASE, "c1").id
    assert len(desk.all(Kind.CASE)) == 1


def test_the_desks_own_records_are_known_by_their_reference(desk: Desk, plan: Work, write_kit: Kit) -> None:
    desk.take(plan(write_kit(parties="party,names\np1,Ji Shuo\n")))
    mine = desk.all(Kind.PARTY)[0]
    desk.records[mine.id] = mine = mine.with_elements("keys", [])
    desk.rows.clear()
    text = f"party,age\n{mine.text('ref')},29\n"
    desk.take(plan(write_kit("other", parties=text, events=f"event,party,type\ne1,{mine.id},tried\n")))
    assert [party.text("age") for party in desk.all(Kind.PARTY)] == ["29"]
    assert "keys" not in desk.all(Kind.PARTY)[0].lists
    assert len(desk.keyed(Kind.EVENT, "e1").lists["parties"]) == 1


def test_a_record_that_came_by_a_bundle_loses_nothing(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(parties="party,names,age,disability\np1,Ji Shuo@Latn:main,29,\n")
    desk.take(plan(path))
    desk.rows.clear()  # a bundle brings the key, not the row
    mine = desk.all(Kind.PARTY)[0]
    desk.records[mine.id] = mine.with_fields(disability="yes", age="30").with_elements(
        "names", [{"name": "籍朔", "script": "Hans", "kind": "main"}]
    )
    desk.take(plan(path))
    after = desk.all(Kind.PARTY)[0]
    assert (after.text("age"), after.text("disability")) == ("29", "yes")
    assert [e["name"] for e in after.values("names")] == ["Ji Shuo", "籍朔"]


def test_cases_name_their_people_with_roles(desk: Desk, plan: Work, write_kit: Kit) -> None:
    parties = PARTIES + "a:b,X,person\n"
    cases = "case,title,parties,narrative,tags,status\nc1,T,p1|p2:律师|a:b|a:b:source,long,x|y,open\n"
    desk.take(plan(write_kit(parties=parties, cases=cases)))
    case = desk.keyed(Kind.CASE, "c1")
    keys = {desk.keyed(Kind.PARTY, key).id: key for key in ("p1", "p2", "a:b")}
    assert [(keys[RecordId(str(e["party"]))], e.get("role")) for e in case.values("parties")] == [
        ("p1", None), ("p2", "lawyer"), ("a:b", None), ("a:b", "source"),
    ]  # fmt: skip
    assert [e["text"] for e in case.values("tags")] == ["x", "y"]
    assert (case.text("title"), case.text("narrative"), case.text("status")) == ("T", "long", "open")


def test_an_event_is_in_the_case_of_its_party_unless_it_says_otherwise(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    cases = "case,parties\nc1,p1\nc2,p1|p2\n"
    events = (
        "event,party,type,case\ne1,p2,tried,\ne2,p1,tried,c1\ne3,p2,tried,none\ne4,,tried,c1\ne5,p3,tried,\n"
    )
    done = desk.take(plan(write_kit(parties=PARTIES, cases=cases, events=events)))
    names = {desk.keyed(Kind.CASE, key).id: key for key in ("c1", "c2")}
    found = {
        key: names.get(RecordId(desk.keyed(Kind.EVENT, key).text("case")))
        for key in ("e1", "e2", "e3", "e4", "e5")
    }
    assert found == {"e1": "c2", "e2": "c1", "e3": None, "e4": "c1", "e5": None}
    assert _warned(done) == [("events.csv", 6, "party", "p3", RemarkCode.NO_CASE)]


@pytest.mark.parametrize(
    ("files", "error"),
    [
        (
            {"parties": "party\np1\n", "events": "event,party\ne1,p9\n"},
            ("events.csv", 2, "party", RemarkCode.UNKNOWN_PARTY),
        ),
        ({"events": "event,party\ne1,\n"}, ("events.csv", 2, "party", RemarkCode.NO_PARTY)),
        ({"events": "event,case\ne1,c9\n"}, ("events.csv", 2, "case", RemarkCode.UNKNOWN_CASE)),
        (
            {
                "parties": "party\np1\n",
                "cases": "case,parties\nc1,p1\nc2,p1\n",
                "events": "event,party\ne1,p1\n",
            },
            ("events.csv", 2, "party", RemarkCode.WHICH_CASE),
        ),
        (
            {"parties": "party\np1\n", "events": "event,party,links\ne1,p1,follows:e9\n"},
            ("events.csv", 2, "links", RemarkCode.UNKNOWN_EVENT),
        ),
        (
            {"parties": "party\np1\n", "events": "event,party,others\ne1,p1,p9:lawyer\n"},
            ("events.csv", 2, "others", RemarkCode.UNKNOWN_PARTY),
        ),
        ({"parties": "party\np1\np2\np1\n"}, ("parties.csv", 4, "party", RemarkCode.KEY_TWICE)),
        ({"parties": "party,age\n,30\n"}, ("parties.csv", 2, "party", RemarkCode.KEY_MISSING)),
        (
            {"parties": "party\np1\n", "relations": "from,type,to\np1,friend_of,\n"},
            ("relations.csv", 2, "to", RemarkCode.KEY_MISSING),
        ),
        (
            {"parties": "party\np1\n", "relations": "from,type,to\np1,friend_of,p9\n"},
            ("relations.csv", 2, "to", RemarkCode.UNKNOWN_PARTY),
        ),
        ({"cases": "case,parties\nc1,p9\n"}, ("cases.csv", 2, "parties", RemarkCode.UNKNOWN_PARTY)),
        (
            {"parties": "party,visibility\np1,secert\n"},
            ("parties.csv", 2, "visibility", RemarkCode.BAD_VISIBILITY),
        ),
        (
            {"parties": "party,visibility\np1,shoe:secret\n"},
            ("parties.csv", 2, "visibility", RemarkCode.BAD_VISIBILITY),
        ),
        ({"parties": "name\nx\n"}, ("parties.csv", 1, "", RemarkCode.NO_HEADER)),
    ],
)
def test_errors(
    desk: Desk, plan: Work, write_kit: Kit, files: dict[str, str], error: tuple[str, int, str, RemarkCode]
) -> None:
    assert _errors(plan(write_kit(**files))) == [error]


@pytest.mark.parametrize(
    ("files", "warning"),
    [
        (
            {"parties": "party,birth\np1,1954-02-29\n"},
            ("parties.csv", 2, "birth", "1954-02-29", RemarkCode.DATE_NOT_UNDERSTOOD),
        ),
        (
            {"parties": "party,ethnicity\np1,Martian\n"},
            ("parties.csv", 2, "ethnicity", "Martian", RemarkCode.UNKNOWN_TERM),
        ),
        (
            {"parties": "party,size\np1,a dozen\n"},
            ("parties.csv", 2, "size", "a dozen", RemarkCode.NOT_UNDERSTOOD),
        ),
        (
            {"parties": "party,names\np1,X@Qaaa:main\n"},
            ("parties.csv", 2, "names", "Qaaa", RemarkCode.UNKNOWN_SCRIPT),
        ),
        (
            {"parties": "party,names\np1,X@Latn:epithet\n"},
            ("parties.csv", 2, "names", "epithet", RemarkCode.UNKNOWN_TERM),
        ),
        (
            {"parties": "party,terms\np1,religion:lakes\n"},
            ("parties.csv", 2, "terms", "lakes", RemarkCode.UNKNOWN_TERM),
        ),
        (
            {"parties": "party,terms\np1,lakes\n"},
            ("parties.csv", 2, "terms", "lakes", RemarkCode.UNKNOWN_TERM),
        ),
        (
            {"parties": "party,terms\np1,religion:islam [1954-02-29..]\n"},
            ("parties.csv", 2, "terms", "1954-02-29", RemarkCode.DATE_NOT_UNDERSTOOD),
        ),
        (
            {"figures": "figure,as_of\nf1,soon\n"},
            ("figures.csv", 2, "as_of", "soon", RemarkCode.DATE_NOT_UNDERSTOOD),
        ),
        (
            {"figures": "figure,kind\nf1,guessed\n"},
            ("figures.csv", 2, "kind", "guessed", RemarkCode.UNKNOWN_TERM),
        ),
        (
            {"events": "event,case,penalties\ne1,none,flogging\n"},
            ("events.csv", 2, "penalties", "flogging", RemarkCode.NOT_UNDERSTOOD),
        ),
        (
            {"events": "event,case,terms\ne1,none,rudeness\n"},
            ("events.csv", 2, "terms", "rudeness", RemarkCode.UNKNOWN_TERM),
        ),
        (
            {"events": "event,case,charges,charge_stages\ne1,none,fraud,a|b\n"},
            ("events.csv", 2, "charge_stages", "b", RemarkCode.LEFT_OUT),
        ),
        (
            {"parties": "party\np1\np2\n", "relations": "from,type,to\np1,friend_of,p2\np1,friend_of,p2\n"},
            ("relations.csv", 3, "", "p1|friend_of|p2", RemarkCode.SAID_TWICE),
        ),
    ],
)
def test_warnings_keep_the_words(
    desk: Desk,
    plan: Work,
    write_kit: Kit,
    files: dict[str, str],
    warning: tuple[str, int, str, str, RemarkCode],
) -> None:
    done = desk.take(plan(write_kit(**files)))
    assert _warned(done) == [warning]
    if warning[4] not in (RemarkCode.SAID_TWICE, RemarkCode.LEFT_OUT):
        assert any(warning[3] in str(record.to_json()) for record in desk.records.values())


def test_a_position_that_is_no_number_is_told_and_crashes_nothing(plan: Work, write_kit: Kit) -> None:
    kit = write_kit(questions="question,owner,type,label@en,position\nshoes,party,text,Shoes?,--5\n")
    assert _warned(plan(kit)) == [("questions.csv", 2, "position", "--5", RemarkCode.LEFT_OUT)]


def test_unknown_columns_are_kept_in_the_note(desk: Desk, plan: Work, write_kit: Kit) -> None:
    files = {
        "parties": "party,note,shoe size,eyes\np1,typed,43,\n",
        "events": "event,case,weather\ne1,none,rain\n",
        "figures": "figure,page\nf1,12\n",
    }
    path = write_kit(**files)
    desk.take(plan(path))
    assert desk.keyed(Kind.PARTY, "p1").text("note") == "typed\nshoe size: 43"
    assert desk.keyed(Kind.EVENT, "e1").text("note") == "weather: rain"
    assert desk.keyed(Kind.FIGURE, "f1").text("note") == "page: 12"
    write_kit(parties="party,note,shoe size,eyes\np1,typed,44,brown\n")
    desk.take(plan(path))
    assert desk.keyed(Kind.PARTY, "p1").text("note") == "typed\nshoe size: 44\neyes: brown"


def test_everything_that_an_event_may_say(desk: Desk, plan: Work, write_kit: Kit) -> None:
    events = (
        "event,party,others,type,form,charges,charge_stages,penalties,terms,links,summary,assertion\n"
        "e1,p1,p2:lawyer|p3,tried,rsdl,fraud|诽谤,|indicted,fixed:4years until 2026,"
        "tiger_chair|platform:微信,follows:e2|e2,words,confirmed\n"
        "e2,p1,,summoned,,,,,,,,\n"
    )
    desk.take(plan(write_kit(parties=PARTIES, events=events)))
    event, other = desk.keyed(Kind.EVENT, "e1"), desk.keyed(Kind.EVENT, "e2")
    assert [e.get("role") for e in event.values("parties")] == ["victim", "lawyer", None]
    assert [e.get("stage") for e in event.values("charges")] == [None, "indicted"]
    penalty = event.values("penalties")[0]
    assert (penalty["months"], penalty["ends"], penalty["raw"]) == (48, "2026", "fixed:4years until 2026")
    assert [e["term"] for e in event.values("terms")] == ["tiger_chair", "platform:wechat"]
    assert [(e["event"], e.get("type")) for e in event.values("links")] == [
        (other.id, "follows"),
        (other.id, None),
    ]
    assert (event.text("summary"), event.text("measure")) == ("words", "rsdl")


# --- relations ------------------------------------------------------------------------------------------


def test_a_relation_is_what_it_says(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(parties=PARTIES, relations="from,type,to\np1,spouse of,p2\np1,friend_of,p2\n")
    desk.take(plan(path))
    first, second = desk.all(Kind.RELATION)
    assert (first.text("type"), second.text("type")) == ("spouse_of", "friend_of")
    # One that the desk itself made is the same relation: no second one is made.
    desk.records[first.id] = first.with_elements("keys", [])
    desk.rows.clear()
    desk.take(plan(path))
    assert [relation.id for relation in desk.all(Kind.RELATION)] == [first.id, second.id]


def test_a_relation_may_have_a_key_of_its_own(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path = write_kit(parties=PARTIES, relations="from,type,to,relation\np1,friend_of,p2,r1\n")
    desk.take(plan(path))
    write_kit(relations="from,type,to,relation\np1,spouse_of,p3,r1\n")
    desk.take(plan(path))
    (relation,) = desk.all(Kind.RELATION)
    assert relation.text("type") == "spouse_of"
    assert relation.text("object") == desk.keyed(Kind.PARTY, "p3").id


# --- sources --------------------------------------------------------------------------------------------


def test_a_row_may_have_a_source_of_its_own(desk: Desk, plan: Work, write_kit: Kit) -> None:
    parties = "party,age,source\np1,30,\nwinter/p1,31,winter\np7,32,winter\n"
    events = "event,party,type\ne1,winter/p1,tried\n"
    path = write_kit(parties=parties, events=events)
    desk.take(plan(path))
    keys = [(p.text("age"), e["source"], e["key"]) for p in desk.all(Kind.PARTY) for e in p.values("keys")]
    assert keys == [("30", "summer", "p1"), ("31", "winter", "p1"), ("32", "winter", "p7")]
    assert desk.keyed(Kind.EVENT, "e1").values("parties")[0]["party"] == desk.all(Kind.PARTY)[1].id
    again = desk.take(plan(path))
    assert again.unchanged == again.rows
    assert len(desk.all(Kind.CASE)) == 1


def test_planning_can_be_cancelled(desk: Desk, write_kit: Kit) -> None:
    from hrddesk.interop.kit import kit
    from hrddesk.interop.kit.import_plan import to_records
    from hrddesk.system.jobs import silent

    rows = kit.read_kit(write_kit(parties=PARTIES, relations="from,type,to\np1,friend_of,p2\n"), silent())
    seen: list[tuple[int, int]] = []
    job = Job(lambda done, total: seen.append((done, total)))
    to_records(rows, desk, source="s", level=WholeLevel(), job=job)
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4)]
    job.cancel()
    with pytest.raises(Cancelled):
        to_records(rows, desk, source="s", level=WholeLevel(), job=job)


def test_a_plan_changes_nothing_by_itself(desk: Desk, plan: Work, write_kit: Kit) -> None:
    path: Path = write_kit(parties=PARTIES, events=EVENTS)
    files = {file.name: file.read_bytes() for file in path.iterdir()}
    assert [item.is_changed for item in plan(path).planned] == [True] * 7
    assert desk.records == {}
    assert {file.name: file.read_bytes() for file in path.iterdir()} == files


def test_a_cell_longer_than_its_field_is_told_with_its_column_and_the_limit(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    kit = write_kit(
        parties="party,names\np1," + "x" * 500 + "\np2," + "x" * 501 + "\n",
        cases=f"case,title,tags\nc1,{'x' * 1000},{'x' * 1000}\nc2,{'x' * 1001},{'x' * 1001}\n",
    )
    assert _errors(found := plan(kit)) == [
        ("parties.csv", 3, "names", RemarkCode.TOO_LONG),
        ("cases.csv", 3, "title", RemarkCode.TOO_LONG),
        ("cases.csv", 3, "tags", RemarkCode.TOO_LONG),
    ]
    assert [error.message for error in found.found.errors] == [
        "it is longer than 500 characters",
        "it is longer than 1000 characters",
        "it is longer than 1000 characters",
    ]


@pytest.mark.parametrize(
    ("here", "file", "stand", "code"),
    [
        (["blue"], "own.shoes=red", ["red"], RemarkCode.CHANGED_HERE_TOO),
        ([], "own.shoes=red", ["red"], RemarkCode.ENTRY_CHANGED_HERE_TOO),
        (["red"], "own.shoes=red", ["red"], None),
        (["grey", "warm"], "own.shoes=grey|own.hat=black", ["grey", "black", "warm"], None),
    ],
)
def test_an_answer_that_changed_on_both_sides_is_taken_and_said(
    desk: Desk,
    plan: Work,
    write_kit: Kit,
    here: list[str],
    file: str,
    stand: list[str],
    code: RemarkCode | None,
) -> None:
    table = "party,names,answers\np1,Odal Brisk,{}\n"
    path = write_kit(parties=table.format("own.shoes=grey"))
    desk.take(plan(path))
    party = desk.keyed(Kind.PARTY, "p1")
    answers = zip(("own.shoes", "own.coat"), here, strict=False)
    desk.records[party.id] = party.with_elements(
        "values", [{"field": key, "answer": answer} for key, answer in answers]
    )
    write_kit(parties=table.format(file))
    done = desk.take(plan(path))
    assert [e["answer"] for e in desk.keyed(Kind.PARTY, "p1").values("values")] == stand
    assert _warned(done) == ([] if code is None else [("parties.csv", 2, "answers", file, code)])


@pytest.mark.parametrize(
    ("here", "file", "stand", "said"),
    [
        (["Nordian"], "Sudian", ["Sudian", "Nordian"], True),
        (["Nordian"], "", ["Nordian"], True),
        (["Sudian"], "Sudian", ["Sudian"], False),
        (["Old", "Nordian"], "Old|Sudian", ["Old", "Sudian", "Nordian"], False),
    ],
)
def test_an_entry_that_changed_on_both_sides_is_said_and_neither_is_lost(
    desk: Desk, plan: Work, write_kit: Kit, here: list[str], file: str, stand: list[str], said: bool
) -> None:
    table = "party,names,citizenships\np1,Odal Brisk,{}\n"
    path = write_kit(parties=table.format("Old"))
    desk.take(plan(path))
    party = desk.keyed(Kind.PARTY, "p1")
    desk.records[party.id] = party.with_elements("citizenships", [{"text": text} for text in here])
    write_kit(parties=table.format(file))
    done = desk.take(plan(path))
    assert [e["text"] for e in desk.keyed(Kind.PARTY, "p1").values("citizenships")] == stand
    expected = [("parties.csv", 2, "citizenships", file, RemarkCode.ENTRY_CHANGED_HERE_TOO)]
    assert _warned(done) == (expected if said else [])


def test_a_text_that_changed_on_both_sides_is_taken_and_said(desk: Desk, plan: Work, write_kit: Kit) -> None:
    case = "case,title,narrative\nc1,The mill,It burned.\n"
    texts = "record,text,language,kind,of,body\ncase:c1,t,en,translation,narrative,{}\n"
    path = write_kit(cases=case, texts=texts.format("It burnt."))
    desk.take(plan(path))
    record = desk.keyed(Kind.CASE, "c1")
    ((name, text),) = record.elements("texts")
    desk.records[record.id] = record.with_elements("texts", [{**text, "id": name, "body": "It was burnt."}])
    write_kit(texts=texts.format("It burned down."))
    done = desk.take(plan(path))
    assert [e["body"] for e in desk.keyed(Kind.CASE, "c1").values("texts")] == ["It burned down."]
    assert _warned(done) == [("cases.csv", 2, "texts.csv", "", RemarkCode.CHANGED_HERE_TOO)]


@pytest.mark.parametrize(
    ("first", "here", "then", "stands"),
    [
        ("fraud", "fraud", "fraud {theft}", "theft"),
        ("fraud {theft}", "theft", "fraud", "fraud"),
        ("fraud {theft}", "theft", "fraud {}", None),
        ("fraud", "theft", "fraud|arson", "theft"),
        ("fraud {theft}", "arson", "fraud {}|arson", None),
    ],
)
def test_a_code_that_the_file_chooses_otherwise_is_taken_and_else_the_desks_stays(
    desk: Desk, plan: Work, write_kit: Kit, first: str, here: str, then: str, stands: str | None
) -> None:
    events = "event,party,type,charges\ne1,p1,charged,{}\n"
    path = write_kit(parties="party,names\np1,Odal Brisk\n", events=events.format(first))
    desk.take(plan(path))
    event = desk.keyed(Kind.EVENT, "e1")
    desk.records[event.id] = event.with_elements("charges", [{"raw": "fraud", "term": here}])
    write_kit(events=events.format(then))
    desk.take(plan(path))
    found = desk.keyed(Kind.EVENT, "e1").values("charges")
    assert (found[0]["raw"], found[0].get("term")) == ("fraud", stands)
    assert len(found) == then.count("|") + 1


def test_a_penalty_that_the_file_reads_otherwise_is_taken(desk: Desk, plan: Work, write_kit: Kit) -> None:
    events = "event,party,type,penalties\ne1,p1,sentenced,{}\n"
    path = write_kit(parties="party,names\np1,Odal Brisk\n", events=events.format("fixed:48months"))
    desk.take(plan(path))
    write_kit(events=events.format("fixed:48months {fixed:36months}"))
    desk.take(plan(path))
    (penalty,) = desk.keyed(Kind.EVENT, "e1").values("penalties")
    assert (penalty["raw"], penalty["months"]) == ("fixed:48months", 36)


def test_entries_of_the_same_words_keep_each_its_code(desk: Desk, plan: Work, write_kit: Kit) -> None:
    events = "event,party,type,charges\ne1,p1,charged,{}\n"
    path = write_kit(parties="party,names\np1,Odal Brisk\n", events=events.format("fraud {theft}|fraud"))
    desk.take(plan(path))
    write_kit(events=events.format("fraud {theft}|fraud|arson"))
    desk.take(plan(path))
    charges = desk.keyed(Kind.EVENT, "e1").values("charges")
    assert [item["term"] for item in charges] == ["theft", "fraud", "arson"]


def test_words_that_a_vocabulary_learned_since_say_nothing_else(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    events = "event,party,type,charges\ne1,p1,charged,{}\n"
    path = write_kit(parties="party,names\np1,Odal Brisk\n", events=events.format("a tax trick"))
    desk.take(plan(path))
    term = Record(kind=Kind.TERM, id=new_id()).with_fields(vocabulary="charge", code="tax_1")
    desk.words = desk.words.with_records([term.with_labels({"en": "a tax trick"})])
    write_kit(events=events.format("a tax trick|theft"))
    done = desk.take(plan(path))
    assert [e["raw"] for e in desk.keyed(Kind.EVENT, "e1").values("charges")] == ["a tax trick", "theft"]
    assert [code for *_, code in _warned(done)] == [RemarkCode.UNKNOWN_TERM]
