"""Who gave evidence is a name to be looked for in texts, as far as one was typed."""

import pytest

from hrddesk.records.kinds import Kind
from hrddesk.redact.givers import names_of_givers
from hrddesk.redact.profiles import NAMES
from tests.unit.redact.invented import Desk


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", []),
        ("neighbour", []),
        ("Neighbour", []),
        ("his brother", []),
        ("Odal Brisk", ["Odal Brisk"]),
        ("her sister Odal Brisk, by hand", ["Odal Brisk"]),
        ("Odal Brisk; Tamsin Quell (both at home)", ["Odal Brisk", "Tamsin Quell"]),
        ("O. Brisk", ["O. Brisk"]),
        ("Odal bin Brisk", ["Odal bin Brisk"]),
        ("Одал Бриск", ["Одал Бриск"]),
        ("ئالىم تۇران", ["ئالىم تۇران"]),
        ("邬棠溪", ["邬棠溪"]),
        ("邻居：邬棠溪、家属", ["邬棠溪"]),
        ("塔木·阿拉", ["塔木·阿拉"]),
        ("家属", []),
        ("她在村里的一位邻居", []),
    ],
)
def test_what_looks_like_a_name_is_taken(typed: str, names: list[str]) -> None:
    assert list(names_of_givers(typed)) == names


def test_whoever_gave_evidence_is_taken_out_of_texts(desk: Desk) -> None:
    case = desk.case(desk.party("Vero Lunt"))
    desk.other(Kind.EVIDENCE, from_whom="her sister Odal Brisk", case=case)
    desk.other(Kind.EVIDENCE, from_whom="邬棠溪", case=case)
    desk.set(case, narrative="Brisk Odal photographed it, a sister said. 邬棠溪 and Wu Tangxi came too.")
    desk.review(case, "narrative")
    (made,) = desk.model().cases
    (text,) = made.texts
    assert text == "[source] photographed it, a sister said. [source] and [source] came too."


def test_somebody_of_the_vault_who_gave_evidence_is_called_as_the_profile_says(desk: Desk) -> None:
    case = desk.case(desk.party("Vero Lunt"))
    desk.other(Kind.EVIDENCE, from_whom="Vero Lunt", case=case)
    desk.set(case, narrative="Vero Lunt kept the warrant.")
    desk.review(case, "narrative")
    (made,) = desk.model(NAMES).cases
    assert made.texts == ("Vero Lunt kept the warrant.",)
