"""A vault in which everything was done that leaves traces, with the sample of invented people."""

import csv
import json
import os
from dataclasses import dataclass
from pathlib import Path

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.interop import imports
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, events, evidence, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.publications import publications as rows
from hrddesk.store.vault.session import Session
from hrddesk.system import paths
from hrddesk.system.jobs import Job, silent
from tests.languages import both
from tests.reading_through import read_through

SAMPLE = paths.resources() / "sample"
SOURCE = "Zaunkoenig list of spring"
GOING = ("case01", "case02", "case05", "case10")
"""What is handed off: evidence, namesakes, an alias, two scripts, a case that another one speaks of."""


@dataclass
class Desk:
    """The documenter's vault, the coordinator's, and what was done with files outside."""

    documenter: Session
    coordinator: Session
    folder: Path
    big: bytes
    """An evidence file that lies in att/."""

    def case(self, key: str) -> RecordId:
        return key_of(self.documenter, "cases.csv", key)

    @property
    def going(self) -> list[RecordId]:
        return [self.case(key) for key in GOING]


def key_of(session: Session, file: str, key: str) -> RecordId:
    found = session.store.by_key(SOURCE, file, key)
    assert found is not None, key
    return found


def introduce(documenter: Session, coordinator: Session, folder: Path) -> None:
    """Let both know each other as verified."""
    for name, other, owner in (
        ("coordinator", documenter, coordinator),
        ("documenter", coordinator, documenter),
    ):
        card = identity.write_card(owner, folder / f"{name}.card")
        contacts.add(other, card, name)
        contacts.verify(other, name, " ".join(identity.show(owner).words))
        card.unlink()


def do_everything(documenter: Session, coordinator: Session, folder: Path) -> Desk:
    """Import, edit, delete, undo, attach, publish, review texts, send, and read what came back."""
    introduce(documenter, coordinator, folder)
    made = Desk(documenter, coordinator, folder, b"Kranichruf 1987 " + os.urandom(200_000))
    imports.run(documenter, SAMPLE, source=SOURCE)
    for file in sorted((SAMPLE / "evidence").iterdir()):
        evidence.add(documenter, made.case(file.name.partition("-")[0]), file, Job())
    _attach(made, "case01", "Kranichruf.mov", made.big)
    _attach(made, "case09", "Bulut voice.ogg", b"a voice that stays" + os.urandom(90_000))
    _edit_and_delete(made)
    _publish(made)
    _exchange(made)
    _import_once_more(made)
    documenter.drafts.save(
        [
            {"record": made.case("case01"), "fields": {"note": "half typed about a Nachtpfauenauge"}},
            {"record": made.case("case09"), "fields": {"note": "half typed about what stays"}},
        ]
    )
    return made


def _attach(made: Desk, key: str, name: str, content: bytes) -> RecordId:
    path = made.folder / name
    path.write_bytes(content)
    added = evidence.add(
        made.documenter, made.case(key), path, Job(), {"title": f"{name} of a witness"}
    ).result
    path.unlink()
    return added.id


def _edit_and_delete(made: Desk) -> None:
    session, case = made.documenter, made.case("case01")
    cases.edit(session, case, {"note": "Haubentaucher was the first word for it"})
    cases.edit(session, case, {"note": "Eisvogel is the second"})
    gone = events.add(session, case, {"type": "sighting", "summary": "Wiedehopf by the river"}).result
    with session.store.change("event.remove") as change:
        change.delete(gone)
    person = parties.create(
        session,
        {"kind": "person"},
        {"names": [{"name": "Ziegenmelker Rosalind", "kind": "main"}]},
        case=case,
        role="subject",
    ).result
    cases.remove_party(session, case, person)  # in no case now, but in the history of one
    evidence.remove(session, _attach(made, "case02", "Rohrdommel.txt", b"Rohrdommel, a small file"))
    other = made.case("case09")
    cases.edit(session, other, {"note": "asked Gou Lanting, wrongly"})
    cases.edit(session, other, {"note": "asked nobody"})
    place, source, citation = (
        Record(kind=kind, id=new_id()) for kind in (Kind.PLACE, Kind.SOURCE, Kind.CITATION)
    )
    with session.store.change("test") as change:
        change.put(place.with_labels({"en": "Steinkauz barracks"}).with_fields(kind="prison"))
        change.put(source.with_fields(title="Call of a Sumpfohreule", code_name="Wendehals"))
        change.put(citation.with_fields(record=case, source=source.id, quote="Ringeltaube, she said"))
        event = session.store.events_of_case(case)[0]
        change.put(event.with_fields(place=place.id))


def _publish(made: Desk) -> None:
    """Publish the going cases; of another publication, of one that stays, only the row is made."""
    session = made.documenter
    for key in ("case01", "case02", "case03"):
        read_through(session, made.case(key), "names")
    labelled = frozenset({key_of(session, "parties.csv", "ji_shuo")})
    title = both("Pages about the Mauersegler", "关于雨燕的几页")
    request = PublishRequest(
        profile="names",
        target=made.folder / "Seggenrohr.pdf",
        cases=tuple(made.going),
        label=labelled,
        languages=("en",),
        title=title,
        accept_all="for the test",
    )
    publications.publish(session, request)
    with session.store.change("publication.make"):
        rows.add(
            session.store.db,
            who=session.prefix,
            profile="{}",
            request=json.dumps({"cases": [made.case("case09")]}),
            labels="{}",
            model="{}",
            file="what stays.pdf",
            sha256="0" * 64,
            pages=1,
        )


def _exchange(made: Desk) -> None:
    """Send all; take the coordinator's changes back, accept some, let some wait, refuse some."""
    first = bundles.write_bundle(made.documenter, made.folder / "first.hrdb", ["coordinator"], None, silent())
    bundles.accept(
        made.coordinator, bundles.read_bundle(made.coordinator, first.path, silent()).review, None, silent()
    )
    case = made.case("case01")
    cases.edit(made.coordinator, case, {"narrative": "Rewritten with a Seidenschwanz in it."})
    events.add(made.coordinator, case, {"type": "sighting", "summary": "Goldregenpfeifer, from afar"})
    fresh = made.folder / "Uferschnepfe.bin"
    fresh.write_bytes(b"Uferschnepfe " + os.urandom(100_000))
    evidence.add(made.coordinator, case, fresh, Job())
    fresh.unlink()
    back = bundles.write_bundle(made.coordinator, made.folder / "back.hrdb", ["documenter"], None, silent())
    review = bundles.read_bundle(made.documenter, back.path, silent()).review
    bundles.accept(made.documenter, review, [case], silent())


def _import_once_more(made: Desk) -> None:
    """Import a list of one person of a going case only, and take another import back."""
    for name, undo in (("Brachvogel papers", False), ("Alpenstrandlaeufer papers", True)):
        folder = made.folder / name
        folder.mkdir()
        with (folder / "parties.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["party", "names", "kind"])
            # The one that is taken back is of somebody who goes, under a key of its own.
            table.writerow([f"{name} key", "Gou Lanting" if undo else f"Person of the {name}", "person"])
        report = imports.run(made.documenter, folder).result
        if undo:
            assert report.id is not None
            imports.undo(made.documenter, report.id)
        else:
            person = made.documenter.store.by_key(name, "parties.csv", f"{name} key")
            assert person is not None
            cases.add_party(made.documenter, made.case("case01"), person, "subject")
