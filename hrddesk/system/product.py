"""What the product says of itself."""

from typing import Final

PURPOSE: Final = "An offline desk for people who document human-rights violations."
VERSION: Final = "0.1.0"
"""As pyproject.toml has it."""
