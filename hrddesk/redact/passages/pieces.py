"""Redacted texts as pieces: remaining words, replacements, and slots for the labels of people."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from hrddesk.records.language import captions
from hrddesk.records.language.labels import ANY, Chain, Labels
from hrddesk.records.language.scripts import Script, is_han
from hrddesk.records.model.record import RecordId


class Word(Enum):
    """The words that replace a removed part of a text if no label replaces it; captions translate them."""

    PERSON = "person"
    SOURCE = "source"
    PLACE = "place"
    NUMBER = "number"
    CONTACT = "contact"
    LINK = "link"

    @property
    def labels(self) -> Labels:
        """The word in every language."""
        return captions.caption(f"instead.{self.value}")


@dataclass(frozen=True, slots=True)
class NameSlot:
    """A place in a text for the published name or label of a party."""

    party: RecordId


class Stay(str):
    """Words that a reader kept although they look like a name; printed like any other text."""

    __slots__ = ()


Piece = str | NameSlot | Word
Pieces = tuple[Piece, ...]
Called = Callable[[RecordId], Labels]
"""A function that returns the published name of a party in each language."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in each language of a publication, or in one form for all languages."""

    texts: tuple[tuple[str, Pieces], ...]
    """The pieces by language code; the only code is `ANY` if the pieces are the same in all languages."""

    @classmethod
    def of(cls, text: Labels) -> "Phrase":
        """Make a phrase from words that contain no name."""
        return cls(tuple((code, (words,)) for code, words in text.items()))

    @classmethod
    def same(cls, pieces: Pieces) -> "Phrase":
        """Make a phrase from words that are known in one language only."""
        return cls(((ANY, pieces),))

    @classmethod
    def plain(cls, text: str) -> "Phrase":
        """Make a phrase from words that contain no name and are the same in every language."""
        return cls.same((text,))

    @property
    def is_same(self) -> bool:
        """Whether the phrase has one form for all languages."""
        return [code for code, _ in self.texts] == [ANY]

    def within(self, language: str) -> Pieces:
        """Return the pieces of the phrase in one language."""
        return next((pieces for code, pieces in self.texts if code in (language, ANY)), ())

    def joined(self, following: "Phrase", languages: Chain) -> "Phrase":
        """Return this phrase, a comma and the `following` phrase, in each of the languages."""
        return Phrase(
            tuple(
                (code, (*self.within(code), captions.said("join.comma", code), *following.within(code)))
                for code in languages
            )
        )

    def pieces(self) -> Iterator[Pieces]:
        """Yield the pieces of the phrase in each language."""
        return (pieces for _, pieces in self.texts)

    def unlabelled(self) -> "Phrase":
        """Return the phrase with the word for "person" in place of every label."""
        return Phrase(tuple((code, _unlabelled(pieces)) for code, pieces in self.texts))

    def order(self) -> tuple[str, ...]:
        """Return a sort key for phrases that does not depend on the names or labels of people."""
        return tuple(map(_plain, self.pieces()))

    def said(self, called: Called, languages: Chain) -> Labels:
        """Return the published words in each of the languages; `called` gives the published name of a
        party.
        """
        if self.is_same and is_whole(self.texts[0][1]):
            return Labels.same(_plain(self.texts[0][1]))
        return captions.in_each(languages, lambda code: said(self.within(code), called, code))


def said(pieces: Pieces, called: Called, language: str) -> str:
    """Return the published text of the pieces; labels in it are in `language`."""
    parts = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
        elif isinstance(piece, Word):
            parts.append(captions.said(f"instead.{piece.value}", language))
        else:
            parts.append(called(piece.party).text((language,)))
    return "".join(parts)


def _unlabelled(pieces: Pieces) -> Pieces:
    return tuple(Word.PERSON if isinstance(piece, NameSlot) else piece for piece in pieces)


def _plain(pieces: Pieces) -> str:
    return "".join(piece if isinstance(piece, str) else "?" for piece in pieces)


def language_within(pieces: Pieces, languages: Chain) -> str:
    """Return the language for labels inside a text: the one among `languages` that the text is written in."""
    if len(languages) == 1:
        return languages[0]
    letters = [c for piece in pieces if isinstance(piece, str) for c in piece if c.isalpha()]
    # A Chinese word is three times as short as an English one.
    chinese = 3 * sum(map(is_han, letters)) > len(letters)
    fitting = (code for code in languages if (captions.script_of(code) is Script.HANI) == chinese)
    return next(fitting, languages[0])


def is_whole(pieces: Pieces) -> bool:
    """Tell whether the pieces have no replacement, so that nothing was removed from the text."""
    return all(isinstance(piece, str) for piece in pieces)


def says_something(pieces: Pieces) -> bool:
    """Tell whether a redacted text still has words besides its replacements."""
    return any(isinstance(piece, str) and any(map(str.isalnum, piece)) for piece in pieces)


def without_stays(pieces: Pieces, instead: str) -> Pieces:
    """Return the pieces with `instead` in place of each word that a reader kept."""
    return tuple(instead if isinstance(piece, Stay) else piece for piece in pieces)


def slots(pieces: Pieces) -> list[tuple[int, RecordId]]:
    """Return the position of each slot among the pieces, with the party of the slot."""
    return [(position, piece.party) for position, piece in enumerate(pieces) if isinstance(piece, NameSlot)]
