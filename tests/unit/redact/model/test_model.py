"""The redacted model: what it reads it writes again, and it reads nothing else."""

import json
from base64 import b64encode
from datetime import date
from typing import Any

import pytest

from hrddesk.records.language.labels import Chain
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
from hrddesk.redact.model.issue import Before, Issue, IssueChange, Turn
from hrddesk.redact.model.model import RedactedModel, Summary
from hrddesk.redact.model.picture import MOST, Image, PrintedPicture
from tests.languages import both
from tests.pictures import photo, plain_jpeg

IMAGES = sorted((Image(plain_jpeg(seed)) for seed in (1, 2)), key=lambda image: image.sha256)


def model(language: Chain = ("en", "zh-Hans")) -> RedactedModel:
    return RedactedModel(
        languages=language,
        as_of=date(2020, 12, 31),
        title=both("An invented report", "虚构的报告"),
        cases=(
            CaseSheet(
                people=(
                    PublishedPerson(
                        (Name("Orvel Tannik", "Latn"), Name("奥维尔", "Hans")),
                        labelled=False,
                        facts=(PublishedFact("occupation", both("lawyer", "律师")),),
                    ),
                    PublishedPerson((Name("Person A", "Latn"),), labelled=True),
                ),
                events=(
                    Event(
                        date="2020-02",
                        type=both("detained", "拘留"),
                        measure=both("criminal detention", "刑事拘留"),
                        facility=both("detention centre", "看守所"),
                        place="Xanadu",
                        who=(Participant(both("victim", "受害人"), both("Person A", "某甲")),),
                        charges=(both("picking quarrels", "寻衅滋事"),),
                        penalties=(both("18 months", "18个月"),),
                        terms=(both("denied a lawyer", "不准会见律师"),),
                        assertion=both("reported", "据报道"),
                    ),
                    Event(date="", type=both("released", "释放")),
                ),
                texts=("A reviewed text.\nIts second paragraph.",),
                pictures=(
                    PrintedPicture(IMAGES[1].sha256, "A wall", "The wall of the mill", "2020-02"),
                    PrintedPicture(IMAGES[0].sha256, "A door"),
                ),
            ),
        ),
        summary=Summary(cases=1, people=2, events=2, labelled=1, groups=3, groups_labelled=2),
        chapters=Chapters(
            figures=(
                PrintedFigure(
                    name=both("By month", "按月"),
                    value=both("6 persons", "6人"),
                    card=((both("Unit", "单位"), both("persons", "人")),),
                    table=FigureTable(
                        (both("month", "月份"), both("Number", "数目"), both("%", "%")),
                        (FigureRow((both("2020-02", "2020-02"),) * 3, 6),),
                    ),
                    chart=ChartKind.LINE,
                ),
                PrintedFigure(name=both("All", "全部"), value=both("9 persons", "9人"), card=()),
            ),
            listed=(
                Listed(band=Band.SHORTER, case=0, person=1, event=0, also=(1,)),
                Listed(band=Band.NONE, case=0, person=0, event=None),
            ),
        ),
        images=tuple(IMAGES),
        issue=Issue(2, Before(1, date(2020, 6, 30), "0f" * 32), False, (IssueChange(Turn.RELEASED, 0, 0),)),
    )


def test_reads_what_it_writes() -> None:
    data = model().canonical()
    assert RedactedModel.from_bytes(data) == model()
    assert RedactedModel.from_bytes(data).canonical() == data


def test_canonical_bytes_are_sorted_and_unescaped() -> None:
    data = model().canonical()
    assert data.startswith(b'{"as_of":"2020-12-31","cases":[{"events":')
    assert "虚构的报告".encode() in data
    assert b": " not in data


@pytest.mark.parametrize(
    ("language", "expected"),
    [(("en",), ("An invented report",)), (("zh-Hans",), ("虚构的报告",))],
)
def test_one_language(language: Chain, expected: tuple[str, ...]) -> None:
    assert model().title.together(language) == expected


def test_both_languages_print_equal_and_empty_ones_once() -> None:
    assert both("a", "b").together(("en", "zh-Hans")) == ("a", "b")
    assert both("a", "a").together(("en", "zh-Hans")) == ("a",)
    assert both("", "b").together(("en", "zh-Hans")) == ("b",)
    assert both("", "").together(("en", "zh-Hans")) == ("",)


def test_strings_are_those_of_the_language() -> None:
    assert "虚构的报告" not in set(model(("en",)).strings())
    assert "An invented report" not in set(model(("zh-Hans",)).strings())
    both = set(model().strings())
    for text in ("An invented report", "虚构的报告", "奥维尔", "Person A", "律师", "2020-02", "Xanadu"):
        assert text in both
    for text in ("victim", "寻衅滋事", "18 months", "denied a lawyer", "据报道", "刑事拘留", "2020-12-31"):
        assert text in both
    assert "A reviewed text.\nIts second paragraph." in both
    for text in ("A wall", "The wall of the mill", "A door"):
        assert text in both
    assert "occupation" not in both  # a code; the captions say what it means


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the JSON with one place changed; `...` removes it."""
    result: dict[str, Any] = json.loads(model().canonical())
    place: Any = result
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return result


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("v", 2),
        ("v", 3),
        ("v", True),
        ("v", 1.0),
        ("v", ...),
        ("languages", ["French"]),
        ("languages", ["en", "en"]),
        ("languages", []),
        ("languages", 1),
        ("as_of", "20201231"),
        ("as_of", "2020-02-30"),
        ("as_of", None),
        ("title", "text"),
        ("title.en", None),
        ("title.French", "titre"),
        ("cases", {}),
        ("cases.0", []),
        ("cases.0.id", "0" * 32),
        ("cases.0.texts", "text"),
        ("cases.0.texts.0", 1),
        ("cases.0.texts.0", "\ud842"),
        ("cases.0.people.0.name", []),
        ("cases.0.people.0.name.0.script", "latin"),
        ("cases.0.people.0.labelled", 0),
        ("cases.0.people.0.facts.0.field", None),
        ("cases.0.events.0.measure", "text"),
        ("cases.0.events.0.facility", "text"),
        ("cases.0.events.0.assertion.en", ""),
        ("cases.0.events.0.who.0.role", None),
        ("cases.0.events.0.who", None),
        ("cases.0.pictures", ...),
        ("cases.0.pictures", []),  # then the images are of nothing
        ("cases.0.pictures.0.image", "0" * 64),
        ("cases.0.pictures.0.image", "0" * 63),
        ("cases.0.pictures.0.alt", "  "),
        ("cases.0.pictures.0.caption", None),
        ("cases.0.pictures.0.file", "door.jpg"),
        ("images", []),
        ("images", [{"jpeg": b64encode(image.jpeg).decode()} for image in reversed(IMAGES)]),
        ("images.0.jpeg", b64encode(IMAGES[0].jpeg).decode() + "\n"),
        ("images.0.jpeg", "not base64"),
        ("images.0.jpeg", b64encode(photo()).decode()),
        ("issue", {}),
        ("issue.number", 0.5),
        ("issue.corrects", None),
        ("issue.corrects", ...),
        ("chapters.count_all", 1),
        ("issue.before.as_of", "2020-2-1"),
        ("issue.before.as_of", "20200201"),
        ("issue.before.sha256", "0" * 63),
        ("issue.changes.0.turn", "escaped"),
        ("issue.changes.0.case", 7),
        ("issue.changes.0.person", 1),  # who bears a label
        ("issue.changes.0.person", 2),
        ("summary.cases", -1),
        ("summary.cases", True),
        ("summary.cases", 1.0),
        ("chapters", ...),
        ("chapters.parts.0", "thumbnails"),
        ("chapters.parts", ["sheets", "charts"]),
        ("chapters.figures.0.chart", "pie"),
        ("chapters.figures.0.table", None),
        ("chapters.figures.0.table", ...),  # then there is nothing to draw
        ("chapters.figures.0.table.columns", []),
        ("chapters.figures.0.table.rows.0.cells", []),
        ("chapters.figures.0.table.rows.0.count", -1),
        ("chapters.figures.0.card.0", []),
        ("chapters.listed.0.band", "long"),
        ("chapters.listed.0.case", 1),
        ("chapters.listed.0.person", 2),
        ("chapters.listed.0.event", 2),
        ("chapters.listed.0.also", [2]),
        ("chapters.listed.0.also", 1),
    ],
)
def test_refuses_every_other_shape(path: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"^model[.:]"):
        RedactedModel.from_bytes(json.dumps(changed(path, value)).encode())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"\xff", b'{"v":1,"v":1}', b"[" * 100_000, "{'v': 1}".encode("utf-16")]
)
def test_refuses_bytes_that_are_no_model(data: bytes) -> None:
    with pytest.raises(ValueError, match="model"):
        RedactedModel.from_bytes(data)


def test_an_image_is_not_larger_than_any_of_ours() -> None:
    with pytest.raises(ValueError, match="plain"):
        Image(plain_jpeg() + b"\0" * MOST)


def test_messages_hold_nothing_of_the_document() -> None:
    with pytest.raises(ValueError, match="model: not JSON") as caught:
        RedactedModel.from_bytes(b'{"title": "Orvel Tannik"')
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert "Orvel" not in str(caught.value)
