"""The reader that was written from the help pages: it finds what the program finds, and refuses damage."""

import ast
import hashlib
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import mnemonic
import pytest

from hrddesk.actions.exchange import identity as identity_actions
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import SPECS, TRAVELLING, Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.database import schema
from hrddesk.store.publications import protected_texts
from hrddesk.store.vault.session import Session
from hrddesk.system.paths import resources
from tests.unit.actions.desk import WORDS, fill
from tests.unit.actions.every_field import one_of_each
from tests.unit.bundle.conftest import desks as desks  # a fixture is found by its name here
from tests.unit.bundle.forge import Desks, forge_between
from tests.unit.bundle.hands import give

ROOT: Final = Path(__file__).resolve().parents[2]
SCRIPT: Final = ROOT / "packaging" / "read_without_hrddesk.py"
PASSPHRASE: Final = "the reeds bend 芦苇 é"
PAGE: Final = 4096


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(SCRIPT), *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=100, check=False)


def dump(*words: str | Path) -> Any:
    done = run(*words)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


def refused(*words: str | Path) -> str:
    """Require that the reader says nothing but why; return that."""
    done = run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Refused: ")
    return done.stderr


def secret(folder: Path, words: str) -> Path:
    path = folder / hashlib.sha256(words.encode()).hexdigest()
    path.write_text(f"{words}\n", "utf-8")
    return path


def test_it_is_short_and_stands_alone() -> None:
    text = SCRIPT.read_text("utf-8")
    assert len(text.splitlines()) < 260
    imported = set[str]()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            imported |= {name.name.split(".")[0] for name in node.names}
    assert "cryptography" in imported
    assert imported <= sys.stdlib_module_names | {"cryptography"}


# --- a vault ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """An open vault with the sample, large and small evidence, and a record of each kind with every field.

    Its latest change lies in the write-ahead log.
    """
    folder = tmp_path_factory.mktemp("full")
    decomposed = unicodedata.normalize("NFD", PASSPHRASE)  # as some keyboards type it
    session, words = Session.create(folder / "desk.hrdv", decomposed, FLOOR)
    (folder / "words.txt").write_text(" ".join(words) + "\n", "utf-8")
    fill(session, folder, large=1)
    with session.store.change("test") as change:
        for record in one_of_each().values():
            change.put(record)
    yield session
    session.close()


def rebuilt(made: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """Return the records of a kind out of the tables of a dump, as the page tells where they are."""
    tables, spec = made["tables"], SPECS[kind]

    def values(row: dict[str, Any], fields: Any) -> dict[str, Any]:
        return {
            field.name: bool(row[field.name]) if field.type is FieldType.FLAG else row[field.name]
            for field in fields
            if row.get(field.name) is not None
        }

    found = {}
    for row in tables[schema.table_of(kind)]:
        texts = {text["field"]: text["text"] for text in tables["long_text"] if text["owner"] == row["id"]}
        lists: dict[str, Any] = {}
        for item in spec.lists:
            for entry in tables[schema.list_table(kind, item.name)]:
                if entry["owner"] == row["id"]:
                    lists.setdefault(item.name, {})[entry["id"]] = values(entry, item.fields) | {
                        "pos": entry["pos"]
                    }
        for name in [name for name in texts if "/" in name]:  # of an entry of a list
            of_list, _, entry_id = name.partition("/")
            lists[of_list][entry_id]["body"] = texts.pop(name)
        fields = values(row, spec.fields) | texts
        found[row["id"]] = {"fields": fields, "id": row["id"], "kind": kind.value, "lists": lists}
    return found


def same_as_the_program(made: dict[str, Any], session: Session) -> None:
    store = session.store
    for kind in Kind:
        ours = {record.id: json.loads(json.dumps(record.to_json())) for record in store.all(kind)}
        assert rebuilt(made, kind) == ours, kind
    assert sorted(made["evidence"]) == store.blobs.hashes()
    assert made["evidence"] == {sha256: store.blobs.size(sha256) for sha256 in made["evidence"]}
    assert made["vault"] == session.vault_id


def test_an_open_vault_with_its_latest_changes_is_read_whole(full: Session, tmp_path: Path) -> None:
    assert (full.folder / "db.sqlite-wal").stat().st_size > PAGE
    vault = shutil.copytree(full.folder, tmp_path / "desk.hrdv")
    before = {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()}
    save = tmp_path / "evidence"
    save.mkdir()
    made = dump("vault", vault, secret(tmp_path, PASSPHRASE), "--save", save)
    same_as_the_program(made, full)
    head, latest = full.store.history.head(), made["tables"]["history"][-1]
    assert (latest["num"], latest["mac"]) == (head.number, head.mac.hex())
    assert max(made["evidence"].values()) > 1 << 20  # of more than one chunk
    assert {path.name for path in save.iterdir()} == set(made["evidence"])
    for path in save.iterdir():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
    assert {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_page_names_every_table_that_is_printed(full: Session, tmp_path: Path, language: str) -> None:
    vault = shutil.copytree(full.folder, tmp_path / "desk.hrdv")
    printed = set(dump("vault", vault, secret(tmp_path, PASSPHRASE))["tables"])
    page = (resources() / "help" / language / "open-a-vault.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z_]+)`", page)) | {kind.value for kind in Kind}
    assert printed <= named, printed - named


def test_no_key_is_in_what_it_prints(full: Session, tmp_path: Path) -> None:
    identity_actions.show(full)  # which makes one
    vault = shutil.copytree(full.folder, tmp_path / "desk.hrdv")
    printed = run("vault", vault, secret(tmp_path, PASSPHRASE)).stdout
    for name in ("identity", "identity_epoch", "organisation", "setting"):
        for row in full.store.db.execute(f"SELECT * FROM {name}"):
            for value in row:
                if isinstance(value, bytes):
                    assert value.hex() not in printed
        assert f'"{name}":' not in printed


def test_recovery_words_open_it(full: Session, tmp_path: Path) -> None:
    vault = shutil.copytree(full.folder, tmp_path / "desk.hrdv")
    book = Path(mnemonic.__path__[0]) / "wordlist" / "english.txt"
    words = full.folder.parent / "words.txt"
    same_as_the_program(dump("vault", vault, words, "--word-list", book), full)
    refused("vault", vault, secret(tmp_path, WORDS), "--word-list", book)


def test_a_keyfile_opens_it(tmp_path: Path) -> None:
    keyfile = tmp_path / "photo.jpg"
    keyfile.write_bytes(bytes(range(256)))
    digest = hashlib.sha256(keyfile.read_bytes()).digest()
    session, _ = Session.create(tmp_path / "desk.hrdv", PASSPHRASE, FLOOR, digest)
    words = secret(tmp_path, PASSPHRASE)
    with session:
        made = dump("vault", session.folder, words, "--keyfile", keyfile)
        same_as_the_program(made, session)
    refused("vault", session.folder, words)
    keyfile.write_bytes(bytes(256))
    refused("vault", session.folder, words, "--keyfile", keyfile)


@pytest.fixture
def closed(full: Session, tmp_path: Path) -> Path:
    """A copy of that vault as it is once it was closed: all of it lies in the main file."""
    vault = shutil.copytree(full.folder, tmp_path / "closed.hrdv")
    Session.open(vault, PassphraseSecret(PASSPHRASE)).close()
    return vault


def flipped(path: Path, at: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)


def test_a_log_that_was_cut_off_counts_up_to_its_last_whole_change(full: Session, tmp_path: Path) -> None:
    vault = shutil.copytree(full.folder, tmp_path / "desk.hrdv")
    words, log = secret(tmp_path, PASSPHRASE), vault / "db.sqlite-wal"
    whole = dump("vault", vault, words)
    log.write_bytes(log.read_bytes()[:-1])
    earlier = dump("vault", vault, words)
    number = earlier["tables"]["history"][-1]["num"]
    assert number < whole["tables"]["history"][-1]["num"]
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:  # so does SQLite
        assert session.store.history.head().number == number
    shutil.copyfile(full.folder / "db.sqlite-wal", log)
    flipped(log, 20)
    assert "-wal is damaged" in refused("vault", vault, words)


@pytest.mark.parametrize("at", [3, 100, 2111, 2120])
def test_damaged_keyslots_are_refused(closed: Path, tmp_path: Path, at: int) -> None:
    flipped(closed / "keys.bin", at)
    refused("vault", closed, secret(tmp_path, PASSPHRASE))


@pytest.mark.parametrize("at", [0, 20, PAGE - 1, 2 * PAGE, 2 * PAGE + PAGE - 80, 3 * PAGE - 1, -1])
def test_a_flipped_bit_of_any_page_is_refused(closed: Path, tmp_path: Path, at: int) -> None:
    database = closed / "db.sqlite"
    flipped(database, at)
    number = at % database.stat().st_size // PAGE + 1
    said = refused("vault", closed, secret(tmp_path, PASSPHRASE))
    assert f"page {1 if at == 0 else number} of db.sqlite is damaged" in said


def test_damaged_and_missing_evidence_is_refused(closed: Path, tmp_path: Path) -> None:
    (sealed,) = (closed / "att").glob("*/*")
    raw = sealed.read_bytes()
    other_version, other_byte = raw[:8] + b"\2" + raw[9:], raw[:100] + bytes([raw[100] ^ 1]) + raw[101:]
    for bad in (other_version, other_byte, raw[:-1], raw + b"x"):
        sealed.write_bytes(bad)
        refused("vault", closed, secret(tmp_path, PASSPHRASE))
    sealed.unlink()
    refused("vault", closed, secret(tmp_path, PASSPHRASE))


# --- a bundle ---------------------------------------------------------------------------------------------


def keys_of(session: Session, folder: Path) -> Path:
    path = folder / "key.txt"
    identity_actions.write_keys(session, path)
    return path


def test_a_bundle_holds_the_records_of_its_writer(desks: Desks, tmp_path: Path) -> None:
    fill(desks.documenter, tmp_path, large=1)
    store = desks.documenter.store
    with store.change("test") as change:
        for record in one_of_each().values():
            change.put(record)
    written = give(desks.documenter, desks.coordinator, tmp_path)
    save = tmp_path / "evidence"
    save.mkdir()
    made = dump("bundle", written, keys_of(desks.coordinator, tmp_path), "--save", save)
    ours = {record.id: record.to_json() for kind in TRAVELLING for record in store.all(kind)}
    assert {line["record"]["id"]: line["record"] for line in made["records"]} == ours
    assert made["sender"] == desks.to_documenter.fingerprint.hex()
    assert (made["contacts"], made["receipts"], made["protected"]) == ([], [], [])
    assert [log["record"] for log in made["custody"]] == sorted(store.ids(Kind.EVIDENCE))
    for log in made["custody"]:
        rows = [[row.number, row.time, row.what, row.who] for row in store.history.of_record(log["record"])]
        assert (log["log"], log["others"]) == (rows[: len(log["log"])], [])
        assert log["log"]
    assert sorted(made["evidence"]) == store.blobs.hashes() == sorted(path.name for path in save.iterdir())


def test_the_places_that_a_bundle_protects_are_counted_as_the_page_says(desks: Desks, tmp_path: Path) -> None:
    store, text = desks.documenter.store, "𠮷 told Quell of it."
    record = Record(kind=Kind.CASE, id=new_id()).with_fields(title=text)
    with store.change("test") as change:
        change.put(record)
        protected_texts.note(store.db, 1, record.id, "title", text, [(7, 12)])
    written = give(desks.documenter, desks.coordinator, tmp_path)
    (line,) = dump("bundle", written, keys_of(desks.coordinator, tmp_path))["protected"]
    assert line == {"field": "title", "record": record.id, "spans": [[7, 12]]}
    points = text.encode("utf-32-le")
    assert points[4 * 7 : 4 * 12].decode("utf-32-le") == "Quell"


@pytest.mark.parametrize("at", [5, 40, 1600, 1700, 4000, 70_000, -1])
def test_a_flipped_bit_of_a_bundle_is_refused(desks: Desks, tmp_path: Path, at: int) -> None:
    path = tmp_path / "a.hrdb"
    path.write_bytes(forge_between(desks.documenter, desks.coordinator).seal())
    keys = keys_of(desks.coordinator, tmp_path)
    assert dump("bundle", path, keys)["records"]
    flipped(path, at % path.stat().st_size)
    refused("bundle", path, keys)


CASES: Final[Mapping[str, Mapping[str, object]]] = {
    "a manifest with a flipped bit": {"after": {"manifest-sha256.txt": b"x"}},
    "another list that is signed": {"texts": {"manifest-sha256.txt": b""}},
    "a list of lists that is another": {"texts": {"tagmanifest-sha256.txt": b""}},
    "records that were replaced": {"payload": {"data/records.jsonl": b"{}\n"}},
    "no signature": {"after": {"tagmanifest-sha256.txt.sig": b""}},
    "no second signature": {"after": {"tagmanifest-sha256.txt.mldsa65": b""}},
    "a name that leads elsewhere": {"arrange": lambda files: [*files, ("data/att/../../../x", b"x")]},
    "a file twice": {"arrange": lambda files: [*files, files[-1]]},
    "a file too many": {"arrange": lambda files: [*files, ("x", b"x")]},
    "nested deeply": {"records": b"[" * 100_000 + b"]" * 100_000 + b"\n"},
    "another sender": {"head": {"sender": "0" * 64}},
}


@pytest.mark.parametrize("name", CASES)
def test_what_somebody_altered_inside_is_refused(desks: Desks, tmp_path: Path, name: str) -> None:
    path, save = tmp_path / "a.hrdb", tmp_path / "one" / "two" / "evidence"
    save.mkdir(parents=True)
    path.write_bytes(forge_between(desks.documenter, desks.coordinator, **CASES[name]).seal())
    refused("bundle", path, keys_of(desks.coordinator, tmp_path), "--save", save)
    assert list(save.iterdir()) == []
    assert not list(tmp_path.rglob("x"))


def test_swapped_signatures_and_keys_of_others_are_refused(desks: Desks, tmp_path: Path) -> None:
    one = forge_between(desks.documenter, desks.coordinator)
    other = forge_between(desks.coordinator, desks.coordinator)
    names = ("tagmanifest-sha256.txt.sig", "tagmanifest-sha256.txt.mldsa65")
    path, keys = tmp_path / "a.hrdb", keys_of(desks.coordinator, tmp_path)
    for name in names:
        swapped = dict(other.members())[name]
        one.after = {name: swapped}
        path.write_bytes(one.seal())
        refused("bundle", path, keys)
    one.after = {}
    path.write_bytes(one.seal())
    keys.unlink()
    assert "for somebody else" in refused("bundle", path, keys_of(desks.documenter, tmp_path))
