"""Which of the stretches that could be the short answer is it: the one that stands where the question asks for it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any

from corpus.fold import fold
from rag.lexical import content_terms
from rag.meaning import likeness, vector, word_vectors
from rag.short.asked import Wanted
from rag.short.paired import Words, paired
from rag.short.parts import BEFORE, changed, gap, in_part, labelled, of_rank, on_day
from rag.short.poles import of_pole
from rag.short.spans import SURE, UNDER, Span

# The runner-up must score at most this share of the best. Dates and numbers can be told by form, names less surely.
_RIVAL = {"date": 0.95, "number": 0.95, "title": 0.7, "person": 0.9, "place": 0.9, "thing": 0.6}
_LEAST = {"person": 0.3, "place": 0.8, "thing": 0.3}  # a name that stands near none of the question's words is a guess
_LEAST_EN = 0.5  # of an English place
_PAIRED = ("date", "number", "person")  # kinds of which a sentence may give one to each of several things
_BESIDE = 3.0  # what the words that stand beside what asks count for that
_MANY = 4  # numbers of one measure in a sentence from which on it is a row of a table
_YEAR = 9.0  # and numbers, such as that of a year
_TRADES = "卖花用收付交买"  # what is done with any sum
_LIGHT_END = re.compile("[了过的是有为达到]+$")
_NEAR = 6  # characters from a word of the question at which it counts half
_AGREED = 1.0  # what a character counts that stands beside the span as beside what asks
_LED = 1.0  # what a character counts that begins the clause and that the question says too
_NAMED_BY = 2  # characters that begin many clauses alike
_MOST_AGREED = 16  # characters, on each side
_LIGHT = re.compile(r"^[ *•-]*(?:(?:and|but|the|an?)\b ?)*")
_WORD_END = re.compile(r"[\u4e00-\u9fff]|\w\b")
_CLAUSE_OF = re.compile(r"[，,。；;！？!?\n]\s*")
_AFTER = re.compile(r"^(?:[，,的所了来”\"」》)） ]|\b(?:did|does|do|is|was|were|are|has|have|had|the|an?|of)\b)+")
_OF_AGE = (("大人", "成人", "成年人"), ("小孩", "儿童", "孩子", "小朋友"), ("老人", "老年人", "长者"))
_MEANT = 0.56  # likeness from which on a word stands where the question's would; of sisters it is less


def nearest(found: Sequence[Span], wanted: Wanted, question: str, text: str) -> Span | None:
    """The span that stands nearest to the words of the question, if it stands clearly nearer than any other."""
    lowered = text.lower()
    if wanted.kind == "person":
        asks = fold(question)[wanted.start : wanted.end]
        found = [
            s for s in found if not _is_of_other_rank(s, wanted, lowered) and not _is_done_to(s, asks, wanted, lowered)
        ]
    found = of_pole(found, fold(question), lowered)
    if not found:
        return None
    meant = wanted.kind in ("number", "date")  # a name near what only means the same is a guess
    weighed = _weighed(question, wanted)
    words = [(weight, _places(word, written, lowered, meant)) for word, written, weight in weighed]
    places, folded = [at for _, at in words], fold(question)
    found = in_part(places, found, lowered)
    found = on_day(found, folded, lowered) if wanted.kind == "date" else found
    if wanted.kind == "number":
        found = of_rank(changed(found, folded, lowered), folded, lowered)
    if not found:
        return None
    counted_zh = wanted.kind == "number" and not lowered.isascii()
    found = labelled(places, found, lowered) if counted_zh else found
    if wanted.kind in _PAIRED and (wanted.kind != "person" or _is_left_out(found, wanted, lowered)):
        found = paired(found, _telling(words, weighed, wanted), lowered, labelled=counted_zh)
        if _is_row_missing(found, words, weighed, wanted):
            return None
    scores = [
        s.weight * (_nearness(s, words, lowered) + _agreed(s, wanted, lowered) + _led(s, wanted, folded, lowered))
        for s in found
    ]
    best = max(range(len(found)), key=lambda i: (scores[i], found[i].weight, -i))
    rivals = (score for s, score in zip(found, scores, strict=True) if not _same(s, found[best], lowered))
    is_guess = found[best].weight < SURE and scores[best] < _least(wanted, folded)
    return None if is_guess or max(rivals, default=0.0) > _RIVAL[wanted.kind] * scores[best] else found[best]


def _least(wanted: Wanted, question: str) -> float:
    """What the best must score not to be a guess; English says more words between."""
    return _LEAST_EN if wanted.kind == "place" and question.isascii() else _LEAST.get(wanted.kind, 0.0)


def _is_row_missing(
    found: Sequence[Span], words: Words, weighed: Sequence[tuple[str, str, float]], wanted: Wanted
) -> bool:
    """Whether a number is given to each of many things, and what a question names before how many is none of them."""
    if wanted.kind != "number" or len(found) < _MANY or len({span.measure for span in found}) > 1:
        return False
    pairs = zip(words, weighed, strict=True)
    return any(not places and len(said) > 1 and said in wanted.before for (_, places), (_, said, _) in pairs)


def _is_left_out(found: Sequence[Span], wanted: Wanted, text: str) -> bool:
    """Whether an English text says only of the first of several what is asked who does, and means it of all: Anna
    teaches swimming, Omar diving.
    """
    deed = _deed(wanted)
    if deed is None or not text.isascii() or not found:
        return False
    said = _places(*deed, text, False)
    return len(said) == 1 and said[0][0] == min(found, key=lambda span: span.start).end + 1


def _deed(wanted: Wanted) -> tuple[str, str] | None:
    """The word right behind what asks, which says what somebody does, as it is matched and as it is written."""
    word = next(iter(content_terms(wanted.after)), None)
    return word if word and wanted.after.lstrip().startswith(word[1]) else None


def _telling(words: Words, weighed: Sequence[tuple[str, str, float]], wanted: Wanted) -> Words:
    """The words of a question that may tell several answers apart: not what somebody does who is asked for, nor what is
    counted. Numbers tell most, and what a Chinese question says behind when, or before how many.
    """
    found = []
    for (weight, places), (_, written, _) in zip(words, weighed, strict=True):
        if wanted.kind == "person" and wanted.after.lstrip().startswith(written):
            continue
        if wanted.kind == "number" and written.isascii() and written in wanted.noun:
            continue
        beside = wanted.after if wanted.kind == "date" else _LIGHT_END.sub("", wanted.before)[-len(written) :]
        is_beside = not written.isascii() and written in beside and written[-1] not in _TRADES
        counts = _YEAR if written[0].isdigit() or written[0] == "第" else _BESIDE if is_beside else 1.0
        found.append((counts * weight, places))
    return found


def _is_of_other_rank(span: Span, wanted: Wanted, text: str) -> bool:
    """Whether a name follows what is asked for but for a word that puts it below, as of the 市长 for the 副市长."""
    asked, said = _beside(wanted)[0], BEFORE.sub("", text[max(span.start - 20, 0) : span.start])
    shared = _shared(asked[::-1], said[::-1])
    ranks = {UNDER.search(one[: len(one) - shared]) is None for one in (asked, said)}
    return shared > 1 and len(ranks) > 1


def _is_done_to(span: Span, asks: str, wanted: Wanted, text: str) -> bool:
    """Whether a name stands behind what the question asks who does: it is done to that person."""
    deed = _deed(wanted)
    if deed is None or asks not in ("谁", "who"):
        return False
    after = r"(?:(?:it|him|her|them|this|that) )?(?:(?:after|for|to) )?(?:the )?"  # named it after Jeanne
    said = (
        rf"\b{re.escape(deed[0])}(?!e?r\b|or\b)\w* {after}$" if deed[1].isascii() else rf"{re.escape(deed[0])}[了过]?$"
    )
    return re.search(said, text[max(span.start - 36, 0) : span.start]) is not None


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
    # Of library, librari; of dive, diving.
    stem = re.sub("(?<=[a-z]{2})e$", "(?:e|ing)", re.sub("(?<=[a-z])i$", "[iy]", re.escape(word)))
    stem = rf"\b{stem}" if word[0].isascii() and word[0].isalpha() else stem
    if said := [match.span() for match in re.finditer(stem, text)]:
        return said
    if not meant:
        return []
    if same := next((group for group in _OF_AGE if written in group), ()):  # whose opposite means much the same
        return [at for other in same if other != written for at in _places(other, other, text, False)]
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


def _nearness(span: Span, words: Words, text: str) -> float:
    """The weights of the question's words that the text has, each less with its distance from the span."""
    return sum(weight / (1 + min(gap(span, at, text) for at in places) / _NEAR) for weight, places in words if places)


def _away(word: str, question: str, wanted: Wanted) -> int:
    """Characters between a word and what asks. In English the verb that goes with it ends the question."""
    at = question.rfind(word)
    away = max(wanted.start - at - len(word), at - wanted.end, 0)
    return min(away, len(question) - at - len(word)) if word.isascii() else away


def _agreed(span: Span, wanted: Wanted, text: str) -> float:
    """How many characters on either side of the span are those beside what asks, light words between left out."""
    before, after = _beside(wanted)
    left, right = text[max(span.start - 20, 0) : span.start], text[span.end : span.end + 20]
    agreed = min(_shared(before[::-1], BEFORE.sub("", left)[::-1]), _MOST_AGREED)
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
    return BEFORE.sub("", wanted.before), _AFTER.sub("", wanted.after)


def _shared(one: str, other: str) -> int:
    """The characters that both begin with; of English only where it is a word or more."""
    shared = "".join(a for a, b in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return len(shared) if not shared.isascii() or len(shared) > 3 else 0
