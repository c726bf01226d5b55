"""Dates of numbers, such as 3/7/2020, in the order that a person named; an import never guesses it."""

import re
from typing import Final

_NUMBERS: Final = re.compile(r"\s*(\d{1,4})\s*[-/. ]\s*(\d{1,4})(?:\s*[-/. ]\s*(\d{1,4}))?\s*")


def in_order(text: str, order: str) -> str:
    """Return the date as ISO 8601 has it; the text itself where it is no date of numbers in this order.

    `order` is "ymd", "dmy" or "mdy". Whether the day exists is for others to say. Years have four digits: of
    two, nobody can tell the century.
    """
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return text
    numbers = [part for part in match.groups() if part]
    signs = order if len(numbers) == len(order) else order.replace("d", "")  # 3/2020 is a month
    parts = dict(zip(signs, numbers, strict=True))
    if len(parts["y"]) != 4 or any(len(parts[sign]) > 2 for sign in signs if sign != "y"):
        return text
    return "-".join(parts[sign].zfill(2) for sign in "ymd" if sign in parts)
