"""What short answer a question asks for: its kind, where the question word stands, and what else it says of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.fold import fold
from rag.short.spans import CLASSIFIERS, MEASURES
from rag.types import Language

Kind = Literal["date", "number", "person", "place", "title", "thing"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of short answer; `start` and `end` are where the folded question asks for it.

    `before` and `after` are what it says on either side of that. `only` is "year" or "time" where only that part of a
    date is asked for. `measures` are the measures of a number (see `spans.MEASURES`) that would fit, none where any
    would. `noun` is what is counted, or the type of a thing, folded.
    """

    kind: Kind
    start: int
    end: int
    only: str = ""
    measures: frozenset[str] = frozenset()
    noun: str = ""
    before: str = ""
    after: str = ""


_QUANTITIES = (
    "population|gdp|size|area|height|length|width|depth|weight|speed|cost|price|budget|revenue|income|salary|altitude"
    "|elevation|distance|temperature|age|capacity|percentage"
)
_ASKS: dict[Language, tuple[tuple[Kind, re.Pattern[str]], ...]] = {
    "zh": (
        (
            "date",
            re.compile(
                r"[何几]时|什么时[候间]|(?P<year>哪一?年|何年|几几年|(?<=西元|公元|民国|纪元)几年)|哪一?[天日]|哪个?月|几月(几[日号])?|几[日号]"
                r"|[哪几]个?世纪|(?P<time>几点)"
            ),
        ),
        ("person", re.compile(r"谁|哪一?[位名](?!于)|何人|哪一?个人")),
        (
            "number",
            re.compile(
                r"百分之(几|多少)|第几|多少|(?<![许众诸很至更不最])多(?=[大长高远宽久深重厚快](?![数学校]|等|官|工业))"
                r"|(?<![十好这那后近去数\d])几(?![乎何内率千百万])(?!.*(?:哪|谁|什么|多少|怎|如何))"
            ),
        ),
        (
            "title",
            re.compile(
                r"(哪一?[部本首篇张套]|什么)"
                r"(小说|电影|作品|书籍?|著作|歌曲?|专辑|电视剧|剧集?|影片|单曲|节目|文章|论文|诗)"
            ),
        ),
        (
            "place",
            re.compile(
                r"哪里|哪儿|何处|何地|(什么|哪一?个)(地方|地点)|(?<=在)什么位置"
                r"|(?<=在)哪(?!一?[个些年天月位名所家座条部本种段场次项方届代类款级篇首支张战间岁])"
            ),
        ),
        (
            "thing",
            re.compile(r"(?:哪一?[个家所座条支届间艘架]|什么(?!是))(?P<noun>[\u4e00-\u9fff]{1,6})"),
        ),
    ),
    "en": (
        (
            "date",
            re.compile(
                r"\bwhen\b(?= (?:is|are|was|were|did|do|does|will|has|had|have|would|should|can|could)\b)"
                r"|\b(?:what|which) (?:(?P<year>year)|(?P<time>time(?! (?:period|frame|span|of (?:the )?year)))"
                r"|time|date|day|month|decade|century)\b"
                r"|\bwhat (?:is|was|are|were) (?:the |its )?(?:[\w'’-]+ ){0,3}?date\b"
            ),
        ),
        (
            "number",
            re.compile(
                r"\bwhere\b(?=.*\brank)"
                r"|\bhow (?:many|much|large|big|far|tall|high|long|wide|old|deep|heavy|fast|often)\b"
                r"|\b(?:what|which) (?:(?:is|was|are|were) )?(?:the )?"
                r"(?:(?:(?:tele)?phone |hot ?line )?number|percentage|percent|share|proportion|population)\b"
                rf"|\bwhat (?:is|was|are|were) (?:the |its |their )?(?:\w+ )?(?:{_QUANTITIES})(?= of\b|\W*$)"
                rf"|\bwhat (?:is|was|are|were) (?:[\w’-]+ ){{0,5}}?[\w-]+['’]s? (?:\w+ )?(?:{_QUANTITIES})\b"
            ),
        ),
        ("person", re.compile(r"\bwhom?\b")),
        ("place", re.compile(r"\bwhere\b(?!.*\brank)")),
        (
            "title",
            re.compile(r"\b(?:what|which) (?:novel|book|film|movie|song|album|single|poem|play|series|episode)\b"),
        ),
        (
            "thing",
            re.compile(
                r"\b(?:what|which) (?!(?:was|were|are|does|did|has|have|had|can|could|will|would|should|must|may|might"
                r"|else|exactly|happen(?:s|ed)?)\b)(?P<noun>[a-z]{3,}(?: [a-z]{3,})?)"
            ),
        ),
    ),
}
_QUANTITY = re.compile(rf"(?:{_QUANTITIES})$")
# Questions that want a reason, a way, several things, or a yes or no.
_OTHER: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"为什么|为何|哪些|哪[两二三四五六七八九几]|各[有是为]|什么.+什么|^[^的,]{2,8}(?<![长任记理裁席军者])(?<![始持责办起]人)是谁|是否|有没有|分别"
        r"|什么(样(?![本板品式])|意思|原因|特[点征])"
        r"|(问题|地方|特别|特殊|不同|区别|差别|优势|关键|意义|难[点处]|亮点|原因|好处|创意|灵感)[^,?]{0,4}(在|于|从)(哪里|哪儿|何处)"
    ),
    "en": re.compile(
        r"\bwhy\b|\bhow come\b|\brespectively\b|^who (is|was) (?!the )\w+( \w+){0,2}\W*$"
        r"|\b(what|which) (two|three|four|five|six|several|other|(?!is\b|was\b|does\b|has\b)\w+[^s]s)\b"
        r"|^(is|are|was|were|did|do|does|can|could|has|have|had)\b"
    ),
}
# What is measured, by words of the question.
_MEASURED: Mapping[str, re.Pattern[str]] = {
    "percent": re.compile(
        r"百分之|比例|比率|占比|比重|率(?!领)|几成|增速|增幅|(?<![攻侵强霸独抢进])占.{0,12}多少|percent|share|proportion|\brate\b"
    ),
    "area": re.compile(r"面积|占地|\barea of\b|^what\b.*\barea\b"),
    "length": re.compile(
        r"多[长高远宽深厚](?!时间|的时间)|[全体身总周]长|长度|海拔|高度|身高|距离|宽度|直径|外径|深度|水深|里程"
        r"|how (far|tall|high|long|wide|deep)|\b(length|height|distance|elevation|altitude|depth|diameter)\b"
    ),
    "time": re.compile(
        r"多久|多长(?!度)|周期|任期|寿命|[多几]少?时间|[多几少]个?(年|月|周|星期|天|小时|分钟|秒)|how long"
        r"|how much (longer|time)|how many (years|months|weeks|days|hours|minutes)"
    ),
    "age": re.compile(r"多大(年[纪龄]|岁数)|岁|年龄|how old|\bage\b"),
    "money": re.compile(
        r"投资|资金|赔偿|赔款|罚款|奖金|捐款|债务|银两|收入|产值|总值|\bgdp\b|价(?!值)|收费|票房|费用|成本|利润|贷款|资产|预算|[几少][千万亿]*[美日欧港]?元|多少钱|市值|工资"
        r"|how much (money|did|does|was|were|is)|\b(cost|price|revenue|investment|invest|budget|gdp|salary|worth)\b"
    ),
    "people": re.compile(
        r"人口|多少人|几人|人数|[多几]少?[名位]|多少(人|居民|学生|员工|[成会]员(?!国)|士兵|兵力|球员|观众|游客|乘客)"
        r"|\bpopulation\b|how many (people|persons)"
    ),
    "weight": re.compile(r"多重(?![的要])|重量|体重|排水量|吨位|\bweigh|how heavy"),
    "temperature": re.compile(r"温度|气温|temperature"),
    "order": re.compile(r"排名|位列|位居|\branks?\b|\branked\b|what number (?:is|was|in)\b"),
    "phone": re.compile(
        r"电话(?=号码?|[是为]?多少)|热线|手机号|\bphone number|\bhot ?line\b"
        r"|\b(?:what|which) number .*\b(?:call|ring|dial)\b"
    ),
    "speed": re.compile(r"速度|时速|多快|how fast|\bspeed\b"),
}
# What is large, where nothing else says what is measured.
_LARGE: Mapping[str, frozenset[str]] = {"多大的": frozenset(), "多大": frozenset(("area", "age"))} | dict.fromkeys(
    ("how large", "how big"), frozenset(("area", "money", "people", "weight", "length"))
)
_TOLD = {" stories": frozenset(("length",))}  # most are no floors
# How much something has changed can be said in its own measure or as a share of it.
_CHANGED = re.compile(r"[涨跌升降增减]了?(?:多少|几)|\bby how much\b|\bhow much of\b")
_COUNTED: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"(?![是为在有被把会能要])[\u4e00-\u9fff]{0,8}"),
    "en": re.compile(r"(?: (?!(?:of|are|is|was|were|did|do|does|has|have|had|would|will|can|may)\b)[a-z0-9-]+){0,3}"),
}


@lru_cache(maxsize=64)
def asked(question: str, language: Language) -> Wanted | None:
    """The short answer that a question wants; None where it wants another, or it is not plain what.

    >>> asked("規劃面積多大？", "zh")  # doctest: +NORMALIZE_WHITESPACE
    Wanted(kind='number', start=4, end=5, only='', measures=frozenset({'area'}), noun='大',
        before='规划面积', after='大?')
    """
    folded = fold(question)
    if _OTHER[language].search(folded):
        return None
    for kind, pattern in _ASKS[language]:
        if match := pattern.search(folded):
            named = match.groupdict()
            return Wanted(
                kind=kind,
                start=match.start(),
                end=match.end(),
                only=next((part for part in ("year", "time") if named.get(part)), ""),
                measures=_measures(folded, match) if kind == "number" else frozenset(),
                noun=named.get("noun")
                or ("" if _QUANTITY.search(match[0]) else _counted(folded, match.end(), language)),
                before=folded[: match.start()],
                after=folded[match.end() :],
            )
    return None


def _measures(folded: str, match: re.Match[str]) -> frozenset[str]:
    if match[0] == "第几":
        return frozenset({"order"})
    named = {name for name, pattern in _MEASURED.items() if pattern.search(folded)}
    if match[0].startswith("几") and folded[match.start() - 1 : match.start()] == "前":
        return frozenset({"order"})
    after = folded[match.end() :]
    units = {name for name, pattern in MEASURES.items() if re.match(pattern, after)} - _TOLD.get(after[:8], frozenset())
    if not units and after[:1] in tuple(CLASSIFIERS):
        return frozenset()
    if "percent" in named and not units:
        return frozenset({"percent"})
    if named and not units and _CHANGED.search(folded):
        return frozenset(named | {"percent"})
    large = next((of for asked, of in _LARGE.items() if folded.startswith(asked, match.start())), frozenset[str]())
    return frozenset(units or named or large)


def _counted(folded: str, start: int, language: Language) -> str:
    match = _COUNTED[language].match(folded, start)
    return match[0].strip() if match else ""
