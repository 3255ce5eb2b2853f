"""The short answer inside the sentence that answers: given where it is sure, left out where it is not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.fold import fold, fold_aligned
from rag.lexical import content_words
from rag.short.asked import Kind, Wanted, wanted_of
from rag.short.counted import LABELS, fitting, names_counted
from rag.short.dates import dates, with_about
from rag.short.floors import ASKS, floors
from rag.short.names import persons, places
from rag.short.nearest import nearest
from rag.short.numbers import free, numbers
from rag.short.owner import lacks_role, owned
from rag.short.partial import is_of_credited, is_of_row, is_one_side
from rag.short.spans import Span, titles
from rag.short.things import things
from rag.short.when import asked_end, is_habit, is_occasion, is_of_other_event, is_other_end, is_other_time, part_of
from rag.short.who import came, persons_of, places_of
from rag.short.whole import of_part
from rag.signals.byline import asks_author, authors
from rag.types import OTHER, Language

BY_FORM: tuple[Kind, ...] = ("date", "number", "person", "place")  # kinds told by form, whatever the language
_LISTED = re.compile(r"\s?[、,]?\s?(?:以?及|和|与|and|&)?\s?(?:the )?")
_BIRTH = re.compile(r"出生|诞生|生于|\bborn\b|\bbirth")
_DEATH = re.compile(r"去世|逝世|死|过世|卒|\bdied?\b|\bdeath\b|pass(?:ed)? away")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_BARE = ("当年", "同年", "次年", "翌年", "隔年")  # how a year lies to one that is not said
# How often is not how long.
_EVERY = re.compile(r"\bevery $", re.I)
_LASTS = re.compile(r"\bhow long\b(?!.*\b(?:wait|between|until)\b)")
_PRICE = re.compile(r"多少钱|[价票]|[学运房门收]费|\b(?:costs?|prices?|fees?|fare|how much (?:is|are))\b")
_NO_FIRST_NAME = r"\b(?:of|the|for|by|with|against|did|does|was|is|[a-z]+ed)"
_END_OF_RANGE = re.compile(r"[^\s—–－~-][^—–－~-]*[^\s—–－~-]")


def find(question: str, understood: str, language: Language, text: str) -> Span | None:
    """Where in `text`, in the language of the question, its short answer stands; None where it is not surely there."""
    wanted = wanted_of(question, understood, language)
    if wanted is None:
        return None
    if wanted.kind == "person" and asks_author(understood, language) and (written := authors(text)):
        return Span(*written)
    folded = fold_aligned(text)
    if wanted.kind == "person" and (there := came(understood, folded, language)):
        return there
    if wanted.kind == "number" and not names_counted(wanted.noun, folded):
        return None
    fit: Sequence[Span] = _fit(wanted, understood, language, folded)
    if wanted.kind == "number":
        fit = of_part(fit, numbers(folded, language), wanted, understood, folded)
    span = nearest(fit, wanted, understood, folded)
    if span is None or is_of_row(folded, span, wanted) or is_one_side(folded, wanted):
        return None
    return with_about(folded, asked_end(folded, span, fold(question))) if wanted.kind == "date" else span


def holds(question: str, understood: str, language: Language, text: str) -> bool:
    """Whether anything in `text`, in the language of the question, can be its short answer, surely or not."""
    wanted = wanted_of(question, understood, language)
    if wanted is None:
        return False
    return is_occasion(text, fold(question)) or bool(_fit(wanted, understood, language, fold_aligned(text)))


def may_hold(wanted: Wanted, understood: str, language: Language, text: str) -> bool:
    """Whether anything in `text`, in the other language than the question, can be the short answer by its form alone;
    `wanted` is of one of the kinds BY_FORM.
    """
    return is_occasion(text, fold(understood)) or bool(forms(wanted, understood, language, text))


@lru_cache(maxsize=256)  # of one sentence it is asked what is surely there, what may be, and what is to be shown
def _fit(wanted: Wanted, understood: str, language: Language, folded: str) -> tuple[Span, ...]:
    if is_of_credited(folded, understood, language):
        return ()
    found = candidates(wanted, understood, folded, language)
    if language == "zh" and wanted.kind not in ("person", "title"):
        found = [] if wanted.kind == "thing" and lacks_role(understood, folded) else owned(found, understood, folded)
    news = [s for s in found if _is_news(folded[s.start : s.end], understood, wanted)]
    return tuple(_joined(news, folded, wanted.kind))


def _is_news(said: str, question: str, wanted: Wanted) -> bool:
    """Whether the words say what the question does not: of a name half, or in Chinese what it ends with, its head."""
    known, said = fold(question), fold(said).strip()
    if said in known or (not known.isascii() and said.replace(" ", "") in known):
        return False
    if wanted.kind in ("date", "number", "title"):
        return True
    if wanted.kind == "person" and _is_of_family(said, known):
        return False
    words = content_words(said)
    new = [word for word in words if word not in known]
    headed = any(said.endswith(word) for word in new if not word.isascii())
    return len(said) > 1 and (headed or 2 * len(new) >= len(words))


def _is_of_family(said: str, known: str) -> bool:
    """Whether the question says the last word of an English name, both folded, behind none that can be a first name."""
    *first, last = said.split(" ")
    if not first or not last.isascii():
        return False
    return f"{first[-1]} {last}" in known or bool(re.search(rf"(?:^|{_NO_FIRST_NAME} ){re.escape(last)}\b", known))


def candidates(wanted: Wanted, question: str, text: str, language: Language) -> list[Span]:
    """What in a folded text in the language can be what a question wants, in whatever order."""
    match wanted.kind:
        case "date":
            folded = fold(question)
            said = [
                s
                for s in dates(text, language)
                if not is_other_time(text, s, folded)
                and not is_of_other_event(text, s, folded)
                and text[s.start : s.end] not in _BARE
            ]
            ends = [s for s in said if not is_other_end(text, s, folded) and not is_habit(text, s, folded)]
            life = _of_life(ends, question, text)
            found = [span for one in life if (span := part_of(text, one, wanted.only))]
            return found if found or wanted.only else life  # a time of day, where no day is said
        case "number":
            return _numbers(wanted, question, text, language)
        case "person":
            return persons_of(wanted, question, text, language)
        case "place":
            return places_of(wanted, question, text, language)
        case "title":
            return titles(text)
        case "thing":
            return things(text, wanted.noun, language)


def _numbers(wanted: Wanted, question: str, text: str, language: Language) -> list[Span]:
    """The numbers of a folded text that can be what a question asks for; of where something is the floors."""
    if wanted.noun[:1] in ("楼", "层") and ASKS.search(wanted.before):
        on = floors(text)
        if on or not wanted.before.endswith("是"):
            return on
    folded = fold(question)
    said = [s for s in numbers(text, language) if not (_EVERY.search(text[: s.start]) and _LASTS.search(folded))]
    found = fitting(said, wanted.measures, wanted.noun, text, language)
    return [*found, *free(text)] if _PRICE.search(folded) else found


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


def _joined(found: Sequence[Span], text: str, kind: Kind) -> list[Span]:
    """Names that are listed beside each other are one answer."""
    if kind not in ("person", "place", "title", "number"):
        return list(found)
    joined: list[Span] = []
    for span in sorted(found, key=lambda s: s.start):
        before = text[joined[-1].end : span.start] if joined else ""
        if before and _LISTED.fullmatch(before) and (kind != "number" or _are_names(joined[-1], span, text)):
            joined[-1] = replace(joined[-1], end=span.end, weight=max(joined[-1].weight, span.weight))
        else:
            joined.append(span)
    return joined


def _are_names(one: Span, other: Span, text: str) -> bool:
    """Whether two numbers are by what things are called, and count none: of buses 12路 and 27路."""
    return (
        one.measure == other.measure == "count"
        and text[one.end - 1] == text[other.end - 1]
        and text[other.end - 1] in LABELS
    )


def forms(wanted: Wanted, understood: str, language: Language, text: str) -> Sequence[Span]:
    """What in a text in the other language than the question can by its form be what this wants, one of BY_FORM."""
    folded = fold_aligned(text)
    if wanted.kind == "person":
        return persons(folded, OTHER[language])
    if wanted.kind == "place":
        return places(folded, OTHER[language])
    return candidates(replace(wanted, noun=""), understood, folded, OTHER[language])
