"""Secrets in texts and bytes: found in every form, and nothing found that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.publish.audit.findings import Severity
from hrddesk.publish.audit.needles import ByteNeedles, TextNeedles, _forms, folded, severity

SECRETS = ["Hesper Quillane", "赫斯珀·奎兰", "赫斯", "ھېسپېر", "ཧེས་པེར་", "+86 130 5550 0199"]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "gb18030"])
def test_found_in_every_encoding(secret: str, encoding: str) -> None:
    data = secret.encode(encoding)
    if len(data) < 6:
        assert ByteNeedles([secret]).within(b"\x00" + data) == set()  # too short to mean anything in bytes
        return
    for form in (data, data.hex().encode(), data.hex().upper().encode()):
        found = ByteNeedles(SECRETS).within(b"\x00\xff" + form + b"\x01")
        assert secret in found
        assert all(other in secret for other in found)
        assert secret not in ByteNeedles(SECRETS).within(b"\x00\xff" + form[:-1])


@given(st.lists(st.text("abß赫斯 ", min_size=2, max_size=6), max_size=30, unique=True), st.data())
def test_hits_equal_those_of_a_plain_search(secrets: list[str], data: st.DataObject) -> None:
    pieces = [form for secret in secrets for form in _forms(secret)] + [b"61", b"\xff", b"a"]
    haystack = b"".join(data.draw(st.lists(st.sampled_from(pieces), max_size=6)))
    plain = {secret for secret in secrets if any(form in haystack for form in _forms(secret))}
    assert ByteNeedles(secrets).within(haystack) == plain


def test_found_in_text_whatever_its_spaces_accents_and_direction() -> None:
    for text in ("xHESPER\nQUILLANEx", "H e s p e r Q u i l l a n e", "Hésper Quillane", "enallíuQ repseH"):
        assert TextNeedles(["Hesper Quillane"]).within(text) == {"Hesper Quillane"}
    for text in ("Hes\u00adper Quil\u2062lane", "He\u202esper Quill\ufe0fane", "Hesp\u20dder Quillane"):
        assert TextNeedles(["Hesper Quillane"]).within(text) == {"Hesper Quillane"}
    assert TextNeedles(["ھېسپېر"]).within("ھېسـپېر") == {"ھېسپېر"}
    assert TextNeedles(["Hesper Quillane", " "]).within("Hesper Quill") == set()


def test_approved_text_is_no_secret() -> None:
    assert TextNeedles(["Hesper"]).beyond("Hesper and", "Hesper and") == set()
    assert TextNeedles(["Hesper"]).beyond("Hesper and Hesper", "Hesper and") == {"Hesper"}
    # across two words of the model, by chance
    assert TextNeedles(["赫斯"]).beyond("甲赫斯乙", "甲赫" + "斯乙") == set()


def test_short_forms_only_warn() -> None:
    assert severity("Li") is Severity.WARNING
    assert severity("Lee") is Severity.WARNING
    assert severity("Hesp") is Severity.ERROR
    assert severity("赫") is Severity.WARNING
    assert severity("赫斯") is Severity.ERROR


def test_folded() -> None:
    assert folded("Ｈésper  Q") == "hesperq"
    assert folded("ཧེས་པེར") == folded("ཧེསཔེར")


def test_thousands_of_long_secrets_with_one_beginning() -> None:
    secrets = [f"{'x' * 300}{number:04}" for number in range(3000)]
    assert ByteNeedles(secrets).within(b"-" + secrets[2999].encode() + b"-") == {secrets[2999]}


def test_secret_within_a_longer_one_is_found_too() -> None:
    assert TextNeedles(["Hesper", "Hesper Quillane", "赫"]).within("hesperquillane 赫") == {
        "Hesper",
        "Hesper Quillane",
        "赫",
    }
