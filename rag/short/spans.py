"""The stretches of a sentence that a short answer could be: dates, numbers, names, places, titles.

Patterns read the sentence as `fold_aligned` gives it; offsets hold for the sentence as printed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rag.types import Language


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch, and of a number what it measures: a key of MEASURES, "order" (第三) or "count"; "" for the others."""

    start: int
    end: int
    measure: str = ""


# Each in Chinese and English; a hyphen or a space stands before an English unit.
MEASURES: Mapping[str, str] = {
    "percent": r"%|‰|个百分点| ?percent(?:age points?)?\b| per ?cent\b",
    "area": (
        r"平方公里|平方千米|平方英里|平方[米尺]|平米|公顷|英?亩|k?m[²2]"
        r"|(?: |-)(?:square (?:kilo)?(?:met(?:er|re)s?|miles?|feet)|acres?|hectares?|sq\.? (?:km|mi|ft|m)\b)"
    ),
    "speed": (
        r"(?:公里|千米|米|英里)(?:/|每)(?:小?时|秒)"
        r"| (?:km/h|mph|miles per hour|kilomet(?:er|re)s per hour)"
    ),
    "length": (
        r"(?:公|英|海|华)?里(?!程)|千米|[厘毫微纳]?米|公分|公尺|英[尺寸]|光年|[尺丈寸]|[kcm]?m\b"
        r"|(?: |-)(?:(?:kilo|centi|milli)?met(?:er|re)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|[kcm]?m)\b"
        r"|(?: |-)light[ -]years?\b"
    ),
    "weight": (
        r"万?吨|公斤|千克|毫?克|[斤磅]"
        r"|(?: |-)(?:(?:metric )?ton(?:ne)?s?|kilograms?|grams?|pounds?|lbs?|kg|g)\b"
    ),
    "age": r"周?岁|(?: |-)years?(?: |-)old\b",
    "time": (
        r"个?多?(?:世纪|月|星期|小时|钟头)|周年|[年周天日秒]|分钟"
        r"|(?: |-)(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies))\b"
    ),
    "money": (
        r"(?:美|日|欧|港|韩|加|澳|台|新台)?元(?![素件帅老首月旦])|人民币|英镑|法郎|马克|卢布|卢比|[镑块](?!板)"
        r"| (?:yuan|dollars?|euros?|pounds sterling|yen|rmb|rupees?)\b"
    ),
    "temperature": r"摄氏度|华氏度|℃|°c",
    "people": r"余?[人名位](?![工造类口均体])|户| (?:people|persons|inhabitants|residents)\b",
}
COUNTERS = (
    "个项家条种次所座部首场集张支届期辆艘架间层队组枚颗只头株棵件本册卷章套栋幢批倍成站班级席票分款对台篇句段类节轮片根粒匹面处起笔份"
    "度号路岛城市县省镇村国道区字门"
)
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_HAN_DIGIT = "[〇零○一二三四五六七八九]"
_HAN_NUMBER = r"[一二两三四五六七八九十百千][〇零一二三四五六七八九十百千万亿]*"
_SMALL = r"[一二三四五六七八九十\d]+"
_NUMBER_ZH = rf"(?:{_DIGITS}|{_HAN_NUMBER})(?:[多余几]?[十百千万亿]+)?[多余几]?"
_ABOUT_ZH = "(?:大?约|将?近|接近|超过|不[足到]|至少|最多|逾|超)"
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in MEASURES.items())
_NUMBERS_ZH = re.compile(
    rf"(?P<order>第(?:\d+|[一二三四五六七八九十百]+)[{COUNTERS}位名大]?)"
    rf"|{_ABOUT_ZH}?(?P<share>百分之(?:{_NUMBER_ZH}|百)|{_SMALL}分之{_SMALL}|[一二三四五六七八九]成(?![立为员功果]))"
    rf"|{_ABOUT_ZH}?(?P<sign>人民币|[$¥￥€£])?(?P<number>{_NUMBER_ZH}(?:\s?[-~—–－至到]+\s?{_NUMBER_ZH})?)"
    rf"(?: ?(?:{_UNIT}|(?P<counter>[{COUNTERS}])))?",
    re.I,
)
_WORD_EN = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|(?:m|b|tr)illions?|half|twice)\b)"
)
_NUMBER_EN = rf"(?:{_DIGITS}(?: (?:hundred|thousand|(?:m|b|tr)illion)\b)?|{_WORD_EN}(?:[ -](?:and )?{_WORD_EN})*)"
_ABOUT_EN = (
    "(?:(?:about|around|approximately|roughly|nearly|almost|over|more than|less than|fewer than|at least|up to|some) )"
)
_NUMBERS_EN = re.compile(
    rf"(?<![\w.-]){_ABOUT_EN}?(?P<sign>[a-z]{{0,2}}[$¥€£])?"
    rf"(?P<number>{_NUMBER_EN}(?:(?:\s?[-–—]\s?| to ){_NUMBER_EN})?)(?:{_UNIT})?(?!\w|[.,]\d)",
    re.I,
)

_ERA = (
    "(?:民国|光绪|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|崇祯|万历|嘉靖|正德|弘治|成化|正统|宣德|永乐|建文|洪武|贞观|开元|建安"
    "|明治|大正|昭和|平成|令和)"
)
_YEAR_ZH = (
    rf"(?:(?:公元前?)?(?:前?\d{{3,4}}年(?![代级制])|\d{{2,4}}年代|(?<=公元)\d+年|(?<=公元前)\d+年|{_HAN_DIGIT}{{4}}年)"
    rf"|{_ERA}(?:元|{_SMALL})年(?:\(\d+年?\))?|{_SMALL}世纪(?:[\d一二三四五六七八九]?[\d十]年代)?|[今去明前当同次]年)"
)
_PART = "(?:初期?|中期|末期?|底|后期|早期|晚期|前后|左右|中叶|[上下]半叶|[上下]半年|[春夏秋冬][季天]?)"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_CLOCK = r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|深夜)?(?:\d{1,2}[时点](?!间)(?:\d{1,2}分|半)?|\d{1,2}:\d\d)"
_DATE_ZH = (
    rf"(?:{_YEAR_ZH}{_PART}?(?:{_DAY}月份?)?|(?<![\d个第]){_DAY}月(?![球亮])份?)(?:[上中下]旬|[初底末])?"
    rf"(?:{_DAY}[日号](?!线))?(?:{_CLOCK})?|{_CLOCK}|[昨今明]天|[昨今明次翌]日(?![本益])"
)
_DATES_ZH = re.compile(rf"(?:{_DATE_ZH})(?:\s?[-~—–－至到]+\s?(?:{_DATE_ZH}|今))?")
MONTH = "(?:January|February|(?-i:March|May)|April|June|July|August|September|October|November|December)"
_DAY_EN = r"\d{1,2}(?:st|nd|rd|th)?"
_EARLY = "(?:(?:early|mid|late)[- ](?:in |the )?)"
_ORDINAL = r"\b(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:eenth|ieth|th|second|first|third))"
_CLOCK_EN = r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b"
_DATE_EN = (
    rf"(?:{_EARLY}|{_DAY_EN} (?:of )?)?\b{MONTH}(?: {_DAY_EN}\b(?! century))?(?:,? (?:of )?(?:1\d|20|\d)\d\d\b)?"
    rf"|\b\d{{1,4}} (?:BCE?|CE|AD)\b|\bAD \d+|{_EARLY}?{_ORDINAL}[- ]century(?: BCE?| AD)?"
    rf"|{_EARLY}?(?<![\w.,$£€¥-])(?:1\d|20)\d\d(?:s\b)?"
    rf"(?! ?[%$]|[\d,.]\d|-\w| (?:people|men|copies)\b|{MEASURES['length']})"
    rf"|{_CLOCK_EN}"
)
_DATES_EN = re.compile(rf"(?:{_DATE_EN})(?:(?:\s?[-–—]\s?| to | until )(?:{_DATE_EN}))?", re.I)
_TIME_ONLY = re.compile(rf"(?:{_CLOCK}|{_CLOCK_EN})(?:\s?[-–—－~至到]+\s?{_CLOCK})?", re.I)
_YEAR_ONLY = re.compile(rf"{_YEAR_ZH}|(?:1\d|20)\d\d")
_QUOTED = re.compile(r"《[^《》]{1,40}》|“[^“”]{1,30}”|「[^「」]{1,30}」|『[^『』]{1,30}』|\"[^\"]{2,60}\"")


def dates(text: str, language: Language) -> list[Span]:
    """Days, months, years, centuries, times of day and stretches between two of them."""
    pattern = _DATES_ZH if language == "zh" else _DATES_EN
    return [Span(*match.span()) for match in pattern.finditer(text)]


def part_of(text: str, span: Span, part: str) -> Span | None:
    """The "year" or the "time" of day alone of a date, or with "" all of it that is more than a time of day."""
    if part:
        match = (_YEAR_ONLY if part == "year" else _TIME_ONLY).search(text, span.start, span.end)
        return Span(*match.span()) if match else None
    return None if _TIME_ONLY.fullmatch(text, span.start, span.end) else span


def numbers(text: str, language: Language) -> list[Span]:
    """Numbers with their units; those that belong to a date left out."""
    taken = dates(text, language)
    pattern = _NUMBERS_ZH if language == "zh" else _NUMBERS_EN
    found = (Span(*match.span(), _measure(match)) for match in pattern.finditer(text))
    return [s for s in found if s.measure and not any(d.start < s.end and s.start < d.end for d in taken)]


def _measure(match: re.Match[str]) -> str:
    """What a number measures; "" where what was matched is no number of its own."""
    named = match.groupdict()
    if named.get("order"):
        return "order"
    if named.get("share"):
        return "percent"
    if named["sign"]:
        return "money"
    measure = next((name for name in MEASURES if named[name]), "count")
    if measure != "count" or named.get("counter"):
        # 一 with a measure word is as often an article as a number.
        return "" if named["number"] == "一" and measure in ("count", "people") else measure
    # A Chinese numeral without a unit is as often a part of a word.
    return measure if named["number"].isascii() else ""


def titles(text: str) -> list[Span]:
    """Titles in their marks, and what is quoted."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]
