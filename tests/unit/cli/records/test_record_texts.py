"""hrddesk text of, show, add, set, remove: as a person types it."""

from pathlib import Path

from hrddesk.errors import InvalidValue
from tests.unit.cli.conftest import Desk


def test_a_translation_is_added_shown_changed_and_removed(desk: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "Willow Lane", "narrative=He left.", "text_language=en")["ref"]
    body = tmp_path / "body.txt"
    body.write_text("Se fue.\nNadie lo vio.\n", encoding="utf-8")
    options = ("--language", "es", "--kind", "translation", "--of", "1", "--by", "heron")
    first, second = desk.json("text", "add", case, "--file", str(body), *options)
    assert (first["field"], first["language"]) == ("narrative", "en")
    assert (second["of"], second["body"], second["checked"]) == (
        "narrative",
        "Se fue.\nNadie lo vio.\n",
        False,
    )
    lines = desk.run("text", "of", case).splitlines()
    assert lines[0] == "1  en, written  8 characters"
    assert lines[1] == "2  es, translation, of 1, by heron  22 characters"
    assert desk.run("text", "show", case, "2") == "Se fue.\nNadie lo vio.\n"
    desk.run("text", "set", case, "2", "--checked", "--body", "Se marchó.")
    assert desk.run("text", "of", case).splitlines()[1].endswith("by heron, checked  10 characters")
    assert desk.run("text", "review", f"{case}:2", "--profile", "names", "--show")
    desk.run("text", "remove", case, "2")
    assert len(desk.json("text", "of", case)) == 1
    desk.run("text", "remove", case, "1", code=InvalidValue.exit_code)


def test_a_citation_says_where_its_quote_stands_in_a_text_of_the_source(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "Willow Lane")["ref"]
    source = desk.json("source", "new", "--title", "A neighbour", "code_name=Wren")["id"]
    desk.run("text", "add", source, "It was dark. I saw two cars.", "--kind", "transcript")
    desk.run("citation", "add", case, source, "--quote", "saw two cars")
    assert desk.run("citation", "list", case).rstrip().endswith("text 1, 15-27")
    assert desk.json("citation", "list", case)[0]["place"] == [1, 15, 27]


def test_a_translation_is_of_the_only_other_text_or_says_of_which(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "Willow Lane", "narrative=He left.")["ref"]
    translation = ("text", "add", case, "Se fue.", "--kind", "translation")
    desk.json(*translation, "--language", "es")
    made = desk.json(*translation, "--language", "fr")
    assert [text["of"] for text in made] == ["", "narrative", "narrative"]
    desk.json("text", "add", case, "Somebody saw it.")
    desk.run(*translation, code=InvalidValue.exit_code)
    assert "--of NUMBER" in desk.complaint
    assert desk.json(*translation, "--of=")[-1]["of"] == ""


def test_no_text_goes_that_another_one_is_made_of(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "Willow Lane", "narrative=He left.")["ref"]
    desk.run("text", "add", case, "Somebody saw it.")
    desk.run("text", "add", case, "Alguien lo vio.", "--kind", "translation", "--of", "2")
    desk.run("text", "add", case, "Se fue.", "--kind", "translation", "--of", "1")
    desk.run("text", "remove", case, "2", code=InvalidValue.exit_code)
    assert "another text is made of it" in desk.complaint
    desk.run("case", "edit", case, "narrative=", code=InvalidValue.exit_code)
    assert len(desk.json("text", "of", case)) == 4
    desk.run("text", "remove", case, "3")
    desk.run("text", "remove", case, "2")
    assert len(desk.json("text", "of", case)) == 2


def test_a_language_that_nobody_has_is_refused(desk: Desk) -> None:
    new = ("case", "new", "--title", "Willow Lane", "narrative=He left.")
    desk.run(*new, "text_language=xx", code=InvalidValue.exit_code)
    case = desk.json(*new)["ref"]
    desk.run("text", "add", case, "Se fue.", "--language", "xx", code=InvalidValue.exit_code)
    assert "write one such as en" in desk.complaint
    assert len(desk.json("text", "of", case)) == 1
