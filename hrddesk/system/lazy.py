"""Attributes that are computed when they are first read."""

from functools import cached_property
from typing import TypeVar

T = TypeVar("T")


class Lazy(cached_property[T]):
    """A `cached_property` that can also tell whether the attribute has been computed.

    `view.details` computes the attribute, or returns its value if it has been computed before.
    `View.details.existing(view)` never computes it.
    """

    def existing(self, owner: object) -> T | None:
        """Return the attribute of `owner`, or None if it has not been computed yet."""
        return owner.__dict__.get(self.attrname or "")
