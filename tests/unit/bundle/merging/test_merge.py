"""The merge rule: by examples, and against a model of desks that edit, send, lose, repeat and reorder."""

import itertools
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hrddesk.bundle.merging.merge import Merge, MergeState, PartVerdict, Side, merge, resolve, same
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import ElementId, Record, RecordId
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts

ID = RecordId("0" * 32)
A, B, C = "a" * 32, "b" * 32, "c" * 32
Pair = tuple[Record, Version]


def never() -> Dot:
    raise AssertionError("no new dot was needed")


@dataclass
class Desk:
    """One desk with one record, as the store keeps it."""

    line: str
    counter: int = 0
    pair: Pair | None = None
    shown: list[str] = field(default_factory=list)

    def dot(self) -> Dot:
        self.counter += 1
        return Dot(self.line, self.counter)

    def put(self, record: Record) -> None:
        before, version = self.pair or (Record(kind=Kind.CASE, id=ID), Version())
        old = {} if version.deleted else parts(before)
        new = parts(record)
        changed = [part for part in old.keys() | new.keys() if old.get(part) != new.get(part)]
        if self.pair is not None and not version.deleted and not changed:
            return
        dot = self.dot()
        dots = dict(version.dots) | dict.fromkeys(changed, dot)
        if self.pair is None or version.deleted:
            dots[WHOLE] = dot
        self.pair = record, Version({**version.context, dot.line: dot.counter}, dots)

    def edit(self, **fields: str | None) -> None:
        record = self.pair[0] if self.pair is not None else Record(kind=Kind.CASE, id=ID)
        self.put(record.with_fields(**fields))

    def tag(self, element: str, text: str | None) -> None:
        record = self.pair[0] if self.pair is not None else Record(kind=Kind.CASE, id=ID)
        tags = dict(record.lists.get("tags", {}))
        tags.pop(ElementId(element), None)
        if text is not None:
            tags[ElementId(element)] = {"pos": 0, "text": text}
        self.put(replace(record, lists={"tags": tags} if tags else {}))

    def delete(self) -> None:
        if self.pair is None or self.pair[1].deleted:
            return
        dot = self.dot()
        version = self.pair[1]
        dots = dict.fromkeys([*version.dots, WHOLE], dot)
        gone = Version({**version.context, dot.line: dot.counter}, dots, True)
        self.pair = Record(kind=Kind.CASE, id=ID), gone

    def receive(self, theirs: Pair | None, side: Side = Side.THEIRS) -> Merge | None:
        if theirs is None:
            return None
        found = merge(self.pair, theirs)
        choices = {part.part: side for part in found.conflicts}
        self.pair = resolve(found, choices, self.dot)
        return found


def told(reader: Desk, theirs: Pair | None) -> MergeState:
    """Let a desk receive what another has, and return what it is told of that."""
    found = reader.receive(theirs)
    assert found is not None
    return found.state


def two() -> tuple[Desk, Desk]:
    """Two desks that know the same record."""
    left, right = Desk(A), Desk(B)
    left.edit(title="one", status="open")
    right.receive(left.pair)
    return left, right


def test_unknown_record_is_new_and_comes_as_it_is() -> None:
    left = Desk(A)
    left.edit(title="one")
    assert left.pair is not None
    found = merge(None, left.pair)
    assert found.state is MergeState.NEW
    assert found.learns
    assert [(part.part, part.theirs) for part in found.changes] == [("*", False), ("title", "one")]
    assert resolve(found, {}, never) == left.pair


def test_same_again_is_unchanged_and_teaches_nothing() -> None:
    left, right = two()
    assert left.pair is not None
    found = merge(right.pair, left.pair)
    assert found.state is MergeState.UNCHANGED
    assert not found.learns
    assert resolve(found, {}, never) == right.pair


def test_change_that_saw_ours_is_taken() -> None:
    left, right = two()
    right.edit(title="two", narrative="said")
    found = left.receive(right.pair)
    assert found is not None
    assert found.state is MergeState.CHANGED
    assert [part.part for part in found.changes] == ["narrative", "title"]
    assert left.pair == right.pair


def test_older_version_changes_nothing() -> None:
    left, right = two()
    old = left.pair
    right.edit(title="two")
    newer = right.pair
    assert old is not None
    found = merge(newer, old)
    assert found.state is MergeState.UNCHANGED
    assert not found.learns
    assert resolve(found, {}, never) == newer


def test_two_parts_changed_apart_both_stay() -> None:
    left, right = two()
    left.edit(status="closed")
    right.edit(title="two")
    assert left.receive(right.pair) is not None
    assert left.pair is not None
    assert dict(left.pair[0].fields) == {"title": "two", "status": "closed"}


def test_one_part_changed_on_both_sides_is_a_conflict_that_stays_solved() -> None:
    left, right = two()
    third = Desk(C)
    left.edit(title="ours")
    right.edit(title="theirs")
    assert left.pair is not None
    assert right.pair is not None
    found = merge(left.pair, right.pair)
    assert found.state is MergeState.CONFLICT
    assert [(part.part, part.ours, part.theirs) for part in found.conflicts] == [("title", "ours", "theirs")]
    with pytest.raises(ValueError, match="choice"):
        resolve(found, {}, never)
    before = right.pair
    left.receive(right.pair, Side.OURS)
    assert left.pair[0].text("title") == "ours"
    for state in (left.receive(before), right.receive(left.pair), third.receive(left.pair)):
        assert state is not None
        assert state.state is not MergeState.CONFLICT
    again = third.receive(before)
    assert again is not None
    assert again.state is MergeState.UNCHANGED
    assert left.pair == right.pair == third.pair


def test_equal_values_under_different_dots_fold_into_one() -> None:
    left, right = two()
    left.edit(title="same")
    right.edit(title="same")
    mine, his = left.pair, right.pair
    assert mine is not None
    assert his is not None
    found = merge(mine, his)
    assert (found.state, found.learns) == (MergeState.UNCHANGED, True)
    assert resolve(found, {}, never) == resolve(merge(his, mine), {}, never)
    folded = resolve(found, {}, never)[1].dots["title"]
    assert folded == Dot(B, 1, (Dot(A, 2),))


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_fold_does_not_hide_what_a_third_desk_never_saw(order: tuple[int, ...]) -> None:
    left, right = two()
    third = Desk(C)
    left.edit(title="same")
    third.receive(left.pair)
    third.edit(title="other")  # knows left's, not right's
    right.edit(title="same")
    bundles = [left.pair, right.pair, third.pair]
    reader = Desk("d" * 32)
    seen = [reader.receive(bundles[place]) for place in order]
    # The one who overwrote knew of left's writing only: with right's a person decides, whatever came first.
    assert any(item is not None and item.state is MergeState.CONFLICT for item in seen)


def test_a_removed_field_and_element_are_tombstones_and_absence_means_nothing() -> None:
    left, right = two()
    left.tag("e1", "x")
    left.tag("e2", "y")
    right.receive(left.pair)
    left.tag("e1", None)
    left.edit(status=None)
    right.receive(left.pair)
    assert right.pair is not None
    assert set(parts(right.pair[0])) == {"title", "tags/e2"}
    assert {"status", "tags/e1"} <= set(right.pair[1].dots)
    stranger = Desk(C)
    stranger.pair = (
        Record(kind=Kind.CASE, id=ID),
        Version({C: 1}, {WHOLE: Dot(C, 1)}),
    )  # one that never had a title
    assert stranger.pair is not None
    found = merge(right.pair, stranger.pair)
    assert found.changes == ()
    assert [part.part for part in found.parts if part.came] == [WHOLE]
    assert resolve(found, {}, never)[0] == right.pair[0]


def test_deletion_that_saw_everything_is_taken_and_removes_the_content() -> None:
    left, right = two()
    right.delete()
    found = left.receive(right.pair)
    assert found is not None
    assert found.state is MergeState.CHANGED
    assert [(part.part, part.ours, part.theirs) for part in found.changes] == [
        (WHOLE, False, True),
        ("status", "open", None),
        ("title", "one", None),
    ]
    assert left.pair == right.pair
    assert left.pair is not None
    assert left.pair[1].deleted


def test_deletion_that_did_not_see_a_change_is_a_conflict() -> None:
    for side, deleted in ((Side.THEIRS, True), (Side.OURS, False)):
        left, right = two()
        left.edit(title="new")
        right.delete()
        found = left.receive(right.pair, side)
        assert found is not None
        assert found.state is MergeState.CONFLICT
        assert [part.part for part in found.conflicts] == [WHOLE]
        assert left.pair is not None
        assert left.pair[1].deleted is deleted
        assert left.pair[0].text("title") == ("" if deleted else "new")
        assert told(right, left.pair) is not MergeState.CONFLICT
        assert left.pair == right.pair


def test_their_change_against_our_deletion_can_revive() -> None:
    left, right = two()
    left.delete()
    right.edit(title="new")
    found = left.receive(right.pair, Side.THEIRS)
    assert found is not None
    assert found.state is MergeState.CONFLICT
    assert left.pair is not None
    assert left.pair[0].text("title") == "new"
    assert not left.pair[1].deleted


def test_revival_after_a_deletion_wins_and_an_old_copy_does_not_revive() -> None:
    left, right = two()
    old = left.pair
    right.delete()
    assert told(right, old) is MergeState.UNCHANGED
    assert right.pair is not None
    assert right.pair[1].deleted
    left.receive(right.pair)
    left.edit(title="again")
    assert told(right, left.pair) is MergeState.CHANGED
    assert right.pair == left.pair
    assert told(left, old) is MergeState.UNCHANGED


def test_both_deleted_folds() -> None:
    left, right = two()
    left.delete()
    right.delete()
    mine, his = left.pair, right.pair
    assert mine is not None
    assert his is not None
    found = merge(mine, his)
    assert (found.state, found.learns, found.conflicts) == (MergeState.UNCHANGED, True, ())
    assert resolve(found, {}, never) == resolve(merge(his, mine), {}, never)


def test_unknown_deleted_record_shows_nothing_but_is_remembered() -> None:
    left, _ = two()
    old = left.pair
    left.delete()
    late = Desk(C)
    found = late.receive(left.pair)
    assert found is not None
    assert (found.state, found.learns) == (MergeState.UNCHANGED, True)
    late.receive(old)
    assert late.pair is not None
    assert late.pair[1].deleted


def test_one_dot_with_two_values_is_shown_to_a_person() -> None:
    left, right = two()
    left.edit(title="x")
    copied = replace(left)  # a copied vault goes on under the same line
    copied.pair = right.pair
    copied.counter -= 1
    copied.edit(title="y")
    assert copied.pair is not None
    found = merge(left.pair, copied.pair)
    assert found.state is MergeState.CONFLICT


def test_seen_deletion_and_seen_life_without_revival_is_shown_to_a_person() -> None:
    live = Record(kind=Kind.CASE, id=ID), Version({A: 1, B: 1}, {WHOLE: Dot(A, 1)})
    gone = Record(kind=Kind.CASE, id=ID), Version({A: 1, B: 1}, {WHOLE: Dot(B, 1)}, True)
    assert merge(live, gone).state is MergeState.CONFLICT
    assert merge(gone, live).state is MergeState.CONFLICT


def test_values_equal_while_each_saw_the_other_keep_both_dots() -> None:
    version = Version({A: 2, B: 2}, {WHOLE: Dot(A, 1), "title": Dot(A, 2)})
    record = Record(kind=Kind.CASE, id=ID, fields={"title": "x"})
    other = replace(version, dots={WHOLE: Dot(A, 1), "title": Dot(B, 2)})
    found = merge((record, version), (record, other))
    assert found.state is MergeState.UNCHANGED
    assert resolve(found, {}, never)[1].dots["title"] == Dot(B, 2, (Dot(A, 2),))


def test_a_choice_against_the_verdict_is_a_change_of_its_own() -> None:
    left, right = two()
    right.edit(title="two", status="closed")
    assert right.pair is not None
    found = merge(left.pair, right.pair)
    record, version = resolve(found, {"title": Side.OURS, "status": Side.THEIRS}, left.dot)
    assert (record.text("title"), record.text("status")) == ("one", "closed")
    assert version.dots["title"] == Dot(A, left.counter)
    left.pair = record, version
    assert told(right, left.pair) is MergeState.CHANGED
    assert left.pair == right.pair


def test_all_choices_against_the_verdict_are_one_change() -> None:
    left, right = two()
    right.edit(title="two", status="closed")
    assert right.pair is not None
    found = merge(left.pair, right.pair)
    counter = left.counter
    _, version = resolve(found, {"title": Side.OURS, "status": Side.OURS}, left.dot)
    assert left.counter == counter + 1
    assert version.dots["title"] == version.dots["status"] == Dot(A, left.counter)


def test_a_choice_that_changes_no_value_makes_no_dot() -> None:
    left, right = two()
    assert right.pair is not None
    found = merge(left.pair, right.pair)
    assert resolve(found, {"title": Side.THEIRS}, never) == left.pair


def test_kinds_that_differ_are_refused() -> None:
    left, _ = two()
    assert left.pair is not None
    with pytest.raises(ValueError, match="kinds"):
        merge(left.pair, (Record(kind=Kind.PARTY, id=ID), left.pair[1]))


def test_true_is_not_one() -> None:
    assert not same(True, 1)
    assert not same({"pos": 0, "months": 1}, {"pos": 0, "months": True})
    assert not same({"pos": 0}, {"pos": 0, "text": "x"})
    assert not same({"pos": 0}, None)
    assert same({"pos": 0, "text": "x"}, {"text": "x", "pos": 0})


# --- the model ------------------------------------------------------------------------------------------

LINES = (A, B, C)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("title"), st.integers(0, 2), st.sampled_from(["x", "y", None])),
        st.tuples(st.just("status"), st.integers(0, 2), st.sampled_from(["x", "y"])),
        st.tuples(st.just("tag"), st.integers(0, 2), st.sampled_from(["e1", "e2"]), st.sampled_from("xy")),
        st.tuples(st.just("untag"), st.integers(0, 2), st.sampled_from(["e1", "e2"])),
        st.tuples(st.just("delete"), st.integers(0, 2)),
        st.tuples(st.just("send"), st.integers(0, 2)),
        st.tuples(st.just("read"), st.integers(0, 2), st.integers(0, 20), st.sampled_from(list(Side))),
    ),
    max_size=40,
)


def run(script: list[tuple[Any, ...]]) -> tuple[list[Desk], list[Pair]]:
    desks = [Desk(line) for line in LINES]
    bundles: list[Pair] = []
    for name, who, *rest in script:
        desk = desks[who]
        if name in ("title", "status"):
            desk.edit(**{name: rest[0]})
        elif name == "tag":
            desk.tag(rest[0], rest[1])
        elif name == "untag" and desk.pair is not None:
            desk.tag(rest[0], None)
        elif name == "delete":
            desk.delete()
        elif name == "send" and desk.pair is not None:
            bundles.append(desk.pair)
        elif name == "read" and bundles:
            desk.receive(bundles[rest[0] % len(bundles)], rest[1])
    return desks, bundles


def settle(desks: list[Desk]) -> None:
    """Let all send to all until nobody learns anything; conflicts are solved as they come."""
    for _ in range(10):
        news = False
        for reader, writer in itertools.permutations(desks, 2):
            found = reader.receive(writer.pair)
            news = news or (found is not None and found.learns)
        if not news:
            return
    raise AssertionError("the desks never agree")


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_desks_that_exchange_everything_agree(script: list[tuple[Any, ...]]) -> None:
    desks, bundles = run(script)
    settle(desks)
    assert desks[0].pair == desks[1].pair == desks[2].pair
    for desk in desks:  # old bundles, again and in any order, change nothing and show no conflict again
        before = desk.pair
        for bundle in reversed(bundles):
            found = desk.receive(bundle)
            assert found is not None
            assert found.state is MergeState.UNCHANGED
            assert not found.learns
        assert desk.pair == before


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None)
@given(steps, st.permutations(range(6)))
def test_order_and_repetition_of_bundles_change_nothing(
    script: list[tuple[Any, ...]],
    order: list[int],
) -> None:
    desks, bundles = run(script)
    chosen = (bundles + [desk.pair for desk in desks if desk.pair is not None])[-6:]
    shuffled = [chosen[place] for place in order if place < len(chosen)]
    first, second = Desk("d" * 32), Desk("d" * 32)
    clean = True
    for reader, sequence in ((first, chosen), (second, [*shuffled, *shuffled])):
        for bundle in sequence:
            found = merge(reader.pair, bundle)
            if found.state is MergeState.CONFLICT:
                clean = False
                break
            reader.receive(bundle)
    assume(clean)  # Hypothesis complains where that is rare
    assert first.pair == second.pair


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None)
@given(steps)
def test_both_sides_see_the_same(script: list[tuple[Any, ...]]) -> None:
    desks, _ = run(script)
    pairs = [desk.pair for desk in desks if desk.pair is not None]
    mirrored = {
        PartVerdict.SAME: PartVerdict.SAME,
        PartVerdict.CONFLICT: PartVerdict.CONFLICT,
        PartVerdict.OURS: PartVerdict.THEIRS,
        PartVerdict.THEIRS: PartVerdict.OURS,
    }
    for mine, his in itertools.combinations(pairs, 2):
        one, other = merge(mine, his), merge(his, mine)
        assert one.context == other.context
        assert [(p.part, p.verdict, p.ours, p.theirs, p.dot) for p in one.parts] == [
            (p.part, mirrored[p.verdict], p.theirs, p.ours, p.dot) for p in other.parts
        ]
        assert (one.state is MergeState.CONFLICT) == (other.state is MergeState.CONFLICT)
