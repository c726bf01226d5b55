"""Reading streams: every operand as it is, and nothing skipped that breaks the syntax."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.publish.audit.tokens import (
    Operation,
    StreamUnreadable,
    character_map,
    operations,
    pdf_text,
    unhex,
)


def read(data: bytes) -> list[Operation]:
    return list(operations(data))


@pytest.mark.parametrize(
    ("data", "operands"),
    [
        (b"1 -2 +.5 4. Td", [1.0, -2.0, 0.5, 4.0]),
        (b"<4142> Tj", [b"AB"]),
        (b"<4 1\n4> Tj", [b"A@"]),
        (b"(a(b)c) Tj", [b"a(b)c"]),
        (rb"(\n\r\t\b\f\(\)\\\101\7\q) Tj", [b"\n\r\t\b\f()\\A\x07q"]),
        (b"(a\\\nb\\\r\nc) Tj", [b"abc"]),
        (rb"(\9) Tj", [b"9"]),
        (b"[(a) -3 [<42>]] TJ", [[b"a", -3.0, [b"B"]]]),
        (b"/Span <</Lang (en) /MCID 3>> BDC", ["/Span", {"/Lang": b"en", "/MCID": 3.0}]),
        (b"true false null x", [1.0, 0.0, None]),
        (b"% a comment\n/F1 9 Tf", ["/F1", 9.0]),
        (b"", None),
    ],
)
def test_operands(data: bytes, operands: list[object] | None) -> None:
    if operands is None:
        assert read(data) == []
    else:
        (operation,) = read(data)
        assert operation.operands == operands


def test_several_operations_and_inline_pictures() -> None:
    data = b"q BI /W 1 /H 1 ID \x00(\xff EI Q"
    assert [operation.operator for operation in read(data)] == ["q", "BI", "EI", "Q"]


@pytest.mark.parametrize(
    "data",
    [
        b"(",
        b"(a",
        b"<41",
        b"[1",
        b"1 2",
        b"] x",
        b"<< /A >> x",
        b"<< 1 2 >> x",
        b"[ << ] >> x",
        b"[1 Tj]",
        b"{",
        b"BI ID no end",
    ],
)
def test_broken_streams(data: bytes) -> None:
    with pytest.raises(StreamUnreadable):
        read(data)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = read(data)
    except StreamUnreadable:
        with pytest.raises(StreamUnreadable):
            read(b"\n" + data)
    else:
        again = read(b"q\n" + data)  # the same, wherever in a stream it stands
        assert [(each.operator, each.operands) for each in again[:1]] == [("q", [])]
        assert [(each.operator, each.operands) for each in again[1:]] == [
            (each.operator, each.operands) for each in found
        ]


@given(st.binary())
def test_hexadecimal(data: bytes) -> None:
    assert unhex(data.hex().encode()) == data


def test_character_map() -> None:
    data = (
        b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"2 beginbfchar <0003> <0020> <0010> <D842DFB7> endbfchar\n"
        b"3 beginbfrange <0020> <0022> <0041> <0030> <0031> [<0061> <00620063>] <0040> <0041> <00660069>\n"
        b"endbfrange endcmap"
    )
    mapped = character_map(data, 2)
    assert mapped.texts == {
        3: " ",
        16: "𠮷",
        0x20: "A",
        0x21: "B",
        0x22: "C",
        0x30: "a",
        0x31: "bc",
        0x40: "fi",
        0x41: "fj",
    }
    assert mapped.decode(b"\x00\x20\x00\x99") == "A\ufffd"


def test_character_map_with_nonsense() -> None:
    data = (
        b"1 beginbfrange [<00>] <01> <02> <00> <FFFFFFFF> <DBFFDFFF> endbfrange "
        b"1 beginbfchar [<01>] <02> endbfchar"
    )
    assert character_map(data, 1).texts == {0: "\U0010ffff"}


def test_text_strings() -> None:
    assert pdf_text("甲".encode("utf-16")[::-1][:0] + b"\xfe\xff" + "甲".encode("utf-16-be")) == "甲"
    assert pdf_text(b"\xef\xbb\xbf" + "甲".encode()) == "甲"
    assert pdf_text(b"a\xe9") == "aé"
