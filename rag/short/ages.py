"""How old somebody is now or was then: which ages of a sentence in the other language go with a question."""

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.short.names import persons
from rag.short.spans import Span
from rag.short.territory import is_named
from rag.types import Language

_ASKS_NOW = re.compile(
    r"\bhow old (?:is|are)\b|^what (?:is|['’]s)\b.*\bage\b|多大(?:了|年[纪龄]|岁数|[?]?$)|岁了|今年|现在"
)
_ASKS_THEN = re.compile(r"\bhow old (?:was|were|did)\b|\bwhat age\b|时[候]?[他她]?多大|那年|当年")
_NOW = re.compile(r"今年(?!\d)|现年|现在|如今|目前|已经?(?=[^，,]{0,3}岁)|\b(?:now|today|currently|turned this year)\b")
_THEN = re.compile(
    r"\d{4}年|[年月天周]后|当[时年]|那[时年]|小时候|年轻时|\bat (?:the age of )?$"
    r"|\b(?:when|until|since|before|after)\b[^,.;]*$"
    r"|\b(?:1\d|20)\d\d\b"
)
_THEN_AFTER = re.compile(
    r"(?:时|那年|的时候|才|就|起|开始|后|前|以[上下]|到|结婚|去世)|,? (?:when|or (?:over|under|older))\b"
)
_OF_DEATH = re.compile(r"[享终得]年$|年仅$|\bdied\b.*$")
_CLAUSES = re.compile(r"[。！？；;!?]|\.\s")


def aged(found: Sequence[Span], question: str, language: Language, text: str) -> list[Span]:
    """The ages of a folded text but for those at another time than a question asks of, and those of others."""
    asked = fold(question)
    return [
        s
        for s in found
        if s.measure == "age"
        and not (_ASKS_NOW.search(asked) and not _ASKS_THEN.search(asked) and _is_then(s, text))
        and not (_ASKS_THEN.search(asked) and _NOW.search(text[: s.start]))
        and not (language == "en" and _is_of_other(s, question, text))
    ]


def _is_then(span: Span, text: str) -> bool:
    """Whether an age is that at a time that is past, or at which somebody died."""
    start = max((match.end() for match in _CLAUSES.finditer(text, 0, span.start)), default=0)
    before = text[start : span.start]
    if _OF_DEATH.search(before) or _THEN_AFTER.match(text, span.end):
        return True
    return not _NOW.search(before) and bool(_THEN.search(before))


def _is_of_other(span: Span, question: str, text: str) -> bool:
    """Whether a Chinese text names persons beside an age, but not the one whom an English question names."""
    named = [text[s.start : s.end] for s in persons(text, "zh") if s.measure != "foreign"]
    asked = [name for name in named if is_named(name, question)]
    if not named or not re.search(r"\b[A-Z][a-z]+", question[7:]):
        return False
    nearest = min(
        (abs(match.start() - span.start), name) for name in named for match in re.finditer(re.escape(name), text)
    )[1]
    return nearest not in asked
