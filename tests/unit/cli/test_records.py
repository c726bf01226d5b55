"""hrddesk case, party, event, evidence, search: as a person types them."""

from pathlib import Path

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import InvalidDate, InvalidValue, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.rules import custody
from hrddesk.store.vault.session import Session
from tests.unit.cli.conftest import PASSPHRASE, Desk


def test_the_main_path_by_hand(desk: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill", "status=draft")
    person = desk.json(
        "party",
        "new",
        "--name",
        "Tashi Wengar",
        "--name",
        "བཀྲ་ཤིས@:alias",
        "--case",
        case["ref"],
        "--role",
        "subject",
        "birth=1970",
    )
    assert [(name["script"], name["kind"]) for name in person["names"]] == [
        ("Latn", "main"),
        ("Tibt", "alias"),
    ]
    event = desk.json(
        "event",
        "add",
        case["ref"],
        "detained",
        "--date",
        "2020-02",
        "--place",
        "Anqing",
        "--charge",
        "寻衅滋事",
    )
    assert event["parties"] == [{"party": person["id"], "role": "victim"}]
    desk.run("event", "edit", event["id"], "date=2020-03", "measure=")
    paper = tmp_path / "paper.txt"
    paper.write_text("a notice")
    item = desk.json("evidence", "add", case["ref"], str(paper))
    desk.run("evidence", "save", item["ref"], str(tmp_path / "copy.txt"))
    assert (tmp_path / "copy.txt").read_text() == "a notice"
    assert [entry["what"] for entry in desk.json("evidence", "log", item["ref"])] == [
        "evidence.added",
        "evidence.exported",
    ]
    assert "evidence.exported" in desk.run("evidence", "log", item["ref"])
    with Session.open(desk.vault, PassphraseSecret(PASSPHRASE)) as session:  # as a kit brings it
        piece = session.store.by_ref(item["ref"], Kind.EVIDENCE)
        with session.store.change("test") as change:
            change.put(custody.grown(piece, [custody.line(1, 7, "evidence.found", "R2WQ")], ()))
    first, *_ = desk.json("evidence", "log", item["ref"])
    assert (first["number"], first["who"], first["what"]) == (7, "R2WQ", "evidence.found")
    assert first["received"]
    assert "R2WQ  evidence.found  (says another desk's log)" in desk.run("evidence", "log", item["ref"])
    cover = desk.json(
        "evidence", "add", case["ref"], str(paper), "title=Covered", "--derived-from", item["ref"]
    )
    assert desk.json("evidence", "show", cover["ref"])["original"] == item["ref"]
    assert desk.json("evidence", "show", item["ref"])["made_from_it"] == [cover["ref"]]
    assert "made from it: " + cover["ref"] in desk.run("evidence", "show", item["ref"])
    assert "made from " + item["ref"] in desk.run("evidence", "show", cover["ref"])
    desk.run("evidence", "edit", cover["ref"], "captured=2021-03", f"derived_from={item['ref']}")
    desk.run("entry", "add", cover["ref"], "about", f"record={person['ref']}", "how=mentions")
    of_what = desk.run("evidence", "show", cover["ref"])
    assert f"  cases: {case['ref']}  The mill\n" in of_what
    assert f"  about: {person['ref']}  " in of_what
    desk.run("evidence", "edit", cover["ref"], "sha256=0", code=InvalidValue.exit_code)
    desk.run("evidence", "remove", cover["ref"])
    shown = desk.json("case", "show", case["ref"])
    assert shown["title"] == "The mill"
    assert shown["events"][0]["date"] == "2020-03"
    assert shown["parties"][0]["name"] == "Tashi Wengar"
    assert shown["evidence"][0]["original_name"] == "paper.txt"
    assert "2020-03" in desk.run("case", "show", case["ref"])
    assert desk.json("case", "list", "--text", "wengar")[0]["ref"] == case["ref"]
    assert desk.json("case", "list", "--text", "absent") == []
    assert desk.json("search", "tashi")["hits"][0]["ref"] == person["ref"]
    assert "Tashi" in desk.run("search", "tashi")
    assert len(desk.json("party", "list")) == 1
    assert "Tashi" in desk.run("party", "list", "--text", "བཀྲ")
    detail = desk.json("party", "show", person["ref"])
    assert detail["events"][0]["id"] == event["id"]
    assert "detained" in desk.run("party", "show", person["ref"])
    desk.run("party", "edit", person["ref"], "--name", "Odal Brisk", "sex=male")
    assert desk.json("party", "show", person["ref"])["name"] == "Odal Brisk"
    desk.run("event", "remove", event["id"])
    assert desk.json("case", "show", case["ref"])["events"] == []
    desk.run("case", "edit", case["ref"], "title=The dam")
    assert "The dam" in desk.run("case", "list")


def test_an_event_needs_to_know_who(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "x")
    desk.run("event", "add", case["ref"], "detained", code=InvalidValue.exit_code)
    one, two = (
        desk.json("party", "new", "--name", name, "--case", case["ref"], "--role", "subject")
        for name in ("Aa", "Bb")
    )
    desk.run("event", "add", case["ref"], "detained", code=InvalidValue.exit_code)
    event = desk.json(
        "event", "add", case["ref"], "detained", "--party", f"{two['ref']}:lawyer", "--party", one["ref"]
    )
    assert event["parties"] == [
        {"party": two["id"], "role": "lawyer"},
        {"party": one["id"], "role": "victim"},
    ]


def test_a_kind_of_name_stands_behind_an_at(desk: Desk) -> None:
    desk.run("party", "new", "--name", "Little Owl:alias", code=InvalidValue.exit_code)
    assert "Little Owl@:alias" in desk.complaint
    names = ("Little Owl@:alias", "Owl: the story", "News:alias@Latn:screen")
    party = desk.json("party", "new", *(word for name in names for word in ("--name", name)))
    made = [(item["name"], item["kind"]) for item in party["names"]]
    assert made == [("Little Owl", "alias"), ("Owl: the story", "main"), ("News:alias", "screen")]


def test_nobody_is_the_victim_of_what_somebody_does_or_says(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "x")
    one = desk.json("party", "new", "--name", "Aa", "--case", case["ref"], "--role", "subject")
    for words in ("intervention", "声明", "opinion_adopted", "award"):
        event = desk.json("event", "add", case["ref"], words)
        assert event["parties"] == [{"party": one["id"], "role": "concerned"}]
        event = desk.json("event", "add", case["ref"], words, "--party", one["ref"])
        assert event["parties"] == [{"party": one["id"], "role": "concerned"}]
    event = desk.json("event", "add", case["ref"], "statement", "--party", f"{one['ref']}:victim")
    assert event["parties"] == [{"party": one["id"], "role": "victim"}]
    assert len(desk.json("party", "show", one["ref"])["events"]) == 9
    other = desk.json("case", "new", "--title", "y")
    desk.run("case", "add-party", other["ref"], one["ref"])
    assert "Aa  (not-stated)" in desk.run("case", "show", other["ref"])  # asked, never assumed
    desk.run("case", "add-party", other["ref"], one["ref"], "--role", "律师")
    assert [party["role"] for party in desk.json("case", "show", other["ref"])["parties"]] == ["lawyer"]
    desk.run("case", "add-party", other["ref"], one["ref"], "--role", "not-stated")
    assert [party["role"] for party in desk.json("case", "show", other["ref"])["parties"]] == [""]
    desk.run("case", "add-party", other["ref"], one["ref"], "--role", "source", code=InvalidValue.exit_code)


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "x")
    desk.json("party", "new", "--name", "Aa", "--case", case["ref"], "--role", "subject")
    desk.run("event", "add", case["ref"], "detained", "--date", "1954-02-29", code=InvalidDate.exit_code)
    desk.run("case", "show", "ZZZZ-2026-0001", code=RecordNotFound.exit_code)
    desk.run("case", "edit", case["ref"], "nonsense=1", code=InvalidValue.exit_code)
    desk.run("case", "edit", case["ref"], "title", code=InvalidValue.exit_code)
    desk.run("party", "new", "--name", "@@Latn", code=InvalidValue.exit_code)
    desk.run("party", "new", "--name", "Cc", "size_min=three", code=InvalidValue.exit_code)
    party = desk.json("party", "new", "--name", "Cc", "size_min=3")
    assert party["size_min"] == 3
    desk.run("party", "edit", party["ref"], "size_min=")
    assert "size_min" not in desk.json("party", "show", party["ref"])


def test_a_field_that_is_given_twice_is_refused(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "One")
    desk.run("case", "edit", case["ref"], "ref=A-1", "ref=A-2", code=InvalidValue.exit_code)
    assert "twice" in desk.complaint
    desk.run("case", "new", "--title", "Two", "title=Three", code=InvalidValue.exit_code)
    assert [row["ref"] for row in desk.json("case", "list")] == [case["ref"]]


def test_the_beginning_of_a_term_is_refused_unless_it_is_meant_as_typed(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "Mill")["ref"]
    who = desk.json("party", "new", "--name", "Hu Lan", "--case", case)["ref"]
    for words in (("transf",), ("detained", "--charge", "subver"), ("detained", "--term", "tiger")):
        desk.run("event", "add", case, *words, "--party", who, code=InvalidValue.exit_code)
    made = desk.json("event", "add", case, "transf", "--party", who, "--as-typed")
    assert made["type"] == "transf"
    desk.run("event", "edit", made["id"], "type=transf", code=InvalidValue.exit_code)
    assert desk.json("event", "edit", made["id"], "type=transferred")["type"] == "transferred"
