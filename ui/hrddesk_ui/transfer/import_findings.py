"""The remarks of an import, in the window's language."""

import re
from typing import Final

from hrddesk.interop.formats.findings import Remark, RemarkCode
from hrddesk_ui.error_words.core_words import words
from hrddesk_ui.transfer.target_words import target_word
from hrddesk_ui.words.vocabularies import term_label

_SAID: Final = re.compile(r"(?P<target>(?:party|event\d*|case)\.[a-z_]+) = (?P<value>[^,]+)")


def in_words(finding: Remark) -> str:
    """Return the words for a remark, in the window's language."""
    detail = words(finding.detail)
    if finding.code is RemarkCode.WORD_FOR_DATE:
        detail = _SAID.sub(_in_words_of_fields, detail)
    return words(finding.code.value).replace("{detail}", detail)


def _in_words_of_fields(match: re.Match[str]) -> str:
    """Return the name of a field and the label of the term as which the typed word was read.

    `match` has the codes of the field and the term.
    """
    return f"{target_word(match['target'])} = {term_label(('event_type', 'penalty'), match['value'])}"
