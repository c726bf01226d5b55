"""JSON of one encoding."""

from collections.abc import Callable

import pytest

from hrddesk.bundle.format import canonical
from hrddesk.errors import BundleMalformed


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"a":1,"b":[-9223372036854775808,9223372036854775807],"c":{"d":null,"e":true}}',
        '"ཀ 维 \\n \\u0001 \\" \\\\"',
        '{"A":1,"a":2}',
        '["' + "[" * 100 + '"]',
    ],
)
def test_what_is_canonical_is_read(text: str) -> None:
    assert canonical.decode(text.encode("utf-8"), "x") is not None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" {}",
        b"{}\n",
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a": 1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"01",
        b"NaN",
        b"Infinity",
        b"9223372036854775808",
        b"-9223372036854775809",
        b"1" * 10_000,
        b'"\\ud800"',
        b'"\\udc00\\ud800"',
        b'"\xed\xa0\x80"',
        b'"\xff"',
        b'"\\u0041"',
        b'"\\/"',
        b'"\x7f\x01"',
        b"\xef\xbb\xbf{}",
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b"[" * 17 + b"]" * 17,
        b'"' + b"a" * canonical.MAX_LINE + b'"',
        b"[1",
        b"{} {}",
    ],
)
def test_everything_else_is_refused(raw: bytes) -> None:
    with pytest.raises(BundleMalformed):
        canonical.decode(raw, "x")


def test_a_refusal_quotes_nothing() -> None:
    with pytest.raises(BundleMalformed) as raised:
        canonical.decode(b'{"a":"Somebody", }', "a record")
    assert "Somebody" not in str(raised.value)


def test_many_brackets_side_by_side_are_not_deep() -> None:
    assert len(canonical.decode(b"[" + b",".join([b'{"a":[]}'] * 1000) + b"]", "x")) == 1000


def test_as_many_parts_as_there_may_be_are_read_and_brackets_in_a_text_are_none() -> None:
    most = b"[" + b",".join([b"[]"] * (canonical.MAX_PARTS - 1)) + b"]"
    assert len(canonical.decode(most, "x")) == canonical.MAX_PARTS - 1
    with pytest.raises(BundleMalformed, match="too many parts"):
        canonical.decode(most[:-1] + b",[]]", "x")
    assert canonical.decode(b'["' + b"[" * canonical.MAX_PARTS + b'"]', "x")


def test_typed_values() -> None:
    assert canonical.text("a") == "a"
    assert canonical.integer(3, 1) == 3
    assert canonical.hexadecimal("00ff", 2) == b"\x00\xff"
    assert canonical.day("2026-01-31").isoformat() == "2026-01-31"
    assert canonical.exactly({"a": 1}, {"a"}) == {"a": 1}


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (canonical.text, 1),
        (lambda value: canonical.integer(value, 1), True),
        (lambda value: canonical.integer(value, 1), "1"),
        (lambda value: canonical.integer(value, 1), 0),
        (lambda value: canonical.integer(value, 1, 5), 6),
        (lambda value: canonical.hexadecimal(value, 2), "00FF"),
        (lambda value: canonical.hexadecimal(value, 2), "00f"),
        (lambda value: canonical.hexadecimal(value, 2), "٠٠٠٠"),
        (canonical.day, "2026-02-30"),
        (canonical.day, "2026-2-3"),
        (canonical.day, "20260203"),
        (canonical.day, 20260203),
        (lambda value: canonical.exactly(value, {"a"}), {"a": 1, "b": 2}),
        (lambda value: canonical.exactly(value, {"a"}), []),
    ],
)
def test_values_of_another_type_are_refused(check: Callable[[object], object], value: object) -> None:
    with pytest.raises(ValueError, match=r"not|out of range"):
        check(value)
