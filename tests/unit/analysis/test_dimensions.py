"""Dimensions of figures without a vocabulary: their codes are offered, and found by words of any language."""

import pytest

from hrddesk.analysis.dimensions import SHIPPED as DIMENSIONS
from hrddesk.analysis.dimensions import value_of, values_of
from hrddesk.records import countries
from hrddesk.records.words import SHIPPED


def test_all_stages_of_all_countries_are_offered() -> None:
    stages = values_of(DIMENSIONS["stage"], SHIPPED)
    every = {stage.code for country in countries.shipped().values() for stage in country.stages}
    assert set(stages) == every != set()


@pytest.mark.parametrize("words", ["arrested", "Formally arrested", "批捕"])
def test_a_stage_is_found_by_its_words(words: str) -> None:
    assert value_of(DIMENSIONS["stage"], words, SHIPPED) == "arrested"


def test_other_words_stay_as_they_are() -> None:
    assert value_of(DIMENSIONS["stage"], "in the yard", SHIPPED) == "in the yard"
    assert value_of(DIMENSIONS["status"], "at large", SHIPPED) == "at large"
