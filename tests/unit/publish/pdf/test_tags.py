"""The structure: every text has its place in it, in reading order, and figures say what they show."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf

from hrddesk.publish.pdf.tags import Tags
from hrddesk.redact.model.model import RedactedModel


def opened(pdf: bytes) -> Any:
    """Return a file as pypdf reads it, whose types do not say what is in a dictionary."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def walked(element: Any) -> Iterator[Any]:
    """Yield an element and all below it, and the numbers of its pieces with their pages."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(found, int):
            yield element["/Pg"].indirect_reference.idnum, int(found)
        elif found.get("/Type") == "/MCR":
            yield found["/Pg"].indirect_reference.idnum, int(found["/MCID"])
        else:
            assert found["/P"].get_object() == element
            yield from walked(found)


def test_every_piece_of_every_page_has_its_place_once(pdf: bytes) -> None:
    reader = opened(pdf)
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    pieces = [item for item in walked(root["/K"]) if isinstance(item, tuple)]
    assert len(pieces) == len(set(pieces))
    parents = iter(root["/ParentTree"]["/Nums"])
    by_page = dict(zip(parents, parents, strict=True))
    for number, page in enumerate(reader.pages):
        assert page["/StructParents"] == number
        written = page.get_contents().get_data().count(b"/MCID")
        assert page.indirect_reference is not None
        told = [piece for at, piece in pieces if at == page.indirect_reference.idnum]
        assert sorted(told) == list(range(written))
        assert len(by_page.get(number, [])) == written


def test_pieces_are_in_reading_order(pdf: bytes) -> None:
    reader = opened(pdf)
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    order = {
        page.indirect_reference.idnum: at for at, page in enumerate(reader.pages) if page.indirect_reference
    }
    pieces = [(order[item[0]], item[1]) for item in walked(root["/K"]) if isinstance(item, tuple)]
    # A cell that goes on upon the next page comes before nothing that was drawn before it.
    assert pieces == sorted(pieces)


def test_figures_say_what_they_show_and_cells_belong_to_tables(pdf: bytes, model: RedactedModel) -> None:
    reader = opened(pdf)
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    elements = [item for item in walked(root["/K"]) if not isinstance(item, tuple)]
    figures = [element for element in elements if element["/S"] == "/Figure"]
    assert len(figures) == 2
    for figure, printed in zip(figures, model.chapters.figures, strict=True):
        assert any(text in figure["/Alt"] for text in printed.name.together(model.languages))
    assert all("/Alt" not in element for element in elements if element["/S"] != "/Figure")
    for element in elements:
        if element["/S"] in ("/TH", "/TD"):
            assert element["/P"].get_object()["/S"] == "/TR"
        if element["/S"] == "/TR":
            assert element["/P"].get_object()["/S"] == "/Table"
        if element["/S"] == "/TH":
            assert element["/A"]["/Scope"] == "/Column"


def test_an_element_has_its_place_when_something_of_it_is_drawn() -> None:
    tags = Tags()
    late = tags.element("Sect")
    heading = tags.element("H1")
    never = tags.element("Table")
    paragraph = tags.element("P", late)
    assert tags.begin(heading, 0) == "/H1 <</MCID 0>> BDC"
    assert tags.begin(paragraph, 0) == "/P <</MCID 1>> BDC"
    assert tags.begin(paragraph, 2) == "/P <</MCID 0>> BDC"
    assert tags.root.kids == [heading, late]
    assert never not in tags.root.kids
    written = dict(tags.objects(3, 10, [5, 6, 7]))
    assert sorted(written) == [3, 10, 11, 12, 13, 14]
    assert written[10] == "<</Nums[0[12 0 R 14 0 R] 2[14 0 R]]>>"
    assert written[14] == "<</S/P/P 13 0 R/Pg 5 0 R/K[1 <</Type/MCR/Pg 7 0 R/MCID 0>>]>>"


def test_letters_of_another_language_say_which(pdf: bytes, model: RedactedModel) -> None:
    reader = opened(pdf)
    code = b"".join(page.get_contents().get_data() for page in reader.pages)
    marked = set(re.findall(rb"/Lang \((\w+)\)", code))
    # The texts of the sample are Latin, Cyrillic, Chinese, Uyghur and Tibetan.
    assert marked == {b"zh", b"ug", b"bo"} - ({b"zh"} if model.languages == ("zh-Hans",) else set())
