"""A part of a whole that a text only lists: what the text says of the whole is not so of the part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.fold import fold
from rag.short.names import words
from rag.signals.named import PROPER

# Words that end the English names of parts: what stands behind them is said of a part.
_SAYS = (
    "which|who|that|where|is|are|was|were|has|have|had|costs?|lasts?|lasting|located|held|starts?|starting|opens?|closes?"
    "|at|from|for|on|with|to|by|in"
)
_LISTS = re.compile(
    r"(?:下设|[下管]?辖|设有|包[括含](?!在内)|涵盖|涉及|覆盖|分为|囊括)(?P<zh>[^，,。；;：:（()]+)"
    r"|由(?P<made>[^，,。；;：:（()]+?)(?:共同)?(?:组成|构成)"
    r"|\b(?:includ(?:es?|ing)|compris(?:es?|ing)|consist(?:s|ing)? of|made up of|divided into|namely|such as"
    rf"|cover(?:s|ing) (?:parts of )?)\s?(?P<en>(?:(?!\b(?:{_SAYS})\b)[a-z'’& -]|, )+)"
)
_BETWEEN = re.compile(r"[、和与及]|以及|, (?:and )?| and ")
_LEAD = re.compile(r"(?:(?:namely|the|an?|its|their|both|two|three|four|five|six|parts of) )+")
_SUBJECT = re.compile(r"^[^，,。；;：:\d]*?(?=[，,。；;：:\d]|是|有|由|为|下设|[下管]?辖|包[括含]|因|位于|$)")
_QUANTITY = re.compile("[规占建总]?[划地筑]?总?(?:面积|人口|投资|长度|高度|人数|员工|学生)")
# What goes on with the whole behind the list of its parts; any other figure there may be that of a part.
_OF_WHOLE = re.compile(
    r"[^，,。；;]{0,16}[，,]?(?:规划|占地|总|全[区县市镇]|面积|人口)|,? ?(?:and )?(?:has|have|is|was|covers?)\b"
)
_NAME = re.compile(r"(?:The )?[A-Z]\w+ [A-Z]\w+")
_FIGURE = re.compile(r"[\d一二三四五六七八九十百千]")
_COUNT = re.compile(
    r"\s*(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|many)\b|[两二三四五六七八九十]+[个所家座条])"
)
_LEAST = {True: 4, False: 2}  # characters of a part's name: of English, and of Chinese; of the end of a longer one more
_END = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that some texts list and a question is on: those that it names without the whole."""

    names: frozenset[str]

    def are_only_listed(self, text: str, above: str) -> bool:
        """Whether a text below what stands `above` says nothing of the parts but, at most, that they are parts; False
        where there are none.
        """
        if not self.names:
            return False
        said, led = fold(text), fold(above)
        goes_on = any(name in led for name in self.names) and not _begins_with_name(text)
        if goes_on or any(name in _LISTS.sub(" ", led) for name in self.names):
            return False
        return all(_is_only_listed(name, said) for name in self.names)


def _begins_with_name(text: str) -> bool:
    """Whether a sentence says by a name what it is on."""
    tagged = [] if text[:1].isascii() else words(text)
    return _NAME.match(text) is not None or bool(tagged and tagged[0][1] in PROPER)


def _is_only_listed(name: str, said: str) -> bool:
    if name in _LISTS.sub(" ", said):
        return False
    lists = [listed for listed in _LISTS.finditer(said) if name in listed[0]]
    behind = said[lists[-1].end() :] if lists else ""
    return not _FIGURE.search(behind) or _OF_WHOLE.match(behind) is not None


def parts_of(question: str, texts: Sequence[str]) -> Parts:
    """The parts that any of the texts lists and the question is on.

    >>> text = "青山镇面积86平方公里，下辖东村和西村。"
    >>> sorted(parts_of("东村面积多大？", [text]).names), sorted(parts_of("青山镇面积多大？", [text]).names)
    (['东村'], [])
    """
    asked = fold(question)
    return Parts(frozenset(name for text in texts for name in _named(asked, fold(text))))


def _named(asked: str, text: str) -> Iterator[str]:
    whole = _SUBJECT.match(text)
    for listed in _LISTS.finditer(text):
        items = listed["zh"] or listed["made"] or listed["en"]
        for item in _BETWEEN.split(items):
            name = "" if _COUNT.match(item) else _said(_LEAD.sub("", re.split(r"\d", item)[0].strip()), asked)
            if name and not (whole and _is_asked_too(whole[0], name, asked)) and not _is_counted(name, asked):
                yield name


def _is_counted(name: str, asked: str) -> bool:
    """Whether the question asks how many of such parts there are."""
    return re.search(rf"(?:how many|多少|几)[个所家座条]?(?: \w+)?\s?{re.escape(name)}", asked) is not None


def _said(item: str, asked: str) -> str:
    """What the question says of the name of a part: all of it, or its end; empty where it says too little."""
    if item.isascii():
        return item if len(item) >= _LEAST[True] and re.search(rf"\b{re.escape(item)}\b", asked) else ""
    if len(item) >= _LEAST[False] and item in asked:
        return item
    ends = (item[start:] for start in range(1, len(item) - _END + 1))
    return next((end for end in ends if end in asked), "")


def _is_asked_too(whole: str, name: str, asked: str) -> bool:
    """Whether the question names the whole, and not only in front of the part's name."""
    rest, whole = asked.replace(name, "|"), _QUANTITY.sub("", whole)
    words = [word for word in whole.split() if len(word) >= _LEAST[True]] if whole.isascii() else []
    words += [whole[start : start + 2] for start in range(len(whole) - 1)] if not whole.isascii() else []
    return any(word in re.sub(r"[^，,|]*\|", "", rest) for word in words)
