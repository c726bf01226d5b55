"""Every script in every place: demands 11, 12 and 13, and what other programs read."""

import re
import shutil
from collections import Counter

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from hrddesk.publish.audit.approved_content import Approved, plain
from hrddesk.publish.audit.audit import audit
from hrddesk.publish.process.layout import lay_out
from hrddesk.publish.typesetting import bidi, fontfile
from hrddesk.publish.typesetting.fontfile import Placed
from tests.unit.publish.script_pages import KEPT, page, paint
from tests.unit.publish.scripts import MONGOLIAN, TEXTS, TIBETAN, UYGHUR, in_scripts
from tests.unit.publish.test_extractors import EXTRACTORS, bare, by_pypdf, pdftotext, repeated

PAINTED = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed")
# Difference in shades of grey: on average over the page, and within the worst block of 12 pixels. pdfium,
# which paints edges in its own way, stays below 1.8 and 41; letters that do not join are above 1.6 and 69.
_ALIKE = 2.5
_BLOCK = 55.0


@pytest.fixture(scope="module", params=TEXTS)
def script(request: pytest.FixtureRequest) -> str:
    """Each script in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def laid_out() -> dict[str, bytes]:
    """A publication in each script, in one for all tests."""
    return {script: lay_out(in_scripts(script)) for script in TEXTS}


def test_passes_its_audit(script: str, laid_out: dict[str, bytes]) -> None:
    assert audit(laid_out[script], in_scripts(script), ["Hesper Quillane", "ھېسپېر", "ཧེས་པེར"]) == []


def test_all_scripts_in_one() -> None:
    model = in_scripts(*TEXTS)
    pdf = lay_out(model)
    assert audit(pdf, model, []) == []
    assert lay_out(type(model).from_bytes(model.canonical())) == pdf


def test_a_secret_is_found_in_every_script(script: str, laid_out: dict[str, bytes]) -> None:
    """The audit reads the pages, so what one model keeps back of a text is seen in the file of another."""
    other = in_scripts("latin" if script != "latin" else "cyrillic")
    word = max(re.findall(r"[^\s\d.,;:()“”«»（）]+", TEXTS[script]), key=len)
    codes = {finding.code for finding in audit(laid_out[script], other, [word])}
    assert {"text-differs", "secret-in-text", "to-unicode"} <= codes


@pytest.mark.parametrize("name", EXTRACTORS)
def test_other_programs_read_every_character(name: str, script: str, laid_out: dict[str, bytes]) -> None:
    pdf = laid_out[script]
    found = EXTRACTORS[name](pdf)
    expected = Approved(in_scripts(script)).text + repeated(pdf)
    extra = Counter(bare(found)) - Counter(bare(expected))
    missing = Counter(bare(expected)) - Counter(bare(found))
    assert not extra.keys() - set("()[]«»")  # some turn brackets that run to the left, some do not
    assert not missing.keys() - set("-()[]«»")


@pytest.mark.parametrize("name", EXTRACTORS)
def test_years_in_text_that_runs_to_the_left_come_out_as_entered(
    name: str, laid_out: dict[str, bytes]
) -> None:
    found = EXTRACTORS[name](laid_out["uyghur"])
    assert found.count("2014") >= UYGHUR.count("2014") * 3 + 5
    assert found.count("2017") >= 3
    assert "2,500" in found
    for turned in ("4102", "7102", "005,2", "51-3"):
        assert turned not in found


@pytest.mark.parametrize("text", [TIBETAN, MONGOLIAN])
def test_letters_that_merge_are_read_as_words(text: str, laid_out: dict[str, bytes]) -> None:
    script = next(name for name, known in TEXTS.items() if known == text)
    for word in re.findall(r"[\u0f40-\u0fbc\u1820-\u18aa]{4,}", text):
        assert word in pdftotext("-raw")(laid_out[script])


def test_letters_that_merge_say_which_they_are_but_not_where_they_run_to_the_left(
    laid_out: dict[str, bytes],
) -> None:
    assert "ActualText" in operators(laid_out["tibetan"])
    assert "ActualText" in operators(laid_out["mongolian"])
    for script in ("uyghur", "latin", "simplified"):
        assert "ActualText" not in operators(laid_out[script])


def operators(pdf: bytes) -> str:
    """Return the operators of all pages."""
    import io

    import pypdf

    from hrddesk.publish.audit.page_resources import page_bytes

    return "".join(page_bytes(page).decode("latin-1") for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_characters_without_a_font_are_read_as_numbers(laid_out: dict[str, bytes]) -> None:
    assert "[U+20BB7]" in plain(by_pypdf(laid_out["mixed"]))


# --- pictures -------------------------------------------------------------------------------------------


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Return how far two pictures differ: on average, and in the worst block."""
    if one.size != other.size:
        return 255.0, 255.0
    soft = ImageFilter.BoxBlur(1)
    changed = ImageChops.difference(one.filter(soft), other.convert("L").filter(soft))
    blocks = changed.resize((changed.width // 12, changed.height // 12), Image.Resampling.BOX)
    _, worst = blocks.getextrema()
    assert not isinstance(worst, tuple)  # there is one band
    return ImageStat.Stat(changed).mean[0], worst


@PAINTED
def test_page_looks_as_the_one_that_was_looked_at(script: str) -> None:
    with Image.open(KEPT / f"{script}.png") as kept:
        mean, worst = difference(paint(page(script)), kept)
    assert mean < _ALIKE
    assert worst < _BLOCK


def _apart(
    self: fontfile.FontFile, text: str, *, backwards: bool = False, upright: bool = False
) -> tuple[Placed, ...]:
    """Do what a program does that knows no shaping: each letter by itself."""
    made = [
        Placed(glyph=self.glyph(c), letters=c, text=c, advance=self.advance(self.glyph(c)), right=0, up=0)
        for c in (reversed(text) if backwards else text)
    ]
    return tuple(made)


@PAINTED
@pytest.mark.parametrize("script", ["uyghur", "tibetan", "mongolian", "mixed"])
def test_letters_that_do_not_join_look_different(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fontfile.FontFile, "shape", _apart)
    with Image.open(KEPT / f"{script}.png") as kept:
        mean, worst = difference(paint(page(script)), kept)
    assert mean > _ALIKE or worst > _BLOCK


@PAINTED
def test_a_line_in_another_order_looks_different(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bidi, "order", lambda levels: list(range(len(levels))))
    with Image.open(KEPT / "uyghur.png") as kept:
        mean, worst = difference(paint(page("uyghur")), kept)
    assert mean > _ALIKE or worst > _BLOCK
