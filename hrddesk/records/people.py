"""How a party is called on the screen and in the command line; never in a publication."""

from hrddesk.records.record import Record


def display_name(party: Record) -> str:
    """Return the main names in their scripts, `Hu Lan · 胡岚`; any other name where there is no main one."""
    named = [
        (str(item.get("name", "")), item.get("kind") in (None, "main")) for item in party.values("names")
    ]
    chosen = [name for name, main in named if main and name] or [name for name, _ in named if name][:1]
    return " · ".join(dict.fromkeys(chosen))
