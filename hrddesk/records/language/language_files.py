"""The reader of language files; it refuses malformed files and reports the file and the error."""

import re
import tomllib
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

from hrddesk.errors import InvalidValue, LanguageFileWrong
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import date_forms
from hrddesk.records.language.labels import EN, is_code
from hrddesk.records.language.languages import CounterUnit, DateForm, Language, ReportList, Topic, Wordlist
from hrddesk.records.language.scripts import normalise

_FORMAT: Final = "hrddesk-language"
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_TOPICS: Final = ("other_months", "feasts", "means", "places", "kin", "few")
_TABLES: Final = ("seasons", "dates", "reports", "amounts")
_KEYS: Final = ("format", "version", "code", "months", "weekdays", *_TABLES, *_TOPICS, *Wordlist)
_Keys = TypeVar("_Keys", bound=StrEnum)
_MONTHS: Final = 12
_WEEKDAYS: Final = 7
_LONGEST: Final = 40
_MOST: Final = 2_000
_SIGNS: Final = re.compile(r"[\s\u200c'’\-–.·\u0f0b\u180e]")
"""The characters other than letters that may occur within a word or between the words of a phrase."""
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u064b-\u0652\u0f71-\u0f84\u0f8d-\u0fbc\u0900-\u0903\u093a-\u094f\u180b-\u180f]"
)


def read(folder: Path) -> dict[str, Language]:
    """Return all languages of a folder by code.

    Raise LanguageFileWrong if a file is malformed or the English file is missing. English is required
    because the check of the descriptions of sources needs the words of at least one language.
    """
    codes = sorted({EN, *(path.parent.name for path in folder.glob("*/words.toml"))})
    return {code: _LanguageFile(folder / code).language() for code in codes}


class _LanguageFile:
    """The file of one language."""

    def __init__(self, folder: Path) -> None:
        self._code = folder.name
        try:
            self._data: dict[str, Any] = tomllib.loads((folder / "words.toml").read_text("utf-8"))
        except (OSError, ValueError) as error:
            self._refuse(f"it cannot be read ({error})")
        self._only(Translatable("the file"), self._data, _KEYS)
        if self._data.get("format") != _FORMAT or self._data.get("version") != 1:
            self._refuse(f'it is not of the format "{_FORMAT}", version 1')
        if self._data.get("code") != self._code or not is_code(self._code):
            self._refuse(f"its code is not the name of its folder, {self._code}, or no code of a language")

    def language(self) -> Language:
        """Return the language."""
        lists = {name: self._words(name, self._data.get(name, [])) for name in _TOPICS}
        months = self._named("months", _MONTHS)
        days = self._named("weekdays", _WEEKDAYS)
        seasons = self._data.get("seasons")
        if not isinstance(seasons, dict):
            self._refuse("it has no seasons")
        self._only("seasons", seasons, _SEASONS)
        named = [self._words(f"seasons.{name}", seasons.get(name)) for name in _SEASONS]
        topics = {
            Topic.MONTH: (*(word for called in months for word in called), *lists["other_months"]),
            Topic.DAY: tuple(word for called in days for word in called),
            Topic.FEAST: lists["feasts"],
            Topic.SEASON: tuple(word for called in named for word in called),
            Topic.MEANS: lists["means"],
            Topic.PLACE: lists["places"],
            Topic.KIN: lists["kin"],
            Topic.FEW: lists["few"],
        }
        return Language(
            code=self._code,
            months=months,
            topics=topics,
            lists={
                **{name: self._words(name, self._data.get(name, [])) for name in Wordlist},
                **self._table("reports", ReportList),
                **self._table("amounts", CounterUnit),
            },
            dates=self._dates(),
        )

    def _table(self, name: str, keys: type[_Keys]) -> dict[_Keys, tuple[str, ...]]:
        """Return the word lists of an optional table of the file."""
        table = self._data.get(name, {})
        if not isinstance(table, dict):
            self._refuse(f"{name} are no table")
        self._only(name, table, tuple(keys))
        return {key: self._words(f"{name}.{key}", table.get(key, [])) for key in keys}

    def _dates(self) -> dict[DateForm, tuple[str, ...]]:
        """Return the forms of dates; a file may have none."""
        table = self._data.get("dates", {})
        if not isinstance(table, dict):
            self._refuse("dates are no table")
        self._only("dates", table, tuple(DateForm))
        forms = {form: self._list(f"dates.{form}", table.get(form, [])) for form in DateForm}
        for form, texts in forms.items():
            for text in texts:
                try:
                    date_forms.check(form, text)
                except InvalidValue as error:
                    self._refuse(f"dates.{form} have {text[:_LONGEST]!r}: {error.details['why']}")
        return forms

    def _named(self, name: str, count: int) -> tuple[tuple[str, ...], ...]:
        """Return the names of the months or weekdays, which are `count` in number.

        Raise LanguageFileWrong if a month or weekday has no name, or two of them have the same name.
        """
        items = self._data.get(name)
        if not isinstance(items, list) or len(items) != count:
            self._refuse(f"{name} are no list of {count}")
        names = tuple(self._words(f"{name}, number {number},", each) for number, each in enumerate(items, 1))
        if not all(names):
            self._refuse(f"one of the {name} has no name")
        owners: dict[str, int] = {}
        for number, called in enumerate(names):
            for word in called:
                if owners.setdefault(normalise(word), number) != number:
                    self._refuse(f"{word} is two of the {name}")
        return names

    def _list(self, where: str, items: object) -> tuple[str, ...]:
        if not isinstance(items, list) or not all(isinstance(word, str) for word in items):
            self._refuse(f"{where} are no list of words")
        if len(items) > _MOST:
            self._refuse(f"{where} are more than {_MOST} words")
        return tuple(items)

    def _words(self, where: str, items: object) -> tuple[str, ...]:
        words = self._list(where, items)
        for word in words:
            bare = word if word.isalnum() else _MARKS.sub("", _SIGNS.sub("", word))
            if not bare.isalnum() or bare.isdigit() or not normalise(word) or len(word) > _LONGEST:
                self._refuse(f"{where} have {word[:_LONGEST]!r}: a word is letters, {_LONGEST} at most")
        return words

    def _only(self, where: str, item: Collection[str], keys: Collection[str]) -> None:
        unknown = sorted(set(item) - set(keys))
        if unknown:
            self._refuse(f"{where} has {', '.join(unknown)}, which is not known")

    def _refuse(self, why: str) -> NoReturn:
        raise LanguageFileWrong(language=self._code, why=why)
