"""A name that is an ordinary word is asked about; whole words go; initials are capitals; one is one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hrddesk.errors import NothingToPublish
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection.ordinary import WordsOf, is_shipped, is_single_word
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import How
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.profiles import LABELS, NAMES, Profile
from hrddesk.redact.publication.redaction import Redaction, Request, redact
from hrddesk.redact.texts.asking import with_questions
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.whole_words import whole_word
from tests.unit.redact.invented import AS_OF, PUBLIC, RESTRICTED, SECRET, Desk, name


def _said(desk: Desk, text: str, *involved: RecordId, profile: Profile = NAMES) -> str:
    pieces = desk.censor(profile, involved=involved).redact(text)
    return "".join(piece if isinstance(piece, str) else "*" for piece in pieces)


@pytest.mark.parametrize(
    ("called", "text", "left"),
    [
        ("Omar Farid Hassan", "Omar Farid Hassan of Lower Quarry", "* of Lower Quarry"),
        ("Isabel Sofia Moreno", "Isabel Sofia Moreno is ill", "* is ill"),
        ("Amal Haddad", "Amal Haddad, a teacher", "*, a teacher"),
        ("Abdu Tursun", "Abdu Tursun, a shopkeeper", "*, a shopkeeper"),
        ("Сергей Петров", "Сергей Петров с женой", "* с женой"),
        ("Yolanda Perez", "Yolanda Perez y su hijo", "* y su hijo"),
        ("İlker Şahin", "İlker Şahin is a baker", "* is a baker"),
        ("أمل حداد", "أمل حداد ا ذهب", "* ا ذهب"),
        ("Omar Farid Hassan", "O. F. Hassan and Hassan O. F. came", "* and *. came"),
        ("Сергей Петров", "Петров С. ушёл", "*. ушёл"),
        ("أمل حداد", "ا. حداد ذهب", "* ذهب"),
        ("Vero Lunt", "#VLunt, VLunt", "#*, *"),
        ("Vero Lunt", "@vlunt wrote", "* wrote"),
    ],
)
def test_letters_that_stand_for_initials_are_capitals(desk: Desk, called: str, text: str, left: str) -> None:
    person = desk.party(called, level=SECRET)
    assert _said(desk, text, person) == left


@pytest.mark.parametrize(
    ("called", "text", "left"),
    [
        ("Сергей Петров", "дело Петрова", "дело *"),
        ("Сергей Петров", "Петровым занялись", "* занялись"),
        ("邬棠溪", "邬棠溪们", "*们"),
        ("བཀྲ་ཤིས་ལྷ་མོ", "བཀྲ་ཤིས་ལྷ་མོར་ཐུག", "*་ཐུག"),
        ("ئورخۇن", "ئورخۇننىڭ ئۆيى", "* ئۆيى"),
        ("Odal Brisk", "#FreeBrisk and Brisks", "#Free* and *"),
    ],
)
def test_whole_words_go_endings_included(desk: Desk, called: str, text: str, left: str) -> None:
    person = desk.party(called, level=SECRET)
    assert _said(desk, text, person) == left


def test_a_road_that_is_called_like_somebody_is_asked_about(desk: Desk) -> None:
    person = desk.party("邬光明", level=SECRET)
    text = "在邬光明路见到邬光明。"
    censor = desk.censor(involved=[person])
    road, name = with_questions(censor, text, censor.find(text))
    assert (road.asked, road.word, road.maybe) == (True, True, (person,))
    assert (name.asked, name.owners) == (False, (person,))


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("Петрова", (0, 6), (0, 7)),
        ("FreeLunt", (4, 8), (4, 8)),
        ("freelunt2", (4, 8), (0, 8)),
        ("邬棠溪们", (0, 3), (0, 3)),
        ("Lunt", (0, 4), (0, 4)),
    ],
)
def test_a_word_ends_where_letters_do(text: str, place: tuple[int, int], whole: tuple[int, int]) -> None:
    assert whole_word(text, *place) == whole


def test_neighbours_that_go_become_one(desk: Desk) -> None:
    one, other = desk.party("Odal Brisk", level=None), desk.party("Tamsin Quell", level=None)
    text = "Her brother Brisk Odal-Brisk came, Quell Brisk stayed, Brisk, Quell left."
    assert _said(desk, text, one, other) == "Her brother * came, * stayed, *, * left."


def test_one_person_has_one_disguise(desk: Desk) -> None:
    """A surname or a given name says no less than the whole name whose label stands beside it."""
    captain, other = desk.party("Fu Cangyan", level=RESTRICTED), desk.party("Gou Lanting", level=RESTRICTED)
    case = desk.case(captain, other, narrative="Fu Cangyan met Gou Lanting. Captain Fu asked Lanting.")
    desk.event(case, "detained", other, captain, level=None, date="2020")
    desk.review(case, "narrative", LABELS)
    made = desk.redact(LABELS)
    labels = {party: label.said("en") for party, label in made.labels.items()}
    assert made.model.cases[0].texts == (
        f"{labels[captain]} met {labels[other]}. Captain {labels[captain]} asked {labels[other]}.",
    )


@pytest.mark.parametrize(
    ("word", "is_word"),
    [("Sunday", True), ("国庆", True), ("ཟླ་བ", True), ("على", True), ("Lunt", False), ("Signal", True)],
)
def test_some_words_are_shipped(word: str, is_word: bool) -> None:
    assert is_shipped(word) is is_word


def test_whole_names_of_several_words_are_no_words() -> None:
    assert [
        is_single_word(text)
        for text in ("Vero", "Vero Lunt", "邬棠", "邬棠溪", "བཀྲ་ཤིས", "བཀྲ་ཤིས་ཝེན་གར", "ᠨᠠᠷ\u180eᠠ")
    ] == [
        True,
        False,
        True,
        False,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("Market", "The market was closed.", True),
        ("Mark", "The market was closed.", False),
        ("国庆", "国庆前夕", True),
        ("علي", "ذهب على الطريق", True),
    ],
)
def test_a_word_stands_in_a_text(word: str, text: str, stands: bool) -> None:
    assert (word in WordsOf(text)) is stands


TEXT = "On Sunday the {word} was closed, Vero Lunt said."


def _published(called: str, profile: Profile, *, source: bool = False) -> Redaction | None:
    """Publish a reviewed text of a desk that keeps somebody secret; None where the text waits.

    The word stands in another case, too.
    """
    desk = Desk()
    shown = PUBLIC if profile is NAMES else RESTRICTED
    person = desk.party("Vero Lunt", level=shown)
    case = desk.case(person, narrative=TEXT.format(word="market"), level=shown)
    desk.event(case, "detained", person, level=shown, lists=None, date="2020-02-06")
    if source:
        desk.other(Kind.EVIDENCE, from_whom=called, case=case)
    else:
        desk.party(called, level=SECRET)

    def elsewhere(word: str, owners: Sequence[RecordId], where: RecordId) -> bool:
        assert person not in owners
        assert where == case
        return word in WordsOf("The market is far.")

    desk.review(case, "narrative", profile)
    request = Request(profile=profile, as_of=AS_OF, reviews=desk.reviews, elsewhere=elsewhere)
    made = redact(desk.facts(), request)
    return None if made.left_out.get(LeftOut.MARK) else made


@pytest.mark.parametrize("profile", [NAMES, LABELS])
@pytest.mark.parametrize(
    ("called", "waits"),
    [("Zaltar", False), ("Sunday", True), ("Market", True), ("Odal Quell", False)],
)
def test_a_text_in_which_a_secret_touches_an_ordinary_word_waits_or_its_bytes_are_those_of_its_twin(
    profile: Profile, called: str, waits: bool
) -> None:
    made, twin = _published(called, profile), _published("Nobody Else", profile)
    assert twin is not None
    assert (made is None) is waits
    assert made is None or made.model.canonical() == twin.model.canonical()


@pytest.mark.parametrize("called", ["Odal Quell", "Sunday Quell", "Omar Farid Was"])
def test_a_giver_who_is_not_mentioned_changes_no_byte(called: str) -> None:
    made, twin = _published(called, NAMES, source=True), _published("Tamsin Arbuth", NAMES, source=True)
    assert twin is not None
    assert made is None or made.model.canonical() == twin.model.canonical()


@pytest.mark.parametrize("initials", ["Isabel Sofia", "Tarn Oda", "Wendo Ansel Selm"])
def test_initials_that_are_function_words_change_no_byte(initials: str) -> None:
    """The word behind a name goes for nobody, whatever it is made of."""
    made = []
    for given in (initials, "Vero"):
        desk = Desk()
        person = desk.party(f"{given} Lunt", level=RESTRICTED)
        case = desk.case(person, narrative=f"{given} Lunt is to go as was said.")
        desk.event(case, "detained", person, level=None, lists=None, date="2020")
        desk.review(case, "narrative", LABELS)
        made.append(desk.redact(LABELS).model.canonical())
    assert made[0] == made[1]


def test_a_secret_giver_who_is_mentioned_is_a_person_like_any_other() -> None:
    """Two desks: in one she gave the evidence, in the other she is a party of whom nothing leaves."""
    made = []
    for is_giver in (True, False):
        desk = Desk()
        case = desk.case(desk.party("Vero Lunt"), narrative="Odal Quell wept. Quell left.")
        if is_giver:
            desk.other(Kind.EVIDENCE, from_whom="Odal Quell", case=case)
        else:
            desk.near(case, desk.party("Odal Quell", level=SECRET))
        desk.review(case, "narrative")
        made.append(desk.model().canonical())
    assert made[0] == made[1]


def test_a_word_within_a_longer_name_is_no_question(desk: Desk) -> None:
    person = desk.party("Hope Lunt", level=SECRET)
    involved = PeopleInPrint(frozenset((person,)))
    censor = Censor(desk.facts(), NAMES, involved, lambda word, *_: word in ("Hope", "Lunt"))
    found = censor.index.find("Hope Lunt came. Hope is left.")
    asked = [
        item.span for item in with_questions(censor, "Hope Lunt came. Hope is left.", found) if item.word
    ]
    assert asked == [(16, 20)]


def test_what_lies_in_a_word_that_is_asked_about_goes_or_is_asked_about_itself(desk: Desk) -> None:
    one, other = desk.party("邬棠", level=SECRET), desk.party(name("棠", "alias"), level=SECRET)
    censor = Censor(
        desk.facts(), NAMES, PeopleInPrint(frozenset((one, other))), lambda word, *_: word == "邬棠"
    )
    found = with_questions(censor, "昨天邬棠来了", censor.index.find("昨天邬棠来了"))
    assert [(item.span, item.word, item.inside) for item in found] == [
        ((2, 4), True, None),
        ((3, 4), False, None),
    ]


def test_whoever_gets_a_label_by_request_is_asked_about_as_others_are(desk: Desk) -> None:
    person = desk.party("Sunday Lunt")
    case = desk.told(person, text="Sunday Lunt came. Sunday left.")
    assert desk.redact(label=[person]).left_out[LeftOut.MARK] == 1
    desk.decide(case, "narrative", How.STAY, printed={"label": [person]})
    assert desk.redact(label=[person]).model.cases[0].texts == ("Person A came. Sunday left.",)
    del desk.records[case]
    with pytest.raises(NothingToPublish):
        redact(desk.facts(), replace(Request(profile=NAMES, as_of=AS_OF)))


def test_a_word_that_holds_two_names_goes_once(desk: Desk) -> None:
    desk.party("Alexandria", level=RESTRICTED)
    desk.party("Isabellina", level=RESTRICTED)
    assert _said(desk, "saw alexandriaisabellina today", profile=LABELS) == "saw * today"
    assert _said(desk, "#alexandria", profile=LABELS) == "#*"


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("邬棠溪", "他姓邬。\n\n棠溪来了"),
        ("邬棠溪", "他姓邬。棠溪来了"),
        ("ལེགས་ཟླ་བ", "བདེ་ལེགས།\n\nཟླ་བ་གསུམ་"),
        ("Vero Lunt", "Was it Vero? Lunt came"),
    ],
)
def test_a_name_across_the_end_of_a_sentence_is_asked_about(desk: Desk, called: str, text: str) -> None:
    case = desk.case(desk.party(called, level=RESTRICTED), narrative=text, level=RESTRICTED)
    censor, reading = desk.read(case, "narrative", LABELS)
    assert censor.taken(reading.worded, reading.found) == []
    assert reading.undecided(censor)
    desk.decide(case, "narrative", How.STAY, profile=LABELS)
    censor, reading = desk.read(case, "narrative", LABELS)
    assert not reading.undecided(censor)


def test_what_sticks_out_of_a_name_that_goes_is_asked_about_with_it(desk: Desk) -> None:
    person = desk.party("邬棠", level=RESTRICTED)
    case = desk.case(person, narrative="问邬棠棠何时来", level=RESTRICTED)
    censor, reading = desk.read(case, "narrative", LABELS)
    places = [item.span for item in censor.undecided(reading.worded, reading.found)]
    gone = {at for start, end, _ in censor.taken(reading.worded, reading.found) for at in range(start, end)}
    assert places == [(1, 4)] or gone <= {1, 2}
