"""The secrets of a vault for the audit of a file of unknown origin: names in every form, and other strings.

Any file is full of ordinary words, so a single word is a secret only if it is somebody's name. Names of one
word, and parts of names, give only a warning.
"""

import base64
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from hrddesk.publish.audit.findings import AuditCode, Severity
from hrddesk.publish.audit.needles import ByteNeedles, TextNeedles, folded
from hrddesk.records.model.record import is_id
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.matcher import NameIndex
from hrddesk.redact.detection.ordinary import is_shipped, is_single_word
from hrddesk.redact.detection.patterns import find_patterns
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence

Hit = tuple[AuditCode, Severity]

_LEAST_PART: Final = 4  # letters of a part of a name; a Chinese letter counts twice
_LEAST_WHOLE: Final = 8  # letters of a name that is hidden in a text (see `hidden_in_text`)
_LEAST_OTHER: Final = 6  # letters of a single word that is not in ASCII
_LEAST_WORDS: Final = 10  # letters of several words; fewer letters occur by chance
_LEAST_NUMBER: Final = 3  # digits
_SENTENCE: Final = 16  # letters; words with so many letters identify a record
_NEAR: Final = 40  # characters between two parts of one name
_WORD: Final = re.compile(r"[^\W\d]+")
_DATE: Final = re.compile(r"[\d\-/.~?X]{4,10}")
_NUMBERS: Final = frozenset(
    [IdentifierKind.PHONE, IdentifierKind.IDENTITY_NUMBER, IdentifierKind.BANK_CARD, IdentifierKind.PASSPORT]
)
_LEAST_DIGITS: Final = 7
_DIGITS: Final = re.compile(r"\d(?:[\s().\-/]{0,2}\d){6,40}")
_HEX: Final = re.compile(r"(?:[0-9A-Fa-f]{2}[\s:]?){6,}")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]{11,}={0,2}")  # of eight letters
_MIXED: Final = re.compile(r"[^\W\d_][0-9@$!|]|[0-9@$!|][^\W\d_]")
_DISGUISES: Final = tuple(str.maketrans("034578@$!1|", f"oeastbasi{letter}{letter}") for letter in "il")


class Sought:
    """A search for the names and secrets of a vault; one instance serves a whole file."""

    def __init__(self, secrets: Iterable[str], index: NameIndex) -> None:
        """Prepare the search for `secrets`, and for the names that `index` finds in every form."""
        self._index = index
        secrets = list(secrets)
        telling = list(filter(_says_something, secrets))
        self._text, self._bytes = TextNeedles(telling), ByteNeedles(telling)
        self._numbers = {digits for secret in secrets for digits in _numbers_of(secret)}
        self._lengths = sorted({len(digits) for digits in self._numbers})

    def in_text(self, text: str) -> set[Hit]:
        """Search a text of the pages; return the code and severity of each kind of hit."""
        hits = self._names(text)
        hits.update(self._of(AuditCode.SECRET_IN_TEXT, self._text.within(text)))
        if self._holds_number(text) or self._whole(hidden_in_text(text)):
            hits.add((AuditCode.SECRET_IN_TEXT, Severity.ERROR))
        return hits

    def in_string(self, text: str) -> set[Hit]:
        """Search the strings and PDF names of the file; return the hits. Parts of names do not count."""
        hits = set(self._of(AuditCode.SECRET_IN_BYTES, self._text.within(text)))
        severities = (severity for code, severity in self._names(text) if code is AuditCode.SECRET_IN_TEXT)
        return hits | {(AuditCode.SECRET_IN_BYTES, severity) for severity in severities}

    def in_bytes(self, data: bytes) -> set[Hit]:
        """Search raw bytes for secrets; return the hits."""
        return set(self._of(AuditCode.SECRET_IN_BYTES, self._bytes.within(data)))

    def _of(self, code: AuditCode, secrets: Iterable[str]) -> Iterator[Hit]:
        """Yield a hit for each of `secrets`; a single word is a hit only if it is a name."""
        for secret in secrets:
            is_name = self._whole(secret, _LEAST_OTHER)
            if is_name or not _WORD.fullmatch(secret.strip()):
                is_error = is_name or _letters(secret) >= _SENTENCE or _has_number(secret)
                yield code, Severity.ERROR if is_error else Severity.WARNING

    def _names(self, text: str) -> set[Hit]:
        hits: set[Hit] = set()
        before: Occurrence | None = None
        for item in self._index.find(text):
            words = text[item.start : item.end]
            if item.owners:
                hits.add(
                    (AuditCode.SECRET_IN_TEXT, Severity.WARNING if _is_a_word(words) else Severity.ERROR)
                )
            elif (
                item.kind is IdentifierKind.PART and _letters(words) >= _LEAST_PART and not is_shipped(words)
            ):
                is_whole = item.partly and (len(_WORD.findall(words)) > 1 or _together(before, item, text))
                code = AuditCode.SECRET_IN_TEXT if is_whole else AuditCode.NAME_PART
                hits.add((code, Severity.ERROR if is_whole else Severity.WARNING))
                before = item
        return hits

    def _whole(self, text: str, least: int = _LEAST_WHOLE) -> bool:
        """Tell whether a text contains a whole name of at least `least` letters."""
        return any(
            item.owners and _letters(text[item.start : item.end]) >= least for item in self._index.find(text)
        )

    def _holds_number(self, text: str) -> bool:
        for run in _DIGITS.findall(text) if self._numbers else ():
            digits = _plain(run)
            for length in self._lengths:
                if any(
                    digits[start : start + length] in self._numbers
                    for start in range(len(digits) - length + 1)
                ):
                    return True
        return False


def _letters(text: str) -> int:
    """Return the number of letters of a text; a Chinese character counts twice."""
    return sum(1 + (letter >= "\u2e80") for letter in folded(text))


def _says_something(secret: str) -> bool:
    """Tell whether a string may identify a record wherever it occurs, also inside words.

    A single word must be long enough, have a character outside ASCII, and be no ordinary word; the index of
    names finds all other single words. Several words must be long enough or contain a number. A date never
    identifies a record.
    """
    plain = secret.strip()
    if _WORD.fullmatch(plain):
        return not plain.isascii() and _letters(plain) >= _LEAST_OTHER and not is_shipped(plain)
    return not _DATE.fullmatch(plain) and (_letters(plain) >= _LEAST_WORDS or _has_number(plain))


def _is_a_word(name: str) -> bool:
    """Tell whether a text that equals a name may be an ordinary word.

    Every very short text may be one. A longer text may be one if it is a single word and is in the program's
    list of ordinary words, in lower case, or not in ASCII (many scripts have no capitals).
    """
    alone = is_single_word(name) and (is_shipped(name) or name.islower() or not name.isascii())
    return alone or _letters(name) < _LEAST_PART


def _has_number(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _LEAST_NUMBER


def _together(before: Occurrence | None, item: Occurrence, text: str) -> bool:
    """Tell whether two parts of names are near each other in a text and are different parts of one name."""
    if before is None or item.start - before.end > _NEAR or not set(before.partly) & set(item.partly):
        return False
    return squeeze(text[before.start : before.end]) != squeeze(text[item.start : item.end])


def _plain(run: str) -> str:
    return "".join(str(unicodedata.digit(character)) for character in run if character.isdecimal())


def _numbers_of(secret: str) -> Iterator[str]:
    may_have = sum(map(str.isdigit, secret)) >= _LEAST_DIGITS and not is_id(secret)
    for occurrence in find_patterns(secret) if may_have else ():
        digits = _plain(secret[occurrence.start : occurrence.end])
        if occurrence.kind in _NUMBERS and len(digits) >= _LEAST_DIGITS:
            yield digits


def hidden_in_text(text: str) -> str:
    """Return the texts that may be hidden in a text, joined by line feeds.

    These are the first letters of its lines, and texts written in codes or with digits in place of letters.
    """
    first = "".join(line.strip()[:1] for line in text.splitlines()).lower()
    return "\n".join([first, *_in_disguise(text)])


def _in_disguise(text: str) -> Iterator[str]:
    """Yield the texts that are hidden in hexadecimal digits, in base 64, or by digits in place of letters."""
    for run in _HEX.findall(text):
        digits = "".join(filter(str.isalnum, run))
        yield bytes.fromhex(digits).decode("utf-8", "replace")
        yield bytes.fromhex(digits).decode("utf-16-be", "replace")
    for run in _BASE64.findall(text):
        bare = run.rstrip("=")
        data = base64.b64decode(bare[: len(bare) - (len(bare) % 4 == 1)] + "=" * (-len(bare) % 4))
        yield data.decode("utf-8", "ignore")
    rows = "\n".join(row for row in text.splitlines() if _MIXED.search(row))
    for table in _DISGUISES if rows else ():
        yield rows.translate(table)
