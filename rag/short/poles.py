"""Of two opposite extremes the one that a question asks for, however it is called: 最空 where people are fewest.

Patterns read the sentence as `fold_aligned` gives it.
"""

import re
from collections.abc import Sequence

from rag.short.parts import clause
from rag.short.spans import Span

_POLES = tuple(
    (re.compile(low, re.I), re.compile(high, re.I))
    for low, high in (
        (
            r"(?:人|游客|排队|顾客|读者)[^，,。；;?]{0,3}最[少短]|最(?:不挤|不忙|空|闲|清闲|清静|冷清|安静)"
            r"|\b(?:quietest|emptiest|calmest|least (?:busy|crowded)|fewest)\b",
            r"(?:人|游客|排队|顾客|读者)[^，,。；;?]{0,3}最[多长]|最(?:挤|拥挤|忙|繁忙|热闹|火爆|吵)"
            r"|\b(?:busiest|most (?:busy|crowded)|fullest)\b",
        ),
        (
            r"最(?:便宜|低价|省钱|划算)|[价费][格用]?[^，,。；;?]{0,2}最低"
            r"|\b(?:cheapest|least expensive|lowest prices?)\b",
            r"最(?:贵|高价)|[价费][格用]?[^，,。；;?]{0,2}最高"
            r"|\b(?:dearest|priciest|most expensive|highest prices?)\b",
        ),
        (
            r"最(?:冷|凉快|凉)|[气水]?温[^，,。；;?]{0,2}最低|\b(?:coldest|coolest)\b",
            r"最(?:热|炎热|暖和)|[气水]?温[^，,。；;?]{0,2}最高|\b(?:hottest|warmest)\b",
        ),
    )
)


def of_pole(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """The spans in whose clause stands the extreme that a folded question asks for, or else not the opposite one."""
    for low, high in _POLES:
        for asked, other in ((low, high), (high, low)):
            if asked.search(question) and not other.search(question):
                clauses = [text[slice(*clause(span, text))] for span in found]
                own = [span for span, said in zip(found, clauses, strict=True) if asked.search(said)]
                return own or [s for s, said in zip(found, clauses, strict=True) if not other.search(said)]
    return list(found)
