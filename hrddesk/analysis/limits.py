"""How long the law allows a custody, in days: the defaults, which a desk may change for itself."""

from collections.abc import Mapping
from typing import Final

ADMINISTRATIVE: Final = "administrative"
ARREST: Final = "detention_to_arrest"
RSDL: Final = "rsdl"
SILENCE: Final = "silence"

DEFAULTS: Final[Mapping[str, int]] = {
    ADMINISTRATIVE: 15,  # Public Security Administration Punishments Law
    ARREST: 37,  # Criminal Procedure Law 2018, article 91: 30 days and 7 for the approval
    RSDL: 183,  # Criminal Procedure Law 2018, article 79: six months
    SILENCE: 90,  # no law: after so many days without news somebody is asked about
}
"""The longest number of days of each."""

CAP_OF_FORM: Final[Mapping[str, str]] = {
    "administrative": ADMINISTRATIVE,
    "lockup": ADMINISTRATIVE,
    "judicial": ADMINISTRATIVE,
    "criminal": ARREST,
    "rsdl": RSDL,
}
"""Which limit a form of custody has; the others have none that is counted in days."""

UNTIL_ARREST: Final = frozenset(
    {"", "criminal", "detention_centre", "police_station", "incommunicado", "secret"}
)
"""The forms after which an arrest must follow within the limit; "" stands for one that nobody named.

Other forms have rules of their own: retention (liuzhi), surveillance at home, what the police calls travel.
"""
