"""Numeric dates such as 3/7/2020, read in an order that the user chose; an import never guesses the order."""

import re
from typing import Final

_NUMBERS: Final = re.compile(r"\s*(\d{1,4})\s*[-/. ]\s*(\d{1,4})(?:\s*[-/. ]\s*(\d{1,4}))?\s*")


def in_order(text: str, order: str) -> str:
    """Return the date in ISO 8601, or the text unchanged if it is not a numeric date in this order.

    `order` is "ymd", "dmy" or "mdy". The existence of the day is not checked. Years must have four digits,
    because two digits do not determine the century.
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
