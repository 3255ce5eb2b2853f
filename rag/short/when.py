"""Which dates of a sentence can be when a question asks for: not those of another event or end, and what part of them.

Patterns read the sentence as `fold_aligned` gives it; offsets hold for the sentence as printed.
"""

import re
from dataclasses import replace

from rag.short.dates import CLOCK, CLOCK_EN, DAY_EN, NEXT, WEEK, WEEKDAY, YEAR, dates
from rag.short.spans import MONTH, Span

_TIME = re.compile(rf"(?:{CLOCK_EN}|{CLOCK})", re.I)
_TO_ZH, _TO_EN = rf"\s?[-~—–－至到]+\s?{CLOCK}", rf"(?:\s?[-–—]\s?| to | until )(?:{CLOCK_EN})"
_TIME_ONLY = re.compile(rf"{_TIME.pattern}(?:{_TO_ZH}|{_TO_EN})?", re.I)
# English hours from when to when are an answer to when; in Chinese the day is, if one is said.
_NO_DATE = re.compile(rf"{_TIME.pattern}(?:{_TO_ZH})?", re.I)
_ASKS_LAST = re.compile(
    r"(?<![海机有相])关(?:门|店|馆|园)?(?=[\W的呢]|$)|闭(?:馆|园|店|市)(?!时间)|打烊|结束|截止|为止"
    r"|\b(?:closes?|shuts?|ends?|finish(?:es)?|until)\b"
)
_ASKS_FIRST = re.compile(r"开(?:门|始|馆|园|业)|\bopens\b|\b(?:do|does|did|will)\b.*\bopen\b|\b(?:starts?|begins?)\b")
_ASKS_BOTH = re.compile(r"几点[到至]几点")
_YEAR_ONLY = re.compile(rf"{YEAR}|{NEXT}|(?:1\d|20)\d\d|\b\d{{1,4}} (?:BCE?|CE|AD)\b|\bAD \d+")
_DAY_SAID = re.compile(
    rf"[日号天]|节|元旦|除夕|{WEEK}|{WEEKDAY}|\b{MONTH} {DAY_EN}\b(?!\d)|\b{DAY_EN} (?:of )?{MONTH}"
    r"|\b(?:yesterday|tomorrow|Easter|Christmas|Thanksgiving|Halloween|Good Friday)\b",
    re.I,
)
# Words of a date that is past, or to come, and questions for the other.
_PAST = re.compile(r"[去昨][年天日]|\b(?:last|ago|yesterday)\b", re.I)
_TO_COME = re.compile(r"明[年天日]|\b(?:next|tomorrow)\b", re.I)
_ASKS_TO_COME = re.compile(r"什么时候[会将能要]|将[于在]|打算|计划|\bwhen (?:will|can|does|do)\b")
_ASKS_WILL = re.compile(r"(?:什么时候|何时)[会将]|\bwhen will\b")
_ASKS_PAST = re.compile(r"(?:了|过|的)[?]?$|\bwhen (?:did|was|were)\b")
# Which day something begins, and what is none.
_FROM_WHEN = re.compile(r"(?:哪一?天|几[号日]|什么时候|何时)(?:起|开始(?!营业|开放)|实[行施]|施行|生效|执行|启用)")
_NO_DAY = re.compile(
    rf"(?:{WEEK}|{WEEKDAY})(?:[上下]午|早上|晚上| morning| afternoon| evening| night)?|{_TIME_ONLY.pattern}", re.I
)
_SOME_DAY = re.compile(r"\b(?:on|one) (?:an? )?(?:(?!the\b)[a-z]+ ){0,2}$", re.I)
_AGAIN = re.compile(r"\b(?:opens?|daily|every|closed|closes)\b|开放|营业|每|days\b|休息", re.I)
_HABIT = re.compile(
    rf"(?:on )?{WEEKDAY[:-2]}(?:s\b|(?:s? (?:to|through|and) |[-–—]){WEEKDAY})"
    r"|(?:周|星期)[一二三四五六日天][至到](?:周|星期)?[一二三四五六日天]"
)
# What says when or how often something happens that happens again and again, and questions for that.
_OCCASION = re.compile(
    r"(?:分钟|小时|[天日周年]|个月)(?:之|以)?[后内前]|[后时](?=[,，。])|超过|每[隔逢满]?|[一两三\d]次"
    r"|\b(?:after|within|every|each|daily|weekly|monthly|yearly|once|twice|times|when(?:ever)?|until|before|as soon as"
    r"|if)\b",
    re.I,
)
_ASKS_OCCASION = re.compile(
    r"多久[^,。]{0,6}一次|每隔?(?:多久|几)|(?:什么时候|何时)(?:[才就]?[可要会需该能应必]|更?换|使用)"
    r"|\bhow often\b|\bwhen (?:do|does|can|should|must|may)\b"
)

# A date from which on something is, or up to which: words before it, words after it, and questions for the other end.
_ENDS = (
    (
        re.compile(r"(?:自从?|从|\b(?:since|from|starting|beginning)(?: on)?)\s*$"),
        re.compile(r"\s*(?:起|开始|以来)"),
        re.compile(r"结束|截止|闭幕|落幕|终止|为止|\b(?:end(?:s|ed)?|finish(?:e[sd])?|expire[sd]?)\b"),
    ),
    (
        re.compile(r"(?:截?[至止]|直?到|\b(?:un)?till?)\s*$"),
        re.compile(r"\s*(?:止|为止|结束)"),
        re.compile(r"开始|启动|从什么时候|自?何时起|\b(?:begin|began|start(?:s|ed)?)\b"),
    ),
)
_BOTH_ENDS = re.compile(r"[日号月年\dm.](?<!\d{4})(?<!\d{4}-\d\d)(?:\s?[-~—–－至到]+\s?|\s(?:to|until)\s)")
# Of a permit that is valid to the end of the year one must apply long before.
_DEADLINE = re.compile(r"截止|最[晚迟]|逾期|\bdeadline\b|\bclosing date\b|\blatest\b")
_HOLDS = re.compile(r"有效(?:期|至|日期|时间)|\bvalid (?:until|till|from|for|through)\b", re.I)
# From when on something has been so, and when something was to be.
_SINCE = re.compile(r"\bsince(?: (?:about|around|at least|the))?\s*$", re.I)
_FROM = (
    (re.compile(r"\bfrom(?: (?:about|around|the))?\s*$", re.I), re.compile(r"\s*(?:until|till|onwards?)\b", re.I)),
    (re.compile(r"(?:自从?|从)\s*$"), re.compile(r"\s*(?:起|开始|以来|至今|到现在)")),
)
_UNTIL = re.compile(r"\b(?:until|till)\b[^,.;]*|[直一]?直?到[^，,。；;]*(?:为止|才|$)", re.I)
_FOR = r"(?:for|to (?:\w+ ){1,4}?(?:in|on|by))(?: (?:early|mid|late|the (?:end|start|beginning) of))?\s*$"
_PLANNED = re.compile(
    r"(?:计划|(?<![规决鉴固])定(?=[于在])|预[计期]|(?<![模虚])拟(?=[于在]))(?:将?[于在]|将)?\s*$"
    rf"|\b(?:due|scheduled|planned|expected) {_FOR}",
    re.I,
)
# A plan that is said to have come to nothing.
_EARLIER_PLAN = re.compile(
    r"(?:原(?:本?计划|定|拟|本|先计划)|本应|本来)(?:将?[于在]|将)?\s*$"
    rf"|\b(?:originally|initially|at first)\b[^.;]* {_FOR}|\b(?:meant|supposed|intended|hoped) {_FOR}"
    r"|\b(?:(?:was|were) to|should) have (?:\w+ ){1,4}?(?:in|on|by)\s*$",
    re.I,
)
# What says so between a plan and another date, and what says it of the plan alone.
_BUT = re.compile(
    r"\b(?:but|only|actually|finally|eventually|instead|however|though|although|yet|in the end)\b"
    r"|[但却才虽]|实际|最[终后]|直[到至]|结果",
    re.I,
)
_PUT_OFF = re.compile(r"\b(?:delay|postpone|cancel|put off|called off)|推[迟后]|延[期后迟误]|取消|搁置|未能", re.I)
_ASKS_PLANNED = re.compile(
    r"计划|原[定本]|预[计期]|本应|本来|应该|拟|打算|\b(?:due|schedul|plan|expect|mean|meant|suppos|intend|hope)"
    r"|\b(?:was|were) .{1,40} to (?:be|have)\b"
)
_ASKS_PLAN = re.compile(
    r"原[定本]|原计划|本应|预[计期]|计划(?:什么时候|何时|哪|几|[于在])|\b(?:was|were) .{1,40} to (?:be|have)\b"
    r"|\b(?:due|scheduled|planned|expected|meant|supposed) (?:to|for)\b"
)
# What happens at once, each by all its words: none of them is the start of another thing that lasts.
_EVENTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"去世|逝世|病逝|死|过世|辞世|\bdied?\b|\bdeaths?\b|pass(?:ed)? away",
        r"退休|养老|不再(?:上班|工作)|停止工作|\bretire|\bstop(?:ped|s)? work",
        r"关[门闭停]|停[业用办产播运]|闭[馆园店]|歇|停止|不再|[闲空]置|废弃|荒废|\bclos(?:e[ds]?|ing|ure)\b|\bshut"
        r"|\bstop|\bempty\b|\bvacant\b|\bruin|\bidle\b|\bdisused|\bderelict|\babandon|\bceas",
        r"拆|毁|烧|倒塌|废墟|\bruin|\bdemolish|\bdestroy|\bburn|\bcollaps|\b(?:torn?|tear|pull(?:ed)?) down\b",
        r"离[开任职]|辞[职任]|卸任|不再|\bno longer\b|\b(?:leave|left|resign|quit)|\bstep(?:ped)? down\b",
        r"出生|诞生|生于|\bborn\b|\bbirth\b",
        r"建[成造设起](?!立)|修建|兴建|始建|落成|竣工|完工|\bbuil[dt]|\bconstruct|\berect|\bcomplet"
        r"|屹立|\bha(?:s|ve) stood (?:here|there|on|at)\b",
    )
)


def is_of_other_event(text: str, span: Span, question: str) -> bool:
    """Whether a date is not when what a folded question asks for happened: it is when something else began that has
    lasted since, or when it was planned to be.

    >>> text = "It has stood empty since 1988."
    >>> [is_of_other_event(text, Span(25, 29), question) for question in ("when was it built?", "since when?")]
    [True, False]
    """
    led = text[: span.start]
    if _is_other_than_planned(text, span, question):
        return True
    has_lasted = bool(_SINCE.search(led))
    if has_lasted and _ASKS_WILL.search(question):
        return True
    from_then = any(before.search(led) and after.match(text, span.end) for before, after in _FROM)
    asked = [event for event in _EVENTS if event.search(question)]
    said = _UNTIL.sub("", text)
    return (has_lasted or from_then) and bool(asked) and not any(event.search(said) for event in asked)


def _is_other_than_planned(text: str, span: Span, question: str) -> bool:
    """Whether a date is a plan that another date or its words say was not kept, where a question asks when something
    was; or is none, where it asks for the plan that the text tells.
    """
    if not _ASKS_PAST.search(question):
        return False
    planned = _is_planned(text, span)
    if _ASKS_PLANNED.search(question):
        return bool(_ASKS_PLAN.search(question)) and not planned and any(_is_planned(text, s) for s in _all(text))
    if _EARLIER_PLAN.search(text[: span.start]) or (planned and _PUT_OFF.search(text, span.end)):
        return True
    others = ((span.end, s.end + 1) if s.start >= span.end else (s.end, span.start) for s in _all(text))
    return planned and any(_BUT.search(text, start, end) for start, end in others if start < end)


def _is_planned(text: str, span: Span) -> bool:
    led = text[: span.start]
    return bool(_EARLIER_PLAN.search(led) or _PLANNED.search(led))


def _all(text: str) -> list[Span]:
    return dates(text, "en" if text.isascii() else "zh")


def is_other_time(text: str, span: Span, question: str) -> bool:
    """Whether a date is said to be past where what is to come is asked for, or the other way round.

    >>> is_other_time("It was announced last month.", Span(17, 27), "when will it open?")
    True
    """
    pairs = ((_PAST, _ASKS_TO_COME), (_TO_COME, _ASKS_PAST))
    if any(said.search(text, span.start, span.end) and asks.search(question) for said, asks in pairs):
        return True
    return _is_no_day(text, span, question)


def _is_no_day(text: str, span: Span, question: str) -> bool:
    """Whether a day of the week or a time of day says nothing of which day something began, or was: on a wet Monday."""
    if not _NO_DAY.fullmatch(text, span.start, span.end):
        return False
    return bool(_FROM_WHEN.search(question) or (_ASKS_PAST.search(question) and _SOME_DAY.search(text[: span.start])))


def is_habit(text: str, span: Span, question: str) -> bool:
    """Whether days of the week are those of a habit, where a question asks when something was done.

    >>> is_habit("It is open Tuesday to Sunday.", Span(11, 18), "when did it open?")
    True
    """
    if not (_ASKS_PAST.search(question) and _AGAIN.search(text)):
        return False
    return any(match.start() <= span.start < match.end() for match in _HABIT.finditer(text))


def is_occasion(text: str, question: str) -> bool:
    """Whether a text may say when or how often something happens again and again, if a folded question asks that.

    >>> is_occasion("It switches off after 30 minutes.", "when does it switch off?")
    True
    """
    return bool(_ASKS_OCCASION.search(question) and _OCCASION.search(text))


def is_other_end(text: str, span: Span, question: str) -> bool:
    """Whether a date is the end of a time that is not asked for: the first day where the last one is, or the end of
    how long something is valid where a deadline is.

    >>> is_other_end("自2020年起开放。", Span(1, 6), "哪一年结束？")
    True
    """
    held = _HOLDS.search(text, 0, span.start)
    if held and _DEADLINE.search(question) and not _DEADLINE.search(text, held.end(), span.start):
        return not _HOLDS.search(question)
    asked = [(led, followed) for led, followed, asks in _ENDS if asks.search(question)]
    if len(asked) != 1 or _BOTH_ENDS.search(text, span.start, span.end):
        return False
    ((led, followed),) = asked
    return bool(led.search(text[: span.start]) or followed.match(text, span.end))


def asked_end(text: str, span: Span, question: str) -> Span:
    """Of a stretch of two times of day the one at which something closes, or opens, where a question asks for that.

    >>> asked_end("9:00-21:00", Span(0, 10), "几点关门?")
    Span(start=5, end=10, measure='', weight=1.0)
    """
    last, first = _ASKS_LAST.search(question), _ASKS_FIRST.search(question)
    times = list(_TIME.finditer(text, span.start, span.end))
    only = _TIME_ONLY.fullmatch(text, span.start, span.end)
    if not only or len(times) != 2 or bool(last) == bool(first) or _ASKS_BOTH.search(question):
        return span
    return replace(span, start=times[bool(last)].start(), end=times[bool(last)].end())


def part_of(text: str, span: Span, part: str) -> Span | None:
    """The "year" or the "time" of day alone of a date, all of it where it says a "day", or with "" where it says more
    than a time of day.
    """
    if part == "day":
        return span if _DAY_SAID.search(text, span.start, span.end) else None
    if part:
        match = (_YEAR_ONLY if part == "year" else _TIME_ONLY).search(text, span.start, span.end)
        return replace(span, start=match.start(), end=match.end()) if match else None
    return None if _NO_DATE.fullmatch(text, span.start, span.end) else span
