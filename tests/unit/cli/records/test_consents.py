"""hrddesk consent: as a person types it."""

from hrddesk.errors import InvalidValue
from tests.unit.cli.conftest import Desk


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
    said = "Named in no publication, and no contact has the record.\n"
    assert desk.run("consent", "trace", party) == said
    assert desk.json("consent", "trace", party)["named"] == []


def test_only_people_are_asked_and_listed(desk: Desk) -> None:
    group = desk.json("party", "new", "--name", "Reading circle", "kind=group")["ref"]
    branch = desk.json("party", "new", "--name", "River police", "kind=authority")["ref"]
    add = ("yes", "--purpose", "with_name", "--by", "self")
    desk.run("consent", "add", branch, *add, code=InvalidValue.exit_code)
    assert "only people consent" in desk.complaint
    assert [row["ref"] for row in desk.json("consent", "list")] == [group]
    assert desk.json("consent", "add", group, *add)["state"] == "yes"


def test_an_error_names_what_was_to_be_typed(desk: Desk) -> None:
    party = desk.json("party", "new", "--name", "Lan Example")["ref"]
    add = ("consent", "add", party)
    desk.run(*add, "yes", "--purpose", "state", code=InvalidValue.exit_code)
    assert "--by: " in desk.complaint
    assert "given_by" not in desk.complaint
    desk.run(*add, "perhaps", code=InvalidValue.exit_code)
    assert "ANSWER: " in desk.complaint
