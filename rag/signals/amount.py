"""Of what an amount is: how many screens there are, is not said by how many seats, nor what one thing costs by what
another does.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from corpus.fold import fold, fold_aligned
from rag.lexical import Lexicon, content_terms
from rag.meaning import likeness, vector, word_vectors
from rag.short.numbers import numbers
from rag.types import Language

_UNLIKE = 0.45  # likeness below which two words say different things
_MEANT = 0.3  # and from which on one may be said for the other
_COUNTED = re.compile(
    r"\bhow many (?:(?:of|other|more|different|new|old|public|main|separate) )*(?P<noun>[a-z]{3,}s)\b"
)
# What is counted without its name, or by the names of its kinds.
_BROAD = frozenset(
    """
    people persons times things items types kinds sorts ways children kids siblings animals members countries places
    relatives residents years months weeks days hours minutes seconds percent units copies pieces parts points others
    men women adults guests visitors students pupils users workers employees copies species varieties lives votes goals
    books volumes titles staff shops stores outlets rooms bedrooms houses homes flats apartments units properties trees
    plants cars vehicles spaces trains services ships vessels boats planes songs tracks players fans spectators families
    households beds seats soldiers troops farmers companies firms businesses offices stops stations roads streets words
    miles metres meters kilometres kilometers feet degrees dollars pounds euros cities languages jobs awards events
    """.split()
)
_NOUN = r"(?!(?:in|on|at|to|by|for|from|and|or|with|of|were|was|are|is|have|had|per|as|the|who|that|which)\b)[a-z]+"
_BEHIND = re.compile(rf" (?:of (?:the |its |their )?)?(?P<first>{_NOUN})(?: (?P<second>{_NOUN}))?")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_THING = r"(?P<{0}>[a-z][a-z -]*?)(?: (?:of|for|to|from|with|in|at|on|per|by) .*?)?"
_PRICE = re.compile(
    rf"\bhow much (?:does|did|will|would) it cost to (?:use|hire|rent|visit|join|enter|buy) (?:the |an? )?"
    rf"{_THING.format('to')}\W*$"
    rf"|\bhow much (?:do|does|did|will|would) (?:the |an? |each |one )?{_THING.format('does')}"
    r" (?:cost|earn|get paid|make)\b"
    rf"|\bhow much (?:is|are|was|were) (?:the|an?|each|one) {_THING.format('is')}\W*$"
    rf"|\bwhat (?:is|was|are|were) the (?:price|cost|fee|charge)s? (?:of|for) (?:using )?(?:the |an? )?"
    rf"{_THING.format('of')}\W*$"
)
_NO_THING = frozenset(
    """
    it they this that one ticket tickets entry admission fee fees price prices cost costs charge fare fares fine fines
    rent deposit membership visit trip stay money there pay wage wages salary everything total that worth going
    """.split()
)
_MONEY = re.compile(r"[£$€¥]\s?\d|\d(?:[\d,.]*)(?: (?:million|billion))? (?:pounds|dollars|euros|yuan|pence|cents)\b")
_PRICES_ZH = re.compile(
    r"^(?P<thing>[\u4e00-\u9fff]{3,6}?)(?:课程?|班|项目)?(?:的?(?:价格|收费|费用|学费)是?多少|多少钱|收费多少|怎么收费)"
)
_SUM_ZH = re.compile(r"\d(?:[\d,.]*)万?[元块]")
_ROW_ZH = re.compile(r"[\u4e00-\u9fff]{2,}、[\u4e00-\u9fff]{2,}")
_NO_THING_ZH = re.compile(
    "门票|票价|学费|课程|报名|费用|住宿|房间|餐|车费|交通|材料|会员|停车|物业|水电|一共|总共|每[人个次月年]|[我你他她]|[请想要]|什么"
)


def counts_another(question: str, sentence: str, around: str, language: Language) -> bool:
    """Whether a question asks how many of some things there are, and a sentence only counts what is called otherwise.

    >>> counts_another("How many screens did it have?", "It had 1,150 seats.", "", "en")
    True
    """
    noun = _counted(question) if language == "en" else ""
    folded = fold_aligned(sentence).lower()
    if noun and re.search(rf"\b{noun}? \d", folded):  # Lanes 1 to 3 are kept: how many there are is not said
        return not re.search(
            rf"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen)) (?:\w+ ){{0,2}}{noun}", folded
        )
    if not noun or noun.rstrip("s") in fold(f"{sentence} {around}"):
        return False
    found = [span for span in numbers(folded, "en") if span.measure == "count"]
    found = [span for span in found if not _YEAR.fullmatch(folded, span.start, span.end)]
    behind = [match for span in found if (match := _BEHIND.match(folded, span.end))]
    words = [word for match in behind for word in (match["first"], match["second"]) if word]
    return bool(words) and len(behind) == len(found) and not _is_near(noun, words, _UNLIKE)


@lru_cache(maxsize=64)
def _counted(question: str) -> str:
    match = _COUNTED.search(fold(question))
    return match["noun"] if match and match["noun"] not in _BROAD else ""


def prices_another(question: str, sentence: str, above: str, lexicon: Lexicon) -> bool:
    """Whether a question asks for the price of a thing, and a sentence says one where neither it nor what stands
    `above` it says the thing, though the articles do; in Chinese where it is that of several others.
    """
    thing, said = _priced(question), fold(sentence)
    if not thing:
        return False
    if not thing.isascii():
        return bool(_SUM_ZH.search(said) and _ROW_ZH.search(said)) and not _is_said(thing, f"{said} {fold(above)}")
    known = any(lexicon.frequency(token) for token, _ in content_terms(thing.split(" ")[-1]))
    return known and bool(_MONEY.search(said)) and not _is_said(thing, f"{said} {fold(above)}")


@lru_cache(maxsize=64)
def _priced(question: str) -> str:
    """What a question asks the price of; empty where that is no certain thing."""
    asked = fold(question)
    if match := _PRICES_ZH.search(asked):
        return "" if _NO_THING_ZH.search(match["thing"]) else match["thing"]
    match = _PRICE.search(asked)
    thing = next(filter(None, match.groups()), "") if match else ""
    return "" if thing.split(" ")[-1] in _NO_THING else thing


def _is_said(thing: str, text: str) -> bool:
    """Whether a text says any word of a thing, or one near to it."""
    terms = dict(content_terms(text, inner=True))
    own = dict(content_terms(thing, inner=True))
    if not own.keys().isdisjoint(terms) or thing in text:
        return True
    return any(_is_near(word, list(terms.values()), _MEANT) for word in own.values())


def _is_near(word: str, others: Collection[str], least: float) -> bool:
    near = likeness(word_vectors().of(list(others)) @ vector(word)) if others else ()
    return any(float(one) >= least for one in near)
