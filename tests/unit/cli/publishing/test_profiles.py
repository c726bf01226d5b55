"""hrddesk profile: as a person types it."""

from pathlib import Path

from hrddesk.errors import InvalidValue, ProfileNotFound
from tests.unit.cli.conftest import Desk


def test_a_profile_is_made_changed_and_used(desk: Desk, tmp_path: Path) -> None:
    assert [row["name"] for row in desk.json("profile", "list")] == ["names", "labels"]
    made = desk.json("profile", "copy", "labels", "Yearly")
    assert (made["name"], made["event_dates"]) == ("Yearly", "month")
    changed = desk.json(
        "profile", "set", "yearly", "dates=year", "places=province", "authority=label", "language=en,zh-Hans",
        "texts=", "levels=public", "pictures=yes", "--allow", "party.terms.vulnerability", "--withhold",
        "party.sex", "party.age",
    )  # fmt: skip
    assert (changed["event_dates"], changed["places"], changed["languages"]) == (
        "year",
        "province",
        ["en", "zh-Hans"],
    )
    assert changed["name_rules"] == dict.fromkeys(("person", "group", "organisation", "authority"), "label")
    assert (changed["texts"], changed["levels"], changed["pictures"]) == ([], ["public"], True)
    assert "party.terms.vulnerability" in changed["fields"]
    assert not {"party.sex", "party.age"} & set(changed["fields"])
    shown = desk.run("profile", "show", "Yearly")
    for line in ("dates=year", "texts=", "pictures=yes", "field party.names", "authority=label"):
        assert line in shown.splitlines()
    desk.run("profile", "rename", "Yearly", "By the year")
    assert "labels (shipped)\nBy the year" in desk.run("profile", "list")
    file = str(tmp_path / "profiles.json")
    assert desk.json("profile", "export", file)["profiles"] == ["By the year"]
    desk.run("profile", "import", file, code=InvalidValue.exit_code)
    assert desk.json("profile", "import", file, "--name", "Theirs")["profiles"] == ["Theirs"]
    desk.run("profile", "remove", "By the year")
    assert [row["name"] for row in desk.json("profile", "list")] == ["names", "labels", "Theirs"]
    desk.run("profile", "show", "By the year", code=ProfileNotFound.exit_code)


def test_questions_of_the_desks_own_are_let_out_by_name(desk: Desk) -> None:
    desk.run("profile", "copy", "labels", "Mine")
    made = desk.json(
        "field", "add", "party", "yes_no", "--key", "own.lawyer", "--label", "en=Had a lawyer?",
        "--visibility", "public",
    )  # fmt: skip
    desk.run("field", "add", "case", "text", "--key", "own.say", "--label", "en=What they say")
    desk.run("field", "add", "party", "yes_no", "--key", "own.ill", "--label", "en=Was ill?")
    rows = desk.json("profile", "fields", "--own")
    assert [(row["field"], row["level"], row["text"]) for row in rows] == [
        ("party.answer.own.lawyer", "public", False),
        ("case.answer.own.say", "secret", True),
        ("party.answer.own.ill", "secret", False),
    ]
    assert "party.answer.own.ill  secret  Was ill?" in desk.run("profile", "fields", "--own")
    desk.run("profile", "set", "Mine", "--allow", "party.answer.own.ill", code=InvalidValue.exit_code)
    names = ["party.answer.own.lawyer", "case.answer.own.say"]
    own = desk.json("profile", "set", "Mine", "--allow", *names)["own"]
    assert {"owner": "party", "key": "own.lawyer", "id": made["id"], "type": "yes_no"} in own
    assert "field party.answer.own.lawyer  Had a lawyer?" in desk.run("profile", "show", "Mine")
    desk.run("field", "edit", "own.lawyer", "--visibility", "secret")
    desk.run("field", "edit", "own.say", "--type", "yes_no")
    shown = desk.run("profile", "show", "Mine")
    assert "Had a lawyer?  (not visible enough" in shown
    assert "case.answer.own.say  (gone, or asked otherwise" in shown
    assert "own" not in desk.json("profile", "set", "Mine", "--withhold", *names)


def test_what_does_not_exist_cannot_be_set(desk: Desk) -> None:
    desk.run("profile", "copy", "labels", "Mine")
    for words in (
        ["dates=week"],
        ["person=bar"],
        ["levels=public,everybody"],
        ["pictures=maybe"],
        ["shoes=yes"],
        ["dates"],
        ["--allow", "party.shoes"],
        ["--allow", "party.values"],
        ["--withhold", "party.shoes"],
    ):
        desk.run("profile", "set", "Mine", *words, code=InvalidValue.exit_code)
    desk.run("profile", "set", "labels", "dates=year", code=InvalidValue.exit_code)
    assert "party.values" not in desk.json("profile", "fields")
    assert "party.sex" in desk.json("profile", "fields")
