"""A relation as a sentence: its direction is read off the words, in either language."""

from typing import Final

from hrddesk_ui.widgets.term_edit import term_label

_OTHER: Final = "…"
"""Where a label names the other side within itself, as Chinese ones do; else the other side follows it."""


def relation_label(kind: str) -> str:
    """Return what a kind of relation is called in the window's language; other words stay as they are."""
    return term_label(("relation",), kind)


def relation_sentence(who: str, kind: str, to_whom: str) -> str:
    """Say who is whose what: “A – Lawyer of – B”, “A 是 B 的辩护律师”. `kind` is a code or raw words."""
    between = " " if _OTHER in relation_label(kind) else " – "
    return f"{who}{between}{relation_to(kind, to_whom)}"


def relation_to(kind: str, to_whom: str) -> str:
    """Return what follows the first name in the sentence: “Lawyer of – B”, “是 B 的辩护律师”."""
    label = relation_label(kind)
    if _OTHER not in label:
        return f"{label} – {to_whom}"
    before, after = (part.strip() for part in label.split(_OTHER, 1))
    return " ".join(part for part in (before, to_whom, after) if part)
