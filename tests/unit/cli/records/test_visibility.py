"""hrddesk visibility: what is entered by hand can be published by name."""

from hrddesk.errors import InvalidValue, NothingToPublish
from tests.unit.cli.conftest import Desk


def test_what_is_made_public_is_published_by_name(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "x")
    person = desk.json(
        "party", "new", "--name", "Odal Brisk", "--case", case["ref"], "--role", "subject", "sex=male"
    )
    event = desk.json("event", "add", case["ref"], "detained", "--date", "2020-02")
    pdf = desk.vault.with_name("out.pdf")
    publish = ("publish", str(pdf), "--profile", "names", "--all", "--accept-all-risks", "for the test")
    desk.run(*publish, code=NothingToPublish.exit_code)
    for ref in (person["ref"], event["id"]):
        assert desk.json("visibility", ref, "public")["visibility"] == {"record": "public"}
    desk.run("visibility", person["ref"], "secret", "--field", "sex")
    assert "is public" in desk.run("visibility", case["ref"], "public")
    assert desk.json(*publish)["pages"] > 0
    desk.run("visibility", person["ref"], "public", "--field", "nonsense", code=InvalidValue.exit_code)


def test_many_are_set_at_once(desk: Desk) -> None:
    refs = []
    for number in range(2):
        case = desk.json("case", "new", "--title", f"x{number}")
        desk.json(
            "party", "new", "--name", f"Odal Brisk {number}", "--case", case["ref"], "--role", "subject"
        )
        desk.json("event", "add", case["ref"], "detained")
        refs.append(case["ref"])
    of_case = ("--of-case", "people", "--of-case", "events")
    done = desk.json("visibility", *refs, "public", *of_case)
    assert done == {"level": "public", "changed": {"cases": 0, "parties": 2, "events": 2, "others": 0}}
    assert desk.run("visibility", *refs, "public", *of_case) == "nothing more: now public\n"
    assert desk.run("visibility", *refs, "secret") == "2 cases: now secret\n"
    desk.run("visibility", *refs, "public", "--field", "title", code=InvalidValue.exit_code)
