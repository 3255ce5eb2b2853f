"""Items that only their form, and what goes before them, show to be such: 共三人。王明弹琴。李丽跳舞。张伟唱歌。"""

import re
from collections.abc import Sequence

from rag.chunk import Unit
from rag.language import detect
from rag.lexical import content_words
from rag.lists.markers import counts_named, counts_some, list_sizes, openings
from rag.short.names import persons

FEWEST = 3  # things of a list that is told by what goes before it: two may well be something else
_REFERS = re.compile(
    r"[他她它其这那该]|(?:包括|分别)|(?:this|that|these|those|it|its|he|she|they|his|her|their)\b", re.I
)
_MEASURED = re.compile(
    r"[一二三四五六七八九十两\d]+(?:个多?半?[月小星季钟学世]|次)"
    r"|\b\w+ (?:years|months|weeks|days|hours|minutes|seconds|times|miles|metres|meters|kilomet\w+|pounds|dollars|euros"
    r"|points|goals)\b",
    re.I,
)


def counted_behind(unit: Unit, beside: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """All the sentences behind one in its paragraph, where it counts as many things, and they have the form of items:
    a word in common that it does not say, or a person's name at the beginning of each.
    """
    counted = counts_named(_MEASURED.sub("", unit.text)) - list_sizes(unit.text)
    if len(beside) < FEWEST or len(beside) not in counted or any(_REFERS.match(one.text) for one in beside):
        return ()
    shared = set.intersection(*(set(content_words(one.text)) for one in beside)).difference(content_words(unit.text))
    return beside if shared or all(map(_is_on_person, beside)) else ()


def _is_on_person(unit: Unit) -> bool:
    return any(span.start == 0 for span in persons(unit.text, detect(unit.text)))


def told_behind(unit: Unit, beside: Sequence[Unit]) -> tuple[Unit, ...]:
    """The sentence behind one that says that there are some things, where it begins as that does, or refers to them,
    and lists more than two.
    """
    if not beside or not counts_some(unit.text):
        return ()
    told = beside[0].text
    goes_on = _REFERS.match(told) or set(openings(unit.text)) & set(openings(told))
    return (beside[0],) if goes_on and max(list_sizes(told), default=0) >= FEWEST else ()
