"""Reasons that the core gives with an error."""

from typing import Final

RECORD_CHANGED_AGAIN: Final = "a record was changed again since"
ROW_OF_FILE: Final = "{0}, row {1}, column {2}"
TEXT_COVERED: Final = "a text is covered"
FILE_ATTACHED: Final = "a file is attached"
THE_CARD: Final = "the card"
NESTED_TOO_DEEPLY: Final = "{0}: nested too deeply"
