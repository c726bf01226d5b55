"""The marker for texts that are translated where they are shown, not where they are defined."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate, which looks for this name; Qt's own function has no type annotations."""
    del context
    return text
