"""A page in one script, as a picture: heading, paragraph, row of a table, axis of a chart.

The pictures in tests/data/scripts were looked at. To make them anew, and look at them again:
`.venv/bin/python -m tests.unit.publish.script_pages`
"""

import io
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image

from hrddesk.publish.process.reportlab_setup import settle

settle()  # before anything imports reportlab

from hrddesk.publish.pdf import page_style  # noqa: E402  (settled)
from hrddesk.publish.pdf.document import PageCanvas  # noqa: E402  (settled)
from hrddesk.publish.pdf.rows import Columns, RowFlowable  # noqa: E402  (settled)
from hrddesk.publish.typesetting.lettering import Anchor, TextStyle, Typesetter, draw_line  # noqa: E402  (settled)
from hrddesk.publish.typesetting.paragraph import InkSpan, ScriptParagraph  # noqa: E402  (settled)
from hrddesk.publish.typesetting.vertical import text_block  # noqa: E402  (settled)
from tests.unit.publish.scripts import TEXTS, WORDS  # noqa: E402  (settled)

KEPT: Final = Path(__file__).parents[2] / "data" / "scripts"
PAPER: Final = (420.0, 340.0)
_WIDTH: Final = 380.0
_COLUMNS: Final = Columns(widths=(120, 248), gap=12, above=3, below=4, rule=page_style.HAIRLINE)
_TICK: Final = TextStyle(size=8, leading=10, ink=page_style.TEXT)


def page(script: str) -> bytes:
    """Return a PDF of one page in a script."""
    setter, target = Typesetter(), io.BytesIO()
    canvas = PageCanvas(target, PAPER, "en")
    word, text = WORDS[script], TEXTS[script]
    cell = ScriptParagraph(
        [InkSpan("Place: ", page_style.QUIET), InkSpan(word, page_style.TEXT)], page_style.CELL, setter
    )
    blocks: list[ScriptParagraph | RowFlowable] = [
        ScriptParagraph(word, page_style.HEADING, setter),
        text_block(text, page_style.BODY, setter),
        RowFlowable([[ScriptParagraph(word, page_style.CELL, setter)], [cell]], _COLUMNS),
    ]
    y = PAPER[1] - 20
    for block in blocks:
        y -= block.wrap(_WIDTH)
        block.draw_at(canvas.code, 20, y)
        y -= 8
    for anchor, x in ((Anchor.LEFT, 20), (Anchor.MIDDLE, 210), (Anchor.RIGHT, 400)):
        draw_line(canvas.code, word, x, y - 12, _TICK, setter, anchor)
    canvas.bookmarkPage("page", fit="Fit")
    canvas.addOutlineEntry("page", "page")
    canvas.showPage()
    canvas.finish(setter.fonts)
    return target.getvalue()


def paint(pdf: bytes) -> Image.Image:
    """Return the first page of a PDF in shades of grey, as poppler paints it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.pdf").write_bytes(pdf)
        command = ["pdftoppm", "-r", "110", "-gray", "-singlefile", "page.pdf", "page"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        with Image.open(Path(folder, "page.pgm")) as image:
            return image.copy()


def main() -> None:
    """Write the pictures."""
    KEPT.mkdir(exist_ok=True)
    for script in TEXTS:
        paint(page(script)).quantize(16).save(KEPT / f"{script}.png", optimize=True)


if __name__ == "__main__":
    main()
