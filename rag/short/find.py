"""The short answer inside the sentence that answers: given where it is sure, left out where it is not."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from corpus.fold import fold, fold_aligned
from rag.chunk import Unit
from rag.language import is_in
from rag.lexical import content_words
from rag.short.asked import Kind, Wanted, asked
from rag.short.names import persons, places, things
from rag.short.spans import Span, dates, numbers, part_of, titles
from rag.short.values import amount, day
from rag.types import Language, Short

# The runner-up must score at most this share of the best. Dates and numbers can be told by form, names less surely.
_RIVAL = {"date": 0.95, "number": 0.95, "title": 0.7, "person": 0.5, "place": 0.6, "thing": 0.6}
_LEAST = {"person": 0.3, "place": 1.0, "thing": 0.3}  # a name that stands near none of the question's words is a guess
_NEAR = 6  # characters from a word of the question at which it counts half
_CLAUSE = 8  # characters that a clause's end counts for
_BREAK = re.compile(r"[，,。；;：:！？!?\n]")
_LISTED = re.compile(r"\s?[、,]?\s?(?:以?及|和|与|and|&)?\s?")
_BIRTH = re.compile(r"出生|诞生|生于|\bborn\b|\bbirth")
_DEATH = re.compile(r"去世|逝世|死|过世|卒|\bdied?\b|\bdeath\b|pass(?:ed)? away")
_OTHER: Mapping[Language, Language] = {"zh": "en", "en": "zh"}
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_END_OF_RANGE = re.compile(r"[^\s—–－~-][^—–－~-]*[^\s—–－~-]")


def short_answer(question: str, understood: str, language: Language, unit: Unit) -> Short | None:
    """The short answer that a question wants, from the unit or its translation; None where it is not surely there."""
    if is_in(unit.text, language):
        span = find(question, understood, language, unit.text)
        return _short(unit.text[span.start : span.end], unit, span) if span else None
    if unit.translation is None:
        span = _without_words(question, understood, language, unit.text)
        return _short(unit.text[span.start : span.end], unit, span) if span else None
    span = find(question, understood, language, unit.translation)
    if span is None:
        return None
    text = unit.translation[span.start : span.end]
    printed = _printed(question, understood, language, text, unit)
    return _short(text, unit, printed) if printed else None


def find(question: str, understood: str, language: Language, text: str) -> Span | None:
    """Where in `text`, in the language of the question, its short answer stands; None where it is not surely there."""
    wanted = _wanted(question, understood, language)
    if wanted is None:
        return None
    folded = fold_aligned(text)
    found = _joined(_candidates(wanted, understood, folded, language), folded, wanted.kind)
    return _nearest(
        [s for s in found if _is_news(folded[s.start : s.end], understood, wanted)], wanted, understood, folded
    )


def _wanted(question: str, understood: str, language: Language) -> Wanted | None:
    return asked(question, language) or asked(understood, language)


def _short(text: str, unit: Unit, span: Span) -> Short:
    return Short(text, unit.article_id, unit.start + span.start, unit.start + span.end)


def _is_news(said: str, question: str, wanted: Wanted) -> bool:
    """Whether the words say what the question does not: of a name more than half."""
    known = fold(question)
    if fold(said).strip() in known:
        return False
    if wanted.kind in ("date", "number", "title"):
        return True
    words = content_words(said)
    return len(said) > 1 and 2 * sum(word in known for word in words) < max(len(words), 1)


def _candidates(wanted: Wanted, question: str, text: str, language: Language) -> list[Span]:
    match wanted.kind:
        case "date":
            found = (part_of(text, span, wanted.only) for span in _of_life(dates(text, language), question, text))
            return [span for span in found if span]
        case "number":
            return _fitting(numbers(text, language), wanted, text)
        case "person":
            return persons(text, language)
        case "place":
            return places(text, language)
        case "title":
            return titles(text)
        case "thing":
            return things(text, wanted.noun, language)


def _of_life(found: list[Span], question: str, text: str) -> list[Span]:
    """Of two dates in brackets the one of birth or of death, where the question asks for one of them."""
    folded = fold(question)
    birth, death = bool(_BIRTH.search(folded)), bool(_DEATH.search(folded))
    if birth == death:
        return found
    for match in _BRACKETS.finditer(text):
        inside = (s for s in found if match.start() < s.start and s.end < match.end())
        ends = [Span(*end.span()) for s in inside for end in _END_OF_RANGE.finditer(text, s.start, s.end)]
        if len(ends) == 2:
            return [ends[death]]
    return found


def _fitting(found: list[Span], wanted: Wanted, text: str) -> list[Span]:
    """The numbers that can be what was asked for: of its measure, or followed by what is counted."""
    if wanted.measures:
        return [s for s in found if s.measure in wanted.measures]
    if not wanted.noun:
        return found
    counted = content_words(wanted.noun)
    return [
        s
        for s in found
        if text[s.end - 1] == wanted.noun[0] or any(word in fold(text[s.end - 1 : s.end + 30]) for word in counted)
    ]


def _joined(found: Sequence[Span], text: str, kind: Kind) -> list[Span]:
    """Names that are listed beside each other are one answer."""
    if kind not in ("person", "place", "title"):
        return list(found)
    joined: list[Span] = []
    for span in sorted(found, key=lambda s: s.start):
        before = text[joined[-1].end : span.start] if joined else ""
        if before and _LISTED.fullmatch(before):
            joined[-1] = replace(joined[-1], end=span.end)
        else:
            joined.append(span)
    return joined


def _nearest(found: Sequence[Span], wanted: Wanted, question: str, text: str) -> Span | None:
    """The span that stands nearest to the words of the question, if it stands clearly nearer than any other."""
    if not found:
        return None
    scores = sorted(((_nearness(span, wanted, question, text), -i) for i, span in enumerate(found)), reverse=True)
    best, runner_up = scores[0][0], scores[1][0] if len(scores) > 1 else 0.0
    if runner_up > _RIVAL[wanted.kind] * best or best < _LEAST.get(wanted.kind, 0.0):
        return None
    return found[-scores[0][1]]


def _nearness(span: Span, wanted: Wanted, question: str, text: str) -> float:
    """The lengths of the question's words in the text, less with their distance from the span and from what asks."""
    lowered, folded = text.lower(), fold(question)
    total = 0.0
    for word in content_words(question):
        gaps = [_gap(span, match.span(), lowered) for match in re.finditer(re.escape(word), lowered)]
        if gaps:
            total += len(word) / (1 + _away(word, folded, wanted) / 8) / (1 + min(gaps) / _NEAR)
    return total


def _away(word: str, question: str, wanted: Wanted) -> int:
    """Characters between a word and what asks. In English the verb that goes with it ends the question."""
    at = question.rfind(word)
    away = max(wanted.start - at - len(word), at - wanted.end, 0)
    return min(away, len(question) - at - len(word)) if word.isascii() else away


def _gap(span: Span, word: tuple[int, int], text: str) -> int:
    low, high = (word[1], span.start) if word[1] <= span.start else (span.end, word[0])
    return max(high - low, 0) + _CLAUSE * len(_BREAK.findall(text, low, max(high, low)))


def _without_words(question: str, understood: str, language: Language, text: str) -> Span | None:
    """The only date or number of the kind, where it is digits alone, which are the same in every language."""
    wanted = _wanted(question, understood, language)
    if wanted is None or wanted.kind not in ("date", "number"):
        return None
    folded = fold_aligned(text)
    found = _candidates(replace(wanted, noun=""), understood, folded, _OTHER[language])
    if len(found) != 1:
        return None
    span = found[0]
    if wanted.kind == "date" and re.fullmatch(r"\d{4}年", folded[span.start : span.end]):
        span = Span(span.start, span.end - 1)
    return None if any(map(str.isalpha, folded[span.start : span.end])) else span


def _printed(question: str, understood: str, language: Language, said: str, unit: Unit) -> Span | None:
    """Where the printed text says what its translation does; all of it where that is unsure, None where they differ."""
    whole, wanted = Span(0, len(unit.text)), _wanted(question, understood, language)
    if wanted is None or wanted.kind == "thing":
        return whole
    folded = fold_aligned(unit.text)
    found = _candidates(replace(wanted, measures=frozenset(), noun=""), "", folded, _OTHER[language])
    if wanted.kind not in ("date", "number"):
        alone = len(found) == 1 == len(_candidates(wanted, "", fold_aligned(unit.translation or ""), language))
        return found[0] if alone else whole
    value: Callable[[str], object] = day if wanted.kind == "date" else amount
    values = [value(folded[s.start : s.end]) for s in found]
    same = [s for s, v in zip(found, values, strict=True) if v is not None and v == value(said)]
    if len(same) == 1:
        return same[0]
    # The translation may be that of the whole paragraph, and its date or number stand in another sentence.
    return None if not same and value(said) is not None and None not in values else whole
