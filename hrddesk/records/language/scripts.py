"""The scripts of names, and the normalisation of names for comparison."""

import re
import unicodedata
from collections import Counter
from enum import StrEnum
from functools import cache
from typing import Final

from hrddesk.records.language import labels


class Script(StrEnum):
    """The ISO 15924 codes of the scripts of names; Zyyy for a text without letters."""

    LATN = "Latn"
    HANS = "Hans"
    HANT = "Hant"
    HANI = "Hani"  # Chinese characters that both ways of writing share
    ARAB = "Arab"
    TIBT = "Tibt"
    MONG = "Mong"
    CYRL = "Cyrl"
    ZYYY = "Zyyy"


# Characters that simplified writing took over for others, while traditional writing uses them too, in names
# above all (余 于 云 范 沈 ...): they prove nothing.
_BOTH_WAYS = frozenset(
    "丑了于云仆价余借克党冬冲划刮制卜升卷只台叶合向后吁回困坛姜家局岳巨布干庵当志念恤愿所扎才扑折据撑"
    "于旋曲朱朴术杆松板极松核梁欲沈注涂淀涌游漓漂灶炼熏玩瑶症皂盘着祢秋种筑签系累胜胡舍苏苹范荐荡药"
    "蒙蔑虫表袅谷谗赞踪辟适郁采里锤钟雕霉面饥须髅鬼麻斗致征几"
)


HAN_NUMERALS: Final = "〇零○一二三四五六七八九十"
"""The Chinese numerals up to ten, those of zero first."""
HAN_DIGITS: Final = HAN_NUMERALS[:-1] + "幺两壹贰叁肆伍陆柒捌玖"
"""The Chinese numerals of single digits, including the spoken forms and the forms on cheques."""
HAN_COUNTING: Final = HAN_NUMERALS.replace("○", "") + "百廿卅"
_HAN_DIGITS: Final = {numeral: max(0, value) for value, numeral in enumerate(HAN_NUMERALS[:-1], -2)}


def han_number(numerals: str) -> str:
    """Return Chinese numerals in digits: 二〇二〇 is 2020, 十二 is 12, 二十八 is 28.

    Numerals that form no number are returned unchanged.
    """
    tens, ten, ones = numerals.partition("十")
    if not ten:
        return "".join(str(_HAN_DIGITS[numeral]) for numeral in numerals)
    if len(tens) > 1 or len(ones) > 1:
        return numerals
    return str(_HAN_DIGITS.get(tens, 1)) + str(_HAN_DIGITS.get(ones, 0))


_LANGUAGES = {
    Script.LATN: labels.EN,
    Script.HANI: labels.ZH,
    Script.HANS: labels.ZH,
    Script.HANT: "zh-Hant",
    Script.TIBT: "bo",
}


def script_of(text: str) -> Script:
    """Return the script of most letters in the text; Chinese is Hans, Hant, or Hani if both are possible."""
    most = letters_of(text)
    return _way_of_writing(text) if most is Script.HANI else most


def language_of(text: str) -> str:
    """Return the code of the most likely language of a place name; `und` if the script identifies none."""
    return _LANGUAGES.get(script_of(text), labels.ANY)


def letters_of(text: str) -> Script:
    """Return the script of most letters in the text; all Chinese characters count as Hani."""
    if text.isascii():  # most names and titles: no letter need be looked at by itself
        return Script.LATN if any(map(str.isalpha, text)) else Script.ZYYY
    counts = Counter(kind for kind in map(_script_of_letter, text) if kind is not None)
    if not counts:
        return Script.ZYYY
    return max(counts, key=lambda kind: (counts[kind], kind == Script.HANI))


def is_chinese(word: str) -> bool:
    """Tell whether a word begins with a Chinese character."""
    return is_han(word[0])


def is_han(character: str) -> bool:
    """Tell whether a character is Chinese."""
    return _script_of_letter(character) is Script.HANI


@cache
def _script_of_letter(character: str) -> Script | None:
    code = ord(character)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script if unicodedata.category(character)[0] == "L" or script is Script.HANI else None
    return None


_RANGES = (
    (0x0041, 0x024F, Script.LATN),
    (0x1E00, 0x1EFF, Script.LATN),
    (0xFF21, 0xFF5A, Script.LATN),
    (0x3005, 0x3007, Script.HANI),
    (0x3400, 0x4DBF, Script.HANI),
    (0x4E00, 0x9FFF, Script.HANI),
    (0xF900, 0xFAFF, Script.HANI),
    (0x20000, 0x3FFFD, Script.HANI),
    (0x0600, 0x06FF, Script.ARAB),
    (0x0750, 0x077F, Script.ARAB),
    (0x08A0, 0x08FF, Script.ARAB),
    (0xFB50, 0xFDFF, Script.ARAB),
    (0xFE70, 0xFEFE, Script.ARAB),
    (0x0F00, 0x0FFF, Script.TIBT),
    (0x1800, 0x18AF, Script.MONG),
    (0x11660, 0x1167F, Script.MONG),
    (0x0400, 0x052F, Script.CYRL),
    (0x1C80, 0x1C8F, Script.CYRL),
    (0x2DE0, 0x2DFF, Script.CYRL),
    (0xA640, 0xA69F, Script.CYRL),
)


def _way_of_writing(text: str) -> Script:
    simplified = traditional = 0
    for character in text:
        if is_han(character) and character not in _BOTH_WAYS:
            simplified += to_traditional(character) != character
            traditional += to_simplified(character) != character
    if simplified == traditional:
        return Script.HANI
    return Script.HANS if simplified > traditional else Script.HANT


def to_simplified(text: str) -> str:
    """Return the text in simplified characters, converted one by one; no word is replaced by another."""
    return "".join(map(_simplified, text))


def to_traditional(text: str) -> str:
    """Return the text in traditional characters, converted one by one to the most common form of each."""
    return "".join(map(_traditional, text))


# Only single characters are kept in memory, never a name: these caches outlive the lock of a vault.
@cache
def _simplified(character: str) -> str:
    return _convert("t2s", character) if is_han(character) else character


@cache
def _traditional(character: str) -> str:
    return _convert("s2t", character) if is_han(character) else character


@cache
def _converter(direction: str) -> object:
    from opencc import OpenCC  # 0.1 s and a dictionary in memory: only once a Chinese name turns up

    return OpenCC(direction)


def _convert(direction: str, character: str) -> str:
    return str(_converter(direction).convert(character))  # type: ignore[attr-defined] # no stubs


def normalise(text: str) -> str:
    """Return the form that search compares: without case, accents, spaces, separators and punctuation.

    Widths, ligatures and presentation forms of Arabic letters are folded (NFKC), and so are the different
    letters that Persian, Arabic and Uyghur keyboards produce for the same letter. Tibetan vowel signs are
    kept. The result is stable: normalising the result again changes nothing.
    """
    if text.isascii():
        forms, removed_bytes = _ascii_forms()
        return text.encode("ascii").translate(forms, removed_bytes).decode("ascii")
    plain, gone_of_it = _plain_chinese()
    if plain.fullmatch(text):
        return gone_of_it.sub("", text).lower()
    return _any_normalised(text)


@cache
def _ascii_forms() -> tuple[bytes, bytes]:
    """Return a table from ASCII characters to their normalised forms, and the characters that are removed.

    The form of an ASCII character does not depend on its neighbours.
    """
    forms = [_any_normalised(chr(code)) for code in range(128)]
    removed_bytes = bytes(code for code, form in enumerate(forms) if not form)
    return bytes(ord(form) if form else 0 for form in forms) + bytes(128), removed_bytes


@cache
def _plain_chinese() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return one regular expression that matches easily normalised texts, and one for the removed signs.

    An easily normalised text has only ASCII, Chinese characters and punctuation, as most Chinese texts do. To
    normalise it, removing the signs and changing to lower case is enough: a tenth of the usual time.
    """
    signs = (chr(code) for first, last in _SIGNS for code in range(first, last + 1))
    removed_signs = "".join(re.escape(sign) for sign in signs if not _any_normalised(sign))
    kept_signs = "".join(re.escape(sign) for sign in map(chr, range(128)) if _any_normalised(sign))
    return re.compile(f"[{kept_signs}{removed_signs}\u4e00-\u9fff]*"), re.compile(f"[{removed_signs}]+")


_SIGNS = ((0x00, 0x7F), (0xA0, 0xBF), (0x2010, 0x2027), (0x3000, 0x301F), (0xFF01, 0xFF65))
"""The code point ranges of punctuation in Chinese and English texts; none combines with its predecessor."""


def _any_normalised(text: str) -> str:
    folded = text
    for _ in range(4):  # each of the steps can make work for another; two rounds do in practice
        before = folded
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", folded).casefold())
        folded = unicodedata.normalize("NFC", "".join(map(_folded, folded)))
        if folded == before:
            break
    return folded


@cache
def _folded(character: str) -> str:
    if character in _ARABIC_SAME:
        return _ARABIC_SAME[character]
    category = unicodedata.category(character)
    code = ord(character)
    if category[0] in "PZ" or category in ("Cc", "Cf", "Cs", "Sk") or 0x02B0 <= code <= 0x02FF:
        return ""
    if category == "Mn":
        accent = 0x0300 <= code <= 0x036F or 0x0483 <= code <= 0x0487
        harakat = (
            0x0610 <= code <= 0x061A or 0x064B <= code <= 0x0652 or code == 0x0670 or 0x06D6 <= code <= 0x06ED
        )
        variant = 0x180B <= code <= 0x180F or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
        return "" if accent or harakat or variant else character
    return character


_ARABIC_SAME = {
    "\u0640": "",  # tatweel
    "\u06a9": "\u0643",  # keheh, kaf
    "\u06cc": "\u064a",  # Farsi yeh, yeh
    "\u06be": "\u0647",  # heh doachashmee, heh
    "\u06c1": "\u0647",  # heh goal, heh
}
