"""Questions that ask for a list, answered with the whole of an enumeration of the article."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, takewhile

from corpus.article import Article
from corpus.fold import fold
from rag.chunk import Chunk, Unit, texts_of
from rag.extract import Candidate, select
from rag.lists.enumeration import Enumeration, enumerations
from rag.lists.fit import COUNTED, Asked, calls, holds_list, is_asked_for, near_best, of_sentences, said
from rag.lists.headed import Near, advised, labelled, steps, titled, under
from rag.lists.markers import HAN_NUMBER, NUMBER_WORD, announces, heads_item, leads_in
from rag.lists.nth import Nth, nth_asked
from rag.lists.wanted import asks_once, counted, counted_as, counts_anything, kind_of, list_wanted, wants_advice
from rag.match import Rarity, words_of
from rag.retrieve import Hit
from rag.short.asked import asked as short_wanted
from rag.types import Language

MAX_ITEMS = 12  # of a longer enumeration the first ones are given
NAMED = 0.9  # how sure a list is that the article calls just as the question does
CALLED = 0.6  # what such a list must say of the rest of the question
MOST_BEHIND = 3  # sentences that say what the headline of an item means
FEWEST = 3  # two things (both areas) are often counted without being a list

_TASKS = re.compile(
    rf"{HAN_NUMBER}[项件个大][^，,。；;]{{0,8}}?(?:任务|工作|事项?|举?措施?)"
    rf"|\b(?:{NUMBER_WORD}) (?:[a-z]+ )?(?:tasks|jobs|things|priorities)\b"
)


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
        best = candidates[0].sentence
        if told := steps(understood, language, best, self.of(best.article_id), rarity):
            return _parts(told, candidates[0].probability)
        wanted = list_wanted(asked, language)
        if wanted is not None:
            texts = (understood, counted(asked, language), kind_of(asked, language))
            words, things, kind = (words_of(one, language, rarity) for one in texts)
            return self._wanted(Asked(wanted, words, things, kind, asks_once(asked, language)), candidates, threshold)
        chosen, short = select(candidates, threshold), short_wanted(asked, language)
        if short is not None and short.kind != "thing":
            return []
        return self._announced(chosen) or self._implied(asked, understood, language, chosen, candidates[0], rarity)

    def _implied(
        self,
        asked: str,
        understood: str,
        language: Language,
        chosen: Sequence[Candidate],
        best: Candidate,
        rarity: Rarity,
    ) -> list[Candidate]:
        """The parts of the list that a question is on though it does not ask for a list; empty where there is none."""
        near = self._near(best.sentence.article_id)
        found = advised(best.sentence, near) if wants_advice(asked, language) else None
        found = found or under(understood, language, chosen, best.sentence, near, rarity)
        return _parts(found, best.probability) if found else []

    def named(
        self, asked: str, understood: str, language: Language, hits: Sequence[Hit], rarity: Rarity
    ) -> list[Candidate]:
        """The parts of what the article calls just as the question does, in reading order: the item that it asks for by
        its place, the only list under such a heading, or that of as many things (六个联动); empty where there is none,
        or the question is on other things too.
        """
        if nth := nth_asked(understood, language):
            return self._nth(nth, understood, language, hits, rarity)
        wanted = list_wanted(asked, language) or 0
        if wanted >= FEWEST:
            best = self._called(wanted, asked, understood, language, hits, rarity)
        else:
            near = [self._near(name) for name in dict.fromkeys(hit.chunk.unit.article_id for hit in hits)]
            if item := labelled(asked, understood, language, near, rarity):
                return [Candidate(unit, NAMED) for unit in self._item(item)]
            best = titled(asked, understood, language, near, rarity)
        return _parts(best, NAMED) if best else []

    def _called(
        self, wanted: int, asked: str, understood: str, language: Language, hits: Sequence[Hit], rarity: Rarity
    ) -> Enumeration | None:
        """The list of as many things as are wanted that is introduced by just what the question calls them."""
        if counts_anything(asked, language):
            return self._of_tasks(wanted, hits)
        called = counted_as(asked, language)
        if not called:
            return None
        rest = words_of(fold(understood).replace(called, ""), language, rarity)
        named = (e for e in self._of_size(wanted, [hit.chunk.unit for hit in hits]) if calls(e, called))
        return next((e for e in named if rest.covered(self._whole(e)) >= CALLED), None)

    def _nth(self, nth: Nth, question: str, language: Language, hits: Sequence[Hit], rarity: Rarity) -> list[Candidate]:
        """The item that is asked for by its place, with what goes on with it; empty where more than one could be."""
        rest = words_of(fold(question).replace(nth.words, ""), language, rarity)
        found = {e.lead: e for e in self._in([hit.chunk.unit for hit in hits]) if nth.is_of(e)}
        fit = [e for e in found.values() if not rest.tokens or rest.covered(self._whole(e)) >= CALLED]
        if len(fit) != 1:
            return []
        item = fit[0].items[nth.place - (nth.place > 0)]
        return [Candidate(unit, NAMED) for unit in self._item(item)]

    def in_full(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """The chosen sentences, each that only heads an item of a list before those of its paragraph that go on with
        the item, each row of a table behind what heads it.
        """
        found: dict[str, Candidate] = {}
        for candidate in chosen:
            for unit in self._item(candidate.sentence):
                found.setdefault(unit.id, Candidate(unit, candidate.probability))
        return list(found.values())

    def _item(self, unit: Unit) -> list[Unit]:
        """A sentence, and what goes on with the item of a list that it heads, or what heads the row that it is."""
        if unit.head:
            return [unit.head, unit]
        if not heads_item(unit.text):
            return [unit]
        items = {one.id for e in self.of(unit.article_id) if unit in e.items for one in e.items}
        if not items:
            return [unit]
        others = (one for one in self._sentences[unit.article_id] if one.id in items and one.id != unit.id)
        goes_on = any(self._behind(one, items) for one in others)  # what stands behind one item only may be apart
        return [unit, *(self._behind(unit, items) if goes_on else ())]

    def _behind(self, item: Unit, items: Collection[str]) -> list[Unit]:
        """The sentences of its paragraph behind an item, up to the next of the `items`, given by their ids."""
        sentences = self._sentences[item.article_id]
        behind = islice(sentences, sentences.index(item) + 1, None)
        own = takewhile(lambda one: one.paragraph == item.paragraph and one.id not in items, behind)
        return list(islice(own, MOST_BEHIND))

    def _of_tasks(self, wanted: int, hits: Sequence[Hit]) -> Enumeration | None:
        """The only list of so many tasks, for whoever asks for as many things to do."""
        found = self._of_size(wanted, [hit.chunk.unit for hit in hits])
        led = ((e.lead, e) for e in found if of_sentences(e))
        tasks = {lead: e for lead, e in led if lead and _TASKS.search(fold(texts_of(lead)))}
        return tasks.popitem()[1] if len(tasks) == 1 else None

    def _whole(self, enumeration: Enumeration) -> str:
        """What is said of an enumeration, and under the same heading."""
        first = enumeration.items[0]
        beside = (one for one in self._sentences[first.article_id] if one.section == first.section)
        return " ".join((said(enumeration), enumeration.over, *map(texts_of, beside)))

    def _wanted(self, asked: Asked, candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
        """The list that is asked for; where no enumeration is it, and nothing else is asked for, the likely sentences
        that hold one.
        """
        wanted, near = asked.wanted, near_best(candidates, threshold, asked.things)
        fit = partial(is_asked_for, asked=asked, near=near)
        for candidate in near:
            found = (e for e in self.of(candidate.sentence.article_id) if fit(e, candidate.sentence))
            if enumeration := next(found, None):
                is_sure = enumeration.count and of_sentences(enumeration)
                exact = None if is_sure else self._counted(candidates, asked)
                return _parts(exact or enumeration, candidate.probability)
            if holds_list(candidate.sentence, wanted):
                break
        else:
            if enumeration := self._counted(candidates, asked):
                return _parts(enumeration, candidates[0].probability)
        chosen = select(near, min(threshold, near[0].probability)) if asked.is_all else ()
        return [c for c in chosen if holds_list(c.sentence, wanted)]

    def _counted(self, candidates: Sequence[Candidate], asked: Asked) -> Enumeration | None:
        """The list of just as many things as are wanted, in the articles of the candidates: of some the one that says
        most of the question's words, headings last.
        """
        found = self._of_size(asked.wanted, [candidate.sentence for candidate in candidates])
        fit = [e for e in found if asked.things.covered(said(e)) >= COUNTED]
        return max(fit, key=lambda e: (of_sentences(e), asked.words.covered(said(e))), default=None)

    def _of_size(self, wanted: int, near: Iterable[Unit]) -> Iterator[Enumeration]:
        """The enumerations of just so many items, none for 0, in the articles of some stretches."""
        return (e for e in self._in(near) if wanted and e.count == wanted)

    def _near(self, article_id: str) -> Near:
        return Near(self.of(article_id), self._sentences[article_id])

    def _in(self, near: Iterable[Unit]) -> Iterator[Enumeration]:
        """The enumerations in the articles of some stretches."""
        return (e for name in dict.fromkeys(unit.article_id for unit in near) for e in self.of(name))

    def _announced(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """The list that one of the chosen sentences says is to follow, or begins: alone it answers nothing."""
        for candidate in chosen:
            unit = candidate.sentence
            led = [e for e in self.of(unit.article_id) if e.lead == unit] if announces(unit.text) else []
            begun = [e for e in self.of(unit.article_id) if e.items[0] == unit] if leads_in(unit.text) else []
            if found := next((e for e in (*led, *begun) if e.lead or e.count > 1), None):
                return _parts(found, candidate.probability)
        return []


def _parts(enumeration: Enumeration, probability: float) -> list[Candidate]:
    """Not every item need have been retrieved: as one answer, all are as likely as the one that was."""
    lead = (enumeration.lead,) if enumeration.lead else ()
    return [Candidate(unit, probability) for unit in (*lead, *enumeration.items[:MAX_ITEMS])]
