"""The numbers of a sentence, each with its unit and what it measures.

Patterns read the sentence as `fold_aligned` gives it; offsets hold for the sentence as printed.
"""

import re
from dataclasses import replace

from rag.short.dates import dates
from rag.short.spans import COUNTERS, MEASURES, ORDINALS, Span
from rag.types import Language

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_HAN_NUMBER = r"[一二两三四五六七八九十百千][〇零一二三四五六七八九十百千万亿]*"
_LARGE_HAN = re.compile(r"[一二两三四五六七八九十][〇零一二三四五六七八九十百千万亿]*[百千万亿][多余]?")
_VAGUE = r"[数几](?=[十百千万亿个周月年天日名位次种米]|小时|分钟|公里)|半(?=个?世纪|个?月|个?小时|[年天])"
_SMALL = r"[一二三四五六七八九十\d]+"
_NUMBER_ZH = rf"(?:{_DIGITS}|{_HAN_NUMBER}|{_VAGUE})(?:[多余几]?[十百千万亿]+)?[多余几]?"
_ABOUT_ZH = "(?:大?约|将?近|接近|不?超过|不[足到满]|不?[低高少多]于|至少|最多|逾|超)"
_GREAT = "大(?![学中小型约概多于雨量楼道街桥批])"  # 五大原则
_SYMBOL = "(?:[mn]s|[kMGT]?B|[kM]?Wh?|k?V|[kMG]?Hz|m?l)"  # of units that nobody asks for by name
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in MEASURES.items())
_NUMBERS_ZH = re.compile(
    rf"(?P<order>第(?:\d+|[一二三四五六七八九十百]+)[{COUNTERS}位名大]?|(?:(?<=[位名排]列)|(?<=排名))(?:全[国球]|世界)?前?{_SMALL}[名位]?"
    rf"|(?<=居)(?:全[国球]|世界)?前{_SMALL}[名位]?|前{_SMALL}名)"
    rf"|{_ABOUT_ZH}?(?P<share>百分之(?:{_NUMBER_ZH}|百)|{_SMALL}分之{_SMALL}|\d/\d+|[一二三四五六七八九]成(?![立为员功果])"
    rf"|(?<![\u4e00-\u9fff])一半|(?<=[有近占]|过|约)一?半数?(?=[的,，。]))"
    rf"|(?<![A-Za-z]-)(?<![A-Za-z\d])(?!(?:19|20)\d\d届){_ABOUT_ZH}?(?P<sign>人民币|[$¥￥€£])?"
    rf"(?P<number>{_NUMBER_ZH}(?:\s?[-~—～–－至到]+\s?{_NUMBER_ZH})?)"
    rf"(?: ?(?:{_UNIT}|(?P<counter>[{COUNTERS}]|{_GREAT}))|(?!\d|(?! ?{_SYMBOL}\b) ?[A-Za-z]))",
    re.I,
)
_WORD_EN = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|(?:m|b|tr)illions?|half|twice)\b)"
)
_NUMBER_EN = (
    rf"(?:{_DIGITS}(?: (?:hundred|thousand|(?:m|b|tr)illion)\b)?"
    rf"|(?:tens|hundreds|thousands|millions) of {_WORD_EN}|{_WORD_EN}(?:[ -](?:and )?{_WORD_EN})*)"
)
_ABOUT_EN = (
    "(?:(?:about|around|approximately|roughly|nearly|almost|over|(?:no |not )?(?:more|less|fewer) than|at least|at most"
    "|up to|some) )"
)
_ORDER_EN = rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\b(?! centur)"
_PART_EN = r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
_SHARE_EN = (
    rf"(?:(?:one|two|three|four|\d)-{_PART_EN}|(?:one|a|two|three|four|\d) {_PART_EN}(?= of\b|[\s.,;]*$)|half(?= of\b)"
    rf"|(?:{_DIGITS}|{_WORD_EN}) (?:in|out of) (?:every )?(?:{_DIGITS}|{_WORD_EN})(?! \w+ (?:in|of)\b)(?= [a-z])"
    rf"|(?:double|triple|twice|(?:{_DIGITS}|{_WORD_EN}) times)"
    r"(?= (?:the |their |your )?(?:[a-z]+ )?(?:pay|rate|salary|wages?)\b))"
)
_NUMBERS_EN = re.compile(
    rf"\b(?P<order>{_ORDER_EN})|(?<![\w.-]){_ABOUT_EN}?(?P<share>{_SHARE_EN})"
    rf"|(?<![\w.-])(?<!\d,){_ABOUT_EN}?(?P<sign>[a-z]{{0,2}}[$¥€£]|(?-i:USD|RMB|CNY|KRW|JPY|EUR|GBP|HKD|INR) ?)?"
    rf"(?P<number>{_NUMBER_EN}(?:(?:\s?[-–—]\s?| to ){_NUMBER_EN})?)(?:{_UNIT})?(?!\w|[.,]\d)",
    re.I,
)
_PHONE = re.compile(
    r"\b0\d{1,3}(?: \d{2,4}){2,4}\b|\b0\d{2,3}-\d{3,4} \d{4}\b|\+\d{1,3}(?: \d{2,4}){2,4}\b"
    r"|(?<![\dA-Za-z.-])(?:\+?\d{1,4}[- ])?(?:\d{3,4}-)?\d{3,4}-\d{4}(?![\d-])|(?<!\d)1[3-9]\d{9}(?!\d)"
    r"|(?<![\dA-Za-z.-])0\d{2,3}[- ]\d{7,8}(?![\d-])|(?<=电话[:：为是])\d{7,8}(?!\d)"
)
_FREE = re.compile(
    r"(?<![再非不未要包])(?<!取消)(?<!不是)(?:免费|全免)(?=的?[，,。；;、！!）)]|$|开放|入[场园馆]|参观|游览|乘坐)|不(?:收费|要钱|用钱|花钱)"
    r"|(?<![-\w])(?<!\bno longer )(?<!\bnot )(?<!\bset )(?<!n[’']t )(?<!\bnever )free(?: of charge)?"
    r"(?=[,.;!)]|$| (?:for|of charge|to enter|on|with|and)\b)",
    re.I,
)
# What something is filed under says nothing of how many there are.
_IDENTIFIED = re.compile(
    r"(?:\b(?:no|nos|ref|reg)\.? ?|\b(?:reference|registration|charity|company|licence|permit|case|account|serial)"
    r" (?:number|code|id):? |#|№"
    r"|(?:[编文证账帐卡]|注册|登记|订单|执照|许可证|备案|批准|档案|门牌|身份证|车牌)号码?[为是:]?\s?)(?:[A-Za-z]{1,4}-?)?$",
    re.I,
)
# The number of an item, or of an article of a law, says nothing of what is counted.
_ITEM = re.compile(r"^\W*(?:\d{1,2}(?:[)）、]|[.．](?!\d))|第[一二三四五六七八九十百\d]+[条章节款])", re.M)
_IN_NAME = re.compile(r"(?<=[^\W\d_])\d+(?=[”\"」』》])")  # “迅流120”
_AGED = re.compile(r"(?:\b(?:aged?|age of|ages? (?:from|between))|年仅|享年|[终得]年) ?$")
_AGED_AFTER = re.compile(r"(?-i:[A-Z])[a-z’'-]+, $")  # in "Palin, 29, of Alaska"
# The units of amounts that are said in two or three of them, each larger than the next.
_UNITS_DOWN = tuple(
    re.compile(rf"(?:{unit})$", re.I)
    for unit in (
        r"世纪|centur(?:y|ies) decades? 年|years? 月|months? 周|星期|weeks? [天日]|days? 小时|钟头|hours?"
        r" 分钟?|minutes? 秒\d*|seconds? 吨|tons?|tonnes? 公斤|千克|kilograms?|kg|pounds?|lbs? 克|grams?|ounces?"
        r" 公里|千米|kilomet(?:er|re)s?|km|miles? 米|met(?:er|re)s?|yards?|feet|ft 厘米|cm|inch(?:es)?"
        r" 元|圆|块|yuan|dollars? 角"
    ).split()
)
_AND = re.compile("(?:[零又]|,? and |,? )?")
_SAME = re.compile(r" ?(?:[-~—–－至到或]|甚至|or|to) ?")
# From how much to how much something changed are two.
_CHANGES = re.compile(
    r"\b(?:r[io]se[ns]?|went up|gone up|goes up|up|rais(?:ed|es)|increas(?:ed|es)|grew|grown"
    r"|f[ae]ll(?:en|s)?|dropp?(?:ed|s)|down|cut|reduced|changed|moved|put up)(?: [a-z]+){0,3} from $"
)
_FULL = re.compile("[满过超够]$")


def numbers(text: str, language: Language) -> list[Span]:
    """Numbers with their units, and numbers to call; those that belong to a date, a name or an item left out."""
    phones = [Span(*match.span(), "phone") for match in _PHONE.finditer(text)]
    items = [Span(*match.span()) for pattern in (_ITEM, _IN_NAME) for match in pattern.finditer(text)]
    taken = [*dates(text, language), *phones, *items]
    pattern = _NUMBERS_ZH if language == "zh" else _NUMBERS_EN
    found = (Span(*match.span(), _measure(match)) for match in pattern.finditer(text))
    own = [s for s in found if s.measure and not any(d.start < s.end and s.start < d.end for d in taken)]
    return [*_joined([_identified(s, text) for s in own], text), *phones]


def free(text: str) -> list[Span]:
    """Where a text says that something costs nothing."""
    return [Span(*match.span(), "money") for match in _FREE.finditer(text)]


def _identified(span: Span, text: str) -> Span:
    """The number, as one that only identifies where what stands before it says so: Registered charity no. 12."""
    led = span.measure == "count" and _IDENTIFIED.search(text, max(span.start - 24, 0), span.start)
    return replace(span, measure="identifier") if led else span


def _joined(found: list[Span], text: str) -> list[Span]:
    """The numbers, of which two are one that are the ends of one stretch, 14 英寸到 30 英寸, or parts of one amount,
    4分30秒.
    """
    joined: list[Span] = []
    for span in found:
        last = joined[-1] if joined else None
        if last and last.measure == span.measure != "count" and _is_one(last, span, text):
            joined[-1] = replace(last, end=span.end)
        else:
            joined.append(span)
    return joined


def _is_one(one: Span, other: Span, text: str) -> bool:
    """Whether two numbers of one measure are a stretch, or one amount in two units, the larger of them first."""
    if _SAME.fullmatch(text, one.end, other.start):
        return not _CHANGES.search(text, 0, one.start)
    if _FULL.search(text[: one.start]):  # 满五年10天: so much leave after so many years
        return False
    first, second = (_rank(text[span.start : span.end]) for span in (one, other))
    return bool(_AND.fullmatch(text, one.end, other.start)) and first < second < len(_UNITS_DOWN)


def _rank(said: str) -> int:
    """The place of the last unit of an amount among _UNITS_DOWN; behind them all where it is none of them."""
    return next((place for place, unit in enumerate(_UNITS_DOWN) if unit.search(said)), len(_UNITS_DOWN))


def _is_age(match: re.Match[str]) -> bool:
    """Whether a bare number says how old someone is."""
    start, end = match.span("number")
    between = match.string.startswith(",", end) and end - start == 2
    return bool(_AGED.search(match.string, 0, start) or (between and _AGED_AFTER.search(match.string, 0, start)))


def _measure(match: re.Match[str]) -> str:
    """What a number measures; "" where what was matched is no number of its own."""
    named = match.groupdict()
    if named.get("order"):
        return "order"
    if named.get("share"):
        return "percent"
    if named["sign"]:
        return "money"
    number = named["number"]
    measure = next((name for name in MEASURES if named[name]), "count")
    if measure != "count" or named.get("counter"):
        # 一 with a measure word is as often an article as a number.
        return "" if not number.strip("一") and measure in ("count", "people") else measure
    if number.isascii() and _is_age(match):
        return "age"
    # A Chinese numeral without a unit is as often a part of a word.
    return measure if number.replace("–", "-").isascii() or number[0].isdigit() or _LARGE_HAN.fullmatch(number) else ""
