"""Chinese follow-ups that ask the same in another respect: 开放方面怎么联动？ 那改革呢？."""

import re
from collections.abc import Sequence

from rag.followup.chinese_phrases import Phrase, Word, level, words_of
from rag.short.names import PLACE_END

_RESPECT = re.compile("方面|领域|这一?块|上")
_NAMES = frozenset(("nr", "nrt", "ns", "nt", "nz", "eng"))
_NOMINAL = frozenset("nvalj")  # what the segmenter takes what is done for
_DOES = re.compile(rf"(?:[{PLACE_END}院部委局会司团行厂社所厅校队民众府]|企业|双方|[我你他她它]们)$")


def in_respect(earlier: str, words: str) -> str | None:
    """The earlier question with `words` for the respect in which it asks; None where it names none, or may ask of them
    otherwise.

    >>> in_respect("医疗方面怎么合作？", "旅游")
    '旅游方面怎么合作？'
    """
    found, new = words_of(level(earlier)), words_of(level(words))
    own = len(new) > 1 and bool(_RESPECT.fullmatch(new[-1].text))
    end = next((i for i, word in enumerate(found) if i and _RESPECT.fullmatch(word.text)), 0)
    start = end
    while start and found[start - 1].tag[0] in _NOMINAL and found[start - 1].tag not in _NAMES:
        start -= 1
    if start == end or not (own or _may_be_respect(new, found[:start])):
        return None
    return f"{earlier[: found[start].start]}{words}{earlier[found[end].end if own else found[end].start :]}"


def _may_be_respect(new: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether words may name a respect: no name, nor somebody or something that could do what another does."""
    whole = Phrase(tuple(new))
    if any(word.tag in _NAMES for word in new) or not all(word.tag[0] in _NOMINAL for word in new):
        return False
    return not (whole.is_person() or _DOES.search(new[-1].text)) or not any(word.is_noun() for word in before)
