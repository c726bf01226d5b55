"""A filled form on its way to the layout process: it comes back the same, and passes for no publication."""

import io

import pytest
from pypdf import PdfReader

from hrddesk.publish.content.form import FormDocument, FormPart, FormRow
from hrddesk.publish.process.layout import lay_out_form
from hrddesk.redact.model.model import RedactedModel

NAME = FormRow("Name", "Tashi\n\nWengar", True)
HEALTH = FormRow("Health", "not filled in", False)
FORM = FormDocument(
    language="en",
    mark="CONFIDENTIAL",
    title="Detention",
    person="Tashi Wengar · བཀྲ་ཤིས།",
    notes=("what it is for",),
    parts=(
        FormPart(
            "The person",
            (NAME, HEALTH),
        ),
        FormPart("Long", (FormRow("Account", "一二三四五六七八九十。" * 900, True),)),
    ),
)


def test_a_form_comes_back_and_is_no_publication() -> None:
    data = FORM.canonical()
    assert FormDocument.is_one(data)
    assert FormDocument.from_bytes(data) == FORM
    with pytest.raises(ValueError, match="not one that is known"):
        RedactedModel.from_bytes(data)
    assert not FormDocument.is_one(b'{"title":"confidential_form"}')


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b'{"confidential_form":1}', FORM.canonical().replace(b'"filled":true', b'"filled":1')],
)
def test_what_is_no_form_is_refused_without_a_word_of_it(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^form[.:]"):
        FormDocument.from_bytes(data)


def test_the_mark_and_the_number_stand_on_every_page_and_nothing_is_lost() -> None:
    read = PdfReader(io.BytesIO(lay_out_form(FORM)))
    assert len(read.pages) > 3
    for number, page in enumerate(read.pages, 1):
        words = page.extract_text()
        assert "CONFIDENTIAL" in words
        assert f"{number} / {len(read.pages)}" in words
    assert "".join(page.extract_text() for page in read.pages).count("十") == 900
    assert read.metadata is None
