"""Who may learn of what is imported."""

from collections.abc import Callable

from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]


def test_rows_are_restricted_unless_something_says_otherwise(desk: Desk, plan: Work, write_kit: Kit) -> None:
    parties = "party,age,visibility\np1,30,\np2,30,public\np3,30,secret|age:public\np4,30,公开|note:限制\n"
    desk.take(plan(write_kit(parties=parties)))
    levels = [(p.visibility("age"), p.visibility("note")) for p in desk.all(Kind.PARTY)]
    secret, restricted, public = Visibility.SECRET, Visibility.RESTRICTED, Visibility.PUBLIC
    assert levels == [(restricted, secret), (public, secret), (public, secret), (public, restricted)]
    assert desk.keyed(Kind.PARTY, "p3").visibility("names") is secret
    desk.take(plan(write_kit(parties=parties), Visibility.PUBLIC, "other"))
    assert [p.visibility("age") for p in desk.all(Kind.PARTY)[4:]] == [public] * 4
    assert desk.all(Kind.PARTY)[6].visibility("names") is secret


def test_the_level_of_the_whole_import_never_opens_what_has_one(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    path = write_kit(parties="party,age\np1,30\np2,30\n", events="event,party\ne1,p1\n")
    desk.take(plan(path))
    mine = desk.keyed(Kind.PARTY, "p1")
    desk.records[mine.id] = mine.with_visibility(Visibility.SECRET)
    assert desk.take(plan(path, Visibility.PUBLIC)).kept_stricter == 1
    assert [p.visibility("age") for p in desk.all(Kind.PARTY)] == [Visibility.SECRET, Visibility.PUBLIC]
    assert desk.take(plan(path, Visibility.PUBLIC, loosen=True)).kept_stricter == 0
    assert [p.visibility("age") for p in desk.all(Kind.PARTY)] == [Visibility.PUBLIC] * 2
    assert desk.keyed(Kind.CASE, "p1").visibility("parties") is Visibility.PUBLIC
    assert desk.keyed(Kind.CASE, "p1").visibility("title") is Visibility.SECRET
    assert not any(item.is_changed for item in plan(path, Visibility.PUBLIC, loosen=True).planned)


def test_a_stricter_level_of_the_whole_import_closes_what_is_here(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    parties = "party,age,visibility\np1,30,\np2,30,public\np3,30,age:public\n"
    path = write_kit(parties=parties, events="event,party\ne1,p1\n", figures="figure,value\nf1,3\n")
    desk.take(plan(path))
    mine = desk.keyed(Kind.PARTY, "p1")
    desk.records[mine.id] = mine.with_visibility(Visibility.PUBLIC, "names")
    done = desk.take(plan(path, Visibility.SECRET))
    assert done.kept_stricter == 0
    p1, p2, p3 = desk.all(Kind.PARTY)
    assert {p1.visibility(name) for name in ("record", "age", "names")} == {Visibility.SECRET}
    assert p2.visibility("age") is Visibility.PUBLIC  # the row says it itself
    assert (p3.visibility("names"), p3.visibility("age")) == (Visibility.SECRET, Visibility.PUBLIC)
    for kind in (Kind.CASE, Kind.EVENT, Kind.FIGURE):
        assert [record.visibility("record") for record in desk.all(kind)] == [Visibility.SECRET]
    assert not any(item.is_changed for item in plan(path, Visibility.SECRET).planned)
    assert not any(item.is_changed for item in plan(path).planned)  # and without a level nothing opens again


def test_leaving_a_level_out_never_opens_what_was_secret(desk: Desk, plan: Work, write_kit: Kit) -> None:
    text = "party,age,visibility\np1,30,secret|age:public\np2,30,public|note:public\np3,30,public\n"
    path = write_kit(parties=text)
    desk.take(plan(path))
    mine = desk.keyed(Kind.PARTY, "p3")
    desk.records[mine.id] = mine.with_visibility(Visibility.SECRET)
    write_kit(parties="party,age,visibility\np1,30,\np2,30,note:restricted\np3,30,\n")
    desk.take(plan(path))
    p1, p2, p3 = desk.all(Kind.PARTY)
    assert (p1.visibility("names"), p1.visibility("age")) == (Visibility.SECRET, Visibility.SECRET)
    assert (p2.visibility("names"), p2.visibility("note")) == (Visibility.RESTRICTED, Visibility.RESTRICTED)
    assert p3.visibility("age") is Visibility.SECRET  # closed here since


def test_sexual_violence_is_confidential_though_no_row_says_so(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    rows = "e1,p1,sexual_violence,\ne2,p1,tortured,\ne3,p1,sexual_violence,restricted\n"
    events = f"event,party,type,visibility\n{rows}"
    desk.take(plan(write_kit(parties="party\np1\n", events=events)))
    levels = [event.visibility(WHOLE_RECORD) for event in desk.all(Kind.EVENT)]
    assert levels == [Visibility.SECRET, Visibility.RESTRICTED, Visibility.RESTRICTED]
    desk.take(
        plan(
            write_kit(parties="party\np1\n", events=events.replace("e1,p1,sexual_violence", "e1,p1,tortured"))
        )
    )
    assert desk.keyed(Kind.EVENT, "e1").visibility(WHOLE_RECORD) is Visibility.SECRET
