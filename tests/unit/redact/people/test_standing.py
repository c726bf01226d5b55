"""Who may be called by a name of their own, where names hold other names."""

import pytest

from hrddesk.records.language.labels import Chain
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import How
from hrddesk.redact.people.standing import PartyStanding, published_names, standings
from hrddesk.redact.profile.profiles import LABELS, NAMES
from tests.unit.redact.invented import SECRET, Desk, all_text, name


def _called_after(desk: Desk, *decided: RecordId) -> set[RecordId]:
    made = standings(desk.facts(), NAMES, (), decided, desk.censor().index)
    return set(made.called_after)


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("邬小棠", "邬小棠妻"),
        ("邬小棠", "邬小棠甲"),
        ("邬小棠", "邬小棠遗孀"),
        ("邬棠", "邬棠之妻"),
        ("邬棠", "邬棠妻"),
        ("鄔棠", "邬棠的母亲"),
        ("缪屿", "Miao Yu's wife"),
        ("Tenzin", "Tenzin's mother"),
        ("Tenzin", "Mother of Tenzin"),
        ("Tenzin", "Amala Tenzin"),
        ("Tenzin", "丹增 (Tenzin) 的妻子"),
        ("Vero Lunt", "Sister of Vero Lunt"),
        ("Орхан", "мать Орхан"),
        (("邬", "邬棠溪"), "邬棠溪儿"),
        (("邬", "邬棠"), "邬棠的母亲"),
    ],
)
def test_a_name_that_says_whose_relative_somebody_is_is_never_printed(
    desk: Desk, hidden: str | tuple[str, ...], told: str
) -> None:
    desk.party(*([hidden] if isinstance(hidden, str) else hidden), level=SECRET)
    relative = desk.party(told)
    assert _called_after(desk) == _called_after(desk, relative) == {relative}


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("Tenzin", "Tenzin Dorje"),
        ("Vero Lunt", "Vero Lunt Quell"),
        ("邬棠", "邬棠溪"),
        ("丹增", "丹增文嘎"),
        ("邬友", "邬友棠"),  # a word of kinship, but within the name itself
        ("吐尔逊", "买买提·吐尔逊"),
        ("Tenzin", "tenzin dorje"),
        ("Orxun", "Orxun bin Tangsay"),
        ("邬", "邬的妻子"),
        ("Vero Lunt", "Lunt's wife"),
        (("", "Tenzin"), "Tenzin Dorje"),  # neither of these makes a surname of Tenzin
        (("T", "Tenzin"), "Tenzin Dorje"),
    ],
)
def test_a_longer_name_that_may_be_another_persons_is_for_somebody_to_decide(
    desk: Desk, hidden: str | tuple[str, ...], told: str
) -> None:
    desk.party(*([hidden] if isinstance(hidden, str) else hidden), level=SECRET)
    other = desk.party(told)
    assert _called_after(desk) == {other}
    assert _called_after(desk, other) == set()


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("邬", "邬棠"),
        ("邬", "Wu Tang"),
        ("欧阳", "欧阳棠"),
        ("欧阳", "Ouyang Tang"),
        ("Vero Lunt", "Odal Lunt"),
        ("邬建国", "柘建国"),
        ("Vero Lunt", "Vero Lunt"),
        ("Vero Lunt", "Lunt Vero"),
        ("邬棠", "鄔棠"),
    ],
)
def test_two_people_may_share_a_surname_a_given_name_or_all_of_it(desk: Desk, hidden: str, told: str) -> None:
    desk.party(hidden, level=SECRET)
    desk.party(told)
    assert _called_after(desk) == set()


@pytest.mark.parametrize(
    ("hidden", "told", "others"),
    [
        ("Tenzin", "Tenzin Dorje", ["Lobsang Tenzin", "Tenzin Norbu", "Quell"]),
        ("丹增", "丹增文嘎", ["丹增诺布", "洛桑丹增"]),
    ],
)
def test_a_short_name_that_many_have_tells_of_nobody(
    desk: Desk, hidden: str, told: str, others: list[str]
) -> None:
    desk.party(hidden, level=SECRET)
    person = desk.party(told)
    first, *rest = [desk.party(other) for other in others]
    assert _called_after(desk) == set()
    del desk.records[first]
    assert _called_after(desk) == {person, rest[0]}
    desk.party(f"{hidden}的妻子", level=SECRET)
    desk.party(f"{hidden} Foundation", kind="organisation", level=SECRET)
    assert person in _called_after(desk), "those are no other people of that name"


@pytest.mark.parametrize(
    ("hidden", "others"),
    [
        (["邬小棠"], ["邬小棠溪月", "邬小棠建国", "买买提邬小棠"]),  # three characters are no ordinary name
        (["Tenzin", "Tenzin Norbu"], ["Tenzin Dorje", "Lobsang Tenzin"]),  # the bearer is no other person
    ],
)
def test_a_name_is_not_that_of_many_since_it_is_long_or_its_bearer_has_another(
    desk: Desk, hidden: list[str], others: list[str]
) -> None:
    desk.party(*hidden, level=SECRET)
    people = {desk.party(other) for other in others}
    assert _called_after(desk) == people


def test_two_words_are_no_ordinary_name_though_others_write_them_as_one(desk: Desk) -> None:
    desk.party("Vero Lunt", level=SECRET)
    told = desk.party("Vero Lunt Quell")
    for other in ("VeroLunt Brisk", "VeroLunt Ambry"):
        desk.party(other)
    assert told in _called_after(desk)


def test_a_name_that_holds_only_names_that_are_told_needs_no_letting_through(desk: Desk) -> None:
    desk.party("Vero Lunt")
    desk.party("Vero Lunt Quell")
    made = standings(desk.facts(), NAMES, (), (), desk.censor().index)
    assert made.let_through == set()


def test_no_name_is_let_out_of_whoever_is_not_published(desk: Desk) -> None:
    desk.party("Vero Lunt", level=SECRET)
    named, labelled = desk.party("Odal Brisk"), desk.party("Isolt Quell")
    made = standings(desk.facts(), NAMES, [labelled], (), desk.censor().index)
    assert made.names.keys() == {named, labelled}


def test_a_name_of_no_kind_is_a_main_one(desk: Desk) -> None:
    party = desk.party({"name": "Odal Lunt"})
    assert [found.text for found in published_names(desk.records[party], NAMES)] == ["Odal Lunt"]


def test_only_names_that_hold_all_of_another_are_let_through(desk: Desk) -> None:
    desk.party("Vero Lunt", level=SECRET)
    decided = desk.party("Vero Lunt Quell")
    desk.party("Odal Lunt")
    made = standings(desk.facts(), NAMES, (), [decided], desk.censor().index)
    assert made.let_through == {"veroluntquell"}


def test_organisations_named_after_somebody_are_labelled(desk: Desk) -> None:
    desk.party("Vero Lunt", "邬棠", level=SECRET)
    firms = {
        desk.party(text, kind="organisation") for text in ("Vero Lunt & Sons", "VeroLunt 2020", "邬棠书店")
    }
    for text in ("Lunt and Sons", "Lunt Family Clinic"):
        desk.party(text, kind="organisation")
    assert _called_after(desk, *firms) == firms


def test_a_real_name_inside_a_published_one_is_kept_back(desk: Desk) -> None:
    desk.party("Little Owl", name("邬棠", "real"))
    wife = desk.party("邬棠妻")
    desk.party("Little Owl and more")
    assert _called_after(desk) == {wife}


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Vero Lunt (Harrow)", "Harrow"),
        ("Orxun Tangsay", "Orxun"),
        ("邬小棠 (阿满)", "阿满"),
        ("邬小棠", "小棠"),
        ("Tenzin Delekar Rinpo", "Tenzin Delekar"),
    ],
)
def test_a_name_that_holds_a_kept_back_name_of_the_same_person_is_for_somebody_to_decide(
    desk: Desk, told: str, kept: str
) -> None:
    person = desk.party(told, name(kept, "alias"))
    desk.told(person)
    made = desk.redact()
    assert (made.left_out, made.where) == ({LeftOut.NAME: 1}, {LeftOut.NAME: (person,)})
    assert list(made.labels) == [person]
    decided = desk.redact(decided=[person])
    assert (decided.left_out, dict(decided.labels)) == ({}, {})
    assert [found.text for found in decided.model.cases[0].people[0].name] == [told]


def test_a_kept_back_name_that_is_all_of_a_published_one_asks_nobody(desk: Desk) -> None:
    desk.told(desk.party("Vero Lunt", name("Vero Lunt", "alias"), {"kind": "alias"}))
    assert desk.redact().left_out == {}


def test_whoever_is_labelled_may_stand_in_the_next_ones_name(desk: Desk) -> None:
    desk.party("Vero Lunt", level=SECRET)
    wife = desk.party("Vero Lunt's wife")
    mother = desk.party("Mother of Vero Lunt's wife")
    assert _called_after(desk) == {wife, mother}


def test_the_names_of_sources_and_places_are_no_people(desk: Desk) -> None:
    desk.other(Kind.SOURCE, code_name="Heron")
    desk.other(Kind.PLACE, None, {"en": "Quell"})
    desk.party("Heron Quell")
    assert _called_after(desk) == set()


def test_it_is_said_how_many_stand_under_a_label_for_their_names(desk: Desk) -> None:
    desk.party("邬小棠", level=SECRET)
    wife, other = desk.party("邬小棠妻"), desk.party("Odal Brisk")
    desk.told(wife, other, text="邬小棠妻来了，Odal Brisk没来。")
    desk.party("邬小棠之母")
    made = desk.redact()
    assert made.left_out == {LeftOut.NAME: 1}
    assert made.model.cases[0].texts == ("Person A来了，Odal Brisk没来。",)
    assert desk.censor().standing[wife] is PartyStanding.LABELLED


def test_a_review_holds_for_those_who_get_a_label_for_their_names(desk: Desk) -> None:
    desk.party("邬棠", level=SECRET)
    person = desk.party("邬棠溪")
    case = desk.told(person, text="邬棠溪来了。")
    assert desk.model().cases[0].texts == ("人员A来了。",)
    assert desk.redact(decided=[person]).left_out[LeftOut.MARK] == 1
    desk.decide(case, "narrative", How.LABEL, printed={"decided": [person]})
    assert desk.redact(decided=[person]).model.cases[0].texts == ("[某人]溪来了。",)


def test_somebody_can_decide_to_print_a_name_that_was_reviewed(desk: Desk) -> None:
    hidden = desk.party("Tenzin", level=SECRET)
    person = desk.party("Tenzin Dorje")
    desk.near(desk.told(person, text="Tenzin Dorje spoke, Tenzin did not."), hidden)
    assert desk.model().cases[0].texts == ("Person A spoke, [person] did not.",)
    made = desk.redact(decided=[person])
    assert made.model.cases[0].texts == ("Tenzin Dorje spoke, [person] did not.",)
    assert made.left_out == {}


@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_somebody_without_a_name_is_not_called_by_nothing(desk: Desk, blank: str) -> None:
    nobody, named = desk.party(blank), desk.party(blank, "Odal Lunt")
    made = standings(desk.facts(), NAMES, (), (), desk.censor().index)
    assert made.of[nobody] is PartyStanding.LABELLED
    assert made.of[named] is PartyStanding.NAMED
    assert [found.text for found in made.names[named]] == ["Odal Lunt"]


def test_names_that_readers_take_for_the_same_stand_once(desk: Desk) -> None:
    person = desk.party("別青苔", "别青苔", "Bie Qingtai", "Bié Qīngtái")
    assert [name.text for name in published_names(desk.records[person], NAMES)] == ["别青苔", "Bie Qingtai"]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        (("zh-Hans",), ["扎西", "བཀྲ་ཤིས", "Tashi"]),
        (("en",), ["Tashi", "བཀྲ་ཤིས", "扎西"]),
        (("en", "zh-Hans"), ["Tashi", "བཀྲ་ཤིས", "扎西"]),
    ],
)
def test_the_name_in_the_script_of_a_publication_stands_first(
    desk: Desk, language: Chain, order: list[str]
) -> None:
    person = desk.party("བཀྲ་ཤིས", "扎西", "Tashi")
    desk.told(person)
    (shown,) = desk.redact(language=language).model.cases[0].people
    assert [name.text for name in shown.name] == order


@pytest.mark.parametrize(
    "name", ["Hollow Police Station", "洼地派出所", "Hollow Town government", "洼地镇人民政府"]
)
def test_an_authority_of_a_township_bears_a_label_where_people_do(desk: Desk, name: str) -> None:
    """Its name tells where, finer than a county; where people are named, it is named."""
    person, office = desk.party("Vero Lunt"), desk.party(name, kind="authority")
    county = desk.party("Northbank Public Security Bureau", kind="authority")
    desk.event(desk.case(person), "detained", person, (office, "held_by"), (county, "held_by"), date="2020")
    labelled = desk.redact(LABELS)
    assert name not in all_text(labelled.model)
    assert "Northbank Public Security Bureau" in all_text(labelled.model)
    assert labelled.where[LeftOut.NAME] == (office,)
    assert name in all_text(desk.redact(LABELS, decided=[office]).model)
    assert name in all_text(desk.model())
