"""Publishing: a preview of what would be published, and a signed PDF with its record in the vault."""

import contextlib
import hashlib
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from hrddesk.actions.analysis import figures
from hrddesk.actions.content_review.known_names import KnownNames
from hrddesk.actions.editions.publication_decisions import (
    Decisions,
    PublishedFigure,
    PublishedPicture,
    PublishedText,
    PublishedWording,
)
from hrddesk.actions.exchange import organisation
from hrddesk.actions.publishing import chosen_figures
from hrddesk.actions.publishing.publication_preview import Prepared, admits_of, prepare
from hrddesk.actions.publishing.publication_preview import Preview as Preview
from hrddesk.actions.publishing.publication_risks import kept_answers, unanswered
from hrddesk.actions.records import parties
from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.held_labels import series_of
from hrddesk.actions.scope.profiles import key_of
from hrddesk.actions.scope.profiles import profile_names as profile_names
from hrddesk.actions.scope.profiles import profile_of as profile_of
from hrddesk.actions.scope.profiles import save_profile as save_profile
from hrddesk.actions.scope.publication_request import PublishRequest as PublishRequest
from hrddesk.bundle.sending.target_file import TargetFile
from hrddesk.crypto.signatures import ssh_fingerprint, sshsig_sign
from hrddesk.errors import PdfUnreadable, PreviewOutdated, RisksUnanswered, TargetExists, WriteFailed
from hrddesk.errors.translatable import Translatable
from hrddesk.publish.audit.audit import Audited, examine
from hrddesk.publish.audit.findings import AuditFinding
from hrddesk.publish.exports.commitment import CommitmentSecrets
from hrddesk.publish.process.press import print_pdf
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import PROTECTED, TRAVELLING
from hrddesk.records.model.record import canonical_json
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.redact.risks.secrets import secret_strings
from hrddesk.store.publications import publications, published_people
from hrddesk.store.publications.publications import PublicationLine
from hrddesk.store.publications.published_people import CountRow, PersonRow, Stood
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.former_names import former_names
from hrddesk.store.records.forwarding import merged_away
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.interruption import held as held_off
from hrddesk.system.jobs import Job, silent, without_dead_cycles

_MOST_OF_A_PDF: Final = 512 << 20  # bytes; it is looked at in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A publication whose files are written and recorded in the vault."""

    number: int
    path: Path
    signature: Path
    pages: int
    audit: tuple[AuditFinding, ...]
    preview: Preview
    """The preview of what was published: labels, risks, and withheld parts."""


def preview(session: Session, request: PublishRequest, job: Job | None = None) -> Preview:
    """Return what would be published; nothing is written.

    `job` reports progress per picture and can cancel the work. Raise ProfileNotFound, IssueNotLatest,
    NothingToPublish, PictureUnfit, EvidenceMissing, EvidenceDamaged, Cancelled. A figure may raise
    RecordNotFound, AmbiguousReference, FigureNotPublishable or InvalidValue. A request to name somebody who
    must keep a label raises InvalidValue.
    """
    with without_dead_cycles():  # until all that was made for it is gone
        return prepare(session, request, job or silent()).preview


def publish(session: Session, request: PublishRequest, job: Job | None = None) -> Outcome[Published]:
    """Print, audit and sign a publication, and store a record of it with the map of its labels.

    The signature is written beside the PDF as `FILE.pdf.sig`. `job` reports progress per picture, then in
    hundredths of the printing. Raise ProfileNotFound, IssueNotLatest, NothingToPublish, PreviewOutdated,
    RisksUnanswered, TargetExists, PictureUnfit, LayoutFailed, AuditFailed, DiskFull, WriteFailed, Cancelled,
    and the errors of `preview` for a figure or a label. After an error neither file exists.
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
    prepared = prepare(session, request, job)
    facts, redaction_request, redacted, preview_shown = (
        prepared.facts,
        prepared.asked,
        prepared.redacted,
        prepared.preview,
    )
    if request.seen and request.seen != preview_shown.seen:
        raise PreviewOutdated
    if open_risks := unanswered(preview_shown.risks, request.answers, request.accept_all):
        raise RisksUnanswered(count=len(open_risks))
    signing = organisation.signing(store)
    with contextlib.ExitStack() as calm, TargetFile(signature) as signed, contextlib.ExitStack() as undo:
        placed = partial(undo.callback, target.unlink, missing_ok=True)
        with store.change("publication.make") as change:
            secrets = secret_strings(facts, redacted.model)
            printed = print_pdf(redacted.model, target, secrets, job, placed)
            calm.enter_context(held_off())  # until the vault has it and the files stay
            pdf = target.read_bytes()
            if hashlib.sha256(pdf).hexdigest() != printed.sha256:  # nothing is signed that was not audited
                raise WriteFailed(
                    path=target.name, why=Translatable("it does not read back as it was written")
                )
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
                profile=codec.canonical(redaction_request.profile).decode("utf-8"),
                request=_decisions(store, request, prepared).text(),
                labels=_text({party: codec.write(label) for party, label in redacted.labels.items()}),
                model=redacted.model.canonical().decode("utf-8"),
                file=target.name,
                sha256=printed.sha256,
                pages=printed.pages,
            )
            _keep(store, change, number, request, prepared)
        undo.pop_all()  # the vault has it: the files stay
        signed.keep()
    published = Published(
        number=number,
        path=target,
        signature=signature,
        pages=printed.pages,
        audit=printed.findings,
        preview=preview_shown,
    )
    return Outcome(published, change.changes)


def all_publications(store: Store) -> list[PublicationLine]:
    """Return all past publications for a list, the latest first."""
    return publications.lines(store.db)


def check(path: Path, store: Store | None = None) -> Audited:
    """Audit a PDF; if a vault is given, also search it for the secrets of the vault. Raise PdfUnreadable.

    A file that this vault published is compared with the model from which it was made.
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
    every = (record for kind in TRAVELLING for record in store.all(kind))
    facts = Facts.of(every, former=former_names(store.db))
    model = None if row is None else RedactedModel.from_bytes(row.model.encode("utf-8"))
    return examine(
        pdf, model, secret_strings(facts, model), index=lambda _: KnownNames.of(store).censor(NAMES).index
    )


def _keep(store: Store, change: Change, number: int, request: PublishRequest, prepared: Prepared) -> None:
    """Store with a publication who was named or labelled, the answers to risks, and the printed counts."""
    series = series_of(store, published_people.people(store.db), request.since) or number
    redacted = prepared.redacted
    rows = []
    for party, label in redacted.labels.items():
        stood = Stood.CHOSEN if party in prepared.chosen else Stood.PROFILE
        rows.append(
            PersonRow(
                publication=number,
                series=series,
                party=party,
                stood=stood,
                noun=label.noun,
                number=label.number,
            )
        )
    rows += [
        PersonRow(publication=number, series=series, party=party, stood=Stood.NAMED)
        for party in sorted(redacted.named)
    ]
    published_people.add_people(store.db, rows)
    published_people.add_removals(
        store.db, number, {party: off.reason.strip() for party, off in request.labels_off.items()}
    )
    _protect(store, change, number, request, prepared)
    answers = kept_answers(prepared.preview.risks, request.answers, request.accept_all)
    published_people.add_answers(store.db, number, answers)
    counts = {counted.asked: counted.cells for counted in redacted.counts}
    published_people.add_counts(
        store.db,
        (
            CountRow(number, question, cell, count)
            for question, cells in counts.items()
            for cell, count in cells.items()
        ),
    )


def _protect(store: Store, change: Change, number: int, request: PublishRequest, prepared: Prepared) -> None:
    """Protect the names of people whose label was chosen, and end the protection of those whose label is
    taken off.
    """
    off = set(request.labels_off)
    off |= {merged for merged, party in merged_away(store.db).items() if party in off}
    store.protected_names.release(off)
    for party, taken_off in request.labels_off.items():
        if store.get(party).fields.get(PROTECTED):
            parties.unprotect_within(store, change, party, taken_off.reason)
    for party in sorted(prepared.chosen):
        change.put(store.get(party).with_fields(protected=True, unprotected=None))
        store.protected_names.keep(number, party, prepared.facts.records[party].values("names"))


def _decisions(store: Store, request: PublishRequest, prepared: Prepared) -> Decisions:
    """Return the decisions for a publication in their stored form."""
    facts, redaction_request, redacted = prepared.facts, prepared.asked, prepared.redacted
    reviewed = review_records.of_texts(store, key_of(store, redaction_request.profile.name))
    counted = chosen_figures.counted(
        store, redaction_request.figures, redacted.hidden, admits_of(facts, redaction_request)
    )
    return Decisions(
        cases=tuple(facts.chosen),
        all_cases=request.cases is None,
        label=request.label - request.labels_off.keys(),
        decided=request.decided,
        added=request.added,
        coarser=request.coarser,
        parts=request.parts,
        title=request.title,
        since=request.since,
        corrects=request.corrects,
        figure_names=request.figure_names,
        count_all=request.count_all,
        small_counts=request.small_counts.strip(),
        signed_by=ssh_fingerprint(organisation.signing(store).public),
        told=redacted.snapshot,
        counted=tuple(None if one is None else CommitmentSecrets.draw(one) for one in counted),
        figures=tuple(
            PublishedFigure(figure, figures.find(store, figure)[1].text) for figure in request.figures
        ),
        published=request.published,
        texts=tuple(
            PublishedText(*key, text.vouched, text.who, text.time)
            for key, text in sorted(reviewed.items())
            if text.vouched and key in redacted.texts
        ),
        wordings=tuple(
            PublishedWording(*key, wording.decided)
            for key, wording in redaction_request.wordings.items()
            if key in redacted.texts
        ),
        pictures=tuple(
            PublishedPicture(evidence, drawn)
            for evidence, drawn in redaction_request.pictures.items()
            if evidence in redacted.pictures
        ),
    )


def _text(value: object) -> str:
    return canonical_json(value).decode("utf-8")
