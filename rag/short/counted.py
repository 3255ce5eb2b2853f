"""Which numbers of a sentence can be what a question asks for: of its measure, or of the things that it counts."""

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.lexical import content_words
from rag.meaning import likeness, vector
from rag.short.measures import LARGE, PAID
from rag.short.names import words
from rag.short.spans import CLASSIFIERS, Span
from rag.types import Language

_CLAUSE_AFTER = re.compile(r"[^，,、。；;：:！？!?\n]{0,30}")
_CLAUSE_BEFORE = re.compile(r"[^，,。；;！？!?\n]{0,30}$")
_CONVERTED = re.compile(r" ?[（(](?:约|或|即|about |or )? ?")
_PEOPLE = re.compile(r"人(?!民币)|户|[兵员]额?|population|people|inhabitants|residents|members", re.I)
_POPULATED = re.compile(r"人口|居民|常住|户籍|居住|村民|市民")
_PEOPLE_AFTER = re.compile(r"[余多]?人(?!民币)|(?: of)?(?: [a-z-]+)? (?:people|inhabitants|residents|members)", re.I)
# Of whom people are, where nothing more is asked than how many people.
_CROWD = re.compile(
    r"(?: [a-z-]+)? (?:men|women|children|deaths|victims|patients|workers|employees|students|passengers|soldiers|troops"
    r"|visitors|tourists|voters)\b",
    re.I,
)
_GAP = re.compile(r" (?:older|younger|(?:his|her|their) (?:senior|junior))\b")
# What follows a number that stands alone: no noun that it might count instead.
_ALONE = re.compile(
    r"[^\w\s(（]|$|(?:个|名|位)?(?:[,，。；;、）)”]|$)"
    r"| (?:of|in|at|on|to|by|for|from|and|or|were|was|are|is|have|had|per|units?|copies|examples|pieces|items)\b"
)
ALIKE = 0.5  # likeness from which on what is counted is another word for what is asked
_THE_REST = re.compile(r"\b(?:the )?(?:other|remaining) $", re.I)
_SENTENCE_END = re.compile(r"[;!?]|\.(?!\d)")
# Words that only begin like a measure word.
_NO_MEASURE = re.compile(
    "成[年员人果绩]|项目|条[件款约例]|级别|部[门队长分]|场[馆地所]|班级|家[庭长]|集[团市]|座位|名[人单额]|节[目日点]|面[积包]"
    "|步骤|组[织合]|队[员伍]|位置|支[持付]|段落|站点|大[学中型小于]"
)
# Measures of what is said as an amount, and not counted.
_ALONE_OF = ("count", "weight", "area", "money", "people")
# Asked for in months, nothing is said in days, and the other way round.
_TOO_FAR = tuple(
    (re.compile(asked), re.compile(rf"(?:{said})$", re.I))
    for asked, said in (
        (r"个?[年月]|(?:years|months)\b", "[日天时分秒钟]|(?:day|hour|minute|second)s?"),
        (r"[天日]|days\b", "年|世纪|(?:year|decade)s?|centur(?:y|ies)"),
        (r"个?(?:小时|钟头)|分钟|秒|(?:hours|minutes|seconds)\b", "[年月]|(?:year|month)s?"),
    )
)
# What may stand in English between a number and what it counts: it is not that of another clause or phrase.
_FOLLOWED = (
    r"(?: of(?: (?:the|its|their|his|her|these|those))?)?"
    r"(?: (?!(?:in|on|at|for|to|by|from|with)\b)[^\s\d,;:]+){0,4}?[ -]"
)
_FLOOR = re.compile("[楼层]|[^栋幢座][楼层]")
_LIGHT = re.compile("[共约计有为是达]+$")  # between what is counted and how many: 车站24座
LABELS = "号路线"  # 7号 is the name of one, and counts none


def fitting(of_text: Sequence[Span], measures: frozenset[str], noun: str, text: str, language: Language) -> list[Span]:
    """The numbers that can be of one of the `measures`, or else can count what `noun` says, both folded.

    Of an amount said twice, as in 36 km (22 mi), it is the one with the unit that is asked for.
    """
    if noun.startswith("人口") and not _POPULATED.search(text):
        return []
    if noun[:1] in ("楼", "层"):  # on which floor, or how many of them; 两栋楼 is neither
        of_text = [s for s in of_text if _FLOOR.match(text, s.end - 1)]
    once = _once(of_text, noun, text)
    if measures:
        once = [s for s in once if not _is_ago(s, noun, text)]
        found = [s for s in once if s.measure in measures or _is_measured(s, measures, noun, text)]
        found = [s for s in found if not _is_too_far(text[s.start : s.end], noun)]
        found = [s for s in found if measures == PAID and s.measure == "money"] or found
        return [s for s in found if noun and "people" in measures and _counts(s, noun, text, language)] or found
    others = [s for s in once if s.measure not in ("order", "identifier")]
    if not noun:
        return others
    others = [s for s in others if s.measure not in ("time", "age")]
    alone = ("count",) if _has_measure(noun, language) else _ALONE_OF
    if counted := [s for s in others if _counts(s, noun, text, language)]:
        return [*counted, *_left_out(others, counted[0], text)]
    return [s for s in others if s.measure in alone and _stands_alone(s, noun, text, language)]


def _left_out(found: Sequence[Span], counted: Span, text: str) -> list[Span]:
    """The English numbers behind one that counts something that may count the same without saying it again: 20 places
    in one room and 8 in the other.
    """
    behind = (s for s in found if text.isascii() and s.start > counted.end and s.measure == "count")
    return [
        s
        for s in behind
        if _ALONE.match(text, s.end)
        and (_THE_REST.search(text, 0, s.start) or not _SENTENCE_END.search(text, counted.end, s.start))
    ]


def names_counted(noun: str, text: str) -> bool:
    """Whether a text, folded, says whom a question counts: of 几名候选人 the candidates. True where nothing tells."""
    heads = _heads(noun[1:]) if noun[:1] in tuple("名位") else []
    return not heads or any(word in text for word in heads)


def _once(found: Sequence[Span], noun: str, text: str) -> list[Span]:
    kept: list[Span] = []
    unit = noun.split(" ", maxsplit=1)[0] or noun
    for span in found:
        if kept and _CONVERTED.fullmatch(text, kept[-1].end, span.start):
            if unit and unit in text[span.start : span.end]:
                kept[-1] = span
            continue
        kept.append(span)
    return kept


def _is_measured(span: Span, measures: frozenset[str], noun: str, text: str) -> bool:
    """Whether the words around a number say that it is of one of the measures, though its unit does not."""
    if "speed" in measures and span.measure == "length":
        return "时速" in _before(span, text)[-6:]
    if "age" in measures and span.measure == "time":
        return bool(_GAP.match(text, span.end))
    if measures >= LARGE and span.measure in ("count", "percent"):
        return bool(_ALONE.match(text, span.end))
    crowd = noun.startswith("people") and span.measure == "count" and _CROWD.match(text, span.end)
    return "people" in measures and (bool(crowd) or _is_people(span, text))


def _is_ago(span: Span, noun: str, text: str) -> bool:
    """Whether a time says when something was and not how long it took, unless that is asked for."""
    return span.measure == "time" and text.startswith(("前", "后"), span.end) and "前" not in noun


def _is_too_far(said: str, noun: str) -> bool:
    """Whether a length of time is said in a unit that nobody answers with who is asked for it in another."""
    return any(asked.match(noun) and unit.search(said) for asked, unit in _TOO_FAR)


def _is_people(span: Span, text: str) -> bool:
    """Whether a number without a unit, or a share, is one of people by the words around it."""
    if span.measure == "percent":
        return bool(_PEOPLE.search(text, span.end, span.end + 30))
    if span.measure != "count" or text[span.end - 1] in CLASSIFIERS:
        return False
    others = text.startswith(" ", span.end) and not _ALONE.match(text, span.end)
    return bool(_PEOPLE_AFTER.match(text, span.end) or (not others and _PEOPLE.search(_before(span, text))))


def _counts(span: Span, noun: str, text: str, language: Language) -> bool:
    """Whether the number has the measure word of what is counted, or is followed by it in its clause."""
    measure = noun[0] if _has_measure(noun, language) else ""
    head = noun.removeprefix(measure)
    heads = _heads(head)
    last = text[span.end - 1]
    if measure and last == measure:
        return measure not in "个种" or _has_beside(span, heads, head, text)
    if measure == "个" and len(head) == 1 and last not in LABELS and head in _after(span, text)[1:]:
        return True
    if (
        measure == "个"
        and len(head) == 1
        and _ALONE.match(text, span.end)
        and _LIGHT.sub("", _before(span, text)).endswith(head)
    ):
        return True
    if language == "zh" and head and (last == head[0] or (not measure and text[span.end : span.end + 1] == head[0])):
        return True
    return _is_followed(span, heads, text, language) or any(
        _means(word, head) for word in _followers(span, text, language) for head in heads
    )


def _has_beside(span: Span, heads: Sequence[str], head: str, text: str) -> bool:
    """Whether what is counted follows the number in its clause, or stands anywhere where nothing else does: 个 and 种
    go with all that is counted. `heads` are the words of the `head`.
    """
    where = text if _ALONE.match(text, span.end) else _after(span, text)[1:]
    return not head or where.startswith(head[0]) or any(word in where for word in heads or [head])


def _has_measure(noun: str, language: Language) -> bool:
    """Whether what is counted begins with the measure word that it is counted by: 张车票."""
    return language == "zh" and noun[0] in CLASSIFIERS + "大名位" and not _NO_MEASURE.match(noun)


def _is_followed(span: Span, heads: Sequence[str], text: str, language: Language) -> bool:
    """Whether one of the words themselves follows the number in its clause."""
    if language == "en":
        return any(re.compile(_FOLLOWED + re.escape(word), re.I).match(text, span.end) for word in heads)
    after = fold(_after(span, text))
    return any(word in after for word in heads)


def _followers(span: Span, text: str, language: Language) -> list[str]:
    """The words right behind a number that may be what it counts."""
    after = _after(span, text)[1:]
    if language == "en":
        return re.findall(r"[a-z]+", after.lower())[:2]
    return [word for word, tag, _ in words(after[:8])[:2] if tag.startswith("n") and len(word) > 1]


def _means(word: str, other: str) -> bool:
    return float(likeness(vector(word) @ vector(other))) >= ALIKE


def _stands_alone(span: Span, noun: str, text: str, language: Language) -> bool:
    """Whether the number counts nothing that is named behind it, and what is asked for is named elsewhere."""
    where = _before(span, text) if language == "zh" else text
    return bool(_ALONE.match(text, span.end)) and any(word in fold(where) for word in _heads(noun))


def _heads(noun: str) -> list[str]:
    return [word for word in content_words(noun) if len(word) > 1 or word.isdigit()]


def _after(span: Span, text: str) -> str:
    match = _CLAUSE_AFTER.match(text, span.end - 1)
    return match[0] if match else ""


def _before(span: Span, text: str) -> str:
    match = _CLAUSE_BEFORE.search(text, max(span.start - 30, 0), span.start)
    return match[0] if match else ""
