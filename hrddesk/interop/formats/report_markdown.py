"""Reports as Markdown files; a written report is read back as the same blocks.

Each heading is a block of its own. Lines with `>` are a quotation, and a reference alone on its line is an
entry. All other consecutive lines are a text. A block with further fields is between two comments, and the
first comment contains these fields in JSON. The file begins with a head between two lines `---`: the fields
of the report, and the language, author and state of all blocks that do not state their own.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import BLOCKS_LIST, SPECS, Kind
from hrddesk.records.texts.mentions import MARK, mentions_in

Parts = Mapping[str, str]
"""The fields of a block; `record` is a reference."""

_HEADING: Final = re.compile(r"#{1,6} \S.*")
_RULE: Final = "---"
_BEGIN, _END = "<!-- block ", "<!-- end -->"
_ESCAPED: Final = re.compile(r"\\*" + re.escape(_END))
_USUAL: Final[tuple[str, ...]] = ("language", "by", "state")
FIELDS: Final = tuple(field.name for field in SPECS[Kind.REPORT].fields if field.name != "ref")
_PARTS: Final = tuple(field.name for field in BLOCKS_LIST.fields if field.name != "body")
LONGEST: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The content of a report file: the fields of the report and its blocks."""

    fields: Mapping[str, str]
    blocks: Sequence[Parts]


def written(fields: Mapping[str, str], blocks: Sequence[Parts]) -> str:
    """Return a report as Markdown."""
    usual = {name: _commonest(block.get(name, "") for block in blocks) for name in _USUAL}
    head = {name: fields.get(name, "") for name in FIELDS} | usual
    lines = [_RULE, *(f"{name}: {_value(text)}" for name, text in head.items() if text), _RULE]
    before = False
    for block in blocks:
        plain = _plain(block)
        parts = {name: text for name, text in block.items() if text and usual.get(name) != text}
        is_plain = plain is not None and not (before and plain == block.get("body"))
        is_plain = is_plain and all(block.get(name, "") == text for name, text in usual.items())
        if not is_plain or parts != _first_block(str(plain).split("\n")):
            lines += ["", *_marked(block, usual)]
            before = False
        else:
            lines += ["", str(plain)]
            before = plain == block.get("body")
    return "\n".join(lines) + "\n"


def read(text: str) -> ReportFile:
    """Read a report from Markdown; raise InvalidValue, whose message names the line."""
    if len(text) > LONGEST:
        raise InvalidValue(
            field="FILE", why=Translatable("a report has at most {0} characters", f"{LONGEST:,}")
        )
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    head, start = _head(lines)
    fields = {name: head[name] for name in FIELDS if name in head}
    usual = {name: head[name] for name in _USUAL if name in head}
    return ReportFile(fields, [{**usual, **block} for block in _blocks(lines[start:], start)])


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else ""


def _first_block(lines: Sequence[str]) -> Parts | None:
    """Return the first block of the lines, or None if there is no block or its comment is malformed."""
    try:
        return next(_blocks(lines, 0), None)
    except InvalidValue:
        return None


def _plain(block: Parts) -> str | None:
    """Return a block as plain Markdown; None if Markdown has no form for the block."""
    kind, body = block.get("kind", ""), block.get("body", "")
    if kind == "heading" and body:
        return body if _HEADING.fullmatch(body) else f"# {body}"
    if kind == "quotation":
        return "\n".join(f"> {line}" if line else ">" for line in body.split("\n"))
    if kind == "entry":
        return f"{MARK}{block.get('record', '')}"
    return body if kind == "text" and body else None


def _marked(block: Parts, usual: Mapping[str, str]) -> Iterator[str]:
    """Yield a block between two comments; the first one has its fields, except those equal to `usual`."""
    parts = {name: block.get(name, "") for name in _PARTS}
    parts = {name: text for name, text in parts.items() if text != usual.get(name, "")}
    yield _BEGIN + json.dumps(parts, ensure_ascii=False).replace(">", "\\u003e") + " -->"
    for line in block.get("body", "").split("\n") if block.get("body") else ():
        yield "\\" + line if _ESCAPED.fullmatch(line) else line
    yield _END


def _value(text: str) -> str:
    """Return a value of the head on one line: unchanged if it reads back as the same text, else as JSON."""
    is_simple = text == text.strip() and not text.startswith('"') and len(text.splitlines()) == 1
    return text if is_simple else json.dumps(text, ensure_ascii=False)


def _head(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the values of the head by name, and the number, from 0, of the first line after the head."""
    if lines[0] != _RULE:
        return {}, 0
    head: dict[str, str] = {}
    for number, line in enumerate(lines[1:], 1):
        name, sign, value = (part.strip() for part in line.partition(":"))
        if line == _RULE:
            return head, number + 1
        if not line.strip():
            continue
        if not sign or name not in (*FIELDS, *_USUAL) or name in head:
            raise _wrong(number, f"write NAME: VALUE, each name once: {', '.join((*FIELDS, *_USUAL))}")
        head[name] = _text(number, value) if value.startswith('"') else value
    raise _wrong(0, "no second line --- follows")


def _text(number: int, value: str) -> str:
    try:
        text = json.loads(value)
    except ValueError:
        text = None
    if not isinstance(text, str):
        raise _wrong(number, "a value that begins with a quotation mark is a text in JSON")
    return text


def _blocks(lines: Sequence[str], before: int) -> Iterator[Parts]:
    """Yield the blocks of the lines; `before` is the number of lines above them in the file."""
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.startswith(_BEGIN):
            block, number = _read_marked(lines, number, before)
            yield block
        elif not line.strip():
            number += 1
        elif _is_single(line):
            yield _single(line)
            number += 1
        else:
            is_quote = line.startswith(">")
            end = number + 1
            while end < len(lines) and (_goes_on if is_quote else _is_text)(lines[end]):
                end += 1
            taken = lines[number:end]
            if is_quote:
                body = "\n".join(item[2:] if item.startswith("> ") else item[1:] for item in taken)
                yield {"kind": "quotation", "body": body}
            else:
                yield {"kind": "text", "body": "\n".join(taken).rstrip()}
            number = end


def _goes_on(line: str) -> bool:
    return line.startswith(">")


def _is_text(line: str) -> bool:
    return not (line.startswith((">", _BEGIN)) or _is_single(line))


def _is_single(line: str) -> bool:
    """Tell whether a line is a heading or an entry; such a block has exactly one line."""
    return _HEADING.fullmatch(line) is not None or _entry(line) is not None


def _entry(line: str) -> str | None:
    mention = next(mentions_in(line), None) if line.startswith(MARK) else None
    return mention.ref if mention is not None and mention.end == len(line) and mention.is_certain else None


def _single(line: str) -> Parts:
    ref = _entry(line)
    if ref is not None:
        return {"kind": "entry", "record": ref}
    return {"kind": "heading", "body": line.removeprefix("# ")}


def _read_marked(lines: Sequence[str], number: int, before: int) -> tuple[Parts, int]:
    """Return the block between comments that begins at line `number`, and the number of the line after it."""
    try:
        parts = json.loads(lines[number].removeprefix(_BEGIN).removesuffix(" -->"))
    except (ValueError, RecursionError):
        parts = None
    is_sound = isinstance(parts, dict) and all(isinstance(text, str) for text in parts.values())
    if not is_sound or not parts.keys() <= {*_PARTS} or not lines[number].endswith(" -->"):
        raise _wrong(before + number, f"a block says in JSON some of {', '.join(_PARTS)}, each a text")
    body: list[str] = []
    for end in range(number + 1, len(lines)):
        if lines[end] == _END:
            return ({**parts, "body": "\n".join(body)} if body else parts), end + 1
        body.append(lines[end][1:] if _ESCAPED.fullmatch(lines[end]) else lines[end])
    raise _wrong(before + number, f"no line {_END} follows")


def _wrong(number: int, why: str) -> InvalidValue:
    return InvalidValue(field=f"FILE:{number + 1}", why=why)
