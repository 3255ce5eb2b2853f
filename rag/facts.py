"""The numbers and dates of a sentence with what they say, in Chinese and English, and whether quotes say the same."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isclose

from corpus.fold import fold_aligned
from rag.language import HAN
from rag.short.spans import COUNTERS, MONTH, ORDINALS
from rag.short.values import Day, amount, day
from rag.units import SIGNS, unit_at

_HAN = "〇零○一二两三四五六七八九十百千"
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALE = r"(?:[多余]?[百千]?[万亿]+|(?: |-)(?:hundred|thousand|million|billion|trillion)s?\b)"
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|(?:m|b|tr)illion)"
)
_NUMBER = re.compile(
    rf"第(?P<order>\d+|[{_HAN}]+)|\b(?P<nth>\d{{1,4}})(?:st|nd|rd|th)\b"
    rf"|(?<!at )(?<!a )(?<!per )\b(?P<ordinal>{'|'.join(ORDINALS)})\b(?! of all)|(?P<head>首)(?=[次届个批位家条座部])"
    rf"|(?P<below>[{_HAN}]+|\d+)分之(?P<above>[{_HAN}]+(?:点[{_HAN}]+)?|{_DIGITS})"
    r"|\b(?:(?P<half>half)|(?:a|one)[ -](?P<part>third|quarter)|(?P<parts>two[ -]thirds|three[ -]quarters))\b"
    r"|(?P<halb>一半)"
    r"|(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d)(?!\d)|[时点](?:(?P<minutes>\d{1,2})分|(?P<past>半)|整|(?![\d间五])))"
    r"|\b(?P<oclock>\d{1,2})(?= ?[ap]\.?m\b)"
    rf"|(?:(?P<sign>us\$|hk\$|[$¥€£]|人民币) ?)?(?P<digits>{_DIGITS}{_SCALE}?[多余]?)(?P<decade>年代|s\b)?"
    rf"|(?P<han>[{_HAN}]+(?:点[{_HAN}]+)?(?:[多余几]?[万亿](?:[{_HAN}]+千)?)*[多余几]?)(?P<age>年代)?"
    rf"|\b(?P<word>{_WORD}(?:(?:[ -]| and ){_WORD})*)\b",
    re.I | re.A,
)
_SHARES = {"third": 1 / 3, "quarter": 0.25, "two thirds": 2 / 3, "three quarters": 0.75}
_WEEKDAYS = {"mon": 1, "tues": 2, "wednes": 3, "thurs": 4, "fri": 5, "satur": 6, "sun": 7}
_ZH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(
    rf"(?P<zh>(?:(?:公元)?[12]\d{{3}}年(?![代级来])|\d{{2,4}}年(?=\d{{1,2}}月)|公元前?\d{{1,4}}年|前\d{{3}}年"
    rf"|[〇零○一二三四五六七八九]{{4}}年)(?:{_ZH}月(?:{_ZH}[日号])?)?|(?<![\d{_HAN}个]){_ZH}月(?![球亮])(?:{_ZH}[日号])?)"
    rf"|(?<![\d{_HAN}第])(?P<days>{_ZH})[日号](?![线楼元本])"
    r"|\b(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\b"
    rf"|(?P<en>(?:\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?\b{MONTH}\b(?: \d{{1,2}}(?:st|nd|rd|th)?\b(?!:))?"
    r"(?:,? (?:of )?[12]\d{3}\b)?)"
    r"|\b(?P<bc>\d{1,4}) BCE?\b"
    r"|(?<![\w.,$£€¥-])(?P<year>1\d{3}|20\d\d)(?![\w%万亿余多]|[.,]\d)"
    rf"|\b(?P<weekday>{'|'.join(_WEEKDAYS)})days?\b"
    r"|(?:周|星期|礼拜)(?P<zhou>[一二三四五六日天])(?!天)",
    re.I | re.A,
)
_HALF_DAY = 720  # minutes: a clock of twelve hours and one of twenty-four are the same
_CLOSE = 0.002  # share by which two readings of one measure may differ: units are converted and rounded


@dataclass(frozen=True, slots=True)
class Fact:
    """A number or a date: where it stands, what it measures ("" unknown), its value in that measure's base unit, and
    the number as written. `plain` is a numeral that may as well be part of a word.
    """

    start: int
    end: int
    unit: str
    value: float
    written: float
    date: Day = (None, None, None)
    plain: bool = False


@lru_cache(maxsize=512)
def facts(text: str) -> tuple[Fact, ...]:
    """Every number and date of a text, in order, also those that may be parts of words (`plain`)."""
    folded = fold_aligned(text)
    # Spaces beside Chinese characters say nothing: 2 月 28 日.
    kept = [i for i, c in enumerate(folded) if c != " " or not _beside_han(folded, i)]
    squeezed = "".join(folded[i] for i in kept)
    dates = [fact for match in _DATE.finditer(squeezed) if (fact := _date(match))]
    free = list(squeezed)
    for fact in dates:
        free[fact.start : fact.end] = "\n" * (fact.end - fact.start)
    numbers = [_number(match, squeezed) for match in _NUMBER.finditer("".join(free))]
    both = sorted(dates + [number for number in numbers if number], key=lambda fact: fact.start)
    return tuple(replace(fact, start=kept[fact.start], end=kept[fact.end - 1] + 1) for fact in both)


def lacking(sentence: str, quotes: str) -> list[Fact]:
    """The facts of a sentence that its quotes do not say."""
    there = facts(quotes)
    return [fact for fact in facts(sentence) if not fact.plain and not _said(fact, there)]


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts say the same; a number without a unit may have any.

    >>> [same(*facts(text)) for text in ("1200平方公里, 1,200 square km", "5 km, 5 miles")]
    [True, False]
    """
    if "date" in (one.unit, other.unit):
        return _same_date(one, other)
    if one.unit and other.unit:
        converted = one.written != other.written and not isclose(one.value * other.written, other.value * one.written)
        return one.unit == other.unit and isclose(one.value, other.value, rel_tol=_CLOSE if converted else 1e-9)
    return isclose(one.written, other.written, rel_tol=1e-9)


def _same_date(one: Fact, other: Fact) -> bool:
    if one.unit != other.unit:
        return not (one.unit and other.unit) and one.written == other.written
    pairs = [(a, b) for a, b in zip(one.date, other.date, strict=True) if a is not None and b is not None]
    return bool(pairs) and all(a == b for a, b in pairs)


def _said(fact: Fact, quotes: Sequence[Fact]) -> bool:
    if fact.unit != "date":
        return any(same(fact, other) for other in quotes)
    near = [other for other in quotes if same(fact, other)]
    parts = [(part, place) for place, part in enumerate(fact.date) if part is not None]
    return all(
        any(other.unit != "date" or other.date[place] == part for other in near)
        # The year may stand once for all the dates of a passage.
        or (place == 0 and any(other.date[0] == part for other in quotes))
        for part, place in parts
    )


def _beside_han(text: str, place: int) -> bool:
    return bool(HAN.match(text[place - 1 : place]) or HAN.match(text[place + 1 : place + 2]))


def _date(match: re.Match[str]) -> Fact | None:
    named, (start, end) = match.groupdict(), match.span()
    if part := named["weekday"] or named["zhou"]:
        weekday = _WEEKDAYS.get(part.lower()) or min("一二三四五六日天".index(part) + 1, 7)
        return Fact(start, end, "weekday", weekday, weekday)
    if named["year"] and unit_at(match.string, end)[0]:
        return None
    found = day(match[0])
    if part := named["bc"]:
        found = -int(part), None, None
    elif named["iso"]:
        year, month, number = re.split("[-/.]", match[0])
        found = int(year), int(month), int(number)
    elif found and found[0] and "前" in match[0]:
        found = -found[0], *found[1:]
    elif named["zh"] and found and found[0] is None and (digits := re.search(r"(\d+)年", match[0])):
        found = int(digits[1]), *found[1:]
    if found is None:
        return None
    # 10号 may be the number of a line as well, and 2014 one of people.
    alone = found[0] if found[1:] == (None, None) else found[2] if found[:2] == (None, None) else None
    return Fact(start, end, "date", 0.0, -1.0 if alone is None else float(alone), found)


def _number(match: re.Match[str], text: str) -> Fact | None:
    """The number of a match; None where there is none that can be read."""
    named, (start, end) = {k: v for k, v in match.groupdict().items() if v}, match.span()
    if order := named.get("order") or named.get("nth") or named.get("ordinal") or named.get("head"):
        lower = order.lower()
        value = ORDINALS.index(lower) + 1 if lower in ORDINALS else 1 if order == "首" else amount(order) or 0
        century = re.compile(r"世纪|(?: |-)century").match(text, end)
        return Fact(start, end, "century" if century else "order", value, value)
    if hour := named.get("hour") or named.get("oclock"):
        minutes = int(hour) * 60 + int(named.get("minute") or named.get("minutes") or (30 if "past" in named else 0))
        return Fact(start, end, "clock", minutes % _HALF_DAY, minutes % _HALF_DAY)
    if share := _share(named):
        percent = named.get("below") == "百"
        return Fact(start, end, "percent", share * 100, share * 100 if percent else share)
    return _measured(match, named, text)


def _share(named: Mapping[str, str]) -> float | None:
    if "half" in named or "halb" in named:
        return 0.5
    if part := named.get("part") or named.get("parts"):
        return _SHARES[part.lower().replace("-", " ")]
    if "below" in named:
        return (amount(named["above"]) or 0) / (amount(named["below"]) or 1)
    return None


def _measured(match: re.Match[str], named: Mapping[str, str], text: str) -> Fact | None:
    start, end = match.span()
    written = named.get("digits") or named.get("han") or named.get("word") or ""
    value = _value(written)
    if value is None:
        return None
    if "decade" in named or "age" in named:
        return Fact(start, end, "decade", value % 100, value % 100)
    dimension, factor, after = unit_at(text, end)
    if re.match("世纪|(?: |-)century", text[end : end + 8]) and value < 30:
        dimension, factor = "century", 1.0
    if not dimension and (sign := named.get("sign")):
        dimension = SIGNS[sign.lower()]
    return Fact(start, after, dimension, value * factor, value, plain=_plain(named, text, end, bool(dimension)))


def _value(written: str) -> float | None:
    whole, point, rest = re.sub("[多余几]", "", written).partition("点")
    if point and rest:
        digits = "".join(f"{amount(character) or 0:.0f}" for character in rest if character in _HAN)
        scale = amount(f"1{rest.lstrip(_HAN)}") or 1
        return float(f"{amount(whole) or 0:.0f}.{digits}") * scale
    return amount(whole)


def _plain(named: Mapping[str, str], text: str, end: int, unit: bool) -> bool:
    """Whether a numeral may be part of a word (一带一路), or mean no more than an article (one of them)."""
    if "digits" in named:
        return False
    if word := named.get("word"):
        return word.lower() in ("one", "thousand", "hundred", "million")
    numeral = named["han"]
    counted = unit or text[end : end + 1] in COUNTERS + "名位"
    idiom = re.match(rf".[{_HAN}].", text[end:])
    return numeral in ("一", "十", "百", "千") or not counted or (idiom is not None and not unit)
