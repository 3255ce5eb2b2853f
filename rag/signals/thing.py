"""A building, place or event that a question asks a value of, and that a sentence on another one does not say."""

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.short.names import nominal, words
from rag.types import Language

_ENDS_ZH = (
    "博物馆|体育馆|图书馆|展馆|馆|中心|车站|站|大楼|楼|大桥|桥|停车场|广场|公园|园|工厂|厂|节|学校|店|码头|基地|大厦"
    "|塔|寺|港"
)
_SHORT = 2  # characters of a name that may stand for a longer one
_KINDS_EN = (
    "station|bridge|footbridge|museum|library|school|church|hall|tower|cent(?:re|er)|park|garden|market|harbou?r|dock"
    "|pool|theat(?:re|er)|hotel|factory|mill|castle|palace|temple|airport|stadium|hospital|caf[eé]|gallery|festival|lake"
)
_THING_ZH = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]+?)(?P<head>{_ENDS_ZH})"
    "(?=(?:总|占地|建筑|规划|使用)?(?:面积|高度|长度|投资|造价|人数|门票|票价)?$)"
)
_THING_EN = re.compile(rf"\b(?:the|its|their) (?:[a-z-]+ ){{0,2}}?(?P<head>{_KINDS_EN})\b(?! (?:of|in)\b)")
_KIND_EN = re.compile(rf"\b(?:{_KINDS_EN})s?\b")
# Kinds of which one may be called by the name of the other, or be the main part of it.
_ALIKE_EN = (
    frozenset(("bridge", "footbridge")),
    frozenset(("museum", "gallery", "hall")),
    frozenset(("theatre", "theater", "hall", "centre", "center")),
    frozenset(("castle", "palace", "tower")),
    frozenset(("park", "garden")),
    frozenset(("church", "temple", "tower")),
    frozenset(("harbour", "harbor", "dock")),
    frozenset(("factory", "mill")),
    frozenset(("stadium", "park", "hall")),
)


def on_another_thing(question: str, sentence: str, around: str, texts: Sequence[str], language: Language) -> bool:
    """Whether a question is on a thing that the `texts` of its article speak of, and a sentence, with what is said
    `around` it, not of that but of another one.

    >>> texts = ["The bridge was built in 1923.", "The stop is moved to the station."]
    >>> on_another_thing("When was the station built?", texts[0], "", texts, "en")
    True
    """
    asked, said, near = fold(question), fold(sentence), fold(f"{around} {sentence}")
    if language == "en":
        match, other = next(_THING_EN.finditer(asked), None), _THING_EN.match(said)
        if match is None or other is None or any(kind in near for kind in _KIND_EN.findall(asked)):
            return False
        one, head = match["head"], other["head"]
        return not any({one, head} <= kinds for kinds in _ALIKE_EN) and any(one in fold(text) for text in texts)
    named = next(iter(_things(asked)), None)
    if named is None or named["head"] in near:
        return False
    others = [
        other for other in _things(said, 2) if other[0] not in named[0] and not _is_short_for(other[0], named["head"])
    ]
    is_known = any(named[0] in fold(text) for text in texts) or any(
        other[0].startswith(named["of"]) for other in others
    )
    return is_known and bool(others)


def _is_short_for(name: str, head: str) -> bool:
    """Whether a name may be but a short one of a thing that ends with a head: 展馆 of a 博物馆."""
    return len(name) <= _SHORT and name[-1] == head[-1]


def _things(text: str, least: int = 3) -> list[re.Match[str]]:
    """The runs of nouns, of that many characters at least, that end as what a thing is called does."""
    runs = ("".join(word for word, _, _ in run) for run in nominal(words(text)))
    matches = (_THING_ZH.match(run) for run in runs if len(run) >= least)
    return [match for match in matches if match]
