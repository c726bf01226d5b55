"""After a hand-off nothing of the cases is in the vault: its decrypted pages hold no word of them.

First the same search is shown to find them. What is looked for: every text of every record that goes, of
today and of before, in several encodings; what search makes of it; what imports, reviews and publications
kept; files; drafts.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.exchange import bundles
from hrddesk.actions.interop import imports
from hrddesk.actions.vault import forgetting
from hrddesk.actions.vault.forgetting import HandedOff
from hrddesk.bundle.sending import handoff
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import BundleNotForMe, UndoNotPossible
from hrddesk.records.model.kinds import TRAVELLING, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import names
from hrddesk.store import database
from hrddesk.store.queries.search import grams
from hrddesk.store.queries.search_terms import word_text
from hrddesk.store.vault import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from tests.conftest import PASSPHRASE
from tests.faults import everything, pages
from tests.faults.everything import Desk

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
SHORTEST = 6  # bytes; shorter ones stand in digests by chance

# Words that no record of the sample holds, each where one way of leaving a trace puts it.
PLANTED = (
    "Kranichruf", "Haubentaucher", "Eisvogel", "Wiedehopf", "Ziegenmelker", "Rohrdommel", "Steinkauz",
    "Sumpfohreule", "Wendehals", "Ringeltaube", "Mauersegler", "雨燕", "Seggenrohr", "Seidenschwanz",
    "Goldregenpfeifer", "Uferschnepfe", "Brachvogel", "Alpenstrandlaeufer", "asked Gou Lanting",
)  # fmt: skip
SECRET = PassphraseSecret(PASSPHRASE)
STAYS = ("Bulut Almasjan", "what stays.pdf", "别青苔", "asked nobody")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)


def _words(session: Session, records: set[RecordId]) -> set[str]:
    """Every word and run of characters that the records ever held, and what search makes of their names."""
    found: set[str] = set()
    for record_id in records:
        for state in session.store.history.states(record_id):
            for text in _strings({"fields": state["fields"], "lists": state["lists"]}):
                found |= set(re.split(r"[\s,;:.|()。，、！？·]+", text))
            for name in state["lists"].get("names", {}).values():
                found |= names.derived_forms(name["name"], name.get("script", ""))
    # An id, or a kind and the beginning of one as an index has them side by side: "case01".
    kinds = "|".join(kind.value for kind in Kind)
    by_chance = re.compile(f"[0-9a-f]{{32}}|(?:{kinds})[0-9a-f]{{1,4}}")
    return {word for word in found if len(word.encode()) >= SHORTEST and not by_chance.fullmatch(word)}


def _of_program() -> bytes:
    """What stands in every vault: the words of its own vocabularies and tables."""
    vocabularies = (everything.SAMPLE.parent / "vocabularies").glob("*.csv")
    schema = Path(database.__file__).parent.glob("*.sql")
    return b"".join(path.read_bytes() for path in (*vocabularies, *schema))


@dataclass
class Traces:
    """What to look for, and where."""

    vault: Path
    key: bytes
    words: set[str]

    def found(self) -> set[str]:
        data = pages.raw(self.vault, self.key)
        return {word for word in self.words if any(word.encode(encoding) in data for encoding in ENCODINGS)}


@dataclass
class Done:
    desk: Desk
    gone: set[RecordId]
    live: set[RecordId]
    before: set[str]
    traces: Traces
    made: HandedOff
    characters: set[str]
    """Characters of no text that stays: any of them left in the index is of a pair of one that went."""
    characters_before: set[str]


def _index(session: Session) -> bytes:
    rows = session.store.db.execute("SELECT block FROM search_text_data").fetchall()
    return b"".join(bytes(row[0]) for row in rows)


def _long_texts(session: Session) -> str:
    return "".join(row[0] for row in session.store.db.execute("SELECT text FROM long_text"))


def _indexed(session: Session) -> str:
    """Return all that the index of words is made from."""
    records = (record for kind in Kind for record in session.store.all(kind))
    return _long_texts(session) + "".join(map(word_text, records))


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Done]:
    folder = tmp_path_factory.mktemp("everything")
    documenter, _ = Session.create(folder / "documenter.hrdv", PASSPHRASE, FLOOR)
    coordinator, _ = Session.create(folder / "coordinator.hrdv", PASSPHRASE, FLOOR)
    desk = everything.do_everything(documenter, coordinator, folder)
    found = handoff.of_cases(documenter.store, desk.going)
    gone = set(found.scope.records)
    every = set(documenter.store.tables.every_id())
    kept = " ".join(_words(documenter, every - gone)).encode() + _of_program()
    words = {word for word in _words(documenter, gone) if word.encode() not in kept} | set(PLANTED)
    traces = Traces(documenter.folder, documenter._held.keys.database, words)
    live = {
        record_id
        for record_id in gone
        if (record := documenter.store.find(record_id)) is not None and record.kind in TRAVELLING
    }
    texts = set(names.normalise(_long_texts(documenter)))
    before, index = traces.found(), _index(documenter)
    (folder / "stick").mkdir()
    made = forgetting.hand_off(
        documenter, folder / "stick", "coordinator", desk.going, [SECRET], silent(), emergency=True
    ).result
    characters = {c for c in texts - set(names.normalise(_indexed(documenter))) if ord(c) > 0x2FF}
    seen = {c for c in characters if c.encode() in index}
    traces.key = documenter._held.keys.database  # the new one
    yield Done(desk, gone, live, before, traces, made, characters, seen)
    documenter.close()
    coordinator.close()


def test_the_search_finds_all_before(done: Done) -> None:
    assert len(done.traces.words) > 150
    missed = done.traces.words - done.before
    # A text can be cut in two where it goes from page to page; what search makes of names is in no state.
    assert len(missed) < len(done.traces.words) / 20, missed
    assert not missed & set(PLANTED)
    assert len(done.characters) > 50
    # The index leaves out the beginning that a pair shares with the one before it.
    assert len(done.characters_before) > len(done.characters) * 3 / 4


def test_no_page_holds_a_word_of_what_went(done: Done) -> None:
    assert done.traces.found() == set()
    still = Traces(done.traces.vault, done.traces.key, set(STAYS))
    assert still.found() == set(STAYS)  # the pages can be read, and what stays is there


def test_no_state_of_the_history_holds_a_word_of_what_went(done: Done) -> None:
    states = done.desk.documenter.store.db.execute("SELECT unpacked(state) FROM history_content")
    text = " ".join(state for (state,) in states)
    assert {word for word in done.traces.words if word in text} == set()
    assert "Bulut Almasjan" in text


def test_the_index_holds_no_pair_of_what_went(done: Done) -> None:
    session = done.desk.documenter
    left = _index(session)
    assert {c for c in done.characters if c.encode() in left} == set()
    session.store.db.execute("CREATE VIRTUAL TABLE temp.pairs USING fts5vocab(main, search_text, row)")
    terms = {row[0] for row in session.store.db.execute("SELECT term FROM temp.pairs")}
    wanted = {
        pair
        for (text,) in session.store.db.execute("SELECT text FROM long_text")
        for pair in grams(names.normalise(text))
    }
    for kind in Kind:
        for record in session.store.all(kind):
            wanted |= set(grams(names.normalise(word_text(record))))
    assert {term for term in terms if term not in wanted and f"{term} " not in wanted} == set()


def test_only_ids_stay_in_the_tables(done: Done) -> None:
    db = done.desk.documenter.store.db
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    holding = {}
    for table in tables:
        packed = "unpacked(state)" if table == "history_content" else "0"
        cells = (cell for row in db.execute(f'SELECT *, {packed} FROM "{table}"') for cell in row)
        rows = json.dumps([cell.hex() if isinstance(cell, bytes) else str(cell) for cell in cells])
        count = len({record_id for record_id in done.gone if record_id in rows})
        if count:
            holding[table] = count
    # `sent` says how far our line counted in a record, and nothing else of it.
    # A report stays, and its blocks and their history keep the id of what they were about.
    assert holding.keys() == {"record", "history", "sent", "report_block", "history_content"}
    for record_id in done.gone:
        row = db.execute("SELECT deleted FROM record WHERE id = ?", (record_id,)).fetchone()
        assert row == (2,)
        states = db.execute(
            "SELECT h.what, unpacked(c.state) FROM history h JOIN history_content c ON c.num = h.num"
            " WHERE record = ?",
            (record_id,),
        ).fetchall()
        assert states == [("vault.forgotten", '{"context":{},"deleted":true,"dots":{},"record":null}')]


def test_files_and_drafts_are_gone(done: Done) -> None:
    session = done.desk.documenter
    files = [path for path in (session.folder / "att").rglob("*") if path.is_file()]
    # The voice of a case that stays, in the vault and in a review that waits.
    known = session.store.db.execute(
        "SELECT count(file_id) FROM blob UNION SELECT count(file_id) FROM staged_blob"
    )
    assert len(files) == 2
    assert [row[0] for row in known] == [1]
    (draft,) = session.drafts.load().drafts
    assert draft["fields"]["note"] == "half typed about what stays"
    assert sorted(path.name for path in session.folder.iterdir()) == [
        "att", "db.sqlite", "db.sqlite-shm", "db.sqlite-wal", "drafts.bin", "head.bin", "keys.bin",
    ]  # fmt: skip
    assert (session.folder / "db.sqlite-wal").stat().st_size == 0


def test_the_history_still_checks(done: Done) -> None:
    session = done.desk.documenter
    report = check.check(session.reader, session.alarms, Job())
    assert report.damage == []
    assert session.alarms == []


def test_everything_that_went_is_in_the_bundle_and_opens_for_the_coordinator_only(done: Done) -> None:
    desk = done.desk
    with pytest.raises(BundleNotForMe):
        bundles.read_bundle(desk.documenter, done.made.bundle.path, silent())
    found = bundles.read_bundle(desk.coordinator, done.made.bundle.path, silent())
    came = {
        item.record.id: item for item in bundles.review_bundle(desk.coordinator, found.review, silent()).items
    }
    assert done.live <= came.keys()
    assert not [item for item in came.values() if item.deleted and item.record.id in done.live]


def test_acts_that_touched_what_went_cannot_be_undone(done: Done) -> None:
    session = done.desk.documenter
    acts = [item.act for item in imports.all_imports(session.store)]
    assert acts
    for act in acts:
        with pytest.raises(UndoNotPossible, match="forgotten"):
            imports.undo(session, act)
