"""Whose a date, a number or a place is: of two persons the one that its clause names, unless that one is only with the
other (与李明结婚).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.fold import fold
from rag.short.names import persons
from rag.short.parts import BREAK, clause
from rag.short.spans import Span

WITH = re.compile("[与和跟同对给向为把被从让教随及、父母妻夫子女弟妹兄姐亲]$|[他她其](?:的?[\u4e00-\u9fff]{1,2})?$")
_ROLE = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,4}?)是(?:哪|什么)[^，,的]{1,8}的"
    "(?P<role>[\u4e00-\u9fff]{1,3}[长员师任生授者手官])(?:来着|呢|啊)?[?]?$"
)
_LONGEST = 3  # characters of a name but for few
# What points back to somebody, and a question for which anybody may be the answer.
_BACK, _ASKS_WHO = re.compile("[他她其该]"), re.compile("谁|哪[一几]?[位名个]人?")
_OPENING = 10  # characters that may stand before who a sentence is about: an office
_KIN = re.compile(
    "[父母妻夫子女儿孙弟妹兄姐][亲子人]?|爷爷|奶奶|爱人|老[公婆师]|丈夫|学生|公公|婆婆|岳[父母]|教练|徒弟|经纪人|家"
)


def owned(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """The spans of a Chinese text but for those whose clause names, in front of them, somebody else than the one person
    that the question names and the text too; all where that may be on both, or on the kin of the one.

    >>> text = "院长周启文1978年毕业，妻子何秀兰是药剂师。"
    >>> owned([Span(5, 10)], "何秀兰是哪年毕业的？", text), owned([Span(5, 10)], "周启文是哪年毕业的？", text)
    ([], [Span(start=5, end=10, measure='', weight=1.0)])
    """
    name = _asked_of(question)
    if not name or name not in text:
        return list(found)
    others = [s for s in people(text) if text[s.start : s.end] not in name and name not in text[s.start : s.end]]
    return [span for span in found if not _is_of_other(span, name, others, text)]


def begins_with_other(question: str, text: str) -> bool:
    """Whether a Chinese sentence begins with somebody else than the one person that the question names, and does not
    say that name.

    >>> begins_with_other("周启文是哪里人？", "药剂师何秀兰是浙江绍兴人。")
    True
    """
    name, folded = _asked_of(question), fold(text)
    first = next(iter(sorted(people(folded), key=lambda s: s.start)), None) if name and name not in folded else None
    if (
        first is None
        or _BACK.search(folded)
        or _ASKS_WHO.search(question)
        or WITH.search(folded[: first.start])
        or set(folded[first.start : first.end]) <= set(name)
    ):
        return False
    return first.start <= _OPENING and not BREAK.search(folded[: first.start])


def lacks_role(question: str, sentence: str) -> bool:
    """Whether a Chinese question asks where somebody holds a role, and a sentence says that role, but not as theirs.

    >>> [lacks_role("李明是哪家报社的记者？", said) for said in ("晨报记者专访了教授李明。", "晨报记者李明")]
    [True, False]
    """
    match = _ROLE.search(fold(question))
    if match is None:
        return False
    who, role, said = match["who"], match["role"], fold(sentence)
    if who not in {match.string[s.start : s.end] for s in people(match.string)}:
        return False
    if role not in said or (who not in said and not people(said)):
        return False
    return not re.search(rf"{role}[^，,。；;了着过]{{0,3}}{who}|{who}[^。；;]{{0,30}}{role}", said)


@lru_cache(maxsize=64)
def _asked_of(question: str) -> str:
    """The one person whom a Chinese question names, and not for the kin; empty where it names none or several."""
    asked = fold(question)
    named = {asked[s.start : s.end] for s in people(asked)}
    name = named.pop() if len(named) == 1 else ""
    end = asked.find(name) + len(name)
    return "" if _KIN.match(asked, end + asked.startswith("的", end)) else name


def people(text: str) -> list[Span]:
    """The names of persons that are no foreign ones: the sound of such a name may be a place's or a thing's."""
    named = (s for s in persons(text, "zh") if s.measure != "foreign" and not text[s.start].isascii())
    return [s for s in named if s.end - s.start <= _LONGEST]


def _is_of_other(span: Span, name: str, others: Sequence[Span], text: str) -> bool:
    start, end = clause(span, text)
    if name in text[start:end]:
        return False
    return any(start <= s.start and s.end <= span.start and not WITH.search(text[: s.start]) for s in others)
