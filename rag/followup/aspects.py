"""Chinese follow-ups that ask the same in another respect, of another time or rank: 开放方面怎么联动？ 那改革呢？."""

import re
from collections.abc import Sequence

from rag.followup.chinese_phrases import Phrase, Word, level, words_of
from rag.short.names import PLACE_END
from rag.signals.named import PROPER

_RESPECT = re.compile("方面|领域|这一?块|上")
_NAMES = PROPER | {"nrt", "eng"}
_NOMINAL = frozenset("nvalj")  # what the segmenter takes what is done for
_DOES = re.compile(rf"(?:[{PLACE_END}院部委局会司团行厂社所厅校队民众府]|企业|双方|[我你他她它]们)$")
PERIOD = re.compile(r"[\d〇零一二三四五六七八九十今去明前上本]+(年|月|世纪|季度)")
_OF_WEEK, _SEASON = r"每?(?:周|星期|礼拜)[一二三四五六日天末]|节假日|假期|工作日", r"[春夏秋冬][天季]"
_RANK = r"[冠亚季]军|第[一二三四五六七八九十\d]+名"
_OF_DAY, _FROM_TODAY = r"早上|[上中下]午|晚上", r"[今明后]天"
_DAY = re.compile(rf"(?:{_OF_WEEK}|平[时日]|{_SEASON}|{_FROM_TODAY}|{_OF_DAY})+")
# Times, and ranks, of one kind, of which one takes the place of another.
_OF_KIND = tuple(
    map(
        re.compile,
        (
            r"(?<![近来第\d])[今去明前]年(?![级代来])",
            rf"{_OF_WEEK}|(?<![和水天公生])平[时日](?![代益装])",
            _SEASON,
            _OF_DAY,
            _FROM_TODAY,
            _RANK,
        ),
    )
)


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


def in_kind(earlier: str, words: str) -> str | None:
    """The earlier question about another time or rank of the kind that `words` are; None where it has none.

    >>> in_kind("周一几点开门？", "周末")
    '周末几点开门？'
    """
    kind = next((kind.pattern for kind in _OF_KIND if kind.fullmatch(words)), None)
    old = re.search(rf"(?:{kind})(?:[和与及或、到至~-](?:{kind}))*", level(earlier)) if kind else None
    return f"{earlier[: old.start()]}{words}{earlier[old.end() :]}" if old else None


def is_time(words: str) -> bool:
    """Whether words are no more than a time."""
    return bool(PERIOD.fullmatch(words) or _DAY.fullmatch(words))
