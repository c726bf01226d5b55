"""Long numbers and addresses are asked about in the words and digits of every language."""

import pytest

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.redact.detection.possible_identifiers import asked
from hrddesk.redact.passages.occurrences import IdentifierKind


def _found(text: str) -> list[tuple[IdentifierKind, str]]:
    return [(item.kind, text[item.start : item.end]) for item in asked(text, [], [])]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The form has 48 21 07 on it.", "48 21 07"),
        ("رقم ٤٨٢١٠٧ هنا.", "٤٨٢١٠٧"),
        ("संख्या ४८२१०७ है", "४८२१०७"),
        ("Form XQ482107B was lost.", "XQ482107B"),
        ("Form abc482 was lost.", "abc482"),
        ("His car had KT 4471 on it.", "KT 4471"),
        ("Permit KTB-447X was lost.", "KTB-447X"),
        ("Пропуск КТ 4471 изъяли.", "КТ 4471"),
        ("Ταυτότητα ΑΑ 000012.", "ΑΑ 000012"),
        ("他的车牌是KT4471。", "KT4471"),
        ("卷宗482107号", "482107"),
        ("Orsina Lunt留下了482107。", "482107"),
        ("A20210314 was its name.", "A20210314"),
        ("Машина А 447 КТ 05 стояла.", "А 447 КТ 05"),
        ("Plaka 34 KT 4471 idi.", "34 KT 4471"),
        ("The car, 447 ABC 05, came.", "447 ABC 05"),
        ("It was DL 01 AB 4471.", "DL 01 AB 4471"),
        ("Permit KT 4471 B was lost.", "KT 4471 B"),
        ("车牌34-K-4471。", "34-K-4471"),
    ],
)
def test_long_numbers(text: str, number: str) -> None:
    assert _found(text) == [(IdentifierKind.LONG_NUMBER, number)]


@pytest.mark.parametrize(
    "text",
    [
        "It was 2014-2019, from 14 March 2021 to 2021-04-01.",
        "He paid 12,500 and got 99.",
        "In 2021 2022 and 2023 alike.",
        "Ол 2021жылы келді.",
        "Nothing at all.",
        "On 14 May 2019, MAY 2019, IN 2020, at 447 Mill, on A4 100 times, by 4471.",
        "The UN had 4471, KTBD 4471 and Kt 4471; ICAO-47, KT 44.",
        "In G20 US 3 said: 3 A 100, 14 MAY 2019 A 5; I was 12, 447 Men 05 came, A 4 B.",
    ],
)
def test_dates_and_short_numbers_are_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("He lives in ulitsa, улица Лесная, дом 4, квартира 9.", "улица Лесная, дом 4, квартира 9"),
        ("Vive en la avenida del Sol 41.", "avenida del Sol 41"),
        ("Vive en la avenida República 41.", "avenida República 41"),
        ("她住在苏州路12号。", "苏州路12号"),
        ("她住在县前街12号。", "县前街12号"),
        ("她住在成都市人民路12号。", "人民路12号"),
        ("يسكن في شارع الورد 41.", "شارع الورد 41"),
        ("Ол Абай көшесі 41 үйде тұрады.", "Абай көшесі 41 үйде"),
        ("Çınar Sokak No: 12 Daire 3 adresinde.", "Çınar Sokak No: 12 Daire 3"),
        ("Баянгол, 12-р байр 5 тоот.", "12-р байр 5 тоот"),
        ("她在云栖县柳林镇河口村12号被捕。", "柳林镇河口村12号"),
        ("高雄市光明路幸福巷12號", "光明路幸福巷12號"),
        ("U Bostan kochisi 12-nomurda turidu.", "Bostan kochisi 12-nomurda"),
        ("Gül Sk. No: 12 Daire 3", "Gül Sk. No: 12 Daire 3"),
        ("Тэр Энхтайвны гудамж 12 тоотод амьдардаг.", "Энхтайвны гудамж 12 тоотод"),
        ("ئۇ نۇر كوچىسى 12-نومۇردا ئولتۇرىدۇ.", "نۇر كوچىسى 12-نومۇردا"),
        ("They came to Green Mill street 41.", "Green Mill street 41"),
        ("Он живёт на Садовой улице, 41.", "Садовой улице, 41"),
        ("قارا نۇر كوچىسى 12 دا.", "نۇر كوچىسى 12"),
        ("Они видели Садовую улицу, 41.", "Садовую улицу, 41"),
        ("It was at The Big Green Mill street 41.", "Big Green Mill street 41"),
        ("كان الشارع ٤١ مغلقا.", "الشارع ٤١"),
        ("Они живут: 41 квартира.", "41 квартира"),
        ("Vivía en la calle Olmo, número 41.", "calle Olmo, número 41"),
        ("Vivía en la calle de los Olmos n.º 41.", "calle de los Olmos n.º 41"),
        ("They came to 41 Mill street at night.", "41 Mill street"),
        ("Они живут на улице Лесной, д. 4, кв. 9.", "улице Лесной, д. 4, кв. 9"),
        ("Они живут в доме номер 4.", "доме номер 4"),
        ("Тэр 12 дугаар байранд амьдардаг.", "12 дугаар байранд"),
        ("Ol 12 numaralı dairede.", "12 numaralı dairede"),
        ("वह मकान नंबर ४१ में है।", "मकान नंबर ४१"),
        ("در خیابان بهشت، شماره ۴۱.", "خیابان بهشت، شماره ۴۱"),
        ("Они живут: ул. 8 Марта, д. 5, кв. 7.", "ул. 8 Марта, д. 5, кв. 7"),
        ("Улица 8 Марта закрыта.", "Улица 8 Марта"),
        ("Vivía en la calle 5 de Mayo, número 41.", "calle 5 de Mayo, número 41"),
        ("他住在青松路41。", "青松路41"),
        ("路41", "路41"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert _found(text) == [(IdentifierKind.DWELLING, address)]


@pytest.mark.parametrize(
    "text",
    [
        "The house was built in 2019.",
        "In the street there were some 40 people.",
        "In 2019 house arrest began.",
        "There is no number in this street.",
        "In 41 of the houses there was light.",
        "On 14 May Mill street was closed.",
        "Пили, ели и т. д. 41 человек.",
        "The street where Anna counted 41 people.",
        "كان ٤١ رجلا في الشارع.",
        "She left the house. On 5 May it burnt.",
    ],
)
def test_streets_without_a_number_of_theirs_are_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("code", sorted(languages.shipped()))
def test_every_word_for_a_dwelling_has_its_number_behind_it(code: str) -> None:
    """In small letters as within a sentence, with and without a word for "number"."""
    lists = languages.shipped()[code].lists
    for word in map(str.lower, (*lists[Wordlist.DWELLINGS], *lists[Wordlist.STREETS])):
        for number in ("", *lists[Wordlist.NUMBER]):
            text = f"{word} {number} 41".replace("  ", " ")
            assert (IdentifierKind.DWELLING, text) in _found(f"- {text} -"), text


def test_what_is_left_of_a_number_that_goes_in_part_is_asked_about() -> None:
    text = "Account DE44 5001 0517 5407."
    at = text.index("5001")
    found = asked(text, [(at, len(text) - 1)], [])
    assert [(item.kind, text[item.start : item.end]) for item in found] == [
        (IdentifierKind.LONG_NUMBER, "DE44 ")
    ]


def test_letters_beside_a_number_that_goes_are_nothing_to_ask_about() -> None:
    text = "ЖСН 990230000011"
    assert asked(text, [(4, len(text))], []) == []


def test_signs_between_numbers_that_go_are_nothing_to_ask_about() -> None:
    assert asked("482 107", [(0, 3), (4, 7)], []) == []


def test_two_addresses_are_two_places() -> None:
    text = "Vive en la calle Mayor 4. Antes vivía en la avenida del Sol 41."
    assert [said for _, said in _found(text)] == ["calle Mayor 4", "avenida del Sol 41"]


def test_of_an_address_that_goes_in_part_the_rest_before_it_is_asked_about() -> None:
    text = "他住在青松路41号。"
    end = text.index("41")
    assert [(item.start, item.end) for item in asked(text, [(end, end + 3)], [])] == [(3, end)]
    assert asked(text, [(2, end + 3)], []) == []
