"""The file: nothing but pages, fonts and bookmarks; the same bytes on any day, machine and path."""

import io
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

import hrddesk
from hrddesk.publish.process.layout import lay_out
from hrddesk.records.language.labels import Chain
from hrddesk.redact.model.model import RedactedModel
from hrddesk.system.paths import resources
from tests.languages import LANGUAGES

ModelMaker = Callable[..., RedactedModel]

# A home folder whose files reportlab would run, and settings that would change every page
_TRAPS = (".reportlab_settings", ".reportlab_mods", "reportlab_settings.py", "reportlab_mods.py")
_RUN = "from hrddesk.publish.process.worker import main; import sys; sys.exit(main())"


def test_says_nothing_about_its_making(pdf: bytes) -> None:
    assert pdf.count(b"%%EOF") == pdf.count(b"startxref") == pdf.count(b"%PDF-") == 1
    # What is packed, and the letters that tell parts of fonts apart, read like anything by chance.
    written = re.sub(rb"stream\r?\n.*?endstream|/[A-Z]{6}\+", b"", pdf, flags=re.DOTALL)
    for word in (
        b"ReportLab",
        b"reportlab",
        b"/Info",
        b"/ID",
        b"/Producer",
        b"Date",
        b"/Metadata",
        b"<?xpacket",
    ):
        assert word not in written
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert not reader.metadata
    assert set(reader.trailer) == {"/Root", "/Size"}
    catalogue: Any = reader.trailer["/Root"].get_object()
    assert set(catalogue) == {
        "/Type",
        "/Pages",
        "/Outlines",
        "/PageMode",
        "/Lang",
        "/MarkInfo",
        "/StructTreeRoot",
    }


def test_language_is_set(pdf: bytes, language: Chain) -> None:
    catalogue: Any = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    expected = "zh" if language == ("zh-Hans",) else "en"
    assert catalogue["/Lang"] == expected


def _flat(outline: list[Any]) -> list[Any]:
    return [entry for item in outline for entry in (_flat(item) if isinstance(item, list) else [item])]


def _known(page: int | None) -> int:
    assert page is not None, "it leads nowhere"
    return page


def test_bookmarks_and_contents_lead_to_every_part(pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    pages = [_known(reader.get_destination_page_number(entry)) for entry in _flat(reader.outline)]
    # contents; figures, two of them; timeline; sheets, six of them; list, two bands; method
    assert len(pages) == 1 + 3 + 1 + 7 + 3 + 1
    assert [len(item) for item in reader.outline if isinstance(item, list)] == [2, 6, 2]
    assert pages == sorted(pages)
    assert pages[0] == 1
    links: Any = reader.pages[1]["/Annots"].get_object()
    targets = []
    for link in links:
        assert link.get_object()["/Subtype"] == "/Link"
        assert "/A" not in link.get_object()
        targets.append(_known(reader.get_page_number(link.get_object()["/Dest"][0].get_object())))
    assert targets == pages[1:]
    numbers = re.findall(r"(\d+)\n", reader.pages[1].extract_text() + "\n")
    for target in targets:
        assert str(target + 1) in numbers


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stdout + done.stderr


def test_same_bytes_after_another_model_and_on_another_day(
    make_model: ModelMaker, model: RedactedModel, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Demand 10: an unredacted preview in the same process leaves no trace."""
    for language in LANGUAGES:
        lay_out(make_model(language, 9))
    monkeypatch.setattr(time, "time", lambda: 4e9)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert lay_out(model) == pdf


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_same_bytes_for_any_user_path_and_seed(seed: str, make_model: ModelMaker, tmp_path: Path) -> None:
    """Demand 9, the part that is about the process: another checkout, user, day, zone and hash seed."""
    model = make_model(("en", "zh-Hans"))
    root = tmp_path / f"elsewhere {seed}"
    shutil.copytree(
        Path(hrddesk.__file__).parent, root / "hrddesk", ignore=shutil.ignore_patterns("__pycache__")
    )
    for folder in ("fonts", "captions", "languages"):
        shutil.copytree(resources() / folder, root / "resources" / folder)
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    mark = tmp_path / "ran"
    for name in _TRAPS:
        (home / name).write_text(f"open({str(mark)!r}, 'w').close()\ninvariant = 0\nuseA85 = 1\n")
    # Another day, as the fresh process sees it
    started = tmp_path / "started"
    (home / "sitecustomize.py").write_text(
        f"import time\ntime.time = lambda: 4e9 + {seed}\nopen({str(started)!r}, 'w').close()\n"
    )
    env = {
        "HOME": str(home),
        "PYTHONPATH": f"{root}{os.pathsep}{home}",
        "PYTHONHASHSEED": seed,
        "RL_invariant": "0",
        "RL_pageCompression": "0",
        "RL_xmlParser": "none",  # reportlab would not even start
        "TZ": "Asia/Urumqi",
        "USER": "somebody",
        "LC_ALL": "tr_TR.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        input=model.canonical(),
        capture_output=True,
        env=env,
        cwd=home,
        check=True,
    )
    assert done.stdout == lay_out(model)
    assert not mark.exists()
    assert started.exists()


def test_only_the_model_decides(make_model: ModelMaker) -> None:
    model = make_model(("en",))
    again = RedactedModel.from_bytes(model.canonical())
    assert lay_out(again) == lay_out(model)
    assert lay_out(make_model(("en",), 2)) != lay_out(model)
