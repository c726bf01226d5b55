"""Who a case is about, and to whom an event happened. Neither is ever assumed: no role stated is neither."""

from typing import Final

SUBJECT: Final = "subject"
"""The role in a case of the person concerned: title, status, clocks, figures and lists follow these alone."""
VICTIM: Final = "victim"
"""The role in an event of those to whom it happened."""
ADDRESSEE: Final = "addressee"
"""The role in an intervention of the body that was asked; it happened to nobody with this role."""
PEOPLE: Final = frozenset({"", "person", "group"})
"""The kinds of party that can be a subject without being asked; an authority is one only if told so."""
