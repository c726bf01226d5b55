"""Invented models for the tests of pages and of their audit. Nobody in them exists."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from hrddesk.publish.process.layout import lay_out
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model import codec
from hrddesk.redact.model.answer import PublishedAnswer
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
    Chapter,
    Chapters,
    ChartKind,
    FigureRow,
    FigureTable,
    Listed,
    PrintedFigure,
)
from hrddesk.redact.model.model import RedactedModel, Summary
from tests.languages import LANGUAGES, both, narrowed

ONLY_SHEETS = Chapters(parts=frozenset({Chapter.SHEETS}))
VICTIM = both("Victim", "受害人")
LONG_TEXT = (
    "On a morning in early February, men who did not show papers came to the workshop in Lower Quarrytown "
    "and asked for “the one who writes”. They took two notebooks, a telephone and a half-finished letter—no "
    "list was left behind. The re-registration of the shop was refused the same week; its well-known "
    "back-room library stayed closed. Neighbours heard of the detention on 2020-02-06, four days later."
)
LONG_TEXT_ZH = (
    "二月初的一个早晨，几名没有出示证件的人来到下石场镇的作坊，要找“写东西的那个人”。他们拿走了两本笔记、"
    "一部电话和一封没有写完的信——没有留下清单。同一周，店铺的重新登记（2020年）被拒绝；后屋里的图书角一直关着。"
    "邻居们说：“四天以后才知道他被拘留了。”此后他的家人多次前往看守所，均被告知“没有这个人”。"
)


def sample(language: Chain = ("en", "zh-Hans"), cases: int = 3) -> RedactedModel:
    """Return a model with named and labelled people, long cells, gaps of fonts, and two languages."""
    made = tuple(_CASES[number % len(_CASES)] for number in range(cases))
    model = RedactedModel(
        languages=language,
        as_of=date(2020, 12, 31),
        title=both("Invented people in custody", "被羁押的虚构人物"),
        cases=made,
        summary=Summary(
            cases=len(made),
            people=sum(len(case.people) for case in made),
            events=sum(len(case.events) for case in made),
            labelled=sum(person.labelled for case in made for person in case.people),
            groups=0,
            groups_labelled=0,
        ),
        chapters=Chapters(figures=(_BY_CHARGE, _BY_MONTH), listed=_LISTED[: 1 if cases == 1 else None]),
    )
    return codec.read(RedactedModel, narrowed(codec.write(model), language))


ModelMaker = Callable[..., RedactedModel]


@pytest.fixture(scope="session")
def make_model() -> ModelMaker:
    """Make an invented model: `make_model(("en",), 6)` has six cases in English."""
    return sample


@pytest.fixture(scope="session", params=list(LANGUAGES), ids=str)
def language(request: pytest.FixtureRequest) -> Chain:
    """Every language of a publication in turn."""
    made: Chain = request.param
    return made


@pytest.fixture(scope="session")
def model(language: Chain) -> RedactedModel:
    """The invented model in every language."""
    return sample(language, 6)


@pytest.fixture(scope="session")
def pdf(model: RedactedModel) -> bytes:
    """The invented model, laid out."""
    return lay_out(model)


_ORVEL = PublishedPerson(
    (Name("Orvel Tannik", "Latn"), Name("O. Tannikov", "Latn"), Name("奥维尔·坦尼克", "Hans")),
    labelled=False,
    facts=(
        PublishedFact("sex", both("male", "男")),
        PublishedFact("birth", both("1971-05", "1971-05")),
        PublishedFact("occupation", both("bookbinder, editor", "装订工、编辑")),
    ),
    answers=(PublishedAnswer(both("Had a lawyer?", "有无律师？"), both("No", "否")),),
)
_PERSON_A = PublishedPerson(
    (Name("Person A", "Latn"), Name("某甲", "Hans")),
    labelled=True,
    facts=(PublishedFact("occupation", both("teacher", "教师")),),
)
_THIRD = PublishedPerson(
    (Name("Квила Зорнева", "Cyrl"), Name("Qvila Zorneva", "Latn"), Name("瞿㊣拉𠮷", "Hans")), labelled=False
)

_LISTED = (
    Listed(band=Band.SHORTER, case=0, person=0, event=2),
    Listed(band=Band.NONE, case=1, person=0, event=None),
    Listed(band=Band.NONE, case=1, person=1, event=None),
)


def _figure(name: Labels, chart: ChartKind, rows: Sequence[tuple[str, str, int | None]]) -> PrintedFigure:
    counted = [
        (
            both(en, zh),
            both("hidden", "已隐藏") if count is None else both(*[f"{count:,}"] * 2),
            count,
        )
        for en, zh, count in rows
    ]
    percent = both("–", "–")
    return PrintedFigure(
        name=name,
        value=both("at least 1,834 cases", "至少1,834案件"),
        card=(
            (both("Unit", "单位"), both("cases", "案件")),
            (both("Definition", "定义"), both("Counted are cases, each once.", "每案只计一次。")),
        ),
        table=FigureTable(
            (both("charge", "罪名"), both("Number", "数目"), both("Per cent", "百分比")),
            tuple(FigureRow((label, number, percent), count) for label, number, count in counted),
        ),
        chart=chart,
    )


_BY_CHARGE = _figure(
    both("Cases by charge", "按罪名统计的案件"),
    ChartKind.BARS,
    (
        ("Picking quarrels and provoking trouble", "寻衅滋事", 1340),
        ("Inciting subversion, in so many words that they take two lines", "煽动颠覆国家政权", 12),
        ("Sedition", "煽动", None),
        ("unknown", "不详", 9),
    ),
)
_BY_MONTH = _figure(
    both("Cases by month", "按月统计的案件"),
    ChartKind.LINE,
    [
        (f"{2019 + at // 12}-{at % 12 + 1:02}",) * 2 + ((at * 7) % 23 + 5 if at % 11 else None,)
        for at in range(30)
    ],
)

_CASES = (
    CaseSheet(
        people=(_ORVEL,),
        events=(
            Event(
                date="2020-02",
                type=both("taken away", "带走"),
                place="Lower Quarrytown 下石场镇",
                who=(Participant(VICTIM, both("Orvel Tannik", "奥维尔·坦尼克"), victim=True),),
                assertion=both("reported by the family", "家人的说法"),
            ),
            Event(
                date="2020-02-06",
                type=both("detained", "拘留"),
                measure=both("criminal detention", "刑事拘留"),
                facility=both("detention centre", "看守所"),
                place="Upper Quarrytown detention centre",
                who=(
                    Participant(VICTIM, both("Orvel Tannik", "奥维尔·坦尼克"), victim=True),
                    Participant(both("ordered", "下令"), both("[an authority]", "［某机关］")),
                ),
                charges=(both("picking quarrels and provoking trouble", "寻衅滋事"),),
                terms=(both("denied a lawyer", "不准会见律师"),),
                assertion=both("confirmed", "已证实"),
                answers=(PublishedAnswer(both("Seen by", "目击者"), both(*["Two.\nAnd more."] * 2)),),
            ),
            Event(
                date="2020-12-28?",
                type=both("sentenced", "判刑"),
                who=(Participant(VICTIM, both("Orvel Tannik", "奥维尔·坦尼克"), victim=True),),
                charges=(
                    both("illegal business activity", "非法经营"),
                    both("picking quarrels and provoking trouble", "寻衅滋事"),
                ),
                penalties=(
                    both("18 months in prison", "有期徒刑18个月"),
                    both("a fine of 5,000", "罚金5000元"),
                ),
            ),
        ),
        texts=(LONG_TEXT, LONG_TEXT_ZH),
    ),
    CaseSheet(
        people=(_PERSON_A, _THIRD),
        events=(
            Event(date="", type=both("summoned", "传唤"), place="[place]"),
            Event(
                date="2019/2020-03",
                type=both("licence suspended", "注销执照"),
                measure=both("residential surveillance at a designated location", "指定居所监视居住"),
                place="a" * 90,
                terms=tuple(both(f"further matter {n} of several", f"第{n}项其他事项") for n in range(30)),
            ),
        ),
        answers=(PublishedAnswer(both("Letters sent", "去信数目"), both("12", "12")),),
        texts=("One.\n\nTwo \U0001f4c4 and བོད and ئۇيغۇر.\tThree\u200b.",),
    ),
    CaseSheet(people=(), events=(Event(date="2020", type=both("sighting", "目击")),)),
)
