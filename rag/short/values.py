"""What a date or a number says, whatever language it is written in, for telling that two of them are the same."""

import re

from corpus.fold import fold

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\b")
_DAY_EN = re.compile(r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th)?\b(?!\d|:|[- ]century)")
_CENTURY = re.compile(r"(\d{1,2})(?:世纪|(?:st|nd|rd|th)[- ]century)")
_PARTS_ZH = (re.compile(r"(\d{3,4})年"), re.compile(r"(\d{1,2})月"), re.compile(r"(\d{1,2})[日号]"))
_HAN = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4}
_SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_NUMBER = re.compile(
    r"(?P<digits>\d+(?:\.\d+)?)|(?P<han>[〇零一二两三四五六七八九十百千]+)|(?P<scale>[万亿]|\b(?:hundred|thousand|[mbtr]+illion)\b)"
    r"|(?P<word>[a-z]+)"
)
_PLAIN = "[零一二两三四五六七八九十百千]+"
_LARGE = re.compile(rf"{_PLAIN}亿(?:{_PLAIN}万)?(?:{_PLAIN})?|{_PLAIN}万{_PLAIN}")

PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PART_ZH = re.compile(r"(万|[一二三四五六七八九十百千\d]+)分之([一二三四五六七八九十\d]+)")
_PART_EN = re.compile(
    rf"\b(one|an?|two|three|four|five|six|seven|eight|nine|\d)(?:-| (?!\w+ (?!of\b)[a-z]))({'|'.join(PARTS)})s?\b"
)

Day = tuple[int | None, int | None, int | None]


def day(text: str) -> Day | None:
    """Year, month and day that a date names, each None where it does not; None where it names none of them.

    >>> day("2014年10月2日") == day("October 2, 2014") == (2014, 10, 2)
    True
    """
    folded = re.sub("[〇零○一二三四五六七八九十]+", lambda m: str(_plain_han(m[0])), fold(text))
    if month := _MONTH.search(folded):
        year, number = re.search(r"\b\d{4}\b", folded), _DAY_EN.search(folded)
        return _int(year and year[0]), MONTHS.index(month[1]) + 1, _int(number and number[1])
    if century := _CENTURY.search(folded):
        return -int(century[1]), None, None
    year, month, number = (pattern.search(folded) for pattern in _PARTS_ZH)
    year = year or re.search(r"\b(\d{4})", folded)
    found = _int(year and year[1]), _int(month and month[1]), _int(number and number[1])
    return found if any(part is not None for part in found) else None


def amount(text: str) -> float | None:
    """The first number of a text; None where there is none that can be read.

    >>> amount("2.5万亿元") == amount("2.5 trillion yuan"), amount("约三百人") == amount("about 300 people")
    (True, True)
    >>> amount("one-third") == amount("三分之一") == 1 / 3, amount("three quarters")
    (True, 0.75)
    """
    if (part := _PART_ZH.search(fold(text))) and "百" not in part[1]:
        return _plain(part[2]) / _plain(part[1])
    if part := _PART_EN.search(fold(text)):
        return _plain(part[1]) / (PARTS.index(part[2]) + 2)
    total: float | None = None
    plain = _LARGE.sub(lambda match: str(_large_han(match[0])), fold(text).replace("百分之", ""))
    for match in _NUMBER.finditer(plain):
        if word := match["word"]:
            if word in _ENGLISH:
                total = (total or 0) + _ENGLISH[word]
            elif total is not None and word != "and":
                break
        elif scale := match["scale"]:
            total = (1 if total is None else total) * _SCALES.get(scale, 100)
        elif total is None:
            total = float(match["digits"]) if match["digits"] else float(_plain_han(match["han"]))
        else:
            break
    return total


def _plain(numeral: str) -> float:
    """A small numeral in digits or words of either language."""
    if numeral.isascii():
        return float(numeral) if numeral.isdigit() else float(_ENGLISH.get(numeral, 1))
    return float(_plain_han(numeral))


def _large_han(numeral: str) -> int:
    """A Chinese numeral with 万 or 亿 inside: 一万二千."""
    total, rest = 0, numeral
    for sign in "亿万":
        above, found, below = rest.partition(sign)
        if found:
            total, rest = total + _plain_han(above) * _SCALES[sign], below
    return total + (_plain_han(rest) if rest else 0)


def _plain_han(numeral: str) -> int:
    """A Chinese numeral below ten thousand, written with powers (三百二十) or digit by digit (二〇一四)."""
    if not any(character in _POWERS for character in numeral):
        return int("".join(str(_HAN[character]) for character in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in _POWERS:
            total, digit = total + (digit or 1) * _POWERS[character], 0
        else:
            digit = _HAN[character]
    return total + digit


def _int(text: str | None) -> int | None:
    return int(text) if text else None
