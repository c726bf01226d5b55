"""Captions of a publication: those that the story asks for."""

from hrddesk.publish.captions import caption, fact
from hrddesk.records import vocabulary
from hrddesk.records.labels import CHINESE, ENGLISH


def test_victim_is_the_word_of_the_vocabulary() -> None:
    roles = vocabulary.load("role")
    for language, chain in (("en", ENGLISH), ("zh", CHINESE)):
        assert getattr(caption("role.victim"), language) == roles.label("victim", chain)


def test_fact_without_a_caption_is_its_code_in_words() -> None:
    assert fact("occupation") == caption("fact.occupation")
    assert fact("shoe_size").en == "Shoe size"
