"""Whether an enumeration is the list that a question asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import fold
from rag.chunk import Unit, texts_of
from rag.extract import KEEP, Candidate
from rag.lists.enumeration import Enumeration
from rag.lists.markers import leads_in, list_sizes
from rag.match import MEANT, SURELY, Words

COVERED = 0.7  # headings that nothing introduces are a list only of what the headings above them say
HEADED = 0.3  # what the words that introduce headings must say of the question
SAYING = 0.3  # share of the likeliest sentence's probability at which one that says the things wanted goes before it
COUNTED = MEANT * SURELY  # share of the words for what a question counts that a list of so many items must say


@dataclass(frozen=True, slots=True)
class Asked:
    """A list that is asked for: of how many items, 0 for any number; the words of the question, of what the number
    counts, and of what it asks which of; and whether nothing else is asked for.
    """

    wanted: int
    words: Words
    things: Words
    kind: Words
    is_all: bool


def near_best(candidates: Sequence[Candidate], threshold: float, things: Words) -> Sequence[Candidate]:
    """The candidates nearly as likely as the likeliest; where none of them says the things that so many of are wanted,
    the likeliest one that does and is not much less likely.
    """
    best = candidates[0].probability
    near = [c for c in candidates if c.probability >= max(KEEP * best, threshold)]
    likely = (c for c in candidates if c.probability >= SAYING * best)
    first = next((c for c in likely if things.covered(texts_of(c.sentence)) >= COUNTED), None)
    return near if first is None or first in near else [first]


def said(enumeration: Enumeration) -> str:
    """What is said of an enumeration as a whole."""
    return f"{texts_of(enumeration.lead)} {enumeration.titles}" if enumeration.lead else enumeration.titles


def of_sentences(enumeration: Enumeration) -> bool:
    """Whether the items of an enumeration are sentences, and not headings."""
    return enumeration.items[0].id in enumeration.inside


def calls(enumeration: Enumeration, name: str) -> bool:
    """Whether what introduces an enumeration calls it by a folded name."""
    return enumeration.lead is not None and name in fold(texts_of(enumeration.lead))


def is_asked_for(enumeration: Enumeration, sentence: Unit, asked: Asked, near: Sequence[Candidate]) -> bool:
    """Whether the enumeration that a likely sentence belongs to is the list, and not only that sentence the answer."""
    lead, titles, wanted, coverage = enumeration.lead, enumeration.titles, asked.wanted, asked.words.covered
    if sentence.id not in enumeration.inside and sentence != lead:
        return False
    if wanted and enumeration.count not in (0, wanted):
        return False
    likely = {candidate.sentence.id for candidate in near}
    likely_items = sum(item.id in likely for item in enumeration.items)
    alone = coverage(texts_of(sentence))
    # What only goes on with an item may be the answer by itself, however well the list fits the question; headings are
    # items that are never sentences.
    has_sentences = of_sentences(enumeration)
    is_sign = wanted > 0 or not has_sentences or sentence in (lead, *enumeration.items)
    least = alone if has_sentences else max(alone, HEADED)
    return (
        bool(lead and (lead.id in likely or (is_sign and coverage(said(enumeration)) >= least)))
        or (is_sign and coverage(titles) >= max(COVERED, alone))
        or (sentence == enumeration.items[0] and leads_in(sentence.text) and enumeration.count > 1)
        or (has_sentences and is_sign and asked.kind.covered(titles) >= COVERED)
        or likely_items >= max(2, enumeration.count / 2)
        or (
            (wanted > 0 or coverage(enumeration.frame) > 0)
            and sentence in enumeration.items
            and not holds_list(sentence, wanted)
        )
    )


def holds_list(sentence: Unit, wanted: int) -> bool:
    """Whether a sentence itself lists so many things, or three at least where no number is wanted."""
    sizes = list_sizes(sentence.text)
    return wanted in sizes if wanted else max(sizes, default=0) >= 3
