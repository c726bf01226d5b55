"""States in little room: what was packed comes out, and what was planted fills no memory."""

import tracemalloc
import zlib
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import DatabaseDamaged
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.database import database_errors, state_packing
from hrddesk.store.vault.session import Session
from tests.conftest import PASSPHRASE


@given(st.text(), st.sampled_from(Kind))
def test_what_was_packed_comes_out(text: str, kind: Kind) -> None:
    assert state_packing.unpack(state_packing.pack(text.encode(), kind)).decode() == text
    assert state_packing.unpacked_text(state_packing.pack(text.encode(), kind)) == text


def test_nothing_is_nothing() -> None:
    assert state_packing.unpack(b"") == b""
    assert state_packing.unpacked_text(b"") == ""
    assert state_packing.unpacked_text(None) is None


def test_a_state_names_one_of_the_dictionaries_that_the_vault_stores(session: Session) -> None:
    stored = {
        row[0]: row[1:] for row in session.store.db.execute("SELECT id, kind, words FROM state_dictionary")
    }
    assert {kind for kind, _ in stored.values()} == set(Kind)
    for kind in Kind:
        packed = state_packing.pack(b"{}", kind)
        of_kind, words = stored[int.from_bytes(packed[2:6], "big")]
        assert of_kind == kind
        assert zlib.decompressobj(zdict=words).decompress(packed) == b"{}"


@pytest.mark.parametrize("damage", ["cut", "longer", "other", "none", "unknown"])
def test_what_is_damaged_is_refused(damage: str) -> None:
    packed = state_packing.pack(b"a heron at the weir", Kind.CASE)
    states = {
        "cut": packed[:-1],
        "longer": packed + b"x",
        "other": packed[:-1] + bytes([packed[-1] ^ 1]),
        "none": b"a heron at the weir",
        "unknown": packed[:2] + b"\0\0\0\2" + packed[6:],
    }
    with pytest.raises(DatabaseDamaged):
        state_packing.unpack(states[damage])


def test_a_planted_state_fills_no_memory() -> None:
    planted = state_packing.pack(bytes(4 * state_packing.LARGEST), Kind.CASE)
    assert len(planted) < state_packing.LARGEST // 200
    tracemalloc.start()
    with pytest.raises(DatabaseDamaged):
        state_packing.unpack(planted)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 2.5 * state_packing.LARGEST


def test_a_damaged_state_is_a_damaged_database_for_sql_too(session: Session) -> None:
    with pytest.raises(DatabaseDamaged), database_errors.translated():
        session.store.db.execute("SELECT unpacked(x'00')").fetchone()


def change_one(session: Session, record: Record) -> None:
    with session.store.change("test") as change:
        change.put(record)


def test_what_another_version_packed_is_read_by_what_it_stored(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the kinds had other fields then: that program stores its dictionary before it packs anything."""
    folder, record = session.folder, Record(kind=Kind.CASE, id=new_id()).with_fields(title="a mill")
    session.close()
    words = b'{"context":{"},"dots":{"*":["a dictionary of another version'
    with monkeypatch.context() as other:
        other.setattr(state_packing, "dictionary", lambda _: words)
        with closing(Session.open(folder, PassphraseSecret(PASSPHRASE))) as written:
            change_one(written, record)
    assert state_packing.unpack(state_packing.pack(b"{}", Kind.CASE)) == b"{}"
    with closing(Session.view(folder, PassphraseSecret(PASSPHRASE))) as viewed:
        assert [state["fields"] for state in viewed.store.history.states(record.id)] == [{"title": "a mill"}]
        assert (zlib.adler32(words),) in viewed.store.db.execute("SELECT id FROM state_dictionary").fetchall()


def test_a_state_whose_dictionary_is_not_there_says_so() -> None:
    packing_ = zlib.compressobj(zdict=b"a dictionary that nobody stored")
    packed = packing_.compress(b"{}") + packing_.flush()
    with pytest.raises(DatabaseDamaged, match="names no dictionary"):
        state_packing.unpack(packed)


def test_a_state_repeats_little_of_its_keys() -> None:
    """A small record takes little more than the ids in it, and its values."""
    state = (
        b'{"context":{"22e8832a39b1e225920ebf90fa9fd96b":10},"dots":{"*":["22e8832a39b1e225920ebf90fa9fd96b",10],'
        b'"case":["22e8832a39b1e225920ebf90fa9fd96b",10],"date":["22e8832a39b1e225920ebf90fa9fd96b",10],'
        b'"type":["22e8832a39b1e225920ebf90fa9fd96b",10]},"record":{"fields":{"case":'
        b'"1adbad16515b22bbe40524cb0cc10b9f","date":"2010-02-12","type":"interrogation"},'
        b'"id":"81236aff1e242d7095ef40a218a73720","kind":"event","lists":{}}}'
    )
    without = zlib.compress(state)
    assert len(state_packing.pack(state, Kind.EVENT)) < min(len(state) * 0.4, len(without) * 0.8)


def test_dictionaries_are_the_same_at_every_run() -> None:
    names = [name for name, _, _ in state_packing.dictionaries()]
    assert all(left != right for left, right in pairwise(sorted(names)))
    state_packing.dictionary.cache_clear()
    assert names == [name for name, _, _ in state_packing.dictionaries()]
