"""Dimensions of figures without a vocabulary: their codes are offered, and found by words of any language."""

import pytest

from hrddesk.analysis.figures.dimensions import SHIPPED as DIMENSIONS
from hrddesk.analysis.figures.dimensions import value_label, values_meant, values_of
from hrddesk.records.terms import countries
from hrddesk.records.terms.words import SHIPPED


def test_all_stages_of_all_countries_are_offered() -> None:
    stages = values_of(DIMENSIONS["stage"], SHIPPED)
    shipped = countries.shipped().values()
    every = {f"{country.code}/{stage.code}" for country in shipped for stage in country.stages}
    assert set(stages) == every != set()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("CN/arrested", ("CN/arrested",)),
        ("cn/Arrested", ("CN/arrested",)),
        ("Formally arrested", ("CN/arrested",)),
        ("批捕", ("CN/arrested",)),
        ("arrested (Hong Kong)", ("HK/arrested",)),
        ("被拘捕（香港）", ("HK/arrested",)),
        ("arrested", ("CN/arrested", "HK/arrested")),
        ("in the yard", ("in the yard",)),
    ],
)
def test_a_stage_is_found_by_its_words(words: str, codes: tuple[str, ...]) -> None:
    assert values_meant(DIMENSIONS["stage"], words, SHIPPED) == codes


def test_a_stage_reads_as_the_law_of_its_country_calls_it() -> None:
    def labels(code: str) -> list[str]:
        return [value_label(DIMENSIONS["stage"], code, language, SHIPPED) for language in ("en", "zh")]

    assert labels("CN/arrested") == ["formally arrested (China)", "批捕（中国）"]
    assert labels("HK/arrested") == ["arrested (Hong Kong)", "被拘捕（香港）"]
    assert labels("arrested") == ["arrested", "arrested"]


def test_other_words_stay_as_they_are() -> None:
    assert values_meant(DIMENSIONS["status"], "at large", SHIPPED) == ("at large",)
