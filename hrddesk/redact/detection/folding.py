"""Folding of texts for comparison, with the place of each character in the original.

Each character is folded by itself in the way in which `records.language.scripts.normalise` folds a whole
name. So the beginning and end of a match can be traced back to the text. Chinese characters become simplified
one by one, so that a name that mixes traditional and simplified characters is found too.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.records.language.scripts import normalise, to_simplified

GAP: Final = " "
"""The replacement of a character that may be between the parts of a name: spaces, marks, punctuation,
symbols.
"""

# Letters that Unicode does not decompose although readers take them for their bare forms; the last ones are
# those of the Uyghur Latin spelling of 1965 and of Turkic names.
_BARE: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th",
    "ŋ": "ng", "ə": "e", "ɵ": "o", "ⱪ": "k", "ⱨ": "h", "ƶ": "z", "ƣ": "gh",
    # A Persian keyboard gives one letter where an Uyghur one gives either of these two.
    "\u0649": "\u064a",
    # Arabic keyboards have the letter e of Uyghur names not at all, and hamzas are left out; files of older
    # programs, and what is copied from pages of theirs, hold h for e.
    "\u06d5": "\u0647", "\u06c0": "\u0647", "\u0629": "\u0647", "\u06c3": "\u0647",
    "\u0622": "\u0627", "\u0623": "\u0627", "\u0625": "\u0627", "\u0671": "\u0627", "\u0624": "\u0648",
    # Tibetan letters that keep their shape in a stack; Mongolian ones that look alike.
    "\u0f6a": "\u0f62", "\u0fba": "\u0fad", "\u0fbb": "\u0fb1", "\u0fbc": "\u0fb2",
    "\u1821": "\u1820", "\u1824": "\u1823", "\u1826": "\u1825", "\u1833": "\u1832",
    # The dot below Devanagari letters is left out as often as not.
    "\u093c": "",
    # Whoever writes Russian has no keys for these.
    "қ": "к", "ғ": "г", "ә": "а", "ө": "о", "ұ": "у", "ү": "у", "і": "и", "ң": "н", "һ": "х", "җ": "ж",
}  # fmt: skip
_VARIANTS: Final = (
    "髙高徳德郞郎靑青淸清曽曾呉吴黒黑囯国囶国圀国珎珍寳宝寚宝竜龙斉齐㒷兴浄净嶋岛嶌岛秌秋龝秋囘回囬回旾春龢和畧略埜野壄野"
    "邨村桒桑槑梅楳梅姉姊値值毎每歩步戯戏鉄铁鐡铁縂总粧妆僊仙氷冰彊强嵒岩喦岩唘启讃赞愼慎渇渴関关広广恵惠桜樱沢泽浜滨"
    "渋涩滝泷瀬濑辺边実实塩盐楽乐栄荣営营覚觉暁晓県县剣剑顕显豊丰両两歳岁済济斎斋児儿収收従从渉涉焼烧乗乘譲让釈释穂穗"
    "銭钱蔵藏続续対对帯带単单団团弾弹遅迟鋳铸聴听鎮镇転转伝传稲稻読读脳脑覇霸拝拜麥麦発发髪发仏佛並并変变満满黙默訳译薬药"
    "誉誉揺摇様样謡谣頼赖覧览猟猎緑绿霊灵齢龄歴历労劳煕熙凞熙燁烨爗烨皛晶甯宁寗宁喆哲悳德惪德炁气"
)
_ALIKE_CHARACTERS: Final = dict(zip(_VARIANTS[::2], _VARIANTS[1::2], strict=True))
"""Chinese characters that are another way to write one of the standard, as many names are registered."""
_INKLESS: Final = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5")
"""Characters of a letter category that are invisible: people enter them in messengers to make a name look
empty.
"""
_SMALL_IOTA: Final = "\u0345"
"""The mark below a Greek letter that Unicode folds to a letter; here it is a mark like others."""
_MARK: Final = "\u0301"  # any that is not compared


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with folded characters, and where each of them was in the original text.

    `offsets` is None if every character kept its place. Capitals stay capitals: they distinguish names from
    words, and show where a word begins inside a hashtag.
    """

    text: str
    offsets: Sequence[int] | None
    source: str = ""
    """The text that was folded."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of `text[start:end]` in the original text, including the accents on its last
        letter.

        An accent that stayed behind would reveal how a name ended.
        """
        first, last = start, end
        if self.offsets is not None:
            first, last = self.offsets[start], self.offsets[end - 1] + 1
        while last < len(self.source) and _is_accent(self.source[last]):
            last += 1
        return first, last


def _variant(character: str) -> str:
    return _ALIKE_CHARACTERS.get(character, character)


class _FoldTable(dict[int, str]):
    """A table for `str.translate` that folds each character when it is first needed.

    It keeps characters only, never words, because it remains in memory when a vault is locked.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        unseen = character in _INKLESS or unicodedata.category(character) == "Me"
        if unseen or character == _SMALL_IOTA:
            self[code] = GAP
            return GAP
        parts = map(_variant, to_simplified(normalise(character)))
        folded = "".join(_BARE.get(part, part) for part in parts).casefold()
        if not folded or not all(unicodedata.category(part)[0] in "LNM" for part in folded):
            folded = GAP
        elif character.isupper() and len(folded) == len(folded.upper()) == 1:
            folded = folded.upper()
        self[code] = folded
        return folded


_TABLE: Final = _FoldTable()

_BLANK: Final = (
    "[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\u115f\u1160\u3164\uffa0\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U000e0000-\U000e0fff]"
)
_MARKUP: Final = (  # without attributes: "<li na>" is somebody
    "(?:</?(?:b|i|u|em|strong|span|br|p|div|font|sup|sub|small|mark|wbr) ?/?>"
    "|&(?:nbsp|[et]hinsp|e[nm]sp|shy|zwn?j|[lr]lm|#0*(?:10|13|32|160|173|8203)|#x0*(?:20|a0|ad|200b));)"
)
_BLANKS: Final = re.compile(f"{_BLANK}{{3,}}")
_BLANKS_AND_MARKUP: Final = re.compile(f"{_MARKUP}(?:{_BLANK}|{_MARKUP})*|{_BLANK}{{3,}}")


def blanks(text: str) -> re.Pattern[str]:
    """Return a pattern for three or more blank characters in a row and for HTML markup.

    Blank characters are invisible characters (also line breaks, indents and direction marks) and separate
    accents. A shorter row needs no pattern, because it does not separate the words of a name anyway.
    """
    return _BLANKS_AND_MARKUP if "<" in text or "&" in text else _BLANKS


def fold(text: str) -> Folded:
    """Fold a text for matching.

    Three or more blank characters in a row become one gap, so that indented lines do not separate a name.
    """
    source, text = text, _composed(text)
    folded = text.translate(_TABLE)
    pattern = blanks(text)
    wide = pattern.search(text) is not None
    if len(folded) == len(text) and not wide:
        return Folded(folded, None, source)
    kept_offsets: list[int] = []
    start = 0
    for blank in pattern.finditer(text):
        kept_offsets += range(start, blank.start() + 1)
        start = blank.end()
    kept_offsets += range(start, len(text))
    if wide:
        folded = pattern.sub(GAP, text).translate(_TABLE)
    if len(folded) == len(kept_offsets):
        return Folded(folded, kept_offsets, source)
    # Some character became several, as a ligature does.
    one_gap = {blank.start() for blank in pattern.finditer(text)}
    offsets = [
        place for place in kept_offsets for _ in (GAP if place in one_gap else _TABLE[ord(text[place])])
    ]
    return Folded(folded, offsets, source)


def squeeze(text: str) -> str:
    """Return a name with folded letters and digits alone, in lower case and without gaps, for comparison."""
    return _composed(text).translate(_TABLE).replace(GAP, "").casefold()


def _composed(text: str) -> str:
    """Return the text with each letter and its accents composed into one character where Unicode has one.

    Some programs decompose letters, and then the first letter of most Uyghur names is two characters. Each
    place that becomes free is filled with an accent that is not compared, so that all characters keep their
    places.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        composed_letter = unicodedata.normalize("NFC", text[start:end])
        pieces.append(
            composed_letter.ljust(end - start, _MARK)
            if len(composed_letter) <= end - start
            else text[start:end]
        )
        start = end
    return "".join(pieces)


def _is_accent(character: str) -> bool:
    """Tell whether a character is an accent on the preceding letter, which comparisons ignore."""
    return unicodedata.category(character)[0] == "M" and _TABLE[ord(character)] == GAP
