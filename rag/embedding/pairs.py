"""What the bundled model learns from: Chinese text beside the English that says the same."""

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_IN_ORDER = "wmt-news.en-zh.tsv"  # its neighbouring lines come from one report
_ANY_ORDER = "tatoeba.en-zh.tsv"
_NAMES = "dbpedia-titles.en-zh.tsv"
_TERMS = ("un-sdg.en-zh.tsv", "economics-terms.en-zh.tsv")
_HELD_OUT = 31  # one sentence in so many is kept from training, to measure on


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese text and its English translation or gloss."""

    chinese: str
    english: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a training folder by what they are."""

    in_order: Sequence[Sequence[Pair]]  # sentences of reports, each with those that follow it
    sentences: Sequence[Pair]  # single sentences
    names: Sequence[Pair]
    terms: Sequence[Pair]


def read_all(folder: Path) -> Pairs:
    """The pairs of the training folder, without those that are held out."""
    kept, _ = hold_out(read_tsv(folder / _ANY_ORDER))
    terms = [pair for name in _TERMS for pair in read_tsv(folder / name)]
    return Pairs([read_tsv(folder / _IN_ORDER), read_flores(folder / "flores")], kept, read_tsv(folder / _NAMES), terms)


def held_out(folder: Path) -> list[Pair]:
    """The sentence pairs of the training folder that no model made by this project has learned from."""
    return hold_out(read_tsv(folder / _ANY_ORDER))[1]


def hold_out(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """(pairs to learn from, pairs to measure on): no text of the second, in either language, occurs in the first."""
    chosen = {pair.english: pair for pair in reversed(pairs) if _is_chosen(pair.english)}
    # One pair for each text, or a right answer would count as wrong.
    measured = list({pair.chinese: pair for pair in chosen.values()}.values())
    english, chinese = chosen.keys(), {pair.chinese for pair in pairs if pair.english in chosen}
    kept = [pair for pair in pairs if pair.english not in english and pair.chinese not in chinese]
    return kept, measured


def _is_chosen(text: str) -> bool:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()) % _HELD_OUT == 0


def read_tsv(path: Path) -> list[Pair]:
    """Pairs from lines of English, tab, Chinese."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Pair(row[1], row[0]) for row in rows if len(row) >= 2 and row[0].strip() and row[1].strip()]


def read_flores(folder: Path) -> list[Pair]:
    """Pairs from FLORES-200's line-by-line files, both splits."""
    return [
        Pair(chinese, english)
        for split in ("dev", "devtest")
        for chinese, english in zip(
            (folder / f"zho_Hans.{split}").read_text(encoding="utf-8").splitlines(),
            (folder / f"eng_Latn.{split}").read_text(encoding="utf-8").splitlines(),
            strict=True,
        )
    ]


def joined(pairs: Sequence[Pair], size: int) -> list[Pair]:
    """Runs of `size` neighbouring pairs as one longer pair each, so that passages are learned beside sentences.

    >>> joined([Pair("甲。", "A."), Pair("乙。", "B."), Pair("丙。", "C.")], 2)
    [Pair(chinese='甲。乙。', english='A. B.')]
    """
    runs = (pairs[start : start + size] for start in range(0, len(pairs) - size + 1, size))
    return [Pair("".join(p.chinese for p in run), " ".join(p.english for p in run)) for run in runs]


def listed(pairs: Iterable[Pair], chance: random.Random) -> Iterator[Pair]:
    """All pairs in random lists of three to eight, so that single words are learned among others."""
    order = list(pairs)
    chance.shuffle(order)
    while order:
        few = [order.pop() for _ in range(min(len(order), chance.randint(3, 8)))]
        yield Pair("、".join(pair.chinese for pair in few), ", ".join(pair.english for pair in few))
