"""Figures that others published, in print: what they say, what is hidden, and who published them."""

from dataclasses import replace

import pytest

from hrddesk.errors import FigureNotPublishable
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.figures.quoted_figures import tells_of_few
from hrddesk.redact.model.chapters import PrintedFigure
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.redact.publication.redaction import Request, redact
from tests.unit.redact.invented import AS_OF, Desk


def figure(value: str, denominator: str = "", **fields: str) -> Record:
    return Record(kind=Kind.FIGURE, id=new_id()).with_fields(
        **{"name": "a", "unit": "persons", "definition": "serving life", **fields},
        value=value,
        denominator=denominator,
    )


@pytest.mark.parametrize(
    ("value", "denominator", "is_small"),
    [
        ("5", "", False),
        ("4", "", True),
        ("０", "", False),
        ("３", "", True),
        ("three", "", True),
        ("many", "", True),
        ("at least 1,021", "", False),
        ("60, of these 3 women", "", True),
        ("93%", "897", False),
        ("93 %", "", False),
        ("1.5%", "200", True),
        ("99%", "200", True),
        ("7", "9", True),
        ("6", "19", False),
        ("19", "19", False),
        ("0", "4", True),
        ("٣", "", True),
        ("٣٠٠", "", False),
        ("60, of these ٣", "", True),
        ("25%", "four", True),
        ("25%", "٤", True),
        ("2,5%", "40", True),
        ("12,345", "", False),
        ("1,234.5", "", False),
        ("3,75", "", True),
        ("1,021,3", "", True),
        ("60, three of them women", "", True),
        ("60", "70, all but One woman", True),
        ("60人，其中三名", "", True),
        ("60人，其中兩名女性", "", True),
        ("60人，其中一名女性", "", True),
        ("60人（六十人）", "", False),
        ("一共60人", "", False),
        ("60（十三名女性、二十四名男性）", "", False),
        ("60（女性五名）", "", False),
        ("60, из них трое женщин", "", True),
        ("60, üçü kadın", "", True),
        ("60 نفر، سه زن", "", True),
        ("60 منهم وثلاث نساء", "", True),
        ("60، بۇنىڭ ئۈچى ئايال", "", True),
        ("60, оның үшеуі әйел", "", True),
        ("60, үүнээс гурван эмэгтэй", "", True),
        ("60 de los cuales dos mujeres", "", True),
        ("60 ནང་བུད་མེད་གསུམ་", "", True),
        ("60 persons at their trials", "", False),
    ],
)
def test_what_may_count_fewer_than_five_is_hidden(value: str, denominator: str, is_small: bool) -> None:
    assert tells_of_few(figure(value, denominator)) is is_small


def printed(desk: Desk, *quoted: Record, small: bool = False) -> list[PrintedFigure]:
    for record in quoted:
        desk.records[record.id] = record
    request = Request(
        profile=NAMES, as_of=AS_OF, languages=("en", "zh-Hans"), published=quoted, small_counts=small
    )
    return [*redact(Facts.of(desk.records.values()), request).model.chapters.figures]


def test_a_mere_number_has_its_unit_in_each_language_and_all_else_stands_as_it_was_typed() -> None:
    one, other = printed(Desk(), figure("19"), figure("about 500", unit="beds", as_of="2020-12"))
    assert (one.value["en"], one.value["zh-Hans"]) == ("19 persons", "19人")
    assert other.value.text(("zh-Hans",)) == "about 500"
    thousands, part = printed(Desk(), figure("12,345"), figure("10,5"))
    assert [words.text(("en",)) for _, words in printed(Desk(), figure("19", unit=""))[0].card] == []
    assert (thousands.value["en"], part.value.text(("en",))) == ("12,345 persons", "10,5")
    assert [words.text(("en",)) for _, words in other.card] == ["beds", "December 2020"]
    assert other.published


def test_what_is_hidden_stands_by_decision_alone() -> None:
    few = figure("3", "9")
    (hidden,) = printed(Desk(), few)
    assert (hidden.value["en"], hidden.card[1][1]["en"]) == ("hidden", "hidden")
    (shown,) = printed(Desk(), few, small=True)
    assert (shown.value["en"], shown.card[1][1]["en"]) == ("3 persons", "9 persons")


def test_a_name_in_a_definition_is_replaced_as_in_texts() -> None:
    desk = Desk()
    desk.party("Vero Lunt", level=Visibility.SECRET)
    (shown,) = printed(desk, figure("19", definition="people whom Vero Lunt counted"))
    assert "Lunt" not in str(shown)


def test_a_figure_of_a_level_that_the_profile_keeps_back_is_refused() -> None:
    secret = figure("19").with_visibility(Visibility.SECRET)
    with pytest.raises(FigureNotPublishable):
        printed(Desk(), secret)
    without = replace(NAMES, fields=NAMES.fields - {"figure.value"})
    with pytest.raises(FigureNotPublishable):
        redact(Facts.of(()), Request(profile=without, as_of=AS_OF, published=(figure("19"),)))


def test_a_document_that_tells_of_others_too_stands_only_where_nobody_is_without_a_name() -> None:
    desk, shown = Desk(), figure("19")
    named = desk.party("Vero Lunt")
    case = desk.told(named)
    document = Record(kind=Kind.SOURCE, id=new_id()).with_fields(kind="document", publisher="The Mill Post")
    desk.add(document, Visibility.PUBLIC)
    for cited in (shown.id, case):
        citation = Record(kind=Kind.CITATION, id=new_id()).with_fields(record=cited, source=document.id)
        desk.add(citation, None)
    assert [note.publisher for item in printed(desk, shown) for note in item.sources] == ["The Mill Post"]
    desk.told(desk.party("Ana Brell", level=Visibility.SECRET))
    assert [note.publisher for item in printed(desk, shown) for note in item.sources] == [""]
