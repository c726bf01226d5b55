"""The request for a redaction: profile, languages, title, and all decisions that were made before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from hrddesk.records.language import captions
from hrddesk.records.language.labels import EN, Chain, Labels
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.protected_places import Protected
from hrddesk.redact.detection.ordinary import Elsewhere, nowhere
from hrddesk.redact.drafting.pictures import Retouched
from hrddesk.redact.facts.facts import TextKey
from hrddesk.redact.figures.figures import AskedFigure
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.picture import Image
from hrddesk.redact.passages.wording import TextDecisions
from hrddesk.redact.people.changes import Follows
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.risks.combinations import Population

TITLE: Final = captions.caption("title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A publication that a user asks for, with all its choices and decisions."""

    profile: Profile
    as_of: date
    languages: Chain = (EN,)
    label: frozenset[RecordId] = frozenset()
    """Parties that get a label although the profile would name them."""
    title: Labels = TITLE
    reviews: Mapping[TextKey, str] = field(default_factory=dict)
    """The confirmations of reviewers of each text for the profile, see `texts`."""
    wordings: Mapping[TextKey, TextDecisions] = field(default_factory=dict)
    """The decisions of readers about places in texts for the profile."""
    decided: frozenset[RecordId] = frozenset()
    """Parties that are named although their names contain the name of somebody who may not be named."""
    added: frozenset[RecordId] = frozenset()
    """People who appear although their role in the cases leaves them out, see `appearing`."""
    pictures: Mapping[RecordId, Retouched] = field(default_factory=dict)
    """The boxes over pieces of evidence and the words beside them for the profile."""
    images: Mapping[RecordId, Image] = field(default_factory=dict)
    """The pixels of the pictures, with the boxes drawn into them; at least of all reviewed pictures."""
    parts: frozenset[Chapter] = frozenset(Chapter)
    """The printed parts of the cases."""
    figures: tuple[AskedFigure, ...] = ()
    """Figures with their counts, of which small ones are hidden, in the order in which they are printed."""
    published: tuple[Record, ...] = ()
    """Figures that others published; they are printed after `figures`."""
    small_counts: bool = False
    """Whether the user decided that counts below five are printed."""
    coarser: frozenset[Coarser] = frozenset()
    """Steps by which less is printed than the profile allows, in this publication alone."""
    follows: Follows | None = None
    """The previous issue, if the publication is one of a series."""
    count_all: bool = False
    """Whether figures count all records of the desk, not only those that the profile prints."""
    elsewhere: Elsewhere = nowhere
    """A function that tells which words occur in texts of the vault that are unrelated to the people they may
    mean.
    """
    protected: Protected = field(default_factory=Protected)
    """Places in texts that other desks protect."""
    today: date = date.max
    """The day on which consent to pictures must be valid; by default no consent with an end is valid."""
    population: Population | None = None
    """The cases among which people may be recognised; None for all cases of the facts."""
