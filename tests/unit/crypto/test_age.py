"""Our writer and reader of age files, and the keys. Threat T4."""

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.crypto import age, bech32
from hrddesk.crypto.age import (
    CHUNK,
    AgeIdentity,
    AgeReader,
    AgeRecipient,
    HeaderFailure,
    HmacFailure,
    NoMatch,
    PayloadFailure,
    Writer,
    sealed_size,
    stanza_count,
)
from hrddesk.crypto.age_header import VERSION_LINE, Caps, Stanza, decode64, encode64, read_header

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ME = AgeIdentity.from_seed(bytes(range(32)))
OTHER = AgeIdentity.from_seed(bytes(range(1, 33)))
MINE = ME.recipient
EDGES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 5 * CHUNK]
sizes = st.one_of(st.sampled_from(EDGES), st.integers(0, 3 * CHUNK))


def write(data: bytes, recipients: list[AgeRecipient] | None = None) -> bytes:
    target = io.BytesIO()
    with Writer(target, recipients or [MINE]) as writer:
        assert writer.write(data) == len(data)
    return target.getvalue()


def read(file: bytes, *identities: AgeIdentity) -> bytes:
    return AgeReader(io.BytesIO(file), identities or [ME]).read()


@settings(max_examples=30)
@given(sizes, st.lists(st.integers(0, 2 * CHUNK), max_size=4), st.integers(1, 3 * CHUNK))
def test_what_goes_in_comes_out_in_whatever_pieces(size: int, cuts: list[int], step: int) -> None:
    data = os.urandom(size)
    target = io.BytesIO()
    writer = Writer(target, [MINE])
    rest = data
    for cut in cuts:
        writer.write(memoryview(rest)[:cut])
        rest = rest[cut:]
    writer.write(bytearray(rest))
    writer.close()
    reader = AgeReader(io.BytesIO(target.getvalue()), [ME])
    pieces = []
    while piece := reader.read(step):
        pieces.append(piece)
    assert b"".join(pieces) == data
    assert all(len(piece) == step for piece in pieces[:-1])
    assert b"".join(AgeReader(io.BytesIO(target.getvalue()), [ME]).chunks()) == data


@pytest.mark.parametrize("size", EDGES)
def test_the_payload_has_the_chunks_of_the_format(size: int) -> None:
    file = write(bytes(size))
    header = file[: file.index(b"\n", file.index(b"\n---") + 1) + 1]
    chunks = max(1, -(-size // CHUNK))  # the last may be full, and is empty only if all is
    assert len(file) == len(header) + 16 + size + 16 * chunks


def test_reading_nothing_reads_nothing_and_the_end_stays_the_end() -> None:
    reader = AgeReader(io.BytesIO(write(b"payload")), [ME])
    assert reader.read(0) == b""
    assert reader.read(3) == b"pay"
    buffer = bytearray(10)
    assert reader.readinto(memoryview(buffer)) == 4
    assert buffer == b"load" + bytes(6)
    assert reader.read() == b""
    assert reader.read(5) == b""
    assert list(reader.chunks()) == []


def test_a_source_that_gives_little_at_a_time_is_read_whole() -> None:
    class Dribble(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(1000, size or 0))

        def readinto(self, buffer: "WriteableBuffer", /) -> int:
            return super().readinto(memoryview(buffer)[:1000])

    data = os.urandom(3 * CHUNK)
    assert AgeReader(Dribble(write(data)), [ME]).read() == data


def test_a_buffer_is_filled_across_chunks_and_whole_chunks_land_in_it() -> None:
    data = os.urandom(3 * CHUNK + 5)
    reader = AgeReader(io.BytesIO(write(data)), [ME])
    assert reader.read(7) == data[:7]
    buffer = bytearray(2 * CHUNK + 1000)
    assert reader.readinto(memoryview(buffer)) == len(buffer)
    assert buffer == data[7 : 7 + len(buffer)]
    left = len(data) - 7 - len(buffer)
    assert reader.readinto(memoryview(buffer)) == left
    assert buffer[:left] == data[-left:]


def test_whether_a_file_is_whole_is_told_by_its_own_key() -> None:
    target, data = io.BytesIO(), os.urandom(40 * CHUNK)
    with Writer(target, [MINE]) as writer:
        writer.write(data)
    good, seen = target.getvalue(), list[int]()
    assert age.is_whole(io.BytesIO(good), writer.opener, seen.append)
    assert seen[-1] == len(data)
    assert seen == sorted(set(seen))
    for at in (0, 300, len(good) // 2, len(good) - 1):
        bad = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        assert not age.is_whole(io.BytesIO(bad), writer.opener, seen.append)
    for other in (good[:-1], good[: -CHUNK - 16], good + b"x", b""):
        assert not age.is_whole(io.BytesIO(other), writer.opener, seen.append)


# --- stanzas ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("people", range(1, 17))
def test_the_number_of_recipients_shows_only_as_a_power_of_two(people: int) -> None:
    identities = [AgeIdentity.generate() for _ in range(people)]
    file = write(b"payload", [identity.recipient for identity in identities])
    expected = next(count for count in (1, 2, 4, 8, 16) if count >= people)
    assert stanza_count(io.BytesIO(file)) == expected
    assert AgeReader(io.BytesIO(file), identities[-1:]).stanza_count == expected
    assert stanza_count(io.BytesIO(file), Caps(stanzas=expected)) == expected
    with pytest.raises(HeaderFailure):
        stanza_count(io.BytesIO(file), Caps(stanzas=expected - 1))
    stanzas = read_header(io.BytesIO(file), Caps()).stanzas
    assert len({(s.type, len(s.arguments), len(s.arguments[0]), len(s.body)) for s in stanzas}) == 1
    for identity in identities:
        assert read(file, identity) == b"payload"
    with pytest.raises(NoMatch):
        read(file, OTHER)


@pytest.mark.parametrize("people", [1, 3, 16])
@pytest.mark.parametrize("size", EDGES)
def test_the_size_of_a_file_is_known_before(size: int, people: int) -> None:
    file = write(bytes(size), [MINE] * people)
    assert sealed_size(size, people) == len(file)


def test_the_place_of_a_stanza_says_nothing() -> None:
    """Over 80 files, the one true stanza of four stands in each place at least once."""
    three = [AgeIdentity.generate().recipient for _ in range(2)]
    places = set()
    for _ in range(80):
        stanzas = read_header(io.BytesIO(write(b"", [MINE, *three])), Caps()).stanzas
        (place,) = (at for at, stanza in enumerate(stanzas) if ME.unwrap([stanza]) is not None)
        places.add(place)
    assert places == {0, 1, 2, 3}  # misses one once in two billion runs


def test_no_recipient_and_seventeen_are_refused_before_anything_is_written() -> None:
    for recipients in ([], [MINE] * 17):
        target = io.BytesIO()
        with pytest.raises(ValueError, match="1 to 16"):
            Writer(target, recipients)
        assert target.getvalue() == b""


def test_a_second_identity_is_tried() -> None:
    file = write(b"payload", [MINE])
    assert read(file, OTHER, ME) == b"payload"
    with pytest.raises(NoMatch):
        AgeReader(io.BytesIO(file), [])


def test_two_files_of_the_same_content_share_nothing() -> None:
    one, two = write(b"payload" * 100), write(b"payload" * 100)
    assert len(one) == len(two)
    start = len(VERSION_LINE) + len("-> mlkem768x25519 ")
    assert sum(a == b for a, b in zip(one[start:], two[start:], strict=True)) < len(one) / 8


# --- closing ---------------------------------------------------------------------------------------------


def test_a_writer_that_was_not_closed_leaves_a_file_that_fails() -> None:
    target = io.BytesIO()

    def interrupted() -> None:
        with Writer(target, [MINE]) as writer:
            writer.write(bytes(20 * CHUNK))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    reader = AgeReader(io.BytesIO(target.getvalue()), [ME])
    assert reader.read(16 * CHUNK) == bytes(16 * CHUNK)
    with pytest.raises(PayloadFailure):
        reader.read(1)


def test_closing_twice_is_once_and_writing_afterwards_is_an_error() -> None:
    target = io.BytesIO()
    writer = Writer(target, [MINE])
    writer.write(b"payload")
    writer.close()
    writer.close()
    with pytest.raises(ValueError, match="complete"):
        writer.write(b"more")
    assert read(target.getvalue()) == b"payload"


def test_a_full_disk_is_an_error() -> None:
    with pytest.raises(OSError, match="No space"), Path("/dev/full").open("wb", buffering=0) as full:
        Writer(full, [MINE])


# --- damage ----------------------------------------------------------------------------------------------


def failure_of(file: bytes) -> type[Exception] | None:
    try:
        read(file)
    except age.AgeFailure as failure:
        return type(failure)
    return None


def test_every_cut_fails() -> None:
    file = write(b"a short payload", [MINE, OTHER.recipient])
    end_of_header = file.index(b"\n", file.index(b"\n---") + 1) + 1
    for length in range(len(file)):
        expected = HeaderFailure if length < end_of_header + 16 else PayloadFailure
        assert failure_of(file[:length]) is expected, length
    for length in range(end_of_header + 16, end_of_header + 32):  # less than the tag of a chunk
        with pytest.raises(PayloadFailure, match="cut off"):
            read(file[:length])


@settings(max_examples=60)
@given(st.data())
def test_every_flipped_bit_fails(draw: st.DataObject) -> None:
    file = bytearray(DAMAGED)
    bit = draw.draw(st.integers(0, len(file) * 8 - 1))
    file[bit // 8] ^= 1 << bit % 8
    assert failure_of(bytes(file)) in (HeaderFailure, HmacFailure, NoMatch, PayloadFailure)


DAMAGED = write(bytes(CHUNK + 500), [MINE, OTHER.recipient])


def test_bytes_after_the_end_fail() -> None:
    for size in (0, 5, CHUNK, 2 * CHUNK):
        file = write(bytes(size))
        for tail in (b"x", bytes(16), bytes(CHUNK + 16)):
            assert failure_of(file + tail) is PayloadFailure


def test_chunks_that_changed_places_fail() -> None:
    file = write(bytes(3 * CHUNK))
    start = len(file) - 3 * (CHUNK + 16)
    one, two, three = (file[start + n * (CHUNK + 16) : start + (n + 1) * (CHUNK + 16)] for n in range(3))
    assert read(file[:start] + one + two + three) == bytes(3 * CHUNK)
    for body in (two + one + three, one + three + two, one + one + three, one + two, one + three, three):
        assert failure_of(file[:start] + body) is PayloadFailure


def test_a_failed_reader_gives_nothing_more() -> None:
    file = bytearray(write(bytes(3 * CHUNK)))
    file[-2 * (CHUNK + 16)] ^= 1  # the middle chunk
    reader = AgeReader(io.BytesIO(bytes(file)), [ME])
    assert reader.read(CHUNK) == bytes(CHUNK)
    for _ in range(3):
        with pytest.raises(PayloadFailure):
            reader.read(1)


def test_a_source_that_fails_once_is_not_read_further() -> None:
    class Failing(io.BytesIO):
        fail = False

        def readinto(self, buffer: "WriteableBuffer", /) -> int:
            if self.fail:
                raise OSError("the stick was pulled")
            return super().readinto(buffer)

    source = Failing(write(bytes(17 * CHUNK)))
    reader = AgeReader(source, [ME])
    reader.read(16 * CHUNK)
    source.fail = True
    with pytest.raises(OSError, match="pulled"):
        reader.read(1)
    source.fail = False
    with pytest.raises(PayloadFailure):
        reader.read(1)


def test_a_header_that_was_altered_for_us_fails_by_its_mac() -> None:
    file = write(b"payload", [MINE, OTHER.recipient])
    stanzas = read_header(io.BytesIO(file), Caps()).stanzas
    mine = next(stanza for stanza in stanzas if ME.unwrap([stanza]) is not None)
    rest = file[file.index(b"\n---") + 1 :]
    assert failure_of(VERSION_LINE + mine.to_bytes() + rest) is HmacFailure


# --- keys ------------------------------------------------------------------------------------------------


def test_keys_come_back_from_their_strings() -> None:
    assert AgeIdentity.from_string(ME.to_string()) == ME
    assert AgeRecipient.from_string(MINE.to_string()) == MINE
    assert ME.to_string().startswith("AGE-SECRET-KEY-PQ-1")
    assert MINE.to_string().startswith("age1pq1")
    assert len(MINE.public) == 1216
    assert AgeIdentity.generate() != AgeIdentity.generate()
    assert "\\x" not in repr(ME)


@pytest.mark.parametrize(
    "text",
    [
        ME.to_string().lower(),
        ME.to_string()[:-1],
        ME.to_string().replace("-PQ-", "-"),
        MINE.to_string(),
        "",
        bech32.encode("age-secret-key-pq-", bytes(31)).upper(),
    ],
)
def test_no_other_string_is_an_identity(text: str) -> None:
    with pytest.raises(ValueError, match=r"key|identity"):
        AgeIdentity.from_string(text)


@pytest.mark.parametrize(
    "text",
    [
        MINE.to_string().upper(),
        MINE.to_string()[:-1],
        ME.to_string(),
        "age1",
        bech32.encode("age1pq", MINE.public[:-1]),
    ],
)
def test_no_other_string_is_a_recipient(text: str) -> None:
    with pytest.raises(ValueError, match=r"key|recipient"):
        AgeRecipient.from_string(text)


def test_bytes_that_are_no_public_key_are_refused() -> None:
    mlkem, x25519 = MINE.public[:1184], MINE.public[1184:]
    for public in (b"\xff" * 1184 + x25519, mlkem + bytes(32), mlkem + b"\1" + bytes(31)):
        with pytest.raises(ValueError):  # noqa: PT011  the words are the library's
            AgeRecipient(public)


# --- stanzas made by hand --------------------------------------------------------------------------------


def unwrapping(*stanzas: Stanza) -> bytes | None:
    return ME.unwrap(stanzas)


def test_a_hybrid_stanza_has_exactly_its_lengths() -> None:
    good = MINE.wrap(b"0123456789abcdef")
    assert unwrapping(good) == b"0123456789abcdef"
    (enc,) = good.arguments
    for bad in (
        Stanza(good.type, (), good.body),
        Stanza(good.type, (enc, enc), good.body),
        Stanza(good.type, (enc[:-4],), good.body),
        Stanza(good.type, (enc + "AAAA",), good.body),
        Stanza(good.type, (enc,), good.body[:-1]),
        Stanza(good.type, (enc,), good.body + b"x"),
    ):
        with pytest.raises(HeaderFailure):
            unwrapping(bad)
        with pytest.raises(HeaderFailure):  # wherever it stands
            unwrapping(good, bad)
    for share in (decode64(enc.encode("ascii"))[:-1], decode64(enc.encode("ascii")) + b"x"):
        with pytest.raises(HeaderFailure, match="wrong length"):
            unwrapping(Stanza(good.type, (encode64(share),), good.body))


@pytest.mark.parametrize("share", [bytes(32), b"\1" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f"])
def test_a_share_of_small_order_is_refused(share: bytes) -> None:
    good = MINE.wrap(b"0123456789abcdef")
    enc = decode64(good.arguments[0].encode())
    with pytest.raises(HeaderFailure, match="small order"):
        unwrapping(Stanza(good.type, (encode64(enc[:1088] + share),), good.body))


@given(st.binary(min_size=1120, max_size=1120), st.binary(min_size=32, max_size=32))
def test_no_stanza_of_the_right_length_crashes(enc: bytes, body: bytes) -> None:
    try:
        assert unwrapping(Stanza("mlkem768x25519", (encode64(enc),), body)) is None
    except HeaderFailure:
        assert enc[1088:] in (bytes(32), b"\1" + bytes(31))  # of small order, which shrinking likes


@given(st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=3)), min_size=1, max_size=4))
def test_no_damage_makes_anything_but_the_named_failures(splices: list[tuple[int, bytes]]) -> None:
    file = DAMAGED
    for place, new in splices:
        at = place % len(file)
        file = file[:at] + new + file[at + 1 :]
    if file != DAMAGED:
        assert failure_of(file) in (HeaderFailure, HmacFailure, NoMatch, PayloadFailure)


def test_stanzas_of_other_types_are_passed_over_by_an_identity() -> None:
    good = MINE.wrap(b"0123456789abcdef")
    assert unwrapping(Stanza("grease", (), b""), good) == b"0123456789abcdef"
    assert unwrapping(Stanza("grease", (), b"")) is None


def test_other_types_of_stanza_are_refused_by_the_count() -> None:
    other = Stanza("grease", (), b"")
    file = VERSION_LINE + MINE.wrap(bytes(16)).to_bytes() + other.to_bytes() + b"--- " + b"A" * 43 + b"\n"
    with pytest.raises(HeaderFailure, match="hybrid"):
        stanza_count(io.BytesIO(file))
