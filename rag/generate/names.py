"""The names of a sentence, and whether they stand in quotes in its language."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from corpus.fold import fold, fold_aligned
from rag.generate.sounds import is_spelling
from rag.language import HAN
from rag.lexical import content_words
from rag.meaning import is_word, vector
from rag.short.english import capitals
from rag.short.names import SOUNDS, words
from rag.types import Language

Name = tuple[str, bool]  # a name or a word of one, and whether it may be a common word that opens the sentence
SAME = 0.8  # cosine of word vectors from which two names are the same
OPENING = 0.5  # the same for what may be a common word, as the first word of a sentence
_NAMED = ("nr", "ns", "nt", "nz")
_TITLE = re.compile(r"《([^《》]{2,30})》")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f]*", re.A)
_DOTTED = re.compile(rf"[{SOUNDS}]+(?:[·•・‧][{SOUNDS}]+)+")
_KIND = re.compile(r"(?<=..)(?:省|市|县|区|州|镇|村|国|岛|河|江|山|湖)$")
_PARTICLES = frozenset("of the de la del di da do van von der al bin ibn and".split())


def unnamed(sentence: str, quotes: str, language: Language) -> list[str]:
    """The names of a sentence that quotes in its language lack."""
    folded = fold(quotes)
    found = [one for whole in wholes(sentence, language) for one in whole]
    return [name for name, opens in found if not _said(name, folded, quotes, OPENING if opens else SAME)]


def names_of(sentence: str, language: Language) -> list[str]:
    """The names of a sentence, an English one word by word."""
    return [name for whole in wholes(sentence, language) for name, _ in whole]


def wholes(sentence: str, language: Language) -> list[list[Name]]:
    """The names of a sentence, an English one by its words."""
    return _english(sentence) if language == "en" else [[(name, False)] for name in _chinese(sentence)]


def shared(sentence: str, quotes: str) -> tuple[str, ...]:
    """The Chinese names that stand in both, by whichever of the two shows them to be names, folded, longest first."""
    both = fold(sentence), fold(quotes)
    found = {fold(name) for text in (sentence, quotes) for name in _chinese(text) if HAN.search(name)}
    return tuple(sorted((name for name in found if all(name in text for text in both)), key=lambda n: (-len(n), n)))


def _english(sentence: str) -> list[list[Name]]:
    found = []
    for span in capitals(sentence):
        whole = sentence[span.start : span.end]
        opens = not re.search(r"\w", sentence[: span.start]) or sentence[: span.start].rstrip()[-1:] in '.:"“?!'
        if opens and _is_doing(whole):
            continue
        parts = [word for word in re.split(r"[\s-]+", whole) if word.casefold() not in _PARTICLES]
        found.append([(word.strip(".,"), opens and place == 0) for place, word in enumerate(parts) if word.strip(".,")])
    return found


def _is_doing(word: str) -> bool:
    """Whether it is a verb such as Building, and no name such as Li Ming, Beijing or Chongqing."""
    stem = word.removesuffix("ing")
    if stem == word or " " in word:
        return False
    return not is_spelling(word) or (is_word(word) and len(stem) > 1 and any(map(is_word, (stem, stem + "e"))))


def _chinese(sentence: str) -> list[str]:
    plain = fold_aligned(sentence)  # the segmenter and the characters of sounds know simplified forms only
    dotted = [sentence[match.start() : match.end()] for match in _DOTTED.finditer(plain)]
    marked = [match[1] for match in _TITLE.finditer(sentence)] + dotted
    tagged = [(w, at) for w, tag, at in words(plain) if tag.startswith(_NAMED) and len(w) > 1 and HAN.search(w)]
    names = [sentence[at : at + len(word)] for word, at in tagged]
    single = [name for name in names if not any(name in whole for whole in marked)]
    latin = [match[0] for match in _LATIN.finditer(sentence)]
    return list(dict.fromkeys([*marked, *single, *latin]))


@lru_cache(maxsize=256)
def _candidates(quotes: str) -> tuple[str, ...]:
    """The words of the quotes that a name may be the same as."""
    whole = [quotes[span.start : span.end] for span in capitals(quotes)]
    dotted = [part for match in _DOTTED.finditer(quotes) for part in (match[0], *re.split("[·•・‧]", match[0]))]
    return tuple(dict.fromkeys([*content_words(quotes), *whole, *dotted, *_LATIN.findall(quotes)]))


def _said(name: str, folded: str, quotes: str, least: float) -> bool:
    plain = fold(name)
    if HAN.search(name):
        if plain in folded or _KIND.sub("", plain) in folded:
            return True
        if any(part and all(p in folded for p in part) for part in [re.split("[·•・‧]", plain)] if len(part) > 1):
            return True
    elif _written(plain, folded) or _initials_of(name, quotes):
        return True
    there = _candidates(quotes)
    return bool(there) and _likest(name, there) >= least


def _written(word: str, folded: str) -> bool:
    """Whether the quotes have the word, or one of the same stem: Italy, Italian."""
    stem = word[: max(4, len(word) - 3)] if word.isalpha() else word
    return bool(re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![0-9])", folded)) or (
        len(word) > 4 and bool(re.search(rf"(?<![a-z]){re.escape(stem)}[a-z]{{0,4}}(?![a-z])", folded))
    )


def _initials_of(name: str, quotes: str) -> bool:
    """Whether a name of capitals, such as WHO, is made of the first letters of the words of a name in the quotes."""
    short = name.replace(".", "")
    if not (short.isupper() and 1 < len(short) < 7):
        return False
    wholes = (quotes[span.start : span.end] for span in capitals(quotes))
    return any("".join(re.findall(r"\b[A-Z]", whole)) == short for whole in wholes)


def _likest(name: str, there: Sequence[str]) -> float:
    return float(np.max(np.stack([vector(word) for word in there]) @ vector(name)))
