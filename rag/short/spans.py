"""What the stretches of a sentence that a short answer could be have in common, and titles, the simplest of them.

Patterns read the sentence as `fold_aligned` gives it; offsets hold for the sentence as printed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

SURE = 1.6  # the weight of a span that its form and the words of the question beside it leave no doubt of


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch; `measure` is what a number measures: a key of MEASURES, "order" (第三), "count" or
    "identifier" (No. 12); of a Chinese name
    it is "foreign" where all of it can be the sound of a foreign one; "" for the others.

    `weight` is what it counts beside others of its kind that stand as near, by its form and its place.
    """

    start: int
    end: int
    measure: str = ""
    weight: float = 1.0


# Each in Chinese and English; a hyphen or a space stands before an English unit.
MEASURES: Mapping[str, str] = {
    "percent": r"%|‰|个百分点|个?基点| ?percent(?:age points?)?\b| per ?cent\b| basis points?\b",
    "area": (
        r"平方公里|平方千米|平方英里|平方[米尺]|平米|公顷|英?亩|k?m[²2]"
        r"|(?: |-)(?:square (?:kilo)?(?:met(?:er|re)s?|miles?|feet)|acres?|hectares?|sq\.? (?:km|mi|ft|m)\b)"
    ),
    "volume": (
        r"毫?升(?![级学入])|立方(?:米|公里)|加仑"
        r"|(?: |-)(?:cubic (?:kilo)?(?:met(?:er|re)s?|feet|miles?)|(?:milli)?lit(?:er|re)s?|gallons?|ml)\b"
    ),
    "power": r"[千兆]瓦(?!时)|瓦(?![片房时])|(?: |-)?(?:kilo|mega)?watts?\b| ?(?-i:[kM]?W)\b",
    "speed": (
        r"(?:公里|千米|米|英里)(?:/|每)(?:小?时|秒)"
        r"| (?:km/h|mph|miles per hour|kilomet(?:er|re)s per hour)"
    ),
    "length": (
        r"(?:公|英|海|华)?里(?!程)|千米|[厘毫微纳]?米|公[分尺厘]|英[尺寸吋呎哩里]|光年|[尺丈寸吋呎哩]|[kcm]?m(?![\w²])|码(?!头)"
        r"|(?: |-)(?:(?:kilo|centi|milli)?met(?:er|re)s?|miles?|(?:feet|foot|ft)(?:,? \d{1,2} in(?:ch(?:es)?)?)?"
        r"|inch(?:es)?|yards?|mi|stor(?:e?y|(?:ey|ie)s)|[kcm]?m)\b"
        r"|(?: |-)light[ -]years?\b"
    ),
    "weight": (
        r"万?吨|公斤|千克|毫?克|[斤磅]"
        r"|(?: |-)(?:(?:metric )?ton(?:ne)?s?|kilograms?|grams?|pounds?|lbs?|kg|g)\b"
    ),
    "age": r"周?岁(?!月)|(?: |-)years?(?: |-)old\b",
    "time": (
        r"个工作日|个?[多半]?(?:世纪|月|星期|小时|钟头)|周年|年(?!级)|[周天]|秒(?:\d{1,2}(?=[，,。；;、）)的]|$))?|日(?![元圆])"
        r"|分(?:钟|(?=[\d一二三四五六七八九十]{1,3}秒))|(?:(?<=小时\d)|(?<=小时\d\d)|(?<=钟头\d\d))分"
        r"|(?: |-)(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies))\b"
    ),
    "money": (
        r"(?:美|日|欧|港|韩|加|澳|台|新台)?[元圆](?![素件帅老首月旦形])|人民币|英镑|法郎|金?马克|卢布|卢比|镑|块(?=钱|$|\W|\d角)|(?<=[元块][\d一二三四五六七八九])角|两(?=白?[银金]|\W|$)"
        r"| (?:yuan|bucks|dollars?|euros?|pounds sterling|yen|rmb|rupees?)\b"
    ),
    "temperature": r"摄氏度|华氏度|℃|°c",
    "multiple": "倍",
    "people": r"余?[人名位](?![工造类口均体])|户|余?人次| (?:people|persons|inhabitants|residents)\b",
}
# Measure words proper, and nouns that are counted without one.
CLASSIFIERS = (
    "个项家条种次所座部首场集张支届期辆艘架间层队组枚颗只头株棵件本册卷章套栋幢批成站班级席票分款对台篇句段类节轮片根粒匹面处起笔份"
    "列步辑盘局遍幅副束双点枪星把"
)
COUNTERS = CLASSIFIERS + "倍度号路岛城市县省镇村国道区字门线"
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
LOWER_RANK = r"(?:副|\b(?:vice|deputy)\b)"  # what puts the rank behind it below that of its name
UNDER = re.compile(rf"{LOWER_RANK}[ -]?$")
MONTH = (
    "(?:January|February|(?-i:March|May)|April|June|July|August|September|October|November|December"
    r"|(?-i:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_QUOTED = re.compile(r"《[^《》]{1,40}》|“[^“”]{1,30}”|「[^「」]{1,30}」|『[^『』]{1,30}』|\"[^\"]{2,60}\"")
_SAID = re.compile(r"[.。!！?？,，][”\"」』]$|^[“\"][a-z]")  # words that somebody said


def titles(text: str) -> list[Span]:
    """Titles in their marks, and what is quoted as a name."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text) if not _SAID.search(match[0])]
