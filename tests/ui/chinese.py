"""What the window says in Chinese, looked up in its catalogue: tests name the English source."""

from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

_CATALOGUE: Final = Path(__file__).parents[2] / "resources/i18n/hrddesk_zh_CN.ts"


@cache
def _translations() -> dict[str, str]:
    messages = ElementTree.parse(_CATALOGUE).iter("message")
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def in_chinese(source: str) -> str:
    """Return the translation of a whole source, which there has to be."""
    translation = _translations()[source]
    assert translation not in ("", source)
    return translation
