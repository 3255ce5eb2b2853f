"""The short answer of a sentence as it is printed, whichever of the two languages the sentence is in."""

from collections.abc import Callable
from dataclasses import replace

from corpus.fold import fold_aligned
from rag.chunk import Unit
from rag.field import Field, field_asked, goes_on, value_of
from rag.language import is_in
from rag.short.across import across
from rag.short.asked import wanted_of
from rag.short.columns import cell
from rag.short.find import candidates, find
from rag.short.spans import Span
from rag.short.values import amount, day
from rag.types import OTHER, Language, Short

_LONGEST = {"zh": 24, "en": 40}  # characters of a field's value


def short_answer(question: str, understood: str, language: Language, unit: Unit) -> Short | None:
    """The short answer that a question wants, from the unit or its translation; None where it is not surely there."""
    if unit.head:
        span = cell(question, understood, language, unit.head.text, unit.text)
        return _short(unit.text[span.start : span.end], unit, span) if span else None
    if is_in(unit.text, language):
        field = value_of(field_asked(understood, language), unit.text)
        if field and goes_on(field, unit.text):
            return None
        span = find(question, understood, language, unit.text) or _of_field(field, language)
        return _short(unit.text[span.start : span.end], unit, span) if span else None
    if unit.translation is None:
        span = across(question, understood, language, unit.text)
        return _short(unit.text[span.start : span.end], unit, span) if span else None
    span = find(question, understood, language, unit.translation)
    if span is None:
        return None
    text = unit.translation[span.start : span.end]
    printed = _printed(question, understood, language, text, unit)
    return _short(text, unit, printed) if printed else None


def _short(text: str, unit: Unit, span: Span) -> Short:
    return Short(text, unit.article_id, unit.start + span.start, unit.start + span.end)


def _of_field(field: Field | None, language: Language) -> Span | None:
    """The value behind the label that is all that a question asks for: 联系人：邹老师."""
    return Span(field.start, field.end) if field and field.end - field.start <= _LONGEST[language] else None


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
