"""Letters that look like Latin letters: Cyrillic, Greek and Armenian letters, and small capitals."""

import re
import unicodedata
from typing import Final

# Letters of other alphabets that readers take for Latin ones (those of Unicode TR 39 that pass in running
# text), and the small capitals, which have no other form.
_ALIKE: Final = {
    ord(other): letter
    for others, letters in (
        ("АВЕЅІЈКМНОРСТХҮԜԚавеѕіјкмнорстхүԝԛԁһѵ", "ABESIJKMHOPCTXYWQabesijkmhopctxywqdhv"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεηικνορτυχγω", "ABEZHIKMNOPTYXaenikvoptuxyw"),
        ("ՕՍօոսհ", "OUonuh"),
        ("ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜰꜱɑɡ", "abcdeghijklmnoprtuvwyzfsag"),
    )
    for other, letter in zip(others, letters, strict=True)
}
_LOOKALIKES: Final = re.compile("[" + "".join(map(chr, _ALIKE)) + "]")


def has_lookalikes(text: str) -> bool:
    """Tell whether a text contains letters that look like Latin letters."""
    return _LOOKALIKES.search(text) is not None


def plain_letters(text: str) -> str:
    """Return the text with each lookalike replaced by its Latin letter, in the same position."""
    return text if text.isascii() else text.translate(_ALIKE)


def skeleton(text: str) -> str:
    """Return a form that is equal for texts that look alike: one width, lower case, Latin letters."""
    return plain_letters(unicodedata.normalize("NFKC", text)).casefold()
