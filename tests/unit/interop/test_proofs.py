"""Proofs of evidence in the cells of a kit."""

import pytest

from hrddesk.interop.columns import cells

HASH = "ab" * 32


@pytest.mark.parametrize("item", [f"opentimestamps;{HASH};2026-05-01", "c2pa;;", f"rfc3161;{HASH};"])
def test_a_proof_goes_out_as_it_came(item: str) -> None:
    proof = cells.proof_of(item)
    assert proof is not None
    assert cells.proof_item(proof) == item


@pytest.mark.parametrize("item", ["", "c2pa", ";;", f";{HASH};", "c2pa;abc;", "c2pa;2026"])
def test_what_is_no_proof_is_none(item: str) -> None:
    assert cells.proof_of(item) is None
