"""Of the stretches that could be the short answer those in the part, the clause or the day that the question names."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from rag.short.spans import Span

BREAK = re.compile(r"[，,。；;：:！？!?\n]")
# Light words before what is said.
BEFORE = re.compile(
    r"(?:大约|约|一共|总共|共计|至[多少]|超过|达到?|可?能?是|[为在于有被由了到至共着过:：“\"「《(（ ]"
    r"|\b(?:the|an?|is|was|were|are|in|on|of|by|about)\b)+$"
)
_CLAUSE_END = 8  # characters that a clause's end counts for
_DAY = r"(?:(?:周|星期|礼拜)[一二三四五六日天末]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
# Which of them a word for several means.
_KINDS_OF_DAY = (
    (re.compile("[六日末]|sat|sun"), re.compile(r"周末|双休日|\bweekends?")),
    (re.compile("[一二三四五]|mon|tues|wednes|thurs|fri"), re.compile(r"工作日|平日|\bweekdays?")),
)
_DAY_NAMED, _DAYS = re.compile(_DAY), re.compile(rf"{_DAY}s?(?:(?:\s?[-~—–至到、和]\s?| to | and ){_DAY}s?)*")
# From how much to how much something changed, and questions for the change, or for how it was.
_FROM, _TO = (
    re.compile(r"(?:[由从]|\bfrom )$"),
    re.compile(r"[^，,。；;\d]{0,8}[到至为成]了?|(?: [a-z]+){0,3} to (?:about )?"),
)
_BY = re.compile(
    r"[增减升降涨跌提][加少高低长]?了?(?:多少|几|了)|\bby how (?:much|many)\b|\bhow (?:much|many)\b.* by\W*$"
    r"|\bhow much (?:did|has|have|had)\b.*\b(?:r[io]sen?|fall(?:en)?|increased?|dropp?(?:ed)?|grown?|changed?)\W*$"
)
_CHANGE = re.compile(r"\b(?:increase|rise|drop|fall|change)")
_BEFORE_NOW = re.compile(
    r"以前|之前|原[来先本]|过去|[当那]时|本来|\bbefore\b|\bused to\b|\bpreviously\b|\boriginally\b"
)
_VICE = re.compile("副([\u4e00-\u9fff]{2})")
_PART_END = re.compile("[；;]")
# Numbers of what is compared with, or of a part, are not those of what is named before them.
_OF_OTHER = re.compile(r"[较比]|其中|占|同比|环比")


def in_part(words: Sequence[Sequence[tuple[int, int]]], found: Sequence[Span], text: str) -> list[Span]:
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


def on_day(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """Of times those nearest to the day of the week that a question names, or to the days in a row that end with it,
    where a text names others too.
    """
    days = {_level(day) for day in _DAY_NAMED.findall(question)}
    named = {_level(day) for day in _DAY_NAMED.findall(text)}
    several = [said for _, said in _KINDS_OF_DAY if said.search(text)]
    if len(days) != 1 or len(named) + len(several) < 2:
        return list(found)
    places = [match.span() for match in _DAYS.finditer(text) if days & set(map(_level, _DAY_NAMED.findall(match[0])))]
    places = places or _of_kind(days, text)
    if not places:
        return list(found)
    away = [min(gap(span, place, text) for place in places) for span in found]
    return [span for span, one in zip(found, away, strict=True) if one == min(away)]


def _of_kind(days: set[str], text: str) -> list[tuple[int, int]]:
    """Where a text says the word for several days of the week that means one of these too: weekends of Sunday."""
    said = (said for kind, said in _KINDS_OF_DAY if any(map(kind.search, days)))
    return [match.span() for one in said for match in one.finditer(text)]


def changed(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """Of the numbers from which and to which something changed (由9台增加到22台) the latter, or the former where the
    question asks how it was before; neither where it asks how much it changed; all where there are no such two.
    """
    spans = sorted(found, key=lambda span: span.start)
    for one, other in pairwise(spans):
        if _FROM.search(text[: one.start]) and _TO.fullmatch(text, one.end, other.start):
            if _BY.search(question):
                return [span for span in found if span not in (one, other)]
            return list(found) if _CHANGE.search(question) else [one if _BEFORE_NOW.search(question) else other]
    return list(found)


def of_rank(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """The numbers but for those labelled with a rank below that of the question: 副主任医师15元, 主任医师25元."""
    kept = [span for span in found if not _is_below(BREAK.split(text[: span.start])[-1].split("、")[-1], question)]
    return kept or list(found)


def _is_below(label: str, question: str) -> bool:
    below = _VICE.search(label)
    return below is not None and below[1] in question and below[0] not in question


def _level(day: str) -> str:
    """A day of the week, however it is called."""
    return re.sub("^(?:星期|礼拜)", "周", day).replace("天", "日")


def labelled(words: Sequence[Sequence[tuple[int, int]]], found: Sequence[Span], text: str) -> list[Span]:
    """Of the Chinese numbers of one part those in whose clause, or before what the first is called by, all of the
    question is said that stands before another one in its clause. `words` are the places of each word.
    """
    ends = _part_ends(text)
    if len({bisect(ends, span.start) for span in found}) > 1:
        return list(found)

    def said(start: int, end: int) -> set[int]:
        return {number for number, places in enumerate(words) if any(start <= at < end for at, _ in places)}

    first = min(span.start for span in found)
    called = len(BEFORE.sub("", text[:first]))
    lead = said(max((end for end in ends if end < first), default=0), called)
    lead -= {number for number, places in enumerate(words) if any(end == called for _, end in places)}
    clauses = [clause(span, text) for span in found]
    whole = [lead | said(*clause) for clause in clauses]
    before = [
        lead | said(start, span.start)
        for span, (start, _) in zip(found, clauses, strict=True)
        if not _OF_OTHER.match(text, start)
    ]
    return [span for span, mine in zip(found, whole, strict=True) if not any(mine < other for other in before)]


def _part_ends(text: str) -> list[int]:
    return [match.start() for match in _PART_END.finditer(text)]


def clause(span: Span, text: str) -> tuple[int, int]:
    """Where the clause of a span begins and ends."""
    starts = [match.end() for match in BREAK.finditer(text, 0, span.start)]
    end = BREAK.search(text, span.end)
    return starts[-1] if starts else 0, end.start() if end else len(text)


def gap(span: Span, word: tuple[int, int], text: str) -> int:
    """Characters between a span and a word, more where clauses end between them."""
    low, high = (word[1], span.start) if word[1] <= span.start else (span.end, word[0])
    return max(high - low, 0) + _CLAUSE_END * len(BREAK.findall(text, low, max(high, low)))
