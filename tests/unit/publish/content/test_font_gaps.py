"""What no font has is listed, as often as it stands on the pages, and nothing else is."""

import dataclasses
import sys
import unicodedata
from collections.abc import Callable

from hrddesk.publish.content.font_gaps import ScriptGap, gaps, script_gaps
from hrddesk.publish.content.story import tell
from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.redact.drafting.unprinted import script_without_font
from hrddesk.redact.model.model import RedactedModel
from tests.languages import both
from tests.unit.publish.conftest import ONLY_SHEETS
from tests.unit.publish.scripts import TEXTS, in_scripts

ModelMaker = Callable[..., RedactedModel]


def test_gaps_are_counted_as_they_are_printed(make_model: ModelMaker) -> None:
    model = dataclasses.replace(
        make_model(("en",)),
        title=both("𠮷\x07\u200b\t\u3164 ב𠮷", "x"),
        cases=(),
        chapters=ONLY_SHEETS,
    )
    found = gaps(model)
    assert [(gap.number, gap.times) for gap in found] == [("U+20BB7", 2), ("U+0007", 1), ("U+05D1", 1)]
    assert {gap.words for gap in found} == {"[U+20BB7][U+0007]  [U+05D1][U+20BB7]"}
    assert [gap.name for gap in found] == ["CJK UNIFIED IDEOGRAPH-20BB7", "", "HEBREW LETTER BET"]
    told = "".join(tell(model).texts())
    for gap in found:
        assert told.count(gap.character) == gap.times


def test_our_scripts_have_no_gaps() -> None:
    for script in TEXTS:
        assert [gap.character for gap in gaps(in_scripts(script))] == (["𠮷"] if script == "mixed" else [])


def test_a_few_words_say_where(make_model: ModelMaker) -> None:
    title = "A title that is long enough to be cut 𠮷 on both of its sides, as titles are"
    model = dataclasses.replace(make_model(("en",)), title=both(title, "x"), cases=(), chapters=ONLY_SHEETS)
    assert [gap.words for gap in gaps(model)] == ["…nough to be cut [U+20BB7] on both of its …"]


def test_scripts_whose_texts_stay_behind_are_those_that_no_font_has() -> None:
    """Letters that compatibility makes those of another script (the alef of mathematics) are left aside."""
    fonts, with_font, without = Fonts(), set[str](), set[str]()
    for letter in filter(str.isalpha, map(chr, range(sys.maxunicode + 1))):
        if unicodedata.normalize("NFKC", letter) == letter and not unicodedata.name(letter, "").endswith(
            "FILLER"
        ):
            (without if fonts.missing(letter) else with_font).add(script_without_font(letter))
    assert with_font == {""}
    assert {"Hangul", "Thai", "Myanmar", "Hebrew", "Ethiopic", "Bengali", "Tamil", "Khmer"} <= without
    assert not fonts.missing("aбαا漢あアकབᠪㄅ")


def test_a_script_is_listed_once_with_all_its_texts_and_signs(make_model: ModelMaker) -> None:
    title = "어제 a 𠮷 ไทย"
    model = dataclasses.replace(make_model(("en",)), title=both(title, "x"), cases=(), chapters=ONLY_SHEETS)
    left = [("Hangul", "C1:narrative", "편지"), ("Yi", "C2:narrative", "ꀊ"), ("Hangul", "C3:summary", "책")]
    words = "[U+C5B4][U+C81C] a [U+20BB7] "
    assert [gap.texts for gap in script_gaps(gaps(model), left)] == [
        (("C1:narrative", "편지"), ("C3:summary", "책")),
        (),
        (("C2:narrative", "ꀊ"),),
    ]
    shown = script_gaps(gaps(model), left)
    assert [(gap.script, gap.times) for gap in shown] == [("Hangul", 2), ("Thai", 3), ("Yi", 0)]
    assert shown[0].words.startswith(words)
    assert shown[2].words == ""
    assert script_gaps((), ()) == ()
    assert ScriptGap("Yi").texts == ()
