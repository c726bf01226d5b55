"""The rows of the real report (shared/data/report2020) as the kit writes them back."""

Row = dict[str, str]

_FACILITIES = {"detention_centre": "detention_centre", "psychiatric": "psychiatric_hospital"}


def as_the_kit_has_it(row: Row) -> Row:
    """Return a row with a pregnancy in the note; measure, facility and conditions of custody stand apart."""
    row = dict(row)
    if "pregnant" in row:
        row["note"] = "pregnant: yes" if row.pop("pregnant") else ""
    if "form" in row:
        form = row.pop("form")
        if form == "incommunicado":
            row["terms"] = "|".join(filter(None, (form, row["terms"])))
            form = ""
        row["facility"] = _FACILITIES.get(form, "")
        row["measure"] = "" if row["facility"] else form
    return row
