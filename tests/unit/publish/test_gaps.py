"""What no font has is listed, as often as it stands on the pages, and nothing else is."""

import dataclasses
from collections.abc import Callable

from hrddesk.publish.gaps import gaps
from hrddesk.publish.story import tell
from hrddesk.redact.model import RedactedModel
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
