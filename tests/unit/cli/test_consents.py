"""hrddesk consent: as a person types it."""

from hrddesk.errors import InvalidValue

from .conftest import Desk


def test_answers_are_added_listed_and_taken_out(desk: Desk) -> None:
    party = desk.json("party", "new", "--name", "Lan Example")["ref"]
    desk.run("consent", "add", party, "yes", "--purpose", "state", code=InvalidValue.exit_code)
    added = desk.json(
        "consent",
        "add",
        party,
        "yes",
        "--purpose",
        "state",
        "--by",
        "self",
        "--date",
        "2020-05",
        "--pictures",
    )
    assert (added["state"], added["purpose"], added["pictures"]) == ("yes", "state", True)
    refused = desk.json("consent", "add", party, "refused", "--by", "lawyer")
    assert refused["state"] == "refused"
    assert refused["consents"][1]["date"]
    assert desk.run("consent", "list", "--state", "refused").startswith(f"{party}  Lan Example  refused")
    assert desk.run("consent", "list", "--state", "yes") == ""
    assert desk.json("consent", "remove", party, "2")["state"] == "yes"
    noted = desk.run("consent", "note", party, "By telephone")
    assert noted.splitlines()[1].split() == [
        *("1", "consent=yes", "purpose=state", "pictures=True", "given_by=self", "date=2020-05")
    ]
    assert noted.endswith("  By telephone\n")


def test_a_basis_needs_its_document(desk: Desk) -> None:
    party = desk.json("party", "new", "--name", "Lan Example")["ref"]
    add = ("consent", "add", party, "cannot_be_asked", "--basis", "campaign")
    desk.run(*add, code=InvalidValue.exit_code)
    source = desk.json("source", "new", "type=news", "title=The River Post")["id"]
    assert desk.json(*add, "--source", source)["basis"] == [source]


def test_a_trace_says_where_somebody_stands(desk: Desk) -> None:
    party = desk.json("party", "new", "--name", "Lan Example")["ref"]
    assert desk.run("consent", "trace", party) == ""
    assert desk.json("consent", "trace", party)["named"] == []
