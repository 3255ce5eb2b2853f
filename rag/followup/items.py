"""Follow-ups on one item of the list that the earlier question asks for: “六个联动”是哪六个？ 第三个呢？."""

import re
from collections.abc import Mapping

from rag.followup.ellipsis import exchange_numbered
from rag.lists.markers import HAN_NUMBER, MEASURES, ORDINAL_WORD
from rag.lists.nth import nth_asked
from rag.lists.wanted import counted_as
from rag.types import Language

_ITEM: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        rf"那?么?(?P<item>(?:第{HAN_NUMBER}|第\d{{1,2}}|最后一)(?:{MEASURES}))"
        r"(?:呢|(?:是|指的?是?|讲的?是?|说的?是?)(?:什么|啥)(?:内容)?)?[?？。]?"
    ),
    "en": re.compile(
        r"(?:and |so |then )?(?:what(?:['’]s| is| was| about)|how about|which is)? ?"
        rf"the (?P<item>{ORDINAL_WORD}|last|final)(?: one)?(?: about)?[?.]?",
        re.I,
    ),
}


def of_item(question: str, language: Language, earlier: str) -> str | None:
    """The question for an item by its place, of the things that the earlier one counts; None where they are not such.

    >>> of_item("第三个呢？", "zh", "“六个联动”是哪六个？")
    '六个联动的第三个是什么？'
    """
    item = _ITEM[language].fullmatch(question.strip())
    if item and nth_asked(earlier, language):
        return exchange_numbered(earlier, item["item"])
    things = counted_as(earlier, language) if item else ""
    if not item or not things:
        return None
    if language == "zh":
        return f"{things}的{item['item']}是什么？"
    return f"What is the {item['item'].lower()} of the {things}?"
