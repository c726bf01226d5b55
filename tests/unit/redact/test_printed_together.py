"""A text is printed beside other cases: of what only their people make go its reader is told before."""

import itertools
import random
import re
from dataclasses import replace
from typing import Any, Final

import pytest

from hrddesk.errors import NothingToPublish
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import How
from hrddesk.redact.profile.profiles import LABELS, NAMES, Profile
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.texts import ExaminedText
from tests import campaigns
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, Desk, name

NARRATIVE: Final = "narrative"
ALL: Final = {"cases": ()}


@pytest.mark.parametrize(
    ("how", "printed"), [(How.STAY, "Brisk at the mill."), (How.LABEL, "[person] at the mill.")]
)
def test_a_part_of_a_name_of_another_case_is_asked_about_where_both_are_printed(
    desk: Desk, how: How, printed: str
) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="Brisk at the mill.")
    other = desk.told(desk.party("Odal Brisk", level=RESTRICTED))
    assert desk.redact(cases=[case]).model.cases[0].texts == ("Brisk at the mill.",)
    assert desk.redact(cases=[case, other]).left_out[LeftOut.MARK] == 1
    assert desk.decide(case, NARRATIVE, how, printed=ALL) == 1
    texts = {tuple(one.texts) for one in desk.redact(cases=[case, other]).model.cases}
    assert (printed,) in texts
    assert desk.redact(cases=[case]).model.cases[0].texts == (printed,), "alone, it says the same"


def test_a_review_holds_for_the_cases_with_which_the_text_was_read(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="Brisk at the mill.")
    desk.told(desk.party("Odal Brisk", level=RESTRICTED))
    desk.decide(case, NARRATIVE, How.STAY, printed=ALL)
    desk.review(case, NARRATIVE)
    assert desk.redact().left_out[LeftOut.CHANGED_TEXT] == 1, "alone, nobody is asked about Brisk"
    desk.review(case, NARRATIVE, printed=ALL)
    assert ("Brisk at the mill.",) in {tuple(one.texts) for one in desk.redact().model.cases}


def test_whoever_is_named_and_called_like_a_part_of_another_name_is_asked_about(desk: Desk) -> None:
    person = desk.party("文山")
    case = desk.told(person, text="文山来了磨坊。")
    other = desk.told(desk.party("岳文山", level=SECRET))
    for cases, waits in ([case], False), ([case, other], True):
        left = desk.redact(cases=cases, decided=[person]).left_out
        assert (LeftOut.MARK in left) is waits


def test_a_part_of_a_name_within_a_longer_one_is_asked_about(desk: Desk) -> None:
    case = desk.told(desk.party("Ilsa Vero Lunt"), text="Ilsa Vero came to the mill.")
    other = desk.told(desk.party("Vero Quell", level=SECRET))
    assert desk.redact(cases=[case]).model.cases[0].texts == ("Ilsa Vero came to the mill.",)
    made = desk.redact(cases=[case, other])
    assert made.left_out.get(LeftOut.MARK) == 1 or made.model.cases[0].texts == (
        "Ilsa Vero came to the mill.",
    )


@pytest.mark.parametrize("profile", [NAMES, LABELS], ids=lambda profile: profile.name)
def test_a_word_is_kept_though_a_relative_who_does_not_appear_is_called_so(
    desk: Desk, profile: Profile
) -> None:
    """A gap in place of an ordinary word would spell the name."""
    level = PUBLIC if profile is NAMES else RESTRICTED
    person, relative = desk.party("Vero Lunt", level=level), desk.party("Hope", level=level)
    text = "We hope that she came."
    case = desk.case(person, (relative, "relative"), level=level, narrative=text)
    desk.review(case, NARRATIVE, profile)
    assert desk.redact(profile).left_out[LeftOut.MARK] == 1
    assert desk.decide(case, NARRATIVE, How.STAY, profile=profile, printed=ALL) == 1
    assert desk.redact(profile).model.cases[0].texts == (text,)


def test_nothing_is_asked_within_a_name_that_goes(desk: Desk) -> None:
    hidden, relative = desk.party("Brisk Lunt", level=SECRET), desk.party("Brisk")
    person = desk.party("Vero Quell")
    case = desk.case(person, hidden, (relative, "relative"), narrative="Brisk Lunt came to the mill.")
    assert desk.decide(case, NARRATIVE, How.STAY, printed=ALL) == 0
    assert desk.redact().model.cases[0].texts == ("[person] came to the mill.",)


def test_a_name_inside_a_printed_one_that_a_reader_cuts_goes_too(desk: Desk) -> None:
    """Covering "Quell Lunt" leaves "Hope" of Hope Quell, who is named: the other Hope is not."""
    person, relative = desk.party("Hope Quell"), desk.party("Hope")
    case = desk.case(person, (relative, "relative"), narrative="We met Hope Quell Lunt.")
    other = desk.told(desk.party("Lunt Quell", level=RESTRICTED))
    printed: dict[str, Any] = {"cases": [case, other], "decided": [person]}
    desk.decide(case, NARRATIVE, How.LABEL, printed=printed)
    texts = {tuple(one.texts) for one in desk.redact(**printed).model.cases}
    assert ("We met [person].",) in texts


def test_a_name_beside_a_place_that_a_reader_covered_stands_alone_in_print_too(desk: Desk) -> None:
    """Both are printed as one "[person]", and no new question about the letter before them arises."""
    person, relative = desk.party("Vero Lunt", level=RESTRICTED), desk.party("说李", level=RESTRICTED)
    case = desk.case(person, (relative, "relative"), level=RESTRICTED, narrative="华来王王说李华来.")
    assert desk.decide(case, NARRATIVE, How.LABEL, profile=LABELS, printed=ALL) == 1
    left = desk.redact(LABELS).left_out
    assert not left.keys() & {LeftOut.MARK, LeftOut.CHANGED_TEXT}


_ROUNDS: Final = 4
_WORDS: Final = {
    "spaced": (" ", ["Odal", "Brisk", "Vero", "Lunt", "Ilsa", "Quell", "came", "mill", "hope", "Hope"]),
    "unspaced": ("", ["建华", "李", "王", "和平", "建", "华", "来", "磨坊", "说"]),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("profile", [NAMES, LABELS], ids=lambda profile: profile.name)
@pytest.mark.parametrize("script", _WORDS)
def test_what_is_printed_together_is_what_its_reader_saw(script: str, profile: Profile) -> None:
    """The places that go are those that went before the reader, whichever cases are printed together."""
    asked = 0
    for at in range(campaigns.tried(2000, 60)):
        asked += _compare(campaigns.chance(f"{script} {profile.name} {at}"), *_WORDS[script], profile)
    assert asked, "other cases never made a difference"


def _names(desk: Desk, party: RecordId) -> list[str]:
    return [str(item["name"]) for item in desk.records[party].values("names")]


def _told(text: str, people: list[list[str]]) -> set[int]:
    """Return which letters may be the name of somebody whom the text is about, and who gets a label only now.

    Without spaces that is the whole name, which may overlap itself; else a word of it with a capital, or two
    neighbours.
    """
    told = set[int]()
    for called in (called for names in people for called in names):
        spans = [found.span(1) for found in re.finditer(f"(?=({re.escape(called)}))", text)]
        if " " in text:
            words, each = called.lower().split(), list(re.finditer(r"\w+", text))
            spans = [word.span() for word in each if word[0].lower() in words and word[0][0].isupper()]
            pairs = itertools.pairwise(each)
            spans += [
                (one.start(), other.end())
                for one, other in pairs
                if {one[0].lower(), other[0].lower()} <= set(words)
            ]
        told.update(at for start, end in spans for at in range(start, end))
    return told


def _with_names_beside(text: str, told: set[int], names: list[str]) -> set[int]:
    """Return the letters and those of whole names that share some with them, in any order of their words.

    Such a name cannot be printed, since a part of it goes.
    """
    words = list(re.finditer(r"\w+", text))
    wider = set(told)
    for called in (sorted(called.lower().split()) for called in names):
        for first in range(len(words) - len(called) + 1):
            row = words[first : first + len(called)]
            letters = set(range(row[0].start(), row[-1].end()))
            if sorted(word[0].lower() for word in row) == called and letters & told:
                wider |= letters
    return wider


def _covered(censor: Censor, reading: ExaminedText) -> set[int]:
    """Return which letters of a text are not printed."""
    text = reading.worded.text
    places = [(start, end) for start, end, _ in censor.taken(reading.worded, reading.found)]
    return {at for start, end in places for at in range(start, end) if text[at].isalnum()}


def _compare(rng: random.Random, space: str, words: list[str], profile: Profile) -> int:
    """Publish some cases of a random desk; return how many questions came from the other cases."""
    desk, made, everybody = Desk(), list[RecordId](), list[RecordId]()
    levels = [PUBLIC, RESTRICTED, SECRET]
    for _ in range(3):
        people = []
        for _ in range(rng.randint(1, 2)):
            kinds = ["main", *(["alias"] if rng.random() < 0.3 else [])]
            called = [
                name(space.join(rng.sample(words, rng.randint(1 + (not space), 3))), kind) for kind in kinds
            ]
            people.append(desk.party(*called, level=rng.choice(levels)))
        everybody += people
        text = f"{space.join(rng.choices(words, k=8))}."
        shown = PUBLIC if profile is NAMES else RESTRICTED
        roles = [(party, rng.choice(["subject", "relative"])) for party in people]
        case = desk.case(*roles, level=shown, narrative=text)
        desk.event(case, "detained", *people, level=shown, lists=None, date="2020")
        made.append(case)
    printed: dict[str, Any] = {
        "cases": made,
        "label": [party for party in everybody if rng.random() < 0.1],
        "decided": [party for party in everybody if rng.random() < 0.5],
    }
    more = 0
    for case in made:
        alone = replace(desk, reviews={}, wordings={}).decide(case, NARRATIVE, How.STAY, profile=profile)
        how = rng.choice([How.STAY, How.LABEL])
        more += desk.decide(case, NARRATIVE, how, profile=profile, printed=printed) - alone
    for case in made:
        censor, reading = desk.read(case, NARRATIVE, profile, printed)
        assert censor.printing is not None
        seen, gone = _covered(censor, reading), _covered(censor.printing, reading)
        near = [
            *(everybody if not space else ()),
            *(str(item["party"]) for item in desk.records[case].values("parties")),
        ]
        told = _told(reading.worded.text, [_names(desk, RecordId(party)) for party in near])
        told = _with_names_beside(
            reading.worded.text, told, [called for party in everybody for called in _names(desk, party)]
        )
        assert seen <= gone, f"seed {campaigns.SEED}: {reading.worded.text}"
        covered = {at for span, _ in reading.worded.labels for at in range(*span)}
        assert gone <= told | covered, f"seed {campaigns.SEED}: {reading.worded.text}"
    for cases in (made, made[:1]):
        asked = printed | {"cases": cases}
        if cases is not made:  # fewer people's parts may let a longer place be read in another way
            # What is decided may take the place of what was decided for all cases.
            rounds = (
                desk.decide(made[0], NARRATIVE, how, profile=profile, printed=asked) for _ in range(_ROUNDS)
            )
            assert 0 in rounds, f"seed {campaigns.SEED}"
        try:
            left = desk.redact(profile, **asked).left_out
        except NothingToPublish:
            continue
        assert not left.keys() & {LeftOut.MARK, LeftOut.CHANGED_TEXT}, f"seed {campaigns.SEED}"
    return more
