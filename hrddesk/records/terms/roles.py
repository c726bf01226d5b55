"""Who a case is about, and to whom an event happened. Neither is ever assumed: no role stated is neither."""

from typing import Final

from hrddesk.records.terms.countries import GENERAL, EventTrait, of
from hrddesk.records.terms.words import Words

SUBJECT: Final = "subject"
"""The role in a case of the person concerned: title, status, clocks, figures and lists follow these alone."""
VICTIM: Final = "victim"
"""The role in an event of those to whom it happened."""
CONCERNED: Final = "concerned"
"""The role in an event of those whose event it is though it happened to nobody: a statement, an appeal."""
OWN: Final = frozenset({VICTIM, CONCERNED})
"""The roles in an event of those whose event it is."""
ADDRESSEE: Final = "addressee"
"""The role in an intervention of the body that was asked; it happened to nobody with this role."""
PEOPLE: Final = frozenset({"", "person", "group"})
"""The kinds of party that can be a subject without being asked; an authority is one only if told so."""


def usual_role(words: Words, event_type: str) -> str:
    """Return the role of the person concerned in a new event of a type, which is a code or words."""
    code = words.counted("event_type", words.load("event_type").code(event_type) or "")
    return CONCERNED if EventTrait.NO_VICTIM in of(GENERAL).rule(code).traits else VICTIM
