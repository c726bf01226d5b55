"""search on the command line: narrowed, kept, run again and deleted."""

from tests.unit.cli.conftest import Desk


def test_a_search_is_narrowed_and_kept(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The weir")["ref"]
    who = desk.json("party", "new", "--name", "Sanam Dolkar", "--case", case)["ref"]
    desk.run("event", "add", case, "detained", "--date", "2019-07", "--place", "Lhamo town", "--party", who)

    def refs(*words: str) -> list[str]:
        return [hit["ref"] for hit in desk.json("search", *words)["hits"]]

    assert refs("sanam", "--period", "2019", "--place", "lhamo", "--save", "Held") == [who]
    assert refs("sanam", "--period", "2018") == []
    assert refs("sanam", "--status", "in_custody", "--as-of", "2020-01-01") == [who]
    assert refs("sanam", "--status", "in_custody", "--as-of", "2019-01-01") == []
    assert refs("--saved", "held") == [who]
    assert desk.json("search", "--list") == {"saved": ["Held"]}
    assert desk.json("search", "--remove", "held") == {"saved": []}
