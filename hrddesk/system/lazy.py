"""Attributes that are computed when they are first read."""

from functools import cached_property
from typing import TypeVar

T = TypeVar("T")


class Lazy(cached_property[T]):
    """A `cached_property` that can tell whether the attribute was computed.

    `view.details` computes the attribute or returns what was computed before. `View.details.existing(view)`
    only looks.
    """

    def existing(self, owner: object) -> T | None:
        """Return the attribute of `owner`, or None if nobody has read it yet."""
        return owner.__dict__.get(self.attrname or "")
