"""A question and a sentence as the reader is given them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rag.meaning import word_vectors

QUESTION, BEFORE, SENTENCE = 32, 14, 72  # tokens at most; what is longer is cut
_KEPT = 4096  # texts whose tokens are kept


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the sentence it is put to, and what stands before that one: a sentence or a heading, mostly."""

    question: str
    before: str
    sentence: str

    def tokens(self) -> tuple[list[int], int]:
        """The numbers of the tokens: question, beginning of what stands before, sentence, with marks between; and
        where those of the sentence begin, of which the reader is told that they are another text.
        """
        begin, end = _marks()
        question, before, sentence = map(tokens_of, (self.question, self.before, self.sentence))
        led = [begin, *question.ids[:QUESTION], end, *before.ids[:BEFORE], end]
        return [*led, *sentence.ids[:SENTENCE], end], len(led)


@lru_cache(maxsize=_KEPT)
def tokens_of(text: str) -> Any:
    """A text as the tokenizer of the bundled model cuts it: `ids`, and `offsets` into the text."""
    return word_vectors().tokenizer.encode(text, add_special_tokens=False)


@lru_cache(maxsize=1)
def _marks() -> tuple[int, ...]:
    return tuple(word_vectors().tokenizer.encode("").ids)
