"""What a figure means, in words: whoever reads it learns what was counted, of what, and as of when."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from hrddesk.analysis.dimensions import Dimension, Labels, Sort, labels_of, value_label
from hrddesk.analysis.questions import UNKNOWN, Condition, Group, Of, Question, Unit, range_of
from hrddesk.records import dates, vocabulary
from hrddesk.records.words import Words

if TYPE_CHECKING:
    from hrddesk.analysis.figures import Figure

UNITS: Final[Mapping[Unit, tuple[str, str]]] = {
    Unit.PERSONS: ("persons", "人"),
    Unit.CASES: ("cases", "个案"),
    Unit.EVENTS: ("events", "事件"),
}
_MEASURES: Final[Mapping[Unit, str]] = {Unit.CASES: "宗", Unit.EVENTS: "起"}
"""What stands in Chinese between a number and what is counted."""
_COUNTED: Final[Mapping[Unit, tuple[str, str]]] = {
    Unit.PERSONS: (
        "Counted are persons to whom something happened or about whom there is a case, each once.",
        "统计对象为人：有事件发生在其身上、或有个案记录的人，每人只计一次。",
    ),
    Unit.CASES: ("Counted are cases, each once.", "统计对象为个案，每案只计一次。"),
    Unit.EVENTS: ("Counted are events, each once.", "统计对象为事件，每个事件只计一次。"),
}
_NOT_KNOWN: Final[Mapping[str, tuple[str, str]]] = {
    "": ("not recorded", "未记录"),
    UNKNOWN: ("unknown", "不详"),
    vocabulary.NOT_ASKED: ("not asked", "未询问"),
}


def dimension_words(dimension: Dimension, language: str, labels: Labels) -> str:
    """Return how a dimension is called; one of the desk's own as the desk calls it."""
    own = labels.get(dimension.name)
    return dimension.label(language) if own is None else own[language == "zh"]


def unit_word(unit: Unit, language: str, count: int | None = None) -> str:
    """Return what is counted in "en" or "zh", of so many."""
    english, chinese = UNITS[unit]
    if language == "zh":
        return chinese if count is None else _MEASURES.get(unit, "") + chinese
    return english.removesuffix("s") if count == 1 else english


def not_known(value: str, language: str, *, certain: bool = False) -> str:
    """Return in which way something is not known; `certain`: of what only certain values count."""
    if certain and not value:
        return "不能确定" if language == "zh" else "not certain"
    return _NOT_KNOWN[value][language == "zh"]


def range_words(dimension: Dimension, value: str, language: str) -> str:
    """Return a band in words: from its first number to less than its end."""
    first, end = range_of(dimension.name, value)
    unit = dimension.unit_zh if language == "zh" else dimension.unit_en
    if end == first + 1:
        return f"{first}{unit}" if language == "zh" else f"{first} {unit}"
    if language == "zh":
        return f"{first}{unit}及以上" if end is None else f"{first}至不满{end}{unit}"
    if end is None:
        return f"{first} {unit} or more"
    return f"less than {end} {unit}" if first == 0 else f"{first} to less than {end} {unit}"


def condition_words(condition: Condition, language: str, words: Words, labels: Labels) -> str:
    """Return a condition in "en" or "zh", in the words of the desk."""
    zh = language == "zh"
    named = [(value, labels_of(condition.dimension, value, labels)) for value in condition.values]
    values = [
        _value_words(condition.dimension, value, language, words) if own is None else own[zh]
        for value, own in named
    ]
    name = dimension_words(condition.dimension, language, labels)
    if zh:
        return f"{name}{'不是' if condition.negated else '为'}{'或'.join(values)}"
    return f"{name} is {'known and not ' if condition.negated else ''}{' or '.join(values)}"


def _value_words(dimension: Dimension, value: str, language: str, words: Words) -> str:
    if value == UNKNOWN:
        return not_known(UNKNOWN, language)
    if dimension.sort is Sort.NUMBER:
        return range_words(dimension, value, language)
    if dimension.sort is Sort.TIME:
        said = dates.in_words(dates.read(value), language)
        return f"{said}之内" if language == "zh" else f"within {said}"
    return value_label(dimension, value, language, words)


def definition(figure: "Figure", language: str) -> str:
    """Return all that a reader must know of a figure, in "en" or "zh"."""
    english, chinese = zip(*_sentences(figure.question, figure), strict=True)
    return "".join(chinese) if language == "zh" else " ".join(english)


def heading(figure: "Figure", language: str) -> str:
    """Return what a figure is of in "en" or "zh": `Persons where sex is Female, by charge`."""
    question, zh = figure.question, language == "zh"
    made = unit_word(question.unit, language)
    made = f"{made}数" if zh and question.unit is not Unit.PERSONS else ("人数" if zh else made.capitalize())
    if question.where:
        where = _group(question.where, language, figure)
        made += f"（{where}）" if zh else f" where {where}"
    if question.any_of or question.without:
        made += "，另有条件" if zh else ", under further conditions"
    if question.part:
        part = _group(question.part, language, figure)
        return f"{made}，其中：{part}" if zh else f"{made}, of these the part where {part}"
    by = [dimension_words(dimension, language, figure.labels) for dimension in question.by]
    if not by:
        return made
    return f"{made}，按{'与'.join(by)}划分" if zh else f"{made}, by {' and '.join(by)}"


def _sentences(question: Question, figure: "Figure") -> Iterable[tuple[str, str]]:
    yield _COUNTED[question.unit]
    if figure.groups and not question.suppress:
        yield (
            (
                f"Among them are {figure.groups} group(s), counted with their smallest size, less those of "
                "them who are recorded one by one."
            ),
            f"其中有{figure.groups}个群体，按其最少人数计算，并扣除其中已单独记录的人。",
        )
    if question.where:
        yield (
            f"Only where {_group(question.where, 'en', figure)}{_same(question, 'en')}.",
            f"仅限：{_group(question.where, 'zh', figure)}{_same(question, 'zh')}。",
        )
    if question.any_of:
        yield (
            (
                f"At least one of these holds: {_groups(question.any_of, 'en', figure)}; "
                "who fits several is counted once."
            ),
            f"至少符合下列一项：{_groups(question.any_of, 'zh', figure)}；符合多项者只计一次。",
        )
    if question.without:
        yield (
            f"Left out is where {_groups(question.without, 'en', figure)}.",
            f"不计入：{_groups(question.without, 'zh', figure)}。",
        )
    yield from _of_table(question, figure)
    yield from _of_days(question, figure)
    if question.at_least:
        yield "At least so many: not everything was recorded.", "至少为此数：并非全部情况都有记录。"
    yield ("Claims that were found false are left out.", "已被否定的说法不计入。")
    if question.suppress:
        yield (
            (
                f"Counts from 1 to {question.suppress - 1} are hidden, and others so that nobody can compute"
                " them from this table; another table or condition about the same people may give them away."
            ),
            (
                f"1至{question.suppress - 1}的数字予以隐藏，并隐藏其他必要数字，以免从本表推算；"
                "关于同一批人的另一张表或另一种条件仍可能泄露它们。"
            ),
        )


def _same(question: Question, language: str) -> str:
    events = [item for item in question.where if item.dimension.level == "event"]
    if len(events) < 2 or question.unit is Unit.EVENTS:
        return ""
    return "（就同一事件而言）" if language == "zh" else ", in one and the same event"


def _of_table(question: Question, figure: "Figure") -> Iterable[tuple[str, str]]:
    if question.part:
        yield (
            f"Of those, the part where {_group(question.part, 'en', figure)}.",
            f"其中所问部分：{_group(question.part, 'zh', figure)}。",
        )
    elif not question.by:
        return
    names = {
        language: [dimension_words(dimension, language, figure.labels) for dimension in question.by]
        for language in ("en", "zh")
    }
    if question.by:
        yield f"Split by {' and '.join(names['en'])}.", f"按{'与'.join(names['zh'])}划分。"
    if figure.overlaps:
        yield (
            "Whoever has several values stands in each of them; the lines add up to more than all.",
            "有多个取值者分别计入各项，各项之和大于总数。",
        )
    if question.of is Of.KNOWN:
        yield "Per cent of those for whom it is known.", "百分比以已知者为分母。"
    else:
        yield "Per cent of all that were counted.", "百分比以全部统计对象为分母。"


def _of_days(question: Question, figure: "Figure") -> Iterable[tuple[str, str]]:
    statuses = any(dimension.level == "person" for dimension in question.dimensions)
    day = figure.day.isoformat()
    if question.as_of:
        yield (
            (
                f"As of {day}: events count that had happened by then; where a date leaves it open, they "
                "are possible and not counted."
            ),
            f"截至{day}：只计当日或之前已发生的事件；日期不能确定者列为可能，不计入。",
        )
    elif statuses:
        yield (
            f"Everything on record, whatever its date; statuses and ages are those of {day}.",
            f"包括全部记录，不限日期；状况与年龄为{day}的情况。",
        )
    else:
        yield "Everything on record, whatever its date.", "包括全部记录，不限日期。"
    if question.known_on:
        yield (
            f"As it was known on {question.known_on}.",
            f"以{question.known_on}当日所知为准。",
        )


def _group(group: Group, language: str, figure: "Figure") -> str:
    joint = "，且" if language == "zh" else ", and "
    return joint.join(condition_words(item, language, figure.words, figure.labels) for item in group)


def _groups(groups: Iterable[Group], language: str, figure: "Figure") -> str:
    if language == "zh":
        return "；或".join(f"（{_group(group, language, figure)}）" for group in groups)
    return "; or ".join(f"({_group(group, language, figure)})" for group in groups)
