"""The sound of a word in any script: its consonants in Latin letters.

"Kuznetsova" in one paper is "Kuznecowa" in another, and Кузнецова in a third. Vowels, doubled letters and
letters like h vary most and distinguish least. So a reader is asked about words with the same consonants.
"""

import re
from typing import Final

_LETTERS: Final = (
    # One line for each alphabet: its letters, and the consonant of each.
    ("абвгдежзийклмнопрстуфхцчшщъыьэюяё",
     "_ b v k d _ j z _ _ k l m n _ p r s t _ f h c c s s _ _ _ _ _ _ _"),
    ("αβγδεζηθικλμνξοπρσςτυφχψω",
     "_ v k d _ z _ t _ k l m n ks _ p r s s t _ f h ps _"),
    ("ابتثجحخدذرزسشصضطظعغفقكلمنهويئءپچژگڭۋۇۆۈې",
     "_ b t t j h h d d r z s s s d t z _ k f k k l m n h _ _ _ _ p c j k n v _ _ _ _"),
    ("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह\u0902",
     "k k k k n c c j j n t t d d n t t d d n p f b b m _ r l v s s s h n"),
    ("ᠨᠩᠪᠫᠬᠭᠮᠯᠰᠱᠲᠳᠴᠵᠶᠷᠸᠹᠺᠻᠼᠽᠾ",
     "n n b p k k m l s s t t c j _ r v f k k c z h"),
    ("bcdfghjklmnpqrstvwxyz",
     "b k d f k h j k l m n p k r s t v v h _ z"),
)  # fmt: skip
_CONSONANTS: Final = {
    ord(letter): "" if sound == "_" else sound
    for letters, sounds in _LETTERS
    for letter, sound in zip(letters, sounds.split(), strict=True)
}
_TOGETHER: Final = {
    "shch": "s", "sch": "s", "tch": "C", "sh": "s", "ch": "C", "zh": "j", "kh": "h", "gh": "g", "ph": "f",
    "th": "t", "dh": "d", "bh": "b", "ck": "k", "tz": "C", "ts": "C", "dj": "j", "ng": "n",
}  # fmt: skip
_ANY_TOGETHER: Final = re.compile("|".join(_TOGETHER))
_DOUBLED: Final = re.compile(r"(.)\1+")
_OTHER: Final = re.compile("[^bcdfjklmnprstvz]")  # breathings neither


def sound(word: str) -> str:
    """Return the consonants of a folded word; different spellings of a consonant give the same letter."""
    word = _DOUBLED.sub(r"\1", word)
    if word.isascii():
        word = _ANY_TOGETHER.sub(lambda match: _TOGETHER[match[0]], word)
    return _OTHER.sub("", word.translate(_CONSONANTS).replace("C", "c"))


def is_one_off(one: str, second_word: str) -> bool:
    """Tell whether two sounds are equal except for one consonant that is changed, left out or added."""
    if len(one) > len(second_word):
        one, second_word = second_word, one
    same = shared(one, second_word)
    return second_word[same + 1 :] in (one[same:], one[same + 1 :])


def shared(one: str, second_word: str) -> int:
    """Return the number of equal letters at the beginning of two words."""
    pairs = enumerate(zip(one, second_word, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(second_word)))
