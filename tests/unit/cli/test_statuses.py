"""The status of people on the command line."""

from tests.unit.cli.conftest import Desk


def test_party_list_and_show_say_where_people_are(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "one")["ref"]
    who = desk.json("party", "new", "--name", "Hu Lan", "--case", case)["ref"]
    office = desk.json("party", "new", "--name", "Office", "kind=authority")["ref"]
    desk.run(
        "event", "add", case, "detained", "--date", "2020-03-01", "--form", "rsdl", "--party", f"{who}:victim"
    )
    desk.run("event", "add", case, "sentenced", "--date", "2021", "--party", who)
    told = desk.json("party", "list", "--as-of", "2020-12-31")
    assert [item["status"] and item["status"]["answer"] for item in told] == ["in_custody", None]
    assert told[0]["status"]["form"] == "rsdl"
    free = desk.json("party", "show", who, "--as-of", "2020-02-29")["status"]
    assert free["answer"] == "free"
    assert "as_of" in desk.json("party", "show", who)["status"]
    assert desk.json("party", "show", office)["status"] is None
    assert [item["ref"] for item in desk.json("party", "list", "--status", "in_custody")] == [who]
    assert desk.json("party", "list", "--status", "dead") == []
    assert desk.json("party", "list", "--known-on", "2020-01-01") == []
    assert "in custody, rsdl, detained, since 2020-03-01  as of 2020-12-31" in desk.run(
        "party", "list", "--text", "Hu", "--as-of", "2020-12-31"
    )
    assert "undetermined, (no events)" in desk.run("party", "show", who, "--known-on", "2000-01-01")
    desk.run("party", "list", "--as-of", "2020-02", code=32)
    desk.run("party", "show", who, "--known-on", "1954-02-29", code=32)
