"""Demands 1 and 6: what other programs read on the pages is the model's text, nothing more."""

import io
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pdfminer.high_level
import pypdf
import pypdfium2
import pytest

from hrddesk.publish.audit.approved_content import Approved, plain
from hrddesk.publish.audit.page_operators import draw
from hrddesk.publish.audit.page_resources import PageFonts, page_box, page_bytes
from hrddesk.publish.audit.tokens import operations
from hrddesk.publish.process.layout import lay_out
from hrddesk.redact.model.model import RedactedModel

ModelMaker = Callable[..., RedactedModel]

# Invented; they stand in no model.
SECRETS = [
    "Hesper Quillane",
    "赫斯珀·奎兰",
    "ھېسپېر",
    "ཧེས་པེར",
    "+86 130 5550 0199",
    "110101199003070000",
    "Nether Quarrytown",
]
# PyMuPDF does not survive warnings that are errors, so it and x-ray, which uses it, have their own process.
MUPDF = """
import pymupdf, sys
with pymupdf.open(stream=sys.stdin.buffer.read(), filetype="pdf") as document:
    sys.stdout.buffer.write("\\n".join(page.get_text() for page in document).encode())
"""
XRAY = """
import asyncio, sys, xray
print(sorted(asyncio.run(xray.inspect(sys.stdin.buffer.read()))))
"""


def pdftotext(*options: str) -> Callable[[bytes], str]:
    def extract(pdf: bytes) -> str:
        if shutil.which("pdftotext") is None:
            pytest.skip("pdftotext is not installed")
        command = ["pdftotext", *options, "-enc", "UTF-8", "-", "-"]
        text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode("utf-8")
        return re.sub("[\u202a-\u202c]", "", text)  # its own, around what runs to the left

    return extract


def by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    # pdfium gives a hyphen at the end of a line as U+FFFE.
    return "\n".join(texts).replace("\ufffe", "-")


def by_mupdf(pdf: bytes) -> str:
    return apart(MUPDF, pdf)


def apart(program: str, pdf: bytes) -> str:
    command = [sys.executable, "-W", "ignore", "-c", program]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode("utf-8")


def by_pdfminer(pdf: bytes) -> str:
    return pdfminer.high_level.extract_text(io.BytesIO(pdf))


EXTRACTORS: dict[str, Callable[[bytes], str]] = {
    "pdftotext": pdftotext(),
    "pdftotext-raw": pdftotext("-raw"),
    "pdftotext-layout": pdftotext("-layout"),
    "pypdf": by_pypdf,
    "pypdfium2": by_pdfium,
    "pymupdf": by_mupdf,
    "pdfminer": by_pdfminer,
}
# These read in the order of the stream, not by where a word stands on the page.
IN_ORDER = ("pdftotext-raw", "pypdf", "pypdfium2")


def repeated(pdf: bytes) -> str:
    """Return the feet, repeated heads and page numbers of the pages."""
    opened = PageFonts()
    texts: list[str] = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        resources = opened.resources(page.get("/Resources"))
        texts += draw(operations(page_bytes(page)), resources, page_box(page)).artifacts()
    return plain("".join(texts))


def bare(text: str) -> str:
    """Return a text after NFKC, without spaces and marks."""
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cc") and not c.isspace())


@pytest.mark.parametrize("name", EXTRACTORS)
def test_text_is_that_of_the_model(name: str, pdf: bytes, model: RedactedModel) -> None:
    found = EXTRACTORS[name](pdf)
    expected = Approved(model).text + repeated(pdf)
    extra = Counter(bare(found)) - Counter(bare(expected))
    missing = Counter(bare(expected)) - Counter(bare(found))
    assert not extra
    # pdftotext joins a word that goes on in the next line; each of these hyphens stands at the end of a line.
    allowed = {"-"} if name.startswith("pdftotext") else set()
    assert set(missing) <= allowed
    assert sum(missing.values()) <= 6


@pytest.mark.parametrize("name", EXTRACTORS)
def test_no_secret_in_it(name: str, pdf: bytes) -> None:
    found = bare(EXTRACTORS[name](pdf)).casefold()
    for secret in SECRETS:
        needle = bare(secret).casefold()
        assert needle not in found
        assert needle[::-1] not in found


@pytest.mark.parametrize("name", IN_ORDER)
def test_names_and_texts_are_read_whole(name: str, pdf: bytes, model: RedactedModel) -> None:
    found = re.sub("-", "", bare(EXTRACTORS[name](pdf)))
    for case in model.cases:
        for person in case.people:
            for form in person.name:
                if "𠮷" not in form.text:
                    assert re.sub("-", "", bare(form.text)) in found


def test_xray_finds_nothing(pdf: bytes) -> None:
    assert apart(XRAY, pdf).strip() == "[]"


def test_xray_fires_on_a_box_over_a_text(make_model: ModelMaker) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(lay_out(make_model(("en",)))))
    page = writer.pages[2]
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(page_bytes(page) + b" 0 0 0 rg 60 700 300 90 re f")
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    target = io.BytesIO()
    writer.write(target)
    assert apart(XRAY, target.getvalue()).strip() == "[3]"


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed")
def test_pages_can_be_painted(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", "20", "-gray", "made.pdf", "page"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    painted = sorted(tmp_path.glob("page*.pgm"))
    assert len(painted) == len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    for path in painted:
        pixels = path.read_bytes().split(b"\n", 3)[3]
        assert min(pixels) < 180  # there is ink
