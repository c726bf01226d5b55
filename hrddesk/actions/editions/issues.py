"""The issues of a publication: which issue came before, and what it printed."""

from collections.abc import Iterator

from hrddesk.actions.editions import publication_decisions
from hrddesk.errors import IssueNotLatest, PublicationNotFound
from hrddesk.records.model import codec
from hrddesk.redact.figures.compared_counts import Earlier, PrintedCounts
from hrddesk.redact.model.issue import Before
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.people.changes import Follows
from hrddesk.redact.profile.coarser import coarsened
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.risks.loosened import Loosened, loosened
from hrddesk.store.publications import publications, published_people
from hrddesk.store.publications.publications import PublicationRow
from hrddesk.store.records.store import Store


def find(store: Store, number: int) -> PublicationRow:
    """Return the publication with a given number; raise PublicationNotFound."""
    row = publications.numbered(store.db, number)
    if row is None:
        raise PublicationNotFound(number=number)
    return row


def model_of(row: PublicationRow) -> RedactedModel:
    """Return the model from which a publication was printed."""
    return RedactedModel.from_bytes(row.model.encode("utf-8"))


def number_of(model: RedactedModel) -> int:
    """Return the number of a publication in its series; the first is 1."""
    return 1 if model.issue is None else model.issue.number


def follows(store: Store, number: int, *, corrects: bool) -> Follows:
    """Return what a new issue needs to know about the previous one, which is publication `number`.

    `corrects` says that the new issue corrects the previous one. Raise PublicationNotFound.
    """
    row = find(store, number)
    model, snapshot = model_of(row), publication_decisions.of(row).told
    before = Before(number_of(model), model.as_of, row.sha256)
    return Follows(before=before, snapshot=snapshot, corrects=corrects, told=tuple(_told_by(store, number)))


def _told_by(store: Store, number: int | None) -> Iterator[Profile]:
    """Yield the profiles with which a publication and all its previous issues were made, the latest first.

    Each profile is changed by the steps (`Coarser`) with which its publication printed less than the profile
    allows.
    """
    while number is not None and (row := publications.numbered(store.db, number)) is not None:
        decided = publication_decisions.of(row)
        yield coarsened(codec.load(Profile, row.profile), sorted(decided.coarser))
        number = decided.since


def require_latest(store: Store, number: int) -> None:
    """Raise IssueNotLatest if there is already a later issue in the series of this publication.

    Two issues after the same one would have the same number, and could give one person different labels.
    """
    series = {number}
    for num, before in publications.issues_before(store.db).items():
        if before in series:
            series.add(num)
    if max(series) != number:
        raise IssueNotLatest(number=number, latest=max(series))


def issue_before(store: Store, number: int) -> int | None:
    """Return the number of the issue before a publication.

    None for a first issue, or if the publication was erased.
    """
    row = publications.numbered(store.db, number)
    return None if row is None else publication_decisions.of(row).since


def loosened_since(store: Store, number: int | None, now: Profile) -> dict[Loosened, tuple[str, ...]]:
    """Return what the profile `now` prints more finely than publication `number`; empty if `number` is None.

    `now` is the profile of the new issue, already changed by the steps (`Coarser`) that the user chose.
    """
    if number is None:
        return {}
    find(store, number)
    return loosened(next(_told_by(store, number)), now)


def earlier_counts(store: Store) -> list[Earlier]:
    """Return the counts that every publication printed."""
    counts_by_question: dict[tuple[int, str], dict[str, int | None]] = {}
    for row in published_people.counts(store.db):
        counts_by_question.setdefault((row.publication, row.asked), {})[row.cell] = row.count
    return [
        Earlier(number, PrintedCounts(question, cells))
        for (number, question), cells in counts_by_question.items()
    ]
