"""The main job on real data in the window, by keys and mouse: record, hand over, review, publish.

People of the real data are cited by the numbers of their rows, never by name.
"""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from hrddesk.actions.interop import exports
from hrddesk.actions.vault import vaults
from hrddesk.crypto import kdf
from hrddesk.records.model.kinds import Kind
from hrddesk_ui.locking.resume import Resume
from tests.e2e import facts
from tests.e2e.person import NEW_RECORDS, PUBLISHED, Person
from tests.ui.driver import Driver

ROOT = Path(__file__).resolve().parents[2]
Start = Callable[[Resume], Driver]
# Screens that are none: Qt's plugin says what it cannot do, which a person would not miss in a test.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

SEARCHED_ROW = 1  # rows of parties.csv, counted from 0
NARRATIVE_ROW = 5
LABELLED_ROWS = (1, 5, 9)
MOST_OCTETS = 150_000  # of the picture in the README


@pytest.fixture
def quick_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the floor of the KDF at once, instead of measuring the computer for a second."""
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)


@pytest.mark.usefixtures("quick_kdf")
def test_the_picture_in_the_readme(tmp_path: Path, start: Start) -> None:
    """Take it anew: `HRDDESK_SHOTS=SHOTS pytest tests/e2e -k picture` leaves `SHOTS/window.png`."""
    person = Person(start(Resume(language="en", scheme="light")), {}, [])
    person.make_vault(tmp_path / "desk.hrdv")
    person.import_folder(ROOT / "resources" / "sample", ["new: 15 cases"])
    person.until(lambda: person.cases.list_has_keyboard)
    person.press("Ctrl+End", "Return")
    assert len(person.cases.timeline.list.entries) == 12
    taken = person.driver.shot("window", kept=True)
    with Image.open(taken) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(taken, optimize=True)
    for file in (taken, ROOT / "resources" / "help" / "window.png"):
        with Image.open(file) as picture:
            assert picture.size == (1366, 768)
        assert file.stat().st_size < MOST_OCTETS


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("quick_kdf")
def test_the_main_job_on_real_data(shared: Path, tmp_path: Path, start: Start) -> None:
    report = shared / "data" / "report2020"
    parties = facts.rows(report / "parties.csv")
    stick = tmp_path / "stick"
    stick.mkdir()
    small, large = tmp_path / "notice.txt", tmp_path / "recording.bin"
    small.write_bytes(b"a notice of detention, invented\n")
    large.write_bytes(os.urandom(1_500_000))
    paper: dict[str, str] = {}

    # The documenter records
    documenter = Person(start(Resume(language="en", scheme="light")), paper, parties)
    documenter.make_vault(tmp_path / "documenter.hrdv")
    documenter.import_folder(report, [f"new: {count} {kind}" for kind, count in NEW_RECORDS.items()])
    assert (len(documenter.ids(Kind.PARTY)), len(documenter.ids(Kind.CASE))) == (74, 73)
    documenter.find_person(SEARCHED_ROW)
    documenter.add_event("Detained", "early February 2020", "1 February 2020 to 10 February 2020")
    documenter.attach(small)
    documenter.attach(large)
    documenter.narrate(NARRATIVE_ROW)
    words = documenter.save_card(stick / "documenter.card")
    locked = documenter.lock()
    assert locked.folder == str(tmp_path / "documenter.hrdv")

    # The coordinator begins, and both meet
    coordinator = Person(start(Resume(language="en", scheme="light")), paper, parties)
    coordinator.make_vault(tmp_path / "coordinator.hrdv")
    coordinator_words = coordinator.save_card(stick / "coordinator.card")
    coordinator.meet(stick / "documenter.card", "documenter", words)
    waiting = coordinator.lock()

    # The documenter hands over
    documenter = Person(start(locked), paper, parties)
    documenter.unlock()
    documenter.meet(stick / "coordinator.card", "coordinator", coordinator_words)
    bundle = documenter.send("coordinator", stick)
    documenter.lock()

    # The coordinator takes over and publishes
    coordinator = Person(start(waiting), paper, parties)
    coordinator.unlock()
    coordinator.receive(bundle, "documenter")
    coordinator.import_folder(
        report, ["changed: 137 events"], public=True
    )  # what a desk publishes by name is made public first
    target = tmp_path / "report.pdf"
    shown = coordinator.publish(target, LABELLED_ROWS)
    coordinator.lock()

    _same_facts(tmp_path, report, paper, {file.name: file.read_bytes() for file in (small, large)})
    printed = "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    labels = [_who_is_labelled(facts.folded(text), parties) for text in (shown, printed)]
    assert labels[0] == labels[1]  # the PDF holds what the preview showed


def _who_is_labelled(text: str, parties: list[facts.Row]) -> str:
    """Look for every name in what was published; return the label in the narrative."""
    for row, party in enumerate(parties[:PUBLISHED]):
        for name in facts.names(party):
            assert (facts.folded(name) in text) == (row not in LABELLED_ROWS), f"row {row} of parties.csv"
    for row, party in enumerate(parties[PUBLISHED:], PUBLISHED):
        first = facts.folded(facts.names(party)[0])
        assert len(first) <= 6 or first not in text, f"row {row} of parties.csv"
    assert "nobodyelsewasthere" in text
    found = re.search(r"itissaidthatperson([abc])wasseen", text)
    assert found is not None
    return found[1]


def _same_facts(folder: Path, report: Path, paper: dict[str, str], files: dict[str, bytes]) -> None:
    """Compare what both vaults hold with the report, and attached files with their originals."""
    for desk in ("documenter", "coordinator"):
        with vaults.unlock(folder / f"{desk}.hrdv", vaults.passphrase_secret(paper[desk])) as session:
            exports.run(session, folder / desk, "kit")
            evidence = [session.store.get(each) for each in session.store.ids(Kind.EVIDENCE)]
        more = facts.added(folder / desk, report)
        assert [row["date"] for row in more.pop("events")] == ["early February 2020"]
        assert set(map(bool, more.values())) == {False}
        sums = {record.text("original_name"): record.text("sha256") for record in evidence}
        assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
