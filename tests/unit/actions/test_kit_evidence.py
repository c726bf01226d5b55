"""Evidence goes out with a kit and comes in with one: rows, files, levels, and what cites it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import cases, citations, evidence
from hrddesk.actions.records.citations import SourceStatement
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import FileUnreadable
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit import readme as kit_readme
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent

_LARGE = bytes(range(256)) * 512  # does not fit into the database


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    made, _ = Session.create(tmp_path / "other.hrdv", "granite lantern orbit velvet", FLOOR)
    with made:
        yield made


@pytest.fixture
def pieces(session: Session, tmp_path: Path) -> list[RecordId]:
    """A film, which anybody who works on it may see, and a secret letter that was made from it."""
    case = cases.create(session, {"title": "The mill"}).result
    made: list[RecordId] = []
    for name, content in (("film", _LARGE), ("letter", b"a letter")):
        (tmp_path / name).write_bytes(content)
        fields = {"title": name, "derived_from": made[0] if made else None, "captured": "2020-03"}
        made.append(evidence.add(session, case, tmp_path / name, silent(), fields).result.id)
    with session.store.change("test") as change:
        change.put(session.store.get(made[0]).with_visibility(Visibility.RESTRICTED, "sha256"))
    citations.cite(session, case, SourceStatement(source=made[1], field="title", quote="at the mill"))
    return made


def _told(record: Record) -> dict[str, object]:
    return {name: value for name, value in record.fields.items() if name not in ("ref", "derived_from")}


def _content(session: Session, sha256: str) -> bytes:
    return b"".join(session.store.blobs.chunks(sha256))


def test_files_of_secret_evidence_stay_in_the_vault_unless_a_person_says_so(
    session: Session, pieces: list[RecordId], tmp_path: Path
) -> None:
    report = exports.run(session, tmp_path / "out", "kit")
    assert report.files_left == {kit_readme.SECRET: 1}
    (film,) = (tmp_path / "out" / "evidence").iterdir()
    assert film.read_bytes() == _LARGE
    assert film.stem == session.store.get(pieces[0]).text("sha256")
    readme = (tmp_path / "out" / "README.txt").read_text("utf-8")
    assert "NOT ENCRYPTED" in readme
    assert "1 file(s) of secret evidence" in readme
    assert "1 个保密证据的文件" in readme
    assert [entry.what for entry in evidence.log(session, pieces[0])][-1] == "evidence.exported"
    assert "evidence.exported" not in [entry.what for entry in evidence.log(session, pieces[1])]
    report = exports.run(session, tmp_path / "all", "kit", secret_files=True)
    assert report.files_left == {}
    assert len(list((tmp_path / "all" / "evidence").iterdir())) == 2
    assert all((tmp_path / "all" / name).is_file() for name in report.files)


@pytest.mark.parametrize("form", exports.FORMATS)
def test_what_goes_out_comes_in_again(
    session: Session, other: Session, pieces: list[RecordId], tmp_path: Path, form: str
) -> None:
    exports.run(session, tmp_path / "out", form, secret_files=True)
    report, changes = imports.run(other, tmp_path / "out")
    assert report.errors == report.warnings == ()
    there = {record.text("title"): record for record in other.store.all(Kind.EVIDENCE)}
    for piece in pieces:
        record = session.store.get(piece)
        found = there[record.text("title")]
        assert _told(found) == _told(record)
        assert found.visibility("sha256") is record.visibility("sha256")
        assert _content(other, found.text("sha256")) == _content(session, record.text("sha256"))
        assert found.text("ref")
    assert there["letter"].text("derived_from") == there["film"].id
    (case,) = other.store.ids(Kind.CASE)
    assert {record.cases for record in there.values()} == {(case,)}
    (cited,) = other.store.all(Kind.CITATION)
    assert (cited.text("record"), cited.text("source")) == (case, there["letter"].id)
    again = imports.run(other, tmp_path / "out").result
    assert (again.new, again.updated) == ({}, {})
    assert report.id is not None
    imports.undo(other, report.id)
    assert other.store.ids(Kind.EVIDENCE) == []
    assert changes.others


def test_a_description_comes_without_its_file_and_the_file_later(
    session: Session, other: Session, pieces: list[RecordId], tmp_path: Path
) -> None:
    exports.run(session, tmp_path / "out", "kit")
    report = imports.run(other, tmp_path / "out", source="mill").result
    assert [item.code for item in report.warnings] == [RemarkCode.NO_FILE]
    sha256 = session.store.get(pieces[1]).text("sha256")
    assert not other.store.blobs.known(sha256)
    exports.run(session, tmp_path / "all", "kit", secret_files=True)
    report = imports.run(other, tmp_path / "all", source="mill").result
    assert (report.new, report.warnings) == ({}, ())
    assert _content(other, sha256) == b"a letter"
    assert len(other.store.ids(Kind.EVIDENCE)) == 2


def _kit(folder: Path, rows: str, **contents: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    (folder / "evidence.csv").write_text(rows, "utf-8")
    return folder


def test_one_content_of_two_pieces_is_sealed_once(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "kit", "evidence,file\ne1,film\ne2,film\n", film=_LARGE)
    imports.run(session, folder)
    hashes = {record.text("sha256") for record in session.store.all(Kind.EVIDENCE)}
    assert len(session.store.ids(Kind.EVIDENCE)) == 2
    assert [_content(session, sha256) for sha256 in hashes] == [_LARGE]


def test_an_original_stays_whatever_a_row_says_later(session: Session, tmp_path: Path) -> None:
    folder = _kit(tmp_path / "kit", "evidence,file\ne1,note\n", note=b"one")
    imports.run(session, folder)
    _kit(folder, "evidence,file\ne1,note\n", note=_LARGE)
    report = imports.attempt(session, folder).result
    assert [item.code for item in report.errors] == [RemarkCode.EVIDENCE_STAYS]
    assert session.store.blobs.hashes() == [next(session.store.all(Kind.EVIDENCE)).text("sha256")]
    _kit(folder, "evidence,file,derived_from\ne2,note,e3\ne3,note,e2\n", note=b"two")
    report = imports.attempt(session, folder).result
    assert {item.code for item in report.errors} == {RemarkCode.FROM_ITSELF}


def test_a_dry_run_seals_nothing_and_a_file_that_changes_meanwhile_is_refused(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _kit(tmp_path / "kit", "evidence,file\ne1,film\n", film=_LARGE)
    imports.run(session, folder, dry_run=True)
    assert session.store.blobs.hashes() == []
    real = evidence.sealed

    def changed(session: Session, path: Path, job: Job) -> Blob:
        (folder / "film").write_bytes(_LARGE + b"x")
        return real(session, path, job)

    monkeypatch.setattr(evidence, "sealed", changed)
    with pytest.raises(FileUnreadable):
        imports.run(session, folder)
    assert session.store.ids(Kind.EVIDENCE) == session.store.blobs.hashes() == []
    assert session.store.blobs.sealed() == []


def test_a_file_that_does_not_hold_is_left_out_and_told_of(
    session: Session, pieces: list[RecordId], tmp_path: Path
) -> None:
    (blob,) = session.store.blobs.sealed()
    path = session.store.blobs.path_of(blob)
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)
    report = exports.run(session, tmp_path / "out", "kit", secret_files=True)
    assert report.files_left == {kit_readme.DAMAGED: 1}
    assert [entry.name for entry in (tmp_path / "out" / "evidence").iterdir()] == [
        session.store.get(pieces[1]).text("sha256") + ".txt"
    ]
