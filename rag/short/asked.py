"""What short answer a question asks for: its kind, where the question word stands, and what else it says of it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.fold import fold
from rag.short.measures import measures
from rag.types import Language

Kind = Literal["date", "number", "person", "place", "title", "thing"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of short answer; `start` and `end` are where the folded question asks for it.

    `before` and `after` are what it says on either side of that. `only` is "year" or "time" where only that part of a
    date is asked for, "day" where no less than a day is. `measures` are the measures of a number (see `spans.MEASURES`)
    that would fit, none where any would. `noun` is what is counted, or the type of a thing, folded.
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
    "populations?|gdp|sizes?|area|height|length|width|depth|weight|speed|cost|price|fee|fare|deposit|rent|budget|revenue|income|salary|pay|wages?|fine|altitude"
    "|elevation|distance|temperature|age|capacity|percentage"
)
# What stands before who and where as they ask; in "those who came" they do not.
_LED = (
    r"(?:(?:^|[,;:] |[\"'“‘])(?:(?:to|with|for|from|by|of|against|about|behind|under|on|at|in) )?"
    r"|\b(?:and|but|or|say|says|said|know|tell me|is|was|are|were|did|do|does) )"
)
# Whose name a name is, where the question asks for a name and not who.
_PERSONS_ZH, _NAMED_ZH = "人员长任记者师官星手家孩女男妻夫儿", "(?:姓名|名字)(?:是|叫)什么|叫什么(?:名字?)?"
_PERSONS_EN = (
    "official|director|leader|head|chief|president|chair(?:man|woman|person)?|mayor|minister|officer|author|writer|player"
    "|coach|driver|pilot|doctor|teacher|student|founder|manager|reporter|lawyer|judge|victim|suspect|survivor|singer"
    "|(?:spokes)?(?:man|woman|person)|boy|girl|son|daughter|wife|husband|mother|father|brother|sister"
)
_ASKS: dict[Language, tuple[tuple[Kind, re.Pattern[str]], ...]] = {
    "zh": (
        (
            "date",
            re.compile(
                r"[何几]时|什么时[候间]|(?:哪一?|几)年的?(?:哪一?个?|几)月(?:的?(?:哪一?|几)[天日号])?|(?P<year>哪一?年|何年|几几年|(?<=西元|公元|民国|纪元)几年)"
                r"|(?P<day>哪一?[天日]|几月几[日号]|几[日号])|哪个?月|几月"
                r"|[哪几]个?世纪|多久[以之]?前|(?P<time>几点)"
            ),
        ),
        (
            "person",
            re.compile(
                rf"谁|哪一?[位名](?!于)|何人|哪一?个(?:人(?!口)|记者|作者|专家|教授|医生|领导|官员)(?!小?组|团|机构|班子|库)|(?<=[{_PERSONS_ZH}])(?<!国家)的?(?:{_NAMED_ZH})"
            ),
        ),
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
                r"哪里|哪儿|何处|何地|(?<![^乡地点处址]是)(?<!是个)(?<!是一个)什么(地方|地点)|哪一?个(地方|地点)|(?<=在)什么位置"
                r"|(?<=在)哪(?!一?[个些年天月位名所家座条部本种段场次项方届代类款级篇首支张战间岁])"
            ),
        ),
        (
            "thing",
            re.compile(r"(?:哪一?[个家所座条支届间艘架]|(?<![靠凭])什么(?!是))(?P<noun>[\u4e00-\u9fff]{1,6})"),
        ),
    ),
    "en": (
        (
            "date",
            re.compile(
                r"\bwhen\b(?= (?:is|are|was|were|did|do|does|will|has|had|have|would|should|can|could)\b)"
                r"|\b(?:what|which) (?:(?P<year>year)|(?P<time>time(?! (?:period|frame|span|of (?:the )?year)))"
                r"|time|date|(?P<day>day)|month|decade|century)\b"
                r"|\bwhat (?:is|was|are|were) (?:the |its )?(?:[\w'’-]+ ){0,3}?date\b|\bhow long ago\b"
            ),
        ),
        (
            "number",
            re.compile(
                r"\bwhere\b(?=.*\brank)"
                r"|\bhow (?:many|much|large|big|far|tall|high|long|wide|old|deep|heavy|fast|often)\b"
                r"|\b(?:what|which) (?:(?:is|was|are|were) )?(?:the )?"
                r"(?:(?:(?:tele)?phone |hot ?line )?number|percentage|percent|share|proportion|population)\b"
                rf"|\bwhat (?:is|was|are|were) (?:the |its |their )?(?:\w+ )?(?:{_QUANTITIES})"
                r"(?= (?:of|for|on|during)\b|\W*$)"
                rf"|\bwhat (?:is|was|are|were) (?:[\w’-]+ ){{0,5}}?[\w-]+['’]s? (?:\w+ )?(?:{_QUANTITIES})\b"
            ),
        ),
        (
            "person",
            re.compile(
                rf"{_LED}whom?\b|\bwhat (?:is|was|are|were) (?:(?:his|her) (?:full |real )?name"
                rf"|the (?:full )?names? of the (?:\w+ ){{0,2}}?(?:{_PERSONS_EN})s?)\b"
            ),
        ),
        ("place", re.compile(rf"{_LED}where\b(?!.*\brank)")),
        (
            "title",
            re.compile(r"\b(?:what|which) (?:novel|book|film|movie|song|album|single|poem|play|series|episode)\b"),
        ),
        (
            "thing",
            re.compile(
                r"\bwhat(?=(?:['’]s| is| was| are| were) (?!(?:his|her)\b)[\w '’-]+?(?:['’]s name| called| named)\W*$)"
                r"|\b(?:what|which) (?!(?:was|were|are|does|did|has|have|had|can|could|will|would|should|must|may|might"
                r"|else|exactly|about|happen(?:s|ed)?)\b)(?P<noun>[a-z]{3,}(?: [a-z]{3,})?)"
            ),
        ),
    ),
}
_QUANTITY = re.compile(rf"(?:{_QUANTITIES})$")
_MORE_ZH = "(?:什么时[候间]|何时|哪[里儿年天]|几[点年]|谁(?!知道|能告诉)|多少)"
# Questions that ask two things at once, or want a reason, a way, several things, or a yes or no.
_OTHER: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        rf"{_MORE_ZH}[^,?;]*[,?;、].*{_MORE_ZH}"
        r"|为什么|为何|哪些|几比几|哪[两二三四五六七八九几]|各[有是为]|什么.+什么|^[^的,]{2,8}(?<![长任记理裁席军者])(?<![始持责办起]人)是谁(?!.{1,8}的[?]?$)|是否|有没有|分别"
        r"|什么(样(?![本板品式])|意思|原因|特[点征]|来头|身份)|(?<![乡地点处址])是(?:一?个)?什么(?:人|地方)[?]?$|[做干]什么(?:工作|事)?的[?]?$"
        r"|哪一?[个座家种条](?!最).{0,10}(?:更|较|(?<![最区部班事院校县市局省村厂队社会多])[大小早晚多少高低长短快慢新旧贵])(?:一些|一点|些)?(?:[?,]|$)"
        r"|谁(?!最)(?:的[^,?最]{1,6})?(?:更|较)[大小早晚多少高低长短快慢新旧贵重](?:一些|一点|些)?(?:[?,]|$)|谁[^,?最]{0,6}得[大小早晚多少高低长短快慢](?:一些|一点|些)?(?:[?,]|$)"
        r"|(?:谁|哪一?[个家])[大小早晚高低](?:[?,]|$)|还是[^,?不那]{2,14}(?:谁|哪一?[个家])[大小早晚高低]"
        r"|(问题|地方|特别|特殊|不同|区别|差别|优势|关键|意义|难[点处]|亮点|原因|好处|创意|灵感)[^,?]{0,4}(在|于|从)(哪里|哪儿|何处)"
    ),
    "en": re.compile(
        r"\b(?:when|where|who|how|what|which)\b.*[,?]? and (?:when|where|who|what|which|how (?:many|much|long|old))\b"
        r"|\bwhy\b|\bhow come\b|\brespectively\b|^who (is|was) (?!the )\w+( \w+){0,2}\W*$"
        r"|\b(what|which) (two|three|four|five|six|several|other|(?!is\b|was\b|does\b|has\b)\w+[^\Wsu]s)\b"
        r"|^(is|are|was|were|did|do|does|can|could|has|have|had)\b"
        r"|\bwhich\b.*\b(?:(?:larg|bigg|small|old|young|high|low|long|short|fast|slow|cheap|great|few|earli|lat|new)er|more"
        r"|less)(?=\W*$|[,:]| than\b(?! (?:\d|an?\b|one\b|two\b|three\b|ten\b|half\b))| of\b)"
    ),
}
_COUNTED: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"(?![是为在有被把会能要了])[\u4e00-\u9fff]{0,8}"),
    "en": re.compile(
        r"(?: of(?: [\w-]+){1,4}?['’]s)?"
        r"(?: (?!(?:of|are|is|was|were|did|do|does|has|have|had|would|will|can|may)\b)[a-z0-9-]+){0,3}"
    ),
}

# What asks for something else than a short answer, and takes the place of what an earlier question asked.
_ASKS_ITSELF: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"怎么|怎样|如何|为什么|为何|什么"),
    "en": re.compile(r"^(?:(?:and|but|so|then)\b,? )*(?:how|why|what)\b(?! about)"),
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
                only=next((part for part in ("year", "time", "day") if named.get(part)), ""),
                measures=measures(folded, match) if kind == "number" else frozenset(),
                noun=named.get("noun") or _noun(kind, match, language),
                before=folded[: match.start()],
                after=folded[match.end() :],
            )
    return None


def wanted_of(question: str, understood: str, language: Language) -> Wanted | None:
    """The short answer that a question wants, or the one that is `understood` where it does not say what it asks."""
    wanted = asked(question, language)
    return wanted if wanted or _ASKS_ITSELF[language].search(fold(question)) else asked(understood, language)


def _noun(kind: Kind, asks: re.Match[str], language: Language) -> str:
    """What is counted, where a question does not name a type: of a thing only its name is asked for."""
    if kind == "thing":
        return "name"
    if _QUANTITY.search(asks[0]):
        return ""
    match = _COUNTED[language].match(asks.string, asks.end())
    return match[0].strip() if match else ""
