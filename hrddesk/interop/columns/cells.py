r"""The formats of a cell of the kit: lists, names, penalties, sizes, consents, comments.

Items of a list are separated by `|`. A bar within an item is written `\|`; backslashes are escapes only
directly before a bar, so that ordinary text needs no escaping.
"""

import re
from collections.abc import Iterable
from typing import Final

from hrddesk.records.model.field_specs import MOST_COUNTED, MOST_MONEY, MOST_MONTHS
from hrddesk.records.model.record import Element, Value
from hrddesk.records.names.names import Script, script_of
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.vocabulary import OPEN
from hrddesk.records.terms.words import SHIPPED, Words

_BAR: Final = re.compile(r"(?<!\\)(\\*+)\|")


def split_all(cell: str) -> list[str]:
    """Return the items of a cell, including empty ones; an empty cell has no items."""
    if not cell:
        return []
    items, current, end = [], "", 0
    for match in _BAR.finditer(cell):
        backslashes = len(match[1])
        current += cell[end : match.start()] + "\\" * (backslashes // 2)
        end = match.end()
        if backslashes % 2:
            current += "|"
        else:
            items.append(current)
            current = ""
    return [*items, current + cell[end:]]


def split(cell: str) -> list[str]:
    """Return the items of a cell that are not blank."""
    return [item for item in split_all(cell) if item.strip()]


def join(items: Iterable[str]) -> str:
    """Return the cell that `split_all` splits into these items."""
    escaped = [_BAR.sub(lambda match: match[1] * 2 + "\\|", item) for item in items]
    for index, item in enumerate(escaped[:-1]):
        escaped[index] = item + "\\" * (len(item) - len(item.rstrip("\\")))
    return "|".join(escaped)


# --- names ----------------------------------------------------------------------------------------------

_NAME: Final = re.compile(r"(?P<name>.+)@(?P<script>[A-Za-z]{4})(?::(?P<kind>.*))?", re.DOTALL)


def name_of(item: str, mains: set[str], words: Words = SHIPPED) -> Element:
    """Read `name@script:kind`; a bare name is a main name in the script of its characters.

    `mains` are the scripts that already have a main name; a second bare name in such a script is a variant.
    """
    match = _NAME.fullmatch(item.strip())
    if match is None:
        script = script_of(item).value
        kind = "variant" if script in mains else "main"
        name = item.strip()
    else:
        name, script = match["name"].strip(), match["script"].capitalize()
        kind = words.load("name_kind").code(match["kind"] or "") or match["kind"] or ""
    if kind == "main":
        mains.add(script)
    return {"name": name, "script": script, "kind": kind}


def name_item(element: Element) -> str:
    """Return the cell item of a name, with its script and kind."""
    name, kind = str(element.get("name") or ""), str(element.get("kind") or "")
    script = str(element.get("script") or script_of(name))
    return f"{name}@{script}" + (f":{kind}" if kind else "")


def is_script(code: str) -> bool:
    """Tell whether `code` is one of the scripts in which names are recorded."""
    return code in set(Script)


# --- terms ----------------------------------------------------------------------------------------------

OCCUPATION: Final = "occupation"
_CHOSEN: Final = re.compile(r"(.+) \{([^\s{}]*)\}", re.DOTALL)


def party_term_of(item: str, words: Words = SHIPPED) -> Element:
    """Read `vocabulary:words`, optionally followed by ` [since..until]`."""
    raw, since, until = _dated(item) or (item, "", "")
    name, colon, rest = raw.partition(":")
    if not colon or (name and name not in vocabulary.PLAIN):
        return {"raw": raw, "since": since, "until": until}
    return {"vocabulary": name, **worded_of(rest, name, words), "since": since, "until": until}


def party_term_item(element: Element, words: Words = SHIPPED) -> str:
    """Return the cell item of a term of a party, with its vocabulary and its dates if any."""
    since, until = str(element.get("since") or ""), str(element.get("until") or "")
    name = str(element.get("vocabulary") or "")
    written = f"{name}:{worded_item(element, name, words)}"
    dated = since or until or _dated(written)
    return f"{written} [{since}..{until}]" if dated else written


def _dated(item: str) -> tuple[str, str, str] | None:
    """Return the text before the last ` [since..until]` of an item, and both dates; None if there are no
    dates.
    """
    end = item.rfind("..", 0, -1) if item.endswith("]") else -1
    start = item.rfind(" [", 0, end) if end >= 0 else -1
    if start < 0:
        return None
    since, _, until = item[start + 2 : -1].partition("..")
    return item[:start], since, until


def occupation_of(item: str, words: Words = SHIPPED) -> Element:
    """Read an item of the column of occupations; return it as a term of a party."""
    return {"vocabulary": OCCUPATION, **worded_of(item, OCCUPATION, words)}


def is_plain_occupation(element: Element) -> bool:
    """Tell whether the column of occupations can express this term of a party completely."""
    return element.get("vocabulary") == OCCUPATION and not (element.get("since") or element.get("until"))


def worded_of(item: str, name: str, words: Words = SHIPPED) -> Element:
    """Read words of the vocabulary `name`, optionally followed by ` {code}`.

    The code in braces replaces the code that follows from the words; empty braces mean no code.
    """
    match = _CHOSEN.fullmatch(item)
    raw, code = match.groups() if match else (item, words.load(name).code(item))
    return {"raw": raw, "term": code or None}


def worded_item(element: Element, name: str, words: Words = SHIPPED) -> str:
    """Return the words of an entry, followed by its code in braces if the words do not imply the code."""
    written, code = words_of(element), str(element.get("term") or "")
    chosen = f"{written} {{{code}}}"
    follows = code == follows_from(element, name, words) and not _CHOSEN.fullmatch(written)
    return written if follows or not _CHOSEN.fullmatch(chosen) else chosen


def follows_from(element: Element, name: str, words: Words = SHIPPED) -> str:
    """Return the code that the vocabulary `name` assigns to the words of an entry; empty for none."""
    return words.load(name).code(words_of(element)) or ""


def words_of(element: Element) -> str:
    """Return the words as typed, or the code if a form stored only the code."""
    return str(element.get("raw") or element.get("term") or "")


# --- penalties ------------------------------------------------------------------------------------------

_UNTIL: Final = re.compile(r"\buntil (?=.)", re.DOTALL)
_COLON: Final = re.compile("[:：]")
_TERM: Final = re.compile(
    r"(?:(?P<years>\d{1,4}) ?(?:years?|y|年))?[ ,]*(?:(?P<months>\d{1,5}) ?(?:months?|m|个月|月))?", re.I
)
_SUM: Final = re.compile(r"(?P<number>\d[\d,]{0,20}) ?(?P<unit>.*)", re.DOTALL)
_CURRENCIES: Final = {"元": "CNY", "rmb": "CNY", "yuan": "CNY", "人民币": "CNY", "港元": "HKD", "港币": "HKD"}


MEANING: Final = ("kind", "months", "ends", "amount", "currency", "quantity", "unit")
"""The fields that hold the interpreted meaning of a penalty."""
_CHOSEN_PENALTY: Final = re.compile(r"(.+) \{([^{}]*)\}", re.DOTALL)


def penalty_of(item: str, words: Words = SHIPPED) -> tuple[Element, bool]:
    """Read a penalty `kind:value`, for example `fixed:48months`, `fine:200000CNY` or `life`.

    The second result tells whether the item was understood completely. The typed text is always in `raw`. If
    the user entered a different meaning, it follows in braces: `four years {fixed:48months}`, `life {}`.
    """
    match = _CHOSEN_PENALTY.fullmatch(item)
    if match is not None:
        meaning, complete = _meaning_of(match[2], words) if match[2] else ({}, True)
        if complete:
            return {**meaning, "raw": match[1]}, True
    return _meaning_of(item, words)


def _meaning_of(item: str, words: Words) -> tuple[Element, bool]:
    raw: dict[str, Value] = {"raw": item}
    text = item.strip()
    until = _UNTIL.search(text)
    before, ends = (text[: until.start()], text[until.end() :]) if until else (text, None)
    name, *values = _COLON.split(before, 1)
    kind = words.load("penalty").code(name.strip())
    if kind is None:
        return raw, False
    meaning: dict[str, Value] = {**raw, "kind": kind, "ends": ends}
    value = values[0].strip() if values else ""
    if not value:
        return meaning, True
    term = _TERM.fullmatch(value)
    if term is not None and (term["years"] or term["months"]):
        months = int(term["years"] or 0) * 12 + int(term["months"] or 0)
        return ({**meaning, "months": months}, True) if months <= MOST_MONTHS else (meaning, False)
    amount = _SUM.fullmatch(value)
    if amount is None:
        return meaning, False
    number, unit = int(amount["number"].replace(",", "")), amount["unit"].strip()
    currency = _CURRENCIES.get(unit.casefold(), unit if re.fullmatch("[A-Z]{3}", unit) else "")
    if number > (MOST_MONEY if currency else MOST_COUNTED):
        return meaning, False
    if currency:
        return {**meaning, "amount": number, "currency": currency}, True
    return {**meaning, "quantity": number, "unit": unit}, True


def penalty_item(element: Element, words: Words = SHIPPED) -> str:
    """Return a penalty as typed, followed by its stored meaning in braces if the text does not imply that
    meaning.
    """
    written, meaning = words_of_penalty(element), _meaning(element)
    chosen = f"{written} {{{words_of_penalty(meaning) if meaning else ''}}}"
    for item in (written, chosen):
        penalty, _ = penalty_of(item, words)
        if penalty.get("raw") == written and _meaning(penalty) == meaning:
            return item
    return written


def _meaning(penalty: Element) -> Element:
    """Return the interpreted meaning of a penalty, without its words."""
    return {part: penalty[part] for part in MEANING if penalty.get(part) not in (None, "")}


def words_of_penalty(element: Element) -> str:
    """Return a penalty as typed, or in the format of the kit if it was entered in a form."""
    if element.get("raw"):
        return str(element["raw"])
    value = ""
    if element.get("months") is not None:
        value = f"{element['months']}months"
    elif element.get("amount") is not None:
        value = f"{element['amount']}{element.get('currency') or ''}"
    elif element.get("quantity") is not None:
        value = f"{element['quantity']}{element.get('unit') or ''}"
    written = str(element.get("kind") or "unknown") + (f":{value}" if value else "")
    return written + (f" until {element['ends']}" if element.get("ends") else "")


# --- sizes ----------------------------------------------------------------------------------------------

_SIZES: Final = (
    re.compile(r"(?P<min>\d{1,12})"),
    re.compile(r"(?P<min>\d{1,12}) ?(?:-|–|to|至|到) ?(?P<max>\d{1,12})"),
    re.compile(
        r"(?:at least|more than|over|至少|超过|>=?|≥) ?(?P<least>\d{1,12})"
        r"|(?P<plus>\d{1,12}) ?(?:\+|多|以上)人?"
    ),
    re.compile(r"(?:at most|up to|fewer than|less than|最多|不到|<=?|≤) ?(?P<most>\d{1,12})"),
)


def size_of(cell: str) -> tuple[int | None, int | None] | None:
    """Return the smallest and the largest size of a group as a cell states them.

    A bound that the cell does not state is None. Return None if the cell is not understood.
    """
    words = cell.strip().casefold()
    for pattern in _SIZES:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        groups = match.groupdict()
        first: int | None
        last: int | None
        if "most" in groups:
            first, last = None, int(groups["most"])
        elif least := groups.get("least") or groups.get("plus"):
            first, last = int(least), None
        else:
            first, last = int(groups["min"]), int(groups.get("max") or groups["min"])
        ascending = first is None or last is None or first <= last
        return (first, last) if ascending and max(first or 0, last or 0) <= MOST_COUNTED else None
    return None


# --- comments -------------------------------------------------------------------------------------------

_PART: Final = r"((?:[^:\\]|\\.)*)"
_COMMENT: Final = re.compile(rf"{_PART}:{_PART}:(.*)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


def comment_of(item: str) -> Element:
    r"""Read a comment as `state:by:comment`; any other text is an open comment without an author.

    In state and author, a colon is written `\:` and a backslash `\\`.
    """
    match = _COMMENT.fullmatch(item)
    if match is None:
        return {"comment": item, "state": OPEN}
    state, author = (_ESCAPED.sub(r"\1", part) for part in match.groups()[:2])
    element = {"comment": match[3], "by": author, "state": state or OPEN}
    return {name: value for name, value in element.items() if value}


def comment_item(element: Element) -> str:
    """Return the cell item from which `comment_of` reads this comment."""
    parts = (str(element.get(name) or "") for name in ("state", "by"))
    escaped = (part.replace("\\", "\\\\").replace(":", "\\:") for part in parts)
    return ":".join([*escaped, str(element.get("comment") or "")])


# --- consents -------------------------------------------------------------------------------------------

_OF_CONSENT: Final = ("purpose", "pictures", "given_by", "date", "until", "basis", "source")


def consent_of(item: str) -> dict[str, str] | None:
    """Read a consent as `yes;purpose=with_name;given_by=self;date=2024-05`; None if it is malformed.

    The optional source is a key and must be last: `;source=key`.
    """
    consent_text, _, source = item.partition(";source=")
    answer, *rest = (part.strip() for part in consent_text.split(";"))
    consent = {"consent": answer, "source": source.strip()}
    for name, sign, value in (part.partition("=") for part in rest):
        if not sign or name.strip() not in _OF_CONSENT or name.strip() in consent:
            return None
        consent[name.strip()] = value.strip()
    return consent


def consent_item(element: Element, source: str) -> str:
    """Return the cell item from which `consent_of` reads this consent; `source` is the key of its source."""
    parts = {name: str(element.get(name) or "") for name in _OF_CONSENT}
    parts |= {"pictures": "yes" if element.get("pictures") else "", "source": source}
    written = (f"{name}={value}" for name, value in parts.items() if value)
    return ";".join([str(element.get("consent") or ""), *written])


def about_of(item: str) -> tuple[dict[str, str], str]:
    """Read an item that says whom a piece of evidence shows: `how:by:kind:key`, or only `kind:key`.

    Return the entry with `how` and `by`, and the `kind:key`.
    """
    match = _COMMENT.fullmatch(item.strip())
    if match is None:
        return {"how": "", "by": ""}, item.strip()
    how, author = (_ESCAPED.sub(r"\1", part) for part in match.groups()[:2])
    return {"how": how, "by": author}, match[3].strip()


def about_item(element: Element, key: str) -> str:
    """Return the cell item from which `about_of` reads this entry."""
    return comment_item({"state": element.get("how"), "by": element.get("by"), "comment": key})


# --- proofs ---------------------------------------------------------------------------------------------

_PROOF: Final = re.compile(r"([^;]+);([0-9a-f]{64})?;(.*)")


def proof_of(item: str) -> Element | None:
    """Read a proof as `kind;SHA-256 of its file;date`; None if it is malformed.

    Hash and date may be empty.
    """
    match = _PROOF.fullmatch(item.strip())
    if match is None:
        return None
    named = zip(("kind", "sha256", "date"), match.groups(""), strict=True)
    return {name: value.strip() for name, value in named if value.strip()}


def proof_item(element: Element) -> str:
    """Return the cell item from which `proof_of` reads this proof."""
    return ";".join(str(element.get(name) or "") for name in ("kind", "sha256", "date"))
