"""Who does something to whom: a sentence that says it the other way round does not answer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import permutations

from corpus.fold import fold
from rag.short.names import nominal, words
from rag.signals.named import two_names
from rag.types import Language

# Verbs of one kind, by what they mean; in one of two things of a kind the doer is told from the other by the order.
_DONE: Mapping[Language, Sequence[re.Pattern[str]]] = {
    "zh": (
        re.compile(
            r"前往|奔?赴|去(?![年世])|来到|到访|来访|[回出]访|造访|访问|拜访|走访|考察|调研|参观|做客|取经"
            r"|派[^，,。；;]{0,4}[到往]|(?P<nears>[来到])"
        ),
        re.compile(r"击败|战胜|打败|力克|胜(?![利算诉任负出地])"),
        re.compile(r"收购(?![价点站量额标款方协])|并购|兼并"),
        re.compile(r"邀请"),
        re.compile(r"起诉|指控|控告"),
        re.compile(r"进攻|攻打|入侵|袭击"),
    ),
    "en": (
        re.compile(
            r"\b(?:(?:p(?:ay|ays|aid)|ma(?:ke|kes|de)|go(?:es)? on|went on) (?:an? )?(?:\w+ ){0,2}(?:visit|tour|trip)"
            r"(?: back)? to|s(?:end|ends|ent) (?:\w+ ){1,4}?to|return(?:s|ed)? the visit"
            r"|visit(?:s|ed)?|tour(?:s|ed)?|(?:go(?:es|ne)?|went|travel(?:s|l?ed)?|c[ao]mes?) to)\b"
        ),
        re.compile(r"\b(?:beat(?:s|en)?|defeat(?:s|ed)?)\b"),
        re.compile(r"\b(?:acquire[sd]?|buys?|bought|t(?:ake|ook|aken) over)\b"),
        re.compile(r"\binvite[sd]?\b"),
        re.compile(r"\b(?:sue[sd]?|accuse[sd]?)\b"),
        re.compile(r"\b(?:attack(?:s|ed)?|invade[sd]?)\b"),
    ),
}
_LEAST = 3  # characters of a name that the segmenter does not take for one
_ASKS_WHO, _NOTHING = re.compile("谁|哪(?![年天日月])"), "了的过呢吗啊?"  # no doer, and no more than a verb
_NO_THING = re.compile("时[候间]|[年月日天次]$|什么|代表团")
_NO_DEED = re.compile(
    r"的|[^,，]?多少| (?:from|to|against|at the hands of)\b"
)  # behind what only looks like such a verb
_BETWEEN = re.compile(r", [^,.;]{2,40}, (?=(?:had|has|have|was|were|will|also|then)\b)")  # who a name is
_APART = re.compile(r"[，,。；;！!？?]")  # between a name and what it does


@lru_cache(maxsize=512)  # asked for whether it is withheld and for how it scores
def is_reversed(question: str, sentence: str, language: Language) -> bool:
    """Whether a sentence only says of the two names of a question that the second does to the first what the question
    says that the first does to the second.

    >>> is_reversed("杭州队什么时候战胜了苏州队？", "5月3日，苏州队战胜了杭州队。", "zh")
    True
    """
    asked, said = fold(question), _BETWEEN.sub(" ", fold(sentence))
    if language == "zh" and any(_is_done_to(asked, said, kind) for kind in _DONE["zh"][1:]):
        return True
    names = [name.removesuffix("i") for name in two_names(question, language)]  # the stem of Derby ends with an i
    for kind in _DONE[language] if names else ():
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
            first, second = re.escape(one), re.escape(other)
            passive, there = rf"{second}.*被{first}\w*$", rf"{first}.*在{second}\w*$"
            if re.search(f"{passive}|{there}", before):
                yield one, other
            elif before.rfind(one) > before.rfind(other) and other in after:
                is_passive = re.search(rf"\bby (?:\w+ ){{0,2}}{second}", after)
                yield (other, one) if is_passive else (one, other)


def _is_done_to(asked: str, said: str, kind: re.Pattern[str]) -> bool:
    """Whether a Chinese sentence says only as what such a deed is done to what a question says as the doer."""
    verbs = [verb for verb in kind.finditer(asked) if not _NO_DEED.match(asked, verb.end())]
    if len(verbs) != 1 or "被" in asked + said:
        return False
    before, after = asked[: verbs[0].start()], asked[verbs[0].end() :]
    doers = [] if _ASKS_WHO.search(before) or not after.strip(_NOTHING) else _things(before)
    places = [verb.span() for verb in kind.finditer(said)] if doers else ()
    done = _things(after) or [after]
    return any(
        doers[-1] in _APART.split(said[end:])[0] and doers[-1] not in said[:start] and done[0] not in said[end:]
        for start, end in places
    )


def _things(text: str) -> list[str]:
    """The runs of nouns in a text that may name somebody or something."""
    runs = ("".join(word for word, _, _ in run) for run in nominal(words(text)))
    return [run for run in runs if len(run) >= _LEAST and not _NO_THING.search(run)]
