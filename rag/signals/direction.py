"""Who does something to whom: a sentence that says it the other way round does not answer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from corpus.fold import fold
from rag.signals.named import two_names
from rag.types import Language

# Verbs of one kind, by what they mean; in one of two things of a kind the doer is told from the other by the order.
_DONE: Mapping[Language, Sequence[re.Pattern[str]]] = {
    "zh": (
        re.compile(
            r"前往|奔?赴|去(?![年世])|来到|到访|来访|[回出]访|造访|访问|拜访|走访|考察|调研|参观|做客|取经"
            r"|派[^，,。；;]{0,4}[到往]|(?P<nears>[来到])"
        ),
        re.compile(r"击败|战胜|打败|力克|胜(?!利)"),
        re.compile(r"收购|并购|兼并"),
        re.compile(r"邀请"),
        re.compile(r"起诉|指控|控告"),
        re.compile(r"进攻|攻打|入侵|袭击"),
    ),
    "en": (
        re.compile(
            r"\b(?:(?:p(?:ay|ays|aid)|ma(?:ke|kes|de)|go(?:es)? on|went on) (?:an? )?(?:\w+ ){0,2}(?:visit|tour|trip)"
            r"(?: back)? to|s(?:end|ends|ent) (?:\w+ ){1,4}?to|return(?:s|ed)? the visit"
            r"|visit(?:s|ed)?|tour(?:s|ed)?|(?:go(?:es)?|went|travel(?:s|l?ed)?|c[ao]mes?) to)\b"
        ),
        re.compile(r"\b(?:beat(?:s|en)?|defeat(?:s|ed)?)\b"),
        re.compile(r"\b(?:acquire[sd]?|buys?|bought|t(?:ake|ook|aken) over)\b"),
        re.compile(r"\binvite[sd]?\b"),
        re.compile(r"\b(?:sue[sd]?|accuse[sd]?)\b"),
        re.compile(r"\b(?:attack(?:s|ed)?|invade[sd]?)\b"),
    ),
}
_NO_DEED = re.compile(r"的| (?:from|to|against|at the hands of)\b")  # behind what only looks like such a verb
_APART = re.compile(r"[，,。；;！!？?]")  # between a name and what it does


def is_reversed(question: str, sentence: str, language: Language) -> bool:
    """Whether a sentence only says of the two names of a question that the second does to the first what the question
    says that the first does to the second.

    >>> is_reversed("杭州队什么时候战胜了苏州队？", "5月3日，苏州队战胜了杭州队。", "zh")
    True
    """
    names = two_names(question, language)
    if not names:
        return False
    asked, said = fold(question), fold(sentence)
    for kind in _DONE[language]:
        pairs = set(_pairs(asked, names, kind))
        found = set(_pairs(said, names, kind)) if len(pairs) == 1 else set()
        if found and not pairs & found:
            return True
    return False


def _pairs(text: str, names: Sequence[str], kind: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Doer and done-to wherever both stand around such a verb, the nearest on either side."""
    for verb in kind.finditer(text):
        if _NO_DEED.match(text, verb.end()) or text.startswith("过去", verb.start() - 1):
            continue
        if "nears" in verb.groupdict() and verb["nears"] and not text.startswith(tuple(names), verb.end()):
            continue
        before, after = _APART.split(text[: verb.start()])[-1], _APART.split(text[verb.end() :])[0]
        for one, other in permutations(names, 2):
            if re.search(rf"{re.escape(other)}.*被{re.escape(one)}\w*$", before):
                yield one, other
            elif before.rfind(one) > before.rfind(other) and other in after:
                is_passive = re.search(rf"\bby (?:\w+ ){{0,2}}{re.escape(other)}", after)
                yield (other, one) if is_passive else (one, other)
