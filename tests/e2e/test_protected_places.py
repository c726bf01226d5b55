"""From the desk that knows a source to a page: two vaults, the name in a record of the first alone."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pdfminer.high_level
import pypdf
import pypdfium2
import pytest

from hrddesk.errors import MayNameSomebody, TextUndecided
from tests.e2e.typed import Desk
from tests.unit.publish.test_extractors import MUPDF

NAME = "Tamsin Quell"
TEXT = f"Vero Lunt hid at the mill. {NAME} told us of it, and {NAME} fled."
EDITED = (
    f"In June Vero Lunt hid at the old mill. We have it from {NAME}; later Tamsin Kwell fled to the hills."
)
PRINTED = "In June Vero Lunt hid at the old mill. We have it from [person]; later [person] fled to the hills."


@pytest.fixture
def documenter(tmp_path: Path) -> Desk:
    return Desk(tmp_path, "documenter")


@pytest.fixture
def coordinator(tmp_path: Path) -> Desk:
    return Desk(tmp_path, "coordinator")


def _case(desk: Desk, **fields: str) -> str:
    """Write a public case of one person down; return its reference."""
    case = desk.run("case", "new", "--title", "The mill", *(f"{key}={text}" for key, text in fields.items()))
    party = desk.run("party", "new", "--name", "Vero Lunt", "--case", case["ref"], "--role", "subject")
    for ref in (case["ref"], party["ref"]):
        desk.run("visibility", ref, "public")
    return str(case["ref"])


def _hand_over(sender: Desk, reader: Desk, path: Path, *more: str) -> Any:
    """Send everything, sources by code name, and take it over; return what was written."""
    to, name = reader.vault.stem, sender.vault.stem
    written = sender.run("bundle", "write", path, "--to", to, "--all", *more)
    found = reader.run("bundle", "read", path)
    assert found["sender"] == name
    reader.run("bundle", "accept", found["review"], "--all", "--take", "theirs")
    return written


def _read(pdf: Path) -> list[str]:
    """Return what programs find on the pages that somebody would use who looks for a name."""
    raw = pdf.read_bytes()
    mupdf = subprocess.run([sys.executable, "-c", MUPDF], input=raw, capture_output=True, check=True)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw)]
    found = [
        "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages),
        "\n".join(pages),
        pdfminer.high_level.extract_text(io.BytesIO(raw)),
        mupdf.stdout.decode(),
    ]
    return [" ".join(text.split()) for text in found]


@pytest.mark.timeout(420)
def test_a_name_that_only_the_sender_knows_is_not_printed(
    documenter: Desk, coordinator: Desk, tmp_path: Path
) -> None:
    documenter.meet(coordinator, "coordinator", tmp_path)
    coordinator.meet(documenter, "documenter", tmp_path)
    case = _case(documenter, narrative=TEXT)
    documenter.run("source", "new", "--title", NAME, "code_name=Wren")
    written = _hand_over(documenter, coordinator, tmp_path / "a.hrdb", "--mentions", "send")
    assert [item["words"] for item in written["contents"]["mentions"]] == [NAME]
    assert NAME not in str(coordinator.run("source", "list"))

    # Read it, change the text around the places and in one of them, decide
    review = ("text", "review", case, "--profile", "names")
    seen = coordinator.run(*review, "--show")
    assert seen["result"] == TEXT.replace(NAME, "[person]")
    coordinator.run(*review, "--seen", seen["seen"], code=TextUndecided.exit_code)
    coordinator.run("case", "edit", case, f"narrative={EDITED}")
    seen = coordinator.run(*review, "--show")
    assert (seen["result"], seen["lost"]) == (PRINTED, 0)
    assert {mark["reason"] for mark in seen["marks"]} == {"protected by another desk"}
    place = EDITED.index(NAME)
    decide = ("text", "decide", case, "--profile", "names", "--at", f"{place}-{place + len(NAME)}")
    coordinator.run(*decide, "--stay", code=MayNameSomebody.exit_code)
    for mark in seen["marks"]:
        start = EDITED.index(mark["text"])
        at = f"{start}-{start + len(mark['text'])}"
        coordinator.run("text", "decide", case, "--profile", "names", "--at", at, "--word", "person")
    coordinator.run(*review, "--seen", coordinator.run(*review)["seen"])

    # Publish
    made = ("--all", "--profile", "names", "--accept-all-risks", "for the test")
    coordinator.run("publish", tmp_path / "a.pdf", *made)
    for text in _read(tmp_path / "a.pdf"):
        assert PRINTED in text
        for part in ("Tamsin", "Quell", "Kwell", "Wren"):
            assert part not in text

    # Uncovered on purpose it is printed: without the decision nothing else would have kept it back
    coordinator.run(*decide, "--stay", "--certain")
    coordinator.run(*review, "--seen", coordinator.run(*review)["seen"])
    coordinator.run("publish", tmp_path / "b.pdf", *made)
    assert all(NAME in text for text in _read(tmp_path / "b.pdf"))
