"""The cell of a table's row that answers: that of the column which the question names, or the only one that could."""

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.lexical import content_words
from rag.match import words_of
from rag.short.asked import Wanted, wanted_of
from rag.short.find import find
from rag.short.spans import Span
from rag.table import cells, subject_at
from rag.types import Language
from rag.weekdays import weekdays

_LEAST = 0.25  # what the name of a column must say of the question
_AHEAD = 0.3  # and how much more than that of any other
_MISSED = 0.3  # what a column loses by words of its name that the question does not say
_SAID = 0.9  # from which on a word of the question is that of the row, and names no column
_NO = "非|未|不|没有?|无|non-?|off-|not (?:an? )?|without (?:an? )?|no "
_NEGATIVE = re.compile(rf"(?:{_NO})(?!\s)")
_NEGATED = re.compile(r"(?:[非未]|不是|没有?|无|\b(?:non-?|off[- ]|not (?:an? )?|without (?:an? )?|no ))$")
_DENIES = re.compile(r"非(?=[\u4e00-\u9fff])|不是|没有|\b(?:non-|not an? |without )")
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)+")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_LIGHT = re.compile(r"(?<=[\u4e00-\u9fff])(?:价格?|票价?|时间|日期|人?数|数量|费用?|号码?|金额|情况)$")
_WHAT = re.compile(r"^(?:and )?what(?:['’]s| is| was| do| does| did| will) |是(?:什么|谁|多少)[?]?$|多少[?]?$")
# What a question says, and the names of columns that mean as much.
_MEANT = (
    (r"\b(?:open|start|begin)s?\b|开[门放始馆]|几点开", "from opens opening start 开门 开放 开始"),
    (r"\b(?:close|shut|end|finish)(?:e?s)?\b|[关闭][门馆]|结束", "to until till closes closing end 关门 闭馆 结束"),
    (r"\bwhat day\b|\bwhen\b|什么时[候间]|哪[天日]|几号", "date dates day 日期"),
    (r"\bwhen\b|\bwhat time\b|什么时[候间]|几点", "time times 时间"),
)
# The names of columns for the part of a date that alone is asked for.
_PARTS = {"year": "year years 年 年份 年度", "day": "day days date dates weekday 日期 星期 日 天"}
_MOST = re.compile(
    r"[一总]共|[合总]计|\bin total\b|\baltogether\b"
    r"|最[高低大小多少贵便远近长短快慢早晚好差]"
    r"|\b(?:cheap|dear|high|low|long|short|large|big|small|few|earli|lat|old|young|heavi|fast"
    r"|slow|great|strong)(?:g?est)\b|\b(?<!at )(?:most|least|best|worst|top)\b"
)


def cell(question: str, understood: str, language: Language, head: str, row: str) -> Span | None:
    """Where in a row under a head the short answer stands; None where no short answer is asked for, or the question
    leaves open which column it is on, or asks for the row with the most or the least.
    """
    columns, spans = [head[a:b] for a, b in cells(head, head)], cells(row, head)
    wanted = wanted_of(question, understood, language)
    if len(columns) != len(spans) or (wanted is None and not _WHAT.search(fold(question))):
        return None
    texts = [row[a:b] for a, b in spans]
    if _is_of_others(question, texts, columns):
        return None
    open_ = [place for place, text in enumerate(texts) if not _is_said(text, question)]
    named = (_named(said, language, columns, texts, open_, wanted) for said in (question, understood))
    column = next((one for one in named if one is not None), None)
    if column is not None:
        is_told = column in open_ and any(map(str.isalnum, texts[column]))
        return Span(*spans[column]) if is_told else None
    if wanted and wanted.kind not in ("date", "number"):
        return find(question, understood, language, row)
    found = [(spans[place][0], find(question, understood, language, texts[place])) for place in open_]
    values = [Span(start + span.start, start + span.end) for start, span in found if span]
    if not values and sum(any(map(str.isdigit, texts[place])) for place in open_) == 1:
        return find(question, understood, language, row)
    return values[0] if len({row[one.start : one.end] for one in values}) == 1 else None


def _is_of_others(question: str, texts: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether a question is on other days of the week than a row, or on that of the rows which has the most or least of
    something.
    """
    asked, own = weekdays(question), weekdays(texts[0])
    most = _MOST.search(fold(question))
    return bool(asked and own and not asked & own) or bool(most and most[0] not in fold(f"{columns} {texts}"))


def _is_said(text: str, question: str) -> bool:
    """Whether a question says a cell, which then is not what it asks for."""
    folded = fold(text)
    if not any(map(str.isalnum, folded)):
        return False
    return re.search(rf"(?<![a-z\d.,:]){re.escape(folded)}(?![a-z\d]|[.,:]\d)", fold(question)) is not None


def _named(
    question: str,
    language: Language,
    columns: Sequence[str],
    texts: Sequence[str],
    open_: Sequence[int],
    wanted: Wanted | None,
) -> int | None:
    """The number of the column that a question names: of that which says what a row is on only where it asks which."""
    at = subject_at(texts)
    if (asked := _asked_for(wanted, columns, at)) is not None:
        said = set(content_words(question))
        others = (place for place in open_ if place not in (at, asked) and set(content_words(columns[place])) & said)
        return None if len(open_) < len(texts) and any(others) else asked
    if asked_on := weekdays(question):
        days = [weekdays(name) for name in columns]
        fit = [place for place, own in enumerate(days) if asked_on <= own]
        if any(days) and len(fit) < 2:
            return fit[0] if fit else None
    may_be = wanted and (wanted.kind == "thing" or (wanted.kind == "person" and _NAME.fullmatch(texts[at])))
    if may_be and at in open_ and len(open_) < len(texts):
        return at  # the question says something else of the row
    place = _nearest(question, language, columns, texts[at])
    return _meant(question, columns) if place is None else place


def _asked_for(wanted: Wanted | None, columns: Sequence[str], at: int) -> int | None:
    """The column that is called what a question asks which one it is, first that of the subject; None if unsure."""
    if wanted is None:
        return None
    nouns = set(_PARTS.get(wanted.only, "").split()) or set(
        content_words(wanted.noun) if wanted.kind == "thing" else ()
    )
    found = [place for place, name in enumerate(columns) if nouns & {_core(name), *content_words(name)}]
    return at if at in found else found[0] if len(found) == 1 else None


def _meant(question: str, columns: Sequence[str]) -> int | None:
    folded = fold(question)
    for said, words in _MEANT:
        names = {*words.split()} if re.search(said, folded) else set[str]()
        found = [place for place, name in enumerate(columns) if place and names & set(_core(name).split())]
        if len(found) == 1:
            return found[0]
    return None


def _nearest(question: str, language: Language, columns: Sequence[str], first: str) -> int | None:
    open_ = [i for i in range(1, len(columns)) if not _is_denied(question, columns[i])]
    scores = [(_share(question, language, columns[i], first), -i) for i in open_]
    (best, place), *others = sorted(scores, reverse=True) or [(0.0, 0)]
    is_ahead = best >= _LEAST and (not others or best - others[0][0] >= _AHEAD)
    is_left = len(scores) == 1 < len(columns) - 1  # all others are denied
    return -place if scores and (is_ahead or is_left) else None


def _share(question: str, language: Language, column: str, first: str) -> float:
    """How much of the name of a column a question says, with words that it does not use of the row."""
    name = _core(column)
    if not name.isascii() and name in fold(question):
        return 1.0 + len(name) / 10
    words, own = (words_of(one, language, lambda token, written: 1.0) for one in (question, name))
    free = words.matched(first) < _SAID
    return float((words.matched(name) * free).sum()) - _MISSED * (1 - own.covered(question))


def _core(column: str) -> str:
    """The name of a column, folded, without what is not told by it."""
    name = _BRACKETS.sub("", fold(column)).strip()
    return _LIGHT.sub("", name)


def _is_denied(question: str, column: str) -> bool:
    """Whether a question says that what it asks about is not what a column is for, or the other way round."""
    folded, name = fold(question), _core(column)
    negative = _NEGATIVE.match(name)
    core = name[negative.end() :] if negative else name
    if core.isascii() != folded.isascii() and _DENIES.search(folded):
        return not negative  # which of them it denies is in another language
    words = content_words(core) if core.isascii() else [core]
    places = [at.start() for word in words for at in re.finditer(re.escape(word), folded)]
    return bool(places) and all(bool(_NEGATED.search(folded[:at])) != bool(negative) for at in places)
