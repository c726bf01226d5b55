"""The report of a bug: exception types and places in our code, never a value."""

import traceback
from pathlib import PurePath

from hrddesk.system.product import VERSION


def without_case_data(error: BaseException) -> str:
    """Return a report of `error`: the types and places of the error and its causes.

    The message of an exception is left out, since it may quote what the user typed.
    """
    lines = [f"HRDDesk {VERSION}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = type(current)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        lines += [
            f"  {'/'.join(PurePath(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)[-12:]
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)
