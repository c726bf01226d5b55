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
from hrddesk.interop.formats.findings import Code as ImportCode
from hrddesk.interop.formats.findings import Finding as ImportFinding
from hrddesk.publish.audit import findings
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import refusal
from hrddesk_ui.error_words import error_details, messages
from hrddesk_ui.settings.check_view import DAMAGE
from hrddesk_ui.tables.import_findings import in_words
from hrddesk_ui.words.translation import Language, Translations
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


reasons = _script("reasons")
GIVEN, DAMAGES, ALARMS = reasons.given(CORE), reasons.damage(CORE), reasons.alarms(CORE)
EVERYTHING = sorted(GIVEN | DAMAGES | ALARMS)


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.switch(Language.CHINESE)
    yield
    translations.switch(Language.ENGLISH)  # the locale follows the language
    translations.clear()


def _is_chinese(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)


def _filled(template: str) -> str:
    return template.format(*(str(1000 + number) for number in range(9)))


def test_the_core_was_read() -> None:
    assert len(GIVEN) > 80
    assert len(DAMAGES) >= 8
    assert len(ALARMS) == 4


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("template", [text for text in EVERYTHING if text not in reasons.SAME_EVERYWHERE])
def test_every_reason_has_a_chinese_text_and_keeps_what_is_filled_in(template: str) -> None:
    filled = _filled(template)
    said = error_details.words(filled)
    assert _is_chinese(said), template
    for _, name, _, _ in string.Formatter().parse(template):
        if name is not None:
            assert str(1000 + int(name)) in said


@pytest.mark.parametrize("template", EVERYTHING)
def test_english_stays_as_the_core_says_it(qapp: QApplication, template: str) -> None:
    translations = Translations(qapp)
    translations.switch(Language.ENGLISH)
    assert error_details.words(_filled(template)) == _filled(template)
    translations.clear()


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("code", [EACCES, EIO, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EROFS])
def test_what_the_system_says(code: int) -> None:
    assert _is_chinese(error_details.words(os.strerror(code)))


@pytest.mark.usefixtures("chinese")
def test_every_finding_has_a_chinese_text() -> None:
    for code in findings.Code:
        assert _is_chinese(error_details.words(findings.Finding(code).message)), code
        said = error_details.words(findings.Finding(code, page=3).message)
        assert said.endswith("（第 3 页）")
        assert not any(letter in string.ascii_lowercase for letter in said), code
    for imported in ImportCode:
        assert _is_chinese(in_words(ImportFinding("events.csv", 2, "date", "x", imported, "12"))), imported


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
    row = messages.of(errors.ImportRefused(count=2, first=texts.ROW_OF_FILE.format(*cell)))
    assert in_chinese(texts.ROW_OF_FILE).format(*cell) in row.text
    findings_of_audit = f"{texts.TEXT_COVERED} (page 3); {texts.FILE_ATTACHED}"
    audit = messages.of(errors.AuditFailed(findings=findings_of_audit))
    covered, attached = in_chinese(texts.TEXT_COVERED), in_chinese(texts.FILE_ATTACHED)
    assert f"{covered}（第 3 页）; {attached}" in audit.text
    damaged = messages.of(errors.BundleMalformed(why=texts.NESTED_TOO_DEEPLY.format(texts.THE_CARD)))
    nested = in_chinese(texts.NESTED_TOO_DEEPLY).format(in_chinese(texts.THE_CARD))
    assert nested in damaged.text
    named = messages.of(errors.TargetExists(path="history"))
    assert "history" in named.text  # the name of a file is no word of ours


def test_what_nobody_foresaw_is_said_as_it_is() -> None:
    assert error_details.words("something quite new") == "something quite new"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("words", ["A relative in Boxing", "A relative, in May", "A friend, by telephone"])
def test_what_a_description_may_not_say_is_said_in_chinese(words: str) -> None:
    refused = refusal(
        Record(Kind.SOURCE, RecordId("5" * 32)).with_fields(
            title="One", attribution="described", credit=words
        )
    )
    assert refused is not None
    said = error_details.words(refused[1])
    assert words.split()[-1] in said
    assert "take" not in said
    assert "small letters" not in said
