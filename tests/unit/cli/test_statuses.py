"""The status of people on the command line."""

from tests.unit.cli.conftest import Desk


def test_party_list_and_show_say_where_people_are(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "one")["ref"]
    who = desk.json("party", "new", "--name", "Hu Lan", "--case", case, "--role", "subject")["ref"]
    office = desk.json("party", "new", "--name", "Office", "kind=authority")["ref"]
    desk.run(
        "event",
        "add",
        case,
        "detained",
        "--date",
        "2020-03-01",
        "--measure",
        "rsdl",
        "--party",
        f"{who}:victim",
    )
    desk.run("event", "add", case, "sentenced", "--date", "2021", "--party", who)
    told = desk.json("party", "list", "--as-of", "2020-12-31")
    assert [item["status"] and item["status"]["answer"] for item in told] == ["in_custody", None]
    assert told[0]["status"]["measure"] == "rsdl"
    free = desk.json("party", "show", who, "--as-of", "2020-02-29")["status"]
    assert free["answer"] == "free"
    assert "as_of" in desk.json("party", "show", who)["status"]
    assert desk.json("party", "show", office)["status"] is None
    assert [item["ref"] for item in desk.json("party", "list", "--status", "in_custody")] == [who]
    assert desk.json("party", "list", "--status", "dead") == []
    assert desk.json("party", "list", "--known-on", "2020-01-01") == []
    assert "in custody, rsdl, detained (CN), since 2020-03-01  as of 2020-12-31" in desk.run(
        "party", "list", "--text", "Hu", "--as-of", "2020-12-31"
    )
    assert "undetermined, (no events)" in desk.run("party", "show", who, "--known-on", "2000-01-01")
    desk.run("party", "list", "--as-of", "2020-02", code=32)
    desk.run("party", "show", who, "--known-on", "1954-02-29", code=32)


def test_case_list_says_where_the_people_of_a_case_are(desk: Desk) -> None:
    held, free = (desk.json("case", "new", "--title", title)["ref"] for title in ("one", "two"))
    for case, day in ((held, "2020-03-01"), (free, "2021-03-01")):
        who = desk.json("party", "new", "--name", "Hu Lan", "--case", case, "--role", "subject")["ref"]
        desk.run("event", "add", case, "detained", "--date", day, "--party", f"{who}:victim")
    found = desk.json("case", "list", "--as-of", "2020-12-31")
    assert [(item["ref"], item["status"][0]["answer"]) for item in found] == [
        (held, "in_custody"),
        (free, "free"),
    ]
    only = ("case", "list", "--status", "free", "--as-of")
    assert [item["ref"] for item in desk.json(*only, "2020-12-31")] == [free]
    assert desk.json(*only, "2021-12-31") == []
    assert "in custody" in desk.run("case", "list", "--status", "in_custody")
    assert desk.json("case", "list", "--status", "in_custody", "--known-on", "2020-12-31") == []
    assert "status" not in desk.json("case", "list")[0]


def test_a_detention_of_some_day_before_an_arrest_leaves_open_since_when(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "one")["ref"]
    who = desk.json("party", "new", "--name", "Hu Lan", "--case", case, "--role", "subject")["ref"]
    desk.run("event", "add", case, "detained", "--date", "2020", "--party", f"{who}:victim")
    desk.run("event", "add", case, "arrested", "--date", "2020-03-05", "--party", f"{who}:victim")
    told = desk.run("party", "show", who, "--as-of", "2020-12-31")
    assert "since 5 March 2020 or earlier, at least 301 days  as of 2020-12-31" in told
