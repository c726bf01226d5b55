"""Dates by day are found in the ways of all languages, and said more coarsely."""

import pytest

from hrddesk.redact.patterns import plain_digits
from hrddesk.redact.profiles import DateDetail
from hrddesk.redact.text_dates import coarser, dates


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


def test_no_date_is_finer_than_a_day() -> None:
    assert dates(DateDetail.DAY) is None
