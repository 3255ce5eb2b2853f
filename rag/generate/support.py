"""Whether what a sentence claims stands in the quotes that it cites.

Numbers, dates and names must be there. Of the rest a logistic model judges, over signals of how much of the sentence
the quotes say, whether both deny the same, and whether names or numbers stand where they do in the quotes. Its weights,
one set for quotes in the sentence's language and one for each language with quotes in the other, come from
`python -m eval.claims DATA --fit KIND`.
"""

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Any

import numpy as np

from rag.chunk import split_sentences
from rag.facts import Fact, facts, lacking
from rag.generate.across import Across, across
from rag.generate.aligned import Alignment, Words, read
from rag.generate.names import names_of, shared, unnamed, wholes
from rag.language import is_in
from rag.types import OTHER, Language

Weights = Mapping[str, Mapping[str, float]]
# Where a quote ends and its translation begins, either way round.
_JOINT = re.compile(
    r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef—…”])\s+(?=[^\u3000-\u9fff]{20})"
    r"|(?<=[^\u3000-\u9fff]{20})\s+(?=[\u3000-\u9fff“][^A-Za-z]{3})|(?<=[。！？])(?=[A-Z])"
)
SURE = 3.0  # what an exchange counts that the order of two lists tells
SLIGHT = 0.3  # likeness below which a word is not said at all


@dataclass(frozen=True, slots=True)
class Support:
    """Whether the quotes say what the sentence does, and its numbers, dates, names or words that they lack."""

    supported: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of a sentence beside its quotes.

    `coverage` is how much (0..1) of its content words they say, `clause` the same for the clause least said, `unsaid`
    the number of words that they do not say at all; `denied` how many words only one side negates, `reversed` how many
    stand for their opposites (across languages: by how much a cosine favours one's opposite), `exchange` by how much
    the sentence would fit better with two names or numbers exchanged, `apart` how little is said around a number as in
    the quotes (0..1).
    """

    coverage: float
    clause: float
    unsaid: float
    denied: float
    reversed: float
    exchange: float
    apart: float


@dataclass(frozen=True, slots=True)
class Judged:
    """The signals of a sentence, the facts and names that its quotes lack, and the words against it.

    `kind` is "same" where quotes are in the sentence's language, else that language: which weights count.
    """

    signals: Signals
    lacking: tuple[str, ...]
    against: tuple[str, ...]
    kind: str


def check(sentence: str, quotes: Sequence[str], language: Language) -> Support:
    """Whether `quotes`, each with its translation appended where there is one, say what `sentence` does.

    The sentence is in `language`, the quotes in either; marks such as [1] are no part of it.

    >>> check("Construction began on 28 February.", ["2月28日开工建设。"], "en").supported
    True
    >>> check("Construction began on 27 February.", ["2月28日开工建设。"], "en")
    Support(supported=False, missing=('27 February',))
    """
    found = judge(sentence, quotes, language)
    return Support(True, ()) if is_supported(found) else Support(False, found.lacking or found.against)


def is_supported(found: Judged, by: Weights | None = None) -> bool:
    """Whether a sentence of which this is known is supported: it says something, lacks nothing, and is likely said.

    What the signals count is given by `by`, or else by `weights`.
    """
    return found.signals.coverage > 0 and not found.lacking and probability(found, by or weights()) >= 0.5


def judge(sentence: str, quotes: Sequence[str], language: Language) -> Judged:
    """All that is known of a sentence beside its quotes."""
    whole = "\n".join(quotes)
    near = _in_language(whole, language)
    if not near:
        return _judge_across(sentence, whole, language)
    names = shared(sentence, near) if language == "zh" else ()
    named = _tokens(names_of(sentence, language)).union(names)
    pair, full = (_align(read(sentence, names), read(quoted, names), named) for quoted in (near or whole, whole))
    signals, against = _measure(pair, full, sentence, named)
    return Judged(signals, _lacking(sentence, whole, language, foreign=False), against, "same")


def _judge_across(sentence: str, quotes: str, language: Language) -> Judged:
    """The same of quotes that are in the other language only."""
    pair = across(sentence, quotes, language)
    signals, against = _measure(pair, pair, sentence, pair.names.intersection(pair.sentence.tokens))
    return Judged(signals, _lacking(sentence, quotes, language, foreign=True), against, language)


def lacks(sentence: str, quotes: Sequence[str], language: Language) -> tuple[str, ...]:
    """The numbers, dates and names of a sentence that its quotes do not say; what they lack, each of them lacks too."""
    foreign = not all(_in_language(one, language) for one in quotes)
    return _lacking(sentence, "\n".join(quotes), language, foreign)


def _lacking(sentence: str, quotes: str, language: Language, foreign: bool) -> tuple[str, ...]:
    facts_lacking = [fact for fact in lacking(sentence, quotes) if not (foreign and _small(fact, sentence))]
    written = [sentence[fact.start : fact.end] for fact in facts_lacking]
    names = unnamed(sentence, quotes, language)
    if foreign and names:
        there = set(across(sentence, quotes, language).unnamed(wholes(sentence, language)))
        names = [name for name in names if name in there]
    return tuple(dict.fromkeys(written + names))


def probability(found: Judged, by: Weights) -> float:
    """How likely (0..1) the quotes say what the sentence does, its facts and names taken as said."""
    own = by[found.kind]
    score = own["bias"] + sum(own[f.name] * getattr(found.signals, f.name) for f in fields(Signals))
    return 1 / (1 + exp(-max(min(score, 30.0), -30.0)))


def _align(sentence: Words, quotes: Words, named: frozenset[str]) -> Alignment:
    return Alignment(sentence, quotes, named.intersection(quotes.tokens))


def _measure(pair: Alignment, full: Alignment, sentence: str, named: frozenset[str]) -> tuple[Signals, tuple[str, ...]]:
    checked = named | _tokens(sentence[fact.start : fact.end] for fact in facts(sentence))
    content, said = full.sentence.content, full.said()
    if not isinstance(full, Across):  # there names are told by likeness only
        said = np.where([token in checked for token in full.sentence.tokens], 1.0, said)
    denied, denials = pair.denials()
    turned = pair.reversals()
    entities = _entities(pair, named)
    exchange, swapped = pair.exchange(entities)
    if pair.in_order():
        swapped = pair.swapped(entities)
        exchange = SURE if swapped else 0.0
    unsaid = [
        token for token, here, share in zip(pair.sentence.tokens, content, said, strict=True) if here and share < SLIGHT
    ]
    signals = Signals(
        coverage=float(said[content].mean()) if content.any() else 0.0,
        clause=_least_clause(said, content, pair.sentence.clauses),
        unsaid=float(len(unsaid)),
        denied=denials,
        reversed=pair.opposed(),
        exchange=exchange,
        apart=_apart(pair),
    )
    exchanged = [pair.sentence.tokens[place] for place in swapped or () if exchange > 0]
    return signals, tuple(dict.fromkeys([*turned, *denied, *unsaid, *exchanged]))


def _small(fact: Fact, sentence: str) -> bool:
    """Whether it is one or two of something in words, which another language may say without a number (both)."""
    in_words = not any(map(str.isdigit, sentence[fact.start : fact.end]))
    return in_words and fact.unit in ("", "order") and fact.written in (1, 2)


@lru_cache(maxsize=512)
def _in_language(quotes: str, language: Language) -> str:
    lines = _JOINT.sub("\n", quotes)
    parts = (lines[start:end] for start, end in split_sentences(lines))
    return "\n".join(part for part in parts if is_in(part, language) and not is_in(part, OTHER[language]))


def _tokens(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(token for part in parts for token in read(part).tokens)


def _entities(pair: Alignment, named: Container[str]) -> list[int]:
    """Where the words of names, and the numbers, stand in the sentence."""
    return [place for place, token in enumerate(pair.sentence.tokens) if token in named or token[0].isdigit()]


def _least_clause(said: Any, content: Any, clauses: Any) -> float:
    """The mean over the clause that is said least, of those with two words of content or more."""
    parts = [said[content & (clauses == number)] for number in np.unique(clauses)]
    return min((float(part.mean()) for part in parts if len(part) > 1), default=1.0)


def _apart(pair: Alignment) -> float:
    """For the number around which least is said as in the quotes: the share (0..1) that is not."""
    shares = []
    for place, token in enumerate(pair.sentence.tokens):
        there = pair.found(place)
        if token[0].isdigit() and there:
            shares.append(max(pair.around(place, other) for other in there) / max(pair.most_around(place), 1e-9))
    return 1.0 - min(shares, default=1.0)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights by kind (see `Judged`) and signal."""
    found: Weights = json.loads((files("rag.generate") / "support.json").read_text("utf-8"))
    return found
