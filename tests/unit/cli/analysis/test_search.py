"""search on the command line: narrowed, kept, run again and deleted."""

from hrddesk.errors import InvalidValue
from tests.unit.cli.conftest import Desk


def test_a_search_is_narrowed_and_kept(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The weir")["ref"]
    who = desk.json("party", "new", "--name", "Sanam Dolkar", "--case", case, "--role", "subject")["ref"]
    desk.run("event", "add", case, "detained", "--date", "2019-07", "--place", "Lhamo town", "--party", who)

    def refs(*words: str) -> list[str]:
        return [hit["ref"] for hit in desk.json("search", *words)["hits"]]

    assert refs("sanam", "--period", "2019", "--place", "lhamo", "--save", "Held") == [who]
    assert refs("sanam", "--period", "2018") == []
    assert refs("sanam", "--status", "in_custody", "--as-of", "2020-01-01") == [who]
    assert refs("sanam", "--status", "in_custody", "--as-of", "2019-01-01") == []
    assert refs("--saved", "held") == [who]
    assert refs("sanam", "--term", "detained", "--level", "restricted") == [who]
    assert refs("sanam", "--term", "released") == []
    assert refs("sanam", "--level", "public") == []
    assert desk.json("search", "--list") == {"saved": ["Held"]}
    assert desk.json("search", "--rename", "held", "Held in 2019") == {"saved": ["Held in 2019"]}
    assert desk.json("search", "--remove", "held in 2019") == {"saved": []}


def test_the_day_on_which_something_was_known_counts(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The weir")["ref"]
    who = desk.json("party", "new", "--name", "Sanam Dolkar", "--case", case, "--role", "subject")["ref"]
    desk.run("event", "add", case, "detained", "--date", "2019-07", "--party", who)
    held = ("search", "sanam", "--status", "in_custody")
    assert [hit["ref"] for hit in desk.json(*held, "--save", "Held")["hits"]] == [who]
    assert desk.json(*held, "--known-on", "2019-08-01")["hits"] == []
    assert desk.json("search", "--saved", "held", "--known-on", "2019-08-01")["hits"] == []
    assert desk.json("search", "--saved", "held", "--as-of", "2019-01-01")["hits"] == []


def test_a_day_without_a_status_and_a_saved_search_with_more_are_refused(desk: Desk) -> None:
    desk.run("search", "sanam", "--save", "Sanam")
    desk.run("search", "sanam", "--as-of", "2019-08-01", code=InvalidValue.exit_code)
    desk.run("search", "sanam", "--saved", "Sanam", code=InvalidValue.exit_code)
