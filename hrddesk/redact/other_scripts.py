"""How names in Uyghur and Cyrillic letters are written in others, and Latin ones without their dots.

Who was recorded in one script is told of in others: reports from Kazakhstan are in Cyrillic, and English ones
write "Orkhun" or "Orhun" where the official spelling has "Orxun". Only texts are searched by these forms.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Final

from hrddesk.records.names import derived_forms
from hrddesk.records.scripts import Script, letters_of, normalise

_UYGHUR: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "ا": ("а", ("a",)), "ە": ("ә", ("e", "a")), "ب": ("б", ("b",)), "پ": ("п", ("p",)), "ت": ("т", ("t",)),
    "ج": ("җ", ("j",)), "چ": ("ч", ("ch",)), "خ": ("х", ("x", "kh", "h")), "د": ("д", ("d",)),
    "ر": ("р", ("r",)), "ز": ("з", ("z",)), "ژ": ("ж", ("zh",)), "س": ("с", ("s",)), "ش": ("ш", ("sh",)),
    "غ": ("ғ", ("gh", "g")), "ف": ("ф", ("f",)), "ق": ("қ", ("q", "k")), "ك": ("к", ("k",)),
    "گ": ("г", ("g",)), "ڭ": ("ң", ("ng",)), "ل": ("л", ("l",)), "م": ("м", ("m",)), "ن": ("н", ("n",)),
    "ه": ("һ", ("h",)), "و": ("о", ("o",)), "ۇ": ("у", ("u",)), "ۆ": ("ө", ("o",)), "ۈ": ("ү", ("u",)),
    "ۋ": ("в", ("w", "v")), "ې": ("е", ("e",)), "ى": ("и", ("i",)), "ي": ("й", ("y",)), "ئ": ("", ("",)),
}  # fmt: skip
"""The letter in the Cyrillic alphabet of 1947, and those that stand for it in Latin."""
_JOINED: Final = (("йа", "я"), ("йу", "ю"))
_CYRILLIC: Final[dict[str, tuple[str, ...]]] = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g",), "д": ("d",), "е": ("e",), "ё": ("e", "yo"),
    "ж": ("zh", "j"), "з": ("z",), "и": ("i",), "й": ("y", "i"), "к": ("k",), "л": ("l",), "м": ("m",),
    "н": ("n",), "о": ("o",), "п": ("p",), "р": ("r",), "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",),
    "х": ("kh", "h"), "ц": ("ts",), "ч": ("ch",), "ш": ("sh",), "щ": ("shch",), "ъ": ("",), "ы": ("y",),
    "ь": ("",), "э": ("e",), "ю": ("yu",), "я": ("ya",), "ә": ("a",), "і": ("i",), "ң": ("ng", "n"),
    "ғ": ("gh", "g"), "ү": ("u",), "ұ": ("u",), "қ": ("q", "k"), "ө": ("o",), "һ": ("h",), "җ": ("j",),
}  # fmt: skip
"""Russian, Kazakh, Kyrgyz, Uyghur and Mongolian letters, and those that stand for each in Latin."""
_DOTTED: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}


def other_spellings(name: str) -> frozenset[str]:
    """Return further normalised forms of a name; a letter is spelled in one way throughout it."""
    spelled = zip(*(spellings for _, spellings in _words(name)), strict=True)
    return frozenset(form for said in spelled for form in derived_forms(" ".join(said)))


def other_words(name: str) -> list[str]:
    """Return the words of a name as they are written otherwise."""
    return [spelling for word, spellings in _words(name) for spelling in spellings if spelling != word]


def _words(name: str) -> list[tuple[str, list[str]]]:
    """Return the words of a name, each with its other spellings in one order, if there are any."""
    script = letters_of(name)
    words = [word for word in name.casefold().split() if normalise(word)]
    if script is Script.LATN:
        undotted = [_undotted(word) for word in words]
        return (
            [(word, [other]) for word, other in zip(words, undotted, strict=True)]
            if undotted != words
            else []
        )
    if script not in (Script.ARAB, Script.CYRL):
        return []
    known, spell = (_UYGHUR, _of_uyghur) if script is Script.ARAB else (_CYRILLIC, _of_cyrillic)
    bare = [normalise(word) if script is Script.ARAB else _letters(word) for word in words]
    return (
        [(word, spell(word)) for word in bare]
        if all(letter in known for word in bare for letter in word)
        else []
    )


def _undotted(word: str) -> str:
    return "".join(_DOTTED.get(letter, letter) for letter in unicodedata.normalize("NFC", word))


def _letters(word: str) -> str:
    """Return the letters of a word, each with its own marks."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFC", word)))


def _of_uyghur(word: str) -> list[str]:
    """Return a word in Cyrillic, then in each of the Latin ways."""
    cyrillic = "".join(_UYGHUR[letter][0] for letter in word)
    for apart, together in _JOINED:
        cyrillic = cyrillic.replace(apart, together)
    return [cyrillic, *_spelled(word, _UYGHUR_WAYS)]


def _of_cyrillic(word: str) -> list[str]:
    return _spelled(word, _CYRILLIC_WAYS)


def _spelled(word: str, ways: Iterable[Mapping[str, str]]) -> list[str]:
    return ["".join(map(way.__getitem__, word)) for way in ways]


def _ways(latin: Mapping[str, tuple[str, ...]]) -> list[dict[str, str]]:
    """Return each way to spell all letters."""
    several = [letter for letter, ways in latin.items() if len(ways) > 1]
    usual = {letter: ways[0] for letter, ways in latin.items()}
    return [
        usual | dict(zip(several, way, strict=True))
        for way in product(*(latin[letter] for letter in several))
    ]


_UYGHUR_WAYS: Final = _ways({letter: latin for letter, (_, latin) in _UYGHUR.items()})
_CYRILLIC_WAYS: Final = _ways(_CYRILLIC)
