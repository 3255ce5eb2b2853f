"""Dates, places in an order and titles that a question names and a passage does not say."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.fold import fold
from rag.facts import Fact, facts, lacking, same

_Needs = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  # each: what asks for something, what says it
_PLACED = ("date", "order")
_TURN = "(?:time|meeting|session|round|edition|visit|conference|summit)"
_NO_TURN = "[以海晚网线地旗身马路山楼早会]"  # before 上 and 下 where they say a place
# Which of several times that something happens, and how a passage says that it is on that one.
_IN_TURN = (
    (
        re.compile(rf"(?<!{_NO_TURN})下(?:一[次届回轮期]|[次届轮])|\bnext (?:\w+ )?{_TURN}\b"),
        re.compile(r"下一?[次届回轮期]|今后|以后|未来|接下来|将|明年|再次|\b(?:next|future|again|will|then|after)\b"),
    ),
    (
        re.compile(rf"(?<!{_NO_TURN})上(?:一[次届回轮期]|[次届轮])|\b(?:previous|last) (?:\w+ )?{_TURN}\b"),
        re.compile(r"[上前]一?[次届回轮期]|此前|曾|去年|\b(?:previous|last|earlier|before)\b"),
    ),
)
_MARKS = re.compile(r"[\W_]+")
_TITLE = re.compile("《([^《》]+)》")
# In "When was it first built?" and "What was her first name?" no place in an order is asked for.
_ADVERB = re.compile(
    r"(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!['’]s )(?<!s['’] )\bfirst\b|\bfirst names?\b", re.I
)


_WHEN = "(?:什么时候|何时|哪一?[年天日月]|几[月号])"
_YEARS = r"[（(][^（）()]*\d{3,4}[^（）()]*[)）]"  # of a life, in brackets
# What a question asks of somebody or of how much, and how a sentence says that it is on that.
_NEEDS = tuple(
    (re.compile(asks), re.compile(says))
    for asks, says in (
        (
            rf"{_WHEN}.{{0,3}}出生|(?<![发产])生[于在](?:什么时候|何时|哪一?[年天日])|\bwhen (?:was|were) .* born\b",
            rf"生于|出生|诞生|生人|岁|\bborn\b|\bbirth|\baged?\b|{_YEARS}",
        ),
        (
            r"(?:哪里|哪儿|何[地处]|哪[个座省市县]\w{0,2})(?:出生|长大)"
            r"|出生[于在](?:哪|何|什么地)|\bwhere (?:was|were) .* born\b|\bwhere did .* grow up\b",
            r"生于|出生|诞生|籍|[长养]大|老家|[家故]乡|来自|(?<![\d余名多几位个千百万亿])人(?![员们口才类士民物力大])"
            r"|\bborn\b|\bbirth|\bnative|\bgrew|\braised|\bfrom\b|\bchildhood|\bhome",
        ),
        (
            rf"{_WHEN}.{{0,3}}(?:去世|逝世|死(?![机锁缓刑])|过世)"
            r"|\bwhen did .* (?:die(?! (?:out|down|off))|pass away)\b",
            r"[世逝卒死亡殉]|病故|牺牲|遇[难刺害]|自[杀尽]|处决|终年|享年|\bdie[ds]?\b|\bdead\b|\bdeath|passed away"
            rf"|kill|assassinat|murder|execut|\bshot\b|suicide|drown|{_YEARS}",
        ),
        (
            r"(?<!届)毕业(?!生)|就读|母校|学历|\bgraduated? (?:from|at)\b|\balma mater\b|\bwhere did .* study\b",
            r"毕业|[就攻入升]读|[考升]入|考[上取]|[入上留求]学|学习|读书|学[位历士]|硕士|博士|母校|深造|进修|肄业|校友"
            r"|graduat|degree|\bstud(?:y|ies|ied|ying)\b(?! tour)|alum|attend|educat|enrol|train|learn|diploma",
        ),
        (
            r"(?:哪里|哪儿|什么地方|何处|何地)的?人(?![口们])|籍贯|老家|\bhome ?town\b|\bwhere (?:is|was) .* from\b",
            r"生于|出生|诞生|籍|(?<![\d余名多几位个千百万亿])人(?![员们口才类士民物力大])|老家|[家故]乡|来自|[长在]大|户口"
            r"|\b[a-z]{2,}(?:ish|ese|ian)\b|\bborn\b|\bfrom\b|\bgrew|\bhome|\bnative|\braised",
        ),
        (
            rf"{_WHEN}.{{0,3}}(?:结婚|成亲|嫁|娶)|\bwhen did .* (?:marry|get married|wed)\b",
            r"婚|嫁|娶|成亲|夫妻|领证|登记|喜结|牵手|拜堂|marri|\bmarry|\bwed|\bvows\b|\bknot\b|\bbride|\bgroom\b",
        ),
        (
            r"全(?:世界|球)|世界上|\bin the world\b|\bworldwide\b|\bglobally\b",
            r"世界|全球|各国|环球|地球|人类|国际|[内中]外|\bworld|\bglob|\bearth|\bplanet|international|\bcountr",
        ),
    )
)
_ASKS_KIN = (
    r"的(?:[大小长二三])?(?:{0})们?(?:的?[姓名]|叫|[都又]?[是有](?:谁|哪|几))"
    r"|\b(?:who|what) (?:is|was|are|were) (?:[\w'’-]+ ){{1,5}}(?:{1})(?:['’]s? (?:full )?names?| called| named)?\W*$"
)
# Kin that a question asks for, and what else says it.
_KIN = tuple(
    (re.compile(_ASKS_KIN.format(zh, en)), re.compile(rf"{said}|{also}"))
    for zh, en, said, also in (
        ("儿子", "sons?", "儿子|[长次幼独生之一两二三]子|子女|孩子|男孩|儿女|育有", r"\bsons?\b|\bchild|\bboys?\b"),
        (
            "女儿",
            "daughters?",
            "女儿|[长次幼独生之一两二三]女|子女|孩子|女孩|儿女|育有|闺女",
            r"\bdaughter|\bchild|\bgirls?\b",
        ),
        (
            "父亲|爸爸|爹",
            "fathers?|dad",
            "父|爸|爹|之子|之女|的儿子|的女儿",
            r"\bfather|\bdad|\bparents?|\b(?:son|daughter) of\b",
        ),
        (
            "母亲|妈妈|娘",
            "mothers?|mum|mom",
            "母|妈|娘|之子|的儿子|的女儿",
            r"\bmother|\bmu?om|\bparents?|\b(?:son|daughter) of\b",
        ),
        (
            "妻子|老婆|太太|夫人",
            "wife|wives",
            "妻|夫[人妇]|太太|老婆|婚|嫁|娶|爱人|配偶",
            r"\bwi[fv]e|\bmarri|\bspouse|\bwed|\bcouple|\bwidow",
        ),
        ("丈夫|老公", "husbands?", "夫|老公|婚|嫁|爱人|配偶", r"\bhusband|\bmarri|\bspouse|\bwed|\bcouple|\bwidow"),
        ("哥哥|弟弟|兄弟|兄长", "brothers?", "哥|弟|兄|胞|排行", r"\bbrother|\bsibling|\btwin"),
        ("姐姐|妹妹|姐妹", "sisters?", "姐|妹|胞|排行", r"\bsister|\bsibling|\btwin"),
    )
)


def lacks_needed(question: str, sentence: str) -> bool:
    """Whether a question asks when or where somebody was born, married or died, where from or of what school one is, or
    how much there is in the whole world, and a sentence says nothing of that.

    >>> lacks_needed("她是哪年出生的？", "他于1999年去世。"), lacks_needed("她是哪年出生的？", "她生于1999年。")
    (True, False)
    """
    return _lacks(_NEEDS, question, sentence)


def lacks_kin(question: str, passage: str) -> bool:
    """Whether a question asks for the kin of somebody, and a passage says nothing of such kin.

    >>> lacks_kin("他的儿子叫什么？", "他的妻子叫张兰。"), lacks_kin("他的儿子叫什么？", "他的长子张明。")
    (True, False)
    """
    return _lacks(_KIN, question, passage)


def _lacks(needs: _Needs, question: str, text: str) -> bool:
    return any(not says.search(fold(text)) for says in _asked_for(needs, question))


@lru_cache(maxsize=64)  # of one question it is asked for each sentence
def _asked_for(needs: _Needs, question: str) -> tuple[re.Pattern[str], ...]:
    """What must be said of each of the needs that a question has."""
    asked = fold(question)
    return tuple(says for asks, says in needs if asks.search(asked))


def names_other_title(question: str, passages: Sequence[str]) -> bool:
    """Whether a question names a title that no passage does, whatever marks stand in it.

    >>> [names_other_title(f"《{title}》是谁写的？", ["他爱读《茶·经》。"]) for title in ("水经", "茶经")]
    [True, False]
    """
    titles = _TITLE.findall(fold(question))
    said = _bare(" ".join(passages)) if titles else ""
    return any(_bare(title) not in said for title in titles)


def _bare(text: str) -> str:
    return _MARKS.sub("", fold(text))


def lacks_placed(question: str, passage: str) -> bool:
    """Whether a question names a date or a place in an order that a passage does not.

    >>> lacks_placed("第二座港何时建成？", "第一座港有两个码头。"), lacks_placed("When was it first built?", "It is.")
    (True, False)
    """
    asked = _ADVERB.sub("", question)
    folded = fold(asked)
    if any(asks.search(folded) and not said.search(fold(passage)) for asks, said in _IN_TURN):
        return True
    placed = [fact for fact in facts(asked) if fact.unit in _PLACED]
    if not placed:
        return False
    orders = [fact for fact in facts(passage) if fact.unit == "order"]
    lacked = lacking(asked, passage)
    return any(fact in lacked or _is_no_order(fact, orders) for fact in placed)


def _is_no_order(fact: Fact, orders: Sequence[Fact]) -> bool:
    """Whether it is a place in an order that none of these is: the second is not one of two."""
    return fact.unit == "order" and not any(same(fact, order) for order in orders)
