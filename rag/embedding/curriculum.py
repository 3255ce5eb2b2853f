"""All that one training learns from: the pairs that there are, longer ones made of them, and made-up ones."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.embedding import pairs
from rag.embedding.augment import Exchange, Names, kind, short_glosses
from rag.embedding.pairs import Pair, joined, listed
from rag.embedding.questions import ask
from rag.embedding.vocabulary import Entry, foldings, is_han

_PASSAGES = (2, 4, 7)  # sentences of one report that make a passage
_MADE_UP_NAMES = 15_000
_NAME_CHARACTERS = 1_800
_QUESTIONS = 60_000
_ENGLISH = 4  # one English text for so many pairs


@dataclass(frozen=True, slots=True)
class Curriculum:
    """Pairs from the data, pairs made up from them, and English texts as their own translations."""

    given: Sequence[Pair]
    made: Sequence[Pair]
    english: Sequence[Pair]

    def pairs(self, made_too: bool) -> list[Pair]:
        """What a student learns from: what was given alone, or everything."""
        return [*self.given, *self.made, *self.english] if made_too else list(self.given)


def collect(folder: Path, entries: Sequence[Entry], words: Sequence[str], seed: int) -> Curriculum:
    """All that there is to learn from, the same for the same seed; `words` has single characters first."""
    chance = random.Random(seed)
    data = pairs.read_all(folder)
    names = Names.of(entries, words[:_NAME_CHARACTERS])
    folding = {old: new for old, new in foldings(entries).items() if is_han(old)}
    exchange = Exchange(entries, data.names, names, folding)
    made_up = [names.make(chance) for _ in range(_MADE_UP_NAMES)]
    terms = [*data.terms, *data.names, *gloss_pairs(entries)]
    sentences = [*data.sentences, *(pair for run in data.in_order for pair in run)]
    given = [*sentences, *terms, *_longer(data, terms, chance)]
    made = [
        *made_up,
        *listed([*terms, *made_up], chance),
        *_exchanged(data, sentences, exchange, chance),
        *_questions([*data.names, *made_up], entries, chance),
    ]
    # So that the body forgets nothing.
    kept = chance.sample([*given, *made], (len(given) + len(made)) // _ENGLISH)
    return Curriculum(given, made, [Pair(pair.english, pair.english) for pair in kept])


def gloss_pairs(entries: Sequence[Entry]) -> Iterator[Pair]:
    """Each headword with its first gloss, and with its first three together where there are more than one."""
    for entry in entries:
        if entry.glosses:
            yield Pair(entry.simplified, entry.glosses[0])
        if len(entry.glosses) > 1:
            yield Pair(entry.simplified, "; ".join(entry.glosses[:3]))


def _longer(data: pairs.Pairs, terms: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    for run in data.in_order:
        for size in _PASSAGES:
            yield from joined(run, size)
    shuffled = chance.sample(data.sentences, len(data.sentences))
    yield from joined(shuffled, 3) + joined(shuffled[::-1], 8)
    yield from listed(terms, chance)


def _exchanged(
    data: pairs.Pairs, sentences: Sequence[Pair], exchange: Exchange, chance: random.Random
) -> Iterator[Pair]:
    known = {pair.english for pair in sentences}
    yield from (made for pair in sentences if (made := exchange(pair, chance)).english not in known)
    for run in data.in_order:
        made_up = [exchange(pair, chance) for pair in run]
        yield from joined(made_up, 3) + joined(made_up, 6)


def _questions(names: Sequence[Pair], entries: Sequence[Entry], chance: random.Random) -> Iterator[Pair]:
    words = list(short_glosses(entries))
    known = [pair for pair in words if kind(pair.english) == "name"]
    nouns = [pair for pair in words if kind(pair.english) == "other"]
    return ask([*names, *known], nouns, _QUESTIONS, chance)
