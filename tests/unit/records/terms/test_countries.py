"""The files of countries: what is shipped holds together, and a file that contradicts itself is refused."""

from pathlib import Path

import pytest

from hrddesk.errors import CountryPackWrong
from hrddesk.records.terms import countries, vocabulary
from hrddesk.records.terms.countries import Effect
from hrddesk.records.terms.country_files import read
from hrddesk.system.paths import resources

NUMBER = "[[numbers]]\nkind = 'phone'\nshape = '99'\n"
WRONG = (
    ('format = "hrddesk-country"', 'format = "x"', 'not of the format "hrddesk-country"'),
    ("version = 1", "version = 2", "version 1"),
    ('code = "CN"', 'code = "XX"', "not the name of its folder"),
    ("[events]", "[events]\nx = ", "cannot be read"),
    ("version = 1", "version = 1\nsurplus = 1", "surplus, which is not known"),
    ("[events]", "[events]\nflown_to_the_moon = {}", "flown_to_the_moon, which is no term of event_type"),
    ("[events]", "[events]\nbail = 1", "the event bail is no table"),
    ("[events]", "[events]\nbail = {effect = 'flees'}", "names flees; known are enters"),
    ("[events]", "[events]\nbail = {stage = 'bailed'}", "leads to the stage bailed, which there is not"),
    ("[events]", "[events]\nbail = {traits = 'begins'}", "has one text where a list belongs"),
    ("[events]", "[events]\nbail = {traits = [1]}", "has something else than text in a list"),
    ('code = "detained"', 'code = "detained"\nafter = "sentenced"', "they name each other"),
    (
        'after = "indicted"',
        'after = "charged"',
        "the same: indicted and tried",
    ),
    ('code = "arrested"', 'code = "detained"', "the stage detained stands there twice"),
    ('never_before = "detained"', 'never_before = "arrested"', "names arrested, which is no other stage"),
    ('needs = ["charged", "indicted"]', 'needs = ["accused"]', "names accused, which is no other stage"),
    ("days = 15", "days = 0", "the limit administrative is no number of days from 1 to 36500"),
    ("days = 15", "days = 99999", "the limit administrative is no number of days"),
    ("days = 15", "days = true", "the limit administrative is no number of days"),
    ('code = "rsdl"', 'code = "administrative"', "the limit administrative stands there twice"),
    ('until = "arrested"', 'until = "detained"', "needs a stage, and a later one"),
    ('until = "arrested"', 'until = "freed"', "names the stage freed, which there is not"),
    ('measures = ["rsdl"]', 'measures = ["moon"]', "moon, which is no term of measure"),
    ('measures = ["rsdl"]', 'measures = ["judicial"]', "two limits count the days of one measure"),
    ('["designated_location"]', '["lockup"]', "two limits count the days of one measure, or in one kind"),
    ('labels = { en = "China"', 'labels = { xx = "China"', "the country has no label in English"),
    ('labels = { en = "formally arrested"', 'labels = { en = ""', "the stage arrested has no label"),
    ('labels = { en = "Designated location"', 'names = { en = "x"', "a limit has names, which is not known"),
    ("[sentences]", "[sentences]\nremission = '7/3'", "the remission is no part of a sentence"),
    ("[sentences]", "[sentences]\nremission = 'much'", "the remission is no part of a sentence"),
    ('custodial = ["criminal_detention"', 'custodial = ["stocks"', "stocks, which is no term of penalty"),
    ('code = "rsdl"', "", "a limit has no code"),
    ("surnames = [", 'surnames = ["two words",', "a surname is one word of letters"),
    ("surnames = [", 'surnames = ["(a+)+",', "a surname is one word of letters"),
    (
        "[events]",
        '[[numbers]]\nkind = "phone"\nshape = "(9+)+"\n[events]',
        "(9+)+ is no shape of a number: it has two digits",
    ),
    ("[events]", '[[numbers]]\nkind = "phone"\n[events]', "a number has no shape"),
    ("[events]", f"{NUMBER}check = 'luck'\n[events]", "the number 99 names luck; known are mod_11_2"),
    ("[events]", f"{NUMBER}certain = true\n[events]", "certain by its check digit alone"),
    ("[events]", f"{NUMBER}check = 'mod_11_2'\ncertain = 1\n[events]", "certain by its check digit alone"),
    ("[events]", f"{NUMBER}calling_code = 'x'\n[events]", "x is no calling code, as 86"),
    ("[events]", '[[numbers]]\nkind = "moon"\nshape = "999"\n[events]', "the number 999 names moon"),
    ("[events]", '[[numbers]]\nkind = "phone"\nshape = "99"\n' * 51 + "[events]", "more than 50 shapes"),
    ("[penalties]", "penalties = 1\n[x]", "x, which is not known"),
)


@pytest.fixture
def china(tmp_path: Path) -> Path:
    """Return the file of China in a folder of its own, beside the general one."""
    for code in ("CN", "general"):
        (tmp_path / code).mkdir()
        text = (resources() / "countries" / code / "country.toml").read_text("utf-8")
        (tmp_path / code / "country.toml").write_text(text, "utf-8")
    return tmp_path / "CN" / "country.toml"


@pytest.mark.parametrize(("before", "after", "why"), WRONG)
def test_a_file_that_contradicts_itself_is_refused(china: Path, before: str, after: str, why: str) -> None:
    text = china.read_text("utf-8")
    assert before in text
    china.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(CountryPackWrong) as caught:
        read(china.parent.parent)
    assert why in caught.value.details["why"]
    assert caught.value.details["country"] == "CN"


@pytest.mark.parametrize("name", ["events", "penalties", "stages", "limits"])
def test_a_part_that_is_no_table_is_refused(china: Path, name: str) -> None:
    china.write_text(
        f'format = "hrddesk-country"\nversion = 1\ncode = "CN"\nlabels = {{ en = "China" }}\n{name} = 1\n'
    )
    with pytest.raises(CountryPackWrong):
        read(china.parent.parent)


def test_no_general_file_is_no_countries(tmp_path: Path) -> None:
    with pytest.raises(CountryPackWrong):
        read(tmp_path)


def test_every_shipped_country_is_worded_in_three_ways() -> None:
    shipped = countries.shipped()
    assert set(shipped) == {"CN", "HK", "general"}
    for country in shipped.values():
        parts = [stage.labels for stage in country.stages]
        parts += [words for limit in country.limits.values() for words in (limit.labels, limit.ground)]
        for labels in (country.labels, *parts):
            assert set(labels) == {"en", "zh-Hans", "zh-Hant"}, (country.code, labels)


def test_an_unknown_country_follows_the_general_law_and_an_unnamed_one_the_usual() -> None:
    assert countries.of("XX") is countries.shipped()["general"]
    assert countries.of("") is countries.shipped()["CN"]
    assert countries.of("HK").rule("arrested").stage == "arrested"
    assert countries.effects_of("police_bail") == {Effect.LEAVES}


def test_charges_come_with_their_country() -> None:
    charges = vocabulary.load("charge")
    assert {charges.find(words).article for words in ("寻衅滋事", "collusion")} == {"CL 293", "NSLHK 29"}  # type: ignore[union-attr]
    assert charges.code("串谋颠覆国家政权罪") == "hk_subversion"


def test_no_limit_and_no_stage_stands_in_the_general_law() -> None:
    general = countries.shipped()["general"]
    assert [
        limit for limit in general.limits.values() if limit.measures or limit.facilities or limit.until
    ] == []
    assert [stage for stage in general.stages if stage.never_before or stage.needs] == []
