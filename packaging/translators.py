"""Give the texts of the window to translators as a spreadsheet, and take their answer.

`translators.py export LANGUAGE FILE.csv` writes every text with its translation, which may be empty. A new
language, such as `de`, gets its catalogue.
`translators.py import LANGUAGE FILE.csv` takes the translations. It refuses the table where a row is no text
of the window, or has other placeholders. Where a translation is empty, the one of the catalogue stays.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

sys.path.insert(0, str(Path(__file__).resolve().parent))

import check_translations

COLUMNS: Final = ("context", "text", "form", "translation")
"""`form` numbers the plural forms of a text with a number in it, from 1; it is empty for all other texts."""
_PLACEHOLDER: Final = re.compile(r"%L?\d|%n|\{\w*\}")
_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


class Place(NamedTuple):
    """The key of a translation in a catalogue: the context, the text, and the number of the plural form or
    "".
    """

    context: str
    text: str
    form: str


def catalogue(language: str, root: Path) -> Path:
    """Return the path of a language's catalogue; create it with all texts if it does not exist."""
    path = root / check_translations.FOLDER / f"hrddesk_{language}.ts"
    if not path.exists():
        path.write_text(f'{_HEAD}<TS version="2.1" language="{language}"></TS>\n', "utf-8")
        check_translations.update(root)
    return path


def translations(tree: Element) -> Iterator[tuple[Place, Element, Element]]:
    """Yield each translation of a catalogue as its key, its XML element, and the `translation` element around
    it.
    """
    for context in tree.iter("context"):
        for message in context.iter("message"):
            holder = message.find("translation")
            if holder is None:
                continue
            place = Place(context.findtext("name", ""), message.findtext("source", ""), "")
            forms = list(holder.iter("numerusform"))
            for number, form in enumerate(forms, 1):
                yield place._replace(form=str(number)), form, holder
            if not forms:
                yield place, holder, holder


def write_table(language: str, path: Path, root: Path = check_translations.CHECKOUT) -> int:
    """Write all texts of a language to a CSV file; return the number of texts without a translation."""
    tree = ElementTree.parse(catalogue(language, root)).getroot()
    rows = [(*place, element.text or "") for place, element, _ in translations(tree)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return sum(not row[-1] for row in rows)


def read_table(language: str, path: Path, root: Path = check_translations.CHECKOUT) -> list[str]:
    """Put the translations of a CSV file into the catalogue, unless a row has a problem.

    Return the problems; if there are any, the catalogue is not changed.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    target = catalogue(language, root)
    tree = ElementTree.parse(target).getroot()
    elements = {place: (element, holder) for place, element, holder in translations(tree)}
    problems = []
    for number, row in enumerate(rows, 2):
        place, translation = (
            Place(*(row.get(name) or "" for name in COLUMNS[:3])),
            row.get("translation") or "",
        )
        if place not in elements:
            problems.append(f"row {number}: the window has no such text: {place.text[:40]}")
        elif translation and not _fits(place, translation):
            problems.append(f"row {number}: the placeholders are not those of the text: {translation[:40]}")
        elif translation:
            element, holder = elements[place]
            element.text = translation
            holder.attrib.pop("type", None)
    if problems:
        return problems
    target.write_text(_HEAD + ElementTree.tostring(tree, encoding="unicode") + "\n", "utf-8")
    check_translations.update(root)  # writes it as lupdate does
    return []


def _fits(place: Place, translation: str) -> bool:
    """Tell whether a translation has the placeholders of its text; a plural form may leave out the number."""
    needed, present = (set(_PLACEHOLDER.findall(text)) for text in (place.text, translation))
    return present == needed or bool(place.form and present == needed - {"%n"})


def main(arguments: list[str]) -> int:
    """Do what the command line says; return 1 if a table was refused, otherwise 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("verb", choices=("export", "import"))
    parser.add_argument("language")
    parser.add_argument("file", type=Path)
    args = parser.parse_args(arguments)
    if args.verb == "export":
        print(f"{args.file}: {write_table(args.language, args.file)} texts have no translation yet.")
        return 0
    problems = read_table(args.language, args.file)
    print("\n".join([*problems, "Nothing was taken."] if problems else ["The translations were taken."]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
