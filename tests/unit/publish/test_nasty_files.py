"""No way to tell a name in a PDF is passed over: each ends in a finding, what no program reads in its own."""

import base64
import io
from typing import Final

import pypdf
import pytest

from hrddesk.publish.audit import text_placement
from hrddesk.publish.audit.audit import Audited, examine
from hrddesk.publish.audit.findings import AuditCode, AuditFinding, Severity
from hrddesk.publish.audit.page_operators import Drawn, draw
from hrddesk.publish.audit.page_resources import PageFonts, page_box, page_bytes
from hrddesk.publish.audit.tokens import operations
from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from tests.pictures import photo, plain_jpeg
from tests.unit.publish import nasty_files as nasty
from tests.unit.publish.foreign_files import HELVETICA, PLAIN, flate, foreign, packed
from tests.unit.publish.nasty_files import NAME, NAME_HEX, PHONE, UNREAD, Make, page, shown

LETTERS: Final = nasty.content(nasty.letter_by_letter())
INDEX: Final = NameIndex(KnownName(RecordId(text), text, script) for text, script in nasty.NAMES)
SECRETS: Final = [*(text for text, _ in nasty.NAMES), PHONE]

SPELLINGS: Final[dict[str, Make]] = {
    "as it is": nasty.latin(NAME),
    "surname first, with a comma": nasty.latin("Korabelnikova, Veselina"),
    "surname first, in capitals": nasty.latin("KORABELNIKOVA Veselina"),
    "initial and surname": nasty.latin("V. Korabelnikova"),
    "surname and initial": nasty.latin("Korabelnikova V."),
    "initial in between": nasty.latin("Veselina P. Korabelnikova"),
    "name in between": nasty.latin("Veselina Petrovna Korabelnikova"),
    "hyphens at the ends of lines": nasty.latin("Vese-\nlina Korabel-\nnikova"),
    "soft hyphens": nasty.latin("Vese\u00adlina Korabel\u00adnikova"),
    "letters apart": nasty.latin(" ".join(NAME)),
    "backwards": nasty.latin(NAME[::-1]),
    "without a space": nasty.latin(NAME.replace(" ", "")),
    "with an accent": nasty.latin("Vesélina Körabelnikova"),
    "with an accent of its own": nasty.latin("Vese´lina Ko¨rabelnikova"),
    "in hexadecimal digits": nasty.latin(NAME_HEX),
    "in base 64": nasty.latin(base64.b64encode(NAME.encode()).decode()),
    "digits for letters": nasty.latin(nasty.LEET),
    "Cyrillic": nasty.other("Веселина Корабельникова"),
    "in another case": nasty.other("Веселине Корабельниковой"),
    "in another case, surname first": nasty.other("Корабельниковой Веселины"),
    "in another case, in Latin letters": nasty.latin("Korabelnikovoi Veselina"),
    "as another language spells it": nasty.latin("Veselina Korabelnikowa"),
    "Latin of the Cyrillic": nasty.latin("Veselina Korabel'nikova"),
    "letters that look alike": nasty.other("Vеsеlinа Kоrаbеlnikоvа"),
    "Chinese": nasty.other("他说缪屿川走了"),
    "traditional": nasty.other("繆嶼川"),
    "pinyin": nasty.latin("Miao Yuchuan"),
    "pinyin with tones": nasty.other("Miào Yǔchuān"),
    "alias of one word": nasty.latin("It was Halcyon who wrote."),
    "letter by letter in another order": nasty.letter_by_letter,
    "back and forth by one operator": nasty.in_one_list,
    "from right to left": nasty.from_right_to_left,
    "first letters of the lines": nasty.acrostic,
    "a number of a telephone": nasty.latin(PHONE),
    "a number written otherwise": nasty.latin("+7 (495) 555 01 93"),
    "by the names of glyphs": nasty.spelled_by_names,
    "below a map that lies": nasty.lying_map,
    "on two lines": nasty.latin("Veselina\nKorabelnikova"),
    "upright": page(shown(NAME).replace("1 0 0 1 40 250", "0 1 -1 0 40 20")),
    "form that no page draws": page(
        PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", nasty.form(LETTERS.decode())
    ),
    "pattern": page(
        b"/Pattern cs /P scn 9 9 99 99 re f",
        "/Pattern << /P 5 0 R >>",
        nasty.stream(LETTERS, f"/PatternType 1 /PaintType 1 /Resources << {HELVETICA} >>"),
    ),
}
"""Forms of a recorded name, and ways to set them, on a page."""

PARTS: Final[dict[str, Make]] = {
    "surname alone": nasty.latin("It was Korabelnikova who wrote."),
    "surname alone, in another case": nasty.latin("Of Korabelnikovoi nothing is known."),
    "given name alone": nasty.latin("It was Veselina who wrote."),
    "alias as a word": nasty.latin("One of the halcyon days."),
    "alias of a script without capitals": nasty.other("他们在国庆节以前走了"),
}

INSIDE: Final[dict[str, Make]] = {
    "name of a font": page(PLAIN, HELVETICA.replace("/Helvetica", "/" + NAME.replace(" ", ""))),
    "language": nasty.root("/Lang (x-Veselina-Korabelnikova)"),
    "prefix of page numbers": nasty.root(f"/PageLabels << /Nums [0 << /P ({NAME}) >>] >>"),
    "title of an element": nasty.of_page(f"/T ({NAME})"),
    "key": nasty.of_page("/Veselina#20Korabelnikova 1"),
    "alternative text": nasty.of_page(f"/Alt ({NAME})"),
    "replacement text": nasty.of_page(f"/ActualText <feff{NAME.encode('utf-16-be').hex()}>"),
    "expansion": nasty.of_page("/E (Korabelnikova, Veselina)"),
    "replacement within a page": page(f"/Span << /ActualText ({NAME}) >> BDC EMC " + PLAIN.decode()),
    "destination": nasty.root("/Dests << /V#65selina_Korabelnikova [3 0 R /Fit] >>"),
    "bookmark": nasty.root("/Outlines << /First << /Title (KORABELNIKOVA Veselina) /Parent 1 0 R >> >>"),
    "table of names of a font": page(
        PLAIN,
        nasty.simple(nasty.OWN_PROGRAM + " /Encoding /WinAnsiEncoding"),
        packed(flate(NAME.encode("utf-16-be")), "/FlateDecode"),
    ),
    "profile of colours": page(
        PLAIN, HELVETICA + " /ColorSpace << /C [/ICCBased 5 0 R] >>", nasty.stream(b"acsp" + NAME.encode())
    ),
    "comment in a page": page(PLAIN + b" % " + NAME.encode()),
    "resource": page(PLAIN, HELVETICA + " /Properties << /VeselinaKorabelnikova << >> >>"),
    "identifier of the file": lambda: nasty.written(nasty.bodies(), f"/ID [({NAME}) (x)]"),
}

STRUCTURE: Final[dict[str, tuple[Make, AuditCode]]] = {
    "two revisions": (nasty.two_revisions, AuditCode.LEFTOVER_REVISION),
    "bytes behind the end": (lambda: foreign(PLAIN, HELVETICA) + NAME.encode(), AuditCode.STRAY_BYTES),
    "bytes before the beginning": (lambda: b"x" + foreign(PLAIN, HELVETICA), AuditCode.STRAY_BYTES),
    "object that nothing refers to": (
        page(PLAIN, HELVETICA, f"<< /Was ({NAME}) >>"),
        AuditCode.UNUSED_OBJECT,
    ),
    "damaged table": (nasty.damaged_table, AuditCode.DAMAGED_TABLE),
    "encrypted": (nasty.encrypted, AuditCode.UNREADABLE),
    "author": (lambda: nasty.information(NAME.encode()), AuditCode.METADATA),
    "author backwards": (lambda: nasty.information(NAME[::-1].encode()), AuditCode.METADATA),
    "author in base 64": (lambda: nasty.information(base64.b64encode(NAME.encode())), AuditCode.METADATA),
    "author in UTF-16, little end first": (
        lambda: nasty.information(NAME.encode("utf-16-le")),
        AuditCode.METADATA,
    ),
    "metadata": (nasty.xmp(NAME.encode()), AuditCode.METADATA),
    "metadata backwards": (nasty.xmp(NAME[::-1].encode()), AuditCode.METADATA),
    "metadata in base 64": (nasty.xmp(base64.b64encode(NAME.encode())), AuditCode.METADATA),
    "private data of a program": (
        nasty.of_page("/PieceInfo << /X << /Private (x) >> >>"),
        AuditCode.METADATA,
    ),
    "attachment": (nasty.root("/Names << /EmbeddedFiles << /Names [] >> >>"), AuditCode.ATTACHMENT),
    "associated file": (nasty.root("/AF []"), AuditCode.ATTACHMENT),
    "attachment on a page": (
        nasty.annotation("/Subtype /FileAttachment /FS << /Type /Filespec >>"),
        AuditCode.ATTACHMENT,
    ),
    "script": (nasty.root("/Names << /JavaScript << /Names [] >> >>"), AuditCode.SCRIPT),
    "script at opening": (nasty.root("/OpenAction << /S /JavaScript /JS (1) >>"), AuditCode.SCRIPT),
    "action of a page": (nasty.of_page("/AA << >>"), AuditCode.SCRIPT),
    "form": (nasty.root(f"/AcroForm << /Fields [<< /T (x) /V ({NAME}) >>] >>"), AuditCode.FORM),
    "layer": (nasty.root("/OCProperties << /OCGs [] >>"), AuditCode.HIDDEN_LAYER),
    "membership of layers": (nasty.of_page("/X << /Type /OCMD >>"), AuditCode.HIDDEN_LAYER),
    "note": (nasty.annotation(f"/Subtype /Text /Contents ({NAME})"), AuditCode.ANNOTATION),
    "text as a note": (nasty.annotation("/Subtype /FreeText"), AuditCode.ANNOTATION),
    "box as a note": (nasty.annotation("/Subtype /Square"), AuditCode.ANNOTATION),
    "words of a link": (nasty.annotation(f"/Subtype /Link /Contents ({NAME})"), AuditCode.ANNOTATION),
    "address of a link": (
        nasty.annotation("/Subtype /Link /A << /S /URI /URI (x:) >>"),
        AuditCode.EXTERNAL_LINK,
    ),
    "link to a file": (nasty.annotation("/Subtype /Link /A << /S /GoToR /F (x) >>"), AuditCode.EXTERNAL_LINK),
    "small picture of a page": (nasty.of_page("/Thumb 5 0 R", nasty.stream(b"x")), AuditCode.THUMBNAIL),
    "box over a text": (page(shown(NAME) + " 0 g 30 240 260 30 re f"), AuditCode.COVERED_TEXT),
    "white box over a text": (page(shown(NAME) + " 1 g 30 240 260 30 re f"), AuditCode.COVERED_TEXT),
    "shading over a text": (page(shown(NAME) + " 300 0 0 300 0 0 cm /S sh"), AuditCode.COVERED_TEXT),
    "picture over a text": (
        nasty.picture(shown(NAME) + " q 300 0 0 300 0 0 cm /Im Do Q"),
        AuditCode.COVERED_TEXT,
    ),
    "text on its own colour": (page("0 g 0 0 300 300 re f " + shown(NAME)), AuditCode.COVERED_TEXT),
    "invisible": (page(shown(NAME, "3 Tr")), AuditCode.INVISIBLE_TEXT),
    "clipped": (page(shown(NAME, "7 Tr")), AuditCode.INVISIBLE_TEXT),
    "outside of a clip": (page("0 0 9 9 re W n " + shown(NAME)), AuditCode.INVISIBLE_TEXT),
    "clear": (
        page("/G gs " + shown(NAME), HELVETICA + " /ExtGState << /G << /ca 0 >> >>"),
        AuditCode.INVISIBLE_TEXT,
    ),
    "white": (page(shown(NAME, "1 g")), AuditCode.WHITE_TEXT),
    "nearly white": (page(shown(NAME, "0.95 g")), AuditCode.WHITE_TEXT),
    "tiny": (page(shown(NAME).replace("1 0 0 1 40", ".01 0 0 .01 40")), AuditCode.TINY_TEXT),
    "off the page": (page(shown(NAME).replace("40 250", "40 950")), AuditCode.OFF_PAGE),
    "outside of the part that is shown": (
        nasty.edited(("/MediaBox", "/CropBox [0 0 90 90] /MediaBox"), ("(seen)", f"({NAME})")),
        AuditCode.OFF_PAGE,
    ),
    "font without a map": (page(nasty.glyphs(), nasty.composite()), AuditCode.UNREADABLE_TEXT),
    "font of its own without a map": (
        page(shown(NAME), nasty.simple(nasty.OWN_PROGRAM), nasty.PROGRAM),
        AuditCode.UNREADABLE_TEXT,
    ),
    "map to nothing": (nasty.mapped(lambda letter: ""), AuditCode.UNREADABLE_TEXT),
    "map to spaces": (nasty.mapped(lambda letter: " "), AuditCode.UNREADABLE_TEXT),
    "map to private letters": (
        nasty.mapped(lambda letter: chr(0xE000 + ord(letter))),
        AuditCode.UNREADABLE_TEXT,
    ),
    "map to one letter": (nasty.mapped(lambda letter: "x"), AuditCode.UNREADABLE_TEXT),
    "Separation white": (
        page(
            "/C cs 0 scn " + shown(NAME),
            HELVETICA + " /ColorSpace << /C [/Separation /White /DeviceGray 6 0 R] >>",
        ),
        AuditCode.SECRET_IN_TEXT,
    ),
    "no colour": (
        page(
            "/C cs 0 scn " + shown(NAME),
            HELVETICA + " /ColorSpace << /C [/Separation /None /DeviceGray 6 0 R] >>",
        ),
        AuditCode.SECRET_IN_TEXT,
    ),
    "Lab white": (
        page(
            "/C cs 100 0 0 scn " + shown(NAME),
            HELVETICA + " /ColorSpace << /C [/Lab << /WhitePoint [1 1 1] >>] >>",
        ),
        AuditCode.SECRET_IN_TEXT,
    ),
    "white pattern": (page("/Pattern cs /P scn " + shown(NAME)), AuditCode.SECRET_IN_TEXT),
    "form of a soft mask": (
        page(
            "/G gs " + PLAIN.decode(),
            HELVETICA + " /ExtGState << /G << /SMask << /S /Alpha /G 5 0 R >> >> >>",
            nasty.form(shown(NAME)),
        ),
        AuditCode.SECRET_IN_TEXT,
    ),
    "what a camera wrote": (nasty.picture("/Im Do", data=photo("JPEG")), AuditCode.PICTURE_METADATA),
    "bytes behind a picture": (
        nasty.picture("/Im Do", data=plain_jpeg() + NAME.encode()),
        AuditCode.PICTURE_METADATA,
    ),
    "picture for the printer": (
        nasty.picture("/Im Do", "/Alternates [<< /Image 5 0 R >>]"),
        AuditCode.ALTERNATE_PICTURE,
    ),
}
"""Ways in which a file hides something, whatever it is."""


def read_back(made: Make) -> Audited:
    return examine(made(), None, SECRETS, index=lambda _: INDEX)


def codes(audited: Audited, severity: Severity) -> set[AuditCode]:
    return {finding.code for finding in audited.findings if finding.severity is severity}


@pytest.mark.parametrize("way", SPELLINGS)
def test_a_name_is_found_in_every_form_and_however_it_is_set(way: str) -> None:
    assert AuditCode.SECRET_IN_TEXT in codes(read_back(SPELLINGS[way]), Severity.ERROR)


@pytest.mark.parametrize("way", PARTS)
def test_a_part_of_a_name_and_a_word_that_is_one_are_a_warning(way: str) -> None:
    found = read_back(PARTS[way])
    assert found.passed
    assert codes(found, Severity.WARNING) & {AuditCode.NAME_PART, AuditCode.SECRET_IN_TEXT}


@pytest.mark.parametrize("way", INSIDE)
def test_a_name_is_found_in_every_string_of_the_file(way: str) -> None:
    assert codes(read_back(INSIDE[way]), Severity.ERROR) & {
        AuditCode.SECRET_IN_BYTES,
        AuditCode.SECRET_IN_TEXT,
    }


@pytest.mark.parametrize("way", STRUCTURE)
def test_what_hides_something_is_an_error(way: str) -> None:
    make, code = STRUCTURE[way]
    assert code in codes(read_back(make), Severity.ERROR)


@pytest.mark.parametrize("way", UNREAD)
def test_what_no_program_reads_is_said(way: str) -> None:
    found = read_back(UNREAD[way])
    assert found.passed
    assert not found.read


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer was covered by a labour\nlaw of 2022-03-19, in Hong Kong.",
        "Prose of the season, that case01\nand a table\nof 11 22 33 44 55 66 77.",
        "Administration 12345678 and\ninternationalisation: base64 is no name.",
    ],
)
def test_ordinary_words_of_the_vault_are_no_secret(text: str) -> None:
    words = [
        "lawyer",
        "covered",
        "labour",
        "2022-03-19",
        "Hong Kong",
        "not_asked",
        "case01",
        "at season",
        "派出所",
    ]
    index = NameIndex([KnownName(RecordId("a"), "Rose"), KnownName(RecordId("b"), "Li Na")])
    assert examine(nasty.latin(text)(), None, words, index=lambda _: index).findings == ()


def test_words_that_belong_to_a_record_warn_and_a_sentence_of_it_is_an_error() -> None:
    secrets = ["Shuoma marsh", "they came at night in two cars", "WG-2022-17"]
    for text, severity in zip(secrets, (Severity.WARNING, Severity.ERROR, Severity.ERROR), strict=True):
        found = examine(nasty.latin(f"So {text}.")(), None, secrets).findings
        assert {(item.code, item.severity) for item in found} >= {(AuditCode.SECRET_IN_TEXT, severity)}


def test_a_page_says_where_a_name_stands_and_two_columns_are_no_name() -> None:
    pdf = foreign(shown("Veselina Korabelnikova").encode(), HELVETICA, pages=2)
    assert {item.page for item in examine(pdf, None, SECRETS, index=lambda _: INDEX).findings} >= {1, 2}
    apart = b"BT /F 12 Tf 40 200 Td (Bread) Tj 180 0 Td (Market) Tj ET"
    assert not any(row in text_placement.by_place(_drawn(apart)) for row in ("Bread Market", "BreadMarket"))
    bold = b"BT /F 12 Tf 40 200 Td (Z) Tj .3 0 Td (Z) Tj 6 0 Td (o) Tj ET"
    assert text_placement.by_place(_drawn(bold)) == ["Zo"]


@pytest.mark.parametrize(("way", "counts"), [("picture", (1, 0)), ("outlines", (0, 1))])
def test_what_no_program_reads_is_counted(way: str, counts: tuple[int, int]) -> None:
    audited = examine(UNREAD[way](), None, SECRETS)
    assert (audited.pictures, audited.drawings) == counts


def test_a_name_goes_on_on_the_next_page() -> None:
    writer = pypdf.PdfWriter()
    for word in ("Veselina", "Korabelnikova"):
        writer.append(io.BytesIO(nasty.latin(word)()))
    made = io.BytesIO()
    writer.write(made)
    found = examine(made.getvalue(), None, SECRETS, index=lambda _: INDEX).findings
    assert AuditFinding(AuditCode.SECRET_IN_TEXT, page=2) in found


def _drawn(operators: bytes) -> Drawn:
    (page,) = pypdf.PdfReader(io.BytesIO(foreign(operators, HELVETICA))).pages
    return draw(operations(page_bytes(page)), PageFonts().resources(page["/Resources"]), page_box(page))
