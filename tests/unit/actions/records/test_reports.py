"""Reports: written block by block, kept whatever they refer to, and never printed."""

from pathlib import Path

import pytest

from hrddesk.actions.analysis import search
from hrddesk.actions.records import cases, comments, history, parties, reports
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.errors import (
    AmbiguousReference,
    FileUnreadable,
    InvalidDate,
    InvalidValue,
    RecordNotFound,
    ReferenceTaken,
    TargetExists,
)
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import BLOCKS, SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session
from tests.unit.actions.conftest import Publish

NOBODY = RecordId("0123456789abcdef" * 2)


@pytest.fixture
def report(session: Session) -> RecordId:
    fields = {"title": "The river towns", "series": "Rivers", "languages": "EN, zh-hans", "as_of": "2026-03"}
    return reports.create(session, fields).result


def _blocks(session: Session, report: RecordId, part: str = "body") -> list[object]:
    return [block.get(part) for block in session.store.get(report).values(BLOCKS)]


def test_a_report_is_begun_changed_listed_and_removed(session: Session, report: RecordId) -> None:
    record = session.store.get(report)
    assert record.text("languages") == "en zh-Hans"
    assert record.text("ref") == f"{session.prefix}-{record.text('ref')[5:9]}-R0001"
    other = reports.create(session, {"title": "Beside it", "ref": "own-1"}).result
    assert [row.title for row in reports.listed(session.store)] == ["Beside it", "The river towns"]
    assert [row.id for row in reports.listed(session.store, "rivers")] == [report]
    assert [row.id for row in reports.listed(session.store, "OWN-1")] == [other]
    assert reports.chosen(session.store, []) == [report, other]
    assert reports.chosen(session.store, ["OWN-1"]) == [other]
    reports.edit(session, report, {"embargo": "2026-10-01", "series": None})
    (row,) = reports.listed(session.store, "towns")
    assert (row.embargo, row.series, row.blocks) == ("2026-10-01", "", 0)
    changes = reports.remove(session, report).changes
    assert session.store.find(report) is None
    assert changes.act is not None
    history.undo(session, changes.act)
    assert session.store.get(report) == record.with_fields(embargo="2026-10-01", series=None)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"title": " "}, InvalidValue),
        ({"title": None}, InvalidValue),
        ({"languages": "Spanish"}, InvalidValue),
        ({"as_of": "2026-02-30"}, InvalidDate),
        ({"ref": "a b"}, InvalidValue),
        ({"nothing": "x"}, InvalidValue),
        ({"title": "x" * 1_001}, InvalidValue),
    ],
)
def test_what_no_report_can_say_is_refused(
    session: Session, report: RecordId, fields: dict[str, str | None], error: type[Exception]
) -> None:
    before = session.store.get(report)
    with pytest.raises(error):
        reports.edit(session, report, fields)
    with pytest.raises(error):
        reports.create(session, {"title": "x", **fields})
    assert [session.store.get(one) for one in session.store.ids(Kind.REPORT)] == [before]


def test_a_reference_belongs_to_one_record(session: Session, report: RecordId) -> None:
    case = cases.create(session, {"title": "x"}).result
    with pytest.raises(ReferenceTaken):
        reports.edit(session, report, {"ref": session.store.get(case).text("ref")})


def test_blocks_are_added_moved_changed_and_removed_and_keep_their_ids(
    session: Session, report: RecordId
) -> None:
    for body in ("one", "two", "three"):
        reports.add_block(session, report, {"body": body})
    first = session.store.get(report)
    assert _blocks(session, report, "by") == [session.prefix] * 3
    assert _blocks(session, report, "kind") == ["text"] * 3
    reports.add_block(session, report, {"body": "zero", "kind": "Title", "by": "owl", "state": "已编辑"}, 1)
    assert _blocks(session, report) == ["zero", "one", "two", "three"]
    assert (_blocks(session, report, "kind")[0], _blocks(session, report, "state")[0]) == (
        "heading",
        "edited",
    )
    reports.move_block(session, report, 1, 4)
    reports.edit_block(session, report, 1, {"body": "one, again", "language": "ZH-hans", "by": None})
    assert _blocks(session, report) == ["one, again", "two", "three", "zero"]
    assert _blocks(session, report, "language")[0] == "zh-Hans"
    after = session.store.get(report).lists[BLOCKS]
    assert set(first.lists[BLOCKS]) < set(after)
    changed = [key for key in first.lists[BLOCKS] if after[key] != first.lists[BLOCKS][key]]
    assert len(changed) == 1
    reports.remove_block(session, report, 4)
    assert _blocks(session, report) == ["one, again", "two", "three"]


def test_hostile_blocks_are_refused_and_nothing_is_stored(session: Session, report: RecordId) -> None:
    reports.add_block(session, report, {"body": "one"})
    before = session.store.get(report)
    for parts in (
        {"kind": "ode"},
        {"state": "sung"},
        {"language": "Spanish"},
        {"record": "K7QX-2026-0001"},
        {"body": "x" * 500_001},
        {"caption": "x" * 1_001},
        {"by": "x" * 201},
        {"pages": "x"},
        {"body": "a\0b"},
        {"body": 5},
    ):
        with pytest.raises(InvalidValue):
            reports.add_block(session, report, parts)
        with pytest.raises(InvalidValue):
            reports.edit_block(session, report, 1, parts)
    for number in (0, 2, -1):
        with pytest.raises(InvalidValue, match="1 entries"):
            reports.edit_block(session, report, number, {"body": "x"})
        with pytest.raises(InvalidValue):
            reports.remove_block(session, report, number)
        with pytest.raises(InvalidValue):
            reports.move_block(session, report, 1, number)
    with pytest.raises(InvalidValue):
        reports.add_block(session, report, {"body": "x"}, 3)
    with pytest.raises(RecordNotFound):
        reports.add_block(session, NOBODY, {"body": "x"})
    assert session.store.get(report) == before


def test_what_another_desk_called_otherwise_stays_until_it_is_changed(
    session: Session, report: RecordId
) -> None:
    with session.store.change("test") as change:
        odd = {"kind": "ode", "state": "sung", "language": "non", "body": "x"}
        change.put(session.store.get(report).with_elements(BLOCKS, [odd]))
    reports.edit_block(session, report, 1, {"body": "y"})
    assert (_blocks(session, report, "kind"), _blocks(session, report)) == (["ode"], ["y"])
    with pytest.raises(InvalidValue, match="heading"):
        reports.edit_block(session, report, 1, {"kind": "sonnet"})


def test_references_to_nothing_are_said_and_block_nothing(session: Session, report: RecordId) -> None:
    case = cases.create(session, {"title": "x"}).result
    ref = session.store.get(case).text("ref")
    own = session.store.get(report).text("ref")
    reports.add_block(session, report, {"body": f"@{ref}, @ZZZZ-2026-0009 and @someone", "record": report})
    reports.add_block(session, report, {"record": NOBODY, "caption": f"@{own} @{'0' * 9} @{'0' * 9}"})
    found = reports.missing(session.store, session.store.get(report))
    assert [(item.block, item.ref) for item in found] == [(1, "ZZZZ-2026-0009"), (2, NOBODY), (2, "0" * 9)]
    cases.remove(session, case)
    assert reports.missing(session.store, session.store.get(report))[0].ref == ref


def test_a_reference_that_two_records_bear_is_said(session: Session, report: RecordId) -> None:
    with session.store.change("test") as change:
        for digit in "12":
            change.put(Record(kind=Kind.CASE, id=RecordId(digit * 32)).with_fields(ref="AAAA-2026-0001"))
    with pytest.raises(AmbiguousReference):
        session.store.by_ref("AAAA-2026-0001")
    reports.add_block(session, report, {"body": "@AAAA-2026-0001"})
    assert len(reports.missing(session.store, session.store.get(report))) == 1


def test_reports_that_refer_to_each_other_are_no_circle_to_fall_into(
    session: Session, report: RecordId
) -> None:
    other = reports.create(
        session, {"title": "Beside it"}, {BLOCKS: [{"kind": "box", "record": report}]}
    ).result
    reports.add_block(session, report, {"kind": "annex", "record": other})
    assert not reports.missing(session.store, session.store.get(report))
    assert search.find(session.store, "beside")[0].id == other


def test_a_report_is_found_by_its_titles_and_cited_by_place(session: Session, report: RecordId) -> None:
    reports.edit(session, report, {"subtitle": "A year beside them"})
    reports.add_block(session, report, {"body": "Nobody came back from the mill.", "caption": "The weir"})
    (hit,) = search.find(session.store, "the mill")
    start, end = hit.span
    (element,) = session.store.get(report).lists[BLOCKS]
    assert (hit.kind, hit.id, hit.field, hit.text[start:end]) == (
        Kind.REPORT,
        report,
        f"blocks/{element}",
        "the mill",
    )
    for words in ("river towns", "year beside", "rivers", "weir", "R0001"):
        assert [hit.id for hit in search.find(session.store, words)] == [report], words
    reports.remove_block(session, report, 1)
    assert search.find(session.store, "the mill") == []


def test_ten_thousand_blocks_are_stored_read_and_one_of_them_is_moved(
    session: Session, report: RecordId
) -> None:
    reports.edit(session, report, {}, {BLOCKS: [{"kind": "text", "body": f"n{at}"} for at in range(10_000)]})
    before = session.store.get(report).lists[BLOCKS]
    reports.move_block(session, report, 9_999, 2)
    after = session.store.get(report).lists[BLOCKS]
    assert sum(before[key] != after[key] for key in before) == 1
    assert _blocks(session, report)[:3] == ["n0", "n9998", "n1"]


def test_a_file_goes_out_and_comes_back(session: Session, report: RecordId, tmp_path: Path) -> None:
    case = cases.create(session, {"title": "x"}).result
    ref = session.store.get(case).text("ref")
    reports.add_block(session, report, {"kind": "heading", "body": "What happened"})
    reports.add_block(session, report, {"body": f"As @{ref} tells.\n\nMore."})
    reports.add_block(session, report, {"kind": "entry", "record": case})
    reports.add_block(session, report, {"kind": "box", "record": NOBODY, "caption": "c", "state": "edited"})
    path = tmp_path / "report.md"
    reports.export(session.store, report, path)
    with pytest.raises(TargetExists):
        reports.export(session.store, report, path)
    again = reports.take_in(session, path).result
    ours, theirs = session.store.get(report), session.store.get(again)
    assert {**ours.fields, "ref": ""} == {**theirs.fields, "ref": ""}
    bare = [{**block, "pos": 0} for block in ours.values(BLOCKS)]
    assert bare == [{**block, "pos": 0} for block in theirs.values(BLOCKS)]
    path.write_text(path.read_text().replace("More.", "Much more."))
    reports.take_in(session, path, report)
    kept = set(ours.lists[BLOCKS]) & set(session.store.get(report).lists[BLOCKS])
    assert len(kept) == 3
    assert _blocks(session, report)[1] == f"As @{ref} tells.\n\nMuch more."


def test_a_file_of_somebody_is_taken_as_far_as_it_goes(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "The mill.md"
    path.write_text('# One\n@AAAA-2026-0009\n<!-- block {"record": "x y", "body": ""} -->\n<!-- end -->\n')
    with pytest.raises(InvalidValue):
        reports.take_in(session, path)
    path.write_text(
        '# One\n@AAAA-2026-0009\n<!-- block {"kind": "box", "record": "x"} -->\nIn\n<!-- end -->\n'
    )
    made = reports.take_in(session, path).result
    assert session.store.get(made).text("title") == "One"
    assert _blocks(session, made) == ["One", "@AAAA-2026-0009", "In\n@x"]
    assert _blocks(session, made, "kind") == ["heading", "text", "text"]
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(FileUnreadable):
        reports.take_in(session, path)
    with pytest.raises(FileUnreadable):
        reports.take_in(session, tmp_path / "nothing")


def test_a_report_has_comments_as_every_record(session: Session, report: RecordId) -> None:
    comments.add(session, report, "Who checked this?", "owl")
    assert comments.waiting(session.store)[0].record == report


def test_nothing_of_a_report_is_public_by_default() -> None:
    spec = SPECS[Kind.REPORT]
    levels = {field.visibility for field in spec.fields}
    assert levels | {item.visibility for item in spec.lists if item.name == BLOCKS} == {Visibility.SECRET}


@pytest.mark.parametrize("level", [None, Visibility.PUBLIC])
def test_a_report_changes_no_byte_of_a_publication(
    session: Session, publish: Publish, level: Visibility | None
) -> None:
    names = [{"name": "Weir Okanto", "script": "Latn", "kind": "main"}]
    person = parties.create(session, {"kind": "person"}, {"names": names}).result
    told = {"title": "The mill", "narrative": "Weir Okanto stood at the mill."}
    case = cases.create(session, told, {"parties": [{"party": person, "role": "subject"}]}).result
    request = PublishRequest(profile="labels", cases=(case,))
    before = publish(request)
    blocks = [
        {"kind": "entry", "record": person, "body": "Weir Okanto, weir okanto, stood beside the water."},
        {"kind": "text", "body": "The weir and the mill: labels, persons, places. " * 50, "record": case},
    ]
    report = reports.create(session, {"title": "Beside the water", "note": "Weir"}, {BLOCKS: blocks}).result
    if level is not None:
        with session.store.change("test") as change:
            public = session.store.get(report).with_visibility(level)
            for name in ("title", "note", BLOCKS):
                public = public.with_visibility(level, name)
            change.put(public)
    after = publish(request)
    assert before.path.read_bytes() == after.path.read_bytes()
    assert (before.preview.risks, before.audit) == (after.preview.risks, after.audit)
