"""What stands inside a cell of the kit: lists, names, penalties, sizes, levels of visibility.

Items of a list are joined by `|`. A bar that belongs to an item is written `\\|`; backslashes count as such
only in front of a bar, so that ordinary words stay as they are.
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
    """Return the items of a cell, empty ones included; an empty cell has none."""
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
    """Return the cell that `split_all` takes apart into these items."""
    escaped = [_BAR.sub(lambda match: match[1] * 2 + "\\|", item) for item in items]
    for index, item in enumerate(escaped[:-1]):
        escaped[index] = item + "\\" * (len(item) - len(item.rstrip("\\")))
    return "|".join(escaped)


# --- names ----------------------------------------------------------------------------------------------

_NAME: Final = re.compile(r"(?P<name>.+)@(?P<script>[A-Za-z]{4})(?::(?P<kind>.*))?", re.DOTALL)


def name_of(item: str, mains: set[str], words: Words = SHIPPED) -> Element:
    """Read `name@script:kind`; a bare name is a main name in the script it is written in.

    `mains` are the scripts that have a main name already; a second bare one is a variant.
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
    """Write a name with its script and kind."""
    name, kind = str(element.get("name") or ""), str(element.get("kind") or "")
    script = str(element.get("script") or script_of(name))
    return f"{name}@{script}" + (f":{kind}" if kind else "")


def is_script(code: str) -> bool:
    """Tell whether this is the code of a script that names are told apart by."""
    return code in set(Script)


# --- terms ----------------------------------------------------------------------------------------------

OCCUPATION: Final = "occupation"
_CHOSEN: Final = re.compile(r"(.+) \{([^\s{}]*)\}", re.DOTALL)


def party_term_of(item: str, words: Words = SHIPPED) -> Element:
    """Read `vocabulary:words`, with ` [since..until]` behind it where that is known."""
    raw, since, until = _dated(item) or (item, "", "")
    name, colon, rest = raw.partition(":")
    if not colon or (name and name not in vocabulary.PLAIN):
        return {"raw": raw, "since": since, "until": until}
    return {"vocabulary": name, **worded_of(rest, name, words), "since": since, "until": until}


def party_term_item(element: Element, words: Words = SHIPPED) -> str:
    """Write a term of a party with its vocabulary and, where there are any, its dates."""
    since, until = str(element.get("since") or ""), str(element.get("until") or "")
    name = str(element.get("vocabulary") or "")
    written = f"{name}:{worded_item(element, name, words)}"
    dated = since or until or _dated(written)
    return f"{written} [{since}..{until}]" if dated else written


def _dated(item: str) -> tuple[str, str, str] | None:
    """Return what stands before the last ` [since..until]` of a cell, and both days; None without one."""
    end = item.rfind("..", 0, -1) if item.endswith("]") else -1
    start = item.rfind(" [", 0, end) if end >= 0 else -1
    if start < 0:
        return None
    since, _, until = item[start + 2 : -1].partition("..")
    return item[:start], since, until


def occupation_of(item: str, words: Words = SHIPPED) -> Element:
    """Read the words of an occupation."""
    return {"vocabulary": OCCUPATION, **worded_of(item, OCCUPATION, words)}


def is_plain_occupation(element: Element) -> bool:
    """Tell whether the column of occupations holds all of this term of a party."""
    return element.get("vocabulary") == OCCUPATION and not (element.get("since") or element.get("until"))


def worded_of(item: str, name: str, words: Words = SHIPPED) -> Element:
    """Read words of the vocabulary `name`, with ` {code}` behind where no code or another was chosen."""
    match = _CHOSEN.fullmatch(item)
    raw, code = match.groups() if match else (item, words.load(name).code(item))
    return {"raw": raw, "term": code or None}


def worded_item(element: Element, name: str, words: Words = SHIPPED) -> str:
    """Write the words of an entry, with its code behind where that does not follow from them."""
    written, code = words_of(element), str(element.get("term") or "")
    chosen = f"{written} {{{code}}}"
    follows = code == follows_from(element, name, words) and not _CHOSEN.fullmatch(written)
    return written if follows or not _CHOSEN.fullmatch(chosen) else chosen


def follows_from(element: Element, name: str, words: Words = SHIPPED) -> str:
    """Return the code that the words of an entry stand for in the vocabulary `name`; empty for none."""
    return words.load(name).code(words_of(element)) or ""


def words_of(element: Element) -> str:
    """Return the words as they were typed, or the code where a form left only that."""
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
"""What a penalty was understood as."""
_CHOSEN_PENALTY: Final = re.compile(r"(.+) \{([^{}]*)\}", re.DOTALL)


def penalty_of(item: str, words: Words = SHIPPED) -> tuple[Element, bool]:
    """Read `kind:value`, for example `fixed:48months`, `fine:200000CNY` or `life`; say if all was understood.

    What was typed stands in `raw` in any case. Where something else was entered as its meaning, this stands
    behind it: `four years {fixed:48months}`, `life {}`.
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
    """Write a penalty as it was typed, with what was entered as its meaning where that does not follow."""
    written, meaning = words_of_penalty(element), _meaning(element)
    chosen = f"{written} {{{words_of_penalty(meaning) if meaning else ''}}}"
    for item in (written, chosen):
        penalty, _ = penalty_of(item, words)
        if penalty.get("raw") == written and _meaning(penalty) == meaning:
            return item
    return written


def _meaning(penalty: Element) -> Element:
    """Return what a penalty was understood as, apart from its words."""
    return {part: penalty[part] for part in MEANING if penalty.get(part) not in (None, "")}


def words_of_penalty(element: Element) -> str:
    """Return a penalty as it was typed, or in the form of the kit where it came from a form."""
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
    """Return the smallest and largest size of a group that the words allow; None if not understood."""
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
    r"""Read a comment as `state:by:comment`; anything else is an open comment of nobody in particular.

    In state and author a colon is written `\:` and a backslash `\\`.
    """
    match = _COMMENT.fullmatch(item)
    if match is None:
        return {"comment": item, "state": OPEN}
    state, author = (_ESCAPED.sub(r"\1", part) for part in match.groups()[:2])
    element = {"comment": match[3], "by": author, "state": state or OPEN}
    return {name: value for name, value in element.items() if value}


def comment_item(element: Element) -> str:
    """Write a comment as `comment_of` reads it."""
    parts = (str(element.get(name) or "") for name in ("state", "by"))
    escaped = (part.replace("\\", "\\\\").replace(":", "\\:") for part in parts)
    return ":".join([*escaped, str(element.get("comment") or "")])


# --- consents -------------------------------------------------------------------------------------------

_OF_CONSENT: Final = ("purpose", "pictures", "given_by", "date", "until", "basis", "source")


def consent_of(item: str) -> dict[str, str] | None:
    """Read a consent as `yes;purpose=with_name;given_by=self;date=2024-05`; None where it is none.

    Its source is a key, and stands last.
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
    """Write a consent as `consent_of` reads it, with the key of its source."""
    parts = {name: str(element.get(name) or "") for name in _OF_CONSENT}
    parts |= {"pictures": "yes" if element.get("pictures") else "", "source": source}
    written = (f"{name}={value}" for name, value in parts.items() if value)
    return ";".join([str(element.get("consent") or ""), *written])


def about_of(item: str) -> tuple[dict[str, str], str]:
    """Read whom evidence shows as `how:by:kind:key`, or `kind:key` alone: the entry, and the key."""
    match = _COMMENT.fullmatch(item.strip())
    if match is None:
        return {"how": "", "by": ""}, item.strip()
    how, author = (_ESCAPED.sub(r"\1", part) for part in match.groups()[:2])
    return {"how": how, "by": author}, match[3].strip()


def about_item(element: Element, key: str) -> str:
    """Write it as `about_of` reads it."""
    return comment_item({"state": element.get("how"), "by": element.get("by"), "comment": key})


# --- proofs ---------------------------------------------------------------------------------------------

_PROOF: Final = re.compile(r"([^;]+);([0-9a-f]{64})?;(.*)")


def proof_of(item: str) -> Element | None:
    """Read a proof as `kind;SHA-256 of its file;date`, of which the last two may be empty; None for none."""
    match = _PROOF.fullmatch(item.strip())
    if match is None:
        return None
    named = zip(("kind", "sha256", "date"), match.groups(""), strict=True)
    return {name: value.strip() for name, value in named if value.strip()}


def proof_item(element: Element) -> str:
    """Write a proof as `proof_of` reads it."""
    return ";".join(str(element.get(name) or "") for name in ("kind", "sha256", "date"))
