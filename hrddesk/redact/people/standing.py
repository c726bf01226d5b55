"""How each party appears in one publication: by name, under a label, or not at all."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Final

from hrddesk.records.language import captions, languages
from hrddesk.records.language.languages import Topic, Wordlist
from hrddesk.records.language.scripts import Script, is_chinese, is_han, script_of
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names.names import split_name
from hrddesk.records.texts import wordings
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.matcher import NameIndex, PartsOf, everybody
from hrddesk.redact.detection.ordinary import WORD
from hrddesk.redact.detection.villages import is_of_township
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.model.case_sheet import Name
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence
from hrddesk.redact.profile.profiles import NameRule, Profile

CHINESE: Final = frozenset({Script.HANS, Script.HANT, Script.HANI})
"""Scripts of Chinese names."""
_COMMON: Final = 2  # other people whose longer names hold a short one, so that it is an ordinary name
_SURNAME_AND_GIVEN: Final = 2  # characters of a short Chinese name
_OF_NAMES: Final = "al el bin bint ibn ben abu de del della da di do dos du la le van von der den ter zu y"
_PARTICLES: Final = frozenset(_OF_NAMES.split())
_KIN: Final = frozenset({Topic.KIN})
_AUTHORITY: Final = "authority"


class PartyStanding(StrEnum):
    """The ways in which a party may appear in one publication."""

    NAMED = "named"
    LABELLED = "labelled"
    MENTIONED = "mentioned"  # not shown, but under one label wherever a text mentions it
    UNNAMED = "unnamed"  # not shown, and `[person]` in texts
    BESIDE = "beside"  # the same, only for the role in the cases, see `appearing`

    @property
    def shown(self) -> bool:
        """Whether facts and events of the party are published at all."""
        return self in (PartyStanding.NAMED, PartyStanding.LABELLED)

    @property
    def has_label(self) -> bool:
        """Whether the party has a label."""
        return self in (PartyStanding.LABELLED, PartyStanding.MENTIONED)


@dataclass(frozen=True, slots=True)
class Standings:
    """The standing of every party, and the decisions about names that contain other names."""

    of: Mapping[RecordId, PartyStanding]
    names: Mapping[RecordId, tuple[Name, ...]]
    """The printable names of everybody whom the profile names, also of people who get a label here."""
    called_after: frozenset[RecordId]
    """The people who have a label only because their name contains the name of a person who may not be named,
    or of a village.
    """
    let_through: frozenset[str]
    """Folded names that contain the name of another person and are printed nevertheless."""


class _Holds(Enum):
    """The possible meanings of a name that is found inside another name."""

    SAME_WORD = 0  # a surname, or a name that many have
    ALIKE = 1  # may be another person's, may be somebody called after the first
    CALLED_AFTER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A name that was found inside a longer name; `name` is the longer name."""

    name: str
    owners: tuple[RecordId, ...]
    kept: bool
    """Whether the inner name is a withheld name, whoever bears it."""
    how: _Holds
    whole: bool
    """Whether the inner name is a whole name, not a part of one."""


def standings(
    facts: Facts,
    profile: Profile,
    label: Collection[RecordId],
    decided: Collection[RecordId],
    index: NameIndex,
    beside: Collection[RecordId] = (),
    parts_of: PartsOf = everybody,
) -> Standings:
    """Return the standing of every party of the vault.

    Parties in `label` get a label although they may be named. Parties in `beside` do not appear, because of
    their role in the cases.

    The name of a party may contain the whole name of somebody who may not be named, as "the wife of ..."
    does. The party always gets a label if its name certainly refers to this person. That is certain if words
    of kinship or similar words are beside the inner name, if the party's name adds one character to a whole
    Chinese name, or if the party is not a single person.

    In other cases the two names may be independent, as "Tenzin" and "Tenzin Dorje" are. Then the party gets
    a label unless the user `decided` to name it, or the inner name is common: a single word, or two Chinese
    characters, in the names of two or more further people. A bare surname, or a part of the name of somebody
    whom `parts_of` includes, matters only beside words of kinship.

    Unless the user `decided` to name it, a party also gets a label if its published name contains another
    name of its own that the profile withholds. In a publication with labels, the same applies to an authority
    named after a township or village: its name reveals a place finer than a county.
    """
    standing_by_party, names = {}, {}
    for party in facts.all(Kind.PARTY):
        may_appear = facts.may_appear(party, profile)
        allowed = may_appear and party.id not in beside
        published = names_let_out(party, profile) if allowed else ()
        if published:
            names[party.id] = published
        if party.id in label and party.id not in facts.withheld:
            standing_by_party[party.id] = PartyStanding.LABELLED if allowed else PartyStanding.MENTIONED
        elif not allowed:
            standing_by_party[party.id] = PartyStanding.BESIDE if may_appear else PartyStanding.UNNAMED
        else:
            standing_by_party[party.id] = PartyStanding.NAMED if published else PartyStanding.LABELLED
    finer = {
        party
        for party, standing in standing_by_party.items()
        if standing is PartyStanding.NAMED and profile.labels_people and party not in decided
        if facts.records[party].text("kind") == _AUTHORITY
        if any(is_of_township(name.text) for name in names[party])
    }
    standing_by_party |= dict.fromkeys(finer, PartyStanding.LABELLED)
    looked = _HeldNames(facts, profile, index, parts_of)
    inner_by_party = {
        party: inner_names
        for party, standing in standing_by_party.items()
        if standing is PartyStanding.NAMED and (inner_names := list(looked.held_by(party, names[party])))
    }
    called_after = finer
    while True:  # whoever gets a label may stand in the next one's name
        more = {
            party
            for party, inner_names in inner_by_party.items()
            if standing_by_party[party] is PartyStanding.NAMED
            and any(_tells(item, standing_by_party, decided=party in decided) for item in inner_names)
        }
        if not more:
            break
        called_after |= more
        standing_by_party |= dict.fromkeys(more, PartyStanding.LABELLED)
    through = {
        squeeze(item.name)
        for party in inner_by_party.keys() - called_after
        for item in inner_by_party[party]
        if item.whole and _is_hidden(item, standing_by_party)
    }
    return Standings(standing_by_party, names, frozenset(called_after), frozenset(through))


def _tells(inner_name: _Held, standing: Mapping[RecordId, PartyStanding], *, decided: bool) -> bool:
    """Tell whether a name must not be printed because it contains `inner_name`."""
    if not _is_hidden(inner_name, standing):
        return False
    return inner_name.how is _Holds.CALLED_AFTER or (inner_name.how is _Holds.ALIKE and not decided)


def _is_hidden(inner_name: _Held, standing: Mapping[RecordId, PartyStanding]) -> bool:
    return inner_name.kept or any(
        standing.get(owner) is not PartyStanding.NAMED for owner in inner_name.owners
    )


class _HeldNames:
    """A search for names inside the names of parties."""

    def __init__(self, facts: Facts, profile: Profile, index: NameIndex, parts_of: PartsOf) -> None:
        self._facts, self._profile = facts, profile
        self._index, self._parts_of = index, parts_of

    def held_by(self, party: RecordId, names: Iterable[Name]) -> Iterator[_Held]:
        """Yield the names inside the published names of a party: names of others, and its own withheld
        names.
        """
        record = self._facts.records[party]
        single, own = is_single(record), self._kept_back(record)
        for name in names:
            letters = squeeze(name.text)
            for item in self._index.everything_in(name.text, self._parts_of):
                short = squeeze(name.text[item.start : item.end])
                if short in own and len(short) < len(letters):
                    yield _Held(name=name.text, owners=(party,), kept=True, how=_Holds.ALIKE, whole=True)
                owners = tuple(owner for owner in (item.owners or item.partly) if owner != party)
                if (
                    not owners
                    or len(short) >= len(letters)
                    or item.kind in (IdentifierKind.SOURCE, IdentifierKind.PLACE)
                ):
                    continue
                is_withheld = item.kind is IdentifierKind.WITHHELD
                how = self._how(party, name, item, short, single=single)
                yield _Held(name=name.text, owners=owners, kept=is_withheld, how=how, whole=bool(item.owners))

    def _kept_back(self, party: Record) -> frozenset[str]:
        """Return the folded names of a party that the profile withholds."""
        return frozenset(
            squeeze(str(element.get("name") or ""))
            for element in party.values("names")
            if str(element.get("kind") or "main") not in self._profile.name_kinds
        )

    def _how(self, party: RecordId, name: Name, item: Occurrence, short: str, *, single: bool) -> _Holds:
        if not item.owners:  # a part of a name: "Lunt's wife", and every other Lunt
            kin = single and _names_kin(name.text[: item.start], name.text[item.end :])
            return _Holds.ALIKE if kin else _Holds.SAME_WORD
        related = _speaks_of_relation(name.text, item.start, item.end)
        if self._is_surname(item.owners, short):
            return _Holds.ALIKE if related else _Holds.SAME_WORD
        chinese = all(map(is_han, short))
        is_whole_chinese = chinese and len(short) > _SURNAME_AND_GIVEN
        if related or not single or (is_whole_chinese and len(squeeze(name.text)) == len(short) + 1):
            return _Holds.CALLED_AFTER
        words = len(name.text[item.start : item.end].split())
        if not is_whole_chinese and words == 1 and self._is_common(party, item.owners, short):
            return _Holds.SAME_WORD
        return _Holds.ALIKE

    def _is_surname(self, owners: Iterable[RecordId], short: str) -> bool:
        """Tell whether each owner of a short name has a name that is only a surname.

        A short name that is not in Latin letters must be a bare surname itself, too.
        """
        return all(
            any(_is_bare_surname(text) for text in _names_of(self._facts.records[owner])) for owner in owners
        ) and (short.isascii() or _is_bare_surname(short))

    def _is_common(self, party: RecordId, owners: Collection[RecordId], short: str) -> bool:
        """Tell whether a short name is common: a part of the longer names of at least two further people."""
        others = set[RecordId]()
        for bearer, kind, text, _ in self._facts.called():
            if bearer != party and bearer not in owners and _is_of_one(kind) and _has_as_part(text, short):
                others.add(bearer)
                if len(others) == _COMMON:
                    return True
        return False


def _has_as_part(name: str, short: str) -> bool:
    """Tell whether a short name is a part of a name, without words of kinship beside it."""
    if short.isascii():
        places = [match.span() for match in re.finditer(r"\S+", name) if squeeze(match[0]) == short]
    else:
        places = [match.span() for match in re.finditer(re.escape(short), name)]
    return any(end - start < len(name) and not _speaks_of_relation(name, start, end) for start, end in places)


def _speaks_of_relation(name: str, start: int, end: int) -> bool:
    """Tell whether the words around `name[start:end]` state a relationship to the person named there."""
    before, after = name[:start], name[end:]
    # Names have capitals; a word without one, but for the particles of names, is an ordinary word.
    capitals = name != name.lower()
    words = WORD.findall(f"{before} {after}")
    ordinary = (word for word in words if word.islower() and word not in _PARTICLES)
    return _names_kin(before, after) or (capitals and any(ordinary))


def _names_kin(before: str, after: str) -> bool:
    """Tell whether the text before or after a name has a word of kinship, a similar word or a genitive."""
    rest = f"{before} {after}"
    spaced, unspaced = _beside()
    words = (word.lower() for word in WORD.findall(rest))
    if unspaced.search(rest) is not None or not spaced.isdisjoint(words):
        return True
    return bool(wordings.find(rest, _KIN))


@cache
def _beside() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return words of kinship and similar words, and a pattern for such words in Chinese."""
    spaced = frozenset(word for word in languages.listed(Wordlist.BESIDE) if not is_chinese(word))
    return spaced, re.compile(languages.alternatives(Wordlist.BESIDE, fits=is_chinese))


def _is_bare_surname(text: str) -> bool:
    letters = squeeze(text)
    if not letters or not all(map(is_han, letters)):
        return False
    return len(letters) == 1 or split_name(letters + letters[-1])[0] == letters


def _names_of(party: Record) -> list[str]:
    return [str(element.get("name", "")) for element in party.values("names")]


def is_single(party: Record) -> bool:
    """Tell whether a party is one person: the name of a group or an office has no given name and surname."""
    return _is_of_one(party.text("kind"))


def _is_of_one(kind: str) -> bool:
    return kind not in ("group", "organisation", "authority")


def names_let_out(party: Record, profile: Profile) -> tuple[Name, ...]:
    """Return the names that a profile prints for a party; none if it gives the party a label."""
    if not profile.shows(party) or profile.rule_for(party) is NameRule.LABEL:
        return ()
    return published_names(party, profile)


def published_names(party: Record, profile: Profile) -> tuple[Name, ...]:
    """Return the names under which a named party appears, the main ones first.

    Of names that readers take for the same, only one is returned: the simplified form of a Chinese name
    stands for the traditional form, too.
    """
    ranked_names = []
    for element in party.values("names"):
        text, script = str(element.get("name", "")).strip(), script_of(str(element.get("name", "")))
        kind = str(element.get("kind") or "main")
        if text and kind in profile.name_kinds:
            ranked_names.append((kind != "main", script is Script.HANT, Name(text, script.value)))
    once: dict[str, Name] = {}
    for *_, name in sorted(ranked_names, key=lambda item: item[:2]):
        once.setdefault(squeeze(name.text), name)
    return tuple(once.values())


def scripts_of(language: str) -> frozenset[Script]:
    """Return the scripts in which names are written in a text of a language."""
    script = captions.script_of(language)
    return CHINESE if script in CHINESE else frozenset({script})


def in_language(names: Collection[Name], language: str) -> str:
    """Return the form of a name for running text in a language.

    It is a form in the script of the language, otherwise in Latin letters, otherwise in another script.
    """
    own = scripts_of(language)

    def liking(name: Name) -> int:
        if name.script in own:
            return 0
        if name.script in CHINESE:
            return 3
        return 1 if name.script == Script.LATN else 2

    return min(names, key=liking).text
