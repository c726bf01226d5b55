"""The purpose and the version of the product."""

from typing import Final

PURPOSE: Final = "An offline desk for people who document human-rights violations."
VERSION: Final = "0.1.0"
"""The version; a test compares it with pyproject.toml."""
