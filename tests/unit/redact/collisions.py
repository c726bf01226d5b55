"""One of two desks that are alike but for a secret, which meets what stands in a text.

A desk keeps somebody secret: what that person is called, whether they took part in the case, gave evidence,
or are in another case, comes from chance. A reader sees a text as it stands, with what is asked about in it,
and decides by that alone: a place where the author speaks of somebody is covered, every other one is kept.
"""

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.analysis.figures.figure_tables import table_of
from hrddesk.analysis.figures.figures import compute
from hrddesk.records.language.labels import EN, Chain
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.texts.texts import text_of
from hrddesk.redact.detection.ordinary import WordsOf
from hrddesk.redact.facts.facts import TextKey
from hrddesk.redact.figures.admitted import Admitted
from hrddesk.redact.figures.figure_values import ToldValues
from hrddesk.redact.figures.figures import LEAST, AskedFigure
from hrddesk.redact.model.issue import Before
from hrddesk.redact.passages.wording import Decision, How, Span, TextDecisions
from hrddesk.redact.people.appearing import left_out_by_role
from hrddesk.redact.people.changes import Follows
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.profiles import NAMES, Profile
from hrddesk.redact.publication.redaction import Redaction, Request, redact
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.marks import MarkKind, marks
from hrddesk.redact.texts.texts import ExaminedText, vouched_for
from tests.unit.analysis.asked import TODAY, facts
from tests.unit.redact.invented import AS_OF, PUBLIC, RESTRICTED, SECRET, Desk
from tests.unit.redact.twins import BEFORE


@dataclass
class Twin:
    """One desk of a pair."""

    profile: Profile
    desk: Desk = field(default_factory=Desk)
    speaks_of: dict[TextKey, tuple[Span, ...]] = field(default_factory=dict)
    """Where the author of a text speaks of somebody who is kept back."""
    means: RecordId | None = None
    """Whom every other place means about which somebody is asked; None: nobody."""
    hidden: list[str] = field(default_factory=list)
    """What must not be printed."""
    tells_sex: bool = False
    """Whether a reader let words stand that were marked since they tell somebody's sex."""
    languages: Chain = (EN,)
    questions: Sequence[Mapping[str, Any]] = ()
    """What figures count."""
    follows: Follows | None = None
    """The issue before; its texts were read then."""

    @property
    def shown(self) -> Visibility:
        """How visible it is what the profile prints."""
        return PUBLIC if self.profile.name == NAMES.name else RESTRICTED

    def case(self, *people: RecordId, text: str = "", speaks_of: Sequence[str] = ()) -> RecordId:
        """Make a case that is printed, with a text; `{}` in it is each of the people of whom it speaks."""
        said, places = text.split("{}"), list[Span]()
        written = said[0]
        for called, after in zip(speaks_of, said[1:], strict=True):
            places.append((len(written), len(written) + len(called)))
            written += called + after
        case = self.desk.case(*people, level=self.shown, narrative=written)
        self.desk.event(case, "detained", *people, level=self.shown, lists=None, date="2020-02-06")
        self.speaks_of[case, "narrative"] = tuple(places)
        return case

    def hide(
        self, rng: random.Random, case: RecordId, called: str, *, near: bool = False, **fields: Any
    ) -> None:
        """Keep somebody secret who is called so: within the case, or `near` it, or nowhere near."""
        beside = ["victim", "relation", "giver", "source", *([] if near else ["elsewhere", "nowhere"])]
        desk, of = self.desk, rng.choice(beside)
        if of == "giver":
            desk.other(Kind.EVIDENCE, case=case, from_whom=called, sha256="0" * 64)
            return
        if of == "source":
            source = desk.other(Kind.SOURCE, SECRET, kind="person", title=called)
            desk.other(Kind.CITATION, SECRET, record=case, source=source)
            return
        party = desk.party(called, level=SECRET, **fields)
        if of == "victim":
            desk.event(case, "arrested", party, level=SECRET, lists=None, date="2019")
        elif of == "relation":
            known = next(iter(desk.records[case].values("parties")))["party"]
            desk.other(Kind.RELATION, subject=party, object=str(known))
        elif of == "elsewhere":
            desk.case(party, level=SECRET)

    def elsewhere(self, word: str, owners: Sequence[RecordId], case: RecordId) -> bool:
        """Tell whether a word stands in another case, which has nothing to do with these people."""
        known = self.desk.facts()
        return any(
            record.id != case
            and word in WordsOf(record.text("narrative"))
            and involved_in(known, [record]).isdisjoint(owners)
            for record in known.all(Kind.CASE)
        )

    def read(self, *, deciding: bool) -> None:
        """Review all texts: as they stand, or with a decision about each place that is asked about."""
        self.tells_sex = False
        for key, speaks_of in self.speaks_of.items():
            record = self.desk.records[key[0]]
            known, text = self.desk.facts(), text_of(record, key[1])
            everybody = PeopleInPrint(decided=frozenset(party.id for party in known.all(Kind.PARTY)))
            censor = Censor(known, self.profile, everybody, self.elsewhere)
            beside, every = left_out_by_role(known, self.profile), involved_in(known, known.cases())
            printing = censor.printed_as(known, PeopleInPrint(every, beside=beside))
            censor = censor.about(involved_in(known, [record]), record.id, printing=printing)
            wording = TextDecisions(text)
            reading = ExaminedText.of(wording, censor, text=(record, key[1]))
            while deciding and (places := _asked_about(censor, reading)):  # of a name that goes, the rest
                for start, end in sorted(places):
                    wording = wording.with_decision(self._decided(start, end, speaks_of))
                self.desk.wordings[key] = wording
                reading = ExaminedText.of(wording, censor, text=(record, key[1]))
            self.tells_sex |= any(mark.kind is MarkKind.SEX for mark in marks(reading, censor))
            self.desk.reviews[key] = vouched_for(censor, reading)

    def _decided(self, start: int, end: int, speaks_of: Sequence[Span]) -> Decision:
        if any(first < end and start < last for first, last in speaks_of):
            return Decision(start, end, How.LABEL, "person")
        if self.means is None or self.profile.name == NAMES.name:
            return Decision(start, end, How.STAY)
        return Decision(start, end, How.LABEL, self.means)

    def publish(self) -> Redaction:
        """Make the redacted model, with figures that count what the profile lets out."""
        request = Request(
            profile=self.profile,
            as_of=AS_OF,
            languages=self.languages,
            reviews=self.desk.reviews,
            wordings=self.desk.wordings,
            elsewhere=self.elsewhere,
            figures=tuple(map(self._figure, self.questions)),
            follows=self.follows,
        )
        return redact(self.desk.facts(), request)

    def _figure(self, question: Mapping[str, Any]) -> AskedFigure:
        counted = filter(None, map(Admitted(self.desk.facts(), self.profile), self.desk.records.values()))
        told = ToldValues(self.desk.facts(), self.profile)
        table = table_of(compute(asked(**question, suppress=LEAST), facts(*counted).told, TODAY, told.apart))
        return AskedFigure(table=table, name="Counted", titled=True)

    def next_issue(self) -> "Twin":
        """Publish this desk, and return a copy of it whose publication follows."""
        made = self.publish()
        sha256 = hashlib.sha256(made.model.canonical()).hexdigest()
        used = frozenset(made.labels.values())
        follows = Follows(
            before=Before(1, BEFORE, sha256), snapshot=made.snapshot, labels=made.labels, used=used
        )
        desk = replace(
            self.desk,
            records=dict(self.desk.records),
            reviews=dict(self.desk.reviews),
            wordings=dict(self.desk.wordings),
        )
        return replace(self, desk=desk, follows=follows)


def _asked_about(censor: Censor, reading: ExaminedText) -> set[Span]:
    """Return the places about which a reader decides, words that tell somebody's sex among them."""
    places = {item.span for item in censor.undecided(reading.worded, reading.found)}
    marked = marks(reading, censor)
    return places | {(mark.start, mark.end) for mark in marked if mark.kind is MarkKind.SEX}
