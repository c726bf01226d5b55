"""Files that tell a name in every way that a reader, a program or a search of the bytes brings to light.

Each maker returns a whole file. The people are invented; one has a name in Latin and Cyrillic letters.
"""

import io
import re
from collections.abc import Callable, Iterable
from typing import Final

import pypdf
from PIL import Image, ImageDraw

from tests.pictures import plain_jpeg
from tests.unit.publish.foreign_files import HELVETICA, PLAIN, flate, foreign, jpeg_object, packed

NAME: Final = "Veselina Korabelnikova"
NAMES: Final = (
    (NAME, "Latn"),
    ("Веселина Корабельникова", "Cyrl"),
    ("缪屿川", "Hans"),
    ("Halcyon", "Latn"),
    ("国庆", "Hans"),
)
PHONE: Final = "+7 495 555-01-93"
_UNICODE: Final = (
    "/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /UniGB-UCS2-H /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /DW 500 >>] >> >>"
)
Make = Callable[[], bytes]


def page(operators: str | bytes, resources: str = HELVETICA, *more: str) -> Make:
    data = operators.encode("cp1252") if isinstance(operators, str) else operators
    return lambda: foreign(data, resources, *more)


def shown(text: str, before: str = "", behind: str = "") -> str:
    """Return the operators that show a text of Latin letters, a line for each of its lines."""
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    return f"BT 14 TL /F 12 Tf {before} 1 0 0 1 40 250 Tm {lines} ET {behind}"


def latin(text: str) -> Make:
    return page(shown(text), HELVETICA.replace("/Helvetica", "/Helvetica /Encoding /WinAnsiEncoding"))


def other(text: str) -> Make:
    """Show a text of any script, by a font whose codes are those of Unicode."""
    return page(f"BT /F 12 Tf 40 250 Td <{text.encode('utf-16-be').hex()}> Tj ET", _UNICODE)


def letter_by_letter(text: str = NAME) -> bytes:
    """Place each letter by itself, every third one first."""
    places = list(enumerate(text))
    order = [*places[::3], *places[1::3], *places[2::3]]
    drawn = " ".join(f"BT /F 12 Tf {40 + 10 * at} 200 Td ({letter}) Tj ET" for at, letter in order)
    return foreign(drawn.encode(), HELVETICA)


def in_one_list(text: str = NAME) -> bytes:
    """Show all letters by one operator that goes back and forth between them, 1 em a letter."""
    places = list(enumerate(text))
    at, parts = 0.0, []
    for place, letter in [*places[::2], *places[1::2]]:
        parts.append(f"{(at - place) * 1000:g} ({letter})")
        at = place + 0.5
    font = (
        f"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 0 /Widths [{'500 ' * 256}] >> >>"
    )
    return foreign(f"BT /F 10 Tf 40 200 Td [{' '.join(parts)}] TJ ET".encode(), font)


def from_right_to_left(text: str = NAME) -> bytes:
    """Show the letters from the last to the first, each left of the one before."""
    font = (
        f"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 0 /Widths [{'500 ' * 256}] >> >>"
    )
    return foreign(f"BT /F 10 Tf -12 Tc 240 200 Td ({text[::-1]}) Tj ET".encode(), font)


def composite(to_unicode: str = "", width: int = 500) -> str:
    """Return a font whose codes are the numbers of glyphs, with or without a map."""
    return (
        f"/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /X {to_unicode} /Encoding /Identity-H "
        f"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW {width} >>] >> >>"
    )


def glyphs(text: str = NAME) -> str:
    return "BT /F 12 Tf 40 200 Td <" + "".join(f"{ord(letter) - 29:04x}" for letter in text) + "> Tj ET"


def mapped(to: Callable[[str], str]) -> Make:
    """Give each glyph of the name a text of somebody's choice."""
    lines = " ".join(f"<{ord(c) - 29:04x}> <{to(c).encode('utf-16-be').hex()}>" for c in dict.fromkeys(NAME))
    data = f"1 begincodespacerange <0000> <ffff> endcodespacerange 99 beginbfchar {lines} endbfchar"
    stream = f"<< /Length {len(data)} >>\nstream\n{data}\nendstream"
    return page(glyphs(), composite("/ToUnicode 5 0 R"), stream)


def simple(more: str) -> str:
    return f"/Font << /F << /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+X {more} >> >>"


OWN_PROGRAM: Final = "/FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 5 0 R >>"
PROGRAM: Final = packed(flate(b"\0\1\0\0" + b"\0" * 60), "/FlateDecode")


def spelled_by_names() -> bytes:
    """Number the letters as they come; the encoding names their glyphs."""
    letters = list(dict.fromkeys(NAME.replace(" ", "")))
    codes = bytes(NAME.replace(" ", "\0"), "ascii")
    codes = bytes(1 + letters.index(chr(code)) if code else 0x20 for code in codes)
    names = " ".join(f"/{letter}" for letter in letters)
    font = simple(f"{OWN_PROGRAM} /Encoding << /Differences [1 {names} 32 /space] >>")
    return foreign(b"BT /F 12 Tf 40 200 Td <" + codes.hex().encode() + b"> Tj ET", font, PROGRAM)


def lying_map() -> bytes:
    """Show the name by an encoding that everybody knows, with a map that says something else."""
    letters = dict.fromkeys(NAME.replace(" ", ""))
    lines = " ".join(
        f"<{ord(c):02x}> <{ord(d):04x}>" for c, d in zip(letters, "quietmornigslp", strict=False)
    )
    data = f"99 beginbfchar {lines} endbfchar"
    font = simple("/ToUnicode 5 0 R /Encoding /WinAnsiEncoding")
    return foreign(shown(NAME).encode(), font, f"<< /Length {len(data)} >>\nstream\n{data}\nendstream")


def outlines(filled: bool = True) -> bytes:
    """Draw the name as shapes: each letter a path of the sides that a small font has."""
    small = Image.new("1", (6, 11))
    parts = []
    for place, letter in enumerate(NAME):
        small.paste(0, (0, 0, 6, 11))
        ImageDraw.Draw(small).text((0, 0), letter, fill=1)
        for y in range(11):
            for x in range(6):
                if small.getpixel((x, y)):
                    left, low = 20 + 12 * place + 2 * x, 200 - 2 * y
                    parts.append(f"{left} {low} m {left + 2} {low} l {left + 1} {low + 2} l")
    return foreign(" ".join(parts).encode() + (b" f" if filled else b" S"))


def squares() -> bytes:
    """Draw the name by one small square for each of its dots."""
    moves = re.findall(r"(\d+) (\d+) m", content(outlines()).decode())
    return foreign(" ".join(f"{x} {y} 2 2 re f" for x, y in moves).encode())


def drawn_letters() -> bytes:
    """Draw the letters by a font of the file's own, with a map that calls them something else."""
    letters = list(dict.fromkeys(NAME))
    names = " ".join(f"/g{at}" for at in range(len(letters)))
    processes = " ".join(f"/g{at} 6 0 R" for at in range(len(letters)))
    lines = " ".join(f"<{at:02x}> <{ord(d):04x}>" for at, d in enumerate("quiet mornglpdh", 1))
    data = f"99 beginbfchar {lines} endbfchar"
    font = (
        "/Font << /F << /Type /Font /Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /FontBBox [0 0 9 9] "
        f"/ToUnicode 5 0 R /CharProcs << {processes} >> /FirstChar 0 /LastChar 255 "
        f"/Widths [{'50 ' * 256}] /Encoding << /Differences [1 {names}] >> >> >>"
    )
    stream = f"<< /Length {len(data)} >>\nstream\n{data}\nendstream"
    process = "<< /Length 22 >>\nstream\n50 0 d0 0 0 50 70 re f\nendstream"
    codes = "".join(f"{letters.index(letter) + 1:02x}" for letter in NAME)
    return foreign(f"BT /F 12 Tf 40 250 Td <{codes}> Tj ET".encode(), font, stream, process)


def acrostic() -> bytes:
    stock = ["very", "early", "some", "lines", "in", "new", "articles", "kept", "old"]
    stock += ["reports", "about", "bread"]
    wanted, lines = NAME.replace(" ", "").lower(), []
    for letter in wanted:
        word = next(word for word in stock if word[0].lower() == letter)
        lines.append(f"{word} and more words")
    return foreign(shown("\n".join(lines), "8 TL").replace("14 TL", "10 TL").encode(), HELVETICA)


def picture(operators: str, more: str = "", *objects: str, data: bytes | None = None) -> Make:
    """Show the name as an image, by operators that place it."""

    def make() -> bytes:
        image = jpeg_object(data or plain_jpeg(), more)
        return foreign(operators.encode(), HELVETICA + " /XObject << /Im 5 0 R >>", image, *objects)

    return make


def grey_image(colour: int) -> bytes:
    made = io.BytesIO()
    image = Image.new("RGB", (200, 32), "white")
    ImageDraw.Draw(image).text((4, 8), NAME, fill=(colour,) * 3)
    image.save(made, "JPEG")
    return made.getvalue()


def content(pdf: bytes) -> bytes:
    """Return the operators of the page."""
    return pdf.split(b"stream\n")[1].split(b"\nendstream")[0]


def bodies(more: Iterable[str] = ()) -> list[str]:
    """Return the objects of a plain file."""
    parts = foreign(PLAIN, HELVETICA, *more).decode("latin-1").split("endobj\n")[:-1]
    return [part.partition(" obj\n")[2] for part in parts]


def edited(*changes: tuple[str, str], more: Iterable[str] = ()) -> Make:
    """Change the objects of a plain file, which are written anew with a true table."""

    def make() -> bytes:
        changed = bodies(more)
        for old, new in changes:
            changed = [body.replace(old, new) for body in changed]
        return written(changed)

    return make


def written(objects: list[str], trailer: str = "") -> bytes:
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body.rstrip()}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Size {size} {trailer} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def root(more: str, *objects: str) -> Make:
    return edited(("/Type /Catalog", f"/Type /Catalog {more}"), more=objects)


def of_page(more: str, *objects: str) -> Make:
    return edited(("/Parent 2 0 R", f"/Parent 2 0 R {more}"), more=objects)


def annotation(more: str) -> Make:
    return of_page(f"/Annots [<< /Type /Annot /Rect [9 9 50 50] {more} >>]")


def stream(data: bytes, more: str = "") -> str:
    return f"<< /Length {len(data)} {more} >>\nstream\n{data.decode('latin-1')}\nendstream"


def information(text: bytes) -> bytes:
    made = bodies()
    return written([*made, f"<< /Author <{text.hex()}> >>"], f"/Info {len(made) + 1} 0 R")


def xmp(text: bytes) -> Make:
    return root("/Metadata 5 0 R", stream(b"<x>" + text + b"</x>", "/Type /Metadata /Subtype /XML"))


def form(operators: str, more: str = "") -> str:
    return stream(operators.encode(), f"/Type /XObject /Subtype /Form /Resources << {HELVETICA} >> {more}")


def two_revisions() -> bytes:
    first = latin(NAME)()
    return first + foreign(PLAIN, HELVETICA)


def damaged_table() -> bytes:
    return foreign(PLAIN, HELVETICA).replace(b"0000000009", b"0000000010")


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(latin(NAME)()))
    writer.encrypt("", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


NAME_HEX: Final = NAME.encode().hex()
LEET: Final = NAME.translate(str.maketrans("eosai", "30541"))

PLACED: Final = "q 200 0 0 32 20 100 cm /Im Do Q"
UNREAD: Final[dict[str, Make]] = {
    "picture": picture(PLACED, data=grey_image(0)),
    "picture that is nearly white": picture(PLACED, data=grey_image(250)),
    "picture behind a white box": picture(PLACED + " 1 g 0 0 300 300 re f", data=grey_image(0)),
    "picture that is clipped away": picture("0 0 1 1 re W n " + PLACED, data=grey_image(0)),
    "soft mask of a picture": picture(PLACED, "/SMask 5 0 R", data=grey_image(0)),
    "picture that no page draws": picture(PLAIN.decode(), data=grey_image(0)),
    "picture between the operators": page(b"q 99 0 0 9 9 9 cm BI /W 8 /H 8 /BPC 1 /CS /G ID 01234567 EI Q"),
    "outlines": outlines,
    "lines": lambda: outlines(filled=False),
    "squares": squares,
    "letters that the file draws itself": drawn_letters,
}
