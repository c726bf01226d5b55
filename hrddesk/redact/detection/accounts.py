"""Addresses and account names on the internet, recognised by their form.

Forms that are disguised for machines, such as `(at)` and `(dot)`, are found like the plain ones.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence

_LATIN = "A-Za-z0-9_"
_SPACED = r"(?:(?![\u0e00-\u0fff\u1800-\u18af\u2e80-\ufaff\U00020000-\U0003ffff])[\w.+\-])"
_AT: Final = (
    (
        IdentifierKind.EMAIL,  # of Chinese letters only where nothing else stands there: they run into it
        re.compile(
            rf"(?:{_SPACED}{{1,64}}|[\w.+\-]{{0,63}}(?:(?!{_SPACED})\w))@"
            rf"(?:{_SPACED}{{1,63}}(?<!\.)(?:\.{_SPACED}{{1,63}})+|[\w\-]{{1,63}}(?:\.[\w\-]{{1,63}})+)(?<=\w)"
        ),
    ),
    (
        IdentifierKind.EMAIL,  # with spaces around it
        re.compile(
            rf"(?<![{_LATIN}.+\-])[{_LATIN}.+\-]{{1,64}}\s{{0,2}}@\s{{0,2}}[{_LATIN}\-]{{1,63}}(?:\.[{_LATIN}\-]{{1,63}})+"
        ),
    ),
    (IdentifierKind.HANDLE, re.compile(rf"(?<![{_LATIN}@])@[{_LATIN}](?:{_SPACED}{{1,38}}(?<=\w))?")),
    (IdentifierKind.HANDLE, re.compile(rf"(?<![{_LATIN}@])@[\u4e00-\u9fff][\w\-]{{1,14}}")),
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
    r"|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)(?!:?\w)",
    re.ASCII,
)
_LINKS: Final = re.compile(r"wxid_\w+|(?:t\.me|wa\.me|m\.me|x\.com)/[\w+\-./]*\w", re.ASCII)
_MESSENGERS: Final = (
    "wechat|weixin|weibo|vx|wx|qq|telegram|tg|signal|whatsapp|line|skype|facebook|twitter|instagram|"
    "wire|session|threema|matrix|douyin|tiktok|zoom|kakaotalk|viber|insta|ig|fb|vk"
)
_WORDS: Final = frozenset("vx wx tg line wire session matrix zoom insta ig fb vk".split())  # noqa: SIM905
"""Names of messengers that count only as a word of their own."""
_ACCOUNT: Final = (
    r"(?:[:：]\s{0,3}[\"“‘'「『(（]?(@?[a-z0-9_][\w.\-:]{2,38}[\w\-])"
    r"|[,，]?\s?[\"“‘'「『(（]?((?=[a-z_.\-]{0,39}[0-9_])(?!\d{4}[\-.]\d)[a-z0-9_][a-z0-9_.\-]{3,38}[\w\-]))"
)
_HOST = rf"[{_LATIN}\-]{{1,63}}"


@cache
def _messengers() -> re.Pattern[str]:
    """Return a pattern for the names of services where people have accounts, in any language."""
    return re.compile(f"{languages.alternatives(Wordlist.ACCOUNTS)}|{_MESSENGERS}")


@cache
def _handle() -> re.Pattern[str]:
    """Return a pattern for what follows the name of a service: words such as "ID is" and the account name."""
    words = languages.alternatives(Wordlist.ACCOUNT_WORDS)
    latin = languages.alternatives(Wordlist.COPULAS, fits=str.isascii)
    others = languages.alternatives(Wordlist.COPULAS, fits=is_not_latin)
    return re.compile(rf" ?(?:{words})? ?(?:{others}|(?:{latin})(?= ))?{_ACCOUNT}", re.ASCII)


@cache
def _disguised() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return two patterns for disguised e-mail addresses.

    The first pattern finds a disguised "@" or dot, as a quick test of a text. The second one is slower and
    finds whole addresses.
    """
    at_sign, dot = (languages.alternatives(wordlist) for wordlist in (Wordlist.AT_SIGNS, Wordlist.POINTS))
    bare_at = languages.alternatives(Wordlist.AT_SIGNS, fits=is_not_latin)
    point = rf"(?:\.| ?[(\[{{<（【] ?(?:{dot}) ?[)\]}}>）】] ?| dot )"
    sign = rf"(?:[(\[{{<（【] ?(?:{at_sign}|@) ?[)\]}}>）】]|{bare_at})"
    return (
        re.compile(rf"[(\[{{<（【] ?(?:{at_sign}|@|{dot}) ?[)\]}}>）】]|{bare_at}"),
        re.compile(
            rf"(?<![{_LATIN}.+\-])[{_LATIN}.+\-]{{1,64}} ?{sign} ?{_HOST}(?:{point}{_HOST})+"
            rf"|(?<![{_LATIN}.+\-])[{_LATIN}.+\-]{{1,64}} at {_HOST}(?: dot {_HOST})+"
        ),
    )


def is_not_latin(word: str) -> bool:
    """Tell whether a word has characters outside ASCII."""
    return not word.isascii()


def find_accounts(plain: str) -> Iterator[Occurrence]:
    """Yield the internet addresses and account names in a text.

    Wide and styled letters of the text must already be plain (`patterns.plain_digits`).
    """
    if "@" in plain:
        for kind, pattern in _AT:
            yield from (Occurrence(*match.span(), kind) for match in pattern.finditer(plain))
    lower = plain.lower()
    if len(lower) != len(plain):  # a few capitals of Turkish and Lithuanian become two letters
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)
    signs, disguised = _disguised()
    if " dot " in lower or signs.search(lower):
        yield from (Occurrence(*match.span(), IdentifierKind.EMAIL) for match in disguised.finditer(lower))
    if "/" in lower or "www" in lower:
        yield from (Occurrence(*match.span(), IdentifierKind.LINK) for match in _WEB.finditer(lower))
    yield from _handles(lower)
    if "::" in lower or _COLONS.search(lower):
        yield from (Occurrence(*match.span(), IdentifierKind.NETWORK) for match in _IPV6.finditer(lower))


def _handles(lower: str) -> Iterator[Occurrence]:
    for link in _LINKS.finditer(lower):
        yield Occurrence(*link.span(), IdentifierKind.HANDLE)
    for messenger in _messengers().finditer(lower):
        handle = _handle().match(lower, messenger.end())
        if handle is not None and not (messenger[0] in _WORDS and _is_within_word(lower, messenger)):
            yield Occurrence(*handle.span(handle.lastindex or 0), IdentifierKind.HANDLE)


def _is_within_word(lower: str, match: re.Match[str]) -> bool:
    """Tell whether Latin letters are directly before or after the match."""
    around = lower[max(0, match.start() - 1) : match.start()] + lower[match.end() : match.end() + 1]
    return re.search("[a-z]", around) is not None
