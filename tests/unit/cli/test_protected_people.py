"""hrddesk party protect, unprotect: the mark, and the reason that takes it off."""

from hrddesk.errors import InvalidValue
from tests.unit.cli.conftest import Desk


def test_a_name_is_protected_and_no_more(desk: Desk) -> None:
    party = desk.json("party", "new", "--name", "Vero Lunt")["ref"]
    assert desk.run("party", "protect", party).endswith("bears a label in every publication\n")
    assert desk.json("party", "show", party)["protected"] is True
    desk.run("party", "edit", party, "protected=", code=InvalidValue.exit_code)
    desk.run("party", "unprotect", party, "--why", " ", code=InvalidValue.exit_code)
    assert desk.json("party", "unprotect", party, "--why", "She spoke to the press")["protected"] is False
    found = desk.json("party", "show", party)
    assert ("protected" in found, found["unprotected"]) == (False, "She spoke to the press")
    desk.run("party", "unprotect", party, "--why", "again", code=InvalidValue.exit_code)
