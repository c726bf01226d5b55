"""From the records of a vault to the redacted model: here it is decided what may leave."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from hrddesk.analysis.figure_tables import Hidden
from hrddesk.errors import AuditFailed, NothingToPublish
from hrddesk.records import captions, codec
from hrddesk.records.labels import EN, Chain, Labels
from hrddesk.records.protected import Protected
from hrddesk.records.record import Record, RecordId, canonical_json
from hrddesk.redact import labels
from hrddesk.redact.appearing import left_out_by_role
from hrddesk.redact.censor import Censor
from hrddesk.redact.changes import NOBODY, Follows, Gathered, Snapshot, basis_of, issue_of
from hrddesk.redact.chapters import Chapters, Listed, Part
from hrddesk.redact.coarser import Coarser, coarsened
from hrddesk.redact.combinations import Combinations, Population, rare_combinations
from hrddesk.redact.compared_counts import PrintedCounts
from hrddesk.redact.draft import DraftCase, phrases_of
from hrddesk.redact.drafter import Drafter
from hrddesk.redact.facts import Facts, TextKey
from hrddesk.redact.figures import AskedFigure, DraftFigure, FigureDrafter, places_by_kind
from hrddesk.redact.involved import involved_in
from hrddesk.redact.issue import Issue
from hrddesk.redact.labels import Label
from hrddesk.redact.leftout import LeftOut
from hrddesk.redact.listing import Stands, concerns, listed_in, listed_once, trimmed
from hrddesk.redact.model import RedactedModel, Summary
from hrddesk.redact.ordinary import Elsewhere, nowhere
from hrddesk.redact.picture import Image
from hrddesk.redact.pictures import Retouched
from hrddesk.redact.pieces import Called, Phrase, Stay, slots, without_stays
from hrddesk.redact.places import decided_by
from hrddesk.redact.printed import Printed
from hrddesk.redact.profiles import Profile
from hrddesk.redact.quoted_figures import QuotedDrafter
from hrddesk.redact.secrets import NOTHING, standing_in_model
from hrddesk.redact.sheets import Sheet, Sheets, in_order
from hrddesk.redact.single_source import count_of_one_source
from hrddesk.redact.standing import Standing, Standings, is_single
from hrddesk.redact.telling import Telling, telling_texts
from hrddesk.redact.unprinted import Unprinted, left_behind
from hrddesk.redact.wording import Wording

TITLE: Final = captions.caption("title")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked to be published."""

    profile: Profile
    as_of: date
    languages: Chain = (EN,)
    label: frozenset[RecordId] = frozenset()
    """Parties that get a label although the profile would name them."""
    title: Labels = TITLE
    reviews: Mapping[TextKey, str] = field(default_factory=dict)
    """What was vouched for when a text was reviewed for the profile, see `texts`."""
    wordings: Mapping[TextKey, Wording] = field(default_factory=dict)
    """What readers decided about places in texts for the profile."""
    decided: frozenset[RecordId] = frozenset()
    """Parties that are named although their names hold that of somebody who may not be named."""
    added: frozenset[RecordId] = frozenset()
    """People who appear although their role in the cases leaves them out, see `appearing`."""
    pictures: Mapping[RecordId, Retouched] = field(default_factory=dict)
    """What was drawn over pieces of evidence and said of them for the profile."""
    images: Mapping[RecordId, Image] = field(default_factory=dict)
    """The pixels of these, with the boxes burned in; of those that were reviewed at least."""
    parts: frozenset[Part] = frozenset(Part)
    """What is printed of the cases."""
    figures: tuple[AskedFigure, ...] = ()
    """Figures with their answers, small counts hidden, in the order in which they are printed."""
    published: tuple[Record, ...] = ()
    """Figures of others, printed behind these."""
    small_counts: bool = False
    """Whether somebody decided that counts below five are printed."""
    coarser: frozenset[Coarser] = frozenset()
    """Steps to tell less than the profile does, in this publication alone."""
    follows: Follows | None = None
    """The issue before, where this is one of a series."""
    count_all: bool = False
    """Whether figures count all records of the desk, not only what the profile lets out."""
    elsewhere: Elsewhere = nowhere
    """Which words stand in texts of the vault that have nothing to do with whom they may mean."""
    protected: Protected = field(default_factory=Protected)
    """Places in texts that other desks protect."""
    today: date = date.max
    """The day on which consent to pictures has to hold; by default no consent that ends does."""
    population: Population | None = None
    """The cases among which people may be recognised; None for all cases of the facts."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """The model that may leave, and what stays here."""

    model: RedactedModel
    labels: Mapping[RecordId, Label]
    """Who bears which label; it never leaves the vault."""
    left_out: Mapping[LeftOut, int]
    combinations: Combinations
    telling: tuple[Telling, ...]
    where: Mapping[LeftOut, tuple[RecordId, ...]]
    """The records about which somebody can decide so that less stays behind; they never leave the vault."""
    pictures: tuple[RecordId, ...] = ()
    """The evidence whose pictures are in it."""
    snapshot: Snapshot = NOBODY
    """What is told of whom, to compare the next issue with; it never leaves the vault."""
    hidden: tuple[Hidden, ...] = ()
    """Of each figure how many counts are hidden."""
    counts: tuple[PrintedCounts, ...] = ()
    """The printed counts of each figure, to compare other issues with; they never leave the vault."""
    texts: frozenset[TextKey] = frozenset()
    """The free texts that are in it."""
    of_one_source: Mapping[RecordId, int] = field(default_factory=dict)
    """How many facts of a case only one confidential person told."""
    named: frozenset[RecordId] = frozenset()
    """Who stands by name on a sheet or in an event."""
    decided: Mapping[RecordId, RecordId] = field(default_factory=dict)
    """The places that decided which ones are printed, as `places.decided_by`; they never leave the vault."""
    unprinted: tuple[Unprinted, ...] = ()
    """The texts that stay behind for a script without a font."""


def redact(facts: Facts, request: Request) -> Redaction:
    """Make the redacted model; raise NothingToPublish, or AuditFailed when a name would slip through."""
    profile = coarsened(request.profile, request.coarser)
    involved = involved_in(facts, facts.cases())
    beside = left_out_by_role(facts, profile, request.added)
    printed_people = Printed(involved, request.label, request.decided, beside)
    censor = Censor(facts, profile, printed_people, request.elsewhere).protecting(request.protected)
    languages = request.languages
    decisions = (request.reviews, request.wordings, request.pictures)
    drafter = Drafter(facts, profile, censor, *decisions, languages, request.today)
    parts = request.parts if "event.penalties" in profile.fields else request.parts - {Part.LIST}
    told = ((case.id, drafter.draft(case)) for case in facts.cases())
    drafted = {
        case: kept
        for case, draft in told
        if draft is not None and (kept := trimmed(draft, parts)) is not None
    }
    figures = FigureDrafter(facts, profile, languages, censor).drafts(request.figures, parts)
    quoting = QuotedDrafter(profile, languages, censor, drafter.notes, small=request.small_counts)
    figures += tuple(map(quoting.draft, request.published))
    if not drafted and not figures:
        raise NothingToPublish
    drafts = list(drafted.values())
    words = request.title.only(request.languages)
    title = Phrase.of(words)
    if request.title != TITLE:  # ours is no secret, whoever may be called by one of its words
        title = Phrase(tuple((code, censor.redact(text)) for code, text in words.items()))
    press = _Press(facts, replace(request, profile=profile, parts=parts), censor.standings, title, figures)
    mapped = press.labels(drafts)
    model, snapshot = press.printed(drafts, mapped)
    stays, typed = press.let_stand(drafts, mapped), press.typed(mapped)
    leaks = standing_in_model(facts, model, censor.standings, profile, stays, typed)
    if leaks:
        # A bug of the censor; better no publication than this one. The message must not name anybody.
        raise AuditFailed(findings=f"{leaks} name(s) in the redacted model")
    left_out = drafter.left_out
    if Part.SHEETS not in parts:
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
    texts = drafter.texts if Part.SHEETS in parts else {}
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
        model,
        mapped,
        counted,
        rare,
        telling,
        where,
        pictures,
        snapshot,
        hidden,
        counts,
        frozenset(texts),
        count_of_one_source(facts, printed),
        frozenset(party for party in _shown(drafts) if censor.standings.of[party] is Standing.NAMED),
        decided,
        left_behind(drafter.unprinted) if Part.SHEETS in parts else (),
    )


class _Press:
    """Deals the labels of a publication, and makes its model of the sheets."""

    def __init__(
        self,
        facts: Facts,
        request: Request,
        standings: Standings,
        title: Phrase,
        figures: tuple[DraftFigure, ...],
    ) -> None:
        self._facts = facts
        self._request = request
        self._standing, self._names = standings.of, standings.names
        self._title = title
        self._figures = figures
        self._sheets = Sheets(standings, request.languages, request.parts, request.images)

    def labels(self, drafts: list[DraftCase]) -> dict[RecordId, Label]:
        """Number the people without names by content alone."""
        sharing, kinds = labels.Sharing(), {}
        for party in _mentioned(drafts, [self._title, *self._figure_phrases()]):
            if self._standing[party].has_label:
                kinds[party] = self._facts.records[party].text("kind")
        languages = self._request.languages
        blank = self._sheets.calling({party: labels.blank(kind, languages) for party, kind in kinds.items()})
        persons = {person.party: person for draft in drafts for person in draft.people}
        for party, kind in kinds.items():
            drawn = codec.write(self._sheets.person(persons[party], blank)) if party in persons else None
            sharing.add_party(party, canonical_json([labels.noun(kind), drawn]))

        def link(node: object, phrase: Phrase, where: str) -> None:
            for language, pieces in phrase.texts:
                for at, party in [slot for slot in slots(pieces) if slot[1] in kinds]:
                    sharing.link(node, party, f"{where}.{language}.{at}")

        sharing.add("title", b"title")
        link("title", self._title, "title")
        for at, phrase in enumerate(self._figure_phrases()):
            link("title", phrase, f"figure{at}")
        sheets = [self._sheets.sheet(draft, blank) for draft in drafts]
        for number, (draft, sheet) in enumerate(zip(drafts, sheets, strict=True)):
            sharing.add(number, codec.canonical(sheet.case))
            link(number, Phrase.same(draft.text), "text")
            for at, picture in enumerate(draft.pictures):
                node = (number, "picture", at)
                sharing.add(node, codec.canonical(self._sheets.picture(picture, blank)))
                sharing.link(number, node, "picture")
                for where, phrase in picture.phrases():
                    link(node, phrase, where)
            for person in draft.people:
                if person.party in kinds:
                    sharing.link(number, person.party, "person")
                for where, phrase in person.phrases():
                    link(person.party if person.party in kinds else number, phrase, where)
            for where, phrase in phrases_of(draft.answers):
                link(number, phrase, f"case.{where}")
            for at, event in enumerate(draft.events):
                node = (number, "event", at)
                sharing.add(node, self._sheets.event(event, blank).content())
                sharing.link(number, node, "event")
                for part in event.who:
                    if part.party in kinds:
                        sharing.link(node, part.party, f"role.{part.role.order()}")
                for where, phrase in event.phrases():
                    link(node, phrase, where)
        # While all labels are alike, where somebody stands follows from the order of records: none is listed.
        model = self._model(drafts, in_order(sheets), blank, (), self._issue(NOBODY, {}))
        follows = self._request.follows
        kept, used = ({}, frozenset()) if follows is None else (follows.labels, follows.used)
        return labels.numbered(sharing.order(), kinds, model.canonical(), kept, used)

    def _figure_phrases(self) -> Iterable[Phrase]:
        return (phrase for figure in self._figures for phrase in figure.phrases())

    def printed(
        self, drafts: list[DraftCase], mapped: Mapping[RecordId, Label]
    ) -> tuple[RedactedModel, Snapshot]:
        """Write the model with these labels; return it with what is told of whom, for the next issue."""
        called = self._sheets.called(mapped)
        sheets = in_order(self._sheets.sheet(draft, called) for draft in drafts)
        listed = listed_once(self._listed(sheets)) if Part.LIST in self._request.parts else ()
        gathered = self._gathered(sheets, listed)
        basis = basis_of(self._request.profile, self._request.parts)
        snapshot = Snapshot(basis, {party: found.shown() for party, found in gathered.items()})
        places = {party: found.places[0] for party, found in gathered.items() if found.named}
        return self._model(drafts, sheets, called, listed, self._issue(snapshot, places)), snapshot

    def _issue(self, snapshot: Snapshot, places: Mapping[RecordId, tuple[int, int]]) -> Issue | None:
        follows = self._request.follows
        return None if follows is None else issue_of(follows, snapshot, places)

    def _model(
        self,
        drafts: list[DraftCase],
        sheets: list[Sheet],
        called: Called,
        listed: tuple[Listed, ...],
        issue: Issue | None,
    ) -> RedactedModel:
        shown = _shown(drafts)
        people = {party for party in shown if is_single(self._facts.records[party])}
        labelled = {party for party in shown if self._standing[party] is Standing.LABELLED}
        events = sum(len(draft.events) for draft in drafts)
        return RedactedModel(
            self._request.languages,
            self._request.as_of,
            self._title.said(called, self._request.languages),
            tuple(sheet.case for sheet in sheets),
            Summary(
                len(sheets),
                len(people),
                events,
                len(people & labelled),
                len(shown - people),
                len(labelled - people),
            ),
            Chapters(
                self._request.parts,
                tuple(figure.said(called, self._request.languages) for figure in self._figures),
                listed,
                self._request.count_all,
                self._request.small_counts,
            ),
            self._images(drafts),
            issue,
        )

    def _gathered(self, sheets: list[Sheet], listed: Iterable[Listed]) -> dict[RecordId, Gathered]:
        """Return what is told of everybody on a sheet, whatever label others bear in it."""
        same = labels.blank("", self._request.languages)
        blank = self._sheets.calling(dict.fromkeys(self._standing, same))
        made: dict[RecordId, Gathered] = {}
        for number, sheet in enumerate(sheets):
            for at, person in enumerate(sheet.people):
                named = self._standing[person.party] is Standing.NAMED
                found = made.setdefault(person.party, Gathered(named))
                if not named:
                    continue
                found.places.append((number, at))
                names = sorted(name.text for name in self._names[person.party])
                found.told += [names, list(map(codec.write, self._sheets.facts_said(person, blank)))]
                found.told += map(codec.write, self._sheets.answers(person.answers, blank))
                for event in sheet.events:
                    if concerns(event, person.party, alone=len(sheet.people) == 1):
                        anonymous = replace(self._sheets.event(event, blank).event, who=())
                        found.told.append(codec.write(anonymous))
                        found.turns |= {event.turn} if event.turn else set()
        for entry in listed:
            made[sheets[entry.case].people[entry.person].party].band = entry.band
        return made

    def _images(self, drafts: Iterable[DraftCase]) -> tuple[Image, ...]:
        """Return the pixels of all pictures, each once; their hashes tell nothing of where they came from."""
        shown = (self._request.images[picture.evidence] for draft in drafts for picture in draft.pictures)
        return tuple(sorted(set(shown), key=lambda image: image.sha256))

    def let_stand(self, drafts: Iterable[DraftCase], mapped: Mapping[RecordId, Label]) -> Mapping[str, str]:
        """Return of each text in which a reader let words stand what else is in it, for the second look."""
        called, made = self._sheets.called(mapped), dict[str, str]()
        for draft in drafts:
            for pieces in draft.texts():
                if any(isinstance(piece, Stay) for piece in pieces):
                    rest = self._sheets.text(without_stays(pieces, NOTHING), called)
                    told = self._sheets.text(pieces, called)
                    made[told] = told if made.get(told, rest) != rest else rest
        return made

    def typed(self, mapped: Mapping[RecordId, Label]) -> Iterator[str]:
        """Yield the words of title and figures that were typed at the desk, as they are printed."""
        called = self._sheets.called(mapped)
        titles = () if self._request.title == TITLE else (self._title,)
        for phrase in (*titles, *(phrase for figure in self._figures for phrase in figure.free)):
            yield from phrase.said(called, self._request.languages).values()

    def _listed(self, sheets: Iterable[Sheet]) -> Iterable[Stands]:
        for number, sheet in enumerate(sheets):
            yield from listed_in(number, sheet.people, sheet.events)


def _shown(drafts: Iterable[DraftCase]) -> set[RecordId]:
    """Return everybody on a sheet or in an event."""
    sheets = {person.party for draft in drafts for person in draft.people}
    return sheets | {part.party for draft in drafts for event in draft.events for part in event.who}


def _mentioned(drafts: Iterable[DraftCase], besides: Iterable[Phrase]) -> list[RecordId]:
    """Return every party that a publication shows or mentions, each once."""
    found: list[RecordId] = []
    phrases = list(besides)
    for draft in drafts:
        phrases.append(Phrase.same(draft.text))
        found += [person.party for person in draft.people]
        phrases += [phrase for person in draft.people for _, phrase in person.phrases()]
        phrases += [phrase for _, phrase in phrases_of(draft.answers)]
        phrases += [phrase for picture in draft.pictures for _, phrase in picture.phrases()]
        for event in draft.events:
            found += [part.party for part in event.who]
            phrases += [part.role for part in event.who]
            phrases += [phrase for _, phrase in event.phrases()]
    found += [party for phrase in phrases for pieces in phrase.pieces() for _, party in slots(pieces)]
    return list(dict.fromkeys(found))
