"""Which of several dates, numbers or names of a sentence goes with a question in the other language: each has a part of
the sentence to itself, and the part of one must say clearly more of the question than that of any other.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from corpus.fold import fold
from rag.generate.sounds import is_spelling, spelled
from rag.lexical import content_terms
from rag.match import words_of
from rag.meaning import is_word, word_vectors
from rag.short.events import events, is_of_other
from rag.short.spans import Span
from rag.types import Language

_CLEARLY = 0.2  # by how much of a word a part must say more of the question than the next
_MOST = 0.45  # the share of a question's words that the part of one of several dates must say
_NEAR = 0.45  # how near to what asks a word must stand to tell of two prices
_SAID, _HARDLY = 0.4, 0.1  # how much of a word is said by what tells of it, and by what does not
_PRICE = re.compile(r"[钱费价元票年月天]$|^[一每]|^(?:ticket|admission|entr|pric|cost|fee|charg|pay|paid|much)")
_BREAK = re.compile(r"[，,、。；;：:！？!?—\n]\s*|\.\s|\s(?:and|but|or|while|whereas)\s|(?<!\d)\(|（")
_BRACKETED = re.compile(r"[（(][^（()）]*$")
# What is said to be a part of what is said before.
PART = re.compile(r"其中|of (?:these|them|whom|which)\b")
_UP_TO, _ASKS_UP_TO = (
    re.compile(r"截[至止]到?$|\bas of $"),
    re.compile(r"\b(?:by|as of|until|up to|so far)\b|截[至止]|为止|目前"),
)
# Of two times the one may hold on weekdays and the other at weekends.
_DAYS = (
    re.compile(r"\bweekdays?\b|\bmon(?:day)?s? ?(?:to|-|–|through) ?fri|工作日|平日|周一[至到]周五", re.I),
    re.compile(r"\bweekends?\b|\b(?:satur|sun)days?\b|周末|(?:周|星期|礼拜)[六日天]|双休日", re.I),
)
_STOP = re.compile(r"[。；;！？!?\n]|\.\s")
_OPENS = re.compile(r"\W*(?:(?:in|on|by|at|from|about|since|only|and|but|在|于|自|到|至|仅|其中|共有?|有)\s?)*")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def clearest(found: Sequence[Span], question: str, language: Language, text: str, without: str = "") -> Span | None:
    """The one whose part of a folded text says clearly more of the question than those of all others, beside the words
    `without` which all are about; None where nothing tells, or where it says that something else happened.
    """
    ordered, folded = sorted(found, key=lambda s: s.start), fold(question)
    if len(ordered) > 1 and all(d.search(text) for d in _DAYS) and not any(d.search(folded) for d in _DAYS):
        return None
    ordered = _of_days(ordered, folded, text)
    own = words_of(question, language, alike)
    left_out = {token for token, _ in content_terms(without)}
    weight = own.focus * np.array([token not in left_out for token in own.tokens])
    if all(s.measure == "money" for s in ordered):  # what is paid for tells more than that it is paid
        weight = np.array([0.3 if _PRICE.search(token) else 1.0 for token in own.tokens])
    both = zip(ordered, parts(ordered, text), strict=True)
    kept = [(s, part) for s, part in both if _may_be(s, folded, text)]
    if len(ordered) < 2 or not kept:
        return kept[0][0] if kept else None
    said = [float((own.matched(part) * weight).sum()) for _, part in kept]
    happened = [events(folded) & events(part) for _, part in kept]
    for place, (_, part) in enumerate(kept):
        if place and PART.match(part) and "by how much" not in folded:  # what is said of the whole is said of its part
            happened[place] |= happened[place - 1]
    scores = [one + len(both) for one, both in zip(said, happened, strict=True)]
    best = max(range(len(kept)), key=scores.__getitem__)
    rest = max((score for place, score in enumerate(scores) if place != best), default=0.0)
    if not kept[best][0].measure and not events(folded) and len(kept) > 1 and said[best] < _MOST * weight.sum():
        return None
    if kept[best][0].measure == "money" and lacks(question, kept[best][1], language, text):
        return None
    return kept[best][0] if scores[best] >= rest + _CLEARLY else None


def _of_days(ordered: Sequence[Span], question: str, text: str) -> list[Span]:
    """The spans that hold on the days of which a question asks, if any does so."""
    asked = [d for d in _DAYS if d.search(question)]
    both = zip(ordered, parts(ordered, text), strict=True)
    return [s for s, part in both if any(d.search(part) for d in asked)] or list(ordered)


def _may_be(span: Span, question: str, text: str) -> bool:
    """Whether a text says nothing else to have happened than a question; life dates in brackets say it by place."""
    if span.measure == "age" or _BRACKETED.search(text[: span.start]):
        return True
    if not span.measure and _UP_TO.search(text[: span.start]) and not _ASKS_UP_TO.search(question):
        return False
    return not is_of_other(clause(span, text), question)


def lacks(question: str, part: str, language: Language, text: str) -> bool:
    """Whether a part of a text says less than the rest of it of a word near to what asks, beside that it is a price,
    or nothing of it and of no other such word; of a Chinese word that no dictionary has, a part counts: 狗 of 狗票.
    """
    own = words_of(question, language, alike)
    written = dict(content_terms(question))
    cut = [
        (one, near)
        for token, near in zip(own.tokens, own.focus, strict=True)
        for one in _cut(written.get(token, token))
    ]
    asked = [word for word, near in cut if near >= _NEAR and not _PRICE.search(word)]
    each = [one for one in (words_of(word, language, alike) for word in asked) if one.tokens]
    said = [(float(one.matched(part).max()), float(one.matched(text).max())) for one in each]
    if any(anywhere > here + _CLEARLY for here, anywhere in said):
        return True
    return any(here < _HARDLY for here, _ in said) and not any(here >= _SAID for here, _ in said)


def _cut(word: str) -> list[str]:
    return [word] if word.isascii() or is_word(word) else word_vectors().parts(word)


def alike(_token: str, _written: str) -> float:
    """That no word is rarer than another."""
    return 1.0


def parts(found: Sequence[Span], text: str) -> list[str]:
    """The part of a text that each span, in order, has to itself.

    >>> parts([Span(2, 7), Span(13, 18)], "始建1908年，高22米，1956年重修。")
    ['始建1908年，高22米，', '1956年重修。']
    """
    if not found:
        return []
    bounds = [0, *(_bound(one, two, text) for one, two in pairwise(found)), len(text)]
    ends = [[0, *(match.end() for match in _STOP.finditer(text, 0, span.start))][-1] for span in found]
    return [text[max(start, stop) : end] for (start, end), stop in zip(pairwise(bounds), ends, strict=True)]


def _bound(one: Span, two: Span, text: str) -> int:
    """Where the part of one ends: at the first break behind it, or at the last before the next where one of the two
    opens its clause, as dates do.
    """
    breaks = [match.end() for match in _BREAK.finditer(text, one.end, two.start)]
    if not breaks:
        return two.start
    return breaks[-1] if _opens(one, text) or _opens(two, text) else breaks[0]


def clause(span: Span, text: str) -> str:
    """The clause of a span, and the next too where it opens its own, as dates do."""
    start = max((match.end() for match in _BREAK.finditer(text, 0, span.start)), default=0)
    ends = [match.start() for match in _BREAK.finditer(text, span.end)] + [len(text)]
    further = not span.measure and _opens(span, text) and ends[0] == span.end
    return text[start : ends[min(int(further), len(ends) - 1)]]


def _opens(span: Span, text: str) -> bool:
    start = max((match.end() for match in _BREAK.finditer(text, 0, span.start)), default=0)
    return _OPENS.fullmatch(text, start, span.start) is not None


def is_named(name: str, question: str) -> bool:
    """Whether an English question spells a Chinese name.

    >>> is_named("沈若棠", "Where did Shen Ruotang study?"), is_named("耿维周", "Where did Shen Ruotang study?")
    (True, False)
    """
    said = (match[0].replace(" ", "") for match in _NAME.finditer(question))
    return any(is_spelling(word) and spelled(name, word) for word in said)
