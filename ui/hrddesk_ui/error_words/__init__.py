"""The words of every error of the core, by the module of `hrddesk.errors` that the error stands in.

The core's own sentences name commands; these name pages and buttons. A test holds that every class is here
with the same placeholders.
"""

from typing import Final

from hrddesk.errors import HrdDeskError
from hrddesk_ui.error_words import exchange, program, records, vault
from hrddesk_ui.error_words.stock_sentences import Words

TEXTS: Final[dict[type[HrdDeskError], Words]] = {
    **vault.TEXTS,
    **records.TEXTS,
    **exchange.TEXTS,
    **program.TEXTS,
}
