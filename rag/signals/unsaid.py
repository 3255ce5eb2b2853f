"""Dates, places in an order and titles that a question names and a passage does not say."""

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.facts import Fact, facts, lacking, same

_PLACED = ("date", "order")
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
    placed = [fact for fact in facts(asked) if fact.unit in _PLACED]
    if not placed:
        return False
    orders = [fact for fact in facts(passage) if fact.unit == "order"]
    lacked = lacking(asked, passage)
    return any(fact in lacked or _is_no_order(fact, orders) for fact in placed)


def _is_no_order(fact: Fact, orders: Sequence[Fact]) -> bool:
    """Whether it is a place in an order that none of these is: the second is not one of two."""
    return fact.unit == "order" and not any(same(fact, order) for order in orders)
