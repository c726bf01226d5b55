"""Whatever a secret meets in a text, a publication is the same byte for byte, or the text waits."""

import pytest

from hrddesk.publish.process.layout import lay_out
from hrddesk.redact.drafting.leftout import LeftOut
from tests import campaigns
from tests.unit.redact.collision_classes import CLASSES, Maker
from tests.unit.redact.invented import all_text


@pytest.mark.timeout(7200 if campaigns.FULL else 300)
@pytest.mark.parametrize("kind", CLASSES)
def test_twins_whose_secrets_meet_a_text_are_alike_or_wait(kind: str) -> None:
    for at in range(campaigns.tried(500, 12)):
        _compare(CLASSES[kind], f"{kind} {at}", pages=at % 100 == 0)


def _compare(maker: Maker, seed: str, *, pages: bool) -> None:
    """Publish both desks of a pair as their texts stand, then with what a reader decided.

    A text that waits for a decision, or that nobody confirmed, is not printed: it tells nothing. Nor does one
    differ but for marked words, which a reader let stand. Once a reader decided, nothing waits any more.
    """
    pair, said = maker(campaigns.chance(seed)), f"seed {campaigns.SEED}, {seed}"
    for deciding in (False, True):
        for twin in pair:
            if deciding or twin.follows is None:  # the texts of a later issue were read for the one before
                twin.read(deciding=deciding)
        one, other = (twin.publish() for twin in pair)
        waits = any(LeftOut.CHANGED_TEXT in made.left_out for made in (one, other))
        assert not (waits and deciding), said
        marked = not deciding and any(twin.tells_sex for twin in pair)
        assert waits or marked or one.model.canonical() == other.model.canonical(), said
        printed = all_text(one.model) + all_text(other.model)
        assert not [called for twin in pair for called in twin.hidden if called in printed], said
    if pages:
        assert lay_out(one.model) == lay_out(other.model), said
