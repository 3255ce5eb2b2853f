"""Words that tell things of one kind apart: a question on the winter school is not answered by what the summer school
does.
"""

import re
from functools import lru_cache

from corpus.fold import fold

_SEASONAL = r"(?=[季期假]?(?:班|营|学期|课程|招生|时刻|作息|菜单|招聘|运动会|赛))"
_SEASONAL_EN = (
    r" (?=(?:[\w-]+ ){0,2}(?:school|camp|term|course|class|session|season|programme|program|festival|market|timetable"
    r"|menu|games|break)\b)"
)
_ENDS = (("门", "gate"), ("岸", "(?:bank|side|shore)"), ("站", "station"), ("塔", "tower"), ("楼", "(?:wing|building)"))
_SIDES = (("东", "east"), ("南", "south"), ("西", "west"), ("北", "north"))
# Of each kind the members, each in Chinese and English.
_KINDS = tuple(
    tuple(re.compile(member) for member in kind)
    for kind in (
        (
            rf"春{_SEASONAL}|\bspring{_SEASONAL_EN}",
            rf"[夏暑]{_SEASONAL}|\bsummer{_SEASONAL_EN}",
            rf"秋{_SEASONAL}|\bautumn{_SEASONAL_EN}",
            rf"[冬寒]{_SEASONAL}|\bwinter{_SEASONAL_EN}",
        ),
        *(
            tuple(rf"(?<![从到离至]){side}{end}|\b{name}(?:ern)? {thing}\b" for side, name in _SIDES)
            for end, thing in _ENDS
        ),
        (
            r"单人[间房]|\b(?:singles?(?= rooms?\b)|an? single\b(?! (?!and|or|but|is|costs?)\w))",
            r"双人[间房]|\b(?:doubles?(?= rooms?\b)|an? double\b(?! (?!and|or|but|is|costs?)\w))",
            r"三人[间房]|\btriples?(?= rooms?\b)",
        ),
        (r"黑白", r"彩色"),
        (
            r"男(?=[装厕]|子?[单双团组]|[生性][宿组])|\bmen['’]s\b",
            r"女(?=[装厕]|子?[单双团组]|[生性][宿组])|\bwomen['’]s\b",
        ),
        (r"(?:成人|大人)(?=[票组班区])|\badult class", r"(?:儿童|小孩|孩子)(?=[票组班区])|\bchildren['’]s class"),
    )
)
_OTHERS = re.compile(
    r"其[他它余]|另外|(?<![成首京故])都(?!市)|均|\b(?:others?|rest|remaining|all|both|every|each|only|except)\b", re.I
)


def on_another_kind(question: str, sentence: str, around: str) -> bool:
    """Whether a question is on one of several things that such words tell apart, and a sentence on another; what is
    said `around` the sentence may name the one that it is on.

    >>> on_another_kind("北门几点关？", "南门18点关闭。", ""), on_another_kind("北门几点关？", "18点关闭。", "")
    (True, False)
    """
    asked = _members(question)
    said = _members(sentence) if asked and not _OTHERS.search(sentence) else {}
    near = _members(around) if said else {}
    return any(
        len(one) == 1 and kind in said and not one & said[kind] and not one & near.get(kind, set())
        for kind, one in asked.items()
    )


@lru_cache(maxsize=1024)
def _members(text: str) -> dict[int, set[int]]:
    """The members of each kind, by their numbers, that a text says."""
    folded = fold(text)
    found = (
        (kind, {at for at, one in enumerate(members) if one.search(folded)}) for kind, members in enumerate(_KINDS)
    )
    return {kind: members for kind, members in found if members}
