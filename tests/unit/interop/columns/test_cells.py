"""What stands in a cell comes apart and together again without losing a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.interop.columns import cells
from hrddesk.records.model.record import Element

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
AWKWARD = st.text(alphabet="ab|\\@:. []{}", max_size=8)


@given(st.lists(TEXT | AWKWARD, min_size=1))
def test_items_come_back(items: list[str]) -> None:
    if items != [""]:
        assert cells.split_all(cells.join(items)) == items


@given(TEXT | AWKWARD)
def test_one_item_is_changed_only_by_bars(item: str) -> None:
    if "|" not in item:
        assert cells.join([item]) == item


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("", []),
        ("a", ["a"]),
        ("a|b", ["a", "b"]),
        ("a||b| ", ["a", "b"]),
        (r"a\|b", ["a|b"]),
        (r"a\\|b", ["a\\", "b"]),
        (r"C:\temp\x|y", ["C:\\temp\\x", "y"]),
        ("|", []),
        ("land/housing rights|x", ["land/housing rights", "x"]),
        (" a |b ", [" a ", "b "]),
    ],
)
def test_split(cell: str, items: list[str]) -> None:
    assert cells.split(cell) == items


@pytest.mark.parametrize(
    ("item", "name", "script", "kind"),
    [
        ("Gou Lanting@Latn:main", "Gou Lanting", "Latn", "main"),
        ("缑岚汀@hans:别名", "缑岚汀", "Hans", "alias"),
        ("麦芒@Hans", "麦芒", "Hans", ""),
        ("缑岚汀", "缑岚汀", "Hans", "main"),
        (" Gou Lanting ", "Gou Lanting", "Latn", "main"),
        ("mai@mang@Latn:screen", "mai@mang", "Latn", "screen"),
        ("@maimang", "@maimang", "Latn", "main"),
        ("mai@example.org", "mai@example.org", "Latn", "main"),
        ("X@Qaaa:nom de guerre", "X", "Qaaa", "nom de guerre"),
    ],
)
def test_names(item: str, name: str, script: str, kind: str) -> None:
    assert cells.name_of(item, set()) == {"name": name, "script": script, "kind": kind}


def test_a_second_bare_name_in_a_script_is_a_variant() -> None:
    mains: set[str] = set()
    kinds = [cells.name_of(item, mains)["kind"] for item in ("Mai Mang", "麦芒", "Mai Maang", "X@Tibt:main")]
    assert kinds == ["main", "main", "variant", "main"]
    assert mains == {"Latn", "Hans", "Tibt"}


@given(TEXT | AWKWARD, st.sampled_from(["Latn", "Hans", "Zyyy"]), st.sampled_from(["main", "alias", ""]))
def test_names_come_back(name: str, script: str, kind: str) -> None:
    if name.strip():
        element: Element = {"name": name.strip(), "script": script, "kind": kind}
        assert cells.name_of(cells.name_item(element), set()) == element


def test_a_name_without_a_script_is_written_with_the_one_that_it_shows() -> None:
    assert cells.name_item({"name": "麦芒"}) == "麦芒@Hans"
    assert cells.is_script("Hans")
    assert not cells.is_script("Qaaa")


@pytest.mark.parametrize(
    ("item", "element"),
    [
        ("religion:Buddhism", {"vocabulary": "religion", "raw": "Buddhism", "term": "buddhism"}),
        ("religion:of the lake", {"vocabulary": "religion", "raw": "of the lake", "term": None}),
        ("cause:土地权利 [2009..2017-05]", {
            "vocabulary": "cause", "raw": "土地权利", "term": "land_rights",
            "since": "2009", "until": "2017-05",
        }),
        ("occupation:lawyer [..2017]", {
            "vocabulary": "occupation", "raw": "lawyer", "term": "lawyer", "until": "2017",
        }),
        ("no colon", {"raw": "no colon"}),
        ("odd:colon", {"raw": "odd:colon"}),
        (":religion:x", {"vocabulary": "", "raw": "religion:x", "term": None}),
    ],
)  # fmt: skip
def test_terms_of_a_party(item: str, element: Element) -> None:
    found = cells.party_term_of(item)
    assert {k: v for k, v in found.items() if v != ""} == {k: v for k, v in element.items() if v != ""}


@given(
    st.sampled_from(["religion", "cause", "occupation", ""]),
    (TEXT | AWKWARD).filter(str.strip),
    st.sampled_from(["", "2017", "2017-02/2017-03"]),
    st.sampled_from(["", "2019?", "/2020"]),
)
def test_terms_of_a_party_come_back(vocabulary: str, raw: str, since: str, until: str) -> None:
    element: Element = {"vocabulary": vocabulary, "raw": raw, "since": since, "until": until}
    found = cells.party_term_of(cells.party_term_item(element))
    assert {k: found.get(k) or "" for k in element} == element


@pytest.mark.parametrize(
    ("item", "raw", "term"),
    [
        ("fraud", "fraud", "fraud"),
        ("fraud {theft}", "fraud", "theft"),
        ("fraud {}", "fraud", None),
        ("the mill affair {fraud}", "the mill affair", "fraud"),
        ("fraud {theft} {}", "fraud {theft}", None),
    ],
)
def test_a_code_against_the_words_stands_behind_them(item: str, raw: str, term: str | None) -> None:
    element = cells.worded_of(item, "charge")
    assert element == {"raw": raw, "term": term}
    assert cells.worded_item(element, "charge") == item


@pytest.mark.parametrize("item", ["fraud {see below}", "fraud{theft}", "{theft}", "fraud {a{b}"])
def test_braces_that_hold_no_code_are_words(item: str) -> None:
    assert cells.worded_of(item, "charge") == {"raw": item, "term": None}


@given((TEXT | AWKWARD).filter(str.strip), st.sampled_from([None, "fraud", "theft", "not_a_code"]))
def test_words_and_code_come_back(raw: str, term: str | None) -> None:
    element: Element = {"raw": raw, "term": term}
    assert cells.worded_of(cells.worded_item(element, "charge"), "charge") == element


@pytest.mark.parametrize(
    ("item", "element"),
    [
        ("four years {fixed:48months}", {"raw": "four years", "kind": "fixed", "months": 48}),
        ("fixed:48months {life}", {"raw": "fixed:48months", "kind": "life"}),
        ("life {}", {"raw": "life"}),
        ("ten strokes {see below}", {"raw": "ten strokes {see below}"}),
        ("life {} {}", {"raw": "life {}"}),
    ],
)
def test_a_penalty_of_another_meaning_than_its_words_has_it_behind_them(item: str, element: Element) -> None:
    penalty, _ = cells.penalty_of(item)
    assert {part: value for part, value in penalty.items() if value is not None} == element
    assert cells.penalty_item(element) == item


def test_occupations() -> None:
    found = cells.occupation_of("农民工")
    assert found == {"vocabulary": "occupation", "raw": "农民工", "term": "migrant_worker"}
    assert cells.is_plain_occupation(found)
    assert not cells.is_plain_occupation({**found, "since": "2017"})
    assert not cells.is_plain_occupation({**found, "vocabulary": "cause"})
    assert cells.words_of({"term": "lawyer"}) == "lawyer"


@pytest.mark.parametrize(
    ("item", "element", "complete"),
    [
        ("fixed:48months", {"kind": "fixed", "months": 48}, True),
        ("fixed:4years", {"kind": "fixed", "months": 48}, True),
        ("有期徒刑：4年6个月", {"kind": "fixed", "months": 54}, True),
        ("有期徒刑:4年6个月", {"kind": "fixed", "months": 54}, True),
        ("fixed: 4 years, 6 months until 2024-03", {"kind": "fixed", "months": 54, "ends": "2024-03"}, True),
        ("fine:200,000CNY", {"kind": "fine", "amount": 200000, "currency": "CNY"}, True),
        ("罚金:3000元", {"kind": "fine", "amount": 3000, "currency": "CNY"}, True),
        ("confiscation:12864books", {"kind": "confiscation", "quantity": 12864, "unit": "books"}, True),
        ("admin_detention:15days", {"kind": "admin_detention", "quantity": 15, "unit": "days"}, True),
        ("fine:3000", {"kind": "fine", "quantity": 3000, "unit": ""}, True),
        ("life", {"kind": "life"}, True),
        ("死缓", {"kind": "death_reprieve"}, True),
        ("fixed:long", {"kind": "fixed"}, False),
        ("fine:99999999999999999999CNY", {"kind": "fine"}, False),
        ("flogging:3", {}, False),
        ("", {}, False),
        ("fixed:\n", {"kind": "fixed"}, True),
    ],
)
def test_penalties(item: str, element: Element, complete: bool) -> None:
    found, understood = cells.penalty_of(item)
    assert found["raw"] == item
    assert {k: v for k, v in found.items() if k != "raw" and v is not None} == element
    assert understood is complete
    assert cells.penalty_item(found) == (item or "unknown {}")


@pytest.mark.parametrize(
    "item",
    [
        "fixed:48months",
        "fine:200000CNY",
        "confiscation:12books",
        "life",
        "fixed:12months until 2024",
        "unknown",
    ],
)
def test_penalties_from_a_form_are_written_and_read_again(item: str) -> None:
    element = {key: value for key, value in cells.penalty_of(item)[0].items() if key != "raw"}
    assert cells.penalty_item(element) == item


@pytest.mark.parametrize(
    ("cell", "bounds"),
    [
        ("12", (12, 12)),
        ("10-15", (10, 15)),
        ("10 – 15", (10, 15)),
        ("10至15", (10, 15)),
        ("at least 30", (30, None)),
        ("至少30", (30, None)),
        ("30+", (30, None)),
        ("30多人", (30, None)),
        ("up to 9", (None, 9)),
        ("15-10", None),
        ("a dozen", None),
        ("1" * 13, None),
    ],
)
def test_sizes(cell: str, bounds: tuple[int | None, int | None] | None) -> None:
    assert cells.size_of(cell) == bounds
