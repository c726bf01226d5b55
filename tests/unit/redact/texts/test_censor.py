"""What stays of a text and what a reader is asked about, condition by condition."""

from collections.abc import Collection

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.passages.occurrences import Occurrence
from hrddesk.redact.passages.pieces import Phrase, Word
from hrddesk.redact.passages.wording import Worded
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.redact.texts.asking import with_questions
from hrddesk.redact.texts.censor import Censor
from tests.languages import both
from tests.unit.redact.invented import SECRET, Desk, name


def _anywhere(word: str, owners: Collection[RecordId], case: RecordId) -> bool:
    return True


def _asked(censor: Censor, text: str) -> list[tuple[str, bool]]:
    """Return each place that was found, and whether a reader is asked about it."""
    found: list[Occurrence] = with_questions(censor, text, censor.find(text))
    return [(text[item.start : item.end], item.asked) for item in found]


def test_whoever_is_involved_and_has_no_name_is_unnamed_but_for_what_a_name_holds(desk: Desk) -> None:
    hidden, other = desk.party("Vero Lunt", level=SECRET), desk.party("Odal Brisk", level=SECRET)
    wife, named = desk.party("Vero Lunt's wife"), desk.party("Isolt Quell")
    assert desk.censor(involved=[hidden, wife, named]).unnamed == {hidden}
    assert desk.censor(involved=[other, wife]).unnamed == {other}
    assert desk.censor(involved=[wife, named]).unnamed == set()


def test_a_word_of_the_desk_goes_where_it_is_a_name_in_either_language(desk: Desk) -> None:
    desk.party("Odal Brisk", "缪屿川", level=SECRET)
    censor = desk.censor()
    assert censor.redact_words(both("Odal Brisk", "面包师")) is None
    assert censor.redact_words(both("baker", "缪屿川")) is None
    assert censor.redact_words(both("baker", "面包师")) == Phrase.of(both("baker", "面包师"))
    for en, zh in (("friend of Odal Brisk", "朋友"), ("friend", "缪屿川的朋友")):
        made = censor.redact_words(both(en, zh))
        assert made is not None
        assert made.is_same
        assert "Brisk" not in str(made)
        assert "缪屿川" not in str(made)


def test_which_words_are_ordinary_is_told_for_each_case(desk: Desk) -> None:
    hidden = desk.party("Zaltar", level=SECRET)
    censor = desk.censor()
    assert _asked(censor, "Zaltar came.") == [("Zaltar", True)], "nobody whom the text is about"
    censor = censor.about([hidden])
    assert _asked(censor, "Zaltar came.") == [("Zaltar", False)]
    elsewhere = censor.about([hidden], elsewhere=_anywhere)
    assert _asked(elsewhere, "Zaltar came.") == [("Zaltar", True)]
    assert _asked(elsewhere.about([hidden]), "Zaltar came.") == [("Zaltar", True)]


def test_a_word_within_a_longer_name_that_goes_is_not_asked_about(desk: Desk) -> None:
    one, other = desk.party("Sunday", level=SECRET), desk.party("Sunday Tallow", level=SECRET)
    censor = desk.censor(involved=[one, other])
    assert _asked(censor, "Sunday Tallow left.") == [("Sunday Tallow", False), ("Sunday", False)]
    assert _asked(censor, "Sunday left.") == [("Sunday", True)]


def test_a_word_within_a_word_is_asked_about_as_well(desk: Desk) -> None:
    desk.party("邬棠", level=SECRET)
    desk.party("邬", level=SECRET)
    censor = Censor(desk.facts(), NAMES, PeopleInPrint(), _anywhere)
    assert _asked(censor, "邬棠来了。") == [("邬棠", True), ("邬", True)]


def test_a_word_that_is_the_name_of_nobody_hidden_is_not_asked_about(desk: Desk) -> None:
    desk.party("Sunday")
    assert _asked(desk.censor(), "Sunday left.") == [("Sunday", False)]


def test_parts_and_initials_are_sure_only_where_the_name_stands_in_full_and_as_names_are_written(
    desk: Desk,
) -> None:
    person = desk.party("Vero Lunt Quell", level=SECRET)
    censor = desk.censor(involved=[person])
    assert _asked(censor, "VLQ came, Lunt left.") == [("VLQ", True), ("Lunt", True)]
    assert _asked(censor, "Vero Lunt Quell: VLQ came, Lunt left with a quell.") == [
        ("Vero Lunt Quell", False), ("VLQ", False), ("Lunt", False), ("quell", True),
    ]  # fmt: skip
    assert _asked(desk.censor(), "VLQ came, Lunt left.") == []


@pytest.mark.parametrize(
    ("called", "text", "part"),
    [
        ("Cruz Domingo Paz", "Cruz Domingo Paz sought help of La Cruz Roja.", "Cruz"),
        ("Cruz Domingo Paz", "Cruz Domingo Paz sought help of la Cruz\nRoja.", "Cruz"),
        ("Cruz Domingo Paz", "Cruz Domingo Paz left Santa  Cruz.", "Cruz"),
        ("Сергей Мороз", "Взяли Сергея Мороза. Мороз стоял.", "Мороз"),
        ("Barış Aksoy", "Barış Aksoy geldi. «Barış görüşmeleri» bitti.", "Barış"),
        ("Vero Lunt", "Vero Lunt left.\nLunt then came.", "Lunt"),
        ("Cruz Domingo Paz", "Cruz Domingo Paz left Santa Cruz.", "Cruz"),
        ("Vero Lunt", "There Vero Lunt met K. Lunt today.", "Lunt"),
        ("Cruz Domingo Paz", "Cruz Domingo Paz pidió ayuda a LA CRUZ ROJA.", "CRUZ"),
        ("Cruz Domingo Paz", "Cruz Domingo Paz: «¿Cruz o cara?»", "Cruz"),
        ("Zora Kelmend", "Zora Kelmend left. Ada Kelmend stayed.", "Kelmend"),
        ("Vero Hope", "Vero Hope met the judge. Hope was lost.", "judge. Hope"),
        ("Vero Hope", "Vero Hope left.\n1. Hope is lost.", "Hope"),
    ],
)
def test_a_part_whose_capital_a_word_has_there_too_is_asked_about(
    desk: Desk, called: str, text: str, part: str
) -> None:
    censor = desk.censor(involved=[desk.party(called, level=SECRET)])
    assert (part, True) in _asked(censor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Vero Lunt left, and Lunt came.",
        "Vero Lunt left. Mr. Lunt came.",
        "Vero Lunt: with him V. Lunt came.",
        "Vero Lunt left. Then Lunt came.",
        "Vero Lunt left. On Monday Captain Lunt came.",
        "Vero Lunt left, LUNT too, and VL came.",
        "Then Vero \u0640 Lunt left, and VL came.",
    ],
)
def test_a_part_written_as_a_name_is_written_is_sure(desk: Desk, text: str) -> None:
    censor = desk.censor(involved=[desk.party("Vero Lunt", level=SECRET)])
    found = _asked(censor, text)
    assert len(found) > 1
    assert not any(asked for _, asked in found)


def test_a_part_of_another_name_than_the_one_that_stands_in_full_is_asked_about(desk: Desk) -> None:
    person = desk.party("Zora Kelmend", name("Zora Stone", "alias"), level=SECRET)
    censor = desk.censor(involved=[person])
    assert ("Stone", True) in _asked(censor, "There Zora Kelmend met Ada Stone today.")
    assert ("Kelmend", False) in _asked(censor, "There Zora Kelmend said that Kelmend left.")


@pytest.mark.parametrize(
    ("other", "text", "part"),
    [
        ("Zora Elmer", "There Zora Kelmend met him, Elmer, today.", "Elmer"),
        ("Zora Moder", "There Zora Kelmend met MODER today.", "MODER"),
        ("Zora Orake", "There Zora Kelmend met a Dr Orake today.", "Dr Orake"),
        ("Zora Profane", "There Prof. Zora Kelmends met him, Profane, today.", "Profane"),
        ("Zora Delgar", "There Zora del Kelmend met him, Delgar, today.", "Delgar"),
        ("Zora Beytar", "There Zora Kelmends Bey met him, Beytar, today.", "Beytar"),
    ],
)
def test_letters_within_a_name_make_no_other_name_sure(desk: Desk, other: str, text: str, part: str) -> None:
    called = name("Zora del Kelmend", "alias"), name(other, "alias")
    person = desk.party("Zora Kelmend", *called, level=SECRET)
    assert (part, True) in _asked(desk.censor(involved=[person]), text)


def test_a_title_is_no_initials(desk: Desk) -> None:
    censor = desk.censor(involved=[desk.party("Perin Rolt Odal Fenn", level=SECRET)])
    assert _asked(censor, "Perin Rolt Odal Fenn met PROF there.")[1:] == [("PROF", True)]


def test_a_name_that_is_only_asked_about_makes_no_part_of_it_sure(desk: Desk) -> None:
    censor = desk.censor(involved=[desk.party("Mark Young", level=SECRET)])
    assert _asked(censor, "They mark young trees, and Mark saw it.") == [("mark young", True), ("Mark", True)]


@pytest.mark.parametrize(
    ("kind", "field", "called", "text"),
    [
        (Kind.SOURCE, "code_name", "Heron", "They shut [Heron] Street."),
        (Kind.SOURCE, "interviewer", "Heron", "They shut [Heron] Street."),
        (Kind.EVIDENCE, "from_whom", "Mark Young", "Then [Young Mark] saw it."),
    ],
)
def test_a_text_is_not_known_to_be_about_sources_and_givers(
    desk: Desk, kind: Kind, field: str, called: str, text: str
) -> None:
    desk.set(desk.other(kind), **{field: called})
    place = text[text.index("[") + 1 : text.index("]")]
    assert (place, True) in _asked(desk.censor(), text.replace("[", "").replace("]", ""))


def test_a_source_is_a_person_like_others_where_nobody_is_asked(desk: Desk) -> None:
    desk.set(desk.other(Kind.SOURCE), code_name="Heron")
    assert desk.censor().redact("Heron said so.") == (Word.PERSON, " said so.")


def test_questions_that_run_into_each_other_are_one(desk: Desk) -> None:
    person = desk.party("田建华", level=SECRET)
    assert _asked(desk.censor(involved=[person]), "建华哥回来了。") == [("建华哥", True)]


def test_a_name_of_two_people_is_asked_about_and_stands_where_a_reader_lets_it(desk: Desk) -> None:
    shown, hidden = desk.party("Corwin Thessaly"), desk.party("Corwin Thessaly", level=SECRET)
    for involved in ([shown], [shown, hidden]):
        assert _asked(desk.censor(involved=involved), "Corwin Thessaly left.") == [("Corwin Thessaly", True)]


@pytest.mark.parametrize("text", ["Rynok was closed.", "the rynok was closed."])
def test_a_place_that_is_kept_back_and_a_word_is_asked_about(desk: Desk, text: str) -> None:
    desk.other(Kind.PLACE, SECRET, {"en": "Rynok"}, kind="town")
    assert [word for _, word in _asked(desk.censor().about([], elsewhere=_anywhere), text)] == [True]


def test_a_name_that_is_kept_back_of_somebody_who_is_named_is_asked_about_where_it_is_a_word(
    desk: Desk,
) -> None:
    person = desk.party("Odal Brisk", name("Zaltar", "real"))
    censor = desk.censor(involved=[person])
    assert _asked(censor, "Zaltar came.") == [("Zaltar", False)]
    assert _asked(censor.about([person], elsewhere=_anywhere), "Zaltar came.") == [("Zaltar", True)]


def test_nobody_is_asked_who_is_meant_within_what_goes(desk: Desk) -> None:
    person = desk.party("Tamsin Quell", level=SECRET)
    censor, text = desk.censor(involved=[person]), "Write to Quell@example.org soon."
    assert censor.undecided(Worded(text), with_questions(censor, text, censor.find(text))) == []
    text = "Write to Quell soon."
    found = with_questions(censor, text, censor.find(text))
    assert [item.span for item in censor.undecided(Worded(text), found)] == [(9, 14)]


@pytest.mark.parametrize("kind", ["person", "organisation"])
@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("Brisk Tallow Quell", "Odal Brisk Tallow Quell left."),
        ("Quell Tallow Odal", "Quell Tallow Odal Brisk left."),
    ],
)
def test_a_hidden_name_goes_on_whatever_side_it_runs_into_one_that_is_told(
    desk: Desk, told: str, text: str, kind: str
) -> None:
    desk.party("Odal Brisk", kind=kind, level=SECRET)
    desk.party(told)
    left = [piece for piece in desk.censor().redact(text) if isinstance(piece, str)]
    assert not any("Odal" in piece or "Brisk" in piece for piece in left), left
