"""What a text says without the words: a number with a unit, what was measured; two years in brackets behind a name,
that somebody was born and died; a by-line, that somebody wrote; a credit, that somebody took a picture; that something
was approved as what it is now, that it was set up.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rag.short.spans import MEASURES
from rag.signals.byline import AUTHORED, is_byline

CREDIT = re.compile(
    r"(?:记者|通讯员|特派员|摄影)[^。,，]{0,12}摄?$|\b(?i:photos?|pictures?|images?)(?: (?i:by|credit)|:) .*$"
)
_TAKEN = "拍摄 拍 摄影师 照片 图片 photographer photographed took shot photo picture"
_LIFE = re.compile(r"[（(][^（()）]*\d{3,4}[^（()）]*[-–—－~～至][^（()）]*\d{3,4}[^（()）]*[)）]")
_APPROVED = re.compile(
    r"获批(?:成为|设立|成立|建)|批准(?:设立|成立|建立)|挂牌(?!督)"
    r"|\bapproved (?:as|the (?:establishment|creation|founding))\b"
)
_SET_UP = "成立 设立 建立 founded established created set up"
_LIVED = "出生 去世 逝世 born died birth death"
_QUANTITIES: Mapping[str, str] = {
    "area": "面积 大小 area size",
    "money": "价格 金额 费用 price cost amount",
    "weight": "重量 weight",
    "speed": "速度 speed",
    "length": "长度 距离 length distance",
    "temperature": "温度 气温 temperature",
    "age": "年龄 age",
    "percent": "比例 percentage share proportion",
    "volume": "容量 体积 volume capacity",
}
_UNITS = "|".join(f"(?P<{name}>{MEASURES[name]})" for name in _QUANTITIES)
_MEASURED = re.compile(rf"\d(?: ?(?:hundred|thousand|[mb]illion|trillion)|[多余十百千万亿]+)?(?:{_UNITS})", re.I)


@lru_cache(maxsize=4096)  # a sentence is read again for each question
def implied(text: str) -> str:
    """The words that a text implies, each behind a blank; mostly none.

    >>> implied("Ada Holt (1843–1905) was a painter."), implied("It covers 20 hectares."), implied("She painted.")
    (' 出生 去世 逝世 born died birth death', ' 面积 大小 area size', '')
    """
    return "".join(f" {words}" for words in dict.fromkeys(_all(text)))


def _all(text: str) -> Iterator[str]:
    if is_byline(text):
        yield AUTHORED
    if CREDIT.search(text):
        yield _TAKEN
    if _LIFE.search(text):
        yield _LIVED
    if _APPROVED.search(text):
        yield _SET_UP
    for match in _MEASURED.finditer(text):
        yield _QUANTITIES[str(match.lastgroup)]
