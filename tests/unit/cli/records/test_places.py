"""hrddesk place: as a person types it."""

from hrddesk.errors import AmbiguousReference, InvalidValue, RecordNotFound
from tests.unit.cli.conftest import Desk


def test_the_tree_by_hand(desk: Desk) -> None:
    desk.run("place", "add", "Quiet Province", "--label", "zh-Hans=静安省", "kind=province")
    city = desk.json("place", "add", "Stonebridge", "--in", "静安省", "--alias", "桥城", "kind=city")
    assert city["path"] == "Quiet Province › Stonebridge"
    assert city["kind"] == "prefecture"
    desk.run("place", "add", "West Prison", "parent=Stonebridge", "kind=prison")
    assert desk.run("place", "list").splitlines() == [
        "Quiet Province / 静安省  province",
        "  Stonebridge  prefecture",
        "    West Prison  prison",
    ]
    assert desk.run("place", "list", "--text", "qiaocheng").strip() == (
        f"{city['id'][:8]}  Quiet Province › Stonebridge"
    )
    desk.run("place", "move", "Quiet Province", "West Prison", code=InvalidValue.exit_code)
    desk.run("place", "move", "West Prison", "top")
    assert desk.json("place", "show", "West Prison")["parent"] is None
    edited = desk.json("place", "edit", "Stonebridge", "--label", "zh-Hans=石桥", "--alias", "老桥城")
    assert (edited["labels"], edited["aliases"]) == (
        {"en": "Stonebridge", "zh-Hans": "石桥"},
        ["老桥城"],
    )
    desk.run("place", "edit", "Stonebridge", "--label", "klingon!=x", code=InvalidValue.exit_code)
    desk.run("place", "remove", "Quiet Province", code=InvalidValue.exit_code)
    desk.json("place", "remove", "West Prison")
    desk.run("place", "show", "West Prison", code=RecordNotFound.exit_code)


def test_one_of_two_places_of_a_name_is_named_by_what_the_list_prints(desk: Desk) -> None:
    for metres in ("500", "5"):
        desk.run("place", "add", "West Prison", "--in", "Ili", f"coordinates=41.7, 82.9 ± {metres}")
    desk.run("place", "show", "West Prison", code=AmbiguousReference.exit_code)
    printed = [line.split("  ")[0] for line in desk.run("place", "list", "--text", "West").splitlines()]
    found = {desk.json("place", "show", ref)["coordinates"] for ref in printed}
    assert found == {"41.7,82.9;u=500", "41.7,82.9;u=5"}


def test_a_place_lies_in_one_of_the_shipped_list(desk: Desk) -> None:
    assert (
        desk.json("place", "add", "West Prison", "--in", "Ili")["path"]
        == "China › Xinjiang › Ili › West Prison"
    )
    desk.run("place", "move", "West Prison", "伊宁县")
    moved = desk.json("place", "show", "West Prison")["path"]
    assert moved == "China › Xinjiang › Ili › Ghulja County › West Prison"
    desk.run("place", "edit", "West Prison", "parent=Lhasa")
    assert desk.json("place", "show", "West Prison")["path"].endswith(" › Lhasa › West Prison")
    desk.run("place", "add", "East Prison", "--in", "Nowhere", code=RecordNotFound.exit_code)


def test_coordinates_by_hand(desk: Desk) -> None:
    made = desk.json("place", "add", "West Prison", "coordinates=41.7, 82.9 ± 500")
    assert made["coordinates"] == "41.7,82.9;u=500"
    refused = desk.run("place", "edit", "West Prison", "coordinates=95, 82.9", code=InvalidValue.exit_code)
    assert "82.9," not in refused
    assert desk.json("place", "edit", "West Prison", "coordinates=-33.5 151")["coordinates"] == "-33.5,151"
    assert desk.json("place", "edit", "West Prison", "coordinates=")["coordinates"] == ""


def test_an_event_is_put_at_a_place(desk: Desk) -> None:
    place = desk.json("place", "add", "West Prison")
    case = desk.json("case", "new", "--title", "x")
    desk.json("party", "new", "--name", "Odal Brisk", "--case", case["ref"], "--role", "subject")
    event = desk.json("event", "add", case["ref"], "detained", "--at", "west prison", "--place", "the prison")
    assert (event["place"], event["place_text"]) == (place["id"], "the prison")
    desk.run("event", "edit", event["id"], "place=")
    assert desk.json("event", "edit", event["id"], "place=West Prison")["place"] == place["id"]
    desk.run("event", "edit", event["id"], "place=nowhere", code=RecordNotFound.exit_code)
    desk.run("event", "edit", event["id"], "case=nonsense", code=InvalidValue.exit_code)


def test_an_event_takes_in_a_shipped_place_or_makes_a_new_one(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "x")
    desk.json("party", "new", "--name", "Odal Brisk", "--case", case["ref"], "--role", "subject")
    event = ("event", "add", case["ref"], "detained")
    desk.run(*event, "--at", "Wuhan")
    assert desk.run("place", "list", "--text", "wuhan").strip().endswith("  China › Hubei › Wuhan")
    desk.run(*event, "--at", "Old Mill", code=RecordNotFound.exit_code)
    desk.run(*event, "--at", "Old Mill", "--within", "Hefei", code=InvalidValue.exit_code)
    desk.run(*event, "--new-place", code=InvalidValue.exit_code)
    words = ("--at", "Old Mill", "--new-place", "--place-kind", "prison", "--within", "Hefei")
    made = desk.json(*event, *words)
    shown = desk.json("place", "show", "Old Mill")
    assert (shown["id"], shown["kind"]) == (made["place"], "prison")
    assert shown["path"] == "China › Anhui › Hefei › Old Mill"
