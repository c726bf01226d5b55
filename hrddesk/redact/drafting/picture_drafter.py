"""Drafts of pictures that were reviewed for the profile and show nobody who must not be seen."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.drafting.draft import DraftPicture
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.pictures import (
    PictureState,
    Retouched,
    captured_as,
    cases_in,
    depicted_in,
    faces_in,
    may_show,
    pieces,
)
from hrddesk.redact.drafting.unprinted import unprinted
from hrddesk.redact.facts.facts import Facts, TextKey
from hrddesk.redact.people.consenting import may_be_pictured
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.censor import Censor

_NOT_REVIEWED: Final = {
    PictureState.UNREVIEWED: LeftOut.PICTURE,
    PictureState.CHANGED: LeftOut.CHANGED_PICTURE,
    PictureState.OPEN: LeftOut.OTHERS,
}


class PictureDrafter:
    """Drafts pictures under one profile.

    `leave` is called for each withheld picture, with the reason and the evidence.
    """

    def __init__(
        self,
        facts: Facts,
        profile: Profile,
        censor: Censor,
        pictures: Mapping[RecordId, Retouched],
        today: date,
        leave: Callable[[LeftOut, Record], None],
    ) -> None:
        self._facts, self._profile, self._censor = facts, profile, censor
        self._pictures, self._today, self._leave = pictures, today, leave
        self.unprinted: dict[TextKey, Mapping[str, str]] = {}
        """The scripts because of which the words of a picture are withheld, with the first such words."""

    def of(self, case: Record) -> Iterator[DraftPicture]:
        """Yield the drafts of the pictures of a case that may be published."""
        for evidence, retouched in self._pictures.items():
            record = self._facts.records.get(evidence)
            if (
                record is None
                or case.id not in record.cases
                or not may_show(self._facts, self._profile, record)
            ):
                continue
            why = self._kept_back(record, retouched)
            if why is not None:
                self._leave(why, record)
                continue
            alt, caption = (pieces(text, self._censor) for text in (retouched.alt, retouched.caption))
            if scripts := unprinted((*alt, *caption)):
                self.unprinted[evidence, "caption" if unprinted(caption) else "alt"] = scripts
                continue
            yield DraftPicture(evidence, alt, caption, captured_as(record, self._profile))

    def _kept_back(self, record: Record, retouched: Retouched) -> LeftOut | None:
        cases = cases_in(self._facts, record)
        nearby = self._censor.about(involved_in(self._facts, cases), printing=self._censor)
        state = retouched.state(record, nearby)  # as its reader was asked
        if state is not PictureState.REVIEWED:
            return _NOT_REVIEWED[state]
        depicted = depicted_in(self._facts, record)
        people = [party for case in cases for party in self._facts.people_of(case)]
        if not may_be_pictured((*people, *depicted), self._today):
            return LeftOut.UNPICTURED
        standing = self._censor.standing
        unnamed = (
            one for one in faces_in(self._facts, record) if standing.get(one) is not PartyStanding.NAMED
        )
        return None if all(map(retouched.covers, unnamed)) else LeftOut.FACE
