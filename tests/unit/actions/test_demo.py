"""The demo does the main job, and leaves just what it says."""

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from hrddesk.actions import demo
from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import TargetExists, WriteFailed
from hrddesk.records.model.kinds import TRAVELLING, Kind
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.store.vault.session import Session
from hrddesk.system import paths
from hrddesk.system.jobs import Cancelled, Job


@pytest.fixture(autouse=True)
def _floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "calibrate", lambda: FLOOR)


def test_the_main_job_leaves_two_vaults_a_bundle_and_a_pdf(tmp_path: Path) -> None:
    steps: list[int] = []
    made = demo.run(tmp_path / "out", Job(lambda done, _: steps.append(done)))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        [
            "documenter.hrdv",
            "coordinator.hrdv",
            "handover.hrdb",
            "publication.pdf",
            "publication.pdf.sig",
            "passphrase.txt",
        ]
    )
    assert steps == [0, 1, 2, 3, 4, 5, 6]
    secret = PassphraseSecret(made.passphrase.read_text("utf-8").strip())
    counts = []
    for path in made.vaults:
        with Session.open(path, secret) as session:
            assert session.alarms == []
            counts.append({kind: session.store.tables.count(kind) for kind in TRAVELLING})
            assert len(session.store.blobs.hashes()) == 4
    assert counts[1].pop(Kind.QUERY) == 3  # the figures that are printed, and the profile
    assert counts[0].pop(Kind.QUERY) == 0
    assert counts[0] == counts[1]
    assert counts[0][Kind.PARTY] == 30
    assert counts[0][Kind.REPORT] == 1
    assert counts[0][Kind.EVENT] >= 60
    assert made.published.pages > 3
    assert len(made.published.preview.labels) >= 3
    assert not made.published.preview.left_out.get(LeftOut.PICTURE)
    _has_one_covered_picture(made.pdf)
    with pytest.raises(TargetExists):
        demo.run(tmp_path / "out", Job())


def _has_one_covered_picture(pdf: Path) -> None:
    """The file of the sample tells who took it, and where; what is published does not, and shows no face."""
    original = (paths.resources() / "sample" / "evidence" / "case01-gate.jpg").read_bytes()
    beside = Image.open(io.BytesIO(original)).getexif()
    told = [beside[tag] for tag in (0x010F, 0x0110, 0x013B)]  # camera, model, whoever took it
    assert beside.get_ifd(0x8825)[2] == (12.0, 30.0, 0.0), "where"
    (shown,) = [image.data for page in PdfReader(pdf).pages for image in page.images]
    for words in (*told, "Exif"):
        assert words.encode() in original
        assert words.encode() not in shown
        assert words.encode() not in pdf.read_bytes()
    picture = Image.open(io.BytesIO(shown))
    assert picture.size == tuple(side * 9 // 10 for side in demo.SIZE), "it was turned upright"
    for box in demo.BOXES:
        left, top, right, lower = (at * 9 // 10 for at in box.corners)
        covered = picture.crop((left, top, right, lower)).getcolors()
        assert [colour for _, colour in covered or ()] == [(0, 0, 0)]
    assert len(picture.getcolors(1 << 20) or ()) > 100, "the rest is to be seen"


def test_a_place_that_cannot_be_written_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(WriteFailed):
        demo.run(tmp_path / "out", Job())


@pytest.mark.parametrize("there", [True, False])
def test_a_demo_that_was_stopped_leaves_nothing_of_it(tmp_path: Path, there: bool) -> None:
    out = tmp_path / "out"
    if there:
        out.mkdir()
        (out / "mine").write_bytes(b"mine")

    def stop(done: int, _: int) -> None:
        if done == 3:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        demo.run(out, job)
    assert [path.name for path in tmp_path.rglob("*")] == (["out", "mine"] if there else [])
