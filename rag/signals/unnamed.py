"""A thing that a question asks to be named, and that a sentence speaks of without a name: which bank, of a bank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.fold import fold, fold_aligned
from rag.short.english import capitals
from rag.short.names import persons, words
from rag.short.spans import Span
from rag.signals.named import PROPER
from rag.types import Language

# What is told from others of its kind by its name. Persons only where a question says that it wants a name.
_BODY_EN = (
    "company|firm|bank|chain|retailer|supermarket|charity|foundation|university|college|school|hospital|clinic|newspaper"
    "|magazine|broadcaster|airline|operator|agency|bureau|publisher|studio|contractor|supplier|manufacturer|brand|club"
    "|association|organi[sz]ation|institute|church|hotel|restaurant|pub|caf[eé]|museum|gallery|theat(?:re|er)|fund|mill"
    "|factory|brewery|shop|store|laborator(?:y|ies)|lab|orchestra|choir|band|team"
)
_ROLE_EN = (
    "architect|engineer|contractor|consultant|author|writer|reporter|journalist|professor|scientist|researcher|historian"
    "|lawyer|judge|doctor|teacher|artist|sculptor|painter|designer|photographer|sponsor|donor"
)
_PERSON_EN = (
    rf"{_ROLE_EN}|wom[ae]n|m[ae]n|person|boy|girl|student|pupil|warden|officer|driver|owner|visitor|resident|neighbou?r"
    "|witness|volunteer|farmer|baker|worker|employee|nurse|chef|pilot|survivor|winner|spokes(?:wo)?man|spokesperson"
)
_PLACE_EN = "city|town|country|village|county|province"
# What a text tells by a name alone.
_BY_NAME_EN = (
    rf"{_ROLE_EN}|{_PLACE_EN}|company|firm|bank|university|newspaper|airline|charity|broadcaster|publisher|agency"
)
_WORK_EN = "book|novel|film|movie|song|play|poem|series|documentary|album|ship|boat|dog|cat|horse"
_BODY_ZH = (
    "公司|企业|集团|银行|大学|高校|院校|学校|中学|小学|学院|幼儿园|医院|诊所|报社|报纸|媒体|杂志|电视台|出版社|设计院|研究[所院]|机构|基金会|协会"
    "|酒店|宾馆|超市|商场|饭店|餐厅|餐馆|书店|工厂|厂家|事务所|航空公司|博物馆|图书馆|球队|俱乐部|乐队|合唱团|慈善组织|公益组织|单位"
)
_PERSON_ZH = (
    "记者|教授|专家|学者|作家|医生|护士|老师|教师|员工|职工|工人|艺人|志愿者|学生|司机|律师|法官|设计师|建筑师|工程师|摄影师|画家|演员|导演|歌手"
    "|教练|选手|队员|居民|市民|村民|游客|顾客|乘客|老人|老板|店主|店员|馆长|校长|院长|厂长|主任|局长|经理|负责人|发言人|儿子|女儿|父亲|母亲"
    "|妻子|丈夫|哥哥|弟弟|姐姐|妹妹|女子|男子|女孩|男孩"
)
_WORK_ZH = "电视剧|电影|影片|纪录片|小说|(?<![证秘文图明聘])书|歌曲?|剧|节目|杂志"
_PAPERS_ZH = ("媒体", "报社", "报纸", "电视台")
_SOME_ZH = (
    "(?:(?:(?<!第)(?<!唯一)[一某另]|有一)(?:[家所座位名个部支本间份首条])|某|有(?=记者|媒体|网友|市民|居民|游客|专家))"
)
_ASKS_ZH = (
    re.compile(rf"哪一?[家所座个支份间本部](?P<which>(?:(?!的|是|有|在)[\u4e00-\u9fff]){{0,4}}?(?:{_BODY_ZH}))"),
    re.compile(
        rf"(?P<name>{_BODY_ZH}|{_PERSON_ZH}|{_WORK_ZH})的?(?:(?:(?:名[字称]?|姓名|全名)(?:叫|是)|叫)(?:做|作)?(?:什么|啥)"
        r"(?:名[字称]?)?|姓什么|姓甚名谁)(?:[呢啊]|来着)?[?。]?$"
    ),
    re.compile(rf"(?:什么|哪一?个)名字.{{0,4}}(?P<name>{_PERSON_ZH})"),
)
# Behind a noun before which the thing only says of what sort it is: which bank details do I need.
_DOES_EN = "(?:is|are|was|were|do|does|did|has|have|had|can|could|must|should|will|would|may|appl(?:y|ies|ied))"
_ANY_EN = re.compile(r" or |\b(?:do|can|should|must|may) (?:i|you|we)\b")  # of two that are named, or of any
_ASKS_EN = (
    re.compile(
        r"\b(?:what|which) (?P<which>(?:(?!of|the|is|was|are|were|did|does|do|has|had)[a-z-]+ ){0,2}?"
        rf"(?:{_BODY_EN}|{_ROLE_EN}|{_PLACE_EN}))\b(?!['’]s)(?! [a-z]+ (?:[a-z]+ )?{_DOES_EN}\b)"
    ),
    re.compile(
        rf"\b(?:name|title)s? of (?:the|an?|this|that|his|her|their|its) (?:[\w'’-]+ ){{0,3}}?"
        rf"(?P<name>{_BODY_EN}|{_PERSON_EN}|{_WORK_EN})\b"
    ),
    re.compile(
        rf"\bwhat (?:is|was|are|were) (?:the|this|that|his|her|their|its) (?:[\w'’-]+ ){{0,3}}?"
        rf"(?P<name>{_BODY_EN}|{_PERSON_EN}|{_WORK_EN}) (?:[\w'’-]+ ){{0,6}}?(?:called|named)\W*$"
    ),
)
_NAMED_BEHIND = re.compile(
    r"(?:(?: [^,.;:]{1,40})?[,:–—]|(?: -| –| —| called| named| known as| by the name of| titled| entitled)*) ?[“\"'A-Z]"
)
_CALLED_EN = re.compile(r"\b(?:called|named|known as|titled|entitled|by the name)\b|[“\"‘]")
_ASKS_REGION = re.compile(
    r"哪一?[个座]?(?:国家|城市|省|城|市|县|国)(?![钱油电力时事心])(?!的?(?:什么|哪|[领负主]))(?!.*[王臣帝朝君])"
)
_ABROAD = re.compile("[国海境][外内]|外[国地]|[异他][国地乡]")
_STATE = re.compile("[^外全我本各中两回出爱祖]国(?![家际内外人])")
_CALLED_ZH = re.compile(r"叫|[取定起]名|名[叫为字]|姓|称[为作]|题为|“|《|·|[A-Za-z]")
# What such a thing is called, right behind it: 另一家公司中铁五局.
_BODY_BEHIND = rf"[^向给与和同跟对为从被把在了的由到,，。、;；]{{2,6}}(?:局|{_BODY_ZH})"
_HOME = re.compile(r"\b(?:capital|abroad|home ?(?:town|land|country))\b")  # a place that needs no name
# What may be somebody's name that is not known as one: 由司徒俊担任, 女儿是大宝.
_MAY_NAME = re.compile(
    r"由[\u4e00-\u9fff]{2,4}(?:担任|出任|接任)|(?:分别|就)?是(?!一)[\u4e00-\u9fff]{2,3}(?=[,，。、和]|$)"
)
_NOMINAL = "nazjgqtm"  # first letters of the tags of what may be a surname
_IS_ONE = re.compile(r"(?:\b(?:is|was|are|were|be|been|being|became|becomes?|as|remains?|like)|[^\d\s][,:;—–-])\s*$")
_IS_ONE_ZH = re.compile(r"[是为—:：]$")
_MORE = re.compile(r" (?:in|near|behind|outside|opposite|from|based|of|at|on|run|owned|next|beside|called|named|for)\b")
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[£€$]?\d\S*|I|Mr|Mrs|Ms|Dr|[ \d.,])+"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be named, folded; `by_name` where the question says that it wants the name, `person` where somebody's
    is, `place` where that of a town or a country.
    """

    thing: str
    by_name: bool
    person: bool
    place: bool


def leaves_unnamed(question: str, sentence: str, language: Language) -> bool:
    """Whether a question asks which of a kind of things, or for a name, and a sentence only says that it is one.

    >>> leaves_unnamed("Which bank lent the money?", "A local bank lent it.", "en")
    True
    >>> [leaves_unnamed("哪家银行出借？", said, "zh") for said in ("一家银行出借。", "农业银行出借。")]
    [True, False]
    """
    wanted = _asked(question, language)
    if wanted is None:
        return language == "zh" and _ABROAD.search(sentence) is not None and names_none(question, sentence, language)
    return _english(question, sentence, wanted) if language == "en" else _chinese(question, sentence, wanted)


def names_none(question: str, sentence: str, language: Language) -> bool:
    """Whether a question asks which bank, town or country, and a sentence says no name that is known as one.

    >>> [names_none("Which town is it in?", said, "en") for said in ("It is by the sea.", "It is in Lima.")]
    [True, False]
    """
    if language == "zh":
        return _names_no_region(fold(question), fold_aligned(sentence))
    wanted = _asked(question, language)
    return (
        wanted is not None
        and _is_told_by_name(wanted.thing, sentence)
        and not any(_new_names(question, sentence, wanted))
    )


@lru_cache(maxsize=64)
def _asked(question: str, language: Language) -> _Asked | None:
    folded = fold(question)
    if language == "en" and _ANY_EN.search(folded):
        return None
    for pattern in _ASKS_EN if language == "en" else _ASKS_ZH:
        if match := pattern.search(folded):
            named = match.groupdict()
            thing = named.get("name") or named["which"]
            kind = _PERSON_EN if language == "en" else _PERSON_ZH
            place = re.search(rf"(?:^| )(?:{_PLACE_EN})$", thing) is not None
            return _Asked(thing, bool(named.get("name")), re.fullmatch(kind, thing) is not None, place)
    return None


def _english(question: str, sentence: str, wanted: _Asked) -> bool:
    known, names = fold(question), list(_new_names(question, sentence, wanted))
    if wanted.by_name and _CALLED_EN.search(sentence):
        return False
    if not names and (wanted.by_name or (wanted.place and _is_told_by_name(wanted.thing, sentence))):
        return not _HOME.search(sentence)
    apart = rf"\b(?:an?|one|another|some) (?:[\w'’-]+ ){{0,3}}?{re.escape(wanted.thing)}s?\b"
    for one in re.finditer(apart, sentence, re.I):
        behind = sentence[one.end() :]
        if _IS_ONE.search(sentence[: one.start()]) or _NAMED_BEHIND.match(behind):
            continue
        new = [at for at in names if not one.start() <= at < one.end()]
        told = _MORE.match(behind) and not wanted.by_name and behind.split(" ")[1] not in known
        if not told and (not new or wanted.by_name or " " in wanted.thing):
            return True
    return False


def _is_told_by_name(thing: str, sentence: str) -> bool:
    """Whether a thing is of a kind that only names tell apart, and a sentence says nothing else of which one it is: the
    county bank, a bank in the next street.
    """
    head = thing.rsplit(" ", 1)[-1]
    if not re.fullmatch(_BY_NAME_EN, head):
        return False
    return not re.search(
        rf"(?:\b[Tt]he|['’]s|\b(?:[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir)) (?:[\w-]+ )+{head}|\b{head}{_MORE.pattern}",
        sentence,
    )


def _new_names(question: str, sentence: str, wanted: _Asked) -> Iterator[int]:
    """Where the names in a sentence begin that the question does not say, but for the words of a calendar. What it says
    as a part of another name, as Mexico in Mexico City, may be the place that is asked for.
    """
    known = fold(question)
    if wanted.place:
        said = [fold(question[span.start : span.end]) for span in capitals(question)]
        known = "/".join(name for name in said if " " not in name)
    for span in capitals(sentence):
        name = sentence[span.start : span.end]
        if wanted.place and fold(name) in fold(question) and " " in name:
            continue
        rest = [word for word in name.split() if fold(word).removesuffix("'s").strip(".,'’") not in known]
        if rest and not _CALENDAR.fullmatch(" ".join(rest)):
            yield span.start


def _chinese(question: str, sentence: str, wanted: _Asked) -> bool:
    text, known = fold_aligned(sentence), fold(question)
    named = persons(text, "zh")
    if wanted.person and not (_CALLED_ZH.search(text) or _MAY_NAME.search(text) or _leads_name(text, wanted.thing)):
        if all(text[s.start : s.end] in known for s in named):
            return True
    elif wanted.thing in _PAPERS_ZH and "记者" in text:
        return not re.search("[报台社网刊]", text)
    elif re.fullmatch(_WORK_ZH, wanted.thing):
        return not _CALLED_ZH.search(text)
    return _is_one_of_some(text, wanted.thing, named)


def _is_one_of_some(text: str, thing: str, named: Sequence[Span]) -> bool:
    """Whether a folded Chinese text speaks of some such thing, 一家公司, and no name stands with it."""
    one = re.search(rf"(?P<led>[,，:：]?){_SOME_ZH}[^,，。;；:：、“《]{{0,8}}?{thing}", text)
    if one is None or _IS_ONE_ZH.search(text[: one.start()]) or _CALLED_ZH.search(one[0]):
        return False
    behind = text[one.end() :]
    if re.match(rf"{_CALLED_ZH.pattern}|{_BODY_BEHIND}|[—:：（(]", behind) or (
        one["led"] and re.match(r"[,，。;；]|$", behind)
    ):
        return False
    between = (text[one.end() : s.start] for s in named if s.start >= one.end())
    return not any(re.fullmatch("(?:、[^，。]{1,4})?", words) for words in between)


def _names_no_region(asked: str, text: str) -> bool:
    """Whether a folded Chinese question asks which country or town, and a text names none."""
    if not _ASKS_REGION.search(asked) or _CALLED_ZH.search(text):
        return False
    return not any(tag in PROPER and word not in asked for word, tag, _ in words(text)) and not _STATE.search(text)


def _leads_name(text: str, thing: str) -> bool:
    """Whether what stands right behind a thing may be a name that is not known as one: 女儿小雨, not 女儿在."""
    if re.search(rf"{thing}(.)\1", text):
        return True
    ends = {match.end() for match in re.finditer(thing, text)}
    behind = (word for word in words(text) if word[2] in ends)
    return any(tag in PROPER or (len(word) == 1 and tag[0] in _NOMINAL) for word, tag, _ in behind)
