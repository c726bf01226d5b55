"""The header parser: what is written is read, everything else is refused, within caps."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.crypto.age_header import (
    ArmorFailure,
    Caps,
    HeaderFailure,
    Stanza,
    decode64,
    encode64,
    read_header,
)

VERSION = b"age-encryption.org/v1\n"
MAC = b"--- " + b"A" * 43 + b"\n"
STANZA = Stanza("type", ("one", "two"), bytes(32))

words = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20)
stanzas = st.builds(Stanza, words, st.lists(words, max_size=3).map(tuple), st.binary(max_size=200))


def parse(file: bytes, caps: Caps | None = None) -> tuple[Stanza, ...]:
    return read_header(io.BytesIO(file), caps or Caps()).stanzas


@given(st.lists(stanzas, min_size=1, max_size=6), st.binary(min_size=32, max_size=32))
def test_what_is_written_is_read(given_stanzas: list[Stanza], mac: bytes) -> None:
    covered = VERSION + b"".join(stanza.to_bytes() for stanza in given_stanzas) + b"---"
    source = io.BytesIO(covered + b" " + encode64(mac).encode() + b"\nthe rest")
    header = read_header(source, Caps())
    assert header.stanzas == tuple(given_stanzas)
    assert header.covered == covered
    assert header.mac == mac
    assert source.read() == b"the rest"


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_parser(noise: bytes) -> None:
    for file in (noise, VERSION + noise, VERSION + STANZA.to_bytes() + noise):
        with pytest.raises((HeaderFailure, ArmorFailure)):
            parse(file)


@pytest.mark.parametrize("size", [0, 1, 47, 48, 49, 96, 97])
def test_the_last_line_of_a_body_is_always_short(size: int) -> None:
    lines = Stanza("type", (), bytes(size)).to_bytes().split(b"\n")[1:-1]
    assert [len(line) for line in lines[:-1]] == [64] * (size // 48)
    assert len(lines[-1]) < 64


@pytest.mark.parametrize(
    "file",
    [
        b"",
        VERSION[:-1],  # what would be the line, but for its end
        VERSION + MAC,  # no stanza
        VERSION + STANZA.to_bytes(),
        VERSION + STANZA.to_bytes() + b"---\n",
        VERSION + STANZA.to_bytes() + b"--- \n",
        VERSION + STANZA.to_bytes() + b"---" + MAC[4:],
        VERSION + STANZA.to_bytes() + b"---\t" + MAC[4:],
        VERSION + STANZA.to_bytes() + MAC[:-1],
        VERSION + STANZA.to_bytes() + MAC[:-2] + b"\n",
        VERSION + STANZA.to_bytes() + MAC[:-2] + b"B\n",  # not canonical
        VERSION.replace(b"v1", b"v2") + STANZA.to_bytes() + MAC,
        b"\n" + VERSION + STANZA.to_bytes() + MAC,
        VERSION.replace(b"\n", b"\r\n") + STANZA.to_bytes() + MAC,
        VERSION + b"->\n\n" + MAC,
        VERSION + b"-> \n\n" + MAC,
        VERSION + b"-> a  b\n\n" + MAC,
        VERSION + b"-> a b \n\n" + MAC,
        VERSION + b"-> \xc3\xa9\n\n" + MAC,
        VERSION + b"-> a\x7f\n\n" + MAC,
        VERSION + b"->a\n\n" + MAC,
        VERSION + b"=> a\n\n" + MAC,
        VERSION + b"-> a\n" + b"A" * 65 + b"\n\n" + MAC,
        VERSION + b"-> a\n" + b"A" * 64 + b"\n" + MAC,
    ],
)
def test_anything_else_is_a_header_failure(file: bytes) -> None:
    with pytest.raises(HeaderFailure):
        parse(file)


@pytest.mark.parametrize("text", [b"A", b"AAAAA", b"AB", b"AAB", b"AA==", b"AA-_", b"AA A", b"AA\n"])
def test_base64_is_canonical_and_without_padding(text: bytes) -> None:
    with pytest.raises(HeaderFailure):
        decode64(text)


@given(st.binary(max_size=100))
def test_base64_comes_back(data: bytes) -> None:
    assert decode64(encode64(data).encode()) == data


@pytest.mark.parametrize(
    "start",
    [b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"\n \n-----begin age", b"words\n----- BEGIN SOMETHING"],
)
def test_armour_is_named(start: bytes) -> None:
    with pytest.raises(ArmorFailure):
        parse(start + VERSION)


def test_armour_far_inside_is_only_a_header_failure() -> None:
    with pytest.raises(HeaderFailure):
        parse(b"\n" + bytes(2000) + b"-----BEGIN AGE ENCRYPTED FILE-----\n")


# --- caps: at the cap is taken, one more is not ----------------------------------------------------------


def test_the_cap_on_stanzas() -> None:
    file = VERSION + STANZA.to_bytes() * 3 + MAC
    assert len(parse(file, Caps(stanzas=3))) == 3
    with pytest.raises(HeaderFailure, match="more stanzas"):
        parse(file, Caps(stanzas=2))
    assert len(parse(VERSION + STANZA.to_bytes() * 32 + MAC)) == 32
    with pytest.raises(HeaderFailure, match="more stanzas"):
        parse(VERSION + STANZA.to_bytes() * 33 + MAC)


def test_the_cap_on_a_line() -> None:
    stanza = Stanza("type", ("a" * 100,), b"")
    line = len(stanza.to_bytes().split(b"\n")[0]) + 1
    assert parse(VERSION + stanza.to_bytes() + MAC, Caps(line=line)) == (stanza,)
    with pytest.raises(HeaderFailure, match="longer"):
        parse(VERSION + stanza.to_bytes() + MAC, Caps(line=line - 1))


def test_the_cap_on_the_whole() -> None:
    file = VERSION + STANZA.to_bytes() + MAC
    assert parse(file + b"x", Caps(header=len(file))) == (STANZA,)
    with pytest.raises(HeaderFailure, match="longer"):
        parse(file, Caps(header=len(file) - 1))


def test_no_more_is_read_than_the_caps_allow() -> None:
    """A file that is one endless line, or endless stanzas, costs no more than the caps."""
    for body in (b"-> " + b"a" * 10_000_000, STANZA.to_bytes() * 200_000):
        source = io.BytesIO(VERSION + body)
        with pytest.raises(HeaderFailure):
            read_header(source, Caps())
        assert source.tell() <= 65536 + 8192 + 1
