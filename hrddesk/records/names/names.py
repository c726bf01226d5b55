"""Forms of names in several scripts, for search, duplicates and redaction.

Nothing here decides the name of a person. Generated pinyin is only a suggestion: tables have wrong readings
of surnames, and only the person knows the reading of a given name.
"""

from collections.abc import Iterable
from functools import cache
from itertools import islice, product

from hrddesk.records.language.scripts import (
    Script,
    is_han,
    letters_of,
    normalise,
    script_of,
    to_simplified,
    to_traditional,
)
from hrddesk.records.terms import countries

__all__ = ["Script", "derived_forms", "normalise", "pinyin", "script_of", "spelled", "split_name"]

# Surnames that are read differently from the character's common reading; the surname's comes first.
_SURNAME_READINGS = {
    "单": ("shan",), "仇": ("qiu",), "解": ("xie",), "查": ("zha",), "朴": ("piao", "pu"), "区": ("ou",),
    "盖": ("ge", "gai"), "员": ("yun",), "乐": ("yue", "le"), "折": ("she",), "洗": ("xian",),
    "召": ("shao",), "繁": ("po",), "秘": ("bi",), "覃": ("qin", "tan"), "种": ("chong",),
    "祭": ("zhai",), "谌": ("chen", "shen"), "句": ("gou",), "黑": ("he", "hei"), "牟": ("mou", "mu"),
    "晟": ("cheng",), "郇": ("xun", "huan"), "薄": ("bo",), "隗": ("wei", "kui"), "宓": ("mi", "fu"),
    "适": ("kuo", "shi"), "颉": ("xie",), "粘": ("nian",), "褶": ("xi",), "炅": ("gui",),
    "阚": ("kan",), "郗": ("xi", "chi"),
}  # fmt: skip
_COMPOUND_READINGS = {
    "欧阳": "ouyang", "司马": "sima", "上官": "shangguan", "诸葛": "zhuge", "东方": "dongfang",
    "皇甫": "huangfu", "尉迟": "yuchi", "公孙": "gongsun", "慕容": "murong", "令狐": "linghu",
    "长孙": "zhangsun", "宇文": "yuwen", "司徒": "situ", "司空": "sikong", "夏侯": "xiahou", "万俟": "moqi",
    "单于": "chanyu", "澹台": "tantai", "端木": "duanmu", "南宫": "nangong", "独孤": "dugu", "申屠": "shentu",
    "钟离": "zhongli", "轩辕": "xuanyuan", "呼延": "huyan", "赫连": "helian", "闻人": "wenren",
    "百里": "baili", "东郭": "dongguo", "西门": "ximen", "公冶": "gongye", "淳于": "chunyu", "濮阳": "puyang",
    "太史": "taishi", "拓跋": "tuoba", "纳兰": "nalan", "鲜于": "xianyu", "宗政": "zongzheng",
}  # fmt: skip
# Characters of given names that are read in more than one way today, the way of names first. The tables of
# pypinyin list archaic readings too (方 as "wang"), which would only make a search noisy.
_NAME_READINGS = {
    "长": ("chang", "zhang"), "行": ("xing", "hang"), "乐": ("le", "yue"), "重": ("chong", "zhong"),
    "朝": ("chao", "zhao"), "传": ("chuan", "zhuan"), "觉": ("jue", "jiao"), "藏": ("zang", "cang"),
    "盛": ("sheng", "cheng"), "晟": ("sheng", "cheng"), "省": ("xing", "sheng"), "宿": ("su", "xiu"),
    "茜": ("qian", "xi"), "强": ("qiang", "jiang"), "娜": ("na", "nuo"), "莎": ("sha", "suo"),
    "拓": ("tuo", "ta"), "校": ("xiao", "jiao"), "颉": ("jie", "xie"), "都": ("du", "dou"),
    "提": ("ti", "di"), "卡": ("ka", "qia"), "扎": ("zha", "za"), "阿": ("a", "e"), "度": ("du", "duo"),
    "合": ("he", "ge"), "车": ("che", "ju"), "参": ("shen", "can"), "柏": ("bai", "bo"),
    "峙": ("zhi", "shi"), "陆": ("lu", "liu"), "率": ("shuai", "lü"), "绿": ("lü", "lu"),
    "隽": ("jun", "juan"), "伽": ("jia", "ga", "qie"), "仔": ("zai", "zi"), "佛": ("fo", "fu"),
    "炅": ("jiong", "gui"), "纶": ("lun", "guan"), "莘": ("xin", "shen"), "贾": ("jia", "gu"),
    "勒": ("le", "lei"), "解": ("jie", "xie"), "曾": ("zeng", "ceng"), "单": ("dan", "shan"),
    "六": ("liu", "lu"), "蕃": ("fan", "bo"), "调": ("tiao", "diao"), "白": ("bai", "bo"),
    "禅": ("chan", "shan"), "琢": ("zhuo",), "朴": ("pu", "piao"), "翟": ("zhai", "di"),
    "覃": ("tan", "qin"), "缪": ("miao", "mou"), "角": ("jiao", "jue"), "弹": ("tan", "dan"),
    "降": ("jiang", "xiang"), "卜": ("bu", "bo"),
}  # fmt: skip
_COMMON = 100  # surnames of a country with which a name of four characters may begin
_MOST_READINGS = 12  # of one name
_SPELLED = 60  # characters up to which words are found by how they are spoken, too

# Uyghur Latin Yéziqi, the official Latin spelling of 2008.
_UYGHUR_LATIN = {
    "ا": "a", "ە": "e", "ب": "b", "پ": "p", "ت": "t", "ج": "j", "چ": "ch", "خ": "x", "د": "d", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "گ": "g", "ڭ": "ng",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "o", "ۇ": "u", "ۆ": "o", "ۈ": "u", "ۋ": "w", "ې": "e",
    "ى": "i", "ي": "y", "ئ": "",
}  # fmt: skip


def derived_forms(name: str, script: Script | str = "") -> frozenset[str]:
    """Return all normalised forms by which a search finds the name, including the name itself.

    A Chinese name is also found by simplified and traditional characters, and by pinyin without tones and
    spaces, in its common readings and in both orders of surname and given name. A Latin or Cyrillic name is
    also found in the other order, a Uyghur name by its Latin spelling. `script` is the recorded script, used
    only if the characters show none. A name without any letter or digit has no form.
    """
    forms = {normalise(name)}
    kind = letters_of(name)
    if kind is Script.ZYYY and script in set(Script):
        kind = Script(script)
    if kind in (Script.HANS, Script.HANT, Script.HANI):
        forms.update(_chinese_forms(name))
    elif kind in (Script.LATN, Script.CYRL):
        forms.update(_orders(name))
    elif kind is Script.ARAB:
        forms.update(_uyghur_latin(name))
    return frozenset(form for form in forms if form)


def spelled(text: str) -> frozenset[str]:
    """Return the normalised forms by which a search finds words other than names of people.

    Chinese: simplified and traditional characters, and the usual pinyin of a short text. Uyghur: the Latin
    spelling of a short text.
    """
    forms = {normalise(text)}
    if text.isascii():
        return frozenset(form for form in forms if form)
    short = len(text) <= _SPELLED
    if any(map(is_han, text)):
        simplified = to_simplified(text)
        forms |= {normalise(simplified), normalise(to_traditional(text))}
        if short:
            forms.add(normalise("".join(_readings(c)[0] if is_han(c) else c for c in simplified)))
    elif short and letters_of(text) is Script.ARAB:
        forms.update(_uyghur_latin(text))
    return frozenset(form for form in forms if form)


def pinyin(name: str) -> str:
    """Suggest the pinyin of a Chinese name ("Ouyang Qing"); empty if the name is not Chinese."""
    parts = [part for part in _han_parts(to_simplified(name)) if part]
    if not parts:
        return ""
    if len(parts) > 1:  # a name of another language, with dots between its parts
        return " ".join("".join(_reading(part)).capitalize() for part in parts)
    surname, given_name = split_name(parts[0])
    read = _COMPOUND_READINGS.get(surname) or "".join(_SURNAME_READINGS.get(surname, ())[:1]) or None
    words = [read if read is not None else "".join(_reading(surname)), "".join(_reading(given_name))]
    return " ".join(word.capitalize() for word in words if word)


def split_name(chinese: str) -> tuple[str, str]:
    """Split a Chinese name into surname and given name; the surname is empty if it cannot be determined.

    Names of five and more characters are mostly those of Uyghurs, Tibetans and Mongols, without a surname.
    """
    simplified = to_simplified(chinese)
    if simplified[:2] in _compound() and 3 <= len(chinese) <= 4:
        return chinese[:2], chinese[2:]
    if 2 <= len(chinese) <= 3 or (len(chinese) == 4 and simplified[0] in _frequent()):
        return chinese[:1], chinese[1:]
    return "", chinese


@cache
def _compound() -> frozenset[str]:
    """Return all surnames of two characters from the country files, in simplified characters."""
    return frozenset(
        to_simplified(name) for name in countries.surnames() if len(name) == 2 and all(map(is_han, name))
    )


@cache
def _frequent() -> frozenset[str]:
    """Return the hundred commonest one-character surnames of each country, in simplified characters."""
    listed = (
        [to_simplified(name) for name in country.surnames if len(name) == 1 and is_han(name)]
        for country in countries.shipped().values()
    )
    return frozenset(name for names in listed for name in names[:_COMMON])


def _chinese_forms(name: str) -> Iterable[str]:
    simplified = to_simplified(name)
    yield normalise(simplified)
    yield normalise(to_traditional(name))
    parts = _han_parts(simplified)
    han = "".join(parts)
    if not han or len(han) > 12:  # the name of an organisation is found by its characters
        return
    if len(parts) > 1:  # a name of another language, with dots between its parts: no surname
        for reading in islice(product(*(_readings(c) for c in han)), _MOST_READINGS):
            yield from _u_umlaut("".join(reading))
        return
    for length, surname_readings in _surnames(han):
        given_readings = list(islice(product(*(_readings(c) for c in han[length:])), _MOST_READINGS))
        for surname in surname_readings:
            for reading in given_readings:
                rest = "".join(reading)
                yield from _u_umlaut(surname + rest)
                if rest:
                    yield from _u_umlaut(rest + surname)


def _surnames(han: str) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Yield each possible length of the surname in a Chinese name, with the possible readings."""
    first = han[0]
    common = _readings(first)
    yield 1, tuple(dict.fromkeys(_SURNAME_READINGS.get(first, ()) + common))
    if han[:2] in _compound():
        yield 2, (_COMPOUND_READINGS.get(han[:2]) or "".join(_reading(han[:2])),)
    elif len(han) == 4:  # two surnames joined, as married women and children of both have them
        yield 2, tuple(a + b for a in common[:1] for b in _readings(han[1])[:1])


def _u_umlaut(reading: str) -> Iterable[str]:
    """Yield a reading with ü spelled as people type it: u, v as in input methods, yu as in passports."""
    yield reading.replace("ü", "u")
    if "ü" in reading:
        yield reading.replace("ü", "v")
        yield reading.replace("ü", "yu")


def _orders(name: str) -> Iterable[str]:
    words = [word for word in (normalise(part) for part in name.replace(",", " ").split()) if word]
    if 2 <= len(words) <= 5:
        yield "".join([*words[1:], words[0]])
        yield "".join([words[-1], *words[:-1]])
    folded = name.casefold()
    if "ü" in folded or "u\u0308" in folded:
        for spelling in ("v", "yu"):
            yield normalise(folded.replace("u\u0308", "ü").replace("ü", spelling))


def _uyghur_latin(name: str) -> Iterable[str]:
    words = []
    for word in name.split():
        folded = normalise(word)
        if folded and all(letter in _UYGHUR_LATIN for letter in folded):
            words.append("".join(_UYGHUR_LATIN[letter] for letter in folded))
    if words:
        yield "".join(words)
        yield from _orders(" ".join(words))


def _han_parts(name: str) -> list[str]:
    """Return the runs of Chinese characters in a name."""
    spaced = "".join(c if is_han(c) else " " for c in name)
    return spaced.split()


def _reading(text: str) -> list[str]:
    return [_readings(character)[0] for character in text]


@cache
def _readings(character: str) -> tuple[str, ...]:
    """Return the readings of a character in names, without tones, the likeliest first; ü is kept.

    The cache has single characters only, never a name, because it outlives the lock of a vault.
    """
    if character in _NAME_READINGS:
        return _NAME_READINGS[character]
    from pypinyin import Style  # 0.3 s: only once a Chinese name turns up
    from pypinyin import pinyin as readings

    return (readings(character, style=Style.NORMAL, v_to_u=True)[0][0],)
