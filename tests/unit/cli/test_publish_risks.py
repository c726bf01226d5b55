"""hrddesk publish: risks are answered, and labels taken off, by a file of decisions."""

import json
from pathlib import Path

import pytest

from hrddesk.errors import (
    FileUnreadable,
    InvalidValue,
    IssueNotLatest,
    RisksUnanswered,
)
from tests.unit.cli.conftest import ACCEPTED, Desk, ref_of, words_of


def _decisions(path: Path, **groups: object) -> str:
    path.write_text(json.dumps(groups), "utf-8")
    return str(path)


def test_without_an_answer_to_each_risk_nothing_is_written(
    desk: Desk, cases: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, party = tmp_path / "a.pdf", ref_of(desk, "Vero")
    options = ["publish", str(target), "--profile", "names", "--all", "--label", party]
    said = desk.run(*options, "--json", code=RisksUnanswered.exit_code)
    found = json.loads(said)["risks"]
    assert [(risk["kind"], risk["party"]) for risk in found] == [
        ("recognisable", party),
        ("without-consent", None),
        ("omissions", None),
    ]
    assert found[0]["message"].startswith(f"Person A in {cases[0]} can be recognised: only 1 case(s)")
    assert "1 people are named" in found[1]["message"]
    asked = {"recognisable": "She agreed.", "without-consent": "They campaign."}
    answers = _decisions(tmp_path / "d.json", answers=asked)
    desk.run(*options, "--decisions", answers, code=RisksUnanswered.exit_code)
    assert not target.exists()
    all_ = {found[0]["key"]: "She agreed.", "without-consent": "They campaign."}
    all_["omissions"] = "Nobody has read it."
    made = desk.json(*options, "--decisions", _decisions(tmp_path / "d.json", answers=all_))
    assert desk.json("publication", "show", str(made["publication"]))["answers"] == all_
    assert "risk accepted, omissions: Nobody has read it." in desk.run("publication", "show", "1")


def test_a_namesake_of_somebody_with_a_label_is_answered_for_by_key(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    party, again = ref_of(desk, "Vero"), ref_of(desk, "缪屿")
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
    answers["without-consent"] = "unasked"
    made = desk.json(*options, "--decisions", _decisions(tmp_path / "d.json", answers=answers))
    assert desk.json("publication", "show", str(made["publication"]))["answers"] == answers
    assert "缪屿" in words_of(tmp_path / "2.pdf")
    both = desk.json("publish", "--profile", "names", "--all", "--label", again, "--preview")
    assert len(both["label_map"]) == 2


def test_a_correction_names_nobody_before_the_label_is_taken_off(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    """The attack: a person is labelled, then the publication is corrected without a word of labels."""
    party = ref_of(desk, "Vero")
    desk.run("publish", str(tmp_path / "1.pdf"), "--profile", "names", "--all", "--label", party, *ACCEPTED)
    for way, series in (("2", ["--correct", "1"]), ("3", ["--since", "2"]), ("4", ["--all"])):
        more = ["--profile", "names", *series, *ACCEPTED]
        desk.run("publish", str(tmp_path / f"{way}.pdf"), *more)
        assert "Vero Lunt" not in words_of(tmp_path / f"{way}.pdf")
    shown = desk.json("publish", "--correct", "3", "--preview")
    assert [(row["party"], row["publication"], row["why"]) for row in shown["held"]] == [(party, 4, "choice")]
    assert "label kept: Vero Lunt was Person A" in desk.run("publish", "--correct", "3", "--preview")
    target = str(tmp_path / "5.pdf")
    desk.run("publish", target, "--correct", "1", *ACCEPTED, code=IssueNotLatest.exit_code)
    off = _decisions(
        tmp_path / "d.json",
        labels_off={shown["held"][0]["key"]: "She asked."},
        answers=dict.fromkeys(
            ("recognisable", "omissions", "without-name-before", "without-consent"), "for the test"
        ),
    )
    made = desk.json("publish", str(tmp_path / "5.pdf"), "--correct", "3", "--decisions", off)
    assert made["held"][0]["taken_off"] == "She asked."
    assert "Vero Lunt" in words_of(tmp_path / "5.pdf")
    kept = desk.json("publication", "show", str(made["publication"]))
    assert list(kept["labels_off"].values()) == ["She asked."]
    assert "label taken off of " in desk.run("publication", "show", str(made["publication"]))
    assert cases


def test_decisions_take_off_the_label_of_one_publication_and_no_later_one(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    """The attack: somebody who was given a label anew is named by the decisions of before."""
    party = ref_of(desk, "Vero")
    label = ["--profile", "names", "--all", "--label", party, *ACCEPTED]
    desk.run("publish", str(tmp_path / "1.pdf"), *label)
    (held,) = desk.json("publish", "--profile", "names", "--all", "--preview")["held"]
    reasons = dict.fromkeys(
        ("recognisable", "omissions", "without-name-before", "without-consent"), "for the test"
    )
    off = _decisions(tmp_path / "d.json", labels_off={held["key"]: "She asked."}, answers=reasons)
    again = ["--profile", "names", "--all", "--decisions", off]
    desk.run("publish", str(tmp_path / "2.pdf"), *again)
    assert "Vero Lunt" in words_of(tmp_path / "2.pdf")
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
        '{"answers": {"omissions": "why", "omissions": "why"}}',
        '{"answers": {"namesake": "why"}}',
        '{"labels_off": {"P": " "}, "answers": {"x:y": "why"}}',
        '{"labels_off": {"P": "They agreed."}}',
        '{"labels_off": {"P:": "They agreed."}}',
        f'{{"labels_off": {{"P:{"1" * 6000}": "They agreed."}}}}',
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
