"""Find names in what was typed of who gave evidence: a text may name "her sister, Odal Brisk" as well."""

import re
from collections.abc import Iterator
from typing import Final

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record
from hrddesk.records.scripts import is_han
from hrddesk.records.sources import Attribution, is_public

_PARTED: Final = re.compile(r"[,;:/()\[\]|，；：、（）【】。\n]|\s[-–—]+\s")
_NAME: Final = re.compile(
    r"(?:\b[^\W\d_a-z](?:[\w'’-]{0,60}[^\W\d_])?\.?(?:\s{1,9}(?:al|bin|da|de|el|van|von)(?=\s)){0,3}\s{1,9}){1,9}"
    r"[^\W\d_a-z][\w'’-]{0,60}\w"
)
"""Two words or more, each with a capital, or of a script that has none."""
_CODE: Final = re.compile(r"(?<![^\W_])[A-Z]{1,3}[-\u2010\u2011]?\d{1,4}(?![^\W_])")
"""What a desk writes in place of a name: "W1"."""
_MOST_HAN: Final = 4
_WORDS: Final = (
    "家属 家人 亲属 亲戚 亲友 父亲 母亲 父母 爸爸 妈妈 丈夫 妻子 哥哥 姐姐 弟弟 妹妹 儿子 女儿 祖父 "
    "祖母 叔叔 伯伯 舅舅 姑姑 阿姨 表哥 表姐 堂哥 堂弟 女友 男友 邻居 同事 同学 朋友 友人 网友 同伴 "
    "同乡 村民 居民 律师 辩护律师 代理律师 记者 媒体 证人 目击者 知情者 知情人 当事人 本人 志愿者 义工 "
    "狱友 难友 医生 护士 老师 学生 工人 警察 警方 公安 公安局 派出所 法院 法庭 检察院 医院 学校 单位 "
    "网站 网络 微信 微博 来源 消息来源 不明 不详 未知 匿名 匿名者 他人 其他"
)
_ORDINARY: Final = frozenset(_WORDS.split())
"""What is typed of people who gave something, and stands in every report: it names nobody."""


def names_of_givers(typed: str) -> Iterator[str]:
    """Yield what looks like a name in who something was received from.

    A single word in letters that are parted by spaces is taken for what it mostly is: "Neighbour".
    """
    for piece in _PARTED.split(typed):
        word = piece.strip()
        han = sum(map(is_han, word))
        yield from _CODE.findall(word)
        if not han:
            yield from (found.group() for found in _NAME.finditer(word))
        elif word not in _ORDINARY and ("·" in word or (2 <= han <= _MOST_HAN and len(word) == han)):
            yield word


def names_typed(record: Record) -> tuple[str, ...]:
    """Return in which words a source, or evidence, may name somebody; none of a public document."""
    if record.kind is Kind.EVIDENCE:
        return (record.text("from_whom"),)
    if is_public(record):
        return ()
    is_name = record.text("attribution") == Attribution.BY_NAME
    return (record.text("title"), record.text("author"), *([record.text("credit")] if is_name else []))
