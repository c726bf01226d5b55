"""Chinese surnames, by which a name is told from other words; and how they are written in pinyin."""

import re
from functools import cache
from typing import Final

from hrddesk.records import names

# The commonest surnames by the censuses of the People's Republic, and some that reports name often.
SINGLE: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌"
    "毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连"
    "芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞"
    "敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花"
    "权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母"
    "裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸"
    "奉植衡富尧闭由"
    "籍"
)
COMPOUND: Final = frozenset(
    (
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "宇文",
        "司徒",
        "夏侯",
        "东方",
        "南宫",
        "端木",
    )
)

_SYLLABLE: Final = (
    "(?:(?:[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|iao|ie|ian|in|ing|u)|m(?:e|ou|iu)|pou|f(?:a|o|ei|ou|an|en|ang|eng|u)"
    "|[dt](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|iao|ie|iu|ian|ing|u|uo|ui|uan|un)"
    "|[nl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|iao|ie|iu|ian|in|iang|ing|u|uo|uan|un|v|ve|ue|ia)"
    "|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[jqx](?:i|ia|iao|ie|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    "|(?:zh|ch|sh)(?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[zcs](?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)"
    "|r(?:i|e|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)"
    "|y(?:a|o|e|ai|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)"
    "|ai|ei|ao|ou|an|en|ang|er|a|o|e)'?)"
)
_GIVEN: Final = re.compile(f"{_SYLLABLE}{{1,2}}")
_NO_GIVEN: Final = frozenset({"kong", "can", "men", "women", "bang"})  # Hong Kong and the like


@cache
def in_pinyin() -> frozenset[str]:
    """Return the surnames in pinyin, in lower case."""
    # Read before a given name, since many a character is read otherwise as a surname.
    read = (names.pinyin(f"{surname}一").split(" ")[0] for surname in SINGLE | COMPOUND)
    return frozenset(word.casefold() for word in read)


def looks_like_a_name(words: list[str]) -> bool:
    """Tell whether two words in Latin letters are a Chinese surname and a given name in pinyin."""
    if len(words) != 2:
        return False
    surname, given = (word.casefold().replace("’", "'") for word in words)
    return surname in in_pinyin() and given not in _NO_GIVEN and _GIVEN.fullmatch(given) is not None
