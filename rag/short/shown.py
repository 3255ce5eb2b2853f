"""The short answer of a sentence as it is printed, whichever of the two languages the sentence is in."""

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.fold import fold, fold_aligned
from rag.chunk import Unit
from rag.language import is_in
from rag.short.asked import Wanted, wanted_of
from rag.short.counted import counts_across
from rag.short.find import candidates, find, forms
from rag.short.spans import Span
from rag.short.values import amount, day
from rag.types import OTHER, Language, Short

_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\d{4}年")


def short_answer(question: str, understood: str, language: Language, unit: Unit) -> Short | None:
    """The short answer that a question wants, from the unit or its translation; None where it is not surely there."""
    if is_in(unit.text, language):
        span = find(question, understood, language, unit.text)
        return _short(unit.text[span.start : span.end], unit, span) if span else None
    if unit.translation is None:
        span = _by_form(question, understood, language, unit.text)
        return _short(unit.text[span.start : span.end], unit, span) if span else None
    span = find(question, understood, language, unit.translation)
    if span is None:
        return None
    text = unit.translation[span.start : span.end]
    printed = _printed(question, understood, language, text, unit)
    return _short(text, unit, printed) if printed else None


def _short(text: str, unit: Unit, span: Span) -> Short:
    return Short(text, unit.article_id, unit.start + span.start, unit.start + span.end)


def _by_form(question: str, understood: str, language: Language, text: str) -> Span | None:
    """The only date or number of a text in the other language that can be the answer; digits alone also of a third."""
    wanted = wanted_of(question, understood, language)
    if wanted is None or wanted.kind not in ("date", "number"):
        return None
    folded, known = fold_aligned(text), set(_DIGITS.findall(fold(understood)))
    found = [s for s in forms(wanted, understood, language, text) if not _is_known(folded[s.start : s.end], known)]
    if len(found) != 1:
        return None
    span = found[0]
    if wanted.kind == "date" and _YEAR.fullmatch(folded, span.start, span.end):
        span = replace(span, end=span.end - 1)  # digits are read in every language
    if not any(map(str.isalpha, folded[span.start : span.end])):
        return span
    return span if is_in(text, OTHER[language]) and _is_sure(span, wanted, folded, language) else None


def _is_known(said: str, known: set[str]) -> bool:
    digits = _DIGITS.findall(said)
    return bool(digits) and known.issuperset(digits)


def _is_sure(span: Span, wanted: Wanted, text: str, language: Language) -> bool:
    """Whether the measure tells that the number is what is asked for, or what it counts does."""
    return wanted.kind == "date" or bool(wanted.measures) or counts_across(span, wanted.noun, text, language)


def _printed(question: str, understood: str, language: Language, said: str, unit: Unit) -> Span | None:
    """Where the printed text says what its translation does; all of it where that is unsure, None where they differ."""
    whole, wanted = Span(0, len(unit.text)), wanted_of(question, understood, language)
    if wanted is None or wanted.kind == "thing":
        return whole
    folded = fold_aligned(unit.text)
    found = candidates(replace(wanted, measures=frozenset(), noun=""), "", folded, OTHER[language])
    if wanted.kind not in ("date", "number"):
        alone = len(found) == 1 == len(candidates(wanted, "", fold_aligned(unit.translation or ""), language))
        return found[0] if alone else whole
    value: Callable[[str], object] = day if wanted.kind == "date" else amount
    values = [value(folded[s.start : s.end]) for s in found]
    same = [s for s, v in zip(found, values, strict=True) if v is not None and v == value(said)]
    if len(same) == 1:
        return same[0]
    # The translation may be that of the whole paragraph, and its date or number stand in another sentence.
    return None if not same and value(said) is not None and None not in values else whole
