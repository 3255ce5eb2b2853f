"""The lexical leg of retrieval: BM25 over words and character bigrams, for Chinese and English alike."""

import math
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

import corpus.fold
from corpus.fold import fold
from rag import postings
from rag.postings import NOTHING, Postings, Reading, keyed
from rag.stem import stem

RARITY = 0.5  # the power of its rarity by which a word counts more than in BM25; what all is about tells little
KEPT_FROM = 500  # texts from which on they take longer to read than what is known of them to load
MEANINGS = 4  # words of the texts that one word of the question may stand for
# What asks in a question: in Chinese the segmenter cuts some of it into words that would count as content (多 and 大).
_ASKING = re.compile(
    r"有?(?<![许众诸很至更不最])多(大|少|长|高|远|宽|久)|什么(时候|时间|地方|样)?|哪[里儿]的?人(?![口们家才员])|哪(一?[年天月日个些里儿家位种次项]|一?句话?|些)?|第?几(?![内何乎])[个项家条位种次年月日号点]?"
    r"|(?<=[些几个])方面|多少[个项家条位种次座所部艘辆只支届篇首]?|何时|何地|何处|为何|如何|怎么样?|怎样|是不是|是否|有没有|谁|请问|一共|时候"
    # That the question is put to an article is no part of what it asks.
    r"|(?:根据|据|按照?|在|从)?(?:本文|文中|文章|这篇(?:文章|报道)|报道)[里中内]?(?:看来|来看|的说法|说|称|提到|提及|指出|认为|介绍)"
    r"|^(?:本文|文中|文章|报道)(?=[把用将])"
    r"|\b(?:according to|in) (?:the|this) (?:article|text|report|passage|story)\b(?! (?:of|on)\b)"
    r"|\b(?:do|does|did) (?:the|this) (?:article|text|report|passage|story)(?: (?:say|mention|describe|call|use))?\b"
    r"|\b(?:sort|kind|type)s? of\b|\bwant(?:s|ed)? to\b"
    r"|\bhow (?:large|big|far|tall|high|long|wide|deep|old|heavy|fast|often)\b"
)
_ENDING = re.compile(r"(?<=[a-z])['’](?:s|re|ll|ve|d|m|t)\b")
_RUN = re.compile(r"[〇\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z\u00df-\u024f]+|\d+(?:[.,]\d+)*")
_STOP = frozenset(
    """
    a an and are as at be been by did do does for from had has have how i in is it its many me much of
    on or please so tell that the their there these they this those to us was we were what when where
    which who whom whose why will with would you your can could should may might must shall
    he she him his her hers they them himself herself itself themselves
    的 了 是 在 有 和 与 及 或 吗 呢 吧 啊 就 都 也 还 被 把 将 对 从 向 为 以 于 由 这 那 哪 哪些 哪个 哪里 什么 怎么
    怎样 如何 为什么 为何 多少 几 谁 何时 何地 何处 是否 多大 请问 请 一下 我 你 他 她 它 们 我们 你们 他们 之 其 中
    等 并 个 些 来
    """.split()
)
# What reads a text: with another of these, what is kept of it is read anew.
_CODE = (Path(__file__), Path(__file__).with_name("stem.py"), Path(str(corpus.fold.__file__)))
_READERS = ("opencc", "PyStemmer", "rjieba")


def tokenize(text: str) -> list[str]:
    """Folded tokens of a text for matching: Chinese words and character bigrams, English stems, numbers.

    >>> tokenize("The areas of 两江新区")
    ['area', '两江', '新区', '江新']
    """
    return _tokens(_without_endings(text))


def content_words(text: str) -> list[str]:
    """Folded words of a text that carry its content, each once and in order: no bigrams, no function words."""
    return list(dict.fromkeys(token for token, _ in content_terms(text)))


def content_terms(text: str, inner: bool = False) -> list[tuple[str, str]]:
    """Each content word of a text as it is matched (an English word's stem), and as it is written.

    With `inner` the words that stand inside longer Chinese words come too, as 面积 in 总面积.

    >>> content_terms("The areas of 两江新区")
    [('area', 'areas'), ('两江', '两江'), ('新区', '新区')]
    """
    return _terms(_without_endings(text), inner)


def read(text: str) -> Reading:
    """What is to be known of one of the texts that are searched."""
    folded = _without_endings(text)
    return Reading(_tokens(folded), frozenset(written for _, written in _terms(folded, inner=True)))


def _without_endings(text: str) -> str:
    """The text folded, without the English endings that an apostrophe sets off."""
    return _ENDING.sub("", fold(text))


def _tokens(folded: str) -> list[str]:
    return [token for run in _RUN.findall(folded) for token in _tokens_of(run)]


def _terms(folded: str, inner: bool) -> list[tuple[str, str]]:
    runs = _RUN.findall(_ASKING.sub(" ", folded))
    return [(token, run if run.isascii() else token) for run in runs for token in _words_of(run, inner)]


def _tokens_of(run: str) -> list[str]:
    words = _words_of(run, inner=True)
    pairs = [] if run.isascii() else [run[i : i + 2] for i in range(len(run) - 1)]
    return words + [pair for pair in pairs if pair not in _STOP and pair not in words]


def _words_of(run: str, inner: bool) -> list[str]:
    if run[0].isdigit():
        return [run]
    if run.isascii():
        return [] if run in _STOP else [stem(run)]
    import rjieba

    return [word for word in (rjieba.cut_for_search(run) if inner else rjieba.cut(run)) if word not in _STOP]


class Lexicon:
    """BM25 and inverse document frequencies over named texts.

    A word of the question that no text has, such as one in another language, counts as the words nearest in meaning.
    `frequency` says how many texts have a token. What is known of many texts is kept in `folder`, where one is given,
    for the next start; where nothing of these texts is kept there, what is new is read and the rest taken from the
    nearest of the folders `beside` it.
    """

    def __init__(self, texts: Mapping[str, str], folder: Path | None = None, beside: Iterable[Path] = ()) -> None:
        self.names = list(texts)
        self._postings = _postings(keyed(texts.values()), folder if len(texts) >= KEPT_FROM else None, beside)
        # What is asked of one question is asked of each of its sentences.
        self.frequency = lru_cache(maxsize=4096)(self._postings.frequency)
        # It compares with all words there are, some 100,000 in 10,000 articles.
        self._meant = lru_cache(maxsize=4096)(self._nearest)

    def scores(self, question: str) -> dict[str, float]:
        """Name to BM25 score, for the texts that share a word or its meaning with the question."""
        scores = np.zeros(len(self.names))
        for token in tokenize(_ASKING.sub(" ", fold(question))):
            self._add(token, scores)
        for token, word in dict(content_terms(question)).items():
            if not self._has(token) and not token[0].isdigit():
                scores += self._by_meaning(word)
        return {self.names[i]: float(scores[i]) for i in np.flatnonzero(scores > 0)}

    def known(self, question: str) -> float:
        """The share (0..1) of the question's content words that a text has; 1 where it has none."""
        words = content_words(question)
        return sum(map(self._has, words)) / len(words) if words else 1.0

    def idf(self, token: str) -> float:
        """Natural logarithm of (texts + 1) over (texts with the token + 0.5), highest for a token never seen."""
        return math.log((len(self.names) + 1) / (self.frequency(token) + 0.5))

    def rarity(self, token: str, word: str) -> float:
        """The idf of a token; where no text has it, towards that of the texts' word nearest in meaning to `word`."""
        near = [] if self._has(token) or token[0].isdigit() else self._meant(word)[:1]
        own = self.idf(token)
        return own + sum(share * (self.idf(nearest) - own) for nearest, share in near)

    def _has(self, token: str) -> bool:
        return self.frequency(token) > 0

    def _add(self, token: str, scores: Any, share: float = 1.0) -> None:
        """Add what a token counts to the scores (texts,)."""
        places, found = self._postings.scores(token)
        scores[places] += share * self.idf(token) ** RARITY * found

    def _by_meaning(self, word: str) -> Any:
        """The BM25 scores (texts,) of the words of the texts that mean what `word` means, each by its likeness."""
        best = np.zeros(len(self.names))
        for token, share in self._meant(word):
            scores = np.zeros(len(self.names))
            self._add(token, scores, share)
            np.maximum(best, scores, out=best)
        return best

    def _nearest(self, word: str) -> list[tuple[str, float]]:
        """The tokens of the words of the texts that are nearest to `word` in meaning, with their likeness (0..1)."""
        tokens: dict[str, float] = {}
        for share, written in self._postings.thesaurus.nearest(word):
            tokens.setdefault(stem(written), share)
            if len(tokens) == MEANINGS:
                break
        return list(tokens.items())


def _postings(texts: Mapping[int, str], folder: Path | None, beside: Iterable[Path]) -> Postings:
    """What is known of the texts, taken from `folder` where it is kept there, else kept there where that can be."""
    if folder is None:
        return NOTHING.of(texts, read)
    fingerprint = postings.fingerprint_of(_CODE, _READERS)
    found = postings.load(folder, texts, fingerprint)
    if found is None:
        found = postings.nearest(beside, texts, fingerprint).of(texts, read)
        with suppress(OSError):
            found.save(folder, fingerprint)
    return found
