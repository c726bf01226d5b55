"""Word lists for reading reports: places, words for people, and words that are not in a person's name.

A name with a word of `no_person` is that of an organisation or the like. `no_name` has words that open a
sentence, days, months and peoples.
"""

import json
from collections.abc import Mapping
from functools import cache

from hrddesk.system.paths import resources


@cache
def load() -> Mapping[str, tuple[str, ...]]:
    """Return the shipped lists by name."""
    word_lists = json.loads((resources() / "reading" / "words.json").read_text("utf-8"))
    return {name: tuple(words) for name, words in word_lists.items()}
