"""The measure of the redaction of texts can fail, and its lists are what it takes them for."""

import unicodedata
from pathlib import Path

import pytest

from tests.open_world.meter import Fate, count_words, fate_of, measure, words_of
from tests.open_world.product import Answer, Engine, Question, product
from tests.open_world.sentences import (
    BETWEEN,
    HELD_OUT,
    OPEN,
    Lists,
    Person,
    Sentence,
    bystanders,
    languages,
    read,
)

SCRIPTS = {
    *("ar", "bo", "el", "en", "es", "fa", "hi", "kk-Arab", "kk-Cyrl", "mn-Cyrl", "mn-Mong", "ru", "tr", "ug"),
    *("zh-Hans", "zh-Hant"),
}
LEAST = {"people": 8, "mentions": 25, "ordinary": 15, "unknown": 8, "telling": 8}
"""How many there are of each with what is held out; of that, about a third."""


def _nothing(question: Question) -> list[Answer]:
    return [Answer((), (), (), text) for text in question.texts]


def _everything(question: Question) -> list[Answer]:
    return [Answer(((0, len(text)),), (), (), "[person]") for text in question.texts]


def _asks_everything(question: Question) -> list[Answer]:
    return [Answer((), ((0, len(text)),), (), text) for text in question.texts]


def test_there_are_lists_for_every_printed_script() -> None:
    assert set(languages()) == SCRIPTS
    assert {path.stem for path in HELD_OUT.glob("*.toml")} == SCRIPTS
    assert sum(path.stat().st_size for folder in (OPEN, HELD_OUT) for path in folder.iterdir()) < 300_000


@pytest.mark.parametrize("language", sorted(SCRIPTS))
def test_the_lists_of_a_language_are_well_formed(language: str) -> None:
    shown, held_out = read(language), read(language, HELD_OUT)
    for part, least in LEAST.items():
        first, second = getattr(shown, part), getattr(held_out, part)
        every = [*first, *second]
        assert len(every) >= least, part
        assert len(set(every)) == len(every), part
        assert 0.25 <= len(second) / len(every) <= 0.4, part
    assert len(shown.people) >= LEAST["people"]
    for lists in (shown, held_out):
        assert all(sentence.marked for part in (0, 2, 3) for sentence in lists.texts[part])
        assert not any(BETWEEN in sentence.text for part in lists.texts for sentence in part)
        recorded = {name for person in lists.people for name in person.names} | set(bystanders(shown, 50))
        for sentence in lists.ordinary:
            assert not sentence.marked, sentence.text
            assert not any(map(str.isdecimal, sentence.text)), sentence.text
            assert _holds_a_name(sentence.text, lists), sentence.text
        for sentence in lists.unknown:
            assert recorded.isdisjoint(sentence.text[slice(*at)] for at in sentence.marked), sentence.text


def _holds_a_name(text: str, lists: Lists) -> bool:
    """Tell whether a text holds the first half of a word of a recorded name, or a Chinese character."""
    folded = _folded(text)
    for person in lists.people:
        for start, end in words_of(person.name, (0, len(person.name))):
            word = _folded(person.name[start:end])
            parts = list(word) if "\u3400" <= word[0] <= "\u9fff" else [word[: max(3, len(word) // 2)]]
            if any(part in folded for part in parts):
                return True
    return False


def _folded(text: str) -> str:
    letters = unicodedata.normalize(
        "NFKD", text.casefold().replace("ى", "ي").replace("ء", "").replace("ı", "i")
    )
    return "".join(letter for letter in letters if unicodedata.category(letter) not in ("Mn", "Cf"))


def test_brackets_have_to_pair() -> None:
    assert Sentence.of("[Ada] met [Bo-\nb].") == Sentence("Ada met Bo-\nb.", ((0, 3), (8, 13)))
    for written in ("[Ada met.", "Ada] met.", "[Ada [Bob]] met.", "[] met."):
        with pytest.raises(ValueError, match="bracket"):
            Sentence.of(written)


@pytest.mark.parametrize("folder", [OPEN, HELD_OUT], ids=["open", "held out"])
def test_an_engine_that_replaces_nothing_leaks_everybody(folder: Path) -> None:
    for language in languages():
        lists = read(language, folder)
        row = measure(lists, _nothing, "labels", 50)
        for part, fates in zip((0, 2, 3), (row.mentions, row.unknown, row.telling), strict=True):
            assert set(fates) == {Fate.LEAKED}, language
            assert fates.total() == sum(len(sentence.marked) for sentence in lists.texts[part])
        assert row.ordinary == {Fate.UNTOUCHED: len(lists.ordinary)}
        assert row.asked == 0
        assert len(row.failures) == row.mentions.total() + row.unknown.total() + row.telling.total()


def test_an_engine_that_replaces_everything_destroys_every_word() -> None:
    for language in languages():
        row = measure(read(language), _everything, "labels", 50)
        assert set(row.mentions) == {Fate.HELD}, language
        assert set(row.ordinary) == {Fate.DESTROYED}, language
        assert row.beside > 0


def test_an_engine_that_asks_about_everything_is_seen_to_ask() -> None:
    row = measure(read("es"), _asks_everything, "labels", 50)
    assert (set(row.mentions), set(row.ordinary)) == ({Fate.ASKED}, {Fate.ASKED})
    assert row.asked_per_thousand > 0


@pytest.mark.parametrize(
    ("text", "gone", "fate"),
    [
        ("[Ольгу Белову]", ["Ольгу", "Белову"], Fate.HELD),
        ("[Ольгу Белову]", ["Ольг", "Белов"], Fate.PARTLY),
        ("[Ольгу Белову]", ["Ольгу"], Fate.LEAKED),
        ("[О. Белову]", ["Белову"], Fate.PARTLY),
        ("[О.Б.]", [], Fate.LEAKED),
        ("[والخطيب]", ["الخطيب"], Fate.PARTLY),
        ("[王国庆]说", ["国庆"], Fate.PARTLY),
        ("[王国庆]说", ["王国庆说"], Fate.HELD),
        ("[ནོར་བུས]", ["ནོར་བུ"], Fate.PARTLY),
        ("[ནོར་བུས]", ["ནོར"], Fate.LEAKED),
    ],
)
def test_what_stays_of_a_name_is_judged_by_words(text: str, gone: list[str], fate: Fate) -> None:
    sentence = Sentence.of(text)
    places = tuple((at := sentence.text.index(word), at + len(word)) for word in gone)
    place = sentence.marked[0]
    assert fate_of(sentence.text, place, Answer(places, (), (), "")) is fate
    asked = fate_of(sentence.text, place, Answer(places, (place,), (place,), ""))
    marked = fate_of(sentence.text, place, Answer(places, (), (place,), ""))
    assert (asked, marked) == ((fate, fate) if fate is Fate.HELD else (Fate.ASKED, Fate.MARKED))


def test_words_beside_a_name_are_missed() -> None:
    lists = read("es")

    def two_words_more(question: Question) -> list[Answer]:
        first, *others = question.texts
        replaced = ((0, len("Detuvieron a María Cruz Peñalver")),)
        answer = Answer(replaced, (), (), f"X{first[replaced[0][1] :]}")
        return [answer, *_nothing(Question((), (), "es", others, "labels"))]

    row = measure(lists, two_words_more, "labels", 8)
    assert (row.beside, row.mentions[Fate.HELD]) == (1, 1)
    assert row.failures[-1] == (Fate.BESIDE, lists.mentions[0].text)


@pytest.mark.parametrize("printed", ["", "Somebody was here.", "Ada was here"])
def test_an_engine_has_to_print_what_it_says(printed: str) -> None:
    def liar(question: Question) -> list[Answer]:
        return [Answer(((0, 3),), (), (), printed) for _ in question.texts]

    with pytest.raises(ValueError, match="is not the text"):
        measure(read("en"), liar, "labels", 8)


def test_words_are_counted_in_every_script() -> None:
    assert count_words("Ada met Bob, twice.") == 4
    assert count_words("他被带走了") == 2
    assert count_words("བཀྲ་ཤིས་བདེ་ལེགས།") == 2


def test_bystanders_are_the_same_each_time() -> None:
    first = list(bystanders(read("tr"), 40))
    assert first == list(bystanders(read("tr"), 40))
    assert len(set(first)) > 30


def test_the_product_answers() -> None:
    ada = Person("Zofiel Hartwen")
    texts = ["Zofiel Hartwen called +34 600 000 012 on 14 March 2021.", "Tamsin Marrow came."]
    whole = Question([ada], ["Tamsin Marrow"], "en", texts, "labels")
    engine: Engine = product
    first, second = engine(whole)
    assert [texts[0][slice(*at)] for at in first.replaced] == ["Zofiel Hartwen", "+34 600 000 012"]
    assert [texts[0][slice(*at)] for at in first.marked] == ["14 March 2021"]
    assert first.printed.startswith("Person ? called [contact]")
    assert [texts[1][slice(*at)] for at in second.asked] == ["Tamsin Marrow"]
    assert second.printed == texts[1]
