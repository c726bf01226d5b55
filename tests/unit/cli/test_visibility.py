"""hrddesk visibility: what is entered by hand can be published by name."""

from hrddesk.errors import InvalidValue, NothingToPublish

from .conftest import Desk


def test_what_is_made_public_is_published_by_name(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "x")
    person = desk.json("party", "new", "--name", "Odal Brisk", "--case", case["ref"], "sex=male")
    event = desk.json("event", "add", case["ref"], "detained", "--date", "2020-02")
    pdf = desk.vault.with_name("out.pdf")
    publish = ("publish", str(pdf), "--profile", "names", "--all")
    desk.run(*publish, code=NothingToPublish.exit_code)
    for ref in (person["ref"], event["id"]):
        assert desk.json("visibility", ref, "public")["visibility"] == {"record": "public"}
    desk.run("visibility", person["ref"], "secret", "--field", "sex")
    assert "is public" in desk.run("visibility", case["ref"], "public")
    assert desk.json(*publish)["pages"] > 0
    desk.run("visibility", person["ref"], "public", "--field", "nonsense", code=InvalidValue.exit_code)
