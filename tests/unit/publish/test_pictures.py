"""Pictures on pages: what is drawn is what the model has, and nothing of a file's making comes along."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image as Pillow
from pypdf.generic import NameObject, StreamObject

from hrddesk.errors import PictureUnfit
from hrddesk.publish.audit.audit import audit
from hrddesk.publish.audit.findings import AuditCode, AuditFinding, Severity
from hrddesk.publish.images.burning import Unfit, burn
from hrddesk.publish.process import press
from hrddesk.publish.process.layout import lay_out
from hrddesk.publish.process.press import burnt_picture, print_pdf
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.model.picture import Image, PrintedPicture
from hrddesk.system.jobs import Cancelled, Job, silent
from tests.pictures import (
    CAMERA,
    COMMENT,
    ICC,
    MAKER,
    XMP,
    photo,
    pixels,
    plain_jpeg,
    runs,
    telling_runs,
    thumbnail_bytes,
)
from tests.unit.publish.bad_files import Writer, resources, rewritten

ModelMaker = Callable[..., RedactedModel]
BOX = Box(100, 90, 200, 130)
WIDE, TALL = (burn(photo("PNG", pixels(*size)), [BOX]).image for size in ((1000, 700), (500, 1300)))


def pictured(
    model: RedactedModel, *, caption: str = "The gate of the mill", alt: str = "A gate"
) -> RedactedModel:
    """Put pictures into a model: one with words in Chinese below it, one without, one a second time."""
    pictures = (
        PrintedPicture(WIDE.sha256, alt, caption, "2020-02"),
        PrintedPicture(TALL.sha256, "一扇门 — ئىشىك"),
        PrintedPicture(WIDE.sha256, "The same again", "", "2020"),
    )
    first, *others = model.cases
    images = tuple(sorted((WIDE, TALL), key=lambda image: image.sha256))
    return replace(model, cases=(replace(first, pictures=pictures), *others), images=images)


@pytest.fixture(scope="module")
def with_pictures(model: RedactedModel) -> RedactedModel:
    return pictured(model)


@pytest.fixture(scope="module")
def pages(with_pictures: RedactedModel) -> bytes:
    return lay_out(with_pictures)


def test_the_audit_passes_and_the_bytes_are_the_same_again(
    with_pictures: RedactedModel, pages: bytes
) -> None:
    assert audit(pages, with_pictures, ["Hesper Quillane", CAMERA]) == []
    assert lay_out(RedactedModel.from_bytes(with_pictures.canonical())) == pages


def test_demand_8_what_is_embedded_is_the_model_s_and_carries_nothing(pages: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pages))
    found = [item for page in reader.pages for item in page.images]
    assert len(found) == 3
    raw = {
        bytes(item.get_object()._data)
        for page in reader.pages
        for item in page.get("/Resources", {}).get("/XObject", {}).values()
    }
    assert raw == {WIDE.jpeg, TALL.jpeg}
    for data in raw:
        with Pillow.open(io.BytesIO(data)) as opened:
            assert not opened.getexif()
            assert set(opened.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for telling in (b"Exif", b"ICC_PROFILE", b"http://ns.adobe.com", COMMENT, CAMERA.encode()):
        assert telling not in pages


def images_of(pdf: bytes) -> list[tuple[int, tuple[float, float, float, float], Pillow.Image]]:
    """Return what pdfium takes out: page, place (left, lower, right, upper), pixels of each picture."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document):
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            found.append((number, item.get_bounds(), item.get_bitmap().to_pil().convert("RGB")))
        page.close()
    document.close()
    return found


def test_demand_8_a_box_is_one_colour_in_the_picture_that_others_take_out(pages: bytes) -> None:
    wide = [picture for _, _, picture in images_of(pages) if picture.size == (900, 630)]
    assert len(wide) == 2
    for picture in wide:
        assert picture.crop((90, 81, 270, 198)).getcolors() == [(180 * 117, (0, 0, 0))]  # nine tenths


@pytest.mark.skipif(shutil.which("pdfimages") is None, reason="poppler is not here")
def test_demand_8_poppler_takes_out_the_same_bytes(pages: bytes, tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(pages)
    subprocess.run(["pdfimages", "-j", "made.pdf", "out"], cwd=tmp_path, check=True)
    out = {path.read_bytes() for path in tmp_path.glob("out*.jpg")}
    assert out == {WIDE.jpeg, TALL.jpeg}


def test_pictures_are_drawn_upright_within_the_margins_and_their_words_stand_below(
    make_model: ModelMaker,
) -> None:
    pages = lay_out(pictured(make_model(("en",), 2)))
    found = images_of(pages)
    for _, (left, lower, right, upper), picture in found:
        assert left >= 69.9
        assert right <= 595.28 - 69.9
        assert lower >= 70
        assert upper <= 842 - 60
        assert abs((right - left) / (upper - lower) - picture.width / picture.height) < 0.02
    number, (_, lower, _, _), _ = found[0]
    document = pypdfium2.PdfDocument(pages)
    words = document[number].get_textpage()
    at = words.get_text_range().index("The gate of the mill (February 2020)")
    upper = words.get_charbox(at)[3]
    assert 0 < lower - upper < 12
    # As a whole page is looked at: the black box stands in the upper left of the picture, not upside down.
    seen = document[number].render(scale=2).to_pil().convert("RGB")
    left, _, right, top = found[0][1]
    scale = (right - left) / WIDE.width
    height = document[number].get_height()
    x, y = left + (BOX.left + BOX.width / 2) * scale, height - top + (BOX.top + BOX.height / 2) * scale
    assert seen.getpixel((int(2 * x), int(2 * y))) == (0, 0, 0)
    words.close()
    document.close()


def test_a_heading_stays_with_the_first_picture_below_it(make_model: ModelMaker) -> None:
    reader = pypdf.PdfReader(io.BytesIO(lay_out(pictured(make_model(("en",), 2)))))
    (at,) = [number for number, page in enumerate(reader.pages) if "Pictures" in page.extract_text()]
    assert len(reader.pages[at].images) == 2


def test_the_date_alone_stands_below_and_chinese_has_brackets_of_its_own(make_model: ModelMaker) -> None:
    pages = lay_out(pictured(make_model(("zh-Hans",), 2), caption="磨坊的大门"))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pages)).pages)
    assert "磨坊的大门（2020年2月）" in text
    assert "图片" in text


def test_a_screen_reader_is_told_what_is_to_be_seen(with_pictures: RedactedModel, pages: bytes) -> None:
    for picture in with_pictures.cases[0].pictures:
        words = (b"\xfe\xff" + picture.alt.encode("utf-16-be")).hex().upper().encode()
        assert b"/Alt<" + words + b">" in pages


@pytest.mark.parametrize(
    "change",
    [
        lambda model: pictured(model, alt="Something else"),
        lambda model: replace(
            model, cases=(replace(model.cases[0], pictures=()), *model.cases[1:]), images=()
        ),
        lambda model: replace(
            model,
            cases=(replace(model.cases[0], pictures=model.cases[0].pictures[:2]), *model.cases[1:]),
        ),
        lambda model: replace(
            model,
            cases=(
                replace(model.cases[0], pictures=model.cases[0].pictures[1:] + model.cases[0].pictures[:1]),
                *model.cases[1:],
            ),
        ),
    ],
)
def test_the_audit_sees_other_pictures_than_were_approved(
    make_model: ModelMaker, change: Callable[[RedactedModel], RedactedModel]
) -> None:
    model = pictured(make_model(("en",), 2))
    codes = {finding.code for finding in audit(lay_out(model), change(model), [])}
    assert codes & {AuditCode.PICTURE, AuditCode.ACTUAL_TEXT}


def swapped(pages: bytes, old: bytes, new: bytes) -> bytes:
    """Put other bytes into a file in place of some of the same length."""
    assert len(old) == len(new)
    assert old in pages
    return pages.replace(old, new)


def altered() -> bytes:
    middle = len(WIDE.jpeg) // 2
    return WIDE.jpeg[:middle] + bytes([WIDE.jpeg[middle] ^ 1]) + WIDE.jpeg[middle + 1 :]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WIDE.jpeg, altered()),
        (WIDE.jpeg, b"\xff\xfe" + WIDE.jpeg[2:]),
        (b"/DeviceRGB", b"/CalculRGB"),
        (b"/Width 900", b"/Width 901"),
        (b"/BitsPerComponent 8", b"/BitsPerComponent 4"),
        (b"/DCTDecode", b"/JPXDecode"),
    ],
)
def test_the_audit_sees_altered_pixels_and_another_kind_of_image(
    make_model: ModelMaker, old: bytes, new: bytes
) -> None:
    model = pictured(make_model(("en",), 2))
    codes = {finding.code for finding in audit(swapped(lay_out(model), old, new), model, [])}
    assert AuditCode.PICTURE in codes


def test_the_audit_sees_a_picture_that_no_page_draws(with_pictures: RedactedModel, pages: bytes) -> None:
    """An unapproved photograph under a name of ours, which nothing but a program would show."""
    assert audit(rewritten(pages, lambda _: None), with_pictures, []) == []

    def change(writer: Writer) -> None:
        objects: Any = next(
            found["/XObject"]
            for at in range(len(writer.pages))
            if "/XObject" in (found := resources(writer, at))
        )
        drawn = next(iter(objects.values())).get_object()
        other = StreamObject()
        other.update({key: value for key, value in drawn.items() if key != "/Length"})
        other.set_data(altered())
        unused = next(name for name in ("/I0", "/I1", "/I2", "/I3", "/I4") if name not in objects)
        objects[NameObject(unused)] = writer._add_object(other)

    found = audit(rewritten(pages, change), with_pictures, [])
    assert AuditFinding(AuditCode.PICTURE, Severity.ERROR) in found


def test_a_file_of_others_is_told_that_its_pictures_cannot_be_checked(pages: bytes) -> None:
    assert AuditFinding(AuditCode.PICTURE, Severity.WARNING) in audit(pages, None, [])


def test_a_picture_that_never_fits_beside_its_words_still_stands_whole(make_model: ModelMaker) -> None:
    long = pictured(make_model(("en",), 2), caption="Words and words. " * 300)
    assert audit(lay_out(long), long, []) == []


# --- the process that burns -------------------------------------------------------------------------------


def test_a_picture_is_burnt_in_a_process_of_its_own_as_it_would_be_here() -> None:
    assert burnt_picture(photo(), [BOX], silent()) == burn(photo(), [BOX])


@pytest.mark.parametrize(("data", "why"), [(b"%PDF-", Unfit.NONE), (photo("PNG")[:-4000], Unfit.DAMAGED)])
def test_a_file_that_is_no_picture_is_told_by_its_reference(data: bytes, why: Unfit) -> None:
    with pytest.raises(PictureUnfit) as told:
        burnt_picture(data, [], silent(), "E-1")
    assert told.value.details == {"ref": "E-1", "why": why}


def test_burning_can_be_cancelled() -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        burnt_picture(photo("PNG", pixels(3000, 3000)), [], job)


def test_a_picture_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "_PATIENCE", 1)
    monkeypatch.setattr(press, "_POLL", 0.001)
    with pytest.raises(PictureUnfit, match="too long"):
        burnt_picture(photo("PNG", pixels(3000, 3000)), [], silent())


def test_the_layout_process_prints_pictures(make_model: ModelMaker, tmp_path: Path) -> None:
    model = pictured(make_model(("en",), 2))
    printed = print_pdf(model, tmp_path / "made.pdf", [], silent())
    assert printed.findings == ()
    assert (tmp_path / "made.pdf").read_bytes() == lay_out(model)


def test_a_plain_jpeg_is_taken_as_it_is() -> None:
    assert (Image(plain_jpeg()).width, Image(plain_jpeg()).height) == (48, 32)


def test_demand_6_no_byte_run_of_the_original_s_side_data_is_in_the_finished_file(
    make_model: ModelMaker,
) -> None:
    original = photo("JPEG", pixels(900, 600))
    image = burn(original, [BOX]).image
    model = make_model(("en",), 2)
    shown = replace(model.cases[0], pictures=(PrintedPicture(image.sha256, "A gate"),))
    pdf = lay_out(replace(model, cases=(shown, *model.cases[1:]), images=(image,)))
    with Pillow.open(io.BytesIO(original)) as opened:
        beside = [value for value in opened.info.values() if isinstance(value, bytes)]
        beside += [opened.getexif().tobytes(), thumbnail_bytes(), ICC, XMP, MAKER]
    blank = burn(photo("PNG", Pillow.new("RGB", (900, 600), "white")), []).image.jpeg
    telling = telling_runs(beside, blank)
    assert len(telling) > 3_000
    for data in (pdf, *_streams(pdf)):
        assert not telling & runs(data)


def _streams(pdf: bytes) -> list[bytes]:
    """Return every stream of a file as it is decoded, pictures as they stand."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    decoded = []
    for number in sorted(set().union(*reader.xref.values())):
        value: Any = reader.get_object(number)
        if hasattr(value, "get_data"):
            decoded.append(bytes(value._data) if value.get("/Subtype") == "/Image" else value.get_data())
    return decoded
