"""The audit of files that other programs made: what hides something is told, what is merely drawn is not."""

import logging
import tracemalloc
import zlib

import pytest

from hrddesk.publish.audit.audit import audit, examine
from hrddesk.publish.audit.findings import AuditCode, AuditFinding, Severity
from hrddesk.redact.model.model import RedactedModel
from hrddesk.system.jobs import Cancelled, Job
from tests.pictures import photo, pixels, plain_jpeg
from tests.unit.publish.foreign_files import HELVETICA, PLAIN, flate, foreign, jpeg_object, packed

SECRET = "Hesper Quillane"  # invented


def codes(pdf: bytes, model: RedactedModel | None, *secrets: str) -> set[AuditCode]:
    return {finding.code for finding in audit(pdf, model, secrets)}


def test_foreign_file_that_hides_nothing() -> None:
    assert codes(foreign(PLAIN, HELVETICA), None, SECRET) == set()


@pytest.mark.parametrize(
    "operators",
    [
        b"BT /F 12 Tf 14 TL 50 200 Td (a) Tj (b) ' 1 1 (c) \" 0 -20 TD T* [(d) -200 (e)] TJ ET",
        b"q 0.5 0 0 0.5 10 10 cm BT /F 20 Tf 90 Tz 1 Tc 2 Tw 3 Ts 50 200 Td (a b) Tj ET Q Q",
        b"/P << /MCID 0 >> BDC " + PLAIN + b" EMC EMC",
        b"1 1 0 rg 0 0 300 300 re f 0 g " + PLAIN,
        b"/Pattern cs /P1 scn 10 10 m 20 20 30 30 40 40 c 1 2 3 4 v 1 2 3 4 y s " + PLAIN,
        b"0.2 0.3 sc " + PLAIN,
        b"q 40 190 200 40 re W n " + PLAIN + b" Q q 0 0 9 9 re W n Q " + PLAIN,
        b"1 G " + PLAIN + b" /Some gs 1 1 1 rg 2 Tr " + b"/DeviceGray CS 0 SCN " + PLAIN,
    ],
)
def test_foreign_drawing_that_hides_nothing(operators: bytes) -> None:
    assert codes(foreign(operators, HELVETICA), None) == set()
    assert codes(foreign(operators, HELVETICA), None) == set()


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        (PLAIN + b" 0 g 40 190 100 30 re B", AuditCode.COVERED_TEXT),
        (PLAIN + b" q 200 0 0 100 40 190 cm /Im Do Q", AuditCode.COVERED_TEXT),
        (b"3 Tr " + PLAIN, AuditCode.INVISIBLE_TEXT),
        (b"1 g " + PLAIN, AuditCode.WHITE_TEXT),
        (b"0 0 0 rg 0 0 300 300 re f 0.05 g " + PLAIN, AuditCode.COVERED_TEXT),
        (b"1 G 1 Tr " + PLAIN, AuditCode.WHITE_TEXT),
        (b"0 0 0 0 K 1 1 1 rg 2 Tr " + PLAIN, AuditCode.WHITE_TEXT),
        (b"0 0 10 10 re W n " + PLAIN, AuditCode.INVISIBLE_TEXT),
        (b"0 0 300 300 re W n q 0 0 20 20 re W* n " + PLAIN + b" Q", AuditCode.INVISIBLE_TEXT),
        (b"/Clear gs " + PLAIN, AuditCode.INVISIBLE_TEXT),
        (b"0 Tz " + PLAIN, AuditCode.TINY_TEXT),
        (b"1 0 0 1 0 900 cm " + PLAIN, AuditCode.OFF_PAGE),
    ],
)
def test_foreign_drawing_that_hides(operators: bytes, expected: AuditCode) -> None:
    picture = HELVETICA + " /XObject << /Im 5 0 R >> /ExtGState << /Clear << /ca 0 >> >>"
    image = "<< /Subtype /Image /Width 1 /Height 1 /Length 1 >>\nstream\n\0\nendstream"
    assert expected in codes(foreign(operators, picture, image), None)


def test_picture_in_a_foreign_file_only_warns() -> None:
    image = "<< /Subtype /Image /Width 1 /Height 1 /Length 1 >>\nstream\n\0\nendstream"
    made = foreign(PLAIN + b" /Im Do", HELVETICA + " /XObject << /Im 5 0 R >>", image)
    assert audit(made, None, []) == [AuditFinding(AuditCode.PICTURE, Severity.WARNING)]


def test_text_inside_a_form_is_followed() -> None:
    form = (
        f"<< /Subtype /Form /Matrix [1 0 0 1 500 0] /Resources << {HELVETICA} >> /Length {len(PLAIN)} >>\n"
        f"stream\n{PLAIN.decode()}\nendstream"
    )
    assert AuditCode.OFF_PAGE in codes(foreign(b"/Fm Do", "/XObject << /Fm 5 0 R >>", form), None)


def test_form_that_draws_itself_ends() -> None:
    form = (
        "<< /Subtype /Form /Resources << /XObject << /Fm 5 0 R >> >> /Length 6 >>\nstream\n/Fm Do\nendstream"
    )
    assert codes(foreign(b"/Fm Do", "/XObject << /Fm 5 0 R >>", form), None) == {AuditCode.TOO_COMPLEX}


def test_page_without_anything_and_with_several_streams() -> None:
    assert codes(foreign(b""), None) == set()
    assert codes(foreign(PLAIN, HELVETICA, contents="[4 0 R]"), None) == set()


def test_widths_of_composite_fonts_of_other_programs() -> None:
    font = (
        "/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts ["
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [1 3 200 10 [300 400]] /DW 900 >>] >> >>"
    )
    few = foreign(b"BT /F 10 Tf 10 10 Td <0001> Tj (\0a) Tj ET", font)
    assert codes(few, None) == set(), "a bullet or two"
    more = foreign(b"BT /F 10 Tf 10 10 Td <00010003000A000B0063> Tj ET", font)
    assert audit(more, None, []) == [AuditFinding(AuditCode.UNREADABLE_TEXT, page=1)]


def test_compressed_bomb_is_refused() -> None:
    bomb = zlib.compress(b"\0" * 100_000_000, 9).decode("latin-1")
    stream = f"<< /Length {len(bomb)} /Filter /FlateDecode >>\nstream\n{bomb}\nendstream"
    assert AuditCode.TOO_COMPLEX in codes(
        foreign(PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", stream), None
    )


def test_streams_that_are_too_much_together_are_refused() -> None:
    """Each is as large as a page may be at most; all of them would fill the memory."""
    one = flate(b"\0" * 60_000_000)
    many = "\nendobj\n".join(
        [packed(one, "/FlateDecode"), *(f"{at} 0 obj\n{packed(one, '/FlateDecode')}" for at in range(6, 14))]
    )
    arrays = " ".join(f"{at} 0 R" for at in range(5, 14))
    pdf = foreign(PLAIN, HELVETICA + f" /XObject << /Fm [{arrays}] >>", many)
    assert AuditCode.TOO_COMPLEX in codes(pdf, None)


@pytest.mark.parametrize("filters", ["[/FlateDecode /ASCII85Decode]", "[/FlateDecode /A85]"])
def test_text_that_unpacks_to_far_more_inside_of_a_packed_stream_is_refused(filters: str) -> None:
    bomb = packed(flate(b"z" * 20_000_000 + b"~>"), filters)
    tracemalloc.start()
    try:
        assert AuditCode.TOO_COMPLEX in codes(
            foreign(PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", bomb), None
        )
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


def test_a_stream_in_base_85_is_read_up_to_a_mebibyte() -> None:
    """What reads it takes a hundred times its size."""
    within = packed(b"z" * 200_000 + b"~>", "/ASCII85Decode")
    assert codes(foreign(PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", within), None) == set()
    bomb = foreign(PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", packed(b"z" * 5_000_000, "/ASCII85Decode"))
    tracemalloc.start()
    try:
        assert audit(bomb, None, []) == [AuditFinding(AuditCode.TOO_COMPLEX)]
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


_FORM = (
    "<< /Subtype /Form /Resources << /XObject << /Fm {inner} 0 R >> >> /Length {length} >>\n"
    "stream\n{data}\nendstream"
)


def within_each_other(deep: int, often: int) -> bytes:
    """Return a file with forms that each draw the next one so often."""
    drawn = "/Fm Do " * often
    forms = [_FORM.format(inner=at + 1, length=len(drawn), data=drawn) for at in range(5, 5 + deep)]
    last = "<< /Subtype /Form /Length 0 >>\nstream\n\nendstream"
    return foreign(b"/Fm Do", "/XObject << /Fm 5 0 R >>", *forms, last)


@pytest.mark.parametrize(
    "operators",
    [
        b"q " * 5_000_000,
        b"q Q " * 2_000_000,
        b"0 0 m " + b"1 1 l " * 2_000_000 + b"S " + PLAIN,
        b"BT /F 12 Tf 50 200 Td " + b"(a) Tj " * 1_000_000 + b"ET",
        b"BT /F 12 Tf 50 200 Td " + b"(a) Tj " * 5_000 + b"ET " + b"200 0 9 9 re f " * 5_000,
        b"200 0 9 9 re f " * 5_000 + b"BT /F 12 Tf 50 200 Td " + b"(a) Tj " * 5_000 + b"ET ",
        b"/P BMC " * 5_000 + b"BT /F 12 Tf 50 200 Td " + b"(a) Tj " * 5_000 + b"ET ",
        b"BT /F 12 Tf 50 200 Td [" + b"1 " * 2_000_000 + b"] TJ ET",
        b"1 " * 2_000_000 + b"w",
        b"%\n" * 2_000_000 + b"n",
        b"BT /F 12 Tf 50 200 Td (" + b"\\(" * 2_000_000 + b") Tj ET",
        b"BT /F 12 Tf 50 200 Td (" + b"a" * 5_000_000 + b") Tj ET",
    ],
    ids=[
        "saved",
        "pairs",
        "lines",
        "texts",
        "covers",
        "fills",
        "marks",
        "list",
        "numbers",
        "comments",
        "escaped",
        "letters",
    ],
)
def test_a_page_of_which_there_is_no_end_is_not_vouched_for(operators: bytes) -> None:
    assert audit(foreign(operators, HELVETICA), None, []) == [AuditFinding(AuditCode.TOO_COMPLEX, page=1)]


@pytest.mark.parametrize(("deep", "often"), [(8, 9), (40, 2)])
def test_forms_that_draw_each_other_for_ever_are_not_vouched_for(deep: int, often: int) -> None:
    assert audit(within_each_other(deep, often), None, []) == [AuditFinding(AuditCode.TOO_COMPLEX, page=1)]


def test_a_stream_that_is_drawn_again_and_again_is_not_vouched_for() -> None:
    pdf = foreign(b" " * 5_000_000, HELVETICA, contents=f"[{'4 0 R ' * 100}]")
    assert audit(pdf, None, []) == [AuditFinding(AuditCode.TOO_COMPLEX, page=1)]


def test_a_page_that_stands_in_the_list_again_and_again_is_not_vouched_for() -> None:
    assert audit(foreign(PLAIN, HELVETICA, pages=60_000), None, []) == [AuditFinding(AuditCode.TOO_COMPLEX)]


def test_many_pages_that_are_each_within_reach_are_not_vouched_for_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, pdf = (foreign(b"q Q " * 1_000 + PLAIN, HELVETICA, pages=pages) for pages in (1, 20))
    monkeypatch.setattr("hrddesk.publish.audit.audit._MOST_WORK", 200_000)  # a minute of work otherwise
    assert audit(one, None, []) == []
    assert audit(pdf, None, []) == [AuditFinding(AuditCode.TOO_COMPLEX)]


def test_reading_the_text_of_another_program_can_be_cancelled() -> None:
    pdf = foreign(PLAIN, HELVETICA, pages=20)
    seen: list[int] = []

    def on_step(done: int, total: int) -> None:
        assert total == 100
        seen.append(done)
        if 75 < done < 85:
            job.cancel()

    job = Job(on_step)
    with pytest.raises(Cancelled):
        examine(pdf, None, [], job)
    assert seen == sorted(seen)
    steps: list[tuple[int, int]] = []
    examine(pdf, None, [], Job(lambda done, total: steps.append((done, total))))
    assert all(done <= total == 100 for done, total in steps)
    assert any(80 <= done < 85 for done, _ in steps), "while what was read is compared"


def test_a_full_page_of_another_program_is_looked_at() -> None:
    table = b"".join(
        b"0 g %d %d 40 7 re S BT /F 5 Tf %d %d Td (cell) Tj ET " % (x, y, x, y)
        for x in range(5, 250, 41)
        for y in range(5, 290, 8)
    )
    drawing = b"0 0 m " + b"100.25 200.75 l " * 200_000 + b"S "
    assert codes(foreign(drawing + table, HELVETICA), None) == set()


def test_what_needs_a_program_that_is_not_here_cannot_be_read() -> None:
    stream = packed(b"abc", "/JBIG2Decode")
    assert AuditCode.UNREADABLE in codes(
        foreign(PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", stream), None
    )


@pytest.mark.parametrize(
    "lines",
    [
        b"<0000> <FFFF> <" + b"0041" * 100_000 + b"> ",  # a text of 100,000 letters for each of 65,536 codes
        b"<0000> <FFFF> <0041> " * 1_000,
    ],
)
def test_a_map_that_would_fill_the_memory_cannot_be_read(lines: bytes) -> None:
    font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >>"
    data = flate(b"beginbfrange " + lines + b"endbfrange")
    assert AuditCode.UNREADABLE in codes(foreign(PLAIN, font, packed(data, "/FlateDecode")), None)


def test_widths_that_would_take_for_ever_cannot_be_read() -> None:
    font = (
        "/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [<< /Type /Font /W ["
        + "0 65535 500 " * 1_000
        + "] >>] >> >>"
    )
    assert AuditCode.UNREADABLE in codes(foreign(b"BT /F 10 Tf <0001> Tj ET", font), None)


def test_nothing_of_a_broken_file_is_said_to_the_terminal(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """pypdf quotes what it cannot read: the file may hold what nobody must learn of."""
    broken = f"<< /A << ({SECRET}) /B >> >>"
    with caplog.at_level(logging.DEBUG):
        codes(foreign(PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", broken), None)
    said = "".join(capsys.readouterr())
    assert (said, caplog.text) == ("", "")


def pictured(data: bytes, more: str = "") -> bytes:
    resources = HELVETICA + " /XObject << /Im 5 0 R >>"
    return foreign(PLAIN + b" q 48 0 0 32 9 9 cm /Im Do Q", resources, jpeg_object(data, more))


def test_what_a_camera_wrote_beside_the_pixels_is_a_finding_of_its_own() -> None:
    plain = plain_jpeg()
    assert codes(pictured(plain), None) == {AuditCode.PICTURE}
    comment = plain[:2] + b"\xff\xfe\x00\x07quiet" + plain[2:]
    for telling in (photo("JPEG", pixels(48, 32)), comment, plain + b"behind the end", plain + plain):
        assert AuditCode.PICTURE_METADATA in codes(pictured(telling), None)


def test_another_picture_for_the_printer() -> None:
    made = pictured(plain_jpeg(), "/Alternates [<< /Image 5 0 R /DefaultForPrinting true >>]")
    assert AuditCode.ALTERNATE_PICTURE in codes(made, None)


def test_a_map_of_letters_spells_what_was_there_before() -> None:
    """Its letters are numbered as they first came; nothing on the page is more than one of them."""
    letters = dict.fromkeys("Hesp Quilan")
    entries = "".join(f"<{at:02x}> <{ord(letter):04x}> " for at, letter in enumerate(letters, 65))
    stream = f"{len(letters)} beginbfchar {entries} endbfchar"
    font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >>"
    made = foreign(
        b"BT /F 12 Tf 50 200 Td (A) Tj ET", font, f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    )
    assert AuditCode.TO_UNICODE in codes(made, None, "Hesp Quilan")
    assert codes(made, None, "Quinn Hesper") == set()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no document"])
def test_what_cannot_be_read_has_no_pages(data: bytes) -> None:
    found = examine(data, None, [])
    assert found.pages == 0
    assert AuditCode.UNREADABLE in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("number", "expected"),
    [("37", set()), ("36", {AuditCode.STRAY_BYTES}), ("x", {AuditCode.UNREADABLE, AuditCode.STRAY_BYTES})],
)
def test_a_length_that_is_an_object_of_its_own(number: str, expected: set[AuditCode]) -> None:
    """Other programs write the length behind the stream, which they know by then."""
    stream = "<< /Length 6 0 R >>\nstream\n(never closed \xff % ) and endobj, too..\nendstream"
    made = foreign(PLAIN, HELVETICA + " /XObject << /Fm 5 0 R >>", stream, number)
    found = codes(made, None)
    assert found & expected if expected else found == set()
