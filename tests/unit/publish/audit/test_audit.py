"""The audit: passes what we made, and catches one bad file of each kind. Threat T9."""

import io
import random
import re
from collections.abc import Callable
from dataclasses import replace

import pypdf
import pypdfium2
import pytest
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from hrddesk.publish.audit.audit import audit, examine
from hrddesk.publish.audit.findings import AuditCode, AuditFinding, Severity
from hrddesk.publish.process.layout import lay_out
from hrddesk.records.language.labels import Labels
from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.model.model import RedactedModel
from tests.unit.publish.bad_files import (
    PAGES,
    SECRET,
    SECRET_ZH,
    STRUCTURE,
    Writer,
    edited_font,
    edited_page,
    named,
    resources,
    rewritten,
    with_operators,
)
from tests.unit.redact.invented import Desk

ModelMaker = Callable[..., RedactedModel]


@pytest.fixture(scope="module")
def approved(make_model: ModelMaker) -> RedactedModel:
    return make_model(("en", "zh-Hans"))


@pytest.fixture(scope="module")
def good(approved: RedactedModel) -> bytes:
    return lay_out(approved)


def codes(pdf: bytes, model: RedactedModel | None, *secrets: str) -> set[AuditCode]:
    return {finding.code for finding in audit(pdf, model, secrets)}


# --- what is good ---------------------------------------------------------------------------------------

JOINERS = {
    "Persian": "او می‌رود و خانه‌اش را ترک می‌کند؛ ساعت ۱۴:۳۰ بازداشت شده‌اند. ",
    "Sorani": "ڕۆژنامەنووسەکان‌یش گیران؛ پێش‌مەرگە هات‌ن و نەگەڕاونەتەوە. ",
    "ends in one": "وہ گھر‌والے ہیں‍ ",
}


@pytest.mark.parametrize("said", JOINERS)
def test_passes_words_in_which_joiners_are_seen(said: str) -> None:
    """Once in a line, and where lines end."""
    for text in (JOINERS[said].strip(), (JOINERS[said] * 20).strip()):
        model = _told(text)
        assert audit(lay_out(model), model, []) == []


def test_a_joiner_that_the_model_does_not_have_is_seen_in_the_forms_of_letters() -> None:
    without = JOINERS["Persian"].replace("\u200c", "")
    assert codes(lay_out(_told(JOINERS["Persian"])), _told(without)) == {AuditCode.TO_UNICODE}


def _told(text: str) -> RedactedModel:
    desk = Desk()
    desk.told(desk.party("Vero Lunt"), text=text)
    return desk.model()


def test_passes_what_we_made(pdf: bytes, model: RedactedModel) -> None:
    audited = examine(pdf, model, [SECRET, SECRET_ZH, "Tannik", "Orvel Tannik", "男", ""])
    assert audited.findings == ()
    assert audited.passed
    assert audited.pages == len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("title", ["1", "3", "³", "999"])
def test_a_title_may_be_the_number_of_a_page(title: str, make_model: ModelMaker) -> None:
    """It is repeated on each page, where it cannot be told from the numbers in the contents."""
    model = replace(make_model(("en",)), title=Labels.same(title))
    assert audit(lay_out(model), model, []) == []


def test_rewriting_alone_is_no_fault(good: bytes, approved: RedactedModel) -> None:
    """So that the bad files below are caught for what was done to them."""
    assert codes(rewritten(good, lambda writer: None), approved) == set()


def test_a_number_that_is_an_offset_in_the_file_is_not_told_by_it(
    good: bytes, approved: RedactedModel
) -> None:
    objects, _, table = good.rpartition(b"\nxref")
    numbers = {window for window in re.findall(rb"(?=(\d{6}))", table) if window not in objects}
    assert len(numbers) > 100
    for model in (approved, None):
        assert AuditCode.SECRET_IN_BYTES not in codes(good, model, *(number.decode() for number in numbers))


@pytest.mark.parametrize("form", ["/X ({})", "/X <{hexadecimal}>", "/{name} 1"])
def test_what_stands_behind_the_table_is_searched(good: bytes, approved: RedactedModel, form: str) -> None:
    hidden = form.format(SECRET, hexadecimal=SECRET.encode().hex(), name=SECRET.replace(" ", "#20"))
    bad = good.replace(b"trailer\n<<", b"trailer\n<< " + hidden.encode(), 1)
    assert bad != good
    for model in (approved, None):
        assert AuditCode.SECRET_IN_BYTES in codes(bad, model, SECRET)


def test_passes_without_a_model_and_without_secrets(good: bytes) -> None:
    assert codes(good, None) == set()
    assert codes(good, None, SECRET) == set()


def index_of(name: str) -> NameIndex:
    return NameIndex([KnownName(RecordId("a"), name)])


def test_names_in_a_file_of_unknown_making(good: bytes) -> None:
    assert AuditCode.SECRET_IN_TEXT in codes(good, None, "Orvel Tannik")
    warnings = examine(
        good, None, ["Workshop"], index=lambda _: index_of("Workshop")
    ).findings  # a word warns
    assert AuditCode.SECRET_IN_TEXT in {finding.code for finding in warnings}
    assert {finding.severity for finding in warnings} == {Severity.WARNING}


def test_messages_hold_no_secret(good: bytes) -> None:
    for finding in audit(good, None, ["Orvel Tannik"]):
        assert "Orvel" not in finding.message
        assert "Orvel" not in repr(finding)
    assert AuditFinding(AuditCode.OFF_PAGE, page=3).message == "a text lies outside its page (page 3)"


def test_every_code_has_a_message() -> None:
    assert all(AuditFinding(code).message for code in AuditCode)


def test_model_of_another_publication(good: bytes, make_model: ModelMaker) -> None:
    assert AuditCode.TEXT_DIFFERS in codes(good, make_model(("en",)))
    assert AuditCode.TEXT_DIFFERS in codes(good, make_model(("en", "zh-Hans"), 2))


def test_of_a_file_of_ours_no_work_is_too_much(
    good: bytes, approved: RedactedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrddesk.publish.audit.audit._MOST_WORK", 1)
    assert audit(good, approved, []) == []
    assert codes(good, None) == {AuditCode.TOO_COMPLEX}


# --- what is bad: the structure -------------------------------------------------------------------------


NEED_A_MODEL = (AuditCode.OUTLINE, AuditCode.ACTUAL_TEXT, AuditCode.STRAY_TEXT, AuditCode.GLYPH)


@pytest.mark.parametrize("name", STRUCTURE)
def test_catches_bad_structure(name: str, good: bytes, approved: RedactedModel) -> None:
    make, code = STRUCTURE[name]
    bad = make(good)
    audited = examine(bad, approved, [])
    assert code in {finding.code for finding in audited.findings}
    assert not audited.passed
    if code not in NEED_A_MODEL and name not in ("page out of the tree", "form that no page draws"):
        assert code in codes(bad, None)


@pytest.mark.parametrize(
    "name",
    [
        "revision",
        "trailing bytes",
        "bytes between objects",
        "bytes behind a stream",
        "unused object",
        "information",
        "note",
    ],
)
def test_finds_the_secret_that_was_left(name: str, good: bytes, approved: RedactedModel) -> None:
    bad = STRUCTURE[name][0](good)
    assert AuditCode.SECRET_IN_BYTES in codes(bad, approved, SECRET)
    assert AuditCode.SECRET_IN_BYTES in codes(bad, None, SECRET)
    assert AuditCode.SECRET_IN_BYTES not in codes(bad, approved, "Somebody Else")


# --- what is bad: the pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_catches_bad_pages(name: str, good: bytes, approved: RedactedModel) -> None:
    make, code = PAGES[name]
    bad = make(good)
    audited = examine(bad, approved, [])
    found = {finding.code: finding.page for finding in audited.findings}
    assert code in found
    assert found[code] in (0, 3)
    assert {finding.severity for finding in audited.findings} == {Severity.ERROR}
    assert not audited.passed


@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        (
            "a map that says more",
            edited_font("/ToUnicode", lambda data: data.replace(b"endbfchar", b"<0FF0> <0041> endbfchar", 1)),
            AuditCode.TO_UNICODE,
        ),
        (
            "a map that says something else",
            edited_font("/ToUnicode", lambda data: re.sub(rb"<0020>", b"<0041>", data, count=1)),
            AuditCode.TO_UNICODE,
        ),
        (
            "a map that says a whole name",
            edited_font(
                "/ToUnicode",
                lambda data: re.sub(
                    rb"<0020>", b"<" + SECRET.encode("utf-16-be").hex().encode() + b">", data, count=1
                ),
            ),
            AuditCode.GLYPH,
        ),
        ("another font program", edited_font("/FontFile2", lambda data: data + b"\0\0\0\0"), AuditCode.GLYPH),
    ],
)
def test_catches_bad_fonts(
    name: str, make: Callable[[bytes], bytes], expected: AuditCode, good: bytes, approved: RedactedModel
) -> None:
    assert expected in codes(make(good), approved), name


def test_catches_a_font_that_is_not_ours(good: bytes, approved: RedactedModel) -> None:
    def change(writer: Writer) -> None:
        fonts = resources(writer)["/Font"].get_object()
        fonts[NameObject("/F9")] = writer._add_object(
            named(
                Type=NameObject("/Font"),
                Subtype=NameObject("/Type1"),
                BaseFont=NameObject("/Helvetica"),
                FirstChar=NumberObject(65),
                Widths=ArrayObject([NumberObject(600), FloatObject(600.5)]),
            )
        )

    assert AuditCode.GLYPH in codes(rewritten(good, change), approved)


def test_secret_hidden_in_a_string_of_bytes(good: bytes) -> None:
    bad = edited_page("/Q", ByteStringObject(b"\xfe\xff" + SECRET_ZH.encode("utf-16-be")))(good)
    found = examine(bad, None, [SECRET_ZH], index=lambda _: index_of(SECRET_ZH)).findings
    assert AuditFinding(AuditCode.SECRET_IN_BYTES) in found


def test_secret_hidden_in_a_name(good: bytes) -> None:
    bad = edited_page(f"/{SECRET.replace(' ', '_')}", NumberObject(1))(good)
    found = examine(bad, None, [SECRET], index=lambda _: index_of(SECRET)).findings
    assert AuditFinding(AuditCode.SECRET_IN_BYTES) in found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "gb18030"])
def test_secret_hidden_in_a_stream(encoding: str, good: bytes, approved: RedactedModel) -> None:
    for form in (SECRET_ZH.encode(encoding), SECRET_ZH.encode(encoding).hex().encode()):
        bad = with_operators(good, b"% " + form)
        assert AuditCode.SECRET_IN_BYTES in codes(bad, approved, SECRET_ZH)


def _words(pdf: bytes) -> str | None:
    """Return what another reader shows of a file; None where it shows nothing."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return None
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


@pytest.mark.parametrize("seed", range(30))
def test_damaged_files_are_reported_never_raised(seed: int, good: bytes, approved: RedactedModel) -> None:
    """Flip bytes outside of the compressed parts as well; a reader of hostile files must not fall over."""
    chance, table = random.Random(seed), good.rindex(b"\nxref")
    damaged = bytearray(good)
    for _ in range(chance.randint(1, 12)):
        damaged[chance.randrange(table)] ^= chance.randrange(1, 256)
    assert bytes(damaged) == good or examine(bytes(damaged), approved, [SECRET]).findings
    tail = bytearray(good)
    tail[chance.randrange(table, len(good))] ^= 1 << chance.randrange(8)
    if not examine(bytes(tail), approved, []).findings:  # the table of objects is made anew where it is wrong
        assert _words(bytes(tail)) in (None, _words(good))
