"""Which names go from texts, and what stands in their place."""

from typing import Any

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, WIDE, Desk, name


def test_two_people_with_one_name(desk: Desk) -> None:
    one = desk.party("Vero Lunt", "柘禾")
    two = desk.party("Vero Lunt", "柘禾")
    three = desk.party("Odal Brisk")
    case = desk.told(one, two, three, text="柘禾 met Odal Brisk. VERO-LUNT went home.")
    assert desk.redact(label=[one, two]).left_out[LeftOut.MARK] == 2
    desk.decide(case, "narrative", How.LABEL, printed={"label": [one, two]})
    made = desk.redact(label=[one, two])
    assert made.model.cases[0].texts == ("[person] met Odal Brisk. [person] went home.",)
    assert {label.said("en") for label in made.labels.values()} == {"Person A", "Person B"}
    # One of them public, the other not: a text does not tell which is meant.
    one_public = desk.redact(label=[one]).model.cases[0]
    assert one_public.texts == ("[person] met Odal Brisk. [person] went home.",)
    assert [person.labelled for person in one_public.people] == [False, False, True]


def test_a_name_inside_a_longer_name(desk: Desk) -> None:
    short, long = desk.party("邬棠"), desk.party("邬棠溪")
    desk.told(short, long, text="昨天邬棠溪到了，邬棠没有到。")
    made = desk.redact(label=[short, long], language=("zh-Hans",))
    of = {party: label.said("zh-Hans") for party, label in made.labels.items()}
    assert made.model.cases[0].texts == (f"昨天{of[long]}到了，{of[short]}没有到。",)


def test_a_longer_name_that_stays_does_not_hide_a_shorter_one_that_must_not(desk: Desk) -> None:
    short, long = desk.party("邬棠"), desk.party("邬棠溪", "Wu Tangxi")
    desk.told(short, long, text="昨天邬棠溪到了。 Wu Tangxi left.")
    made = desk.redact(label=[short], decided=[long], language=("zh-Hans",))
    # "邬棠溪" may be the one, or the other before a 溪: nobody can tell where a word ends.
    assert made.model.cases[0].texts == ("昨天[某人]到了。 Wu Tangxi left.",)


def test_a_longer_name_in_latin_letters_is_the_longer_one(desk: Desk) -> None:
    short, long = desk.party("Lunt"), desk.party("Vero Lunt")
    desk.told(short, long, text="Vero Lunt left, Lunt stayed.")
    made = desk.redact(label=[short], decided=[long])
    assert made.model.cases[0].texts == ("Vero Lunt left, Person A stayed.",)


def test_a_name_that_runs_into_a_printed_one_is_asked_about_whole(desk: Desk) -> None:
    """Its first word, which alone may be a part of a third name, does not take its place."""
    person, third = desk.party("Ilsa Vero Odal"), desk.party("Quell Mill Lunt", level=SECRET)
    case = desk.case(person, narrative="We saw mill Vero Odal Ilsa.")
    cases = [case, desk.told(desk.party("Mill Vero", level=SECRET)), desk.told(third)]
    assert desk.redact(cases=cases, decided=[person]).left_out[LeftOut.MARK] == 1
    desk.decide(case, "narrative", How.LABEL, printed={"cases": cases, "decided": [person]})
    texts = [one.texts for one in desk.redact(cases=cases, decided=[person]).model.cases]
    assert ("We saw [person] Odal Ilsa.",) in texts


def test_a_name_kept_back_across_two_printed_ones_goes(desk: Desk) -> None:
    person = desk.party(name("柘棠溪"), name("溪柘棠", "alias"))
    desk.told(person, text="见到柘棠溪柘棠溪了。")
    texts = desk.redact(decided=[person], language=("zh-Hans",)).model.cases[0].texts
    assert texts == ("见到[某人]溪了。",)


def test_words_that_a_reader_kept_may_run_into_a_printed_name(desk: Desk) -> None:
    """Of "hope came", which is printed, the kept words hold the first: "came" alone is somebody else."""
    person, other = desk.party("came hope"), desk.party("came", level=SECRET)
    case = desk.told(desk.party("Hope Odal", level=RESTRICTED), text="Lunt saw Hope Odal hope came.")
    printed: dict[str, Any] = {"cases": [case, desk.told(person, other)], "decided": [person]}
    assert desk.decide(case, "narrative", How.STAY, printed=printed) == 1
    texts = {one.texts for one in desk.redact(**printed).model.cases}
    assert ("Lunt saw Hope Odal hope came.",) in texts


def test_two_names_that_must_not_be_told_inside_one_that_may(desk: Desk) -> None:
    one, two, long = desk.party("邬棠"), desk.party("溪柘"), desk.party("邬棠溪柘")
    desk.told(one, two, long, text="见到邬棠溪柘了，邬走了。")
    made = desk.redact(label=[one, two], decided=[long], language=("zh-Hans",)).model.cases[0]
    assert made.texts == ("见到[某人]了，邬走了。",)


def test_a_name_of_one_character_is_found_everywhere(desk: Desk) -> None:
    person = desk.party("柘")
    desk.told(person, text="柘说了。", place_text="柘家")
    made = desk.redact(label=[person], language=("zh-Hans",)).model.cases[0]
    assert (made.texts, made.events[0].place) == (("人员A说了。",), "人员A家")


def test_names_that_run_into_each_other(desk: Desk) -> None:
    one, two = desk.party("邬棠溪"), desk.party("溪柘")
    desk.told(one, two, text="见到邬棠溪柘了")
    label = {party: made.said("zh-Hans") for party, made in desk.redact(label=[one]).labels.items()}
    assert desk.redact(label=[one], language=("zh-Hans",)).model.cases[0].texts == (f"见到{label[one]}柘了",)
    assert desk.redact(label=[two], language=("zh-Hans",)).model.cases[0].texts == ("见到[某人]了",)
    both = desk.redact(label=[one, two], language=("zh-Hans",))
    assert both.model.cases[0].texts == (f"见到{both.labels[one].said('zh-Hans')}[某人]了",)


def test_an_alias_and_a_given_name_in_a_narrative(desk: Desk) -> None:
    person = desk.party("Vero Luntaris", name("The Heron", "alias"), "邬棠溪")
    other = desk.party("Luntaris Quell", level=None)
    case = desk.told(person, text="the heron (#FreeVeroLuntaris) and Luntaris wrote; 棠溪 did not.")
    desk.decide(case, "narrative", How.LABEL, person, printed={"label": [person]})
    assert desk.redact(label=[person]).model.cases[0].texts == (
        "Person A (#FreePerson A) and Person A wrote; Person A did not.",
    )
    assert desk.records[other].text("kind") == "person"
    # Of a person who has nothing to do with the cases only the whole name is looked for.
    del desk.wordings[case, "narrative"]
    desk.review(case, "narrative", WIDE)
    assert desk.redact(WIDE).left_out == {}


def test_a_chinese_name_of_two_characters_without_word_boundaries(desk: Desk) -> None:
    person = desk.party("繆嶼")
    desk.told(person, text="据悉缪屿昨天被带走，缪 屿的家人不知，MiaoYu。", place_text="缪屿家")
    made = desk.redact(label=[person], language=("zh-Hans",)).model
    assert made.cases[0].texts == ("据悉人员A昨天被带走，人员A的家人不知，人员A。",)
    assert made.cases[0].events[0].place == "人员A家"


def test_parts_of_a_name_go_where_the_text_names_a_person_who_is_in_no_case(desk: Desk) -> None:
    desk.party("Odal Brisk", level=RESTRICTED)
    labelled = desk.party("Tarn Welby")
    censor = desk.censor(label=[labelled])
    text = "Odal Brisk came. Later Brisk and Odal left; Tarn Welby and Quell stayed."
    said = "".join(piece for piece in censor.redact(text) if isinstance(piece, str))
    for part in ("Odal", "Brisk", "Welby"):
        assert part not in said
    assert "came. Later" in said
    assert "Welby" in "".join(map(str, censor.redact("Welby stayed."))), "who is in no case"


def test_a_real_name_beside_a_pseudonym_is_kept_back_in_texts_too(desk: Desk) -> None:
    person = desk.party("Little Owl", name("Vero Lunt", "real"))
    desk.told(person, text="Little Owl, that is Vero Lunt, wrote.")
    assert desk.model().cases[0].texts == ("Little Owl, that is [person], wrote.",)


def test_parts_of_a_name_go_where_its_bearer_is_only_related_to_somebody_in_the_case(desk: Desk) -> None:
    person, wife, friend = desk.party("Vero Lunt"), desk.party("Isolt Marrow"), desk.party("Odal Brisk")
    stranger = desk.party("Tamsin Quell")
    case = desk.told(person, text="Marrow waited with Brisk, Quell left.")
    desk.other(Kind.RELATION, subject=wife, type="spouse_of", object=person)
    desk.other(Kind.RELATION, subject=case, type="other", object=friend)
    desk.other(Kind.RELATION, subject=wife, type="friend_of", object=stranger)
    hidden = [wife, friend, stranger]
    for record in hidden:
        desk.set_level(record, SECRET, "record")
    assert _said(desk, "Marrow waited with Brisk, Quell left.", wife, friend) == (
        "* waited with *, Quell left."
    )
    desk.review(case, "narrative")
    assert desk.redact().left_out[LeftOut.MARK] == 2, "a reader is asked, but not of who is two steps away"
    text = desk.records[case].text("narrative")
    decided = (Decision(0, 6, How.LABEL, "person"), Decision(19, 24, How.LABEL, "person"))
    desk.wordings[case, "narrative"] = TextDecisions(text, decided)
    desk.review(case, "narrative")
    assert desk.model().cases[0].texts == ("[person] waited with [person], Quell left.",)


def _said(desk: Desk, text: str, *involved: RecordId) -> str:
    pieces = desk.censor(involved=involved).redact(text)
    return "".join(piece if isinstance(piece, str) else "*" for piece in pieces)


def test_parts_of_a_real_name_go_wherever_a_pseudonym_is_published(desk: Desk) -> None:
    desk.party("Little Owl", "鸮", name("Vero Lunt", "real"), name("邬棠溪", "real"))
    desk.party("Odal Brisk", name("Odal Brisk-Quell", "real"))
    text = "Lunt (Mr. Lunt, V. Lunt, V.L., 邬女士, 棠溪) is Little Owl, or Owl; Odal Brisk: Brisk; so Quell."
    assert _said(desk, text) == ("* (*, *, *., *, *) is Little Owl, or Owl; Odal Brisk: Brisk; so *.")


@pytest.mark.parametrize(
    ("names", "text", "left"),
    [
        (["邬小棠", "棠溪"], "见到邬小棠溪了", "见到*了"),
        (["Odal Brisk", "Brisk Tamsin"], "saw Odal Brisk Tamsin, and left", "saw *, and left"),
        (["Salih Muhammad"], "saw Salih Muhammad Salih, and left", "saw *, and left"),
        (["Vero Lunt"], "Vero Lunt, Vero Lunt Vero; so Lunt", "*, *; so *"),
        (["邬棠", "棠溪柘", "柘禾"], "邬棠溪柘禾了", "*了"),
        (["ئورخۇن تاڭساي"], "ئورخۇن تاڭساي ئورخۇن", "*"),
        (["བཀྲ་ཤིས་ཝེན་གར"], "བཀྲ་ཤིས་ཝེན་གར་བཀྲ་ཤིས་", "*་*་"),
    ],
)
def test_what_sticks_out_of_a_name_goes_too(desk: Desk, names: list[str], text: str, left: str) -> None:
    desk.party(*names, level=SECRET)
    assert _said(desk, text) == left
    named = Desk()
    named.party(*names, "Falbo Ringmere")
    assert "*" not in _said(named, text) or names[0] in ("ئورخۇن تاڭساي", "བཀྲ་ཤིས་ཝེན་གར")


def test_what_sticks_out_of_an_organisations_name_goes_without_the_space_beside_it(desk: Desk) -> None:
    desk.party("Vero Luntaris", "Luntaris Bo", "Quell Vero", kind="organisation", level=SECRET)
    assert _said(desk, "at Vero Luntaris Bo, at Quell Vero Luntaris.") == "at *, at *."


def test_a_part_that_runs_into_a_name_which_may_be_told_takes_it_along(desk: Desk) -> None:
    hidden = desk.party("邬建国", level=SECRET)
    desk.party("柘建")
    assert _said(desk, "柘建国来了，柘建没来", hidden) == "*来了，柘建没来"
    assert _said(desk, "柘建国来了") == "柘建国来了"


def test_a_part_within_a_part_of_somebody_else_goes(desk: Desk) -> None:
    hidden, other = desk.party("Qorlan Tibold", level=SECRET), desk.party("Zhang Qorlan", level=SECRET)
    assert _said(desk, "Z. Qorlan left", hidden, other) == "* left"
    assert _said(desk, "Z. Qorlan left", hidden) == "Z. * left", "of others only whole names are looked for"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("邬棠来了。邬哥、阿棠、小邬、老邬、棠姐、邬某某都是他。", "*来了。*、*、*、*、*、*都是他。"),
        ("邬哥、阿棠、小邬、老邬来了。", "邬哥、阿棠、小邬、老邬来了。"),
        ("邬棠, W.T., W T, T.W.; WT, wt; w.t.", "*, *., *, *.; WT, wt; w.t."),
        ("Wu Tang: the Wus, Wus", "*: the Wus, Wus"),
    ],
)
def test_nicknames_and_initials_go_where_somebody_is_named(desk: Desk, text: str, left: str) -> None:
    desk.party("邬棠", level=SECRET)
    assert _said(desk, text) == left


def test_three_initials_need_no_dots(desk: Desk) -> None:
    hidden = desk.party("邬棠溪", "Vero Ann Lunt", level=SECRET)
    text = "WTX, W. T. X., VAL, wtx, val, Val"
    assert _said(desk, text, hidden) == "*, *., *, wtx, val, Val"
    assert _said(desk, text) == text


def test_plurals_and_possessives_of_names_go(desk: Desk) -> None:
    hidden = desk.party("Vero Lunt", "Odal Voss", level=SECRET)
    text = "The Lunts, the Lunts' house, Lunt's, LUNTS, Vero Lunts, the Vosses; lunts, Luntsen, Vos"
    assert _said(desk, text, hidden) == "The *, the *' house, *, *, *, the *; lunts, Luntsen, Vos"


@pytest.mark.parametrize(
    "text",
    [
        "Vеrо Lunt",
        "VЕRО LUNT",
        "Verο Lunt",
        "Ｖｅｒｏ　Ｌｕｎｔ",
        "𝐕𝐞𝐫𝐨 𝐋𝐮𝐧𝐭",
        "ᴠᴇʀᴏ ʟᴜɴᴛ",
        "VeroLսnt",
        "Ve\u200bro\u00a0Lu\u00adnt",
    ],
)
def test_letters_that_look_the_same_hide_no_name(desk: Desk, text: str) -> None:
    desk.party("Vero Lunt", level=SECRET)
    assert _said(desk, f"then {text} left; видел") == "then * left; видел"
    typed = Desk()
    typed.party(text, level=SECRET)
    assert _said(typed, "then Vero Lunt left") == "then * left"


def test_words_of_other_alphabets_are_no_latin_names(desk: Desk) -> None:
    hidden = desk.party("Hop Mekka", "Ope Cap", level=SECRET)
    text = "Моресар, херор и Норма; ΜΕΚΚΑΣ"
    assert _said(desk, text, hidden) == text


def test_names_carry_what_people_are_called_by(desk: Desk) -> None:
    hidden = desk.party("Yasin Tangsay", "Tenzin Norbu", level=SECRET)
    assert (
        _said(desk, "Yasinjan, Tenzinla, Tenzin-la, Yasinning; Yasinov", hidden) == "*, *, *-la, *; Yasinov"
    )


def test_what_may_mean_somebody_who_may_not_be_named_is_for_a_reader(desk: Desk) -> None:
    hidden, far = desk.party("邬棠溪", "Vero Lunt", level=SECRET), desk.party("Tamsin Quell", level=SECRET)
    shown, owl = desk.party("Odal Brisk"), desk.party("Little Owl", name("Isolt Marrow", "real"))
    text = "Tamsin, TQ, T.Q., Odal, OB; 邬工, VL, lunt, Owl, IM; 棠溪"
    censor = desk.censor().about([hidden, shown, owl])
    found = [item for item in censor.find(text) if censor.instead(item) is None]
    meant = {text[item.start : item.end]: censor.may_mean(item, frozenset()) for item in found}
    assert {said: owners for said, owners in meant.items() if owners} == {
        "邬工": (hidden,), "VL": (hidden,), "lunt": (hidden,), "IM": (owl,),
    }  # fmt: skip
    assert "棠溪" not in meant
    for item in found:
        here = censor.may_mean(item, frozenset([far]))
        assert here == (far,) or text[item.start : item.end] not in ("TQ", "T.Q")


@pytest.mark.parametrize(
    "written",
    [
        "Vero\r\n        Lunt",
        "Vero Lu-\r\n    nt",
        "Vero\u202f\u200f\u200e\u00a0Lunt",
        "邬\r\n\u3000\u3000棠溪",
        "邬棠\n\n      溪",
    ],
)
def test_a_name_goes_on_behind_an_indent(desk: Desk, written: str) -> None:
    person = desk.party("Odal Brisk")
    hidden = desk.party("Vero Lunt", "邬棠溪", level=SECRET)
    desk.near(desk.told(person, text=f"Odal Brisk\r\n\r\n   met ﬁne {written} here."), hidden)
    assert desk.model().cases[0].texts == ("Odal Brisk\r\n\r\n   met ﬁne [person] here.",)


def test_other_names_of_a_place_that_is_kept_back_go_with_it(desk: Desk) -> None:
    hidden = desk.add(
        Record(kind=Kind.PLACE, id=new_id())
        .with_labels({"en": "Lower Mill"})
        .with_fields(kind="town")
        .with_elements("aliases", [{"text": "Blue Courtyard"}, {"text": "青院"}]),
        SECRET,
    )
    told = desk.add(
        Record(kind=Kind.PLACE, id=new_id())
        .with_labels({"en": "Saltford"})
        .with_fields(kind="town")
        .with_elements("aliases", [{"text": "Old Salt"}]),
        PUBLIC,
    )
    desk.told(
        desk.party("Vero Lunt"),
        text="From Lower Mill, that is BLUE COURTYARD or 青院, to Old Salt.",
        place=told,
    )
    assert desk.model().cases[0].texts == ("From [place], that is [place] or [place], to Old Salt.",)
    desk.records[hidden] = desk.records[hidden].with_visibility(PUBLIC)
    assert "Blue Courtyard" in desk.records[hidden].canonical().decode()
    desk.reviews.clear()
    desk.told(desk.party("Odal Brisk"), text="Blue Courtyard")
    assert ("Blue Courtyard",) in [case.texts for case in desk.model().cases]
