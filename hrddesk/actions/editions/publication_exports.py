"""The export of a past publication in other forms than PDF, and the verification of its counts.

Everything is made from the redacted model that the vault stored with the publication. The files are not
encrypted.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from hrddesk.actions.editions import consent_traces, issues, publication_decisions
from hrddesk.errors import CountNotVerified, FileUnreadable, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats import csv_tables, workbook_writing
from hrddesk.publish.exports import other_forms
from hrddesk.publish.exports.commitment import CommitmentOpening, CommitmentSecrets, entry_of
from hrddesk.publish.exports.figure_cards import FigureCard
from hrddesk.records.model import codec
from hrddesk.records.model.record import Record
from hrddesk.redact.model.model import RedactedModel
from hrddesk.store.publications.publications import PublicationRow
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files

_T = TypeVar("_T")
_MOST_BYTES: Final = 64 << 20  # of a card or an opening: that of a million records


class ExportForm(StrEnum):
    """The form in which a past publication is exported."""

    CSV = "csv"  # a folder with a file for each table
    XLSX = "xlsx"
    MONTHLY = "monthly"  # Markdown
    CARDS = "cards"  # a folder with a JSON file for each figure


FOLDERS: Final = frozenset({ExportForm.CSV, ExportForm.CARDS})


@dataclass(frozen=True, slots=True)
class Verified:
    """A published count that was verified.

    `entries` are the positions, from 1, of the records that were also proven to be part of the count.
    """

    count: int
    records: int
    entries: tuple[int, ...]


def write(store: Store, number: int, form: ExportForm, path: Path, month: str = "") -> list[str]:
    """Export a publication in another form to a new file or a new folder; return the names of the files.

    `month` (YYYY-MM) limits the form MONTHLY to the events of one month. Raise PublicationNotFound,
    TargetExists, DiskFull, WriteFailed or TooLargeForWorkbook. Raise InvalidValue if there are no figures, if
    the month is invalid, or if a named person refuses to be named now; the form CARDS names nobody.
    """
    row = issues.find(store, number)
    if form is not ExportForm.CARDS and consent_traces.refuse_now(store, number):
        raise InvalidValue(
            field="publication",
            why=Translatable("somebody who is named in it refuses now: publish a correction"),
        )
    model = issues.model_of(row)
    if form in FOLDERS:
        contents_by_name = _csv(model) if form is ExportForm.CSV else _cards(row, model)
        with files.told(path), files.new_folder(path) as folder:
            for name, content in contents_by_name.items():
                files.create(folder / name, content)
        return list(contents_by_name)
    if form is ExportForm.XLSX:
        data = workbook_writing.write(list(other_forms.tables(model)))
    else:
        data = _monthly(model, month)
    with files.told(path):
        files.write_new(path, lambda file: file.write(data))
    return [path.name]


def write_opening(store: Store, number: int, figure: int, path: Path) -> CommitmentOpening:
    """Write to a new file what others need to verify the count of a figure (see
    `publish.exports.commitment`).

    This *opening* of the figure's commitment names no record. Figures are numbered from 1. Raise
    PublicationNotFound, TargetExists, DiskFull or WriteFailed. Raise InvalidValue if the figure has no
    commitment.
    """
    opening = _kept(store, number, figure).opening()
    with files.told(path):
        files.write_new(path, lambda file: file.write(_json(opening)))
    return opening


def prove(session: Session, number: int, figure: int, entry: int) -> tuple[Record | None, str]:
    """Return the record behind an entry of a figure's opening (see `write_opening`), and the proof for this
    entry.

    The proof shows others that the record was counted. Figures and entries are numbered from 1. The record is
    None if it was deleted since. Raise PublicationNotFound, InvalidValue.
    """
    opening = _kept(session.store, number, figure)
    record = opening.record_at(entry)
    if record is None:
        raise InvalidValue(
            field="entry", why=Translatable("there are {0} entries, counted from 1", len(opening.counted))
        )
    return session.store.find(record), opening.proof(record)


def verify(card: Path, opening: Path, proofs: Sequence[str] = ()) -> Verified:
    """Verify the count on a figure card by its opening, without any vault.

    Raise FileUnreadable or CountNotVerified. Raise InvalidValue for a proof that proves no entry.
    """
    stated_card, opened = _read(card, FigureCard), _read(opening, CommitmentOpening)
    if not stated_card.holds(opened):
        raise CountNotVerified
    listed = opened.hashes
    proven = []
    for proof in proofs:
        try:
            proven.append(listed.index(entry_of(proof)) + 1)
        except ValueError:
            raise InvalidValue(
                field="entry", why=Translatable("this proves no entry of the opening")
            ) from None
    return Verified(opened.count, len(listed), tuple(proven))


def _csv(model: RedactedModel) -> dict[str, bytes]:
    return {
        f"{name}.csv": csv_tables.write(
            [str(cell) for cell in rows[0]], [[str(cell) for cell in row] for row in rows[1:]]
        )
        for name, rows in other_forms.tables(model)
    }


def _cards(row: PublicationRow, model: RedactedModel) -> dict[str, bytes]:
    if not model.chapters.figures:
        raise InvalidValue(field="figures", why=Translatable("there is no figure in this publication"))
    cards_by_name = {}
    for number, secret in enumerate(publication_decisions.of(row).counted):
        opening = None if secret is None else secret.opening()
        cards_by_name[f"figure-{number + 1}.json"] = _json(FigureCard.of(model, row.sha256, number, opening))
    return cards_by_name


def _monthly(model: RedactedModel, month: str) -> bytes:
    if month and not other_forms.MONTH.fullmatch(month):
        raise InvalidValue(field="month", why=Translatable("write a month as YYYY-MM"))
    return other_forms.monthly(model, month).encode("utf-8")


def _kept(store: Store, number: int, figure: int) -> CommitmentSecrets:
    counted = publication_decisions.of(issues.find(store, number)).counted
    opening = counted[figure - 1] if 1 <= figure <= len(counted) else None
    if opening is None:
        raise InvalidValue(field="figure", why=Translatable("no count of it was committed to"))
    return opening


def _json(value: object) -> bytes:
    text = json.dumps(codec.write(value), ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode("utf-8")


def _read(path: Path, kind: type[_T]) -> _T:
    data = files.read_most(path, _MOST_BYTES + 1)
    try:
        if len(data) > _MOST_BYTES:
            raise ValueError
        return codec.load(kind, data)
    except ValueError:
        raise FileUnreadable(path=path.name, why=Translatable("it is no such file of a count")) from None
