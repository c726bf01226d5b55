"""The reader of country files; it refuses a file that contradicts itself and names the file and the words."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

from hrddesk.errors import CountryPackWrong, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.labels import EN, Labels, is_code
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.countries import (
    GENERAL,
    Country,
    Effect,
    EventRule,
    EventTrait,
    Limit,
    ProceedingStage,
)
from hrddesk.records.terms.number_shapes import CheckDigit, NumberKind, NumberShape, shape_of

_FORMAT: Final = "hrddesk-country"
_PENALTIES: Final = ("custodial", "open", "endless", "without_custody")
_MOST_DAYS: Final = 36_500
_KEYS: Final = (
    "format",
    "version",
    "code",
    "labels",
    "aliases",
    "stages",
    "limits",
    "events",
    "penalties",
    "sentences",
    "surnames",
    "numbers",
)
_MOST_SHAPES: Final = 50
_LONGEST_SURNAME: Final = 40
_Enum = TypeVar("_Enum", bound=StrEnum)


def read(folder: Path) -> dict[str, Country]:
    """Return all countries of a folder by code; raise CountryPackWrong for a faulty file."""
    general = _CountryFile(folder / GENERAL).country(None)
    others = sorted(path.parent.name for path in folder.glob("*/country.toml"))
    countries_by_code = {
        code: _CountryFile(folder / code).country(general) for code in others if code != GENERAL
    }
    return {**countries_by_code, GENERAL: general}


class _CountryFile:
    """The file of one country and the parts of it that were read."""

    def __init__(self, folder: Path) -> None:
        self._code = folder.name
        try:
            text = (folder / "country.toml").read_text("utf-8")
            self._data: dict[str, Any] = tomllib.loads(text)
        except (OSError, ValueError) as error:
            self._refuse(f"it cannot be read ({error})")
        self._keys(Translatable("the file"), self._data, _KEYS)
        if self._data.get("format") != _FORMAT or self._data.get("version") != 1:
            self._refuse(f'it is not of the format "{_FORMAT}", version 1')
        if self._data.get("code") != self._code:
            self._refuse(f"its code is not the name of its folder, {self._code}")

    def country(self, general: Country | None) -> Country:
        """Return the country; events, limits and penalties that its file omits are those of `general`."""
        stages = self._stages()
        order = {stage.code: number for number, stage in enumerate(stages)}
        events = {**(general.events if general else {}), **self._events()}
        for code, rule in events.items():
            if rule.stage and rule.stage not in order:
                self._refuse(f"the event {code} leads to the stage {rule.stage}, which there is not")
        limits = {**(general.limits if general else {}), **self._limits(order)}
        penalties = self._table("penalties", _PENALTIES)
        kinds = {
            name: frozenset(self._codes(f"penalties.{name}", penalties.get(name, ()), "penalty"))
            | (getattr(general, name) if general else frozenset())
            for name in _PENALTIES
        }
        sentences = self._table("sentences", ("half", "remission"))
        return Country(
            code=self._code,
            labels=self._labels("the country", self._data.get("labels")),
            stages=stages,
            limits=limits,
            events=events,
            custodial=kinds["custodial"],
            open=kinds["open"],
            endless=kinds["endless"],
            without_custody=kinds["without_custody"],
            half=frozenset(self._codes("sentences.half", sentences.get("half", ()), "measure")),
            remission=self._remission(sentences.get("remission", "0")),
            surnames=self._surnames(),
            numbers=self._numbers(),
            order=order,
        )

    def _stages(self) -> tuple[ProceedingStage, ...]:
        """Return the stages in order; each except the first names its predecessor."""
        following: dict[str, tuple[str, ProceedingStage]] = {}
        codes: set[str] = set()
        for item in self._tables("stages"):
            self._keys("a stage", item, ("code", "after", "labels", "never_before", "needs"))
            code, after = self._text("a stage", item, "code"), item.get("after", "")
            if code in codes:
                self._refuse(f"the stage {code} stands there twice")
            codes.add(code)
            if after in following:
                self._refuse(
                    f"two stages come first or after one and the same: {following[after][0]} and {code}"
                )
            needs = tuple(self._texts(f"the stage {code}", item.get("needs", ())))
            labels = self._labels(f"the stage {code}", item.get("labels"))
            following[after] = (code, ProceedingStage(code, labels, item.get("never_before", ""), needs))
        stages_in_order: list[ProceedingStage] = []
        last_code = ""
        while last_code in following:
            last_code, stage = following.pop(last_code)
            stages_in_order.append(stage)
        if following:
            lost = ", ".join(code for code, _ in following.values())
            self._refuse(f"no first stage leads to {lost}: they name each other, or one that there is not")
        for stage in stages_in_order:
            for earlier in (stage.never_before, *stage.needs):
                if earlier and (earlier not in codes or earlier == stage.code):
                    self._refuse(f"the stage {stage.code} names {earlier}, which is no other stage")
        return tuple(stages_in_order)

    def _events(self) -> dict[str, EventRule]:
        rules = {}
        events = self._table("events", None)
        self._codes("events", events, "event_type")
        for code, item in events.items():
            where = f"the event {code}"
            if not isinstance(item, dict):
                self._refuse(f"{where} is no table")
            self._keys(where, item, ("effect", "stage", "measure", "facility", "traits"))
            effect = item.get("effect")
            measure, facility = item.get("measure", ""), item.get("facility", "")
            self._codes(where, [measure] if measure else [], "measure")
            self._codes(where, [facility] if facility else [], "place_kind")
            traits = (
                self._one_of(where, EventTrait, name) for name in self._texts(where, item.get("traits", ()))
            )
            rules[code] = EventRule(
                effect=None if effect is None else self._one_of(where, Effect, effect),
                stage=item.get("stage", ""),
                measure=measure,
                facility=facility,
                traits=frozenset(traits),
            )
        return rules

    def _limits(self, order: Mapping[str, int]) -> dict[str, Limit]:
        limits: dict[str, Limit] = {}
        for item in self._tables("limits"):
            keys = ("code", "days", "labels", "ground", "measures", "facilities", "stage", "until")
            self._keys("a limit", item, keys)
            code = self._text("a limit", item, "code")
            where, days = f"the limit {code}", item.get("days")
            if code in limits:
                self._refuse(f"{where} stands there twice")
            if type(days) is not int or not 0 < days <= _MOST_DAYS:
                self._refuse(f"{where} is no number of days from 1 to {_MOST_DAYS}")
            stage, until = item.get("stage", ""), item.get("until", "")
            for name in filter(None, (stage, until)):
                if name not in order:
                    self._refuse(f"{where} names the stage {name}, which there is not")
            if bool(stage) != bool(until) or (until and order[stage] >= order[until]):
                self._refuse(f"{where} needs a stage, and a later one until which it runs")
            measures = self._codes(where, item.get("measures", ()), "measure")
            facilities = self._texts(where, item.get("facilities", ()))
            self._codes(where, filter(None, facilities), "place_kind")
            labels, ground = self._labels(where, item.get("labels")), self._labels(where, item.get("ground"))
            covered = frozenset(measures), frozenset(facilities)
            limits[code] = Limit(code, days, labels, ground, *covered, stage, until)
        counted = [limit for limit in limits.values() if not limit.until]
        for taken in (
            [code for limit in counted for code in limit.measures],
            [code for limit in counted for code in limit.facilities],
        ):
            if len(taken) != len(set(taken)):
                self._refuse("two limits count the days of one measure, or in one kind of facility")
        return limits

    def _surnames(self) -> tuple[str, ...]:
        surnames = self._texts("surnames", self._data.get("surnames", ()))
        for name in surnames:
            if not name.isalpha() or len(name) > _LONGEST_SURNAME:
                self._refuse("a surname is one word of letters")
        return tuple(surnames)

    def _numbers(self) -> tuple[NumberShape, ...]:
        shapes = []
        for item in self._tables("numbers"):
            self._keys("a number", item, ("kind", "shape", "check", "certain", "calling_code"))
            shape = self._text("a number", item, "shape")
            where, check, certain = f"the number {shape}", item.get("check"), item.get("certain", False)
            if type(certain) is not bool or (certain and check is None):
                self._refuse(f"{where} is certain by its check digit alone, true or false")
            try:
                shapes.append(
                    shape_of(
                        self._one_of(where, NumberKind, item.get("kind")),
                        shape,
                        check=None if check is None else self._one_of(where, CheckDigit, check),
                        certain=certain,
                        calling_code=str(item.get("calling_code", "")),
                    )
                )
            except InvalidValue as error:
                self._refuse(f"{shape} is no shape of a number: {error.details['why']}")
        if len(shapes) > _MOST_SHAPES:
            self._refuse(f"it has more than {_MOST_SHAPES} shapes of numbers")
        return tuple(shapes)

    def _remission(self, text: object) -> Fraction:
        try:
            part = Fraction(str(text))
        except (ValueError, ZeroDivisionError):
            part = Fraction(-1)
        if not 0 <= part < 1:
            self._refuse("the remission is no part of a sentence")
        return part

    def _labels(self, where: str, labels: object) -> Labels:
        named = isinstance(labels, dict) and all(isinstance(text, str) and text for text in labels.values())
        if not named or not isinstance(labels, dict) or not labels.get(EN) or not all(map(is_code, labels)):
            self._refuse(f"{where} has no label in English, or an empty one, or one in no language")
        return Labels(labels)

    def _codes(self, where: str, codes: Iterable[object], name: str) -> list[str]:
        code_list = self._texts(where, codes)
        for code in code_list:
            if vocabulary.load(name).exact(code) is None:
                self._refuse(f"{where} names {code}, which is no term of {name}")
        return code_list

    def _one_of(self, where: str, values: type[_Enum], name: object) -> _Enum:
        if name not in set(values):
            self._refuse(f"{where} names {name}; known are {', '.join(values)}")
        return values(str(name))

    def _texts(self, where: str, values: object) -> list[str]:
        if isinstance(values, str) or not isinstance(values, Iterable):
            self._refuse(f"{where} has one text where a list belongs")
        text_list = list(values)
        if not all(isinstance(value, str) for value in text_list):
            self._refuse(f"{where} has something else than text in a list")
        return text_list

    def _text(self, where: str, item: Mapping[str, Any], name: str) -> str:
        value = item.get(name)
        if not isinstance(value, str) or not value:
            self._refuse(f"{where} has no {name}")
        return value

    def _table(self, name: str, keys: Collection[str] | None) -> dict[str, Any]:
        table = self._data.get(name, {})
        if not isinstance(table, dict):
            self._refuse(f"{name} is no table")
        if keys is not None:
            self._keys(name, table, keys)
        return table

    def _tables(self, name: str) -> list[dict[str, Any]]:
        table_list = self._data.get(name, [])
        if not isinstance(table_list, list) or not all(isinstance(item, dict) for item in table_list):
            self._refuse(f"{name} is no list of tables")
        return table_list

    def _keys(self, where: str, item: Mapping[str, Any], keys: Collection[str]) -> None:
        unknown = sorted(set(item) - set(keys))
        if unknown:
            self._refuse(f"{where} has {', '.join(unknown)}, which is not known")

    def _refuse(self, why: str) -> NoReturn:
        raise CountryPackWrong(country=self._code, why=why)
