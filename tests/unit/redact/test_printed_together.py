"""A text is printed beside other cases: of what only their people make go its reader is told before."""

import random
from dataclasses import replace
from typing import Final

import pytest

from hrddesk.errors import NothingToPublish
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.records.texts import text_of
from hrddesk.redact.censor import Censor
from hrddesk.redact.involved import involved_in
from hrddesk.redact.leftout import LeftOut
from hrddesk.redact.profiles import LABELS, NAMES, Profile
from hrddesk.redact.texts import Reading
from hrddesk.redact.wording import Decision, How
from tests import campaigns
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, Desk, name

NARRATIVE: Final = "narrative"


def _decide(desk: Desk, case: RecordId, how: How, *cases: RecordId, profile: Profile = NAMES) -> int:
    """Decide about all that is asked of a text, and confirm it; return how much that was."""
    censor, reading = desk.read(case, NARRATIVE, profile, cases)
    asked = {item.span for item in censor.undecided(reading.worded, reading.found)}
    wording, decided = reading.wording, 0
    for start, end in sorted(asked, key=lambda span: (span[0], -span[1])):
        if end > decided:  # else it lies in a place that was decided
            instead = "person" if how is How.LABEL else ""
            wording, decided = wording.with_decision(Decision(start, end, how, instead)), end
    desk.wordings[case, NARRATIVE] = wording
    desk.review(case, NARRATIVE, profile, cases)
    return len(asked)


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
    assert _decide(desk, case, how, other) == 1
    texts = {tuple(one.texts) for one in desk.redact(cases=[case, other]).model.cases}
    assert (printed,) in texts
    assert desk.redact(cases=[case]).model.cases[0].texts == (printed,), "alone, it says the same"


def test_a_review_of_the_text_alone_holds_once_all_is_decided(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="Brisk at the mill.")
    other = desk.told(desk.party("Odal Brisk", level=RESTRICTED))
    _decide(desk, case, How.STAY, other)
    desk.review(case, NARRATIVE)
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


_WORDS: Final = {
    "spaced": (" ", ["Odal", "Brisk", "Vero", "Lunt", "Ilsa", "Quell", "came", "mill", "hope", "Hope"]),
    "unspaced": ("", ["建华", "李", "王", "和平", "建", "华", "来", "磨坊", "说"]),
}


@pytest.mark.parametrize("profile", [NAMES, LABELS], ids=lambda profile: profile.name)
@pytest.mark.parametrize("script", _WORDS)
def test_what_is_printed_together_is_what_its_reader_saw(script: str, profile: Profile) -> None:
    """The places that go are those that went before the reader, whichever cases are printed together."""
    asked = 0
    for at in range(campaigns.tried(2000, 60)):
        asked += _compare(campaigns.chance(f"{script} {profile.name} {at}"), *_WORDS[script], profile)
    assert asked, "other cases never made a difference"


def _covered(censor: Censor, reading: Reading) -> set[int]:
    """Return which letters of a text are not printed, but for those of whoever gets a label only now."""
    text, found = reading.worded.text, reading.found
    places = [(start, end) for start, end, _ in censor.taken(reading.worded, found)]
    gone = {at for start, end in places for at in range(start, end) if text[at].isalnum()}
    labelled = (item for item in found if not censor.labelled_now.isdisjoint((*item.owners, *item.partly)))
    return gone.difference(*(range(*item.span) for item in labelled))


def _compare(rng: random.Random, space: str, words: list[str], profile: Profile) -> int:
    """Publish some cases of a random desk; return how many questions came from the other cases."""
    desk, made = Desk(), list[RecordId]()
    levels = [PUBLIC, RESTRICTED, SECRET]
    for _ in range(3):
        people = []
        for _ in range(rng.randint(1, 2)):
            kinds = ["main", *(["alias"] if rng.random() < 0.3 else [])]
            called = [name(space.join(rng.sample(words, rng.randint(1, 3))), kind) for kind in kinds]
            people.append(desk.party(*called, level=rng.choice(levels)))
        text = f"{space.join(rng.choices(words, k=8))}."
        shown = PUBLIC if profile is NAMES else RESTRICTED
        case = desk.case(*people, level=shown, narrative=text)
        desk.event(case, "detained", *people, level=shown, lists=None, date="2020")
        made.append(case)
    more = 0
    for case in made:
        alone = _decide(replace(desk, reviews={}, wordings={}), case, How.STAY, profile=profile)
        more += _decide(desk, case, rng.choice([How.STAY, How.LABEL]), *made, profile=profile) - alone
        _decide(desk, case, How.LABEL, *made, profile=profile)  # what may not be kept, for who bears a label
    for case in made:
        censor, reading = desk.read(case, NARRATIVE, profile, made)
        seen = _covered(censor, reading)
        facts = desk.facts(*made)
        everybody = [party.id for party in facts.all(Kind.PARTY)]
        printing = Censor(facts, profile, (), involved_in(facts, facts.cases()), everybody)
        text = text_of(desk.records[case], NARRATIVE)
        assert seen == _covered(printing, reading), f"seed {campaigns.SEED}: {text}"
    one = made[:1]
    for cases in (made, one):
        try:
            left = desk.redact(profile, cases=cases, decided=everybody).left_out
        except NothingToPublish:
            continue
        assert not left.keys() & {LeftOut.MARK, LeftOut.CHANGED_TEXT}, f"seed {campaigns.SEED}"
    return more
