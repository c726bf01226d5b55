"""Mark texts that are translated where they are shown, not where they stand."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate, which goes by this name; Qt's own is not typed."""
    del context
    return text
