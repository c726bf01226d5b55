"""Makes pairs of desks whose secrets meet what stands in their texts, class by class (`test_collisions`)."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.profile.profiles import LABELS, NAMES, Profile
from tests.languages import LANGUAGES
from tests.unit.redact.collisions import Twin
from tests.unit.redact.invented import SECRET, name
from tests.unit.redact.twins import PUBLIC_NAMES, SECRET_NAMES

PROFILES: Final = NAMES, LABELS
WITHOUT_SEX: Final = tuple(replace(one, fields=one.fields - {"party.sex"}) for one in PROFILES)


Maker = Callable[[random.Random], tuple[Twin, Twin]]
"""Makes the two desks of one pair."""


def _twins(rng: random.Random, profiles: Sequence[Profile] = PROFILES) -> tuple[Twin, Twin]:
    profile, languages = rng.choice(profiles), rng.choice(LANGUAGES)
    return Twin(profile, languages=languages), Twin(profile, languages=languages)


def _both(pair: tuple[Twin, Twin], rng: random.Random) -> list[tuple[Twin, random.Random]]:
    """Return each twin with a chance of its own for what is secret."""
    return [(twin, random.Random(rng.random())) for twin in pair]


_WORDS: Final = (
    "On Sunday the market was closed, and Grace was asked for at the gate.",
    "昨天国庆前夕，解放路的市场成功关闭。",
    "ذهب الناس على الطريق يوم الجمعة ولم يجدوا نور المدينة",
    "В среду рынок закрыли, и мир в городе был в тревоге.",
    "El domingo la Cruz Roja estaba en la plaza con la paz del pueblo.",
    "གཟའ་ཉི་མ་ལ་ཚོང་ཁང་སྒོ་བརྒྱབ།",
    "Pazar günü deniz sakindi ve barış uzaktı.",
)
"""Texts whose words people are called by."""


def _word_of(rng: random.Random, text: str) -> str:
    """Return a name that is a word of a text, or what stands for one in scripts without spaces."""
    words = [word.strip(".,，。།") for word in text.replace("་", "་ ").split()]
    if len(words) == 1:
        return rng.choice([pair for pair in map("".join, pairwise(text)) if pair.isalpha()])
    word = rng.choice([word for word in words if len(word) > 1])
    return word[0].upper() + word[1:]


def words_of_the_text(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks of which one keeps somebody secret whose name is a word of a text."""
    pair, text = _twins(rng), rng.choice(_WORDS)
    names = _word_of(rng, text), rng.choice(SECRET_NAMES)
    for (twin, chance), called in zip(_both(pair, rng), names, strict=True):
        case = twin.case(twin.desk.party("Ansel Public", level=twin.shown), text=text)
        twin.desk.case(twin.desk.party("Doreen Famous", level=SECRET), level=SECRET, narrative=text)
        twin.hide(chance, case, called)
    return pair


_NAMES_IN_LATIN: Final = tuple(called for called in SECRET_NAMES if called.isascii())
_INFLECTED: Final = (
    (
        "It was {} house.",
        {"Odalba Brisken's": "Odalba Brisken", "Zofiel Hartwen's": "Zofiel Hartwen"},
    ),
    (
        "Дело {} передали в суд.",
        {
            "Лунтарова Орсика": "Лунтаров Орсик",
            "Брискину Зофиелу": "Брискин Зофиел",
            "Кворовым Талбоном": "Кворов Талбон",
        },
    ),
    (
        "{} ئۆيىگە كەلدى.",
        {"ئورخۇن تاڭساينىڭ": "ئورخۇن تاڭساي", "بەھرام چوغلۇقنىڭ": "بەھرام چوغلۇق"},
    ),
    (
        "དེ་རིང་{}་ལ་བཤད།",
        {"བཀྲ་ཤིས་ཝེན་གར": "བཀྲ་ཤིས་ཝེན་གར", "ངག་དབང་ཐར་ཆིན": "ངག་དབང་ཐར་ཆིན"},
    ),
    (
        "Дело {} передали в суд.",
        {"Лунтаровой Орсины": "Лунтарова Орсина", "Брискиной Зофии": "Брискина Зофия"},
    ),
    (
        "Передали {} письмо.",
        {"Лунтаровой Орсине": "Лунтарова Орсина", "Кворовой Талбоне": "Кворова Талбона"},
    ),
    ("ذهبوا {} يوم الجمعة", {"لزبرج الخرطومي": "زبرج الخرطومي", "لعزلان المنقوشي": "عزلان المنقوشي"}),
    ("ذهبوا {} يوم الجمعة", {"وزبرج الخرطومي": "زبرج الخرطومي", "وعزلان المنقوشي": "عزلان المنقوشي"}),
    (
        "Dün {} evine geldiler.",
        {"Odalbay Brisken'in": "Odalbay Brisken", "Tasmin Lunkar'ın": "Tasmin Lunkar"},
    ),
    (
        "Η υπόθεση {} εκδικάστηκε.",
        {"Λουντάρη Ορσίκου": "Λουντάρης Ορσίκος", "Μπρίσκα Ζοφίλου": "Μπρίσκας Ζοφίλος"},
    ),
    (
        "Кеше {} келді.",
        {"Жайырбек Тұрғұннан": "Жайырбек Тұрғұн", "Орсикбек Лунтардан": "Орсикбек Лунтар"},
    ),
)
"""Texts, and how names are said in them, with what is recorded."""


def inflected_mentions(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks of which a text speaks, in one grammatical case, of somebody else who is kept back."""
    pair = _twins(rng)
    text, mentions = rng.choice(_INFLECTED)
    for (twin, chance), said in zip(_both(pair, rng), rng.sample(list(mentions), 2), strict=True):
        case = twin.case(twin.desk.party("Ansel Public", level=twin.shown), text=text, speaks_of=[said])
        twin.hide(chance, case, mentions[said])
        twin.hidden.append(said)
    return pair


_NAMING: Final = (
    "Yesterday {} was at the bridge; a neighbour saw it.",
    "昨天{}在桥上。",
    "Somebody heard of {} and wept.",
)


def homonyms(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks of which one keeps somebody secret who is called like somebody whom a text names."""
    pair, (called, other) = _twins(rng), rng.sample(SECRET_NAMES, 2)
    text = rng.choice(_NAMING).format(called)
    for (twin, chance), secret in zip(_both(pair, rng), (called, other), strict=True):
        twin.means = twin.desk.party(called, level=twin.shown)
        case = twin.case(twin.means, text=text)
        twin.hide(chance, case, secret)
    return pair


_SPEAKING: Final = (
    ("His sister {} was at home when they came. {} wept.", (True, False)),
    ("His sister {} was at home when they came.", (True,)),
    ("His neighbour {} was at home when they came.", (False,)),
    ("昨天{}在家。", (True,)),
)
"""Texts that speak of people in full, or by a part of their names."""


def mentioned_people(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks of which a text speaks of somebody else: a party, or who gave evidence or told.

    Whoever is named by a part alone has to do with the case: parts of all other names are not looked for.
    """
    pair, (text, in_full) = _twins(rng), rng.choice(_SPEAKING)
    names = rng.sample(SECRET_NAMES if all(in_full) else _NAMES_IN_LATIN, 2)
    for (twin, chance), called in zip(_both(pair, rng), names, strict=True):
        said = [called if whole else called.split()[-1] for whole in in_full]
        case = twin.case(twin.desk.party("Ansel Public", level=twin.shown), text=text, speaks_of=said)
        twin.hide(chance, case, called, near=not any(in_full))
        twin.hidden += said
    return pair


def initials(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks of which a text names somebody else, whose initials are the word behind the name."""
    pair = _twins(rng)
    text, given = rng.choice(_FUNCTION_WORDS)
    surname = "Брискен" if "\u0400" < text[-2] < "\u0500" else "Brisken"
    for (twin, chance), first in zip(_both(pair, rng), rng.sample(given, 2), strict=True):
        said = f"{first} {surname}"
        case = twin.case(twin.desk.party("Ansel Public", level=twin.shown), text=text, speaks_of=[said])
        twin.hide(chance, case, said)
        twin.hidden.append(surname)
    return pair


_FUNCTION_WORDS: Final = (
    ("Then {} of the mill was seen.", ("Omar Farid", "Vero")),
    ("It is said that {} is ill.", ("Isabel Sofia", "Tamsin Oda")),
    ("They saw {}, a teacher, at noon.", ("Amal", "Zofiel")),
    ("Вчера {} с женой ушёл.", ("Сергей", "Орсик")),
    ("Ayer {} y su hijo llegaron.", ("Yolanda", "Tamsin")),
)


def sex_alone(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks that tell of no sex and of which the same happened to a woman and to a man."""
    pair, kinds = _twins(rng, WITHOUT_SEX), rng.sample(_TYPES, 3)
    said = zip(rng.sample(_NAMES_IN_LATIN, 2), rng.sample(["female", "male"], 2), strict=True)
    for twin, (called, sex) in zip(pair, said, strict=True):
        is_named = twin.profile.name == NAMES.name
        who = twin.desk.party("Ansel Public" if is_named else called, level=twin.shown, sex=sex)
        case = twin.case(who, text="Then Ansel Public left." if is_named else f"Then {called} left.")
        for kind in kinds:
            twin.desk.event(case, kind, who, level=twin.shown, lists=None, date="2020-03")
    return pair


_PRONOUNS: Final = (
    ("Then {} left. {} wrote that {} family was far.", ("She", "her"), ("He", "his")),
    ("后来{}走了。{}写信给{}的家人。", ("她", "她"), ("他", "他")),
    ("Luego {} salió. {} dijo que {} no volvía.", ("Ella", "ella"), ("Él", "él")),
    ("Потом {} ушли. {} не знает, где {} дом.", ("Она", "её"), ("Он", "его")),
)
"""Texts with the words that stand in them for a woman and for a man."""


def pronouns(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks that tell of no sex and of which a text calls somebody with a label she, and he."""
    pair, (text, women, men) = _twins(rng, WITHOUT_SEX[1:]), rng.choice(_PRONOUNS)
    people = zip(rng.sample(_NAMES_IN_LATIN, 2), (("female", women), ("male", men)), strict=True)
    for twin, (called, (sex, words)) in zip(pair, people, strict=True):
        who = twin.desk.party(called, level=twin.shown, sex=sex)
        twin.case(who, text=text, speaks_of=[called, *words])
    return pair


_TYPES: Final = (
    "detained",
    "arrested",
    "indicted",
    "sentenced",
    "released",
    "died_in_custody",
    "disappeared",
)


def pairs_of_issues(rng: random.Random) -> tuple[Twin, Twin]:
    """Make two desks of one issue, to one of which a secret record came before the next issue."""
    twin, text = _twins(rng)[0], rng.choice(_WORDS)
    twin.questions = rng.sample(_QUESTIONS, 2)
    people = [
        twin.desk.party(called, level=twin.shown, sex=rng.choice(["female", "male"]))
        for called in PUBLIC_NAMES
    ]
    cases = [twin.case(who, text=text if at == 0 else "") for at, who in enumerate(people)]
    twin.desk.case(twin.desk.party("Falbo Ringmere", level=SECRET), level=SECRET, narrative=text)
    twin.read(deciding=True)
    called = rng.choice([_word_of(rng, text), rng.choice(SECRET_NAMES)])
    pair = twin.next_issue(), twin.next_issue()
    _add_a_secret(pair[1], rng, rng.choice(people), rng.choice(cases), called)
    return pair


_QUESTIONS: Final[tuple[Mapping[str, Any], ...]] = (
    {"unit": "persons"},
    {"unit": "persons", "by": ["sex"]},
    {"by": ["month"], "where": ["type=detained"]},
    {"by": ["type"], "unit": "events"},
    {"by": ["status"], "unit": "persons"},
    {"by": ["place"]},
)


def _add_a_secret(twin: Twin, rng: random.Random, person: RecordId, case: RecordId, called: str) -> None:
    """Add a record, or a part of one, that no profile lets out."""
    desk = twin.desk
    what = rng.choice(["somebody", "event", "name", "place", "citation", "text", "sex", "term"])
    if what == "somebody":
        twin.hide(rng, case, called, sex="female")
    elif what == "event":
        place = desk.other(Kind.PLACE, SECRET, {"en": called})
        desk.event(case, "detained", person, level=SECRET, lists=None, date="2021", place=place)
    elif what == "name":
        names = [*desk.records[person].values("names"), name(called, "screen")]
        desk.records[person] = desk.records[person].with_elements("names", names)
    elif what == "place":
        desk.other(Kind.PLACE, SECRET, {"en": called})
    elif what == "citation":
        source = desk.other(Kind.SOURCE, SECRET, kind="person", title=called, code_name=called)
        desk.other(Kind.CITATION, SECRET, record=case, source=source)
    elif what == "text":
        desk.text(case, f"Said by {called}.", "en")
    elif what == "sex":
        desk.set(person, disability=called)
        desk.set_level(person, SECRET, "disability")
    else:
        desk.other(Kind.TERM, SECRET, {"en": called}, vocabulary="charge", code="own_charge")


CLASSES: Final[Mapping[str, Maker]] = {
    made.__name__: made
    for made in (
        words_of_the_text, inflected_mentions, homonyms, mentioned_people, initials, sex_alone, pronouns,
        pairs_of_issues,
    )
}  # fmt: skip
