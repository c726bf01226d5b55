"""The chart of a case or a person: events along the time, and relations."""

from typing import Final

NO_DATE: Final = "no date"
IMPRISONED: Final = "Imprisoned"
SPOUSE_OF: Final = "Spouse of"
COLLEAGUE_OF: Final = "Colleague of"
FRIEND_OF: Final = "Friend of"
