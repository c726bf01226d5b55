"""How a party is called on the screen."""

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, new_id
from hrddesk.records.names.display_names import display_name, names_together, people_together


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        ([{"name": "Hu Lan", "kind": "main"}, {"name": "胡岚", "kind": "main"}], "Hu Lan / 胡岚"),
        ([{"name": "Old", "kind": "former"}, {"name": "Hu Lan", "kind": "main"}], "Hu Lan"),
        ([{"name": "Old", "kind": "former"}, {"name": "Pen", "kind": "pen"}], "Old"),
        ([{"name": "Same", "kind": "main"}, {"name": "Same"}], "Same"),
    ],
)
def test_main_names_in_their_order(names: list[Element], expected: str) -> None:
    assert display_name(Record(kind=Kind.PARTY, id=new_id()).with_elements("names", names)) == expected


def test_names_stand_together_and_each_is_whole() -> None:
    """Two thirds of the names written in Chinese for Uyghurs have a dot; a slash in a name parts nothing."""
    given = ["Rahile Ablet", "热依拉·阿布来提", "Rahile / Ablet"]
    assert names_together([*given, "", "Rahile Ablet"]) == "Rahile Ablet / 热依拉·阿布来提 / Rahile/Ablet"
    assert people_together(["热依拉·阿布来提", "Hu; Lan", "Hu Lan", "Hu Lan"]) == (
        "热依拉·阿布来提; Hu;Lan; Hu Lan; Hu Lan"
    )
