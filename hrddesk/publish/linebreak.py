"""Where a line may end: after spaces in Latin and Cyrillic, between characters in Chinese.

A paragraph is cut into atoms, each with the spaces behind it; a line may end after any atom. Characters
that must not begin a line stay with what stands before them, those that must not end one with what follows
(GB/T 15834 and the kinsoku rules of JIS X 4051; UAX #14 classes CL, CP, EX, IN, NS, OP, QU).
"""

import re
from collections.abc import Callable

from hrddesk.publish.fonts import MARKED_CLOSING, MARKED_OPENING

# Not at the end of a line. Straight quotes can be both, and stay inside their word.
_NO_END = "([{‘“«‹（［｛〈《「『【〔〖〘〚〝｢￥＄£¥" + MARKED_OPENING
# Not at the beginning of a line.
_NO_START = (
    ")]}’”»›,.;:!?%…—·‰℃"
    "）］｝〉》」』】〕〗〙〛〞〟｣，。、；：？！％．｡､･・ー々〻‐–～〜゛゜ヽヾゝゞ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ" + MARKED_CLOSING
)


def atoms_of(han_class: str) -> Callable[[str], list[str]]:
    """Return the function that cuts a marked paragraph without line feeds into its atoms, in order.

    `han_class` is the inside of a class of all characters that stand for themselves, as Chinese ones do.
    """
    no_end, no_start = re.escape(_NO_END), re.escape(_NO_START)
    # A word is all between spaces and Chinese, so "3.5", "don't" and "(a)b" are whole; an opening bracket
    # at its end belongs to what follows. The first form ends behind a hyphen or stroke between letters.
    letters = "[^\\W\\d_]{2}"
    # It may also end behind the stroke of a period, as in 2020-02-06/2020-03.
    middle = f"(?:{letters}[-/](?={letters})|\\d/(?=\\d{{4}}))"
    hyphened = f"[^ {han_class}]*?{middle}"
    word = f"[^ {han_class}]*[^ {han_class}{no_end}]"
    plain = re.compile(f" +|[{no_end}]*(?:[{han_class}]|{word})?[{no_start}]* *").findall
    # Without Chinese a word is all between spaces: the same, faster.
    far = re.compile("[\u2e80-\U0010ffff]").search
    spaced = re.compile(" +|[^ ]+ *").findall
    spaced_broken = re.compile(f" +|[^ ]*?{middle}|[^ ]+ *").findall
    broken = re.compile(f" +|[{no_end}]*(?:[{han_class}]|{hyphened}|{word})?[{no_start}]* *").findall

    def atoms(text: str) -> list[str]:
        hyphens = "-" in text or "/" in text
        if text.isascii() or not far(text):
            return spaced_broken(text) if hyphens else spaced(text)
        found = broken(text) if hyphens else plain(text)
        found.pop()  # every such pattern matches the end of the text, too
        return found

    return atoms
