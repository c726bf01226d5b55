"""The printed values of figures: shipped words are unchanged, words of the desk are redacted.

The censor never redacts shipped words. If somebody who must not be named were called "Poet", a gap in place
of the word "poet" would reveal the name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from hrddesk.analysis.figures.dimensions import Called, Dimension, Sort, answer_key, values_of
from hrddesk.analysis.figures.figure_questions import UNKNOWN, Condition
from hrddesk.analysis.figures.verdicts import is_unknown
from hrddesk.records.language.captions import caption
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names.names import normalise
from hrddesk.records.terms.words import SHIPPED
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.places import Places
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.passages.pieces import Phrase, Pieces, is_whole
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.censor import Censor

_FIRST_MARK: Final = 0xF0000  # of private characters, which stand in no words of ours


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A value as it is printed; `free` means that its words were typed at the desk."""

    phrase: Phrase
    free: bool


class ToldValues:
    """The terms and places that a profile prints as values of figures."""

    def __init__(self, facts: Facts, profile: Profile) -> None:
        self._facts = facts
        self._profile = profile
        self.terms: Final = Terms(facts)
        self._places = Places(facts, self.terms)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The normalised names of all places that may be printed."""
        places = self._facts.all(Kind.PLACE)
        return frozenset(
            normalise(name) for place in places for name in self._places.names(place, self._profile).values()
        )

    def names_of(self, value: str) -> Labels:
        """Return the printable names of a place.

        Return no names if the place may not be printed, or if the value is no place.
        """
        place = self._facts.records.get(RecordId(value))
        is_place = place is not None and place.kind is Kind.PLACE
        return self._places.names(place, self._profile) if place is not None and is_place else Labels()

    def apart(self, dimension: Dimension, value: str) -> bool:
        """Tell whether a value has a line of its own in a table.

        All other values are counted together, so that no reader learns how many of them there are.
        """
        if not is_word(dimension, value):
            return True
        if dimension.sort is Sort.PLACE:
            return bool(self.names_of(value))
        return self.tells(dimension.vocabulary, value)

    def tells(self, vocabulary: str, value: str) -> bool:
        """Tell whether a vocabulary knows a term and the profile prints the topic of the term."""
        is_term = self.terms.find(vocabulary, value) is not None
        return is_term and self.terms.may_go_out(self._profile, vocabulary, value)


class Values:
    """Puts the values of figures into words under one profile."""

    def __init__(self, facts: Facts, profile: Profile, languages: Chain, censor: Censor) -> None:
        self.told: Final = ToldValues(facts, profile)
        self._languages, self._censor = languages, censor
        self._other = PrintedValue(self._worded(caption("figure.other_words")), free=False)

    def _worded(self, words: Labels) -> Phrase:
        return Phrase.of(words.only(self._languages))

    def may_be_asked(self, dimension: Dimension, value: str) -> bool:
        """Tell whether the condition of a figure may show a value that is neither a number nor a time.

        A condition may show only places and terms that are printed anyway, or the values that the program
        itself knows: a value that somebody typed may contain a name.
        """
        if dimension.sort is Sort.PLACE:
            return normalise(value) in self.told.place_names
        if dimension.vocabulary:
            return self.told.tells(dimension.vocabulary, value)
        return value in values_of(dimension, SHIPPED)

    def asked_for(self, dimension: Dimension, value: str) -> PrintedValue:
        """Return the printed form of a value in a condition; `may_be_asked` must be true for the value."""
        if dimension.sort is Sort.PLACE:
            pieces = self._censor.redact(value)
            return PrintedValue(Phrase.same(pieces), free=True) if is_whole(pieces) else self._other
        return self._term(dimension.vocabulary, value)

    def in_table(self, dimension: Dimension, value: str) -> PrintedValue:
        """Return the printed form of a term or a place in a table; withheld and unknown values are all
        "other".

        A common word replaces a removed name in the words, and never a label: the order of the lines would
        reveal whose label it is.
        """
        printed = (
            self._place(value) if dimension.sort is Sort.PLACE else self._term(dimension.vocabulary, value)
        )
        return PrintedValue(printed.phrase.unlabelled(), printed.free)

    def _term(self, vocabulary: str, value: str) -> PrintedValue:
        known_term = self.told.terms.find(vocabulary, value)
        if known_term is None:
            return self._other
        words = known_term[1]
        if not self.told.terms.is_own(vocabulary, value):
            return PrintedValue(self._worded(words), free=False)
        own = self._censor.redact_words(words.only(self._languages))
        return self._other if own is None else PrintedValue(own, free=True)

    def _place(self, value: str) -> PrintedValue:
        names = self.told.names_of(value)
        if not names or not all(is_whole(self._censor.redact(name)) for name in names.values()):
            return self._other
        return PrintedValue(self._worded(names), free=True)


class ConditionWords:
    """The values in the conditions of a figure.

    The words of the figure are written with a marker for each value; then the printed values replace the
    markers.
    """

    def __init__(self, conditions: Iterable[Condition], values: Values) -> None:
        marks: dict[str, str] = {}
        self._printed: dict[str, PrintedValue] = {}
        for condition in conditions:
            dimension = condition.dimension
            for value in condition.values:
                if value == UNKNOWN or not (dimension.vocabulary or dimension.sort is Sort.PLACE):
                    continue
                mark = chr(_FIRST_MARK + len(self._printed))
                marks[answer_key(dimension.name, value)] = mark
                self._printed[mark] = values.asked_for(dimension, value)
        self.labels: Called = {key: Labels.same(mark) for key, mark in marks.items()}
        """The markers, given as the desk's words for the values."""

    @property
    def free(self) -> Iterator[Phrase]:
        """The printed values that were typed at the desk."""
        return (printed.phrase for printed in self._printed.values() if printed.free)

    def put_into(self, words: Labels) -> Phrase:
        """Return the words of a figure with the markers replaced by the printed values."""
        return Phrase(tuple((code, self._filled(text, code)) for code, text in words.items()))

    def _filled(self, text: str, language: str) -> Pieces:
        if not self._printed:
            return (text,)
        marked = {mark: printed.phrase.within(language) for mark, printed in self._printed.items()}
        parts = re.split(f"([{''.join(marked)}])", text)
        return tuple(piece for part in parts for piece in marked.get(part, (part,) if part else ()))


def is_word(dimension: Dimension, value: str) -> bool:
    """Tell whether a value of a column is a vocabulary term or a place."""
    return not is_unknown(value) and bool(dimension.vocabulary or dimension.sort is Sort.PLACE)
