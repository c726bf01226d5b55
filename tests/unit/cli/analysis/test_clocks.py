"""clocks, week and limits on the command line."""

from tests.unit.cli.conftest import Desk


def test_clocks_week_and_limits(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "one")["ref"]
    who = desk.json("party", "new", "--name", "Hu Lan", "--case", case, "--role", "subject")["ref"]
    desk.run("event", "add", case, "detained", "--date", "2020-12", "--party", who)
    (clock,) = desk.json("clocks", "--as-of", "2021-01-31")
    assert (clock["ref"], clock["held"], clock["left"], clock["passed"]) == (
        who,
        [31, 61],
        [-24, 6],
        "perhaps",
    )
    assert "detention_to_arrest 37: -24 to 6 left" in desk.run("clocks", "--as-of", "2021-01-31")
    assert "held 31 to 61 days" in desk.run("week", "--as-of", "2021-01-31")
    assert desk.json("limits")["detention_to_arrest"] == 37
    assert desk.json("limits", "detention_to_arrest=62")["detention_to_arrest"] == 62
    week = desk.json("week", "--as-of", "2021-01-31")
    assert [item["ref"] for item in week["passing"]] == [who]
    assert (week["passed"], week["findings"]) == ([], [])
    assert "62 days" in desk.run("limits")
    assert desk.json("clocks", "--known-on", "2020-01-01") == []
    desk.run("limits", "detention_to_arrest=0", code=31)
    desk.run("limits", "detention_to_arrest=soon", code=31)
    for digits in ("9" * 18, "9" * 6000):
        desk.run("limits", f"detention_to_arrest={digits}", code=31)
    desk.run("clocks", "--as-of", "2020", code=32)
    desk.run("event", "add", case, "missing", "--party", who)
    desk.run("event", "add", case, "detained", "--facility", "prison", "--party", who)
    assert "conflicting-claims  Hu Lan" in desk.run("week")


def test_the_country_of_a_vault_and_of_a_case(desk: Desk) -> None:
    assert desk.json("country")["country"] == "CN"
    assert "* CN  China" in desk.run("country")
    assert desk.json("country", "HK")["country"] == "HK"
    assert desk.json("limits")["police_detention"] == 2
    assert desk.json("limits", "--country", "CN")["rsdl"] == 183
    desk.run("limits", "--country", "XX", code=31)
    desk.run("country", "XX", code=31)
    case = desk.json("case", "new", "--title", "one", "country=香港")
    assert case["country"] == "HK"
