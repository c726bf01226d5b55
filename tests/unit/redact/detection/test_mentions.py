"""People are found by the words of their names, however these are inflected, spelled or cut short."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection import mentions, name_words
from hrddesk.redact.detection.folding import fold
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.detection.sounds import is_one_off, sound
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.wording import Span

A, B = RecordId("a" * 32), RecordId("b" * 32)


def _told(called: str, text: str) -> list[tuple[str, str]]:
    """Return each place, and whether it is a whole name, a part of one, or may be one."""
    made = []
    for item in NameIndex([KnownName(A, called)]).find(text):
        how = "whole" if item.owners else "part" if item.partly else "maybe"
        made.append((text[item.start : item.end], how))
    return made


@pytest.mark.parametrize(
    ("called", "written"),
    [
        ("Лунтарова Орсина Игоревна", "Лунтаровой Орсины Игоревны"),
        ("Λουντάρης Ορσίκος", "Λουντάρη Ορσίκου"),
        ("أورسين الخرطومي", "بأورسين الخرطومي"),
        ("Quellar Tamsindor", "Quelar Tamsyndor"),
        ("Тамсин Квеллор", "Tamsin Kvellor"),
        ("عبد الرزاق تمسين", "عبدالرزاق تمسين"),
        ("तमसिंद क़वेलर", "तमसिंद कवेलर"),
        ("आशा कुमावत", "Aasha Kumavat"),
    ],
)
def test_two_words_that_are_alike_are_the_whole_name(called: str, written: str) -> None:
    assert _told(called, f"{written}.") == [(written, "whole")]


@pytest.mark.parametrize(
    ("called", "text", "found"),
    [
        ("Лунтарова Орсина", "видел Лунтаровой", [("Лунтаровой", "part")]),
        ("أورسين الخرطومي", "قال للخرطومي", [("للخرطومي", "part")]),
        ("Орсинбек Лунтаров", "пришёл Орси́на", [("Орси́на", "maybe")]),
        ("Tamsindra Quell", "so Tamsy left", [("Tamsy", "maybe")]),
        ("Tamsindra Quell", "so Sindra left", [("Sindra", "maybe")]),
        ("Tamsindra Quell", "so Tam left; tamsindor; on Tamsweltering", []),
        ("Tamsindra Quell", "so Tamzindra left", [("Tamzindra", "maybe")]),
        ("Tamsindra Quellor", "so Q. Tamsindra left", [("Q. Tamsindra", "part")]),
        ("Tamsindra Quellor", "so Tamsindra Q. left", [("Tamsindra Q", "part")]),
        ("Тамсиндра", "о Тамсиндре", [("Тамсиндре", "whole")]),
        ("Tamsindra Quell", "Tamsindra. Quellor", [("Tamsindra", "part"), ("Quellor", "maybe")]),
        ("Тамсиндра Квелл", "Тамсин-\nдра", [("Тамсин-\nдра", "part")]),
        ("تمسين دركول", "به تمسین‌جان", [("تمسین‌جان", "part")]),
        ("علي الخرطومي", "قدم الخرطومي إلى المحكمة", [("الخرطومي", "part")]),
        ("ئەركىنبەك قابىلوۋ", "قاعازدا 叶尔肯别克 دەپ", [("叶尔肯别克", "part")]),
    ],
)  # fmt: skip
def test_single_words_are_parts_or_may_be(called: str, text: str, found: list[tuple[str, str]]) -> None:
    assert _told(called, text) == found


def test_what_is_longer_takes_the_shorter_ones_in_with_all_whom_they_may_mean() -> None:
    index = NameIndex([KnownName(A, "Лунтарова Орсина"), KnownName(B, "Орсин")])
    (name, short) = index.find("о Лунтаровой Орсине")
    assert (name.owners, name.kind, short.owners, short.inside) == (
        (A,),
        IdentifierKind.NAME,
        (B,),
        name.span,
    )
    index = NameIndex([KnownName(A, "Орсинова Вера"), KnownName(B, "Орсинов Лев")])
    (part,) = index.find("Орсиновой")
    assert part.partly == (A, B)


def test_places_do_not_run_into_each_other() -> None:
    """A reader who decides about one would take back what was decided about the other."""
    index = NameIndex([KnownName(A, "سەرىك جۇماباي"), KnownName(B, "Жұмабаев Серік")])
    found = index.find("سەرىك جۇمابايدى")
    assert [(item.start, item.owners) for item in found if item.inside is None] == [(0, (A,))]


def test_of_what_a_whole_name_is_the_gravest_counts() -> None:
    names = [
        KnownName(A, "Лунтарова Орсина", "", IdentifierKind.SOURCE),
        KnownName(B, "Лунтарова Орсина", "", IdentifierKind.WITHHELD),
    ]
    (found,) = NameIndex(names).find("о Лунтаровой Орсине")
    assert (found.kind, found.owners) == (IdentifierKind.WITHHELD, (A, B))


@pytest.mark.parametrize(
    ("one", "other"),
    [("kuznetsova", "кузнецова"), ("muhammad", "محمد"), ("kumavat", "कुमावत"), ("sarangerel", "sarangarel")],
)
def test_words_sound_alike_in_any_letters(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("dlm", "drlm", True),
        ("drlm", "dlm", True),
        ("dlm", "dkm", True),
        ("dlm", "dkn", False),
        ("dl", "dlmr", False),
    ],
)
def test_one_consonant_may_differ(one: str, other: str, *, near: bool) -> None:
    assert is_one_off(one, other) is near


def test_a_text_is_read_the_same_however_often_the_names_are_learnt() -> None:
    kept, found = [], set()
    for _ in range(60):
        index = NameIndex([KnownName(A, "Liam O'Rafferty")])
        kept.append((object(), index))  # so that the next one lies elsewhere in memory
        found.add(tuple(index.find("so Raferty O. left")))
    assert len(found) == 1


def test_what_is_sure_hides_no_doubtful_place_behind_it() -> None:
    found = NameIndex([KnownName(A, "王建国")]).find("昨天王建国，王总走了")
    assert [(item.start, item.end, bool(item.owners)) for item in found] == [(2, 5, True), (6, 8, False)]


def test_words_of_texts_are_kept_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mentions, "_MOST_LOOKED_UP", 3)
    index = NameIndex([KnownName(A, "Milan Dorvik")])
    text = "Then Dorvik Milan left the quarry, and Dorviks wept at the mill until Milan came."
    first = index.find(text)
    assert [text[item.start : item.end] for item in first] == ["Dorvik Milan", "Dorviks", "Milan"]
    assert len(index._mentions._looked) <= 3
    assert index.find(text) == first


@given(st.from_regex(name_words._PLAIN, fullmatch=True))
def test_a_name_in_plain_letters_has_the_words_that_it_has_in_a_text(name: str) -> None:
    assert name_words.words_of(name) == [token.letters for token in name_words.tokens_of(fold(name))]


def test_what_stands_apart_in_a_text_is_found_as_if_it_stood_alone() -> None:
    index = NameIndex([KnownName(A, "Maria Elena Quell"), KnownName(B, "Quell"), KnownName(B, "Elena Brisk")])
    apart = ["Quell, Elena Maria Quell came", "Maria Quells saw Elena", "Elena Brisk and Maria Elena Brisks"]
    text = ". Then it rained. ".join(apart)
    expected = [
        replace(
            item, start=item.start + at, end=item.end + at, inside=item.inside and _moved(item.inside, at)
        )
        for one in apart
        for at in [text.index(one)]
        for item in index.find(one)
    ]
    assert len(expected) > 2 * len(apart)
    assert index.find(text) == expected


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
