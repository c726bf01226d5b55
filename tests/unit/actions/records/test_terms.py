"""A desk changes its vocabularies, and no old record with them."""

from datetime import date

import pytest

from hrddesk.actions.analysis import statuses
from hrddesk.actions.records import cases, events, parties, terms
from hrddesk.actions.records.terms import TermWording
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.language.labels import CHINESE, ENGLISH
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.vocabulary import EVENT_TERM, load
from hrddesk.store.vault.session import Session


def _event(session: Session, **fields: str) -> RecordId:
    case = cases.create(session, {"title": "The mill"}).result
    party = parties.create(session, {}, {"names": [{"name": "Tashi Wengar"}]}, case, "subject").result
    return events.add(session, case, fields, {"parties": [{"party": party, "role": "victim"}]}).result


def test_the_level_of_a_term_is_said_with_its_words(session: Session) -> None:
    made = terms.add(session, "cause", TermWording({"en": "Rivers"}, level="secret")).result
    assert session.store.get(made).visibility("record") is Visibility.SECRET
    terms.edit(
        session, "cause", "democracy", TermWording(level="public")
    )  # a shipped one becomes the desk's own
    shipped = terms.find(session.store, "cause", "democracy")
    assert session.store.get(shipped.id).visibility("record") is Visibility.PUBLIC
    with pytest.raises(InvalidValue):
        terms.edit(session, "cause", "Rivers", TermWording(level="hidden"))


def test_a_term_that_was_added_is_taken_for_what_is_typed(session: Session) -> None:
    term_id, changes = terms.add(
        session, "event_type", TermWording({"en": "Lured to tea house", "zh-Hans": "诱至茶楼"}, ["茶楼"])
    )
    assert changes.others == {term_id}
    code = session.store.get(term_id).text("code")
    assert code == "lured_to_tea_house_" + term_id[:8]
    assert session.store.get(_event(session, type="茶楼")).text("type") == code
    assert [term.code for term in terms.listed(session.store, "event_type", "茶楼")] == [code]


def test_a_label_in_chinese_alone_gets_a_code_too(session: Session) -> None:
    term_id = terms.add(session, "cause", TermWording({"zh-Hans": "河流"})).result
    assert session.store.get(term_id).text("code") == "own_" + term_id[:8]


def test_merging_touches_no_record_and_changes_how_it_reads(session: Session) -> None:
    old = terms.add(session, "event_type", TermWording({"en": "Nabbed"})).result
    code = session.store.get(old).text("code")
    event = _event(session, type="nabbed", date="2020-02-06")
    version = session.store.version(event)
    assert terms.uses(session.store, terms.find(session.store, "event_type", "nabbed")) == 1
    changes = terms.merge(session, "event_type", "Nabbed", "taken_away").changes
    assert changes.others == {old}
    assert not changes.events
    assert session.store.version(event) == version
    assert session.store.get(event).text("type") == code
    assert session.store.words().load("event_type").label(code, CHINESE) == "带走"
    # What is worked out from events follows too.
    party = session.store.get(event).values("parties")[0]["party"]
    status = statuses.of_party(session.store, RecordId(str(party)), date(2020, 3, 1))
    assert status is not None
    assert status.answer.value == "in_custody"
    # A form that saves the event again leaves the code alone.
    events.edit(session, event, {"type": code, "date": "2020-02"})
    assert session.store.get(event).text("type") == code


def test_a_shipped_term_is_merged_and_restored_under_its_fixed_id(session: Session) -> None:
    shipped = load("method").exact("beating")
    assert shipped is not None
    terms.merge(session, "method", "殴打", "suspension")
    assert session.store.get(shipped.id).text("into") == "suspension"
    assert session.store.words().load(EVENT_TERM).label("beating", ENGLISH) == "Suspension"
    terms.restore(session, "method", "beating")
    found = session.store.words().load("method").find("beating")
    assert found is not None
    assert (found.labels, found.aliases) == (shipped.labels, shipped.aliases)
    assert session.store.words().load("method").exact("beating") in session.store.words().load("method").terms


def test_a_retired_term_is_restored(session: Session) -> None:
    terms.retire(session, "platform", "wechat")
    assert terms.find(session.store, "platform", "微信").retired
    terms.restore(session, "platform", "微信")
    assert not terms.find(session.store, "platform", "微信").retired


def test_uses_are_counted_wherever_a_code_can_stand(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    party = parties.create(
        session,
        {},
        {"names": [{"name": "Aa"}], "terms": [{"vocabulary": "cause", "term": "democracy"}]},
        case,
        "subject",
    ).result
    roles = [{"party": party, "role": "victim"}]
    events.add(session, case, {"type": "detained"}, {"parties": roles, "terms": [{"raw": "platform:微信"}]})
    for name, code, count in (
        ("cause", "democracy", 1),
        ("platform", "wechat", 1),
        ("role", "victim", 1),  # the event
        ("case_role", "subject", 1),
        ("method", "beating", 0),
    ):
        assert terms.uses(session.store, terms.find(session.store, name, code)) == count, name


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        (TermWording(), ""),
        (TermWording({"en": "  "}), ""),
        (TermWording({"en": "Beaten"}), ""),  # an alias of a shipped term
        (TermWording({"en": "x" * 201}), ""),
        (TermWording({"en": "Fine"}), "Not a code"),
        (TermWording({"en": "Fine"}), "beating"),
    ],
)
def test_a_term_that_would_confuse_is_refused(session: Session, wording: TermWording, code: str) -> None:
    with pytest.raises(InvalidValue):
        terms.add(session, "method", wording, code)
    assert list(session.store.all(Kind.TERM)) == []


def test_a_term_is_worded_anew(session: Session) -> None:
    terms.edit(
        session, "method", "beating", TermWording({"zh-Hans": "打人"}, aliases=["拳打脚踢", "  ", "拳打脚踢"])
    )
    found = terms.find(session.store, "method", "打人")
    assert (found.code, found.label(ENGLISH), found.aliases) == ("beating", "Beating", ("拳打脚踢",))


def test_what_is_not_there_is_said(session: Session) -> None:
    with pytest.raises(RecordNotFound):
        terms.listed(session.store, "no_such")
    with pytest.raises(RecordNotFound):
        terms.find(session.store, "method", "no such word")
    with pytest.raises(RecordNotFound):
        terms.retire(session, "method", "unknown")  # an answer, no term
    with pytest.raises(InvalidValue):
        terms.merge(session, "method", "beating", "殴打")
    terms.retire(session, "method", "suspension")
    with pytest.raises(InvalidValue):
        terms.merge(session, "method", "beating", "suspension")
