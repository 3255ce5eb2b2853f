"""Questions that an article answers below a heading that asks or names the same, as a page of frequent ones does, or
behind a label: answered with what stands there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile

from corpus.fold import fold
from rag.chunk import Unit
from rag.extract import Candidate
from rag.field import field_asked, fields, is_of
from rag.lexical import content_words
from rag.lists.markers import begins_item
from rag.match import words_of
from rag.retrieve import Hit, Searcher
from rag.section import MOST, SAID, below_of, first_of, heading_over, is_light, named, open_to, title_over
from rag.signals.label import label_of, name_of
from rag.types import Language

SURE = 0.95  # the probability of what stands below it
MOST_CALLED = 3  # fields of one kind (咨询电话, 投诉电话) that answer what asks for the kind
_ENDS = re.compile(r"[?？][”’\"'）)*]*$")
_ASKS = re.compile(
    r"^(?:why|how|what|when|where|who|which)\s+\S|为什么|为何|如何|怎[么样]|什么|哪[里些儿个]|多[少久]|原因$", re.I
)
_HOW = re.compile("如何|怎样|怎么[办样]?")
_WHY = re.compile(
    r"的?原因(?:是什么|有哪些|何在|是啥)?[?]?$"
    r"|\bwhat (?:is|was|are|were) the (?:\w+ )?reasons? (?:for|that|why|behind)\b"
)
_ASKS_WHAT = re.compile(r"(?:是|有|包括)?(?:什么|哪些|怎么?样的?|多少|如何)[?]?$")  # labels are Chinese
# What two questions that ask the same have in common beside their words.
_FORM: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"为什么|怎么|多[久少大高长远重]|什么|哪|谁|几|吗|是否|[能可]|不|没|别"),
    "en": re.compile(
        r"\bhow (?:much|many|long|old|often|far|big|large|high|tall|soon)\b|^\W*\w+|\bnot\b|n['’]t\b|\bno\b"
    ),
}


def posed(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> list[Candidate]:
    """The first of the sentences below the heading that asks the same, or only names what is asked for, or behind the
    label of that, in reading order; none where there is neither.
    """
    asking = (hit for hit in hits if _is_same(question, _asking(hit, language, searcher), language, searcher))
    if best := next(asking, None):
        return _sure(first_of(below_of(best, searcher)))
    exact, ending = _fields(question, language, hits)
    return _sure(
        exact
        or named(question, language, hits, searcher)
        or open_to(question, language, hits, searcher)
        or _labelled(question, hits)
        or ending
    )


def _sure(sentences: Iterable[Unit]) -> list[Candidate]:
    return [Candidate(sentence, SURE) for sentence in sentences]


def _labelled(question: str, hits: Sequence[Hit]) -> list[Unit]:
    """The first sentences behind the label that says all that a question asks what it is: 收费标准是什么？."""
    own = content_words(question) if _ASKS_WHAT.search(fold(question)) else []
    for hit in hits if own else ():
        label, sentences = label_of(hit.chunk.sentences), hit.chunk.sentences[1:]
        if label and content_words(name_of(label.text)) == own:
            behind = takewhile(lambda sentence: not begins_item(sentence.text), sentences)
            return list(islice(behind, MOST))
    return []


def _fields(question: str, language: Language, hits: Sequence[Hit]) -> tuple[list[Unit], list[Unit]]:
    """The only sentence with a field that is called just what a question asks for (电话：…), and the few with one whose
    label ends with that, where none is.
    """
    name = field_asked(question, language)
    sentences = [sentence for hit in hits for sentence in hit.chunk.sentences] if name else []
    found = [(one.label, sentence) for sentence in sentences for one in fields(sentence.text) if is_of(name, one)]
    exact = [sentence for label, sentence in found if label == name]
    ending = sorted(dict(found).values(), key=lambda unit: (unit.article_id, unit.start)) if not exact else []
    return exact if len(exact) == 1 else [], ending if len(ending) == len(found) <= MOST_CALLED else []


def _asking(hit: Hit, language: Language, searcher: Searcher) -> str:
    """The question that stands over a hit, without what marks it as one; empty where none does."""
    heading = heading_over(hit, language)
    if _ENDS.search(heading):
        return heading
    return heading if _ASKS.search(heading) and hit.chunk.unit.section != title_over(hit, searcher) else ""


def _is_same(question: str, heading: str, language: Language, searcher: Searcher) -> bool:
    """Whether a question says nothing that a heading does not, and most of what that says, in the same form."""
    question, heading = (_WHY.sub({"zh": "为什么", "en": "why"}[language], fold(one)) for one in (question, heading))
    own, its = set(content_words(question)), set(content_words(heading))
    if not own & its or not is_light(own - its) or _form(question, language) != _form(heading, language):
        return False
    return words_of(heading, language, searcher.lexicon.rarity).covered(question) >= SAID


def _form(question: str, language: Language) -> list[str]:
    return sorted(_FORM[language].findall(_HOW.sub("怎么", fold(question))))
