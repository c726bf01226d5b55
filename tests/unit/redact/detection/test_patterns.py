"""Numbers and addresses are found by their form, and never only those that are right."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.redact.detection import patterns
from hrddesk.redact.detection.patterns import find_patterns
from hrddesk.redact.passages.occurrences import IdentifierKind


def _found(text: str) -> list[tuple[str, IdentifierKind]]:
    return [
        (text[item.start : item.end], item.kind)
        for item in sorted(find_patterns(text), key=lambda i: i.start)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("11010519491231002X", IdentifierKind.IDENTITY_NUMBER),
        ("110105 19491231 0021", IdentifierKind.IDENTITY_NUMBER),
        ("110105 194912 31002X", IdentifierKind.IDENTITY_NUMBER),
        ("1101 0519 4912 3100 2X", IdentifierKind.IDENTITY_NUMBER),
        ("110105.19491231.002X", IdentifierKind.IDENTITY_NUMBER),
        ("11010519491231002Х", IdentifierKind.IDENTITY_NUMBER),
        ("110105********002X", IdentifierKind.IDENTITY_NUMBER),
        ("警号：012345", IdentifierKind.IDENTITY_NUMBER),
        ("护照号码 N1234567", IdentifierKind.IDENTITY_NUMBER),
        ("110105491231002", IdentifierKind.IDENTITY_NUMBER),
        ("A123456(7)", IdentifierKind.IDENTITY_NUMBER),
        ("13800138000", IdentifierKind.PHONE),
        ("+86 138 0013 8000", IdentifierKind.PHONE),
        ("１３８００１３８０００", IdentifierKind.PHONE),
        ("138.0013.8000", IdentifierKind.PHONE),
        ("138 001 38000", IdentifierKind.PHONE),
        ("13800-138000", IdentifierKind.PHONE),
        ("138 00 13 80 00", IdentifierKind.PHONE),
        ("1 3 8 0 0 1 3 8 0 0 0", IdentifierKind.PHONE),
        ("138\n0013\n8000", IdentifierKind.PHONE),
        ("138  0013  8000", IdentifierKind.PHONE),
        ("13\u200b800138000", IdentifierKind.PHONE),
        ("138\u00ad0013\u200d8000", IdentifierKind.PHONE),
        ("1\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e300138000", IdentifierKind.PHONE),
        ("138****8000", IdentifierKind.PHONE),
        ("138xxxx8000", IdentifierKind.PHONE),
        ("一三八〇〇一三八〇〇〇", IdentifierKind.PHONE),
        ("幺三八零零幺三八零零零", IdentifierKind.PHONE),
        ("1٣٨٠٠١٣٨٠٠٠".replace("1", "١"), IdentifierKind.PHONE),
        ("+1.202.555.0100", IdentifierKind.PHONE),
        ("202-555-0100", IdentifierKind.PHONE),
        ("(202) 555-0100", IdentifierKind.PHONE),
        ("98160-12345", IdentifierKind.PHONE),
        ("8 701 555 01 00", IdentifierKind.PHONE),
        ("0991.5550100", IdentifierKind.PHONE),
        ("+852 5555 0100", IdentifierKind.PHONE),
        ("GPS 42.87, 74.56", IdentifierKind.COORDINATES),
        ("координаты: 42.87, 74.56", IdentifierKind.COORDINATES),
        ("010-55550100", IdentifierKind.PHONE),
        ("010-5555 0100", IdentifierKind.PHONE),
        ("(010)55550100", IdentifierKind.PHONE),
        ("(010) 5555-0100", IdentifierKind.PHONE),
        ("（0991）555 0100", IdentifierKind.PHONE),
        ("01055550100", IdentifierKind.PHONE),
        ("099155501000", IdentifierKind.PHONE),
        ("电话：5555 0100", IdentifierKind.PHONE),
        ("Tel. 555-0100", IdentifierKind.PHONE),
        ("tel 4711-88123-9", IdentifierKind.PHONE),
        ("tel 47-11-88-12-39-01-22", IdentifierKind.PHONE),
        ("138-0013-8000-9", IdentifierKind.PHONE),
        ("13800138000/9", IdentifierKind.PHONE),
        ("13800138000.9/8", IdentifierKind.PHONE),
        ("1101 0519 4912 3100 2X-7", IdentifierKind.IDENTITY_NUMBER),
        ("TEL 555-0100", IdentifierKind.PHONE),
        ("тел. 55-50-10", IdentifierKind.PHONE),
        ("هاتف: 555 0100", IdentifierKind.PHONE),
        ("電話：555 0100", IdentifierKind.PHONE),
        ("身分證號碼 A1234", IdentifierKind.IDENTITY_NUMBER),
        ("192.0.2.17", IdentifierKind.NETWORK),
        ("192.0.2.17:8080", IdentifierKind.NETWORK),
        ("2001:db8::17", IdentifierKind.NETWORK),
        ("2001:DB8:0:0:0:0:0:17", IdentifierKind.NETWORK),
        ("::ffff:17", IdentifierKind.NETWORK),
        ("00:00:5E:00:53:AF", IdentifierKind.NETWORK),
        ("00-00-5e-00-53-af", IdentifierKind.NETWORK),
        ("0000.5e00.53af", IdentifierKind.NETWORK),
        ("www.example.org", IdentifierKind.LINK),
        ("WWW.EXAMPLE.ORG/free-somebody", IdentifierKind.LINK),
        ("https://example.org/a?b=c", IdentifierKind.LINK),
        ("https://t.me/somebody", IdentifierKind.LINK),
        ("blog.example.cn/somebody", IdentifierKind.LINK),
        ("x.com/somebody", IdentifierKind.HANDLE),
        ("39.90420, 116.40740", IdentifierKind.COORDINATES),
        ("N39.90420 E116.40740", IdentifierKind.COORDINATES),
        ("39.90420\n116.40740", IdentifierKind.COORDINATES),
        ("39.90420、116.40740", IdentifierKind.COORDINATES),
        ("39.90420 and 116.40740", IdentifierKind.COORDINATES),
        ("纬度：39.9042", IdentifierKind.COORDINATES),
        ("latitude: 39.9042", IdentifierKind.COORDINATES),
        ("39.90N, 116.40E", IdentifierKind.COORDINATES),
        ("8PFRW92F+X7", IdentifierKind.COORDINATES),
        ("50T 449252 4417512", IdentifierKind.COORDINATES),
        ("北纬三十九度五十四分", IdentifierKind.COORDINATES),
        ("39º54'N", IdentifierKind.COORDINATES),
        ("北纬39°54′15″", IdentifierKind.COORDINATES),
        ("39°54'N", IdentifierKind.COORDINATES),
        ("京A12345", IdentifierKind.PLATE),
        ("粤B·D12345", IdentifierKind.PLATE),
        ("京A1234警", IdentifierKind.PLATE),
        ("京 A12345", IdentifierKind.PLATE),
        ("京a12345", IdentifierKind.PLATE),
        ("京A・12345", IdentifierKind.PLATE),
        ("some.body@example.org", IdentifierKind.EMAIL),
        ("josé.müller@example.org", IdentifierKind.EMAIL),
        ("some.body @ example.org", IdentifierKind.EMAIL),
        ("some.body(at)example.org", IdentifierKind.EMAIL),
        ("some.body [at] example[dot]org", IdentifierKind.EMAIL),
        ("some.body at example dot org", IdentifierKind.EMAIL),
        ("some\u200b.body@example.org", IdentifierKind.EMAIL),
        ("@some_body", IdentifierKind.HANDLE),
        ("wxid_ab12cd", IdentifierKind.HANDLE),
        ("t.me/somebody", IdentifierKind.HANDLE),
        ("6222 0200 1234 5678 901", IdentifierKind.BANK_CARD),
        ("622202 0200112233445", IdentifierKind.BANK_CARD),
        ("6222  0202  0011  2233", IdentifierKind.BANK_CARD),
        ("4111111111111111", IdentifierKind.BANK_CARD),
        ("E12345678", IdentifierKind.PASSPORT),
        ("E 12345678", IdentifierKind.PASSPORT),
        ("e12345678", IdentifierKind.PASSPORT),
        ("EA1234567", IdentifierKind.PASSPORT),
        ("H12345678", IdentifierKind.PASSPORT),
        ("12号楼3单元501室", IdentifierKind.ADDRESS),
        ("5号楼2单元三零一室", IdentifierKind.ADDRESS),
        ("12号楼3单元501", IdentifierKind.ADDRESS),
        ("12-3号", IdentifierKind.ADDRESS),
        ("12號樓3單元501室", IdentifierKind.ADDRESS),
        ("4號12樓", IdentifierKind.ADDRESS),
        ("41号", IdentifierKind.ADDRESS),
        ("二号楼", IdentifierKind.ADDRESS),
        ("三单元五室", IdentifierKind.ADDRESS),
        ("12 Green Street", IdentifierKind.ADDRESS),
        ("building 5", IdentifierKind.ADDRESS),
        ("No. 12 Green Lane", IdentifierKind.ADDRESS),
        ("Room 301", IdentifierKind.ADDRESS),
    ],
)
def test_a_telling_number_is_found_in_the_middle_of_a_text(text: str, kind: IdentifierKind) -> None:
    assert _found(text) == [(text, kind)]
    assert _found(f"据称 {text} 。") == [(text, kind)]
    assert _found(f"they wrote {text}, and left") == [(text, kind)]
    # Chinese has no spaces: a letter beside it neither hides it nor goes with it.
    assert _found(f"他说是{text}。") == [(text, kind)]
    # The stop of a sentence is no part of what goes.
    for stop in (".", "!", "?", ":", "…", "。", "،", "۔", "؟", "।", ".”"):
        assert _found(f"They wrote {text}{stop}") == [(text, kind)], stop
    if kind is not IdentifierKind.PLATE:
        assert _found(f"他说是{text}在那里") == [(text, kind)]


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("微信号：some_body1", "some_body1"),
        ("QQ 55501000", "55501000"),
        ("Telegram: somebody", "somebody"),
        ("WeChat ID somebody01", "somebody01"),
        ("微 信：somebody", "somebody"),
        ("加V somebody01", "somebody01"),
        ("微信号“somebody01”", "somebody01"),
        ("微信（somebody01）", "somebody01"),
        ("微信号：\nsomebody", "somebody"),
        ("his WeChat, some_body, was", "some_body"),
        ("wx：somebody", "somebody"),
        ("his Telegram some_body1.", "some_body1"),
        ("小红书号：somebody", "somebody"),
        ("IG: some.body", "some.body"),
        ("FB some_body1", "some_body1"),
        ("Телеграм: some_body", "some_body"),
        ("微博：@某某人 说", "@某某人"),
    ],
)
def test_a_handle_is_found_behind_the_name_of_its_messenger(text: str, handle: str) -> None:
    assert _found(text) == [(handle, IdentifierKind.HANDLE)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On 2020-02-06 and in 2020-02-16/2020-06-19",
        "12864 books, 200000 CNY, 93 %",
        "people on WeChat, and Signal 2020-02-06",
        "第5号令，20号文件，电话号码",
        "他10号早上走了，五月三号回来，31號又被帶走",
        "他住在一栋楼里，三室两厅，又一幢房子",
        "İstanbul: WeChat",
        "a @ b",
        "big: better, trig: sines",
        "at 12:30:45, 1:2:3:4, std::move, version 1.2.3",
        "they left.Then/so, and www.",
        "电话是他的，电话 12",
        "Deadline: tomorrow, timelines: later, inline: none",
        "in 2014, 2015 and 2016; 1949-12-31 2020; 1.50 2.25 33.75",
        "二〇二〇年二月六日，三五百人，sentenced at 12:30 to 4 years",
    ],
)
def test_dates_amounts_and_mere_words_are_left(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("110105194912310021", False),
        ("4111111111111111", True),
        ("4111111111111112", False),
        ("13800138000", None),
    ],
)
def test_check_digits_are_worked_out_but_decide_nothing(number: str, right: bool | None) -> None:
    (found,) = find_patterns(f"号码{number}。")
    assert found.checked is right


@pytest.mark.parametrize("text", ["某人@例子.中国", "某人@example.org", "some@例子.中国"])
def test_addresses_of_chinese_letters(text: str) -> None:
    assert _found(f"at {text} ") == [(text, IdentifierKind.EMAIL)]


def test_a_letter_between_two_coordinates_leaves_neither() -> None:
    """Taken for the end of the first, it left the second standing."""
    text = "N39°54.25' E116°24.45'"
    assert "".join(one for one, _ in _found(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["43.00617, 87.32659", "39.90420, 116.00740", "-0.00123, 9.0014567"])
def test_the_end_of_a_decimal_is_no_telephone_number(text: str) -> None:
    """Found as one, it would go and leave the rest of the place standing."""
    assert _found(f"at {text} they stopped") == [(text, IdentifierKind.COORDINATES)]


def test_of_two_that_run_into_each_other_nothing_stays() -> None:
    text = "39.90420, 116.40740@example.org"
    assert "".join(one for one, _ in _found(text)) == text


_PIECES = (
    *(
        "+44 20 5550 0100",
        "13800138000",
        "39.90420, 116.40740",
        "110105194912310021",
        "京A12345",
        "E12345678",
    ),
    *(
        "192.0.2.17",
        "x@example.org",
        "https://example.org/a",
        "@some",
        "12号楼",
        "0010",
        "-",
        ".",
        ",",
        " ",
        "在",
    ),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=6).map("".join))
def test_whatever_fits_any_kind_is_taken_and_nothing_twice(text: str) -> None:
    spans = sorted(item.span for item in find_patterns(text))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    for item in patterns._candidates(patterns.plain_digits(text)):
        left = set(range(item.start, item.end)) - covered
        assert not any(text[at].isalnum() for at in left)


def test_mere_punctuation_beside_another_is_left() -> None:
    text = "@somehttps://example.org/a"
    assert all(any(letter.isalnum() for letter in found) for found, _ in _found(text))


def test_one_place_is_found_once() -> None:
    text = "13800138000@example.org wxid_13800138000"
    assert _found(text) == [
        ("13800138000@example.org", IdentifierKind.EMAIL),
        ("wxid_13800138000", IdentifierKind.HANDLE),
    ]


@pytest.mark.parametrize("row", ["1-", "1 ", "1.", "a@", "a(at)", "零", "12***", "1\u200b"])
def test_a_long_row_of_the_same_is_looked_through_once(row: str) -> None:
    """From each place on to the end, as one pattern did, takes half a minute, not a moment."""
    begin = time.process_time()
    list(find_patterns(row * 40_000))
    assert time.process_time() - begin < 8
