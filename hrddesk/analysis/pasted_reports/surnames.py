"""Surnames of all countries, also in pinyin, which distinguish names of people from other words."""

import re
from functools import cache
from typing import Final

from hrddesk.records.language.scripts import HAN_NUMERALS, is_han
from hrddesk.records.names import names
from hrddesk.records.terms import countries

_SYLLABLE: Final = (
    "(?:(?:[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|iao|ie|ian|in|ing|u)|m(?:e|ou|iu)|pou|f(?:a|o|ei|ou|an|en|ang|eng|u)"
    "|[dt](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|iao|ie|iu|ian|ing|u|uo|ui|uan|un)"
    "|[nl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|iao|ie|iu|ian|in|iang|ing|u|uo|uan|un|v|ve|ue|ia)"
    "|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[jqx](?:i|ia|iao|ie|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    "|(?:zh|ch|sh)(?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[zcs](?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)"
    "|r(?:i|e|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)"
    "|y(?:a|o|e|ai|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)"
    "|ai|ei|ao|ou|an|en|ang|er|a|o|e)'?)"
)
_GIVEN: Final = re.compile(f"{_SYLLABLE}{{1,2}}")
_NO_GIVEN: Final = frozenset({"kong", "can", "men", "women", "bang"})  # Hong Kong and the like


@cache
def han() -> str:
    """Return a pattern of the surnames in Chinese characters."""
    chinese_surnames = [name for name in countries.surnames() if all(map(is_han, name))]
    compound, single = (
        [name for name in chinese_surnames if (len(name) > 1) is longer] for longer in (True, False)
    )
    return "(?:" + "|".join([*sorted(compound), "[" + "".join(sorted(single)) + "]"]) + ")"


@cache
def _latin() -> frozenset[str]:
    """Return the surnames that are not in Chinese characters, in lower case."""
    return frozenset(name.casefold() for name in countries.surnames() if not any(map(is_han, name)))


@cache
def in_pinyin() -> frozenset[str]:
    """Return the Chinese surnames in pinyin, in lower case."""
    # Read before a given name, since many a character is read otherwise as a surname.
    chinese_surnames = (name for name in countries.surnames() if all(map(is_han, name)))
    read = (names.pinyin(surname + HAN_NUMERALS[3]).split(" ")[0] for surname in chinese_surnames)
    return frozenset(word.casefold() for word in read)


def surname_of(words: list[str]) -> str:
    """Return the surname in a name of two words in Latin letters; empty if the words are no such name.

    One of the words must be a surname in a country's files, or the two words must be a Chinese surname and
    given name in pinyin.
    """
    if len(words) != 2:
        return ""
    listed = [word for word in words if word.casefold() in _latin()]
    if listed:
        return listed[-1]
    surname, given_name = (word.casefold().replace("’", "'") for word in words)
    is_name = (
        surname in in_pinyin() and given_name not in _NO_GIVEN and _GIVEN.fullmatch(given_name) is not None
    )
    return words[0] if is_name else ""
