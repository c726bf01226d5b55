"""A strict codec between frozen dataclasses and JSON values.

Each value has exactly one JSON form. A dataclass is an object with a key for each field of its constructor
and for each constant of its class variable `CONSTANTS` (a type, a version). A tuple is a list, a set a sorted
list, bytes are base64, a day is YYYY-MM-DD, a mapping is an object. Constants distinguish the classes of a
union.

A field with an empty default (None, "" or an empty collection) is omitted while it is empty: an absent key
means empty. All other fields are always written.

Reading refuses everything that writing never produces: unknown keys, missing keys, other types (true is not a
number), unsorted sets. A field may add requirements by `Annotated[str, requirements.matching(...)]`, and a
class may refuse its values by raising a ValueError. An error names the path and the reason. It never contains
a value or an unknown key, because a value or a key may be secret.
"""

import base64
import functools
import json
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, TypeVar, cast

from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.labels import Labels, is_code
from hrddesk.records.model.record import RecordId, canonical_json, is_id
from hrddesk.records.model.requirements import Requirement

_T = TypeVar("_T")
_Step = Callable[[Any], Any]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class ShapeError(ValueError):
    """An error for a JSON value that does not fit its dataclass: the path and the reason."""

    def __init__(self, why: str, path: str = "") -> None:
        """Store the reason, which contains no value, and the path of the value (`rows[0].count`)."""
        super().__init__(why)
        self.why = why
        self.path = path

    def within(self, step: str) -> None:
        """Prepend a key or an index to the path."""
        joint = "." if step and self.path and not self.path.startswith("[") else ""
        self.path = f"{step}{joint}{self.path}"

    def __str__(self) -> str:
        """Return the path and the reason."""
        return f"{self.path}: {self.why}" if self.path else self.why


def write(value: Any) -> Any:
    """Return a dataclass as JSON values."""
    kind: Any = type(value)
    return _form(kind).write(value)


def read(kind: type[_T], value: object, where: str = "") -> _T:
    """Read JSON values as a dataclass; raise ShapeError, whose path begins with `where`."""
    try:
        result: _T = _form(cast("Any", kind)).read(value)
    except ShapeError as error:
        error.within(where)
        raise
    return result


def canonical(value: Any) -> bytes:
    """Return a dataclass as JSON in UTF-8 with sorted keys and no spaces: equal values give equal bytes."""
    return canonical_json(write(value))


def load(kind: type[_T], data: bytes | str, where: str = "") -> _T:
    """Parse a JSON document (UTF-8) without duplicate keys as a dataclass; raise ShapeError."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        value = json.loads(text, object_pairs_hook=_each_once)
    except ShapeError as error:
        error.path = where
        raise
    except (ValueError, RecursionError):
        # Not chained: those errors carry the document.
        raise ShapeError(Translatable("not JSON in UTF-8"), where) from None
    return read(kind, value, where)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ShapeError(Translatable("a key stands twice"))
    return values


# --- types ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _TypeCodec:
    """The functions that read and write values of one type."""

    read: _Step
    write: _Step


@functools.cache
def _form(kind: Any) -> _TypeCodec:
    """Return the codec of a type; raise TypeError if the type has no JSON form."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if origin is Annotated:
        return _ruled(_form(arguments[0]), arguments[1:])
    if origin in (types.UnionType, typing.Union):
        return _union(arguments)
    if origin is tuple:
        return _list(_form(arguments[0])) if arguments[-1] is ... else _row(list(map(_form, arguments)))
    if origin is frozenset:
        return _set(_form(arguments[0]))
    if origin is Mapping:
        return _mapping(*map(_form, arguments))
    if kind is Labels:
        return _LABELS
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _code(kind)
    if is_dataclass(kind):
        return _object(kind)
    raise TypeError(f"no form in JSON: {kind}")


def _same(value: Any) -> Any:
    return value


def _of_type(kind: type, why: str) -> _TypeCodec:
    def read_value(value: Any) -> Any:
        if type(value) is not kind:  # a bool is an int
            raise ShapeError(why)
        return value

    return _TypeCodec(read_value, _same)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ShapeError(Translatable("not a text"))
    # A half of a surrogate pair has no UTF-8, and json lets it through as \\ud800.
    if not value.isascii() and _SURROGATE.search(value):
        raise ShapeError(Translatable("not valid Unicode"))
    return value


def _day(value: Any) -> date:
    try:
        day = date.fromisoformat(_text(value))
    except ShapeError:
        raise
    except ValueError:
        raise ShapeError(Translatable("not a day")) from None
    if day.isoformat() != value:
        raise ShapeError(Translatable("not written as YYYY-MM-DD"))
    return day


def _bytes(value: Any) -> bytes:
    try:
        data = base64.b64decode(_text(value), validate=True)
    except ValueError:
        raise ShapeError(Translatable("not base64")) from None
    if base64.b64encode(data).decode("ascii") != value:  # base64 has other forms of the same bytes
        raise ShapeError(Translatable("not base64"))
    return data


def _ruled(form: _TypeCodec, rules: tuple[Any, ...]) -> _TypeCodec:
    def read_value(value: Any) -> Any:
        value_read = form.read(value)
        for rule in rules:
            if not rule.holds(value_read):
                raise ShapeError(rule.why)
        return value_read

    return _TypeCodec(read_value, form.write)


_PLAIN: Final[Mapping[Any, _TypeCodec]] = {
    str: _TypeCodec(_text, _same),
    int: _of_type(int, Translatable("not a whole number")),
    bool: _of_type(bool, Translatable("not true or false")),
    date: _TypeCodec(_day, date.isoformat),
    bytes: _TypeCodec(_bytes, lambda value: base64.b64encode(value).decode("ascii")),
    RecordId: _ruled(_TypeCodec(_text, _same), (Requirement(Translatable("not the id of a record"), is_id),)),
}


def _code(kind: type[StrEnum]) -> _TypeCodec:
    members = {member.value: member for member in kind}
    names = ", ".join(kind)

    def read_value(value: Any) -> StrEnum:
        member = members.get(value) if type(value) is str else None
        if member is None:
            raise ShapeError(Translatable("not one of {0}", names))
        return member

    return _TypeCodec(read_value, str)


def _read_each(values: Iterable[Any], read_item: _Step) -> list[Any]:
    items: list[Any] = []
    try:
        for value in values:
            items.append(read_item(value))
    except ShapeError as error:
        error.within(f"[{len(items)}]")
        raise
    return items


def _read_list(value: Any, read_item: _Step) -> list[Any]:
    if type(value) is not list:
        raise ShapeError(Translatable("not a list"))
    return _read_each(value, read_item)


def _list(item: _TypeCodec) -> _TypeCodec:
    return _TypeCodec(
        lambda value: tuple(_read_list(value, item.read)),
        list if item.write is _same else lambda values: [item.write(value) for value in values],
    )


def _row(columns: list[_TypeCodec]) -> _TypeCodec:
    def read_value(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(columns):
            raise ShapeError(Translatable("not a list of {0}", len(columns)))
        steps = iter(columns)
        return tuple(_read_each(value, lambda item: next(steps).read(item)))

    return _TypeCodec(
        read_value,
        lambda values: [column.write(value) for column, value in zip(columns, values, strict=True)],
    )


def _set(item: _TypeCodec) -> _TypeCodec:
    def read_value(value: Any) -> frozenset[Any]:
        items = _read_list(value, item.read)
        if items != sorted(set(items)):
            raise ShapeError(Translatable("not in order, each once"))
        return frozenset(items)

    return _TypeCodec(read_value, lambda values: [item.write(value) for value in sorted(values)])


def _mapping(key: _TypeCodec, item: _TypeCodec) -> _TypeCodec:
    def read_value(value: Any) -> dict[Any, Any]:
        if type(value) is not dict:
            raise ShapeError(Translatable("not an object"))
        # A key may be secret: the path has its number.
        return dict(_read_each(value.items(), lambda pair: (key.read(pair[0]), item.read(pair[1]))))

    return _TypeCodec(
        read_value, lambda values: {key.write(name): item.write(value) for name, value in values.items()}
    )


def _text_by_language(pair: tuple[Any, Any]) -> tuple[str, str]:
    code, words = _text(pair[0]), _text(pair[1])
    if not is_code(code):
        raise ShapeError(Translatable("not a language code"))
    if not words:
        raise ShapeError(Translatable("empty"))
    return code, words


def _labels(value: Any) -> Labels:
    if type(value) is not dict:
        raise ShapeError(Translatable("not an object"))
    return Labels(_read_each(value.items(), _text_by_language))


_LABELS: Final = _TypeCodec(_labels, dict)


def _union(kinds: tuple[Any, ...]) -> _TypeCodec:
    classes = [kind for kind in kinds if kind is not types.NoneType]
    form = _form(classes[0]) if len(classes) == 1 else _one_of(classes)
    if len(classes) == len(kinds):
        return form
    return _TypeCodec(
        lambda value: None if value is None else form.read(value),
        lambda value: None if value is None else form.write(value),
    )


def _one_of(classes: list[Any]) -> _TypeCodec:
    forms = {kind: _form(kind) for kind in classes}

    def read_value(value: Any) -> Any:
        if type(value) is not dict:
            raise ShapeError(Translatable("not an object"))
        for kind, form in forms.items():
            if kind.CONSTANTS.items() <= value.items():
                return form.read(value)
        raise ShapeError(Translatable("none of the kinds that are known"))

    return _TypeCodec(read_value, lambda value: forms[type(value)].write(value))


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of a dataclass with its codec; a field with the value `empty` is left out."""

    name: str
    read: _Step
    write: _Step
    empty: object


_REQUIRED: Final = object()


def _object(kind: Any) -> _TypeCodec:
    hints = typing.get_type_hints(kind, include_extras=True)
    constants: Mapping[str, str | int] = getattr(kind, "CONSTANTS", {})
    inits = [item for item in fields(kind) if item.init]
    forms = [_form(hints[item.name]) for item in inits]
    parts = [
        _Part(item.name, form.read, form.write, _empty_default(item))
        for item, form in zip(inits, forms, strict=True)
    ]
    known_keys = constants.keys() | {part.name for part in parts}
    names = ", ".join(sorted(known_keys))

    def read_value(value: Any) -> Any:
        if type(value) is not dict:
            raise ShapeError(Translatable("not an object"))
        for name, constant in constants.items():
            if type(value.get(name)) is not type(constant) or value[name] != constant:
                raise ShapeError(Translatable("not one that is known"), name)
        if not value.keys() <= known_keys:
            raise ShapeError(Translatable("an unknown key; known are {0}", names))
        arguments = {}
        for part in parts:
            try:
                if part.name in value:
                    item = arguments[part.name] = part.read(value[part.name])
                    if not item and item == part.empty:
                        raise ShapeError(Translatable("empty; leave it out"))
                elif part.empty is _REQUIRED:
                    raise ShapeError(Translatable("missing"))
            except ShapeError as error:
                error.within(part.name)
                raise
        try:
            return kind(**arguments)
        except ShapeError:
            raise
        except ValueError as error:
            raise ShapeError(str(error)) from None

    def write_value(value: Any) -> dict[str, Any]:
        values: dict[str, Any] = dict(constants)
        for part in parts:
            item = getattr(value, part.name)
            if item or item != part.empty:
                values[part.name] = part.write(item)
        return values

    return _TypeCodec(read_value, write_value)


def _empty_default(item: Field[Any]) -> object:
    """Return the default of a field if this default is None or empty, otherwise `_REQUIRED`."""
    default = item.default if item.default_factory is MISSING else item.default_factory()
    sized = isinstance(default, Sized) and len(default) == 0
    return default if default is None or sized else _REQUIRED
