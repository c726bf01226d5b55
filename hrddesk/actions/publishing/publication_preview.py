"""The preview of a publication: its redacted model, its labels and its risks."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from hrddesk.actions.content_review import picture_burning, texts
from hrddesk.actions.content_review.vault_words import VaultWords
from hrddesk.actions.editions import issues
from hrddesk.actions.publishing import chosen_figures
from hrddesk.actions.publishing.changed_places import changed_places
from hrddesk.actions.publishing.chosen_figures import CloseCounts
from hrddesk.actions.publishing.namesakes import namesakes
from hrddesk.actions.publishing.publication_risks import (
    Risk,
    SaysMore,
    TellingText,
    not_answered_before,
    risks_of,
)
from hrddesk.actions.scope import publication_facts, review_records
from hrddesk.actions.scope.held_labels import Stands, Why, chosen_among, stands
from hrddesk.actions.scope.labelled_people import labelled
from hrddesk.actions.scope.profiles import key_of, profile_of
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.analysis.figures.figure_tables import Hidden
from hrddesk.bundle.trust import own_identity
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.publish.content.font_gaps import Gap, ScriptGap, gaps, script_gaps
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import display_names
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.unprinted import script_without_font
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.figures.admitted import Admitted
from hrddesk.redact.figures.figure_values import ToldValues
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.people.consenting import Consenting
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.profile.coarser import coarsened
from hrddesk.redact.profile.profiles import NameRule, Profile
from hrddesk.redact.publication import redaction
from hrddesk.redact.risks.combinations import Combinations
from hrddesk.store.publications import protected_texts, published_people
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, without_dead_cycles


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label and the person who bears it; for this desk only."""

    party: RecordId
    name: str
    label: PersonLabel


@dataclass(frozen=True, slots=True)
class HiddenCounts:
    """The hidden counts of a figure, with the name under which the figure was saved."""

    figure: str
    hidden: Hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """A label of an earlier publication, for a person whom this publication would name without it.

    If `reason` is empty, the label applies. Otherwise the user takes it off, for this reason.
    """

    party: RecordId
    ref: str
    name: str
    publication: int
    label: PersonLabel | None
    why: Why
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The content that would be published, with the labels, and the risks that need a reason."""

    model: RedactedModel
    labels: tuple[LabelRow, ...]
    left_out: Mapping[LeftOut, int]
    combinations: Combinations
    telling: tuple[TellingText, ...]
    where: Mapping[LeftOut, tuple[str, ...]]
    """For each reason to withhold, the references of the cases and parties for which the user can decide
    otherwise.
    """
    beside: tuple[RecordId, ...] = ()
    """People left out because of their role in the cases, whom the user can add."""
    gaps: tuple[Gap, ...] = ()
    """Characters of other scripts that no font has: each is printed as its number."""
    scripts: tuple[ScriptGap, ...] = ()
    """Scripts without a font."""
    hidden: tuple[HiddenCounts, ...] = ()
    """The figures with hidden counts; counts are hidden if they are small or would reveal small ones."""
    close: tuple[CloseCounts, ...] = ()
    """Pairs of counts with a small difference."""
    held: tuple[HeldRow, ...] = ()
    """The labels of earlier publications that apply here or are taken off."""
    accused: frozenset[RecordId] = frozenset()
    """People who have a label because too few sources accuse them; the user can decide to name them."""
    risks: tuple[Risk, ...] = ()
    """The risks that need a reason before anything is written."""

    @property
    def seen(self) -> str:
        """The hash of everything that would be printed."""
        return hashlib.sha256(self.model.canonical()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A redacted publication, with its request, its preview, and who was named or labelled earlier."""

    facts: Facts
    asked: redaction.Request
    redacted: redaction.Redaction
    before: Stands
    chosen: frozenset[RecordId]
    """The people who have a label here because a user chose it for the person."""
    preview: Preview


def prepare(session: Session, request: PublishRequest, job: Job) -> Prepared:
    """Redact a requested publication; `job` reports progress per picture and can cancel the work."""
    with without_dead_cycles():
        return _prepared(session, request, job)


def _prepared(session: Session, request: PublishRequest, job: Job) -> Prepared:
    store = session.store
    if request.since is not None:
        issues.require_latest(store, request.since)
    before, profile = stands(store, request.since), profile_of(store, request.profile)
    read = publication_facts.of_request(store, request, profile, before, job)
    job.step(0, 1)
    labelled_people = labelled(read.facts, profile, request, before)
    redaction_request = _asked(session, read.facts, request, profile, before, labelled_people.people, job)
    draft = redaction.draft(read.facts, redaction_request, job)
    while read.look_through(draft.censor.looked_at):
        labelled_people = labelled(read.facts, profile, request, before)
        redaction_request = replace(redaction_request, label=labelled_people.people)
        draft = redaction.draft(read.facts, redaction_request, job)
    facts, agreed, redacted = read.facts, labelled_people.consent, redaction.complete(draft)
    job.step(0, 1)
    if request.labels_off.keys() & redacted.labels.keys():
        raise InvalidValue(
            field="labels_off", why=Translatable("this person bears a label here all the same")
        )
    chosen = chosen_among(facts.records, redacted.labels, request.label | agreed.unnamed, before)
    preview = _preview(store, facts, request, redaction_request, redacted, before, agreed, chosen)
    named = (
        party
        for party in labelled_people.accused
        if redaction_request.profile.rule_for(facts.records[party]) is NameRule.AS_IS
    )
    preview = replace(preview, accused=frozenset(named) & redacted.labels.keys())
    return Prepared(
        facts=facts, asked=redaction_request, redacted=redacted, before=before, chosen=chosen, preview=preview
    )


def _asked(
    session: Session,
    facts: Facts,
    request: PublishRequest,
    profile: Profile,
    before: Stands,
    label: frozenset[RecordId],
    job: Job,
) -> redaction.Request:
    """Return the request for the redaction, completed with the stored reviews and decisions about its
    content.
    """
    store, small = session.store, bool(request.small_counts.strip())
    if request.count_all and small:
        raise InvalidValue(
            field="small_counts", why=Translatable("small counts stand only of what the profile lets out")
        )
    as_of = request.as_of or own_identity.today()
    # Pictures stand on sheets alone: without these none is made.
    drawn = (
        picture_burning.drawn_for(store, key_of(store, profile.name))
        if Chapter.SHEETS in request.parts
        else {}
    )
    reviewed = review_records.of_texts(store, key_of(store, profile.name))
    follows = None
    if request.since is not None:
        follows = replace(
            issues.follows(store, request.since, corrects=request.corrects),
            labels=before.labels,
            used=before.used,
        )
    return redaction.Request(
        profile=profile,
        as_of=as_of,
        languages=request.languages or profile.languages,
        label=label,
        title=request.title,
        reviews={key: text.vouched for key, text in reviewed.items() if text.vouched},
        wordings={key: text.wording for key, text in reviewed.items() if text.wording.decided},
        decided=request.decided,
        added=request.added,
        pictures=drawn,
        images=picture_burning.burn_all(session, facts, profile, drawn, job),
        parts=request.parts,
        figures=chosen_figures.ask(
            store,
            request.figures,
            ToldValues(facts, coarsened(profile, request.coarser)),
            job,
            today=as_of,
            admits=None if request.count_all or not request.figures else Admitted(facts, profile),
            titled=request.figure_names,
            small=small,
        ),
        published=tuple(map(store.get, request.published)),
        small_counts=small,
        coarser=request.coarser,
        follows=follows,
        count_all=request.count_all,
        elsewhere=VaultWords(store),
        protected=protected_texts.known(store),
        today=own_identity.today(),
        population=publication_facts.population(store, facts, job),
    )


def admits_of(facts: Facts, redaction_request: redaction.Request) -> Admitted | None:
    """Return the function that decides what figures count, or None if all records count or there are no
    figures.
    """
    return (
        None
        if redaction_request.count_all or not redaction_request.figures
        else Admitted(facts, redaction_request.profile)
    )


def _preview(
    store: Store,
    facts: Facts,
    request: PublishRequest,
    redaction_request: redaction.Request,
    redacted: redaction.Redaction,
    before: Stands,
    agreed: Consenting,
    chosen: Collection[RecordId],
) -> Preview:
    rows = (
        LabelRow(party, display_names.display_name(facts.records[party]), label)
        for party, label in redacted.labels.items()
    )
    ordered = sorted(rows, key=lambda row: row.label)
    where = {
        why: tuple(dict.fromkeys(ref_of(facts, record) for record in records))
        for why, records in redacted.where.items()
    }
    questions = facts.all(Kind.FIELD)
    telling = tuple(
        TellingText(
            texts.ref_of(questions, facts.records[disclosure.record], disclosure.field)
            if disclosure.record
            else disclosure.field,
            ref_of(facts, disclosure.record) if disclosure.record else "",
            disclosure.tells,
            disclosure.words,
        )
        for disclosure in redacted.telling
    )
    omissions = (
        (one.script, texts.ref_of(questions, facts.records[one.record], one.field), one.words)
        for one in redacted.unprinted
    )
    missing = gaps(redacted.model)
    scripts = script_gaps(missing, omissions)
    no_font = tuple(gap for gap in missing if not script_without_font(gap.character))
    admits = admits_of(facts, redaction_request)
    beside = redacted.snapshot.people
    close = tuple(chosen_figures.close(store, redaction_request.figures, redacted.hidden, beside, admits))
    names = [figure.name for figure in redaction_request.figures]
    published = [figure.text("name") for figure in redaction_request.published]
    holding = dict.fromkeys(chosen, 0) | {
        held_labels_before.party: held_labels_before.publication
        for held_labels_before in before.held.values()
        if held_labels_before.party in facts.records and held_labels_before.party not in request.labels_off
    }
    same_names = namesakes(store, facts, redacted.named, holding, request.labels_off)
    places = changed_places(store, facts, redacted.decided)
    earlier = issues.earlier_counts(store)
    loosened = issues.loosened_since(
        store, request.since, coarsened(redaction_request.profile, redaction_request.coarser)
    )
    more = [SaysMore(what, details, request.since or 0) for what, details in loosened.items()]
    unasked = {
        party: display_names.display_name(facts.records[party])
        for party in sorted(redacted.named & agreed.unasked)
    }
    risks = risks_of(
        redacted,
        before,
        names,
        close,
        telling,
        (*scripts, *no_font),
        earlier,
        same_names,
        places,
        more,
        unasked,
    )
    return Preview(
        model=redacted.model,
        labels=tuple(ordered),
        left_out=redacted.left_out,
        combinations=redacted.combinations,
        telling=telling,
        where=where,
        beside=redacted.where.get(LeftOut.BESIDE, ()),
        gaps=no_font,
        scripts=scripts,
        hidden=tuple(
            HiddenCounts(name, hidden)
            for name, hidden in zip([*names, *published], redacted.hidden, strict=True)
            if hidden
        ),
        close=close,
        held=tuple(_held(facts, request, redaction_request.profile, redacted, before)),
        risks=not_answered_before(risks, published_people.answered(store.db)),
    )


def _held(
    facts: Facts,
    request: PublishRequest,
    profile: Profile,
    redacted: redaction.Redaction,
    before: Stands,
) -> Iterator[HeldRow]:
    """Yield the labels of earlier publications of all people whom this one would name without these
    labels.
    """
    standing = redacted.labels.keys() | redacted.snapshot.people.keys() | request.labels_off.keys()
    for held_label in sorted(
        before.held.values(), key=lambda held_label: (held_label.publication, held_label.party)
    ):
        party = facts.party(held_label.party)
        if party is None or party.id not in standing:
            continue
        if profile.rule_for(party) is NameRule.AS_IS:
            yield HeldRow(
                party=party.id,
                ref=ref_of(facts, party.id),
                name=display_names.display_name(party),
                publication=held_label.publication,
                label=held_label.label,
                why=held_label.why,
                reason=off.reason if (off := request.labels_off.get(party.id)) else "",
            )


def ref_of(facts: Facts, record_id: RecordId) -> str:
    """Return the reference of a case or party, or of the case of any other record.

    If a record is in several cases, a case chosen for the publication takes precedence.
    """
    record = facts.records[record_id]
    cases = sorted(record.cases, key=lambda case: case not in facts.chosen)
    case = next((facts.records[case] for case in cases if case in facts.records), record)
    return case.text("ref") or record_id
