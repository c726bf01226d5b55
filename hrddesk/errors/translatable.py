"""English sentences of the core that the window can translate."""

from collections.abc import Iterable
from typing import Self


class Translatable(str):
    """An English text that keeps its template and its values, so that it can be translated.

    `Translatable("known are {0}", names)` is the text with the names inserted.
    `packaging/check_translations.py` collects the template of every such call for the translators. Without
    values, `{` is an ordinary character.
    """

    template: str
    values: tuple[object, ...]

    def __new__(cls, template: str, *values: object) -> Self:
        """Insert `values` at the positions {0}, {1} of `template`."""
        text = super().__new__(cls, template.format(*values) if values else template)
        text.template, text.values = template, values
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """Return the class and the arguments from which pickle restores the text in another process."""
        return type(self), (self.template, *self.values)


def joined(reasons: Iterable[str]) -> Translatable:
    """Join several reasons into one text, separated by semicolons."""
    parts = tuple(reasons)
    return Translatable("; ".join(f"{{{number}}}" for number in range(len(parts))), *parts)
