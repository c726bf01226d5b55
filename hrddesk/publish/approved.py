"""What an approved model allows to stand in its PDF."""

import re
import unicodedata
from typing import Final

from hrddesk.publish.fonts import Fonts
from hrddesk.publish.story import tell
from hrddesk.redact.model import RedactedModel

_SPACE: Final = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return a text as it is compared: compatibility forms resolved, without spaces."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


class Approved:
    """The text of a model's pages, and what may be repeated beside it."""

    def __init__(self, model: RedactedModel) -> None:
        story = tell(model)
        printable = Fonts().printable
        texts = [printable(text) for text in story.texts()]
        self.text = plain("".join(texts))
        self._title = plain(printable(story.title[0]))
        self._columns = plain("".join(story.columns))
        self._story = story
        sheets = [plain(printable(sheet.number + sheet.heading)) for sheet in story.sheets]
        self.titles = frozenset([*sheets, plain(story.contents_caption), plain(story.method_caption)])
        self.characters = frozenset("".join([*texts, story.page_number(1), "0123456789 "]))

    def may_repeat(self, text: str, page: int, pages: int) -> bool:
        """Tell whether `text` may stand on page `page` of `pages` beside the text proper.

        It may be the foot of that page, the head of a table, or the number of a page in the contents.
        """
        text = plain(text)
        if text in (self._title, self._columns, plain(self._story.page_number(page))):
            return True
        return text.isascii() and text.isdecimal() and 1 <= int(text) <= pages and str(int(text)) == text
