"""Read many bundles in one go: those of a folder, sender by sender, each with an outcome of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.bundle.receiving import read
from hrddesk.bundle.receiving.bundle_file import Glance, glance, opened_file
from hrddesk.bundle.receiving.read import ReviewSummary
from hrddesk.bundle.sending.write import SUFFIX
from hrddesk.bundle.trust import own_identity
from hrddesk.errors import (
    BundleSeenBefore,
    DatabaseDamaged,
    FileUnreadable,
    HrdDeskError,
    NoBundlesFound,
    VaultReadOnly,
)
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, one_after_another

_OURS: Final = (DatabaseDamaged, VaultReadOnly)
"""What is wrong with the vault and not with a bundle: then no other bundle is tried."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What became of one file: read, refused with an error, or neither: reading was cancelled before it."""

    path: Path
    summary: ReviewSummary | None = None
    error: HrdDeskError | None = None

    @property
    def review(self) -> int:
        """The number of the review that it has, also when it was read before; 0 for none."""
        if self.summary is not None:
            return self.summary.review
        return int(self.error.details["review"]) if isinstance(self.error, BundleSeenBefore) else 0

    @property
    def is_refused(self) -> bool:
        """Whether it could not be read; a bundle that was read before could."""
        return self.error is not None and not isinstance(self.error, BundleSeenBefore)


@dataclass(frozen=True, slots=True)
class Among:
    """The files that paths stand for, each once; `are_several` for several paths, and for any folder."""

    files: Sequence[Path]
    are_several: bool


def among(paths: Sequence[Path]) -> Among:
    """Return the files to read: those named, and of each folder those that end in .hrdb.

    Folders within a folder are left out, and so are hidden files: some systems put one beside every file
    that they copy onto a stick. Raise FileUnreadable, NoBundlesFound.
    """
    within = [_within(path) for path in paths]
    bundle_paths = [
        file
        for path, files in zip(paths, within, strict=True)
        for file in ([path] if files is None else files)
    ]
    if not bundle_paths:
        raise NoBundlesFound(path=paths[0].name if paths else "")
    return Among(list(dict.fromkeys(bundle_paths)), len(paths) > 1 or within[0] is not None)


def read_all(session: Session, paths: Sequence[Path], job: Job) -> list[ReadResult]:
    """Read files into the review queue, each in a transaction of its own; steps are in bytes of all of them.

    The bundles of one sender come one after the other as they were written, whatever their files are called.
    One that is refused stops none of the others. What was read before a cancelling stays. Raise
    DatabaseDamaged, VaultReadOnly: then what was read so far is in the queue.
    """
    ordered = _in_order(session.store, paths)
    read_results = one_after_another(
        ordered, lambda path, each: read.read(session, path, each), job, size=_size, stops=_OURS
    )
    return [ReadResult(each.item, each.made, each.error) for each in read_results]


def _within(path: Path) -> list[Path] | None:
    """Return the bundles in a folder, None where it is none; who reads it says why it cannot be asked."""
    try:
        if not path.is_dir():
            return None
    except OSError:
        return None
    try:
        return sorted(
            file
            for file in path.iterdir()
            if file.suffix.casefold() == SUFFIX and not file.name.startswith(".") and not file.is_dir()
        )
    except OSError as error:
        raise FileUnreadable(path=path.name, why=error.strerror) from None


def _in_order(store: Store, paths: Sequence[Path]) -> list[Path]:
    """Sort by sender and sequence; what cannot be told is read last, and then says itself what is wrong."""
    glances = [(_glance(store, path), path) for path in paths]
    readable_glances = sorted(
        ((seen, path) for seen, path in glances if seen is not None),
        key=lambda pair: (pair[0].sender.name.casefold(), pair[0].serial, pair[0].seq, pair[1]),
    )
    return [path for _, path in readable_glances] + [path for seen, path in glances if seen is None]


def _glance(store: Store, path: Path) -> Glance | None:
    try:
        with opened_file(path) as (stick, _):
            return glance(stick, store, own_identity.known_identity(store))
    except HrdDeskError:
        return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
