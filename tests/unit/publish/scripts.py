"""Invented texts in every script that a publication is set in. Nobody in them exists."""

import dataclasses
from typing import Final

from hrddesk.redact.model.case_sheet import (
    CaseSheet,
    Event,
    Name,
    Participant,
    PublishedFact,
    PublishedPerson,
)
from hrddesk.redact.model.model import RedactedModel
from tests.languages import both
from tests.unit.publish.conftest import ONLY_SHEETS, VICTIM, sample

LATIN: Final = (
    "On a morning in early February, men who showed no papers came to the workshop in Lower Quarrytown and "
    "asked for “the one who writes”. Neighbours heard of it on 2020-02-06, four days later."
)
CYRILLIC: Final = (
    "Утром в начале февраля 2020 года в мастерскую в Нижней Каменке пришли люди без документов и спросили "
    "«того, кто пишет». Соседи узнали об этом через четыре дня."
)
SIMPLIFIED: Final = (
    "二月初的一个早晨，几名没有出示证件的人来到下石场镇的作坊，要找“写东西的那个人”。他们拿走了两本笔记、一部电话"
    "和一封没有写完的信——没有留下清单（2020年）。邻居们说：“四天以后才知道。”"
)
TRADITIONAL: Final = (
    "二月初的一個早晨，幾名沒有出示證件的人來到下石場鎮的作坊，要找「寫東西的那個人」。他們拿走了兩本筆記、一部電話"
    "和一封沒有寫完的信——沒有留下清單（2020年）。鄰居們說：「四天以後才知道。」"
)
UYGHUR: Final = (
    "ئۇ 2014-يىلى 3-ئاينىڭ 15-كۈنى تاش كان بازىرىدىكى (Quarrytown) ئىشخانىسىدىن ئېلىپ كېتىلدى؛ ئائىلىسىگە "
    "ھېچقانداق ئۇقتۇرۇش بېرىلمىدى. «كىتابلار» دېگەن سۆز ئۈچۈن 2,500 يۈەن جەرىمانە قويۇلدى، سوت 2017-يىلى "
    "ئېچىلدى (جازاسى 50% ئازايتىلدى)."
)
TIBETAN: Final = (
    "༄༅། །མི་རིགས་སྐད་ཡིག་གི་སློབ་གྲྭ་ཞིག་ཏུ་དགེ་རྒན་བྱེད་མཁན་ཞིག་ ༢༠༡༤ ལོར་འཛིན་བཟུང་བྱས། །ཁོང་གི་ནང་མིར་བརྡ་ཐོ་གང་"
    "ཡང་སྤྲོད་མེད་པ་དང་། ཉིན་བཅུ་གཅིག་རྗེས་སུ་གཞི་ནས་ཤེས་རྟོགས་བྱུང་། ཀྵ་ཧཱུྃ་ༀ་བསྒྲུབས་རྐྱེན།"
)
MONGOLIAN: Final = (
    "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ\u202fᠤᠨ ᠪᠠᠭᠰᠢ ᠨᠢᠭᠡᠨ 2014 ᠣᠨ\u202fᠤ ᠬᠠᠪᠤᠷ ᠪᠠᠷᠢᠭᠳᠠᠪᠠ᠃ ᠭᠠᠵᠠᠷ\u180eᠠ ᠡᠷᠡ ᠬᠦᠮᠦᠨ᠂ ᠡᠮᠡᠭᠲᠡᠢ᠃ "
    "“老师”，（二〇一四年）。Quarrytown ᠬᠣᠲᠠ\u202fᠳᠤ ᠰᠠᠭᠤᠵᠤ ᠪᠠᠶᠢᠭᠰᠠᠨ ᠪᠠᠭᠰᠢ ᠶᠢᠨ ᠨᠣᠮ᠃"
)
MIXED: Final = (
    "The teacher དགེ་རྒན (dge rgan), ئوقۇتقۇچى 2014-يىلى, ᠪᠠᠭᠰᠢ and 老师 and 老師 and учитель were named "
    "[in that order]; x\u030c has an accent of its own, and 𠮷 has no letter here."
)
TEXTS: Final = {
    "latin": LATIN,
    "cyrillic": CYRILLIC,
    "simplified": SIMPLIFIED,
    "traditional": TRADITIONAL,
    "uyghur": UYGHUR,
    "tibetan": TIBETAN,
    "mongolian": MONGOLIAN,
    "mixed": MIXED,
}
WORDS: Final = {
    "latin": "Quarry 2014",
    "cyrillic": "Каменка 2014",
    "simplified": "石场镇2014",
    "traditional": "石場鎮2014",
    "uyghur": "تاش كان لار (2014)",
    "tibetan": "བསྒྲུབས་ ༢༠༡༤",
    "mongolian": "ᠪᠠᠭᠰᠢ 2014",
    "mixed": "Q. Ка 石 تاش 2014 བོད་ ᠪᠠ",
}


def in_scripts(*scripts: str) -> RedactedModel:
    """Return a model with these scripts everywhere: title, names, facts, cells of the timeline, texts."""
    cases = tuple(_case(WORDS[script], TEXTS[script]) for script in scripts)
    title = WORDS[scripts[0]]
    return dataclasses.replace(sample(("en",)), title=both(title, title), cases=cases, chapters=ONLY_SHEETS)


def _case(word: str, text: str) -> CaseSheet:
    same = both(word, word)
    return CaseSheet(
        people=(
            PublishedPerson(
                (Name(word, "Zzzz"),), labelled=False, facts=(PublishedFact("occupation", same),)
            ),
            PublishedPerson((Name("Orvel Tannik", "Latn"), Name(word, "Zzzz")), labelled=False),
        ),
        events=(
            Event(
                date="2014-03-15",
                type=same,
                measure=same,
                facility=same,
                place=f"{word}, {word}",
                who=(Participant(VICTIM, same, victim=True),),
                charges=(same, both(text[:90], text[:90])),
            ),
        ),
        texts=(text, f"{text} {text}"),
    )
