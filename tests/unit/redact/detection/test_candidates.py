"""Names that may stand in texts: what an index of these alone finds is what one of all names finds."""

import random
from collections.abc import Iterable, Sequence
from typing import Final

import pytest

from hrddesk.records.model.record import RecordId
from hrddesk.records.names.names import derived_forms
from hrddesk.redact.detection.alike import WordForm
from hrddesk.redact.detection.candidates import Candidates
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.detection.other_writings import other_writings
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence
from tests import campaigns
from tests.open_world import sentences

_WORDS: Final = {
    "latin": [
        "Odal",
        "Brisk",
        "Vero",
        "Lunt",
        "Ilsa",
        "Quell",
        "Li",
        "Na",
        "al",
        "Maria",
        "del",
        "O'Rafferty",
    ],
    "cyrillic": ["Лунтарова", "Орсина", "Вера", "Лев", "Дорвик", "Бек", "Ли"],
    "arabic": ["سەرىك", "جۇماباي", "عبد", "الرحمن", "محمد", "علي", "ابن"],
    "chinese": ["建", "华", "李", "王", "和", "平", "文", "山", "古丽", "阿里", "×", "X"],
    "tibetan": ["བསོད་ནམས་", "བློ་བཟང་", "ངག་དབང་", "རྡོ་", "རྗེ་", "བཀྲ་", "ཤིས་"],
    "written": ["Sonam", "Lobsang", "Ngawang", "Karma", "Dechen", "洛桑", "བྱམས་པ"],
    "mixed": ["Sonam", "索南", "Алия", "Aliya", "wang", "Wang", "Xiaoming", "小明", "王", "Sondra"],
}
_ENDINGS: Final = ["", "", "", "s", "ой", "у", "а", "jan", "نىڭ"]
_BETWEEN: Final = {"chinese": ["", "", " ", "·"], "tibetan": ["", "", " "]}
_GAPS: Final = [" ", " ", " ", "-", "", ". ", ", ", " V. ", "  "]


def _is_near(owner: RecordId) -> bool:
    return owner == "near"


def _found(names: Iterable[KnownName], texts: Sequence[str]) -> list[list[Occurrence]]:
    index = NameIndex(names)
    return [index.find(text, _is_near) for text in texts]


def _compare(names: Sequence[KnownName], texts: Sequence[str]) -> tuple[int, int]:
    """Return how many people stand in the texts, and how many were taken for that."""
    candidates = Candidates(texts)
    people = {name.owner for name in names if candidates.may_stand(name.text, name.script)} | {"near"}
    few = _found((name for name in names if name.owner in people), texts)
    assert few == _found(names, texts), f"seed {campaigns.SEED}"
    return len({owner for row in few for item in row for owner in item.owners}), len(people)


@pytest.mark.parametrize("language", sentences.languages())
def test_they_are_all_that_stand_in_texts_of_a_language(language: str) -> None:
    lists = sentences.read(language)
    called = [name for person in lists.people for name in person.names]
    called += sentences.bystanders(lists, campaigns.tried(3000, 300))
    names = [KnownName(RecordId(str(number)), name) for number, name in enumerate(called)]
    texts = [sentences.BETWEEN.join(sentence.text for sentence in part) for part in lists.texts]
    standing, taken = _compare(names, texts)
    assert 0 < standing <= taken < len(names) / 2


@pytest.mark.no_cover
@pytest.mark.parametrize("script", _WORDS)
def test_they_are_all_that_stand_in_random_texts(script: str) -> None:
    standing = taken = known = 0
    for at in range(campaigns.tried(2000, 100)):
        chance = campaigns.chance(f"candidates {script} {at}")
        names = [_name(chance, script, number) for number in range(chance.randint(1, 40))]
        found, people = _compare(names, [_text(chance, script, names) for _ in range(chance.randint(1, 3))])
        standing, taken, known = standing + found, taken + people, known + len(names)
    assert 0 < standing <= taken < known


def _name(chance: random.Random, script: str, number: int) -> KnownName:
    words = chance.choices(_WORDS[script], k=chance.choice([1, 2, 2, 2, 3, 4]))
    text = chance.choice(_BETWEEN.get(script, [" "])).join(words)
    kind = chance.choice([IdentifierKind.NAME, IdentifierKind.NAME, IdentifierKind.WITHHELD])
    owner = RecordId("near" if chance.random() < 0.1 else str(number))
    return KnownName(owner, text, "", kind, chance.random() < 0.9)


def _text(chance: random.Random, script: str, names: Sequence[KnownName]) -> str:
    """Return words of names by chance, inflected, cut short and joined; now and then a whole name."""
    made = []
    for _ in range(chance.randint(1, 14)):
        word = chance.choice(_WORDS[script])
        if chance.random() < 0.2:
            name = chance.choice(names).text
            written = [name, *other_writings(name)]
            word = chance.choice([*written, *sorted(form for one in written for form in derived_forms(one))])
            word = word.capitalize() if chance.random() < 0.5 else word
        elif chance.random() < 0.2:
            word = f"{word[0]}."
        if chance.random() < 0.1:
            word = word.upper() if chance.random() < 0.5 else word.lower()
        made.append(word + chance.choice(_ENDINGS) + chance.choice(_BETWEEN.get(script, _GAPS)))
    return "".join(made)


_TEXT: Final = "Odal Brisk and Vero Lunt came to the mill. 李建华来了，王××没来。Wang XM Xiaoming, too."


_STANDING: Final = [
    "Odal Brisk",
    "Brisk Odal",
    "Vero K. Lunt",
    "Веро Лунт",
    "Brisk",
    "李建华",
    "王XX",
    "王小明",
]


@pytest.mark.parametrize("name", _STANDING)
def test_a_name_that_may_stand_in_a_text_is_found(name: str) -> None:
    assert Candidates([_TEXT]).may_stand(name)


@pytest.mark.parametrize("name", ["Odal Lunt", "Odal Quell", "李建国", "Ilsa Vero Quell", "王小红", ""])
def test_all_other_names_are_passed_over(name: str) -> None:
    assert not Candidates([_TEXT]).may_stand(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("བསོད་ནམས་སླེབས་སོང་།", "Sonam"),
        ("Luosang came.", "Lobsang"),
        ("Suonan Awang came.", "བསོད་ནམས་ངག་དབང"),
        ("Deji Qiangba came.", "Dekyi Jampa"),
        ("李**没来。", "李xx"),
        ("邬×没来。", "邬X"),
    ],
)
def test_a_name_in_other_letters_or_masked_otherwise_is_found(text: str, name: str) -> None:
    assert Candidates([text]).may_stand(name)
    assert not Candidates(["Nobody came."]).may_stand(name)


def test_a_word_that_is_too_long_for_a_name_takes_little_room() -> None:
    assert len(WordForm.of("Bcdf" * 20_000).lookups()) < 10
    assert not Candidates(["Bcdf" * 20_000]).may_stand("Odal Brisk")
