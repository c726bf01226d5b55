"""Selection of the names that may occur in some texts, so that spellings are computed for these names alone.

Computing every spelling and word of a name is slow, and a vault has hundreds of thousands of names, of which
hardly any occurs in a publication. So the letters and words of the texts are indexed once, and each name is
only looked up there. Some selected names may occur in no text. No name that occurs is missed, except a name
with two dozen or more initials between its words.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from hrddesk.records.names.names import derived_forms
from hrddesk.redact.detection.alike import Likeness, WordForm, likeness
from hrddesk.redact.detection.folding import GAP, Folded, fold, squeeze
from hrddesk.redact.detection.matcher import MASKS
from hrddesk.redact.detection.name_words import (
    TextWords,
    Token,
    bare,
    compared_with_names,
    may_be_initials,
    words_of,
)
from hrddesk.redact.detection.other_writings import other_writings, rows_of_writings

_LENGTHS: Final = (8, 4, 2, 1)  # letters with which a spelling begins and ends
_MOST_BETWEEN: Final = 24  # words of first letters between two words of one name


class Candidates:
    """An index of the letters and words of some texts, in which names are looked up."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Index the letters and words of all texts in which names are searched."""
        self._texts = list[str]()  # their letters alone
        self._letters: dict[str, list[int]] = {}  # by some letters in a row, the texts that hold them
        self._numbers: dict[tuple[str, bool, bool], int] = {}  # of each different word
        self._beside: list[set[int]] = []  # by the number of a word, those that stand beside it
        self._by_key: dict[str, list[tuple[int, WordForm]]] = {}
        self._short: dict[str, int] = {}  # words that are looked for as they stand
        self._found: dict[str, frozenset[int]] = {}
        self._known: dict[tuple[str, str], bool] = {}
        for text in texts:
            self._take(fold(text))
            if MASKS.search(text):
                self._take(fold(MASKS.sub(lambda mask: "x" * len(mask[0]), text)))
        rows = (row for row in rows_of_writings() if any(map(self._stands, row)))
        self._written = {squeeze(word) for row in rows for word in row}
        """The words of names in other scripts of which a transliteration may occur in a text."""

    def may_stand(self, name: str, script: str = "") -> bool:
        """Tell whether a whole name may occur in a text, however its words are inflected and spelled.

        `script` is the script that was stated for the name.
        """
        key = name, script
        if key not in self._known:
            written = (name, *(other_writings(name) if any(map(squeeze(name).count, self._written)) else ()))
            self._known[key] = any(self._stands(one, script) for one in written)
        return self._known[key]

    def _stands(self, name: str, script: str = "") -> bool:
        spelled = {squeeze(name), *map(squeeze, derived_forms(name, script))}
        return any(map(self._by_letters, spelled)) or self._by_words(words_of(name))

    def _by_letters(self, form: str) -> bool:
        """Tell whether a folded spelling may occur in a text, by its letters alone."""
        length = next((length for length in _LENGTHS if length <= len(form)), 0)
        begins, ends = self._letters.get(form[:length]), self._letters.get(form[-length:])
        if begins is None or ends is None:
            return False
        return len(form) == length or any(
            form in self._texts[text_index] for text_index in set(begins).intersection(ends)
        )

    def _take(self, folded: Folded) -> None:
        letters = folded.text.casefold().replace(GAP, "")
        for length in _LENGTHS:
            for row in {letters[index : index + length] for index in range(len(letters) - length + 1)}:
                self._letters.setdefault(row, []).append(len(self._texts))
        self._texts.append(letters)
        words = TextWords(folded)
        numbers = [self._number(token) for token in words.tokens]
        for index, one in enumerate(numbers):
            for place in range(index + 1, min(index + 1 + _MOST_BETWEEN, len(numbers))):
                if not words.beside[place - 1]:
                    break
                self._beside[one].add(numbers[place])
                self._beside[numbers[place]].add(one)
                if not may_be_initials(folded, words.tokens[place]):
                    break

    def _number(self, token: Token) -> int:
        key = token.letters, token.capital, token.capitals
        if key in self._numbers:
            return self._numbers[key]
        number = self._numbers[key] = len(self._numbers)
        self._beside.append(set())
        letters, inflected = compared_with_names(token)
        if inflected:
            for form in map(WordForm.of, letters):
                for lookup_key in form.lookups():
                    self._by_key.setdefault(lookup_key, []).append((number, form))
        elif token.capital:
            self._short.update(dict.fromkeys(letters, number))
        return number

    def _by_words(self, words: Sequence[str]) -> bool:
        """Tell whether two words of a name, possibly inflected or spelled differently, may belong together in
        a text.

        For a name of one word, tell whether this word may occur.
        """
        single = [self._like(word) for word in words]
        if len(words) < 2:
            return any(single)
        ways = [({index}, word_numbers) for index, word_numbers in enumerate(single) if word_numbers]
        if len(words) > 2 and (ways or len(words) > 3):
            joined = (frozenset(self._alike(one + second, one_off=False)) for one, second in pairwise(words))
            ways += [
                ({index, index + 1}, word_numbers)
                for index, word_numbers in enumerate(joined)
                if word_numbers
            ]
        return any(
            one.isdisjoint(second) and any(not self._beside[word].isdisjoint(word_numbers) for word in words)
            for (one, words), (second, word_numbers) in combinations(ways, 2)
        )

    def _like(self, word: str) -> frozenset[int]:
        """Return the numbers of the words of the texts that are like a word of a name."""
        if word not in self._found:
            self._found[word] = frozenset(
                word_number for one in bare(word) for word_number in self._alike(one)
            )
        return self._found[word]

    def _alike(self, letters: str, *, one_off: bool = True) -> Iterator[int]:
        if letters in self._short:
            yield self._short[letters]
        form = WordForm.of(letters)
        for key in form.lookups(one_off=one_off):
            for number, stored_form in self._by_key.get(key, ()):
                if likeness(form, stored_form) not in (None, Likeness.NEAR):
                    yield number
