"""The short answer in a sentence of the other language than the question: only what by its form, by what it measures or
counts, and by the words beside it is surely the one that is asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.fold import fold, fold_aligned
from rag.language import is_in
from rag.short.ages import aged
from rag.short.asked import Wanted, wanted_of
from rag.short.counting import counted, counting, noun_before
from rag.short.dates import dates
from rag.short.dimensions import dimensioned
from rag.short.find import forms
from rag.short.measures import LARGE
from rag.short.spans import MEASURES, Span
from rag.short.territory import PART, clause, clearest, lacks, parts
from rag.short.when import asked_end, part_of
from rag.short.who_across import who
from rag.types import OTHER, Language

_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\d{4}年")
_FAR = re.compile(r"\bhow far\b|多远")
_BEFORE = re.compile(r"\bbefore (?:about )?$")
_BETWEEN = re.compile(r"\bbetween (?P<end>[£€$]?[\d,.]+(?: [a-z]+)?) and $")
_WEEKDAY = re.compile(
    r"(?:周末|平日|工作日|每天|每?(?:周|星期)[一二三四五六日天]|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)",
    re.I,
)
_DAILY = re.compile(
    r"\bwhen (?:does|do)\b.*\b(?:open|close|shut|start|begin|end|finish)|(?:什么时候|何时).{0,3}(?:[开关闭]|打烊|结束)"
)
_JOINS = re.compile(r"\s?[-~—–－至到]+\s?| (?:to|until) |,? (?:(?:at|on) )?")
_FREE = re.compile(r"免费|\bfree\b")
_PAYS = re.compile(r"\bhow much\b.*\b(?:pay|earn|charged?)\b")
_SUM = re.compile(r"\b(?:funds?|debts?|loans?|prizes?|deficit|profit|loss|grants?|donation|deal)\b")
_HOW_MANY = re.compile(r"\bhow many\b|几(?![十百千万亿]*元)")
# By how much more or less something is than another.
_MORE_THAN = re.compile(r"比[^，,。；;]{1,8}(?:[多少增减提][出了加高少]?|[高低长短便贵]宜?出?)$")
_ASKS_MORE = re.compile(r"\b(?:more|less|fewer|than|by how much|rise|rose|gr[eo]w|increase|save)")
_EACH = re.compile(r"分别|各为|\brespectively\b")
_EXTREME, _MEAN = (
    re.compile(r"\b(?:maximum|minimum|most|[a-z]{3,}est)\b|最"),
    re.compile(r"\b(?:average|mean)\b|平均"),
)
_CLAUSE = re.compile(r"[，,。；;！？!?]")
_IN_UNIT = re.compile(r"\bin( [a-z ]+?)\W*$")


def across(question: str, understood: str, language: Language, text: str) -> Span | None:
    """Where in `text`, in the other language, the short answer of a question stands; in a third only digits are."""
    wanted = wanted_of(question, understood, language)
    if wanted is None or wanted.kind in ("person", "thing"):
        return who(understood, language, fold_aligned(text)) if is_in(text, OTHER[language]) else None
    if wanted.kind not in ("date", "number"):
        return None
    folded, known = fold_aligned(text), set(_DIGITS.findall(fold(understood)))
    wanted = _with_unit(wanted, fold(understood))
    any_of = replace(wanted, measures=frozenset()) if _counts_people(wanted) else wanted
    found = forms(any_of, understood, language, text)
    found = [s for s in found if not _is_known(folded[s.start : s.end], known)]
    if not is_in(text, OTHER[language]):
        return found[0] if len(found) == 1 and not _has_letters(found[0], folded) else None
    if wanted.kind == "date":
        return _date(found, understood, language, folded)
    return _number(found, wanted, understood, language, folded)


def _has_letters(span: Span, text: str) -> bool:
    return any(map(str.isalpha, text[span.start : span.end]))


def _date(found: Sequence[Span], question: str, language: Language, text: str) -> Span | None:
    """The date that is asked for, with what says that it was before that."""
    span = clearest(_joined(of_day(found, fold(question), text, OTHER[language]), text), question, language, text)
    if span is None:
        return None
    span = asked_end(text, span, fold(question))
    if language == "zh":
        before = _BEFORE.search(text[: span.start])
        return replace(span, start=before.start()) if before else span
    if text.startswith("前", span.end):
        return replace(span, end=span.end + 1)
    return replace(span, end=span.end - 1) if _YEAR.fullmatch(text, span.start, span.end) else span


def _joined(found: Sequence[Span], text: str) -> list[Span]:
    """The dates, those in one that follow each other as one does: from when to when, a day and its time."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: s.start):
        if kept and _JOINS.fullmatch(text, kept[-1].end, span.start):
            kept[-1] = replace(kept[-1], end=span.end)
        else:
            kept.append(span)
    return kept


def with_both_ends(span: Span, text: str) -> Span:
    """The number, with the one where its stretch begins: between 900 and 2,300 metres."""
    led = _BETWEEN.search(text[: span.start])
    return replace(span, start=led.start("end")) if led else span


def of_day(found: Sequence[Span], question: str, text: str, language: Language) -> list[Span]:
    """The dates, or the times of day of a text where a question asks for the hours and all else is days of the week."""
    if not _DAILY.search(question) or not all(_of_week(s, text) for s in found):
        return list(found)
    return [s for s in dates(text, language) if part_of(text, s, "time")] or list(found)


def _of_week(span: Span, text: str) -> bool:
    """Whether a date is a day of the week, or days with their hours."""
    return bool(_WEEKDAY.match(text, span.start, span.end))


def _with_unit(wanted: Wanted, question: str) -> Wanted:
    """What is wanted, in the unit that ends an English question: capacity in kilograms is weight."""
    unit = _IN_UNIT.search(question)
    if wanted.kind == "number" and not wanted.measures and _PAYS.search(question):
        return replace(wanted, measures=frozenset({"money"}))
    if wanted.kind != "number" or not unit:
        return wanted
    units = frozenset(name for name, pattern in MEASURES.items() if re.fullmatch(pattern, unit[1]))
    return replace(wanted, measures=units) if units else wanted


def _is_known(said: str, known: set[str]) -> bool:
    digits = _DIGITS.findall(said)
    return bool(digits) and known.issuperset(digits)


def _number(found: Sequence[Span], wanted: Wanted, question: str, language: Language, text: str) -> Span | None:
    """The number that is asked for; where things are counted, among those that may count the same."""
    if "age" in wanted.measures and any(s.measure == "age" for s in found):
        found = aged(found, question, language, text)
    found = _without_others(_of_measure(found, wanted, question, text), fold(question), text)
    if not wanted.measures and not wanted.noun:
        return clearest(found, question, language, text) if len(found) == 1 else None
    if wanted.measures and not _counts_people(wanted):
        span = _of_whole(dimensioned(found, question, text), question, language, text)
        if span is None or (_FREE.search(text) and lacks(question, clause(span, text), language, text)):
            return None
        return with_both_ends(span, text)
    own = counted(wanted.noun, language)
    if _HOW_MANY.search(fold(question)):
        found = [s for s in found if s.measure != "money"]
    may_be = [s for s in counting(found, wanted.noun, text, language) if not _is_free(s, question, text)]
    if _counts_people(wanted) and wanted.noun[0] != "户" and (not may_be or own == ["people"]):
        may_be = [s for s in found if s.measure == "people" and text[s.end - 1] != "户"]
    rivals = [s for s in found if s in may_be or any(_is_alike(s, one, text) for one in may_be)]
    span = _of_whole(rivals, question, language, text, own[-1] if own else "")
    if span is None or span not in may_be:
        return None
    return with_both_ends(replace(span, end=span.end + text.startswith("次", span.end)), text)


def _of_whole(found: Sequence[Span], question: str, language: Language, text: str, head: str = "") -> Span | None:
    """The clearest of all, or where none is so of those that are not of a part of what another is of."""
    span, ordered = clearest(found, question, language, text, head), sorted(found, key=lambda s: s.start)
    both = zip(ordered, parts(ordered, text), strict=True)
    whole = [(s, said) for s, said in both if not PART.search(said.partition(text[s.start : s.end])[0])]
    if span or len(whole) == len(found):
        return span
    said_whole = [s for s, said in whole if not lacks(question, said, language, text)]
    return clearest(said_whole, question, language, text, head)


def _of_measure(found: Sequence[Span], wanted: Wanted, question: str, text: str) -> list[Span]:
    """The numbers but for speeds where a length is asked for, and the other way round: 时速350公里."""
    if "speed" in wanted.measures:
        led = [replace(s, start=s.start - 2) if text[: s.start].endswith("时速") else s for s in found]
        return [s for s in led if s.measure == "speed" or text.startswith("时速", s.start)]
    if wanted.measures >= LARGE:  # of an island its area, and not how far away it is
        areas = [s for s in found if s.measure == "area"]
        other = {"length"} if _SUM.search(fold(question)) else {"length", "money"}
        found = areas or [s for s in found if s.measure in LARGE - other]
    fast = [s for s in found if s.measure == "length" and text[: s.start].endswith(("时速", "限速"))]
    far = "length" in wanted.measures and _FAR.search(fold(question))
    return [s for s in found if s not in fast and not (far and s.measure != "length")]


def _without_others(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """The numbers but for means where an extreme is asked for, and the other way round, for what is only more than
    something else, and for those of which each is of another thing that is said before.
    """
    kept = list(found)
    for asked, other in ((_EXTREME, _MEAN), (_MEAN, _EXTREME)):
        if asked.search(question) and not other.search(question):
            kept = [s for s in kept if not other.search(_led(s, text))]
    if not _ASKS_MORE.search(question):
        kept = [s for s in kept if not _MORE_THAN.search(_led(s, text))]
    each = [s for s in kept if _EACH.search(clause(s, text))]
    return [s for s in kept if s not in each] if len(each) > 1 else kept


def _led(span: Span, text: str) -> str:
    """What stands before a span in its clause."""
    return _CLAUSE.split(text[: span.start])[-1]


def _is_free(span: Span, question: str, text: str) -> bool:
    """Whether a number is of what one gets for nothing, of which a question says nothing."""
    return bool(_FREE.search(_led(span, text))) and not _FREE.search(fold(question))


def _counts_people(wanted: Wanted) -> bool:
    return wanted.measures == {"people"} and wanted.noun != ""


def _is_alike(one: Span, other: Span, text: str) -> bool:
    """Whether a Chinese number may count what another does: it has its measure word, and nothing else behind it."""
    ends = text[one.end - 1], text[other.end - 1]
    return (
        ends[0] == ends[1]
        and not ends[0].isascii()
        and not noun_before(one, text)
        and text[one.end : one.end + 1] in ("", *"的，。；、 ")
    )
