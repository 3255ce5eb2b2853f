"""Questions that ask the same of several things at once, put apart: 甲和乙分别建于何时, "When were A and B built?"."""

import re
from collections.abc import Callable, Mapping, Sequence

from corpus.fold import fold
from rag.extract import Candidate
from rag.lists.wanted import list_wanted
from rag.short.names import words
from rag.types import Language

_APART: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"分别|各自?(?=[是有为在占于])|依次"),
    "en": re.compile(r",? ?\b(?:respectively|each)\b", re.I),
}
_JOINTS = frozenset(("和", "与", "及", "以及", "跟", "同", "、"))
_NAMES = re.compile(r"N+(?:JN+)+")
_NAME = r"(?:the )?(?:[A-Z][\w'’-]*|\d+)(?: (?:of (?:the )?)?(?:[A-Z][\w'’-]*|\d+))*"
_THING = r"the [a-z]+"
_COORDINATED = tuple(
    re.compile(rf"(?<= )(?:{one}(?:, | and |, and ))+{one}(?=\W)") for one in (_NAME, rf"(?:{_THING}|[a-z]+(?= of\b))")
)
_BETWEEN = re.compile(r", and |, | and ")


def each(question: str, language: Language, answers: Callable[[str], Sequence[Candidate]]) -> list[Candidate]:
    """The likeliest sentence for each of the things asked of; none where one has no answer, or all have the same.

    `answers` gives the candidates for a question, likeliest first, none where it is to be refused.
    """
    found = [next(iter(answers(part)), None) for part in parts(question, language)]
    best = [candidate for candidate in found if candidate]
    sentences = dict.fromkeys(candidate.sentence for candidate in best)
    if len(best) < len(found) or len(sentences) < 2:
        return []
    least = min(candidate.probability for candidate in best)
    return [Candidate(sentence, least) for sentence in sentences]


def parts(question: str, language: Language) -> list[str]:
    """The question put for each thing alone that it asks the same of; none where it asks of one.

    >>> parts("甲县和乙县的人口分别是多少？", "zh")
    ['甲县的人口是多少？', '乙县的人口是多少？']
    >>> parts("When were Lima and Quito founded, respectively?", "en")
    ['When were Lima founded?', 'When were Quito founded?']
    """
    if not _APART[language].search(question):
        return []
    found = _named_zh(question) if language == "zh" else _named_en(question)
    if found is None or list_wanted(question, language) not in (None, 0, len(found[2])):
        return []
    start, end, names = found
    return [_APART[language].sub("", question[:start] + name + question[end:]) for name in names]


def _named_zh(question: str) -> tuple[int, int, list[str]] | None:
    """Where the things stand that are joined, and each of them."""
    tagged = words(fold(question))
    spans = [(at, at + len(word)) for word, _, at in tagged]
    match = _NAMES.search("".join(_code(word, tag) for word, tag, _ in tagged))
    if match is None or len(fold(question)) != len(question):
        return None
    start, end = spans[match.start()][0], spans[match.end() - 1][1]
    if question[start - 1 : start] == "的" == question[end : end + 1]:
        return None  # 甲的面积和乙的人口 asks two things
    joints = [spans[i] for i in range(match.start(), match.end()) if _code(*tagged[i][:2]) == "J"]
    bounds = [start, *(place for joint in joints for place in joint), end]
    return start, end, [question[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]


def _code(word: str, tag: str) -> str:
    if word in _JOINTS:
        return "J"
    return "N" if tag[0] in "nj" or tag in ("eng", "s") or word.isdecimal() else "O"


def _named_en(question: str) -> tuple[int, int, list[str]] | None:
    match = next((found for pattern in _COORDINATED if (found := pattern.search(question))), None)
    return (match.start(), match.end(), _BETWEEN.split(match[0])) if match else None
