"""The sentences that claims are made of: the bundled article's, those of public sets, and of articles nobody looked at.

The sets lie in one folder: `dev/mlqa-r`, `dev/cmrc2018_dev.json`, `dev/DRCD_dev.json`, `train/flores`,
`train/wmt-news.en-zh.tsv`, and `news/*.txt`, an article a line.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from corpus.load import bundled
from eval.bench import read_news
from eval.forge import Source
from rag.chunk import split_sentences
from rag.types import Language

SEED = 5
SENTENCES = 400  # of each public set and language
LENGTHS: Mapping[Language, tuple[int, int]] = {"zh": (15, 120), "en": (40, 300)}
_CMRC = "cmrc2018_dev.json"
_ENOUGH = 5  # sentences of an article that it is worth drawing for
_BESIDE = 10  # translations that are drawn together
Pair = tuple[str, str]  # a text in Chinese and in English
Paragraph = tuple[str, str]  # the name of an article and a text of it


def sentences(text: str, language: Language) -> list[str]:
    """The sentences of a text that are neither very short nor very long."""
    low, high = LENGTHS[language]
    return [text[a:b] for a, b in split_sentences(text) if low <= b - a <= high]


def from_paragraphs(paragraphs: Iterable[Paragraph], language: Language) -> Iterator[Source]:
    """The sentences of paragraphs, given as (article, text), each to be cited by itself."""
    for article, paragraph in paragraphs:
        own = sentences(paragraph, language)
        for one in own:
            yield Source(
                one, language, (one,), tuple(other for other in own if other != one), said=one, article=article
            )


def from_pairs(pairs: Sequence[Pair]) -> Iterator[Source]:
    """Translations, each to be claimed of the text that it translates; near pairs stand for one article."""
    for place, (chinese, english) in enumerate(pairs):
        near = [pair for pair in pairs[max(0, place - 4) : place + 5] if pair != (chinese, english)]
        said, article = f"{chinese} {english}", f"pairs {place // 10}"
        yield Source(chinese, "zh", (english,), tuple(pair[0] for pair in near), True, said, article)
        yield Source(english, "en", (chinese,), tuple(pair[1] for pair in near), True, said, article)


def from_bundled() -> Iterator[Source]:
    """The article's sentences with their translation as quotes, and across with only one of the two."""
    article = bundled()
    pairs = [(article.paragraph_text(number), text) for number, text in article.translations.items()]
    cut = [([t[a:b] for a, b in split_sentences(t)], [e[a:b] for a, b in split_sentences(e)]) for t, e in pairs]
    aligned = [pair for zh, en in cut if len(zh) == len(en) for pair in zip(zh, en, strict=True)]
    kept = [pair for pair in aligned if len(pair[0]) >= LENGTHS["zh"][0]]
    for source in from_pairs(kept):
        other = source.quotes[0]
        both = f"{source.text} {other}" if source.language == "zh" else f"{other} {source.text}"
        yield Source(source.text, source.language, (both,), source.others, said=source.said, article=article.id)
        yield source


def public(folder: Path) -> Iterator[Source]:
    """The sources from the public sets, with quotes in their own language."""
    yield from _mlqa(folder, "zh")
    yield from _some(_squad(folder / "dev" / _CMRC), "zh")
    yield from _mlqa(folder, "en")


def flores(folder: Path, part: str) -> list[Source]:
    """The translations of a part of FLORES-200, "dev" or "devtest"."""
    names = (folder / "train" / "flores" / f"{name}.{part}" for name in ("zho_Hans", "eng_Latn"))
    return list(from_pairs(_fitting(zip(*(name.read_text("utf-8").splitlines() for name in names), strict=True))))


def wmt(folder: Path) -> list[Source]:
    """Translations of WMT news, from places of the set drawn by chance: what stands beside a pair is of its article."""
    lines = (folder / "train" / "wmt-news.en-zh.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    pairs = _fitting((chinese, english) for english, chinese, *_ in rows)
    starts = random.Random(SEED).sample(range(0, len(pairs), _BESIDE), min(SENTENCES, len(pairs)) // _BESIDE)
    return [source for start in starts for source in from_pairs(pairs[start : start + _BESIDE])]


def _fitting(pairs: Iterable[Pair]) -> list[Pair]:
    """Those of which both texts are neither very short nor very long."""
    (low, high), (least, most) = LENGTHS["zh"], LENGTHS["en"]
    return [(zh, en) for zh, en in pairs if low <= len(zh) <= high and least <= len(en) <= most]


def unseen(folder: Path, number: int, seed: int) -> dict[str, list[Source]]:
    """Of each set the sources from `number` articles: news, DRCD in traditional characters, MLQA without `public`."""
    known = {source.article for source in _mlqa(folder, "en")}
    english = [one for one in _squad(folder / "dev" / "mlqa-r" / "en.json") if one[0] not in known]
    news = [(article.id, article.text) for article in read_news(folder / "news")]
    return {
        "news": list(_drawn(news, "zh", number, seed)),
        "DRCD": list(_drawn(_squad(folder / "dev" / "DRCD_dev.json"), "zh", number, seed)),
        "MLQA": list(_drawn(english, "en", number, seed)),
    }


def _drawn(paragraphs: Sequence[Paragraph], language: Language, number: int, seed: int) -> Iterator[Source]:
    texts: dict[str, list[Paragraph]] = {}
    for one in paragraphs:
        texts.setdefault(one[0], []).append(one)
    drawn = random.Random(seed).sample(list(texts.values()), len(texts))
    long_enough = (own for one in drawn if len(own := list(from_paragraphs(one, language))) >= _ENOUGH)
    for own in islice(long_enough, number):
        yield from own


def _mlqa(folder: Path, language: Language) -> list[Source]:
    return _some(_squad(folder / "dev" / "mlqa-r" / f"{language}.json"), language)


def _some(paragraphs: Sequence[Paragraph], language: Language) -> list[Source]:
    chosen = random.Random(SEED).sample(paragraphs, min(len(paragraphs), SENTENCES // 3))
    return list(from_paragraphs(chosen, language))[:SENTENCES]


def _squad(path: Path) -> list[Paragraph]:
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    return list(dict.fromkeys((entry["title"], part["context"]) for entry in data for part in entry["paragraphs"]))
