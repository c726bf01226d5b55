"""duplicate on the command line."""

from tests.unit.cli.conftest import Desk


def test_duplicates_are_listed_merged_taken_back_and_kept_apart(desk: Desk) -> None:
    before = desk.json("duplicate", "list")
    kept = desk.json("party", "new", "--name", "Dolkar Sanam", "birth=1970", "sex=f")["ref"]
    other = desk.json("party", "new", "--name", "Sanam Dolkar", "birth=1971-02", "sex=f")["ref"]
    assert desk.json("duplicate", "list") == before  # dates of birth that cannot be one
    desk.run("party", "edit", other, "birth=1970-02")
    (found,) = [item for item in desk.json("duplicate", "list") if item not in before]
    assert {person["ref"] for person in found["records"]} == {kept, other}
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


def test_places_sources_and_cases_are_merged_too(desk: Desk) -> None:
    desk.run("place", "add", "Tarnfold", "kind=prison")
    second = desk.json("place", "add", "Tarnfold Gaol", "--alias", "Tarnfold")["ref"]
    (found,) = desk.json("duplicate", "list", "--kind", "place")
    assert {place["name"] for place in found["records"]} == {"Tarnfold", "Tarnfold Gaol"}
    first = next(place["id"] for place in found["records"] if place["id"] != second)
    desk.run("duplicate", "merge", first, "Tarnfold Gaol")
    assert desk.json("place", "show", second)["id"] == first
    assert "Tarnfold Gaol  ->" in desk.run("duplicate", "merged")
    desk.run("duplicate", "undo", second)
    assert desk.json("place", "show", second)["id"] == second

    before = desk.json("duplicate", "list", "--kind", "source", "--kind", "case")
    letters = [desk.json("source", "new", "--title", "A letter")["id"] for _ in range(2)]
    files = [desk.json("case", "new", "--title", "The other mill")["ref"] for _ in range(2)]
    listed = [item for item in desk.json("duplicate", "list") if item["kind"] in ("source", "case")]
    assert len(listed) == len(before) + 2
    for kept, other in (letters, files):
        desk.run("duplicate", "merge", kept, other)
    assert desk.json("case", "show", files[1])["ref"] == files[0]
    assert desk.json("duplicate", "list", "--kind", "source", "--kind", "case") == before
