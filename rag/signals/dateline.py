"""The date under a notice or a letter: when it was issued, and of nothing that it says."""

import re
from functools import lru_cache

from corpus.fold import fold, fold_aligned
from rag.short.dates import dates
from rag.types import OTHER

_LONGEST = 30  # characters
_MARKS = " ()（）.。,，"
_ASKS = re.compile(
    r"发布|发出|印发|发的|落款|成文|刊登|见报|出版|登[的在报]|写[的于]|日期|(?:通知|公告|通告|公示|信|文件|报纸|简报)(?:是|什么时候|哪[天年一])"
    r"|\b(?:issued|dated?|published|posted|written|sent|notice|letter|newsletter|announcement|memo)\b"
)


@lru_cache(maxsize=4096)
def is_dateline(text: str) -> bool:
    """Whether the text says no more than a date.

    >>> is_dateline("2024年6月5日"), is_dateline("5 June 2024"), is_dateline("2024年6月5日开放")
    (True, True, False)
    """
    bare = fold_aligned(text).strip(_MARKS)
    if not 4 <= len(bare) <= _LONGEST:
        return False
    spans = (span for language in OTHER for span in dates(bare, language))
    return any(span.end - span.start == len(bare) for span in spans)


def asks_when_issued(question: str) -> bool:
    """Whether the question may ask when a text was issued."""
    return _ASKS.search(fold(question)) is not None
