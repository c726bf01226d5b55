"""The verification of a written bundle by reading it from its medium, before local records are erased."""

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
    """Read all of a bundle that was just written, and compare the hash of every file in it.

    The bundle is opened with its file key, the key that its recipients get. Steps are bytes. Raise
    FileUnreadable if the medium is gone, BundleError if the content differs.
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
    """Drop a file from the system's page cache, so that it is read from the medium."""
    with suppress(AttributeError, OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
