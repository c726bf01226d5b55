"""What a dossier says of a person in few words: the other names, and the facts of the form."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record
from hrddesk_ui.words.language import isolated, shown_language
from hrddesk_ui.words.vocabularies import term_label


def other_names(party: Record, shown_names: Collection[str]) -> str:
    """Return the names of a person except `shown_names`, which the page shows elsewhere, in one line."""
    names = (str(item.get("name", "")) for item in party.values("names"))
    return "  /  ".join(isolated(name) for name in dict.fromkeys(names) if name and name not in shown_names)


def facts(party: Record) -> list[str]:
    """Return what is known of a person in words, such as the occupation, the ethnicity, birth and age."""
    born = party.text("birth")
    known_facts = [
        "" if party.text("kind") == "person" else term_label(("party_kind",), party.text("kind")),
        *(
            term_label((str(item.get("vocabulary")),), str(item.get("term") or item.get("raw") or ""))
            for item in party.values("terms")
        ),
        term_label(("ethnicity",), party.text("ethnicity")),
        QCoreApplication.translate("CasePeopleView", "born {date}").format(
            date=dates.as_said(dates.read(born), shown_language())
        )
        if born
        else "",
        _age(party),
    ]
    return [fact for fact in known_facts if fact]


def _age(party: Record) -> str:
    """Return the reported age in words, with the day for which it was reported; "" if no age is recorded.

    The day is stated because the person is older by now.
    """
    age, day = party.text("age"), party.text("age_day")
    if age and day:
        date_words = dates.as_said(dates.read(day), shown_language())
        return QCoreApplication.translate("CasePeopleView", "age {age} ({date})").format(
            age=age, date=date_words
        )
    return QCoreApplication.translate("CasePeopleView", "age {age}").format(age=age) if age else ""
