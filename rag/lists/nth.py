"""Questions for one item of a list by its place in it: the second of the six goals, 第二项任务."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.fold import fold
from rag.chunk import texts_of
from rag.lists.enumeration import Enumeration
from rag.lists.markers import HAN_NUMBER, MEASURES, NUMBER_WORD, ORDINAL_WORD, number, place
from rag.types import Language

_N = rf"(?P<n>{HAN_NUMBER}|\d{{1,2}})"
_ASKS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        rf"(?:{_N}(?:{MEASURES})(?P<of>[^,。?的第]{{1,8}}?)(?:里面?|之?中|当中)?的?)?(?:第(?P<k>{HAN_NUMBER}|\d{{1,2}})|最后一)"
        rf"(?:{MEASURES})(?P<thing>[^,。?的是指叫]{{0,8}}?)(?:是|指的?是?|叫)(?:什么|啥|哪一?(?:{MEASURES})?)(?:内容)?[?。]?$"
    ),
    "en": re.compile(
        r"^(?:what|which)(?:'s| is| was) (?:the |their |its |his |her |[\w '’.-]+['’]s? )"
        rf"(?:(?P<k>{ORDINAL_WORD})|last|final) (?:(?P<thing>[a-z-]+(?: [a-z-]+)?)"
        r"|of (?:the |these |those |their |its |his |her )?"
        rf"(?P<n>{NUMBER_WORD}|\d{{1,2}}) (?P<of>[a-z-]+(?: [a-z-]+){{0,3}}))[?.]?$"
    ),
}
_MANY = (
    rf"(?:{HAN_NUMBER}|\d{{1,2}}|几|一些|[以如]下|下列)(?:{MEASURES})?[^,。;:]{{0,6}}?"
    rf"|\b(?:{NUMBER_WORD}|\d{{1,2}}|some|several|a few|following|these) (?:[a-z-]+ ){{0,3}}?"
)


@dataclass(frozen=True, slots=True)
class Nth:
    """The item that is asked for: its place (from 1; -1 for the last one), of how many, 0 where that is not said, of
    which things, folded, and the words that ask for it.
    """

    place: int
    count: int
    things: str
    words: str

    def is_of(self, enumeration: Enumeration) -> bool:
        """Whether an enumeration that has such an item is introduced as one of these things, and each item has a
        sentence of its own.
        """
        size = enumeration.count
        if not (size == len(enumeration.items) and size >= self.place and self.count in (0, size)):
            return False
        singular = re.escape(self.things.removesuffix("s"))
        lead = enumeration.lead
        return lead is not None and re.search(rf"(?:{_MANY}){singular}", fold(texts_of(lead))) is not None


def nth_asked(question: str, language: Language) -> Nth | None:
    """Which item of a list a question asks for; None where it does not.

    >>> nth_asked("六项任务里的第四项是什么？", "zh")
    Nth(place=4, count=6, things='任务', words='六项任务里的第四项是什么?')
    >>> nth_asked("What is her second key task?", "en").things, nth_asked("第二步是什么？", "zh")
    ('key task', None)
    """
    match = _ASKS[language].search(fold(question))
    things = (match["thing"] or match["of"]) if match else None
    if not match or not things:
        return None
    count = number(match["n"]) if match["n"] else 0
    return Nth(place(match["k"]) if match["k"] else -1, count, things, match[0])
