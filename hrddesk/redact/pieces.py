"""Texts whose names were taken out: what stays of them, and the places where labels will stand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from hrddesk.records.record import RecordId
from hrddesk.records.scripts import is_han
from hrddesk.redact.model import Bilingual, Language


class Word(Enum):
    """What stands in place of something that has no label of its own."""

    PERSON = Bilingual("[person]", "[某人]")
    SOURCE = Bilingual("[source]", "[消息来源]")
    PLACE = Bilingual("[place]", "[某地]")
    NUMBER = Bilingual("[number]", "[号码]")
    CONTACT = Bilingual("[contact]", "[联系方式]")
    LINK = Bilingual("[link]", "[网址]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a party's published name or label will stand."""

    party: RecordId


class Stay(str):
    """Words that a reader let stand although they look like somebody's name: a text like all others."""

    __slots__ = ()


Piece = str | Slot | Word
Pieces = tuple[Piece, ...]
Called = Callable[[RecordId], Bilingual]
"""How a party is called in the publication."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same in English and in Chinese."""

    en: Pieces
    zh: Pieces

    @classmethod
    def plain(cls, text: Bilingual) -> "Phrase":
        """Make a phrase of words that hold no name."""
        return cls((text.en,), (text.zh,))

    @classmethod
    def same(cls, pieces: Pieces) -> "Phrase":
        """Make a phrase of words that are known in one language only."""
        return cls(pieces, pieces)

    def joined(self, other: "Phrase", en: str, zh: str) -> "Phrase":
        """Return both, one after the other, with something between."""
        return Phrase((*self.en, en, *other.en), (*self.zh, zh, *other.zh))

    def unlabelled(self) -> "Phrase":
        """Return the same with a word in place of every label."""
        return Phrase(_unlabelled(self.en), _unlabelled(self.zh))

    def order(self) -> tuple[str, str]:
        """Return what phrases are put in order by while nobody is called anything yet."""
        return _plain(self.en), _plain(self.zh)

    def said(self, called: Called) -> Bilingual:
        """Return the words as published."""
        return Bilingual(said(self.en, called, chinese=False), said(self.zh, called, chinese=True))


def said(pieces: Pieces, called: Called, *, chinese: bool) -> str:
    """Return a text as published, its labels in English or in Chinese."""
    made = []
    for piece in pieces:
        if isinstance(piece, str):
            made.append(piece)
        else:
            words = piece.value if isinstance(piece, Word) else called(piece.party)
            made.append(words.zh if chinese else words.en)
    return "".join(made)


def _unlabelled(pieces: Pieces) -> Pieces:
    return tuple(Word.PERSON if isinstance(piece, Slot) else piece for piece in pieces)


def _plain(pieces: Pieces) -> str:
    return "".join(piece if isinstance(piece, str) else "?" for piece in pieces)


def reads_chinese(pieces: Pieces, language: Language) -> bool:
    """Tell in which language the labels inside a text stand: the publication's; the text's own if both."""
    if language is not Language.BOTH:
        return language is Language.ZH
    letters = [c for piece in pieces if isinstance(piece, str) for c in piece if c.isalpha()]
    return 3 * sum(map(is_han, letters)) > len(
        letters
    )  # a Chinese word is three times as short as an English one


def is_whole(pieces: Pieces) -> bool:
    """Tell whether nothing was taken out of a text."""
    return all(isinstance(piece, str) for piece in pieces)


def says_something(pieces: Pieces) -> bool:
    """Tell whether more is left of a text than what stands in the stead of something."""
    return any(isinstance(piece, str) and any(map(str.isalnum, piece)) for piece in pieces)


def without_stays(pieces: Pieces, instead: str) -> Pieces:
    """Return the same with something else where a reader let words stand."""
    return tuple(instead if isinstance(piece, Stay) else piece for piece in pieces)


def slots(pieces: Pieces) -> list[tuple[int, RecordId]]:
    """Return which parties are mentioned, each with the number of the piece."""
    return [(at, piece.party) for at, piece in enumerate(pieces) if isinstance(piece, Slot)]
