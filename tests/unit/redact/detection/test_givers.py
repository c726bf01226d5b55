"""Who gave evidence is a name to be looked for in texts, as far as one was typed."""

import pytest

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.redact.detection.givers import names_of_givers, names_typed
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import How
from hrddesk.redact.profile.profiles import NAMES
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
        ("أُودال بَريسك", ["أُودال بَريسك"]),
        ("बहन, ओदल ब्रिस्क", ["ओदल ब्रिस्क"]),
        ("ཨོ་དལ་བྲིས་ཁ", ["ཨོ་དལ་བྲིས་ཁ"]),
        ("ཨ་མ", []),
        ("邬棠溪", ["邬棠溪"]),
        ("邻居：邬棠溪、家属", ["邬棠溪"]),
        ("塔木·阿拉", ["塔木·阿拉"]),
        ("家属", []),
        ("她在村里的一位邻居", []),
        ("W1", ["W1"]),
        ("neighbour (W-12)", ["W-12"]),
        ("report 2020", []),
    ],
)
def test_what_looks_like_a_name_is_taken(typed: str, names: list[str]) -> None:
    assert list(names_of_givers(typed)) == names


def test_a_public_document_names_no_giver() -> None:
    paper = Record(kind=Kind.SOURCE, id=new_id()).with_fields(
        kind="document", title="Odal Brisk speaks", author="M. Post"
    )
    assert names_typed(paper) == ("Odal Brisk speaks", "M. Post")
    assert names_typed(paper.with_visibility(Visibility.PUBLIC)) == ()


def test_whoever_gave_evidence_is_taken_out_of_texts(desk: Desk) -> None:
    case = desk.case(desk.party("Vero Lunt"))
    desk.other(Kind.EVIDENCE, from_whom="her sister Odal Brisk", case=case)
    desk.other(Kind.EVIDENCE, from_whom="邬棠溪", case=case)
    desk.set(case, narrative="Brisk Odal photographed it, a sister said. 邬棠溪 and Wu Tangxi came too.")
    assert desk.decide(case, "narrative", How.LABEL)
    (made,) = desk.model().cases
    (text,) = made.texts
    assert text == "[person] photographed it, a sister said. [person] and [person] came too."


def test_nothing_in_a_text_says_that_somebody_is_the_source(desk: Desk) -> None:
    """Whoever told the desk something is a person like others there; only documents are sources."""
    case = desk.case(desk.party("Vero Lunt"))
    desk.other(Kind.EVIDENCE, from_whom="Katarin Zelinka", case=case)
    desk.other(Kind.SOURCE, type="interview", title="Liesbet Haverkoop", code_name="Poplar")
    desk.other(Kind.SOURCE, type="witness", title="W1")
    desk.other(Kind.SOURCE, type="court_document", title="Judgment 12 of 2020")
    text = "His sister Katarin Zelinka was at home. Zelinka wept. Poplar, Liesbet Haverkoop and (W1) saw it."
    desk.set(case, narrative=f"{text} Judgment 12 of 2020 says so.")
    assert desk.decide(case, "narrative", How.LABEL)
    (told,) = desk.model().cases[0].texts
    assert told == (
        "His sister [person] was at home. [person] wept. [person], [person] and ([person]) saw it. "
        "[source] says so."
    )


def test_a_reader_is_asked_about_a_part_of_the_name_of_a_source(desk: Desk) -> None:
    case = desk.case(desk.party("Vero Lunt"))
    desk.other(Kind.EVIDENCE, from_whom="Katarin Zelinka", case=case)
    desk.set(case, narrative="Zelinka wept.")
    desk.review(case, "narrative")
    assert desk.redact().left_out[LeftOut.MARK] == 1


def test_somebody_of_the_vault_who_gave_evidence_is_called_as_the_profile_says(desk: Desk) -> None:
    case = desk.case(desk.party("Vero Lunt"))
    desk.other(Kind.EVIDENCE, from_whom="Vero Lunt", case=case)
    desk.set(case, narrative="Vero Lunt kept the warrant.")
    desk.review(case, "narrative")
    (made,) = desk.model(NAMES).cases
    assert made.texts == ("Vero Lunt kept the warrant.",)
