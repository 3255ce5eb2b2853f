"""Items that a question asks for, and that a sentence mentions by their number without saying them: its three aims."""

import re

from corpus.fold import fold
from rag.lists.markers import begins_item, counts_named
from rag.lists.wanted import counted_as
from rag.short.names import words
from rag.types import Language

_SAYS_ZH = re.compile(r"[”\"]?(?:就?是|为|即|包括|分别|指|有|:|：|—|-|[（(])|.*(?:[、:：;；—]|[,，]一)")
_SAYS_EN = re.compile(
    r"[”\"’']*\W*(?:are|is|were|include[ds]?|namely)\b(?! \w+ed\b| been\b| (?:set|met|put)\b)|.*(?:[:;,—(]| and )"
)
# What stands before items that are counted for the first time, or have been said: in three steps, A and B as aims.
_NEW_ZH = re.compile(r"(?:[有分为成设出过了共等这以下述到]|包括|推出|制定)[“\"‘]?$")
_NEW_EN = re.compile(
    r"(?:^|\b(?:is|are|was|were|as|has|have|had|with|into|there|these|those|following|offers?|includes?"
    r"|gave|named|listed|set out))"
    r"\W*(?:(?:the|its|his|her|their|all|about|following)\s)*[“\"‘']?$"
)
_ROW_EN = re.compile(r"(?:[^\s,]+ ?){1,4}?(?:, (?:[^\s,]+ ?){1,4}?)*,? and \w+")
_JOINED_EN = re.compile(r",? and |, ")
_ROW = re.compile(r"[、和与及][^、，,。;；]{1,12}$")
_EXACTLY = re.compile(r"具体|究竟|到底| (?:exactly|specifically|precisely)\b", re.I)
_ONE, _QUOTES = ("一", "one "), ("“", '"', "‘")
_GOES_ON = re.compile(
    r"(?:[^,，。.:：]{1,30}[:：]|第?一|首先|其[一中]|分别|它们|这[些几]"
    r"|(?i:one\b|the first|first|they|these|among them|namely))"
)


def only_mentions(question: str, sentence: str, language: Language) -> bool:
    """Whether a sentence speaks of the items that a question asks for by their number, and does not say what they are.

    >>> question = "What are the three aims of the plan?"
    >>> said = ("The board set its three aims.", "Its three aims are A, B and C.")
    >>> [only_mentions(question, one, "en") for one in said]
    [True, False]
    """
    items = counted_as(_EXACTLY.sub("", question), language)
    said = fold(sentence)
    at = said.find(items) if items else -1
    if at < 0 or items.startswith(_ONE):
        return False
    led, behind = said[:at], said[at + len(items) :]
    if language == "en":
        return not _SAYS_EN.match(behind) and not _NEW_EN.search(led) and not _is_row(led, items)
    return not _SAYS_ZH.match(behind) and not _NEW_ZH.search(led) and not _has_row(led)


def goes_on(following: str) -> bool:
    """Whether a text begins as one of the items does that were mentioned before it."""
    return begins_item(following) or _GOES_ON.match(following) is not None


def _is_row(led: str, items: str) -> bool:
    """Whether as many things as there are items stand in a row before them in English: A, B and C make up the three."""
    row = _ROW_EN.match(led)
    return row is not None and len(_JOINED_EN.findall(row[0])) + 1 in counts_named(items)


def _has_row(led: str) -> bool:
    """Whether a row of names stands before: 甲、乙和丙三个镇, not 发展农业和发挥“三个作用”."""
    if not led.endswith(_QUOTES):
        return re.search("[、和与及]", led) is not None
    row = _ROW.search(led.rstrip("".join(_QUOTES)))
    return row is not None and not any(tag.startswith("v") for _, tag, _ in words(row[0]))
