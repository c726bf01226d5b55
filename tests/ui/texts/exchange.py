"""Handing cases over: cards, contacts, bundles, reviews, receipts."""

from typing import Final

BUNDLE_WRITTEN: Final = "The bundle was written"
