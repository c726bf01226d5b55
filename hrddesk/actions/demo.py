"""The main job from the first record to the published PDF, done with the shipped sample of invented
people.
"""

import os
import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from hrddesk.actions.analysis import figures
from hrddesk.actions.content_review import pictures, text_decisions, texts
from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.interop import imports
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publication_risks import RiskKind
from hrddesk.actions.publishing.publications import Published, PublishRequest
from hrddesk.actions.records import evidence
from hrddesk.actions.records.editing import Lists
from hrddesk.actions.vault import passphrases, vaults
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.errors import TargetExists
from hrddesk.records.language.labels import EN, ZH, Labels
from hrddesk.records.model.kinds import ABOUT, LABELS, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.store.vault.session import Session
from hrddesk.system import files, paths
from hrddesk.system.jobs import Job

PASSPHRASE: Final = "passphrase.txt"
DOCUMENTER: Final = "documenter.hrdv"
COORDINATOR: Final = "coordinator.hrdv"
BUNDLE: Final = "handover.hrdb"
PDF: Final = "publication.pdf"

_SOURCE: Final = "sample"
_LABELLED: Final = ("ji_shuo", "pang_suhe", "gangri_metok")
"""The keys of public people of the sample who get a label anyway: a name inside a longer one, an alias in a
narrative, a Tibetan name.
"""
_REVIEWED: Final = ("case01", "case02", "case05")
_PROFILE: Final = replace(NAMES, name="sample", pictures=True, fields=NAMES.fields | {"evidence.captured"})
"""The profile of the demo: it names people and takes pictures, which no shipped profile does."""
_PICTURE: Final = "case01-gate.jpg"
_ABOUT: Final = {
    _PICTURE: {"title": "The gate of the detention centre", "captured": "2022-03-19", "others": "covered"}
}
"""What is recorded about files in addition to their own data."""
SIZE: Final = (1200, 800)
BOXES: Final = (Box(320, 426, 88, 100), Box(794, 406, 92, 104), Box(556, 604, 144, 56))
"""The boxes over both faces and the number plate in the picture that `packaging/draw_sample.py` draws."""
_ALT: Final = "A metal gate in a brick wall; a van and two people before it, faces and number plate covered."
_CAPTION: Final = "The gate of the detention centre in Qinglu. An invented place, drawn by a program."
_CAPTIONS: Final = {"en": _CAPTION, "zh-Hans": "青麓看守所大门。虚构的地点，由程序绘制。"}
_SHOWN: Final = ("gou_lanting", "gou_shiliu")
"""The keys of the people in the picture."""
_FIGURES: Final = {
    "People by sex": asked(unit="persons", by=["sex"], as_of="2023-12-31"),
    "Events by year": asked(unit="events", by=["year"], as_of="2023-12-31"),
}
"""The figures of the publication, by the names under which they are saved."""
_ACCEPTED: Final = {
    RiskKind.RECOGNISABLE.value: "Everybody in the sample is invented.",
    RiskKind.WITHOUT_CONSENT.value: "Everybody in the sample is invented.",
    RiskKind.OMISSIONS.value: "The sample shows that what nobody has read stays here.",
    RiskKind.TELLING.value: "Everybody in the sample is invented.",
    RiskKind.CLOSE_COUNTS.value: "Everybody in the sample is invented.",
}
"""The reasons for which the risks of the publication are accepted."""
_TITLE: Final = Labels({EN: "Sample of a publication: everybody is invented", ZH: "出版样例：人物均为虚构"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """The results of the demo: its files, its publication, and the number of accepted records."""

    passphrase: Path
    vaults: tuple[Path, Path]
    bundle: Path
    pdf: Path
    published: Published
    records: int
    """The number of records that the coordinator accepted."""


def run(folder: Path, job: Job) -> Demo:
    """Do the main job in `folder`, which is created if needed; `job` reports six steps.

    Raise TargetExists if a file that the demo would write already exists, and the errors of every action that
    it performs. After an error or a cancellation, the demo leaves nothing behind.
    """
    names = (
        PASSPHRASE,
        DOCUMENTER,
        COORDINATOR,
        BUNDLE,
        PDF,
        f"{PDF}.sig",
        "documenter.card",
        "coordinator.card",
    )
    for name in names:
        if os.path.lexists(folder / name):
            raise TargetExists(path=folder / name)
    with ExitStack() as undo:
        if not os.path.lexists(folder):
            undo.callback(_remove_empty, folder)
        for path in (folder / name for name in names):
            undo.callback(_remove, path)
        demo = _run(folder, job)
        undo.pop_all()
    return demo


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _run(folder: Path, job: Job) -> Demo:
    passphrase = passphrases.generate()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files.write_new(folder / PASSPHRASE, partial(_write_line, passphrase))
    except OSError as error:
        raise files.cause(error, folder) from None
    steps = 6
    job.step(0, steps)
    with vaults.create(folder / DOCUMENTER, passphrase).session as documenter:
        _record(documenter)
        job.step(1, steps)
        with vaults.create(folder / COORDINATOR, passphrase).session as coordinator:
            _meet(documenter, coordinator, folder)
            job.step(2, steps)
            written = bundles.write_bundle(documenter, folder / BUNDLE, ["coordinator"], None, Job())
            job.step(3, steps)
            review = bundles.read_bundle(coordinator, written.path, Job())
            changes = bundles.accept(coordinator, review.review, None, Job())
            job.step(4, steps)
            published = _publish(coordinator, folder / PDF)
            job.step(5, steps)
    job.step(steps, steps)
    merged = sum(len(ids) for ids in (changes.cases, changes.parties, changes.events, changes.others))
    return Demo(
        passphrase=folder / PASSPHRASE,
        vaults=(folder / DOCUMENTER, folder / COORDINATOR),
        bundle=written.path,
        pdf=published.path,
        published=published,
        records=merged,
    )


def _write_line(text: str, file: BinaryIO) -> None:
    file.write(text.encode("utf-8") + b"\n")


def _record(documenter: Session) -> None:
    """Import the sample, and add each of its evidence files to a case.

    The name of each file begins with the import key of its case, followed by a hyphen.
    """
    sample = paths.resources() / "sample"
    imports.run(documenter, sample, source=_SOURCE)
    for file in sorted((sample / "evidence").iterdir()):
        case = _by_key(documenter, "cases.csv", file.name.partition("-")[0])
        evidence.add(documenter, case, file, Job(), _ABOUT.get(file.name), _shown(documenter, file.name))


def _shown(documenter: Session, name: str) -> Lists:
    """Return the people whom the sample's picture shows, and the captions of the picture.

    `name` is the name of a file; for any other file of the sample the result is empty.
    """
    if name != _PICTURE:
        return {}
    subjects = [{"record": _by_key(documenter, "parties.csv", key), "how": "depicts"} for key in _SHOWN]
    captions = [{"language": code, "text": text} for code, text in _CAPTIONS.items()]
    return {ABOUT: subjects, LABELS: captions}


def _meet(documenter: Session, coordinator: Session, folder: Path) -> None:
    """Let the two desks exchange contact cards, and verify each other by the words of their fingerprints."""
    desks = {"documenter": documenter, "coordinator": coordinator}
    for name, desk in desks.items():
        identity.write_card(desk, folder / f"{name}.card")
    for name, other_desk in (("coordinator", documenter), ("documenter", coordinator)):
        card = folder / f"{name}.card"
        contacts.add(other_desk, card, name)
        contacts.verify(other_desk, name, " ".join(identity.show(desks[name]).words))
        card.unlink()


def _publish(coordinator: Session, target: Path) -> Published:
    publications.save_profile(coordinator, _PROFILE)
    for key in _REVIEWED:
        case = _by_key(coordinator, "cases.csv", key)
        for place in texts.occurrences(coordinator, case, _PROFILE.name).found:
            if place.decide and place.at:
                cover = Decision(*place.at, How.LABEL, "person")
                text_decisions.decide(coordinator, case, _PROFILE.name, cover)
        texts.review(coordinator, case, _PROFILE.name)
    _cover(coordinator)
    for name, question in _FIGURES.items():
        figures.save(coordinator, name, question)
    labelled = frozenset(_by_key(coordinator, "parties.csv", key) for key in _LABELLED)
    request = PublishRequest(
        profile=_PROFILE.name,
        target=target,
        cases=None,
        label=labelled,
        languages=(EN, ZH),
        title=_TITLE,
        figures=tuple(_FIGURES),
        answers=_ACCEPTED,
    )
    return publications.publish(coordinator, request).result


def _cover(coordinator: Session) -> None:
    """Draw boxes over the secret parts of the picture, store its texts, and confirm its review."""
    pieces = coordinator.store.all(Kind.EVIDENCE)
    picture = next(piece.id for piece in pieces if piece.text("original_name") == _PICTURE)
    pictures.draw(coordinator, picture, _PROFILE.name, BOXES, SIZE)
    pictures.describe(coordinator, picture, _PROFILE.name, _ALT, _CAPTION)
    seen = pictures.look(coordinator, picture, _PROFILE.name)
    covered = [face.party for face in seen.faces]
    pictures.review(coordinator, picture, _PROFILE.name, covered=covered, others=seen.others_covered)


def _by_key(session: Session, file: str, key: str) -> RecordId:
    record = session.store.by_key(_SOURCE, file, key)
    if record is None:
        raise AssertionError(f"the sample has no {key}")
    return record
