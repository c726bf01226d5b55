"""The words for the custody status of people, in the window's language."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import Status, UnknownReason
from hrddesk.records.dates import amounts, dates
from hrddesk.records.terms import countries
from hrddesk_ui.words.language import shown_chain, shown_language
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.vocabularies import term_label

ANSWERS: Final[Mapping[Answer, str]] = {
    Answer.FREE: QT_TRANSLATE_NOOP("Status", "free"),
    Answer.CUSTODY: QT_TRANSLATE_NOOP("Status", "in custody"),
    Answer.RELEASED: QT_TRANSLATE_NOOP("Status", "released"),
    Answer.DISAPPEARED: QT_TRANSLATE_NOOP("Status", "disappeared"),
    Answer.DEAD: QT_TRANSLATE_NOOP("Status", "dead"),
    Answer.UNDETERMINED: QT_TRANSLATE_NOOP("Status", "undetermined"),
}

REASONS: Final[Mapping[UnknownReason, str]] = {
    UnknownReason.NO_EVENTS: QT_TRANSLATE_NOOP("Status", "no event tells what happened to them"),
    UnknownReason.NOTHING_ON_LIBERTY: QT_TRANSLATE_NOOP("Status", "no event tells whether they are free"),
    UnknownReason.UNDATED_EVENTS: QT_TRANSLATE_NOOP("Status", "events without a date may come last"),
    UnknownReason.UNCERTAIN_DATES: QT_TRANSLATE_NOOP("Status", "the dates leave the order open"),
    UnknownReason.CONFLICTING_CLAIMS: QT_TRANSLATE_NOOP("Status", "claims contradict each other"),
    UnknownReason.DOUBTED_CLAIMS: QT_TRANSLATE_NOOP("Status", "a claim is only alleged or disputed"),
    UnknownReason.SENTENCE_ENDED: QT_TRANSLATE_NOOP("Status", "the sentence is over, no release is recorded"),
    UnknownReason.SENTENCE_MAY_HAVE_ENDED: QT_TRANSLATE_NOOP("Status", "the sentence may be over"),
    UnknownReason.GROUND_GONE: QT_TRANSLATE_NOOP(
        "Status", "the ground for custody ended, no release is recorded"
    ),
    UnknownReason.NO_CUSTODY: QT_TRANSLATE_NOOP("Status", "not sentenced to custody, no release is recorded"),
    UnknownReason.SIGHTED_ONLY: QT_TRANSLATE_NOOP("Status", "seen since, and no more is known"),
    UnknownReason.PERHAPS_DEAD: QT_TRANSLATE_NOOP("Status", "perhaps dead"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Status", text)


def answer_word(answer: Answer) -> str:
    """Return the word for the answer of a custody status, such as "in custody"."""
    return _tr(ANSWERS[answer])


def stage_word(status: Status) -> str:
    """Return the stage of the proceedings in the words of the country's law."""
    stage = countries.of(status.country).stage(status.stage)
    return status.stage if stage is None else stage.labels.text(shown_chain())


def short(status: Status) -> str:
    """Return a status in few words, for a column: the answer and the stage, as in `in custody, sentenced`."""
    parts = [answer_word(status.answer)]
    if status.stage:
        parts.append(stage_word(status))
    return ", ".join(parts)


def full(status: Status) -> str:
    """Return a status with measure, facility, stage, first day and, if it is undetermined, the reason."""
    return " · ".join(filter(None, (answer_word(status.answer), details(status))))


def details(status: Status) -> str:
    """Return what `full` says besides the answer; "" if nothing more is known."""
    parts = list(filter(None, [custody_words(status.measure, status.facility)]))
    if status.answer is Answer.FREE and status.type:
        parts.append(term_label(("event_type",), status.type))
    if status.stage:
        parts.append(stage_word(status))
    if status.since:
        since = dates.as_said(dates.read(status.since), shown_language())
        parts.append(_tr(QT_TRANSLATE_NOOP("Status", "since {date}")).format(date=since))
    if status.least_days is not None and status.answer is not Answer.DEAD:
        days = amounts.days(status.least_days, shown_language())
        parts[-1] += _tr(QT_TRANSLATE_NOOP("Status", ", at least {days}")).format(days=days)
    if status.reason is not None:
        parts.append(_tr(REASONS[status.reason]))
    return " · ".join(parts)


def custody_words(measure: str, facility: str) -> str:
    """Return a measure and a kind of facility in words."""
    return " · ".join(
        filter(None, (term_label(("measure",), measure), term_label(("place_kind",), facility)))
    )


def sentence(status: Status) -> str:
    """Return the sentence of a person in custody in words, as it was typed if its penalties were not
    understood.
    """
    if not status.penalties:
        return ", ".join(status.sentence)
    sentences = []
    for kind, months in zip(status.penalties, status.months, strict=True):
        words = amounts.length(months, shown_language()) if months else ""
        sentences.append(" ".join(part for part in (term_label(("penalty",), kind), words) if part))
    return ", ".join(sentences)


def of_several(statuses: Sequence[Status]) -> str:
    """Return the custody statuses of the people of a case in words.

    A single status is given in short words; several are counted by their answers.
    """
    if len(statuses) == 1:
        return short(statuses[0])
    counted = {answer: sum(status.answer is answer for status in statuses) for answer in Answer}
    parts = [f"{answer_word(answer)} {count}" for answer, count in counted.items() if count]
    return ", ".join(parts)
