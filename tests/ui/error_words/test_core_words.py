"""Whatever the core can give as a reason is said in the language of the window."""

import importlib.util
import os
import string
from collections.abc import Iterator
from errno import EACCES, EIO, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EROFS
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from hrddesk import errors
from hrddesk.errors import translatable
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats.findings import Remark as ImportFinding
from hrddesk.interop.formats.findings import RemarkCode as ImportCode
from hrddesk.publish.audit import findings
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import refusal
from hrddesk_ui.error_words import core_words, messages
from hrddesk_ui.settings.check_view import DAMAGE
from hrddesk_ui.transfer.import_findings import in_words
from hrddesk_ui.words.translation import Translations, WindowLanguage
from tests.ui.chinese import in_chinese
from tests.ui.texts import reasons as texts
from tests.ui.texts import records

CORE = Path(errors.__file__).resolve().parents[1]


def _script(name: str) -> ModuleType:
    """Return a script of packaging/, whose folder has the name of another project's package."""
    spec = importlib.util.spec_from_file_location(name, CORE.parent / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


core_sentences = _script("core_sentences")
REASONS = core_sentences.of_reasons(CORE)


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.switch(WindowLanguage.CHINESE)
    yield
    translations.switch(WindowLanguage.ENGLISH)  # the locale follows the language
    translations.clear()


def _is_chinese(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)


def _filled(template: str) -> str:
    return template.format(*(str(1000 + number) for number in range(9)))


def _numbered(template: str) -> Translatable:
    """Return a sentence with a number of four figures in each of its places."""
    places = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return Translatable(template, *(1000 + number for number in range(len(places))))


def test_the_core_was_read() -> None:
    assert len(REASONS) > 500
    assert sum("{0}" in template for template in REASONS) > 80


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("template", REASONS)
def test_every_reason_has_a_chinese_text_with_the_same_places(template: str) -> None:
    said = core_words.words(template)
    assert _is_chinese(said), template
    places = [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]
    assert sorted(places) == sorted(
        name for _, name, _, _ in string.Formatter().parse(said) if name is not None
    )


@pytest.mark.parametrize("template", [each for each in REASONS if "{0}" in each])
def test_english_stays_as_the_core_says_it(qapp: QApplication, template: str) -> None:
    translations = Translations(qapp)
    translations.switch(WindowLanguage.ENGLISH)
    assert core_words.words(_numbered(template)) == _numbered(template)
    translations.clear()


@pytest.mark.usefixtures("chinese")
def test_a_sentence_within_a_sentence_is_translated_too() -> None:
    within = Translatable("longer than {0}", 7)
    said = core_words.words(Translatable("at {0}: {1}", "name", within))
    assert core_words.words(within) in said
    assert "name" in said
    assert "7" in said
    assert core_words.words(translatable.joined((within, within))) == "; ".join(
        [core_words.words(within)] * 2
    )


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("code", [EACCES, EIO, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EROFS])
def test_what_the_system_says(code: int) -> None:
    assert _is_chinese(core_words.words(os.strerror(code)))


@pytest.mark.usefixtures("chinese")
def test_every_finding_has_a_chinese_text() -> None:
    for code in findings.AuditCode:
        assert _is_chinese(core_words.words(findings.AuditFinding(code).message)), code
        said = core_words.words(findings.AuditFinding(code, page=3).message)
        assert said.endswith("（第 3 页）")
        assert not any(letter in string.ascii_lowercase for letter in said), code
    for imported in ImportCode:
        said = in_words(
            ImportFinding(file="events.csv", row=2, column="date", value="x", code=imported, detail="12")
        )
        assert _is_chinese(said), imported
        assert "{" not in said


@pytest.mark.usefixtures("chinese")
def test_every_damage_has_a_chinese_text(qapp: QApplication) -> None:
    for text in DAMAGE.values():
        assert _is_chinese(qapp.translate("Damage", text)), text


@pytest.mark.usefixtures("chinese")
def test_a_message_is_chinese_throughout() -> None:
    refused = messages.of(errors.UndoNotPossible(why=texts.RECORD_CHANGED_AGAIN))
    assert in_chinese(texts.RECORD_CHANGED_AGAIN) in refused.text
    field = messages.of(errors.InvalidValue(field="visibility", why="it takes text"))
    assert field.what.startswith(in_chinese(records.LEVEL))
    cell = ("events.csv", 7, "date")
    row = messages.of(errors.ImportRefused(count=2, first=Translatable(texts.ROW_OF_FILE, *cell)))
    assert in_chinese(texts.ROW_OF_FILE).format(*cell) in row.text
    on_page = Translatable("{0} (page {1})", texts.TEXT_COVERED, 3)
    audit = messages.of(errors.AuditFailed(findings=translatable.joined((on_page, texts.FILE_ATTACHED))))
    covered, attached = in_chinese(texts.TEXT_COVERED), in_chinese(texts.FILE_ATTACHED)
    assert f"{covered}（第 3 页）; {attached}" in audit.text
    damaged = messages.of(errors.BundleMalformed(why=Translatable(texts.NESTED_TOO_DEEPLY, texts.THE_CARD)))
    nested = in_chinese(texts.NESTED_TOO_DEEPLY).format(in_chinese(texts.THE_CARD))
    assert nested in damaged.text
    named = messages.of(errors.TargetExists(path="history"))
    assert "history" in named.text  # the name of a file is no word of ours


def test_what_nobody_foresaw_is_said_as_it_is() -> None:
    assert core_words.words("something quite new") == "something quite new"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("words", ["A relative in Boxing", "A relative, in May", "A friend, by telephone"])
def test_what_a_description_may_not_say_is_said_in_chinese(words: str) -> None:
    refused = refusal(
        Record(kind=Kind.SOURCE, id=RecordId("5" * 32)).with_fields(
            title="One", attribution="described", credit=words
        )
    )
    assert refused is not None
    said = core_words.words(refused[1])
    assert words.split()[-1] in said
    assert "take" not in said
    assert "small letters" not in said
