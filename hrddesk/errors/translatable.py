"""A sentence of the core that the window says in its own language."""

from collections.abc import Iterable
from typing import Self


class Translatable(str):
    """A text in English that keeps its template and what was filled in, so that it can be translated.

    `Translatable("known are {0}", names)` is the text with the names in it. `packaging/check_translations.py`
    takes every template that stands in such a call to the translators. Without values, `{` is itself.
    """

    template: str
    values: tuple[object, ...]

    def __new__(cls, template: str, *values: object) -> Self:
        """Fill `values` into the places {0}, {1} of `template`."""
        text = super().__new__(cls, template.format(*values) if values else template)
        text.template, text.values = template, values
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """Return what another process makes the same text from."""
        return type(self), (self.template, *self.values)


def joined(reasons: Iterable[str]) -> Translatable:
    """Return several reasons as one, with semicolons between them."""
    parts = tuple(reasons)
    return Translatable("; ".join(f"{{{number}}}" for number in range(len(parts))), *parts)
