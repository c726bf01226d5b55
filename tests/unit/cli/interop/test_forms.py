"""hrddesk field, answer, form: as a person types them."""

from pathlib import Path

import pytest

from hrddesk.cli.records.questions import pairs
from hrddesk.errors import InvalidValue, RecordNotFound, TargetExists
from tests.unit.cli.conftest import Desk


def test_a_question_of_the_desk_is_asked_and_answered(desk: Desk) -> None:
    party = desk.json("party", "new", "--name", "Tashi Wengar")
    made = desk.json("field", "add", "party", "yes_no", "--label", "en=Shoes taken?", "--template", "wgad")
    key = made["key"]
    assert desk.json("answer", party["ref"], f"{key}=是")["answers"] == {key: "yes"}
    assert desk.json("party", "show", party["ref"])["values"] == [{"field": key, "answer": "yes"}]
    desk.run("answer", party["ref"], f"{key}=perhaps", code=InvalidValue.exit_code)
    desk.run("answer", party["ref"], key, code=InvalidValue.exit_code)
    desk.run("answer", party["ref"], f"{key}=not_asked")
    assert desk.json("field", "edit", key, "--label", "zh-Hans=收走鞋子？")["labels"] == {
        "en": "Shoes taken?",
        "zh-Hans": "收走鞋子？",
    }
    assert desk.json("field", "retire", key)["retired"]
    assert "(retired)" in desk.run("field", "list")
    assert desk.json("field", "restore", key)["answers"] == 1
    assert [item["key"] for item in desk.json("field", "list")] == [key]


def test_a_form_is_shown_filled_and_exported(desk: Desk, tmp_path: Path) -> None:
    assert [item["form"] for item in desk.json("form", "list")] == [
        "detention",
        "wgad",
        "wgeid",
        "ill_treatment",
    ]
    assert "WGAD" in desk.run("form", "list")
    party = desk.json("party", "new", "--name", "Tashi Wengar", "sex=female")
    shown = desk.json("form", "show", "wgad", party["ref"])
    assert shown["filled"] == 2
    assert len(shown["missing"]) == shown["questions"] - 2
    after = desk.json("form", "fill", "wgad", party["ref"], "nationality=none", "--language", "zh")
    assert after["filled"] == 3
    assert "Tashi Wengar" in desk.run("form", "show", "wgad", party["ref"], "--language", "zh")
    for kind, begins in (("pdf", b"%PDF-1.7"), ("text", "保密".encode())):
        path = tmp_path / f"form.{kind}"
        words = ("form", "export", "wgad", party["ref"], str(path), "--format", kind, "--language", "zh")
        assert desk.json(*words)["filled"] == 3
        assert path.read_bytes().startswith(begins)
        assert "not encrypted" in desk.complaint
        desk.run(*words, code=TargetExists.exit_code)
    desk.run("form", "show", "nothing", party["ref"], code=RecordNotFound.exit_code)


def test_each_key_is_given_once_with_or_without_spaces_around_it() -> None:
    assert pairs([" shoes=42"]) == {"shoes": "42"}
    with pytest.raises(InvalidValue):
        pairs(["shoes=42", " shoes=43"])
