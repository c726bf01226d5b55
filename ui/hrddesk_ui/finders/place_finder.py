"""The search for places in fields, by name, alias or pinyin; and the words for the place of an event."""

from functools import cached_property

from hrddesk.actions.records import places
from hrddesk.actions.records.gazetteer import Gazetteer, PlaceRow
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import ranking
from hrddesk.records.terms import countries
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.forms.place_edit import PlaceChoice, new_choice
from hrddesk_ui.words.language import shown_chain

MOST_FOUND = 20
_SAID = 6  # so many of them are words that were typed before, where there are as many


class PlaceFinder:
    """The search for places.

    The first search reads all places through the connection of the window's thread.
    """

    def __init__(self, reader: Store) -> None:
        self._reader = reader

    def read_anew(self) -> None:
        """Drop the places that were read, so that the next search reads them again."""
        for name in ("gazetteer", "_said"):
            vars(self).pop(name, None)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """All places of the vault, and shipped places that are stored only when one is chosen."""
        return Gazetteer(self._reader, with_shipped=True)

    def find(self, text: str) -> list[PlaceChoice]:
        """Return the places that match the text, then similar words that were typed for places before.

        At most twenty choices are returned.
        """
        place_choices = [choice_of(row) for row in self.gazetteer.find(text)]
        ranked_words = ranking.ranked(text, self._said, lambda words: [words])
        word_choices = [PlaceChoice(None, words, words) for words, _ in ranked_words if words != text.strip()]
        return [*place_choices[: MOST_FOUND - min(len(word_choices), _SAID)], *word_choices][:MOST_FOUND]

    def find_or_new(self, text: str) -> list[PlaceChoice]:
        """Return what `find` returns, and at the end a new place with this name."""
        return [*self.find(text), new_choice(new_id(), text.strip())]

    def meant(self, text: str) -> list[PlaceChoice]:
        """Return the places that the whole text can mean."""
        rows = map(self.gazetteer.row, self.gazetteer.meant(text))
        return [choice_of(row) for row in rows if row is not None]

    @cached_property
    def _said(self) -> list[str]:
        return places.said_before(self._reader)

    def choice(self, place: str) -> PlaceChoice | None:
        """Return the choice for a stored place; None if it was deleted or `place` is ""."""
        row = self.gazetteer.row(RecordId(place)) if place else None
        return None if row is None else choice_of(row)


def choice_of(row: PlaceRow) -> PlaceChoice:
    """Return the choice for a place, with its name in the languages of the window."""
    chain = shown_chain()
    return PlaceChoice(row.id, row.labels.text(chain), row.path(chain))


def facility_of(reader: Store, event: Record) -> str:
    """Return the kind of facility in which an event happened.

    If the event does not state the kind, it follows from the kind of the event's place.
    """
    place = reader.find(event.text("place")) if event.text("place") else None
    if event.text("facility") or place is None:
        return event.text("facility")
    words, case = reader.words(), reader.find(event.text("case"))
    kind = words.counted("place_kind", place.text("kind"))
    country = ("" if case is None else case.text("country")) or event.text("country")
    return countries.facility_of_place(country, words.counted("event_type", event.text("type")), kind)


def place_words(reader: Store, event: Record) -> str:
    """Return the words typed for an event's place; without words, return the name of its place record."""
    place_text, place = event.text("place_text"), event.text("place")
    place_record = reader.find(place) if place and not place_text else None
    return place_text if place_record is None else place_record.labels.text(shown_chain())
