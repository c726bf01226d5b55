"""The way from the records of a vault to the redacted model: here it is decided what may leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hrddesk.analysis.figures.figure_tables import Hidden
from hrddesk.errors import AuditFailed, NothingToPublish
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.draft import DraftCase
from hrddesk.redact.drafting.drafter import Drafter
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.unprinted import Unprinted, left_behind
from hrddesk.redact.facts.facts import Facts, TextKey
from hrddesk.redact.facts.places import decided_by
from hrddesk.redact.figures.compared_counts import PrintedCounts
from hrddesk.redact.figures.figures import DraftFigure, FigureDrafter, places_by_kind
from hrddesk.redact.figures.quoted_figures import QuotedDrafter
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.passages.pieces import Phrase
from hrddesk.redact.people.changes import NOBODY, Snapshot
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.profile.coarser import coarsened
from hrddesk.redact.publication.listing import trimmed
from hrddesk.redact.publication.model_writer import ModelWriter, shown_in
from hrddesk.redact.publication.request import TITLE as TITLE
from hrddesk.redact.publication.request import Request as Request
from hrddesk.redact.risks.combinations import Combinations, rare_combinations
from hrddesk.redact.risks.secrets import standing_in_model
from hrddesk.redact.risks.single_source import count_of_one_source
from hrddesk.redact.risks.telling import Telling, telling_texts
from hrddesk.redact.texts.censor import Censor
from hrddesk.system.jobs import Job, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """The model that may leave the vault, and the data about it that stay in the vault."""

    model: RedactedModel
    labels: Mapping[RecordId, PersonLabel]
    """The label of each party that has one; it never leaves the vault."""
    left_out: Mapping[LeftOut, int]
    combinations: Combinations
    telling: tuple[Telling, ...]
    where: Mapping[LeftOut, tuple[RecordId, ...]]
    """The records about which the user can decide so that less is withheld; they never leave the vault."""
    pictures: tuple[RecordId, ...] = ()
    """The evidence whose pictures are in the model."""
    snapshot: Snapshot = NOBODY
    """What the model says of each person, for comparison with the next issue; it never leaves the vault."""
    hidden: tuple[Hidden, ...] = ()
    """The number of hidden counts in each figure."""
    counts: tuple[PrintedCounts, ...] = ()
    """The printed counts of each figure, for comparison with other issues; they never leave the vault."""
    texts: frozenset[TextKey] = frozenset()
    """The free texts that are in the model."""
    of_one_source: Mapping[RecordId, int] = field(default_factory=dict)
    """For each case, the number of facts whose only source is one confidential person."""
    named: frozenset[RecordId] = frozenset()
    """The people who are named on a sheet or in an event."""
    decided: Mapping[RecordId, RecordId] = field(default_factory=dict)
    """The places that decided which places are printed, as `places.decided_by` returns them; they never
    leave the vault.
    """
    unprinted: tuple[Unprinted, ...] = ()
    """The texts that are withheld because of a script without a font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDraft:
    """The publishable parts of the chosen cases, before labels are assigned."""

    facts: Facts
    request: Request
    """The request, with its profile coarsened and its parts reduced to the possible ones."""
    censor: Censor
    drafter: Drafter
    cases: Mapping[RecordId, DraftCase]
    figures: tuple[DraftFigure, ...]
    title: Phrase


def redact(facts: Facts, request: Request, job: Job | None = None) -> Redaction:
    """Make the redacted model in one step; raise the errors of `draft` and `complete`."""
    return complete(draft(facts, request, job))


def draft(facts: Facts, request: Request, job: Job | None = None) -> PublicationDraft:
    """Draft the publishable parts of the chosen cases; raise Cancelled if `job` is cancelled."""
    job = job or silent()
    profile = coarsened(request.profile, request.coarser)
    people = PeopleInPrint.of(facts, profile, request.label, request.decided, request.added)
    censor = Censor(facts, profile, people, request.elsewhere, job).protecting(request.protected)
    languages = request.languages
    decisions = (request.reviews, request.wordings, request.pictures)
    drafter = Drafter(facts, profile, censor, *decisions, languages, request.today)
    parts = request.parts if "event.penalties" in profile.fields else request.parts - {Chapter.LIST}
    case_drafts = ((case.id, drafter.draft(case)) for case in job.each(facts.cases()))
    cases = {
        case: trimmed_case
        for case, case_draft in case_drafts
        if case_draft is not None and (trimmed_case := trimmed(case_draft, parts)) is not None
    }
    figures = FigureDrafter(facts, profile, languages, censor).drafts(request.figures, parts)
    quoting = QuotedDrafter(profile, languages, censor, drafter.notes, small=request.small_counts)
    figures += tuple(map(quoting.draft, request.published))
    words = request.title.only(languages)
    title = Phrase.of(words)
    if request.title != TITLE:  # ours is no secret, whoever may be called by one of its words
        title = Phrase(tuple((code, censor.redact(text)) for code, text in words.items()))
    effective_request = replace(request, profile=profile, parts=parts)
    return PublicationDraft(
        facts=facts,
        request=effective_request,
        censor=censor,
        drafter=drafter,
        cases=cases,
        figures=figures,
        title=title,
    )


def complete(full_draft: PublicationDraft) -> Redaction:
    """Return the redacted model of a draft, with the data that stay in the vault.

    Raise NothingToPublish for an empty draft, and AuditFailed if the model would reveal a name.
    """
    facts, request, censor, drafter = (
        full_draft.facts,
        full_draft.request,
        full_draft.censor,
        full_draft.drafter,
    )
    drafted, figures, title = full_draft.cases, full_draft.figures, full_draft.title
    profile, parts = request.profile, request.parts
    if not drafted and not figures:
        raise NothingToPublish
    drafts = list(drafted.values())
    writer = ModelWriter(facts, request, censor.standings, title, figures)
    mapped = writer.labels(drafts)
    model, snapshot = writer.printed(drafts, mapped)
    stays, typed = writer.let_stand(drafts, mapped), writer.typed(mapped)
    leaks = standing_in_model(facts, model, censor.standings, profile, stays, typed)
    if leaks:
        # A bug of the censor; better no publication than this one. The message must not name anybody.
        raise AuditFailed(findings=Translatable("{0} name(s) in the redacted model", leaks))
    left_out = drafter.left_out
    if Chapter.SHEETS not in parts:
        on_sheets = (
            *(LeftOut.TEXT, LeftOut.CHANGED_TEXT, LeftOut.NEWER_TEXT, LeftOut.LANGUAGE, LeftOut.MARK),
            *(LeftOut.ANSWER, LeftOut.QUESTION),
        )
        for why in on_sheets:  # and nowhere else
            left_out.pop(why, None)
    called_after = [party for party in mapped if party in censor.standings.called_after]
    left_out[LeftOut.NAME] = len(called_after)
    where = {why: tuple(records) for why, records in drafter.where.items() if why in left_out}
    where |= {LeftOut.NAME: tuple(called_after)} if called_after else {}
    rare = rare_combinations(facts, profile, drafted, mapped, request.follows, request.population)
    texts = drafter.texts if Chapter.SHEETS in parts else {}
    telling = telling_texts(
        facts, profile, texts, drafted, mapped, title if request.title != TITLE else Phrase(())
    )
    pictures = tuple(picture.evidence for draft in drafts for picture in draft.pictures)
    counted = {why: count for why, count in left_out.items() if count}
    hidden = tuple(figure.hidden for figure in figures)
    counts = tuple(figure.counts for figure in figures if figure.counts is not None)
    printed = {record: case for record, case in drafter.printed.items() if case in drafted}
    in_figures = facts.records.keys() & places_by_kind(request.figures)
    decided = {place: place for place in in_figures} | decided_by(facts, profile, printed)
    return Redaction(
        model=model,
        labels=mapped,
        left_out=counted,
        combinations=rare,
        telling=telling,
        where=where,
        pictures=pictures,
        snapshot=snapshot,
        hidden=hidden,
        counts=counts,
        texts=frozenset(texts),
        of_one_source=count_of_one_source(facts, printed),
        named=frozenset(
            party for party in shown_in(drafts) if censor.standings.of[party] is PartyStanding.NAMED
        ),
        decided=decided,
        unprinted=left_behind(drafter.unprinted) if Chapter.SHEETS in parts else (),
    )
