"""A language is data: one that nobody ever heard of works from files alone."""

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from hrddesk.actions.interop import exports, forms, imports
from hrddesk.actions.records import parties, questions, terms
from hrddesk.bundle.review import acceptance
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from hrddesk.system.paths import resources
from tests.unit.actions import made_up_language
from tests.unit.bundle.forge import Desks, two_desks
from tests.unit.bundle.hands import send

WORDS = """
format = "hrddesk-language"
version = 1
code = "qqx"
months = [["Qjan"], ["Qfeb"], ["Qmar"], ["Qapr"], ["Qmaj"], ["Qjun"], ["Qjul"], ["Qaug"], ["Qsep"], ["Qokt"],
    ["Qnov"], ["Qdec"]]
weekdays = [["Qlun"], ["Qmard"], ["Qmer"], ["Qjau"], ["Qven"], ["Qsab"], ["Qdim"]]
kin = ["qpatro"]
[seasons]
spring = ["qprin"]
summer = ["qsom"]
autumn = ["qaut"]
winter = ["qvin"]
[dates]
early = ["qfrue en {a}"]
"""
LABELS = {"en": "Caged", "ug": "قەپەستە", "bo": "གཟེབ"}


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    made = two_desks(tmp_path)
    yield made
    made.documenter.close()
    made.coordinator.close()


def _word_anew(folder: Path) -> None:
    """Give every label of the resources one more language, and name that nowhere else."""
    for path in [*folder.rglob("vocabularies/*.csv"), *folder.glob("captions/*.csv")]:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0], "label@qqx"])
            writer.writeheader()
            writer.writerows({**row, "label@qqx": f"q-{row['label@en']}-q"} for row in rows)
    for path in folder.glob("templates/*.toml"):
        english = re.compile(r'^(label|about)\.en = "(.*)"$', re.MULTILINE)
        path.write_text(english.sub(r'\g<0>\n\1.qqx = "q-\2-q"', path.read_text("utf-8")), "utf-8")


@pytest.fixture
def made_up(tmp_path: Path) -> dict[str, Any]:
    for name in ("vocabularies", "captions", "templates", "places", "countries", "languages", "fonts"):
        shutil.copytree(resources() / name, tmp_path / "resources" / name)
    _word_anew(tmp_path / "resources")
    (tmp_path / "resources" / "languages" / "qqx").mkdir()
    (tmp_path / "resources" / "languages" / "qqx" / "words.toml").write_text(WORDS, "utf-8")
    command = [sys.executable, "-m", made_up_language.__name__, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_made_up_language_is_seen_in_lists_the_kit_and_print(
    made_up: dict[str, Any], tmp_path: Path
) -> None:
    assert "q-Beating-q" in made_up["listed"]
    assert "q-caged-q" in made_up["listed"]
    assert made_up["found"] == "beating"
    assert "qqx" in made_up["languages"]
    head, row = made_up["kit"].splitlines()
    assert dict(zip(head.split(","), row.split(","), strict=True))["label@qqx"] == "q-caged-q"
    assert made_up["unchanged"]
    assert made_up["people"] == 1
    assert made_up["kin"] == ["Qpatro"]
    printed = "".join(page.extract_text() for page in PdfReader(tmp_path / "form.pdf").pages)
    for text in (printed, (tmp_path / "form.text").read_text("utf-8")):
        flat = " ".join(text.split())
        assert "q-CONFIDENTIAL." in flat
        assert "q-Sex-q" in flat
        assert "q-Female-q" in flat
        assert "q-not filled in-q" in flat


def test_every_fixed_word_of_a_publication_in_a_made_up_language_is_of_it(
    made_up: dict[str, Any], tmp_path: Path
) -> None:
    model = made_up["published"]
    assert model["languages"] == ["qqx"]
    (event,) = model["cases"][0]["events"]
    assert event["type"] == {"qqx": "q-Detained-q"}
    assert model["cases"][0]["people"][0]["name"][0]["text"] == "q-Person A-q"
    said = " ".join(made_up["said"])
    for words in ("q-As of q-", "q-early q-q-March-q 2021-q-q", "q-Case sheets-q", "q-hidden-q"):
        assert words in said
    # What is left once every text in that language is taken out, from the innermost on, holds no word.
    left = said
    while (found := re.sub(r"q-(?:(?!q-|-q).)*-q", "", left, flags=re.DOTALL | re.IGNORECASE)) != left:
        left = found
    assert re.findall(r"[^\W\d_]{2,}", left) == []
    assert made_up["findings"] == 0
    printed = "".join(page.extract_text() for page in PdfReader(tmp_path / "printed.pdf").pages)
    assert "q-Case sheets-q" in " ".join(printed.split())


def test_own_terms_in_three_languages_survive_the_kit_and_a_bundle(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    term = terms.add(session, "method", terms.TermWording(LABELS)).result
    asked = questions.add(session, questions.Definition(owner="party", type="text", labels=LABELS)).result
    before = {record: session.store.get(record) for record in (term, asked)}
    exports.run(session, tmp_path / "kit", "kit")
    imports.run(session, tmp_path / "kit")
    assert {record: session.store.get(record) for record in before} == before
    summary = send(session, desks.coordinator, tmp_path)
    acceptance.accept(desks.coordinator, summary.review, None, Job())
    for record in before:
        assert desks.coordinator.store.get(record).labels == LABELS
    # Each side words it in one more language: both stay.
    terms.edit(session, "method", term_code(session, term), terms.TermWording({"ar": "قفص"}))
    terms.edit(desks.coordinator, "method", term_code(session, term), terms.TermWording({"es": "Enjaulado"}))
    summary = send(session, desks.coordinator, tmp_path)
    acceptance.accept(desks.coordinator, summary.review, None, Job())
    both = {**LABELS, "ar": "قفص", "es": "Enjaulado"}
    assert desks.coordinator.store.get(term).labels == both


def term_code(session: Session, term: Any) -> str:
    return session.store.get(term).text("code")


@pytest.mark.parametrize("labels", [{"english": "Caged"}, {"": "Caged"}, {"en": " "}, {}])
def test_a_label_in_no_language_is_refused_and_nothing_is_stored(
    session: Session, labels: dict[str, str | None]
) -> None:
    with pytest.raises(InvalidValue):
        terms.add(session, "method", terms.TermWording(labels))
    with pytest.raises(InvalidValue):
        questions.add(session, questions.Definition(owner="party", type="text", labels=labels))
    assert session.store.ids(Kind.TERM) == session.store.ids(Kind.FIELD) == []


def test_a_form_is_printed_in_traditional_chinese(session: Session, tmp_path: Path) -> None:
    person = parties.create(
        session, {"kind": "person", "sex": "female"}, {"names": [{"name": "胡岚"}]}
    ).result
    chain = ("zh-Hant", "zh-Hans", "en")
    forms.export(session, "wgad", person, tmp_path / "form.pdf", silent(), format="pdf", chain=chain)
    reader = PdfReader(tmp_path / "form.pdf")
    assert str(reader.root_object["/Lang"]) == "zh"
    printed = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert "不得未經加密發送" in printed
