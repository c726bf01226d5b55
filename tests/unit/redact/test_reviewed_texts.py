"""Free texts go out only as they were reviewed."""

from dataclasses import replace

import pytest

from hrddesk.errors import NothingToPublish
from hrddesk.records.texts.texts import TRANSLATION, text_field
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.profile.profiles import LABELS, NAMES
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, Desk, all_text


def test_free_text_goes_out_only_if_it_was_reviewed_and_is_the_same(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.case(person, narrative="It began at the mill.", note="Never published.")
    event = desk.event(case, "detained", person, date="2020", summary="They came at night.")
    assert desk.redact().left_out == {LeftOut.TEXT: 2}
    desk.review(case, "narrative")
    desk.review(event, "summary")
    assert desk.model().cases[0].texts == ("It began at the mill.", "They came at night.")
    desk.set(case, narrative="It began at the old mill.")
    made = desk.redact()
    assert made.model.cases[0].texts == ("They came at night.",)
    assert made.left_out == {LeftOut.CHANGED_TEXT: 1}
    assert "Never" not in all_text(made.model)


def test_a_name_that_becomes_known_later_takes_the_review_back_if_it_stands_in_the_text(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    desk.told(person, text="Tamsin Quell opened the door.")
    desk.party("Odal Brisk")
    assert desk.model().cases[0].texts == ("Tamsin Quell opened the door.",)
    desk.party("Tamsin Quell", level=SECRET)
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1, LeftOut.MARK: 1}


def test_a_text_that_names_nobody_is_read_again_before_somebody_it_is_about_gets_a_name(desk: Desk) -> None:
    """`He hid at the mill` was read as told of `Person A`."""
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=RESTRICTED)
    case = desk.case(person, other, narrative="He hid at the mill.")
    event = desk.event(case, "detained", person, date="2020", summary="They came at night.")
    labels = replace(LABELS, name="own")
    for record, field in ((case, "narrative"), (event, "summary")):
        desk.review(record, field, labels)
    assert len(desk.model(labels).cases[0].texts) == 2
    names = replace(NAMES, name="own")
    assert desk.redact(names).left_out == {LeftOut.CHANGED_TEXT: 2, LeftOut.PERSON: 1}
    for record, field in ((case, "narrative"), (event, "summary")):
        desk.review(record, field, names)
    assert len(desk.model(names).cases[0].texts) == 2
    assert len(desk.model(labels).cases[0].texts) == 2  # which tells less
    desk.set_level(other, PUBLIC, "record")
    assert desk.redact(names).left_out == {LeftOut.CHANGED_TEXT: 2}
    assert len(desk.redact(names, label=[other]).model.cases[0].texts) == 2


def test_a_text_that_somebody_set_to_secret_stays_even_when_reviewed(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="It began at the mill.")
    desk.set_level(case, PUBLIC, "narrative")
    assert desk.model().cases[0].texts
    desk.set_level(case, SECRET, "narrative")
    assert not desk.model().cases[0].texts


def test_numbers_and_addresses_are_taken_out_of_texts_and_places(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    text = "Call 13800138000 or vero.lunt@example.org; id 11010519491231002X; at N39.90420 E116.40740."
    desk.told(person, text=text, place_text="Green Lane, Room 301")
    (made,) = desk.redact(label=[person]).model.cases
    assert made.texts == ("Call [contact] or [contact]; id [number]; at [place].",)
    assert made.events[0].place == "Green Lane, [place]"


def test_a_text_goes_out_without_people_or_events(desk: Desk) -> None:
    case = desk.case(narrative="It began at the mill.")
    with pytest.raises(NothingToPublish):
        desk.model()
    desk.review(case, "narrative")
    assert desk.model().cases[0].texts == ("It began at the mill.",)


def test_a_review_does_not_hold_for_more_than_was_seen(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=SECRET)
    case = desk.told(person, hidden, text="Odal Brisk came, Brisk left; Vero Lunt, 13800138000.")
    assert desk.model().cases[0].texts == ("[person] came, [person] left; Vero Lunt, [contact].",)
    desk.set_level(hidden, PUBLIC, "record")
    made = desk.redact()
    assert (made.model.cases[0].texts, made.left_out) == ((), {LeftOut.CHANGED_TEXT: 1})
    desk.review(case, "narrative")
    assert desk.model().cases[0].texts == ("Odal Brisk came, Brisk left; Vero Lunt, [contact].",)


def test_a_review_holds_for_less_than_was_seen(desk: Desk) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    desk.told(person, other, text="Odal Brisk came, Brisk left; Vero Lunt.")
    assert desk.redact(label=[other]).model.cases[0].texts == ("Person A came, Person A left; Vero Lunt.",)
    desk.set_level(other, SECRET, "record")
    assert desk.model().cases[0].texts == ("[person] came, [person] left; Vero Lunt.",)
    assert desk.redact(label=[other]).model.cases[0].texts == ("Person A came, Person A left; Vero Lunt.",)


def test_a_label_tells_more_than_a_word_and_a_name_more_than_a_label(desk: Desk) -> None:
    person = desk.party("ئورخۇن تاڭساي", "Orxun Tangsay", level=SECRET)
    case = desk.told(desk.party("Odal Brisk", level=None), text="ئورخۇن تاڭساي came.")
    desk.near(case, person)
    desk.review(case, "narrative", LABELS)
    assert desk.model(LABELS).cases[0].texts == ("[person] came.",)
    desk.set_level(person, RESTRICTED, "record")
    assert desk.redact(LABELS).left_out[LeftOut.CHANGED_TEXT] == 1
    made = desk.redact(LABELS, label=[person])
    assert made.model.cases[0].texts == (f"{made.labels[person].said('en')} came.",)
    desk.review(case, "narrative", LABELS)
    made = desk.redact(LABELS)
    assert made.model.cases[0].texts == (f"{made.labels[person].said('en')} came.",)
    named = replace(LABELS, name_rules=NAMES.name_rules)
    assert desk.redact(named).left_out[LeftOut.CHANGED_TEXT] == 1
    desk.review(case, "narrative", named)
    assert desk.model(named).cases[0].texts == ("ئورخۇن تاڭساي came.",)
    desk.set_level(person, SECRET, "record")
    assert desk.model(named).cases[0].texts == ("[person] came.",)


def test_a_review_of_before_such_things_were_kept_does_not_hold(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="It began at the mill.")
    desk.reviews[case, "narrative"] = desk.reviews[case, "narrative"].split(":")[1]
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1}


def test_a_publication_takes_the_texts_of_its_language_and_counts_the_others(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.case(person, narrative="他们在夜里来了。", text_language="zh-Hans")
    event = desk.event(case, "detained", person, date="2020", summary="Duan chiqti.", text_language="ug")
    english = desk.text(case, "They came by night.", "en", of="narrative")
    spoken = desk.text(case, "I saw two cars.", "en")
    for record, field in ((case, "narrative"), (case, english), (case, spoken), (event, "summary")):
        desk.review(record, field)
    chinese, both = (desk.redact(language=language) for language in (("zh-Hans",), ("en", "zh-Hans")))
    made = desk.redact(language=("en",))
    assert made.model.cases[0].texts == ("They came by night.\n\nI saw two cars.",)
    assert made.left_out == {LeftOut.LANGUAGE: 1}
    assert made.where[LeftOut.LANGUAGE] == (event,)
    assert made.texts == {(case, english), (case, spoken)}
    assert chinese.model.cases[0].texts == ("他们在夜里来了。",)
    assert chinese.left_out == {LeftOut.LANGUAGE: 2}
    assert both.model.cases[0].texts == ("他们在夜里来了。\n\nThey came by night.\n\nI saw two cars.",)


def test_a_translation_waits_for_a_review_of_its_own(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="他们在夜里来了。")
    assert desk.redact(language=("en",)).model.cases[0].texts  # nobody said in which language it is
    english = desk.text(case, "Vero Lunt left.", "en", of="narrative")
    made = desk.redact(language=("en",))
    assert (made.model.cases[0].texts, made.left_out) == (("他们在夜里来了。",), {LeftOut.NEWER_TEXT: 1})
    desk.review(case, english)
    assert desk.redact(language=("en",)).model.cases[0].texts == ("Vero Lunt left.",)
    desk.set_level(case, SECRET, "texts")
    assert desk.redact(language=("en",)).model.cases[0].texts == ("他们在夜里来了。",)


def test_a_text_that_arrives_does_not_displace_a_reviewed_one_before_its_own_review(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"))
    desk.set(case, narrative="他们在夜里来了。", text_language="zh-Hans")
    first = desk.text(case, "They came by night.", "en-GB", of="narrative")
    desk.review(case, first)
    assert desk.redact(language=("en",)).model.cases[0].texts == ("They came by night.",)
    better = desk.text(case, "They came at night.", "en", of="narrative", checked=True)
    for _ in range(2):
        made = desk.redact(language=("en",))
        assert made.model.cases[0].texts == ("They came by night.",)
        assert made.left_out == {LeftOut.NEWER_TEXT: 1}
        assert made.where[LeftOut.NEWER_TEXT] == (case,)
        assert made.texts == {(case, first)}
        desk.reviews[case, better] = desk.reviews[case, first]  # which holds for other words
    desk.review(case, better)
    assert desk.redact(language=("en",)).left_out == {}
    assert desk.redact(language=("en",)).model.cases[0].texts == ("They came at night.",)
    del desk.reviews[case, first]
    del desk.reviews[case, better]
    assert desk.redact(language=("en",)).left_out == {LeftOut.TEXT: 1}


def test_a_name_in_a_translation_is_taken_out(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.told(person)
    desk.review(case, desk.text(case, "Vero Lunt left.", "en", by="Odal Brisk"), LABELS)
    (only,) = desk.model(LABELS).cases
    assert only.texts == ("Person A left.",)
    assert "Brisk" not in all_text(desk.model(LABELS))


def test_a_translation_waits_when_what_it_translates_changed_step_by_step(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"))
    desk.set(case, narrative="我的邻居看见了。他们来了。", text_language="zh-Hans")
    russian = desk.text(case, "Сосед видел. Они пришли.", "ru", of="narrative")
    english = desk.text(case, "My neighbour saw it. They came.", "en", of=russian)
    spoken = desk.text(case, "I saw two cars.", "en")
    for field in (english, spoken):
        desk.review(case, field)
    both = "My neighbour saw it. They came.\n\nI saw two cars."
    assert desk.redact(language=("en",)).model.cases[0].texts == (both,)
    desk.set(case, narrative="他们来了。")
    made = desk.redact(language=("en",))
    assert made.model.cases[0].texts == ("I saw two cars.",)
    assert (made.left_out, made.where[LeftOut.CHANGED_TEXT]) == ({LeftOut.CHANGED_TEXT: 1}, (case,))
    desk.review(case, english)
    assert desk.redact(language=("en",)).model.cases[0].texts == (both,)
    desk.change_text(case, russian, body="Они пришли.")
    assert desk.redact(language=("en",)).left_out == {LeftOut.CHANGED_TEXT: 1}


def test_a_translation_waits_when_its_original_is_gone_or_another(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"))
    desk.set(case, narrative="It began at the mill.", text_language="zh-Hans")
    heard = desk.text(case, "Ular keldi.", "ug")
    english = desk.text(case, "They came.", "en", of=heard, kind=TRANSLATION)
    desk.review(case, english)
    for parts in ({"of": ""}, {"of": "narrative"}, {"of": text_field("0" * 32)}):
        desk.change_text(case, english, **parts)
        assert desk.redact(language=("en",)).left_out[LeftOut.CHANGED_TEXT] == 1, parts
    desk.change_text(case, english, of=heard)
    assert desk.redact(language=("en",)).model.cases[0].texts == ("They came.",)
    desk.change_text(case, heard, body="")
    assert desk.redact(language=("en",)).left_out[LeftOut.CHANGED_TEXT] == 1


def test_a_translation_of_nobody_knows_what_waits_when_any_text_changed(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"))
    desk.set(case, narrative="我的邻居看见了。他们来了。", text_language="zh-Hans")
    english = desk.text(case, "My neighbour saw it. They came.", "en", kind=TRANSLATION)
    desk.review(case, english)
    assert desk.redact(language=("en",)).model.cases[0].texts
    desk.set(case, narrative="他们来了。")
    assert desk.redact(language=("en",)).left_out[LeftOut.CHANGED_TEXT] == 1
