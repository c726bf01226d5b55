"""Where the program's own read-only files are."""

from pathlib import Path

_PACKAGED = Path(__file__).with_name("resources")  # in a wheel
_CHECKOUT = Path(__file__).parent.parent / "resources"  # in a checkout


def resources() -> Path:
    """Return the folder of fonts, icons, translations, vocabularies, captions, sample and help."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
