"""The text of a preview, and the labels in it."""

import time

import pytest

from hrddesk.records.language.labels import Chain
from hrddesk_ui.publishing.publication import publication_text
from tests.languages import LANGUAGES
from tests.unit.publish.conftest import sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preview_leaves_out_nothing_of_the_model(language: Chain) -> None:
    model = sample(language, 6)
    shown = " ".join(publication_text.lines(model).split())
    away = {model.as_of.isoformat()}  # it stands on the title page alone
    assert not [text for text in model.strings() if " ".join(text.split()) not in shown and text not in away]


def test_labels_are_found_at_once_wherever_they_stand() -> None:
    text = "Person A met Person AB, Person B, Personal A and 人员A. PersonA, [person]."
    known = ["Person AB", "Person A", "人员A"]
    found = [text[start:end] for start, end in publication_text.places_of(text, known)]
    assert found == ["Person A", "Person AB", "人员A"]
    assert publication_text.places_of(text, []) == []


def test_the_labels_of_a_thousand_cases_are_found_in_little_time() -> None:
    names = [f"Person {first}{second}" for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for second in "ABCDEFGHIJKL"]
    text = "Nothing of note happened for a while, and then somebody came. ".join(names) * 50
    began = time.process_time()
    found = publication_text.places_of(text, names)
    assert time.process_time() - began < 3  # comparing each with each takes minutes
    assert len(found) == len(names) * 50
