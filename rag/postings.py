"""What the lexical leg knows of its texts: how often each token stands in which of them, and their words by meaning.

Only what no other text can change is kept, so that a set of texts starts from what is known of another one: those that
are new are read, those that are gone are left out, and the rest is put in its new order.
"""

import hashlib
import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import compress, repeat
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from rag import arrays
from rag.meaning import word_vectors
from rag.thesaurus import EMPTY, Thesaurus

# What Anserini uses for passages (https://github.com/castorini/anserini): they differ in length for no reason of topic.
K1, B = 0.9, 0.4
_Arrays = dict[str, Any]
_FINGERPRINT, _WORDS = "fingerprint", "words"
_WORD = "="  # stands before a word where it is noted that a text has it; no token begins with it


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of one text: its tokens, as often as they stand there, and its words as they are written."""

    tokens: Sequence[str]
    words: frozenset[str]


class Postings:
    """BM25 over texts, in the form of Lucene (see Kamphuis et al. 2020, https://doi.org/10.1007/978-3-030-45442-5_4).

    Texts and tokens are known by 64 bits of a hash. Of each token in turn, `places` and `counts` say in which texts it
    stands, and how often; `starts` says where they begin. A word that a text has is noted in the same way, 0 times.
    """

    def __init__(self, known: Mapping[str, Any], thesaurus: Thesaurus) -> None:
        self._known, self.thesaurus = known, thesaurus
        self.texts, self._lengths = known["texts"], known["lengths"]
        self._tokens, self._starts = known["tokens"], known["starts"]
        self._places, self._counts = known["places"], known["counts"]

    def scores(self, token: str) -> tuple[Any, Any]:
        """The texts that have a token, by number, and its BM25 score in each."""
        found = self._of(token)
        counts, frequency = self._counts[found].astype(np.float64), found.stop - found.start
        idf = log(1 + (len(self.texts) - frequency + 0.5) / (frequency + 0.5))
        return self._places[found], idf * counts / (counts + self._damping[self._places[found]])

    def frequency(self, token: str) -> int:
        """In how many texts a token stands."""
        found = self._of(token)
        return int(found.stop - found.start)

    def save(self, folder: Path, fingerprint: str) -> None:
        """Keep all in `folder`. Raises OSError."""
        about = {_FINGERPRINT: fingerprint, _WORDS: self.thesaurus.words}
        named = {f"{_WORDS}-{name}": array for name, array in self.thesaurus.arrays().items()}
        arrays.save(folder, {**self._known, **named}, about)

    def of(self, texts: Mapping[int, str], read: Callable[[str], Reading]) -> "Postings":
        """The postings of these texts, as `keyed` gives them; those that are known here are not read again."""
        keys = list(texts)
        numbers = {key: number for number, key in enumerate(keys)}
        moved = np.array([numbers.get(key, -1) for key in self.texts.tolist()], np.int32)
        new = np.setdiff1d(np.arange(len(keys), dtype=np.int32), moved)
        added, words = _read((texts[keys[number]] for number in new), read)
        known = self._joined(moved, new, added)
        known |= {"texts": np.array(keys, np.uint64), "lengths": np.zeros(len(keys), np.int32)}
        known["lengths"][moved[moved >= 0]] = self._lengths[moved >= 0]
        known["lengths"][new] = added["lengths"]
        return Postings(known, self.thesaurus.of(_standing(words.union(self.thesaurus.words), known["tokens"])))

    def _joined(self, moved: Any, new: Any, added: _Arrays) -> _Arrays:
        """The postings of old texts, by their number now or -1 in `moved`, and of added ones, whose are `new`."""
        unknown = np.isin(added["tokens"], self._tokens, assume_unique=True, invert=True)
        tokens = np.sort(np.append(self._tokens, added["tokens"][unknown]))
        old = np.repeat(np.searchsorted(tokens, self._tokens).astype(np.int32), np.diff(self._starts))
        stays = moved[self._places] >= 0
        new_ranks: Any = np.searchsorted(tokens, added["tokens"])
        ranks = np.concatenate([old[stays], new_ranks.astype(np.int32)[added["ranks"]]])
        places = np.concatenate([moved[self._places[stays]], new[added["places"]]])
        # This kind of sort takes next to no time for what stands in order already.
        order = np.argsort(ranks * np.int64(len(moved) + len(new)) + places, kind="stable")
        sizes = np.bincount(ranks, minlength=len(tokens))
        return {
            "tokens": tokens[sizes > 0],
            "starts": np.append(0, np.cumsum(sizes[sizes > 0])),
            "places": places[order],
            "counts": np.concatenate([self._counts[stays], added["counts"]])[order],
        }

    def _of(self, token: str) -> slice:
        key = np.uint64(_key(token))  # beside a plain number, numpy would compare all as floats
        place = int(np.searchsorted(self._tokens, key))
        if place == len(self._tokens) or self._tokens[place] != key:
            return slice(0, 0)
        return slice(int(self._starts[place]), int(self._starts[place + 1]))

    @cached_property
    def _damping(self) -> Any:
        """What the length of each text adds below the fraction of BM25, (texts,)."""
        mean = self._lengths.sum() / max(len(self._lengths), 1)
        return K1 * (1 - B + B * self._lengths / (mean or 1))


NOTHING = Postings(
    {
        "texts": np.empty(0, np.uint64),
        "lengths": np.empty(0, np.int32),
        "tokens": np.empty(0, np.uint64),
        "starts": np.zeros(1, np.int64),
        "places": np.empty(0, np.int32),
        "counts": np.empty(0, np.int32),
    },
    EMPTY,
)


def _read(texts: Iterable[str], read: Callable[[str], Reading]) -> tuple[_Arrays, set[str]]:
    """What is read of texts, and their words: `tokens`, and of each text in turn which of them stand in it."""
    words = set[str]()
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    ranks, places, counts, lengths = (array("i") for _ in range(4))
    for number, text in enumerate(texts):
        reading = read(text)
        terms = Counter(reading.tokens)
        terms.update(dict.fromkeys((_WORD + word for word in reading.words), 0))
        ranks.extend(map(numbers.__getitem__, terms))
        places.extend(repeat(number, len(terms)))
        counts.extend(terms.values())
        lengths.append(len(reading.tokens))
        words |= reading.words
    added = {"ranks": ranks, "places": places, "counts": counts, "lengths": lengths}
    tokens = np.array([_key(term) for term in numbers], np.uint64)
    return {"tokens": tokens, **{name: np.array(values) for name, values in added.items()}}, words


def _standing(words: Collection[str], tokens: Any) -> list[str]:
    """Those of the words that a text is noted to have."""
    marks = np.array([_key(_WORD + word) for word in words], np.uint64)
    return list(compress(words, np.isin(marks, tokens, assume_unique=True)))


def keyed(texts: Iterable[str]) -> dict[int, str]:
    """The texts by what they are known by: their content, and how often the same came before."""
    before: Counter[str] = Counter()
    keys = {}
    for text in texts:
        keys[_key(f"{before[text]} {text}")] = text
        before[text] += 1
    return keys


def _key(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def load(folder: Path, texts: Mapping[int, str], fingerprint: str) -> Postings | None:
    """The postings of these texts that are kept in `folder`; None where there are others or none, or damaged ones."""
    found = _load(folder, fingerprint)
    return found if found and found.texts.tolist() == list(texts) else None


def nearest(folders: Iterable[Path], texts: Mapping[int, str], fingerprint: str) -> Postings:
    """Of the postings that are kept in the folders those that know most of the texts; NOTHING where none knows any."""
    wanted = np.array(list(texts), np.uint64)
    shared = {folder: _shared(folder, wanted) for folder in folders}
    for folder in sorted(filter(shared.__getitem__, shared), key=lambda folder: (-shared[folder], folder)):
        if found := _load(folder, fingerprint):
            return found
    return NOTHING


def _load(folder: Path, fingerprint: str) -> Postings | None:
    about = arrays.about(folder)
    with suppress(Exception):  # whatever a damaged file raises, the answer is to read the texts again
        if about[_FINGERPRINT] == fingerprint:
            found = arrays.load_all(folder)
            named = {name: found.pop(f"{_WORDS}-{name}") for name in EMPTY.arrays()}
            return Postings(found, Thesaurus(about[_WORDS], **named))
    return None


def _shared(folder: Path, keys: Any) -> int:
    """How many of the texts with these keys are known in a folder."""
    with suppress(Exception):
        return int(np.isin(arrays.load(folder, "texts"), keys).sum())
    return 0


def fingerprint_of(readers: Sequence[Path], libraries: Sequence[str]) -> str:
    """Sixteen hex digits that change with the files and libraries that read texts, and with the vectors of words."""
    digest = hashlib.sha256(json.dumps([word_vectors().fingerprint, *map(version, libraries)]).encode())
    for path in (Path(__file__), *readers):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
