"""The printed note about the source of a statement, as far as the source may be named."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.language.labels import Chain, Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The words about a source, or the details of a public document; all fields are "" for "on file"."""

    words: str = ""
    author: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    """The typed date, in the form of the dates of events."""
    address: str = ""
    archived: str = ""

    def texts(self) -> Iterator[str]:
        """Yield the typed parts of the note, except the date, which is printed in words."""
        yield from (self.words, self.author, self.title, self.publisher, self.address, self.archived)

    def day(self, languages: Chain) -> Labels:
        """Return the date in words, in the given languages."""
        return dates.said_in(self.date, languages)


ON_FILE: Final = Note()
"""The note of a source about which nothing may be printed."""
