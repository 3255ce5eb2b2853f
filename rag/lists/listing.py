"""Questions that ask for a list, answered with the whole of an enumeration of the article."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.article import Article
from corpus.fold import fold
from rag.chunk import Chunk, Unit
from rag.extract import KEEP, Candidate, select
from rag.lists.enumeration import Enumeration, enumerations
from rag.lists.markers import HAN_NUMBER, NUMBER_WORD, announces, list_sizes, ordinals
from rag.lists.wanted import counted, counted_as, counts_anything, kind_of, list_wanted
from rag.match import MEANT, SURELY, Rarity, Words, words_of
from rag.retrieve import Hit
from rag.short.asked import asked as short_wanted
from rag.signals.context import texts_of
from rag.types import Language

MAX_ITEMS = 12  # of a longer enumeration the first ones are given
COVERED = 0.7  # headings that nothing introduces are a list only of what the headings above them say
HEADED = 0.3  # what the words that introduce headings must say of the question
NAMED = 0.9  # how sure a list is that the article calls just as the question does
CALLED = 0.6  # what such a list must say of the rest of the question
FEWEST = 3  # two things (both areas) are often counted without being a list
SAYING = 0.3  # share of the likeliest sentence's probability at which one that says the things wanted goes before it
COUNTED = MEANT * SURELY  # share of the words for what a question counts that a list of so many items must say

# Twice in a question, the list is not all that it asks for.
_ASKING: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"什么|哪|谁|多少|怎|如何|为何|何时"),
    "en": re.compile(r"\b(?:what|which|who|when|where|how|why)\b"),
}


# What wants the steps of a list, where one says how.
_HOW_TO: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"步骤|流程|怎[么样]|如何"),
    "en": re.compile(r"\bhow (?:to|(?:do|can|should|must|may) (?:i|you|we|one))\b|\bsteps\b"),
}
_TASKS = re.compile(
    rf"{HAN_NUMBER}[项件个大][^，,。；;]{{0,8}}?(?:任务|工作|事项?|举?措施?)"
    rf"|\b(?:{NUMBER_WORD}) (?:[a-z]+ )?(?:tasks|jobs|things|priorities)\b"
)
_STEPS = re.compile(r"(?:哪[些几个]+|什么)?(?:步骤|流程)|\bsteps\b", re.I)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A list that is asked for: of how many items, 0 for any number; the words of the question, of what the number
    counts, and of what it asks which of; and whether nothing else is asked for.
    """

    wanted: int
    words: Words
    things: Words
    kind: Words
    is_all: bool


class Listing:
    """The enumerations of some articles, found when an article is first asked for a list."""

    def __init__(self, articles: Iterable[Article], chunks: Iterable[Chunk]) -> None:
        self._articles = {article.id: article for article in articles}
        self._sentences: dict[str, list[Unit]] = {name: [] for name in self._articles}
        for chunk in chunks:
            self._sentences[chunk.unit.article_id] += chunk.sentences
        self._found: dict[str, list[Enumeration]] = {}

    def of(self, article_id: str) -> list[Enumeration]:
        """The enumerations of one article, shorter ones first."""
        if article_id not in self._found:
            article = self._articles[article_id]
            self._found[article_id] = enumerations(article, self._sentences[article_id])
        return self._found[article_id]

    def select(
        self,
        asked: str,
        understood: str,
        language: Language,
        candidates: Sequence[Candidate],
        threshold: float,
        rarity: Rarity,
    ) -> list[Candidate]:
        """The parts of the list that is asked for, in reading order; empty where none is, or none is found.

        That is a whole enumeration, with the sentence that introduces it and at most MAX_ITEMS items, or of the
        sentences that would answer anyway those that hold a list, unless the question asks for more. `candidates`
        come likeliest first.
        """
        if not candidates or candidates[0].probability < threshold:
            return []
        if steps := self._steps(understood, language, candidates[0].sentence, rarity):
            return _parts(steps, candidates[0].probability)
        wanted = list_wanted(asked, language)
        if wanted is not None:
            texts = (understood, counted(asked, language), kind_of(asked, language))
            words, things, kind = (words_of(one, language, rarity) for one in texts)
            is_all = len(_ASKING[language].findall(fold(asked))) < 2
            return self._wanted(_Asked(wanted, words, things, kind, is_all), candidates, threshold)
        short = short_wanted(asked, language)
        return self._announced(select(candidates, threshold)) if short is None or short.kind == "thing" else []

    def named(
        self, asked: str, understood: str, language: Language, hits: Sequence[Hit], rarity: Rarity
    ) -> list[Candidate]:
        """The parts of the list of as many things as the question counts that the article calls just as it does
        (六个联动), in reading order; empty where there is none, or the question is on other things too.
        """
        wanted = list_wanted(asked, language) or 0
        if wanted < FEWEST:
            return []
        if counts_anything(asked, language):
            return self._of_tasks(wanted, hits)
        called = counted_as(asked, language)
        if not called:
            return []
        rest = words_of(fold(understood).replace(called, ""), language, rarity)
        named = (e for e in self._of_size(wanted, [hit.chunk.unit for hit in hits]) if _calls(e, called))
        best = next((e for e in named if rest.covered(self._whole(e)) >= CALLED), None)
        return _parts(best, NAMED) if best else []

    def _of_tasks(self, wanted: int, hits: Sequence[Hit]) -> list[Candidate]:
        """The parts of the only list of so many tasks, for whoever asks for as many things to do."""
        found = self._of_size(wanted, [hit.chunk.unit for hit in hits])
        led = ((e.lead, e) for e in found if e.items[0].id in e.inside)
        tasks = {lead: e for lead, e in led if lead and _TASKS.search(fold(texts_of(lead)))}
        return _parts(tasks.popitem()[1], NAMED) if len(tasks) == 1 else []

    def _whole(self, enumeration: Enumeration) -> str:
        """What is said of an enumeration, and under the same heading."""
        first = enumeration.items[0]
        beside = (one for one in self._sentences[first.article_id] if one.section == first.section)
        return " ".join((_said(enumeration), *map(texts_of, beside)))

    def _wanted(self, asked: _Asked, candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
        """The list that is asked for; where no enumeration is it, and nothing else is asked for, the likely sentences
        that hold one.
        """
        wanted, near = asked.wanted, _near(candidates, threshold, asked.things)
        fit = partial(_is_asked_for, asked=asked, near=near)
        for candidate in near:
            found = (e for e in self.of(candidate.sentence.article_id) if fit(e, candidate.sentence))
            if enumeration := next(found, None):
                exact = None if enumeration.count else self._counted(candidates, asked)
                return _parts(exact or enumeration, candidate.probability)
            if _holds_list(candidate.sentence, wanted):
                break
        else:
            if enumeration := self._counted(candidates, asked):
                return _parts(enumeration, candidates[0].probability)
        chosen = select(near, min(threshold, near[0].probability)) if asked.is_all else ()
        return [c for c in chosen if _holds_list(c.sentence, wanted)]

    def _counted(self, candidates: Sequence[Candidate], asked: _Asked) -> Enumeration | None:
        """The list of just as many things as are wanted, in the articles of the candidates: of some the one that says
        most of the question's words.
        """
        found = self._of_size(asked.wanted, [candidate.sentence for candidate in candidates])
        fit = [e for e in found if asked.things.covered(_said(e)) >= COUNTED]
        return max(fit, key=lambda e: asked.words.covered(_said(e)), default=None)

    def _of_size(self, wanted: int, near: Iterable[Unit]) -> Iterator[Enumeration]:
        """The enumerations of just so many items, none for 0, in the articles of some stretches."""
        names = dict.fromkeys(unit.article_id for unit in near)
        return (e for name in names for e in self.of(name) if wanted and e.count == wanted)

    def _steps(self, question: str, language: Language, best: Unit, rarity: Rarity) -> Enumeration | None:
        """The numbered steps of what the question asks how to do, in the section of the best sentence."""
        if not _HOW_TO[language].search(fold(question)):
            return None
        words = words_of(_STEPS.sub("", question), language, rarity)
        numbered = (e for e in self.of(best.article_id) if e.count > 1 and ordinals(e.items[0].text))
        near = (e for e in numbered if e.items[0].section == best.section)
        least = max(COVERED, words.covered(texts_of(best)))
        return next((e for e in near if words.covered(_said(e)) >= least), None)

    def _announced(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """The list that one of the chosen sentences says is to follow: alone it answers nothing."""
        for candidate in chosen:
            found = (e for e in self.of(candidate.sentence.article_id) if e.lead == candidate.sentence)
            if announces(candidate.sentence.text) and (enumeration := next(found, None)):
                return _parts(enumeration, candidate.probability)
        return []


def _near(candidates: Sequence[Candidate], threshold: float, things: Words) -> Sequence[Candidate]:
    """The candidates nearly as likely as the likeliest; where none of them says the things that so many of are wanted,
    the likeliest one that does and is not much less likely.
    """
    best = candidates[0].probability
    near = [c for c in candidates if c.probability >= max(KEEP * best, threshold)]
    said = (c for c in candidates if c.probability >= SAYING * best and things.covered(texts_of(c.sentence)) >= COUNTED)
    first = next(said, None)
    return near if first is None or first in near else [first]


def _said(enumeration: Enumeration) -> str:
    """What is said of an enumeration as a whole."""
    return f"{texts_of(enumeration.lead)} {enumeration.titles}" if enumeration.lead else enumeration.titles


def _calls(enumeration: Enumeration, name: str) -> bool:
    return enumeration.lead is not None and name in fold(texts_of(enumeration.lead))


def _is_asked_for(enumeration: Enumeration, sentence: Unit, asked: _Asked, near: Sequence[Candidate]) -> bool:
    """Whether the enumeration that a likely sentence belongs to is the list, and not only that sentence the answer."""
    lead, titles, wanted, coverage = enumeration.lead, enumeration.titles, asked.wanted, asked.words.covered
    if sentence.id not in enumeration.inside and sentence != lead:
        return False
    if wanted and enumeration.count not in (0, wanted):
        return False
    likely = {candidate.sentence.id for candidate in near}
    likely_items = sum(item.id in likely for item in enumeration.items)
    alone = coverage(texts_of(sentence))
    # What only goes on with an item may be the answer by itself, however well the list fits the question; headings are
    # items that are never sentences.
    of_sentences = enumeration.items[0].id in enumeration.inside
    is_sign = wanted > 0 or not of_sentences or sentence in (lead, *enumeration.items)
    least = alone if of_sentences else max(alone, HEADED)
    return (
        bool(lead and (lead.id in likely or (is_sign and coverage(_said(enumeration)) >= least)))
        or (is_sign and coverage(titles) >= max(COVERED, alone))
        or (of_sentences and is_sign and asked.kind.covered(titles) >= COVERED)
        or likely_items >= max(2, enumeration.count / 2)
        or (
            (wanted > 0 or coverage(enumeration.frame) > 0)
            and sentence in enumeration.items
            and not _holds_list(sentence, wanted)
        )
    )


def _holds_list(sentence: Unit, wanted: int) -> bool:
    sizes = list_sizes(sentence.text)
    return wanted in sizes if wanted else max(sizes, default=0) >= 3


def _parts(enumeration: Enumeration, probability: float) -> list[Candidate]:
    """Not every item need have been retrieved: as one answer, all are as likely as the one that was."""
    lead = (enumeration.lead,) if enumeration.lead else ()
    return [Candidate(unit, probability) for unit in (*lead, *enumeration.items[:MAX_ITEMS])]
