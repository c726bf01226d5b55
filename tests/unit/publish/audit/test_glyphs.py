"""Demand 11: every character drawn has a picture in the file, and the maps hold nothing else."""

import io
from collections.abc import Callable

import pypdf
import uharfbuzz

from hrddesk.publish.audit.approved_content import Approved
from hrddesk.publish.audit.page_operators import draw
from hrddesk.publish.audit.page_resources import PageFonts, page_box, page_bytes
from hrddesk.publish.audit.tokens import operations
from hrddesk.publish.process.layout import lay_out
from hrddesk.redact.model.chapters import WHOLE
from hrddesk.redact.model.model import RedactedModel
from tests.languages import both

ModelMaker = Callable[..., RedactedModel]


def test_every_code_draws_ink_and_maps_back(pdf: bytes, model: RedactedModel) -> None:
    """By the embedded programs alone, without our font files."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    opened = PageFonts()
    drawn: dict[int, set[int]] = {}
    for page in reader.pages:
        resources = opened.resources(page.get("/Resources"))
        for shown in draw(operations(page_bytes(page)), resources, page_box(page)).texts:
            drawn.setdefault(shown.font.key, set()).update(shown.font.codes(shown.codes))
    assert drawn.keys() == opened.fonts.keys()
    approved = Approved(model)
    for key, codes in drawn.items():
        mapped = opened.fonts[key].map
        assert mapped is not None
        assert mapped.texts.keys() == codes
        assert approved.characters.issuperset(mapped.texts.values())
        descendant = opened.dictionaries[key]["/DescendantFonts"][0].get_object()
        assert descendant["/CIDToGIDMap"] == "/Identity"
        program = descendant["/FontDescriptor"]["/FontFile2"].get_data()
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(program)))
        for code in codes:
            extents = font.get_glyph_extents(code)
            if not mapped.texts[code].isspace():
                assert extents.width
                assert extents.height
            assert font.get_glyph_h_advance(code) == opened.fonts[key].widths.get(code, 1000)


def test_embedded_programs_hold_no_other_pictures(make_model: ModelMaker) -> None:
    import dataclasses

    model = dataclasses.replace(make_model(("zh-Hans",)), title=both("", "甲"), cases=(), chapters=WHOLE)
    opened = PageFonts()
    reader = pypdf.PdfReader(io.BytesIO(lay_out(model)))
    opened.resources(reader.pages[0]["/Resources"])
    for key, dictionary in opened.dictionaries.items():
        if "NotoSansSC" not in dictionary["/BaseFont"]:
            continue
        mapped = opened.fonts[key].map
        assert mapped is not None
        program = dictionary["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"].get_data()
        face = uharfbuzz.Face(uharfbuzz.Blob(program))
        font = uharfbuzz.Font(face)
        pictures = {glyph for glyph in range(1, face.glyph_count) if font.get_glyph_extents(glyph).width}
        assert pictures <= set(mapped.texts)


def test_two_characters_of_one_glyph_are_read_back_as_they_were(make_model: ModelMaker) -> None:
    import dataclasses

    from hrddesk.publish.audit.audit import audit

    model = dataclasses.replace(make_model(("zh-Hans",)), title=both("x", "①➀①"))
    made = lay_out(model)
    assert "①➀①" in pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert audit(made, model, []) == []
