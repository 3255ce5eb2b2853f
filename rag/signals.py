"""What is known of a sentence as an answer to a question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rag.chunk import Unit
from rag.facts import facts, lacking
from rag.index import SENTENCES
from rag.kind import kind_match, kinds_wanted
from rag.language import is_in
from rag.lists.markers import announces
from rag.lists.wanted import list_wanted
from rag.match import Words, words_of
from rag.retrieve import Hit, Searcher
from rag.short.asked import Kind, Wanted
from rag.short.asked import asked as asked_for
from rag.short.find import find
from rag.topic import is_common
from rag.types import Language

_SORTS: Mapping[Kind, str] = {
    "date": "figure",
    "number": "figure",
    "person": "name",
    "place": "name",
    "title": "thing",
    "thing": "thing",
}
_PLACED = ("date", "order")
BEFORE = 0.8  # what a word counts that is said in the sentence before, and not in the sentence or its heading


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one sentence.

    `cosine` is that of question and sentence without what the articles are all about (see `topic`). `coverage` is the
    share of the question's words that the sentence, its heading and the sentence before say, `named` that of those
    which the articles are all about; `focus` is the share, in the sentence, of the words near to what asks. `kind` is
    1, -1 or 0 (see `kind.kind_match`); so are `figure` (a date or a number), `name` (a person or a place) and `thing`
    (any other), where a short answer is asked for and found, is not found, or is not asked for. `silent` is 1 where
    the sentence itself only asks, or announces what is not asked for as a list; `unsaid` is 1 where the question names
    a date or a place in an order that its chunk does not. `behind` is how far its chunk's retrieval score lies below
    the best one's. `foreign` is 1 where question and text share no language.
    """

    cosine: float
    coverage: float
    named: float
    focus: float
    kind: float
    figure: float
    name: float
    thing: float
    silent: float
    unsaid: float
    behind: float
    foreign: float


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence where it stands: what may be read with it."""

    sentence: Unit
    heading: str
    before: str
    unsaid: float
    behind: float

    @property
    def text(self) -> str:
        """The sentence and its translation."""
        return texts_of(self.sentence)


def measure(
    asked: str, understood: str, language: Language, hits: Sequence[Hit], searcher: Searcher
) -> list[tuple[Unit, Signals]]:
    """The signals of every sentence of the hits.

    What the sentence is about is judged by the question as `understood`, the kind of answer by what was `asked`.
    """
    contexts = list(_contexts(understood, hits, searcher))
    cosines = _cosines(understood, [context.sentence for context in contexts], searcher)
    words = words_of(understood, language, searcher.lexicon.rarity)
    common = np.array([is_common(token, searcher.lexicon) for token in words.tokens], bool)
    kinds = kinds_wanted(asked, language) or kinds_wanted(understood, language)
    wanted = asked_for(asked, language) or asked_for(understood, language)
    listed = list_wanted(asked, language) is not None
    return [
        (
            context.sentence,
            Signals(
                cosine=float(cosine),
                **_said(words, common, context),
                kind=kind_match(kinds, context.text),
                **_shorts(wanted, asked, understood, language, context.sentence),
                silent=float(_is_silent(context.sentence.text, listed)),
                unsaid=context.unsaid,
                behind=context.behind,
                foreign=float(not reads(context.sentence, language)),
            ),
        )
        for context, cosine in zip(contexts, cosines, strict=True)
    ]


def reads(unit: Unit, language: Language) -> bool:
    """Whether the unit can be read in the language, as printed or in its translation."""
    return is_in(unit.text, language) or unit.translation is not None


def texts_of(unit: Unit) -> str:
    """The unit's text and its translation."""
    return " ".join(filter(None, (unit.text, unit.translation)))


def _contexts(question: str, hits: Sequence[Hit], searcher: Searcher) -> Iterator[Context]:
    for hit in hits:
        heading = " ".join(filter(None, (hit.chunk.unit.section, hit.chunk.heading_translation)))
        unsaid = _unsaid(question, f"{heading} {texts_of(hit.chunk.unit)}")
        lead = searcher.before(hit.chunk)
        before = texts_of(lead) if lead and announces(lead.text) else ""
        for sentence in hit.chunk.sentences:
            yield Context(sentence, heading, before, unsaid, hits[0].score - hit.score)
            before = texts_of(sentence)


def _unsaid(question: str, passage: str) -> float:
    named = any(fact.unit in _PLACED for fact in facts(question))
    return float(named and any(fact.unit in _PLACED for fact in lacking(question, passage)))


def _said(words: Words, common: Any, context: Context) -> dict[str, float]:
    here = words.matched(context.text)
    said = np.maximum(here, np.maximum(words.matched(context.heading), BEFORE * words.matched(context.before)))
    named = words.coverage(said, common) if common.any() else 1.0
    return {"coverage": words.coverage(said), "named": named, "focus": words.focused(here)}


def _is_silent(text: str, listed: bool) -> bool:
    return (announces(text) and not listed) or text.rstrip("”’」』\"'").endswith(("?", "？"))


def _shorts(wanted: Wanted | None, asked: str, understood: str, language: Language, unit: Unit) -> dict[str, float]:
    shorts = dict.fromkeys(_SORTS.values(), 0.0)
    text = unit.text if is_in(unit.text, language) else unit.translation
    if wanted and text is not None:
        shorts[_SORTS[wanted.kind]] = 1.0 if find(asked, understood, language, text) else -1.0
    return shorts


def _cosines(question: str, sentences: Sequence[Unit], searcher: Searcher) -> Any:
    """The cosine of the question and each sentence, (sentences,)."""
    query = searcher.query(question)
    return searcher.index.nearer(SENTENCES, query, [sentence.id for sentence in sentences]) @ query.vector
