"""Every known name is found, in every script and spelling, and nothing is found that is not there."""

import gc
import itertools
import random
import sys
from collections.abc import Iterable
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection.matcher import KnownName, NameIndex, find_all, is_latin
from hrddesk.redact.detection.other_writings import other_writings
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence

A, B, C = RecordId("a" * 32), RecordId("b" * 32), RecordId("c" * 32)


def _index(*names: tuple[RecordId, str] | KnownName) -> NameIndex:
    return NameIndex(item if isinstance(item, KnownName) else KnownName(*item) for item in names)


def _texts(index: NameIndex, text: str) -> list[str]:
    return [text[item.start : item.end] for item in index.find(text) if item.owners]


_SPELLINGS = (
    "Vero Lunt", "VERO LUNT", "VeroLunt", "Vero-Lunt", "Lunt Vero", "Lunt, Vero", "Véro Lünt",
    "Ve\u0301ro Lunt",
    "Vero\nLunt", "Vero\u200b Lunt", "Ｖｅｒｏ Ｌｕｎｔ", "Vero. Lunt", "Vero_Lunt",
)  # fmt: skip


@pytest.mark.parametrize("text", [*_SPELLINGS, "vero lunt", "verolunt", "vero_lunt"])
@pytest.mark.parametrize("frame", ["{}", "they saw {} there", "律师{}说", "({})", "{}'s"])
def test_a_latin_name_is_found_however_it_is_written(text: str, frame: str) -> None:
    assert _texts(_index((A, "Vero Lunt")), frame.format(text)) == [text]


@pytest.mark.parametrize("text", _SPELLINGS)
def test_a_latin_name_is_found_inside_a_hashtag_where_capitals_show_it(text: str) -> None:
    assert _texts(_index((A, "Vero Lunt")), f"#Free{text}2021") == [text]


def test_a_latin_name_ends_where_the_word_does() -> None:
    index = _index((A, "Li Na"), (B, "Vero Lunt"))
    assert _texts(index, "Carolina, Linate, berlina, Vero Luntberg, Severo Lunt") == []
    assert _texts(index, "Lina and LiNa") == ["Lina", "LiNa"]


def test_a_long_spelling_is_found_inside_a_word() -> None:
    index = _index((A, "Vero Luntaris"))
    assert _texts(index, "freeveroluntaris and veroluntarisfan") == ["veroluntaris", "veroluntaris"]
    assert _texts(index, "freeverolunt") == []


def test_short_latin_spellings_need_a_capital() -> None:
    index = _index(
        (A, "Da"),
        (
            B,
            "大",
        ),
        (C, "709"),
    )
    assert _texts(index, "a da and Da, DA") == ["Da", "DA"]
    assert _texts(index, "the 709 case, 7091") == ["709"]


@pytest.mark.parametrize(
    "text", ["缪屿", "繆嶼", "缪嶼", "缪 屿", "缪\u3000屿", "缪·屿", "Miao Yu", "miaoyu", "YU Miao"]
)
def test_a_chinese_name_of_two_characters_is_found_without_word_boundaries(text: str) -> None:
    index = _index(KnownName(A, "缪屿", "Hans"))
    assert _texts(index, f"昨天{text}被带走") == [text]


def test_gaps_inside_a_name_are_small() -> None:
    index = _index((A, "缪屿"), (A, "邬棠溪"), (B, "Vero Lunt"))
    assert (
        _texts(
            index,
            "邬棠…（……溪，缪。——“屿，缪。” “屿。 Vero ... Lunt; so Vero ( ) Lunt; so Vero 缪 Lunt; 缪",
        )
        == []
    )


def test_a_whole_name_that_ends_with_an_initial_is_found_in_small_letters() -> None:
    assert _texts(_index((A, "Lunt A.")), "then lunta left") == ["lunta"]


def test_initials_beside_a_word_are_capitals() -> None:
    index = _index((A, "Arno Lunt"))
    for text, found in (
        ("see Lunt A.", ["Lunt A"]),
        ("at Lunta", ["Lunta"]),  # a near miss: a reader is asked
        ("ein lünta", []),
        ("lunt'a", ["lunt"]),  # an ending
    ):
        assert [text[item.start : item.end] for item in index.find(text)] == found, text


def test_a_part_that_another_shares_adds_nothing_to_the_whole_name() -> None:
    index = _index((A, "Vero Lunt"), (B, "Sedge Lunt"))
    assert index.find("Vero Lunt") == [Occurrence(0, 9, IdentifierKind.NAME, (A,))]
    assert index.find("Lunt") == [Occurrence(0, 4, IdentifierKind.PART, partly=(A, B))]


def test_initials_in_small_letters_are_nobodys() -> None:
    index = _index((A, "Vero Ael Bran Lunt"))
    assert [item.partly for item in index.find("VABL, V.A.B.L.")] == [(A,), (A,)]
    assert index.find("vabl, V.A., VAL") == []
    (short,) = _index((A, "Vero Lunt"), (B, "欧阳棠溪")).find("so VL left, OT")
    assert (short.partly, short.maybe) == ((), (A,))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("邬棠溪", "W.T.X. came", "W.T.X"),
        ("邬棠溪", "so T. X. Wu came", "T. X. Wu"),
        ("邬棠溪", "so Wu TX came", "Wu TX"),
        ("Isabel Sofia Lunt", "LUNT IS ILL", "LUNT"),
        ("Орхан Лунт", "пришёл О. Лунт", "О. Лунт"),
        ("أورسين الخرطومي", "قال أ. الخرطومي", "أ. الخرطومي"),
        ("Gülay Lunt", "sonra Gülay Hanım geldi", "Gülay Hanım"),
    ],
)  # fmt: skip
def test_first_letters_and_titles_go_with_the_name_beside_them(name: str, text: str, found: str) -> None:
    assert [text[item.start : item.end] for item in _index((A, name)).find(text) if item.partly] == [found]


def test_a_part_of_a_name_may_go_on_with_a_word_of_other_letters() -> None:
    for name, text, part in (("Fang Qorlan", "FangVero", "Fang"), ("邬建国", "建国Hotel", "建国")):
        (found,) = _index((A, name)).find(text)
        assert (text[found.start : found.end], found.partly) == (part, (A,))


def test_letters_that_look_alike_elsewhere_in_the_text_make_no_names() -> None:
    assert _texts(_index((A, "Ab")), "ABCорхун; Ab") == ["Ab"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("ئورخۇن تاڭساي", "ئۇ ئورخۇن تاڭساينىڭ ئۆيى", "ئورخۇن تاڭساي"),
        ("ئورخۇن تاڭساي", "orxun tangsay", "orxun tangsay"),
        ("བཀྲ་ཤིས་ཝེན་གར།", "ངས་བཀྲ་ཤིས་ཝེན་གར་མཐོང", "བཀྲ་ཤིས་ཝེན་གར"),
        ("Орхан Лунт", "видел Орхан Лунта", "Орхан Лунт"),
        ("奥尔洪·唐赛依", "和奥尔洪•唐赛依在一起", "奥尔洪•唐赛依"),
        ("奥尔洪·唐赛依", "和奥尔洪唐赛依在一起", "奥尔洪唐赛依"),
        ("小Q", "他们叫他小q。", "小q"),
        ("ئورخۇن تاڭساي", "ي\u0654ورخۇن تاڭساي", "ي\u0654ورخۇن تاڭساي"),
        ("ي\u0654ورخۇن تاڭساي", "ئورخۇن تاڭساي", "ئورخۇن تاڭساي"),
        ("ئابلىز كېرىم", "ئابلیز کېریم", "ئابلیز کېریم"),
        (
            "Vero Lunt",
            "V\u0301\u0302\u0303\u0304e\u3164r\u20ddo Lunt\u0301",
            "V\u0301\u0302\u0303\u0304e\u3164r\u20ddo Lunt\u0301",
        ),
    ],
)
def test_other_scripts_carry_endings_and_marks(name: str, text: str, found: str) -> None:
    assert _texts(_index((A, name)), text) == [found]


def test_names_in_letters_with_words_begin_where_a_word_does() -> None:
    assert _texts(_index((A, "Орхан Лунт"), (B, "ئورخۇن")), "ТОрхан Лунт, قئورخۇن") == []


def test_the_longest_match_comes_first_and_the_others_lie_inside() -> None:
    index = _index((A, "邬棠"), (B, "邬棠溪"), (C, "棠溪村"))
    found = index.find("在邬棠溪村见到邬棠")
    assert [(item.span, item.owners, item.inside) for item in found] == [
        ((1, 4), (B,), None),
        ((1, 3), (A,), (1, 4)),
        ((2, 5), (C,), (1, 4)),
        ((7, 9), (A,), None),
    ]


def test_another_spelling_of_the_same_person_is_not_listed_inside_the_longer_one() -> None:
    index = _index((A, "邬棠"), (A, "邬棠溪"))
    assert [item.span for item in index.find("邬棠溪")] == [(0, 3)]


def test_a_name_of_several_people_names_all_of_them() -> None:
    index = _index((B, "邬棠"), (A, "邬棠"), (C, "Wu Tang"))
    assert index.find("邬棠")[0].owners == (A, B)
    assert index.find("Wu Tang")[0].owners == (A, B, C)


def test_the_kind_that_weighs_most_counts() -> None:
    names = [
        KnownName(A, "Larkspur", "", IdentifierKind.SOURCE),
        KnownName(B, "Larkspur", "", IdentifierKind.PLACE),
    ]
    assert _index(*names).find("Larkspur")[0].kind is IdentifierKind.SOURCE
    assert _index(*names, (C, "Larkspur")).find("Larkspur") == [
        Occurrence(0, 8, IdentifierKind.NAME, (A, B, C))
    ]


def test_given_names_are_found_by_themselves() -> None:
    index = _index((A, "邬棠溪"), (B, "Vero Luntaris"), (C, "奥尔洪·唐赛依"))
    found = index.find("棠溪和Luntaris还有唐赛依；luntaris")
    assert [(item.kind, item.owners, item.partly) for item in found] == [
        (IdentifierKind.PART, (), (A,)),
        (IdentifierKind.PART, (), (B,)),
        (IdentifierKind.PART, (), (C,)),
        (IdentifierKind.PART, (), ()),
    ]
    assert found[-1].maybe == (B,), "in small letters it may be a word"


def test_a_place_may_be_a_given_name_and_a_reader_decides() -> None:
    index = _index((A, "Fang Qorlan"), (B, "邬建国"))
    text = "Fang County; so Fang Countess; so Qorlan; so 建国路，建国说，邬建国路"
    assert [(text[item.start : item.end], item.maybe) for item in index.find(text)] == [
        ("Fang", (A,)), ("Fang", ()), ("Qorlan", ()), ("建国", (B,)), ("建国", ()), ("邬建国", ()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "邬××",
        "邬×溪",
        "邬棠×",
        "邬□□",
        "邬○溪",
        "邬**",
        "邬*溪",
        "邬TX",
        "邬tx",
        "邬T溪",
        "邬T",
        "邬X",
        "姓邬",
        "邬母",
    ],
)
def test_a_surname_with_signs_or_letters_for_the_rest_is_found(text: str) -> None:
    index = _index((A, "邬棠溪"))
    for frame in ("{}", "当天{}被带走", "见\n\n\n  到{}，", "ß{}，", "æ{}、ﬁ", "见\n\n\n  到æ{}，"):
        assert [frame.format(text)[item.start : item.end] for item in index.find(frame.format(text))] == [
            text
        ]


def test_signs_behind_a_whole_name_are_no_part_of_it() -> None:
    assert _texts(_index((A, "邬溪")), "邬溪×3") == ["邬溪"]


def test_signs_and_letters_behind_a_surname_may_be_something_else() -> None:
    index = _index((A, "高棠溪"))
    assert index.find("**提高**，高Talent，3×4，高 × 宽，新高。后来，T溪") == []


@pytest.mark.parametrize(
    "text",
    [
        "Орхун Таңсай", "Таңсай Орхун", "ОРХУН ТАҢСАЙ", "Orkhun Tangsay", "Orhun Tangsay", "Tangsay Orkhun",
    ],
)  # fmt: skip
def test_an_uyghur_name_is_found_in_cyrillic_and_as_reports_spell_it(text: str) -> None:
    index = _index((A, "ئورخۇن تاڭساي"))
    assert _texts(index, f"saw {text} there") == [text]
    assert [(item.partly, item.maybe) for item in index.find("Orkhun, Таңсай, Таңсайни")] == [
        ((), (A,)), ((A,), ()), ((), (A,)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("王国强", "王囯彊"),
        ("高德清", "髙徳淸"),
        ("ئۆمەر", "ﺋﯚﻣﻪﺭ"),
        ("ئۆمەر", "ئۆمه\u200cر"),
        ("Серікжан Өмірұлы", "Серикжан Омирулы"),
        ("Серікжан Өмірұлы", "Serikzhan Omiruly"),
        ("Нұрлан Ахмет", "Akhmet Nurlan"),
        ("Нұрлан Ахмет", "NURLAN AHMET"),
        ("Vüro Lønt", "Vuero Loent"),
        ("Vu\u0308ro Lunt", "Vuero Lunt"),
        ("ཀརྨ་ཚེ་རིང", "ཀ\u0f6aྨ་ཚེ་རིང"),
        ("ᠪᠠᠲᠤ", "ᠪᠡᠳᠣ"),
        ("يۇنۇس ياقۇپ", "Юнус Яқуп"),
        ("غوجا ۋەلى", "Goja Vali"),
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("缪屿", "缪&nbsp;屿"),
        ("缪屿", "缪</b>屿"),
        ("Vero Lunt", "Vero&nbsp;Lunt"),
        ("Vero Lunt", "Ve<b>ro</b> <i>Lunt"),
    ],
)
def test_other_letters_for_the_same_name_are_found(name: str, text: str) -> None:
    assert _texts(_index((A, name)), f"，{text}。") == [text]


@pytest.mark.parametrize("text", ["Ömär", "Өмәр"])
def test_a_reader_is_asked_about_a_short_word_of_other_letters(text: str) -> None:
    (found,) = _index((A, "ئۆمەر")).find(f"so {text} left")
    assert (found.start, found.maybe) == (3, (A,))


def test_few_consonants_tell_only_beside_another_word_of_the_name() -> None:
    index = _index((A, "Kaur Tamsindra"), (B, "Sola Rahi"))
    text = "Kar Tamsindra; Kar; Seli Ruhi"
    found = index.find(text)
    assert [(text[item.start : item.end], item.owners, item.maybe) for item in found] == [
        ("Kar Tamsindra", (A,), ()), ("Seli Ruhi", (), (B,)),
    ]  # fmt: skip


def test_two_capitals_are_no_surname() -> None:
    index = _index((A, "Ai Qorlan"))
    text = "Ai; so AI and ai; so QORLAN"
    assert [text[item.start : item.end] for item in index.find(text)] == ["Ai", "QORLAN"]


def test_a_surname_with_a_title_is_found() -> None:
    index = _index((A, "邬棠溪"), (B, "Vero Lunt"))
    text = "邬先生、鄔醫生和Mr. Wu，V. Lunt, Lunt V., Dr Lunt; mr lunt"
    assert [text[item.start : item.end] for item in index.find(text)] == [
        "邬先生", "鄔醫生", "Mr. Wu", "V. Lunt", "Lunt V", "Dr Lunt", "lunt",
    ]  # fmt: skip


def test_a_number_that_a_name_lies_in_goes_before_it() -> None:
    index = _index((A, "Vero Lunt"))
    text = "Vero Lunt, vero.lunt@example.org, 13800138000"
    assert [(item.kind, item.span, item.inside) for item in find_all(text, index)] == [
        (IdentifierKind.NAME, (0, 9), None),
        (IdentifierKind.EMAIL, (11, 32), None),
        (IdentifierKind.NAME, (11, 20), (11, 32)),
        (IdentifierKind.PHONE, (34, 45), None),
    ]


def test_no_names_and_names_without_letters_find_nothing() -> None:
    assert _index().find("Vero Lunt 缪屿 ئورخۇن") == []
    assert _index((A, "…"), (B, "")).find("… Vero") == []


def test_latin_is_what_marks_the_end_of_a_word() -> None:
    assert is_latin("Véro-Lunt")
    assert not is_latin("缪屿")
    assert not is_latin("ئورخۇن")


_NAME = st.text("邬棠柘禾缪屿", min_size=2, max_size=3)
_LATIN = st.lists(st.sampled_from("Vero Lunt Odal Brisk Tamsin Quell Li Na".split()), min_size=2, max_size=3)  # noqa: SIM905


@example(["屿屿屿"], "屿屿屿屿屿")  # the first and the last of what overlaps cover all of it
@given(st.lists(_NAME, max_size=6), st.text("邬棠柘禾缪屿的在a ", max_size=40))
def test_in_chinese_exactly_what_a_brute_force_scan_finds_is_covered(names: list[str], text: str) -> None:
    index = NameIndex(KnownName(RecordId(name), name, "Hans", parts=False) for name in names)
    letters = [(at, c) for at, c in enumerate(text) if c != " "]
    occurrences = index.find(text)
    for name in names:
        expected = set()
        for first in range(len(letters)):
            part = letters[first : first + len(name)]
            steps = [b[0] - a[0] for a, b in itertools.pairwise(part)]
            if "".join(c for _, c in part) == name and all(step <= 4 for step in steps):
                expected.add((part[0][0], part[-1][0] + 1))
        found = {item.span for item in occurrences if name in item.owners}
        assert found <= expected
        assert _covered(found) == _covered(expected)


def _covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


@given(st.lists(_LATIN, min_size=1, max_size=4), st.integers(0, 2**32))
def test_a_latin_name_is_always_covered(names: list[list[str]], seed: int) -> None:
    index = NameIndex(KnownName(RecordId(" ".join(name)), " ".join(name)) for name in names)
    rng = random.Random(seed)
    said = [
        rng.choice(["{}", "({})", "{}'s", "{},"]).format(rng.choice([" ", "-", ""]).join(name))
        for name in names
    ]
    text = " and ".join(said)
    covered = {at for item in index.find(text) if item.inside is None for at in range(item.start, item.end)}
    for letters in ("".join(name) for name in names):
        assert len(covered) >= len(letters)
    left = "".join(" " if at in covered else c for at, c in enumerate(text))
    assert not set("".join(left.split())) - set("and()'s,-")


_BEGINNINGS = ("Ael", "Bran", "Dov", "Eri", "Fen")
_LETTERS = "琪茜筝芷潇峥芊缙瞿苧"
_IN_TEXT = [
    *map(" ".join, itertools.product(_BEGINNINGS, ("Dane", "Hart", "Lunt", "Sedge", "Tarrow"))),
    *map("".join, itertools.product("邬棠柘禾缪", "屿川岚汀缑")),
]
_OF_OTHER_LETTERS = [
    *map(
        "".join,
        itertools.product(("Zan", "Zul", "Quor", "Xan", "Xer"), "aeiou", (" Quz", " Xuz"), "abcdefghij"),
    ),
    *map("".join, itertools.product(_LETTERS[:5], _LETTERS, _LETTERS)),
]
_THAT_BEGIN_ALIKE = [
    *map("".join, itertools.product(_BEGINNINGS, (" ",), "BCFGKMNPQR", "aeiou", ("dd", "dt"))),
    *map("".join, itertools.product("邬棠柘禾缪", _LETTERS, _LETTERS)),
]


def _calls(text: str, names: list[str]) -> tuple[int, list[Occurrence]]:
    """Return how many calls it takes to find the names, of functions in C as well, and what is found."""
    index = NameIndex(KnownName(RecordId(name), name, parts=False) for name in names)
    find_all(text, index)  # what is worked out once for a process is none of it
    calls, before = 0, sys.getprofile()

    def count(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    gc.disable()  # others may ask to be called when it collects
    sys.setprofile(count)
    try:
        found = find_all(text, index)
    finally:
        sys.setprofile(before)
        gc.enable()
    return calls, found


@pytest.mark.parametrize(
    "others", [_OF_OTHER_LETTERS, _THAT_BEGIN_ALIKE], ids=["other letters", "begin alike"]
)
def test_a_text_is_scanned_once_however_many_names_there_are(others: list[str]) -> None:
    """Whoever looks for each name by itself makes a call for each, at the least."""
    pick = random.Random(3).choice
    words = ("the", "of", "a", "witness", "said", "that", "road", "near", "they", "came", "night", "police")
    chinese = "他们说那天夜里来了几个人把他带走家人不知道去了哪里后来有人看见在路口市场附近等候消息"
    text = "".join(
        f"{pick(words)} {pick(_IN_TEXT)} {pick(chinese)}{pick(_IN_TEXT)}{pick(chinese)}" for _ in range(100)
    )
    text += "".join(f" {beginning} {pick(words)}" for beginning in _BEGINNINGS)
    few, found = _calls(text, _IN_TEXT)
    many, found_of_many = _calls(text, _IN_TEXT + others)
    assert found_of_many == found
    assert len(found) == 200
    assert len(others) == 1000
    assert abs(many - few) < 100


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("བསོད་ནམས་ཚེ་རིང", "索南次仁"),
        ("བསོད་ནམས་ཚེ་རིང", "索朗才让"),
        ("བསོད་ནམས་ཚེ་རིང", "Sonam Tsering"),
        ("Sonam Tsering", "索南次仁"),
        ("索南次仁", "བསོད་ནམས་ཚེ་རིང"),
    ],
)
def test_names_of_listed_words_are_found_as_other_scripts_write_them(name: str, text: str) -> None:
    assert _texts(_index((A, name)), f"，{text}。") == [text]


def test_a_word_that_is_not_listed_leaves_a_name_in_its_own_script() -> None:
    assert list(other_writings("Sonam Quell")) == []
    assert list(other_writings("Sonam Tsering Sonam Tsering Sonam")) == []
    assert "索南 次仁" in other_writings("sonam TSERING")


def test_a_part_does_not_hide_the_whole_name_by_which_alone_somebody_is_named() -> None:
    index = _index((A, "古丽"), (A, "古丽娜尔·买买提"))
    (found,) = index.find("古丽娜尔说", lambda _: False)
    assert (found.owners, found.span) == ((A,), (0, 2))
    assert _index((A, "古丽")).find("古丽娜尔说", lambda _: False) == [found]
