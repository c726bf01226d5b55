"""The free texts of a draft: those of the publication's languages that were reviewed for its profile."""

from collections.abc import Callable, Mapping

from hrddesk.records.labels import Chain
from hrddesk.records.record import Record, RecordId
from hrddesk.records.texts import in_languages, text_of, texts_of
from hrddesk.redact.censor import Censor
from hrddesk.redact.facts import Facts, TextKey
from hrddesk.redact.involved import involved_in
from hrddesk.redact.leftout import LeftOut
from hrddesk.redact.pieces import Pieces
from hrddesk.redact.profiles import Profile
from hrddesk.redact.texts import Reading, still_vouched_for
from hrddesk.redact.wording import Wording

_BETWEEN = "\n\n"


class TextDrafter:
    """Drafts texts after one profile. `leave` is told what stays behind, of which record and how often."""

    def __init__(
        self,
        facts: Facts,
        profile: Profile,
        censor: Censor,
        reviews: Mapping[TextKey, str],
        wordings: Mapping[TextKey, Wording],
        languages: Chain,
        leave: Callable[[LeftOut, Record, int], None],
    ) -> None:
        self._facts, self._profile, self._censor = facts, profile, censor
        self._reviews, self._wordings = reviews, wordings
        self._languages, self._leave = languages, leave
        self.printed: dict[TextKey, Pieces] = {}
        """The free texts that go out."""

    def of(self, record: Record) -> Pieces:
        """Return the texts of a record in the languages of the publication, one below the other."""
        admitted = [text for text in texts_of(record) if self._profile.admits_text(record, text.field)]
        chosen, missing = in_languages(admitted, self._languages)
        if missing:
            self._leave(LeftOut.LANGUAGE, record, len(missing))
        drafted: Pieces = ()
        for text in chosen:
            pieces = self.reviewed(record, text.field)
            drafted = (*drafted, _BETWEEN, *pieces) if drafted and pieces else drafted or pieces
        return drafted

    def reviewed(self, record: Record, field: str) -> Pieces:
        """Return a free text that was reviewed for this profile and did not change since; else nothing."""
        text = text_of(record, field)
        vouched = self._reviews.get((record.id, field))
        wording = self._wordings.get((record.id, field), Wording(text)).fit(text)
        case = self._facts.records.get(RecordId(record.text("case")), record)
        # As its reader was asked; what else a publication is about makes it tell less.
        nearby = self._censor.about(involved_in(self._facts, (case, record)), case.id)
        reading = Reading.of(wording, nearby, key=(record.id, field))
        waiting = reading.undecided(nearby)
        if vouched is None or waiting or not still_vouched_for(vouched, nearby, reading):
            self._leave(LeftOut.TEXT if vouched is None else LeftOut.CHANGED_TEXT, record, 1)
            if waiting:
                self._leave(LeftOut.MARK, record, waiting)
            return ()
        self.printed[record.id, field] = reading.pieces(self._censor)
        return self.printed[record.id, field]
