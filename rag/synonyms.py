"""Everyday words by which a text may say what a question calls otherwise: 牙科 for 口腔科, a fee for a price.

Word vectors know what words are alike, but many words of everyday life that mean the same lie far apart in them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import islice

from corpus.fold import fold, fold_aligned
from rag.lexical import Lexicon, content_terms
from rag.stem import stem

_MOST = 1000  # passages that are looked at
_WORDS = re.compile(r'"([^"]+)"|(\S+)')
_TITLED = re.compile(r"[《“\"「『]")
_WHOLE = 3  # characters from which on a Chinese word is found though the segmenter cuts it


class OwnWords:
    """The words of some texts that mean what a question calls otherwise."""

    def __init__(self, texts: Iterable[str], lexicon: Lexicon) -> None:
        self._texts, self._lexicon = texts, lexicon

    def reword(self, question: str) -> str:
        """The question with each word that no text says as the only synonym of it that they say; what is quoted stays,
        and so does what is asked of something that they do not say.

        >>> texts = {"": "The fee is £5."}
        >>> OwnWords(texts.values(), Lexicon(texts)).reword("What is the price?")
        'What is the fee?'
        """
        if _TITLED.search(question):
            return question
        words = (*_known()[1].findall(question), *(written for _, written in content_terms(question)))
        own = {word: self._own(word) for word in words if not self._said(word)}
        folded = fold_aligned(question)
        for word, other in own.items():
            before = [own.get(one, one) for one in words if one in folded.partition(word)[0]]
            if other and (any(before) or not before):
                question = _exchange(question, word, other)
        return question

    @cached_property
    def _text(self) -> str:
        return fold("\n".join(islice(self._texts, _MOST)))

    def _said(self, word: str) -> bool:
        if " " in word:
            return word in self._text
        return self._lexicon.frequency(stem(word)) > 0

    def _own(self, word: str) -> str | None:
        """The one synonym that the texts say; None where they say none, or different ones."""
        found = sorted(filter(self._says, synonyms(word)), key=len)
        return found[0] if found and all(stem(found[0]) in other for other in found) else None

    def _says(self, word: str) -> bool:
        if not word.isascii():
            return self._said(word) or (len(word) >= _WHOLE and word in self._text)
        return re.search(rf"\b{re.escape(word)}(?:e?s)?\b", self._text) is not None


def synonyms(word: str) -> tuple[str, ...]:
    """What a text may say for a folded word, or a phrase, of a question.

    >>> synonyms("kids"), synonyms("金额")
    (('child', 'children'), ())
    """
    known = _known()[0]
    return known.get(word) or known.get(word.removesuffix("s"), ())


def _exchange(question: str, word: str, own: str) -> str:
    """The question with `own` for each place of a word; an English one that has a capital letter is a name."""
    if word.isascii():
        return re.sub(rf"\b{re.escape(word)}\b", own, question)
    at = fold_aligned(question).find(word)
    return question if at < 0 else question[:at] + own + question[at + len(word) :]


@lru_cache(maxsize=1)
def _known() -> tuple[Mapping[str, tuple[str, ...]], re.Pattern[str]]:
    """What may be said for each word or phrase, and what finds the phrases in a question."""
    sets: dict[str, dict[str, None]] = defaultdict(dict)
    for line in files("rag").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines():
        asked, _, said = ("" if line.startswith("#") else line).partition(" > ")
        words, others = _read(asked), _read(said)
        for word in words:
            sets[word] |= dict.fromkeys(one for one in (*words, *others) if one != word)
    phrases = "|".join(re.escape(word) for word in sorted(sets) if " " in word)
    return {word: tuple(others) for word, others in sets.items()}, re.compile(rf"\b(?:{phrases})\b")


def _read(words: str) -> list[str]:
    return [phrase or word for phrase, word in _WORDS.findall(words)]
