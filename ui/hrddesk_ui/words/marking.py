"""The function that marks texts which are translated where they are shown, not where they are defined."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return `text` unchanged; lupdate finds the text to translate by the name of this function.

    Qt has the same function, but without type annotations.
    """
    del context
    return text
