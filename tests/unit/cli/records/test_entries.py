"""hrddesk entry: as a person types it."""

from hrddesk.errors import InvalidValue, RecordNotFound
from tests.unit.cli.conftest import Desk


def test_events_are_linked_by_their_references(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    desk.json("party", "new", "--name", "Wei Tong", "--case", case["ref"], "--role", "subject")
    first = desk.json("event", "add", case["ref"], "detained", "--date", "2020-02")["id"]
    second = desk.json("event", "add", case["ref"], "family_reprisal", "--date", "2020-03")["id"]
    made = desk.json("entry", "add", second, "links", f"event={first[:10]}", "type=reprisal_for")
    assert made["links"] == [{"event": first, "type": "reprisal_for"}]
    assert f"  1  event={first}  type=reprisal_for" in desk.run("entry", "list", second, "links")
    desk.run("entry", "edit", second, "links", "1", "type=")
    assert desk.json("entry", "list", second, "links")["links"] == [{"event": first}]
    desk.run("entry", "remove", second, "links", "1")
    assert desk.json("entry", "list", second, "links")["links"] == []
    desk.run("entry", "add", second, "links", "event=nowhere", code=RecordNotFound.exit_code)
    desk.run("entry", "add", second, "links", f"event={second}", code=InvalidValue.exit_code)
    desk.run("entry", "add", second, "links", "colour=red", code=InvalidValue.exit_code)
    desk.run("entry", "remove", second, "links", "1", code=InvalidValue.exit_code)


def test_names_and_penalties(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    party = desk.json("party", "new", "--name", "Wei Tong", "--case", case["ref"], "--role", "subject")["ref"]
    desk.run("entry", "add", party, "names", "name=卫同", "kind=alias")
    assert [item["kind"] for item in desk.json("entry", "list", party, "names")["names"]] == ["main", "alias"]
    event = desk.json("event", "add", case["ref"], "sentenced")["id"]
    desk.run("entry", "add", event, "penalties", "raw=3年6个月", "kind=有期徒刑", "months=42")
    assert desk.json("entry", "list", event, "penalties")["penalties"] == [
        {"raw": "3年6个月", "kind": "fixed", "months": 42}
    ]
