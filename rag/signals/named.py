"""The names that articles are all about: a question that names one of them is not about the others."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from corpus.fold import fold
from rag.lexical import Lexicon, content_terms
from rag.short.english import capitals
from rag.short.names import words
from rag.topic import is_common
from rag.types import Language

PROPER = frozenset(("nr", "ns", "nt", "nz"))  # parts of speech of names, in the tag set of jieba
_SENT = re.compile(
    "[\u4e00-\u9fff]*(?:团|团队|小组|工作组|党政|人员|干部|领导|负责人|官员)"
)  # who come from what has a name
_JOINTS = frozenset("、和与及")


def name_words(text: str, language: Language) -> frozenset[str]:
    """The content words of the names in a text, as they are matched; in English all but its first word, which is
    written with a capital letter anyway.

    >>> sorted(name_words("Name the mayor of New Lima.", "en"))
    ['lima', 'new']
    """
    first = content_terms(text.split(" ", 1)[0]) if language == "en" else ()
    return frozenset(token for name in _names(text, language) for token in name).difference(dict(first))


def two_names(text: str, language: Language) -> tuple[str, ...]:
    """Of the two names in a text a word of each that the other has not, as they are matched; empty where there are not
    two.

    >>> two_names("When did New Lima visit New Quito?", "en")
    ('lima', 'quito')
    """
    names = list(dict.fromkeys(_names(text, language)))
    if len(names) != 2:
        return ()
    own = [
        [word for word in name if word not in other and not _SENT.fullmatch(word)]
        for name, other in (names, names[::-1])
    ]
    return tuple(max(words, key=len) for words in own) if all(own) else ()


class Named:
    """The names that a question says of those that the texts of a lexicon are all about."""

    def __init__(self, question: str, language: Language, lexicon: Lexicon) -> None:
        self._language, self._lexicon = language, lexicon
        self._topics = _topics(question, language, lexicon)
        self._words = {token for name in _names(question, language) if self._topics & set(name) for token in name}

    def has_other(self, passage: str, sentence: str) -> bool:
        """Whether a sentence says another of the names that all is about, and its passage does not say this one; of
        several (both areas) it may speak without their names.
        """
        if len(self._topics) != 1 or self._topics & tokens_in(passage):
            return False
        return bool(_topics(sentence, self._language, self._lexicon) - self._topics)

    def has_rival(self, passage: str, sentence: str) -> bool:
        """Whether a sentence names another thing of its kind (天府新区, not 两江新区), and its passage none of these,
        not even as a part of a word.
        """
        if not self._topics or any(token in fold(passage) for token in self._topics):
            return False
        names = (set(name) for name in _names(sentence, self._language))
        others = (name - self._words for name in names if name & self._words)
        return any(is_common(token, self._lexicon) for other in others for token in other)


def _topics(text: str, language: Language, lexicon: Lexicon) -> frozenset[str]:
    """Of each name in a text the rarest word, where the texts of the lexicon are all about it: of New Wales, Wales."""
    rarest = (max(name, key=lexicon.idf) for name in _names(text, language))
    return frozenset(token for token in rarest if is_common(token, lexicon))


@lru_cache(maxsize=512)
def _names(text: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """The content words of each name, as they are matched."""
    found = _chinese(text) if language == "zh" else (text[s.start : s.end] for s in capitals(text))
    tokens = (tuple(token for token, _ in content_terms(name)) for name in found)
    return tuple(filter(None, tokens))


def _chinese(text: str) -> Iterator[str]:
    """Runs of nouns of which one is a name, and those listed beside them."""
    for is_listed, listed in groupby(words(text), key=lambda word: word[1].startswith("n") or word[0] in _JOINTS):
        tagged = list(listed)
        if is_listed and any(tag in PROPER for _, tag, _ in tagged):
            runs = groupby(tagged, key=lambda word: word[0] in _JOINTS)
            yield from ("".join(word for word, _, _ in run) for is_joint, run in runs if not is_joint)


@lru_cache(maxsize=512)
def tokens_in(text: str) -> frozenset[str]:
    """The content words that a text says, those inside longer ones as well, as they are matched."""
    return frozenset(token for token, _ in content_terms(text, inner=True))
