"""Dates, places in an order and titles that a question names and a passage does not say."""

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.facts import Fact, facts, lacking, same

_PLACED = ("date", "order")
_TURN = "(?:time|meeting|session|round|edition|visit|conference|summit)"
_NO_TURN = "[以海晚网线地旗身马路山楼早会]"  # before 上 and 下 where they say a place
# Which of several times that something happens, and how a passage says that it is on that one.
_IN_TURN = (
    (
        re.compile(rf"(?<!{_NO_TURN})下(?:一[次届回轮期]|[次届轮])|\bnext (?:\w+ )?{_TURN}\b"),
        re.compile(r"下一?[次届回轮期]|今后|以后|未来|接下来|将|明年|再次|\b(?:next|future|again|will|then|after)\b"),
    ),
    (
        re.compile(rf"(?<!{_NO_TURN})上(?:一[次届回轮期]|[次届轮])|\b(?:previous|last) (?:\w+ )?{_TURN}\b"),
        re.compile(r"[上前]一?[次届回轮期]|此前|曾|去年|\b(?:previous|last|earlier|before)\b"),
    ),
)
_MARKS = re.compile(r"[\W_]+")
_TITLE = re.compile("《([^《》]+)》")
# In "When was it first built?" and "What was her first name?" no place in an order is asked for.
_ADVERB = re.compile(
    r"(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!['’]s )(?<!s['’] )\bfirst\b|\bfirst names?\b", re.I
)


def names_other_title(question: str, passages: Sequence[str]) -> bool:
    """Whether a question names a title that no passage does, whatever marks stand in it.

    >>> [names_other_title(f"《{title}》是谁写的？", ["他爱读《茶·经》。"]) for title in ("水经", "茶经")]
    [True, False]
    """
    titles = _TITLE.findall(fold(question))
    said = _bare(" ".join(passages)) if titles else ""
    return any(_bare(title) not in said for title in titles)


def _bare(text: str) -> str:
    return _MARKS.sub("", fold(text))


def lacks_placed(question: str, passage: str) -> bool:
    """Whether a question names a date or a place in an order that a passage does not.

    >>> lacks_placed("第二座港何时建成？", "第一座港有两个码头。"), lacks_placed("When was it first built?", "It is.")
    (True, False)
    """
    asked = _ADVERB.sub("", question)
    folded = fold(asked)
    if any(asks.search(folded) and not said.search(fold(passage)) for asks, said in _IN_TURN):
        return True
    placed = [fact for fact in facts(asked) if fact.unit in _PLACED]
    if not placed:
        return False
    orders = [fact for fact in facts(passage) if fact.unit == "order"]
    lacked = lacking(asked, passage)
    return any(fact in lacked or _is_no_order(fact, orders) for fact in placed)


def _is_no_order(fact: Fact, orders: Sequence[Fact]) -> bool:
    """Whether it is a place in an order that none of these is: the second is not one of two."""
    return fact.unit == "order" and not any(same(fact, order) for order in orders)
