"""Each place that is shown says where it stands before and after, whatever was decided."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.actions.content_review.text_places import TextOnPaper
from hrddesk.redact.passages.pieces import language_within, said
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from hrddesk.redact.people.labels import blank
from hrddesk.redact.profile.profiles import LABELS
from hrddesk.redact.texts.texts import ExaminedText
from tests.campaigns import tried
from tests.unit.redact.invented import RESTRICTED, SECRET, Desk

_PARTS = ("Odal Brisk", "缪屿川", "缪屿", "川远", "Vero Lunt", " said ", "VL and ", "。", "13800138000 ")
_DECIDED = st.tuples(
    st.integers(0, 60),
    st.integers(1, 14),
    st.sampled_from([(How.LABEL, "person"), (How.LABEL, "place"), (How.WORDS, ""), (How.STAY, "")]),
    st.lists(st.sampled_from(_PARTS), max_size=2).map("".join),
)


@given(
    parts=st.lists(st.sampled_from(_PARTS), min_size=1, max_size=10), decided=st.lists(_DECIDED, max_size=4)
)
@settings(max_examples=tried(300, 100))
def test_places_point_at_what_they_are_about_in_both_texts(
    parts: list[str], decided: list[tuple[int, int, tuple[How, str], str]]
) -> None:
    desk = Desk()
    desk.party("Odal Brisk", level=SECRET)
    for name in ("缪屿川", "缪屿", "川远", "Vero Lunt"):
        desk.party(name, level=RESTRICTED)
    text = "x" + "".join(parts)
    made = TextDecisions(text)
    for start, length, (how, instead), words in decided:
        if start < len(text):
            value = words if how is How.WORDS else instead
            made = made.with_decision(Decision(start, min(start + length, len(text)), how, value))
    facts, censor = desk.facts(), desk.censor(LABELS)
    reading = ExaminedText.of(made, censor)
    paper = TextOnPaper(facts, censor, reading)
    pieces = reading.pieces(censor)
    language = language_within(pieces, ("en", "zh-Hans"))
    assert paper.result == said(pieces, lambda _: blank("person", (language,)), language)
    for shown in paper.places():
        first, last = shown.told
        assert 0 <= first <= last <= len(paper.result)
        if shown.at is not None:
            assert text[slice(*shown.at)] == shown.text
        if not made.decided and shown.occurrence.inside is None:
            assert paper.result[first:last] == (shown.text if shown.becomes is None else shown.becomes)
        if shown.decision is not None and shown.decision.how is not How.STAY:
            assert paper.result[first:last] == shown.becomes


def test_a_place_says_of_which_name_it_is_another_spelling() -> None:
    desk = Desk()
    desk.party("ئورخۇن تاڭساي", level=SECRET)
    desk.party("缪屿", level=SECRET)
    reading = ExaminedText.of(
        TextDecisions("Орхун Таңсай, Orkhun Tangsay, Miao Yu and 缪屿"), desk.censor(LABELS)
    )
    places = TextOnPaper(desk.facts(), desk.censor(LABELS), reading).places()
    assert [place.form_of for place in places if place.occurrence.inside is None] == [
        "ئورخۇن تاڭساي",
        "ئورخۇن تاڭساي",
        "缪屿",
        "",
    ]
