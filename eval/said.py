"""The sentences of an answer, each with the quotes that it cites, and whether these support it by our own check."""

from collections.abc import Sequence

from eval.metrics import Cited, Supports
from rag.generate.marks import SentenceReader
from rag.generate.support import check
from rag.types import Answer, Language
from rag.wording import UNSUPPORTED


def cited(answer: Answer) -> list[Cited]:
    """The sentences in their order; one that is marked as not confirmed has no quotes."""
    quotes = {one.number: "\n".join(filter(None, (one.quote, one.translation))) for one in answer.citations}
    reader = SentenceReader()
    sentences = [*reader.feed(answer.text.replace(UNSUPPORTED[answer.language], "\n")), *reader.close()]
    return [(one.claim, [quotes[number] for number in one.numbers if number in quotes]) for one in sentences]


def supporting(language: Language) -> Supports:
    """Our check of sentences in this language (`rag.generate.support`), in the place of ALCE's entailment model.

    The pipeline has made it before, of quotes and translations that are not all shown: the recall is the share of
    sentences that it lets stand, the precision says how much of what is cited is needed.
    """

    def supports(sentence: str, quotes: Sequence[str]) -> bool:
        return check(sentence, quotes, language).supported

    return supports
