"""hrddesk text: as a person types it."""

import json
from pathlib import Path

from hrddesk.errors import (
    FileUnreadable,
    InvalidValue,
    MayNameSomebody,
    ProfileNotFound,
    TextUndecided,
)
from tests.unit.cli.conftest import ACCEPTED, Desk, confirmed, ref_of, words_of


def test_a_text_is_shown_confirmed_and_taken_back(desk: Desk, cases: list[str]) -> None:
    (row,) = desk.json("text", "list")
    assert (row["ref"], row["field"]) == (f"{cases[0]}:narrative", "narrative")
    assert row["reviewed"] == {"names": "unreviewed", "labels": "unreviewed"}
    shown = desk.json("text", "review", cases[0], "--profile", "labels", "--show")
    assert shown["state"] == "unreviewed"
    assert [(item["text"], item["kind"], item["becomes"]) for item in shown["occurrences"]] == [
        ("Vero Lunt", "name", "Person ?"),
        ("缪屿", "part of a name", None),  # whom the case does not involve: a reader is asked
        ("13800138000", "phone number", "[contact]"),
        ("11010519491231002X", "identity number", "[number]"),
    ]
    assert shown["occurrences"][3]["check_digit"] is True
    assert shown["result"] == "Person ? met 缪屿. Call [contact], id [number]."
    review = ("text", "review", cases[0], "--profile", "names")
    before = desk.run(*review)
    assert "Vero Lunt met 缪屿. Call" in before  # all of it is shown, and nothing is confirmed
    assert "unreviewed for names" in before
    seen = before.strip().rpartition("--seen ")[2]
    desk.run(*review, "--seen", "0" * 16, code=InvalidValue.exit_code)
    desk.run("text", "review", cases[0], "--profile", "labels", "--seen", seen, code=InvalidValue.exit_code)
    desk.run("case", "edit", cases[0], "narrative=Something else.")
    desk.run(*review, "--seen", seen, code=InvalidValue.exit_code)
    desk.run("history", "undo")
    assert desk.json("text", "list")[0]["reviewed"]["names"] == "unreviewed"
    printed = desk.run(*review, "--seen", seen)
    assert "--seen" not in printed
    assert "<<Vero Lunt>> met 缪屿." in printed
    assert "check digit right" in printed
    assert "4 occurrence(s); reviewed for names (reviewed by " in printed
    assert desk.json("text", "list")[0]["reviewed"]["names"] == "reviewed"
    assert "names: reviewed" in desk.run("text", "list")
    undone = desk.json("text", "review", cases[0], "--profile", "names", "--undo")
    assert undone["state"] == "unreviewed"
    desk.run("text", "review", cases[0], "--profile", "nobody", code=ProfileNotFound.exit_code)


def test_whoever_confirms_a_text_is_shown_what_they_say_with_it(desk: Desk) -> None:
    told = "On 3 May 2024 Prosecutor Stanek asked. Then Tamsin wept, and the mother."
    case = desk.json("case", "new", "--title", "x", f"narrative={told}")["ref"]
    review = ("text", "review", case, "--profile", "labels")
    waits = desk.run(*review, "--show")
    assert "1 place(s) marked STAYS or DECIDE may tell of somebody" in waits, "it is covered until then"
    assert "you say" not in waits
    place = str(told.index("Stanek"))
    alone = "this is the text by itself; with the cases that a publication prints, more may be asked"
    decide = ("text", "decide", case, "--profile", "labels", "--at", f"{place}-{int(place) + 6}", "--stay")
    assert alone in waits
    assert alone in desk.run(*decide)
    assert alone not in desk.run(*review, "--all")
    printed = desk.run(*review)
    assert "you say:\n  none of these words is a name: Tamsin\n" in printed
    assert "read these, which tell more than the facts do: 3 May 2024 (May 2024), mother\n" in printed
    listed = desk.json(*review)["told"]
    assert [(one["kind"], one["text"], one["coarser"]) for one in listed] == [
        ("date", "3 May 2024", "May 2024"),
        ("name", "Tamsin", None),
        ("family", "mother", None),
    ]
    assert [told[slice(*one["at"])] for one in listed] == [one["text"] for one in listed]
    start, end = listed[1]["at"]
    shown = next(line for line in printed.splitlines() if "<<Tamsin>>" in line)
    assert shown.split()[0] == f"{start}-{end}", "what `text decide --at` takes"
    assert shown.endswith("(name: stays if you confirm the text)")
    where = ("text", "decide", case, "--profile", "labels", "--at", f"{start}-{end}")
    desk.run(*where, "--words", "her sister")
    rest = desk.json(*review)["told"]
    assert [told[slice(*one["at"])] for one in rest] == ["3 May 2024", "mother"], "places of the original"


def test_a_text_waits_until_each_mark_is_decided(desk: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "x", "narrative=Quell left. Tamsin wept, and Quell slept.")[
        "ref"
    ]
    desk.json("party", "new", "--name", "Tamsin Quell", "--case", case)
    review = ("text", "review", case, "--profile", "labels")
    waits = TextUndecided.exit_code
    assert "the text waits until then" in desk.run(*review, code=waits)
    assert desk.json("text", "list", "--profile", "labels")[0]["reviewed"] == {"labels": "unreviewed"}
    marks = desk.json(*review, "--show")["marks"]
    assert marks == [
        {"n": number, "text": text, "reason": "part of a name", "state": "open"}
        for number, text in enumerate(("Quell", "Tamsin", "Quell"), 1)
    ]
    file = tmp_path / "decisions.json"

    def decided(made: object, code: int = 0) -> str:
        if isinstance(made, dict):
            made = {"seen": desk.json(*review, "--show")["seen"]} | made
        file.write_text(json.dumps(made), "utf-8")
        return str(desk.run(*review, "--decisions", str(file), code=code))

    wrong: tuple[object, ...] = (
        [],
        {"marks": {}},
        {"marks": [], "more": 1},
        {"marks": [1]},
        {"marks": [{"n": 1, "text": "Quell", "state": "stay", "more": 1}]},
        {"marks": [{"n": 4, "text": "Quell", "state": "stay"}]},
        {"marks": [{"n": True, "text": "Quell", "state": "stay"}]},
        {"marks": [{"n": 2, "text": "Quell", "state": "stay"}]},
        {"marks": [{"n": 1, "text": "Quell", "state": "label"}]},
        {"marks": [{"n": 1, "text": "Quell", "state": "kept"}]},
        {"marks": [{"n": 1, "text": "Quell", "state": state} for state in ("stay", "open")]},
    )
    for made in wrong:
        decided(made, InvalidValue.exit_code)
    twice = json.dumps({"seen": desk.json(*review, "--show")["seen"], "marks": marks[:1]})
    twice = twice.replace('"state": "open"', '"state": "open", "state": "stay"')
    for broken in (b"{", b"[" * 100_000, twice.encode("utf-8")):
        file.write_bytes(broken)
        desk.run(*review, "--decisions", str(file), code=InvalidValue.exit_code)
    desk.run(*review, "--decisions", str(tmp_path / "none"), code=FileUnreadable.exit_code)
    decided({"marks": [{"n": 1, "text": "Quell", "state": "stay"}, marks[1]]}, waits)
    assert [mark["state"] for mark in desk.json(*review, "--show")["marks"]] == ["stay", "open", "stay"]
    said = decided({"marks": [{"n": 2, "text": "Tamsin", "state": "label", "label": "person"}]})
    assert "Quell left. [person] wept, and Quell slept." in said
    assert desk.json("text", "list", "--profile", "labels")[0]["reviewed"] == {"labels": "unreviewed"}
    assert desk.json(*review, "--seen", said.strip().rpartition("--seen ")[2])["state"] == "reviewed"
    assert desk.json("text", "list", "--profile", "labels")[0]["reviewed"] == {"labels": "reviewed"}
    decided({"marks": [{"n": 1, "text": "Quell", "state": "words", "words": "He"}]})
    shown = desk.json(*review, "--show")
    assert shown["result"] == "He left. [person] wept, and Quell slept."
    decided({"marks": [{"n": 1, "text": "Quell", "state": "label", "label": ref_of(desk, "Tamsin")}]})


def test_decisions_about_marks_hold_for_the_text_that_was_shown_and_no_other(
    desk: Desk, tmp_path: Path
) -> None:
    """The attack: a word that meant nobody in one text is let stand as somebody's name in the next."""
    refs = [
        desk.json("case", "new", "--title", "x", f"narrative=Quell {rest}")["ref"]
        for rest in ("the fire, they said.", "told us.")
    ]
    for ref in refs:
        desk.json("party", "new", "--name", "Tamsin Quell", "--case", ref)
    one, other = (("text", "review", ref, "--profile", "labels") for ref in refs)
    shown = desk.json(*one, "--show")
    made = {"seen": shown["seen"], "marks": [shown["marks"][0] | {"state": "stay"}]}
    file = tmp_path / "decisions.json"
    for wrong in (made | {"seen": 1}, {"marks": made["marks"]}):
        file.write_text(json.dumps(wrong), "utf-8")
        desk.run(*one, "--decisions", str(file), code=InvalidValue.exit_code)
    file.write_text(json.dumps(made), "utf-8")
    desk.run(*other, "--decisions", str(file), code=InvalidValue.exit_code)
    assert desk.json(*other, "--show")["marks"][0]["state"] == "open"
    desk.run(*one, "--decisions", str(file))
    desk.run(*one, "--decisions", str(file), code=InvalidValue.exit_code)  # something was decided since


def test_what_was_decided_about_a_text_is_what_is_published(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    decide = ("text", "decide", cases[0], "--profile", "labels", "--at")
    shown = desk.json("text", "review", cases[0], "--profile", "labels", "--show")
    places = ["-".join(map(str, item["at"])) for item in shown["occurrences"]]
    desk.run(*decide, places[0], "--stay", code=MayNameSomebody.exit_code)
    assert desk.json(*decide, places[0], "--stay", "--certain")["occurrences"][0]["decided"] == "stay"
    desk.run(*decide, places[1], "--words", "somebody")
    desk.run(*decide, places[2], "--word", "number")
    made = desk.json(*decide, places[3], "--stay")
    assert made["result"] == "Vero Lunt met somebody. Call [number], id 11010519491231002X."
    assert made["state"] == "unreviewed"
    printed = desk.run(*decide, places[0], "--label", ref_of(desk, "Vero"))
    assert "Person ? met somebody." in printed
    assert "-> somebody  (name, 缪屿, decided: worded otherwise)" in printed
    desk.run("history", "undo")
    desk.run("text", "take-over", cases[0], "--profile", "names", "--from", "labels")
    taken = confirmed(desk, cases[0], "names")
    assert taken["result"] == made["result"]
    assert taken["reviewed_by"]
    assert desk.json("text", "list", "--profile", "names", "--waiting") == []
    assert desk.run("text", "list", "--profile", "names").endswith("names: 1 of 1 reviewed\n")
    published = desk.json(
        "publish", str(tmp_path / "a.pdf"), "--profile", "names", "--case", cases[0], *ACCEPTED
    )
    assert (published["audit"], published["left_out"].get("text")) == ([], None)
    assert "Vero Lunt met somebody." in words_of(tmp_path / "a.pdf")
    left = desk.json(*decide, places[0], "--forget")
    assert left["result"].startswith("Person ? met somebody.")
    desk.run("case", "edit", cases[0], "narrative=Vero Lunt met 缪 Yu.")
    printed = desk.run("text", "review", cases[0], "--profile", "labels", "--show")
    assert (
        "warning: 3 decision(s) or protected place(s) were about words that are no longer in the text"
        in printed
    )
    for wrong in ("0", "3-3", "a-b", "0-99", "1-5"):
        desk.run(*decide, wrong, "--stay", code=InvalidValue.exit_code)


def test_a_wrong_check_digit_and_a_name_inside_another_are_said(desk: Desk, cases: list[str]) -> None:
    desk.run("party", "new", "--name", "缪屿森", "--case", cases[0])
    desk.run("case", "edit", cases[0], "narrative=缪屿森 110105194912310021")
    printed = desk.run("text", "review", cases[0], "--profile", "names", "--show")
    assert "check digit wrong" in printed
    assert "inside a longer name" in printed


def test_of_which_case_a_text_of_an_event_is_stands_in_the_list(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "x", "narrative=It rained.")["ref"]
    desk.json("party", "new", "--name", "Odal Brisk", "--case", case, "--role", "subject")
    event = desk.json("event", "add", case, "detained", "--summary", "They came at night.")["ref"]
    printed = desk.run("text", "list", "--profile", "labels").splitlines()
    assert printed[0].startswith(f"{case}:narrative  10 characters  ")
    assert printed[1].startswith(f"{event}:summary  of {case}  19 characters  ")
    assert [row["case"] for row in desk.json("text", "list")] == [case, case]
