"""All errors caused by a person or by the environment, each with an exit code.

A message has three parts: what happened, what is safe, what to do next. `str(error)` contains all three in
English; the window translates them by the class of the error. Placeholders are filled from the keyword
arguments, which must never contain anything secret: no names of people, no passphrases, no words of a record.
A path that the user just chose, an id, a row number and a column are allowed.
"""

from hrddesk.errors.base import HrdDeskError as HrdDeskError
from hrddesk.errors.exchange import *  # noqa: F403  (one place to import from)
from hrddesk.errors.program import *  # noqa: F403  (one place to import from)
from hrddesk.errors.records import *  # noqa: F403  (one place to import from)
from hrddesk.errors.vault import *  # noqa: F403  (one place to import from)
