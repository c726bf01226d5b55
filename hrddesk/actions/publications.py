"""Publishing: a preview of what would leave, and a signed PDF with its record in the vault."""

import contextlib
import datetime
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from hrddesk import files
from hrddesk.actions import (
    chosen_figures,
    figures,
    issues,
    organisation,
    picture_burning,
    publication_record,
    text_steps,
    texts,
)
from hrddesk.actions.chosen_figures import CloseCounts
from hrddesk.actions.profiles import profile_names as profile_names
from hrddesk.actions.profiles import profile_of as profile_of
from hrddesk.actions.profiles import save_profile as save_profile
from hrddesk.analysis.figure_tables import Hidden
from hrddesk.bundle import desk
from hrddesk.bundle.target import TargetFile
from hrddesk.crypto.signatures import ssh_fingerprint, sshsig_sign
from hrddesk.errors import PdfUnreadable, PreviewOutdated, TargetExists, WriteFailed
from hrddesk.interruption import held
from hrddesk.jobs import Job, silent
from hrddesk.publish.audit import Audited, examine
from hrddesk.publish.commitment import Kept
from hrddesk.publish.findings import Finding
from hrddesk.publish.gaps import Gap, gaps
from hrddesk.publish.press import print_pdf
from hrddesk.records import people
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId, canonical_json
from hrddesk.redact import redaction
from hrddesk.redact.chapters import Part
from hrddesk.redact.coarser import Coarser, coarsened
from hrddesk.redact.combinations import Combinations
from hrddesk.redact.facts import Facts
from hrddesk.redact.figure_values import ToldValues
from hrddesk.redact.leftout import LeftOut
from hrddesk.redact.model import Bilingual, Language, RedactedModel
from hrddesk.redact.secrets import secret_strings
from hrddesk.redact.telling import Tells
from hrddesk.session import Session
from hrddesk.store import publications
from hrddesk.store.changes import Changes
from hrddesk.store.publications import PublicationLine
from hrddesk.store.store import Store

_MOST_OF_A_PDF: Final = 512 << 20  # bytes; it is looked at in memory


@dataclass(frozen=True, slots=True)
class PublishRequest:
    """What somebody wants to publish."""

    profile: str
    target: Path | None = None
    """Where the PDF goes; a preview needs none."""
    cases: tuple[RecordId, ...] | None = None
    """None: all cases."""
    label: frozenset[RecordId] = frozenset()
    """People who get a label although the profile would name them."""
    language: Language | None = None
    """None: that of the profile."""
    as_of: datetime.date | None = None
    """None: today."""
    title: Bilingual = redaction.TITLE
    decided: frozenset[RecordId] = frozenset()
    """People who are named although their names hold that of somebody who may not be named."""
    parts: frozenset[Part] = frozenset(Part)
    """What is printed of the cases."""
    figures: tuple[str, ...] = ()
    """Names of saved figures, in the order in which they are printed."""
    coarser: frozenset[Coarser] = frozenset()
    """Steps to tell less than the profile does, in this publication alone."""
    since: int | None = None
    """The number of the publication that was the issue before."""
    corrects: bool = False
    """Whether it corrects that one."""
    figure_names: bool = False
    """Whether the names of figures are printed; else each is headed by what it is of."""
    seen: str = ""
    """`Preview.seen` of what somebody looked at: nothing else is published. Empty: whatever it is."""


@dataclass(frozen=True, slots=True)
class LabelRow:
    """Who bears a label; for this desk's eyes only."""

    party: RecordId
    name: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class TellingText:
    """A text that tells more of somebody labelled than the facts do, as `texts.resolve` takes it."""

    ref: str
    case: str
    """The reference of the case that it belongs to."""
    tells: Tells
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HiddenCounts:
    """A figure of which counts are hidden, by the name that it was saved under."""

    figure: str
    hidden: Hidden


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be published, under which labels, and what to think about before."""

    model: RedactedModel
    labels: tuple[LabelRow, ...]
    left_out: Mapping[LeftOut, int]
    combinations: Combinations
    telling: tuple[TellingText, ...]
    where: Mapping[LeftOut, tuple[str, ...]]
    """References of the cases and parties about which somebody can decide so that less stays behind."""
    gaps: tuple[Gap, ...] = ()
    """Characters that no font has: each is printed as its number."""
    hidden: tuple[HiddenCounts, ...] = ()
    """Of which figures counts are hidden, since they are small or give small ones away."""
    close: tuple[CloseCounts, ...] = ()
    """Which counts tell of few, one less the other."""

    @property
    def seen(self) -> str:
        """The hash of all that would be printed."""
        return hashlib.sha256(self.model.canonical()).hexdigest()


@dataclass(frozen=True, slots=True)
class Published:
    """A publication that is in place."""

    number: int
    path: Path
    signature: Path
    pages: int
    labels: tuple[LabelRow, ...]
    audit: tuple[Finding, ...]
    left_out: Mapping[LeftOut, int]
    combinations: Combinations
    telling: tuple[TellingText, ...]
    where: Mapping[LeftOut, tuple[str, ...]]
    gaps: tuple[Gap, ...] = ()
    hidden: tuple[HiddenCounts, ...] = ()
    close: tuple[CloseCounts, ...] = ()


def preview(session: Session, request: PublishRequest, job: Job | None = None) -> Preview:
    """Return what would be published; nothing is written. Steps of `job` are pictures, and whether to go on.

    Raise ProfileNotFound, NothingToPublish, PictureUnfit, EvidenceMissing, EvidenceDamaged, Cancelled; of a
    figure RecordNotFound, AmbiguousReference, InvalidValue, FigureNotPublishable.
    """
    facts = _facts(session.store, request)
    job = job or silent()
    job.step(0, 1)
    asked = _asked(session, facts, request, job)
    redacted = redaction.redact(facts, asked)
    job.step(0, 1)
    return _preview(session.store, facts, asked, redacted)


def publish(session: Session, request: PublishRequest, job: Job | None = None) -> tuple[Published, Changes]:
    """Print, audit and sign a publication, and keep a record of it with the map of its labels.

    The signature is `FILE.pdf.sig` beside it. Raise ProfileNotFound, NothingToPublish, PreviewOutdated,
    TargetExists, PictureUnfit, LayoutFailed, AuditFailed, DiskFull, WriteFailed, Cancelled, and of a figure
    as `preview` does; then neither file is there afterwards. Steps of `job` are pictures, then hundredths of
    the printing.
    """
    if request.target is None:
        raise ValueError("a publication needs a place")
    target, job = request.target, job or silent()
    if not target.name:  # this folder, or the root of all
        raise TargetExists(path=target)
    signature = target.with_name(target.name + ".sig")
    for path in (target, signature):
        if os.path.lexists(path):
            raise TargetExists(path=path)
    store = session.store
    facts = _facts(store, request)
    job.step(0, 1)
    asked = _asked(session, facts, request, job)
    redacted = redaction.redact(facts, asked)
    job.step(0, 1)
    shown = _preview(store, facts, asked, redacted)
    if request.seen and request.seen != shown.seen:
        raise PreviewOutdated
    signing = organisation.signing(store)
    with contextlib.ExitStack() as calm, TargetFile(signature) as signed, contextlib.ExitStack() as undo:
        placed = partial(undo.callback, target.unlink, missing_ok=True)
        with store.change("publication.make") as change:
            secrets = secret_strings(facts, redacted.model)
            printed = print_pdf(redacted.model, target, secrets, job, placed)
            calm.enter_context(held())  # until the vault has it and the files stay
            pdf = target.read_bytes()
            if hashlib.sha256(pdf).hexdigest() != printed.sha256:  # nothing is signed that was not audited
                raise WriteFailed(path=target.name, why="it does not read back as it was written")
            armoured = sshsig_sign(signing, organisation.NAMESPACE, pdf).encode("ascii")
            signed.write(lambda sink: sink.write(armoured))
            signed.put_in_place()
            for case in facts.chosen:
                change.note(case, "publication.make")
            for evidence in redacted.pictures:  # each log of custody tells of it
                change.note(evidence, "publication.make")
            number = publications.add(
                store.db,
                who=session.prefix,
                profile=_text(asked.profile.to_json()),
                request=_text(_decisions(store, facts, request, asked, redacted)),
                labels=_text({party: label.to_json() for party, label in redacted.labels.items()}),
                model=redacted.model.canonical().decode("utf-8"),
                file=target.name,
                sha256=printed.sha256,
                pages=printed.pages,
            )
        undo.pop_all()  # the vault has it: the files stay
        signed.keep()
    published = Published(
        number,
        target,
        signature,
        printed.pages,
        shown.labels,
        printed.findings,
        shown.left_out,
        shown.combinations,
        shown.telling,
        shown.where,
        shown.gaps,
        shown.hidden,
        shown.close,
    )
    return published, change.changes


def all_publications(store: Store) -> list[PublicationLine]:
    """Return what a list says of all that was published, the latest first."""
    return publications.lines(store.db)


def check(path: Path, store: Store | None = None) -> Audited:
    """Audit a PDF, with the vault's secrets when a vault is given; raise PdfUnreadable.

    A file that this vault published is compared with the model that it was made from.
    """
    try:
        with files.open_regular(path) as file:
            pdf = file.read(_MOST_OF_A_PDF + 1)
    except OSError:
        raise PdfUnreadable(path=path) from None
    if not pdf.startswith(b"%PDF-") or len(pdf) > _MOST_OF_A_PDF:
        raise PdfUnreadable(path=path)
    if store is None:
        return examine(pdf, None, [])
    row = publications.by_hash(store.db, hashlib.sha256(pdf).hexdigest())
    facts = Facts.of(record for kind in Kind for record in store.all(kind))
    model = None if row is None else RedactedModel.from_bytes(row.model.encode("utf-8"))
    return examine(pdf, model, secret_strings(facts, model))


def _facts(store: Store, request: PublishRequest) -> Facts:
    return Facts.of((record for kind in Kind for record in store.all(kind)), request.cases)


def _asked(session: Session, facts: Facts, request: PublishRequest, job: Job) -> redaction.Request:
    """Return the request with all that was decided before about what it takes."""
    store = session.store
    profile = profile_of(store, request.profile)
    # Pictures stand on sheets alone: without these none is made.
    drawn = picture_burning.kept_for(store, profile.name) if Part.SHEETS in request.parts else {}
    told = ToldValues(facts, coarsened(profile, request.coarser))
    reviews = {(row.record, row.field): row.digest for row in publications.reviews(store.db, profile.name)}
    return redaction.Request(
        profile,
        request.as_of or desk.today(),
        request.language or profile.language,
        request.label,
        request.title,
        reviews,
        text_steps.wordings(store, profile.name),
        request.decided,
        drawn,
        picture_burning.burn_all(session, facts, profile, drawn, job),
        request.parts,
        chosen_figures.ask(store, request.figures, told, job, titled=request.figure_names),
        request.coarser,
        None if request.since is None else issues.follows(store, request.since, corrects=request.corrects),
    )


def _preview(store: Store, facts: Facts, asked: redaction.Request, redacted: redaction.Redaction) -> Preview:
    rows = (
        LabelRow(party, people.display_name(facts.records[party]), label)
        for party, label in redacted.labels.items()
    )
    ordered = sorted(rows, key=lambda row: (len(row.label.en), row.label.en))
    where = {
        why: tuple(dict.fromkeys(_ref(facts, record) for record in records))
        for why, records in redacted.where.items()
    }
    telling = tuple(
        TellingText(
            texts.ref_of(facts.all(Kind.FIELD), facts.records[told.record], told.field),
            _ref(facts, told.record),
            told.tells,
            told.words,
        )
        for told in redacted.telling
    )
    return Preview(
        redacted.model,
        tuple(ordered),
        redacted.left_out,
        redacted.combinations,
        telling,
        where,
        gaps(redacted.model),
        tuple(
            HiddenCounts(figure.name, hidden)
            for figure, hidden in zip(asked.figures, redacted.hidden, strict=True)
            if hidden
        ),
        tuple(chosen_figures.close(store, asked.figures, redacted.snapshot.people)),
    )


def _ref(facts: Facts, record_id: RecordId) -> str:
    """Return the reference of a case or party; for an event that of its case."""
    record = facts.records[record_id]
    case = facts.records.get(RecordId(record.text("case")), record)
    return case.text("ref") or record_id


def _decisions(
    store: Store,
    facts: Facts,
    request: PublishRequest,
    asked: redaction.Request,
    redacted: redaction.Redaction,
) -> dict[str, object]:
    """Return what was decided for a publication, as it is kept."""
    chosen = frozenset(facts.chosen)
    near = chosen | {event.id for case in chosen for event in facts.events_of(case)}
    near |= {party.id for case in facts.cases() for party in facts.people_of(case)}
    reviewed = (row for row in publications.reviews(store.db, asked.profile.name) if row.record in near)
    return {
        "cases": list(facts.chosen),
        "label": sorted(request.label),
        "decided": sorted(request.decided),
        "coarser": sorted(request.coarser),
        "title": request.title.to_json(),
        "parts": sorted(request.parts),
        publication_record.SIGNED_BY: ssh_fingerprint(organisation.signing(store).public),
        "since": request.since,
        "corrects": request.corrects,
        "figure_names": request.figure_names,
        issues.COUNTED: [
            None if counted is None else Kept.draw(counted).to_json()
            for counted in chosen_figures.counted(store, asked.figures)
        ],
        issues.SNAPSHOT: redacted.snapshot.to_json(),
        "figures": [[figure, figures.find(store, figure)[1].to_json()] for figure in request.figures],
        "texts": [[row.record, row.field, row.digest, row.who, row.time] for row in reviewed],
        "pictures": [
            [evidence, drawn.to_json()]
            for evidence, drawn in asked.pictures.items()
            if evidence in redacted.pictures
        ],
        "wordings": [
            [record, field, wording.to_json()["decided"]]
            for (record, field), wording in asked.wordings.items()
            if record in near
        ],
    }


def _text(value: object) -> str:
    return canonical_json(value).decode("utf-8")
