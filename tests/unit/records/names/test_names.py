"""Names are found by all that follows from them, and nothing about them is kept in memory."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.records.language import scripts
from hrddesk.records.names import names
from hrddesk.records.names.names import Script, derived_forms, normalise, pinyin, script_of, split_name


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Gou Lanting", Script.LATN),
        ("Thubten Dawö", Script.LATN),
        ("缑岚汀", Script.HANS),
        ("別青苔", Script.HANT),
        ("籍朔", Script.HANI),
        ("禾田", Script.HANI),
        ("余云", Script.HANI),
        ("𠮷田", Script.HANI),
        ("بۇلۇت ئالماسجان", Script.ARAB),
        ("\ufeb7\ufbd8\ufb91", Script.ARAB),
        ("གངས་རི་མེ་ཏོག", Script.TIBT),
        ("ᠰᠠᠯᠬᠢ", Script.MONG),
        ("Жұлдыз", Script.CYRL),
        ("12345", Script.ZYYY),
        ("", Script.ZYYY),
        ("·—？", Script.ZYYY),
        ("阿Q", Script.HANI),
        ("Mr 缑岚汀 said", Script.LATN),
    ],
)
def test_script(text: str, script: Script) -> None:
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Gou Lanting", "gou  LANTING"),
        ("Máire O’Neill", "maire oneill"),
        ("Xi'an", "XIAN"),
        ("Lü", "lu"),
        ("ﬁn", "FIN"),
        ("Straße", "STRASSE"),
        ("İpek", "ipek"),
        ("ＧＯＵ　Ｌａｎ", "gou lan"),
        ("缑　岚汀", "缑岚汀"),
        ("谢卜奈木·库木塔格", "谢卜奈木•库木塔格"),
        ("\uf97b", "\u7ce7"),  # a compatibility ideograph, and what it stands for
        ("གངས་རི་མེ་ཏོག", "གངསརིམེཏོག"),
        ("གངས་རི་མེ་ཏོག་", "གངས༌རི་མེ་ཏོག།"),
        ("\ufe91\ufbd8\ufedf\ufbd8\ufe96", "بۇلۇت"),  # presentation forms, as a PDF gives them
        ("بـۇلۇت", "بۇلۇت"),
        ("محمَّد", "محمد"),
        ("کریم", "كريم"),
        ("Gou\u200bLan\u00adting", "goulanting"),
    ],
)
def test_what_is_the_same_to_a_reader_is_the_same_to_search(text: str, same: str) -> None:
    assert normalise(text) == normalise(same) != ""


@pytest.mark.parametrize(
    ("a", "b"),
    [("མེ", "མི"), ("ཆོས", "ཆས"), ("ئا", "يا"), ("شەبنەم", "شابنام"), ("单", "單"), ("Jishuo", "Jishuoyuan")],
)
def test_what_differs_stays_different(a: str, b: str) -> None:
    assert normalise(a) != normalise(b)


@given(st.text(max_size=30))
def test_normalising_is_stable(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once == unicodedata.normalize("NFC", once)
    assert not any(c.isspace() for c in once)


@given(st.text(max_size=12))
def test_any_name_is_found_by_itself(text: str) -> None:
    forms = derived_forms(text)
    assert "" not in forms
    assert not normalise(text) or normalise(text) in forms
    assert all(normalise(form) == form for form in forms)


@pytest.mark.parametrize(
    ("name", "found_by"),
    [
        ("缑岚汀", ["缑岚汀", "緱嵐汀", "goulanting", "lantinggou"]),
        ("緱嵐汀", ["缑岚汀", "緱嵐汀", "goulanting"]),
        ("籍朔", ["籍朔", "jishuo", "shuoji"]),
        ("尉迟鹿弥", ["yuchilumi", "lumiyuchi"]),
        ("尉遲鹿彌", ["yuchilumi", "尉迟鹿弥"]),
        ("单泥", ["shanni", "danni"]),
        ("仇泥", ["qiuni", "chouni"]),
        ("曾乐泥", ["zengleni", "zengyueni", "lenizeng"]),
        ("吕泥", ["luni", "lvni", "lyuni", "nilu"]),
        ("吴葛白泥", ["wugebaini", "gebainiwu", "bainiwuge"]),
        ("谢卜奈木·库木塔格", ["谢卜奈木库木塔格", "xiebunaimukumutage"]),
        ("𠮷泥", ["𠮷泥"]),
        ("泥", ["ni"]),
        ("Gou Lanting", ["goulanting", "lantinggou"]),
        ("Gou, Lanting", ["goulanting", "lantinggou"]),
        ("Anna Maria Gou", ["annamariagou", "gouannamaria", "mariagouanna"]),
        ("Lü Ni", ["luni", "lvni", "lyuni", "nilu"]),
        ("Lu\u0308 Ni", ["luni", "lvni"]),
        ("Mononym", ["mononym"]),
        ("Жұлдыз Тас", ["жұлдызтас", "тасжұлдыз"]),
        ("بۇلۇت ئالماسجان", ["بۇلۇتئالماسجان", "bulutalmasjan", "almasjanbulut"]),
        ("بۇلۇت", ["bulut"]),
        ("محمّد", ["محمد"]),
        ("གངས་རི་མེ་ཏོག", ["གངསརིམེཏོག"]),
        ("12345", ["12345"]),
    ],
)
def test_derived_forms(name: str, found_by: list[str]) -> None:
    forms = derived_forms(name, script_of(name))
    assert set(map(normalise, found_by)) <= forms


def test_a_script_is_used_only_where_there_is_no_letter() -> None:
    assert derived_forms("缑岚汀", Script.LATN) == derived_forms("缑岚汀")
    assert derived_forms("1 2", "Latn") >= {"12", "21"}
    assert derived_forms("1 2", "Qaaa") == {"12"}
    assert derived_forms("—") == frozenset()


def test_forms_stay_few() -> None:
    assert len(derived_forms("曾长乐行")) <= 100
    assert len(derived_forms("乐乐乐乐乐乐乐乐乐乐乐乐")) <= 100
    assert derived_forms("芦塘读书会全体成员及其家属名单") == {
        "芦塘读书会全体成员及其家属名单",
        normalise(scripts.to_traditional("芦塘读书会全体成员及其家属名单")),
    }


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("缑岚汀", "Gou Lanting"),
        ("緱嵐汀", "Gou Lanting"),
        ("尉迟鹿弥", "Yuchi Lumi"),
        ("单泥", "Shan Ni"),
        ("吕泥", "Lü Ni"),
        ("谢卜奈木·库木塔格", "Xiebunaimu Kumutage"),
        ("伦珠措赛", "Lunzhucuosai"),
        ("泥", "Ni"),
        ("Gou Lanting", ""),
        ("", ""),
    ],
)
def test_pinyin_is_suggested(name: str, suggestion: str) -> None:
    assert pinyin(name) == suggestion


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("缑岚汀", "缑", "岚汀"),
        ("籍朔", "籍", "朔"),
        ("尉遲鹿彌", "尉遲", "鹿彌"),
        ("尉迟", "尉", "迟"),
        ("吴葛白泥", "吴", "葛白泥"),
        ("伦珠措赛", "", "伦珠措赛"),
        ("布鲁特阿勒马斯江", "", "布鲁特阿勒马斯江"),
        ("泥", "", "泥"),
    ],
)
def test_surnames(name: str, surname: str, given: str) -> None:
    assert split_name(name) == (surname, given)


def test_every_name_of_the_real_report_has_forms_in_its_own_script(shared: object) -> None:
    import csv
    from pathlib import Path

    assert isinstance(shared, Path)
    missing, chinese = [], 0
    with (shared / "data" / "report2020" / "parties.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["ethnicity"]:
                continue  # a Chinese spelling of such a name says little of how it sounds
            items = [item.rpartition("@") for item in row["names"].split("|")]
            by_script: dict[str, list[str]] = {}
            for name, _, kind in items:
                by_script.setdefault(kind, []).append(name)
                if not derived_forms(name):
                    missing.append(row["party"])
            for latin, han in zip(
                by_script.get("Latn:main", []), by_script.get("Hans:main", []), strict=False
            ):
                chinese += 1
                if normalise(latin) not in derived_forms(han):
                    missing.append(row["party"])
    assert chinese > 30
    assert missing == []


def test_no_name_stays_in_memory() -> None:
    derived_forms("缑岚汀")
    pinyin("缑岚汀")
    script_of("缑岚汀")
    for cached in (names._readings, scripts._simplified, scripts._traditional, scripts._folded):
        assert cached.cache_info().currsize > 0
    for cached in (names._readings, scripts._simplified, scripts._traditional, scripts._folded):
        before = cached.cache_info().currsize
        derived_forms("汀缑岚")  # the same characters: whatever is kept, it is no name
        assert cached.cache_info().currsize == before


def test_importing_it_loads_no_dictionary() -> None:
    code = (
        "import sys; from hrddesk.records.names import names; names.derived_forms('Gou Lanting');"
        "names.normalise('缑岚汀'); print(*[m for m in ('pypinyin', 'opencc') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_words_are_spelled_in_other_ways_too() -> None:
    assert names.spelled("the Anqing mill") == {"theanqingmill"}
    assert names.spelled("安庆 prison") == {"安庆prison", "安慶prison", "anqingprison"}
    assert names.spelled("庆" * 61) == {"庆" * 61, "慶" * 61}
    assert "aygul" in names.spelled("ئايگۈل")
    assert names.spelled(" - ") == frozenset()


def test_ascii_is_normalised_by_its_table_as_any_other_text_is() -> None:
    every = [chr(code) for code in range(128)]
    for first in every:
        for second in every:
            assert scripts.normalise(first + second) == scripts._any_normalised(first + second)


_NEIGHBOURS = st.characters(max_codepoint=0xBF) | st.characters(min_codepoint=0x2010, max_codepoint=0x2027)
_PLAIN = _NEIGHBOURS | st.characters(min_codepoint=0x3000, max_codepoint=0x301F) | st.characters(
    min_codepoint=0x4E00, max_codepoint=0x9FFF
) | st.characters(min_codepoint=0xFF00, max_codepoint=0xFFEF)  # fmt: skip


@given(st.text(_PLAIN) | st.text(_PLAIN | st.characters(), min_size=1))
@settings(max_examples=1000, deadline=None)
def test_a_plain_chinese_text_is_normalised_as_any_other_is(text: str) -> None:
    assert scripts.normalise(text) == scripts._any_normalised(text)


def test_every_character_of_a_plain_chinese_text_minds_no_neighbour() -> None:
    plain, _ = scripts._plain_chinese()
    for character in (one for one in map(chr, range(0x10000)) if plain.fullmatch(one)):
        for text in (character, f"a{character}", f"{character}a", f"岚{character}e{character}"):
            assert scripts.normalise(text) == scripts._any_normalised(text)
