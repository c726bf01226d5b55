"""Keep what is opened for ever: a release (`python tests/data/keep.py 0.1.0`), a new kit (`... kit-2`).

A release leaves two vaults and the bundle between them. Run it once for each and never again:
tests/e2e/test_kept_formats.py opens what every version left.
Everybody in it is invented: it is the shipped sample.
"""

import sys
import tempfile
from pathlib import Path

from hrddesk import paths
from hrddesk.actions import bundles, cases, contacts, evidence, exports, identity, imports
from hrddesk.crypto.kdf import FLOOR
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.session import Session

PASSPHRASE = "kept for ever and ever"


def keep(folder: Path) -> None:
    """Leave a vault with records, one that waits for them, and the bundle between them in a new folder."""
    folder.mkdir()
    documenter, words = Session.create(folder / "documenter.hrdv", PASSPHRASE, FLOOR)
    coordinator, _ = Session.create(folder / "coordinator.hrdv", PASSPHRASE, FLOOR)
    (folder / "recovery.txt").write_text(" ".join(words) + "\n", "utf-8")
    sample = paths.resources() / "sample"
    imports.run(documenter, sample, source="sample")
    case = documenter.store.ids(Kind.CASE)[0]
    for file in sorted((sample / "evidence").iterdir()):
        evidence.add(documenter, case, file, Job())
    large = folder / "large.bin"
    large.write_bytes(bytes(range(256)) * 1024)
    evidence.add(documenter, case, large, Job())
    large.unlink()
    for desk, other, name in (
        (coordinator, documenter, "coordinator"),
        (documenter, coordinator, "documenter"),
    ):
        card = folder / f"{name}.card"
        identity.write_card(desk, card)
        contacts.add(other, card, name)
        contacts.verify(other, name, " ".join(identity.show(desk).words))
    bundles.write_bundle(documenter, folder / "handover.hrdb", ["coordinator"], None, Job())
    exports.run(documenter, folder / "kit", "kit")
    documenter.close()
    coordinator.close()


def keep_kit(folder: Path) -> None:
    """Leave a kit whose cells are of every sort: the sample, and texts that a spreadsheet would run."""
    with tempfile.TemporaryDirectory() as name:
        desk, _ = Session.create(Path(name) / "desk.hrdv", PASSPHRASE, FLOOR)
        imports.run(desk, paths.resources() / "sample", source="sample")
        for title in ("=1+1", "'=1+1", "''@reeds", "－1", "'quoted'"):
            cases.create(desk, {"title": title, "narrative": f"{title}\n{title}"})
        exports.run(desk, folder, "kit")
        desk.close()


if __name__ == "__main__":
    target = Path(__file__).parent / sys.argv[1]
    (keep_kit if target.name.startswith("kit-") else keep)(target)
