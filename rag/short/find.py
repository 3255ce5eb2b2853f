"""The short answer inside the sentence that answers: given where it is sure, left out where it is not."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.fold import fold, fold_aligned
from rag.chunk import Unit
from rag.language import is_in
from rag.lexical import content_words
from rag.short.asked import Kind, Wanted, asked
from rag.short.counted import fitting, names_counted
from rag.short.dates import asked_end, dates, is_habit, is_occasion, is_other_end, is_other_time, part_of
from rag.short.names import bodies, persons, places
from rag.short.nearest import nearest
from rag.short.numbers import free, numbers
from rag.short.partial import doers, is_credit, is_of_row, is_spoken_of, name_of, names_alone
from rag.short.slots import located, natives, slots
from rag.short.spans import Span, titles
from rag.short.things import things
from rag.short.values import amount, day
from rag.signals.byline import asks_author, authors
from rag.types import OTHER, Language, Short

BY_FORM: tuple[Kind, ...] = ("date", "number", "person", "place")  # kinds told by form, whatever the language
_LISTED = re.compile(r"\s?[、,]?\s?(?:以?及|和|与|and|&)?\s?")
_BIRTH = re.compile(r"出生|诞生|生于|\bborn\b|\bbirth")
_DEATH = re.compile(r"去世|逝世|死|过世|卒|\bdied?\b|\bdeath\b|pass(?:ed)? away")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_BARE = ("当年", "同年", "次年", "翌年", "隔年")  # how a year lies to one that is not said
# How often is not how long.
_EVERY = re.compile(r"\bevery $", re.I)
_LASTS = re.compile(r"\bhow long\b(?!.*\b(?:wait|between|until)\b)")
_PRICE = re.compile(r"多少钱|[价票]|[学运房门收]费|\b(?:costs?|prices?|fees?|fare|how much (?:is|are))\b")
_NO_PLACE = re.compile("新区|[本各全两我该]?[地区市县省]|地区|区域")
_WHERE = re.compile(r"[在于]$|(?:地址|位置)[是为]$")
# What is done by a body as well as by a person.
_MAY_BE_BODY = re.compile(
    r"谁.{0,4}(?:批|同意|拍板|授权|[主承]办|举办|组织|出资|[资赞]助|投资|出钱|掏钱|付|买单|颁|发布|公布|制定|管|建|修|开发|运营)"
    r"|\bwho (?:\w+ )?(?:approv|fund|pa(?:y|id)|financ|own|run|organi[sz]|host|sponsor|award|issu|publish|buil[dt]"
    r"|operat|manag|found|set up|produc|support|back|develop)"
)
_NO_FIRST_NAME = r"\b(?:of|the|for|by|with|against|did|does|was|is|[a-z]+ed)"
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
    if wanted.kind == "person" and asks_author(understood, language) and (written := authors(text)):
        return Span(*written)
    folded = fold_aligned(text)
    if wanted.kind == "number" and not names_counted(wanted.noun, folded):
        return None
    span = nearest(_fit(wanted, understood, language, folded), wanted, understood, folded)
    if span is None or is_of_row(folded, span, wanted):
        return None
    return asked_end(folded, span, fold(question)) if wanted.kind == "date" else span


def holds(question: str, understood: str, language: Language, text: str) -> bool:
    """Whether anything in `text`, in the language of the question, can be its short answer, surely or not."""
    wanted = _wanted(question, understood, language)
    if wanted is None:
        return False
    return is_occasion(text, fold(question)) or bool(_fit(wanted, understood, language, fold_aligned(text)))


def may_hold(wanted: Wanted, understood: str, language: Language, text: str) -> bool:
    """Whether anything in `text`, in the other language than the question, can be the short answer by its form alone;
    `wanted` is of one of the kinds BY_FORM.
    """
    return is_occasion(text, fold(understood)) or bool(_forms(wanted, understood, language, text))


@lru_cache(maxsize=256)  # of one sentence it is asked what is surely there, what may be, and what is to be shown
def _fit(wanted: Wanted, understood: str, language: Language, folded: str) -> tuple[Span, ...]:
    found = _candidates(wanted, understood, folded, language)
    news = [s for s in found if _is_news(folded[s.start : s.end], understood, wanted)]
    return tuple(_joined(news, folded, wanted.kind))


def _wanted(question: str, understood: str, language: Language) -> Wanted | None:
    return asked(question, language) or asked(understood, language)


def _short(text: str, unit: Unit, span: Span) -> Short:
    return Short(text, unit.article_id, unit.start + span.start, unit.start + span.end)


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


def _candidates(wanted: Wanted, question: str, text: str, language: Language) -> list[Span]:
    match wanted.kind:
        case "date":
            folded = fold(question)
            said = [
                s
                for s in dates(text, language)
                if not is_other_time(text, s, folded) and text[s.start : s.end] not in _BARE
            ]
            ends = [s for s in said if not is_other_end(text, s, folded) and not is_habit(text, s, folded)]
            life = _of_life(ends, question, text)
            found = [span for one in life if (span := part_of(text, one, wanted.only))]
            return found if found or wanted.only else life  # a time of day, where no day is said
        case "number":
            folded = fold(question)
            said = [
                s for s in numbers(text, language) if not (_EVERY.search(text[: s.start]) and _LASTS.search(folded))
            ]
            found = fitting(said, wanted.measures, wanted.noun, text, language)
            return [*found, *free(text)] if _PRICE.search(folded) else found
        case "person":
            asked_of = fold(question)
            named = [s for s in persons(text, language) if not is_credit(s, text, question)]
            if not named and _MAY_BE_BODY.search(asked_of):
                named = bodies(text, language)
            named = doers(named, text, asked_of) if language == "zh" else named
            phrases = [name_of(s, named) for s in slots(text, wanted)] if language == "zh" else []
            return [s for s in (*named, *names_alone(named, phrases, text)) if not is_spoken_of(text, s, asked_of)]
        case "place":
            return _places(wanted, text) if language == "zh" else places(text, language)
        case "title":
            return titles(text)
        case "thing":
            return things(text, wanted.noun, language)


def _places(wanted: Wanted, text: str) -> list[Span]:
    """The places of a Chinese sentence; only those behind 位于 and the like where no more is asked than where it is."""
    named = [s for s in places(text, "zh") if not _NO_PLACE.fullmatch(text, s.start, s.end)]
    situated = [s for s in named if s.weight > 1]
    if situated and _WHERE.search(wanted.before) and not wanted.after.strip("? 的呢"):
        return situated
    return [*named, *located(text), *slots(text, wanted), *natives(text, wanted)]


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
    if kind not in ("person", "place", "title"):
        return list(found)
    joined: list[Span] = []
    for span in sorted(found, key=lambda s: s.start):
        before = text[joined[-1].end : span.start] if joined else ""
        if before and _LISTED.fullmatch(before):
            joined[-1] = replace(joined[-1], end=span.end, weight=max(joined[-1].weight, span.weight))
        else:
            joined.append(span)
    return joined


def _forms(wanted: Wanted, understood: str, language: Language, text: str) -> Sequence[Span]:
    folded = fold_aligned(text)
    if wanted.kind == "person":
        return persons(folded, OTHER[language])
    if wanted.kind == "place":
        return places(folded, OTHER[language])
    return _candidates(replace(wanted, noun=""), understood, folded, OTHER[language])


def _without_words(question: str, understood: str, language: Language, text: str) -> Span | None:
    """The only date or number of the kind, where it is digits alone, which are the same in every language."""
    wanted = _wanted(question, understood, language)
    if wanted is None or wanted.kind not in ("date", "number"):
        return None
    found = _forms(wanted, understood, language, text)
    if len(found) != 1:
        return None
    folded = fold_aligned(text)
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
    found = _candidates(replace(wanted, measures=frozenset(), noun=""), "", folded, OTHER[language])
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
