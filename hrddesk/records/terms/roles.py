"""The roles of parties in cases and events, such as the person whom a case is about.

No role is ever assumed: a person without a stated role has none of these roles.
"""

from typing import Final

from hrddesk.records.terms.countries import GENERAL, EventTrait, of
from hrddesk.records.terms.words import Words

SUBJECT: Final = "subject"
"""The role in a case of the person concerned: title, status, clocks, figures and lists follow these alone."""
VICTIM: Final = "victim"
"""The role in an event of a person to whom it happened."""
CONCERNED: Final = "concerned"
"""The role in an event of a person whom it concerns though it happened to nobody: a statement, an appeal."""
OWN: Final = frozenset({VICTIM, CONCERNED})
"""The roles in an event of the people to whom it belongs."""
ADDRESSEE: Final = "addressee"
"""The role in an intervention of the body that was asked; the event did not happen to it."""
PEOPLE: Final = frozenset({"", "person", "group"})
"""The kinds of party that can be a subject without a question; an authority is a subject only if the user
says so.
"""


def usual_role(words: Words, event_type: str) -> str:
    """Return the usual role of the person concerned in a new event; `event_type` is a code or words."""
    code = words.counted("event_type", words.load("event_type").code(event_type) or "")
    return CONCERNED if EventTrait.NO_VICTIM in of(GENERAL).rule(code).traits else VICTIM
