"""Whether a question asks for a list, and of how many items."""

import re
from collections.abc import Mapping, Sequence

from corpus.fold import fold
from rag.lists.markers import HAN_NUMBER, MEASURES, NUMBER_WORD, number
from rag.signals.label import is_called
from rag.types import Language

_PLURAL = (
    r"(?:(?!(?:happens|makes|comes|goes|means|gets)\b)"
    r"[a-z-]{2,}[^\Wsu]s|people|men|women|children|criteria|phenomena)\b(?!')"
)
_NO_NOUN = r"(?!(?:is|was|are|were|do|does|did|has|have|had|can|could|will|would|the|an?|of|in|on|to|this|its|his)\b)"
_NUMBER_EN = rf"(?P<n>{NUMBER_WORD}|\d{{1,2}})"
_NUMBER_ZH = rf"(?P<n>{HAN_NUMBER}|\d{{1,2}})"
_ASKS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        rf"哪一?些|哪几|哪(?:{HAN_NUMBER}|\d+)|(?<!第)几大|列举|列出|列明|分别(?:[是为有指叫]|包括)"
        rf"|(?:包括|包含|涵盖|涉及)了?(?:什么|哪)|(?<![第一二三四五六七八九十\d])(?!一)(?:{HAN_NUMBER}|\d+)(?:{MEASURES})[^,。?]*(?:什么(?!样|时|程度)|谁|哪里)"
    ),
    "en": re.compile(
        rf"\b(?:what|which) (?:are|were)\b|\b(?:what|which) (?:{_NO_NOUN}[\w'-]+ ){{0,3}}?{_NO_NOUN}{_PLURAL}"
        r"|^(?:(?:please|can you|could you) )?(?:list|name|enumerate)\b|\b(?:what|which) (?:kind|type|sort)s of\b"
        r"|\bwhat (?:does|do|did|is|are) .*\b(?:include|cover|consist of|comprise|made up of)\b"
    ),
}
_COUNTS: Mapping[Language, Sequence[re.Pattern[str]]] = {
    "zh": (
        re.compile(
            rf"(?<![第哪一二三四五六七八九十\d]){_NUMBER_ZH}(?:{MEASURES})[^,。?]{{0,12}}?(?:分别|各|都)?(?:是|为|指|有|叫|包括)(?:什么|哪些|谁|哪里|哪(?:几|{HAN_NUMBER})[个项点条]?)(?:方面|内容|东西)?[?。]?$"
        ),
        re.compile(rf"哪{_NUMBER_ZH}(?!些)"),
        re.compile(rf"(?:列举|列出|说出)[^,。?]*?{_NUMBER_ZH}(?:{MEASURES})"),
    ),
    "en": (
        re.compile(
            r"\b(?:what|which|name|list)(?: (?:are|were|do|does|did))?(?: (?:the|its|his|her|their|these|those))?"
            rf"(?: [a-z-]+)? [“‘\"']?{_NUMBER_EN}\b"
        ),
    ),
}


_COUNTED: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(rf"(?:{MEASURES})?([^,。?的是为指有叫包分各都]{{1,6}})"),
    "en": re.compile(rf" ((?:[a-z-]+ ){{0,2}}?{_PLURAL})"),
}
_NO_THING = "[^,。?的是为有在能可要会]"
_WHICH: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(rf"(?:哪一?些|哪几(?:{MEASURES})?)((?:[主重]要)?{_NO_THING}{{1,6}})"),
    "en": re.compile(rf"\b(?:what|which) ((?:{_NO_NOUN}[\w'-]+ )??{_NO_NOUN}{_PLURAL})"),
}
_TO_DO = re.compile(r"[件个项](?:大|要紧)?(?:事情?|活儿?|工作)(?![^\W\d_是有都?])| (?:[a-z]+ )?(?:things|jobs)\b")
# What wants all that a heading names: what, and nothing of who, when, where, how or why.
_WHAT: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"(?<!为)(?:什么(?!时|地方|人|样|原因|意思)|啥(?!时|地方|样)|哪些)"),
    "en": re.compile(r"\b(?:what|which)\b(?! (?:time|day|date|year|for\b))"),
}
# Twice in a question, the list is not all that it asks for.
_ASKING: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"什么|哪|谁|多少|怎|如何|为何|何时"),
    "en": re.compile(r"\b(?:what|which|who|when|where|how|why)\b"),
}
# What else shows that words ask or bid something, and do not only name it.
_ASKS_OR_BIDS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"吗|[呢么]\W*$|是否|有没有|是不是|[能会要]不[能会要]|[几何啥]"),
    "en": re.compile(
        r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|please|tell)\b"
        r"|\b(?:whose|whom)\b"
    ),
}
# What somebody suggests is mostly more than one thing.
_ADVICE: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:建议|提议|主张)了?些?(?:什么|啥)|(?:什么|啥|怎样的|怎么样的)(?:具体|好)?的?(?:建议|意见|主张|提议)|怎么建议"
    ),
    "en": re.compile(
        r"\bwhat (?:did|does|do|has|have|would) .*\b(?:suggest|advise|recommend|propose)(?:ed|d)?\b"
        r"|\bwhat (?:kind of |sort of )?(?:[a-z]+ )?(?:advice|suggestions?|recommendations?|proposals?)\b"
    ),
}
# What names the whole of something: what stands behind a heading that says no more than its name.
_WHOLE: Mapping[Language, Sequence[re.Pattern[str]]] = {
    "zh": (
        re.compile(
            r"(?:请问,?)?(?P<x>[^,?]{2,14}?)(?:都|分别|具体|究竟|到底)?(?:(?:有|包括)(?:什么|哪些|啥)|是哪些"
            r"|(?P<is>是(?:什么(?:时[候间])?|谁)|是?(?:几点|在哪[里儿]|怎么?样的?|(?:怎么|如何)规定的?)))"
            r"(?P<y>[^,?的]{1,6})?[?]?"
        ),
        re.compile(r"(?:请问,?)?(?:(?:一共|总共|都)?有|列出|列举)(?:什么|哪些|所有|全部)?(?P<x>[^,?的]{2,12}?)[?]?"),
    ),
    "en": (
        re.compile(
            r"(?:so |and )?(?:what|who) (?:are|were) (?:the|your|our|its|their) (?:names of (?:the )?)?"
            r"(?P<x>[^,?]+?)[?]?"
        ),
        re.compile(
            r"(?:please )?(?:list|give me|show me|tell me(?: about)?|name)(?: all)?(?: of)? the (?P<x>[^,?]+?)[?.]?"
        ),
        re.compile(
            r"(?:what|which) (?P<x>[^,?]+?) (?:are (?:there|offered|available)|apply|do you have"
            r"|(?:must|do|should) (?:i|we|you|one|people)(?: have to| need to)? (?:follow|obey|observe|keep|know))[?]?"
        ),
    ),
}
_PERSONS = "人者员师长"
# What a question adds to what a heading names without asking for less: stems of English words.
LIGHT = frozenset(
    "能 能够 可以 政策 措施 情况 事项 内容 要求 规定 信息 安排 具体 主要 相关 有关 享受 需要 必须 应该 应当"
    " follow obey observ need allow appli main current detail inform offer avail exact".split()
)
_ADVISES = re.compile(r"建议|提议|意见|主张|\b(?:suggest|advice|advis|recommend|propos)")
_QUOTES = "”’」』\"'"
_ANYTHING = re.compile(r"^(?:方面|内容|东西|事情?)|^(?:[a-z-]+ )?(?:things|ways|aspects|points|items|parts|respects)$")


def list_wanted(question: str, language: Language) -> int | None:
    """How many items the question asks for, 0 where it asks for a list and says no number; None where for no list.

    >>> list_wanted("是哪三个方面？", "zh"), list_wanted("Which rivers meet here?", "en"), list_wanted("谁来了？", "zh")
    (3, 0, None)
    """
    folded = fold(question)
    if not _ASKS[language].search(folded):
        return None
    match = _count_in(folded, language)
    count = number(match["n"]) if match else 0
    return None if count == 1 else count


def counted(question: str, language: Language) -> str:
    """What the number of items that a question says counts, folded; empty where it says none.

    >>> counted("提出了哪六项措施？", "zh"), counted("Name the six key tasks that are left.", "en")
    ('措施', 'key tasks')
    """
    folded = fold(question)
    match = _count_in(folded, language)
    found = _COUNTED[language].match(folded, match.end("n")) if match else None
    return _ANYTHING.sub("", found[1]).rstrip(_QUOTES) if found else ""


def counted_as(question: str, language: Language) -> str:
    """The number of items that a question says and what it counts, as it says them, folded; empty where it does not.

    >>> counted_as("“六个联动”是指什么？", "zh"), counted_as("What do the six linkages cover?", "en")
    ('六个联动', 'six linkages')
    """
    folded, things = fold(question), counted(question, language)
    match = _count_in(folded, language) if things else None
    return folded[match.start("n") : folded.index(things, match.end("n")) + len(things)] if match else ""


def counts_anything(question: str, language: Language) -> bool:
    """Whether a question asks for a number of things to do that it calls no more than that.

    >>> counts_anything("要一起做哪六件事？", "zh"), counts_anything("要做哪六项工程？", "zh")
    (True, False)
    """
    folded = fold(question)
    match = _count_in(folded, language)
    return match is not None and _TO_DO.match(folded, match.end("n")) is not None


def kind_of(question: str, language: Language) -> str:
    """What a question asks which of, folded; empty where it does not say.

    >>> kind_of("要带哪些材料？", "zh"), kind_of("Which papers must I bring?", "en"), kind_of("What are they?", "en")
    ('材料', 'papers', '')
    """
    match = _WHICH[language].search(fold(question))
    return _ANYTHING.sub("", match[1]) if match else ""


def asks_once(question: str, language: Language) -> bool:
    """Whether a question asks no more than one thing."""
    return len(_ASKING[language].findall(fold(question))) < 2


def wants_named(question: str, language: Language) -> bool:
    """Whether a question asks what there is of something, and nothing else.

    >>> wants_named("要带什么？", "zh"), wants_named("What comes in the box?", "en"), wants_named("为什么来？", "zh")
    (True, True, False)
    """
    return asks_once(question, language) and _WHAT[language].search(fold(question)) is not None


def only_names(question: str, language: Language) -> bool:
    """Whether what is given for a question asks nothing, and only names something.

    >>> only_names("Plans for 2024", "en"), only_names("2024年计划", "zh"), only_names("Are there plans?", "en")
    (True, True, False)
    """
    folded = fold(question)
    return not (_ASKING[language].search(folded) or _ASKS_OR_BIDS[language].search(folded))


def named_whole(question: str, language: Language) -> str:
    """What a question asks for the whole of, folded; empty where it asks for less, or something else.

    >>> named_whole("用餐有哪些规定？", "zh"), named_whole("What are the fees?", "en"), named_whole("谁来？", "zh")
    ('用餐规定', 'fees', '')
    """
    folded = fold(question).strip()
    match = next((match for pattern in _WHOLE[language] if (match := pattern.fullmatch(folded))), None)
    parts = match.groupdict(default="") if match else {"x": ""}
    is_name = is_called(parts["x"]) or (parts.get("is") == "是谁" and parts["x"][-1] in _PERSONS)
    return parts["x"] + parts.get("y", "") if not parts.get("is") or is_name else ""


def bare(name: str) -> str:
    """The name of something without a light word behind it.

    >>> bare("优惠政策"), bare("政策")
    ('优惠', '政策')
    """
    return next((name.removesuffix(word) for word in LIGHT if name.endswith(word) and len(name) > len(word) + 1), name)


def wants_advice(question: str, language: Language) -> bool:
    """Whether a question asks what somebody suggests.

    >>> wants_advice("李工建议什么？", "zh"), wants_advice("What did she say?", "en")
    (True, False)
    """
    return _ADVICE[language].search(fold(question)) is not None


def says_advice(text: str) -> bool:
    """Whether a text speaks of advice, in either language."""
    return _ADVISES.search(fold(text)) is not None


def _count_in(folded: str, language: Language) -> re.Match[str] | None:
    return next((match for pattern in _COUNTS[language] if (match := pattern.search(folded))), None)
