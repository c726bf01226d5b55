"""The files of languages: what is shipped holds together, and one that is wrong is refused."""

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hrddesk.analysis.pasted_reports import happenings
from hrddesk.analysis.pasted_reports.facts import places_of
from hrddesk.analysis.pasted_reports.people import people_of
from hrddesk.analysis.pasted_reports.reading import read as read_report
from hrddesk.errors import LanguageFileWrong
from hrddesk.records.dates import amounts, dates
from hrddesk.records.language import date_forms, languages
from hrddesk.records.language.language_files import read
from hrddesk.records.language.languages import PARTS, DateForm, Topic
from hrddesk.records.model.record import RecordId
from hrddesk.records.rules.sources import _telling
from hrddesk.records.terms.words import Words
from hrddesk.redact.detection import givers, matcher, ordinary, parts, patterns, villages
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.people import standing
from hrddesk.system import paths
from hrddesk.system.paths import resources
from tests import patterns as pattern_looks

SHIPPED = {"en", "zh-Hans", "zh-Hant", "ug", "bo", "kk", "mn", "ru", "ar", "fa", "tr", "es", "el", "hi"}
WRONG = (
    ('format = "hrddesk-language"', 'format = "x"', 'not of the format "hrddesk-language"'),
    ("version = 1", "version = 2", "version 1"),
    ('code = "en"', 'code = "fr"', "its code is not the name of its folder"),
    ("version = 1", "version = ", "it cannot be read"),
    ("version = 1", "version = 1\nsurplus = 1", "surplus, which is not known"),
    ('["May"], ', "", "months are no list of 12"),
    ('["May"]', "[]", "one of the months has no name"),
    ('["May"]', '"May"', "months, number 5, are no list of words"),
    ('["May"]', '["June"]', "June is two of the months"),
    ('["Sunday", "Sun"]', '["Sunday", "Fri"]', "Fri is two of the weekdays"),
    ('["Sunday", "Sun"],', "", "weekdays are no list of 7"),
    ('endings = ["s"]', 'endings = "s"', "endings are no list of words"),
    ('endings = ["s"]', "endings = [1]", "endings are no list of words"),
    ('endings = ["s"]', 'endings = ["(a+)+"]', "a word is letters"),
    ('endings = ["s"]', 'endings = [" "]', "a word is letters"),
    ('endings = ["s"]', 'endings = ["12"]', "a word is letters"),
    ('endings = ["s"]', f'endings = ["{"s" * 41}"]', "a word is letters, 40 at most"),
    ('endings = ["s"]', "endings = [" + '"s",' * 2_001 + "]", "endings are more than 2000 words"),
    ('summer = ["summer"]', "", "seasons.summer are no list of words"),
    ('summer = ["summer"]', 'summer = ["summer"]\nrain = ["rain"]', "rain, which is not known"),
    ("[seasons]", "[others]", "others, which is not known"),
    ("[dates]", "dates = 1\n[others]", "others, which is not known"),
    ("[amounts]", "[amounts]\nton = []", "amounts has ton, which is not known"),
    ('week = ["weeks"]', 'week = ["3"]', "amounts.week have '3'"),
    ('decade = ["{a}s"]', 'era = ["{a}s"]', "era, which is not known"),
    ('decade = ["{a}s"]', 'decade = "{a}s"', "dates.decade are no list of words"),
    ('decade = ["{a}s"]', 'decade = ["{a}[s"]', "closed brackets"),
    ('decade = ["{a}s"]', 'decade = ["{a}[s|[t]]"]', "none within another"),
    ('decade = ["{a}s"]', 'decade = [""]', "at most 120 signs"),
    ('decade = ["{a}s"]', f'decade = ["{{a}}{"s" * 120}"]', "at most 120 signs"),
    ('decade = ["{a}s"]', 'decade = ["{b}s"]', "not the slots of such a form"),
    ('decade = ["{a}s"]', 'decade = ["{a}s{a}"]', "not the slots of such a form"),
    ('after = ["after {a}"]', 'after = ["after {a} {b}"]', "not the slots of such a form"),
    ('between = ["between {a} and {b}"]', 'between = ["between {a}"]', "not the slots of such a form"),
    ("before {month}", "before {d}", "not the slots of such a form"),
    ('decade = ["{a}s"]', 'decade = ["{a}"]', "it says nothing but the date"),
    ('decade = ["{a}s"]', 'decade = ["{a}[s|]"]', "it says nothing but the date"),
    ('decade = ["{a}s"]', 'decade = ["{a}s[a|][b|][c|][d|][e|]"]', "more than 4 choices"),
)
MOON = """
format = "hrddesk-language"
version = 1
code = "qmo"
months = [["Ulo"], ["Dvo"], ["Tri"], ["Kvar"], ["Pento"], ["Sesso"], ["Hepto"], ["Okto"], ["Novo"], ["Dekko"],
    ["Unukko"], ["Dudekko", "Dud"]]
weekdays = [["Aamo"], ["Bemo"], ["Cemo"], ["Demo"], ["Eemo"], ["Efmo"], ["Gemo"]]
feasts = ["Luna Festo"]
places = ["Selenopolis"]
means = ["lunofono"]
kin = ["patrulo", "月翁"]
endings = ["min"]
proclitics = ["zu"]
titles = ["majstro", "某长"]
name_endings = ["ulino"]
before_phone = ["lunfono"]
before_number = ["lunkarto"]
sources = ["某证"]
related = ["月友"]
beside = ["luna", "月伴"]
accounts = ["lunmesaĝo"]
account_words = ["nomo"]
streets = ["Vojo"]
rooms = ["Ĉambro"]
houses = ["月宅"]
coordinates = ["lunlatitudo"]
place_words = ["Kratero"]
villages = ["kratero"]
masks = ["月"]
yes = ["jes"]
no = ["ne"]
[seasons]
spring = ["printo"]
summer = ["sumo"]
autumn = ["otuno"]
winter = ["vinto"]
[dates]
dates = ["{y}-jaro", "{d}a {month} {y}"]
on = ["je {a}"]
about = ["[ĉirkaŭ|proks.] {a}"]
perhaps = ["{a}, eble"]
between = ["inter {a} kaj {b}"]
lasted = ["[ek|]de {a} ĝis {b}"]
since = ["ekde {a}"]
after = ["post {a}"]
until = ["ĝis {a}"]
before = ["antaŭ {a}"]
after_in_year = ["en {y} post {month}"]
early = ["frue en {a}"]
winter = ["vintre de {a}"]
decade = ["{a}aj jaroj"]
[reports]
titled = ["月士"]
detained = ["kaptis", "月捕"]
institutions = ["月牢"]
[amounts]
day = ["tago"]
"""


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """Return the file of English in a folder of its own."""
    made = tmp_path / "en" / "words.toml"
    made.parent.mkdir()
    made.write_text((resources() / "languages" / "en" / "words.toml").read_text("utf-8"), "utf-8")
    return made


@pytest.mark.parametrize(("before", "after", "why"), WRONG)
def test_a_wrong_file_is_refused_with_what_is_wrong(english: Path, before: str, after: str, why: str) -> None:
    text = english.read_text("utf-8")
    assert before in text
    english.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(LanguageFileWrong) as caught:
        read(english.parent.parent)
    assert why in caught.value.details["why"]
    assert caught.value.details["language"] == "en"


def test_a_file_without_seasons_is_refused(english: Path) -> None:
    text = english.read_text("utf-8")
    english.write_text(text[: text.index("[seasons]")], "utf-8")
    with pytest.raises(LanguageFileWrong) as caught:
        read(english.parent.parent)
    assert caught.value.details["why"] == "it has no seasons"


@pytest.mark.parametrize("folder", ["languages", ""])
def test_a_folder_without_english_is_refused(tmp_path: Path, folder: str) -> None:
    """What tells of somebody would go unseen in a description, of which places alone would be known."""
    with pytest.raises(LanguageFileWrong) as caught:
        read(tmp_path / folder)
    assert caught.value.details["language"] == "en"
    assert "it cannot be read" in caught.value.details["why"]


def test_every_shipped_language_has_words_of_every_subject() -> None:
    assert set(languages.shipped()) == SHIPPED
    for language in languages.shipped().values():
        for topic in Topic:
            assert language.topics[topic], (language.code, topic)


def test_no_two_months_bear_one_name_and_each_is_read_as_its_number() -> None:
    numbers = languages.months()
    for language in languages.shipped().values():
        for number, called in enumerate(language.months, 1):
            for name in called:
                assert numbers[name.casefold()] == number, (language.code, name)
    for said in ("15 января 2021", "15 Ocak 2021", "15 enero 2021", "15 يناير 2021"):
        assert dates.read(said).edtf == "2021-01-15", said


@pytest.fixture
def with_moon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Give what adds a language to those that are shipped."""
    for shipped in resources().iterdir():
        if shipped.name != "languages":
            (tmp_path / shipped.name).symlink_to(shipped)
    (tmp_path / "languages").mkdir()
    for one in (resources() / "languages").iterdir():
        (tmp_path / "languages" / one.name).symlink_to(one)

    def forget() -> None:
        for name, module in list(sys.modules.items()):
            if name.startswith(("hrddesk.records.", "hrddesk.redact.", "hrddesk.analysis.")):
                for read_once in list(vars(module).values()):
                    if hasattr(read_once, "cache_clear"):
                        read_once.cache_clear()

    def add(text: str) -> None:
        (tmp_path / "languages" / "qmo").mkdir()
        (tmp_path / "languages" / "qmo" / "words.toml").write_text(text, "utf-8")
        monkeypatch.setattr(paths, "_CHECKOUT", tmp_path)
        forget()

    yield add
    monkeypatch.undo()
    forget()


def test_a_language_from_a_file_alone_is_read_and_refused_in_descriptions(
    with_moon: Callable[[str], None],
) -> None:
    told = ("A guard, in Pento", "A guard, zupentomin", "Gemo", "a luna festo", "selenopolismin", "lunofono")
    assert [_telling(words) for words in told] == [""] * len(told)
    assert dates.read("7 Dud 2021").raw
    with_moon(MOON)
    assert all(map(_telling, told))
    assert dates.read("7 Dud 2021").edtf == "2021-12-07"
    assert dates.read("2021, before Tri").edtf == "2021-01/2021-02"


def test_a_word_that_means_two_months_is_none(with_moon: Callable[[str], None]) -> None:
    with_moon(MOON.replace('["Ulo"]', '["Ulo", "May"]'))
    assert dates.read("7 May 2021").raw
    assert dates.read("7 Ulo 2021").edtf == "2021-01-07"
    assert _telling("A guard in May")


ROUGH = {
    "je 7a Dud 2021": "2021-12-07",
    "2021-jaro": "2021",
    "ĉirkaŭ Tri 2021": "2021-03~",
    "Proks. 2021-03-04, eble": "2021-03-04%",
    "inter Tri 2021 kaj Kvar 2022": "2021-03/2022-04",
    "de 3a ĝis 5a Tri 2021": "2021-03-03/2021-03-05",
    "ekde Tri 2021": "2021-03/",
    "Post Tri 2021": "2021-04/",
    "ĝis Tri 2021": "/2021-03",
    "antaŭ frue en Tri 2021": "/2021-02-28",
    "en 2021 post Tri": "2021-04/2021-12",
    "frue en Tri 2021": "2021-03-01/2021-03-10",
    "vintre de 2021-jaro": "2021-01/2022-02",
    "1990aj jaroj": "199X",
}


def test_dates_in_a_language_from_a_file_alone_are_read(with_moon: Callable[[str], None]) -> None:
    assert not any(dates.read(said).edtf for said in ROUGH)
    with_moon(MOON)
    assert {said: dates.read(said).edtf for said in ROUGH} == ROUGH


def test_forms_of_dates_are_quick_on_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_looks, "_LIMIT", 2.0)
    before = signal.signal(signal.SIGALRM, pattern_looks.end_look)
    try:
        for forms in (PARTS, *((form,) for form in DateForm)):
            anything, _ = date_forms._patterns(forms)
            found = pattern_looks.Found(anything, str(forms), "fullmatch", is_capped=True)
            assert pattern_looks.slow_on(found, 10) is None, forms
    finally:
        signal.signal(signal.SIGALRM, before)


def test_words_of_redaction_come_from_a_file_alone(with_moon: Callable[[str], None]) -> None:
    def told() -> list[object]:
        telling = "lunmesaĝo nomo: odal_b7, 7 Longa Vojo, Ĉambro 12, 5月宅, lunlatitudo 46.12345"
        return [
            [word for word in ("月翁", "月友", "某证") if word not in givers.names_of_givers(word)],
            [word for word in ("luna", "月伴", "月翁", "patrulo") if standing._names_kin(word, "")],
            {found.kind for found in patterns.find_patterns(telling)},
            any("唐月溪" in forms.parts for forms in parts.stand_ins("唐小溪")),
            bool(ordinary._of_places().match("Brisk Kratero", 5)),
            [found[0] for found in villages.villages().finditer("Brisk kratero")],
            [languages.yes_or_no(word) for word in ("Jes", "ne")],
        ]

    assert told() == [[], [], set(), False, False, [], [None, None]]
    with_moon(MOON)
    assert told() == [
        ["月翁", "月友", "某证"],
        ["luna", "月伴", "月翁", "patrulo"],
        {IdentifierKind.HANDLE, IdentifierKind.ADDRESS, IdentifierKind.COORDINATES},
        True,
        True,
        ["Brisk kratero"],
        [True, False],
    ]


def test_words_of_reports_and_amounts_come_from_a_file_alone(with_moon: Callable[[str], None]) -> None:
    text = "孙溪月士2021年3月被月捕，现在东州市月牢。"

    def told() -> list[object]:
        words = Words()
        return [
            amounts.is_days("tago"),
            bool(happenings._happened().search("Bela Zorn, kaptis.")),
            [fact.value for fact in places_of(text)],
            [event.type for event in read_report(text, words).happenings],
            [person.name for person in people_of(text)],
        ]

    assert told() == [False, False, [], [], []]
    with_moon(MOON)
    assert told() == [True, True, ["东州市月牢"], ["detained"], ["孙溪"]]


def test_titles_endings_and_words_before_numbers_come_from_a_file_alone(
    with_moon: Callable[[str], None],
) -> None:
    def told() -> tuple[bool, list[str], int]:
        chinese = [form for forms in parts.stand_ins("唐溪") for form in forms.parts]
        index = matcher.NameIndex([matcher.KnownName(RecordId("a" * 32), "Orla Fenwick")])
        text = "Majstro Fenwick, Fenwickulino"
        found = [text[item.start : item.end] for item in index.find(text) if item.partly]
        numbers = len(list(patterns.find_patterns("lunfono 12 34, lunkarto号码 12345")))
        return "唐某长" in chinese, found, numbers

    assert told() == (False, ["Fenwick"], 0)
    with_moon(MOON)
    assert told() == (True, ["Majstro Fenwick", "Fenwickulino"], 2)
