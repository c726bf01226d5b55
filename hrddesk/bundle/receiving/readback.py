"""The verification of a written bundle from its medium: local records are erased only after it."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from hrddesk.bundle.format import archive, bag
from hrddesk.bundle.format.archive import ArchiveReader
from hrddesk.bundle.receiving.bundle_file import Inside, opened_file
from hrddesk.bundle.sending.write import WrittenBundle
from hrddesk.crypto.age import AgeFailure, AgeReader
from hrddesk.errors import BundleDamaged
from hrddesk.errors.translatable import Translatable
from hrddesk.system.jobs import Job


def read_back(written: WrittenBundle, job: Job) -> None:
    """Read every chunk of a bundle that was just written and compare every file in it with its hash.

    It is opened by its file key, as its recipients open it. Steps are in bytes. Raise FileUnreadable if the
    medium is gone, BundleError if the content differs.
    """
    _forget_pages(written.path)
    with opened_file(written.path) as (stick, size):
        if size != written.size:
            raise BundleDamaged(where=Translatable("its size"))
        try:
            reader = AgeReader(stick, [written.opener])
        except AgeFailure:
            raise BundleDamaged(where=Translatable("its header")) from None
        inside = ArchiveReader(Inside(reader))
        texts = {name: inside.next(name, archive.MAX_TAG_FILE).read() for name in archive.TAG_FILES}
        hashes = {name: hashlib.sha256(texts[name]).hexdigest() for name in archive.SIGNED}
        bag.check_tag_manifest(texts[archive.TAG_MANIFEST], hashes)
        payload = bag.read_payload(texts[archive.BAG_INFO], texts[archive.MANIFEST])
        for path, sha256 in payload.hashes.items():
            digest = hashlib.sha256()
            for chunk in inside.next(path, archive.MAX_TOTAL).chunks():
                digest.update(chunk)
                job.step(stick.done, size)
            if digest.hexdigest() != sha256:
                raise BundleDamaged(where=Translatable("a file inside is not the one that was signed"))
        inside.finish()
        job.step(size, size)


def _forget_pages(path: Path) -> None:
    """Make the system read from the medium, not from its page cache."""
    with suppress(AttributeError, OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
