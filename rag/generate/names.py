"""Whether the names of a sentence stand in its quotes, as they are, or in the other language by meaning or by sound."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from corpus.fold import fold, fold_aligned
from rag.language import HAN
from rag.lexical import content_words
from rag.meaning import is_word, vector
from rag.short.names import SOUNDS, capitals, words
from rag.types import Language

SAME, TRANSLATED = 0.8, 0.5  # cosines of word vectors from which two names of one, of two languages are the same
OPENING = 0.5  # the same for what may be a common word, as the first word of a sentence
_NAMED = ("nr", "ns", "nt", "nz")
_TITLE = re.compile(r"《([^《》]{2,30})》")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f]*", re.A)
_DOTTED = re.compile(rf"[{SOUNDS}]+(?:[·•・‧][{SOUNDS}]+)+")
_FOREIGN = re.compile(rf"[{SOUNDS}]{{2,}}")
_KIND = re.compile(r"(?<=..)(?:省|市|县|区|州|镇|村|国|岛|河|江|山|湖)$")
_PARTICLES = frozenset("of the de la del di da do van von der al bin ibn and".split())

# The first character of each initial among the characters of GB2312, whose first level is in the order of pinyin.
_STARTS = dict(zip("abcdefghjklmnopqrstwxyz", "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", strict=True))
_LETTERS = [(start.encode("gb2312"), letter) for letter, start in _STARTS.items()]
# By which initials a consonant of a name is written in Chinese; n, m and r often end a syllable and are not written.
_INITIALS = dict(
    pair.split(":")
    for pair in (
        "b:bp c:kcsqxjz d:dt f:fh g:gjk h:hx j:jyzqhx k:kgqc l:le m:m n:n p:pbf q:kqc r:lre s:sxzc "
        "t:tdzs v:wf w:wh x:ksx y:y z:zscj"
    ).split()
)
_SILENT = frozenset("nmrghwy")
_OPEN = frozenset("aeoyw")  # initials that write a vowel


def unnamed(sentence: str, quotes: str, language: Language, foreign: bool) -> list[str]:
    """The names of a sentence that its quotes lack; `foreign` where quotes are in the other language only."""
    found = _english(sentence) if language == "en" else _chinese(sentence)
    folded = fold(quotes)
    return [name for name, opens in found if not _said(name, folded, quotes, _least(opens, foreign), foreign)]


def _least(opens: bool, foreign: bool) -> float:
    return OPENING if opens and not foreign else TRANSLATED if foreign else SAME


def names_of(sentence: str, language: Language) -> list[str]:
    """The names of a sentence, an English one word by word."""
    return [name for name, _ in (_english(sentence) if language == "en" else _chinese(sentence))]


def shared(sentence: str, quotes: str) -> tuple[str, ...]:
    """The Chinese names that stand in both, by whichever of the two shows them to be names, folded, longest first."""
    both = fold(sentence), fold(quotes)
    found = {fold(name) for text in (sentence, quotes) for name, _ in _chinese(text) if HAN.search(name)}
    return tuple(sorted((name for name in found if all(name in text for text in both)), key=lambda n: (-len(n), n)))


def _english(sentence: str) -> list[tuple[str, bool]]:
    """Each word of a name, and whether it may be a common word that opens the sentence."""
    found = []
    for span in capitals(sentence):
        whole = sentence[span.start : span.end]
        opens = not re.search(r"\w", sentence[: span.start]) or sentence[: span.start].rstrip()[-1:] in '.:"“?!'
        if opens and whole.endswith("ing"):
            continue
        parts = [word for word in re.split(r"[\s-]+", whole) if word.casefold() not in _PARTICLES]
        found += [(word.strip(".,"), opens and place == 0) for place, word in enumerate(parts) if word.strip(".,")]
    return found


def _chinese(sentence: str) -> list[tuple[str, bool]]:
    plain = fold_aligned(sentence)  # the segmenter and the characters of sounds know simplified forms only
    dotted = [sentence[match.start() : match.end()] for match in _DOTTED.finditer(plain)]
    wholes = [match[1] for match in _TITLE.finditer(sentence)] + dotted
    tagged = [(w, at) for w, tag, at in words(plain) if tag.startswith(_NAMED) and len(w) > 1 and HAN.search(w)]
    names = [sentence[at : at + len(word)] for word, at in tagged]
    single = [name for name in names if not any(name in whole for whole in wholes)]
    latin = [match[0] for match in _LATIN.finditer(sentence)]
    return [(name, False) for name in dict.fromkeys([*wholes, *single, *latin])]


@lru_cache(maxsize=256)
def _candidates(quotes: str) -> tuple[str, ...]:
    """The words of the quotes that a name may be the same as."""
    whole = [quotes[span.start : span.end] for span in capitals(quotes)]
    dotted = [part for match in _DOTTED.finditer(quotes) for part in (match[0], *re.split("[·•・‧]", match[0]))]
    return tuple(dict.fromkeys([*content_words(quotes), *whole, *dotted, *_LATIN.findall(quotes)]))


def _said(name: str, folded: str, quotes: str, least: float, foreign: bool) -> bool:
    plain = fold(name)
    if HAN.search(name):
        if plain in folded or _KIND.sub("", plain) in folded:
            return True
        if any(part and all(p in folded for p in part) for part in [re.split("[·•・‧]", plain)] if len(part) > 1):
            return True
    elif _written(plain, folded) or _initials_of(name, quotes):
        return True
    there = _candidates(quotes)
    return bool(there) and (_likest(name, there) >= least or (foreign and _sounds_in(name, quotes)))


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


def _sounds_in(name: str, quotes: str) -> bool:
    if HAN.search(name):
        parts = [part for part in re.split("[·•・‧]", name) if part]
        latin = {word for span in capitals(quotes) for word in _LATIN.findall(quotes[span.start : span.end])}
        return all(any(_may_sound(part, word) and sounds_like(part, word) for word in latin) for part in parts)
    persons = [word for word, tag, _ in words(quotes) if tag.startswith("nr")]
    runs = [match[0] for match in _FOREIGN.finditer(quotes)] + persons
    stretches = {run[a:b] for run in runs for a in range(len(run)) for b in range(a + 1, min(len(run), a + 7) + 1)}
    return any(sounds_like(stretch, name) for stretch in stretches)


def _may_sound(chinese: str, latin: str) -> bool:
    """Whether their meanings do not tell already: of two words of the vocabulary they do."""
    return not (is_word(chinese) and is_word(latin))


def sounds_like(chinese: str, latin: str) -> bool:
    """Whether a name in Chinese may be the sound of one in Latin letters: the initials go with its consonants.

    >>> sounds_like("克林顿", "Clinton"), sounds_like("奥巴马", "Obama"), sounds_like("奥巴马", "Clinton")
    (True, True, False)
    """
    written, spoken = [_initial(character) for character in chinese], _consonants(latin)
    if not written or not spoken:
        return False
    common = _together(written, spoken)
    needed = sum(initial is not None and initial not in _OPEN for initial in written)
    loud = [consonant for consonant in spoken if consonant not in _SILENT]
    heard = _together(written, loud) + (len(loud) > 3)  # of many consonants one is often lost
    return common >= max(needed, 1) and heard >= len(loud) and common + (len(latin) <= 3) >= 2


def _together(written: Sequence[str | None], spoken: Sequence[str]) -> int:
    """The longest common subsequence of initials and consonants that go together."""
    best = np.zeros((len(written) + 1, len(spoken) + 1), int)
    for i, initial in enumerate(written):
        for j, consonant in enumerate(spoken):
            pair = best[i, j] + (initial is None or initial in _INITIALS[consonant])
            best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], pair)
    return int(best[-1, -1])


def _initial(character: str) -> str | None:
    try:
        code = fold(character).encode("gb2312")
    except UnicodeEncodeError:
        return None
    return next((letter for start, letter in reversed(_LETTERS) if start <= code), None) if code < b"\xd8" else None


def _consonants(latin: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", latin.lower()) if "a" <= c <= "z")
    for several, one in (("ph", "f"), ("th", "t"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("zh", "z"), ("ck", "k")):
        plain = plain.replace(several, one)
    return re.sub(r"(.)\1", r"\1", re.sub("[aeiou]", "", plain))
