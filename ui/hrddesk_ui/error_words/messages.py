"""The messages for the errors of the core, in the window's language."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from hrddesk.errors import HrdDeskError


def one_line(*sentences: str) -> str:
    """Join sentences to one line; between Chinese sentences there is no space."""
    between = "" if QLocale().language() == QLocale.Language.Chinese else " "
    return between.join(sentence for sentence in sentences if sentence)


@dataclass(frozen=True, slots=True)
class Message:
    """A message to the user: what happened, what is safe, what to do; the last two may be empty."""

    what: str
    safe: str = ""
    todo: str = ""

    @property
    def text(self) -> str:
        """The whole message in one line."""
        return one_line(self.what, self.safe, self.todo)


_REASONS: Final = frozenset({"why", "where", "what_part", "which", "first", "findings", "state"})
_PLACES: Final = frozenset({"This folder", "the history key"})
"""Words that replace a path if there is none."""


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def of(error: HrdDeskError) -> Message:
    """Return the message of `error` in the window's language."""
    details = _Details((name, _detail(name, value)) for name, value in error.details.items())
    sentences = (error.what, error.safe, error.todo)
    translated = (QCoreApplication.translate("Errors", part) if part else "" for part in sentences)
    what, safe, todo = (part.format_map(details) for part in translated)
    return Message(what, safe, todo)


def _detail(name: str, value: str) -> str:
    """Return a detail of an error in the window's language.

    File names, references and numbers are returned unchanged.
    """
    from hrddesk_ui.error_words import core_words  # not before something went wrong
    from hrddesk_ui.words import field_words  # not before something went wrong

    if name in _REASONS or value in _PLACES:
        return core_words.words(value)
    return field_words.field_word(value.partition(".")[0]) if name == "field" else value
