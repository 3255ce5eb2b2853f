"""A question and a sentence as the reader is given them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rag.meaning import unit, word_vectors

QUESTION, BEFORE, SENTENCE = 32, 14, 72  # tokens at most; what is longer is cut
_KEPT = 4096  # texts whose tokens are kept
_PARTS = "，；：、,;:—"  # what ends a part of a sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the sentence it is put to, and what stands before that one: a sentence or a heading, mostly."""

    question: str
    before: str
    sentence: str

    def tokens(self) -> tuple[list[int], int]:
        """The numbers of the tokens: question, beginning of what stands before, sentence, with marks between; and
        where those of the sentence begin, of which the reader is told that they are another text. Of a longer sentence
        it is the stretch that says most of the question, behind its beginning.
        """
        begin, end = _marks()
        question, before, sentence = map(tokens_of, (self.question, self.before, self.sentence))
        first = _first_read(question.ids[:QUESTION], sentence, self.sentence)
        led = [begin, *question.ids[:QUESTION], end, *(sentence if first else before).ids[:BEFORE], end]
        return [*led, *sentence.ids[first : first + SENTENCE], end], len(led)


def _first_read(question: Sequence[int], sentence: Any, text: str) -> int:
    """The token from which on a sentence is read: the first of the part from which on it says most of the question."""
    if len(sentence.ids) <= SENTENCE:
        return 0
    parts = [n for n, (at, _) in enumerate(sentence.offsets) if n == 0 or text[:at].rstrip()[-1:] in _PARTS]
    vectors = word_vectors()
    alike = unit(vectors.of_tokens(question)) @ unit(vectors.of_tokens(sentence.ids)).T
    said = [float(alike[:, first : first + SENTENCE].max(1).sum()) for first in parts]
    return parts[said.index(max(said))]


@lru_cache(maxsize=_KEPT)
def tokens_of(text: str) -> Any:
    """A text as the tokenizer of the bundled model cuts it: `ids`, and `offsets` into the text."""
    return word_vectors().tokenizer.encode(text, add_special_tokens=False)


@lru_cache(maxsize=1)
def _marks() -> tuple[int, ...]:
    return tuple(word_vectors().tokenizer.encode("").ids)
