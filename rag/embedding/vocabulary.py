"""The Chinese vocabulary of the bundled model: which words it knows, and what each is glossed as in English.

Headwords, glosses and the traditional-to-simplified map come from CC-CEDICT
(https://cc-cedict.org/wiki/format:syntax), the order of words from a frequency list.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.+)/")
_PARENTHESES = re.compile(r"\s*\([^()]*\)\s*")
_NOT_A_MEANING = re.compile(r"^(CL:|also written|see |variant of|old variant|abbr\. |Taiwan pr|also pr|used in)", re.I)
LONGEST_WORD = 7  # characters
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Marks that the English vocabulary knows under another shape.
_PUNCTUATION = dict(zip("，。、；：？！（）【】《》〈〉“”‘’「」『』—～·", ',.,;:?!()[]""""""\'\'""""-~.', strict=True))


@dataclass(frozen=True, slots=True)
class Entry:
    """A CC-CEDICT entry: a headword in both scripts, its reading and its glosses, comments in parentheses removed."""

    traditional: str
    simplified: str
    reading: str
    glosses: tuple[str, ...]


def read_entries(path: Path) -> list[Entry]:
    """The entries of a CC-CEDICT file that have a meaning of their own (mere cross-references are left out)."""
    entries = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _ENTRY.match(line):
            glosses = tuple(filter(None, map(clean_gloss, match[4].split("/"))))
            # Syllables as they are written in names: without tones, and ü as most passports have it.
            reading = re.sub(r"\d", "", match[3]).replace("u:", "u")
            entries.append(Entry(match[1], match[2], reading, glosses))
    return entries


def clean_gloss(gloss: str) -> str:
    """The words of a gloss that mean something by themselves, or nothing.

    >>> clean_gloss("(bound form) to wash; to bathe")
    'to wash; to bathe'
    >>> clean_gloss("CL:個|个[ge4]")
    ''
    """
    plain = _PARENTHESES.sub(" ", gloss).strip()
    return "" if _NOT_A_MEANING.match(plain) or _HAN.search(plain) else plain


def is_han(text: str) -> bool:
    """Whether all characters of a text are Chinese ones."""
    return all(map(_HAN.match, text))


def read_frequencies(path: Path) -> dict[str, float]:
    """Word to relative frequency, from lines of word, tab, number."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: float(frequency) for word, frequency in rows}


def simplifications(entries: Iterable[Entry]) -> dict[str, str]:
    """Traditional character to its usual simplified one, where the two differ; one character to one character."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kept: Counter[str] = Counter()
    for entry in entries:
        if len(entry.traditional) == len(entry.simplified):
            kept.update(entry.simplified)
            for old, new in zip(entry.traditional, entry.simplified, strict=True):
                seen[old][new] += 1
    usual = {old: counts.most_common(1)[0] for old, counts in seen.items()}
    # A character that simplified text has too (乾 in 乾坤) is read as another only where that is its commoner fate.
    return {old: new for old, (new, count) in usual.items() if old != new and count > kept[old]}


def foldings(entries: Iterable[Entry]) -> dict[str, str]:
    """Every character that the model reads as another: traditional, full-width, compatibility forms and marks."""
    compatible = {
        char: folded
        for char in map(chr, _compatibility_range())
        if len(folded := unicodedata.normalize("NFKC", char)) == 1 and folded != char
    }
    simplified = simplifications(entries)
    return compatible | {old: simplified.get(new, new) for old, new in compatible.items()} | simplified | _PUNCTUATION


def _compatibility_range() -> Iterator[int]:
    yield from range(0x2E80, 0x2FE0)  # radicals, as some PDF fonts have them
    yield from range(0xF900, 0xFB00)
    yield from range(0xFF01, 0xFF5F)  # full-width forms


def choose_words(entries: Sequence[Entry], frequencies: dict[str, float], characters: int, words: int) -> list[str]:
    """The `characters` most frequent single characters and the `words` most frequent longer words, in that order.

    Only headwords written wholly in Han characters count, none of which is folded to another: two words that fold to
    one would leave it to chance which of them a tokenizer finds. Ties are broken by the word itself.
    """
    folded = simplifications(entries).keys()
    headwords = {
        entry.simplified for entry in entries if is_han(entry.simplified) and folded.isdisjoint(entry.simplified)
    }
    use = _character_use(frequencies)
    ranked = sorted(headwords, key=lambda word: (-frequencies.get(word, 0.0), -use[word], word))
    single = sorted((w for w in ranked if len(w) == 1), key=lambda char: (-use[char], char))
    several = (word for word in ranked if 2 <= len(word) <= LONGEST_WORD and word in frequencies)
    return single[:characters] + [word for word, _ in zip(several, range(words), strict=False)]


def _character_use(frequencies: dict[str, float]) -> Counter[str]:
    use: Counter[str] = Counter()
    for word, frequency in frequencies.items():
        for char in word:
            use[char] += frequency  # type: ignore[assignment]  # Counter is typed for whole numbers
    return use
