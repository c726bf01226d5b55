"""Words that may be names of people whom the vault does not know are found, and little else."""

from collections.abc import Callable

import pytest

from hrddesk.records.language.scripts import normalise
from hrddesk.redact.detection.unknown_names import KnownPlaces, unknown_names
from hrddesk.redact.passages.pieces import is_whole
from hrddesk.redact.passages.wording import How
from tests.unit.redact.invented import Desk


def _nothing(words: str) -> bool:
    del words
    return False


def _found(text: str, on_record: Callable[[str], bool] = _nothing) -> tuple[list[str], list[str]]:
    """Return what is asked about, and what is marked."""
    found = unknown_names(text, KnownPlaces(), on_record)
    asked, marked = (
        [text[one.start : one.end] for one in found if one.titled is told] for told in (True, False)
    )
    return asked, marked


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("The door was opened by Quentin Marlowe.", [], ["Quentin Marlowe"]),
        ("She saw Judge Okonjo and Mrs. Larkspur there.", ["Okonjo", "Larkspur"], []),
        ("His cousin Thaddeus waited.", ["Thaddeus"], []),
        ("They asked; then Ambrose left.", [], ["Ambrose"]),
        ("Ambrose Larkspur left.", [], ["Ambrose Larkspur"]),
        ("Doors were shut.\nWindows stayed open.", [], []),
        ("“Tessels were shut.” Tessels Larkspur heard it, the tessels shook.", [], ["Larkspur"]),
        ("Larkspur left. Nobody saw it.", [], ["Larkspur"]),
        ("In May, on a Sunday, the County Court in Beijing sat.", [], []),
        ("The UN and the NGO wrote.", [], []),
        ("It was J. Larkspur.", [], ["Larkspur"]),
        ("She saw Judge\nJ. Larkspur and her brother\r\nOkonjo.", ["Larkspur", "Okonjo"], []),
        ("Tessels and tessels:\n1) Tessels were shut. 2. Tessels fell.", [], []),
        ("It was the judge. Tessels of tessels fell.", ["Tessels"], []),
        ("Свидетель Кондрашов молчал.", ["Кондрашов"], []),
        ("Позже привели Кондрашова.", [], ["Кондрашова"]),
        ("Тимур молчал.", [], ["Тимур"]),
        ("Бетті деген кісі келді.", [], ["Бетті"]),
        ("Ο δικηγόρος Βαρδάκης μίλησε.", ["Βαρδάκης"], []),
        ("Tanık Karakuş sustu.", ["Karakuş"], []),
        ("Bir küni dadisi Memet we ukisi Erkin keldi.", ["Memet", "Erkin"], []),
        ("Her sister Georgia and Mr. Paris saw Nurse May.", ["Georgia", "Paris", "May"], []),
        ("His brother Israel fled; Judge Li sat in Turkey in May.", ["Israel", "Li"], []),
        ("Su hermana Asunción vio al señor León.", ["Asunción", "León"], []),
        ("Its Deputy Public Prosecutor met two brothers, Beijing, in May. Her father: May.", [], []),
        ("They saw Messrs. Larkspur there, known as Big Tess.", ["Larkspur", "Big Tess"], []),
        ("Llegó a la Lic. Barrueco, no a la Sra. León.", ["Barrueco", "León"], []),
        ("Sonra Av. Karakuş sustu.", ["Karakuş"], []),
        ("Там некий Кондрашов молчал.", ["Кондрашов"], []),
        ("тэгээд мөрдөн байцаагч Цэвээн ирэв.", ["Цэвээн"], []),
        ("She saw her lawyer. In May he met an officer. It was all.", [], []),
    ],
)
def test_scripts_with_capitals(text: str, asked: list[str], marked: list[str]) -> None:
    assert _found(text) == (asked, marked)


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("قال المحقق زعبوط إن الباب مغلق.", [], ["زعبوط"]),
        ("قال المحقق خالد زعبوط.", ["خالد زعبوط"], []),
        ("كان مروان هناك.", [], ["مروان"]),
        ("قال المحقق إن الباب مغلق.", [], []),
        ("دادستان مهرداد سلیمی آمد.", ["مهرداد سلیمی"], []),
        ("دادستان گزموک آمد.", [], ["گزموک"]),
        ("بەختىيار ئىسىملىك بىرى كەلدى.", [], ["بەختىيار"]),
        ("वकील राजेश शर्मा आए।", ["राजेश शर्मा"], []),
        ("དགེ་རྒན་སྟོབས་ལྡན་གྱིས་བཤད།", ["སྟོབས་ལྡན"], []),
        ("ᠡᠮᠴᠢ ᠬᠠᠰ ᠢᠷᠡᠪᠡ᠃", [], ["ᠬᠠᠰ ᠢᠷᠡᠪᠡ"]),
        ("استجوبه النقيب برهان السلمي في المساء.", ["برهان السلمي"], []),
        ("قال المحقق خالد بن زعبوط الدوري إن الباب مغلق.", ["خالد بن زعبوط الدوري"], []),
        ("شهد الشيخ خالد أبو زعبوط على ذلك.", ["خالد أبو زعبوط"], []),
        ("قال القاضي عبد الرحمن السلمي إن الباب مغلق.", ["عبد الرحمن السلمي"], []),
        ("أغلق الحارس خالد الباب ثم خرج.", ["خالد"], []),
        ("قال المحقق خالد إن الباب مغلق.", ["خالد"], []),
        ("ضرب الحارس خالد الشاب أمام الناس.", ["خالد"], []),
        ("كان غسان السلمي هناك.", [], ["غسان السلمي"]),
        ("النقيب خالد زعبوط قال ذلك.", ["خالد"], ["زعبوط"]),
        ("سرهنگ مهرداد گزموکی او را زد.", ["مهرداد گزموکی"], []),
        ("قاضی رضا گزموک‌نژاد حکم داد.", ["رضا گزموک‌نژاد"], []),
        ("سرهنگ مهرداد تهرانی او را زد.", ["مهرداد تهرانی"], []),
        ("سرهنگ مهرداد گزموک را زد.", ["مهرداد"], ["گزموک"]),
        ("دوختۇر ئەركىن بورغۇجاننى كۆردى.", ["ئەركىن بورغۇجاننى"], []),
        ("تەرگەۋشى ەرلان بورغۇلى سۇراق قويدى.", ["ەرلان بورغۇلى"], []),
        ("جاء المحامي بغدادي.", [], ["بغدادي"]),
        ("جاء د. مخلص.", [], ["مخلص"]),
        ("جاءت عائلة الكوكبي.", [], ["الكوكبي"]),
        ("او معروف به پلنگ است.", [], ["پلنگ"]),
        ("ئابلىزكام كەلدى.", [], ["ئابلىزكام"]),
        ("དགེ་སློང་བློ་བཟང་ཡོང་།", ["བློ་བཟང"], []),
        ("آقای تهرانی آمد.", [], ["تهرانی"]),
    ],
)
def test_scripts_without_capitals(text: str, asked: list[str], marked: list[str]) -> None:
    assert _found(text) == (asked, marked)


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("律师韩志强到场。", ["韩志强"], []),
        ("律师韩某到场。", ["韩"], []),
        ("韩警官没有说话。", ["韩"], []),
        ("韩志强女士没有说话。", ["韩志强"], []),
        ("门口站着韩志强和邻居。", [], ["韩志强"]),
        ("韩强被带走。", [], ["韩强"]),
        ("被韩强和邻居打伤。", [], ["韩强"]),
        ("他们站在那里，韩强", [], ["韩强"]),
        ("律師韓志強到場。", ["韓志強"], []),
        ("家属都很高兴，也很平静。", [], []),
        ("高级法官向律师说明。", [], []),
        ("欧阳志强被带走。", [], ["欧阳志强"]),
        ("律师魁", [], []),
        ("律师韩驮到场。", [], ["韩驮到"]),
        ("文山的律师岳明德律师到场。", ["岳明德"], []),
        ("律师韩驮律师到场。", ["韩驮"], []),
        ("法官韩驮鱼法官到场。", ["韩驮鱼"], []),
        ("律師韓馱律師到場。", ["韓馱"], []),
        ("律师和法官到场。", [], []),
        ("律师师明德没有说话。", ["师明德"], []),
        ("妻子丽华哭了，弟弟志强和女儿妞妞也来了。", [], ["丽华", "志强", "妞妞"]),
        ("丈夫被捕，儿子上学，弟弟安全，哥哥们来。", [], []),
        ("门口站着法官高。", [], ["高"]),
        ("审判长李国庆和律师白光明到场，国庆节后和平。", ["李国庆", "白光明"], []),
        ("律师高兴地说，医生马上来，记者向国家和法官从国内来。", [], []),
        ("古丽巴哈尔说，丈夫阿里木江被带走。", ["阿里木江"], ["古丽巴哈尔"]),
        ("昨天索南卓玛和阿不都热合曼被带走。", [], ["索南卓玛", "阿不都热合曼"]),
        ("卓玛哭了，扎西、才让在家，国土登记后才让他回家。", [], ["卓玛", "扎西", "才让"]),
        ("律师扎西来了。", ["扎西"], []),
        ("昨天王勇被带走，据王驮明介绍，房子没了。", [], ["王勇", "王驮明"]),
        ("警方找王驮鱼，法院判处王明驮有期徒刑。", [], ["王明驮"]),
        ("律师韩志驮被打，律师王志走进来。", ["韩志驮", "王志"], []),
        ("邻居老韩和老王看到姓王的警察和小时工。", ["老韩"], ["老王", "姓王"]),
        ("绰号“山鬼”，又名：「海盗」。", ["山鬼", "海盗"], []),
        ("維吾爾族、乌鲁木齐和格鲁吉亚。热依拉·吐爾遜來了。", [], ["热依拉", "吐爾遜"]),
    ],
)
def test_chinese_names(text: str, asked: list[str], marked: list[str]) -> None:
    assert _found(text) == (asked, marked)


def test_what_is_on_record_as_no_person_is_harmless_as_a_whole() -> None:
    known = {normalise("Larkspur Foundation")}
    text = "He worked at the Larkspur Foundation, with Larkspur, not for the Larkspur City Court."
    assert _found(text, known.__contains__) == ([], ["Larkspur", "Larkspur"])


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("She saw Mrs Ada Harrow there.", ["Ada"], []),
        ("It was Thaddeus Harrow.", [], ["Thaddeus"]),
        ("It was Thaddeus Harrow Okonjo.", [], ["Thaddeus", "Okonjo"]),
        ("It was Rose Lunt-Harrow.", [], ["Rose Lunt"]),
        ("It was Harrowgate.", [], []),
        ("Он видел Тимура Harrow.", [], ["Тимура"]),
    ],
)
def test_what_stands_beside_a_known_name_may_be_one(text: str, asked: list[str], marked: list[str]) -> None:
    at = text.index("Harrow")
    found = unknown_names(text, KnownPlaces([(at, at + len("Harrow"))]), _nothing)
    assert [text[one.start : one.end] for one in found if one.titled] == asked
    assert [text[one.start : one.end] for one in found if not one.titled] == marked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("There Zora Kelmend wept. Judge Kelmend said so.", ["Kelmend"]),
        ("There Zora Kelmend wept; prosecutor Kelmend said so.", ["Kelmend"]),
        ("There Zora Kelmend wept with her brother Kelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with Judge Ada Kelmend.", ["Ada Kelmend"]),
        ("There Zora Kelmend wept; Kelmend left.", []),
        ("There Judge Zora Kelmend wept; later Judge Kelmend left.", []),
        ("There Mrs. Zora Kelmend wept. Mrs Kelmend left.", []),
        ("There Mrs. Zora Kelmend wept. Mr. Kelmend left.", ["Kelmend"]),
        ("There Zora Kelmend wept with Judge\nKelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with Judge \r\n Kelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with Prof.\nKelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with Prof.Kelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with the judge.\n\nKelmend left.", []),
        ("There Zora Kelmend wept with the judge.\nKelmend left.", []),
        ("There Zora Kelmend wept with Judge Z. Kelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with Judge Z.B. Kelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with Judge\nA. B. Kelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with Judge Z Kelmend.", ["Kelmend"]),
        ("There Zora Kelmend wept with her cousin\nZora.", ["Zora"]),
        ("There Judge Zora Kelmend wept; later Judge\nZ. Kelmend left.", []),
        ("Zora Kelmend wept. “Judge”, Kelmend said.", ["Kelmend"]),
        ("她是金祖拉。金警官没有说话，金祖拉走了。", ["金"]),
    ],
)
def test_a_title_before_a_part_of_the_name_of_somebody_who_is_named_may_be_that_of_another(
    desk: Desk, text: str, asked: list[str]
) -> None:
    case = desk.case(desk.party("Zora Kelmend", "金祖拉"), narrative=text)
    censor, reading = desk.read(case, "narrative")
    places = censor.undecided(reading.worded, reading.found)
    assert [text[slice(*item.span)] for item in places] == asked
    desk.decide(case, "narrative", How.STAY)
    censor, reading = desk.read(case, "narrative")
    assert is_whole(reading.pieces(censor))


@pytest.mark.parametrize(
    ("text", "goes", "asked", "marked"),
    [
        ("It was Thaddeus Harrow Okonjo.", "Harrow", ["Thaddeus", "Okonjo"], []),
        ("Thaddeus-Harrow was there, with Okonjo.", "Harrow", ["Thaddeus"], ["Okonjo"]),
        ("It was T. J. Harrow.", "Harrow", ["T. J."], []),
        ("It was Thaddeus J. Harrow.", "Harrow", ["Thaddeus", "J."], []),
        ("They saw Harrow. Okonjo left in May.", "Harrow", [], ["Okonjo"]),
        ("The Harrow Court sat on Sunday.", "Harrow", [], []),
        ("Позже увели Harrow Тимура Ильича.", "Harrow", ["Тимура Ильича"], []),
        ("قال مروان زعبوط إن الباب مغلق.", "زعبوط", ["مروان"], []),
        ("كان غسان السلمي هناك.", "غسان", ["السلمي"], []),
        ("ضرب المحقق زعبوط فراس بعصا.", "فراس", [], ["زعبوط", "بعصا"]),
        ("ཕུར་བུ་Harrow ལ་བཤད།", "Harrow", ["ཕུར་བུ"], []),
        ("昨天王小明被带走。", "小明", ["王"], []),
        ("昨天王小明被带走。", "王", ["小明"], []),
        ("歐陽小明被帶走。", "小明", ["歐陽"], []),
        ("昨天王驮鱼被带走。", "驮鱼", ["王"], []),
        ("古丽娜尔被带走。", "古丽", ["娜尔"], []),
        ("阿依古丽", "古丽", ["阿依"], []),
        ("那段高峰被带走。", "高峰", [], ["段"]),
        ("上周李驮被带走。", "李驮", [], []),
        ("他和小明走，任何小明都是。", "小明", [], []),
        ("昨天王小明亮相。", "小明亮相", [], []),
        ("卞垚留下了一封信。", "卞垚", [], []),
        ("王垚留下了一封信。", "王垚", [], []),
        ("王明被带走。", "王", ["明"], []),
    ],
)
def test_the_other_half_of_a_name_that_goes_is_asked_about(
    text: str, goes: str, asked: list[str], marked: list[str]
) -> None:
    place = text.index(goes), text.index(goes) + len(goes)
    found = unknown_names(text, KnownPlaces([place], covered=[[place]]), _nothing)
    assert [text[one.start : one.end] for one in found if one.titled] == asked
    assert [text[one.start : one.end] for one in found if not one.titled] == marked


@pytest.mark.parametrize(
    ("called", "text", "marked"),
    [
        ("خالد زعبوط", "حضر خالد زعبوط. قال القاضي زعبوط ذلك.", ["زعبوط"]),
        ("خالد زعبوط", "حضر القاضي خالد زعبوط. قال القاضي زعبوط ذلك.", []),
        ("خالد زعبوط", "حضر خالد زعبوط. قال زعبوط ذلك.", []),
        ("خالد زعبوط", "حضر خالد زعبوط. قال القاضي\nزعبوط ذلك.", ["زعبوط"]),
        ("Zora Kelmend", "Sonra Zora Kelmend geldi. Sonra Kelmend Bey sustu.", ["Kelmend"]),
        ("Zora Kelmend", "Sonra Zora Kelmend geldi. Sonra Kelmend\nBey sustu.", ["Kelmend"]),
        ("Zora Kelmend", "Sonra Zora Kelmend geldi. Sonra Kelmend sustu.", []),
    ],
)
def test_where_a_title_may_be_another_word_a_part_of_the_name_of_somebody_who_is_named_is_marked(
    desk: Desk, called: str, text: str, marked: list[str]
) -> None:
    case = desk.case(desk.party(called), narrative=text)
    censor, reading = desk.read(case, "narrative")
    assert not reading.undecided(censor)
    assert [text[slice(*span)] for span in reading.may_be_names] == marked


def test_places_that_are_taken_are_left_out() -> None:
    text = "The door was opened by Quentin Marlowe."
    assert unknown_names(text, KnownPlaces([(23, 38)]), _nothing) == []
