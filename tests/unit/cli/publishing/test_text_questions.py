"""hrddesk text questions: one list for all texts, answered by a file or one line after the other."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from hrddesk.errors import InvalidValue, PublicationNotFound, RecordNotFound, TextUndecided
from tests.unit.cli.conftest import Desk

WAITS = TextUndecided.exit_code
ASKED = ("text", "questions", "--profile", "labels", "--all")


@pytest.fixture
def refs(desk: Desk) -> list[str]:
    """The narratives of two cases, in both of which a name is a word."""
    said = ("On Sunday Odal Brisk left. Sunday was hot.", "It was a Sunday.")
    made = [desk.json("case", "new", "--title", "x", f"narrative={text}")["ref"] for text in said]
    person = desk.json("party", "new", "--name", "Vero Sunday")["ref"]
    for case, name in zip(made, ("Odal Brisk", "Ede Marrow"), strict=True):
        other = desk.json("party", "new", "--case", case, "--name", name)["ref"]
        desk.run("relation", "add", person, "friend_of", other)
    return [f"{ref}:narrative" for ref in made]


def _states(document: dict[str, Any]) -> dict[str, list[str]]:
    return {one["text"]: [place["state"] for place in one["places"]] for one in document["questions"]}


def test_all_is_asked_in_one_list(desk: Desk, refs: list[str]) -> None:
    printed = desk.run(*ASKED, code=WAITS)
    assert "Ordinary words:\n  1. Sunday: may mean somebody who may not be named\n" in printed
    assert f"{refs[0]}: On <<Sunday>> Odal Brisk left." in printed
    assert f"{refs[1]}: It was a <<Sunday>>." in printed
    assert "Vero" not in printed
    assert _states(desk.json(*ASKED, code=WAITS)) == {"Sunday": ["open", "open", "open"]}
    one = ("text", "questions", "--profile", "labels", "--case", refs[1].partition(":")[0])
    assert _states(desk.json(*one, code=WAITS)) == {"Sunday": ["open"]}
    desk.run("text", "questions", "--profile", "labels", "--case", "x", code=RecordNotFound.exit_code)


def test_what_nobody_is_known_for_is_asked_about_as_what_it_is(desk: Desk, tmp_path: Path) -> None:
    told = "Prosecutor Stanek asked for paper 4711-88123-9. She has lived at 12 Quarry Road since."
    ref = desk.json("case", "new", "--title", "x", f"narrative={told}")["ref"]
    printed = desk.run(*ASKED, code=WAITS)
    assert "1. Stanek: may be a name\n" in printed
    assert "2. 4711-88123-9: long number\n" in printed
    assert "somebody" not in printed, "the vault knows nobody"
    review = ("text", "review", ref, "--profile", "labels", "--show")
    place = next(one for one in desk.json(*review)["occurrences"] if one["kind"] == "address")
    at = f"{place['at'][0]}-{place['at'][1]}"
    desk.run("text", "decide", ref, "--profile", "labels", "--at", at, "--stay")
    asked = desk.json(*ASKED, code=WAITS)
    assert [one["text"] for one in asked["questions"]] == ["Stanek", "4711-88123-9", "12 Quarry Road"]
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"seen": asked["seen"], "answers": dict.fromkeys("123", "cover")}), "utf-8")
    desk.run(*ASKED, "--decisions", str(file))
    told = desk.json(*review)["result"]
    assert told == "Prosecutor [person] asked for paper [number]. She has lived at [place] since."


def test_a_file_answers_for_each_text_or_for_all(desk: Desk, refs: list[str], tmp_path: Path) -> None:
    file = tmp_path / "answers.json"

    def answered(answers: object, code: int = 0, **others: object) -> dict[str, Any]:
        seen = desk.json(*ASKED, code=WAITS)["seen"]
        file.write_text(json.dumps({"seen": seen, "answers": answers} | others), "utf-8")
        asked = desk.run(*ASKED, "--decisions", str(file), "--json", code=code)
        return dict(json.loads(asked)) if asked else {}

    every: list[object] = [{number: "keep"} for number in ("2", "0", "x")]
    every += [{"1": "yes"}, {"1": ["keep"]}, ["keep"], {"1": {"x": "keep"}}, {"1": {refs[0]: {}}}]
    for wrong in every:
        answered(wrong, InvalidValue.exit_code)
    answered({"1": "keep"}, InvalidValue.exit_code, seen="0" * 16)
    answered({"1": "keep"}, InvalidValue.exit_code, more=1)
    half = answered({"1": {refs[1]: "cover"}}, WAITS)
    assert _states(half) == {"Sunday": ["open", "open", "cover"]}
    assert half["to_review"] == [refs[1]]
    whole = answered({"1": "keep"})
    assert _states(whole) == {"Sunday": ["keep", "keep", "keep"]}
    assert whole["to_review"] == refs
    for stale in (file.read_text("utf-8"), "[]"):
        file.write_text(stale, "utf-8")
        desk.run(*ASKED, "--decisions", str(file), code=InvalidValue.exit_code)
    assert f"text review {refs[0]} --profile labels" in desk.run(*ASKED)
    desk.run("history", "undo")
    assert _states(desk.json(*ASKED, code=WAITS)) == {"Sunday": ["open", "open", "cover"]}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ('{"1": "keep", "1": "cover"}', 'the key "1" appears twice: keep one'),
        ('{"1": {"x": "keep", "x": "cover"}}', 'the key "x" appears twice: keep one'),
        ('{"1": "keep", "01": "cover"}', "there is no question of that number: look again"),
    ],
)
def test_a_question_is_answered_once(
    desk: Desk, refs: list[str], tmp_path: Path, answers: str, told: str
) -> None:
    """The attack: of two answers the last would hold, and nobody was told."""
    asked = desk.json(*ASKED, code=WAITS)
    file = tmp_path / "answers.json"
    file.write_text(f'{{"seen": "{asked["seen"]}", "answers": {answers}}}', "utf-8")
    desk.run(*ASKED, "--decisions", str(file), code=InvalidValue.exit_code)
    assert told in desk.complaint
    assert desk.json(*ASKED, code=WAITS) == asked, "nothing was decided"
    assert len(refs) == 2


@pytest.mark.parametrize(
    ("typed", "states", "code"),
    [
        ("K\n", ["keep", "keep", "keep"], 0),
        ("c\nk\n", ["cover", "cover", "keep"], 0),
        ("c\nK\n", ["cover", "cover", "keep"], 0),
        ("?\nk\ns\n", ["keep", "keep", "open"], WAITS),
        ("s\n", ["open", "open", "open"], WAITS),
        ("q\n", ["open", "open", "open"], WAITS),
        ("k\n", ["keep", "keep", "open"], WAITS),
        ("", ["open", "open", "open"], WAITS),
    ],
)
def test_one_is_asked_after_the_other(
    desk: Desk, refs: list[str], monkeypatch: pytest.MonkeyPatch, typed: str, states: list[str], code: int
) -> None:
    del refs
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert _states(desk.json(*ASKED, "--ask", code=code)) == {"Sunday": states}
    assert "<<Sunday>>" in desk.complaint


def test_who_is_asked_sees_the_number_of_the_list_and_what_is_no_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Prosecutor Stanek and Captain Belan asked. Judge Morante and Officer Quennel did not."
    desk.json("case", "new", "--title", "x", f"narrative={told}")
    monkeypatch.setattr("sys.stdin", io.StringIO("c\nyes\nS\nK\nQ\n"))
    states = _states(desk.json(*ASKED, "--ask", code=WAITS))
    assert states == {"Stanek": ["cover"], "Belan": ["open"], "Morante": ["keep"], "Quennel": ["open"]}
    asked = [line.strip() for line in desk.complaint.replace("end: ", "end:\n").splitlines()]
    numbers = [line for line in asked if line.endswith("may be a name")]
    assert [line.partition(":")[0] for line in numbers] == [
        "1. Stanek",
        "2. Belan",
        "2. Belan",
        "3. Morante",
        "4. Quennel",
    ]
    assert asked.count('"yes" is none of k, c, K, C, s, q: nothing was decided') == 1


def test_a_text_is_confirmed_as_it_is_printed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read alone, it was about fewer people: the list asked about the same words again, without end."""
    mill, quarry = (
        desk.json("case", "new", "--title", "x", f"narrative={text}")["ref"]
        for text in ("Brisk came. It was Sunday.", "It rained on Sunday.")
    )
    desk.json("party", "new", "--case", mill, "--name", "Vero Sunday")
    desk.json("party", "new", "--case", quarry, "--name", "Odal Brisk Sunday")
    monkeypatch.setattr("sys.stdin", io.StringIO("K\nK\nK\n"))
    listed = desk.run(*ASKED, "--ask")
    reviews = [line.partition(": ")[2].split() for line in listed.splitlines() if ": text review " in line]
    assert len(reviews) == 2
    for review in reviews:
        desk.run(*review, "--seen", desk.json(*review)["seen"])
    left = desk.json(*ASKED)
    assert left["to_review"] == []
    assert {state for states in _states(left).values() for state in states} == {"keep"}


def test_who_is_labelled_is_said_of_a_publication_only(desk: Desk, refs: list[str]) -> None:
    review = ("text", "review", refs[0], "--profile", "labels")
    desk.run(*review, "--label", "x", code=InvalidValue.exit_code)
    assert "name the cases to publish" in desk.complaint
    desk.run(*review, "--all", "--decisions", "x.json", code=InvalidValue.exit_code)
    assert "text questions --decisions" in desk.complaint
    desk.run(*ASKED, "--since", "7", code=PublicationNotFound.exit_code)


def test_texts_in_other_languages_than_those_of_the_publication_are_not_asked_about(desk: Desk) -> None:
    for code, text in (("en", "Officer Quell asked."), ("ru", "Судья Кузнецов спросил.")):
        desk.run("case", "new", "--title", "x", f"narrative={text}", f"text_language={code}")
    assert list(_states(desk.json(*ASKED, code=WAITS))) == ["Quell", "Кузнецов"]
    assert list(_states(desk.json(*ASKED, "--language", "en,zh-Hans", code=WAITS))) == ["Quell"]
    desk.run(*ASKED, "--language", "xx", code=InvalidValue.exit_code)
