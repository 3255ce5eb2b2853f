"""What stands below a heading that only names what a question asks for the whole of: 招生对象, opening times."""

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.fold import fold
from corpus.headings import QUESTION_LABEL
from rag.chunk import Unit
from rag.lexical import content_words
from rag.lists.markers import begins_item
from rag.lists.wanted import LIGHT, named_whole
from rag.retrieve import Hit, Searcher
from rag.table import subject
from rag.types import Language

SAID = 0.5  # share of a heading that a question must say at least; it must say nothing else
MOST = 4  # sentences of the answer
MOST_NAMED = 6  # sentences below a heading that only names what they are on, where all of them are the answer
MOST_ROWS = 12  # items of a list or rows of a table
_LABEL = re.compile(rf"^(?:{QUESTION_LABEL}|[（(]?(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[)）、.．])\s*", re.I)
# Who may take part, and the headings on whom something is for.
_MAY: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:谁|(?:哪些|什么样?的?)(?:人|[\u4e00-\u9fff]{2,3}?))(?:可以|能够?|有资格)(?:来|去)?"
        r"(?:报[名考]|参[加赛]|申[请报]|应聘|加入)[?]?"
    ),
    "en": re.compile(
        r"who (?:can|may|could|is (?:allowed|eligible|able) to) (?:apply|enter|join|register|sign up|take part)[?]?"
    ),
}
_FOR: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:报[名考]|参[加赛与]|申[请报]|应聘|招[生募聘]|征集|活动|适用|面向)的?(?:对象|条件|资格|范围|人群)(?:[与和及].{2,6})?"
    ),
    "en": re.compile(r"eligibility|(?:entry|eligibility) (?:requirements|criteria|conditions)|who (?:it|this) is for"),
}


def named(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> Sequence[Unit]:
    """All below the heading that names the whole of what is asked for, or the table on that; none where that is a list,
    or too much.
    """
    name = named_whole(question, language)
    for hit in hits if name else ():
        title, below = title_over(hit, searcher), below_of(hit, searcher)
        is_on = hit.chunk.unit.section != title and _names(heading_over(hit, language), name, title)
        if is_on and sum(one.head is None for one in below) <= MOST_NAMED:
            return () if any(begins_item(one.text) for one in below) else below[:MOST_ROWS]
        heads = dict.fromkeys(one.head for one in below if one.head)
        on = (one for one in heads if (is_on and one == below[0]) or _names(subject(one.text, one.text), name))
        if head := next(on, None):
            return [head, *[one for one in below if one.head == head][:MOST_ROWS]]
    return ()


def open_to(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> Sequence[Unit]:
    """The first sentences below the only heading on whom something is for, where a question asks who may take part."""
    if not _MAY[language].fullmatch(fold(question)):
        return ()
    over = {heading_over(hit, language): hit for hit in hits}
    fit = [hit for heading, hit in over.items() if _FOR[language].fullmatch(fold(heading))]
    return first_of(below_of(fit[0], searcher)) if len(fit) == 1 else ()


def heading_over(hit: Hit, language: Language) -> str:
    """The heading over a hit without its number; empty where it cannot be read in the language."""
    return _LABEL.sub("", hit.chunk.heading_in(language) or "")


def below_of(hit: Hit, searcher: Searcher) -> list[Unit]:
    """The sentences under the same heading as a hit, in reading order."""
    place = (hit.chunk.unit.article_id, hit.chunk.unit.section)
    chunks = (one for one in searcher.chunks.values() if (one.unit.article_id, one.unit.section) == place)
    found = [one for chunk in sorted(chunks, key=lambda chunk: chunk.unit.start) for one in chunk.sentences]
    return [one for one in found if any(map(str.isalnum, one.text))]


def first_of(sentences: Sequence[Unit]) -> Sequence[Unit]:
    """As many of some sentences as are said, a list or table among them whole."""
    end = min(MOST, len(sentences))
    while end < min(len(sentences), MOST_ROWS) and (sentences[end].head or begins_item(sentences[end].text)):
        end += 1
    return sentences[:end]


def title_over(hit: Hit, searcher: Searcher) -> str:
    """The title of the article that a hit is of: what stands over its beginning, where other headings follow."""
    own = [chunk.unit for chunk in searcher.chunks.values() if chunk.unit.article_id == hit.chunk.unit.article_id]
    first = min(own, key=lambda unit: unit.start)
    return first.section if any(unit.section != first.section for unit in own) else ""


def is_light(words: Iterable[str]) -> bool:
    """Whether all of some words ask for no less than what a heading names."""
    return all(word in LIGHT for word in words)


def _names(heading: str, name: str, title: str = "") -> bool:
    """Whether a heading says all of a folded name but light words, with the title of the whole, and that most of it."""
    folded = fold(heading)
    if not name.isascii() and name in folded:
        return len(name) >= SAID * len(folded)
    own, its = set(content_words(name)), set(content_words(heading))
    rest = own - its - set(content_words(title))
    return bool(own & its) and is_light(rest) and len(own & its) >= SAID * len(its)
