"""The card of a figure: what must stand beside a number wherever it is shown, in English and Chinese."""

from collections.abc import Iterator
from typing import Final

from hrddesk.analysis.figure_tables import Table, percent_text
from hrddesk.analysis.figure_words import definition, unit_word
from hrddesk.analysis.questions import Of

FIGURE_TITLE: Final = "Figure"
"""The English title of the line that holds the figure itself."""
_TITLES: Final = {
    "name": ("Name", "名称"),
    "figure": (FIGURE_TITLE, "数字"),
    "unit": ("Unit", "单位"),
    "denominator": ("Denominator", "分母"),
    "unknown": ("Unknown", "不详"),
    "possible": ("Possible besides", "另有可能"),
    "as_of": ("As of", "截至"),
    "known_on": ("As known on", "以何日所知为准"),
    "definition": ("Definition", "定义"),
}
_HIDDEN: Final = ("hidden", "已隐藏")


def card(table: Table, language: str, name: str = "", digits: int = 1) -> Iterator[tuple[str, str]]:
    """Yield title and words of each line of the card in "en" or "zh"; `digits` are those of a per cent."""
    zh = language == "zh"
    question = table.figure.question
    said = {"name": name, "figure": value_words(table, language, digits)}
    said["unit"] = unit_word(question.unit, language)
    if question.columns:
        of_known = question.of is Of.KNOWN
        which = ("已知者" if of_known else "全部") if zh else ("the known" if of_known else "all")
        number = number_words(table.denominator, language)
        said["denominator"] = f"{number}（{which}）" if zh else f"{number} ({which})"
        said["unknown"] = number_words(table.unknown, language)
    if table.figure.all.at_least and not question.suppress:
        most = table.figure.all.possible
        nobody = "没有上限" if zh else "no upper bound"
        said["possible"] = nobody if most is None else number_words(most, language)
    everything = "全部记录" if zh else "everything on record"
    said["as_of"] = question.as_of or everything
    said["known_on"] = question.known_on
    said["definition"] = definition(table.figure, language)
    for key, words in said.items():
        if words:
            yield _TITLES[key][zh], words


def value_words(table: Table, language: str, digits: int = 1) -> str:
    """Return the figure in words: `at least 60 cases`, `834 cases (93 %)`."""
    unit = unit_word(table.figure.question.unit, language, table.count)
    if table.count is None:
        return _HIDDEN[language == "zh"]
    number = number_words(table.count, language)
    at_least = ("至少" if language == "zh" else "at least ") if table.at_least else ""
    said = f"{at_least}{number}{'' if language == 'zh' else ' '}{unit}"
    if table.percent is None:
        return said
    percent = percent_text(table.percent, digits)
    return f"{said}（{percent}）" if language == "zh" else f"{said} ({percent})"


def number_words(number: int | None, language: str) -> str:
    """Return a number, or that it is hidden."""
    return _HIDDEN[language == "zh"] if number is None else f"{number:,}"
