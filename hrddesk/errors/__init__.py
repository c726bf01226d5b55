"""Everything that is the fault of a person or of the environment, each with its own exit code.

A message has three parts: what happened, what is safe, what to do next. `str(error)` is all of them in
English; the window translates by class. Placeholders are filled from the keyword arguments, which must
never hold anything secret: no names of people, no passphrases, no words of a record. A path that the
person just chose, an id, a row number and a column are fine.
"""

from hrddesk.errors.base import HrdDeskError as HrdDeskError
from hrddesk.errors.exchange import *  # noqa: F403  (one place to import from)
from hrddesk.errors.program import *  # noqa: F403  (one place to import from)
from hrddesk.errors.records import *  # noqa: F403  (one place to import from)
from hrddesk.errors.vault import *  # noqa: F403  (one place to import from)
