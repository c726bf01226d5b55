"""A reader sees what tells more than the rest of a publication, and a review vouches for unknown names."""

from dataclasses import replace

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.pictures import read
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from hrddesk.redact.profile.profiles import LABELS, NAMES, AgeDetail, PlaceDetail, Profile
from hrddesk.redact.texts.marks import MarkKind, TellingMark, marks
from hrddesk.redact.texts.texts import ExaminedText, still_vouched_for, vouched_for
from tests.unit.redact.invented import PUBLIC, SECRET, Desk


def _marks(
    desk: Desk, text: str, profile: Profile, *people: RecordId, decided: Decision | None = None
) -> list[TellingMark]:
    censor = desk.censor(profile, involved=people)
    wording = TextDecisions(text) if decided is None else TextDecisions(text, (decided,))
    return list(marks(ExaminedText.of(wording, censor), censor))


def _told(found: list[TellingMark]) -> list[tuple[MarkKind, str, str]]:
    return [(mark.kind, mark.words, mark.coarser) for mark in found]


@pytest.mark.parametrize(
    ("text", "profile", "told"),
    [
        ("On 5 August 2019 it rained.", LABELS, [(MarkKind.DATE, "5 August 2019", "August 2019")]),
        ("On 5 August 2019 it rained.", NAMES, []),
        ("At 14:30 it rained.", LABELS, [(MarkKind.TIME, "14:30", "")]),
        ("At 9 am it rained.", LABELS, [(MarkKind.TIME, "9 am", "")]),
        ("那天凌晨三点下雨。", LABELS, [(MarkKind.TIME, "三点", "")]),
        ("At 14:30 it rained.", NAMES, []),
        ("At half past four it rained.", LABELS, [(MarkKind.TIME, "half past", "")]),
        ("ساعات تورتتە جاۋدى.", LABELS, [(MarkKind.TIME, "ساعات تورتتە", "")]),
        ("было в половине пятого.", LABELS, [(MarkKind.TIME, "в половине", "")]),
        ("dört buçukta oldu.", LABELS, [(MarkKind.TIME, "buçukta", "")]),
        ("الرابعة والنصف.", LABELS, [(MarkKind.TIME, "والنصف", "")]),
        ("Somebody aged 34 left.", LABELS, [(MarkKind.AGE, "aged 34", "aged 30–39")]),
        ("A 34-year-old left.", LABELS, [(MarkKind.AGE, "34-year-old", "30–39-year-old")]),
        ("当事人三十四岁。", LABELS, [(MarkKind.AGE, "三十四岁", "")]),
        ("Somebody aged 34 left.", replace(LABELS, ages=AgeDetail.NONE), [(MarkKind.AGE, "aged 34", "")]),
        ("The thirty-four-year-old left.", LABELS, [(MarkKind.AGE, "thirty-four-year-old", "")]),
        ("A thirty-four-year-old in prison fell ill.", LABELS, [(MarkKind.AGE, "thirty-four-year-old", "")]),
        ("tenía treinta y cuatro años.", LABELS, [(MarkKind.AGE, "treinta y cuatro años", "")]),
        ("Fueron veinte años de prisión.", LABELS, []),
        ("Там восемнадцать лет.", LABELS, [(MarkKind.AGE, "восемнадцать лет", "")]),
        ("otuz dört yaşındaydı.", LABELS, [(MarkKind.AGE, "otuz dört yaşındaydı", "")]),
        ("Сонда отыз төрт жаста еді.", LABELS, [(MarkKind.AGE, "отыз төрт жаста", "")]),
        ("وتىز ءتورت جاستا ەدى.", LABELS, [(MarkKind.AGE, "وتىز ءتورت جاستا", "")]),
        ("ئوتتۇز تۆت ياشتا ئىدى.", LABELS, [(MarkKind.AGE, "ئوتتۇز تۆت ياشتا", "")]),
        ("سی و چهار ساله بود.", LABELS, [(MarkKind.AGE, "سی و چهار ساله", "")]),
        ("كان هناك أربعة وثلاثون عاما.", LABELS, [(MarkKind.AGE, "وثلاثون عاما", "")]),
        ("гучин дөрвөн настай байв.", LABELS, [(MarkKind.AGE, "гучин дөрвөн настай", "")]),
        ("ལོ་སོ་བཞི་ཡིན།", LABELS, [(MarkKind.AGE, "ལོ་སོ་བཞི", "")]),
        ("τριάντα τεσσάρων ετών.", LABELS, [(MarkKind.AGE, "τριάντα τεσσάρων ετών", "")]),
        ("वह चौंतीस साल का था।", LABELS, [(MarkKind.AGE, "चौंतीस साल", "")]),
        ("Somebody aged 34 left.", NAMES, []),
        ("Somebody aged 34 left.", replace(LABELS, ages=AgeDetail.EXACT), []),
        ("The cousin left.", NAMES, [(MarkKind.FAMILY, "cousin", "")]),
        ("They saw Quentin Marlowe.", NAMES, [(MarkKind.NAME, "Quentin Marlowe", "")]),
        (
            "It was in Hollow Village.",
            LABELS,
            [(MarkKind.NAME, "Hollow", ""), (MarkKind.PLACE, "Hollow Village", "")],
        ),
    ],
)
def test_what_tells_more_than_the_rest(
    text: str, profile: Profile, told: list[tuple[MarkKind, str, str]]
) -> None:
    assert _told(_marks(Desk(), text, profile)) == told


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("كان ذلك في قرية تل الزهور.", "قرية تل الزهور"),
        ("او در روستای گل‌تپه بود.", "روستای گل‌تپه"),
        ("ول بوستان اۋىلىندا تۇردى.", "بوستان اۋىلىندا"),
        ("ئۇ بوستان كەنتىدە ئىدى.", "بوستان كەنتىدە"),
        ("ནག་པོ་གྲོང་གསེབ་ཏུ་", "ནག་པོ་གྲོང་གསེབ"),
        ("वह रामपुर गाँव में था।", "रामपुर गाँव"),
        ("Eso fue en el pueblo de Peña Honda.", "pueblo de Peña Honda"),
        ("Жили в селе Новая Нива.", "селе Новая Нива"),
        ("Село Новая Нива сгорело.", "Село Новая Нива"),
        ("Они из посёлка Зелёный Яр.", "посёлка Зелёный Яр"),
        ("За селом Новая Нива лес.", "селом Новая Нива"),
        ("Он вырос на хуторе Нива.", "хуторе Нива"),
        ("Şirin Köyünde oturdu.", "Şirin Köyünde"),
        ("Yeşil beldesinde oturdu.", "Yeşil beldesinde"),
        ("Ол Жасыл ауылға кетті.", "Жасыл ауылға"),
        ("Eso fue en los pueblos de Peña.", "pueblos de Peña"),
        ("Ήταν στα χωριά Πέτρα.", "χωριά Πέτρα"),
        ("Yéshil kentide idi.", "Yéshil kentide"),
        ("那是在柳鎮。", "柳鎮"),
    ],
)
def test_villages_are_marked_in_every_script(text: str, village: str) -> None:
    marked = [one.words for one in _marks(Desk(), text, LABELS) if one.kind is MarkKind.PLACE]
    assert any(village in words for words in marked)


@pytest.mark.parametrize("text", ["Ногоон багш ирсэн.", "The villagers left.", "Они сели вечером."])
def test_words_that_begin_like_a_village_are_none(text: str) -> None:
    assert MarkKind.PLACE not in [mark.kind for mark in _marks(Desk(), text, LABELS)]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("It rained at four o'clock.", "four o'clock"),
        ("عند الساعة الرابعة خرجوا.", "الساعة الرابعة"),
        ("عند الساعة ٤ خرجوا.", "الساعة ٤"),
        ("ساعت چهار رفتند.", "ساعت چهار"),
        ("Пришли в четыре часа.", "в четыре часа"),
        ("Llegaron a las cuatro.", "a las cuatro"),
        ("Llegaron a las 4.", "a las 4"),
        ("Saat dörtte geldiler.", "Saat dörtte"),
        ("Сағат төртте келді.", "Сағат төртте"),
        ("Дөрвөн цагт ирсэн.", "Дөрвөн цагт"),
        ("سائەت تۆتتە كەلدى.", "سائەت تۆتتە"),
        ("वे चार बजे आए।", "चार बजे"),
        ("Ήρθαν τέσσερις η ώρα.", "τέσσερις η ώρα"),
        ("ཆུ་ཚོད་བཞི་ལ་འབྱོར།", "ཆུ་ཚོད་བཞི"),
    ],
)
def test_hours_in_the_words_of_every_language(text: str, hour: str) -> None:
    assert [mark.words for mark in _marks(Desk(), text, LABELS) if mark.kind is MarkKind.TIME] == [hour]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("A man of 41 years left.", "of 41 years"),
        ("A man, 41 years of age, left.", "41 years of age"),
        ("A 41-year-old in prison fell ill.", "41-year-old"),
        ("They are 41 years old in prison.", "41 years old"),
        ("A woman of 70 years in prison fell ill.", "of 70 years"),
        ("A girl of 14 years in prison fell ill.", "of 14 years"),
        ("Those of 70 years in prison fell ill.", "of 70 years"),
        ("Two of 41 years and 6 others in prison fell ill.", "of 41 years"),
        ("Murió un hombre de 41 años de edad de prisión.", "41 años de edad"),
        ("They left at the age of 41.", "age of 41"),
        ("Name and age: 41.", "age: 41"),
        ("Un hombre de 41 años salió.", "41 años"),
        ("Salió a la edad de 41 años.", "edad de 41 años"),
        ("Вышел человек в возрасте 41 года.", "возрасте 41 года"),
        ("Они видели 41-летнюю.", "41-летнюю"),
        ("Ένας 41χρονος έφυγε.", "41χρονος"),
        ("41 yaşındaydı.", "41 yaşındaydı"),
        ("Ол 41 жасында кетті.", "41 жасында"),
        ("Тэр 41 насандаа явсан.", "41 насандаа"),
        ("خرج رجل عمره ٤١ عاما.", "عمره ٤١ عاما"),
        ("خرج في سن ٤١.", "سن ٤١"),
        ("او ۴۱ سال سن دارد.", "۴۱ سال سن"),
        ("ئۇ 41 يېشىدا كەتتى.", "41 يېشىدا"),
        ("उसकी उम्र ४१ है।", "उम्र ४१"),
        ("རང་ལོ་༤༡་ཡིན།", "རང་ལོ་༤༡"),
        ("年龄：41，男。", "年龄：41"),
    ],
)
def test_ages_in_the_words_of_every_language(text: str, age: str) -> None:
    ages = [mark.words for mark in _marks(Desk(), text, LABELS) if mark.kind is MarkKind.AGE]
    assert ages == [age]


@pytest.mark.parametrize(
    "text",
    [
        "They left after 41 years.",
        "In the course of 41 days.",
        "Pages 41, years 2019 to 2021.",
        "A term of 5 years in prison.",
        "The court gave a woman 5 years in prison.",
        "A term of 20 years in prison.",
        "They got a sentence of 15 years of imprisonment.",
        "The court gave 5 years in prison.",
        "They got a sentence of 5 years’ imprisonment.",
        "They got a term of 5 years and 6 months in prison.",
        "They got a term of 5 years of forced labour.",
        "判处5年徒刑。",
        "被判有期徒刑五年。",
        "Dictaron 5 años de prisión.",
        "Суд дал 5 лет лишения свободы.",
        "Суд дал ей 20 лет лишения свободы.",
        "حكم عليهم ٥ سنوات سجنا.",
        "Επέβαλαν 5 χρόνια φυλακή.",
        "उन्हें ५ साल की जेल हुई।",
    ],
)
def test_other_numbers_of_years_are_no_ages(text: str) -> None:
    assert MarkKind.AGE not in [mark.kind for mark in _marks(Desk(), text, LABELS)]


def test_sex_is_marked_where_it_is_not_printed(desk: Desk) -> None:
    silent, printed = desk.party("Orla Fenwick"), desk.party("Tarn Holloway", sex="male")
    text = "Then he left. 她走了。"
    assert _told(_marks(desk, text, LABELS, silent)) == [(MarkKind.SEX, "he", ""), (MarkKind.SEX, "她", "")]
    assert _marks(desk, text, LABELS, printed) == []
    without = replace(LABELS, fields=LABELS.fields - {"party.sex"})
    assert len(_marks(desk, text, without, printed)) == 2
    assert _marks(desk, text, NAMES, silent) == [], "whoever is named is known anyway"


def test_places_on_record_that_the_profile_does_not_tell(desk: Desk) -> None:
    county = desk.place("Lower Fen", "county")
    desk.other(Kind.PLACE, PUBLIC, {"en": "Blue Mill", "zh-Hans": "蓝磨坊"}, kind="other", parent=county)
    text = "It was at blue mill in Lower Fen, 在蓝磨坊。"
    assert _told(_marks(desk, text, LABELS)) == [
        (MarkKind.PLACE, "blue mill", ""),
        (MarkKind.PLACE, "蓝磨坊", ""),
    ]
    assert _marks(desk, text, NAMES) == []
    coarse = replace(LABELS, places=PlaceDetail.PROVINCE)
    assert "Lower Fen" in [mark.words for mark in _marks(desk, text, coarse)]
    nothing = replace(LABELS, places=PlaceDetail.NONE)
    assert "Lower Fen" in [mark.words for mark in _marks(desk, text, nothing)]


def test_what_is_on_record_is_no_unknown_name(desk: Desk) -> None:
    desk.party("Larkspur Foundation", kind="organisation")
    desk.other(Kind.SOURCE, PUBLIC, kind="document", publisher="The Hollow Gazette", title="Marlowe Papers")
    text = "They asked the Larkspur Foundation and The Hollow Gazette for the Marlowe Papers."
    assert _marks(desk, text, NAMES) == []


def test_a_part_of_a_name_of_somebody_far_is_marked_though_nobody_is_asked(desk: Desk) -> None:
    desk.party("Brisk Marlowe")
    assert [mark.words for mark in _marks(desk, "They saw Quentin Marlowe.", NAMES)] == ["Quentin Marlowe"]
    involved = desk.party("Odal Fenwick")
    assert _marks(desk, "Then Fenwick left.", NAMES, involved) == []


def test_a_place_that_a_reader_decided_about_is_marked_no_more(desk: Desk) -> None:
    text = "Then the cousin left."
    decided = Decision(9, 15, How.WORDS, "someone")
    assert _marks(desk, text, NAMES, decided=decided) == []
    assert _marks(desk, text, NAMES, decided=Decision(9, 15, How.STAY)) == []


def test_a_review_vouches_for_the_unknown_names_that_its_reader_saw(desk: Desk) -> None:
    text = "They saw Quentin Marlowe at the Larkspur Foundation."
    censor = desk.censor(NAMES)
    reading = ExaminedText.of(TextDecisions(text), censor)
    vouched = vouched_for(censor, reading)
    assert still_vouched_for(vouched, censor, reading)
    desk.party("Larkspur Foundation", kind="organisation")
    fewer = desk.censor(NAMES)
    known = ExaminedText.of(TextDecisions(text), fewer)
    assert len(known.may_be_names) < len(reading.may_be_names)
    assert still_vouched_for(vouched, censor, replace(reading, may_be_names=known.may_be_names))
    assert not still_vouched_for(
        vouched_for(censor, replace(reading, may_be_names=known.may_be_names)), censor, reading
    )


@pytest.mark.parametrize(
    ("text", "kind", "place", "printed"),
    [
        ("Inspector Marlowe left.", IdentifierKind.UNKNOWN, (10, 17), "Inspector [person] left."),
        ("The form is 48 21 07.", IdentifierKind.LONG_NUMBER, (12, 20), "The form is [number]."),
        ("Вот улица Лесная, дом 4.", IdentifierKind.DWELLING, (4, 23), "Вот [place]."),
    ],
)
def test_a_text_waits_until_a_reader_decided_what_is_asked(
    desk: Desk, text: str, kind: IdentifierKind, place: tuple[int, int], printed: str
) -> None:
    case = desk.told(desk.party("Orla Fenwick"), text=text)
    key = case, "narrative"
    waiting = desk.redact(NAMES)
    assert waiting.model.cases[0].texts == ()
    assert waiting.left_out[LeftOut.MARK] == 1
    found = ExaminedText.of(TextDecisions(text), desk.censor(NAMES)).found
    assert [(item.kind, item.span) for item in found if item.kind is kind] == [(kind, place)]
    desk.wordings[key] = TextDecisions(text, (Decision(*place, How.STAY),))
    desk.review(case, "narrative")
    assert desk.redact(NAMES).model.cases[0].texts == (text,)
    word = {
        IdentifierKind.UNKNOWN: "person",
        IdentifierKind.LONG_NUMBER: "number",
        IdentifierKind.DWELLING: "place",
    }[kind]
    desk.wordings[key] = TextDecisions(text, (Decision(*place, How.LABEL, word),))
    desk.review(case, "narrative")
    assert desk.redact(NAMES, language=("en",)).model.cases[0].texts == (printed,)


def test_the_other_half_of_a_name_that_a_reader_covers_waits_for_a_decision(desk: Desk) -> None:
    case = desk.told(desk.party("Kelmend"), text="They saw Leo Kelmend there.")
    key, text = (case, "narrative"), "They saw Leo Kelmend there."
    covered = Decision(13, 20, How.LABEL, "person")

    def printed(*decided: Decision) -> tuple[str, ...]:
        desk.wordings[key] = TextDecisions(text, decided)
        desk.review(case, "narrative")
        return desk.redact(NAMES, language=("en",)).model.cases[0].texts

    assert printed(covered) == ()
    assert printed(replace(covered, end=18)) == ()  # what no record knows, and a reader chose
    assert printed(Decision(9, 12, How.STAY), covered) == ("They saw Leo [person] there.",)
    assert printed(Decision(9, 12, How.LABEL, "person"), covered) == ("They saw [person] there.",)


@pytest.mark.parametrize("half", ["Leo", "L.", "Leo S."])
def test_the_other_half_of_a_name_goes_where_nobody_is_asked(desk: Desk, half: str) -> None:
    censor = desk.censor(NAMES, involved=[desk.party("Kelmend", level=SECRET)])
    said = read(f"They saw {half} Kelmend there.", censor).pieces(censor)
    assert said == ("They saw ", Word.PERSON, " there.")


def test_who_only_sounds_like_somebody_of_the_case_is_a_question(desk: Desk) -> None:
    """It may be a sister: "Person A, a neighbour" would tell of one what is true of the other."""
    milan = desk.party("Milan Dorvik", level=PUBLIC)
    text = "Milena Dorvic, a neighbour, said so; Milan Dorvik was silent."
    labelled = desk.censor(LABELS, involved=[milan])
    (asked,) = labelled.undecided(
        (reading := ExaminedText.of(TextDecisions(text), labelled)).worded, reading.found
    )
    assert (asked.span, asked.maybe) == ((0, 13), (milan,))
    assert (MarkKind.NAME, "Milena Dorvic", "") in _told(_marks(desk, text, NAMES, milan))


def test_a_reader_is_asked_about_somebody_whose_label_was_asked_for(desk: Desk) -> None:
    person = desk.party("Tamsindra Quell", level=PUBLIC)
    censor = desk.censor(NAMES, label=[person], involved=[person])
    reading = ExaminedText.of(TextDecisions("So Tamsy left."), censor)
    assert [item.maybe for item in reading.found] == [(person,)]
    assert reading.undecided(censor) == 1
