"""stats and figure on the command line."""

from pathlib import Path

from tests.unit.cli.conftest import Desk


def filled(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "one")["ref"]
    for sex, name in (("female", "Hu Lan"), ("female", "Bai Lu"), ("", "Onari Tuvel")):
        words = [f"sex={sex}"] if sex else []
        who = desk.json("party", "new", *words, "--name", name, "--case", case, "--role", "subject")["ref"]
        desk.run("event", "add", case, "detained", "--party", who, "--date", "2020-03")


def test_stats_answers_as_COMMANDS_says(desk: Desk) -> None:  # noqa: N802
    filled(desk)
    told = desk.json("stats", "--by", "sex", "--unit", "persons", "--of", "known", "--as-of", "2020-12-31")
    assert (told["unit"], told["denominator"], told["known"], told["unknown"]) == ("persons", 2, 2, 1)
    assert told["rows"] == [{"key": "female", "label": "Female", "count": 2, "possible": 0, "percent": 100.0}]
    assert "2020-12-31" in told["definition"]
    printed = desk.run("stats", "--by", "sex,type", "--unit", "persons", "--language", "zh")
    assert "女" in printed
    assert "羁押" in printed
    assert "66.7 %" in desk.run("figure", "compute", "--unit", "persons", "--part", "sex=female")
    assert "67 %" in desk.run("figure", "compute", "--unit", "persons", "--part", "sex=f", "--digits", "0")
    hidden = ("stats", "--by", "sex", "--unit", "persons", "--suppress", "3")
    assert "hidden" in desk.run(*hidden)
    assert "hidden" not in desk.run(*hidden, "--language", "zh")


def test_a_figure_is_saved_listed_asked_again_and_removed(desk: Desk) -> None:
    filled(desk)
    asked = [
        "--unit",
        "persons",
        "--where",
        "sex=female",
        "--any",
        "type=detained;date=2020",
        "--without",
        "type=died",
    ]
    saved = desk.json("figure", "save", "Women held", *asked)
    assert saved["question"]["any_of"] == [["type=detained", "date=2020"]]
    assert [item["name"] for item in desk.json("figure", "list")] == ["Women held"]
    assert "Women held" in desk.run("figure", "list")
    first = desk.json("figure", "show", "women held")
    assert (first["name"], first["count"]) == ("Women held", 2)
    assert desk.json("stats", "Women held") == first
    assert desk.json("stats", "Women held", "--as-of", "2019-01-01")["count"] == 0
    desk.run("stats", "Women held", "--by", "sex", code=31)
    desk.run("figure", "remove", "Women held")
    desk.run("figure", "show", "Women held", code=30)


def test_trend_table_fields_and_published_figures(desk: Desk, tmp_path: Path) -> None:
    filled(desk)
    (row,) = desk.json("figure", "trend", "--unit", "events")["rows"]
    assert (row["key"], row["count"]) == ("2020-03", 3)
    target = tmp_path / "trend.csv"
    (row,) = desk.json("figure", "trend", "--unit", "events", "--every", "year", "--csv", str(target))["rows"]
    assert target.read_text("utf-8").startswith("year of the event,Number")
    assert row["key"] == "2020"
    assert desk.json("figure", "table", "--by", "months", "--bands", "months=0,12")["rows"] == []
    assert any(item["field"] == "ethnicity" for item in desk.json("figure", "list", "--fields"))
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / "figures.csv").write_text("figure,value,unit\nall,1,cases\nothers,5,cases\n", "utf-8")
    desk.run("import", str(kit))
    desk.run("figure", "save", "all")
    told = {item["name"]: item for item in desk.json("figure", "compare")}
    assert told["all"]["agrees"] is True
    assert told["all"]["ours"]["count"] == 1
    assert told["others"]["ours"] is None
    assert "same" in desk.run("figure", "compare", "all")
    book = tmp_path / "trend.xlsx"
    desk.run("figure", "trend", "--unit", "events", "--every", "year", "--xlsx", str(book))
    assert book.read_bytes().startswith(b"PK")


def test_what_makes_no_sense_is_refused_with_a_reason(desk: Desk) -> None:
    for words in (
        ["figure", "compute", "--by", "sex"],
        ["figure", "table"],
        ["figure", "trend", "--by", "sex"],
        ["stats", "--by", "colour"],
        ["stats", "--bands", "age=0,x"],
        ["stats", "--digits", "9"],
    ):
        desk.run(*words, code=31)
        assert "Nothing was changed" in desk.complaint
