"""What figures can be filtered by and split by: each dimension with its level and its words.

A dimension belongs to an event, to a person or to a case. Conditions on events must hold for one and the same
event, those on a person for one and the same person.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from hrddesk.analysis.liberty import Answer
from hrddesk.analysis.status import Reason
from hrddesk.records import countries
from hrddesk.records.labels import chain_for
from hrddesk.records.words import Words


class Level(StrEnum):
    """What a dimension says something about."""

    CASE = "case"
    PERSON = "person"
    EVENT = "event"


class Sort(StrEnum):
    """How the values of a dimension are compared."""

    TERM = "term"  # codes of a vocabulary, or the words as they were
    TEXT = "text"  # words
    NUMBER = "number"  # in bands
    PLACE = "place"  # in a tree
    TIME = "time"  # certainly or possibly within


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that can be asked: its code, and how it is called in English and Chinese."""

    name: str
    level: Level
    en: str
    zh: str
    sort: Sort = Sort.TERM
    vocabulary: str = ""
    unit_en: str = ""
    unit_zh: str = ""

    def label(self, language: str) -> str:
        """Return how it is called in "en" or "zh"."""
        return self.zh if language == "zh" else self.en


_EVENT, _PERSON, _CASE = Level.EVENT, Level.PERSON, Level.CASE

_ALL: Final = (
    Dimension("type", _EVENT, "type of event", "事件类型", vocabulary="event_type"),
    Dimension("form", _EVENT, "form of custody in the event", "事件中的羁押形式", vocabulary="custody_form"),
    Dimension("charge", _EVENT, "charge", "罪名", vocabulary="charge"),
    Dimension("penalty", _EVENT, "penalty", "刑罚", vocabulary="penalty"),
    Dimension("months", _EVENT, "length of a fixed term", "刑期", Sort.NUMBER, "", "months", "个月"),
    Dimension("platform", _EVENT, "platform", "平台", vocabulary="platform"),
    Dimension("condition", _EVENT, "condition of custody", "羁押状况", vocabulary="condition"),
    Dimension("method", _EVENT, "method of ill-treatment", "酷刑虐待手段", vocabulary="method"),
    Dimension("denial", _EVENT, "denial of due process", "剥夺正当程序", vocabulary="denial"),
    Dimension("circumstance", _EVENT, "circumstance", "情节", vocabulary="circumstance"),
    Dimension("assertion", _EVENT, "how the event is asserted", "陈述方式", vocabulary="assertion"),
    Dimension("place", _EVENT, "place", "地点", Sort.PLACE),
    Dimension("province", _EVENT, "province", "省份", Sort.PLACE),
    Dimension("prefecture", _EVENT, "prefecture or city", "地级市", Sort.PLACE),
    Dimension("date", _EVENT, "day of the event", "事件日期", Sort.TIME),
    Dimension("month", _EVENT, "month of the event", "事件月份", Sort.TIME),
    Dimension("year", _EVENT, "year of the event", "事件年份", Sort.TIME),
    Dimension("status", _PERSON, "status", "状况"),
    Dimension("reason", _PERSON, "reason why the status is undetermined", "状况不明的原因"),
    Dimension("custody", _PERSON, "present form of custody", "当前羁押形式", vocabulary="custody_form"),
    Dimension("stage", _PERSON, "stage of the proceedings", "诉讼阶段"),
    Dimension("sentence", _PERSON, "sentence being served", "正在服的刑罚", vocabulary="penalty"),
    Dimension("term", _PERSON, "fixed term being served", "正在服的刑期", Sort.NUMBER, "", "months", "个月"),
    Dimension("sex", _PERSON, "sex", "性别", vocabulary="sex"),
    Dimension("ethnicity", _PERSON, "ethnic group", "民族", vocabulary="ethnicity"),
    Dimension("age", _PERSON, "age", "年龄", Sort.NUMBER, "", "years", "岁"),
    Dimension("occupation", _PERSON, "occupation", "职业", vocabulary="occupation"),
    Dimension("cause", _PERSON, "cause", "关注领域", vocabulary="cause"),
    Dimension("religion", _PERSON, "religion", "宗教", vocabulary="religion"),
    Dimension("tag", _CASE, "tag of the case", "个案标签", Sort.TEXT),
    Dimension("case_status", _CASE, "status of the file", "卷宗状态", Sort.TEXT),
    Dimension("source", _CASE, "source cited", "引用的来源", Sort.TEXT),
    Dimension("source_type", _CASE, "type of source cited", "来源类型", vocabulary="source_type"),
    Dimension("dataset", _CASE, "data set it was imported from", "导入的数据集", Sort.TEXT),
)
SHIPPED: Final[Mapping[str, Dimension]] = MappingProxyType({item.name: item for item in _ALL})
"""Every dimension that each desk has, by its code."""

PART: Final = Dimension("part", Level.EVENT, "the part that is asked for", "所问部分")
"""Splits what is counted by the conditions of a question's `part`."""
IN_PART, NOT_IN_PART = "yes", "no"
OTHERS: Final = "\0others"
"""Stands for all values of a dimension that whoever asks wants counted together."""
CUSTOM: Final = "field:"
"""What the code of a desk's own field begins with."""
OF_STATUS: Final = frozenset({"status", "reason", "custody", "stage", "sentence", "term"})
"""Those that are computed from all events of a person as of a day."""
KINDS_OF_PLACE: Final = ("province", "prefecture")

_STATUS: Final = {
    Answer.FREE: ("free", "未被羁押"),
    Answer.CUSTODY: ("in custody", "被羁押"),
    Answer.RELEASED: ("released", "已获释"),
    Answer.DISAPPEARED: ("disappeared", "失踪"),
    Answer.DEAD: ("dead", "已故"),
    Answer.UNDETERMINED: ("undetermined", "无法确定"),
}
_REASONS: Final = {
    Reason.NO_EVENTS: ("no events", "没有事件"),
    Reason.NOTHING_ON_LIBERTY: ("nothing said on liberty", "没有关于人身自由的记录"),
    Reason.UNDATED_EVENTS: ("events without a date", "事件没有日期"),
    Reason.UNCERTAIN_DATES: ("uncertain dates", "日期不确定"),
    Reason.CONFLICTING_CLAIMS: ("conflicting claims", "说法相互矛盾"),
    Reason.DOUBTED_CLAIMS: ("doubted claims", "说法存疑"),
    Reason.SENTENCE_ENDED: ("the sentence has ended", "刑期已满"),
    Reason.SENTENCE_MAY_HAVE_ENDED: ("the sentence may have ended", "刑期可能已满"),
    Reason.GROUND_GONE: ("the ground for custody is gone", "羁押理由已不存在"),
    Reason.SIGHTED_ONLY: ("seen, and no more is known", "仅有目击"),
    Reason.PERHAPS_DEAD: ("perhaps dead", "可能已故"),
}
_WORDS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "status": {key.value: words for key, words in _STATUS.items()},
    "reason": {key.value: words for key, words in _REASONS.items()},
    PART.name: {IN_PART: ("in this part", "属于该部分"), NOT_IN_PART: ("not in it", "不属于该部分")},
}


Labels = Mapping[str, tuple[str, str]]
"""In English and Chinese: names of places by their ids, of the desk's own fields by the codes of their
dimensions, and of answers to those by both (`answer_key`)."""


def answer_key(dimension: str, value: str) -> str:
    """Return under what the labels of an answer to one of the desk's own fields stand."""
    return f"{dimension}={value}"


def labels_of(dimension: Dimension, value: str, labels: Labels) -> tuple[str, str] | None:
    """Return how the desk calls a value; None where the desk has no name of its own for it."""
    return labels.get(answer_key(dimension.name, value)) or labels.get(value)


def values_of(dimension: Dimension, words: Words) -> tuple[str, ...]:
    """Return the codes that a dimension can have, in their order; none where it takes any words."""
    if dimension.vocabulary:
        return tuple(term.code for term in words.load(dimension.vocabulary).terms)
    return tuple(_words_of(dimension))


def value_of(dimension: Dimension, text: str, words: Words) -> str:
    """Return the code that words mean, or the words themselves."""
    if dimension.vocabulary:
        return words.load(dimension.vocabulary).code(text) or text
    for code, labels in _words_of(dimension).items():
        if text.casefold().replace("_", " ") in (code.replace("_", " "), *map(str.casefold, labels)):
            return code
    return text


def _words_of(dimension: Dimension) -> Mapping[str, Collection[str]]:
    """Return the codes of a dimension without a vocabulary, each with its words in all languages."""
    if dimension.name == "stage":
        return {code: labels.values() for code, labels in countries.stage_labels().items()}
    return _WORDS.get(dimension.name, {})


def settled(vocabulary: str, code: str, words: Words) -> str:
    """Return what a code counts as today: a term that was merged counts as what it was merged with."""
    counted = words.counted(vocabulary, code)
    if counted != code or not words.is_own(vocabulary, code):
        return counted
    kept = words.load(vocabulary).find(code)
    return code if kept is None else words.counted(vocabulary, kept.code)


def value_label(dimension: Dimension, value: str, language: str, words: Words) -> str:
    """Return how a value is called in "en" or "zh"; words that are no code stay as they are."""
    if dimension.vocabulary:
        return words.load(dimension.vocabulary).label(value, chain_for(language))
    if dimension.name == "stage" and value in countries.stage_labels():
        return countries.stage_labels()[value].text(chain_for(language))
    found = _WORDS.get(dimension.name, {}).get(value)
    return value if found is None else found[language == "zh"]
