"""The tag files of a bundle, a BagIt bag (RFC 8493); the content determines every byte of these files."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.bundle.format.archive import ATTACHMENTS, LINES, MAX_FILES, MAX_TOTAL, SIGNED, ArchiveEntry
from hrddesk.errors import BundleMalformed, BundleTooLarge
from hrddesk.errors.translatable import Translatable

NAMESPACE: Final = "hrddesk-bundle-v1"
"""The namespace of both signatures of the tag manifest; a signature for another purpose is invalid."""

BAGIT_TEXT: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_OXUM: Final = re.compile(rb"Payload-Oxum: ([1-9][0-9]{0,18}|0)\.([1-9][0-9]{0,9})\n")
_LINE: Final = re.compile(rb"([0-9a-f]{64})  ([a-z0-9./-]{1,100})")
_ATTACHMENT: Final = re.compile(r"data/att/[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Payload:
    """The payload as the signed tag files describe it: the SHA-256 of each file in order, and the total of
    bytes.
    """

    hashes: Mapping[str, str]
    octets: int

    @property
    def attachments(self) -> list[str]:
        """The paths of the evidence files, in their order."""
        return list(self.hashes)[len(LINES) :]


def bag_info(entries: Sequence[ArchiveEntry]) -> bytes:
    """Return the text of `bag-info.txt`: the number of bytes and the number of files of the payload."""
    return b"Payload-Oxum: %d.%d\n" % (sum(entry.size for entry in entries), len(entries))


def manifest(hashes: Mapping[str, str]) -> bytes:
    """Return the manifest of these files and hashes, in the form that `sha256sum -c` checks."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in hashes.items()).encode("ascii")


def read_payload(info: bytes, manifest_text: bytes) -> Payload:
    """Read `bag-info.txt` and `manifest-sha256.txt`; raise BundleMalformed, BundleTooLarge.

    The manifest must first list the files that `LINES` names, such as the file of records. Then come the
    evidence files, sorted, each named by its own hash.
    """
    hashes = read_manifest(manifest_text)
    paths = list(hashes)
    attachments = paths[len(LINES) :]
    if tuple(paths[: len(LINES)]) != LINES or attachments != sorted(attachments):
        raise BundleMalformed(why=Translatable("the order of the manifest"))
    if len(attachments) > MAX_FILES:
        raise BundleTooLarge(what_part=Translatable("the number of files inside"))
    for path in attachments:
        if not _ATTACHMENT.fullmatch(path) or path != ATTACHMENTS + hashes[path]:
            raise BundleMalformed(why=Translatable("a file that is not named by its hash"))
    match = _OXUM.fullmatch(info)
    if match is None or int(match[2]) != len(paths):
        raise BundleMalformed(why="bag-info.txt")
    octets = int(match[1])
    if octets > MAX_TOTAL:
        raise BundleTooLarge(what_part=Translatable("all files together"))
    return Payload(hashes, octets)


def read_manifest(text: bytes) -> dict[str, str]:
    """Return the paths and hashes of a manifest in its order; raise BundleMalformed."""
    lines = text.split(b"\n")
    if lines.pop() != b"":
        raise BundleMalformed(why=Translatable("a manifest that ends within a line"))
    hashes_by_path: dict[str, str] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None or match[2].decode("ascii") in hashes_by_path:
            raise BundleMalformed(why=Translatable("a line of a manifest"))
        hashes_by_path[match[2].decode("ascii")] = match[1].decode("ascii")
    return hashes_by_path


def check_tag_manifest(text: bytes, hashes: Mapping[str, str]) -> None:
    """Require that the tag manifest lists the signed tag files with these `hashes`; raise BundleMalformed."""
    if text != manifest({path: hashes[path] for path in SIGNED}):
        raise BundleMalformed(why=Translatable("the manifest of the tag files"))
