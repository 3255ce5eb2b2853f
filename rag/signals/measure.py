"""What is known of a sentence as an answer to a question."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from rag.chunk import Chunk, Unit
from rag.implied import implied
from rag.index import SENTENCES
from rag.language import is_in
from rag.lists.markers import announces, counts_named
from rag.lists.wanted import list_wanted
from rag.match import SURELY, Words, words_of
from rag.retrieve import Hit, Searcher
from rag.short.asked import Kind, Wanted
from rag.short.asked import asked as asked_for
from rag.short.find import BY_FORM, find, holds, may_hold
from rag.signals.byline import AUTHORED, asks_author, asks_views, is_byline, may_be_of, named_in
from rag.signals.dateline import asks_when_issued, is_dateline
from rag.signals.definition import asked_of, definition_match
from rag.signals.direction import is_reversed
from rag.signals.kind import kind_match, kinds_wanted
from rag.signals.label import label_of
from rag.signals.named import Named, name_words, numbers_another
from rag.signals.unsaid import lacks_life, lacks_placed, names_other_title
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
    other language its form alone tells, and it is never sure. `silent` is 1 where the sentence itself only asks, or
    announces what is not asked for as a list; `unsaid` is 1 where the question names a date or a place in an order that
    its chunk does not, a title in its marks that no chunk does, or one of several numbered things (Line 3) where the
    sentence is on another; when somebody was born or died, and it says nothing of that; or what one does to another,
    and it says that the other does so to the one. `missed` is 1 where a name of the question, none of those that all is
    about, is not said by the sentence, its heading or the sentence before.
    `behind` is how far its chunk's retrieval score lies below the best one's. `foreign` is 1 where question and text
    share no language, `known` the share of the question's words that the articles say anywhere, `strange` the number
    of those that they do not. `said` is the natural logarithm of one more than the rarities of the words that count
    for the coverage, added up. `read` is what the reader finds (see `rag.reading`), 0 before it has read.
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


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence where it stands: what may be read with it."""

    sentence: Unit
    heading: str
    before: str
    other: bool
    rival: bool
    another: bool
    unsaid: bool
    behind: float

    @property
    def text(self) -> str:
        """The sentence and its translation, with what they say without the words."""
        said = texts_of(self.sentence)
        return said + implied(said)


def measure(
    asked: str, understood: str, language: Language, hits: Sequence[Hit], searcher: Searcher
) -> list[tuple[Unit, Signals]]:
    """The signals of every sentence of the hits but labels of those after them, and those on a rival of what the
    question names, where others are.

    What the sentence is about is judged by the question as `understood`, the kind of answer by what was `asked`.
    """
    contexts = [
        one
        for one in _contexts(understood, language, hits, searcher)
        if _may_answer(one, understood, language, one.sentence.id in searcher.closing)
    ]
    contexts = [one for one in contexts if not one.rival] or contexts
    if not contexts:
        return []
    cosines = _cosines(understood, [context.sentence for context in contexts], searcher)
    words = words_of(understood, language, searcher.lexicon.rarity)
    common = np.array([is_common(token, searcher.lexicon) for token in words.tokens], bool)
    names = name_words(understood, language)
    own = np.array([token in names for token in words.tokens], bool) & ~common
    kinds = kinds_wanted(asked, language) or kinds_wanted(understood, language)
    wanted = asked_for(asked, language) or asked_for(understood, language)
    name = None if wanted and wanted.kind in ("date", "number") else asked_of(understood, language)
    known = searcher.lexicon.known(understood)
    strange = (1 - known) * len(words.tokens)
    silent = partial(_is_silent, listed=list_wanted(asked, language))
    return [
        (
            context.sentence,
            Signals(
                cosine=float(cosine),
                **_said(words, common, own, context),
                kind=kind_match(kinds, context.text) or definition_match(name, context.text, language),
                **_shorts(wanted, asked, understood, language, context),
                silent=float(silent(context)),
                unsaid=float(context.unsaid or context.another),
                behind=context.behind,
                foreign=float(not reads(context.sentence, language)),
                known=known,
                strange=strange,
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


def _contexts(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> Iterator[Context]:
    views, named = asks_views(question, language), Named(question, language, searcher.lexicon)
    headings = [_over(hit.chunk, views) for hit in hits]
    passages = [f"{heading} {texts_of(hit.chunk.unit)}" for heading, hit in zip(headings, hits, strict=True)]
    untitled = any(is_in(hit.chunk.unit.text, "zh") for hit in hits) and names_other_title(question, passages)
    for hit, heading, passage in zip(hits, headings, passages, strict=True):
        before, over = texts_of(hit.chunk.lead) if hit.chunk.lead else "", heading
        led = f"{before} {passage}"
        unsaid, label = untitled or lacks_placed(question, led), label_of(hit.chunk.sentences)
        for sentence in hit.chunk.sentences:
            if sentence is label:
                before = texts_of(sentence)
                over = f"{heading} {before}"
                continue
            means = AUTHORED if is_byline(sentence.text) and may_be_of(heading, question) else before
            other = rival = False
            if reads(sentence, language):
                read = sentence.read_in(language)
                other, rival = named.has_other(led, read), named.has_rival(led, read)
            another = _is_on_another(question, sentence, language)
            yield Context(sentence, over, means, other, rival, another, unsaid, hits[0].score - hit.score)
            before = texts_of(sentence)


def _is_on_another(question: str, sentence: Unit, language: Language) -> bool:
    """Whether a sentence is on another thing of a row, another deed or another event than a question."""
    said, read = texts_of(sentence), sentence.read_in(language)
    return numbers_another(question, said) or is_reversed(question, read, language) or lacks_life(question, said)


def _over(chunk: Chunk, views: bool) -> str:
    """What stands over a chunk, and who wrote it if their views are asked for."""
    heading = (chunk.unit.section, chunk.heading_translation, chunk.above, chunk.bylines if views else "")
    return " ".join(filter(None, heading))


def _said(words: Words, common: Any, own: Any, context: Context) -> dict[str, float]:
    here = words.matched(context.text)
    said = np.maximum(here, np.maximum(words.matched(context.heading), BEFORE * words.matched(context.before)))
    named = 0.0 if context.other else words.coverage(said, common) if common.any() else 1.0
    weight = math.log1p(float((said * words.rarity).sum()))
    told = {"coverage": words.coverage(said), "named": named, "focus": words.focused(here), "said": weight}
    return told | {"missed": float((said[own] < SURELY).any())}


def _may_answer(context: Context, question: str, language: Language, closes: bool) -> bool:
    """All may but a by-line, unless its author is asked for and not named, and the date under a text, unless its issue
    is asked about.
    """
    unit = context.sentence
    if closes and is_dateline(context.before, unit.text) and not asks_when_issued(question):
        return False
    if not is_byline(unit.text):
        return True
    return (
        context.before == AUTHORED
        and asks_author(question, language)
        and not named_in(question, unit.read_in(language))
    )


def _is_silent(context: Context, listed: int | None) -> bool:
    text = context.sentence.text
    counts = counts_named(context.text)
    other = listed is None or bool(listed and counts and listed not in counts)
    return (announces(text) and other) or text.rstrip("”’」』\"'").endswith(("?", "？"))


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
