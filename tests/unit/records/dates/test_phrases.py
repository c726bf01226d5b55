"""Dates in words: each phrase shows what it was understood as."""

import pytest

from hrddesk.errors import InvalidDate
from hrddesk.records.dates import dates, phrases


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("early February 2020", "2020-02-01/2020-02-10"),
        ("Early Feb. 2020", "2020-02-01/2020-02-10"),
        ("mid-February 2020", "2020-02-11/2020-02-20"),
        ("the middle of February 2020", "2020-02-11/2020-02-20"),
        ("late February 2020", "2020-02-21/2020-02-29"),
        ("end of February 2019", "2019-02-21/2019-02-28"),
        ("beginning of 2020", "2020-01/2020-03"),
        ("early 2020", "2020-01/2020-04"),
        ("mid-2020", "2020-05/2020-08"),
        ("late 2020", "2020-09/2020-12"),
        ("end of 2020", "2020-10/2020-12"),
        ("at the end of 2020", "2020-10/2020-12"),
        ("in February 2020", "2020-02"),
        ("February, 2020", "2020-02"),
        ("6 February 2020", "2020-02-06"),
        ("on 6 Feb 2020", "2020-02-06"),
        ("the 6th of February 2020", "2020-02-06"),
        ("February 6, 2020", "2020-02-06"),
        ("Sept. 1st, 2020", "2020-09-01"),
        ("2020 February 6", "2020-02-06"),
        ("2020-2-6", "2020-02-06"),
        ("2020/2/6", "2020-02-06"),
        ("2020.02.06", "2020-02-06"),
        ("2020/02", "2020-02"),
        ("2020-1", "2020-01"),
        ("2020??", "2020?"),
        ("13/04/2020", "2020-04-13"),
        ("04/13/2020", "2020-04-13"),
        ("31.12.2020", "2020-12-31"),
        ("２０２０－０２－０６", "2020-02-06"),
        ("spring 2020", "2020-03/2020-05"),
        ("the summer of 2020", "2020-06/2020-08"),
        ("fall 2020", "2020-09/2020-11"),
        ("winter 2020", "2020-01/2021-02"),
        ("Q3 2020", "2020-07/2020-09"),
        ("2020-Q3", "2020-07/2020-09"),
        ("the first quarter of 2020", "2020-01/2020-03"),
        ("second half of 2020", "2020-07/2020-12"),
        ("the 1990s", "199X"),
        ("about 2020", "2020~"),
        ("c. 2020", "2020~"),
        ("around early 2020", "2020-01~/2020-04~"),
        ("possibly 6 February 2020", "2020-02-06?"),
        ("perhaps about 2020", "2020%"),
        ("6 February 2020 (?)", "2020-02-06?"),
        ("February 2020 ?", "2020-02?"),
        ("February to August 2020", "2020-02/2020-08"),
        ("from February 2020 to August 2020", "2020-02/2020-08"),
        ("between February and August 2020", "2020-02/2020-08"),
        ("2 to 5 June 2020", "2020-06-02/2020-06-05"),
        ("31 August - 4 September 2020", "2020-08-31/2020-09-04"),
        ("31 August – 4 September 2020", "2020-08-31/2020-09-04"),
        ("2020-02 / 2020-08", "2020-02/2020-08"),
        ("since 26 December 2019", "2019-12-26/"),
        ("after February 2020", "2020-03/"),
        ("2020-02-06/..", "2020-02-06/"),
        ("../2020", "/2020"),
        ("before 2020", "/2019"),
        ("by late May 2020", "/2020-05-31"),
        ("2020年", "2020"),
        ("2020年2月", "2020-02"),
        ("2020年2月份", "2020-02"),
        ("2020年2月6日", "2020-02-06"),
        ("2020年02月06号", "2020-02-06"),
        ("2020 年 2 月", None),
        ("二〇二〇年二月六日", "2020-02-06"),
        ("二○二○年十二月三十一日", "2020-12-31"),
        ("２０２０年２月", "2020-02"),
        ("2020年初", "2020-01/2020-03"),
        ("2020年年初", "2020-01/2020-03"),
        ("2020年中", "2020-05/2020-08"),
        ("2020年底", "2020-10/2020-12"),
        ("2020年末", "2020-10/2020-12"),
        ("2020年2月初", "2020-02-01/2020-02-10"),
        ("2020年2月上旬", "2020-02-01/2020-02-10"),
        ("2020年2月中旬", "2020-02-11/2020-02-20"),
        ("2020年2月下旬", "2020-02-21/2020-02-29"),
        ("2020年2月底", "2020-02-21/2020-02-29"),
        ("2020年上半年", "2020-01/2020-06"),
        ("2020年下半年", "2020-07/2020-12"),
        ("2020年第三季度", "2020-07/2020-09"),
        ("2020年春", "2020-03/2020-05"),
        ("2020年夏天", "2020-06/2020-08"),
        ("2020年冬季", "2020-01/2021-02"),
        ("1990年代", "199X"),
        ("约2020年2月", "2020-02~"),
        ("2020年2月左右", "2020-02~"),
        ("2020年2月前后", "2020-02~"),
        ("可能是2020年2月", "2020-02?"),
        ("2020年2月6日（不确定）", "2020-02-06?"),
        ("2020年2月至8月", "2020-02/2020-08"),
        ("2020年2月到2020年8月", "2020-02/2020-08"),
        ("2020年8月31日至9月4日", "2020-08-31/2020-09-04"),
        ("2020年6月2日至5日", "2020-06-02/2020-06-05"),
        ("自2019年12月26日起", "2019-12-26/"),
        ("2019年12月26日以来", "2019-12-26/"),
        ("2020年2月至今", "2020-02/"),
        ("截至2020年12月31日", "/2020-12-31"),
        ("2020年以前", "/2019"),
        ("before June 2023", "/2023-05"),
        ("before summer 2023", "/2023-05"),
        ("prior to 1 March 2021", "/2021-02-28"),
        ("before early March 2021", "/2021-02-28"),
        ("before the 1990s", "/1989"),
        ("before January 2021", "/2020-12"),
        ("by June 2023", "/2023-06"),
        ("until June 2023", "/2023-06"),
        ("after summer 2022", "2022-09/"),
        ("after 2022", "2023/"),
        ("after December 2022", "2023-01/"),
        ("after 31 December 2022", "2023-01-01/"),
        ("after the 1990s", "2000/"),
        ("since summer 2022", "2022-06/"),
        ("2023年6月以前", "/2023-05"),
        ("2023年6月之前", "/2023-05"),
        ("In 2023, before June", "2023-01/2023-05"),
        ("2023, before June", "2023-01/2023-05"),
        ("in 2023, after Sept.", "2023-10/2023-12"),
        ("2023年，6月以前", "2023-01/2023-05"),
        ("2023年内，六月以后", "2023-07/2023-12"),
        ("2023年6月前", "/2023-05"),
        ("到2023年6月为止", "/2023-06"),
        ("2022年夏天以后", "2022-09/"),
        ("2022年夏天之后", "2022-09/"),
        ("自2022年夏天以后", "2022-09/"),
        ("2022年夏天起", "2022-06/"),
    ],
)
def test_understood(text: str, edtf: str | None) -> None:
    assert dates.understood(text) == edtf
    if edtf is not None:
        assert dates.parse(text).edtf == edtf
        assert dates.parse(text).text == text


@pytest.mark.parametrize("text", ["2020", "2020-02", "2020-02-06?", "2020-0X", "2020/2021", "2020/", "", " "])
def test_edtf_needs_no_explanation(text: str) -> None:
    assert dates.understood(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2020", "2020年2月30日", "2020年13月", "early 13 2020", "end of 2020-13", "2020年14月底",
        "03/04/2020", "between June and 2019-01", "August to June 2020", "fifth quarter of 2020",
        "early 6 February 2020", "late spring 2020", "五月", "June", "6 June", "early 202X", "winter 9999",
        "十十年", "二十十月", "2020年上旬", "2020年2月上半年", "31 to 2 June 2020", "third half of 2020",
        "0000年底", "before 0001", "after 9999", "after 31 December 9999", "before 30 February 2020",
        "in 2023, before January", "2023年，12月以后", "2023年，13月以前", "after 13 2020",
        "before 2020年13月",
    ],
)  # fmt: skip
def test_nothing_is_guessed(text: str) -> None:
    assert dates.understood(text) is None
    assert dates.read(text).earliest is None


@pytest.mark.parametrize(
    ("edtf", "en", "zh"),
    [
        ("2020", "2020", "2020年"),
        ("2020-02", "February 2020", "2020年2月"),
        ("2020-02-06", "6 February 2020", "2020年2月6日"),
        ("202X", "the 2020s", "2020年代"),
        ("20XX", "between 2000 and 2099", "2000年至2099年之间"),
        ("2020-XX", "2020", "2020年"),
        ("2020-02-XX", "February 2020", "2020年2月"),
        ("2020-0X", "between January 2020 and September 2020", "2020年1月至2020年9月之间"),
        ("2020-1X", "between October 2020 and December 2020", "2020年10月至2020年12月之间"),
        ("2020-02-0X", "between 1 February 2020 and 9 February 2020", "2020年2月1日至2020年2月9日之间"),
        ("2020-02-2X", "between 20 February 2020 and 29 February 2020", "2020年2月20日至2020年2月29日之间"),
        ("2020-02/2020-08", "February 2020 to August 2020", "2020年2月至2020年8月"),
        ("2019-12-26/", "from 26 December 2019", "2019年12月26日起"),
        ("/2020", "until 2020", "至2020年"),
        ("since early March 2021", "from early March 2021", "2021年3月上旬起"),
        ("early March to June 2021", "early March 2021 to June 2021", "2021年3月上旬至2021年6月"),
        ("early March 2021", "1 March 2021 to 10 March 2021", "2021年3月1日至2021年3月10日"),
        ("2020-02~", "about February 2020", "约2020年2月"),
        ("2020-10-14?", "14 October 2020 (uncertain)", "2020年10月14日（不确定）"),
        ("2020%", "about 2020 (uncertain)", "约2020年（不确定）"),
    ],
)
def test_in_words(edtf: str, en: str, zh: str) -> None:
    assert dates.in_words(dates.parse(edtf), "en") == en
    assert dates.in_words(dates.parse(edtf), "zh") == zh


def test_an_empty_date_has_no_words() -> None:
    assert dates.in_words(dates.parse(""), "en") == ""
    assert phrases.meaning_of("") is None


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("early March 2021", "early March 2021", "2021年3月上旬"),
        ("2021年3月上旬", "early March 2021", "2021年3月上旬"),
        ("2021年3月初", "beginning of March 2021", "2021年3月初"),
        ("end of 2022", "end of 2022", "2022年底"),
        ("2022年上半年", "first half of 2022", "2022年上半年"),
        ("summer 2022", "summer 2022", "2022年夏季"),
        ("about June 2021", "about June 2021", "约2021年6月"),
        ("2021-06~", "about June 2021", "约2021年6月"),
        ("before June 2023", "before June 2023", "2023年6月以前"),
        ("2022年夏天以后", "after summer 2022", "2022年夏季以后"),
        (
            "between March and early June 2021",
            "between March 2021 and early June 2021",
            "2021年3月至2021年6月上旬之间",
        ),
        ("in 2023, before June", "between January 2023 and May 2023", "2023年1月至2023年5月之间"),
        ("March to June 2021", "March 2021 to June 2021", "2021年3月至2021年6月"),
        ("2021-03/2021-06", "between March 2021 and June 2021", "2021年3月至2021年6月之间"),
        ("2019/", "2019 or later", "2019年或以后"),
        ("/2019", "2019 or earlier", "2019年或以前"),
        (
            "2022-08-21?/2023-02",
            "between 21 August 2022 (uncertain) and February 2023",
            "2022年8月21日（不确定）至2023年2月之间",
        ),
        ("2021-04-1X", "between 10 April 2021 and 19 April 2021", "2021年4月10日至2021年4月19日之间"),
        ("around the Spring Festival", "around the Spring Festival", "around the Spring Festival"),
    ],
)
def test_as_said(text: str, en: str, zh: str) -> None:
    date = dates.read(text)
    assert (dates.as_said(date, "en"), dates.as_said(date, "zh")) == (en, zh)


@pytest.mark.parametrize("part", ["early {}", "beginning of {}", "mid-{}", "late {}", "end of {}"])
@pytest.mark.parametrize("unit", ["March 2021", "2021"])
@pytest.mark.parametrize(
    "around", ["{}", "before {}", "after {}", "by {}", "since {}", "about {}", "between 2019 and {}"]
)
def test_what_was_said_is_understood_again_in_english(part: str, unit: str, around: str) -> None:
    date = dates.parse(around.format(part.format(unit)))
    again = dates.parse(dates.as_said(date, "en"))
    assert (again.edtf, again.lasted) == (date.edtf, date.lasted)


@pytest.mark.parametrize(
    "text",
    [
        "early March 2021", "spring 2021", "between March and June 2021", "2021年3月至6月之间", "2021-0X",
        "after summer 2022", "before June 2023", "2021",
    ],
)  # fmt: skip
def test_a_day_that_is_known_roughly_is_no_stretch(text: str) -> None:
    date = dates.parse(text)
    assert not date.lasted
    assert dates.start_of(date) == date


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("early March to June 2021", "early March 2021"),
        ("since early March 2021", "early March 2021"),
        ("2021年3月上旬至6月", "early March 2021"),
        ("about spring 2021 to autumn 2021", "about spring 2021"),
        ("since March 2021", "March 2021"),
        ("March to June 2021", "March 2021"),
        ("2021-03/2021-06", "2021-03"),
    ],
)
def test_a_stretch_begins_as_roughly_as_it_was_said(text: str, start: str) -> None:
    assert dates.start_of(dates.parse(text)) == dates.parse(start)


@pytest.mark.parametrize(
    "words",
    [
        "unknown", "around Chinese New Year 2021", "one week after the arrest", "before the holiday", "不详",
        "春节前后", "June", "2020 年 2 月", '"3/5/2021"', "“30 February 2021”",
    ],
)  # fmt: skip
def test_words_that_nobody_can_place_are_kept(words: str) -> None:
    date = dates.kept(words)
    assert (date.text, date.raw, date.earliest, date.latest) == (words, True, None, None)


@pytest.mark.parametrize(
    "text",
    ["3/5/2021", "30 February 2021", "2021-02-30", "2021-06/2021-03", "August to June 2020", "x" * 201],
)
def test_what_only_seems_to_be_a_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        dates.kept(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2021-06~", "about June 2021"),
        ("202X", "the 2020s"),
        ("2021-03/2021-06", "between March 2021 and June 2021"),
        ("2021-06-05", "2021-06-05"),
        ("2021年6月", "2021年6月"),
        ("early June 2021", "early June 2021"),
        ("unknown?", "unknown?"),
    ],
)
def test_what_was_typed_is_shown_without_signs(text: str, shown: str) -> None:
    assert dates.as_typed(dates.read(text), "en") == shown
