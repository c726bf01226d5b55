"""The proposal of a mapping for a table that has none yet; the user reviews it.

The proposal is derived from the names of columns, in English and Chinese, and from cells that are dates. A
column that is not recognised is assigned to the note of the person.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.mapping.column_mapping import ORDERS, ColumnMapping, ColumnRule, folded
from hrddesk.interop.mapping.dates_in_order import in_order
from hrddesk.interop.mapping.targets import SOURCE, target_of
from hrddesk.records.dates import dates

_LOOKED_AT: Final = 200  # rows
_NOTE: Final = "party.note"

_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "party.names": (
        "name", "names", "full name", "姓名", "名字", "中文名", "chinese name", "english name", "alias",
        "aliases", "别名", "化名", "曾用名", "other names",
    ),
    "party.sex": ("sex", "gender", "性别"),
    "party.birth": ("birth", "date of birth", "birth date", "born", "dob", "出生", "出生日期", "生日"),
    "party.death": ("death", "date of death", "died", "死亡日期", "去世日期"),
    "party.age": ("age", "年龄"),
    "party.ethnicity": ("ethnicity", "ethnic group", "民族", "族裔"),
    "party.occupations": ("occupation", "occupations", "profession", "job", "职业", "身份"),
    "party.disability": ("disability", "残疾"),
    "event.type": ("event", "event type", "what happened", "type", "事件", "事件类型"),
    "event.measure": ("measure", "legal measure", "强制措施"),
    "event.facility": ("facility", "kind of facility", "羁押场所", "关押场所"),
    "event.form": ("form", "form of custody", "custody", "羁押方式"),
    "event.date": (
        "date", "event date", "date of arrest", "arrest date", "date of detention", "detention date", "日期",
        "时间", "抓捕日期", "拘留日期", "被抓日期",
    ),
    "event.place": ("place", "location", "place of detention", "where", "地点", "羁押地点", "关押地点"),
    "event.charges": ("charge", "charges", "罪名", "指控"),
    "event.penalties": ("sentence", "penalty", "verdict", "刑期", "判决", "处罚"),
    "event.summary": ("summary", "description", "经过", "案情", "简介", "摘要"),
    "case.role": ("role", "role in the case", "角色", "案中角色"),
    "case.narrative": ("narrative", "story", "背景"),
    "case.tags": ("tag", "tags", "标签"),
    SOURCE: ("source", "sources", "url", "link", "links", "来源", "链接", "出处"),
}  # fmt: skip
_SPLITS: Final = ("|", "、", ";", "；", " / ")
_ADDRESS: Final = "://"


def propose(table: CsvTable, name: str = "") -> ColumnMapping:
    """Return a mapping of the table for the user to correct.

    Columns that are not recognised are assigned to the note of the person.
    """
    rows = table.rows[:_LOOKED_AT]
    words = {folded(word): target for target, called in _CALLED.items() for word in called}
    rules: list[ColumnRule] = []
    for column in table.columns:
        cells = [row[column].strip() for row in rows if row[column].strip()]
        rules.append(_rule(column, words.get(folded(column), _NOTE), cells, {rule.to for rule in rules}))
    nouns = {rule.to.partition(".")[0] for rule in rules}
    always = {"party.kind": "person"} if "party" in nouns else {}
    mapping = ColumnMapping(name=name, columns=tuple(rules), keys=_keys(table, rules), always=always)
    mapping.check()
    return mapping


def _rule(column: str, to: str, cells: list[str], taken: set[str]) -> ColumnRule:
    target = target_of(to)
    if target is None or (to in taken and not target.is_list and not target.is_text):
        return ColumnRule(column=column, to=_NOTE)
    if to == SOURCE:
        return ColumnRule(column=column, to=to, split=" " if _several_addresses(cells) else "")
    split = ""
    if target.is_list:
        split = next((sign for sign in _SPLITS if any(sign in cell for cell in cells)), "")
    order = _order(cells) if target.is_date else ""
    return ColumnRule(column=column, to=to, split=split, order=order)


def _several_addresses(cells: Iterable[str]) -> bool:
    return any(sum(_ADDRESS in part for part in cell.split()) > 1 for cell in cells)


def _order(cells: list[str]) -> str:
    """Return the order of day, month and year (one of `ORDERS`) in which most cells are valid dates.

    Return "" if no order gives more dates than the unchanged cells, or if two orders are equally good.
    """

    counts = {order: sum(_is_date(in_order(cell, order)) for cell in cells) for order in ORDERS}
    counts[""] = sum(map(_is_date, cells))
    best = max(counts.values())
    winners = [order for order, count in counts.items() if count == best]
    return winners[0] if len(winners) == 1 else ""


def _is_date(text: str) -> bool:
    return bool(dates.read(text).edtf)


def _keys(table: CsvTable, rules: list[ColumnRule]) -> tuple[str, ...]:
    """Return the columns that identify every row: the name column, with one further column if names repeat.

    Empty if no such columns exist.
    """
    first = [rule.column for rule in rules if rule.to == "party.names"][:1]
    rest = [rule.column for rule in rules if rule.column not in first and rule.to != _NOTE]
    for chosen in [first, *([*first, column] for column in rest)] if first else []:
        seen = {tuple(row[column].strip() for column in chosen) for row in table.rows}
        if len(seen) == len(table.rows) and all(any(key) for key in seen):
            return tuple(chosen)
    return ()
