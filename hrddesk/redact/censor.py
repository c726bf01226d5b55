"""Take out of a text whatever the profile does not let out, and leave places where labels will stand."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from copy import copy
from enum import StrEnum
from typing import Final, Self

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.records.scripts import Script, script_of
from hrddesk.redact.facts import Facts
from hrddesk.redact.folding import squeeze
from hrddesk.redact.found import BY_NAME, Found, Occurrence
from hrddesk.redact.matcher import KnownName, NameIndex, find_all, is_latin
from hrddesk.redact.model import Name
from hrddesk.redact.pieces import Piece, Pieces, Slot, Word
from hrddesk.redact.profiles import NameRule, Profile

UNSET_SCRIPTS: Final = frozenset({Script.TIBT, Script.ARAB, Script.MONG})
"""Scripts that pages do not set yet: names in them appear in Latin, else in Chinese, else as a label."""

_LEAST_TITLE: Final = 8  # letters of a source's title that is looked for; "Report" would be everywhere
_CHINESE: Final = frozenset({Script.HANS, Script.HANT, Script.HANI})
_LONGEST_NAME: Final = 4  # characters of a Chinese name; a longer one mostly says whose wife somebody is
_MOST_WORDS: Final = 2
_GONE: Final = b"\1"
_PARTIAL: Final = (Found.PART, Found.INITIALS)
_PEOPLE: Final = (Found.NAME, Found.WITHHELD)
_WORDS: Final = {
    Found.SOURCE: Word.SOURCE,
    Found.PLACE: Word.PLACE,
    Found.COORDINATES: Word.PLACE,
    Found.ADDRESS: Word.PLACE,
    Found.EMAIL: Word.CONTACT,
    Found.HANDLE: Word.CONTACT,
    Found.PHONE: Word.CONTACT,
    Found.IDENTITY_NUMBER: Word.NUMBER,
    Found.PLATE: Word.NUMBER,
    Found.BANK_CARD: Word.NUMBER,
    Found.PASSPORT: Word.NUMBER,
    Found.LINK: Word.LINK,
    Found.NETWORK: Word.NUMBER,
}


class Standing(StrEnum):
    """How a party stands in one publication."""

    NAMED = "named"
    LABELLED = "labelled"
    MENTIONED = "mentioned"  # not shown, but under one label wherever a text mentions it
    UNNAMED = "unnamed"  # not shown, and `[person]` in texts

    @property
    def shown(self) -> bool:
        """Whether facts and events of the party are published at all."""
        return self in (Standing.NAMED, Standing.LABELLED)

    @property
    def has_label(self) -> bool:
        """Whether a label belongs to the party."""
        return self in (Standing.LABELLED, Standing.MENTIONED)


def standings(
    facts: Facts, profile: Profile, label: Collection[RecordId], index: NameIndex
) -> dict[RecordId, Standing]:
    """Return how every party of the vault stands; those in `label` get one although they may be named."""
    made = {}
    for party in facts.all(Kind.PARTY):
        rule = profile.rule_for(party)
        allowed = profile.allows(party, "names") and rule is not NameRule.OMIT
        if party.id in label:
            made[party.id] = Standing.LABELLED if allowed else Standing.MENTIONED
        elif not allowed:
            made[party.id] = Standing.UNNAMED
        elif rule is NameRule.LABEL or not published_names(party, profile):
            made[party.id] = Standing.LABELLED
        else:
            made[party.id] = Standing.NAMED
    hidden = {party for party, standing in made.items() if standing is not Standing.NAMED}
    for party_id in made.keys() - hidden:
        if _tells_of(facts.records[party_id], profile, index, hidden):
            made[party_id] = Standing.LABELLED
    return made


def _tells_of(party: Record, profile: Profile, index: NameIndex, hidden: Set[RecordId]) -> bool:
    """Tell whether a party is called after somebody who may not be named: "the wife of ...", "... and Sons".

    The names of single people are not taken apart: a longer one is another person's.
    """
    for name in published_names(party, profile):
        if _describes(party, name):
            for found in index.find(name.text):
                if found.inside is not None and not hidden.isdisjoint(found.owners):
                    return True
    return False


def _describes(party: Record, name: Name) -> bool:
    if not _is_single(party):
        return True
    return len(name.text) > _LONGEST_NAME if name.script in _CHINESE else len(name.text.split()) > _MOST_WORDS


def published_names(party: Record, profile: Profile) -> tuple[Name, ...]:
    """Return the names that a named party appears under, main ones first, in scripts that can be set."""
    found = []
    for element in party.values("names"):
        text, script = str(element.get("name", "")).strip(), script_of(str(element.get("name", "")))
        kind = str(element.get("kind") or "main")
        if text and kind in profile.name_kinds and script not in UNSET_SCRIPTS:
            found.append((kind != "main", Name(text, script.value)))
    return tuple(dict.fromkeys(name for _, name in sorted(found, key=lambda item: item[0])))


def in_script(names: Collection[Name], *, chinese: bool) -> str:
    """Return the name to use in running text of one language."""
    fitting = [name for name in names if (name.script in _CHINESE) is chinese]
    return (fitting or list(names))[0].text


class Censor:
    """Redacts the texts of one publication."""

    def __init__(
        self, facts: Facts, profile: Profile, label: Collection[RecordId], involved: Collection[RecordId]
    ) -> None:
        """Learn all names of the vault; of the `involved` parties, parts of names are looked for as well.

        Parties in `label` get one although the profile would name them, and are involved wherever they stand.
        So is, in one text, whoever it names in full: parts of that name then tell of nobody else.
        """
        names = list(_known_names(facts, profile))
        self._pseudonymous = frozenset(name.owner for name in names if name.kind is Found.WITHHELD)
        self.index = NameIndex(names)
        self.standing: Mapping[RecordId, Standing] = standings(facts, profile, label, self.index)
        self._label = frozenset(label)
        self._involved = frozenset(involved) | self._label

    def about(self, involved: Collection[RecordId]) -> Self:
        """Return a censor of the same names for texts that are about other parties."""
        made = copy(self)
        made._involved = frozenset(involved) | self._label
        return made

    def redact(self, text: str) -> Pieces:
        """Return what may stay of a text."""
        return self.redact_found(text, find_all(text, self.index))

    def redact_found(self, text: str, found: Collection[Occurrence]) -> Pieces:
        """Return what may stay of a text in which these places were found."""
        pieces: list[Piece] = []
        at = 0
        for start, end, piece in self.taken(text, found):
            pieces += [text[at:start], piece]
            at = end
        return tuple(piece for piece in (*pieces, text[at:]) if piece != "")

    def taken(self, text: str, found: Collection[Occurrence]) -> list[tuple[int, int, Piece]]:
        """Return what has to go, each place from start up to end with what comes in its stead, in order."""
        here = named_in(found)
        said = [(item, self.instead(text, item, here)) for item in found]
        longer = {item.span: (item, piece) for item, piece in sorted(said, key=_comes_last)}
        made = [(*item.span, piece) for item, piece in said if item.inside is None and piece is not None]
        gone = bytearray(len(text))
        for start, end, _ in made:
            gone[start:end] = _GONE * (end - start)
        for item, piece in said:
            if item.inside is not None and piece is not None:
                for start, end in _sticking_out(text, gone, *_reach(text, item, *longer[item.inside])):
                    gone[start:end] = _GONE * (end - start)
                    made.append((start, end, Word.PERSON))
        return sorted(made, key=lambda item: item[:2])

    def instead(self, text: str, item: Occurrence, here: Set[RecordId] = frozenset()) -> Piece | None:
        """Return what stands in place of an occurrence; None where it stays as it is.

        `here` are those whom the text names in full, see `named_in`.
        """
        if item.kind not in BY_NAME:
            return _WORDS[item.kind]
        if any(self._hides_part(owner, item, here) for owner in item.partly):
            return Word.PERSON
        if item.kind in _PARTIAL:
            return None
        standing = {self.standing.get(owner) for owner in item.owners}
        if item.kind is Found.NAME and standing == {Standing.NAMED}:
            if script_of(text[item.start : item.end]) not in UNSET_SCRIPTS:
                return None
            return Slot(item.owners[0]) if len(item.owners) == 1 else Word.PERSON
        if item.kind in _PEOPLE and len(item.owners) == 1:
            owner = item.owners[0]
            return Slot(owner) if self.standing[owner].has_label else Word.PERSON
        return _WORDS.get(item.kind, Word.PERSON)

    def _hides_part(self, owner: RecordId, item: Occurrence, here: Set[RecordId]) -> bool:
        """Tell whether a part of this owner's name has to go.

        A part of a name that is kept back goes wherever its bearer is known to readers by another one: it
        would tell them who is behind that.
        """
        if self.standing[owner] is Standing.NAMED:
            return owner in item.kept
        return owner in self._involved or owner in here

    def told_by(self, piece: Piece) -> int:
        """Return how much is told in place of something: 0 by a word, 1 by a label, 2 by a name.

        A label that was asked for tells no more than a word: whoever asks for it decides that.
        """
        if isinstance(piece, Slot) and piece.party not in self._label:
            return 2 if self.standing[piece.party] is Standing.NAMED else 1
        return 0

    def may_mean(self, item: Occurrence, here: Set[RecordId]) -> tuple[RecordId, ...]:
        """Return who may not be named and yet may be meant by a place that stays: a reader has to decide.

        Parts of names may mean anybody in the vault; initials, and what ordinary words look like, only
        those whom the text has to do with, or every text would be full of them.
        """
        near = self._involved | here
        parts = (owner for owner in item.partly if item.kind is Found.PART or owner in near)
        owners = [owner for owner in parts if self.standing[owner] is not Standing.NAMED]
        for owner in item.maybe:
            if owner in near and (self.standing[owner] is not Standing.NAMED or owner in self._pseudonymous):
                owners.append(owner)
        return tuple(owners)


def _comes_last(said: tuple[Occurrence, Piece | None]) -> bool:
    return said[0].inside is None


def _reach(text: str, item: Occurrence, longer: Occurrence, piece: Piece | None) -> tuple[int, int]:
    """Return up to where an occurrence that has to go makes others go with it.

    Where a longer name may be published and this one may not, nobody can tell without spaces between words
    which of the two is meant; a part of a name that lies in a whole one is part of that.
    """
    within = longer.start <= item.start and item.end <= longer.end
    whole = longer.kind not in _PARTIAL
    if piece is not None:
        return item.span
    if within and whole and (item.kind in _PARTIAL or is_latin(text[item.start : item.end])):
        return item.start, item.start
    return min(longer.start, item.start), max(longer.end, item.end)


def _sticking_out(text: str, gone: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what of a place is not gone yet, without the separators around it."""
    for run in re.finditer(b"\0+", gone[start:end]):
        first, last = start + run.start(), start + run.end()
        while first < last and _separates(text[first]):
            first += 1
        while first < last and _separates(text[last - 1]):
            last -= 1
        if first < last:
            yield first, last


def _separates(character: str) -> bool:
    return unicodedata.category(character)[0] in "PZ"


def named_in(found: Iterable[Occurrence]) -> frozenset[RecordId]:
    """Return whom a text names in full."""
    return frozenset(owner for item in found if item.kind in _PEOPLE for owner in item.owners)


def _is_single(party: Record) -> bool:
    return party.text("kind") not in ("group", "organisation", "authority")


def _known_names(facts: Facts, profile: Profile) -> Iterator[KnownName]:
    """Yield every name of every party, and what would name a source or a place that is kept back."""
    for party in facts.all(Kind.PARTY):
        for element in party.values("names"):
            name, kind = str(element.get("name", "")), str(element.get("kind") or "main")
            found = Found.NAME if kind in profile.name_kinds else Found.WITHHELD
            yield KnownName(party.id, name, str(element.get("script", "")), found, _is_single(party))
    for source in facts.all(Kind.SOURCE):
        yield KnownName(source.id, source.text("code_name"), "", Found.SOURCE, False)
        if len(squeeze(source.text("title"))) >= _LEAST_TITLE:
            yield KnownName(source.id, source.text("title"), "", Found.SOURCE, False)
    for place in facts.all(Kind.PLACE):
        for field in ("name", "name_zh"):
            if not profile.allows(place, field):
                yield KnownName(place.id, place.text(field), "", Found.PLACE, False)
