"""The people in each publication, named or under a label; removed labels, accepted risks, printed counts.

Callers that write own the transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.records.forwarding import merged_away


class Stood(StrEnum):
    """The way in which a person appeared in a publication."""

    NAMED = "named"
    CHOSEN = "chosen"
    """Under a label that a user chose for this person."""
    PROFILE = "profile"
    """Under a label by the general rule, not one chosen for this person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """The way in which one person appeared in one publication; `noun` and `number` make up the label.

    `series` is the number of the first publication of the series; `noun` is empty for a person who was named.
    """

    publication: int
    series: int
    party: RecordId
    stood: Stood
    noun: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """The removal of a person's label for a publication, with the reason."""

    publication: int
    party: RecordId
    reason: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """A count in a publication; `asked` and `cell` identify what was counted. `count` is None if it was
    hidden.
    """

    publication: int
    asked: str
    cell: str
    count: int | None


def add_people(db: Connection, rows: Iterable[PersonRow]) -> None:
    """Store the way in which each person appears in a publication."""
    db.executemany(
        "INSERT INTO publication_person (publication, series, party, stood, noun, number)"
        " VALUES (?,?,?,?,?,?)",
        [(row.publication, row.series, row.party, row.stood.value, row.noun, row.number) for row in rows],
    )


def people(db: Connection) -> list[PersonRow]:
    """Return the way in which each person appeared in each publication, earliest publication first."""
    rows = db.execute(
        "SELECT publication, series, party, stood, noun, number FROM publication_person"
        " ORDER BY publication, party"
    )
    return [
        PersonRow(
            publication=num, series=series, party=RecordId(party), stood=Stood(how), noun=noun, number=number
        )
        for num, series, party, how, noun, number in rows
    ]


def people_as_merged(db: Connection) -> list[PersonRow]:
    """Return the same rows as `people`, with each merged person replaced by the person of the kept record."""
    merged = merged_away(db)
    return [replace(row, party=merged.get(row.party, row.party)) for row in people(db)]


def protected(db: Connection) -> list[RecordId]:
    """Return the people who get a label in every publication (`kinds.PROTECTED`), sorted by id."""
    return [RecordId(row[0]) for row in db.execute("SELECT id FROM party WHERE protected = 1 ORDER BY id")]


def add_removals(db: Connection, publication: int, reasons: Mapping[RecordId, str]) -> None:
    """Store the people whose label was removed for a publication, each with the reason."""
    db.executemany(
        "INSERT INTO label_removal (publication, party, reason) VALUES (?,?,?)",
        [(publication, party, reason) for party, reason in sorted(reasons.items())],
    )


def removals(db: Connection) -> list[RemovalRow]:
    """Return the removals of labels, earliest publication first."""
    rows = db.execute("SELECT publication, party, reason FROM label_removal ORDER BY publication, party")
    return [RemovalRow(num, RecordId(party), reason) for num, party, reason in rows]


def add_answers(db: Connection, publication: int, reasons: Mapping[str, str]) -> None:
    """Store the reason for accepting each risk of a publication."""
    db.executemany(
        "INSERT INTO publication_answer (publication, risk, reason) VALUES (?,?,?)",
        [(publication, risk, reason) for risk, reason in sorted(reasons.items())],
    )


def answers(db: Connection, publication: int) -> dict[str, str]:
    """Return the reason for accepting each risk of a publication, by the key of the risk."""
    rows = db.execute(
        "SELECT risk, reason FROM publication_answer WHERE publication = ? ORDER BY risk", (publication,)
    )
    return dict(rows)


def answered(db: Connection) -> frozenset[str]:
    """Return the keys of the risks that were accepted for any publication that is not erased."""
    return frozenset(str(risk) for (risk,) in db.execute("SELECT risk FROM publication_answer"))


def add_counts(db: Connection, rows: Iterable[CountRow]) -> None:
    """Store the counts that a publication prints."""
    db.executemany(
        "INSERT INTO publication_count (publication, asked, cell, count) VALUES (?,?,?,?)",
        [(row.publication, row.asked, row.cell, row.count) for row in rows],
    )


def counts(db: Connection) -> list[CountRow]:
    """Return every printed count, earliest publication first."""
    rows = db.execute(
        "SELECT publication, asked, cell, count FROM publication_count ORDER BY publication, asked, cell"
    )
    return [CountRow(*row) for row in rows]


def words(db: Connection) -> list[tuple[int, str]]:
    """Return the reasons typed for publications, each with the number of the publication.

    If the reason is for accepting a risk, the text begins with the key of the risk and a space.
    """
    rows = db.execute(
        "SELECT publication, reason FROM label_removal"
        " UNION ALL SELECT publication, risk || ' ' || reason FROM publication_answer"
    )
    return [(int(number), str(text)) for number, text in rows]


def erase(db: Connection, publication: int) -> None:
    """Erase the accepted risks of a publication, and all reasons typed for it.

    The appearance of people and the counts are kept: they were printed, and later counts are compared with
    them.
    """
    db.execute("UPDATE label_removal SET reason = '' WHERE publication = ?", (publication,))
    db.execute("DELETE FROM publication_answer WHERE publication = ?", (publication,))


def erase_counts(db: Connection, publication: int) -> None:
    """Erase the counts of a publication."""
    db.execute("DELETE FROM publication_count WHERE publication = ?", (publication,))


def forget(db: Connection, parties: Iterable[str]) -> None:
    """Delete the appearances and removed labels of these people in all publications."""
    for party in parties:
        db.execute("DELETE FROM publication_person WHERE party = ?", (party,))
        db.execute("DELETE FROM label_removal WHERE party = ?", (party,))


def forget_all(db: Connection) -> None:
    """Delete the appearances and removed labels of all people, and every count."""
    db.execute("DELETE FROM publication_person")
    db.execute("DELETE FROM label_removal")
    db.execute("DELETE FROM publication_count")
