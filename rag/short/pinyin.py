"""What a person's name says to readers of the other language: of a Chinese one its pinyin beside it as printed.

Readings are those of pypinyin (https://pypi.org/project/pypinyin).
"""

import re
import unicodedata

from rag.short.dates import dates
from rag.short.given import SURNAMES
from rag.types import Language

# Surnames that are read otherwise than the character mostly is.
_AS_SURNAME = dict(
    pair.split(":")
    for pair in (
        "单:shan 仇:qiu 曾:zeng 解:xie 区:ou 查:zha 朴:piao 盖:ge 尉:yu 乐:yue 覃:qin 翟:zhai 冼:xian 任:ren 葛:ge "
        "宁:ning 缪:miao 纪:ji 石:shi 万:wan 燕:yan 华:hua 种:chong 召:shao 隗:wei 逄:pang 员:yun"
    ).split()
)
_OF_TWO = tuple("欧阳 上官 司马 诸葛 司徒 令狐 慕容 夏侯 东方 皇甫 公孙 长孙 宇文 端木 南宫 独孤 尉迟".split())
_UNSURE = frozenset("乐行长朝重都调传藏参单解盛省宿的")  # in a given name these are read in more than one way
# Names of other peoples are read in their own way, though they are written in the same characters.
_ELSEWHERE = re.compile("日本|东京|大阪|京都|日籍|日裔|韩国(?!柱)|首尔|朝鲜|韩籍|越南|[畑辻峠凪笹榊]")
_JAPANESE = re.compile(
    "(?:宫崎|高桥|高木|高山|高田|高仓|高畑|石原|石川|石井|石田|安倍|安藤|安田|小林|小泉|小野|小岛|林田|森田|村上|原田|东野|东条"
    "|司马辽|江户|夏目|池田|松本|松下|松井|福田|福泽|白川|黑泽|黑田|金田|金城|柳田|菊池|向井|武田|古川|古田|平山|平井|水木|水原|明石)."
)
_CHINESE = re.compile(rf"(?:{'|'.join(_OF_TWO)}|[{SURNAMES}])[\u4e00-\u9fff]{{1,2}}")
_LATIN = re.compile(r"[A-Z\u00c0-\u00de][\w’'.-]*(?: (?:de|van|von|der|la|al|bin|[A-Z\u00c0-\u00de][\w’'.-]*))+")


def name_told(said: str, sentence: str, language: Language) -> str | None:
    """A person's name of a sentence for the reader of this `language`, the other one; None where it is not certain.

    >>> name_told("沈若棠", "作者是沈若棠。", "en"), name_told("Ada Pike", "Ada Pike won.", "zh")
    ('Shen Ruotang (沈若棠)', 'Ada Pike')
    """
    if language == "zh":
        return said if _LATIN.fullmatch(said) and not dates(said, "en") else None
    if not _CHINESE.fullmatch(said) or _ELSEWHERE.search(sentence) or _JAPANESE.match(said):
        return None
    spelled = in_pinyin(said)
    return f"{spelled} ({said})" if spelled else None


def in_pinyin(name: str) -> str | None:
    """A Chinese name in pinyin without tones, the surname first; None where a character may be read in several ways.

    >>> in_pinyin("欧阳平安"), in_pinyin("曾志伟"), in_pinyin("李乐")
    ("Ouyang Ping'an", 'Zeng Zhiwei', None)
    """
    at = 2 if name[:2] in _OF_TWO else 1
    surname, given = name[:at], name[at:]
    if not given or any(character in _UNSURE for character in given):
        return None
    family = _AS_SURNAME.get(surname) or "".join(_reading(one) for one in surname)
    syllables = [_reading(one) for one in given]
    if not family or not all(syllables):
        return None
    own = "".join(f"'{one}" if place and one[0] in "aeo" else one for place, one in enumerate(syllables))
    return f"{family.capitalize()} {own.capitalize()}"


def _reading(character: str) -> str:
    """How a character is mostly read, "" where that is not known; ü stays."""
    from pypinyin.pinyin_dict import pinyin_dict

    first = pinyin_dict.get(ord(character), "").split(",")[0]
    plain = "".join(c for c in unicodedata.normalize("NFD", first) if c.isascii() or c == "\u0308")
    return unicodedata.normalize("NFC", plain)
