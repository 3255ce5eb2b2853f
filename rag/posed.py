"""Questions that an article asks itself in a heading, as a page of frequent ones does, or that name one of its labels:
answered with what is below.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from corpus.fold import fold
from corpus.headings import QUESTION_LABEL
from rag.extract import Candidate
from rag.lexical import content_words
from rag.lists.markers import begins_item
from rag.match import words_of
from rag.retrieve import Hit, Searcher
from rag.signals.label import label_of, name_of
from rag.types import Language

SAID = 0.5  # share of a heading that a question must say at least; it must say nothing else
SURE = 0.95  # the probability of what stands below it
MOST = 4  # sentences of the answer
_ASKS = re.compile(r"[?？][”’\"'）)*]*$")
_LABEL = re.compile(rf"^{QUESTION_LABEL}\s*", re.I)
_HOW = re.compile("如何|怎样|怎么[办样]?")
_ASKS_WHAT = re.compile(r"(?:是|有|包括)?(?:什么|哪些|怎么?样的?|多少|如何)[?]?$")  # labels are Chinese
# What two questions that ask the same have in common beside their words.
_FORM: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"为什么|怎么|多[久少大高长远重]|什么|哪|谁|几|吗|是否|[能可]|不|没|别"),
    "en": re.compile(r"^\W*\w+|\bhow \w+|\bnot\b|n['’]t\b|\bno\b"),
}


def posed(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> list[Candidate]:
    """The first of the retrieved sentences below the heading that asks the same, or behind the label of what is asked
    for, in reading order; none where there is neither.
    """
    best = next((hit for hit in hits if _is_same(question, _heading(hit, language), language, searcher)), None)
    if best is None:
        return _labelled(question, hits)
    place = (best.chunk.unit.article_id, best.chunk.unit.section)
    below = [hit.chunk for hit in hits if (hit.chunk.unit.article_id, hit.chunk.unit.section) == place]
    sentences = [one for chunk in sorted(below, key=lambda chunk: chunk.unit.start) for one in chunk.sentences]
    return [Candidate(sentence, SURE) for sentence in sentences[:MOST]]


def _labelled(question: str, hits: Sequence[Hit]) -> list[Candidate]:
    """The first sentences behind the label that says all that a question asks what it is: 收费标准是什么？."""
    own = content_words(question) if _ASKS_WHAT.search(fold(question)) else []
    for hit in hits if own else ():
        label, sentences = label_of(hit.chunk.sentences), hit.chunk.sentences[1:]
        if label and content_words(name_of(label.text)) == own:
            behind = takewhile(lambda sentence: not begins_item(sentence.text), sentences)
            return [Candidate(sentence, SURE) for sentence in islice(behind, MOST)]
    return []


def _heading(hit: Hit, language: Language) -> str:
    """The question that stands over a hit, without what marks it as one; empty where none does."""
    heading = hit.chunk.heading_in(language) or ""
    return _LABEL.sub("", heading) if _ASKS.search(heading) else ""


def _is_same(question: str, heading: str, language: Language, searcher: Searcher) -> bool:
    """Whether a question says nothing that a heading does not, and most of what that says, in the same form."""
    own = set(content_words(question))
    if not own or not own <= set(content_words(heading)) or _form(question, language) != _form(heading, language):
        return False
    return words_of(heading, language, searcher.lexicon.rarity).covered(question) >= SAID


def _form(question: str, language: Language) -> list[str]:
    return sorted(_FORM[language].findall(_HOW.sub("怎么", fold(question))))
