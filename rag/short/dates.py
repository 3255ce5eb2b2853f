"""The stretches of a sentence that say when: days, years, eras, seasons, times of day, and from when to when.

Patterns read the sentence as `fold_aligned` gives it; offsets hold for the sentence as printed.
"""

import re
from dataclasses import replace

from rag.short.eras import DYNASTIES, ERAS
from rag.short.spans import MEASURES, MONTH, Span
from rag.types import Language

_RELATIVE_WEIGHT = 0.6  # what 次年 counts beside a date that can be read without the sentence before it
_WEEKDAY_WEIGHT = 0.4  # news mostly name it as the day on which something was said
_SEASON_WEIGHT = 0.7  # what a season or an age counts beside a date
_HAN_DIGIT = "[〇零○一二三四五六七八九]"
_SMALL = r"[一二三四五六七八九十廿卅\d]+"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# The names are looked for only where a year follows: there are hundreds.
_LONGEST_ERA = max(map(len, ERAS))
_ERA = "|".join(sorted(set(ERAS), key=lambda era: (-len(era), era)))
_ERA_YEAR = (
    rf"(?:(?:(?=[\u4e00-\u9fff]{{2,{_LONGEST_ERA}}}?(?:元|{_SMALL})年)(?:{_ERA})"
    r"|(?:(?<=[于在自从至到,，。(（ ])|^)[\u4e00-\u9fff]{2}(?=元年))"
    rf"(?:元|{_SMALL})年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)(?: ?[(（](?:公元)?前?\d+年?[)）])?"
)
_YEAR = (
    rf"(?:(?:公元前?|西元前?)?(?<!\d)(?:(?:前\d{{3,4}}|[12]?\d{{3}}) ?年(?![代级制])|\d{{2,4}} ?年代"
    rf"|(?<=[公西]元)\d+年|(?<=[公西]元前)\d+年|{_HAN_DIGIT}{{4}}年)"
    rf"|{_ERA_YEAR}|(?:公元前?|西元前?)?{_SMALL} ?世纪(?:[\d一二三四五六七八九]?[\d十] ?年代)?)"
)
_NEXT = "[今去明前当同次翌隔]年"
_PART = (
    "(?:初期?|中期|末期?|底|后期|早期|晚期|前后|左右|中叶|[上下]半叶|[上下]半年|第?[一二三四]季度|[春夏秋冬][季天]?)"
)
_DAYTIME = "(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|深夜)"
_WEEK = rf"(?<![一二两三四五六七八九十\d])[上本下]?(?:周|星期|礼拜)[一二三四五六日天](?:的?{_DAYTIME})?"
_WEEKDAY_ZH = "(?: ?[（(](?:周|星期|礼拜)[一二三四五六日天][)）])?"  # in brackets behind a day
_CLOCK = (
    rf"(?:{_DAYTIME}?(?<!\d)(?:[012]?\d ?[时点](?![间数])(?: ?\d{{1,2}}分|半)?|\d{{1,2}}[:：]\d\d(?![:\d]))"
    rf"|{_DAYTIME}[一二三四五六七八九十]{{1,3}}[时点](?:[一二三四五六七八九十]{{1,3}}分|半)?)"
)
# As ISO 8601 writes it, or with other marks between.
_ISO = (
    r"(?<![\d.])\d{4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}(?![\d-])"
    r"(?: \d{1,2}:\d\d(?:\s?[-~—–－至到]+\s?\d{1,2}:\d\d)?)?"
)
# The day alone, as news say it of this month; what follows may say that it is a number of days.
_DAY_ALONE = rf"(?<![\d月.])\d{{1,2}}日(?![之以内后间游线元军常]|左右)(?:{_CLOCK}|{_DAYTIME})?"
_DATE_ZH = (
    rf"(?:(?:{_YEAR}|{_NEXT}){_PART}?(?: ?{_DAY} ?月份?)?|(?<![\d个第.]){_DAY} ?月(?![球亮])份?)"
    rf"(?:[上中下]旬|[初底末])?"
    rf"(?: ?{_DAY} ?[日号](?![线元]){_WEEKDAY_ZH})?(?:{_CLOCK})?|{_DAY_ALONE}|{_WEEK}(?:{_CLOCK})?|{_CLOCK}"
    r"|(?:\d+|[一二两三四五六七八九十数几]{1,3})多?(?:年|个?月|周|个?星期|天)(?:以|之)?前|[昨今明]天|[昨今明次翌]日(?![本益])"
)
_SEASON = (
    r"[早晚初仲深盛暮][春夏秋冬](?:季|天)?|[春夏秋冬](?:季|天)|圣诞(?![树老礼卡])(?:节|前夕|前几天)?"
    r"|(?:春|元宵|清明|端午|中秋|重阳|感恩|复活|国庆|劳动)节(?:时期|期间)?"
    r"|元旦|除夕|夜间|夜晚|白天|日间|黄昏|黎明"
)
_PERIOD = (
    rf"(?:{'|'.join(DYNASTIES)})(?:时代|时期|年间|初[期年]?|末[期年]?|[中晚]期)?(?![国民]|[\u4e00-\u9fff]?[王皇]帝?)"
    r"|[商夏周秦汉晋隋唐宋元明清][朝代末初](?:时期|年间|初[期年]?|末[期年]?|[中晚]期)?(?!廷)"
    r"|[^\W\d_的在于到从自至了和与及是这该此同其某个]{1,4}?(?<!特殊|特定|困难|关键|重要|不同)(?<!新)(?:时代|时期|年间|纪(?=时期|[早中晚初末]期|[,，。、(（]))"
)
_DATES_ZH = re.compile(
    rf"{_ISO}|(?P<date>{_DATE_ZH})(?:\s?[-~—–－至到]+\s?(?:{_DATE_ZH}|今))?|(?P<season>{_SEASON}|{_PERIOD})"
)
_DAY_EN = r"\d{1,2}(?:st|nd|rd|th)?"
_EARLY = "(?:(?:early|mid|middle|late)(?:[- –](?:in |of )?(?:the )?))"
_ORDINAL = r"\b(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:eenth|ieth|th|second|first|third))"
_WEEKDAY = r"(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_CLOCK_EN = r"\b(?:noon|midnight)\b|\b\d{1,2}(?:[:.]\d\d)? ?[ap](?:m\b|\.m\b\.?)|\b\d{1,2}:\d\d\b"
_CIRCA = r"(?:\b(?:c(?:a|irca)?\.?|circa) )"
_DATE_EN = (
    rf"(?:{_EARLY}|(?:{_DAY_EN}(?:\s?[-–—]\s?| to ))?{_DAY_EN} (?:of )?)?\b{MONTH}"
    rf"(?: {_DAY_EN}\b(?! century)"
    rf"(?:(?:\s?[-–—]\s?| to ){_DAY_EN}\b(?![:.]\d| ?[%$£]|[ -](?!and|in|at|of|until|to)[a-z]))?)?"
    rf"(?:,? (?:of )?(?:1\d|20|\d)\d\d\b| (?:this|last|next) year\b)?"
    rf"|\b\d{{1,4}} (?:BCE?|CE|AD)\b|\bAD \d+|{_EARLY}?{_ORDINAL}[- ]century(?: BCE?| AD)?"
    rf"|(?<![\w.,$£€¥-]){_EARLY}?(?:1\d|20)\d\d(?:s\b)?"
    rf"(?! ?[%$]|[\d,.]\d|-\w| (?:people|men|copies)\b|{MEASURES['length']})"
    rf"|{_CIRCA}\d{{2,4}}\b|(?<=\bin )\d{{3}}(?=[,.;)])"
    rf"|{_CLOCK_EN}|\b\d{{1,3}}(?:st|nd|rd|th) minute\b"
)
_AGO = (
    r"\b(?:[\d.,]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)"
    r"(?:\s?[-–—]\s?[\d.,]+| to [\d.,]+)?(?: (?:hundred|thousand|million|billion))?"
    r" (?:years?|months?|weeks?|days?|decades?|centuries) (?:ago|earlier|later)\b"
)
_SEASON_EN = (
    r"\b(?:(?:early|mid|late)[- ])?(?:spring|summer|autumn|winter)\b(?:(?: of)? (?:1\d|20)\d\d)?"
    r"(?! [a-z]*(?:olympic|games))"
    r"|\b(?:Easter|Christmas|Thanksgiving|Halloween|Good Friday)\b(?! Island)"
)
_RELATIVE_EN = (
    rf"\b(?:(?:last|next|this|early|late|on) )?{_WEEKDAY}\b(?: (?:morning|afternoon|evening|night))?"
    r"|\b(?:last|next|this) (?:year|month|week|night|spring|summer|autumn|winter)\b|\b(?:yesterday|tomorrow|tonight)\b"
)
_DATES_EN = re.compile(
    rf"{_ISO}|{_AGO}|{_CIRCA}?\b\d{{3}}[-–—]\d{{3}}(?=[),.;])|{_CIRCA}\d{{2,4}}[-–—]\d{{2,4}}"
    rf"|(?<=\bbetween )(?:{_DATE_EN}) and (?:{_DATE_EN})"
    rf"|(?:{_DATE_EN})(?:(?:\s?[-–—]\s?| to | until )(?:{_DATE_EN}))?|(?P<season>{_SEASON_EN})|{_RELATIVE_EN}",
    re.I,
)
_RELATIVE = re.compile(rf"{_NEXT}|[昨今明次翌][日天]|{_RELATIVE_EN}", re.I)
_WEEKDAY_ONLY = re.compile(rf"{_WEEK}|(?:(?:last|next|this|early|late|on) )?{_WEEKDAY}", re.I)
_TIME = re.compile(rf"(?:{_CLOCK_EN}|{_CLOCK})", re.I)
_TO_ZH, _TO_EN = rf"\s?[-~—–－至到]+\s?{_CLOCK}", rf"(?:\s?[-–—]\s?| to | until )(?:{_CLOCK_EN})"
_TIME_ONLY = re.compile(rf"{_TIME.pattern}(?:{_TO_ZH}|{_TO_EN})?", re.I)
# English hours from when to when are an answer to when; in Chinese the day is, if one is said.
_NO_DATE = re.compile(rf"{_TIME.pattern}(?:{_TO_ZH})?", re.I)
_ASKS_LAST = re.compile(
    r"(?<![海机有相])关(?:门|店|馆|园)?(?=[\W的呢]|$)|闭(?:馆|园|店|市)(?!时间)|打烊|结束|截止|为止"
    r"|\b(?:closes?|shuts?|ends?|finish(?:es)?|until)\b"
)
_ASKS_FIRST = re.compile(r"开(?:门|始|馆|园|业)|\bopens\b|\b(?:do|does|did|will)\b.*\bopen\b|\b(?:starts?|begins?)\b")
_ASKS_BOTH = re.compile(r"几点[到至]几点")
_YEAR_ONLY = re.compile(rf"{_YEAR}|{_NEXT}|(?:1\d|20)\d\d|\b\d{{1,4}} (?:BCE?|CE|AD)\b|\bAD \d+")
_DAY_SAID = re.compile(
    rf"[日号天]|节|元旦|除夕|{_WEEK}|{_WEEKDAY}|\b{MONTH} {_DAY_EN}\b(?!\d)|\b{_DAY_EN} (?:of )?{MONTH}"
    r"|\b(?:yesterday|tomorrow|Easter|Christmas|Thanksgiving|Halloween|Good Friday)\b",
    re.I,
)
# Words of a date that is past, or to come, and questions for the other.
_PAST = re.compile(r"[去昨][年天日]|\b(?:last|ago|yesterday)\b", re.I)
_TO_COME = re.compile(r"明[年天日]|\b(?:next|tomorrow)\b", re.I)
_ASKS_TO_COME = re.compile(r"什么时候[会将能要]|将[于在]|打算|计划|\bwhen (?:will|can|does|do)\b")
_ASKS_PAST = re.compile(r"(?:了|过|的)[?]?$|\bwhen (?:did|was|were)\b")
_AGAIN = re.compile(r"\b(?:opens?|daily|every|closed|closes)\b|开放|营业|每|days\b|休息", re.I)
_HABIT = re.compile(
    rf"(?:on )?{_WEEKDAY[:-2]}(?:s\b|(?:s? (?:to|through|and) |[-–—]){_WEEKDAY})"
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


def dates(text: str, language: Language) -> list[Span]:
    """Days, months, years, eras, centuries, seasons, times of day, and stretches between two of them."""
    pattern = _DATES_ZH if language == "zh" else _DATES_EN
    return [Span(*match.span(), weight=_weight(match)) for match in pattern.finditer(text)]


def _weight(match: re.Match[str]) -> float:
    if match["season"] and not match[0][-4:].isdigit():
        return _SEASON_WEIGHT
    if _WEEKDAY_ONLY.match(match[0]):
        return _WEEKDAY_WEIGHT
    return _RELATIVE_WEIGHT if _RELATIVE.match(match[0]) else 1.0


def is_other_time(text: str, span: Span, question: str) -> bool:
    """Whether a date is said to be past where what is to come is asked for, or the other way round.

    >>> is_other_time("It was announced last month.", Span(17, 27), "when will it open?")
    True
    """
    pairs = ((_PAST, _ASKS_TO_COME), (_TO_COME, _ASKS_PAST))
    return any(said.search(text, span.start, span.end) and asks.search(question) for said, asks in pairs)


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
