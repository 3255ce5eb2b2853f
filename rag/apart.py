"""Questions that ask the same of several things at once, put apart: 甲和乙分别建于何时, "When were A and B built?"."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from corpus.fold import fold, fold_aligned
from rag.choice import WHICH, both_first
from rag.chunk import Unit
from rag.extract import Candidate, May
from rag.lexical import content_words
from rag.lists.wanted import list_wanted
from rag.short.asked import asked
from rag.short.names import words
from rag.types import Language

_APART: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"分别|各自?(?=[是有为在占于])|依次"),
    "en": re.compile(r",? ?\b(?:respectively|each)\b", re.I),
}
# What asks to compare things, and how one asks for that by which they are compared.
_ONE = rf"{WHICH}的?"
_MORE = r"[更较]?"
_END = r"(?:一[些点])?(?=[,，?？]|$)"
_NOUN = r"(?P<noun>[^,，?？]{1,8}?)"
# What is founded, and not born or built.
_FOUNDED = (
    "(?:area|city|district|county|province|state|zone|town|village|university|college|school|institute|company|firm"
    "|museum|church|bank|club|hospital|library|newspaper|party|agency)"
)
_ANY_OF = r"(?:one |(?:one )?of (?:the|these|those|them) (?:[\w-]+ ){0,4}?|(?:[\w-]+ ){1,3}?)?"
_MORE_EN = "(?:more|(?:the |a )?(?:larger|bigger|greater)(?: number of)?)"
_LAND = "(?:land|area|ground|space|territory|surface)"
_OF_TWO = rf"^which {_ANY_OF}(?:is|was|are|were|got) "
_COMPARES: Mapping[Language, Sequence[tuple[re.Pattern[str], str]]] = {
    "zh": (
        (re.compile(rf"{_ONE}{_MORE}(?P<how>[大长高远宽深重快久]){_END}"), r"有多\g<how>"),
        (re.compile(rf"{_ONE}{_MORE}[先早晚后]{_NOUN}(?P<end>的?{_END})"), r"什么时候\g<noun>\g<end>"),
        (re.compile(rf"{_ONE}{_NOUN}得?{_MORE}[早晚]{_END}"), r"什么时候\g<noun>"),
        (re.compile(rf"{_ONE}{_NOUN}{_MORE}(?P<how>[大长高远宽深重快久]){_END}"), r"的\g<noun>有多\g<how>"),
        (re.compile(rf"{_ONE}{_NOUN}{_MORE}[多少]{_END}"), r"的\g<noun>有多少"),
    ),
    "en": (
        (
            re.compile(
                rf"{_OF_TWO}(?:the )?"
                r"(?P<how>large(?=r)|big(?=ger)|(?:long|high|deep|fast|tall)(?=er)|wide(?=r))g?e?r"
                r"(?: one)?,? (?=.+ or )",
                re.I,
            ),
            r"How \g<how> are ",
        ),
        (
            re.compile(
                rf"{_OF_TWO}(?:the )?(?:old|young|new)er(?: one)?,? (?P<things>.+ or .+? {_FOUNDED})(?=\W*$)", re.I
            ),
            r"When were \g<things> founded",
        ),
        (
            re.compile(
                rf"{_OF_TWO}(?P<done>[\w ]+?) (?:first|earlier|sooner|later),? (?P<things>.+ or .+?)(?=\W*$)", re.I
            ),
            r"When were \g<things> \g<done>",
        ),
        (
            re.compile(rf"^which {_ANY_OF}(?:covers|takes up|occupies|has) {_MORE_EN} {_LAND},? (?=.+ or )", re.I),
            r"How large are ",
        ),
        (
            re.compile(rf"^which {_ANY_OF}has {_MORE_EN} (?P<noun>[\w ]+?),? (?P<things>[A-Z].* or .+?)(?=\W*$)", re.I),
            r"How many \g<noun> do \g<things> have",
        ),
        (re.compile(r"^how do(?:es)? (?P<what>.+?) (?:compare|differ)(?=\W*$)", re.I), r"What are \g<what>"),
    ),
}
Answers = Callable[[str, May], Sequence[Candidate]]
_JOINTS = frozenset(("和", "与", "及", "以及", "跟", "同", "、"))
_NAMES = re.compile(r"N+(?:JN+)+")
_NAME = r"(?:the )?(?:[A-Z][\w'’-]*|\d+)(?: (?:of (?:the )?)?(?:[A-Z][\w'’-]*|\d+))*"
_THING = r"the [a-z]+"
_COORDINATED = tuple(
    re.compile(rf"(?<= )(?:{one}(?:, | and |, and ))+{one}(?=\W)") for one in (_NAME, rf"(?:{_THING}|[a-z]+(?= of\b))")
)
_BETWEEN = re.compile(r", and |, | and ")


def each(question: str, language: Language, answers: Answers) -> list[Candidate]:
    """The likeliest sentence for each of the things asked of; none where one has no answer, or all have the same.

    `answers` gives the candidates for a question among the sentences that may be said, likeliest first, none where it
    is to be refused. Where the question does not say that it asks of each (see `parts`), a sentence must be on its own
    thing alone.
    """
    question = fold_aligned(question) if language == "zh" else question
    names, questions = _parted(question, language)
    things = _Things(names)
    found = [
        next(iter(answers(part, partial(things.may_be_on, number))), None) for number, part in enumerate(questions)
    ]
    best = [candidate for candidate in found if candidate]
    sentences = dict.fromkeys(candidate.sentence for candidate in best)
    if len(best) < len(found) or len(sentences) < 2:
        return []
    if not _says_apart(question, language) and not all(things.is_on(i, one.sentence) for i, one in enumerate(best)):
        return []
    least = min(candidate.probability for candidate in best)
    return [Candidate(sentence, least) for sentence in sentences]


class _Things:
    """The things that a question asks of, by the words of their names that no other has."""

    def __init__(self, names: Sequence[str]) -> None:
        words = [set(content_words(name)) for name in names]
        self._own = [one.difference(*(other for other in words if other is not one)) for one in words]

    def is_on(self, number: int, sentence: Unit) -> bool:
        """Whether a sentence says this thing and none of the others."""
        return self._said(sentence) == {number}

    def may_be_on(self, number: int, sentence: Unit) -> bool:
        """Whether a sentence says this thing or none of them."""
        said = self._said(sentence)
        return not said or number in said

    def _said(self, sentence: Unit) -> set[int]:
        words = set(content_words(f"{sentence.text} {sentence.translation or ''}"))
        return {number for number, own in enumerate(self._own) if own & words}


def parts(question: str, language: Language) -> list[str]:
    """The question put for each thing alone that it asks, or may ask, the same of; none where it asks of one.

    It says so (分别, "respectively"), compares them, or asks for the date or the number of several.

    >>> parts("甲县和乙县的人口分别是多少？", "zh")
    ['甲县的人口是多少？', '乙县的人口是多少？']
    >>> parts("When were Lima and Quito founded, respectively?", "en")
    ['When were Lima founded?', 'When were Quito founded?']
    >>> parts("Which is larger, Lima or Quito?", "en")
    ['How large are Lima?', 'How large are Quito?']
    """
    return _parted(fold_aligned(question) if language == "zh" else question, language)[1]


def _parted(question: str, language: Language) -> tuple[list[str], list[str]]:
    """The things asked of, and the question for each."""
    plain = _plain(question, language)
    wanted = asked(plain, language)
    if not _says_apart(question, language) and (wanted is None or wanted.kind not in ("date", "number")):
        return [], []
    found = _named_zh(plain) if language == "zh" else _named_en(plain)
    if found is None or list_wanted(plain, language) not in (None, 0, len(found[2])):
        return [], []
    start, end, names = found
    return names, [_APART[language].sub("", plain[:start] + name + plain[end:]) for name in names]


def _says_apart(question: str, language: Language) -> bool:
    """Whether the question says that it asks of each of several things, or compares them."""
    return _APART[language].search(question) is not None or _plain(question, language) != question


def _plain(question: str, language: Language) -> str:
    """A question that compares things as one for what they are compared by, any other as it is."""
    named = both_first(question) if language == "zh" else question
    for pattern, plain in _COMPARES[language]:
        changed, found = pattern.subn(plain, named, count=1)
        if found:
            return changed.replace(" or ", " and ")
    return question


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
    return (match.start(), match.end(), _BETWEEN.split(match[0])) if match and " and " in match[0] else None
