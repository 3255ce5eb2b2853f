"""What is known of a sentence as an answer to a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rag.chunk import Unit
from rag.index import SENTENCES
from rag.kind import kind_match, kinds_wanted
from rag.language import is_in
from rag.match import Words, words_of
from rag.retrieve import Hit, Searcher
from rag.short.asked import asked as asked_for
from rag.short.find import find
from rag.types import Language

BEFORE = 0.8  # what a word counts that is said in the sentence before, and not in the sentence or its heading


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one sentence.

    `cosine` is that of question and sentence, `centred` the same after the mean of all candidates was taken from both:
    what they have in common tells none of them from the others. `coverage` is the share of the question's words that
    the sentence, its heading and the sentence before say; `focus` the share, in the sentence, of those near to what
    asks. `kind` is 1, -1 or 0 (see `kind.kind_match`), `short` 1 or -1 where a short answer is asked for and found or
    not, else 0. `asks` is 1 where the sentence is itself a question, `behind` how far its chunk's retrieval score lies
    below the best one's. `foreign` is 1 where question and text share no language.
    """

    cosine: float
    centred: float
    coverage: float
    focus: float
    kind: float
    short: float
    asks: float
    behind: float
    foreign: float


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence where it stands: what may be read with it."""

    sentence: Unit
    heading: str
    before: str
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
    contexts = list(_contexts(hits))
    cosines, centred = _cosines(understood, [context.sentence for context in contexts], searcher)
    texts = [text for context in contexts for text in (context.text, context.heading)]
    words = words_of(understood, language, texts, searcher.lexicon.idf)
    kinds = kinds_wanted(asked, language) or kinds_wanted(understood, language)
    return [
        (
            context.sentence,
            Signals(
                cosine=float(cosine),
                centred=float(apart),
                **_said(words, context),
                kind=kind_match(kinds, context.text),
                short=_short(asked, understood, language, context.sentence),
                asks=float(context.sentence.text.rstrip("”’」』\"'").endswith(("?", "？"))),
                behind=context.behind,
                foreign=float(not reads(context.sentence, language)),
            ),
        )
        for context, cosine, apart in zip(contexts, cosines, centred, strict=True)
    ]


def reads(unit: Unit, language: Language) -> bool:
    """Whether the unit can be read in the language, as printed or in its translation."""
    return is_in(unit.text, language) or unit.translation is not None


def texts_of(unit: Unit) -> str:
    """The unit's text and its translation."""
    return " ".join(filter(None, (unit.text, unit.translation)))


def _contexts(hits: Sequence[Hit]) -> Iterator[Context]:
    for hit in hits:
        heading = " ".join(filter(None, (hit.chunk.unit.section, hit.chunk.heading_translation)))
        before = ""
        for sentence in hit.chunk.sentences:
            yield Context(sentence, heading, before, hits[0].score - hit.score)
            before = texts_of(sentence)


def _said(words: Words, context: Context) -> dict[str, float]:
    here = words.matched(context.text)
    around = np.maximum(words.matched(context.heading), BEFORE * words.matched(context.before))
    return {"coverage": words.coverage(np.maximum(here, around)), "focus": words.focused(here)}


def _short(asked: str, understood: str, language: Language, unit: Unit) -> float:
    text = unit.text if is_in(unit.text, language) else unit.translation
    if text is None or not (asked_for(asked, language) or asked_for(understood, language)):
        return 0.0
    return 1.0 if find(asked, understood, language, text) else -1.0


def _cosines(question: str, sentences: Sequence[Unit], searcher: Searcher) -> tuple[Any, Any]:
    """The cosine of the question and each sentence, as they are and centred; both (sentences,)."""
    asked = np.asarray(searcher.vector(question))
    vectors = searcher.index.nearer(SENTENCES, asked, [sentence.id for sentence in sentences])
    middle = vectors.mean(axis=0)
    apart, away = vectors - middle, asked - middle
    lengths = np.linalg.norm(apart, axis=1) * np.linalg.norm(away)
    return vectors @ asked, apart @ away / np.maximum(lengths, 1e-9)
