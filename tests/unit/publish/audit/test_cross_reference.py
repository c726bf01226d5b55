"""Two files in one: no table of objects is passed that two readers could take for two things."""

import random
import re
from collections.abc import Callable

import pytest

from hrddesk.publish.audit.audit import audit
from hrddesk.publish.audit.findings import AuditCode
from hrddesk.publish.process.layout import lay_out
from hrddesk.redact.model.model import RedactedModel
from tests.unit.publish.bad_files import SECRET

ModelMaker = Callable[..., RedactedModel]
Change = Callable[[bytes], bytes]

_ENTRY = re.compile(rb"(\d{10}) 00000 n \n")
_REFUSALS = {
    AuditCode.DAMAGED_TABLE,
    AuditCode.STRAY_BYTES,
    AuditCode.UNREADABLE,
    AuditCode.LEFTOVER_REVISION,
}


@pytest.fixture(scope="module")
def approved(make_model: ModelMaker) -> RedactedModel:
    return make_model(("en",), 1)


@pytest.fixture(scope="module")
def good(approved: RedactedModel) -> bytes:
    return lay_out(approved)


def codes(pdf: bytes, model: RedactedModel | None, *secrets: str) -> set[AuditCode]:
    return {finding.code for finding in audit(pdf, model, secrets)}


def _entry(number: int, change: Change) -> Change:
    """Change the entry of one object."""

    def changed(pdf: bytes) -> bytes:
        found = list(_ENTRY.finditer(pdf))[number - 1]
        return pdf[: found.start()] + change(found[0]) + pdf[found.end() :]

    return changed


def _pattern(pattern: bytes, by: bytes | Callable[[re.Match[bytes]], bytes]) -> Change:
    return lambda pdf: re.sub(pattern, by, pdf)


def _start(pdf: bytes, start: int) -> bytes:
    return re.sub(rb"startxref\n\d+", b"startxref\n%d" % start, pdf)


def _exchanged(pdf: bytes) -> bytes:
    """Let two objects of a kind stand for each other, as two pages may."""
    entries = list(_ENTRY.finditer(pdf))
    first, second = entries[3], entries[4]
    return pdf[: first.start()] + second[0] + first[0] + pdf[second.end() :]


def _with_section(pdf: bytes) -> bytes:
    """Name an object a second time, elsewhere."""
    again = list(_ENTRY.finditer(pdf))[4][0]
    return pdf.replace(b"trailer\n", b"4 1\n" + again + b"trailer\n")


def _hidden_table(pdf: bytes) -> bytes:
    """Put a table of its own into an object, where the file says that the table is."""
    table = pdf.rindex(b"\nxref") + 1
    tail = pdf[table : pdf.rindex(b"startxref")]
    more = b"(" + tail + b")\n"
    at = pdf.index(b"<<", pdf.index(b"1 0 obj"))
    return _start(pdf[:at] + more + pdf[at:], at + 1)


def _two_tables(pdf: bytes) -> bytes:
    """Put a table with its trailer before the one that counts."""
    table = pdf.rindex(b"\nxref") + 1
    tail = pdf[table : pdf.rindex(b"startxref")]
    return _start(pdf[:table] + tail + pdf[table:], table + len(tail))


DAMAGED: dict[str, Change] = {
    "told to be elsewhere": lambda pdf: _start(pdf, pdf.rindex(b"\nxref") + 2),
    "told to be at the beginning": lambda pdf: _start(pdf, 0),
    "told to be beyond the end": lambda pdf: _start(pdf, 10**9),
    "told in no number": _pattern(rb"startxref\n\d+", b"startxref\n-1"),
    "gone": lambda pdf: pdf[: pdf.rindex(b"\nxref") + 1] + pdf[pdf.rindex(b"trailer") :],
    "of fewer objects than it tells": _pattern(
        rb"xref\n0 (\d+)", lambda found: b"xref\n0 %d" % (int(found[1]) + 1)
    ),
    "of more objects than it tells": _pattern(
        rb"xref\n0 (\d+)", lambda found: b"xref\n0 %d" % (int(found[1]) - 1)
    ),
    "larger than the file says": _pattern(rb"/Size (\d+)", lambda found: b"/Size %d" % (int(found[1]) - 3)),
    "of no size": _pattern(rb"/Size \d+", b""),
    "that begins at one": lambda pdf: pdf.replace(b"xref\n0 ", b"xref\n1 "),
    "an object called free": _entry(4, lambda entry: entry.replace(b"n", b"f")),
    "an object called neither": _entry(4, lambda entry: entry.replace(b"n", b"x")),
    "an object beside its place": _entry(4, lambda entry: b"%010d" % (int(entry[:10]) + 1) + entry[10:]),
    "an object of another generation": _entry(4, lambda entry: entry.replace(b" 00000 ", b" 00001 ")),
    "an object nowhere": _entry(4, lambda entry: b"%010d" % 0 + entry[10:]),
    "an entry of another length": _entry(4, lambda entry: entry.replace(b" \n", b"\n")),
    "two objects exchanged": _exchanged,
    "an object named twice": _with_section,
    "hidden in an object": _hidden_table,
    "two of them": _two_tables,
    "two trailers": lambda pdf: pdf.replace(b"startxref", b"<< /Root 1 0 R /Size 9 >>\nstartxref"),
    "words behind the trailer": lambda pdf: pdf.replace(b"startxref", b"(words)\nstartxref"),
    "a comment in the trailer": lambda pdf: pdf.replace(b"trailer\n<<", b"trailer\n<<%\n"),
    "a second root": lambda pdf: pdf.replace(b"trailer\n<<", b"trailer\n<< /Root 2 0 R"),
    "more behind the end": lambda pdf: pdf + pdf[pdf.rindex(b"\nxref") :],
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_table_is_refused(name: str, good: bytes, approved: RedactedModel) -> None:
    bad = DAMAGED[name](good)
    assert bad != good
    assert codes(bad, approved) & _REFUSALS
    assert codes(bad, None) & _REFUSALS


@pytest.mark.parametrize("seed", range(20))
def test_no_digit_or_word_of_the_table_may_change(seed: int, good: bytes, approved: RedactedModel) -> None:
    chance, table = random.Random(seed), good.rindex(b"\nxref")
    places = [at for at in range(table + 1, len(good)) if good[at] > 32]
    damaged = bytearray(good)
    damaged[chance.choice(places)] ^= 1 << chance.randrange(5)
    assert codes(bytes(damaged), approved)


# --- tables that are streams, and objects within others, as other programs write them --------------------


def packed(
    inside: tuple[tuple[int, str], ...] = ((1, "<< /Type /Catalog /Pages 2 0 R >>"), (5, "<< >>")),
    *,
    listed: tuple[int, ...] = (0, 1),
    between: bytes = b"",
    moved: int = 0,
) -> bytes:
    """Return a file with the objects of `inside` in object 6, of which its table names those `listed`."""
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources 5 0 R >>"
    heads, bodies = "", ""
    for number, body in inside:
        heads += f"{number} {len(bodies)} "
        bodies += body + " "
    container = f"/Type /ObjStm /N {len(inside)} /First {len(heads)} /Length {len(heads + bodies)}"
    objects = {
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page,
        4: "<< /Length 0 >>\nstream\n\nendstream",
        6: f"<< {container} >>\nstream\n{heads + bodies}\nendstream",
    }
    data, rows = b"%PDF-1.5\n", {0: bytes([0, 0, 0, 255])}
    for number, body in objects.items():
        rows[number] = b"\1" + (len(data) + moved * (number == 3)).to_bytes(2) + b"\0"
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    data += between
    for index in listed:
        rows[inside[index][0]] = bytes([2, 0, 6, index])
    rows[7] = b"\1" + len(data).to_bytes(2) + b"\0"
    table = b"".join(rows[number] for number in sorted(rows))
    keys = f"/Type /XRef /Root 1 0 R /Size 8 /W [1 2 1] /Length {len(table)}"
    start = len(data)
    data += f"7 0 obj\n<< {keys} >>\nstream\n".encode("ascii") + table + b"\nendstream\nendobj\n"
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def test_objects_within_others_are_no_fault_by_themselves() -> None:
    assert codes(packed(), None, SECRET) == set()


def test_an_object_within_another_that_no_table_names_is_told_and_searched() -> None:
    catalogue = (1, "<< /Type /Catalog /Pages 2 0 R >>")
    bad = packed((catalogue, (5, "<< >>"), (8, f"({SECRET})")))
    assert codes(bad, None, SECRET) == {AuditCode.DAMAGED_TABLE, AuditCode.SECRET_IN_BYTES}
    twice = (catalogue, (5, "<< >>"), (5, "<< /Font << >> >>"))
    for listed in ((0, 1), (0, 2)):  # one reader takes the first of that number, another one the place listed
        assert codes(packed(twice, listed=listed), None) == {AuditCode.DAMAGED_TABLE}
    exchanged = packed((catalogue, (5, "<< >>")), listed=(0, 1)).replace(b"1 0 5 ", b"5 0 1 ")
    assert codes(exchanged, None) & _REFUSALS


def test_a_stream_that_is_the_table_is_held_to_the_objects() -> None:
    assert codes(packed(moved=1), None) & _REFUSALS
    assert AuditCode.STRAY_BYTES in codes(packed(between=b"9 0 obj\n<< >>\nendobj\n"), None)
    assert AuditCode.STRAY_BYTES in codes(packed(between=b"% drawn up by somebody\n"), None)
    assert codes(packed().replace(b"/Size 8", b"/Size 6"), None) & _REFUSALS
