"""What an issue says more finely than the one before is told; what it says less finely is not."""

from dataclasses import replace

import pytest

from hrddesk.records.model.field_specs import Visibility
from hrddesk.redact.profile.coarser import Coarser, coarsened, possible
from hrddesk.redact.profile.own_fields import OwnField
from hrddesk.redact.profile.profiles import LABELS, NAMES, AgeDetail, DateDetail, NameRule, Profile
from hrddesk.redact.risks.loosened import Loosened, loosened
from tests.unit.redact.invented import Desk

PLAIN = replace(LABELS, texts=frozenset(), levels=frozenset({Visibility.PUBLIC}))


@pytest.mark.parametrize("step", possible(NAMES))
@pytest.mark.parametrize("profile", [NAMES, LABELS])
def test_a_coarser_step_that_is_dropped_says_more(profile: Profile, step: Coarser) -> None:
    coarse = coarsened(profile, [step])
    assert bool(loosened(coarse, profile)) is (coarse != profile)
    assert loosened(profile, coarse) == {}


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"fields": NAMES.fields}, Loosened.FIELDS),
        ({"texts": LABELS.texts}, Loosened.TEXTS),
        ({"event_dates": DateDetail.DAY}, Loosened.DATES),
        ({"life_dates": DateDetail.YEAR}, Loosened.DATES),
        ({"ages": AgeDetail.EXACT}, Loosened.AGES),
        ({"name_kinds": frozenset({"main", "pen"})}, Loosened.NAMES),
        ({"name_rules": {**LABELS.name_rules, "person": NameRule.AS_IS}}, Loosened.NAMES),
        ({"levels": LABELS.levels}, Loosened.LEVELS),
        ({"sensitive": frozenset({"religion"})}, Loosened.TOPICS),
        ({"unknown_words": NAMES.unknown_words}, Loosened.WORDS),
        ({"pictures": True}, Loosened.PICTURES),
        ({"withheld_roles": frozenset()}, Loosened.ROLES),
    ],
)
def test_each_way_to_say_more_is_told(more: dict[str, object], what: Loosened) -> None:
    finer = replace(PLAIN, **more)  # type: ignore[arg-type]
    assert list(loosened(PLAIN, finer)) == [what]
    assert loosened(finer, PLAIN) == {}


def test_a_question_that_is_let_out_says_more(desk: Desk) -> None:
    asked: OwnField = desk.question("party", "yes_no", "Had a lawyer?")
    assert loosened(PLAIN, replace(PLAIN, own=frozenset({asked}))) == {Loosened.ANSWERS: (asked.id,)}


def test_what_is_added_is_said() -> None:
    assert loosened(
        PLAIN, replace(PLAIN, fields=PLAIN.fields | {"event.place_text"}, event_dates=DateDetail.DAY)
    ) == {
        Loosened.FIELDS: ("event.place_text",),
        Loosened.DATES: ("month to day",),
    }
