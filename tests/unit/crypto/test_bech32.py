"""Bech32 as age writes keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.crypto import bech32


def test_published_strings() -> None:
    assert bech32.encode("a", b"") == "a12uel5l"  # BIP 173
    assert bech32.decode("a", "a12uel5l") == b""
    # BIP 173: the values 0 to 31 in order, which are these twenty bytes
    text = "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"
    data = bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df")
    assert bech32.decode("abcdef", text) == data
    assert bech32.encode("abcdef", data) == text


@given(st.binary(max_size=100))
def test_what_is_written_is_read(data: bytes) -> None:
    text = bech32.encode("age1pq", data)
    assert bech32.decode("age1pq", text) == data


@given(st.binary(min_size=1, max_size=40), st.data())
def test_one_wrong_character_is_noticed(data: bytes, draw: st.DataObject) -> None:
    text = bech32.encode("age1pq", data)
    place = draw.draw(st.integers(len("age1pq1"), len(text) - 1))
    other = draw.draw(st.sampled_from(sorted(set("qpzry9x8gf2tvdw0s3jn54khce6mua7l") - {text[place]})))
    with pytest.raises(ValueError, match="checksum"):
        bech32.decode("age1pq", text[:place] + other + text[place + 1 :])


@pytest.mark.parametrize(
    "text",
    ["", "a1", "a12uel5", "b12uel5l", "A12UEL5L", "a12ueL5l", "a12uel5l ", "a12uel5b", "a2uel5l"],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a key"):
        bech32.decode("a", text)


def test_bits_that_belong_to_no_byte_are_refused() -> None:
    # one value of five bits holds no whole byte; two values hold one, and the last two bits must be zero
    for values in ([0], [0, 1]):
        check = bech32._polymod([*bech32._expanded("a"), *values, *([0] * 6)]) ^ 1
        values += [(check >> 5 * (5 - place)) & 31 for place in range(6)]
        with pytest.raises(ValueError, match="bits"):
            bech32.decode("a", "a1" + "".join(bech32._ALPHABET[value] for value in values))
