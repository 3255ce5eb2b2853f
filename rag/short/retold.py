"""What a date, a time of day or an amount says, in the other language, where fixed rules leave no doubt of it."""

import re

from corpus.fold import fold
from rag.short.values import MONTHS, amount, day
from rag.types import Language

_NAMES = "January February March April May June July August September October November December".split()
_LAST_DAY = 31
_MONTH = rf"\b(?:{'|'.join(MONTHS)})[a-z]*\b\.?"
_DATE_ZH = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}[日号])?)?")
_DATE_EN = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?!\d))?)"
    r"(?:,? (?:of )?\d{4})?",
    re.I,
)
_CLOCK_EN = re.compile(r"(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\.?")
_CLOCK_ZH = re.compile(r"(上午|早上|下午)(\d{1,2})(?:[:：](\d\d)|[时点](?:(\d{1,2})分|(半))?)")
_ABOUT = (
    (re.compile("大?约|(?:about|around|approximately|roughly) "), ("约", "about ")),
    (re.compile("将?近|接近|(?:nearly|almost) "), ("近", "nearly ")),
    (re.compile("至少|不少于|at least "), ("至少", "at least ")),
    (re.compile("超过?|逾|多于|(?:over|more than) "), ("超过", "over ")),
    (re.compile("至多|最多|不超过|up to |at most "), ("最多", "at most ")),
)
_AMOUNT_ZH = re.compile(
    r"(?P<number>(?:\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千]+)[万亿]?)(?P<unit>[^\d,]*)"
)
_AMOUNT_EN = re.compile(
    r"(?P<sign>£|€)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?: (?:thousand|million|billion))?|[a-z]+(?:-[a-z]+)?)"
    r"(?P<unit>[ -](?!(?:thousand|million|billion)\b)\D+)?"
)
_FRACTION = re.compile(r"分之|\b(?:half|halves|third|quarter|(?:fif|six|seven|eigh|nin|ten)th)s?\b")
_YEAR = re.compile(r"\d{4}年")  # may be a year as well as how long
_SIGNS = {"£": "英镑", "€": "欧元"}
# How a unit is written, and how it is said, in Chinese and in English (one and more).
_UNITS = tuple(
    (re.compile(zh), re.compile(en), zh_said, one, more)
    for zh, en, zh_said, one, more in (
        ("人|名|位", "people|persons", "人", "person", "people"),
        ("年", "years?", "年", "year", "years"),
        ("个月", "months?", "个月", "month", "months"),
        ("周|个?星期", "weeks?", "周", "week", "weeks"),
        ("天", "days?", "天", "day", "days"),
        ("个?(?:小时|钟头)", "hours?", "小时", "hour", "hours"),
        ("分钟", "minutes?", "分钟", "minute", "minutes"),
        ("秒", "seconds?", "秒", "second", "seconds"),
        ("公里|千米", "kilomet(?:er|re)s?|km", "公里", "kilometre", "kilometres"),
        ("米", "met(?:er|re)s?|m", "米", "metre", "metres"),
        ("厘米|公分", "centimet(?:er|re)s?|cm", "厘米", "centimetre", "centimetres"),
        ("英里", "miles?", "英里", "mile", "miles"),
        ("英尺", "feet|foot|ft", "英尺", "foot", "feet"),
        ("平方公里|平方千米", "square (?:kilomet(?:er|re)s|km)", "平方公里", "square kilometre", "square kilometres"),
        ("平方米", "square met(?:er|re)s?", "平方米", "square metre", "square metres"),
        ("公顷", "hectares?", "公顷", "hectare", "hectares"),
        ("吨", "tonnes?", "吨", "tonne", "tonnes"),
        ("公斤|千克", "kilograms?|kg", "公斤", "kilogram", "kilograms"),
        ("克", "grams?|g", "克", "gram", "grams"),
        ("人民币|元|元人民币", "yuan", "元", "yuan", "yuan"),
        ("美元", "us dollars?", "美元", "US dollar", "US dollars"),
        ("欧元", "euros?", "欧元", "euro", "euros"),
        ("英镑", "pounds sterling", "英镑", "pound sterling", "pounds sterling"),
    )
)


def retold(said: str, language: Language) -> str | None:
    """A date or an amount as it is said in the other language, in this `language`; None where that is not certain.

    >>> [retold(said, "zh") for said in ("14 June 1906", "£3.2 million", "nineteen years", "11pm", "a dozen")]
    ['1906年6月14日', '320万英镑', '19年', '23:00', None]
    >>> [retold(said, "en") for said in ("2018年11月", "约36人", "40分钟", "3.2亿元", "36座")]
    ['November 2018', 'about 36 people', '40 minutes', '320 million yuan', None]
    """
    folded = fold(said).strip()
    return _date(folded, language) or _clock(folded, language) or _amount(folded, language)


def _date(said: str, language: Language) -> str | None:
    if not said or not (_DATE_EN if language == "zh" else _DATE_ZH).fullmatch(said):
        return None
    year, month, number = day(said) or (None, None, None)
    if month is None or (number or 0) > _LAST_DAY:
        return None
    if language == "zh":
        return f"{year}年" * bool(year) + f"{month}月" + f"{number}日" * bool(number)
    return f"{number} " * bool(number) + _NAMES[month - 1] + f" {year}" * bool(year)


def _clock(said: str, language: Language) -> str | None:
    if language == "zh" and (match := _CLOCK_EN.fullmatch(said)):
        return f"{int(match[1]) % 12 + 12 * (match[3] == 'p')}:{match[2] or '00'}"
    if language == "en" and (match := _CLOCK_ZH.fullmatch(said)) and 0 < int(match[2]) < 12:
        minutes = match[3] or match[4] or ("30" if match[5] else "00")
        return f"{match[2]}:{minutes:>02} {'pm' if match[1] == '下午' else 'am'}"
    return None


def _amount(said: str, language: Language) -> str | None:
    about, zh = "", language == "zh"
    for pattern, words in _ABOUT:
        if match := pattern.match(said):
            about, said = words[not zh], said[match.end() :]
    if _FRACTION.search(said) or _YEAR.fullmatch(said):
        return None
    found = (_AMOUNT_EN if zh else _AMOUNT_ZH).fullmatch(said)
    value = amount(found["number"]) if found else None
    if found is None or value is None:
        return None
    unit, sign = (found["unit"] or "").strip(" -"), found["sign"] if zh else None
    if zh and (sign or not unit):
        return None if sign and unit else f"{about}{_written(value, language)}{_SIGNS[sign] if sign else ''}"
    for in_zh, in_en, said_zh, one, more in _UNITS:
        if (in_en if zh else in_zh).fullmatch(unit):
            named = said_zh if zh else f" {one if value == 1 else more}"
            return f"{about}{_written(value, language)}{named}"
    return None


def _written(value: float, language: Language) -> str:
    """A number as it is written in a language: in round millions or 万 where it is exact so."""
    scales = ((1e8, "亿"), (1e4, "万")) if language == "zh" else ((1e9, " billion"), (1e6, " million"))
    for scale, name in scales:
        if value >= scale and round(value / scale, 2) * scale == value:
            return f"{value / scale:g}{name}"
    return f"{value:,.10g}" if language == "en" else f"{value:.10g}"
