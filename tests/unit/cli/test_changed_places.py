"""hrddesk publish: a place that was changed is told of, and answered by its key."""

import json
from pathlib import Path

from tests.unit.cli.conftest import Desk

_PARTIES = "party,kind,names\np1,person,Vero Lunt@Latn:main\n"
_EVENTS = "event,party,type,date\ne1,p1,detained,2020-02-06\n"


def test_a_changed_place_is_told_of_and_answered_once(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "parties.csv").write_text(_PARTIES, "utf-8")
    (tmp_path / "kit" / "events.csv").write_text(_EVENTS, "utf-8")
    desk.run("import", str(tmp_path / "kit"), "--visibility", "public")
    desk.run("place", "add", "Broadprovince", "kind=province")
    desk.run("place", "add", "Farprovince", "kind=province")
    desk.run("place", "add", "Tinyhideaway", "--in", "Broadprovince", "kind=village")
    (case,) = desk.json("case", "list")
    (event,) = desk.json("case", "show", case["ref"])["events"]
    desk.run("event", "edit", event["id"], f"place={desk.json('place', 'show', 'Tinyhideaway')['id']}")

    options = ("--all", "--profile", "labels", "--coarser", "provinces")
    target = str(tmp_path / "a.pdf")
    preview = ("publish", target, *options, "--preview")
    assert "place-changed" not in desk.run(*preview)
    desk.run("place", "edit", "Tinyhideaway", "kind=province")
    told = "Tinyhideaway is printed for its kind, which was changed: village, then province"
    assert f"risk place-changed: the place {told}" in desk.run(*preview)

    found = {risk["kind"]: risk["key"] for risk in desk.json(*preview)["risks"]}
    answers = {key if kind == "place-changed" else kind: "Known." for kind, key in found.items()}
    decisions = tmp_path / "decisions.json"
    decisions.write_text(json.dumps({"answers": answers}), "utf-8")
    desk.run("publish", target, *options, "--decisions", str(decisions))
    assert "place-changed" not in desk.run(*preview)

    desk.run("place", "edit", "Tinyhideaway", "kind=village")
    desk.run("place", "move", "Tinyhideaway", "Farprovince")
    told = (
        "Farprovince is printed for the place Tinyhideaway, which was moved: Broadprovince, then Farprovince"
    )
    assert told in desk.run(*preview)
