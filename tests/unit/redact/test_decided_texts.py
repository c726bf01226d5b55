"""What a reader decided about places in a text is what goes out, and never more than that."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from tests.campaigns import tried
from tests.unit.redact.invented import SECRET, Desk


def _decide(desk: Desk, case: RecordId, words: str, how: How, instead: str = "") -> None:
    text = desk.records[case].text("narrative")
    start = text.index(words)
    before = desk.wordings.get((case, "narrative"), TextDecisions(text))
    made = before.with_decision(Decision(start, start + len(words), how, instead))
    desk.wordings[case, "narrative"] = made
    desk.review(case, "narrative")


def _told(desk: Desk, *label: RecordId) -> tuple[str, ...]:
    return desk.redact(label=label, decided=desk.records).model.cases[0].texts


def test_what_a_reader_wrote_goes_out_and_the_original_does_not(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="Vero Lunt hid in Lower Quarry with his aunt.")
    _decide(desk, case, "in Lower Quarry with his aunt", How.WORDS, "for weeks")
    assert _told(desk) == ("Vero Lunt hid for weeks.",)
    assert desk.records[case].text("narrative").endswith("aunt.")


def test_names_in_what_a_reader_wrote_are_replaced_as_everywhere(desk: Desk) -> None:
    hidden = desk.party("Odal Brisk", level=SECRET)
    case = desk.told(desk.party("Vero Lunt"), hidden, text="He came alone.")
    _decide(desk, case, "alone", How.WORDS, "with Odal Brisk")
    assert _told(desk) == ("He came with [person].",)


def test_names_that_arise_where_words_meet_are_found(desk: Desk) -> None:
    hidden = desk.party("缪屿川", level=SECRET)
    case = desk.told(desk.party("Vero Lunt"), hidden, text="昨天缪去川外。")
    _decide(desk, case, "去", How.WORDS, "屿")
    assert _told(desk) == ("昨天[某人]外。",)


def test_what_a_reader_let_stand_stays_at_that_place_alone(desk: Desk) -> None:
    hidden = desk.party("Hope", level=SECRET)
    case = desk.told(desk.party("Vero Lunt"), hidden, text="Hope is left. Later Hope came.")
    assert _told(desk) == ("[person] is left. Later [person] came.",)
    _decide(desk, case, "Hope", How.STAY)
    assert _told(desk) == ("Hope is left. Later [person] came.",)


def test_what_lies_in_words_that_stand_stays_and_nothing_stands_into_which_a_name_runs(desk: Desk) -> None:
    hidden = [desk.party("邬棠溪", level=SECRET), desk.party("邬棠", level=SECRET)]
    inside = desk.told(desk.party("Vero Lunt"), *hidden, text="昨天邬棠溪。")
    _decide(desk, inside, "邬棠溪", How.STAY)
    assert desk.redact(cases=[inside]).model.cases[0].texts == ("昨天邬棠溪。",)
    hidden.append(desk.party("溪远", level=SECRET))
    beyond = desk.told(desk.party("Isolt Marrow"), *hidden, text="昨天邬棠溪远。")
    _decide(desk, beyond, "邬棠溪", How.STAY)
    (text,) = desk.redact(cases=[beyond]).model.cases[0].texts
    assert text == "昨天[某人]。"


def test_what_stands_in_a_name_that_is_told_stays(desk: Desk) -> None:
    desk.party("邬棠", level=SECRET)
    person = desk.party("邬棠溪")
    case = desk.told(person, text="邬棠溪来了。")
    waits = desk.redact(decided=[person]).left_out
    assert waits[LeftOut.MARK] == 1, "it may be the other one, and a word behind"
    _decide(desk, case, "邬棠", How.STAY)
    assert _told(desk) == ("邬棠溪来了。",)


def test_a_number_that_is_none_stays(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="File 13800138000 was closed.")
    _decide(desk, case, "13800138000", How.STAY)
    assert _told(desk) == ("File 13800138000 was closed.",)


def test_somebody_who_gets_a_label_is_asked_about_where_a_reader_let_the_name_stand(desk: Desk) -> None:
    hidden, shown = desk.party("Hope", level=SECRET), desk.party("Hope", "Hope Tallow")
    case = desk.told(desk.party("Vero Lunt"), hidden, shown, text="Hope is left.")
    _decide(desk, case, "Hope", How.STAY)
    assert _told(desk) == ("Hope is left.",)
    assert desk.redact(label=[shown]).left_out[LeftOut.CHANGED_TEXT] == 1, "nobody asked about that one"
    desk.review(case, "narrative", printed={"label": [shown]})
    assert _told(desk, shown) == ("Hope is left.",)


def test_a_label_stands_where_a_reader_wants_one_and_is_never_a_name(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.told(person, text="The printer of Lower Quarry was seen.")
    _decide(desk, case, "The printer of Lower Quarry", How.LABEL, person)
    assert _told(desk) == ("[person] was seen.",)
    assert _told(desk, person) == ("Person A was seen.",)
    _decide(desk, case, "Lower Quarry", How.LABEL, "place")
    assert _told(desk) == ("The printer of [place] was seen.",)
    _decide(desk, case, "Lower Quarry", How.LABEL, "0" * 32)
    assert _told(desk) == ("The printer of [person] was seen.",)


def test_of_names_that_run_into_a_label_the_rest_goes(desk: Desk) -> None:
    hidden = desk.party("Odal Brisk", level=SECRET)
    case = desk.told(desk.party("Vero Lunt"), hidden, text="old Odal Brisk came")
    _decide(desk, case, "old Odal", How.LABEL, "person")
    assert _told(desk) == ("[person] came",)


def test_signs_that_are_left_of_what_runs_into_a_label_stay(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="See https://example.org/")
    _decide(desk, case, "https://example.org", How.LABEL, "place")
    assert _told(desk) == ("See [place]/",)


def test_a_review_holds_for_the_decisions_that_were_read(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="It began at the mill.")
    _decide(desk, case, "the mill", How.WORDS, "a mill")
    vouched = desk.reviews[case, "narrative"]
    _decide(desk, case, "the mill", How.WORDS, "our mill")
    desk.reviews[case, "narrative"] = vouched
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1}
    assert list(desk.redact().where) == [LeftOut.CHANGED_TEXT]
    del desk.wordings[case, "narrative"]
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1}


def test_who_may_be_meant_by_what_stays_is_asked_again_when_more_people_may_be(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.told(person, text="Quell left early.")
    assert _told(desk) == ("Quell left early.",)
    hidden = desk.party("Tamsin Quell", level=SECRET)
    assert _told(desk) == ("Quell left early.",), "of whom the case does not involve whole names are asked"
    vouched = dict(desk.reviews)
    desk.near(case, hidden)
    desk.reviews = vouched
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1, LeftOut.MARK: 1}
    _decide(desk, case, "Quell", How.STAY)
    assert _told(desk) == ("Quell left early.",)
    vouched = dict(desk.reviews)
    desk.near(case, desk.party("Isolt Quell", level=SECRET))
    desk.reviews = vouched
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1}


def test_what_a_reader_let_stand_of_somebody_who_is_hidden_later_is_asked_again(desk: Desk) -> None:
    hidden, shown = desk.party("Hope", level=SECRET), desk.party("Hope", "Hope Tallow")
    case = desk.told(desk.party("Vero Lunt"), hidden, shown, text="Hope is left.")
    _decide(desk, case, "Hope", How.STAY)
    desk.set_level(shown, SECRET, "record")
    assert desk.redact().left_out[LeftOut.CHANGED_TEXT] == 1


def test_two_desks_whose_readers_let_different_names_stand_tell_the_same(desk: Desk) -> None:
    """What stands in the text by a reader's word is public; whose name it is besides leaves no trace."""
    models = []
    for name in ("Hope", "Zaltar"):
        other = Desk()
        hidden = other.party(name, level=SECRET)
        case = other.told(other.party("Vero Lunt"), hidden, text="Hope is left.")
        _decide(other, case, "Hope", How.STAY)
        models.append(other.model().canonical())
    assert models[0] == models[1]


def test_a_name_that_sticks_out_of_a_labelled_one_goes_with_it(desk: Desk) -> None:
    hidden = desk.party("邬棠溪", level=SECRET), desk.party("溪远", level=SECRET)
    case = desk.told(desk.party("Vero Lunt"), *hidden, text="昨天邬棠溪远。")
    _decide(desk, case, "邬棠溪", How.LABEL, "place")
    assert _told(desk) == ("昨天[某地][某人]。",)


def test_who_may_be_meant_by_what_got_a_label_is_not_asked(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="Quell left early.")
    _decide(desk, case, "Quell", How.LABEL, "person")
    assert _told(desk) == ("[person] left early.",)
    desk.party("Tamsin Quell", level=SECRET)
    assert _told(desk) == ("[person] left early.",)


_PARTS = (
    "Odal Brisk",
    "Odal",
    "Brisk",
    "缪屿川",
    "缪屿",
    "川远",
    "Vero Lunt",
    " said ",
    " and ",
    "。",
    "13800138000 ",
)
_DECIDED = st.tuples(
    st.integers(0, 60),
    st.integers(1, 14),
    st.sampled_from([(How.LABEL, "person"), (How.LABEL, "place"), (How.WORDS, "")]),
    st.lists(st.sampled_from(_PARTS), max_size=3).map("".join),
)


@given(
    parts=st.lists(st.sampled_from(_PARTS), min_size=1, max_size=10), decided=st.lists(_DECIDED, max_size=4)
)
@example(parts=["13800138000 "], decided=[(11, 1, (How.WORDS, ""), "13800138000 ")])
@settings(max_examples=tried(300, 100))
def test_whatever_is_labelled_or_worded_otherwise_no_hidden_name_stands(
    parts: list[str], decided: list[tuple[int, int, tuple[How, str], str]]
) -> None:
    desk = Desk()
    hidden = [desk.party(name, level=SECRET) for name in ("Odal Brisk", "缪屿川", "缪屿", "川远")]
    case = desk.told(desk.party("Vero Lunt"), *hidden, text=(text := "x" + "".join(parts)))
    made = TextDecisions(text)
    for start, length, (how, instead), words in decided:
        if start < len(text):
            said = words if how is How.WORDS else instead
            made = made.with_decision(Decision(start, min(start + length, len(text)), how, said))
    desk.wordings[case, "narrative"] = made
    desk.review(case, "narrative")
    told = "".join(desk.model().cases[0].texts)  # its second look raises where one stands
    assert not [
        name for name in ("OdalBrisk", "缪屿", "川远", "13800138000") if name in told.replace(" ", "")
    ]


@given(parts=st.lists(st.sampled_from(_PARTS), min_size=1, max_size=10), chosen=st.integers(0, 20))
@settings(max_examples=tried(200, 80))
def test_a_place_that_stands_is_one_of_those_that_were_found_and_no_more(
    parts: list[str], chosen: int
) -> None:
    desk = Desk()
    hidden = [desk.party(name, level=SECRET) for name in ("Odal Brisk", "缪屿川", "缪屿", "川远")]
    case = desk.told(desk.party("Vero Lunt"), *hidden, text=(text := "x" + "".join(parts)))
    before = "".join(_told(desk))
    found = [item for item in desk.censor().find(text) if item.inside is None]
    if not found:
        return
    stays = found[chosen % len(found)]
    made = TextDecisions(text).with_decision(Decision(stays.start, stays.end, How.STAY))
    desk.wordings[case, "narrative"] = made
    desk.review(case, "narrative")
    after = "".join(_told(desk))
    words = text[stays.start : stays.end]
    for name in ("Odal Brisk", "缪屿川", "川远", "13800138000"):
        assert after.count(name) <= before.count(name) + (name in words)
