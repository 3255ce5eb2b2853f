"""What kind of answer a question wants, and whether a sentence holds one."""

import re

from corpus.fold import fold
from rag.types import Language

_WANTS: dict[Language, dict[str, re.Pattern[str]]] = {
    "zh": {
        "date": re.compile(r"何时|什么时候|什么时间|哪一?[年天日月]|哪个(月|年)|几[月号日点]|时间是"),
        "number": re.compile(r"多少|多大|多长|多高|多远|多宽|多久|几[个项家条位种次所座]|第几|比例|百分之"),
        "place": re.compile(r"在(哪里|哪儿|何处|什么(地方|位置))\W*$|位于|地处|坐落"),
        "reason": re.compile(r"为什么|为何|何以|因何|(什么|哪些|何种)(原因|理由|缘故)|(原因|理由)(是|有|在于)"),
        "formula": re.compile(r"[算公等]式|式子|方程"),
    },
    "en": {
        "date": re.compile(r"\b(when|what (year|date|day|month|time)|which (year|date|day|month))\b"),
        "number": re.compile(
            r"\b(how (many|much|large|big|far|tall|high|long|wide|old)|what (number|percentage|share))\b"
        ),
        "place": re.compile(r"^where (is|are)\b(?!.*(ed|held|born|made|built|found|kept)\W*$)|\blocated\b"),
        "reason": re.compile(r"\b(why|how come|for what reason|what (is|was|are|were) the (reason|cause)s?)\b"),
        "formula": re.compile(r"\b(what|which)\b.*\b(formula|equation|arithmetic|sum|calculation)\b"),
    },
}
_MONTHS = "january|february|april|june|july|august|september|october|november|december|(march|may) \\d"
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty"
    "|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|first|second|third"
)
_HOLDS = {
    "date": re.compile(
        rf"\d\s*[年月日号点时]|[〇零一二三四五六七八九十][年月日]|世纪|年代|\b(1\d|20)\d\d\b|\b({_MONTHS})|\d:\d\d"
    ),
    "number": re.compile(
        r"\d|[〇零一二两三四五六七八九十百千万亿]+[个项家条位种次所座年月日天公平亩人名元米倍成]"
        rf"|第[一二三四五六七八九十]|百分之|[二三四五六七八九]?十[一二三四五六七八九]?|\b({_NUMBERS})\b"
    ),
    "place": re.compile(
        r"位于|地处|坐落|毗邻|境内|下辖|隶属|[以之][东南西北]|[东南西北]部"
        r"|\b(located|situated|lies?|near|borders?|part of|under the administration of)\b"
        r"|\b(north|south|east|west|(north|south)(east|west))(ern)?\b"
    ),
    "formula": re.compile(r"\w\s*[+×÷*/^=＝<>＜＞≥≤≈-]\s*\w+\s*[=＝<>＜＞≥≤≈]\s*\w|\w\s*[=＝≈]\s*\w"),
    "reason": re.compile(
        r"因[为此而]?(?!素|子|特)|由于|鉴于|为了|以便|从而|使得|导致|所以|原因|缘于|源于|基于|出于|有利于|有助于"
        r"|\b(because|since|due to|owing to|thanks to|as a result|so (that|as to)|in order to|therefore|reasons?"
        r"|caused?|led to)\b"
    ),
}


# A day is no answer to how many or how large.
_DAYS = re.compile(rf"\d+\s*年(\d+\s*月)?(\d+\s*日)?|\d+\s*月\d+\s*日|({_MONTHS})\s*\d*|\b(1\d|20)\d\d\b(?!\s*[^\W\d])")


def kinds_wanted(question: str, language: Language) -> frozenset[str]:
    """The kinds of answer that it asks for: a date, number, place, reason or formula; none where it wants another."""
    folded = fold(question)
    return frozenset(kind for kind, pattern in _WANTS[language].items() if pattern.search(folded))


def kind_match(wanted: frozenset[str], text: str) -> float:
    """1 if `text` holds a kind of answer that is wanted, -1 if not, 0 if no kind is known to be wanted."""
    if not wanted:
        return 0.0
    folded = fold(text)
    texts = {"number": _DAYS.sub(" ", folded)}
    return 1.0 if any(_HOLDS[kind].search(texts.get(kind, folded)) for kind in wanted) else -1.0
