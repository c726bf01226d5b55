"""The page of the search."""

from typing import Final

NOTHING_FOUND: Final = "Nothing was found."
N_FOUND: Final = "{} found"
SEARCHING: Final = "Searching …"
WORD_OR_FILTER: Final = "Type a word, or choose a filter."
ONE_FILTER: Final = "{} filter"
N_FILTERS: Final = "{} filters"
AS_OF: Final = "as of {}"
SEARCH_NAME_MISSING: Final = "give the search a name"
KIND: Final = "Kind"
WHEN: Final = "When"
CASE: Final = "Case"
PLACE: Final = "Place"
EVENT: Final = "Event"
PUBLIC: Final = "public"
