"""Words that tell things of one kind apart: a question on the winter school is not answered by what the summer school
does.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.fold import fold

_SEASONAL = r"(?=[季期假]?(?:班|营|学期|课程|招生|时刻|作息|菜单|招聘|运动会|赛))"
_SEASONAL_EN = (
    r" (?=(?:[\w-]+ ){0,2}(?:school|camp|term|course|class|session|season|programme|program|festival|market|timetable"
    r"|menu|games|break)\b)"
)
_ENDS = (("门", "gate"), ("岸", "(?:bank|side|shore)"), ("站", "station"), ("塔", "tower"), ("楼", "(?:wing|building)"))
_SIDES = (("东", "east"), ("南", "south"), ("西", "west"), ("北", "north"))
# Of each kind the members, each in Chinese and English.
_KINDS = tuple(
    tuple(re.compile(member) for member in kind)
    for kind in (
        (
            rf"春{_SEASONAL}|\bspring{_SEASONAL_EN}",
            rf"[夏暑]{_SEASONAL}|\bsummer{_SEASONAL_EN}",
            rf"秋{_SEASONAL}|\bautumn{_SEASONAL_EN}",
            rf"[冬寒]{_SEASONAL}|\bwinter{_SEASONAL_EN}",
        ),
        *(
            tuple(rf"(?<![从到离至]){side}{end}|\b{name}(?:ern)? {thing}\b" for side, name in _SIDES)
            for end, thing in _ENDS
        ),
        (
            r"单人[间房]|\b(?:singles?(?= rooms?\b)|an? single\b(?! (?!and|or|but|is|costs?)\w))",
            r"双人[间房]|\b(?:doubles?(?= rooms?\b)|an? double\b(?! (?!and|or|but|is|costs?)\w))",
            r"三人[间房]|\btriples?(?= rooms?\b)",
        ),
        (r"黑白", r"彩色"),
        (
            r"学士|本科|\bbachelor['’]?s?(?= |\b)|\bundergraduate",
            r"硕士|\bmaster['’]?s (?:degree|in|of|programme|program)",
            r"博士(?!后)|\bph\.?d|\bdoctora",
        ),
        (r"早(?=[餐饭茶])|\bbreakfast", r"[午中](?=[餐饭])|\blunch", r"晚(?=[餐饭])|\b(?:dinner|supper)\b"),
        (r"单程|\b(?:one[ -]way|single) (?:ticket|fare)", r"往返|来回(?=票)|\breturn (?:ticket|fare)"),
        (r"金[牌奖](?!榜)|\bgold medal", r"银[牌奖]|\bsilver medal", r"铜[牌奖]|\bbronze medal"),
        (r"头等舱|\bfirst[ -]class\b", r"商务舱|\bbusiness[ -]class\b", r"经济舱|\beconomy(?: class)?\b"),
        (
            r"男(?=[装厕]|子?[单双团组]|[生性][宿组])|\bmen['’]s\b",
            r"女(?=[装厕]|子?[单双团组]|[生性][宿组])|\bwomen['’]s\b",
        ),
        (
            r"(?:成人|大人)(?=[票组班区卡]|套餐)|\badult (?:class|lesson|course)"
            r"|\b(?:class|lesson|course)(?:e?s)? for adults",
            r"(?:儿童|小孩|孩子)(?=[票组班区卡]|套餐)|\bchild(?:ren)?(?:['’]s)? (?:class|lesson|course)"
            r"|\b(?:class|lesson|course)(?:e?s)? for children",
            r"学生(?=[票卡]|套餐)|\bstudent (?:ticket|discount|rate|fare)",
            r"老[人年](?=[票组班区卡]|套餐)|\bsenior(?:['’]?s['’]?)? (?:ticket|discount|rate|fare)",
        ),
    )
)
# Places in a contest, each with what else may say it; the loser may be told with the winner.
_RANKS = tuple(
    (re.compile(rank), re.compile(rf"{rank}|{also}"))
    for rank, also in (
        (
            r"冠军|第[一1]名|一等奖|\bfirst (?:place|prize)\b|\bwinners?\b",
            r"第一|头名|榜首|首[名位]|金|[夺折获]得?[冠魁桂]|[捧举]杯|登顶|问鼎|卫冕|封王|胜|赢|\bfirst\b|\b1st\b|\bgold|\bchampion"
            r"|\bw[io]n|\btitle|\btop|\bvictor|\btrophy|\bcup\b|\bled\b",
        ),
        (
            r"亚军|第[二2]名|二等奖|\bsecond (?:place|prize)\b|\brunners?-up\b",
            r"第二|次[名席]|银|\bsecond|\b2nd\b|\bsilver|\brunner",
        ),
        (r"季军|第[三3]名|三等奖|\bthird (?:place|prize)\b", r"第三|铜|\bthird|\b3rd\b|\bbronze"),
    )
)
_BEATS = re.compile(r"[战险]胜|[击打]败|力克|负于|不敌|\bbeat|\bdefeat|\blost to\b|\bahead of\b|\bbehind\b")
_OTHERS = re.compile(
    r"其[他它余]|另外|所有|一律|统一|(?<![成首京故])都(?!市)|均|\b(?:others?|rest|remaining|all|both|every|each|only|except)\b",
    re.I,
)


# Countries, each in Chinese and English, with what else says it.
_COUNTRIES = tuple(
    re.compile(rf"{zh}|\b(?:{en})\b")
    for zh, en in (
        (
            "英国|英格兰|苏格兰|伦敦|爱丁堡|剑桥|牛津",
            "britain|england|scotland|wales|united kingdom|u\\.?k|london|edinburgh",
        ),
        ("法国|巴黎|里昂", "france|paris|lyons?"),
        ("德国|柏林|慕尼黑", "germany|berlin|munich"),
        ("美国|纽约|哈佛|华盛顿|加州|芝加哥", "america|united states|u\\.?s(?:\\.?a)?|new york|chicago|california"),
        ("日本|东京|京都|大阪", "japan|tokyo|kyoto|osaka"),
        ("俄国|俄罗斯|苏联|莫斯科", "russia|soviet union|moscow"),
        ("意大利|罗马|米兰", "italy|rome|milan"),
        ("西班牙|马德里", "spain|madrid"),
        ("加拿大|多伦多", "canada|toronto"),
        ("澳大利亚|澳洲|悉尼|墨尔本", "australia|sydney|melbourne"),
        ("印度(?!尼|洋|支)", "india"),
        ("韩国|首尔", "south korea|korea|seoul"),
        ("荷兰", "netherlands|holland|amsterdam"),
        ("瑞士", "switzerland|geneva|zurich"),
        ("瑞典", "sweden|stockholm"),
        ("比利时", "belgium|brussels"),
        ("奥地利|维也纳", "austria|vienna"),
        ("新加坡", "singapore"),
        ("泰国|曼谷", "thailand|bangkok"),
        ("越南|河内", "vietnam|hanoi"),
        ("巴西", "brazil"),
        ("墨西哥", "mexico"),
        ("埃及|开罗", "egypt|cairo"),
        ("希腊|雅典", "greece|athens"),
        ("爱尔兰|都柏林", "ireland|dublin"),
        ("葡萄牙", "portugal|lisbon"),
        ("波兰", "poland|warsaw"),
        ("新西兰", "new zealand"),
    )
)
_GOING = re.compile(
    r"(?:[去到赴往抵在访飞]|前往|来到|留学|移居|定居|旅居|出使)[了过的]?(?:[\u4e00-\u9fff]{0,2}[、和])?$"
    r"|\b(?:go|goes|went|gone|move[sd]?|travel(?:s|l?ed)?|c[ao]me|emigrate[sd]?|sail(?:s|ed)?"
    r"|flew|fly|return(?:s|ed)?) to (?:the )?$"
    r"|\b(?:arrive[sd]? in|live[sd]? in|stud(?:y|ied) in|work(?:ed)? in|visit(?:s|ed)?|tour(?:s|ed)?) (?:the )?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:go|goes|went|gone|moved?|came|come|emigrated|sailed|flew|returned) to|arrived in|lived in|settled in) "
    r"(?:the )?(?P<place>[A-Z][a-z]+)"
)
_NEAR = 14  # characters before the name of a country that can say that somebody goes there


def on_another_kind(question: str, sentence: str, around: str) -> bool:
    """Whether a question is on one of several things that such words tell apart, and a sentence on another; what is
    said `around` the sentence may name the one that it is on.

    >>> on_another_kind("北门几点关？", "南门18点关闭。", ""), on_another_kind("北门几点关？", "18点关闭。", "")
    (True, False)
    """
    asked = _members(question)
    if not asked or _OTHERS.search(sentence):
        return False
    said, near = _members(sentence), _members(around)
    return any(
        len(one) == 1
        and (kind in said or kind in near)
        and not one & said.get(kind, set())
        and not one & near.get(kind, set())
        for kind, one in asked.items()
    )


def on_another_rank(question: str, sentence: str) -> bool:
    """Whether a question is on one place in a contest, and a sentence only on others.

    >>> [on_another_rank("谁是第三名？", said) for said in ("冠军是甲队。", "前三名是甲、乙、丙队。")]
    [True, False]
    """
    asked, said = fold(question), fold(sentence)
    also = [also for rank, also in _RANKS if rank.search(asked)]
    if len(also) != 1 or also[0].search(said) or _BEATS.search(said):
        return False
    return any(rank.search(said) for rank, _ in _RANKS)


def is_nowhere(question: str, opening: str, texts: Sequence[str]) -> bool:
    """Whether a question is on one of such things that no text of an article says, and its opening on another.

    >>> [is_nowhere(f"{one}班几号报名？", "秋季班招生公告", ["9月1日报名。"]) for one in ("寒假", "秋季")]
    [True, False]
    """
    asked = _members(question)
    led = _members(opening) if asked else {}
    return any(
        len(one) == 1
        and kind in led
        and not one & led[kind]
        and not any(one & _members(text).get(kind, set()) for text in texts)
        for kind, one in asked.items()
    )


def is_in_another_country(question: str, sentence: str) -> bool:
    """Whether a question is on somebody's going to or being in a country, and a sentence on the same in another.

    >>> [is_in_another_country(f"他哪年去{one}的？", "1935年他赴英国留学。") for one in ("法国", "英国")]
    [True, False]
    """
    asked = _countries(question)
    if len(asked) != 1:
        return False
    there = _countries(sentence)
    if any(not _is_country(place["place"]) for place in _ELSEWHERE.finditer(sentence)):
        return False  # which may be there
    return bool(there) and not asked & {at for at, one in enumerate(_COUNTRIES) if one.search(fold(sentence))}


def _is_country(name: str) -> bool:
    return any(one.match(fold(name)) for one in _COUNTRIES)


@lru_cache(maxsize=512)
def _countries(text: str) -> frozenset[int]:
    """The countries, by their numbers, that a text says somebody goes to or is in."""
    folded = fold(text)
    return frozenset(
        at
        for at, one in enumerate(_COUNTRIES)
        if any(_GOING.search(folded[max(0, match.start() - _NEAR) : match.start()]) for match in one.finditer(folded))
    )


@lru_cache(maxsize=1024)
def _members(text: str) -> dict[int, set[int]]:
    """The members of each kind, by their numbers, that a text says."""
    folded = fold(text)
    found = (
        (kind, {at for at, one in enumerate(members) if one.search(folded)}) for kind, members in enumerate(_KINDS)
    )
    return {kind: members for kind, members in found if members}
