"""Short digests: the few sentences that say most of what an article or one of its sections says.

A sentence counts by how near it is in meaning to all of them together, by how many recurring words of the title and
the headings it has, by whether it opens its section or paragraph, and by whether it stands in the author's own summary;
each further one must also add something.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.article import Article
from corpus.fold import fold
from rag.chunk import END_MARKS, Unit, heading_unit, reads
from rag.digest.scope import Scope, scopes
from rag.extract import Candidate
from rag.index import SENTENCES
from rag.lexical import content_words
from rag.lists.markers import begins_item
from rag.retrieve import Searcher
from rag.types import Language

# Set, not fitted: a request is known by its whole wording, and there is no data of digests to calibrate on.
CONFIDENCE = 0.95
MOST_ARTICLES = 4
ABOUT, OPENING, LEAD, OWN_SUMMARY = 0.3, 0.1, 0.2, 0.2
ALIKE = 0.6  # a sentence that shares this share of the words of a chosen one says the same
_SHORTEST, _LONGEST = 15, 150  # characters of Chinese; English takes about three times as many
_ENGLISH = 3
_SALUTED = 2  # sentences: the one that says what follows may come after a salutation
_LEADS_ON = re.compile(
    r"[(（【\[□■▲图]|(?:答|a(?:nswer)?)[:：]|[^。]{0,12}记者[^。]{0,8}摄|(?:其|此|这|那|为此|因此|所以|但|而|并|同时|特别|它"
    r"|他|她|对此|一方面|另一方面|还|也|另|例如|比如|原标题)"
    r"|(?:this|these|that|those|it|its|he|she|they|his|her|their|however|but|and|so|therefore|such"
    r"|also|in addition|moreover|for instance|for example)\b"
)
_SUMMARIES = re.compile(
    r"摘要|提要|核心提示|导[语读言]|概要|要点|编者按|\b(abstract|summary|key points|highlights|overview|in brief)\b"
)
_ENDS_OPEN = re.compile(r"[:：—…,，;；]\W*$")


@dataclass(frozen=True, slots=True)
class _Weighed:
    unit: Unit
    weight: float
    vector: Any
    words: frozenset[str]


def digest(question: str, language: Language, articles: Sequence[Article], searcher: Searcher) -> list[Candidate]:
    """The sentences of the digest that the question asks for, in reading order, and the title where nothing else says
    what it is; none where it asks for no digest.
    """
    wanted = scopes(question, articles)[:MOST_ARTICLES]
    several = len(wanted) > 1
    chosen: list[Unit] = []
    for scope in wanted:
        most = 5 if scope.whole else 4
        own = _choose(scope, language, searcher, (4 - len(wanted)) // 2 + 1 if several else most)
        chosen += [*_title(scope, own, language), *own]
    return [Candidate(unit, CONFIDENCE) for unit in chosen]


def _title(scope: Scope, chosen: Sequence[Unit], language: Language) -> list[Unit]:
    """The title, where no sentence of the first section is chosen: a manual says nowhere else what it is."""
    article, first = scope.article, scope.paragraphs[0].section
    if not scope.whole or any(article.paragraphs[one.paragraph - 1].section == first for one in chosen):
        return []
    titles = [heading_unit(article, section) for section in article.sections if section.level == 1 and section.title]
    foreign = not any(reads(one, language) for one in chosen)
    return titles if len(titles) == 1 and (foreign or reads(titles[0], language)) else []


def _choose(scope: Scope, language: Language, searcher: Searcher, most: int) -> list[Unit]:
    weighed = _weigh(_sentences(scope, searcher), scope, searcher)
    if any(reads(one.unit, language) for one in weighed):
        weighed = [one for one in weighed if reads(one.unit, language)]
    most = min(most, max(most - 2, round(len(weighed) ** 0.5)))
    chosen: list[_Weighed] = []
    while weighed and len(chosen) < most:
        best = max(weighed, key=lambda one: (one.weight - _told(one, chosen), -one.unit.start))
        chosen.append(best)
        weighed = [one for one in weighed if one is not best and not _same(one, best)]
    return sorted((one.unit for one in chosen), key=lambda unit: unit.start)


def _sentences(scope: Scope, searcher: Searcher) -> list[Unit]:
    """The sentences that can stand by themselves; all there are where none can."""
    numbers = {paragraph.number for paragraph in scope.paragraphs}
    chunks = (chunk for chunk in searcher.chunks.values() if chunk.unit.article_id == scope.article.id)
    units = [unit for chunk in chunks if chunk.unit.paragraph in numbers for unit in chunk.sentences]
    opening = [unit for unit in units[:_SALUTED] if scope.whole and _introduces(unit.text)]
    standing = [unit for unit in units if _stands(unit.text)]
    return [*opening, *standing] if standing else units


def _introduces(text: str) -> bool:
    """Whether a sentence at the very beginning says in full what is to follow (现就…事项通告如下：)."""
    return text.endswith((":", "：")) and _stands(text[:-1] + "。")


def _stands(text: str) -> bool:
    length = len(text) if re.search("[\u4e00-\u9fff]", text) else len(text) / _ENGLISH
    asks = text.rstrip("”’」』\"'").endswith(("?", "？"))
    leads_on = begins_item(text) or _LEADS_ON.match(fold(text))
    closed = text[-1] in END_MARKS and not _ENDS_OPEN.search(text)
    return _SHORTEST <= length <= _LONGEST and closed and not asks and not leads_on


def _weigh(units: Sequence[Unit], scope: Scope, searcher: Searcher) -> list[_Weighed]:
    import numpy as np

    vectors = searcher.index.vectors(SENTENCES, (unit.id for unit in units))
    centre = np.mean(list(vectors.values()), axis=0)
    centre /= np.linalg.norm(centre) or 1.0
    words = {unit.id: frozenset(content_words(unit.text)) for unit in units}
    often = Counter(word for found in words.values() for word in found)
    themes = {word: often[word] for word in content_words(" ".join(_headings(scope))) if often[word] > 1}
    found: list[_Weighed] = []
    placed = Counter[str]()
    for unit in units:
        placed[unit.section] += 1
        about = (
            sum(themes.get(word, 0) for word in words[unit.id])
            / (sum(themes.values()) * len(words[unit.id]) or 1) ** 0.5
        )
        opens = unit.start == scope.article.paragraphs[unit.paragraph - 1].start
        weight = float(vectors[unit.id] @ centre) + ABOUT * about + OPENING * opens + LEAD / placed[unit.section]
        found.append(_Weighed(unit, weight + OWN_SUMMARY * _is_summary(unit.section), vectors[unit.id], words[unit.id]))
    return found


def _headings(scope: Scope) -> list[str]:
    """The title, the line below it, and the headings over the paragraphs: what the author says that it is about."""
    article, first = scope.article, scope.paragraphs[0]
    deck = article.text[first.start : first.end]
    numbers = {paragraph.section for paragraph in scope.paragraphs}
    headings = [section.title for section in article.sections if section.number in numbers]
    return [article.title, *headings, *([] if deck[-1:] in END_MARKS else [deck])]


def _is_summary(heading: str) -> bool:
    return bool(_SUMMARIES.search(fold(heading)))


def _told(one: _Weighed, chosen: Sequence[_Weighed]) -> float:
    """How much of a sentence the chosen ones have told already, and 0.2 where they come from the same section."""
    nearest = max((float(one.vector @ other.vector) for other in chosen), default=0.0)
    return 0.5 * nearest + 0.2 * any(one.unit.section == other.unit.section for other in chosen)


def _same(one: _Weighed, other: _Weighed) -> bool:
    shared = len(one.words & other.words) / (min(len(one.words), len(other.words)) or 1)
    return shared >= ALIKE or fold(one.unit.text) == fold(other.unit.text)
