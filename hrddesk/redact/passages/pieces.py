"""Redacted texts: the remaining pieces, and the places for labels."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from hrddesk.records.language import captions
from hrddesk.records.language.labels import ANY, Chain, Labels
from hrddesk.records.language.scripts import Script, is_han
from hrddesk.records.model.record import RecordId


class Word(Enum):
    """The replacements for parts that have no label of their own; captions give their words."""

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
    """A place for a party's published name or label."""

    party: RecordId


class Stay(str):
    """Words that a reader kept although they look like a name; otherwise ordinary text."""

    __slots__ = ()


Piece = str | NameSlot | Word
Pieces = tuple[Piece, ...]
Called = Callable[[RecordId], Labels]
"""A function that returns the published name of a party in each language."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in each language of a publication, or once if they are known in one language only."""

    texts: tuple[tuple[str, Pieces], ...]
    """Pieces by language code; `ANY` alone if they are the same in all."""

    @classmethod
    def of(cls, text: Labels) -> "Phrase":
        """Make a phrase of words that hold no name."""
        return cls(tuple((code, (words,)) for code, words in text.items()))

    @classmethod
    def same(cls, pieces: Pieces) -> "Phrase":
        """Make a phrase of words that are known in one language only."""
        return cls(((ANY, pieces),))

    @classmethod
    def plain(cls, text: str) -> "Phrase":
        """Make a phrase of words that hold no name and read the same in every language."""
        return cls.same((text,))

    @property
    def is_same(self) -> bool:
        """Whether the phrase is known in one language only."""
        return [code for code, _ in self.texts] == [ANY]

    def within(self, language: str) -> Pieces:
        """Return the pieces in one language of the phrase."""
        return next((pieces for code, pieces in self.texts if code in (language, ANY)), ())

    def joined(self, following: "Phrase", languages: Chain) -> "Phrase":
        """Return this phrase and the following one in these languages, with a comma between."""
        return Phrase(
            tuple(
                (code, (*self.within(code), captions.said("join.comma", code), *following.within(code)))
                for code in languages
            )
        )

    def pieces(self) -> Iterator[Pieces]:
        """Yield the pieces of each language."""
        return (pieces for _, pieces in self.texts)

    def unlabelled(self) -> "Phrase":
        """Return the phrase with a word in place of every label."""
        return Phrase(tuple((code, _unlabelled(pieces)) for code, pieces in self.texts))

    def order(self) -> tuple[str, ...]:
        """Return the sort key of phrases before people have names or labels."""
        return tuple(map(_plain, self.pieces()))

    def said(self, called: Called, languages: Chain) -> Labels:
        """Return the words as published in these languages."""
        if self.is_same and is_whole(self.texts[0][1]):
            return Labels.same(_plain(self.texts[0][1]))
        return captions.in_each(languages, lambda code: said(self.within(code), called, code))


def said(pieces: Pieces, called: Called, language: str) -> str:
    """Return the published text, with its labels in a language."""
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
    """Return the language for the labels inside a text: the one of these languages in which the text is
    written.
    """
    if len(languages) == 1:
        return languages[0]
    letters = [c for piece in pieces if isinstance(piece, str) for c in piece if c.isalpha()]
    # A Chinese word is three times as short as an English one.
    chinese = 3 * sum(map(is_han, letters)) > len(letters)
    fitting = (code for code in languages if (captions.script_of(code) is Script.HANI) == chinese)
    return next(fitting, languages[0])


def is_whole(pieces: Pieces) -> bool:
    """Tell whether nothing was removed from a text."""
    return all(isinstance(piece, str) for piece in pieces)


def says_something(pieces: Pieces) -> bool:
    """Tell whether a text still has words apart from replacements."""
    return any(isinstance(piece, str) and any(map(str.isalnum, piece)) for piece in pieces)


def without_stays(pieces: Pieces, instead: str) -> Pieces:
    """Return the pieces with a replacement for the words that a reader kept."""
    return tuple(instead if isinstance(piece, Stay) else piece for piece in pieces)


def slots(pieces: Pieces) -> list[tuple[int, RecordId]]:
    """Return which parties are mentioned, each with the number of the piece."""
    return [(position, piece.party) for position, piece in enumerate(pieces) if isinstance(piece, NameSlot)]
