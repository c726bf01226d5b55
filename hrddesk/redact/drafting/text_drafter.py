"""Drafts of free texts that are in the publication's languages and were reviewed for its profile."""

from collections.abc import Callable, Mapping

from hrddesk.records.language.labels import Chain
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.texts import in_languages, text_of, texts_of
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.unprinted import unprinted
from hrddesk.redact.facts.facts import Facts, TextKey
from hrddesk.redact.passages.pieces import Pieces
from hrddesk.redact.passages.wording import TextDecisions
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.texts import ExaminedText, still_vouched_for

_BETWEEN = "\n\n"


class TextDrafter:
    """Drafts free texts under one profile.

    `leave` is called for withheld texts with the reason, the record and the number of them.
    """

    def __init__(
        self,
        facts: Facts,
        profile: Profile,
        censor: Censor,
        reviews: Mapping[TextKey, str],
        wordings: Mapping[TextKey, TextDecisions],
        languages: Chain,
        leave: Callable[[LeftOut, Record, int], None],
    ) -> None:
        self._facts, self._profile, self._censor = facts, profile, censor
        self._reviews, self._wordings = reviews, wordings
        self._languages, self._leave = languages, leave
        self.printed: dict[TextKey, Pieces] = {}
        """The free texts that are printed."""
        self.unprinted: dict[TextKey, Mapping[str, str]] = {}
        """The texts that are withheld because of scripts without a font, with the result of `unprinted` for
        each.
        """

    def of(self, record: Record) -> Pieces:
        """Return the texts of a record in the languages of the publication, one below the other.

        If the text that fits best waits for its review, a reviewed version of it is printed instead, such as
        an earlier translation.
        """
        admitted = [text for text in texts_of(record) if self._profile.admits_text(record, text.field)]
        preferred_texts, missing = in_languages(admitted, self._languages)
        chosen, _ = in_languages(admitted, self._languages, lambda text: self._stands(record, text.field))
        if missing:
            self._leave(LeftOut.LANGUAGE, record, len(missing))
        if waiting := [text for text in preferred_texts if text not in chosen]:
            self._leave(LeftOut.NEWER_TEXT, record, len(waiting))
        drafted: Pieces = ()
        for text in chosen:
            pieces = self.reviewed(record, text.field)
            drafted = (*drafted, _BETWEEN, *pieces) if drafted and pieces else drafted or pieces
        return drafted

    def _stands(self, record: Record, field: str) -> bool:
        """Tell whether a text may be published: it was reviewed, and the review is still valid."""
        vouched = self._reviews.get((record.id, field))
        if vouched is None:
            return False
        nearby, reading = self._read(record, field)
        stands = not reading.undecided(nearby) and still_vouched_for(vouched, nearby, reading)
        return stands and not self._without_font(record, field, reading)

    def reviewed(self, record: Record, field: str) -> Pieces:
        """Return the pieces of a free text if it was reviewed for this profile and did not change since.

        Otherwise return no pieces, and count the text as withheld.
        """
        vouched = self._reviews.get((record.id, field))
        nearby, reading = self._read(record, field)
        waiting = reading.undecided(nearby)
        if vouched is None or waiting or not still_vouched_for(vouched, nearby, reading):
            self._leave(LeftOut.TEXT if vouched is None else LeftOut.CHANGED_TEXT, record, 1)
            if waiting:
                self._leave(LeftOut.MARK, record, waiting)
            return ()
        if self._without_font(record, field, reading):
            return ()
        self.printed[record.id, field] = reading.pieces(self._censor)
        return self.printed[record.id, field]

    def _without_font(self, record: Record, field: str, reading: ExaminedText) -> bool:
        """Tell whether letters without a font would be printed; if so, note the text."""
        scripts = unprinted((reading.worded.text,)) and unprinted(reading.pieces(self._censor))
        if scripts:
            self.unprinted[record.id, field] = scripts
        return bool(scripts)

    def _read(self, record: Record, field: str) -> tuple[Censor, ExaminedText]:
        """Examine a text as its reviewer saw it; return the censor for the text and the examined text.

        The reviewer was asked about the people of the text's own case. If the publication has other cases
        too, their people can only reduce what is printed of the text.
        """
        text = text_of(record, field)
        wording = self._wordings.get((record.id, field), TextDecisions(text)).fit(text)
        case = self._facts.records.get(RecordId(record.text("case")), record)
        near = involved_in(self._facts, (case, record))
        nearby = self._censor.about(near, case.id, printing=self._censor)
        return nearby, ExaminedText.of(wording, nearby, text=(record, field))
