"""The days of the week that a text says, by name, as a stretch, or as the weekend."""

import re

from corpus.fold import fold_aligned

_HAN = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A short form is one before another day or a mark, as in Mon–Fri; in "Sun hat" and "he sat" it is none.
_DAY = (
    r"(?:(?:周|星期|礼拜)(?P<han{0}>[一二三四五六日天])"
    r"|\b(?P<long{0}>mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?-i:(?P<short{0}>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun))\b\.?(?=\s*(?:$|[-–—~/&,:|)\d]|to |and )))"
)
_DAYS = re.compile(
    rf"{_DAY.format(1)}(?:\s*(?:[-–—~至到]+|to|through)\s*(?:{_DAY.format(2)}|(?P<bare>[一二三四五六日天])))?", re.I
)
_WEEKEND = re.compile(r"周末|双休日|\bweekends?\b", re.I)
_WEEKDAYS = re.compile(r"平日|平时|工作日|\b(?:week|working )days?\b", re.I)


def weekdays(text: str) -> frozenset[int]:
    """The days of the week that a text says, Monday being 0; none where it says none.

    >>> sorted(weekdays("周一至周三")), sorted(weekdays("at the weekend")), sorted(weekdays("Sun hats"))
    ([0, 1, 2], [5, 6], [])
    """
    folded = fold_aligned(text)
    found = {*range(5)} if _WEEKDAYS.search(folded) else set[int]()
    found |= {5, 6} if _WEEKEND.search(folded) else set()
    for match in _DAYS.finditer(folded):
        first = _number(match["han1"] or match["long1"] or match["short1"])
        other = match["han2"] or match["long2"] or match["short2"] or match["bare"]
        last = _number(other) if other else first
        found |= {(first + i) % 7 for i in range((last - first) % 7 + 1)}
    return frozenset(found)


def _number(day: str) -> int:
    return _HAN.index(day.replace("天", "日")) if not day.isascii() else _ENGLISH.index(day.lower()[:3])
