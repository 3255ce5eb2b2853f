"""Questions what or who something is, and the sentences that say it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from corpus.fold import fold
from rag.types import Language

_ASKS: Mapping[Language, tuple[re.Pattern[str], ...]] = {
    "zh": (
        re.compile(r"(?:请问,?)?(?:什么[是叫]|何[谓为])(?P<name>[^,?]{2,16}?)[?]?"),
        re.compile(
            r"(?:请问,?)?(?P<name>[^,?的]{2,16}?)(?:究竟|到底)?"
            r"(?:是(?:个|一个)?(?:什么|谁|何人|怎样的)|是?指的?(?:是?什么)|是什么意思|的(?:定义|含义|意思|身份)是什么)(?:[^,?]{0,2}[^,?的])?[?]?"
        ),
        re.compile(r"(?:请问,?)?(?P<name>[^,?的]{2,16}?)是?(?:做|干)什么(?:工作|事)?的[?]?"),
    ),
    "en": (
        re.compile(r"what does (?P<name>[\w’'-]+(?: [\w’'-]+){0,3}?) do(?: for a living)?[?]?"),
        re.compile(
            r"(?:what|who)(?: exactly)? (?:is|are|was|were) (?:(?:the|an?) )?(?P<name>[\w’'-]+(?: [\w’'-]+){0,4}?)[?]?"
        ),
    ),
}
_QUOTES = "“”‘’\"'《》「」『』"
_SAYS: Mapping[Language, tuple[str, ...]] = {
    "zh": (
        r"NAME[”》」』]?(?:\([^()]*\))?,?(?:[就即既正也便]?是(?![否不因由在])|系(?![列统])|[即乃](?![将使便])|指的?是?)",
        r"[长师授员家者任席理士]NAME",
    ),
    "en": (
        r"\bNAME(?: \([^()]*\))?(?:,[^,]{1,60},)? (?:is|are|was|were) (?:the|an?|one of)\b",
        r"\bNAME, (?:the |an? )?(?:[\w-]+ ){1,3}(?:of|at|for)\b",
    ),
}
# What only calls by a name, first of all, what the sentence before says.
_ONLY_NAMES: Mapping[Language, str] = {
    "zh": r"(?:这(?:就是|[一几]?[种个座道项条句套]?)"
    r"|[^,;:。]{0,12}(?:[称叫][其之它他她]为?|[将把][其之它他她]?(?:称为|称作|叫做?|叫作)))[“‘《「『]?NAME(?![^”’》」』\\W]*[的之])(?![,，]它)",
    "en": r"(?:th(?:is|at|ese|ose)(?: so-called)?"
    r"|[^,;:.]{0,40}\b(?:call|name|term|dub)(?:s|ed|bed|med)? (?:it|this|that|them|these)(?: the| an?)?) [“‘\"']?NAME",
}


@lru_cache(maxsize=64)
def asked_of(question: str, language: Language) -> str | None:
    """What a question asks the definition of, folded; None where it asks something else.

    >>> asked_of("什么是量子计算？", "zh"), asked_of("Who was Ada Lovelace?", "en"), asked_of("天府在哪里？", "zh")
    ('量子计算', 'ada lovelace', None)
    """
    folded = fold(question).strip()
    found = (pattern.fullmatch(folded) for pattern in _ASKS[language])
    return next((match["name"].strip(_QUOTES) for match in found if match), None)


def definition_match(name: str | None, text: str, language: Language) -> float:
    """1 if `text` says what is meant by a name, -1 if not, 0 if none is asked for.

    >>> definition_match("量子计算", "量子计算是一种新的计算方式。", "zh")
    1.0
    """
    if name is None:
        return 0.0
    folded = fold(text)
    said = any(re.search(pattern.replace("NAME", re.escape(name)), folded) for pattern in _SAYS[language])
    return 1.0 if said else -1.0


def only_names(name: str, text: str, language: Language) -> bool:
    """Whether a sentence calls by a folded `name` what is said before it.

    >>> only_names("压水", "这一道“压水”是关键。", "zh"), only_names("压水", "压水是酿酱的一步。", "zh")
    (True, False)
    """
    return re.match(_ONLY_NAMES[language].replace("NAME", re.escape(name)), fold(text)) is not None
