"""hrddesk text, publish, pdf: as a person types them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from hrddesk.cli import main
from hrddesk.errors import (
    AuditFailed,
    FigureNotPublishable,
    FileUnreadable,
    InvalidDate,
    InvalidValue,
    IssueNotLatest,
    MayNameSomebody,
    NothingToPublish,
    PdfUnreadable,
    PreviewOutdated,
    ProfileNotFound,
    RecordNotFound,
    RisksUnanswered,
    TargetExists,
    TextUndecided,
)

from .conftest import Desk

ACCEPTED = ("--accept-all-risks", "for the test")
_PARTIES = """party,kind,names,occupations
p1,person,Vero Lunt@Latn:main,lawyer
p2,person,缪屿@Hans:main,
"""
_EVENTS = """event,party,type,date,place
e1,p1,detained,2020-02-06,Vero Lunt's house
e2,p2,detained,2020,
"""


@pytest.fixture
def cases(desk: Desk, tmp_path: Path) -> list[str]:
    """The references of two public cases; the first has a narrative."""
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / "parties.csv").write_text(_PARTIES, "utf-8")
    (kit / "events.csv").write_text(_EVENTS, "utf-8")
    desk.run("import", str(kit), "--visibility", "public")
    refs = [row["ref"] for row in desk.json("case", "list")]
    desk.run(
        "case", "edit", refs[0], "narrative=Vero Lunt met 缪屿. Call 13800138000, id 11010519491231002X."
    )
    return refs


def _party(desk: Desk, name: str) -> str:
    return str(next(party["ref"] for party in desk.json("party", "list") if name in party["name"]))


def test_a_text_is_shown_confirmed_and_taken_back(desk: Desk, cases: list[str]) -> None:
    (row,) = desk.json("text", "list")
    assert (row["ref"], row["field"]) == (f"{cases[0]}:narrative", "narrative")
    assert row["reviewed"] == {"names": "unreviewed", "labels": "unreviewed"}
    shown = desk.json("text", "review", cases[0], "--profile", "labels", "--show")
    assert shown["state"] == "unreviewed"
    assert [(item["text"], item["kind"], item["becomes"]) for item in shown["occurrences"]] == [
        ("Vero Lunt", "name", "Person ?"),
        ("缪屿", "name", "Person ?"),
        ("13800138000", "phone number", "[contact]"),
        ("11010519491231002X", "identity number", "[number]"),
    ]
    assert shown["occurrences"][3]["check_digit"] is True
    assert shown["result"] == "Person ? met Person ?. Call [contact], id [number]."
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


def test_a_text_waits_until_each_mark_is_decided(desk: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "x", "narrative=Quell left. Tamsin wept, and Quell slept.")[
        "ref"
    ]
    desk.json("party", "new", "--name", "Tamsin Quell")
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
    )
    for made in wrong:
        decided(made, InvalidValue.exit_code)
    for broken in (b"{", b"[" * 100_000):
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
    decided({"marks": [{"n": 1, "text": "Quell", "state": "label", "label": _party(desk, "Tamsin")}]})


def test_decisions_about_marks_hold_for_the_text_that_was_shown_and_no_other(
    desk: Desk, tmp_path: Path
) -> None:
    """The attack: a word that meant nobody in one text is let stand as somebody's name in the next."""
    desk.json("party", "new", "--name", "Tamsin Quell")
    refs = [
        desk.json("case", "new", "--title", "x", f"narrative=Quell {rest}")["ref"]
        for rest in ("the fire, they said.", "told us.")
    ]
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


def _confirmed(desk: Desk, ref: str, profile: str) -> dict[str, Any]:
    """Confirm a text as it is shown."""
    review = ("text", "review", ref, "--profile", profile)
    return dict(desk.json(*review, "--seen", desk.json(*review)["seen"]))


def _words(pdf: Path) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(pdf).pages).split())


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
    printed = desk.run(*decide, places[0], "--label", _party(desk, "Vero"))
    assert "Person ? met somebody." in printed
    assert "-> somebody  (name, 缪屿, decided: worded otherwise)" in printed
    desk.run("history", "undo")
    desk.run("text", "take-over", cases[0], "--profile", "names", "--from", "labels")
    taken = _confirmed(desk, cases[0], "names")
    assert taken["result"] == made["result"]
    assert taken["reviewed_by"]
    assert desk.json("text", "list", "--profile", "names", "--waiting") == []
    assert desk.run("text", "list", "--profile", "names").endswith("names: 1 of 1 reviewed\n")
    published = desk.json(
        "publish", str(tmp_path / "a.pdf"), "--profile", "names", "--case", cases[0], *ACCEPTED
    )
    assert (published["audit"], published["left_out"].get("text")) == ([], None)
    assert "Vero Lunt met somebody." in _words(tmp_path / "a.pdf")
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
    desk.run("party", "new", "--name", "缪屿森")
    desk.run("case", "edit", cases[0], "narrative=缪屿森 110105194912310021")
    printed = desk.run("text", "review", cases[0], "--profile", "names", "--show")
    assert "check digit wrong" in printed
    assert "inside a longer name" in printed


def test_publish_prints_signs_and_says_what_stayed_behind(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    target, party = tmp_path / "a.pdf", _party(desk, "Vero")
    options = ["--profile", "names", "--label", party, "--language", "both", "--as-of", "2021-06-01"]
    options += ACCEPTED
    seen = desk.json("publish", str(target), "--all", *options, "--preview")
    assert not target.exists()
    wrong = seen["seen"][::-1]
    desk.run("publish", str(target), "--all", *options, "--seen", wrong, code=PreviewOutdated.exit_code)
    assert not target.exists()
    options += ["--seen", seen["seen"]]
    assert seen["model"]["summary"] == {
        "cases": 2,
        "people": 2,
        "events": 2,
        "labelled": 1,
        "groups": 0,
        "groups_labelled": 0,
    }
    assert "Person A / 人员A is Vero Lunt" in desk.run("publish", str(target), "--all", *options, "--preview")
    made = desk.json("publish", str(target), "--all", *options)
    assert (made["labels"], made["audit"], made["left_out"]) == (1, [], {"text": 1})
    assert made["label_map"][0]["name"] == "Vero Lunt"
    assert made["warnings"][0]["case"] == cases[0]
    assert made["warnings"][0]["fits"] == 1
    assert made["pages"] > 1
    assert (tmp_path / made["signature"]).read_text().startswith("-----BEGIN SSH SIGNATURE-----")
    assert desk.json("pdf", "check", str(target)) == {"ok": True, "pages": made["pages"], "findings": []}
    desk.run("publish", str(target), "--all", *options, code=TargetExists.exit_code)
    one = desk.run(
        "publish",
        str(tmp_path / "b.pdf"),
        "--case",
        cases[1],
        "--profile",
        "names",
        "--title",
        "On owls",
        *ACCEPTED,
    )
    assert "audit passed" in one
    assert (tmp_path / "b.pdf.sig").read_bytes() != (tmp_path / "a.pdf.sig").read_bytes()


def test_a_preview_says_word_for_word_what_would_stand_there(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    options = ["--all", "--profile", "labels"]
    printed = desk.run("publish", *options, "--preview")
    shown = [line[1:].strip() for line in printed.splitlines() if line.startswith("|")]
    target = tmp_path / "a.pdf"
    desk.run("publish", str(target), *options, *ACCEPTED)
    pages = "".join("".join(page.extract_text().split()) for page in PdfReader(target).pages)
    for line in shown:
        for words in re.split(r"  |: ", line):
            assert "".join(words.split()) in pages
    assert len(shown) > 20
    assert any("Detained" in line for line in shown)
    assert "texts to read: text list --profile labels --waiting" in printed
    desk.run("publish", *options, code=InvalidValue.exit_code)  # nobody said where it goes


def test_publish_warns_in_words(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    printed = desk.run(
        "publish", str(tmp_path / "a.pdf"), "--case", cases[0], "--profile", "labels", *ACCEPTED
    )
    assert "risk omissions: left out: 1 free texts that were not reviewed for this profile" in printed
    # A typed place is not printed under labels, and so points to nobody.
    assert f"risk recognisable: Person A in {cases[0]} can be recognised: only 1 case(s) on file" in printed
    assert "have this: month, occupation" in printed


def test_publish_lists_what_no_font_has(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    options = ["--case", cases[0], "--profile", "names", "--title", "㊣𠮷𠮷\U0001f4c4"]
    seen = desk.json("publish", str(tmp_path / "a.pdf"), *options, "--preview")
    assert [(gap["character"], gap["times"]) for gap in seen["without_font"]] == [
        ("U+20BB7", 2),
        ("U+1F4C4", 1),
    ]
    printed = desk.run("publish", str(tmp_path / "a.pdf"), *options, *ACCEPTED)
    assert (
        "no font has U+1F4C4 (PAGE FACING UP): printed as [U+1F4C4], 1 time(s), first in: ㊣[U+20BB7]"
        in printed
    )
    none = desk.json("publish", str(tmp_path / "b.pdf"), *options[:-1], "ئۇيغۇر བོད་ ᠪᠠᠭᠰᠢ", "--preview")
    assert none["without_font"] == []


def test_publish_says_where_somebody_can_decide(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    desk.run("party", "new", "--name", "Lunt")
    party = _party(desk, "Vero")
    options = [str(tmp_path / "a.pdf"), "--case", cases[0], "--profile", "names", "--preview"]
    assert f"a label takes their place: {party}\n" in desk.run("publish", *options)
    seen = desk.json("publish", *options)
    assert (seen["left_out"]["name"], seen["where"]) == (1, {"text": [cases[0]], "name": [party]})
    named = desk.json("publish", *options, "--name", party)
    assert ("name" in named["left_out"], named["labels"], named["where"]) == (
        False,
        0,
        {"text": [cases[0]]},
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--case", "NONE-1"], RecordNotFound.exit_code),
        (["--all", "--label", "NONE-1"], RecordNotFound.exit_code),
        (["--all", "--name", "NONE-1"], RecordNotFound.exit_code),
        (["--all", "--as-of", "yesterday"], InvalidDate.exit_code),
    ],
)
def test_what_publish_does_not_understand(
    desk: Desk, cases: list[str], tmp_path: Path, options: list[str], code: int
) -> None:
    desk.run("publish", str(tmp_path / "a.pdf"), "--profile", "names", *options, code=code)
    assert len(cases) == 2
    assert not (tmp_path / "a.pdf").exists()


def test_nothing_to_publish(desk: Desk, tmp_path: Path) -> None:
    desk.run("case", "new", "--title", "Empty")
    desk.run(
        "publish", str(tmp_path / "a.pdf"), "--profile", "names", "--all", code=NothingToPublish.exit_code
    )
    for missing in (["--profile", "names"], ["--all"]):
        desk.run("publish", str(tmp_path / "a.pdf"), *missing, code=InvalidValue.exit_code)


def test_pdf_check_without_a_vault_and_on_what_is_wrong(
    desk: Desk, cases: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "a.pdf", tmp_path / "bad.pdf"
    desk.run("publish", str(good), "--case", cases[0], "--profile", "names", *ACCEPTED)
    assert desk.json("pdf", "check", str(good))["ok"] is True
    assert main(["pdf", "check", str(good)]) == 0
    assert "nothing found" in capsys.readouterr().out
    bad.write_bytes(good.read_bytes() + b"%%EOF\n")
    assert main(["pdf", "check", str(bad)]) == AuditFailed.exit_code
    assert "do not publish this file" in capsys.readouterr().out
    assert main(["pdf", "check", str(tmp_path / "none.pdf")]) == PdfUnreadable.exit_code


def test_publish_prints_chosen_figures_and_leaves_parts_out(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    desk.run("figure", "save", "Detained", "--unit", "cases", "--where", "type=detained")
    desk.run("figure", "save", "By tag", "--unit", "cases", "--by", "tag")
    options = ["--all", "--profile", "names", "--as-of", "2021-06-01"]
    target = str(tmp_path / "a.pdf")
    seen = desk.json("publish", target, *options, "--figure", "Detained", "--preview")
    (figure,) = seen["model"]["chapters"]["figures"]
    assert figure["name"]["en"] == "Cases where type of event is Detained"
    named = desk.json("publish", target, *options, "--figure", "Detained", "--figure-names", "--preview")
    assert named["model"]["chapters"]["figures"][0]["name"] == {"en": "Detained", "zh": "Detained"}
    assert figure["value"] == {"en": "hidden", "zh": "已隐藏"}  # two cases
    assert seen["hidden"] == [{"figure": "Detained", "small": 1, "others": 0, "sums": 0}]
    said = desk.run("publish", target, *options, "--figure", "Detained", "--preview")
    assert "figure Detained: 1 small count(s) hidden" in said
    assert seen["model"]["chapters"]["parts"] == ["charts", "list", "sheets", "timeline"]
    bare = desk.json("publish", target, *options, "--leave-out", "sheets", "list", "--preview")
    assert bare["model"]["chapters"]["parts"] == ["charts", "timeline"]
    assert {case["texts"] == [] for case in bare["model"]["cases"]} == {True}
    desk.run("publish", target, *options, "--figure", "By tag", code=FigureNotPublishable.exit_code)
    desk.run("publish", target, *options, "--figure", "Nobody saved it", code=RecordNotFound.exit_code)
    assert not (tmp_path / "a.pdf").exists()
    made = desk.json("publish", target, *options, "--figure", "Detained", "--leave-out", "charts", *ACCEPTED)
    assert made["audit"] == []
    assert desk.json("pdf", "check", target)["ok"] is True


def test_figures_that_tell_of_few_one_less_the_other_are_named(desk: Desk, cases: list[str]) -> None:
    for at in range(5):
        desk.run(
            "party", "new", "--name", f"Tam Quell {at}", "--case", cases[0], "--role", "subject", "sex=female"
        )
    desk.run("figure", "save", "All", "--unit", "persons")
    desk.run("figure", "save", "Women", "--unit", "persons", "--where", "sex=female")
    options = [
        "publish",
        "--all",
        "--profile",
        "names",
        "--figure",
        "All",
        "Women",
        "--count-all",
        "--preview",
    ]
    assert desk.json(*options)["close"] == [{"figure": "All", "other": "Women", "by": 2}]
    assert "risk close-counts: figure All less figure Women tells of 2 only" in desk.run(*options)


def test_a_publication_tells_less_on_demand(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    arguments = ("publish", str(tmp_path / "a.pdf"), "--profile", "labels", "--case", cases[0], "--preview")
    before = desk.json(*arguments)
    assert before["model"]["cases"][0]["events"][0]["date"] == "2020-02"
    assert before["remain"]["years"] == 1
    assert before["warnings"][0]["coarser"] == []
    after = desk.json(*arguments, "--coarser", "years", "no-occupation")
    assert after["model"]["cases"][0]["events"][0]["date"] == "2020"
    assert not {"years", "no-occupation"} & after["remain"].keys()
    assert "--coarser years: then 1 of 1 remain" in desk.run(*arguments)


def test_a_text_that_tells_more_is_named(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    desk.run("case", "edit", cases[0], "narrative=Her sister was there on 6 February.")
    _confirmed(desk, cases[0], "labels")
    arguments = ("publish", str(tmp_path / "a.pdf"), "--profile", "labels", "--case", cases[0], "--preview")
    assert desk.json(*arguments)["telling"] == [
        {"text": f"{cases[0]}:narrative", "case": cases[0], "tells": "date", "words": ["6 February"]},
        {"text": f"{cases[0]}:narrative", "case": cases[0], "tells": "family", "words": ["sister"]},
    ]
    assert f"risk telling: the text {cases[0]}:narrative of {cases[0]} tells more (family)" in desk.run(
        *arguments
    )


def _decisions(path: Path, **groups: object) -> str:
    path.write_text(json.dumps(groups), "utf-8")
    return str(path)


def test_without_an_answer_to_each_risk_nothing_is_written(
    desk: Desk, cases: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, party = tmp_path / "a.pdf", _party(desk, "Vero")
    options = ["publish", str(target), "--profile", "names", "--all", "--label", party]
    said = desk.run(*options, "--json", code=RisksUnanswered.exit_code)
    found = json.loads(said)["risks"]
    assert [(risk["kind"], risk["party"]) for risk in found] == [
        ("recognisable", party),
        ("omissions", None),
    ]
    assert found[0]["message"].startswith(f"Person A in {cases[0]} can be recognised: only 1 case(s)")
    answers = _decisions(tmp_path / "d.json", answers={"recognisable": "She agreed."})
    desk.run(*options, "--decisions", answers, code=RisksUnanswered.exit_code)
    assert not target.exists()
    both = {found[0]["key"]: "She agreed.", "omissions": "Nobody has read it."}
    made = desk.json(*options, "--decisions", _decisions(tmp_path / "d.json", answers=both))
    assert desk.json("publication", "show", str(made["publication"]))["answers"] == both
    assert "risk accepted, omissions: Nobody has read it." in desk.run("publication", "show", "1")


def test_a_namesake_of_somebody_with_a_label_is_answered_for_by_key(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    party, again = _party(desk, "Vero"), _party(desk, "缪屿")
    desk.run("publish", str(tmp_path / "1.pdf"), "--profile", "names", "--all", "--label", party, *ACCEPTED)
    desk.run("entry", "add", again, "names", "name=Lunt, Vero", "kind=alias")
    options = ["publish", str(tmp_path / "2.pdf"), "--since", "1"]
    desk.run(*options, *ACCEPTED, code=RisksUnanswered.exit_code)
    (risk,) = [
        risk for risk in desk.json("publish", "--since", "1", "--preview")["risks"] if risk["party"] == again
    ]
    assert risk["message"] == (
        f"{again} is named here, and publication 1 protects somebody of this name. The same person: --label "
        f"{again}, which counts them as one more, or rather make the two records one: duplicate merge KEPT "
        f'{again}. Another person: --decisions with {{"answers": {{"{risk["key"]}": "how you know"}}}}'
    )
    answers = {risk["key"]: "Other parents.", "recognisable": "known", "omissions": "unread"}
    made = desk.json(*options, "--decisions", _decisions(tmp_path / "d.json", answers=answers))
    assert desk.json("publication", "show", str(made["publication"]))["answers"] == answers
    assert "缪屿" in _words(tmp_path / "2.pdf")
    both = desk.json("publish", "--profile", "names", "--all", "--label", again, "--preview")
    assert len(both["label_map"]) == 2


def test_a_correction_names_nobody_before_the_label_is_taken_off(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    """The attack: a person is labelled, then the publication is corrected without a word of labels."""
    party = _party(desk, "Vero")
    desk.run("publish", str(tmp_path / "1.pdf"), "--profile", "names", "--all", "--label", party, *ACCEPTED)
    for way, series in (("2", ["--correct", "1"]), ("3", ["--since", "2"]), ("4", ["--all"])):
        more = ["--profile", "names", *series, *ACCEPTED]
        desk.run("publish", str(tmp_path / f"{way}.pdf"), *more)
        assert "Vero Lunt" not in _words(tmp_path / f"{way}.pdf")
    shown = desk.json("publish", "--correct", "3", "--preview")
    assert [(row["party"], row["publication"], row["why"]) for row in shown["held"]] == [(party, 4, "choice")]
    assert "label kept: Vero Lunt was Person A" in desk.run("publish", "--correct", "3", "--preview")
    target = str(tmp_path / "5.pdf")
    desk.run("publish", target, "--correct", "1", *ACCEPTED, code=IssueNotLatest.exit_code)
    off = _decisions(
        tmp_path / "d.json",
        labels_off={shown["held"][0]["key"]: "She asked."},
        answers=dict.fromkeys(("recognisable", "omissions", "without-name-before"), "for the test"),
    )
    made = desk.json("publish", str(tmp_path / "5.pdf"), "--correct", "3", "--decisions", off)
    assert made["held"][0]["taken_off"] == "She asked."
    assert "Vero Lunt" in _words(tmp_path / "5.pdf")
    kept = desk.json("publication", "show", str(made["publication"]))
    assert list(kept["labels_off"].values()) == ["She asked."]
    assert "label taken off of " in desk.run("publication", "show", str(made["publication"]))
    assert cases


def test_decisions_take_off_the_label_of_one_publication_and_no_later_one(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    """The attack: somebody who was given a label anew is named by the decisions of before."""
    party = _party(desk, "Vero")
    label = ["--profile", "names", "--all", "--label", party, *ACCEPTED]
    desk.run("publish", str(tmp_path / "1.pdf"), *label)
    (held,) = desk.json("publish", "--profile", "names", "--all", "--preview")["held"]
    reasons = dict.fromkeys(("recognisable", "omissions", "without-name-before"), "for the test")
    off = _decisions(tmp_path / "d.json", labels_off={held["key"]: "She asked."}, answers=reasons)
    again = ["--profile", "names", "--all", "--decisions", off]
    desk.run("publish", str(tmp_path / "2.pdf"), *again)
    assert "Vero Lunt" in _words(tmp_path / "2.pdf")
    desk.run("publish", str(tmp_path / "3.pdf"), *label)
    desk.run("publish", str(tmp_path / "4.pdf"), *again, code=InvalidValue.exit_code)
    assert "last in publication 3, not in publication 1" in desk.complaint
    assert not (tmp_path / "4.pdf").exists()
    assert cases


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{" * 5000,
        '{"answer": {}}',
        '{"answers": []}',
        '{"answers": {"omissions": 1}}',
        '{"answers": {"omission": "why"}}',
        '{"answers": {"namesake": "why"}}',
        '{"labels_off": {"P": " "}, "answers": {"x:y": "why"}}',
        '{"labels_off": {"P": "They agreed."}}',
        '{"labels_off": {"P:": "They agreed."}}',
    ],
)
def test_decisions_that_are_not_understood_are_refused(
    desk: Desk, cases: list[str], tmp_path: Path, text: str
) -> None:
    (tmp_path / "d.json").write_text(text, "utf-8")
    options = ["publish", str(tmp_path / "a.pdf"), "--profile", "names", "--all"]
    desk.run(*options, "--decisions", str(tmp_path / "d.json"), code=InvalidValue.exit_code)
    desk.run(*options, "--decisions", str(tmp_path / "none.json"), code=FileUnreadable.exit_code)
    assert not (tmp_path / "a.pdf").exists()
    assert len(cases) == 2


def test_settings_of_the_issue_before_are_taken_over_and_changed(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    first = ["--profile", "labels", "--case", cases[0], "--coarser", "years", "--leave-out", "timeline"]
    desk.run("publish", str(tmp_path / "1.pdf"), *first, "--title", "On owls", *ACCEPTED)
    shown = desk.json("publish", "--since", "1", "--preview")["model"]
    assert shown["title"]["en"] == "On owls"
    assert len(shown["cases"]) == 1
    assert shown["cases"][0]["events"][0]["date"] == "2020"
    assert "timeline" not in shown["chapters"]["parts"]
    more = ["--all", "--coarser", "--leave-out", "--title", "On larks"]
    changed = desk.json("publish", "--since", "1", "--preview", *more)["model"]
    assert changed["title"]["en"] == "On larks"
    assert len(changed["cases"]) == 2
    assert {case["events"][0]["date"] for case in changed["cases"]} == {"2020", "2020-02"}
    assert "timeline" in changed["chapters"]["parts"]


def test_who_is_left_out_by_role_is_told_and_can_be_added(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    sister = str(
        desk.json("party", "new", "--name", "Odal Brisk", "--case", cases[0], "--role", "relative")["ref"]
    )
    desk.run("visibility", sister, "public")
    desk.run("case", "edit", cases[0], "narrative=Odal Brisk told of it.")
    _confirmed(desk, cases[0], "names")
    ask = ("publish", "--profile", "names", "--case", cases[0])
    shown = desk.json(*ask, "--preview")
    assert (shown["left_out"]["beside"], shown["where"]["beside"]) == (1, [sister])
    assert shown["model"]["cases"][0]["texts"] == ["[person] told of it."]
    added = desk.json(*ask, "--with", sister, "--preview")
    assert "beside" not in added["left_out"]
    assert added["model"]["cases"][0]["texts"] == ["Odal Brisk told of it."]
    desk.run("publish", str(tmp_path / "first.pdf"), *ask[1:], "--with", sister, *ACCEPTED)
    after = desk.json("publish", "--since", "1", "--preview")
    assert after["model"]["cases"][0]["texts"] == ["Odal Brisk told of it."]
