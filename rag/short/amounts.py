"""What an amount says, in the other language."""

import re

from rag.short.spans import COUNTERS
from rag.short.units import UNITS
from rag.short.values import PARTS, amount
from rag.types import Language

_ABOUT = (
    (re.compile("大?约|(?:about|around|approximately|roughly) "), ("约", "about ")),
    (re.compile("将?近|接近|(?:nearly|almost) "), ("近", "nearly ")),
    (re.compile("至少|不少于|at least "), ("至少", "at least ")),
    (re.compile("超过?|逾|多于|(?:over|more than) "), ("超过", "more than ")),
    (re.compile("至多|最多|不超过|(?:up to|at most) "), ("最多", "at most ")),
)
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_AMOUNT_ZH = re.compile(
    rf"(?P<number>(?:{_DIGITS}|[一二两三四五六七八九十百千][零一二两三四五六七八九十百千万亿]*)(?:[万亿])?)(?P<over>[多余])?(?P<scale>[万亿](?=.))?"
    r"(?P<half>个半(?=小时|月|钟头|世纪))?(?P<unit>[^\d,]*)"
)
_AMOUNT_EN = re.compile(
    rf"(?P<sign>£|€)?(?P<number>(?:{_DIGITS}|[a-z]+(?:-[a-z]+)?)(?: (?:thousand|million|billion))?)"
    r"(?P<unit>[ -](?!(?:thousand|million|billion)\b)\D+)?"
)
_SIGNS = {"£": "英镑", "€": "欧元"}
_COUNTER = re.compile(f"(?!点)[{COUNTERS}]|人?次")  # 12点 is a time of day
_YEAR = re.compile(r"\d{4}年")  # may be a year as well as how long
_BARE = re.compile(r"\d{4}")  # may be a year, which no comma parts
_PERCENT_ZH, _PERCENT_EN = re.compile(rf"({_DIGITS})%|百分之(.+)"), re.compile(rf"({_DIGITS}) ?(?:%|per ?cent)")
_TENTHS = re.compile(r"([一二三四五六七八九])成(半)?")
_RANGE = re.compile(r"\s?[至到]\s?| to |(?<=\d) and |(?<=\d)\s?[-~—–－]+\s?(?=\d)")
_VAGUE = re.compile("[一二三四五六七八九]{2}")  # three or four hundred
_FRACTION_ZH = re.compile(r"([一二三四五六七八九十\d]+)分之([一二三四五六七八九十\d]+)")
_FRACTION_EN = re.compile(rf"(?:(an?|one|two|three|four|five|\d)[ -])?({'|'.join(PARTS[1:])})s?")
_IN = re.compile(r"([a-z]+|\d+) (?:in|out of) (?:every )?([a-z]+|\d+)")
_HALF_ZH = re.compile("半(个月|年|天|个?小时|个世纪)")
_HALVES = {"个月": "half a month", "年": "half a year", "天": "half a day", "个世纪": "half a century"}
_HAN = "零一二三四五六七八九十"
_TWO_UNITS = re.compile(
    r"(\d+(?:小时|分|个月|年)|\d+ (?:hours?|minutes?|years?))零?(?: and |,? )?"
    r"(\d+(?:分钟?|秒|天|个月)|\d+ (?:minutes?|seconds?|months?))"
)


def retold_amount(said: str, language: Language) -> str | None:
    """An amount as it is said in the other language, in this `language`; None where that is not certain.

    >>> retold_amount("七成", "en"), retold_amount("2 hours 15 minutes", "zh"), retold_amount("九十多人", "en")
    ('70%', '2小时15分钟', 'more than 90 people')
    """
    about, zh = "", language == "zh"
    if said.startswith("时速"):
        said = said[2:] + "/小时"
    for pattern, words in _ABOUT:
        if match := pattern.match(said):
            about, said = words[not zh], said[match.end() :]
    if not said or _YEAR.fullmatch(said) or _VAGUE.search(said):
        return None
    if _BARE.fullmatch(said):
        return about + said
    told = _share(said, zh) or _two(said, language) or _range(said, language) or _one(said, language)
    return about + told if told and not (about and told.startswith("more")) else None


def _share(said: str, zh: bool) -> str | None:
    if match := (_PERCENT_EN if zh else _PERCENT_ZH).fullmatch(said):
        value = amount(match[match.lastindex or 1])
        return None if value is None else f"{value:.10g}%"
    if match := _TENTHS.fullmatch(said):
        return None if zh else f"{10 * _HAN.index(match[1]) + 5 * bool(match[2])}%"
    if said in ("half", "a half", "one half") and zh:
        return "一半"
    if said == "一半" and not zh:
        return "half"
    return _fraction_zh(said) if zh else _fraction_en(said)


def _fraction_zh(said: str) -> str | None:
    """An English fraction in Chinese."""
    if (match := _IN.fullmatch(said)) or (match := _FRACTION_EN.fullmatch(said)):
        above = 1.0 if (match[1] or "a") in ("a", "an") else amount(match[1])
        below = float(PARTS.index(match[2]) + 2) if match[2] in PARTS else amount(match[2])
        if above and below and above < below <= len(_HAN) - 1:
            return f"{_HAN[int(below)]}分之{_HAN[int(above)]}"
    return None


def _fraction_en(said: str) -> str | None:
    """A Chinese fraction in English."""
    match = _FRACTION_ZH.fullmatch(said)
    below, above = (amount(match[1]), amount(match[2])) if match else (None, None)
    if not above or not below or above >= below or below - 2 >= len(PARTS):
        return None
    part, number = PARTS[int(below) - 2], "one two three four five six seven eight nine".split()[int(above) - 1]
    return "half" if below == 2 else f"{number} {part}{'s' * (above > 1)}"


def _two(said: str, language: Language) -> str | None:
    """An amount in two units, as 2小时40分钟."""
    match = _TWO_UNITS.fullmatch(said)
    told = [_one(re.sub("分$", "分钟", part), language) for part in match.groups()] if match else [None]
    return ("" if language == "zh" else " ").join(map(str, told)) if None not in told else None


def _range(said: str, language: Language) -> str | None:
    """An amount from one to another: 12至25人."""
    ends = _RANGE.split(said)
    if len(ends) != 2:
        return None
    first, last = _one(ends[0], language), _one(ends[1], language)
    if not first or not last or first[-1].isdigit() < ends[0][-1].isdigit():
        return None
    return f"{first}{'至' if language == 'zh' else ' to '}{last}"


def _one(said: str, language: Language) -> str | None:
    zh = language == "zh"
    if not zh and (half := _HALF_ZH.fullmatch(said)):
        return _HALVES.get(half[1], "half an hour")
    found = (_AMOUNT_EN if zh else _AMOUNT_ZH).fullmatch(said)
    value = amount(found["number"]) if found else None
    if found is None or value is None:
        return None
    if zh:
        return _in_chinese(found, value)
    if found["scale"]:
        value *= {"万": 1e4, "亿": 1e8}[found["scale"]]
    value += 0.5 * bool(found["half"])
    more = "more than " * bool(found["over"])
    unit = found["unit"].strip()
    named = next(((one, several) for pattern, _, _, one, several in UNITS if pattern.fullmatch(unit)), None)
    if named:
        return f"{more}{_written(value, 'en')} {named[value != 1]}"
    if not unit or _COUNTER.fullmatch(unit):
        return more + (said if _BARE.fullmatch(said) else _written(value, "en"))
    return None


def _in_chinese(found: re.Match[str], value: float) -> str | None:
    unit, sign, number = (found["unit"] or "").strip(" -"), found["sign"], found["number"]
    written = number if re.fullmatch(r"\d+\.\d\d", number) else _written(value, "zh")
    if sign:
        return None if unit else f"{written}{_SIGNS[sign]}"
    if not unit:
        return written
    named = next((said for _, pattern, said, _, _ in UNITS if pattern.fullmatch(unit)), None)
    return f"{written}{named}" if named else None


def _written(value: float, language: Language) -> str:
    """A number as it is written in a language: in round millions or 万 where it is exact so."""
    scales = ((1e8, "亿"), (1e4, "万")) if language == "zh" else ((1e9, " billion"), (1e6, " million"))
    for scale, name in scales:
        if value >= scale and abs(round(value / scale, 2) * scale - value) < 1e-6 * value:
            return f"{value / scale:g}{name}"
    return f"{value:,.10g}" if language == "en" else f"{value:.10g}"
