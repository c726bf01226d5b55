"""The rows of the real report (shared/data/report2020) as the kit writes them back."""

Row = dict[str, str]


def as_the_kit_has_it(row: Row) -> Row:
    """Return a row with a pregnancy in the note, and a condition of custody among the terms."""
    row = dict(row)
    if "pregnant" in row:
        row["note"] = "pregnant: yes" if row.pop("pregnant") else ""
    if row.get("form") == "incommunicado":
        row["form"], row["terms"] = "", "|".join(filter(None, ("incommunicado", row["terms"])))
    return row
