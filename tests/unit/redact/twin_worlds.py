"""Worlds that are drawn: all that twins have in common (`twins`)."""

from dataclasses import dataclass
from typing import Final

from hypothesis import strategies as st

from hrddesk.records.language.labels import Chain
from hrddesk.redact.model.chapters import Chapter
from tests.languages import LANGUAGES

TEMPLATES: Final = (
    "It began at the mill.",
    "Then {0} met {1} at the bridge; {0} left.",
    "昨天{1}在桥上见到{0}。",
    "{2}, {0} and {1} wrote a letter.",
    "At the house of {2}.",
    "Somebody wrote down {number} for {0}.",
    "{1}留下了{number}。",
    "{0} stayed <in the cellar of {secret}|out of sight> for weeks.",
    "后来<在{secret}家里|在别处>见到了{2}。",
)
"""Texts that mention people, a number, and words (`<...|...>`) that a reader replaced."""
NUMBERS: Final = 9
PICTURES: Final = 2


class Role:
    """What becomes of a person."""

    NAMED, LABELLED, HIDDEN = "named", "labelled", "hidden"


class Before:
    """How a person stood in the issue before."""

    SAME, LABELLED, HIDDEN, BARE = "same", "labelled", "hidden", "bare"


class Told:
    """What print may say of a source."""

    ON_FILE, DESCRIBED, PUBLIC = "on file", "described", "public"


class Word:
    """Where a word comes from: with a number each."""

    SHIPPED, OWN, MENTION, KEPT, TYPED = "shipped", "own", "mention", "kept", "typed"


Coded = tuple[str, int] | None
"""A word or a place: where it comes from and its number; None where nothing was recorded."""
CHARGES: Final = ("insult", "defamation", "subversion")
WORDS: Final[tuple[Coded, ...]] = (
    None,
    *((Word.SHIPPED, at) for at in range(len(CHARGES))),
    *((word, at) for word in (Word.OWN, Word.MENTION, Word.KEPT, Word.TYPED) for at in range(2)),
)
PLACES: Final[tuple[Coded, ...]] = (
    None,
    *((word, at) for word in (Word.OWN, Word.KEPT, Word.TYPED) for at in range(2)),
)
"""Public places, places that are kept back, and typed ones."""


@dataclass(frozen=True)
class Somebody:
    """A person of a world; all of it but the number of secret names may be published."""

    role: str
    sex: str
    occupation: str
    secret_names: int
    before: str
    answers: tuple[str, str, str]


@dataclass(frozen=True)
class Happening:
    """An event. `place`, `text` and `number` tell which template and which kind of number."""

    type: str
    date: str
    place: int
    place_record: str
    parts: tuple[tuple[int, str], ...]
    public: bool
    text: int
    number: int
    penalty: str
    months: int
    charge: Coded
    later: bool
    answer: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Shot:
    """A picture of a case: which one, and what is said of it."""

    picture: int
    alt: int
    caption: int
    reviewed: bool


@dataclass(frozen=True)
class Affair:
    """A case; `later`: the issue before did not have it."""

    people: tuple[int, ...]
    text: int
    number: int
    reviewed: bool
    happenings: tuple[Happening, ...]
    shots: tuple[Shot, ...]
    later: bool
    answer: int


@dataclass(frozen=True)
class Counted:
    """So many cases, all alike, that nobody may see and that figures count."""

    many: int
    charge: Coded
    place: Coded
    date: str
    sex: str
    occupation: str


@dataclass(frozen=True)
class Asked:
    """A figure: which question, by which name, and whether that is printed."""

    question: int
    name: int
    named: bool


@dataclass(frozen=True)
class World:
    """All that twins have in common. `before`: there was an issue before, with these parts."""

    people: tuple[Somebody, ...]
    cases: tuple[Affair, ...]
    language: Chain
    parts: frozenset[Chapter]
    counted: tuple[Counted, ...] = ()
    figures: tuple[Asked, ...] = ()
    before: frozenset[Chapter] | None = None
    corrects: bool = False


def beside(world: World) -> frozenset[int]:
    """Return who only saw things, or told of them, in this issue and in the one before: they are left out."""
    concerned = {at for affair in world.cases for at in affair.people}
    seen = set[int]()
    for affair in world.cases:
        for happening in affair.happenings:
            for at, role in happening.parts:
                if happening.public and role in ("victim", "lawyer"):
                    concerned.add(at)
                elif happening.public and not (affair.later or happening.later):
                    seen.add(at)
    return frozenset(seen - concerned)


QUESTIONS: Final = 16
FIGURE_NAMES: Final = ("Cases of the year", "Since {0} was taken", "{0}和{1}之后")
_DATES: Final = ("", "2020", "2020-02", "2020-02-06", "2021-01/2021-03")
_TYPES: Final = ("detained", "arrested", "sentenced", "released", "died_in_custody")
_PARTS: Final = (
    frozenset(Chapter), frozenset(Chapter), frozenset(Chapter),
    frozenset({Chapter.LIST}), frozenset({Chapter.SHEETS}),
    frozenset({Chapter.TIMELINE}), frozenset({Chapter.TIMELINE, Chapter.CHARTS}),
)  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a world."""
    sex, occupation = st.sampled_from(["", "female", "male"]), st.sampled_from(["", "lawyer", "poet"])
    roles = st.sampled_from([Role.NAMED, Role.NAMED, Role.LABELLED, Role.LABELLED, Role.HIDDEN])
    stood = st.sampled_from([*[Before.SAME] * 6, Before.LABELLED, Before.HIDDEN, Before.BARE])
    later = st.sampled_from([False, False, False, True])
    said = st.sampled_from(["", "yes", "no"])
    answers = st.tuples(said, said, said)
    person = st.builds(Somebody, roles, sex, occupation, st.integers(1, 2), stood, answers)
    people = draw(st.lists(person, min_size=1, max_size=6))
    some = st.integers(0, len(people) - 1)
    template = st.integers(0, len(TEMPLATES))
    number = st.integers(0, NUMBERS - 1)
    part = st.tuples(some, st.sampled_from(["victim", "lawyer", "witness", "source"]))
    happening = st.builds(
        Happening,
        st.sampled_from(_TYPES),
        st.sampled_from(_DATES),
        template,
        st.sampled_from(["", "", "public", "secret"]),
        st.lists(part, max_size=3, unique=True).map(tuple),
        st.booleans(),
        template,
        number,
        st.sampled_from(["", "", "fixed", "life"]),
        st.sampled_from([0, 18, 200]),
        st.sampled_from((None, None, *WORDS)),
        later,
        st.sampled_from(["", "", "wechat", Word.TYPED]),
        st.lists(st.sampled_from([Told.ON_FILE, Told.DESCRIBED, Told.PUBLIC]), max_size=2).map(tuple),
    )
    shot = st.builds(Shot, st.integers(0, PICTURES - 1), template, template, st.booleans())
    case = st.builds(
        Affair,
        st.lists(some, max_size=3, unique=True).map(tuple),
        template,
        number,
        st.booleans(),
        st.lists(happening, max_size=3).map(tuple),
        st.lists(shot, max_size=2).map(tuple),
        later,
        template,
    )
    counted = st.builds(
        Counted,
        st.integers(1, 8),
        st.sampled_from(WORDS),
        st.sampled_from(PLACES),
        st.sampled_from(_DATES),
        sex,
        occupation,
    )
    asked = st.builds(
        Asked, st.integers(0, QUESTIONS - 1), st.integers(0, len(FIGURE_NAMES) - 1), st.booleans()
    )
    figures = draw(st.lists(asked, max_size=2, unique_by=lambda figure: figure.question))
    parts = draw(st.sampled_from(_PARTS))
    return World(
        tuple(people),
        tuple(draw(st.lists(case, min_size=1, max_size=4))),
        draw(st.sampled_from(LANGUAGES)),
        parts,
        tuple(draw(st.lists(counted, max_size=8))) if figures else (),
        tuple(figures),
        draw(st.sampled_from((None, None, parts, parts, *_PARTS))),
        draw(st.booleans()),
    )
