"""Which of the stretches that could be the short answer is it: the one that stands where the question asks for it."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any

from corpus.fold import fold
from rag.lexical import content_terms
from rag.meaning import likeness, vector, word_vectors
from rag.short.asked import Wanted
from rag.short.spans import UNDER, Span

# The runner-up must score at most this share of the best. Dates and numbers can be told by form, names less surely.
_RIVAL = {"date": 0.95, "number": 0.95, "title": 0.7, "person": 0.9, "place": 0.9, "thing": 0.6}
_LEAST = {"person": 0.3, "place": 0.8, "thing": 0.3}  # a name that stands near none of the question's words is a guess
_NEAR = 6  # characters from a word of the question at which it counts half
_CLAUSE = 8  # characters that a clause's end counts for
_AGREED = 1.0  # what a character counts that stands beside the span as beside what asks
_LED = 1.0  # what a character counts that begins the clause and that the question says too
_NAMED_BY = 2  # characters that begin many clauses alike
_MOST_AGREED = 16  # characters, on each side
_LIGHT = re.compile(r"^[ *•-]*(?:(?:and|but|the|an?)\b ?)*")
_WORD_END = re.compile(r"[\u4e00-\u9fff]|\w\b")
_CLAUSE_OF = re.compile(r"[，,。；;！？!?\n]\s*")
_BREAK = re.compile(r"[，,。；;：:！？!?\n]")
_BEFORE = re.compile(
    r"(?:大约|约|一共|总共|共计|至[多少]|超过|达到?|可?能?是|[为在于有被由了到至共着过:：“\"「《(（ ]"
    r"|\b(?:the|an?|is|was|were|are|in|on|of|by|about)\b)+$"
)
_AFTER = re.compile(r"^(?:[，,的所了来”\"」》)） ]|\b(?:did|does|do|is|was|were|are|has|have|had|the|an?|of)\b)+")
_DAY = r"(?:(?:周|星期|礼拜)[一二三四五六日天末]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY_NAMED, _DAYS = re.compile(_DAY), re.compile(rf"{_DAY}s?(?:(?:\s?[-~—–至到、和]\s?| to | and ){_DAY}s?)*")
_PART_END = re.compile("[；;]")
_MEANT = 0.56  # likeness from which on a word stands where the question's would; of sisters it is less
# Numbers of what is compared with, or of a part, are not those of what is named before them.
_OF_OTHER = re.compile(r"[较比]|其中|占|同比|环比")


def nearest(found: Sequence[Span], wanted: Wanted, question: str, text: str) -> Span | None:
    """The span that stands nearest to the words of the question, if it stands clearly nearer than any other."""
    lowered = text.lower()
    found = [s for s in found if wanted.kind != "person" or not _is_of_other_rank(s, wanted, lowered)]
    if not found:
        return None
    meant = wanted.kind in ("number", "date")  # a name near what only means the same is a guess
    words = [(weight, _places(word, written, lowered, meant)) for word, written, weight in _weighed(question, wanted)]
    places, folded = [at for _, at in words], fold(question)
    found = _in_part(places, found, lowered)
    found = _on_day(found, folded, lowered) if wanted.kind == "date" else found
    if wanted.kind == "number" and not lowered.isascii():
        found = _labelled(places, found, lowered)
    scores = [
        s.weight * (_nearness(s, words, lowered) + _agreed(s, wanted, lowered) + _led(s, wanted, folded, lowered))
        for s in found
    ]
    best = max(range(len(found)), key=lambda i: (scores[i], -i))
    rivals = (score for s, score in zip(found, scores, strict=True) if not _same(s, found[best], lowered))
    if max(rivals, default=0.0) > _RIVAL[wanted.kind] * scores[best] or scores[best] < _LEAST.get(wanted.kind, 0.0):
        return None
    return found[best]


def _in_part(words: Sequence[Sequence[tuple[int, int]]], found: Sequence[Span], text: str) -> list[Span]:
    """Of the spans those in parts, which semicolons set apart, that say as much of the question as any with a span:
    all its words there that another says, or one that the other does not. `words` are the places of each word.
    """
    ends = _part_ends(text)
    said: defaultdict[int, set[int]] = defaultdict(set)
    for number, places in enumerate(words):
        for start, _ in places:
            said[bisect(ends, start)].add(number)
    own = [said[bisect(ends, span.start)] for span in found]
    return [span for span, mine in zip(found, own, strict=True) if not any(mine < other for other in own)]


def _on_day(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """Of times those nearest to the day of the week that a question names, or to the days in a row that end with it,
    where a text names others too.
    """
    days = {_level(day) for day in _DAY_NAMED.findall(question)}
    places = [match.span() for match in _DAYS.finditer(text) if days & set(map(_level, _DAY_NAMED.findall(match[0])))]
    if len(days) != 1 or not places or len(set(map(_level, _DAY_NAMED.findall(text)))) < 2:
        return list(found)
    gaps = [min(_gap(span, place, text) for place in places) for span in found]
    return [span for span, gap in zip(found, gaps, strict=True) if gap == min(gaps)]


def _level(day: str) -> str:
    """A day of the week, however it is called."""
    return re.sub("^(?:星期|礼拜)", "周", day).replace("天", "日")


def _labelled(words: Sequence[Sequence[tuple[int, int]]], found: Sequence[Span], text: str) -> list[Span]:
    """Of the Chinese numbers of one part those in whose clause, or before what the first is called by, all of the
    question is said that stands before another one in its clause. `words` are the places of each word.
    """
    ends = _part_ends(text)
    if len({bisect(ends, span.start) for span in found}) > 1:
        return list(found)

    def said(start: int, end: int) -> set[int]:
        return {number for number, places in enumerate(words) if any(start <= at < end for at, _ in places)}

    first = min(span.start for span in found)
    called = len(_BEFORE.sub("", text[:first]))
    lead = said(max((end for end in ends if end < first), default=0), called)
    lead -= {number for number, places in enumerate(words) if any(end == called for _, end in places)}
    clauses = [_clause(span, text) for span in found]
    whole = [lead | said(*clause) for clause in clauses]
    before = [
        lead | said(start, span.start)
        for span, (start, _) in zip(found, clauses, strict=True)
        if not _OF_OTHER.match(text, start)
    ]
    return [span for span, mine in zip(found, whole, strict=True) if not any(mine < other for other in before)]


def _part_ends(text: str) -> list[int]:
    return [match.start() for match in _PART_END.finditer(text)]


def _clause(span: Span, text: str) -> tuple[int, int]:
    """Where the clause of a span begins and ends."""
    starts = [match.end() for match in _BREAK.finditer(text, 0, span.start)]
    end = _BREAK.search(text, span.end)
    return starts[-1] if starts else 0, end.start() if end else len(text)


def _is_of_other_rank(span: Span, wanted: Wanted, text: str) -> bool:
    """Whether a name follows what is asked for but for a word that puts it below, as of the 市长 for the 副市长."""
    asked, said = _beside(wanted)[0], _BEFORE.sub("", text[max(span.start - 20, 0) : span.start])
    shared = _shared(asked[::-1], said[::-1])
    ranks = {UNDER.search(one[: len(one) - shared]) is None for one in (asked, said)}
    return shared > 1 and len(ranks) > 1


def _same(one: Span, other: Span, text: str) -> bool:
    """Whether the two overlap, or one says what the other does."""
    said, also = text[one.start : one.end], text[other.start : other.end]
    return said in also or also in said or (one.start < other.end and other.start < one.end)


@lru_cache(maxsize=64)
def _weighed(question: str, wanted: Wanted) -> tuple[tuple[str, str, float], ...]:
    """The content words of a question as they are matched and as they are written, each with what it counts: its
    length, less with its distance from what asks.
    """
    folded, terms = fold(question), dict(content_terms(question))
    return tuple((word, said, len(word) / (1 + _away(said, folded, wanted) / 8)) for word, said in terms.items())


def _places(word: str, written: str, text: str, meant: bool) -> list[tuple[int, int]]:
    """Where a text says a word of the question, or else, if that will do, the one of its own words that is `meant`:
    that this ends with in Chinese (学生 for 小学生), or that means the same.
    """
    stem = re.sub("(?<=[a-z])i$", "[iy]", re.escape(word))  # of library, librari
    if said := [match.span() for match in re.finditer(stem, text)]:
        return said
    if not meant:
        return []
    own, vectors = _read(text)
    if headed := next((one for one in own if len(one) > 1 and not one.isascii() and word.endswith(one)), None):
        return _places(headed, headed, text, False)
    near = likeness(vectors @ vector(written)) if own and not word[0].isdigit() else ()
    best = max(zip(near, own, strict=False), default=(0.0, ""))
    return _places(best[1], best[1], text, False) if best[0] >= _MEANT else []


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[list[str], Any]:
    """The content words of a text as they are written in it, and their vectors (words, dimension)."""
    own = [written for _, written in content_terms(text) if written in text]
    return own, word_vectors().of(own)


def _nearness(span: Span, words: Sequence[tuple[float, Sequence[tuple[int, int]]]], text: str) -> float:
    """The weights of the question's words that the text has, each less with its distance from the span."""
    return sum(weight / (1 + min(_gap(span, at, text) for at in places) / _NEAR) for weight, places in words if places)


def _away(word: str, question: str, wanted: Wanted) -> int:
    """Characters between a word and what asks. In English the verb that goes with it ends the question."""
    at = question.rfind(word)
    away = max(wanted.start - at - len(word), at - wanted.end, 0)
    return min(away, len(question) - at - len(word)) if word.isascii() else away


def _gap(span: Span, word: tuple[int, int], text: str) -> int:
    low, high = (word[1], span.start) if word[1] <= span.start else (span.end, word[0])
    return max(high - low, 0) + _CLAUSE * len(_BREAK.findall(text, low, max(high, low)))


def _agreed(span: Span, wanted: Wanted, text: str) -> float:
    """How many characters on either side of the span are those beside what asks, light words between left out."""
    before, after = _beside(wanted)
    left, right = text[max(span.start - 20, 0) : span.start], text[span.end : span.end + 20]
    agreed = min(_shared(before[::-1], _BEFORE.sub("", left)[::-1]), _MOST_AGREED)
    return _AGREED * (agreed + min(_shared(after, _AFTER.sub("", right)), _MOST_AGREED))


def _led(span: Span, wanted: Wanted, question: str, text: str) -> float:
    """What it counts that the clause of a date or a number begins with words of the question: they say whose it is."""
    if wanted.kind not in ("date", "number"):
        return 0.0
    clause = _LIGHT.sub("", _CLAUSE_OF.split(text[: span.start])[-1])
    ends = (match.end() for match in _WORD_END.finditer(clause))
    return _LED * max((end for end in ends if end > _NAMED_BY and clause[:end] in question), default=0)


@lru_cache(maxsize=64)
def _beside(wanted: Wanted) -> tuple[str, str]:
    return _BEFORE.sub("", wanted.before), _AFTER.sub("", wanted.after)


def _shared(one: str, other: str) -> int:
    """The characters that both begin with; of English only where it is a word or more."""
    shared = "".join(a for a, b in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return len(shared) if not shared.isascii() or len(shared) > 3 else 0
