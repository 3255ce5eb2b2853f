"""What somebody says, quoted to its end: a sentence that opens a quotation is half an answer to what was said, and one
that only points back to it (这句话…), or to what a thing is, is none.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.fold import fold
from rag import extract
from rag.chunk import Unit
from rag.extract import Candidate
from rag.retrieve import Hit
from rag.signals.definition import asked_of, only_names
from rag.types import Language

MOST = 2  # further sentences
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
_OPENS, _CLOSES = "“「『", "”」』"


def select(
    question: str, language: Language, candidates: Sequence[Candidate], threshold: float, hits: Sequence[Hit]
) -> list[Candidate]:
    """The sentences to be said (see `extract.select`), of the hits; where the question asks what somebody says, each
    with what ends the quotation that it opens.
    """
    chosen = _with_meant(extract.select(candidates, threshold), hits, asked_of(question, language), language)
    if not _ASKS[language].search(fold(question)):
        return chosen
    follows = {one.id: other for hit in hits for one, other in pairwise(hit.chunk.sentences)}
    found: dict[str, Candidate] = {}
    for candidate in chosen:
        for unit in _speech(candidate.sentence, follows):
            found.setdefault(unit.id, Candidate(unit, candidate.probability))
    return list(found.values())


def _with_meant(
    chosen: Sequence[Candidate], hits: Sequence[Hit], name: str | None, language: Language
) -> list[Candidate]:
    """The sentences, each that begins with what it points back to (这句话), or only calls it by the name whose meaning
    is asked for (这一“压水”), behind the one before it.
    """
    before = {other.id: one for hit in hits for one, other in pairwise(hit.chunk.sentences)}
    found: dict[str, Candidate] = {}
    for candidate in chosen:
        unit = candidate.sentence
        points = _BACK.match(unit.text) or (name and only_names(name, unit.read_in(language), language))
        if points and unit.id in before:
            found.setdefault(before[unit.id].id, Candidate(before[unit.id], candidate.probability))
        found.setdefault(unit.id, candidate)
    return list(found.values())


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
