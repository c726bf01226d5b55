"""The audit of a finished PDF for everything that must not be in it.

If the approved model is given, every character of every page is compared with the model. A file of unknown
origin has no model; for such a file the audit reports only what can be found in any file.
"""

import io
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from hrddesk.publish.audit import cross_reference, needles, structure, text_placement
from hrddesk.publish.audit.approved_content import Approved, plain
from hrddesk.publish.audit.findings import AuditCode, AuditFinding, Severity
from hrddesk.publish.audit.glyphs import check_font
from hrddesk.publish.audit.own_names import strangers
from hrddesk.publish.audit.page_operators import Drawn, draw
from hrddesk.publish.audit.page_resources import PageFonts, image_of, page_box, page_bytes
from hrddesk.publish.audit.reading_order import LineReader, lines
from hrddesk.publish.audit.tokens import TooComplex, hidden_in, operations
from hrddesk.publish.audit.vault_needles import Hit, Sought, hidden_in_text
from hrddesk.publish.typesetting.fontfile import FILES, FontFace, mongolian
from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.publish.typesetting.punctuation import SHARED_AS_CHINESE
from hrddesk.publish.typesetting.shaping import Shaper
from hrddesk.redact.detection.matcher import NameIndex
from hrddesk.redact.model.model import RedactedModel
from hrddesk.system.jobs import Job, silent

if TYPE_CHECKING:
    from pypdf import PdfReader

# Other programs may use all drawing operators of PDF.
_ONLY_OURS: Final = frozenset([AuditCode.UNEXPECTED_DRAWING])
_UNREAD: Final = frozenset([AuditCode.PICTURE, AuditCode.DRAWING])
_MOST_SHAPES: Final = 24  # sides on a page, see `Drawn.shapes`; three letters may have as many
_SEAM: Final = 300  # characters at the end and the beginning of a page that are read as one text
_SHOWN: Final = re.compile(rb"<[0-9A-F]+>(?= Tj|[^\]]*\] TJ)")
# The progress in hundredths when all objects were visited, all pages interpreted, all texts compared.
_SURVEYED: Final = 40
_DRAWN: Final = 75
_READ: Final = 80  # a file of unknown origin: the texts of its pages were read
_COMPARED: Final = 85
_WHOLE: Final = 100
_MOST_WORK: Final = 100_000_000
"""The limit for a file of unknown origin, in units of work (see `page_operators`).

It corresponds to a publication of 7,000 cases.
"""
_PAGE: Final = 2000  # units of work of a page, in addition to its content
_ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1}


Names = Callable[[Sequence[str]], NameIndex]


def _no_names(texts: Sequence[str]) -> NameIndex:
    """Return an empty index of names, for an audit without a vault."""
    del texts
    return NameIndex(())


@dataclass(frozen=True, slots=True)
class Audited:
    """The result of an audit; `findings` begin with errors, `pictures` counts those in no approved model."""

    findings: tuple[AuditFinding, ...]
    pages: int
    pictures: int = 0

    @property
    def passed(self) -> bool:
        """Whether the file passed the audit: no finding is an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    @property
    def drawings(self) -> int:
        """The number of pages with a drawing that may spell words."""
        return sum(finding.code is AuditCode.DRAWING for finding in self.findings)

    @property
    def read(self) -> bool:
        """Whether all content could be read: no finding reports a picture or a drawing."""
        return all(finding.code not in _UNREAD for finding in self.findings)


def audit(pdf: bytes, model: RedactedModel | None, secrets: Sequence[str]) -> list[AuditFinding]:
    """Return the findings about `pdf`, errors first.

    `model` is the approved model from which the file was made, or None for a file of unknown origin.
    `secrets` are names, aliases, numbers and places of the vault; a secret that the model contains is
    allowed.
    """
    return list(examine(pdf, model, secrets).findings)


def examine(
    pdf: bytes,
    model: RedactedModel | None,
    secrets: Sequence[str],
    job: Job | None = None,
    index: Names | None = None,
) -> Audited:
    """Audit `pdf` as `audit` does, and return its findings with the numbers of pages and of pictures.

    `job` receives its steps in hundredths of the work. A file of unknown origin is searched for names in
    every form: `index` returns an index of the names that the given texts may contain. Raise Cancelled.
    """
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its messages quote the file
    auditor = _Auditor(pdf, model, secrets, job or silent(), index or _no_names)
    try:
        auditor.run()
    except TooComplex:
        auditor.add(AuditCode.TOO_COMPLEX, auditor.at)
    except (PyPdfError, DependencyError, *structure.BROKEN):
        auditor.add(AuditCode.UNREADABLE)
    findings = sorted(auditor.findings, key=lambda finding: (_ORDER[finding.severity], finding))
    return Audited(tuple(findings), auditor.page_count, auditor.pictures)


class _Auditor:
    def __init__(
        self, pdf: bytes, model: RedactedModel | None, secrets: Sequence[str], job: Job, index: Names
    ) -> None:
        self.pdf = self.objects = pdf  # later without the table, in which any number may occur
        self.job = job
        self.approved = Approved(model) if model is not None else None
        self.secrets = [secret for secret in dict.fromkeys(secrets) if secret.strip()]
        self.findings: set[AuditFinding] = set()
        self.index = index
        self.page_count = self.pictures = 0
        self.at = 0  # the number of the current page; 0: the file as a whole
        self.opened = PageFonts()
        self.read: list[str] = []  # the lines in reading order, once they were compared

    def add(self, code: AuditCode, page: int = 0, severity: Severity = Severity.ERROR) -> None:
        if self.approved is None and code in _ONLY_OURS:
            return
        if self.approved is None and code is AuditCode.PICTURE:
            severity = Severity.WARNING
        self.findings.add(AuditFinding(code, severity, page))

    def _add(self, hits: Iterable[Hit], page: int = 0) -> None:
        for code, severity in hits:
            self.add(code, page, severity)

    def run(self) -> None:
        from pypdf import PdfReader

        for code in structure.revisions(self.pdf):
            self.add(code)
        reader = PdfReader(io.BytesIO(self.pdf))
        if reader.is_encrypted:
            self.add(AuditCode.UNREADABLE)
            return
        used = structure.lengths(self.pdf) if self.approved is None else frozenset()
        survey = structure.survey(reader, lambda: self.job.step(0, _WHOLE), used)
        table = cross_reference.read(self.pdf, reader)
        if table is None:
            self.add(AuditCode.DAMAGED_TABLE)
        else:
            survey.problems |= structure.stray(self.pdf, table)
            self.objects = self.pdf[: table.end]
        for code in survey.problems:
            self.add(code)
        for image in survey.images:
            if self.approved is None or image_of(image) not in self.approved.pictures:
                self.add(AuditCode.PICTURE)
                self.pictures += 1
        pages = self._pages(reader, survey)
        if self.approved is not None:
            self._compare(self.approved, pages, survey)
            self._search(self.approved, pages, survey)
        else:
            self._look_at(pages)
            self._search_unknown(reader, pages, survey)

    def _pages(self, reader: "PdfReader", survey: structure.Structure) -> list[Drawn]:
        pages: list[Drawn] = []
        self.page_count = len(reader.pages)
        work = _PAGE * self.page_count  # the list may contain the same page many times
        for number, page in enumerate(reader.pages, 1):
            if self.approved is None and work > _MOST_WORK:
                self.at = 0  # no single page is too complex
                raise TooComplex
            self.at = number
            self.job.step(_SURVEYED + (_DRAWN - _SURVEYED) * number // self.page_count, _WHOLE)
            resources = self.opened.resources(page.get("/Resources"))
            code = page_bytes(page)
            if self.approved is not None and b"%" in code and hidden_in(code):
                self.add(AuditCode.STRAY_BYTES, number)
            drawn = draw(operations(code), resources, page_box(page))
            for problem in drawn.problems:
                self.add(problem, number)
            survey.replacements += drawn.replacements
            pages.append(drawn)
            work += drawn.work
        self.at = 0
        return pages

    def _compare(self, approved: Approved, pages: list[Drawn], survey: structure.Structure) -> None:
        """Compare every character, picture and font of the pages with the approved model."""
        reader = LineReader(approved.texts)
        for drawn in pages:
            self.job.step(_DRAWN, _WHOLE)
            body = [piece for piece in drawn.texts if not piece.artifact]
            self.read += [reader.read(line) for line in lines(body)]
        if plain("".join(self.read)) != approved.text:
            self.add(AuditCode.TEXT_DIFFERS)
        for number in approved.repeats([drawn.artifacts() for drawn in pages])[1]:
            self.add(AuditCode.TEXT_DIFFERS, number)
        replaced = [plain(text) for text in survey.replacements]
        if any(text not in approved.text and text not in approved.alternatives for text in replaced):
            self.add(AuditCode.ACTUAL_TEXT)
        if any(plain(title) not in approved.titles for title in survey.titles):
            self.add(AuditCode.OUTLINE)
        if survey.forms or survey.pages != self.page_count:
            self.add(
                AuditCode.UNUSED_OBJECT
            )  # a page draws no form of ours, and is one of those that were read
        fonts = {str(font["/BaseFont"]) for font in self.opened.dictionaries.values()}
        if strangers(survey.names, set(survey.texts) - set(survey.replacements), approved, fonts):
            self.add(AuditCode.STRAY_TEXT)
        if [piece for drawn in pages for piece in drawn.pictures] != approved.pictures:
            self.add(AuditCode.PICTURE)
        self._compare_fonts(approved, pages)

    def _compare_fonts(self, approved: Approved, pages: list[Drawn]) -> None:
        """Check that every font is a subset of one of our font files and has exactly the drawn glyphs."""
        drawn: dict[int, set[int]] = {key: set() for key in self.opened.fonts}
        for page in pages:
            for piece in page.texts:
                drawn[piece.font.key].update(piece.font.codes(piece.codes))
        joined = _joined([*self.read, approved.repeated], approved.fonts)
        for key, font in self.opened.fonts.items():
            dictionary = self.opened.dictionaries[key]
            name = str(dictionary.get("/BaseFont"))[8:]  # without the slash, six letters and a plus
            face = next((face for face in FontFace if FILES[face] == f"{name}.ttf"), None)
            if face is None or font.map is None:
                self.add(AuditCode.GLYPH)
                continue
            file = approved.fonts.files[face]
            for code in check_font(dictionary, font.map, file, drawn[key], joined[face]):
                self.add(code)
            if font.widths.keys() - drawn[key]:
                self.add(AuditCode.GLYPH)  # the width of a letter tells which letter it is
            if not all(map(approved.knows, font.map.texts.values())):
                self.add(AuditCode.TO_UNICODE)

    def _search(self, approved: Approved, pages: list[Drawn], survey: structure.Structure) -> None:
        """Search the text and all bytes of the file for secrets that the approved model does not contain."""
        repeated = [drawn.artifacts() for drawn in pages]
        # Footers, table heads and page numbers may be repeated; any other text may not.
        allowed = approved.text + approved.repeats(repeated)[0]
        sought = needles.TextNeedles(self.secrets)
        for secret in sought.beyond("".join([*self.read, *chain.from_iterable(repeated)]), allowed):
            self.add(AuditCode.SECRET_IN_TEXT, 0, needles.severity(secret))
        lawful = set(sought.within("\n".join([allowed, *approved.alternatives])))
        secrets = [secret for secret in self.secrets if secret not in lawful]
        for secret in needles.TextNeedles(secrets).within("\n".join(survey.texts)):
            self.add(AuditCode.SECRET_IN_BYTES, 0, needles.severity(secret))
        sought_bytes = needles.ByteNeedles(secrets)
        # Every shown string was read above. As numbers of glyphs it could spell anything: "and" is "DQG".
        streams = [_SHOWN.sub(b"<>", data) if data.isascii() else data for data in survey.streams]
        for data in self._stepping(
            [self.objects, *streams, b"\n".join(survey.strings), _joined_names(survey)]
        ):
            for secret in sought_bytes.within(data):
                self.add(AuditCode.SECRET_IN_BYTES, 0, needles.severity(secret))

    def _stepping(self, everything: Sequence[bytes]) -> Iterator[bytes]:
        for number, data in enumerate(everything):
            self.job.step(_COMPARED + (_WHOLE - _COMPARED) * number // len(everything), _WHOLE)
            yield data

    def _look_at(self, pages: list[Drawn]) -> None:
        """Report what no program can read on the pages: unreadable text, drawings, inline pictures."""
        for number in text_placement.unreadable(pages):
            self.add(AuditCode.UNREADABLE_TEXT, number)
        for number, drawn in enumerate(pages, 1):
            if drawn.shapes > _MOST_SHAPES or any(piece.font.is_drawn for piece in drawn.texts):
                self.add(AuditCode.DRAWING, number, Severity.WARNING)
            if drawn.inline:
                self.add(AuditCode.PICTURE, number)
                self.pictures += drawn.inline

    def _search_unknown(self, reader: "PdfReader", pages: list[Drawn], survey: structure.Structure) -> None:
        """Search the pages, strings and bytes of a file of unknown origin for names and secrets."""
        readings: list[tuple[int, str]] = []  # each with its page number
        before = ""
        for number, (page, drawn) in enumerate(zip(reader.pages, pages, strict=True), 1):
            self.job.step(_DRAWN + (_READ - _DRAWN) * number // self.page_count, _WHOLE)
            unknown = any("\ufffd" in piece.text for piece in drawn.texts)  # another reader may know more
            readings += ((number, text) for text in _readings(drawn, page.extract_text() if unknown else ""))
            text = text_placement.by_drawing(drawn)
            readings.append((number, f"{before}\n{text[:_SEAM]}"))  # the text across two pages
            before = text[-_SEAM:]
        readings += ((0, text) for drawn in self._undrawn(survey) for text in _readings(drawn))
        # Many programs number letters by first use: then the map spells the beginning of the text.
        maps = "\n".join("".join(font.map.texts.values()) for font in self.opened.fonts.values() if font.map)
        strings = "\n".join([*survey.texts, *survey.titles, *survey.replacements, *sorted(survey.names)])
        texts = [*(text for _, text in readings), maps, strings]
        sought = Sought(self.secrets, self.index([*texts, *map(hidden_in_text, texts)]))
        for done, (number, text) in enumerate(readings):
            self.job.step(_READ + (_COMPARED - _READ) * done // len(readings), _WHOLE)
            self._add(sought.in_text(text), number)
        if any(code is AuditCode.SECRET_IN_TEXT for code, _ in sought.in_text(maps)):
            self.add(AuditCode.TO_UNICODE)
        hits = sought.in_string(strings)
        for data in self._stepping(
            [self.objects, *survey.streams, b"\n".join(survey.strings), _joined_names(survey)]
        ):
            hits |= sought.in_bytes(data)
        self._add(hits)

    def _undrawn(self, survey: structure.Structure) -> Iterator[Drawn]:
        """Yield the content of each form that no page draws, and of each pattern (which a page may show)."""
        work = 0
        for value in survey.contents:
            if id(value) not in self.opened.followed:
                self.job.step(_COMPARED, _WHOLE)
                resources = self.opened.resources(value.get("/Resources"))
                drawn = draw(operations(bytes(value.get_data())), resources, (0, 0, 0, 0))
                work += drawn.work
                if work > _MOST_WORK:
                    raise TooComplex
                yield drawn


def _readings(drawn: Drawn, read: str = "") -> Iterable[str]:
    """Return the text of a page in each order in which it can be read; equal texts are returned only once.

    `read` is the text that another program extracted from the page.
    """
    rows = text_placement.by_place(drawn)
    texts = [
        read,
        text_placement.by_encoding(drawn),
        text_placement.by_drawing(drawn),
        "\n".join(rows),
        text_placement.turned(rows),
    ]
    return {plain(text): text for text in texts if text}.values()


def _joined_names(survey: structure.Structure) -> bytes:
    return "\n".join(sorted(survey.names)).encode("utf-8", "replace")


def _joined(lines_read: Sequence[str], fonts: Fonts) -> dict[FontFace, set[tuple[int, str]]]:
    """Return the glyphs of joined letters in `lines_read`, each with its text, for each font.

    To find the glyphs, the lines are shaped again.
    """
    joined: dict[FontFace, set[tuple[int, str]]] = {face: set() for face in FontFace}
    shaper = Shaper(fonts)
    joining = list(filter(fonts.joins, lines_read))
    upright = any(map(mongolian, joining))  # characters between Mongolian letters are placed one by one
    for line in [*lines_read, SHARED_AS_CHINESE] if upright else joining:
        for face, glyph, text in shaper.pairs(line):
            joined[face].add((glyph, text))
    return joined
