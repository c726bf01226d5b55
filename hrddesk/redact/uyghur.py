"""How names in Uyghur letters are written in Cyrillic, and by those who do not spell Latin as Uyghurs do.

Who was recorded in one script is told of in others: reports from Kazakhstan are in Cyrillic, and English ones
write "Orkhun" or "Orhun" where the official spelling has "Orxun". Only texts are searched by these forms.
"""

from itertools import product
from typing import Final

from hrddesk.records.names import derived_forms
from hrddesk.records.scripts import Script, letters_of, normalise

_LETTERS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
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


def other_spellings(name: str) -> frozenset[str]:
    """Return further normalised forms of a name in Uyghur letters; none of any other name.

    A letter is spelled in one way throughout a name.
    """
    words = uyghur_words(name)
    spelled = zip(*map(word_spellings, words), strict=True)
    return frozenset(form for said in spelled for form in derived_forms(" ".join(said)))


def uyghur_words(name: str) -> list[str]:
    """Return the words of a name, normalised; none where it is not in Uyghur letters."""
    words = [word for word in map(normalise, name.split()) if word] if letters_of(name) is Script.ARAB else []
    return words if all(letter in _LETTERS for word in words for letter in word) else []


def word_spellings(word: str) -> list[str]:
    """Return how a word in Uyghur letters is written: in Cyrillic, then in each of the Latin ways."""
    cyrillic = "".join(_LETTERS[letter][0] for letter in word)
    for apart, together in _JOINED:
        cyrillic = cyrillic.replace(apart, together)
    return [cyrillic, *("".join(way[letter] for letter in word) for way in _WAYS)]


_SPELLED_APART: Final = [letter for letter, (_, latin) in _LETTERS.items() if len(latin) > 1]
_WAYS: Final = [
    {letter: latin[0] for letter, (_, latin) in _LETTERS.items()}
    | dict(zip(_SPELLED_APART, way, strict=True))
    for way in product(*(_LETTERS[letter][1] for letter in _SPELLED_APART))
]
