"""The content that an approved model allows in its PDF."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

from hrddesk.publish.audit.reading_order import comparable, shown_as
from hrddesk.publish.content.story import tell
from hrddesk.publish.typesetting import bidi, lettering
from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.records.language.labels import subtag
from hrddesk.redact.model.model import RedactedModel

_SPACE: Final = re.compile(r"\s+")
_NUMBER: Final = re.compile("[1-9][0-9]{0,8}")


def plain(text: str) -> str:
    """Return a text in the form used for comparison: NFKC, without white space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


class Approved:
    """The texts that the PDF of an approved model may contain.

    These are the body text of the pages, and texts that pages repeat, such as the title and page numbers.
    """

    def __init__(self, model: RedactedModel) -> None:
        story = tell(model)
        self.fonts = Fonts()
        printable = self.fonts.printable
        texts = [printable(text) for text in story.texts()]
        self.texts = texts
        self.text = plain("".join(texts))
        self.repeated = printable(story.title[0])
        self._title = plain(self.repeated)
        self._title_shown = shown_as(self.repeated)
        self._heads = {plain(printable("".join(head))) for head in story.heads()}
        self._story = story
        self.alternatives = frozenset(plain(picture.alternative) for picture in story.pictures())
        self.pictures = [picture.image for picture in story.pictures()]
        """The hashes of the images, in the order in which they are drawn."""
        entries = [plain(printable(entry.number + entry.text)) for entry in story.entries()]
        self._entries = len(entries)
        self.titles = frozenset([*entries, plain(story.contents_caption)])
        self.languages = frozenset(map(subtag, model.languages)) | lettering.LANGUAGES
        self.characters = frozenset("".join([*texts, story.page_number(1), "0123456789 "]))

    def knows(self, text: str) -> bool:
        """Tell whether the character map of a font may contain `text`.

        The characters of the pages, their mirrored forms, and compatibility forms such as ligatures are
        allowed.
        """
        return all(
            character in self.characters
            or bidi.mirrored(character) in self.characters
            or self.characters.issuperset(unicodedata.normalize("NFKC", character).strip())
            for character in text
        )

    def repeats(self, pages: Sequence[Sequence[str]]) -> tuple[str, set[int]]:
        """Check the texts outside the body text; return the allowed texts, joined, and the wrong pages.

        `pages` contains these texts for each page. A page may contain its page number, the title and the head
        of each table, each once. Pages of the table of contents may also contain the page number of each
        entry. A page with any other text is wrong. The result contains page 0 if the table of contents has
        too many page numbers, too few, or some out of order. A title or head that is a number may count as
        one of these page numbers.
        """
        lawful: list[str] = []
        wrong: set[int] = set()
        numbers: list[int] = []
        doubtful = 0
        for page, texts in enumerate(pages, 1):
            expected = Counter([self._title, *self._heads, plain(self._story.page_number(page))])
            for raw_text in texts:
                text = plain(raw_text)
                is_number = _NUMBER.fullmatch(text) is not None and int(text) <= len(pages)
                if is_number and text in expected:
                    doubtful += 1
                elif expected[text]:
                    expected[text] -= 1
                elif comparable(raw_text) == self._title_shown and expected[self._title]:
                    expected[self._title] -= 1  # it is right-to-left, wholly or in part
                elif is_number:
                    numbers.append(int(text))
                else:
                    wrong.add(page)
                    continue
                lawful.append(text)
        if not len(numbers) <= self._entries <= len(numbers) + doubtful or numbers != sorted(numbers):
            wrong.add(0)
        return "".join(lawful), wrong
