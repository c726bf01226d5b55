"""What stands for somebody's name without being it: parts of it, nicknames, initials.

Whether such a form means that person only a reader can tell. Three kinds are told apart: *parts*, which go
from a text that has to do with the person; *initials*, which count only where they are written as initials
are; and *doubtful* forms, which ordinary words have too: a reviewer is shown those and decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from hrddesk.records.names import derived_forms, pinyin, split_name
from hrddesk.records.scripts import is_han
from hrddesk.redact.folding import squeeze
from hrddesk.redact.other_scripts import other_words

_LEAST_INITIALS: Final = 5  # letters of initial and name together: "M. Chen"
_MOST_INITIALS: Final = 4
_MOST_MIXED: Final = 2  # characters of a given name that may be in several letters
_LEAST_PIECE: Final = 3  # letters of what stands on one side of a hyphen
_LONG: Final = 5  # syllables from which on half a name may be two or three of them
_WORDS: Final = (  # that begin sentences and are part of names too, or of by-names
    "a an and as at be by can do go he her his i in is it long man may me men my no of on or she so ten "
    "the to up us we you little big old young black white red brother sister uncle aunt teacher mr mrs ms "
    "miss dr prof"
)
_NO_PARTS: Final = frozenset(_WORDS.split())
_TITLES: Final = (
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "pastor", "lawyer", "judge", "officer",
)  # fmt: skip
_MORE_TITLES: Final = (
    "mme", "madam", "madame", "sir", "doctor", "father", "reverend", "teacher", "uncle", "auntie", "aunt",
    "brother", "sister", "comrade", "imam", "lama",
)  # fmt: skip
"""Looked for only before words that are no part by themselves: "Uncle He"."""
_FAMILIAR_TITLES: Final = ("mr", "mrs", "ms", "miss", "dr")
_FAMILIAR: Final = ("xiao", "lao", "brother", "sister", "uncle", "auntie", "aunt", "teacher")
"""What stands before the last syllable of a Chinese name in other languages: "Xiao Xi", "Sister Xi"."""
_CHINESE: Final = (
    "某 某某 x xx 先生 女士 小姐 太太 夫人 律师 老师 牧师 医生 教授 记者 法官 警官 检察官 主任 校长 院长 "
    "书记 局长 处长 科长 所长 队长 博士 编辑 同学 同志 师傅 师父 阿訇 大哥 大姐 大叔 大妈 阿姨 奶奶 爷爷 "
    "大爷 大娘 大夫 伯伯 叔叔 法师 活佛 上师 堪布 喇嘛 神父 修女 长老 弟兄 姊妹 委员 经理 老板 主席 会长 "
    "村长 镇长 县长 部长 厅长 护士 导演 作家 诗人 总编 主编 律 姓 妻 父 母 "
    "氏 哥 姐 弟 妹 叔 伯 姨 婶 嫂 爷 老"
)
_CHINESE_TITLES: Final = tuple(_CHINESE.split())
_DOUBTFUL_TITLES: Final = "总工导队董家公"  # 施工, 向导, 车队: words of every report
_COMMON: Final = (
    "小时 小学 小心 小说 小组 小区 小孩 小米 小麦 小路 小车 小雨 小雪 小康 小国 小平 小年 小白 小金 小农 "
    "小石 小水 老师 老板 老家 老年 老乡 老路 老林 老金 老干 老成 老方 老房 老公 老实 老牛 明明 刚刚 常常 "
    "平平 静静 高高 长长 天天 人人 家家 年年 时时 处处 多多 好好 早早 久久 深深 轻轻 冷冷 默默 纷纷 源源 "
    "重重 茫茫 洋洋 星星 师弟 师妹 师姐 师哥 安哥 方老 长老 海老 古老 元老 年老 师爷 老爷 少爷 王爷 东方 "
    "百里 西门 东郭 长孙 公孙 司空 太史 纪律 岳父 岳母 祖父 祖母 师父 师母 云母 水母 曾经理 农村长 "
    "全部长 南部长 党主席 党委员"
)
_ORDINARY: Final = frozenset(_COMMON.split())
"""Words of many texts that look like a nickname."""


@dataclass(frozen=True, slots=True)
class StandIns:
    """Folded forms that may stand for one name."""

    parts: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    abbreviated: frozenset[tuple[str, int]] = frozenset()
    """Those of `parts` that hold initials, with how many: at the beginning, or below 0 at the end."""


def stand_ins(name: str) -> StandIns:
    """Return what may stand for the name of a single person.

    In Latin letters every word of it, since reports go on with the surname alone; a surname with a title. In
    Chinese given names of two characters, surnames with a title, the familiar forms of both. In Tibetan, and
    in Chinese where there is no surname, the halves: such names are made of two.
    """
    words = [word for word in map(squeeze, re.split(r"[\s·•‧・.,]+", name)) if word]
    if len(words) == 1 and all(map(is_han, words[0])):
        surname, given = split_name(words[0])
        return _chinese(surname, given) if surname else _made(_halves(words[0]), (), ())
    if len(words) == 1:
        syllables = [squeeze(syllable) for syllable in re.split("[\u0f0b-\u0f0d]+", name)]
        halves = _halves([syllable for syllable in syllables if syllable])
        return _made([*halves, *_hyphened(name)], (), ())
    latin = [_in_latin(word) for word in words]
    if not all(latin):
        latin = []
    typed = [word for word in words if not word.isascii() and len(word) > 1]
    first = [word[0] for word in latin]
    orders = ("".join(first), "".join(first[1:] + first[:1]), "".join(first[-1:] + first[:-1]))
    spaced = [word for word in typed if not any(map(is_han, word))]
    others = map(squeeze, other_words(name))
    parts = [*typed, *_latin(latin), *_hyphened(name)]
    parts += [form for form in others if len(form) >= _LEAST_PIECE and form not in _NO_PARTS]
    abbreviated = [*_with_initials(spaced), *_with_initials(latin)]
    return _made(parts, orders, _titled_initials(latin), abbreviated)


def _made(
    parts: Sequence[str],
    initials: Sequence[str],
    doubtful: Sequence[str],
    abbreviated: Sequence[tuple[str, int]] = (),
) -> StandIns:
    plain = frozenset(parts) - _ORDINARY
    shortened = frozenset((form, letters) for form, letters in abbreviated if form not in plain)
    sure = plain | {form for form, _ in shortened}
    short = frozenset(form for form in initials if 2 <= len(form) <= _MOST_INITIALS)
    asked = (frozenset(doubtful) | _ORDINARY.intersection(parts)) - sure
    return StandIns(sure, short, asked, shortened)


def _chinese(surname: str, given: str) -> StandIns:
    last = given[-1]
    parts = [surname + title for title in _CHINESE_TITLES]
    parts += [familiar + name for familiar in "老小" for name in (surname, last)]
    parts += ["姓" + surname, *_mixed(surname, given)]
    parts += ["阿" + last, last + last, *(last + kin for kin in "哥姐叔姨")]
    doubtful = [surname + title for title in _DOUBTFUL_TITLES]
    doubtful += ["阿" + surname, "大" + surname, "大" + last]
    if len(surname) > 1:
        parts.append(surname)
    if len(given) > 1:
        parts += [given[at:] for at in range(len(given) - 1)]
        parts += [form for mark in "某x〇" for form in (surname + mark + last, surname + given[:-1] + mark)]
        doubtful.append(surname + last)  # 王*明: a mark inside a name is passed over
        doubtful += ["阿" + given[0], "小" + given[0], 2 * given[0]]
    latin = [squeeze(word) for word in pinyin(surname + given).split()]
    given_letters = "".join(squeeze(pinyin(character))[:1] for character in given)
    surnames = {latin[0][:1], "".join(squeeze(pinyin(character))[:1] for character in surname)}
    initials = [order for one in surnames for order in (one + given_letters, given_letters + one)]
    count = len(given_letters)
    abbreviated = [(latin[0] + given_letters, -count), (given_letters + latin[0], count)]
    parts += [familiar + _pinyin(last) for familiar in _FAMILIAR]
    # "Axi" and "Xixi" are written like words, as "a man" and "mama" are.
    doubtful += ["a" + _pinyin(last), 2 * _pinyin(last)]
    if len(given) > 1:
        doubtful += [2 * _pinyin(given[0]), "xiao" + _pinyin(given[0])]
    doubtful += _titled_initials(latin)
    return _made([*parts, *_latin(latin)], initials, doubtful, [*abbreviated, *_with_initials(latin)])


def _mixed(surname: str, given: str) -> list[str]:
    """Return a name whose given characters are partly pinyin or its first letters: "邬TX", "邬tang溪"."""
    ways = [(character, _pinyin(character), _pinyin(character)[:1]) for character in given]
    mixed = [surname + "".join(way) for way in product(*ways)] if len(given) <= _MOST_MIXED else []
    return [
        form
        for form in dict.fromkeys([*mixed, surname + ways[0][2]])
        if form not in (surname, surname + given)
    ]


def _pinyin(characters: str) -> str:
    return squeeze(pinyin(characters))


def _in_latin(word: str) -> str:
    """Return a word of a name in Latin letters; empty where nobody can say how it is written."""
    if word.isascii():
        return word
    if all(map(is_han, word)):
        return squeeze(pinyin(word))
    return min((form for form in derived_forms(word) if form.isascii()), default="")


def _halves(syllables: Sequence[str]) -> list[str]:
    """Return how a name without a surname begins and ends; one of two syllables is whole."""
    if len(syllables) <= 2:
        return []
    lengths = (2,) if len(syllables) < _LONG else (2, 3)
    halves = ["".join(half) for length in lengths for half in (syllables[:length], syllables[-length:])]
    # Two words of two syllables are drawn together to the first of each.
    return [*halves, syllables[0] + syllables[2]] if len(syllables) == _LONG - 1 else halves


def _hyphened(name: str) -> Iterator[str]:
    pieces = re.split(r"[-\u2010-\u2015]", name)
    for word in (squeeze(word) for piece in pieces for word in piece.split() if len(pieces) > 1):
        if len(word) >= _LEAST_PIECE and word.isascii() and word not in _NO_PARTS:
            yield word


def _latin(words: Sequence[str]) -> Iterator[str]:
    yield from (word for word in words if len(word) > 1 and word not in _NO_PARTS)
    for word in (*words[:1], *words[-1:]):
        titles = (*_TITLES, *_MORE_TITLES) if word in _NO_PARTS else _TITLES
        yield from (title + word for title in titles if len(word) > 1)


def _with_initials(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield one word of a name and the first letters of the others: "V. Lunt", "Lunt V. A."."""
    if len(words) > 1:
        first, last = "".join(word[0] for word in words[:-1]), "".join(word[0] for word in words[1:])
        count = len(words) - 1
        forms = (
            (first + words[-1], count),
            (words[-1] + first, -count),
            (words[0] + last, -count),
            (last + words[0], count),
        )
        yield from ((form, letters) for form, letters in forms if len(form) >= _LEAST_INITIALS)


def _titled_initials(words: Sequence[str]) -> list[str]:
    """Return "Mr. W" and its like, which a careful author wrote for somebody."""
    return [title + word[0] for title in _FAMILIAR_TITLES for word in (*words[:1], *words[-1:])]
