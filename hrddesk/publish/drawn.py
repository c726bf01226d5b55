"""Follow the operators of a page and tell what is drawn where, in which colour, and above what.

Knows as much of PDF as it takes to say of every text whether a person sees it (ISO 32000-1, 8 and 9).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Final

from hrddesk.publish.findings import Code
from hrddesk.publish.tokens import CharacterMap, Operand, Operation, TooComplex, pdf_text

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)
_SMALLEST: Final = 3.0  # points; below that nobody reads
_WHITE: Final = 0.85  # of full light
_CLEAR: Final = 0.15  # of full cover
_SAME: Final = 0.1  # difference of light between a text and what lies under it
_DEPTH: Final = 12  # forms within forms
_SAVED: Final = 1000  # states that are kept at once; PDF itself promises 28
_MOST_WORK: Final = 4_000_000
"""Units of work of a page, of which a second does a million or so: one for each token, each letter and each
pair of boxes that are compared. The fullest of our own pages have a hundredth of it."""
_OPERATION: Final = 4  # units, beside its tokens
_FORM: Final = 100  # units of a form that is drawn, beside what is in it
_KEPT: Final = 32  # units of a text, which is kept

# What this program draws with. Anything else on a page of ours was not drawn by us.
_TEXT: Final = ["BT", "ET", "TL", "Tm", "T*", "Tf", "Tr", "Ts", "Tj", "TJ"]
_PICTURE: Final = ["q", "cm", "Do", "Q"]
OURS: Final = frozenset([*_TEXT, *_PICTURE, "rg", "RG", "w", "m", "l", "S", "re", "f", "BMC", "BDC", "EMC"])


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a page: its character map and the widths of its codes in thousandths."""

    key: int  # tells it from the other fonts of the file
    map: CharacterMap | None
    width: int  # bytes per code
    widths: Mapping[int, float]
    default_width: float

    def codes(self, data: bytes) -> list[int]:
        """Return the codes of a shown string."""
        return [int.from_bytes(data[at : at + self.width], "big") for at in range(0, len(data), self.width)]


@dataclass(frozen=True, slots=True)
class Form:
    """A piece of page that is drawn by name: its operations, fonts, forms and matrix."""

    operations: Iterable[Operation]
    resources: "Resources"
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Resources:
    """What a page's operators may name. `form` returns None for a picture, `picture` the hash of ours."""

    fonts: Mapping[str, Font]
    form: Callable[[str], Form | None]
    picture: Callable[[str], str] = lambda _: ""
    cover: Callable[[str], float | None] = lambda _: None
    """How much of what lies below the named graphics state covers, from 0 to 1; None: it does not say."""


@dataclass(slots=True)
class Shown:
    """A text as it was shown."""

    text: str
    codes: bytes
    font: Font
    artifact: int  # number of the marked piece that is no part of the text, from 1; 0: part of the text
    box: tuple[float, float, float, float]  # left, lower, right, upper
    light: float | None
    line: int  # what is shown without moving in between has one number


@dataclass(slots=True)
class Drawn:
    """All that a page shows, in order, and what is wrong with it."""

    texts: list[Shown] = field(default_factory=list)
    problems: set[Code] = field(default_factory=set)
    replacements: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # the hashes of ours
    work: int = 0  # units, as `_MOST_WORK` counts them

    def artifacts(self) -> list[str]:
        """Return the texts that are marked as no part of the text, each as a whole."""
        whole: dict[int, str] = {}
        for shown in self.texts:
            if shown.artifact:
                whole[shown.artifact] = whole.get(shown.artifact, "") + shown.text
        return list(whole.values())


@dataclass(slots=True)
class _State:
    matrix: Matrix = _IDENTITY
    fill: float | None = 0.0  # light from 0 to 1; None: a pattern or a space that we do not follow
    stroke: float | None = 0.0
    cover: float = 1.0
    clip: tuple[float, float, float, float] | None = None  # what lies outside is not seen
    font: str = ""
    size: float = 0.0
    mode: int = 0
    leading: float = 0.0
    rise: float = 0.0
    stretch: float = 1.0
    character_space: float = 0.0
    word_space: float = 0.0


def draw(
    operations: Iterable[Operation], resources: Resources, box: tuple[float, float, float, float]
) -> Drawn:
    """Follow a page of the given box and return what it draws; raise TooComplex where that is too much."""
    pen = _Pen(box)
    pen.follow(operations, resources, _State(), 0)
    return pen.drawn


class _Pen:
    def __init__(self, box: tuple[float, float, float, float]) -> None:
        self.box = box
        self.drawn = Drawn()
        self.fills: list[tuple[tuple[float, float, float, float], float | None]] = []
        self.path: list[tuple[float, float]] = []
        self.clipping = False
        self.marks: list[int] = []
        self.artifacts = 0
        self.line = 0

    def work(self, units: int) -> None:
        """Count work; raise TooComplex where it is too much."""
        self.drawn.work += units
        if self.drawn.work > _MOST_WORK:
            raise TooComplex

    def follow(
        self, operations: Iterable[Operation], resources: Resources, state: _State, depth: int
    ) -> None:
        saved: list[_State] = []
        line = text = _IDENTITY
        for operation in operations:
            operator, operands = operation.operator, operation.operands
            self.work(_OPERATION + operation.tokens)
            self.line += operator in _MOVES
            if operator not in OURS:
                self.drawn.problems.add(Code.UNEXPECTED_DRAWING)
            numbers = [value for value in operands if isinstance(value, float)]
            if operator in ("Tj", "'", '"', "TJ"):
                if operator in ("'", '"'):
                    line = text = _times((1, 0, 0, 1, 0, -state.leading), line)
                text = self._show(operands[-1:], text, state, resources)
            elif operator in ("Td", "TD"):
                if operator == "TD":
                    state.leading = -numbers[1]
                line = text = _times((1, 0, 0, 1, numbers[0], numbers[1]), line)
            elif operator == "T*":
                line = text = _times((1, 0, 0, 1, 0, -state.leading), line)
            elif operator == "Tm":
                line = text = _matrix(numbers)
            elif operator == "BT":
                line = text = _IDENTITY
            elif operator == "Tf":
                state.font, state.size = str(operands[0])[1:], numbers[0]
            elif operator == "q":
                if len(saved) == _SAVED:
                    raise TooComplex
                saved.append(replace(state))
            elif operator == "Q":
                state = saved.pop() if saved else state
            elif operator == "cm":
                state.matrix = _times(_matrix(numbers), state.matrix)
            elif operator in _PARAMETERS:
                setattr(state, _PARAMETERS[operator], _parameter(operator, numbers))
            elif operator in ("g", "rg", "k", "sc", "scn"):
                state.fill = _light(numbers, operands)
            elif operator in ("G", "RG", "K", "SC", "SCN"):
                state.stroke = _light(numbers, operands)
            elif operator == "cs":
                state.fill = 0.0
            elif operator == "CS":
                state.stroke = 0.0
            elif operator == "gs":
                said = resources.cover(str(operands[0])[1:])
                state.cover = state.cover if said is None else said
            elif operator in ("W", "W*"):
                self.clipping = True
            elif operator in ("BMC", "BDC"):
                self._mark(operands)
            elif operator == "EMC":
                if self.marks:
                    self.marks.pop()
            elif operator == "Do":
                self._named(str(operands[0])[1:], resources, state, depth)
            elif operator in ("EI", "sh"):
                self._cover(_corners(state.matrix, (0, 0, 1, 1)), None)
            else:
                self._paths(operator, numbers, state)

    def _mark(self, operands: list[Operand]) -> None:
        artifact = bool(operands) and operands[0] == "/Artifact"
        self.artifacts += artifact
        self.marks.append(self.artifacts if artifact else 0)
        for properties in operands[1:]:
            if isinstance(properties, dict):
                replaced = (properties.get(key) for key in ("/ActualText", "/Alt", "/E"))
                self.drawn.replacements += [pdf_text(text) for text in replaced if isinstance(text, bytes)]

    def _named(self, name: str, resources: Resources, state: _State, depth: int) -> None:
        form = resources.form(name)
        picture = resources.picture(name) if form is None else ""
        if picture:
            self.drawn.pictures.append(picture)
        else:
            self.drawn.problems.add(Code.UNEXPECTED_DRAWING)  # a form, or nothing that we know
        if form is not None and depth >= _DEPTH:
            raise TooComplex  # what reads the text of a page has no such limit
        if form is None:
            self._cover(_corners(state.matrix, (0, 0, 1, 1)), None)
            return
        self.work(_FORM + len(form.resources.fonts))
        inner = replace(state, matrix=_times(form.matrix, state.matrix))
        self.follow(form.operations, form.resources, inner, depth + 1)

    # --- shapes ---------------------------------------------------------------------------------------

    def _paths(self, operator: str, numbers: list[float], state: _State) -> None:
        if operator == "re":
            x, y, width, height = numbers
            self.path += [(x, y), (x + width, y + height), (x + width, y), (x, y + height)]
        elif operator in ("m", "l", "c", "v", "y"):
            self.path += list(zip(numbers[::2], numbers[1::2], strict=True))
        elif operator in _FILLING or operator in ("S", "s", "n"):
            if self.path:
                xs, ys = [x for x, _ in self.path], [y for _, y in self.path]
                corners = _corners(state.matrix, (min(xs), min(ys), max(xs), max(ys)))
                if operator in _FILLING:
                    self._cover(corners, state.fill)
                if self.clipping:
                    state.clip = corners if state.clip is None else _shared(state.clip, corners)
            self.path, self.clipping = [], False

    def _cover(self, box: tuple[float, float, float, float], light: float | None) -> None:
        self.work(len(self.drawn.texts))
        for shown in self.drawn.texts:
            if _overlap(shown.box, box):
                self.drawn.problems.add(Code.COVERED_TEXT)
        self.fills.append((box, light))

    # --- text -----------------------------------------------------------------------------------------

    def _show(self, shown: list[Operand], text: Matrix, state: _State, resources: Resources) -> Matrix:
        font = resources.fonts.get(state.font)
        if font is None:
            self.drawn.problems.add(Code.GLYPH)
            return text
        pieces = shown[0] if shown and isinstance(shown[0], list) else shown
        codes, advance = bytearray(), 0.0
        for piece in pieces:
            if isinstance(piece, bytes):
                codes += piece
                advance += _advance(font, piece, state)
            elif isinstance(piece, float):
                advance -= piece / 1000 * state.size * state.stretch
        self._seen(bytes(codes), font, advance, text, state)
        return _times((1, 0, 0, 1, advance, 0), text)

    def _seen(self, codes: bytes, font: Font, advance: float, text: Matrix, state: _State) -> None:
        self.work(_KEPT + len(codes) + len(self.fills) + len(self.marks))
        words = font.map.decode(codes) if font.map is not None else ""
        placed = _times(text, state.matrix)
        box = _corners(placed, (0, state.rise, advance, state.rise + 0.7 * state.size))
        problems = self.drawn.problems
        left, lower, right, upper = box
        if words.strip() or font.map is None:
            clipped = state.clip is not None and not _overlap(box, state.clip)
            if state.mode >= 3 or state.cover < _CLEAR or clipped:
                problems.add(Code.INVISIBLE_TEXT)
            lights = {0: [state.fill], 1: [state.stroke], 2: [state.fill, state.stroke]}.get(state.mode, [])
            if lights and all(light is not None and light > _WHITE for light in lights):
                problems.add(Code.WHITE_TEXT)
            across, up = hypot(placed[0], placed[1]) * state.stretch, hypot(placed[2], placed[3])
            if abs(state.size) * min(across, up) < _SMALLEST:
                problems.add(Code.TINY_TEXT)
            if not (
                self.box[0] <= left and right <= self.box[2] and self.box[1] <= lower and upper <= self.box[3]
            ):
                problems.add(Code.OFF_PAGE)
            under = [light for fill, light in self.fills if _overlap(box, fill)]
            if _alike(under[-1] if under else None, state.fill):
                problems.add(Code.COVERED_TEXT)
        self.drawn.texts.append(
            Shown(words, codes, font, max(self.marks, default=0), box, state.fill, self.line)
        )


_FILLING: Final = frozenset(["f", "F", "f*", "b", "b*", "B", "B*"])
_MOVES: Final = frozenset(["BT", "Td", "TD", "Tm", "T*", "'", '"'])
_PARAMETERS: Final = {
    "TL": "leading",
    "Tr": "mode",
    "Ts": "rise",
    "Tz": "stretch",
    "Tc": "character_space",
    "Tw": "word_space",
}


def _parameter(operator: str, numbers: list[float]) -> float:
    if operator == "Tr":
        return int(numbers[0])
    return numbers[0] / 100 if operator == "Tz" else numbers[0]


def _advance(font: Font, codes: bytes, state: _State) -> float:
    total = 0.0
    for code in font.codes(codes):
        total += font.widths.get(code, font.default_width) / 1000 * state.size + state.character_space
        if font.width == 1 and code == 32:
            total += state.word_space
    return total * state.stretch


def _alike(under: float | None, light: float | None) -> bool:
    return under is not None and light is not None and abs(under - light) < _SAME


def _light(numbers: list[float], operands: list[Operand]) -> float | None:
    if len(numbers) != len(operands):
        return None  # a pattern
    match numbers:
        case [grey]:
            return grey
        case [red, green, blue]:
            return 0.299 * red + 0.587 * green + 0.114 * blue
        case [cyan, magenta, yellow, black]:
            return max(0.0, 1 - 0.299 * cyan - 0.587 * magenta - 0.114 * yellow - black)
    return None


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _corners(matrix: Matrix, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    points = [(x * a + y * c + e, x * b + y * d + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _shared(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Return what lies in both boxes; it is turned inside out where nothing does."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Tell whether two boxes share more than an edge."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.1
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.1
    )
