"""hrddesk source, hrddesk citation: as a person types them."""

from hrddesk.errors import InvalidValue
from tests.unit.cli.conftest import Desk


def test_sources_and_what_they_say(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    desk.json("party", "new", "--name", "Wei Tong", "--case", case["ref"], "--role", "subject")
    event = desk.json("event", "add", case["ref"], "detained", "--date", "2020-02")
    source = desk.json("source", "new", "--title", "A letter", "type=信件", "reliability=doubtful")
    assert (source["type"], source["reliability"]) == ("letter", "doubtful")
    desk.run("source", "edit", source["id"], "code_name=Heron", "reliability=")
    said = desk.json(
        "citation", "add", event["id"], source["id"], "--field", "date", "--contradicts",
        "--quote", "it was March", "--locator", "page 2",
    )  # fmt: skip
    assert (said["stance"], said["quote"], said["source_title"]) == ("contradicts", "it was March", "Heron")
    listed = desk.json("source", "list", "--text", "heron")
    assert [(row["code_name"], row["cited"]) for row in listed] == [("Heron", 1)]
    assert "cited 1 time\n" in desk.run("source", "list")
    assert desk.json("source", "list", "--text", "nobody") == []
    assert desk.json("source", "show", source["id"])["citations"][0]["field"] == "date"
    assert "“it was March”  page 2" in desk.run("citation", "list", event["id"][:8])
    desk.run("citation", "add", case["ref"], source["id"])
    assert f"Heron  supports  {case['ref']}" in desk.run("source", "show", source["id"])
    desk.run("citation", "remove", said["id"])
    assert desk.json("citation", "list", event["id"]) == []
    desk.run("source", "remove", source["id"])
    assert desk.json("citation", "list", case["ref"]) == []
    desk.run("source", "new", "type=letter", code=InvalidValue.exit_code)
    desk.run("citation", "add", case["ref"], case["ref"], code=InvalidValue.exit_code)


def test_no_list_but_the_source_itself_tells_who_has_a_code_name(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")["ref"]
    one, _other = (
        desk.json("source", "new", "--title", "Wendel Kroft", f"code_name={name}")["id"]
        for name in ("heron", "Heron")
    )
    desk.run("citation", "add", case, one)
    lists = (("source", "list"), ("duplicate", "list"), ("stats", "--unit", "cases", "--by", "source"))
    shown = [desk.run(*command) for command in (*lists, ("case", "show", case), ("source", "remove", one))]
    assert not any("Kroft" in text for text in shown)
    assert all("heron" in text for text in shown[:3])
    assert "Kroft" not in desk.run("history", "deleted")


def test_the_sources_of_a_case_with_what_each_says(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")["ref"]
    person = desk.json("party", "new", "--name", "Wei Tong", "--case", case, "--role", "subject")["ref"]
    other = desk.json("party", "new", "--name", "Ji Shuo")["ref"]
    relation = desk.json("relation", "add", person, "spouse_of", other)["id"]
    letter, witness, unheard = (
        desk.json("source", "new", "--title", title)["id"] for title in ("A letter", "A witness", "Unheard")
    )
    desk.run("citation", "add", person, letter, "--field", "birth", "--contradicts")
    desk.run("citation", "add", relation, letter, "--field", "type")
    desk.run("citation", "add", case, witness, "--quote", "so it was")
    desk.run("citation", "add", other, unheard)  # is in no case
    told = desk.json("source", "list", "--case", case)
    assert {item["title"]: [said["stance"] for said in item["citations"]] for item in told} == {
        "A letter": ["contradicts", "supports"],
        "A witness": ["supports"],
    }
    lines = desk.run("source", "list", "--case", case)
    assert "“so it was”" in lines
    assert "Unheard" not in lines
    desk.run("source", "list", "--case", case, "--text", "letter", code=InvalidValue.exit_code)
