"""A text with letters of a script without a font goes out in no form; whoever publishes learns which text."""

from dataclasses import replace

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.pictures import Retouched
from hrddesk.redact.drafting.unprinted import script_without_font
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.redact.publication.redaction import Request, redact
from tests.unit.redact.invented import AS_OF, SECRET, Desk, all_text
from tests.unit.redact.twins import BOX, shot

WITHOUT_FONT = {
    "Hangul": "어제 다리에서 편지를 받았다",
    "Thai": "เมื่อวานมีจดหมายมาถึง",
    "Myanmar": "မနေ့က စာတစ်စောင်ရောက်လာသည်",
    "Hebrew": "אתמול הגיע מכתב אל הגשר",
    "Ethiopic": "ትናንት ደብዳቤ ደረሰ",
    "Bengali": "গতকাল একটি চিঠি এসেছিল",
    "Tamil": "நேற்று ஒரு கடிதம் வந்தது",
    "Khmer": "ម្សិលមិញសំបុត្រមួយបានមកដល់",
    "Georgian": "გუშინ წერილი მოვიდა",
    "Armenian": "երեկ նամակ եկավ",
    "Lao": "ມື້ວານນີ້ຈົດຫມາຍມາຮອດ",
    "Sinhala": "ඊයේ ලිපියක් ආවා",
    "Syriac": "ܐܬܡܠܝ ܐܬܬ ܐܓܪܬܐ",
    "Yi": "ꀊꂿꇉꄯ",
}


@pytest.mark.parametrize("script", WITHOUT_FONT)
def test_a_text_in_a_script_without_a_font_stays_behind(desk: Desk, script: str) -> None:
    said = f"It was told: {WITHOUT_FONT[script]}."
    case = desk.told(desk.party("Vero Lunt"), text=said)
    made = desk.redact()
    (left,) = made.unprinted
    assert (left.record, left.field, left.script) == (case, "narrative", script)
    assert left.words in said
    assert WITHOUT_FONT[script].startswith(left.words[:4])
    assert made.model.cases[0].texts == ()
    assert LeftOut.CHANGED_TEXT not in made.left_out
    assert not any(map(script_without_font, all_text(made.model)))


def test_decomposed_letters_stay_behind_like_whole_ones(desk: Desk) -> None:
    desk.told(desk.party("Vero Lunt"), text="어제")
    assert [left.script for left in desk.redact().unprinted] == ["Hangul"]


def test_other_words_in_their_stead_let_a_text_go_out(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="They called him 어제 there.")
    text = desk.records[case].text("narrative")
    desk.wordings[case, "narrative"] = TextDecisions(text).with_decision(
        Decision(16, 18, How.WORDS, "a name")
    )
    desk.review(case, "narrative")
    made = desk.redact()
    assert made.unprinted == ()
    assert made.model.cases[0].texts == ("They called him a name there.",)


def test_a_name_that_goes_is_no_reason_to_stay_behind(desk: Desk) -> None:
    hidden = desk.party("오 달브", level=SECRET)
    desk.near(desk.told(desk.party("Vero Lunt"), text="Then 오 달브 left."), hidden)
    made = desk.redact()
    assert made.unprinted == ()
    assert made.model.cases[0].texts == ("Then [person] left.",)


def test_another_text_that_says_the_same_takes_its_place(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="어제 편지를 받았다")
    desk.set(case, language="ko")
    translated = desk.text(case, "A letter came.", "en", of="narrative")
    desk.review(case, translated)
    made = desk.redact()
    assert made.model.cases[0].texts == ("A letter came.",)
    assert [left.field for left in made.unprinted] in ([], ["narrative"])


def test_without_sheets_no_text_is_missed(desk: Desk) -> None:
    case = desk.told(desk.party("Vero Lunt"), text="어제")
    desk.event(case, "sentenced", lists={"penalties": [{"kind": "life"}]}, level=None)
    assert desk.redact(NAMES, parts=[Chapter.TIMELINE]).unprinted == ()


@pytest.mark.parametrize(
    "text", ["ℵ", "Å", "ﬁ", "ｱ", "𝔸", "①", "̈", "١", "९", "ʼ", "々", "〇", "ㄅ", "é", "\u3164"]
)
def test_signs_and_forms_of_printed_letters_are_no_other_script(text: str) -> None:
    made = set(map(script_without_font, text))
    assert made == ({"Hebrew"} if text == "ℵ" else {""})


@pytest.mark.parametrize(("alt", "caption", "field"), [("어제", "", "alt"), ("A bridge", "어제", "caption")])
def test_a_picture_stays_behind_for_its_words(desk: Desk, alt: str, caption: str, field: str) -> None:
    profile = replace(NAMES, pictures=True)
    case = desk.told(desk.party("Vero Lunt"))
    file, size, image = shot(0, 1)
    evidence = desk.other(Kind.EVIDENCE, case=case, sha256=file, others="consented")
    drawn = Retouched(file=file, size=size, boxes=(BOX,), alt=alt, caption=caption).of_evidence(
        desk.records[evidence]
    )
    drawn = drawn.reviewed(desk.censor(profile), 1, "reader")
    pictures, images = {evidence: drawn}, {evidence: image}
    made = redact(desk.facts(), Request(profile=profile, as_of=AS_OF, pictures=pictures, images=images))
    assert [(left.record, left.field, left.script) for left in made.unprinted] == [
        (evidence, field, "Hangul")
    ]
    assert made.pictures == ()
