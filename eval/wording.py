"""How near the words of an answer are to the gold words; each function shows a worked example that the tests run."""

import re
import string
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from corpus.fold import fold
from eval.metrics import MARK
from rag.types import Language

_SPACE_OUTSIDE_ASCII = re.compile(r"(?<=[^!-~]) | (?=[^!-~])")
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_HAN_OR_WORD = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+(?:[.,'’][^\W{_HAN}]+)*")
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def contains_gold(answer: str, accepted: Sequence[Sequence[str]]) -> bool:
    """Whether every group has an alternative in the answer's text, both folded (after the answer match of RGB).

    Folded away: citation marks, white space (kept to one space between two ASCII words), case, width, traditional
    forms, thousands separators. A number must match as a whole and a Latin word from its beginning.

    >>> contains_gold("規劃面積１，２００ 平方公里[1]。", [["1200平方公里"]])
    True
    >>> contains_gold("2016年设立", [["6"]])
    False
    """
    text = _matchable(MARK.sub(" ", answer))
    return all(any(re.search(_pattern(words), text) for words in group) for group in accepted)


def _matchable(text: str) -> str:
    return _SPACE_OUTSIDE_ASCII.sub("", fold(text))


def _pattern(words: str) -> str:
    needle = _matchable(words)
    before = r"(?<!\d)(?<!\d\.)" if needle[:1].isdigit() else r"(?<![a-z])" if needle[:1].isascii() else ""
    after = r"(?!\.?\d)" if needle[-1:].isdigit() else ""
    return before + re.escape(needle) + after


def exact_match(answer: str, references: Sequence[str], language: Language) -> float:
    """1 where the answer has the words of a reference and no other, else 0.

    Chinese as CMRC 2018 compares (Cui et al. 2019): case and punctuation aside; English as SQuAD does (Rajpurkar et al.
    2016): articles aside as well.

    >>> exact_match("《史记》。", ["史记"], "zh"), exact_match("The harbour", ["harbour"], "en")
    (1.0, 1.0)
    """
    return float(any(words(answer, language) == words(reference, language) for reference in references))


def f1(answer: str, references: Sequence[str], language: Language) -> float:
    """The best F1 of the answer's words against a reference.

    Chinese as CMRC 2018's script: what counts as shared is the longest run of characters (Latin words and figures
    whole) that both have. English as SQuAD's: all shared words count, in any order.

    >>> round(f1("面积1200平方公里", ["1200平方公里"], "zh"), 3)
    0.833
    >>> f1("opened in 1931", ["1931"], "en")
    0.5
    """
    return max(_f1(words(answer, language), words(reference, language), language) for reference in references)


def words(text: str, language: Language) -> list[str]:
    """What is compared: characters of Chinese with Latin words and figures whole, or the words of English.

    >>> words("GDP达1.5亿元。", "zh"), words("The U.S. dollar", "en")
    (['gdp', '达', '1.5', '亿', '元'], ['us', 'dollar'])
    """
    plain = MARK.sub(" ", text).lower()
    if language == "zh":
        return _HAN_OR_WORD.findall(plain)
    return _ARTICLES.sub(" ", plain.translate(_PUNCTUATION)).split()


def _f1(found: list[str], gold: list[str], language: Language) -> float:
    if not found or not gold:
        return float(found == gold)
    if language == "zh":
        shared = SequenceMatcher(None, found, gold, autojunk=False).find_longest_match().size
    else:
        shared = (Counter(found) & Counter(gold)).total()
    return 2 * shared / (len(found) + len(gold))
