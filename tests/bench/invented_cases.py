"""Invented cases in any number, half of them Chinese, with figures and lists. Nobody in them exists."""

import random
from collections.abc import Iterator
from datetime import date

from hrddesk.redact.model.case_sheet import (
    CaseSheet,
    Event,
    Name,
    Participant,
    PublishedFact,
    PublishedPerson,
)
from hrddesk.redact.model.chapters import (
    Band,
    Chapters,
    ChartKind,
    FigureRow,
    FigureTable,
    Listed,
    PrintedFigure,
)
from hrddesk.redact.model.model import RedactedModel, Summary
from tests.languages import both

ENGLISH = (
    "On the second morning three people without papers asked for the workshop behind the mill.",
    "They took a notebook, two telephones and a letter; no list was left with the family.",
    "The re-registration was refused in the same week, and “no such person” was all that the counter said.",
    "A neighbour saw the van again in the evening, further down, near the bridge to Lower Quarrytown.",
    "Of the eleven articles named in the indictment, nine had been public for years.",
    "The hearing lasted forty minutes; the well-known reading room stayed closed.",
)
CHINESE = (
    "第二天早晨，三名没有出示证件的人来到磨坊后面的作坊。",
    "他们拿走了一本笔记、两部电话和一封信，没有给家人留下清单。",
    "同一周重新登记被拒绝，窗口只说“没有这个人”。",
    "傍晚有邻居在通往下石场镇的桥边（2020年）又看见了那辆车。",
    "起诉书列出的十一篇文章，九篇多年前已经公开。",
    "庭审持续了四十分钟；图书角一直关着——没有说明理由。",
)
TYPES = (("taken away", "带走"), ("detained", "拘留"), ("arrested", "批捕"), ("sentenced", "判刑"))
CHARGES = (("picking quarrels and provoking trouble", "寻衅滋事"), ("illegal business activity", "非法经营"))


def make(cases: int) -> RedactedModel:
    """Return an invented model: 1.5 people, 4 events and a text of 1 to 3 kB a case, half of them Chinese."""
    chance = random.Random(13)
    made = tuple(_case(number, chance) for number in range(cases))
    return RedactedModel(
        languages=("en",),
        as_of=date(2020, 12, 31),
        title=both("A thousand invented cases", "一千个虚构的案件"),
        cases=made,
        summary=Summary(
            cases=cases,
            people=sum(len(case.people) for case in made),
            events=4 * cases,
            labelled=0,
            groups=0,
            groups_labelled=0,
        ),
        chapters=Chapters(figures=_figures(chance), listed=tuple(_listed(made, chance))),
    )


def _figures(chance: random.Random) -> tuple[PrintedFigure, ...]:
    """Return a bar chart and a line chart with their tables."""
    kinds = [both(f"Invented charge {number}", f"虚构罪名{number}") for number in range(40)]
    months = [both(*[f"{2011 + at // 12}-{at % 12 + 1:02}"] * 2) for at in range(120)]
    columns = tuple(both(text, text) for text in ("Value", "Number", "Per cent"))
    made = []
    for labels, chart in ((kinds, ChartKind.BARS), (months, ChartKind.LINE)):
        counts = [chance.randrange(5, 900) for _ in labels]
        rows = (
            FigureRow((label, *[both(text, text) for text in (f"{count:,}", f"{count / 10} %")]), count)
            for label, count in zip(labels, counts, strict=True)
        )
        card = ((both("Definition", "定义"), both(" ".join(ENGLISH[:3]), "".join(CHINESE[:3]))),)
        name = both(f"Invented figure of {len(labels)} lines", "虚构统计")
        made.append(
            PrintedFigure(
                name=name,
                value=both("900 cases", "900案件"),
                card=card,
                table=FigureTable(columns, tuple(rows)),
                chart=chart,
            )
        )
    return tuple(made)


def _listed(cases: tuple[CaseSheet, ...], chance: random.Random) -> Iterator[Listed]:
    """Yield everybody in some band, in the order in which they are listed."""
    bands = (Band.TEN_YEARS, Band.FIVE_YEARS, Band.SHORTER, Band.NONE)
    entries = [
        Listed(band=band, case=number, person=at, event=None if band is Band.NONE else len(case.events) - 1)
        for number, case in enumerate(cases)
        for at in range(len(case.people))
        for band in [chance.choice(bands)]
    ]
    yield from sorted(entries, key=lambda entry: bands.index(entry.band))


def _case(number: int, chance: random.Random) -> CaseSheet:
    people = tuple(
        PublishedPerson(
            (Name(f"Inventa {_word(chance)} {_word(chance)}", "Latn"), Name("虚" + _han(chance, 2), "Hans")),
            labelled=False,
            facts=(
                PublishedFact("occupation", both("bookbinder", "装订工")),
                PublishedFact("birth", both("1971", "1971")),
            ),
        )
        for _ in range(1 + number % 2)
    )
    events = tuple(_event(kind, people[0], chance) for kind in TYPES)
    pool, size = (ENGLISH, 1) if number % 2 else (CHINESE, 3)  # bytes of a character
    text = ""
    wanted = chance.randint(1000, 3000)
    while len(text) * size < wanted:
        text += chance.choice(pool) + (" " if size == 1 else "") + ("\n" if chance.random() < 0.15 else "")
    return CaseSheet(people=people, events=events, texts=(text,))


def _event(kind: tuple[str, str], person: PublishedPerson, chance: random.Random) -> Event:
    name = both(person.name[0].text, person.name[1].text)
    return Event(
        date=f"2020-{chance.randint(1, 12):02}",
        type=both(*kind),
        place=f"Quarrytown {chance.randint(1, 90)}",
        who=(Participant(both("victim", "受害人"), name),),
        charges=tuple(both(*charge) for charge in CHARGES[: chance.randint(0, 2)]),
    )


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdklmnrstv") + chance.choice("aeiou") for _ in range(3)).capitalize()


def _han(chance: random.Random, length: int) -> str:
    return "".join(chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(length))
