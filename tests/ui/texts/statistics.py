"""Figures, reports, what is due this week, and where everybody is as of a day."""

from typing import Final

# Figures
N_PERSONS: Final = "{} persons"
DEFINITION: Final = "Definition"
RANGE_WANTED: Final = "120..300"
NAME_WANTED: Final = "a name"
CRIMINAL_DETENTION: Final = "Criminal detention"

# This week
NOBODY_PASSES_LIMIT: Final = "Nobody passes a limit"
ALL_FITS_TOGETHER: Final = "fits together"
COUNTED_AS_OF: Final = "Counted as of {}."
PASSED_LIMIT: Final = "Has passed a limit"
WHERE_THEY_ARE: Final = "Where they are"
LIMIT: Final = "Limit"
DAYS_OVER: Final = "Days over"
FIRST_CLAIM: Final = "First claim"
NO_SOURCE: Final = "No source is cited."
REASON_WANTED: Final = "Say why"
DETENTION_CENTRE: Final = "Detention centre"
DETENTION_LIMIT: Final = "Detention until the arrest"
DESIGNATED_LOCATION: Final = "Designated location"
FORMALLY_ARRESTED: Final = "formally arrested"
ARRESTED_STAGE: Final = "arrested"
WHEREABOUTS_UNKNOWN: Final = "Whereabouts unknown"
USUAL_COUNTRY: Final = "Hong Kong"
DAY_FORM: Final = "2020-12-31"

# Where everybody is
STATUS_OF_DAY: Final = "Status {}"
FREE: Final = "free"
DISAPPEARED: Final = "disappeared"
NO_EVENT_TELLS: Final = "no event tells what happened to them"
DETAINED_STAGE: Final = "detained"
CUSTODY_AFTER_ARREST: Final = "Custody after arrest"
FLED: Final = "Fled the country"
SINCE: Final = "since {}"
AT_LEAST: Final = ", at least {}"
N_DAYS: Final = "{} days"
NOBODY_HAS_STATUS: Final = "this status"
