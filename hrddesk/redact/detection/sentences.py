"""Detection of beginnings of sentences in scripts with capitals.

A capital at the beginning of a sentence is no sign of a name.
"""

from typing import Final

from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.name_words import titles

_QUOTES: Final = " \t\u00a0\u200f\"“”„«»‘’‚'()[]¿¡\u2013\u2014-"
"""The characters between the end of a sentence and the first word of the next."""
_ENDS: Final = frozenset(".!?…:;\u3002\u061f\u06d4•*#")
"""The characters at the end of a sentence, or before the first word of a line."""
_CUT_SHORT: Final = 4  # letters of a title that may have a stop: Prof.
_NEAR: Final = 40  # characters in which the sentence before has its end


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence begins at `start`.

    A sentence begins there if only numbers and signs precede `start` in the same line, or if the sign before
    it ends a sentence. The full stop of an initial or of a title ends no sentence.
    """
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2].rstrip(_QUOTES)
    if not any(map(str.isalpha, before)):
        return True
    if before[-1] not in _ENDS:
        return False
    return not (before[-1] == "." and _is_cut_short(before[:-1].split()[-1]))


def _is_cut_short(word: str) -> bool:
    """Tell whether a word is an initial or a short title, whose full stop ends no sentence."""
    return (len(word) == 1 and word.isalpha()) or (len(word) <= _CUT_SHORT and squeeze(word) in titles())
