"""The request for a publication, and the request for the issue after a publication, derived from it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hrddesk.actions.analysis import figures
from hrddesk.actions.editions import issues, publication_decisions
from hrddesk.actions.scope.held_labels import TakenOff
from hrddesk.errors import AmbiguousReference, InvalidValue, RecordNotFound
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.publication import redaction
from hrddesk.store.records.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishRequest:
    """The request of a user for a publication."""

    profile: str
    target: Path | None = None
    """The file of the PDF; a preview needs none."""
    cases: tuple[RecordId, ...] | None = None
    """The cases to publish; None for all cases."""
    label: frozenset[RecordId] = frozenset()
    """People who get a label although the profile would name them."""
    languages: Chain = ()
    """The languages; empty for those of the profile."""
    as_of: datetime.date | None = None
    """The day as of which the facts are published; None for today."""
    title: Labels = redaction.TITLE
    decided: frozenset[RecordId] = frozenset()
    """People who are named although their names contain that of somebody who may not be named."""
    added: frozenset[RecordId] = frozenset()
    """People who appear although their role in the cases leaves them out."""
    parts: frozenset[Chapter] = frozenset(Chapter)
    """The printed parts of the cases."""
    figures: tuple[str, ...] = ()
    """Names of saved figures, in the order in which they are printed."""
    published: tuple[RecordId, ...] = ()
    """Figures published by others, printed after the figures of this desk."""
    coarser: frozenset[Coarser] = frozenset()
    """Steps by which less is printed than the profile allows, in this publication alone."""
    since: int | None = None
    """The number of the previous issue."""
    corrects: bool = False
    """Whether the publication corrects the previous issue."""
    figure_names: bool = False
    """Whether figures are printed under their saved names; otherwise each heading is a description."""
    seen: str = ""
    """The `Preview.seen` of the preview that the user read; different content is not published. Empty for no
    check.
    """
    count_all: bool = False
    """Whether figures count all records of the vault, not only those that the profile prints."""
    small_counts: str = ""
    """The reason for printing counts below five: everybody counted is named, or the count is public.

    If it is empty, these counts are hidden.
    """
    labels_off: Mapping[RecordId, TakenOff] = field(default_factory=dict)
    """The people whose label of an earlier publication is taken off, each with the label and the reason."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """The reasons for accepting risks, by `Risk.key` or by the kind of risk."""
    accept_all: str = ""
    """The reason for accepting every risk; if it is empty, only the risks in `answers` are accepted."""


def following(store: Store, number: int, *, corrects: bool = False) -> PublishRequest:
    """Return the request for the issue after a publication, or for its correction.

    It copies from the publication what a user chose: profile, cases, languages, title, labels, added people,
    printed parts, coarser steps, figures, and how these are counted and named. Figures that no longer exist
    are left out. Raise PublicationNotFound.
    """
    row = issues.find(store, number)
    decisions = publication_decisions.of(row)
    return PublishRequest(
        profile=codec.load(Profile, row.profile).name,
        cases=None if decisions.all_cases else decisions.cases,
        label=decisions.label,
        added=decisions.added,
        languages=issues.model_of(row).languages,
        title=decisions.title,
        parts=decisions.parts,
        figures=tuple(figure.name for figure in decisions.figures if _is_saved(store, figure.name)),
        published=tuple(figure for figure in decisions.published if store.find(figure) is not None),
        coarser=decisions.coarser,
        since=number,
        corrects=corrects,
        figure_names=decisions.figure_names,
        count_all=decisions.count_all,
    )


def _is_saved(store: Store, figure: str) -> bool:
    try:
        figures.find(store, figure)
    except (RecordNotFound, AmbiguousReference, InvalidValue):
        return False
    return True
