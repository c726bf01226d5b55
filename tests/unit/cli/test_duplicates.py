"""duplicate on the command line."""

from tests.unit.cli.conftest import Desk


def test_duplicates_are_listed_merged_taken_back_and_kept_apart(desk: Desk) -> None:
    before = desk.json("duplicate", "list")
    kept = desk.json("party", "new", "--name", "Dolkar Sanam", "birth=1970", "sex=f")["ref"]
    other = desk.json("party", "new", "--name", "Sanam Dolkar", "birth=1971-02", "sex=f")["ref"]
    assert desk.json("duplicate", "list") == before  # dates of birth that cannot be one
    desk.run("party", "edit", other, "birth=1970-02")
    (found,) = [item for item in desk.json("duplicate", "list") if item not in before]
    assert {person["ref"] for person in found["people"]} == {kept, other}
    assert found["reasons"] == ["one name in two spellings", "dates of birth that fit"]
    assert "dates of birth that fit" in desk.run("duplicate", "list")

    made = desk.json("duplicate", "merge", kept, other)
    assert (made["ref"], made["not_taken"]) == (kept, ["birth"])
    assert desk.json("party", "show", other)["ref"] == kept
    assert [item["ref"] for item in desk.json("duplicate", "merged")] == [other]
    assert other in desk.run("duplicate", "merged")
    desk.run("duplicate", "undo", other)
    assert desk.json("party", "show", other)["ref"] == other

    made = desk.json("duplicate", "merge", kept, other, "--take", "birth")
    assert made["not_taken"] == []
    desk.run("duplicate", "undo", made["merged"])
    desk.run("duplicate", "not-same", other, kept)
    assert desk.json("duplicate", "list") == before
