"""What somebody says, quoted to its end: a sentence that opens a quotation is half an answer to what was said, and one
that only points back to it (这句话…), to what a thing is, or to why something is so (因此…), is none.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.fold import fold
from rag import extract
from rag.chunk import Unit
from rag.extract import Candidate
from rag.retrieve import Hit
from rag.short.asked import wanted_of
from rag.short.shown import short_answer
from rag.signals.definition import asked_of, only_names
from rag.signals.kind import kinds_wanted
from rag.types import Language

MOST = 2  # further sentences
_SAME = ("date", "number")  # kinds of short answers that are the same where their words are
_ASKS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:怎么|怎样|如何)(?:说|看|评价|回应|形容|解释|描述|表态|夸|批评|称赞)|说了什么|什么(?:看法|态度|评价|回应)|怎么样?看待"
    ),
    "en": re.compile(
        r"\b(?:what|how) (?:did|does|do|has|have|had|is|was|were) .*\b(?:say|said|tell|told|think|respond|react|reply"
        r"|comment|describe|explain|answer|call|put it)\b",
        re.I,
    ),
}
_BACK = re.compile(
    r"这(?:句|番|段|几句)话|这[首几]?[首句个]?[诗词字](?![段符典条汇人])"
    r"|(?:These|Those) words\b|Th(?:is|at) (?:saying|motto)\b"
)
# What follows from the sentence before, which is why.
_HENCE = re.compile(
    r"因[此而]|所以|为此|于是|正因(?:如此|为?此)|这样一来|[从自]那(?:以后|之后|时起|天起)|[自从]此(?=[，,以之])"
    r"|(?:Therefore|Hence|Thus|Consequently|As a result|Since then|Ever since|In response|After (?:that|this)"
    r"|Because of (?:that|this)|For (?:that|this) reason|(?:That|This)(?: is|['’]s| was) (?:why|the reason))\b"
    r"|So,? [a-z]"
)
# What asks for more than one thing of the same.
_OF_SEVERAL: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile("[每各]|分别|[这那]些|两[条座栋个家所]|几[条座个家所]|[二三四五六七八九十]+[条座个家所]"),
    "en": re.compile(
        r"\b(?:each|every|both|all|these|those|they|them|two|three|four|five|several)\b"
        r"|\b(?:do|did|are|were|have|had|will) (?:(?:the|its|their|his|her) )?(?:[\w-]+ ){0,2}?[\w-]+[^su\W]s\b",
        re.I,
    ),
}
# What several do together they do once.
_TOGETHER = re.compile(
    r"一起|共同|联[合席]|[会见]面|会[议谈晤]|开会|第一|头一|\b(?:together|joint\w*|first|met|meet\w*)\b", re.I
)
_OPENS, _CLOSES = "“「『", "”」』"


def select(
    question: str, language: Language, candidates: Sequence[Candidate], threshold: float, hits: Sequence[Hit]
) -> list[Candidate]:
    """The sentences to be said (see `extract.select`), of the hits, none that only gives the date or number of the
    likeliest again; where the question asks what somebody says, each with what ends the quotation that it opens.
    """
    likely = _said_once(extract.select(candidates, threshold), question, language)
    chosen = _with_meant(likely, hits, question, language)
    if not _ASKS[language].search(fold(question)):
        return chosen
    follows = {one.id: other for hit in hits for one, other in pairwise(hit.chunk.sentences)}
    found: dict[str, Candidate] = {}
    for candidate in chosen:
        for unit in _speech(candidate.sentence, follows):
            found.setdefault(unit.id, Candidate(unit, candidate.probability))
    return list(found.values())


def _said_once(chosen: Sequence[Candidate], question: str, language: Language) -> list[Candidate]:
    """The sentences without those, less likely than another, that give the same date or number as that one."""
    wanted = wanted_of(question, question, language)
    several = _OF_SEVERAL[language].search(fold(question)) and not _TOGETHER.search(question)
    if len(chosen) < 2 or several or wanted is None or wanted.kind not in _SAME:
        return list(chosen)
    kept: dict[str, Candidate] = {}
    for one in sorted(chosen, key=lambda one: -one.probability):
        short = short_answer(question, question, language, one.sentence)
        kept.setdefault(fold(short.text) if short else one.sentence.id, one)
    return [one for one in chosen if one in kept.values()]


def _with_meant(chosen: Sequence[Candidate], hits: Sequence[Hit], question: str, language: Language) -> list[Candidate]:
    """The sentences, each that needs the one before it behind that."""
    before = {other.id: one for hit in hits for one, other in pairwise(hit.chunk.sentences)}
    found: dict[str, Candidate] = {}
    for candidate in chosen:
        unit = candidate.sentence
        if unit.id in before and _points_back(unit, question, language):
            found.setdefault(before[unit.id].id, Candidate(before[unit.id], candidate.probability))
        found.setdefault(unit.id, candidate)
    return list(found.values())


def _points_back(unit: Unit, question: str, language: Language) -> bool:
    """Whether a sentence begins with what it points back to (这句话), only calls that by the name whose meaning is
    asked for (这一“压水”), or says what follows from it (因此) where the question asks why.
    """
    if _BACK.match(unit.text) or ("reason" in kinds_wanted(question, language) and _HENCE.match(unit.text)):
        return True
    name = asked_of(question, language)
    return name is not None and only_names(name, unit.read_in(language), language)


def _speech(unit: Unit, follows: Mapping[str, Unit]) -> list[Unit]:
    """The sentence, and those behind it up to the end of its quotation; alone where that is far off or not there."""
    speech, is_open = [unit], _left_open(unit.text)
    while is_open > 0 and len(speech) <= MOST and speech[-1].id in follows:
        speech.append(follows[speech[-1].id])
        is_open += _left_open(speech[-1].text)
    return speech if is_open <= 0 and speech[-1].paragraph == unit.paragraph else [unit]


def _left_open(text: str) -> int:
    """How many quotations more are opened than closed. Straight marks do not tell, but English sentences are not cut
    inside of them.
    """
    return sum(map(text.count, _OPENS)) - sum(map(text.count, _CLOSES))
