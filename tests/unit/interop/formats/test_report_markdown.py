"""Reports as Markdown files: what goes out comes in as the same blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.errors import InvalidValue
from hrddesk.interop.formats import report_markdown
from hrddesk.interop.formats.report_markdown import FIELDS, Parts, read, written

_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=20) | st.sampled_from(
    [
        *("# x", "## y", "> q", "@K7QX-2026-0001", "<!-- end -->", "\\<!-- end -->", "<!-- block {} -->"),
        *("a\n\nb", "a\n", "\n", "---", "a\n# b", ">", " ", "@someone"),
    ]
)
_BLOCK = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["heading", "text", "quotation", "entry", "box", "odd kind"]),
        "body": _WORDS,
        "record": st.sampled_from(["K7QX-2026-0001", "AAA", "0123456789abcdef" * 2, "my.case/1"]),
        "caption": _WORDS,
        "by": st.sampled_from(["owl", "wren"]),
        "state": st.sampled_from(["draft", "edited"]),
        "language": st.sampled_from(["en", "zh-Hans"]),
    },
)

PLAIN = """---
title: The river towns
as_of: 2026-03
language: en
---
# What happened
People were *taken*.

Nobody came back.
> We heard them.
>
> All night.

@K7QX-2026-P0001

## Who did it
"""


def _said(block: Parts) -> dict[str, str]:
    return {name: text for name, text in block.items() if text}


@given(st.dictionaries(st.sampled_from(FIELDS), _WORDS), st.lists(_BLOCK, max_size=4))
def test_what_is_written_reads_back(fields: dict[str, str], blocks: list[dict[str, str]]) -> None:
    found = read(written(fields, blocks))
    assert found.fields == _said(fields)
    assert [_said(block) for block in found.blocks] == [_said(block) for block in blocks]


@pytest.mark.parametrize("body", ["<!-- block ", '<!-- block {"kind": "text"} -->', "x\n<!-- block []"])
def test_a_text_that_looks_like_a_marked_block_reads_back(body: str) -> None:
    blocks = [{"kind": "text", "body": body}]
    assert read(written({}, blocks)).blocks == blocks


def test_plain_markdown_becomes_blocks() -> None:
    found = read(PLAIN.replace("\n", "\r\n"))
    assert found.fields == {"title": "The river towns", "as_of": "2026-03"}
    assert [(block["kind"], block.get("body", block.get("record"))) for block in found.blocks] == [
        ("heading", "What happened"),
        ("text", "People were *taken*.\n\nNobody came back."),
        ("quotation", "We heard them.\n\nAll night."),
        ("entry", "K7QX-2026-P0001"),
        ("heading", "## Who did it"),
    ]
    assert {block["language"] for block in found.blocks} == {"en"}
    assert read("").blocks == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: x", 1),
        ("---\nwhatever\n---", 2),
        ("---\ntitle: x\ntitle: y\n---", 3),
        ("---\nref: x\n---", 2),
        ('---\ntitle: "x\n---', 2),
        ('---\n\ntitle: "x" y\n---', 3),
        ("x\n<!-- block {} -->\ny", 2),
        ("---\n---\n<!-- block [] -->\n<!-- end -->", 3),
        ("<!-- block {'kind': 1} -->\n<!-- end -->", 1),
        ('<!-- block {"kind": 1} -->\n<!-- end -->', 1),
        ('<!-- block {"pos": "1"} -->\n<!-- end -->', 1),
        ('<!-- block {"body": "1"} -->\n<!-- end -->', 1),
        ("<!-- block {}\n<!-- end -->", 1),
        pytest.param("<!-- block " + "[" * 100_000 + " -->\n<!-- end -->", 1, id="deep"),
    ],
)
def test_what_is_no_report_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        read(text)
    assert caught.value.details["field"] == f"FILE:{line}"


def test_a_file_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_markdown, "LONGEST", 5)
    with pytest.raises(InvalidValue, match="at most"):
        read("123456")
