"""The lists of each language: invented people, and sentences in which places that have to go are marked.

`lists/CODE.toml` is what an engine may be built by. `held_out/CODE.toml` has other people and other
sentences; nobody who builds an engine reads it. All names are common ones, put together by chance: nobody is
meant.
"""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

Span = tuple[int, int]

_HERE: Final = Path(__file__).parent
OPEN: Final = _HERE / "lists"
HELD_OUT: Final = _HERE / "held_out"
BETWEEN: Final = "\n\n"
"""What stands between two sentences of a text; in none of them."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented, as a desk would record them."""

    name: str
    latin: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All recorded forms of the name."""
        return tuple(filter(None, (self.name, self.latin)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its brackets, and where they stood."""

    text: str
    marked: tuple[Span, ...] = ()

    @classmethod
    def of(cls, written: str) -> "Sentence":
        """Read a sentence as it stands in a list; raise ValueError for brackets that do not pair."""
        text, marked = "", list[Span]()
        outside, *rest = written.split("[")
        text += outside
        for piece in rest:
            inside, closing, outside = piece.partition("]")
            if not closing or not inside.strip():
                raise ValueError(f"a bracket without its other half, or around nothing: {written}")
            marked.append((len(text), len(text) + len(inside)))
            text += inside + outside
        if "]" in text:
            raise ValueError(f"a closing bracket too many: {written}")
        return cls(text, tuple(marked))


@dataclass(frozen=True, slots=True)
class Names:
    """Words of which names of people are made who have nothing to do with the texts."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    order: str
    """A format of `{given}`, `{family}` and `{second}`, another given name."""

    def draw(self, chance: random.Random) -> str:
        """Return a name that chance put together."""
        given, second = chance.sample(self.given, 2)
        return self.order.format(given=given, second=second, family=chance.choice(self.family))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """All lists of one language."""

    language: str
    """The code of the file."""
    written_in: str
    """The code of the language as records have it."""
    people: tuple[Person, ...]
    mentions: tuple[Sentence, ...]
    """Mention people; the marked places have to go."""
    ordinary: tuple[Sentence, ...]
    """Mean nobody, though a word of theirs is, or holds, a name or a part of one."""
    unknown: tuple[Sentence, ...]
    """Name people of whom the vault knows nothing, at the marked places."""
    telling: tuple[Sentence, ...]
    """Tell of somebody by kin, day, number or address, at the marked places."""
    names: Names

    @property
    def texts(self) -> tuple[tuple[Sentence, ...], ...]:
        """The four texts of which the lists are made."""
        return self.mentions, self.ordinary, self.unknown, self.telling


def languages() -> list[str]:
    """Return the codes of all languages that have lists."""
    return sorted(path.stem for path in OPEN.glob("*.toml"))


@cache
def read(language: str, folder: Path = OPEN) -> Lists:
    """Read the lists of a language; raise KeyError, ValueError where a file is not well-formed."""
    found = _load(folder / f"{language}.toml")
    names = _load(OPEN / f"{language}.toml")["names"]
    mentions, ordinary, unknown, telling = (
        tuple(map(Sentence.of, found[part])) for part in ("mentions", "ordinary", "unknown", "telling")
    )
    return Lists(
        language=language,
        written_in=found["language"],
        people=tuple(Person(**person) for person in found["people"]),
        mentions=mentions,
        ordinary=ordinary,
        unknown=unknown,
        telling=telling,
        names=Names(tuple(names["given"]), tuple(names["family"]), names["order"]),
    )


def bystanders(first: Lists, number: int) -> Iterator[str]:
    """Yield names of people who have nothing to do with the texts: half of this language, half of all.

    The same number gives the same names.
    """
    chance = random.Random(15)
    every = [read(language).names for language in languages()]
    for count in range(number):
        yield (chance.choice(every) if count % 2 else first.names).draw(chance)


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
