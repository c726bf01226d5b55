"""Dates by day are found in the ways of all languages, and said more coarsely."""

import pytest

from hrddesk.redact.detection.patterns import plain_digits
from hrddesk.redact.detection.text_dates import coarser, dates
from hrddesk.redact.profile.profiles import DateDetail


@pytest.mark.parametrize(
    ("text", "found", "month", "year"),
    [
        ("on 5 August 2019.", "5 August 2019", "August 2019", "2019"),
        ("on August 5th, 2019.", "August 5th, 2019", "August 2019", "2019"),
        ("el 5 de agosto de 2019.", "5 de agosto de 2019", "agosto de 2019", "2019"),
        ("5 августа", "5 августа", "августа", ""),
        ("في ٥ آب ٢٠١٩", "٥ آب ٢٠١٩", "آب ٢٠١٩", "٢٠١٩"),
        ("در ۱۴ مرداد ۱۳۹۸", "۱۴ مرداد ۱۳۹۸", "مرداد ۱۳۹۸", "۱۳۹۸"),
        ("5 Ağustos 2019", "5 Ağustos 2019", "Ağustos 2019", "2019"),
        ("2019 жылғы 5 тамызда", "5 тамызда", "тамызда", ""),
        ("2019 جىلى 5 تامىزدا", "5 تامىزدا", "تامىزدا", ""),
        ("2019-يىلى 8-ئاينىڭ 5-كۈنى", "8-ئاينىڭ 5", "8-ئاينىڭ", ""),
        ("2019 оны 8 дугаар сарын 5", "8 дугаар сарын 5", "8 дугаар сарын", ""),
        ("2019 оны 8-р сарын 5", "8-р сарын 5", "8-р сарын", ""),
        ("᠘ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠕", "᠘ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠕", "᠘ ᠰᠠᠷ᠎ᠠ", ""),
        ("༢༠༡༩ ཟླ་༨ ཚེས་༥", "ཟླ་༨ ཚེས་༥", "ཟླ་༨", ""),
        ("2019年8月5日", "2019年8月5日", "2019年8月", "2019"),
        ("二〇一九年八月五日", "八月五日", "", ""),
        ("στις 5 Αυγούστου 2019", "5 Αυγούστου 2019", "Αυγούστου 2019", "2019"),
        ("5 अगस्त 2019", "5 अगस्त 2019", "अगस्त 2019", "2019"),
        ("the third of March 2020.", "third of March 2020", "March 2020", "2020"),
        ("March the twenty-first, 2020.", "March the twenty-first, 2020", "March 2020", "2020"),
        ("on Tuesday 17th", "Tuesday 17th", "", ""),
        ("on Tuesday the third", "Tuesday the third", "", ""),
        ("On Tuesday, 17 March 2020", "17 March 2020", "March 2020", "2020"),
        ("в среду 17-го", "среду 17", "", ""),
        ("двадцать первого марта", "двадцать первого марта", "марта", ""),
        ("tres de marzo de 2020", "tres de marzo de 2020", "marzo de 2020", "2020"),
        ("Salı 17", "Salı 17", "", ""),
        ("üç Mart 2020", "üç Mart 2020", "Mart 2020", "2020"),
        ("في الثالث من مارس", "الثالث من مارس", "مارس", ""),
        ("يوم الثلاثاء ١٧", "الثلاثاء ١٧", "", ""),
        ("سوم مرداد ۱۳۹۸", "سوم مرداد ۱۳۹۸", "مرداد ۱۳۹۸", "۱۳۹۸"),
        ("үшінші наурыз", "үшінші наурыз", "наурыз", ""),
        ("ءۇشىنشى ناۋرىز", "ءۇشىنشى ناۋرىز", "ناۋرىز", ""),
        ("гуравдугаар сарын таван", "гуравдугаар сарын таван", "гуравдугаар сарын", ""),
        ("ᠨᠠᠢᠮᠠᠨ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠲᠠᠪᠤᠨ", "ᠨᠠᠢᠮᠠᠨ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠲᠠᠪᠤᠨ", "ᠨᠠᠢᠮᠠᠨ ᠰᠠᠷ᠎ᠠ", ""),
        ("ئۈچىنچى ئاينىڭ بەشىنچى", "ئۈچىنچى ئاينىڭ بەشىنچى", "ئۈچىنچى ئاينىڭ", ""),
        ("तीन मार्च", "तीन मार्च", "मार्च", ""),
        ("bir Mayıs Cuma", "bir Mayıs", "Mayıs", ""),
        ("एक मई", "एक मई", "मई", ""),
        ("uno de mayo", "uno de mayo", "mayo", ""),
        ("Salı yirmi bir", "Salı yirmi bir", "", ""),
        ("τρεις Μαρτίου", "τρεις Μαρτίου", "Μαρτίου", ""),
        ("ཟླ་བརྒྱད་པའི་ཚེས་ལྔ་ཉིན", "ཟླ་བརྒྱད་པའི་ཚེས་ལྔ", "ཟླ་བརྒྱད", ""),
        ("他10号早上走了", "10号", "", ""),
        ("三號夜裡", "三號", "", ""),
        ("2019-08-05", "2019-08-05", "2019-08", "2019"),
        ("05/08/2019", "05/08/2019", "2019", "2019"),
    ],
)
def test_days(text: str, found: str, month: str, year: str) -> None:
    pattern = dates(DateDetail.MONTH)
    assert pattern is not None
    for said in (text, f"{text.removesuffix('.')}."):  # the stop of a sentence is no part of a date
        matches = [said[slice(*match.span())] for match in pattern.finditer(plain_digits(said))]
        assert matches == [found]
    assert coarser(found, DateDetail.MONTH) == month
    assert coarser(found, DateDetail.YEAR) == year
    assert coarser(found, DateDetail.NONE) == ""


@pytest.mark.parametrize(
    "text",
    [
        "on Monday 10:30",
        "12号楼、3号线、41号、12-3号",
        "She came third in March.",
        "They may march on.",
        "В среду третий ушёл домой.",
        "Cuma günü bir adam geldi.",
        "शुक्रवार, एक आदमी आया।",
        "Баасан гарагт нэгэн хүн ирэв.",
        "El viernes uno de ellos vino.",
        "Την Παρασκευή μία γυναίκα ήρθε.",
        "གཟའ་པ་སངས་གཅིག་ལ་ཡོང་།",
    ],
)
def test_numbers_beside_other_words_are_no_days(text: str) -> None:
    pattern = dates(DateDetail.MONTH)
    assert pattern is not None
    assert pattern.search(text) is None


def test_no_date_is_finer_than_a_day() -> None:
    assert dates(DateDetail.DAY) is None
