"""What the bundled model learns from: Chinese text beside the English that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.embedding.vocabulary import Entry, read_entries

_SENTENCES = ("tatoeba.en-zh.tsv", "wmt-news.en-zh.tsv")
_TERMS = ("dbpedia-titles.en-zh.tsv", "un-sdg.en-zh.tsv", "economics-terms.en-zh.tsv")
_IN_ORDER = "wmt-news.en-zh.tsv"  # its neighbouring lines come from one report


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese text and its English translation or gloss."""

    chinese: str
    english: str


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


def gloss_pairs(entries: Sequence[Entry]) -> Iterator[Pair]:
    """Each headword with its first gloss, and with its first three together where there are more than one."""
    for entry in entries:
        if entry.glosses:
            yield Pair(entry.simplified, entry.glosses[0])
        if len(entry.glosses) > 1:
            yield Pair(entry.simplified, "; ".join(entry.glosses[:3]))


def joined(pairs: Sequence[Pair], size: int) -> list[Pair]:
    """Runs of `size` neighbouring pairs as one longer pair each, so that passages are learned beside sentences.

    >>> joined([Pair("甲。", "A."), Pair("乙。", "B."), Pair("丙。", "C.")], 2)
    [Pair(chinese='甲。乙。', english='A. B.')]
    """
    starts = range(0, len(pairs) - size + 1, size)
    return [
        Pair("".join(p.chinese for p in pairs[i : i + size]), " ".join(p.english for p in pairs[i : i + size]))
        for i in starts
    ]


def read_all(folder: Path) -> tuple[list[Pair], list[Pair]]:
    """(sentences and passages, words and terms) of the training folder."""
    news = read_tsv(folder / _IN_ORDER)
    sentences = [pair for name in _SENTENCES for pair in read_tsv(folder / name)]
    sentences += read_flores(folder / "flores") + joined(news, 2) + joined(news, 4) + joined(news, 7)
    terms = [pair for name in _TERMS for pair in read_tsv(folder / name)]
    return sentences, terms + list(gloss_pairs(read_entries(folder / "cc-cedict.u8")))
