"""References in texts."""

import pytest

from hrddesk.records.texts.mentions import mentions_in


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("@K7QX-2026-0001 and @k7qx-2026-P0012.", ["K7QX-2026-0001", "k7qx-2026-P0012"]),
        ("见@K7QX-2026-E0003的照片", ["K7QX-2026-E0003"]),
        ("(@0123abcd), @0123456789abcdef0123456789abcdef", ["0123abcd", "0123456789abcdef0123456789abcdef"]),
        ("mail a@K7QX-2026-0001 or x.@K7QX-2026-0001, @@K7QX-2026-0001", []),
        ("@someone @my.case/1- @K7QX-2026-00011x @", []),
        ("", []),
    ],
)
def test_references_as_vaults_give_them_are_found(text: str, refs: list[str]) -> None:
    found = [item for item in mentions_in(text) if item.is_certain]
    assert [item.ref for item in found] == refs
    assert [text[item.start : item.end] for item in found] == [f"@{ref}" for ref in refs]


def test_other_names_may_be_accounts() -> None:
    found = list(mentions_in("@someone, @my.case/1- and @K7QX-2026-00011x"))
    assert [item.ref for item in found] == ["someone", "my.case/1", "K7QX-2026-00011x"]
    assert not any(item.is_certain for item in found)
