"""The settings of a profile, by the names and words that users type."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final, cast

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import captions
from hrddesk.records.language.labels import Chain, chain_of
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.terms import vocabulary
from hrddesk.redact.profile.own_fields import AskedField
from hrddesk.redact.profile.profiles import (
    PERSON_KINDS,
    PUBLISHABLE,
    TEXTS,
    AgeDetail,
    DateDetail,
    NameRule,
    PlaceDetail,
    Profile,
    UnknownWords,
)
from hrddesk.redact.profile.sensitive import TOPICS


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a profile: its field, the choices, and whether several can be chosen."""

    key: str
    choices: tuple[str, ...]
    several: bool = False


_RULES: Final = "name_rules"
_YES: Final = "yes"
_LANGUAGES: Final = "languages"


@cache
def settings() -> Mapping[str, Setting]:
    """Return all settings by their names; the rule for names has a setting for each kind of party."""
    codes = {name: tuple(term.code for term in vocabulary.load(name).terms) for name in ("name_kind", "role")}
    return MappingProxyType(
        {
            "levels": Setting("levels", tuple(Visibility), several=True),
            "dates": Setting("event_dates", tuple(DateDetail)),
            "life-dates": Setting("life_dates", tuple(DateDetail)),
            "places": Setting("places", tuple(PlaceDetail)),
            "ages": Setting("ages", tuple(AgeDetail)),
            **{kind: Setting(_RULES, tuple(NameRule)) for kind in PERSON_KINDS},
            "name-kinds": Setting("name_kinds", codes["name_kind"], several=True),
            "withheld-roles": Setting("withheld_roles", codes["role"], several=True),
            "sensitive": Setting("sensitive", tuple(TOPICS), several=True),
            "texts": Setting("texts", tuple(sorted(TEXTS)), several=True),
            "pictures": Setting("pictures", (_YES, "no")),
            "consent-needed": Setting("consent_needed", (_YES, "no")),
            "unknown-words": Setting("unknown_words", tuple(UnknownWords)),
            "language": Setting(_LANGUAGES, languages_offered()),
        }
    )


def languages_offered() -> tuple[str, ...]:
    """Return the choices for the languages of a publication: one language, or the first and one other."""
    first, *others = captions.languages()
    return (first, *others, *(f"{first},{language}" for language in others))


def languages_of(text: str) -> Chain:
    """Read the languages of a publication from text.

    Raise InvalidValue if there is no language in the text, or one without captions.
    """
    codes = chain_of(text)
    if not codes:
        raise InvalidValue(
            field="language", why=Translatable("give one language, or several with commas between them")
        )
    return tuple(_among("language", captions.languages(), code) for code in codes)


def value_of(profile: Profile, name: str) -> str:
    """Return the value of a setting in the form that users type."""
    setting = settings()[name]
    value = getattr(profile, setting.key)
    if setting.key == _RULES:
        return str(value[name])
    if setting.key == _LANGUAGES:
        return ",".join(value)
    if isinstance(value, bool):
        return _YES if value else "no"
    return ",".join(sorted(value)) if setting.several else str(value)


def changed(
    profile: Profile,
    setting_texts: Mapping[str, str],
    allow: Iterable[str] = (),
    withhold: Iterable[str] = (),
    own_questions: Collection[AskedField] = (),
) -> Profile:
    """Return a profile with changed settings and fields; raise InvalidValue for unknown names and values.

    Several values of one setting are separated by commas. `own_questions` are the desk's own questions, which
    `allow` and `withhold` call by `OwnField.name`. Raise InvalidValue also for a question that is not visible
    enough for the profile.
    """
    for name, text in setting_texts.items():
        profile = _with(profile, _among("setting", settings(), name), text)
    named = {one.field.name: one for one in own_questions}
    own = {field.name for field in profile.own}
    more = {_among("fields", (*sorted(PUBLISHABLE), *named), field) for field in allow}
    fewer = {_among("fields", (*sorted(PUBLISHABLE | profile.fields), *own), field) for field in withhold}
    let_out = [named[name].field for name in sorted(more & named.keys())]
    check_visible([named[field.name] for field in let_out], profile)
    # A question that was made anew takes the place of the one of that name before, which tells nothing now.
    remaining_fields = [field for field in profile.own if field.name not in fewer | more]
    return replace(
        profile,
        fields=(profile.fields | (more - named.keys())) - fewer,
        own=frozenset([*remaining_fields, *(field for field in let_out if field.name not in fewer)]),
    )


def check_visible(questions: Iterable[AskedField], profile: Profile) -> None:
    """Raise InvalidValue for questions that are not visible enough for a profile to print them."""
    for one in questions:
        if not one.admitted(profile.levels):
            raise InvalidValue(
                field=one.field.name,
                why=Translatable(
                    "this question is not visible enough for the profile; choose who may learn of it first"
                ),
            )


def _with(profile: Profile, name: str, text: str) -> Profile:
    setting, value = settings()[name], cast("Any", None)
    if setting.key == _LANGUAGES:
        value = languages_of(text)
    elif setting.several:
        words = (word.strip() for word in text.split(","))
        value = frozenset(_among(name, setting.choices, word) for word in words if word)
    else:
        value = _among(name, setting.choices, text.strip())
        if setting.key == _RULES:
            value = {**profile.name_rules, name: value}
        elif _YES in setting.choices:
            value = value == _YES
    return replace(profile, **{setting.key: value})


def _among(field: str, options: Iterable[str], text: str) -> str:
    choices = list(options)
    if text not in choices:
        raise InvalidValue(field=field, why=Translatable("choose among: {0}", ", ".join(choices)))
    return choices[choices.index(text)]
