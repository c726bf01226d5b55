"""The permitted line breaks: after spaces, between Chinese characters, between Tibetan syllables.

A paragraph is split into atoms, each with the spaces behind it; a line may end after any atom. Characters
that must not begin a line are joined to the preceding character, and characters that must not end a line to
the following one (GB/T 15834 and the kinsoku rules of JIS X 4051; UAX #14 classes BA, CL, CP, EX, IN, NS, OP,
QU). The strokes that end a clause in Tibetan and the stops of Mongolian do not begin a line even after a
space.
"""

import re
from collections.abc import Callable
from typing import Final

from hrddesk.publish.typesetting.punctuation import MARKED_CLOSING, MARKED_OPENING

# Not at the end of a line. Straight quotes may open or close, so they stay within their word.
_NO_END = "([{‘“«‹（［｛〈《「『【〔〖〘〚〝｢￥＄£¥" + MARKED_OPENING
# Not at the beginning of a line.
_NO_START = (
    ")]}’”»›,.;:!?%…—·‰℃"
    "）］｝〉》」』】〕〗〙〛〞〟｣，。、；：？！％．｡､･・ー々〻‐–～〜゛゜ヽヾゝゞ"
    "،؛؟٪۔᠆"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ" + MARKED_CLOSING
)

# After a Tibetan syllable: its dot, and the marks that stay with the syllable.
_TIBETAN_ENDS: Final = "\u0f0b\u0f34\u0f7f\u0f85\u0fbe\u0fbf\u0fd2"
# Not at the beginning of a line, even after spaces: Tibetan strokes, Mongolian stops.
_STOPS: Final = "\u0f0d-\u0f12\u0f14\u1802-\u1805\u1808\u1809"
_SYLLABLE: Final = f"(?:(?![{_TIBETAN_ENDS}{_STOPS}])[\u0f00-\u0fff])+[{_TIBETAN_ENDS}]*"

_IDEOGRAPHS: Final = "\u3400-\u4dbf\u4e00-\u9fff"


def atoms_of(han_class: str) -> Callable[[str], list[str]]:
    """Return a function that splits a paragraph without line feeds into its atoms, in order.

    The paragraph is a marked text (see `punctuation`). `han_class` is the inside of a regular expression
    class of all characters that form an atom of their own, as Chinese characters do.
    """
    no_end, no_start = re.escape(_NO_END), re.escape(_NO_START)
    # A word is all text between spaces and Chinese characters, such as "3.5", "don't" and "(a)b"; an opening
    # bracket at its end belongs to the next atom. `hyphened` ends after a hyphen or slash between letters.
    letters = "[^\\W\\d_]{2}"
    # It may also end after the slash of a period, as in 2020-02-06/2020-03.
    middle = f"(?:{letters}[-/](?={letters})|\\d/(?=\\d{{4}}))"
    alone = han_class + "\u0f00-\u0fff"
    hyphened = f"[^ {alone}]*?{middle}"
    word = f"[^ {alone}]*[^ {alone}{no_end}]"
    behind = f"[{no_start}{_TIBETAN_ENDS}]*(?: *[{_STOPS}]+[{no_start}{_TIBETAN_ENDS}]*)* *"
    plain = re.compile(f" +(?![{_STOPS} ])|[{no_end}]*(?:[{han_class}]|{_SYLLABLE}|{word})?{behind}").findall
    # Without Chinese and Tibetan, a word is all text between spaces: the same result, faster.
    far = re.compile("[\u0f00-\u0fff\u1800-\u180f\u2e80-\U0010ffff]").search
    spaced = re.compile(" +|[^ ]+ *").findall
    spaced_broken = re.compile(f" +|[^ ]*?{middle}|[^ ]+ *").findall
    broken = re.compile(
        f" +(?![{_STOPS} ])|[{no_end}]*(?:[{han_class}]|{_SYLLABLE}|{hyphened}|{word})?{behind}"
    ).findall
    # Within a run of ideographs each is an atom, except one after an opening mark, and the last one, which
    # keeps following marks that must not begin a line: the same result, faster.
    ideographs = re.compile(f"(?<![{no_end}])([{_IDEOGRAPHS}]+)(?=[{_IDEOGRAPHS}])").split

    def atoms(text: str) -> list[str]:
        hyphens = "-" in text or "/" in text
        if text.isascii() or not far(text):
            return spaced_broken(text) if hyphens else spaced(text)
        cut = broken if hyphens else plain
        found_atoms: list[str] = []
        for number, piece in enumerate(ideographs(text)):
            if piece:
                found_atoms += (
                    piece if number % 2 else cut(piece)[:-1]
                )  # without the empty match at the end of a piece
        return found_atoms

    return atoms
