"""A list of passphrases that attackers try first, made for this program; it is short and incomplete.

It contains words and lines that everybody knows, in Chinese, in pinyin and in English. A passphrase that is
not in the list is judged by its parts: syllables, characters, letters, dates.
"""

from functools import cache
from typing import Final

_ENGLISH: Final = """
password passwort passwd pass admin administrator root login letmein welcome iloveyou lovely love secret
trustno dragon monkey football baseball sunshine princess shadow master superman batman starwars hello
freedom whatever qwerty qwertz azerty asdf zxcv computer internet google hrddesk human rights
humanrights truth justice hope peace freetibet freechina democracy test guest user default changeme
summer winter spring autumn monday friday january correcthorsebatterystaple correct horse battery staple
thequickbrownfoxjumpsoverthelazydog tobeornottobe inthebeginningwastheword maytheforcebewithyou
ihaveadream
"""
_PINYIN: Final = """
woaini woaibeijing woaizhongguo zhongguo beijing shanghai guangzhou shenzhen chengdu chongqing tianjin
wuhan nanjing hangzhou xian lasa wulumuqi xianggang taiwan xinjiang xizang tiananmen changcheng nihao
nihaoma xiexie mima wodemima woshi baobao laopo laogong mama baba jiayou wansui ziyou minzhu renquan
gongping zhengyi heping shengrikuaile xinniankuaile gongxifacai wanshiruyi yifanfengshun chunjie
zhongqiu meiyouren woaibeijingtiananmen tiananmenshangtaiyangsheng zhonghuarenmingongheguo
zhongguorenmin weirenminfuwu chuangqianmingyueguang yishidishangshuang jutouwangmingyue ditousiguxiang
chunmianbujuexiao chuchuwentiniao yelaifengyusheng hualuozhiduoshao bairiyishanjin huangherurhailiu
yuqiongqianlimu gengshangyicenglou xuehaiwuya haohaoxuexi tiantianxiangshang qilai buyuanzuonulidere
women wanzhongyixin
"""
_CHINESE: Final = """
我爱你 我爱北京 我爱中国 我爱北京天安门 天安门上太阳升 天安门 中国 北京 上海 广州 深圳 香港 台湾 拉萨
新疆 西藏 你好 密码 我的密码 谢谢 加油 万岁 自由 民主 人权 公平 正义 和平 生日快乐 新年快乐 恭喜发财
万事如意 一帆风顺 为人民服务 中华人民共和国 中国人民 床前明月光 疑是地上霜 举头望明月 低头思故乡
春眠不觉晓 处处闻啼鸟 夜来风雨声 花落知多少 白日依山尽 黄河入海流 欲穷千里目 更上一层楼 好好学习
天天向上 起来 不愿做奴隶的人们 万众一心 学海无涯 宝贝 老婆 老公 妈妈 爸爸 世上无难事 只怕有心人 天下兴亡
匹夫有责
"""
_NUMBERS: Final = (
    "520 521 1314 5201314 520131 666 888 168 518 8888 6666 110 119 123123 112233 147258369 159357 5211314"
)
_ROWS: Final = (
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiop",
    "azertyuiop",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
    "!@#$%^&*()",
)


@cache
def words() -> frozenset[str]:
    """Return the words and lines that are guessed as one piece, in lower case and without spaces."""
    return frozenset(" ".join((_ENGLISH, _PINYIN, _CHINESE, _NUMBERS)).split())


@cache
def longest() -> int:
    """Return the greatest length of an entry of `words` as somebody may type it, with spaces between its
    words.
    """
    return max(len(word) + len(word) // 3 for word in words())


@cache
def walks() -> tuple[str, ...]:
    """Return rows of the keyboard and of the alphabet, forwards and backwards; a part of a row is easily
    guessed.
    """
    return _ROWS + tuple(row[::-1] for row in _ROWS)
