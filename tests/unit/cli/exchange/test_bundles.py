"""hrddesk identity, contact, bundle: as two people type them."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk import errors
from hrddesk.actions.exchange.bundles import LastSources
from hrddesk.bundle.format import archive
from hrddesk.cli.exchange.bundles import _last_words
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    BundleNotForMe,
    BundleSeenBefore,
    CardInvalid,
    ContactKnown,
    ContactNotFound,
    ContactNotVerified,
    ContactRevoked,
    InvalidDate,
    InvalidValue,
    NoBundlesFound,
    NotABundle,
    OwnCard,
    ReceiptMissing,
    RecordNotFound,
    ReviewConflict,
    ReviewNotFound,
    RoomMissing,
    TargetExists,
    WrongWords,
)
from hrddesk.store.vault.session import Session
from tests.unit.bundle.forge import forge_between
from tests.unit.cli.conftest import PASSPHRASE, Desk, Nowhere


@pytest.fixture
def other(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A second desk, whose cards were exchanged and whose words were compared."""
    Session.create(tmp_path / "other.hrdv", PASSPHRASE, FLOOR)[0].close()
    made = Desk(tmp_path / "other.hrdv", desk.secret, capsys)
    for left, right, name in ((desk, made, "coordinator"), (made, desk, "documenter")):
        card = str(tmp_path / f"{name}.card")
        right.json("identity", "card", card)
        words = " ".join(right.json("identity", "show")["words"])
        assert left.json("contact", "add", card, "--name", name)["state"] == "first-use"
        assert left.json("contact", "verify", name, "--words", words)["state"] == "verified"
    return made


def test_an_identity_is_shown_and_given_away(desk: Desk, tmp_path: Path) -> None:
    shown = desk.json("identity", "show")
    assert len(shown["words"]) == len(shown["words_zh"]) == 12
    assert len(bytes.fromhex(shown["fingerprint"])) == 32
    assert len(shown["digits"].replace(" ", "")) == 60
    assert " ".join(shown["words"]) in desk.run("identity", "show")
    made = desk.json("identity", "card", str(tmp_path))
    assert Path(made["file"]).parent == tmp_path
    assert " ".join(shown["words"]) in desk.run("identity", "card", str(tmp_path / "mine.card"))
    desk.run("identity", "card", str(tmp_path / "mine.card"), code=TargetExists.exit_code)
    assert desk.json("identity", "keys", str(tmp_path / "key.txt"))["keys"] == 1
    assert (tmp_path / "key.txt").read_text("ascii").startswith("AGE-SECRET-KEY-PQ-1")
    assert "secret" in desk.run("identity", "keys", str(tmp_path / "key2.txt"))


def test_contacts_are_listed_verified_and_revoked(desk: Desk, other: Desk, tmp_path: Path) -> None:
    (contact,) = desk.json("contact", "list")
    assert (contact["name"], contact["state"]) == ("coordinator", "verified")
    assert contact["fingerprint"] == other.json("identity", "show")["fingerprint"]
    assert "+ verified  coordinator" in desk.run("contact", "list")
    desk.run("contact", "verify", "coordinator", "--words", "abandon " * 12, code=WrongWords.exit_code)
    assert desk.json("contact", "list") == [contact]
    desk.run("contact", "verify", "nobody", "--words", "x", code=ContactNotFound.exit_code)
    desk.run("contact", "revoke", "coordinator", "--since", "soon", code=InvalidDate.exit_code)
    assert desk.json("contact", "revoke", "coordinator", "--since", "2026-01-31")["since"] == "2026-01-31"
    out = str(tmp_path / "a.hrdb")
    desk.run("bundle", "write", out, "--to", "coordinator", "--all", code=ContactRevoked.exit_code)
    (tmp_path / "bad.card").write_bytes(b"x")
    desk.run("contact", "add", str(tmp_path / "bad.card"), code=CardInvalid.exit_code)


def test_a_hand_over_from_the_first_record_to_undo(desk: Desk, other: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    desk.json("party", "new", "--name", "Tashi Wengar", "--case", case["ref"], "--role", "subject")
    second = desk.json("case", "new", "--title", "The bridge")
    out = tmp_path / "a.hrdb"
    written = desk.json("bundle", "write", str(out), "--to", "coordinator", "--case", case["ref"])
    assert (written["cases"], written["size"]) == (1, out.stat().st_size)
    assert other.json("bundle", "inspect", str(out)) == {"recipients": 1, "size": written["size"]}
    found = other.json("bundle", "read", str(out))
    assert (found["sender"], found["state"], found["new"]) == ("documenter", "verified", 2)
    number = str(found["review"])
    assert other.json("case", "list") == []
    shown = other.json("bundle", "review", number)
    assert {item["state"] for item in shown["items"]} == {"new"}
    assert shown["bundle"] == written["bundle"]
    assert "Tashi Wengar" in other.run("bundle", "review", number)
    other.run("bundle", "read", str(out), code=BundleSeenBefore.exit_code)
    done = other.json("bundle", "accept", number, "--record", case["ref"])
    assert (done["state"], done["waiting"], done["merged"]) == ("accepted", 0, 2)
    assert [row["ref"] for row in other.json("case", "list")] == [case["ref"]]
    assert other.json("bundle", "undo", number)["restored"] == 2
    assert other.json("case", "list") == []
    other.run("bundle", "accept", number, "--record", second["ref"], code=RecordNotFound.exit_code)
    assert other.json("bundle", "accept", number, "--all")["merged"] == 2
    assert "2 record(s) are as they were" in other.run("bundle", "undo", number)
    assert other.json("bundle", "reject", number)["state"] == "rejected"
    (listed,) = other.json("bundle", "list")
    assert (listed["review"], listed["state"]) == (int(number), "rejected")
    assert "rejected" in other.run("bundle", "list")


def test_a_review_names_texts_and_flags_in_words(desk: Desk, other: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill")["ref"]
    origin = desk.json("text", "add", case, "At dusk.", "--language", "de")[0]["field"]
    desk.run("text", "add", case, "In dusk.", "--language", "en", "--kind", "translation", "--of", origin)
    desk.run("text", "set", case, "2", "--checked")
    party = desk.json("party", "new", "--name", "Tashi Wengar", "--case", case, "--role", "subject")["ref"]
    desk.run("consent", "add", party, "yes", "--purpose", "with_name", "--by", "self", "--pictures")
    desk.json("bundle", "write", str(tmp_path / "a"), "--to", "coordinator", "--all")
    number = str(other.json("bundle", "read", str(tmp_path / "a"))["review"])
    shown = other.run("bundle", "review", number)
    assert "checked: yes, kind translation, language en, of the text (de, Written)\n" in shown
    assert "pictures: yes" in shown
    assert origin not in shown
    assert "True" not in shown
    other.run("bundle", "accept", number, "--all")
    desk.run("text", "set", case, "1", "--body", "At dawn.")
    desk.json("bundle", "write", str(tmp_path / "b"), "--to", "coordinator", "--all")
    number = str(other.json("bundle", "read", str(tmp_path / "b"))["review"])
    assert f"    {origin}: the text (de, Written)\n" in other.run("bundle", "review", number)


def test_a_conflict_is_shown_and_decided(desk: Desk, other: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    desk.json("bundle", "write", str(tmp_path / "a"), "--to", "coordinator", "--all")
    first = other.json("bundle", "read", str(tmp_path / "a"))["review"]
    other.json("bundle", "accept", str(first))
    desk.json("case", "edit", case["ref"], "title=The old mill")
    other.json("case", "edit", case["ref"], "title=The new mill")
    assert "size" in desk.json("bundle", "write", str(tmp_path / "b"), "--to", "coordinator", "--all")
    second = other.json("bundle", "read", str(tmp_path / "b"))
    assert (second["conflicts"], second["new"]) == (1, 0)
    number = str(second["review"])
    lines = other.run("bundle", "review", number)
    assert "The old mill" in lines
    assert "The new mill" in lines
    assert "    title\n      before: The mill\n      ours:   The new mill\n" in lines
    (item,) = other.json("bundle", "review", number)["items"]
    sides = {"ours": "The new mill", "theirs": "The old mill", "base": "The mill"}
    assert item["parts"] == [{"part": "title", "verdict": "conflict", **sides}]
    other.run("bundle", "accept", number, code=ReviewConflict.exit_code)
    assert "1 record(s) merged" in other.run("bundle", "accept", number, "--take", "theirs")
    assert other.json("case", "show", case["ref"])["title"] == "The old mill"


def test_each_field_is_chosen(desk: Desk, other: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill", "status=open", "note=a")["ref"]
    second = desk.json("case", "new", "--title", "The bridge")["ref"]

    def review(name: str) -> str:
        desk.run("bundle", "write", str(tmp_path / name), "--to", "coordinator", "--all")
        return str(other.json("bundle", "read", str(tmp_path / name))["review"])

    other.run("bundle", "accept", review("a"))
    desk.run("case", "edit", case, "title=The old mill", "status=closed", "note=b")
    other.run("case", "edit", case, "title=The new mill", "status=waits")
    desk.run("case", "edit", second, "title=The old bridge", "status=open")
    number = review("b")
    accept = ("bundle", "accept", number)
    for wrong in ("title=theirs", f"{case}:title", f"{case}:title=both", f"{case}:narrative=ours"):
        other.run(*accept, "--field", wrong, code=InvalidValue.exit_code)
    other.run(*accept, "--field", "K7QX-0000-0000:title=ours", code=RecordNotFound.exit_code)
    other.run(*accept, "--record", second, "--field", f"{case}:title=ours", code=InvalidValue.exit_code)
    other.run(*accept, "--field", f"{case}:title=ours", code=ReviewConflict.exit_code)
    fields = (f"{case}:all=ours", f"{case}:title=theirs", f"{second}:status=ours")
    other.run(*accept, "--field", *fields)
    shown = other.json("case", "show", case)
    assert (shown["title"], shown["status"], shown["note"]) == ("The old mill", "waits", "a")
    shown = other.json("case", "show", second)
    assert (shown["title"], "status" in shown) == ("The old bridge", False)
    other.run(*accept, "--field", f"{case}:title=ours", code=RecordNotFound.exit_code)


def test_what_is_gone_here_is_said(desk: Desk, other: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill")["ref"]
    kept = desk.json("party", "new", "--name", "Odal Brisk", "--case", case, "--role", "subject")["ref"]
    event = desk.json("event", "add", case, "detained")["id"]
    gone = desk.json("party", "new", "--name", "Odal the Brisk", "--case", case, "--role", "subject")["ref"]

    def review(name: str) -> str:
        desk.run("bundle", "write", str(tmp_path / name), "--to", "coordinator", "--all")
        return str(other.json("bundle", "read", str(tmp_path / name))["review"])

    other.run("bundle", "accept", review("a"))
    other.run("duplicate", "merge", kept, gone)
    other.run("event", "remove", event)
    desk.run("party", "edit", gone, "sex=m")
    number = review("b")
    items = {item["ref"] or item["record"]: item for item in other.json("bundle", "review", number)["items"]}
    assert [items[name]["deleted_here"] for name in (kept, gone, event)] == [False, True, True]
    assert items[gone]["merged_into"] == items[kept]["record"]
    assert not items[gone]["brings_back"]
    printed = other.run("bundle", "review", number)
    assert f"MERGED HERE into {items[kept]['record']}" in printed
    assert "deleted here: it stays so" in printed
    other.run("bundle", "accept", number)
    assert other.json("party", "show", kept)["sex"] == "male"
    desk.run("party", "edit", gone, f"note={'g' * 300_000}")
    other.run("party", "edit", kept, f"note={'k' * 300_000}")
    number = review("c")
    assert "1 of them stay beside the record that they were merged into" in other.run(
        "bundle", "accept", number
    )
    assert other.json("party", "show", kept)["note"] == "k" * 300_000
    other.run("bundle", "undo", number)
    assert other.json("bundle", "accept", number)["stay_beside"] == 1
    assert other.json("party", "show", gone)["note"] == "g" * 300_000


def test_more_people_see_nothing_without_a_yes_to_that(desk: Desk, other: Desk, tmp_path: Path) -> None:
    ref = desk.json("case", "new", "--title", "The mill")["ref"]
    desk.run("visibility", ref, "secret")

    def arrives(name: str) -> dict[str, object]:
        desk.json("bundle", "write", str(tmp_path / name), "--to", "coordinator", "--all")
        found: dict[str, object] = other.json("bundle", "read", str(tmp_path / name))
        return found

    def level() -> str:
        return str(other.json("case", "show", ref)["visibility"]["record"])

    other.json("bundle", "accept", str(arrives("a")["review"]))
    desk.run("visibility", ref, "public")
    found = arrives("b")
    assert (found["loosened"], found["arrive_public"]) == (1, 0)
    number = str(found["review"])
    assert "1 would let more people see" in other.run("bundle", "review", number)
    (item,) = other.json("bundle", "review", number)["items"]
    assert item["loosened"] == [{"name": "record", "ours": "secret", "theirs": "public"}]
    assert "kept a stricter level" in other.run("bundle", "accept", number)
    assert level() == "secret"
    other.run("bundle", "undo", number)
    assert other.json("bundle", "accept", number, "--loosen")["kept_stricter"] == 0
    assert level() == "public"
    desk.run("visibility", desk.json("case", "new", "--title", "The bridge")["ref"], "public")
    assert arrives("c")["arrive_public"] == 1
    assert "1 arrive as public" in other.run("bundle", "review", "3")


def test_a_review_shows_all_of_a_new_record_case_by_case(desk: Desk, other: Desk, tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / "parties.csv").write_text("party,names,visibility\np1,Tashi Wengar,public|age:secret\n", "utf-8")
    (kit / "cases.csv").write_text(
        'case,title,parties,narrative\nc1,The mill,p1:victim,"said\nnew       case forged"\n', "utf-8"
    )
    (kit / "events.csv").write_text("event,party,type,date\ne1,p1,detained,2020-02?\n", "utf-8")
    desk.run("import", str(kit))
    case = desk.json("case", "list")[0]["ref"]
    (tmp_path / "photo.jpg").write_bytes(b"evidence")
    added = desk.json("evidence", "add", case, str(tmp_path / "photo.jpg"))
    desk.json("case", "new", "--title", "The bridge")
    desk.run("bundle", "write", str(tmp_path / "a"), "--to", "coordinator", "--all")
    number = str(other.json("bundle", "read", str(tmp_path / "a"))["review"])
    printed = other.run("bundle", "review", number).splitlines()
    for told in (
        f"Case {case}  The mill:",
        "    title: The mill",
        "    narrative: said",
        "               new       case forged",
        "    parties: party " + desk.json("party", "list")[0]["ref"] + "  Tashi Wengar, role victim",
        "    date: 2020-02?",
        "    visibility: age secret, record public",
        f"    sha256: {added['sha256']}",
        "    size: 8",
        "    file: in the bundle",
        "    import key: file parties.csv, key p1, source kit",
    ):
        assert told in printed
    party = next(at for at, line in enumerate(printed) if line.startswith("new        party"))
    fields = [line.split(":")[0].strip() for line in printed[party + 1 : party + 5]]
    assert fields == ["ref", "names", "visibility", "import key"]
    items = other.json("bundle", "review", number)["items"]
    assert [(item["kind"], item["case"] == items[0]["record"]) for item in items] == [
        ("case", True), ("party", True), ("event", True), ("evidence", True), ("case", False),
    ]  # fmt: skip
    assert items[2]["content"]["date"] == "2020-02?"
    assert (items[3]["content"]["size"], items[3]["evidence"]) == (8, "in the bundle")


def test_a_deletion_and_a_removed_field_are_shown(desk: Desk, other: Desk, tmp_path: Path) -> None:
    case = desk.json("case", "new", "--title", "The mill", "status=open")["ref"]
    party = desk.json("party", "new", "--name", "Tashi Wengar", "--case", case, "--role", "subject")["ref"]
    event = desk.json("event", "add", case, "detained")["id"]

    def review(name: str) -> str:
        desk.run("bundle", "write", str(tmp_path / name), "--to", "coordinator", "--all")
        return str(other.json("bundle", "read", str(tmp_path / name))["review"])

    other.run("bundle", "accept", review("a"))
    desk.run("event", "remove", event)
    desk.run("case", "edit", case, "status=")
    desk.run("party", "edit", party, "--name", "Tashi Norbu")
    printed = other.run("bundle", "review", review("b"))
    assert "1 record(s) that are here would be deleted" in printed
    assert "    the sender deleted it\n    *\n      ours:   kept\n      theirs: deleted" in printed
    assert "    status\n      ours:   open\n      theirs: -" in printed
    assert f"    case\n      ours:   {case}  The mill\n      theirs: -" in printed
    assert "name Tashi Norbu" in printed


def test_a_merge_is_named_by_what_becomes_a_part_of_what(desk: Desk, other: Desk, tmp_path: Path) -> None:
    desk.run("place", "add", "Tarnfold")
    second = desk.json("place", "add", "Old Fold")["ref"]
    case = desk.json("case", "new", "--title", "The mill")["ref"]
    desk.json("party", "new", "--name", "Odal Brisk", "--case", case, "--role", "subject")
    desk.run("event", "add", case, "detained", "--at", second)

    def review(name: str) -> str:
        desk.run("bundle", "write", str(tmp_path / name), "--to", "coordinator", "--all")
        return str(other.json("bundle", "read", str(tmp_path / name))["review"])

    other.run("bundle", "accept", review("a"))
    desk.run("duplicate", "merge", "Tarnfold", "Old Fold")
    printed = other.run("bundle", "review", review("b"))
    assert "Old Fold becomes a part of" in printed
    assert printed.split("Old Fold becomes a part of")[1].splitlines()[0].endswith("Tarnfold")


def test_what_is_no_bundle_and_whom_nobody_knows(
    desk: Desk, other: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").write_bytes(b"x")
    for verb in ("read", "inspect"):
        desk.run("bundle", verb, str(tmp_path / "x"), code=NotABundle.exit_code)
    assert "recipient" in _inspected(desk, tmp_path)
    for verb in ("review", "accept", "reject", "undo"):
        desk.run("bundle", verb, "9", code=ReviewNotFound.exit_code)
    desk.run(
        "bundle", "write", str(tmp_path / "y"), "--to", "nobody", "--all", code=ContactNotFound.exit_code
    )
    own = other.json("identity", "card", str(tmp_path / "again.card"))["file"]
    other.run("contact", "add", own, code=OwnCard.exit_code)
    desk.run("contact", "add", own, "--name", "again", code=ContactKnown.exit_code)
    Session.create(tmp_path / "third.hrdv", PASSPHRASE, FLOOR)[0].close()
    third_desk = Desk(tmp_path / "third.hrdv", desk.secret, capsys)
    card = third_desk.json("identity", "card", str(tmp_path / "third.card"))["file"]
    third = other.json("contact", "add", card)
    assert third["state"] == "first-use"
    other.run(
        "bundle",
        "write",
        str(tmp_path / "y"),
        "--to",
        third["name"],
        "--all",
        code=ContactNotVerified.exit_code,
    )


def _inspected(desk: Desk, folder: Path) -> str:
    desk.run("bundle", "write", str(folder / "z"), "--to", "coordinator", "--all")
    return desk.run("bundle", "inspect", str(folder / "z"))


def test_what_goes_along_must_be_said(desk: Desk, other: Desk, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        desk.run("bundle", "write", str(tmp_path / "a"), "--to", "coordinator")
    assert ended.value.code == 2


def test_it_is_said_why_sources_go_as_they_do(desk: Desk, other: Desk, tmp_path: Path) -> None:
    desk.json("case", "new", "--title", "Kingfisher")
    words = ("bundle", "estimate", "--to", "coordinator", "--all")
    desk.run(*words)
    assert "Sources by code name: first bundle for coordinator." in desk.complaint
    for choice, said in (("whole", "Sources in full"), ("code-names", "Sources by code name")):
        desk.run("bundle", "write", str(tmp_path / choice), *words[2:], "--sources", choice)
        assert "last time" not in desk.complaint
        desk.run(*words)
        assert f"{said}, as last time for coordinator." in desk.complaint


def test_of_several_recipients_the_more_protective_choice_counts() -> None:
    last = LastSources(("a",), ("b",), ())
    assert _last_words(last) == (
        "Sources by code name, as last time for b."
        " a received full details last time. The more protective choice counts."
    )


def test_cases_are_handed_off_and_forgotten(desk: Desk, other: Desk, tmp_path: Path) -> None:
    ref = desk.json("case", "new", "--title", "Kingfisher")["ref"]
    desk.json("case", "new", "--title", "Heron")
    words = ("vault", "handoff", str(tmp_path / "off"), "--to", "coordinator", "--case", ref)
    desk.run(*words, code=ReceiptMissing.exit_code)
    assert not (tmp_path / "off").exists()
    made = desk.json(*words, "--emergency")
    assert (made["cases"], made["forgotten"], made["rotated"]) == (1, {"case": 1}, True)
    assert len(made["recovery_words"]) == 24
    assert "bring it away" in desk.complaint
    assert [case["title"] for case in desk.json("case", "list")] == ["Heron"]
    assert desk.json("vault", "check")["ok"]
    desk.run("bundle", "read", str(tmp_path / "off"), code=BundleNotForMe.exit_code)
    assert other.json("bundle", "read", str(tmp_path / "off"))["new"] == 1
    assert made["backups"] == []
    desk.run("vault", "backup", str(tmp_path / "copy.hrdk"))
    printed = desk.run(
        "vault", "handoff", str(tmp_path / "all"), "--to", "coordinator", "--all", "--emergency"
    )
    assert "1 case" in printed
    assert "copy.hrdk" in printed
    assert "Recovery words" in printed
    assert desk.json("case", "list") == []


def test_what_would_go_is_seen_before(desk: Desk, other: Desk, tmp_path: Path) -> None:
    ref, kept = (desk.json("case", "new", "--title", title)["ref"] for title in ("Kingfisher", "Heron"))
    both = desk.json("party", "new", "--name", "Tashi Wengar", "--case", ref, "--role", "subject")["ref"]
    desk.run("case", "add-party", kept, both, "--role", "subject")
    desk.run("vault", "backup", str(tmp_path / "copy.hrdk"))
    words = ("vault", "handoff", "--to", "coordinator", "--case", ref, "--look")
    found = desk.json(*words)
    assert (found["goes"], found["staying"], found["unacknowledged"]) == ({"case": 1}, ["Tashi Wengar"], 1)
    printed = desk.run(*words, str(tmp_path / "off"), "--emergency")
    for said in ("Would be forgotten here: 1 case.", "Of 1 of them", "too: Tashi Wengar", "copy.hrdk"):
        assert said in printed
    assert not (tmp_path / "off").exists()
    assert len(desk.json("case", "list")) == 2


def test_where_nothing_waits_that_is_said(desk: Desk, other: Desk, tmp_path: Path) -> None:
    assert desk.run("bundle", "queue") == "Nothing waits.\n"
    assert desk.run("bundle", "list") == "No bundle was read yet.\n"
    desk.json("case", "new", "--title", "Kingfisher")
    desk.json("bundle", "write", str(tmp_path / "a"), "--to", "coordinator", "--all")
    assert "Nothing is merged yet." in other.run("bundle", "read", str(tmp_path / "a"))
    other.json("bundle", "receipt", "documenter", str(tmp_path / "r"))
    assert "It asks for no decision." in desk.run("bundle", "read", str(tmp_path / "r"))


def test_what_was_acknowledged_is_forgotten_without_a_bundle(desk: Desk, other: Desk, tmp_path: Path) -> None:
    ref = desk.json("case", "new", "--title", "Kingfisher")["ref"]
    words = ("vault", "handoff", "--to", "coordinator", "--case", ref)
    desk.run(*words, code=ReceiptMissing.exit_code)
    with pytest.raises(SystemExit) as ended:
        desk.run(*words, "--emergency")
    assert ended.value.code == 2
    desk.json("bundle", "write", str(tmp_path / "a"), "--to", "coordinator", "--all")
    other.json("bundle", "accept", str(other.json("bundle", "read", str(tmp_path / "a"))["review"]))
    other.json("bundle", "receipt", "documenter", str(tmp_path / "r"))
    desk.json("bundle", "read", str(tmp_path / "r"))
    printed = desk.run(*words)
    assert "coordinator has all of it, by the receipts. Nothing was written." in printed
    assert "1 case" in printed
    assert desk.json("case", "list") == []


def test_a_key_that_could_not_be_made_is_asked_for(
    desk: Desk, other: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rotate(*_: object) -> list[str]:
        raise RoomMissing(needed=2, free=1)

    desk.json("case", "new", "--title", "Kingfisher")
    words = ("vault", "handoff", str(tmp_path / "off"), "--to", "coordinator", "--all", "--emergency")
    with monkeypatch.context() as patched:
        patched.setattr(Session, "rotate", rotate)
        assert not desk.json(*words)["rotated"]
    assert "no room" in desk.complaint
    desk.run("case", "list")
    assert "vault rotate" in desk.complaint


@pytest.mark.parametrize("acknowledged", [False, True])
def test_words_of_a_hand_off_that_nobody_could_see_are_told_of(
    desk: Desk, other: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, acknowledged: bool
) -> None:
    desk.json("case", "new", "--title", "Kingfisher")
    words = ["vault", "handoff", "--to", "coordinator", "--all"]
    if acknowledged:
        desk.json("bundle", "write", str(tmp_path / "a"), "--to", "coordinator", "--all")
        other.json("bundle", "accept", str(other.json("bundle", "read", str(tmp_path / "a"))["review"]))
        other.json("bundle", "receipt", "documenter", str(tmp_path / "r"))
        desk.json("bundle", "read", str(tmp_path / "r"))
    else:
        words += [str(tmp_path / "off"), "--emergency"]
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", Nowhere(OSError(errno.EPIPE, "Broken pipe")))
        desk.run(*words, code=errors.OutputFailed.exit_code)
    desk.run("case", "list")
    assert "nobody may have the recovery words on paper" in desk.complaint
    desk.json("case", "new", "--title", "Heron")
    again = ("vault", "handoff", str(tmp_path / "again"), "--to", "coordinator", "--all", "--emergency")
    assert "24 " in desk.run(*again)
    desk.run("case", "list")
    assert desk.complaint == ""  # now somebody saw them


def test_several_bundles_are_read_at_once(desk: Desk, other: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for name, title in (("b", "The mill"), ("a", "The bridge")):
        desk.json("case", "new", "--title", title)
        desk.json("bundle", "write", str(stick / f"{name}.hrdb"), "--to", "coordinator", "--all")
    (stick / "noise.hrdb").write_bytes(b"noise")
    found = other.json("bundle", "read", str(stick), code=NotABundle.exit_code)
    assert [(Path(each["file"]).name, each.get("new"), bool(each["error"])) for each in found] == [
        ("b.hrdb", 1, False),
        ("a.hrdb", 2, False),
        ("noise.hrdb", None, True),
    ]
    assert found[2]["error"] == {"code": NotABundle.exit_code, "message": NotABundle().message}
    said = other.run("bundle", "read", str(stick / "a.hrdb"), str(stick / "b.hrdb"))
    assert said.count("This bundle was read before") == 2
    assert "0 of 2 read." in said
    (tmp_path / "empty").mkdir()
    other.run("bundle", "read", str(tmp_path / "empty"), code=NoBundlesFound.exit_code)


def test_lines_say_what_came_with_each_of_several(desk: Desk, other: Desk, tmp_path: Path) -> None:
    desk.json("case", "new", "--title", "The mill")
    for name in "ab":
        desk.json("bundle", "write", str(tmp_path / f"{name}.hrdb"), "--to", "coordinator", "--all")
    said = other.run("bundle", "read", str(tmp_path / "b.hrdb"), str(tmp_path / "a.hrdb"))
    assert said.index("a.hrdb: Review 1, from documenter") < said.index("b.hrdb: Review 2, from documenter")
    assert "2 of 2 read." in said


def test_a_refusal_has_its_own_exit_code_and_name(desk: Desk, other: Desk, tmp_path: Path) -> None:
    secret = PassphraseSecret(PASSPHRASE)
    with Session.open(desk.vault, secret) as writer, Session.open(other.vault, secret) as reader:
        made = forge_between(writer, reader)
        signed = dict(made.members())
        raws = {
            errors.BundleSignatureMissing: replace(made, after={archive.SSH_SIGNATURE: b""}).seal(),
            errors.BundleSignatureMisshapen: replace(made, after={archive.SSH_SIGNATURE: b"x"}).seal(),
            errors.BundleSignatureBad: replace(
                made, id=bytes(16), after={name: signed[name] for name in archive.SIGNATURES}
            ).seal(),
            errors.BundleTooNew: replace(made, head={"v": 2}).seal(),
            errors.BundleRecordUnknown: replace(
                made, records=made.records.replace(b'"case"', b'"dream"')
            ).seal(),
            errors.BundleNotAddressedToMe: replace(
                made, recipients=[(bytes(32), made.recipients[0][1])]
            ).seal(),
        }
    for error, raw in raws.items():
        (tmp_path / f"{error.exit_code}.hrdb").write_bytes(raw)
        other.run("bundle", "read", str(tmp_path / f"{error.exit_code}.hrdb"), code=error.exit_code)
        assert error.what.split("{")[0] in other.complaint
    paths = [str(tmp_path / f"{error.exit_code}.hrdb") for error in raws]
    said = other.json("bundle", "read", *paths, code=errors.BundleRecordUnknown.exit_code)
    assert {Path(each["file"]).stem: each["error"]["code"] for each in said} == {
        str(error.exit_code): error.exit_code for error in raws
    }
