"""The words for the actions that the history lists."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.store.database.history import HistoryEntry
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

_ACTS: Final[Mapping[str, str]] = {
    "case.new": QT_TRANSLATE_NOOP("Acts", "case begun"),
    "case.edit": QT_TRANSLATE_NOOP("Acts", "case changed"),
    "case.country": QT_TRANSLATE_NOOP("Acts", "country of cases named"),
    "case.remove": QT_TRANSLATE_NOOP("Acts", "case deleted"),
    "party.new": QT_TRANSLATE_NOOP("Acts", "person added"),
    "party.edit": QT_TRANSLATE_NOOP("Acts", "person changed"),
    "party.protect": QT_TRANSLATE_NOOP("Acts", "name protected"),
    "party.unprotect": QT_TRANSLATE_NOOP("Acts", "name no longer protected"),
    "party.remove": QT_TRANSLATE_NOOP("Acts", "person deleted"),
    "consent.add": QT_TRANSLATE_NOOP("Acts", "answer about consent added"),
    "consent.remove": QT_TRANSLATE_NOOP("Acts", "answer about consent taken out"),
    "consent.note": QT_TRANSLATE_NOOP("Acts", "note on consent changed"),
    "event.new": QT_TRANSLATE_NOOP("Acts", "event added"),
    "event.edit": QT_TRANSLATE_NOOP("Acts", "event changed"),
    "event.remove": QT_TRANSLATE_NOOP("Acts", "event deleted"),
    "relation.new": QT_TRANSLATE_NOOP("Acts", "relation added"),
    "relation.edit": QT_TRANSLATE_NOOP("Acts", "relation changed"),
    "relation.remove": QT_TRANSLATE_NOOP("Acts", "relation deleted"),
    "evidence.added": QT_TRANSLATE_NOOP("Acts", "evidence taken into the vault"),
    "evidence.exported": QT_TRANSLATE_NOOP("Acts", "copy saved outside the vault"),
    "evidence.edit": QT_TRANSLATE_NOOP("Acts", "evidence described"),
    "evidence.removed": QT_TRANSLATE_NOOP("Acts", "evidence deleted"),
    "source.new": QT_TRANSLATE_NOOP("Acts", "source added"),
    "source.edit": QT_TRANSLATE_NOOP("Acts", "source changed"),
    "source.remove": QT_TRANSLATE_NOOP("Acts", "source deleted"),
    "citation.new": QT_TRANSLATE_NOOP("Acts", "source cited"),
    "citation.edit": QT_TRANSLATE_NOOP("Acts", "citation changed"),
    "citation.remove": QT_TRANSLATE_NOOP("Acts", "citation deleted"),
    "text.add": QT_TRANSLATE_NOOP("Acts", "text added"),
    "text.set": QT_TRANSLATE_NOOP("Acts", "text changed"),
    "text.remove": QT_TRANSLATE_NOOP("Acts", "text removed"),
    "text.code-names": QT_TRANSLATE_NOOP("Acts", "code names put in place of sources"),
    "visibility": QT_TRANSLATE_NOOP("Acts", "level changed"),
    "import": QT_TRANSLATE_NOOP("Acts", "imported"),
    "report.new": QT_TRANSLATE_NOOP("Acts", "report begun"),
    "report.edit": QT_TRANSLATE_NOOP("Acts", "report changed"),
    "report.remove": QT_TRANSLATE_NOOP("Acts", "report deleted"),
    "block.add": QT_TRANSLATE_NOOP("Acts", "block added"),
    "block.edit": QT_TRANSLATE_NOOP("Acts", "block changed"),
    "block.move": QT_TRANSLATE_NOOP("Acts", "block moved"),
    "block.remove": QT_TRANSLATE_NOOP("Acts", "block deleted"),
    "paste.take": QT_TRANSLATE_NOOP("Acts", "taken from a report"),
    "mapping.save": QT_TRANSLATE_NOOP("Acts", "mapping of columns kept"),
    "mapping.remove": QT_TRANSLATE_NOOP("Acts", "mapping of columns forgotten"),
    "import.undo": QT_TRANSLATE_NOOP("Acts", "import taken back"),
    "bundle.accepted": QT_TRANSLATE_NOOP("Acts", "taken over from a bundle"),
    "bundle.undone": QT_TRANSLATE_NOOP("Acts", "bundle taken back"),
    "undo": QT_TRANSLATE_NOOP("Acts", "undone"),
    "redo": QT_TRANSLATE_NOOP("Acts", "done again"),
    "field.new": QT_TRANSLATE_NOOP("Acts", "question added"),
    "field.edit": QT_TRANSLATE_NOOP("Acts", "question changed"),
    "field.retire": QT_TRANSLATE_NOOP("Acts", "question retired"),
    "field.restore": QT_TRANSLATE_NOOP("Acts", "question asked again"),
    "answers.edit": QT_TRANSLATE_NOOP("Acts", "questions answered"),
    "form.exported": QT_TRANSLATE_NOOP("Acts", "form written outside the vault"),
    "published.new": QT_TRANSLATE_NOOP("Acts", "published figure added"),
    "published.edit": QT_TRANSLATE_NOOP("Acts", "published figure changed"),
    "published.remove": QT_TRANSLATE_NOOP("Acts", "published figure deleted"),
    "figure.save": QT_TRANSLATE_NOOP("Acts", "figure kept"),
    "figure.remove": QT_TRANSLATE_NOOP("Acts", "figure deleted"),
    "place.new": QT_TRANSLATE_NOOP("Acts", "place added"),
    "place.shipped": QT_TRANSLATE_NOOP("Acts", "shipped places added"),
    "place.edit": QT_TRANSLATE_NOOP("Acts", "place changed"),
    "place.move": QT_TRANSLATE_NOOP("Acts", "place moved"),
    "place.remove": QT_TRANSLATE_NOOP("Acts", "place deleted"),
    "term.new": QT_TRANSLATE_NOOP("Acts", "term added"),
    "term.edit": QT_TRANSLATE_NOOP("Acts", "term worded anew"),
    "term.merge": QT_TRANSLATE_NOOP("Acts", "term merged into another"),
    "term.retire": QT_TRANSLATE_NOOP("Acts", "term retired"),
    "term.restore": QT_TRANSLATE_NOOP("Acts", "term offered again"),
    "history.restore": QT_TRANSLATE_NOOP("Acts", "earlier state put back"),
    "search.save": QT_TRANSLATE_NOOP("Acts", "search kept"),
    "search.rename": QT_TRANSLATE_NOOP("Acts", "search renamed"),
    "search.remove": QT_TRANSLATE_NOOP("Acts", "search deleted"),
    "profile.save": QT_TRANSLATE_NOOP("Acts", "publication profile kept"),
    "profile.rename": QT_TRANSLATE_NOOP("Acts", "publication profile renamed"),
    "profile.remove": QT_TRANSLATE_NOOP("Acts", "publication profile deleted"),
    "profile.import": QT_TRANSLATE_NOOP("Acts", "publication profiles taken from a file"),
    "duplicate.merge": QT_TRANSLATE_NOOP("Acts", "two records merged into one"),
    "duplicate.not-same": QT_TRANSLATE_NOOP("Acts", "two records kept apart"),
    "text.decide": QT_TRANSLATE_NOOP("Acts", "decided how a text is published"),
    "text.review": QT_TRANSLATE_NOOP("Acts", "text reviewed for publishing"),
    "text.unreview": QT_TRANSLATE_NOOP("Acts", "review of a text taken back"),
    "picture.draw": QT_TRANSLATE_NOOP("Acts", "boxes drawn over a picture"),
    "picture.describe": QT_TRANSLATE_NOOP("Acts", "said what a picture shows"),
    "picture.review": QT_TRANSLATE_NOOP("Acts", "picture reviewed for publishing"),
    "picture.unreview": QT_TRANSLATE_NOOP("Acts", "review of a picture taken back"),
    "history.revive": QT_TRANSLATE_NOOP("Acts", "brought back"),
}


_ID: Final = 8
"""The number of shown digits of an id."""


def act_word(what: str, called: Mapping[str, str]) -> str:
    """Return the words for an action that the history lists.

    `what` is the code of the action, in some cases followed by an id or a number. For a decision on a text or
    a picture, the words include the name of the publication profile. `called` maps the ids of profiles to
    their names; a deleted profile is shown by the beginning of its id. The number of an undo or redo is left
    out.
    """
    name, _, rest = what.partition(" ")
    words = QCoreApplication.translate("Acts", _ACTS.get(name, name))
    profile = called.get(rest, rest[:_ID])
    return f"{words} ({profile})" if name.startswith(("text.", "picture.")) and rest else words


def moment(entry: HistoryEntry) -> str:
    """Return the time of a history entry, as 2026-01-31 08:05 UTC."""
    return utc(entry.time)


def utc(seconds: int) -> str:
    """Return a time in seconds since 1970 as 2026-01-31 08:05 UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")


def utc_day(seconds: int) -> str:
    """Return the day of a time in seconds since 1970, as 2026-01-31 (in UTC)."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
