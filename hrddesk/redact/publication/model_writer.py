"""The step from the drafts of cases to the redacted model: labels are assigned and sheets written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId, canonical_json
from hrddesk.redact.drafting.draft import DraftCase, phrases_of
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.figures.figures import DraftFigure
from hrddesk.redact.model.chapters import Chapter, Chapters, Listed
from hrddesk.redact.model.issue import Issue
from hrddesk.redact.model.model import RedactedModel, Summary
from hrddesk.redact.model.picture import Image
from hrddesk.redact.passages.pieces import Called, Phrase, Stay, slots, without_stays
from hrddesk.redact.people import labels
from hrddesk.redact.people.changes import NOBODY, Gathered, Snapshot, basis_of, issue_of
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.people.standing import PartyStanding, Standings, is_single
from hrddesk.redact.publication.listing import Stands, concerns, listed_in, listed_once
from hrddesk.redact.publication.request import TITLE, Request
from hrddesk.redact.publication.sheets import DraftSheet, Sheets, in_order
from hrddesk.redact.risks.secrets import NOTHING


class ModelWriter:
    """Assigns the labels of a publication and writes its model."""

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

    def labels(self, drafts: list[DraftCase]) -> dict[RecordId, PersonLabel]:
        """Assign labels to the people without names, by the published content alone."""
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
                for position, party in [slot for slot in slots(pieces) if slot[1] in kinds]:
                    sharing.link(node, party, f"{where}.{language}.{position}")

        sharing.add("title", b"title")
        link("title", self._title, "title")
        for position, phrase in enumerate(self._figure_phrases()):
            link("title", phrase, f"figure{position}")
        sheets = [self._sheets.sheet(draft, blank) for draft in drafts]
        for number, (draft, sheet) in enumerate(zip(drafts, sheets, strict=True)):
            sharing.add(number, codec.canonical(sheet.case))
            link(number, Phrase.same(draft.text), "text")
            for position, picture in enumerate(draft.pictures):
                node = (number, "picture", position)
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
            for position, event in enumerate(draft.events):
                node = (number, "event", position)
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
        earlier_labels, used = ({}, frozenset()) if follows is None else (follows.labels, follows.used)
        return labels.numbered(sharing.order(), kinds, model.canonical(), earlier_labels, used)

    def _figure_phrases(self) -> Iterable[Phrase]:
        return (phrase for figure in self._figures for phrase in figure.phrases())

    def printed(
        self, drafts: list[DraftCase], mapped: Mapping[RecordId, PersonLabel]
    ) -> tuple[RedactedModel, Snapshot]:
        """Write the model with the labels `mapped`; return it and what it says of each person.

        The next issue needs the second value for its comparison.
        """
        called = self._sheets.called(mapped)
        sheets = in_order(self._sheets.sheet(draft, called) for draft in drafts)
        listed = listed_once(self._listed(sheets)) if Chapter.LIST in self._request.parts else ()
        gathered = self._gathered(sheets, listed)
        basis = basis_of(self._request.profile, self._request.parts)
        snapshot = Snapshot(basis, {party: account.shown() for party, account in gathered.items()})
        places = {party: account.places[0] for party, account in gathered.items() if account.named}
        return self._model(drafts, sheets, called, listed, self._issue(snapshot, places)), snapshot

    def _issue(self, snapshot: Snapshot, places: Mapping[RecordId, tuple[int, int]]) -> Issue | None:
        follows = self._request.follows
        return None if follows is None else issue_of(follows, snapshot, places)

    def _model(
        self,
        drafts: list[DraftCase],
        sheets: list[DraftSheet],
        called: Called,
        listed: tuple[Listed, ...],
        issue: Issue | None,
    ) -> RedactedModel:
        shown_parties = shown_in(drafts)
        people = {party for party in shown_parties if is_single(self._facts.records[party])}
        labelled = {party for party in shown_parties if self._standing[party] is PartyStanding.LABELLED}
        events = sum(len(draft.events) for draft in drafts)
        return RedactedModel(
            languages=self._request.languages,
            as_of=self._request.as_of,
            title=self._title.said(called, self._request.languages),
            cases=tuple(sheet.case for sheet in sheets),
            summary=Summary(
                cases=len(sheets),
                people=len(people),
                events=events,
                labelled=len(people & labelled),
                groups=len(shown_parties - people),
                groups_labelled=len(labelled - people),
            ),
            chapters=Chapters(
                parts=self._request.parts,
                figures=tuple(figure.said(called, self._request.languages) for figure in self._figures),
                listed=listed,
                count_all=self._request.count_all,
                small_counts=self._request.small_counts,
            ),
            images=self._images(drafts),
            issue=issue,
        )

    def _gathered(self, sheets: list[DraftSheet], listed: Iterable[Listed]) -> dict[RecordId, Gathered]:
        """Return what is printed about each person on a sheet.

        Labels of other people are ignored. For a person with a label, only the sentence band is kept.
        """
        same = labels.blank("", self._request.languages)
        blank = self._sheets.calling(dict.fromkeys(self._standing, same))
        accounts: dict[RecordId, Gathered] = {}
        for number, sheet in enumerate(sheets):
            for position, person in enumerate(sheet.people):
                named = self._standing[person.party] is PartyStanding.NAMED
                account = accounts.setdefault(person.party, Gathered(named=named))
                if not named:
                    continue
                account.places.append((number, position))
                names = sorted(name.text for name in self._names[person.party])
                account.told += [names, list(map(codec.write, self._sheets.facts_said(person, blank)))]
                account.told += map(codec.write, self._sheets.answers(person.answers, blank))
                for event in sheet.events:
                    if concerns(event, person.party, alone=len(sheet.people) == 1):
                        anonymous = replace(self._sheets.event(event, blank).event, who=())
                        account.told.append(codec.write(anonymous))
                        account.turns |= {event.turn} if event.turn else set()
        for entry in listed:
            accounts[sheets[entry.case].people[entry.person].party].band = entry.band
        return accounts

    def _images(self, drafts: Iterable[DraftCase]) -> tuple[Image, ...]:
        """Return the pixels of all pictures without repetitions, in the order of their hashes.

        This order does not reveal from which case a picture is.
        """
        images = (self._request.images[picture.evidence] for draft in drafts for picture in draft.pictures)
        return tuple(sorted(set(images), key=lambda image: image.sha256))

    def let_stand(
        self, drafts: Iterable[DraftCase], mapped: Mapping[RecordId, PersonLabel]
    ) -> Mapping[str, str]:
        """Return, for each printed text in which a reader let words stand, the text without these words.

        The last search for names (`secrets`) uses it: a name that is only in those words is no leak.
        """
        called, rest_by_text = self._sheets.called(mapped), dict[str, str]()
        for draft in drafts:
            for pieces in draft.texts():
                if any(isinstance(piece, Stay) for piece in pieces):
                    rest = self._sheets.text(without_stays(pieces, NOTHING), called)
                    full_text = self._sheets.text(pieces, called)
                    rest_by_text[full_text] = full_text if rest_by_text.get(full_text, rest) != rest else rest
        return rest_by_text

    def typed(self, mapped: Mapping[RecordId, PersonLabel]) -> Iterator[str]:
        """Yield the printed words of the title and the figures that somebody typed at the desk."""
        called = self._sheets.called(mapped)
        titles = () if self._request.title == TITLE else (self._title,)
        for phrase in (*titles, *(phrase for figure in self._figures for phrase in figure.free)):
            yield from phrase.said(called, self._request.languages).values()

    def _listed(self, sheets: Iterable[DraftSheet]) -> Iterable[Stands]:
        for number, sheet in enumerate(sheets):
            yield from listed_in(number, sheet.people, sheet.events)


def shown_in(drafts: Iterable[DraftCase]) -> set[RecordId]:
    """Return all parties on a sheet or in an event of the drafts."""
    sheets = {person.party for draft in drafts for person in draft.people}
    return sheets | {part.party for draft in drafts for event in draft.events for part in event.who}


def _mentioned(drafts: Iterable[DraftCase], besides: Iterable[Phrase]) -> list[RecordId]:
    """Return every party that a publication shows or mentions; no party twice."""
    parties: list[RecordId] = []
    phrases = list(besides)
    for draft in drafts:
        phrases.append(Phrase.same(draft.text))
        parties += [person.party for person in draft.people]
        phrases += [phrase for person in draft.people for _, phrase in person.phrases()]
        phrases += [phrase for _, phrase in phrases_of(draft.answers)]
        phrases += [phrase for picture in draft.pictures for _, phrase in picture.phrases()]
        for event in draft.events:
            parties += [part.party for part in event.who]
            phrases += [part.role for part in event.who]
            phrases += [phrase for _, phrase in event.phrases()]
    parties += [party for phrase in phrases for pieces in phrase.pieces() for _, party in slots(pieces)]
    return list(dict.fromkeys(parties))
