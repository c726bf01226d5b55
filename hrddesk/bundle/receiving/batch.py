"""The reading of several bundles, such as those of a folder, sender by sender, each with its own result."""

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
"""Errors of the vault, not of a bundle: then no other bundle is tried."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The result for one file: read, refused with an error, or neither if reading was cancelled before it."""

    path: Path
    summary: ReviewSummary | None = None
    error: HrdDeskError | None = None

    @property
    def review(self) -> int:
        """The number of the bundle's review, even if the bundle was read before; 0 if there is no review."""
        if self.summary is not None:
            return self.summary.review
        return int(self.error.details["review"]) if isinstance(self.error, BundleSeenBefore) else 0

    @property
    def is_refused(self) -> bool:
        """Whether the file could not be read; a bundle that was read before counts as readable."""
        return self.error is not None and not isinstance(self.error, BundleSeenBefore)


@dataclass(frozen=True, slots=True)
class Among:
    """The files to read, each once; `are_several` is true for several paths, and for any folder."""

    files: Sequence[Path]
    are_several: bool


def among(paths: Sequence[Path]) -> Among:
    """Return the files to read: the named ones, and of each folder those that end in .hrdb.

    Folders within a folder and hidden files are left out: some systems put a hidden file beside every file
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
    """Read files into the review queue, each in its own transaction.

    Steps are bytes of all files together. The bundles of one sender are read in the order in which they were
    written, whatever their names. A refused bundle does not stop the others. Bundles that were read before a
    cancellation stay. Raise DatabaseDamaged, VaultReadOnly; what was read until then stays in the queue.
    """
    ordered = _in_order(session.store, paths)
    read_results = one_after_another(
        ordered, lambda path, each: read.read(session, path, each), job, size=_size, stops=_OURS
    )
    return [ReadResult(each.item, each.made, each.error) for each in read_results]


def _within(path: Path) -> list[Path] | None:
    """Return the bundles in a folder, or None if `path` is no folder.

    If `path` cannot be examined, also return None: the error appears again when the file is read. Raise
    FileUnreadable if the folder cannot be listed.
    """
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
    """Sort paths by sender and sequence number; unreadable bundles are last, and reading them reports their
    error.
    """
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
