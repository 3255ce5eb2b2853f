"""What is known of a sentence as an answer to a question."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from rag.chunk import Unit, reads
from rag.index import SENTENCES
from rag.language import is_in
from rag.lists.markers import announces, counts_named
from rag.lists.wanted import list_wanted
from rag.match import SURELY, Words, words_of
from rag.retrieve import Hit, Searcher
from rag.short.asked import Kind, Wanted, wanted_of
from rag.short.find import BY_FORM, find, holds, may_hold
from rag.signals.allowed import deed_of
from rag.signals.context import Context, contexts_of, may_answer
from rag.signals.definition import asked_of, definition_match
from rag.signals.kind import kind_match, kinds_wanted
from rag.signals.named import name_words
from rag.signals.open import is_open
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
_MEANT = 0.3  # how much a text must say a deed to be on it
BEFORE = 0.8  # what a word counts that is said in the sentence before, and not in the sentence or its heading


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one sentence.

    `cosine` is that of question and sentence without what the articles are all about (see `topic`). `coverage` is the
    share of the question's words that the sentence, its heading and the sentence before say, `named` that of those
    which the articles are all about, none where it names another such thing instead; `focus` is the share, in the
    sentence, of the words near to what asks. `kind` is 1, -1 or 0 (see `kind.kind_match`). `figure` (a date or a
    number), `name` (a person or a place) and `thing` (any other) are 1 where such a short answer is asked for and
    found, -1 where the sentence holds nothing that could be it, and 0 where it is unsure or not asked for; in the
    other language its form alone tells, and it is never sure. `silent` is 1 where the sentence itself only asks, says
    that the question is asked, or announces what is not asked for as a list; `unsaid` is 1 where the question names a
    date or a place in an order that its chunk does not, or a title in its marks that no chunk does; a name, where
    nothing up to the sentence says one of its own; what a life holds or what may be done, and it says nothing of that;
    when or where something was done, or which town or bank it was, and it has none of the usual words for that, or no
    name; or what one does to another, and it says that the other does so to the one; 2 where two such doubts meet.
    `missed` is 1 where a name of the question, none of those that all is about, is not said by the sentence, its
    heading or the sentence before.
    `behind` is how far its chunk's retrieval score lies below the best one's. `foreign` is 1 where question and text
    share no language, `known` the share of the question's words that the articles say anywhere, `strange` the number
    of those that they do not. `said` is the natural logarithm of one more than the rarities of the words that count
    for the coverage, added up. `read` is what the reader finds (see `rag.reading`), 0 before it has read. `withheld` is
    1 where the sentence is on what is asked and does not say it.
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
    missed: float
    foreign: float
    known: float
    strange: float
    said: float
    read: float = 0.0
    withheld: float = 0.0


def measure(
    asked: str, understood: str, language: Language, hits: Sequence[Hit], searcher: Searcher
) -> list[tuple[Unit, Signals]]:
    """The signals of every sentence of the hits but labels of those after them, those on a rival of what the question
    names, where others are, and those that have no say in what it asks.

    What the sentence is about is judged by the question as `understood`, the kind of answer by what was `asked`.
    """
    contexts = _contexts(understood, language, hits, searcher)
    if not contexts:
        return []
    cosines = _cosines(understood, [context.sentence for context in contexts], searcher)
    words = words_of(understood, language, searcher.lexicon.rarity)
    common = np.array([is_common(token, searcher.lexicon) for token in words.tokens], bool)
    names = name_words(understood, language)
    own = np.array([token in names for token in words.tokens], bool) & ~common
    deed = deed_of(understood) if language == "zh" else frozenset[str]()
    done = np.array([token in deed for token in words.tokens], bool)
    kinds = kinds_wanted(asked, language) or kinds_wanted(understood, language)
    wanted = wanted_of(asked, understood, language)
    name = None if wanted and wanted.kind in ("date", "number") else asked_of(understood, language)
    known = searcher.lexicon.known(understood)
    strange = (1 - known) * len(words.tokens)
    silent = partial(_is_silent, question=understood, listed=list_wanted(asked, language))
    return [
        (
            context.sentence,
            Signals(
                cosine=float(cosine),
                **_said(words, common, own, context),
                kind=kind_match(kinds, context.text) or definition_match(name, context.text, language),
                **_shorts(wanted, asked, understood, language, context),
                silent=float(silent(context)),
                unsaid=float(
                    max(context.doubts, context.unsaid or context.another or not _is_done(words, done, context))
                ),
                behind=context.behind,
                foreign=float(not reads(context.sentence, language)),
                known=known,
                strange=strange,
                withheld=float(context.withheld),
            ),
        )
        for context, cosine in zip(contexts, cosines, strict=True)
    ]


def _contexts(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> list[Context]:
    """The sentences that are measured, where they stand."""
    contexts = [
        one
        for one in contexts_of(question, language, hits, searcher)
        if may_answer(one, question, language, one.sentence.id in searcher.closing)
    ]
    contexts = [one for one in contexts if not one.rival] or contexts
    return [one for one in contexts if not one.no_say]


def _said(words: Words, common: Any, own: Any, context: Context) -> dict[str, float]:
    here = words.matched(context.text)
    said = np.maximum(here, np.maximum(words.matched(context.heading), BEFORE * words.matched(context.before)))
    named = 0.0 if context.other else words.coverage(said, common) if common.any() else 1.0
    weight = math.log1p(float((said * words.rarity).sum()))
    told = {"coverage": words.coverage(said), "named": named, "focus": words.focused(here), "said": weight}
    return told | {"missed": float((said[own] < SURELY).any())}


def _is_done(words: Words, done: Any, context: Context) -> bool:
    """Whether the sentence, or what is read with it, says any of the words `done` (words,) of what may be done."""
    texts = (context.text, context.heading, context.before)
    return not done.any() or any((words.matched(text)[done] >= _MEANT).any() for text in texts)


def _is_silent(context: Context, question: str, listed: int | None) -> bool:
    text = context.sentence.text
    counts = counts_named(context.text)
    other = listed is None or bool(listed and counts and listed not in counts)
    asks = text.rstrip("”’」』\"'").endswith(("?", "？")) or is_open(question, context.text)
    return asks or (announces(text) and other)


def _shorts(
    wanted: Wanted | None, asked: str, understood: str, language: Language, context: Context
) -> dict[str, float]:
    shorts, unit = dict.fromkeys(_SORTS.values(), 0.0), context.sentence
    text = unit.text if is_in(unit.text, language) else unit.translation
    if wanted and context.another:
        shorts[_SORTS[wanted.kind]] = -1.0
    elif wanted and text is not None:
        found = find(asked, understood, language, text)
        shorts[_SORTS[wanted.kind]] = 1.0 if found else float(holds(asked, understood, language, text)) - 1
    elif wanted and wanted.kind in BY_FORM:
        shorts[_SORTS[wanted.kind]] = float(may_hold(wanted, understood, language, unit.text)) - 1
    return shorts


def _cosines(question: str, sentences: Sequence[Unit], searcher: Searcher) -> Any:
    """The cosine of the question and each sentence, (sentences,)."""
    query = searcher.query(question)
    return searcher.index.nearer(SENTENCES, query, [sentence.id for sentence in sentences]) @ query.vector
