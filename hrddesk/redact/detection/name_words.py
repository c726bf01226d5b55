"""Division of names and texts into words, where a script has spaces; Chinese names become pinyin."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.records.language.lookalikes import plain_letters
from hrddesk.records.language.scripts import is_han
from hrddesk.records.names.names import pinyin, split_name
from hrddesk.redact.detection.alike import has_case, script_of_word
from hrddesk.redact.detection.folding import GAP, Folded, fold, squeeze
from hrddesk.redact.detection.ordinary import is_unspaced
from hrddesk.redact.detection.spellings import HAN
from hrddesk.redact.passages.wording import Span

_SHORT: Final = 3  # letters of a word that may be inflected, at the least
_LEAST_BARE: Final = 3  # letters of a word without the small ones that are written together with it
_WIDEST_GAP: Final = 3
_FEW: Final = 3
_WITHIN: Final = " \t\r\n\u00a0.-\u2010\u2011_\u00b7\u2022\u2027\u30fb'\u2019\u200b\u200c\u200d\u200e\u200f"
"""The characters that may be between the words of a name."""
_RUN: Final = re.compile(f"[{HAN}]+|[^{HAN}{GAP}\\d]+")
_PLAIN: Final = re.compile("[A-Z][a-z]+(?: [A-Z]?[a-z]+)*")
_MOST_HAN: Final = 5  # characters of a name of another language, between signs


class Token(NamedTuple):
    """A word of a folded text."""

    start: int
    end: int
    letters: str
    capital: bool
    capitals: bool
    """Whether all its letters are capitals."""


@cache
def no_parts() -> frozenset[str]:
    """Return the words that alone are never a part of a name."""
    return frozenset(map(squeeze, languages.listed(Wordlist.NO_PARTS)))


@cache
def titles() -> frozenset[str]:
    """Return the titles and similar words that may precede a name."""
    return frozenset(map(squeeze, languages.listed(Wordlist.TITLES)))


@cache
def titles_behind() -> frozenset[str]:
    """Return the titles and similar words that may follow a name."""
    return frozenset(map(squeeze, languages.listed(Wordlist.NAME_PRECEDES)))


@cache
def _proclitics() -> tuple[str, ...]:
    return tuple(map(squeeze, languages.listed(Wordlist.PROCLITICS)))


def bare(word: str) -> set[str]:
    """Return a word and its forms without articles and prepositions that are written together with it.

    The result is empty for a word that alone is never a part of a name.
    """
    forms = {word} - no_parts()
    for _ in range(3 if word.startswith(_proclitics()) else 0):
        forms |= {
            one[len(start) :]
            for one in forms
            for start in _proclitics()
            if one.startswith(start) and len(one) - len(start) >= _LEAST_BARE
        }
    return forms


def compared_with_names(token: Token) -> tuple[set[str], bool]:
    """Return the forms in which a word of a text is compared with words of names, and whether similar forms
    match too.

    For a word without a capital or with few letters the second value is False: only equal forms match.
    """
    if token.capital and len(token.letters) >= _SHORT:
        return bare(token.letters), True
    counts = has_case(token.letters[0]) and len(token.letters) > (1 if token.capital else _SHORT)
    return {token.letters} - no_parts() if counts and not token.capitals else set(), False


def may_be_initials(folded: Folded, token: Token) -> bool:
    """Tell whether a word may be initials: it is in capitals or, in a script without capitals, followed by a
    dot.
    """
    if has_case(token.letters[0]):
        return token.capitals
    return folded.source[folded.span(token.start, token.end)[1] :][:1] == "."


def words_of(name: str) -> list[str]:
    """Return the words by which a name is searched; for a Chinese name these are its pinyin."""
    if _PLAIN.fullmatch(name):  # as most are in Latin letters: there is nothing to fold
        return name.lower().split()
    return [token.letters for token in tokens_of(fold(name))] or list(map(squeeze, pinyin(name).split()))


def is_chinese_name(name: str) -> bool:
    """Tell whether a name consists of a Chinese surname and a given name in Chinese characters."""
    letters = squeeze(name)
    return all(map(is_han, letters)) and split_name(letters)[0] != ""


def _plain(word: str) -> str:
    """Return a word in which letters that only look like Latin ones are replaced by Latin letters.

    A word without any Latin letter is returned unchanged.
    """
    plain = plain_letters(word)
    return plain if plain.isascii() and "LATIN" in map(script_of_word, word) else word


def tokens_of(folded: Folded) -> list[Token]:
    """Return the words of a text in scripts with spaces between words.

    A few Chinese characters in such a text are returned as pinyin.
    """
    tokens: list[Token] = []
    text, places = folded.text, list(_pieces(folded.text))
    unspaced = sum(end - start for start, end in places if is_unspaced(text[start:end]))
    for start, end in places:
        piece = text[start:end]
        if is_han(piece[0]) and unspaced <= len(text) // _FEW and 1 < len(piece) <= _MOST_HAN:
            tokens.append(Token(start, end, squeeze(pinyin(piece)), capital=True, capitals=False))
        elif not is_unspaced(piece):
            capital = piece[0].isupper() or not has_case(piece[0])
            token = Token(start, end, _plain(piece).casefold(), capital, piece.isupper())
            if tokens and _goes_on(folded, tokens[-1].end, start):
                before = tokens.pop()
                letters, capitals = before.letters + token.letters, before.capitals and token.capitals
                token = Token(before.start, end, letters, before.capital, capitals)
            tokens.append(token)
    return tokens


def _pieces(text: str) -> Iterator[Span]:
    """Yield the places of words and of rows of Chinese characters; a capital may begin a new word."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        if run[0][1:] != run[0][1:].lower():
            for offset in range(start + 1, end):
                one, next_letter, behind = text[offset - 1], text[offset], text[offset + 1 : offset + 2]
                shouted = next_letter.isascii() and one.isupper() and behind.islower()
                if next_letter.isupper() and (one.islower() or shouted):
                    yield start, offset
                    start = offset
        yield start, end


def _goes_on(folded: Folded, end: int, start: int) -> bool:
    """Tell whether the words before and after a gap are one word.

    They are one word if the gap, `text[end:start]`, is invisible or is a hyphen at the end of a line.
    """
    if start == end:
        return False
    between = folded.source[folded.span(end - 1, end)[1] : folded.span(start, start + 1)[0]]
    if between == GAP:
        return False
    bare = between.strip()
    line = "\n" in between and bare in ("-", "\u2010", "\u00ad")
    return line or all(unicodedata.category(sign) in ("Cf", "Mn", "Me") for sign in between)


class TextWords:
    """The words of a folded text; `beside` tells which words may belong to the same name as the next word."""

    def __init__(self, folded: Folded) -> None:
        self.folded, self.tokens = folded, tokens_of(folded)
        self.beside = [are_beside(folded, one, next_token) for one, next_token in pairwise(self.tokens)]


def are_beside(folded: Folded, one: Token, next_token: Token) -> bool:
    """Tell whether two consecutive words of a text may belong to one name, by the signs between them."""
    between = folded.text[one.end : next_token.start]
    if between.strip(GAP) or len(between) > _WIDEST_GAP:
        return False
    written = folded.source[
        folded.span(one.start, one.end)[1] : folded.span(next_token.start, next_token.end)[0]
    ]
    if "." in written and len(one.letters) > 1 and one.letters not in titles():
        return False  # a sentence ends
    return not written.strip(_WITHIN)
