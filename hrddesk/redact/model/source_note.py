"""A note in print: who says so, as far as that may be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.language.labels import Chain, Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The words of a source, or what is told of a public document; empty for what is on file."""

    words: str = ""
    author: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    """The text that was typed, as events have it."""
    address: str = ""
    archived: str = ""

    def texts(self) -> Iterator[str]:
        """Yield what stands in it as it was typed; the date, which is put in words, is none of it."""
        yield from (self.words, self.author, self.title, self.publisher, self.address, self.archived)

    def day(self, languages: Chain) -> Labels:
        """Return the date in words of these languages."""
        return dates.said_in(self.date, languages)


ON_FILE: Final = Note()
"""Of a source of which nothing may be told."""
