"""The photograph of the sample is what its script draws, and the demo covers what it shows of people."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from PIL import Image, ImageChops, ImageOps, ImageStat

from hrddesk.actions import demo

Load = Callable[[str], ModuleType]


def test_the_file_is_what_the_script_draws(script: Load, tmp_path: Path) -> None:
    drawing = script("draw_sample")
    drawing.write(tmp_path / "anew.jpg")
    kept, anew = Image.open(drawing.TARGET), Image.open(tmp_path / "anew.jpg")
    assert kept.size == (demo.SIZE[1], demo.SIZE[0]), "it lies on its side"
    assert dict(kept.getexif()) == dict(anew.getexif())
    for part in (0x8769, 0x8825):
        assert dict(kept.getexif().get_ifd(part)) == dict(anew.getexif().get_ifd(part))
    differs = ImageChops.difference(ImageOps.exif_transpose(kept), ImageOps.exif_transpose(anew))
    assert max(ImageStat.Stat(differs).mean) < 1


def test_boxes_of_the_demo_cover_both_faces_and_the_plate(script: Load) -> None:
    drawing = script("draw_sample")
    upright = drawing.draw()
    assert upright.size == demo.SIZE
    for place in (*drawing.FACES, drawing.PLATE):
        assert len(upright.crop(place).getcolors(1 << 16)) > 3, "there is something to cover"
        assert any(
            box.corners[0] <= place[0]
            and box.corners[1] <= place[1]
            and box.corners[2] >= place[2]
            and box.corners[3] >= place[3]
            for box in demo.BOXES
        )
