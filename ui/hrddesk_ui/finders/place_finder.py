"""Find places for a field that asks for one, by name, alias or pinyin."""

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
    """The search for places; the first search reads all places through the window's own connection."""

    def __init__(self, reader: Store) -> None:
        self._reader = reader

    def read_anew(self) -> None:
        """Drop what was read, so that the next search reads the present state."""
        for name in ("gazetteer", "_said"):
            vars(self).pop(name, None)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """All places of the vault, read once, and shipped ones, which are stored only when one is chosen."""
        return Gazetteer(self._reader, with_shipped=True)

    def find(self, text: str) -> list[PlaceChoice]:
        """Return the first twenty matching places, then matching words that were typed for places before."""
        place_choices = [choice_of(row) for row in self.gazetteer.find(text)]
        ranked_words = ranking.ranked(text, self._said, lambda words: [words])
        word_choices = [PlaceChoice(None, words, words) for words, _ in ranked_words if words != text.strip()]
        return [*place_choices[: MOST_FOUND - min(len(word_choices), _SAID)], *word_choices][:MOST_FOUND]

    def find_or_new(self, text: str) -> list[PlaceChoice]:
        """Return the result of `find`, and last a new place of that name."""
        return [*self.find(text), new_choice(new_id(), text.strip())]

    def meant(self, text: str) -> list[PlaceChoice]:
        """Return the places that a text can mean as a whole."""
        rows = map(self.gazetteer.row, self.gazetteer.meant(text))
        return [choice_of(row) for row in rows if row is not None]

    @cached_property
    def _said(self) -> list[str]:
        return places.said_before(self._reader)

    def choice(self, place: str) -> PlaceChoice | None:
        """Return a stored place; None if it was deleted, or the field is empty."""
        row = self.gazetteer.row(RecordId(place)) if place else None
        return None if row is None else choice_of(row)


def choice_of(row: PlaceRow) -> PlaceChoice:
    """Return a place with its name in the languages of the window."""
    chain = shown_chain()
    return PlaceChoice(row.id, row.labels.text(chain), row.path(chain))


def facility_of(reader: Store, event: Record) -> str:
    """Return the kind of facility that an event names, else the kind of its place."""
    place = reader.find(event.text("place")) if event.text("place") else None
    if event.text("facility") or place is None:
        return event.text("facility")
    words, case = reader.words(), reader.find(event.text("case"))
    kind = words.counted("place_kind", place.text("kind"))
    country = ("" if case is None else case.text("country")) or event.text("country")
    return countries.facility_of_place(country, words.counted("event_type", event.text("type")), kind)


def place_words(reader: Store, event: Record) -> str:
    """Return the typed words for an event's place, else the name of its place record."""
    place_text, place = event.text("place_text"), event.text("place")
    place_record = reader.find(place) if place and not place_text else None
    return place_text if place_record is None else place_record.labels.text(shown_chain())
