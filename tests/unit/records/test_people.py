"""How a party is called on the screen."""

import pytest

from hrddesk.records.kinds import Kind
from hrddesk.records.people import display_name
from hrddesk.records.record import Element, Record, new_id


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        ([{"name": "Hu Lan", "kind": "main"}, {"name": "胡岚", "kind": "main"}], "Hu Lan · 胡岚"),
        ([{"name": "Old", "kind": "former"}, {"name": "Hu Lan", "kind": "main"}], "Hu Lan"),
        ([{"name": "Old", "kind": "former"}, {"name": "Pen", "kind": "pen"}], "Old"),
        ([{"name": "Same", "kind": "main"}, {"name": "Same"}], "Same"),
    ],
)
def test_main_names_in_their_order(names: list[Element], expected: str) -> None:
    assert display_name(Record(Kind.PARTY, new_id()).with_elements("names", names)) == expected
