"""The interpreter of page operators, which decides for every text whether a person sees it.

It implements only what it needs of PDF: the position and colour of all that is drawn (ISO 32000-1, 8, 9).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Final

from hrddesk.publish.audit.findings import AuditCode
from hrddesk.publish.audit.geometry import IDENTITY, Box, Matrix, corners, overlap, shared, times
from hrddesk.publish.audit.page_paths import DrawnPath
from hrddesk.publish.audit.tokens import CharacterMap, Operand, Operation, TooComplex, pdf_text

_SMALLEST: Final = 3.0  # points; nobody can read smaller letters
_WHITE: Final = 0.85  # of full light; lighter text counts as white
_CLEAR: Final = 0.15  # of full opacity; less counts as invisible
_SAME: Final = 0.1  # difference of light between a text and its background; less counts as covered
_JUMP: Final = 250  # thousandths of the size; a letter that is moved further begins a new piece of text
_DEPTH: Final = 12  # the deepest nesting of forms
_SAVED: Final = 1000  # graphics states that are saved at once; PDF guarantees 28
_MOST_WORK: Final = 4_000_000
"""The most units of work for a page: one for each token, letter and pair of boxes that are compared. A second
is enough for a million units or so; the fullest pages of this program need a hundredth of the limit."""
_OPERATION: Final = 4  # units of an operation, in addition to its tokens
_FORM: Final = 100  # units of a drawn form, in addition to its content
_KEPT: Final = 32  # units of a text, because it is stored

# The operators that this program uses. It did not write a page with any other operator.
_TEXT: Final = ["BT", "ET", "TL", "Tm", "T*", "Tf", "Tr", "Ts", "Tj", "TJ"]
_PICTURE: Final = ["q", "cm", "Do", "Q"]
OURS: Final = frozenset([*_TEXT, *_PICTURE, "rg", "RG", "w", "m", "l", "S", "re", "f", "BMC", "BDC", "EMC"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font of a page: its character map and the widths of its codes in thousandths of the font size."""

    key: int  # identifies the font within the file
    map: CharacterMap | None
    width: int  # bytes per code
    widths: Mapping[int, float]
    default_width: float
    encoding: CharacterMap | None = None  # the text of each code by a standard /Encoding
    is_drawn: bool = False  # whether the file defines the drawing of each letter (Type 3)

    def read(self, data: bytes) -> str:
        """Return the text of a shown string; codes without a known text become U+FFFD."""
        character_map = self.map or self.encoding
        return "\ufffd" * len(self.codes(data)) if character_map is None else character_map.decode(data)

    def codes(self, data: bytes) -> list[int]:
        """Return the character codes of a shown string."""
        return [
            int.from_bytes(data[offset : offset + self.width], "big")
            for offset in range(0, len(data), self.width)
        ]


@dataclass(frozen=True, slots=True)
class FormXObject:
    """A form XObject: its operations, fonts, forms and matrix."""

    operations: Iterable[Operation]
    resources: "Resources"
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Resources:
    """The resources that the operators of a page can refer to by name.

    `form` returns the form with a name, or None for a picture. `picture` returns the hash of the picture with
    a name, or "" if this program did not write the picture.
    """

    fonts: Mapping[str, Font]
    form: Callable[[str], FormXObject | None]
    picture: Callable[[str], str] = lambda _: ""
    cover: Callable[[str], float | None] = lambda _: None
    """The opacity of the named graphics state from 0 to 1; None if it has none."""


@dataclass(slots=True, kw_only=True)
class DrawnText:
    """A text as it was drawn."""

    text: str
    codes: bytes
    font: Font
    artifact: int  # the number of the artifact, from 1; 0 for text that is no artifact
    box: Box  # left, lower, right, upper
    light: float | None
    line: int  # texts that are shown without a move between them have the same number


@dataclass(slots=True, kw_only=True)
class Drawn:
    """Everything that a page draws, in order, and the problems found."""

    texts: list[DrawnText] = field(default_factory=list)
    problems: set[AuditCode] = field(default_factory=set)
    replacements: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # the hashes of pictures that this program wrote
    inline: int = 0  # the number of inline pictures
    shapes: int = 0  # sides that may form letters, see `DrawnPath.shapes`
    work: int = 0  # units, as `_MOST_WORK` counts them

    def artifacts(self) -> list[str]:
        """Return the texts that are marked as artifacts; pieces of the same artifact are joined."""
        text_of_artifact: dict[int, str] = {}
        for piece in self.texts:
            if piece.artifact:
                text_of_artifact[piece.artifact] = text_of_artifact.get(piece.artifact, "") + piece.text
        return list(text_of_artifact.values())


@dataclass(slots=True, kw_only=True)
class _State:
    matrix: Matrix = IDENTITY
    fill: float | None = 0.0  # light from 0 to 1; None for a pattern or an unknown colour space
    stroke: float | None = 0.0
    cover: float = 1.0
    clip: Box | None = None  # only what is inside the box is visible
    font: str = ""
    size: float = 0.0
    mode: int = 0
    leading: float = 0.0
    rise: float = 0.0
    stretch: float = 1.0
    character_space: float = 0.0
    word_space: float = 0.0


def draw(operations: Iterable[Operation], resources: Resources, box: Box) -> Drawn:
    """Return everything that the operators of a page draw; raise TooComplex if that takes too much work."""
    pen = _Pen(box)
    pen.follow(operations, resources, _State(), 0)
    return pen.drawn


class _Pen:
    def __init__(self, box: Box) -> None:
        self.box = box
        self.drawn = Drawn()
        self.fills: list[tuple[Box, float | None]] = []
        self.path = DrawnPath()
        self.clipping = False
        self.marks: list[int] = []
        self.artifacts = 0
        self.line = 0

    def work(self, units: int) -> None:
        """Count units of work; raise TooComplex if there are more than the limit."""
        self.drawn.work += units
        if self.drawn.work > _MOST_WORK:
            raise TooComplex

    def follow(
        self, operations: Iterable[Operation], resources: Resources, state: _State, depth: int
    ) -> None:
        saved: list[_State] = []
        line = text = IDENTITY
        for operation in operations:
            operator, operands = operation.operator, operation.operands
            self.work(_OPERATION + operation.tokens)
            self.line += operator in _MOVES
            if operator not in OURS:
                self.drawn.problems.add(AuditCode.UNEXPECTED_DRAWING)
            numbers = [value for value in operands if isinstance(value, float)]
            if operator in ("Tj", "'", '"', "TJ"):
                if operator in ("'", '"'):
                    line = text = times((1, 0, 0, 1, 0, -state.leading), line)
                text = self._show(operands[-1:], text, state, resources)
            elif operator in ("Td", "TD"):
                if operator == "TD":
                    state.leading = -numbers[1]
                line = text = times((1, 0, 0, 1, numbers[0], numbers[1]), line)
            elif operator == "T*":
                line = text = times((1, 0, 0, 1, 0, -state.leading), line)
            elif operator == "Tm":
                line = text = _matrix(numbers)
            elif operator == "BT":
                line = text = IDENTITY
            elif operator == "Tf":
                state.font, state.size = str(operands[0])[1:], numbers[0]
            elif operator == "q":
                if len(saved) == _SAVED:
                    raise TooComplex
                saved.append(replace(state))
            elif operator == "Q":
                state = saved.pop() if saved else state
            elif operator == "cm":
                state.matrix = times(_matrix(numbers), state.matrix)
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
                cover = resources.cover(str(operands[0])[1:])
                state.cover = state.cover if cover is None else cover
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
                self.drawn.inline += operator == "EI"
                self._cover(corners(state.matrix, (0, 0, 1, 1)), None)
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
            self.drawn.problems.add(AuditCode.UNEXPECTED_DRAWING)  # a form or an unknown object
        if form is not None and depth >= _DEPTH:
            raise TooComplex  # programs that read the text have no such limit
        if form is None:
            self._cover(corners(state.matrix, (0, 0, 1, 1)), None)
            return
        self.work(_FORM + len(form.resources.fonts))
        inner = replace(state, matrix=times(form.matrix, state.matrix))
        self.follow(form.operations, form.resources, inner, depth + 1)

    # --- shapes ---------------------------------------------------------------------------------------

    def _paths(self, operator: str, numbers: list[float], state: _State) -> None:
        scale = hypot(state.matrix[0], state.matrix[1])
        if operator == "re":
            x, y, width, height = numbers
            self.path.rectangle(x, y, width, height, scale)
        elif operator in ("m", "l", "c", "v", "y"):
            self.path.go(operator, list(zip(numbers[::2], numbers[1::2], strict=True)), scale)
        elif operator in _FILLING or operator in ("S", "s", "n"):
            if self.path.points:
                around = corners(state.matrix, self.path.box())
                if operator in _FILLING:
                    self._cover(around, state.fill)
                if self.clipping:
                    state.clip = around if state.clip is None else shared(state.clip, around)
                if operator != "n":
                    self.drawn.shapes += self.path.shapes(scale)
            self.path, self.clipping = DrawnPath(), False

    def _cover(self, box: Box, light: float | None) -> None:
        self.work(len(self.drawn.texts))
        for piece in self.drawn.texts:
            if overlap(piece.box, box):
                self.drawn.problems.add(AuditCode.COVERED_TEXT)
        self.fills.append((box, light))

    # --- text -----------------------------------------------------------------------------------------

    def _show(self, operands: list[Operand], text: Matrix, state: _State, resources: Resources) -> Matrix:
        font = resources.fonts.get(state.font)
        if font is None:
            self.drawn.problems.add(AuditCode.GLYPH)
            return text
        pieces = operands[0] if operands and isinstance(operands[0], list) else operands
        apart = abs(state.character_space) > abs(state.size) * _JUMP / 1000
        codes, begun, advance = bytearray(), 0.0, 0.0
        for piece in _letters(pieces, font.width) if apart else pieces:
            jump = apart
            if isinstance(piece, bytes):
                codes += piece
                advance += _advance(font, piece, state)
            elif isinstance(piece, float):
                jump = abs(piece) > _JUMP  # the following text is at another position
            if jump and codes:
                self._seen(bytes(codes), font, (begun, advance), text, state)
                codes.clear()
            if isinstance(piece, float):
                advance -= piece / 1000 * state.size * state.stretch
            begun = begun if codes else advance
        self._seen(bytes(codes), font, (begun, advance), text, state)
        return times((1, 0, 0, 1, advance, 0), text)

    def _seen(
        self, codes: bytes, font: Font, across: tuple[float, float], text: Matrix, state: _State
    ) -> None:
        self.work(_KEPT + len(codes) + len(self.fills) + len(self.marks))
        words = font.read(codes)
        placed = times(text, state.matrix)
        box = corners(placed, (across[0], state.rise, across[1], state.rise + 0.7 * state.size))
        problems = self.drawn.problems
        left_edge, lower, right, upper = box
        if words.strip():
            clipped = state.clip is not None and not overlap(box, state.clip)
            if state.mode >= 3 or state.cover < _CLEAR or clipped:
                problems.add(AuditCode.INVISIBLE_TEXT)
            lights = {0: [state.fill], 1: [state.stroke], 2: [state.fill, state.stroke]}.get(state.mode, [])
            if lights and all(light is not None and light > _WHITE for light in lights):
                problems.add(AuditCode.WHITE_TEXT)
            wide, high = hypot(placed[0], placed[1]) * state.stretch, hypot(placed[2], placed[3])
            if abs(state.size) * min(wide, high) < _SMALLEST:
                problems.add(AuditCode.TINY_TEXT)
            if not (
                self.box[0] <= left_edge
                and right <= self.box[2]
                and self.box[1] <= lower
                and upper <= self.box[3]
            ):
                problems.add(AuditCode.OFF_PAGE)
            under = [light for fill, light in self.fills if overlap(box, fill)]
            if _alike(under[-1] if under else None, state.fill):
                problems.add(AuditCode.COVERED_TEXT)
        self.drawn.texts.append(
            DrawnText(
                text=words,
                codes=codes,
                font=font,
                artifact=max(self.marks, default=0),
                box=box,
                light=state.fill,
                line=self.line,
            )
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


def _letters(pieces: Iterable[Operand], width: int) -> Iterator[Operand]:
    """Yield the operands of the operator TJ, with each string split into strings of a single code."""
    for piece in pieces:
        if isinstance(piece, bytes):
            yield from (piece[offset : offset + width] for offset in range(0, len(piece), width))
        else:
            yield piece


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
