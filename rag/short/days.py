"""What a date or a time of day says, in the other language."""

import re

from rag.short.values import MONTHS, day
from rag.types import Language

_NAMES = "January February March April May June July August September October November December".split()
_LAST_DAY = 31
_MONTH = rf"\b(?:{'|'.join(MONTHS)})[a-z]*\b\.?"
_DATE_ZH = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}[日号])?)?")
_DATE_EN = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?!\d))?)"
    r"(?:,? (?:of )?\d{4})?"
)
_CLOCK_EN = re.compile(r"(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\.?")
_CLOCK_ZH = re.compile(r"(凌晨|清晨|早上|上午|下午|傍晚|晚上?)(\d{1,2})(?:[:：](\d\d)|[时点](?:(\d{1,2})分|(半))?)")
_PLAIN_CLOCK = re.compile(r"\d{1,2}:\d\d")
_HOUR = re.compile(r"(\d{1,2})时(?:(\d{1,2})分)?")  # of twenty-four; 2点 may be of either half of the day
_AT = re.compile(r"(?P<day>.+?[日号天])(?:[（(](?:周|星期)[一二三四五六日天][）)])?(?P<time>\D*\d{1,2}[:：时点].*)")
_RANGE_ZH, _RANGE_EN = re.compile(r"\s?[-~—–－至到]+\s?"), re.compile(r"\s?[-–—]\s?| to | until ")
_DAYS_EN = re.compile(rf"(\d{{1,2}}) (?:to|-|–|and) (\d{{1,2}}) ({_MONTH}(?: \d{{4}})?)")
_DAYS_ZH = re.compile(r"((?:\d{4}年)?\d{1,2}月)(\d{1,2})[日号]?[-~—–－至到]+(\d{1,2})[日号]")
_BEFORE = re.compile("before (?:about )?(.+)|(.+)前")
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_WEEK = "一二三四五六日"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAY_EN = re.compile(r"(?:on )?(mon|tues|wednes|thurs|fri|satur|sun)days?")
_WEEKDAY_ZH = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
# How a year lies to the text's own, and what part of it is meant.
_RELATIVE = (("今年", "this year"), ("去年", "last year"), ("明年", "next year"))
_SEASONS = (("春", "spring"), ("夏", "summer"), ("秋", "autumn"), ("冬", "winter"))
_PARTS = (("年?底|年?末", "the end of {}"), ("年?初", "early {}"), ("年中", "the middle of {}"))
_CENTURY = re.compile(r"(\d{1,2})(?:世纪|(?:st|nd|rd|th)[- ]century)")
_DECADE_ZH, _DECADE_EN = re.compile(r"(\d{2})世纪(\d0)年代|(\d{3}0)年代"), re.compile(r"(1\d|20)(\d0)s")


def retold_date(said: str, language: Language) -> str | None:
    """A date as it is said in the other language, in this `language`; None where that is not certain.

    >>> retold_date("8月23日下午2点", "en"), retold_date("1950s", "zh")
    ('2:00 pm on 23 August', '20世纪50年代')
    """
    if match := _BEFORE.fullmatch(said):
        told = retold_date(match[1] or match[2], language)
        return told and (f"{told}前" if language == "zh" else f"before {told}")
    return _whole(said, language) or _stretch(said, language)


def _stretch(said: str, language: Language) -> str | None:
    """From when to when."""
    days = (_DAYS_EN if language == "zh" else _DAYS_ZH).fullmatch(said)
    if days and language == "zh" and (month := _date(days[3], language)):
        return f"{month}{days[1]}日至{days[2]}日" if month.endswith("月") else None
    if days and (month := _date(days[1], language)):
        return f"{days[2]} to {days[3]} {month}"
    ends = (_RANGE_EN if language == "zh" else _RANGE_ZH).split(said)
    told = [_whole(end, language) for end in ends]
    if len(told) != 2 or None in told:
        return None
    return ("至" if language == "zh" else " to ").join(map(str, told))


def _whole(said: str, language: Language) -> str | None:
    return (
        _date(said, language) or _clock(said, language) or _of_week(said, language) or _long(said, language)
        or (_at(said) or _part(said) if language == "en" else None)
    )  # fmt: skip


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
    if _PLAIN_CLOCK.fullmatch(said):
        return said
    if language == "en" and (match := _HOUR.fullmatch(said)):
        return f"{match[1]}:{match[2] or '00':>02}"
    if language == "zh" and (match := _CLOCK_EN.fullmatch(said)):
        return f"{int(match[1]) % 12 + 12 * (match[3] == 'p')}:{match[2] or '00'}"
    if language == "en" and (match := _CLOCK_ZH.fullmatch(said)) and 0 < int(match[2]) < 12:
        minutes = match[3] or match[4] or ("30" if match[5] else "00")
        return f"{match[2]}:{minutes:>02} {'pm' if match[1][0] in '下傍晚' else 'am'}"
    return None


def _of_week(said: str, language: Language) -> str | None:
    if language == "zh" and (match := _WEEKDAY_EN.fullmatch(said)):
        number = next(i for i, name in enumerate(_WEEKDAYS) if name.lower().startswith(match[1]))
        return f"周{_WEEK[number]}"
    if language == "en" and (match := _WEEKDAY_ZH.fullmatch(said)):
        return _WEEKDAYS[_WEEK.index(match[1].replace("天", "日"))]
    return None


def _long(said: str, language: Language) -> str | None:
    """A decade or a century."""
    zh = language == "zh"
    if match := (_DECADE_EN if zh else _DECADE_ZH).fullmatch(said):
        if zh:
            return f"{int(match[1]) + 1}世纪{match[2]}年代"
        return f"the {match[3] or f'{int(match[1]) - 1}{match[2]}'}s"
    if match := _CENTURY.fullmatch(said):
        number = int(match[1])
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
        return f"{number}世纪" if zh else f"the {number}{ending} century"
    return None


def _at(said: str) -> str | None:
    """A Chinese day and a time of that day."""
    match = _AT.fullmatch(said)
    if match is None:
        return None
    date = _date(match["day"], "en") or _part(match["day"])
    times = [_clock(one, "en") for one in _RANGE_ZH.split(match["time"])]
    return f"{' to '.join(map(str, times))} on {date}" if date and None not in times else None


def _part(said: str) -> str | None:
    """A Chinese year that is only said by its place, or a part of a year."""
    for zh, en in _RELATIVE:
        if said == zh:
            return en
        if said.startswith(zh) and (date := _date(said[2:], "en") or _part_of(said[2:], "")):
            return f"{date} {en}"
    year, _, rest = said.partition("年")
    if _YEAR.fullmatch(year):
        return _part_of(rest, year) if rest else None
    return None


def _part_of(part: str, year: str) -> str | None:
    for zh, en in _SEASONS:
        if re.fullmatch(f"{zh}[天季]?", part):
            return f"{en} {year}".strip()
    return next((en.format(year) for zh, en in _PARTS if year and re.fullmatch(zh, part)), None)
