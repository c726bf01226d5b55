"""Boxes are burned into pixels, and whatever stood beside the pixels stays behind."""

import io
import itertools
import random
import re
import struct
from typing import cast

import pytest
from PIL import Image, ImageDraw

from hrddesk.publish.images import burning
from hrddesk.publish.images.burning import Burnt, Unfit, burn
from hrddesk.redact.drafting.boxes import MOST_BOXES, Box
from hrddesk.redact.model.picture import MOST
from tests.campaigns import crossed
from tests.pictures import claims, exif_bytes, photo, pixels, runs, telling_runs, thumbnail_bytes

BOXES = (Box(100, 90, 201, 133), Box(501, 300, 139, 180), Box(0, 0, 11, 7))
KINDS = ("JPEG", "PNG", "WEBP", "GIF")
SAMPLINGS = ("4:4:4", "4:2:2", "4:2:0")


def opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB")


def colours(picture: Image.Image, corners: tuple[int, int, int, int]) -> set[object]:
    cut = picture.crop(corners)
    return {colour for _, colour in cut.getcolors(cut.width * cut.height) or []}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(640, 480), (2600, 1950), (1300, 4000)])
def test_demand_6_a_box_is_one_colour_in_the_pixels(kind: str, size: tuple[int, int]) -> None:
    burnt = burn(photo(kind, pixels(*size)), BOXES)
    shown = opened(burnt.image.jpeg)
    assert max(shown.size) == min(max(size) * 9 // 10, burning.SIDE)
    assert shown.tobytes() == burnt.pixels
    assert burnt.original == size
    for box in BOXES:
        left, top, right, lower = box.corners
        scale = shown.width / size[0]
        corners = (
            int(left * scale),
            int(top * scale),
            min(shown.width, -int(-right * scale)),
            int(lower * scale),
        )
        assert colours(shown, corners) == {(0, 0, 0)}
    assert len(colours(shown, (0, 0, *shown.size))) > 100  # and no more than boxes are black


def test_without_a_box_nothing_is_covered() -> None:
    burnt = burn(photo("PNG", Image.new("RGB", (64, 64), "white")), ())
    assert set(burnt.pixels) == {255}


@pytest.mark.parametrize("side", [1, 2, 9, 640, 1280])
def test_no_pixel_stays_as_it_was_taken(side: int) -> None:
    """The noise of a sensor tells the camera: where nothing else is done, pixels are mixed."""
    shown = opened(burn(photo("PNG", pixels(side, side)), ()).image.jpeg)
    assert shown.size == (max(1, side * 9 // 10),) * 2


@pytest.mark.parametrize("kind", KINDS)
def test_demand_6_no_byte_run_of_what_stood_beside_the_pixels_is_left(kind: str) -> None:
    image = photo(kind)
    # What the same pixels give with none of it: all that is left over of a run is there without it, too.
    made = io.BytesIO()
    picture = opened(image)
    picture.save(made, "PNG")
    assert burn(image, ()).image.jpeg == burn(made.getvalue(), ()).image.jpeg
    ours = burn(image, BOXES).image.jpeg
    beside = [exif_bytes(), thumbnail_bytes(), opened(thumbnail_bytes()).tobytes(), *side_data(image)]
    assert sum(map(len, beside)) > 10_000
    blank = burn(photo("PNG", Image.new("RGB", (640, 480), "white")), ()).image.jpeg
    assert not telling_runs(beside, blank) & runs(ours)


def side_data(image: bytes) -> list[bytes]:
    """Return everything that Pillow reads of a file beside its pixels, packed and unpacked."""
    with Image.open(io.BytesIO(image)) as picture:
        picture.load()
        values = list(picture.info.values())
        texts = [value.encode() for value in values if isinstance(value, str)]
        return [value for value in values if isinstance(value, bytes)] + texts + [picture.getexif().tobytes()]


@pytest.mark.parametrize("kind", KINDS)
def test_demand_6_pictures_that_differ_below_boxes_or_beside_the_pixels_give_the_same_bytes(
    kind: str,
) -> None:
    def one(secret: str, colour: str) -> bytes:
        picture = pixels(1600, 1200)
        if kind == "GIF":
            # A palette is drawn from all pixels: it stays the same where the colours do.
            picture = picture.quantize(16).convert("RGB")
        drawn = ImageDraw.Draw(picture)
        for box in BOXES[:2]:
            left, top, right, lower = box.corners
            drawn.rectangle((left + 1, top + 1, right - 2, lower - 2), fill=colour)
        if kind == "JPEG":
            return with_exif(picture, secret)
        return photo(kind, picture, secret=secret)

    def with_exif(picture: Image.Image, secret: str) -> bytes:
        made = io.BytesIO()
        # Losslessly, or what differs below a box would differ beside it, too.
        picture.save(made, "PNG", exif=exif_bytes(secret=secret))
        return made.getvalue()

    first, second = one("Obscura 7", "white"), one("Camera of somebody else", "black")
    assert first != second
    assert burn(first, BOXES).to_bytes() == burn(second, BOXES).to_bytes()


@pytest.mark.parametrize(
    ("orientation", "packed"),
    crossed("two jpegs", range(1, 9), list(itertools.product(SAMPLINGS, (0, 1))), 2),
)
def test_two_jpegs_that_differed_only_below_a_box_before_they_were_packed_give_the_same_bytes(
    orientation: int, packed: tuple[str, int]
) -> None:
    """A JPEG mixes what each of its blocks holds: a number plate leaves its fringe around a box."""
    sampling, progressive = packed
    stored = (331, 217)
    upright = stored if orientation < 5 else (stored[1], stored[0])
    boxes = (Box(101, 53, 58, 71), Box(0, 190, 13, 20), Box(upright[0] - 9, 3, 40, 11))

    def one(colour: str) -> bytes:
        picture = pixels(*upright)
        for box in boxes:
            left, top, right, lower = box.corners
            ImageDraw.Draw(picture).rectangle((left, top, right - 1, lower - 1), fill=colour)
            ImageDraw.Draw(picture).line((left, top, right - 1, lower - 1), fill="blue", width=3)
        turned = {
            2: Image.Transpose.FLIP_LEFT_RIGHT,
            3: Image.Transpose.ROTATE_180,
            4: Image.Transpose.FLIP_TOP_BOTTOM,
            5: Image.Transpose.TRANSPOSE,
            6: Image.Transpose.ROTATE_90,
            7: Image.Transpose.TRANSVERSE,
            8: Image.Transpose.ROTATE_270,
        }
        if orientation > 1:
            picture = picture.transpose(turned[orientation])
        assert picture.size == stored
        exif = Image.Exif()
        exif[0x0112] = orientation
        made = io.BytesIO()
        picture.save(made, "JPEG", exif=exif, subsampling=sampling, progressive=progressive, quality=60)
        return made.getvalue()

    light, dark = one("white"), one("red")
    bare = [burn(data, ()) for data in (light, dark)]
    assert bare[0].original == upright
    assert bare[0].pixels != bare[1].pixels
    assert burn(light, boxes).to_bytes() == burn(dark, boxes).to_bytes()
    assert len(colours(opened(burn(light, boxes).image.jpeg), (0, 0, *upright))) > 100  # not all is covered


def test_boxes_over_a_picture_that_was_packed_without_loss_do_not_grow() -> None:
    white = photo("PNG", Image.new("RGB", (128, 96), "white"))
    shown = opened(burn(white, [Box(46, 46, 6, 6)]).image.jpeg)
    assert colours(shown, (40, 40, 48, 48)) == {(0, 0, 0)}
    assert colours(shown, (0, 0, 32, shown.height)) == {(255, 255, 255)}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_boxes_are_counted_in_the_picture_as_it_is_looked_at(orientation: int) -> None:
    picture = Image.new("RGB", (400, 240), "white")
    picture.paste("red", (0, 0, 80, 60))  # one corner, which the turning moves
    burnt = burn(photo("PNG", picture, orientation=orientation), ())
    width, height = burnt.original
    assert (width, height) == ((400, 240) if orientation < 5 else (240, 400))
    shown = opened(burnt.image.jpeg)
    across = 80 if orientation < 5 else 60
    down = 60 if orientation < 5 else 80
    left = (
        0
        if shown.getpixel((4, 4)) != (255, 255, 255)
        or shown.getpixel((4, shown.height - 5)) != (255, 255, 255)
        else 1
    )
    box = Box((width - across) * left, 0, across, down)
    if shown.getpixel((box.left * 9 // 10 + 8, 4)) == (255, 255, 255):
        box = Box(box.left, height - down, across, down)
    covered = opened(burn(photo("PNG", picture, orientation=orientation), [box]).image.jpeg)
    seen = cast(tuple[tuple[int, int, int], ...], covered.get_flattened_data())  # it is a picture in colour
    assert not any(red > 40 > green for red, green, _ in seen)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_pictures_of_every_kind_are_read(mode: str) -> None:
    made = io.BytesIO()
    source = pixels(64, 64).convert("L") if mode == "I;16" else pixels(64, 64).convert(mode)
    if mode == "I;16":
        source = source.convert("I").point(lambda level: level * 257).convert("I;16")
    source.save(made, "PNG")
    burnt = burn(made.getvalue(), ())
    expected = pixels(64, 64).convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    average = opened(burnt.image.jpeg).convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(average, int | float)
    assert isinstance(expected, int | float)
    assert abs(average - expected) < 12


def test_what_is_clear_is_white_whatever_lies_below() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (32, 32), (200, 10, 10, 0)).save(made, "PNG")
    assert set(burn(made.getvalue(), ()).pixels) == {255}


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16"])
def test_a_level_of_grey_that_is_said_to_be_clear_is_white(mode: str) -> None:
    """A viewer shows nothing there; what lies below is what somebody took out."""
    source = Image.new(mode, (32, 16), 1)
    source.paste(0, (0, 0, 16, 16))
    made = io.BytesIO()
    source.save(made, "PNG", transparency=0)
    shown = opened(burn(made.getvalue(), ()).image.jpeg)
    assert colours(shown, (0, 0, 8, shown.height)) == {(255, 255, 255)}


def test_colours_of_print_are_read() -> None:
    made = io.BytesIO()
    Image.new("CMYK", (32, 32), (0, 255, 255, 0)).save(made, "JPEG")
    red, green, blue = burn(made.getvalue(), ()).pixels[:3]
    assert red > 200
    assert green < 60
    assert blue < 60


def test_boxes_beside_the_picture_do_nothing_and_those_across_its_edge_are_cut() -> None:
    white = photo("PNG", Image.new("RGB", (64, 48), "white"))
    assert set(burn(white, [Box(64, 0, 9, 9), Box(0, 48, 9, 9)]).pixels) == {255}
    covered = opened(burn(white, [Box(40, 40, 500, 500)]).image.jpeg)
    assert colours(covered, (40, 40, 64, 48)) == {(0, 0, 0)}
    assert colours(covered, (0, 0, 30, 30)) == {(255, 255, 255)}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Unfit.NONE),
        (b"no picture at all", Unfit.NONE),
        (b"%PDF-1.7", Unfit.NONE),
        (photo()[:-9000], Unfit.DAMAGED),
        (photo("PNG")[:-4000], Unfit.DAMAGED),
        (photo("WEBP")[:-4000], Unfit.NONE),
        (claims(100, 100), Unfit.DAMAGED),
        (claims(8001, 8000), Unfit.TOO_LARGE),
        (claims(60_000, 60_000), Unfit.TOO_LARGE),
    ],
)
def test_hostile_pictures_are_refused_with_a_reason(data: bytes, why: Unfit) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        burn(data, ())


def test_a_picture_that_unpacks_to_less_than_it_claims_is_refused_soon() -> None:
    short = claims(7000, 7000)  # 49 million pixels, of which it holds one byte
    with pytest.raises(ValueError, match=Unfit.DAMAGED):
        burn(short, ())


def test_what_the_process_is_asked_and_what_it_answers() -> None:
    asked = burning.request(photo(), BOXES)
    answered = burning.answer(asked)
    assert answered == burn(photo(), BOXES)
    assert Burnt.from_bytes(answered.to_bytes()) == answered
    small = burning.answer(burning.request(photo(), BOXES, 200))
    assert max(small.image.width, small.image.height) == 200
    assert small.original == (640, 480)


BOX = b'{"height":1,"left":1,"top":1,"width":1}'


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b'{"boxes":[%s],"side":9}' % BOX.replace(b"1", b"0"),
        b'{"boxes":[],"side":0}',
        b'{"boxes":[],"side":1281}',
        b'{"boxes":[' + (BOX + b",") * MOST_BOXES + BOX + b'],"side":9}',
    ],
)
def test_anything_else_is_not_asked(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"^[a-z]"):
        burning.answer(burning.WANTED + line + b"\n" + photo())
    burning.answer(burning.WANTED + b'{"boxes":[%s],"side":9}\n' % BOX + photo())


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: struct.pack(">I", 0) + data[4:],
        lambda data: struct.pack(">II", 1 << 16, 1 << 16) + data[8:],
        lambda data: data[:8] + struct.pack(">I", 641) + data[12:],
        lambda data: data[:16] + struct.pack(">I", 5) + data[20:],
    ],
)
def test_only_what_the_process_writes_is_read(change: object) -> None:
    assert callable(change)
    made = burn(photo(), BOXES).to_bytes()
    with pytest.raises(ValueError, match="picture"):
        Burnt.from_bytes(change(made))


def test_a_picture_larger_than_is_published_is_not_believed() -> None:
    made = io.BytesIO()
    pixels(1300, 20).save(made, "JPEG", subsampling=0)
    jpeg = made.getvalue()
    head = struct.pack(">IIIII", 1300, 20, 1300, 20, len(jpeg))
    with pytest.raises(ValueError, match="no picture"):
        Burnt.from_bytes(head + jpeg + b"\0" * (3 * 1300 * 20))


def test_noise_stays_below_what_a_model_takes() -> None:
    noise = Image.frombytes("RGB", (1280, 1280), random.Random(3).randbytes(3 * 1280 * 1280))
    made = io.BytesIO()
    noise.save(made, "PNG")
    assert len(burn(made.getvalue(), ()).image.jpeg) < MOST
