"""The words for the findings of the consistency checks."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.analysis.checks import ClaimSide
from hrddesk.analysis.consistency.findings import SENTENCES, Check, Finding
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.error_words import core_words
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.record_words import RecordWords, field_word

TITLES: Final[Mapping[Check, str]] = {
    Check.STAGE_OUT_OF_ORDER: QT_TRANSLATE_NOOP("Findings", "Steps in the wrong order"),
    Check.SENTENCE_WITHOUT_CHARGE: QT_TRANSLATE_NOOP("Findings", "Sentence without a charge"),
    Check.RELEASE_BEFORE_CUSTODY: QT_TRANSLATE_NOOP("Findings", "Release before any custody"),
    Check.END_BEFORE_START: QT_TRANSLATE_NOOP("Findings", "End before the beginning"),
    Check.EVENT_AFTER_DEATH: QT_TRANSLATE_NOOP("Findings", "Event after a death"),
    Check.EVENT_IN_FUTURE: QT_TRANSLATE_NOOP("Findings", "Event in the future"),
    Check.CUSTODY_OVER_LIMIT: QT_TRANSLATE_NOOP("Findings", "Custody longer than the law allows"),
    Check.TWO_PLACES_ONE_DAY: QT_TRANSLATE_NOOP("Findings", "Two places on one day"),
    Check.CONFLICTING_CLAIMS: QT_TRANSLATE_NOOP("Findings", "Claims that contradict each other"),
    Check.NAMES_ONE_LETTER_APART: QT_TRANSLATE_NOOP("Findings", "Names one letter apart"),
    Check.CONFIRMED_WITHOUT_CITATION: QT_TRANSLATE_NOOP("Findings", "Confirmed, and no source cited"),
    Check.CONSENT_REFUSED: QT_TRANSLATE_NOOP("Findings", "Consent refused or withdrawn"),
    Check.CONSENT_AHEAD: QT_TRANSLATE_NOOP("Findings", "Consent of a day to come"),
    Check.GUARDIAN_OF_ADULT: QT_TRANSLATE_NOOP("Findings", "Guardian of an adult"),
    Check.SOURCE_DESCRIBED: QT_TRANSLATE_NOOP("Findings", "Print describes a confidential source"),
    Check.ANSWER_DUE: QT_TRANSLATE_NOOP("Findings", "Answer to an intervention is due"),
}

_DISPUTED: Final = QT_TRANSLATE_NOOP("Findings", "{name}: {first}; a source contradicts it")
_OF_EVENTS: Final[Mapping[Check, tuple[int, ...]]] = {
    Check.STAGE_OUT_OF_ORDER: (1, 2),
    Check.SENTENCE_WITHOUT_CHARGE: (1,),
    Check.EVENT_IN_FUTURE: (1,),
    Check.TWO_PLACES_ONE_DAY: (1, 2),
    Check.CONFLICTING_CLAIMS: (1, 2),
    Check.CONFIRMED_WITHOUT_CITATION: (-1,),
    Check.SOURCE_DESCRIBED: (-1,),
    Check.ANSWER_DUE: (-1,),
}
"""The indexes of the records that a sentence names as first and second; all other sentences name dates."""

STANCES: Final[Mapping[str, str]] = {
    "supports": QT_TRANSLATE_NOOP("Findings", "supports"),
    "contradicts": QT_TRANSLATE_NOOP("Findings", "contradicts"),
}
_SHOWN: Final = {
    Kind.EVENT: (
        "type",
        "measure",
        "facility",
        "date",
        "place",
        "place_text",
        "assertion",
        "addressee",
        "reference",
        "due",
        "summary",
    ),
    Kind.PARTY: ("kind", "ref", "sex", "birth", "death", "ethnicity"),
}
_LISTS: Final = {Kind.EVENT: ("charges", "penalties"), Kind.PARTY: ("names", "terms", "consents")}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Findings", text)


def check_title(check: Check) -> str:
    """Return the name of a check, as the heading of its findings."""
    return _tr(TITLES[check])


def message(finding: Finding, records: Mapping[RecordId, Record], words: RecordWords) -> str:
    """Return a finding as one sentence with the names of the people and events."""
    first, second = finding.first, finding.second
    if finding.check is Check.EVENT_AFTER_DEATH:
        second = _event(finding.records[-1], records, words) or second
    named = [_event(finding.records[number], records, words) for number in _of_events(finding)]
    if named:
        first, second = named[0] or first, named[-1] or second
    if finding.check is Check.ANSWER_DUE:
        second = finding.second
    if finding.check is Check.CONSENT_REFUSED:
        return finding.fill(" ".join(map(core_words.words, finding.sentences)))
    sentence = _tr(_DISPUTED) if finding.is_disputed else core_words.words(SENTENCES[finding.check])
    return finding.fill(sentence, first=first, second=second)


def _of_events(finding: Finding) -> tuple[int, ...]:
    if finding.is_disputed:
        return (1,)
    return _OF_EVENTS.get(finding.check, ())


def _event(record: RecordId, records: Mapping[RecordId, Record], words: RecordWords) -> str:
    event = records.get(record)
    if event is None:
        return ""
    custody = (words.value(event.kind, name, event.text(name)) for name in ("measure", "facility"))
    return " · ".join(part for part in (words.title(event), *custody) if part)


def side_text(side: ClaimSide, words: RecordWords) -> str:
    """Return the facts of one side of a finding, one on each line, followed by its citations."""
    record = side.record
    lines = []
    for name in _SHOWN[record.kind]:
        value = words.value(record.kind, name, record.text(name) or None)
        if value:
            lines.append(f"{field_word(name)}: {value}")
    for name in _LISTS[record.kind]:
        lines += [
            f"{field_word(name)}: {words.value(record.kind, name, item)}" for item in record.values(name)
        ]
    lines.append("")
    if not side.cited:
        lines.append(_tr(QT_TRANSLATE_NOOP("Findings", "No source is cited.")))
    for citation, source in side.cited:
        title = words.title(source) if source is not None else ""
        stance = citation.text("stance")
        quote = citation.text("quote")
        parts = [
            _tr(STANCES.get(stance, stance)),
            title,
            f"“{quote}”" if quote else "",
            citation.text("locator"),
        ]
        lines.append(" · ".join(part for part in parts if part))
    return "\n".join(lines)
