"""Numbers and addresses that give a person away whoever they are, recognised by their form.

Everything here errs on the side of finding too much: a reviewer who sees a harmless number loses a second.
Sources: GB 11643-1999 (identity numbers and their check digit, ISO 7064 MOD 11-2); the number plan of
mainland China for mobiles (11 digits from 13 to 19); GA 36-2018 (plates); ISO/IEC 7812 (bank cards, Luhn);
the formats of ordinary, diplomatic and service passports and of travel permits as the National Immigration
Administration prints them; the identity card of Hong Kong.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from hrddesk.redact.found import Found, Occurrence

_GAP = r"[ \-]?"
_LATIN = "A-Za-z0-9_"  # what a number may not touch; Chinese letters, which \w holds too, it always touches
_SPACED = r"(?:(?![\u0e00-\u0fff\u1800-\u18af\u2e80-\ufaff\U00020000-\U0003ffff])[\w.+\-])"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使"
_DEGREES = (
    r"\d{1,3}(?:\.\d+)? ?[°º度](?: ?\d{1,2}(?:\.\d+)? ?['′’分](?: ?\d{1,2}(?:\.\d+)? ?(?:[\"″”秒]|''))?)?"
)
_NUMBER = "[0-9一二三四五六七八九十百]{1,5}"


def _identity_number(text: str) -> bool:
    """Tell whether the check digit of an 18-digit identity number is right."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    digits = [c for c in text.upper() if c in "0123456789X"]
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], weights, strict=True))
    return "10X98765432"[total % 11] == digits[17]


def _luhn(text: str) -> bool:
    """Tell whether the check digit of a card number is right."""
    digits = [int(c) for c in reversed(text) if c in "0123456789"]
    return sum(sum(divmod(digit * (1 + at % 2), 10)) for at, digit in enumerate(digits)) % 10 == 0


_Check = Callable[[str], bool] | None

# Tried only near digits, and the order decides between those that find the same place.
_NUMBERS: Final[tuple[tuple[Found, re.Pattern[str], _Check], ...]] = (
    (
        Found.IDENTITY_NUMBER,
        re.compile(rf"(?<!\d)[1-9]\d{{5}}{_GAP}\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{3}}[\dXx](?![\dA-Za-z])"),
        _identity_number,
    ),
    (
        Found.IDENTITY_NUMBER,
        re.compile(r"(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)"),
        None,
    ),
    (Found.IDENTITY_NUMBER, re.compile(r"(?<![A-Za-z])[A-Z]{1,2}\d{6} ?\([0-9A]\)"), None),
    (
        Found.PHONE,
        re.compile(rf"(?<!\d)(?:(?:\+|00)86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)"),
        None,
    ),
    (
        Found.PHONE,  # the end of a decimal is none: it would hide that the whole is a place
        re.compile(
            rf"(?<![{_LATIN}+])(?<!\d[.,])(?:\+|00)[1-9]\d{{0,2}}(?:[ \-]?\(?\d{{1,4}}\)?){{2,5}}(?!\d)"
        ),
        None,
    ),
    (
        Found.PHONE,  # of a mainland landline: three or four digits of the area, seven or eight of the line
        re.compile(
            r"(?<!\d)(?<!\d[ \-])(?:\(0\d{2,3}\)[ \-]?|0\d{2,3}[ \-])\d{3,4}[ \-]?\d{4}(?!\d)"
            r"|(?<!\d)0(?:10|2\d|[3-9]\d\d)\d{7,8}(?!\d)"
        ),
        None,
    ),
    (
        Found.PHONE,  # a number that is said to be one
        re.compile(
            rf"(?:电话|座机|热线|手机|传真|(?<![{_LATIN}])(?:[Tt]el(?:ephone)?|[Pp]hone|[Ff]ax|[Hh]otline))"
            r"(?: ?号码?| [Nn]umber| [Nn]o)?\.?[:： 是]{0,3}(?=[\d(])(?:[ \-]?\(?\d{2,5}\)?){2,5}(?!\d)"
        ),
        None,
    ),
    (
        Found.NETWORK,
        re.compile(rf"(?<![{_LATIN}.])(?:\d{{1,3}}\.){{3}}\d{{1,3}}(?:[:/]\d{{1,5}})?(?![{_LATIN}]|\.\d)"),
        None,
    ),
    (
        Found.NETWORK,
        re.compile(
            rf"(?<![{_LATIN}:])(?:[0-9A-Fa-f]{{2}}([:\-]))(?:[0-9A-Fa-f]{{2}}\1){{4}}[0-9A-Fa-f]{{2}}(?![{_LATIN}:])"
        ),
        None,
    ),
    (
        Found.NETWORK,
        re.compile(rf"(?<![{_LATIN}.])(?:[0-9A-Fa-f]{{4}}\.){{2}}[0-9A-Fa-f]{{4}}(?![{_LATIN}.])"),
        None,
    ),
    (
        Found.BANK_CARD,
        re.compile(rf"(?<!\d)[1-9]\d{{3}}(?:{_GAP}\d{{4}}){{2}}{_GAP}\d{{1,4}}(?:{_GAP}\d{{1,4}})?(?!\d)"),
        _luhn,
    ),
    (
        Found.COORDINATES,
        re.compile(
            r"(?<![\d.])(?:[NSEW北南东西] ?)?[+\-]?\d{1,3}\.\d{3,}°?(?: ?[NSEW])? ?[,，;/ ] ?"
            r"(?:[NSEW北南东西] ?)?[+\-]?\d{1,3}\.\d{3,}(?:°?(?: ?[NSEW](?![A-Za-z]))|°)?"
        ),
        None,
    ),
    (
        Found.COORDINATES,
        re.compile(
            rf"(?:[东西北南][经纬]|(?<![{_LATIN}])[NSEW]) ?{_DEGREES}(?: ?[NSEW](?![A-Za-z]))?"
            rf"|{_DEGREES} ?[NSEW](?![A-Za-z])"
        ),
        None,
    ),
    (
        Found.PLATE,
        re.compile(
            rf"[{_PROVINCES}][A-HJ-NP-Z][ ·•.\-]?"
            r"(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳领试超])(?![A-Za-z0-9])"
        ),
        None,
    ),
    (
        Found.PASSPORT,
        re.compile(
            r"(?<![A-Za-z0-9])(?:[EGDSP]\d{8}|E[A-HJ-NP-Z]\d{7}|(?:PE|SE|DE|MA|KJ|[HMCWTL])\d{7,10}|1[45]\d{7})"
            r"(?![A-Za-z0-9])"
        ),
        None,
    ),
    (Found.PHONE, re.compile(r"(?<!\d)\d{12,}(?!\d)"), None),  # a number that ran into others may be in it
)
_NEAR: Final = 24  # characters on each side of a digit that belong to the same number
_DIGITS: Final = re.compile(r"[0-9](?:[^0-9]{0,8}[0-9])*")

_ADDRESSES: Final = (
    re.compile(
        rf"{_NUMBER}(?:号楼|号院|单元|弄|栋|幢|室|号(?!码|令|文|线|称|召))"
        rf"(?:[ ,，]?{_NUMBER}(?:号楼|号院|单元|层|楼|栋|幢|室|号))*"
    ),
    re.compile(
        r"No\.? ?\d{1,5},? (?:[A-Z][\w'\-]+ ){1,4}(?:Road|Street|Avenue|Lane|Alley|Rd|St)(?![A-Za-z])\.?"
        rf"|(?:Apt|Apartment|Flat|Room|Unit|Building)\b\.? ?#?\d{{1,5}}[A-Za-z]?(?![{_LATIN}])"
    ),
)
_AT: Final = (
    (
        Found.EMAIL,  # of Chinese letters only where nothing else stands there: they run into it
        re.compile(
            rf"(?:{_SPACED}{{1,64}}|[\w.+\-]{{0,63}}(?:(?!{_SPACED})\w))@"
            rf"(?:{_SPACED}{{1,63}}(?<!\.)(?:\.{_SPACED}{{1,63}})+|[\w\-]{{1,63}}(?:\.[\w\-]{{1,63}})+)"
        ),
    ),
    (Found.HANDLE, re.compile(rf"(?<![{_LATIN}@])@[{_LATIN}](?:{_SPACED}{{1,38}}(?<=\w))?")),
)
_WEB: Final = re.compile(
    r"(?:\b[a-z][a-z+]{1,9}://|\bwww\d?\.)[\w\-.~:/?#@!$&*+,;=%()]*[\w/=]"
    # without either, a path tells an address from a missing space behind a full stop
    r"|(?<![\w.@\-])(?:[a-z0-9\-]{3,63}\.){1,3}(?:[a-z]{2}|com|net|org|info|onion|news|blog|site|top|xyz|gov|edu)/[\w\-.~:/?#@!$&*+,;=%]*[\w/=]",
    re.ASCII,
)
_COLONS: Final = re.compile(r"[0-9a-f]:[0-9a-f]{1,4}:[0-9a-f]{1,4}:")
_IPV6: Final = re.compile(
    r"(?<![\w:.])(?=[a-f:]*\d)(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"
    r"|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)(?![\w:])",
    re.ASCII,
)
_LINKS: Final = re.compile(r"wxid_\w+|(?:t\.me|wa\.me|m\.me|x\.com)/[\w+\-./]*\w", re.ASCII)
_MESSENGERS: Final = re.compile(
    "微信|微博|电报|脸书|推特|抖音|wechat|weixin|weibo|vx|qq|telegram|signal|whatsapp|line|skype|facebook|twitter|"
    "instagram|wire|session|threema|matrix|douyin|tiktok|zoom|kakaotalk|viber"
)
_HANDLE: Final = re.compile(
    r" ?(?:id|account|handle|user ?name|user|number|号码|帐号|账号|群号|号)? ?"
    r"(?:[:：] ?(@?[a-z0-9_][\w.\-]{3,39})"
    r"|[是为]? ?((?=[a-z_.\-]{0,39}[0-9_])(?!\d{4}[\-.]\d)[a-z0-9_][a-z0-9_.\-]{4,39}))",
    re.ASCII,
)


def find_patterns(text: str) -> Iterator[Occurrence]:
    """Yield the numbers and addresses in a text; of those that overlap the longest, then the first kind.

    What another one has beside it that is no mere punctuation is found besides: nothing telling is left.
    """
    taken = bytearray(len(text))
    for found in sorted(_candidates(_plain(text)), key=lambda found: found.start - found.end):
        start, end = found.span
        if not any(taken[start:end]):
            yield found
        elif not all(taken[start:end]):
            yield from _rest(found, text, taken)
        taken[start:end] = b"\1" * (end - start)


def _rest(found: Occurrence, text: str, taken: bytearray) -> Iterator[Occurrence]:
    """Yield the pieces of what was found that are not taken."""
    for piece in re.finditer(rb"\0+", taken[found.start : found.end]):
        start, end = (found.start + at for at in piece.span())
        if any(character.isalnum() for character in text[start:end]):
            yield Occurrence(start, end, found.kind)


def _candidates(plain: str) -> Iterator[Occurrence]:
    if "@" in plain:
        for kind, pattern in _AT:
            yield from (Occurrence(*match.span(), kind) for match in pattern.finditer(plain))
    lower = plain.lower()
    if len(lower) == len(plain):  # all but a few capitals of Turkish and Lithuanian keep their length
        yield from (Occurrence(*match.span(), Found.LINK) for match in _WEB.finditer(lower))
        yield from _handles(lower)
        if "::" in lower or _COLONS.search(lower):
            yield from (Occurrence(*match.span(), Found.NETWORK) for match in _IPV6.finditer(lower))
    for start, end in _zones(plain):
        for kind, pattern, check in _NUMBERS:
            for match in pattern.finditer(plain, start, end):
                right = check(match[0]) if check is not None else None
                yield Occurrence(*match.span(), kind, checked=right)
    for pattern in _ADDRESSES:
        yield from (Occurrence(*match.span(), Found.ADDRESS) for match in pattern.finditer(plain))


def _handles(lower: str) -> Iterator[Occurrence]:
    for link in _LINKS.finditer(lower):
        yield Occurrence(*link.span(), Found.HANDLE)
    for messenger in _MESSENGERS.finditer(lower):
        handle = _HANDLE.match(lower, messenger.end())
        if handle is not None:
            yield Occurrence(*handle.span(handle.lastindex or 0), Found.HANDLE)


def _zones(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that hold two digits or more close to each other."""
    for match in _DIGITS.finditer(plain):
        start, end = match.span()
        if end - start > 1:
            yield max(0, start - _NEAR), min(len(plain), end + _NEAR)


def _plain(text: str) -> str:
    """Return the text with wide and styled digits and letters made plain, each where it stood."""
    if text.isascii():
        return text
    return text.translate(_TABLE)


class _Table(dict[int, str]):
    """Make one character plain where that leaves one character."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        digit = unicodedata.digit(character, None)
        if digit is not None:
            plain = str(digit)
        elif unicodedata.category(character) == "Pd":
            plain = "-"
        elif unicodedata.category(character) == "Zs":
            plain = " "
        self[code] = plain if len(plain) == 1 else character
        return self[code]


_TABLE: Final = _Table()
