"""The people in a text, by rules that can be explained, with the passages that name each person.

A name with another name in brackets is that of a person if one of the two is the pinyin of the other. Only
this distinguishes 籍朔 in "Ji Shuo (籍朔)" from a magazine, an organisation or a term. A name without pinyin
(Tibetan or Uyghur) is proposed if a word for a person precedes the name and no word in the name means an
organisation or the like.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from hrddesk.analysis.pasted_reports import lists, surnames
from hrddesk.analysis.pasted_reports.passages import QuotedPassage, passage
from hrddesk.records.language import languages
from hrddesk.records.language.languages import ReportList
from hrddesk.records.model.record import Element
from hrddesk.records.names import names
from hrddesk.records.names.names import normalise, script_of
from hrddesk.records.terms import vocabulary

# All of it bounded: a text may be megabytes of one letter.
_WORD: Final = r"[A-Z][A-Za-zÀ-ÿ]{0,30}(?:['’\-][A-Za-zÀ-ÿ]{1,30}){0,3}"
_LATIN: Final = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,4}}"
_HAN: Final = r"[\u3400-\u9fff]{1,12}(?:[·•・‧][\u3400-\u9fff]{1,12}){0,3}"
_LATIN_THEN_HAN: Final = re.compile(
    rf"(?P<latin>{_LATIN})\s{{0,9}}[(（]\s{{0,9}}(?P<han>{_HAN})\s{{0,9}}[)）]"
)
_HAN_THEN_LATIN: Final = re.compile(
    rf"(?P<han>{_HAN})\s{{0,9}}[(（]\s{{0,9}}(?P<latin>{_LATIN})\s{{0,9}}[)）]"
)
_TWO_WORDS: Final = re.compile(r"\b(?=([A-Z][a-z]{1,12})[ \u00a0]([A-Z][a-z]{1,12}(?:['’][a-z]{1,6})?)\b)")
_AGED: Final = re.compile(
    rf"\b(?P<latin>{_WORD}(?:[ \u00a0]{_WORD}){{1,4}})(?=, (?:aged )?[1-9]\d(?:[ -]years?[ -]old)?, )"
)

# What says that the name after it belongs to somebody who was named before, and as what.
_ALSO: Final = (
    (r"a\.?k\.?a\.?|also known as|known as|alias", ReportList.ALIASES, "alias"),
    ("real name(?: is| was)?|born", ReportList.REAL_NAMES, "real"),
    ("pen name(?: is)?|writes as", ReportList.PEN_NAMES, "pen"),
    ("formerly", ReportList.FORMER_NAMES, "former"),
)


@cache
def _also() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?:{words}|{languages.alternatives(listed)})[\s,:：“\"]*$", re.IGNORECASE), kind)
        for words, listed, kind in _ALSO
    )


_LOOK_BACK: Final = 60  # characters before such words
_WORDS: Final = re.compile(r"\w+")

_LISTS: Final = lists.load()
_NO_PERSON: Final = frozenset(_LISTS["no_person"])
_NO_PERSON_HAN: Final = re.compile(f"(?:{'|'.join(_LISTS['no_person_zh'])})$")
_OFFICES: Final = frozenset({"police"})  # the name of a person may follow
_NO_NAME: Final = frozenset(_LISTS["no_name"])
_ROLES: Final = frozenset(_LISTS["roles"])
_HAN_ROLES: Final = "|".join(_LISTS["roles_zh"])
_AFTER: Final = r"，|,|、|。|；|：|（|\(|\s|$"
_TRANSCRIBED: Final = f"[{''.join(_LISTS['transcribed_zh'])}]"
_DOTTED: Final = re.compile(
    rf"(?P<han>{_TRANSCRIBED}{{1,8}}(?:[·•・‧]{_TRANSCRIBED}{{1,8}}){{1,3}})"
    rf"(?:\s{{0,3}}[(（]\s{{0,3}}(?P<latin>{_LATIN})\s{{0,3}}[)）])?"
)
"""A name of another language with dots between its parts, with or without its Latin form."""
_PLACE_BEFORE: Final = re.compile(f"^(?:{'|'.join(_LISTS['places_zh'])})(?=.)")
_TITLE_BEFORE: Final = re.compile(r"(?:[A-Z][A-Za-z]{1,20}[ \u00a0]){1,3}$")


@cache
def _han_alone() -> re.Pattern[str]:
    """Return a pattern for a Chinese name after a role, or before a title."""
    name = rf"{surnames.han()}[\u4e00-\u9fff]{{1,2}}?"
    titled, behind = map(languages.alternatives, (ReportList.TITLED, ReportList.BEHIND_NAMES))
    return re.compile(
        rf"(?:(?:{_HAN_ROLES})(?P<after>{name})(?={_AFTER}|{behind}))"
        rf"|(?:(?<![\u4e00-\u9fff])(?P<before>{name})(?={titled}))"
    )


@dataclass(slots=True)
class ReportedPerson:
    """A person in a text, with all names of the person and all passages that contain one of the names."""

    names: list[Element]
    passages: list[QuotedPassage] = field(default_factory=list)
    is_certain: bool = True
    """Whether two of the names confirm each other, or a word for a person is next to one of the names."""
    occupations: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name that the text gives first."""
        return str(self.names[0]["name"])

    @property
    def surname(self) -> str:
        """The surname by which the text may later call the person; empty if unknown."""
        latin = next((str(e["name"]) for e in self.names if e["script"] == "Latn"), "")
        return surnames.surname_of(latin.split(" "))

    def is_called(self, name: str) -> bool:
        """Tell whether `name` is one of the person's names."""
        form = normalise(name)
        return any(normalise(str(element["name"])) == form for element in self.names)


def people_of(text: str) -> list[ReportedPerson]:
    """Return the people of a text, in the order in which they are first named."""
    roll = _Roll(text)
    taken_until = 0  # by their beginnings, so that only the last one can be met again
    for start, end, name_list, certain in sorted(_named(text), key=lambda item: (item[0], -item[1])):
        if start < taken_until:
            continue
        taken_until = end
        roll.add(passage(text, start, end), name_list, certain)
    ends = sorted(where.end for person in roll.people for where in person.passages)
    for person in roll.people:
        person.passages.sort(key=lambda item: item.start)
        first = person.passages[0].start
        ends_before = bisect_right(ends, first)
        occupations = [*_occupations_before(text, ends[ends_before - 1] if ends_before else 0, first)][::-1]
        for where in person.passages:
            occupations.extend(_occupations_behind(text, where.end))
        person.occupations.extend(dict.fromkeys(occupations))
    return sorted(roll.people, key=lambda person: person.passages[0].start)


_Named = tuple[int, int, list[str], bool]


def _named(text: str) -> Iterator[_Named]:
    """Yield each possible name in a text: start, end, the name in one or two scripts, and if it is certain.

    Names in two scripts are yielded first.
    """
    for pattern in (_LATIN_THEN_HAN, _HAN_THEN_LATIN):
        for match in pattern.finditer(text):
            name_pair = _pair(match["latin"], match["han"], han_is_whole=pattern is _LATIN_THEN_HAN)
            if name_pair is not None:
                latin, han, certain = name_pair
                order = [latin, han] if pattern is _LATIN_THEN_HAN else [han, latin]
                start, end = match.span()
                if pattern is _LATIN_THEN_HAN:
                    start += len(match["latin"]) - len(latin)
                else:
                    start += len(match["han"]) - len(han)
                yield start, end, order, certain
    for match in _han_alone().finditer(text):
        group = "after" if match["after"] else "before"
        yield *match.span(group), [match[group]], True
    for match in _DOTTED.finditer(text):
        han = _PLACE_BEFORE.sub("", match["han"])
        both = [name for name in (han, match["latin"]) if name]
        yield match.start() + len(match["han"]) - len(han), match.end(), both, True
    for match in _TWO_WORDS.finditer(text):
        is_part = _goes_on(text, match.end(2)) or _is_end_of_a_title(text, match.start(1))
        if surnames.surname_of([match[1], match[2]]) and not is_part:
            yield match.start(1), match.end(2), [f"{match[1]} {match[2]}"], False
    for match in _AGED.finditer(text):
        words = match["latin"].replace("\u00a0", " ").casefold().split(" ")
        roles = [n for n, word in enumerate(words) if word in _ROLES | _OFFICES | _NO_NAME]
        name = match["latin"].split(" ")[roles[-1] + 1 :] if roles else match["latin"].split(" ")
        if len(name) > 1 and not any(word in _NO_PERSON - _OFFICES for word in words):
            yield match.end() - len(" ".join(name)), match.end(), [" ".join(name)], False


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a possible name only begins the name of an institution or a road: Xiao Mai Study Room."""
    following = re.match(r"[ \u00a0]([A-Z][a-z]+)", text[end : end + 30])
    return following is not None and following[1].casefold() in _NO_PERSON | {
        "study",
        "room",
        "road",
        "street",
    }


def _is_end_of_a_title(text: str, start: int) -> bool:
    """Tell whether a possible name only ends the name of an institution: Radio Free Tian Shan."""
    before = _TITLE_BEFORE.search(text[max(0, start - 60) : start])
    words = before[0].replace("\u00a0", " ").casefold().split() if before else []
    return any(word in _NO_PERSON and word not in _OFFICES for word in words)


def _pair(latin: str, han: str, *, han_is_whole: bool) -> tuple[str, str, bool] | None:
    """Return the Latin and the Chinese name without other words, and whether they certainly name a person.

    Return None if they name no person. The name that stood in brackets is complete: the Chinese name with
    `han_is_whole`, otherwise the Latin name. The other name may begin with words that do not belong to it.
    """
    words = latin.replace("\u00a0", " ").split(" ")
    sizes = range(min(len(words), 4), 0, -1) if han_is_whole else [len(words)]
    lengths = [len(han)] if han_is_whole else [size for size in (len(han), 4, 3, 2) if size <= len(han)]
    for length in dict.fromkeys(lengths):
        forms = names.derived_forms(han[-length:])
        for size in sizes:
            if normalise(" ".join(words[-size:])) in forms:
                return " ".join(words[-size:]), han[-length:], True
    if not han_is_whole:
        return None  # where the name begins in running text is not to be told
    if _NO_PERSON_HAN.search(han) or any(word.casefold() in _NO_PERSON for word in words):
        return None
    roles = [n for n, word in enumerate(words) if word.casefold() in _ROLES]
    name = words[roles[-1] + 1 :] if roles else words
    if not name or (len(name) == 1 and not roles) or not 2 <= len(han) <= 12:
        return None
    return " ".join(name), han, bool(roles)


class _Roll:
    """The people that were read so far, indexed by name, because a report may name thousands."""

    def __init__(self, text: str) -> None:
        self.people: list[ReportedPerson] = []
        self._text = text
        self._by_name: dict[str, int] = {}
        self._by_surname: dict[str, int] = {}
        self._mentions: list[tuple[int, int]] = []  # where each ends and whose it is, in the text's order

    def add(self, where: QuotedPassage, name_list: list[str], certain: bool) -> None:
        """Add a passage that names a person who is in the roll already or is new."""
        known_indexes = [
            self._by_name[form] for name in name_list if (form := normalise(name)) in self._by_name
        ]
        index, kind = (min(known_indexes), "main") if known_indexes else self._also(where.start)
        if index is None:
            index = len(self.people)
            self.people.append(ReportedPerson([], is_certain=certain))
        person = self.people[index]
        person.is_certain |= certain
        person.passages.append(where)
        for name in name_list:
            if not person.is_called(name):
                person.names.append({"name": name, "script": script_of(name).value, "kind": kind})
                form = normalise(name)
                self._by_name[form] = min(index, self._by_name.get(form, index))
        if person.surname:
            self._by_surname[person.surname] = max(index, self._by_surname.get(person.surname, index))
        self._mentions.append((where.end, index))

    def _also(self, start: int) -> tuple[int | None, str]:
        """Return the index of the person named just before words such as "also known as", or None.

        Also return the kind of the name that follows these words.
        """
        before = self._text[max(0, start - _LOOK_BACK) : start]
        kind = next((kind for pattern, kind in _also() if pattern.search(before)), None)
        if kind is None:
            return None, "main"
        near = [self._by_surname[word] for word in _WORDS.findall(before) if word in self._by_surname]
        for end, index in reversed(self._mentions):
            if end < start - _LOOK_BACK:
                break
            near.append(index)
        return (max(near), kind) if near else (None, "main")


_STOPS: Final = re.compile(r"[.;:。；：\n](?:\s|$)|[。；：\n]")


@cache
def _age() -> re.Pattern[str]:
    years = languages.alternatives(ReportList.AGES)
    return re.compile(rf"(?:aged? )?\d{{1,3}}(?:[ -]years?[ -]old| ?(?:{years}))?")


_ARTICLE: Final = re.compile(r"^(?:an?|the|both) ", re.IGNORECASE)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:an?|the|of|with|by|to|for|from|and|or|his|her|their|as|in|at|on)\b|['’]s\b", re.IGNORECASE
)
_MOST_OCCUPATIONS: Final = 3


def _occupations_before(text: str, after: int, start: int) -> Iterator[str]:
    """Yield the occupations directly before the name at `start`; `after` is the end of the previous name.

    If the previous name is on the same line, only the last words before the name at `start` are read, because
    the other words between the two names may be about the previous person.
    """
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, after, start - 80) : start]
    if before.rstrip(" •").endswith((",", "，")):
        return
    parts = re.split(r",\s*(?:and\s+)?|(?<!\s)\s+and\s+|，|、", before.strip(" •"))
    for number, part in enumerate(reversed(parts[-1 if after > line else -_MOST_OCCUPATIONS :])):
        word = _occupation(part)
        if word is None or (number and _OF_ANOTHER.search(_ARTICLE.sub("", part))):
            return
        yield word


def _occupations_behind(text: str, end: int) -> Iterator[str]:
    """Yield the occupations that follow a name between commas: "Ji Shuo, 41, a teacher, was"."""
    behind = text[end : end + 120]
    stop = _STOPS.search(behind)
    parts = re.split(r"[,，)）(（]", behind[: stop.start()] if stop else behind)
    if parts[0].strip():
        return
    for part in parts[1 : -1 if stop is None else None][: _MOST_OCCUPATIONS + 1]:
        phrase = part.strip().removeprefix("and ")
        if _age().fullmatch(phrase):
            continue
        for each in phrase.split(" and "):
            bare = _ARTICLE.sub("", each.strip())
            word = _occupation(bare)
            if (
                word is None
                or word != " ".join(bare.split()[-len(word.split()) :])
                or _OF_ANOTHER.search(bare)
            ):
                return
            yield word


def _occupation(part: str) -> str | None:
    """Return the occupation at the end of `part`, if the vocabulary has this occupation; otherwise None."""
    occupations = vocabulary.load("occupation")
    words = part.split()
    for size in range(min(4, len(words)), 0, -1):
        phrase = " ".join(words[-size:])
        for word in (phrase, phrase.removesuffix("s")):
            if occupations.find(word) is not None:
                return word
    return None
